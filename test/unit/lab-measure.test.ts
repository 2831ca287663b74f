import assert from "node:assert/strict";
import { test } from "node:test";
import type { JournalEvent } from "../../services/kit/bus/journal-event.ts";
import type { EvacuationReport } from "../../services/kit/domain/evacuation.ts";
import { allCompleted, comparisonLines, median } from "../../services/lab/compare.ts";
import type { Bin } from "../../services/lab/iperf-output.ts";
import { emptyCourse, evolveCourse, runDocument } from "../../services/lab/measure.ts";

const start = 1_000_000;
const forecast = { totalMigrationSeconds: 9.5, transferredBytes: 1, degradedBytes: 0, limitSeconds: 8 };
const ref = (vmId: string) => ({
  migrationId: `e-${vmId}`,
  evacuationId: "e",
  vmId,
  sourceHostId: "host-a",
  destinationHostId: "host-b",
});
const request = {
  evacuationId: "e",
  hostId: "host-a",
  destinationHostIds: [],
  policy: "traffic-sensitive" as const,
  requestTimeUnixMilliseconds: 0,
};

const planned: JournalEvent = {
  entity: "evacuation",
  id: "e",
  name: "planned",
  body: {
    request,
    plan: { policy: "traffic-sensitive", steps: [], unplaced: [], forecast, alternatives: [] },
    snapshot: { hosts: [], vms: [] },
    eventTimeUnixMilliseconds: start,
  },
};
const started = (vmId: string, seconds: number): JournalEvent => ({
  entity: "migration",
  id: `e-${vmId}`,
  name: "started",
  body: { migration: ref(vmId), technique: "PRE_COPY", eventTimeUnixMilliseconds: start + seconds * 1000 },
});
const completed = (vmId: string, seconds: number): JournalEvent => ({
  entity: "migration",
  id: `e-${vmId}`,
  name: "completed",
  body: {
    migration: ref(vmId),
    technique: "PRE_COPY",
    eventTimeUnixMilliseconds: start + seconds * 1000,
    totalSeconds: 5.12345,
    transferredBytes: 100,
    postCopyRequests: 0,
  },
});
const report: EvacuationReport = {
  hostId: "host-a",
  policy: "traffic-sensitive",
  transferredBytes: 250e6,
  vms: [
    { vmId: "a", outcome: "COMPLETED", technique: "PRE_COPY", totalSeconds: 5.12345, downtimeSeconds: 0.0204 },
    { vmId: "b", outcome: "COMPLETED", technique: "POST_COPY", totalSeconds: 6 },
  ],
};
const end: JournalEvent = {
  entity: "evacuation",
  id: "e",
  name: "completed",
  body: { evacuationId: "e", report, eventTimeUnixMilliseconds: start + 12_000 },
};

/** 1 kB a bin, but nothing for two seconds from the given one on. */
function bins(silentFromSecond: number): readonly Bin[] {
  return Array.from({ length: 400 }, (_, index) => {
    const second = index / 10 - 15;
    const silent = second >= silentFromSecond && second < silentFromSecond + 2;
    return { unixMilliseconds: start + second * 1000, durationMilliseconds: 100, bytes: silent ? 0 : 1000 };
  });
}
const meter = {
  directions: (vmId: string) => (vmId === "a" ? (["outbound"] as const) : []),
  bins: () => bins(3),
};

const events = [planned, started("b", 2), started("a", 1), completed("a", 7), completed("b", 11), end];
const course = events.reduce(evolveCourse, emptyCourse);

test("the total is from the first VM's start to the last one's end, in whatever order their events come", () => {
  const document = runDocument("traffic-sensitive", course, meter);
  assert.equal(document.totalMigrationSeconds, 10);
  assert.equal(document.limitSeconds, 8);
  assert.equal(document.forecastSeconds, 9.5);
});

test("the forecast is that of before the first byte, whatever is planned anew on the way", () => {
  const { request: _, ...body } = planned.body;
  const later = { ...forecast, totalMigrationSeconds: 10 };
  const anew: JournalEvent = {
    entity: "evacuation",
    id: "e",
    name: "replanned",
    body: { ...body, evacuationId: "e", plan: { ...body.plan, forecast: later }, reason: "late", revision: 1 },
  };
  const replanned = [planned, started("b", 2), anew, started("a", 1), completed("b", 11), end];
  const document = runDocument("traffic-sensitive", replanned.reduce(evolveCourse, emptyCourse), meter);
  assert.equal(document.forecastSeconds, 9.5);
});

test("a VM's stall and loss are those of its traffic while the evacuation ran", () => {
  const document = runDocument("traffic-sensitive", course, meter);
  assert.deepEqual(document.vms, [
    {
      vmId: "a",
      technique: "PRE_COPY",
      outcome: "COMPLETED",
      totalSeconds: 5.123,
      downtimeSeconds: 0.02,
      stallSeconds: 2,
      degradedBytes: 20_000,
    },
    {
      vmId: "b",
      technique: "POST_COPY",
      outcome: "COMPLETED",
      totalSeconds: 6,
      downtimeSeconds: null,
      stallSeconds: 0,
      degradedBytes: 0,
    },
  ]);
  assert.equal(document.degradedBytes, 20_000);
  assert.equal(document.longestStallSeconds, 2);
});

test("an evacuation that failed before anything moved has no total", () => {
  const failed = evolveCourse(evolveCourse(emptyCourse, planned), {
    entity: "evacuation",
    id: "e",
    name: "failed",
    body: {
      evacuationId: "e",
      message: "nothing moved",
      report: { ...report, vms: [{ vmId: "a", outcome: "NOT_STARTED" }] },
      eventTimeUnixMilliseconds: start,
    },
  });
  const document = runDocument("pre-copy", failed, meter);
  assert.equal(document.totalMigrationSeconds, null);
  assert.equal(allCompleted({ scenario: "s", linkMbit: 1, accelerator: "tcg", qemu: "7", runs: [document] }), false);
});

test("the table puts the policies side by side, with their ratio to the limit and to each other", () => {
  const run = runDocument("traffic-sensitive", course, meter);
  const other = { ...run, policy: "pre-copy" as const, totalMigrationSeconds: 12.5 };
  const document = { scenario: "mixed-4", linkMbit: 200, accelerator: "tcg", qemu: "7.2.22", runs: [run, other] };
  assert.deepEqual(comparisonLines(document), [
    "mixed-4: links of 200 Mbit/s, QEMU 7.2.22 (tcg)",
    "policy              total  of the limit  forecast  off by   lost  longest stall  longest downtime     moved",
    "traffic-sensitive  10.0 s          1.25     9.5 s     5 %  20 kB          2.0 s             20 ms  250.0 MB",
    "pre-copy           12.5 s          1.56     9.5 s    24 %  20 kB          2.0 s             20 ms  250.0 MB",
    "traffic-sensitive takes 0.80 of the time of the best other policy (pre-copy).",
  ]);
});

test("of several runs the table shows medians, and compares them", () => {
  const run = runDocument("traffic-sensitive", course, meter);
  const runs = [10, 30, 11].flatMap((seconds) => [
    { ...run, totalMigrationSeconds: seconds },
    { ...run, policy: "pre-copy" as const, totalMigrationSeconds: seconds * 2 },
  ]);
  const lines = comparisonLines({ scenario: "s", linkMbit: 1, accelerator: "tcg", qemu: "7", runs });
  assert.equal(lines[1], "Medians of 3 runs each.");
  assert.match(lines[3] ?? "", /^traffic-sensitive {2}11\.0 s {10}1\.38 /);
  assert.equal(lines.at(-1), "traffic-sensitive takes 0.50 of the time of the best other policy (pre-copy).");
});

test("a median is the middle, the mean of the middle two, and nothing where a value is missing", () => {
  assert.equal(median([3, 1, 2]), 2);
  assert.equal(median([4, 1, 2, 3]), 2.5);
  assert.equal(median([1, null, 2]), null);
  assert.equal(median([]), null);
});
