import assert from "node:assert/strict";
import { test } from "node:test";
import picocolors from "picocolors";
import {
  type EvacuationView,
  evolveView,
  requestedView,
  type ViewInput,
} from "../../services/cli/view/evacuation-view.ts";
import { eventLine, progressLine } from "../../services/cli/view/event-lines.ts";
import { liveLines } from "../../services/cli/view/live-lines.ts";
import { listLines } from "../../services/cli/view/status-view.ts";
import { summaryLines } from "../../services/cli/view/summary-lines.ts";
import { evolveTraffic } from "../../services/cli/view/traffic-rates.ts";
import type { EvacuationEvent, JournalEvent, MigrationEvent } from "../../services/kit/bus/journal-event.ts";
import type { EvacuationRequest, EvacuationStatus } from "../../services/kit/domain/evacuation.ts";
import type { MigrationPhase, MigrationProgress, MigrationRef } from "../../services/kit/domain/migration.ts";
import type { Plan } from "../../services/kit/domain/plan.ts";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";

const colors = picocolors.createColors(false);
const at = 1_000_000;

const request: EvacuationRequest = {
  evacuationId: "e1",
  hostId: "host-a",
  destinationHostIds: [],
  policy: "traffic-sensitive",
  requestTimeUnixMilliseconds: at,
};

const forecast = { totalMigrationSeconds: 12.5, transferredBytes: 300e6, degradedBytes: 0, limitSeconds: 11.8 };
const plan: Plan = {
  policy: "traffic-sensitive",
  steps: [
    {
      vmId: "vm-0",
      technique: "POST_COPY",
      sourceHostId: "host-a",
      destinationHostId: "host-b",
      after: [],
      reason: "sends 45.0 Mbit/s, receives 0.2",
    },
    {
      vmId: "vm-2",
      technique: "PRE_COPY",
      sourceHostId: "host-a",
      destinationHostId: "host-b",
      after: [{ vmId: "vm-0", event: "SETTLED" }],
      reason: "receives 45.0 Mbit/s, sends 0.2",
    },
  ],
  unplaced: [],
  forecast,
  alternatives: [],
};

const host = (hostId: string) => ({
  hostId,
  egressBytesPerSecond: 25e6,
  ingressBytesPerSecond: 25e6,
  freeMemoryBytes: 8e9,
});
const vm = (vmId: string) => ({ vmId, hostId: "host-a", memoryBytes: 200e6, usedMemoryBytes: 100e6 });

const planned: EvacuationEvent = {
  entity: "evacuation",
  id: "e1",
  name: "planned",
  body: {
    request,
    plan,
    snapshot: { hosts: [host("host-a"), host("host-b")], vms: [vm("vm-0"), vm("vm-2")] },
    eventTimeUnixMilliseconds: at,
  },
};

function ref(vmId: string): MigrationRef {
  const migrationId = vmId === "vm-0" ? "e1-1" : "e1-2";
  return { migrationId, evacuationId: "e1", vmId, sourceHostId: "host-a", destinationHostId: "host-b" };
}

function happened(vmId: string, name: "started" | "switched" | "settled" | "resumed", time = at): ViewInput {
  const migration = ref(vmId);
  const technique = vmId === "vm-0" ? ("POST_COPY" as const) : ("PRE_COPY" as const);
  const body = { migration, eventTimeUnixMilliseconds: time, technique, observed: true };
  return { kind: "event", event: { entity: "migration", id: migration.migrationId, name, body } as MigrationEvent };
}

const completed = (vmId: string): JournalEvent => ({
  entity: "migration",
  id: ref(vmId).migrationId,
  name: "completed",
  body: {
    migration: ref(vmId),
    technique: "POST_COPY",
    eventTimeUnixMilliseconds: at + 8000,
    totalSeconds: 8.1,
    downtimeSeconds: 0.012,
    transferredBytes: 148e6,
    postCopyRequests: 171,
  },
});

function progress(vmId: string, percent: number, phase: MigrationPhase, evacuationId = "e1"): ViewInput {
  const value: MigrationProgress = {
    migration: { ...ref(vmId), evacuationId },
    technique: "POST_COPY",
    phase,
    percent,
    transferredBytes: 1,
    remainingBytes: 1,
    bytesPerSecond: 12_262_500,
    pass: 1,
    remainingSeconds: 4,
    postCopyRequests: 0,
    sampleTimeUnixMilliseconds: at,
  };
  return { kind: "progress", progress: value };
}

function batch(hostId: string, egressBytes: number, seconds: number): TrafficBatch {
  return {
    hostId,
    sequence: seconds,
    sampleCount: 1,
    sampleTimeUnixMilliseconds: at,
    monotonicMicroseconds: seconds * 1e6,
    samples: [{ vmId: "vm-0", counterEpoch: 1, outboundBytes: egressBytes, inboundBytes: 0 }],
    links: [{ name: "nic0", counterEpoch: 1, egressBytes, ingressBytes: 0 }],
    unknownTrafficVmIds: [],
  };
}

function after(...inputs: readonly ViewInput[]): EvacuationView {
  return [{ kind: "event", event: planned } as const, ...inputs].reduce(evolveView, requestedView("e1"));
}

const live = (view: EvacuationView, width = 120, rows = 40) =>
  liveLines(view, { nowUnixMilliseconds: at + 5000, width, rows, colors });

test("the live view shows each VM, the whole, and both links", () => {
  const view = after(
    happened("vm-0", "started"),
    happened("vm-0", "switched"),
    happened("vm-0", "settled"),
    progress("vm-0", 63.4, "BULK"),
    { kind: "traffic", batch: batch("host-a", 0, 1) },
    { kind: "traffic", batch: batch("host-a", 25e6, 2) },
  );
  assert.deepEqual(live(view), [
    "evacuation e1 of host-a, traffic-sensitive: running",
    "vm-0    post-copy  bulk copy   ███████████████░░░░░░░░░  63 %   98.1 Mbit/s  ETA 4.0 s",
    "vm-2    pre-copy   waiting     ░░░░░░░░░░░░░░░░░░░░░░░░   0 %  for vm-0 to settle",
    "total                          ████████░░░░░░░░░░░░░░░░  31 %  5.0 s of about 12.5 s",
    "host-a  out ████████████  200.0 Mbit/s   in ░░░░░░░░░░░░    0.0 Mbit/s",
    "host-b  out ░░░░░░░░░░░░             ?   in ░░░░░░░░░░░░             ?",
  ]);
});

test("no line of the live view is wider than the terminal", () => {
  const view = after(happened("vm-0", "started"), progress("vm-0", 10, "HOT"));
  for (const line of live(view, 40)) assert.ok(line.length <= 40, line);
});

test("where not every VM fits, those that move are shown and the rest is counted", () => {
  const lines = live(after(happened("vm-2", "started")), 120, 7);
  assert.match(lines[1] ?? "", /^vm-2 /);
  assert.equal(lines[2], "and 1 more, 1 of them waiting");
  assert.match(lines[3] ?? "", /^total /);
});

test("a percent never runs backwards", () => {
  const view = after(happened("vm-0", "started"), progress("vm-0", 60, "COPYING"), progress("vm-0", 20, "COPYING"));
  assert.equal(view.kind === "running" && view.planned.vms[0]?.percent, 60);
  assert.equal(view.kind === "running" && view.planned.percent, 30);
});

test("what belongs to another evacuation changes nothing", () => {
  const view = after(happened("vm-0", "started"));
  assert.equal(evolveView(view, progress("vm-0", 50, "COPYING", "e2")), view);
  assert.equal(evolveView(view, { kind: "event", event: { ...planned, id: "e2" } }), view);
});

test("telemetry that comes after a VM's end changes nothing", () => {
  const done = after(happened("vm-0", "started"), { kind: "event", event: completed("vm-0") });
  const late = evolveView(done, progress("vm-0", 99, "BULK"));
  assert.equal(late.kind === "running" && late.planned.vms[0]?.stage.kind, "completed");
});

test("a completed VM shows its time and its downtime", () => {
  const view = after(happened("vm-0", "started"), { kind: "event", event: completed("vm-0") });
  assert.equal(live(view)[1], "vm-0    post-copy  completed   ████████████████████████ 100 %  in 8.1 s, down 12 ms");
});

test("the end says how long it took, what was foreseen and what was moved", () => {
  const report = {
    hostId: "host-a",
    policy: "traffic-sensitive" as const,
    totalMigrationSeconds: 12.9,
    transferredBytes: 301e6,
    forecast,
    vms: [{ vmId: "vm-0", outcome: "COMPLETED" as const }],
  };
  const event: EvacuationEvent = {
    entity: "evacuation",
    id: "e1",
    name: "completed",
    body: { evacuationId: "e1", report, eventTimeUnixMilliseconds: at },
  };
  const view = after({ kind: "event", event });
  assert.deepEqual(summaryLines(view), [
    "host-a is empty: 1 VM moved in 12.9 s (forecast 12.5 s, limit 11.8 s), 301.0 MB",
  ]);
});

test("a rejection carries the reason of every host for every VM", () => {
  const event: EvacuationEvent = {
    entity: "evacuation",
    id: "e1",
    name: "rejected",
    body: {
      request,
      code: "NOTHING_CAN_MOVE",
      message: "no VM of host-a has a place",
      unplaced: [
        {
          vmId: "vm-0",
          reasons: [{ hostId: "host-b", code: "INSUFFICIENT_MEMORY", message: "needs 200, 5 are free" }],
        },
      ],
      eventTimeUnixMilliseconds: at,
    },
  };
  const view = evolveView(requestedView("e1"), { kind: "event", event });
  assert.deepEqual(summaryLines(view), [
    "no VM of host-a has a place (NOTHING_CAN_MOVE)",
    "  vm-0 not to host-b: needs 200, 5 are free",
  ]);
});

test("plain lines say what happened and how far it is", () => {
  assert.equal(eventLine(planned), "host-a: planned by traffic-sensitive: 2 VMs, about 12.5 s");
  assert.equal(eventLine(completed("vm-0")), "vm-0: completed in 8.1 s, down 12 ms, 148.0 MB moved");
  assert.equal(progressLine(requestedView("e1")), undefined);
  const view = after(happened("vm-0", "started"), progress("vm-0", 63.4, "BULK"));
  assert.equal(progressLine(view), "31 % of host-a: vm-0 63 % bulk 98.1 Mbit/s");
});

test("rates come from two batches of one epoch, whatever comes late or starts again", () => {
  const first = evolveTraffic(undefined, batch("h", 1000, 1));
  assert.equal(first.link, undefined);
  const second = evolveTraffic(first, batch("h", 5000, 3));
  assert.equal(second.link?.egressBytesPerSecond, 2000);
  assert.equal(second.vms.get("vm-0")?.outboundBytesPerSecond, 2000);
  assert.equal(evolveTraffic(second, batch("h", 1000, 1)), second);
  const restarted = batch("h", 10, 4);
  const reset = evolveTraffic(second, {
    ...restarted,
    links: restarted.links.map((link) => ({ ...link, counterEpoch: 2 })),
  });
  assert.equal(reset.link, undefined);
});

test("the list of evacuations says how far forecasts were off, once there are several", () => {
  const ended = (evacuationId: string, forecastErrorPercent: number): EvacuationStatus => ({
    request: { ...request, evacuationId },
    state: "COMPLETED",
    steps: [],
    report: { hostId: "host-a", policy: "traffic-sensitive", transferredBytes: 1, vms: [], forecastErrorPercent },
  });
  const [last] = listLines([ended("e1", 3), ended("e2", 12), ended("e3", 5)]).slice(-1);
  assert.equal(last, "forecasts were off by 5 %, the median of 3, and by 12 % at most");
  assert.ok(!listLines([ended("e1", 3)]).some((line) => line.startsWith("forecasts")));
});
