/** The same as plain lines, one for each thing that happens: for logs, pipes and terminals that are none. Pure. */
import type { JournalEvent } from "../../kit/bus/journal-event.ts";
import {
  mbitText,
  megabytesText,
  secondsText,
  shortSecondsText,
  techniqueText,
} from "../../kit/terminal/quantity-text.ts";
import type { EvacuationView } from "./evacuation-view.ts";

export function eventLine(event: JournalEvent): string {
  return event.entity === "evacuation" ? evacuationLine(event) : migrationLine(event);
}

function evacuationLine(event: Extract<JournalEvent, { entity: "evacuation" }>): string {
  switch (event.name) {
    case "planned": {
      const { request, plan } = event.body;
      const unplaced = plan.unplaced.length === 0 ? "" : `, ${plan.unplaced.length} without a place`;
      const forecast = secondsText(plan.forecast.totalMigrationSeconds);
      return `${request.hostId}: planned by ${plan.policy}: ${plan.steps.length} VMs${unplaced}, about ${forecast}`;
    }
    case "rejected":
      return `${event.body.request.hostId}: rejected: ${event.body.message}`;
    case "replanned":
      return `planned anew: ${event.body.reason}`;
    case "completed":
      return `${event.body.report.hostId}: completed`;
    case "failed":
      return `${event.body.report.hostId}: failed: ${event.body.message}`;
    case "cancelled":
      return `${event.body.report.hostId}: cancelled: ${event.body.message}`;
  }
}

function migrationLine(event: Extract<JournalEvent, { entity: "migration" }>): string {
  const { vmId, destinationHostId } = event.body.migration;
  const said = (words: string) => `${vmId}: ${words}`;
  switch (event.name) {
    case "decided": {
      const { technique, paceBytesPerSecond: pace, reason } = event.body;
      const limit = pace === undefined ? "" : ` at ${mbitText(pace)}`;
      return said(`${techniqueText(technique)} to ${destinationHostId}${limit}: ${reason}`);
    }
    case "incoming-ready":
      return said(`${destinationHostId} is ready for it`);
    case "started":
      return said("migration started");
    case "switched":
      return said("stopped at the source");
    case "resumed":
      return said(`runs at ${destinationHostId}`);
    case "settled":
      return said(event.body.observed ? "settled" : "taken as settled: its time has passed");
    case "not-escalated":
      return said(`stays a pre-copy: ${event.body.reason}`);
    case "paused":
      return said(`paused: ${event.body.reason}`);
    case "recovered":
      return said(`recovered after ${secondsText(event.body.lostSeconds)}`);
    case "completed": {
      const { totalSeconds, downtimeSeconds, stallSeconds, transferredBytes } = event.body;
      const stall = stallSeconds === undefined ? "" : `, waited ${shortSecondsText(stallSeconds)} for pages`;
      const downtime = downtimeSeconds === undefined ? "" : `, down ${shortSecondsText(downtimeSeconds)}`;
      return said(
        `completed in ${secondsText(totalSeconds)}${downtime}${stall}, ${megabytesText(transferredBytes)} moved`,
      );
    }
    case "failed":
      return said(`failed: ${event.body.reason} (${event.body.vmLocation.toLowerCase().replaceAll("_", " ")})`);
    case "cancelled":
      return said(`cancelled: ${event.body.reason}`);
  }
}

/** How far it is, in one line; undefined when there is nothing to say yet. */
export function progressLine(view: EvacuationView): string | undefined {
  if (view.kind !== "running") return undefined;
  const moving = view.planned.vms.flatMap((vm) => {
    if (vm.stage.kind !== "moving" || vm.stage.progress === undefined) return [];
    const { phase, progress } = vm.stage;
    const word = phase.toLowerCase().replace("_", " ");
    return [`${vm.step.vmId} ${Math.floor(vm.percent)} % ${word} ${mbitText(progress.bytesPerSecond)}`];
  });
  if (moving.length === 0) return undefined;
  return `${Math.floor(view.planned.percent)} % of ${view.planned.request.hostId}: ${moving.join(", ")}`;
}
