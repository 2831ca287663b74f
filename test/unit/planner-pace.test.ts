import assert from "node:assert/strict";
import { it } from "node:test";
import { admit } from "../../services/planner/core/admission.ts";
import { balance } from "../../services/planner/core/balance.ts";
import { balancedRevision, decide } from "../../services/planner/core/decide.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import {
  emptyState,
  evolve,
  type PlannerState,
  type RunningEvacuation,
} from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent } from "../../services/planner/core/journal.ts";
import type { StepRecord } from "../../services/planner/core/step-record.ts";
import { inTurn, mixed4, profile, report, requestOf } from "../planner-world.ts";

const NOW = Date.now();
const MB = 1e6;

/** Both receivers of mixed-4 are being copied, and the senders have arrived; `change` says otherwise. */
function copying(change: (record: StepRecord) => StepRecord = (record) => record): RunningEvacuation {
  const vms = mixed4("a");
  const admission = admit(requestOf("e", "a", inTurn), {
    ...{ state: emptyState, reports: [report("a", vms), report("b", [])], nowUnixMilliseconds: NOW },
    profiles: [{ hostId: "a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) }],
    ...{ staleInventorySeconds: 10, profileLimits: defaultProfileLimits, maximumMoving: 4, progress: new Map() },
  });
  assert.ok(admission.kind === "planned");
  const event = { entity: "evacuation", id: "e", name: "planned", body: admission.planned } as const;
  const evacuation = evolve(emptyState, { event, timeUnixMilliseconds: NOW }).get("e");
  assert.ok(evacuation?.kind === "running");
  const steps = evacuation.steps.map((record): StepRecord => {
    const isReceiver = record.step.technique === "PRE_COPY";
    const phase = isReceiver ? "copying" : "settled";
    const state = { kind: "running", timeUnixMilliseconds: NOW, phase, paused: false, pace: { revision: 0 } } as const;
    return change({ ...record, state });
  });
  return { ...evacuation, steps };
}

/** What is left of each receiver's copy, what each gets, and what each is held to; by VM, what is ordered. */
function ordersOf(
  evacuation: RunningEvacuation,
  left: readonly number[],
  { rate = 10 * MB, ageSeconds = 0, paces = [] as readonly (number | undefined)[] } = {},
) {
  const receivers = evacuation.steps.filter(({ step }) => step.technique === "PRE_COPY");
  const timeUnixMilliseconds = NOW - ageSeconds * 1000;
  const progress = new Map(
    receivers.map(({ migration }, index) => {
      const pace = paces[index];
      const held = pace === undefined ? {} : { paceBytesPerSecond: pace };
      return [
        migration.migrationId,
        { leftBytes: left[index] ?? 0, bytesPerSecond: rate, pass: 1, timeUnixMilliseconds, ...held },
      ];
    }),
  );
  const orders = balance(evacuation, progress, NOW, (_way, together) => together);
  return orders.map(({ record, paceBytesPerSecond }) => [receivers.indexOf(record), paceBytesPerSecond]);
}

it("the copy that is ahead is held to what lets it end with the other, which runs free", () => {
  assert.deepEqual(ordersOf(copying(), [60 * MB, 100 * MB]), [[0, (60 * MB * 1.05) / 8]]);
});

it("what is held already, to about the same, is not ordered again", () => {
  assert.deepEqual(ordersOf(copying(), [60 * MB, 100 * MB], { paces: [7.8 * MB] }), []);
});

it("a copy that is held for nothing any more is freed, whichever planner held it", () => {
  assert.deepEqual(ordersOf(copying(), [100 * MB, 99 * MB], { paces: [5 * MB] }), [[0, undefined]]);
  const alone = copying();
  const [first] = alone.steps.filter(({ step }) => step.technique === "PRE_COPY");
  const rest = {
    ...alone,
    steps: alone.steps.filter(
      ({ step, state }) => step === first?.step || state.kind !== "running" || state.phase !== "copying",
    ),
  };
  assert.deepEqual(ordersOf(rest, [60 * MB], { paces: [5 * MB] }), [[0, undefined]]);
});

it("copies that will end together run free", () => {
  assert.deepEqual(ordersOf(copying(), [100 * MB, 99 * MB]), []);
});

for (const [title, orders] of [
  ["there is too little left for it to matter", () => ordersOf(copying(), [5 * MB, 10 * MB])],
  ["nobody has told lately how far they are", () => ordersOf(copying(), [60 * MB, 100 * MB], { ageSeconds: 4 })],
  ["nothing moves", () => ordersOf(copying(), [60 * MB, 100 * MB], { rate: 0 })],
  [
    "a moved VM is hot: they are held for it already",
    () =>
      ordersOf(
        copying((record) =>
          record.state.kind === "running" && record.step.technique !== "PRE_COPY"
            ? { ...record, state: { ...record.state, phase: "hot" } }
            : record,
        ),
        [60 * MB, 100 * MB],
      ),
  ],
  [
    "another step waits for one of them",
    () => {
      const evacuation = copying();
      const last = evacuation.steps.at(-1) ?? assert.fail();
      const first = evacuation.steps.find(({ step }) => step.technique === "PRE_COPY") ?? assert.fail();
      const after = [{ vmId: first.step.vmId, event: "COMPLETED" as const }];
      const waiting: StepRecord = { ...last, step: { ...last.step, vmId: "later", after }, state: { kind: "waiting" } };
      return ordersOf({ ...evacuation, steps: [...evacuation.steps, waiting] }, [60 * MB, 100 * MB]);
    },
  ],
] as const) {
  it(`nothing is held when ${title}`, () => {
    assert.deepEqual(orders(), []);
  });
}

it("an order of the second comes after the event before it and before the event that follows", () => {
  const [record] = copying().steps;
  assert.ok(record?.state.kind === "running");
  const { state } = record;
  const paced = { ...record, state: { ...state, pace: { revision: 3, bytesPerSecond: 7 } } };
  const ordered = decide(
    "e",
    { ...copying(), steps: [paced] },
    { nowMilliseconds: NOW, answerableMilliseconds: NOW, done: new Map(), specs: new Map(), prepareTimeoutSeconds: 30 },
  ).flatMap((effect) => (effect.kind === "pace" ? [effect.body.revision ?? 0] : []));
  const now = balancedRevision(paced, NOW)?.revision ?? 0;
  const later = balancedRevision(paced, NOW + 5_000)?.revision ?? 0;
  const next = balancedRevision({ ...paced, state: { ...state, pace: { revision: 4 } } }, NOW)?.revision ?? 0;
  assert.ok((ordered[0] ?? Number.NaN) < now && now < later && later < next);
  assert.equal(balancedRevision(paced, NOW + 5_000)?.isLast, false);
  const last = balancedRevision(paced, NOW + 20_000_000);
  assert.ok(last?.isLast && last.revision < next, "there is always room to free what is held");
});

it("a hot VM's room is made by whoever shares a link with it, of whichever evacuation", () => {
  const both = [...mixed4("a"), ...mixed4("d")];
  const reports = ["a", "b", "c", "d"].map((hostId) =>
    report(
      hostId,
      both.filter((vm) => vm.hostId === hostId),
    ),
  );
  const begin = (state: PlannerState, evacuationId: string, hostId: string, destination: string): PlannerState => {
    const admission = admit(requestOf(evacuationId, hostId, { destinationHostIds: [destination], ...inTurn }), {
      ...{
        state,
        reports,
        nowUnixMilliseconds: NOW,
        staleInventorySeconds: 10,
        profileLimits: defaultProfileLimits,
        maximumMoving: 4,
        progress: new Map(),
      },
      profiles: [{ hostId, answerTimeUnixMilliseconds: NOW, vms: both.map((vm) => profile(vm)) }],
    });
    assert.ok(admission.kind === "planned");
    const plan = { ...admission.planned.plan, hotPhasePaceBytesPerSecond: 2 * MB };
    const event = {
      entity: "evacuation",
      id: evacuationId,
      name: "planned",
      body: { ...admission.planned, plan },
    } as const;
    return evolve(state, { event, timeUnixMilliseconds: NOW });
  };
  const tell = (state: PlannerState, migrationId: string, ...names: readonly string[]): PlannerState =>
    names.reduce((known, name) => {
      const evacuation = known.get(migrationId.slice(0, -2));
      assert.ok(evacuation?.kind === "running");
      const migration = evacuation.steps.find((one) => one.migration.migrationId === migrationId)?.migration;
      const more = name === "incoming-ready" ? { address: "10.0.0.2", port: 4444 } : {};
      const body = { migration, eventTimeUnixMilliseconds: NOW, ...more };
      const event = { entity: "migration", id: migrationId, name, body } as unknown as MigrationRecordEvent;
      return evolve(known, { event, timeUnixMilliseconds: NOW });
    }, state);
  const started = ["incoming-ready", "decided", "started"];
  const paceOf = (state: PlannerState, evacuationId: string) => {
    const evacuation = state.get(evacuationId);
    const first = evacuation?.kind === "running" ? evacuation.steps[0]?.state : undefined;
    return first?.kind === "running" ? first.pace.bytesPerSecond : assert.fail("does not run");
  };
  // Its first VM has settled; then another evacuation's becomes hot on its way to the same host, or to another.
  for (const [destination, isHeld] of [
    ["b", true],
    ["c", false],
  ] as const) {
    let state = begin(begin(emptyState, "one", "a", "b"), "two", "d", destination);
    state = tell(state, "one-1", ...started, "settled");
    assert.equal(paceOf(state, "one"), undefined);
    state = tell(state, "two-1", ...started);
    assert.equal(paceOf(state, "one") !== undefined, isHeld, `to ${destination}`);
    assert.equal(paceOf(state, "two"), undefined);
    assert.equal(paceOf(tell(state, "two-1", "settled"), "one"), undefined);
  }
});
