/** An evacuation as lines of a terminal. Pure: the painter decides where they go. */
import type { Colors } from "picocolors/types.js";
import type { MigrationPhase } from "../../kit/domain/migration.ts";
import { bar, mbitText, secondsText, shortSecondsText, techniqueText } from "../../kit/terminal/quantity-text.ts";
import { fit, pad } from "../../kit/terminal/table.ts";
import type { EvacuationView, Planned, VmView } from "./evacuation-view.ts";

export interface LiveOptions {
  readonly nowUnixMilliseconds: number;
  readonly width: number;
  /** Of the terminal: what is painted over itself must not scroll. */
  readonly rows: number;
  readonly colors: Colors;
}

const BAR_CELLS = 24;
const LINK_CELLS = 12;
const TECHNIQUE_CELLS = 9;
const PHASE_CELLS = 10;
/** The heading, the total, a warning, and the line of the cursor. */
const OTHER_LINES = 4;

export const PHASE_WORDS: Readonly<Record<MigrationPhase, string>> = {
  SETTING_UP: "setting up",
  COPYING: "copying",
  SWITCHING: "switching",
  HOT: "moved, hot",
  BULK: "bulk copy",
  PAUSED: "paused",
  DONE: "done",
};

export function liveLines(view: EvacuationView, options: LiveOptions): readonly string[] {
  const { colors, width } = options;
  if (view.kind === "requested") return [`evacuation ${view.evacuationId}: waiting for a plan`];
  if (view.kind === "rejected") return [colors.red(`evacuation ${view.evacuationId}: rejected: ${view.message}`)];
  const { planned } = view;
  const { request, plan } = planned;
  const nameCells = Math.max(
    ...planned.vms.map((vm) => vm.step.vmId.length),
    ...hostIds(planned).map((id) => id.length),
    5,
  );
  const state = view.kind === "running" ? "running" : view.ending.toLowerCase();
  return [
    `evacuation ${view.evacuationId} of ${colors.bold(request.hostId)}, ${plan.policy}: ${state}`,
    ...vmLines(planned.vms, options.rows - hostIds(planned).length - OTHER_LINES, nameCells, colors),
    totalLine(view, planned, nameCells, options),
    ...hostIds(planned).map((hostId) => linkLine(planned, hostId, nameCells, colors)),
  ].map((line) => fit(line, width));
}

/** Where they do not all fit: those that move, then those that wait, then those that have ended; the rest as a count. */
function vmLines(vms: readonly VmView[], room: number, nameCells: number, colors: Colors): readonly string[] {
  const shown = (some: readonly VmView[]) => some.map((vm) => vmLine(vm, nameCells, colors));
  if (vms.length <= room) return shown(vms);
  const fitting = Math.max(1, room - 1);
  const chosen = new Set([...vms].sort((a, b) => rank(a) - rank(b)).slice(0, fitting));
  const hidden = vms.filter((vm) => !chosen.has(vm));
  const waiting = hidden.filter((vm) => vm.stage.kind === "waiting").length;
  const rest = `and ${hidden.length} more, ${waiting} of them waiting`;
  return [...shown(vms.filter((vm) => chosen.has(vm))), colors.dim(rest)];
}

function rank({ stage }: VmView): number {
  if (stage.kind === "moving" || stage.kind === "preparing" || stage.kind === "failed") return 0;
  return stage.kind === "waiting" ? 1 : 2;
}

function vmLine(vm: VmView, nameCells: number, colors: Colors): string {
  const head = `${pad(vm.step.vmId, nameCells)}  ${pad(techniqueText(vm.technique), TECHNIQUE_CELLS)}`;
  const { stage } = vm;
  const line = (phase: string, rest: string, paint: (text: string) => string = (text) => text) =>
    `${head}  ${pad(phase, PHASE_CELLS)}  ${paint(bar(vm.percent / 100, BAR_CELLS))} ${percentText(vm.percent)}${rest === "" ? "" : `  ${rest}`}`;
  switch (stage.kind) {
    case "waiting":
      return line("waiting", colors.dim(waitsText(vm)), colors.dim);
    case "preparing":
      return line("preparing", "");
    case "moving": {
      const { phase, progress } = stage;
      const rate = progress === undefined ? "" : pad(mbitText(progress.bytesPerSecond), 12, "right");
      const eta =
        progress?.remainingSeconds === undefined
          ? ""
          : `  ETA ${etaText(progress.remainingSeconds, progress.remainingSecondsDeviation)}`;
      return line(PHASE_WORDS[phase], `${rate}${eta}`, phase === "PAUSED" ? colors.red : colors.cyan);
    }
    case "completed": {
      const downtime = stage.downtimeSeconds === undefined ? "" : `, down ${shortSecondsText(stage.downtimeSeconds)}`;
      return line("completed", `in ${secondsText(stage.totalSeconds)}${downtime}`, colors.green);
    }
    case "failed":
      return line("failed", colors.red(stage.reason), colors.red);
    case "cancelled":
      return line("cancelled", stage.reason, colors.yellow);
  }
}

function etaText(seconds: number, deviation: number | undefined): string {
  return deviation === undefined ? secondsText(seconds) : `${secondsText(seconds)} ± ${secondsText(deviation)}`;
}

function waitsText(vm: VmView): string {
  const words = vm.step.after.map(({ vmId, event }) => `${vmId} ${event === "SETTLED" ? "to settle" : "to complete"}`);
  return words.length === 0 ? "" : `for ${words.join(", ")}`;
}

function totalLine(view: EvacuationView, planned: Planned, nameCells: number, options: LiveOptions): string {
  const { colors } = options;
  const head = pad("total", nameCells + 2 + TECHNIQUE_CELLS + 2 + PHASE_CELLS);
  const shown = `${head}  ${colors.bold(bar(planned.percent / 100, BAR_CELLS))} ${percentText(planned.percent)}`;
  const forecast = `of about ${secondsText(planned.plan.forecast.totalMigrationSeconds)}`;
  if (view.kind === "ended" && view.report.totalMigrationSeconds !== undefined) {
    return `${shown}  took ${secondsText(view.report.totalMigrationSeconds)} ${forecast}`;
  }
  const { startedUnixMilliseconds: start } = planned;
  const elapsed = start === undefined ? 0 : Math.max(0, options.nowUnixMilliseconds - start) / 1000;
  return `${shown}  ${secondsText(elapsed)} ${forecast}`;
}

function linkLine(planned: Planned, hostId: string, nameCells: number, colors: Colors): string {
  const link = planned.traffic.get(hostId)?.link;
  const capacity = planned.snapshot.hosts.find((host) => host.hostId === hostId);
  const side = (name: string, rate: number | undefined, limit: number | undefined) => {
    const share = rate === undefined || limit === undefined ? 0 : rate / limit;
    const shown = rate === undefined ? "?" : mbitText(rate);
    return `${name} ${colors.magenta(bar(share, LINK_CELLS))} ${pad(shown, 13, "right")}`;
  };
  const out = side("out", link?.egressBytesPerSecond, capacity?.egressBytesPerSecond);
  const inward = side("in", link?.ingressBytesPerSecond, capacity?.ingressBytesPerSecond);
  return `${pad(hostId, nameCells)}  ${out}   ${inward}`;
}

/** The source, then the destinations of the plan. */
export function hostIds(planned: Planned): readonly string[] {
  const destinations = planned.plan.steps.map((step) => step.destinationHostId);
  return [...new Set([planned.request.hostId, ...destinations])];
}

function percentText(percent: number): string {
  // 99.9 is not done: only the end is 100.
  return `${pad(String(percent >= 100 ? 100 : Math.floor(percent)), 3, "right")} %`;
}
