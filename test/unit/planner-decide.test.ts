import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { EvacuationPlanned } from "../../services/kit/domain/evacuation.ts";
import { type AdmissionInput, admit } from "../../services/planner/core/admission.ts";
import { cancel, type DecideContext, decide } from "../../services/planner/core/decide.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import {
  emptyState,
  evolve,
  type PlannerState,
  type RunningEvacuation,
} from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent, PlannerRecord } from "../../services/planner/core/journal.ts";
import { reportOf, statusOf } from "../../services/planner/core/report.ts";
import { inTurn, mixed4, profile, report, requestOf } from "../planner-world.ts";

const vms = mixed4("a");
const reports = [report("a", vms), report("b", []), report("c", [])];
const specs = new Map(
  reports.flatMap((host) => host.vms.flatMap((vm) => (vm.spec ? [[vm.vmId, vm.spec] as const] : []))),
);
const NOW = reports[0]?.reportTimeUnixMilliseconds ?? 0;

const input = (more: Partial<AdmissionInput> = {}): AdmissionInput => ({
  state: emptyState,
  reports,
  profiles: [
    { hostId: "a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) },
    { hostId: "c", answerTimeUnixMilliseconds: NOW, vms: [] },
  ],
  nowUnixMilliseconds: NOW,
  staleInventorySeconds: 10,
  profileLimits: defaultProfileLimits,
  maximumMoving: 4,
  progress: new Map(),
  ...more,
});
const context: DecideContext = {
  nowMilliseconds: NOW,
  answerableMilliseconds: NOW,
  done: new Map(),
  specs,
  prepareTimeoutSeconds: 30,
};

function planned(evacuationId = "e", hostId = "a", more: Partial<AdmissionInput> = {}): EvacuationPlanned {
  const admission = admit(requestOf(evacuationId, hostId, { destinationHostIds: ["b"], ...inTurn }), input(more));
  assert.ok(admission.kind === "planned", JSON.stringify(admission));
  return admission.planned;
}

const begun = (body = planned()): PlannerRecord => ({
  event: { entity: "evacuation", id: body.request.evacuationId, name: "planned", body },
  timeUnixMilliseconds: NOW,
});

/** What executors say of the steps of `e`, in short: `1 started`. */
function said(words: string, at = NOW): PlannerRecord {
  const [number, name] = words.split(" ");
  const step = planned().plan.steps[Number(number) - 1];
  assert.ok(step !== undefined);
  const { vmId, sourceHostId, destinationHostId, technique } = step;
  const id = `e-${number}`;
  const body = {
    migration: { migrationId: id, evacuationId: "e", vmId, sourceHostId, destinationHostId },
    eventTimeUnixMilliseconds: at,
    ...(name === "incoming-ready" ? { address: "10.0.0.2", port: 4444 } : {}),
    ...(name === "completed" ? { technique, totalSeconds: 2, transferredBytes: 100, postCopyRequests: 0 } : {}),
    ...(name === "failed" ? { reason: "the link broke", vmLocation: "RUNS_AT_SOURCE" } : {}),
    ...(name === "cancelled" ? { reason: "the evacuation was cancelled" } : {}),
  };
  return {
    event: { entity: "migration", id, name, body } as unknown as MigrationRecordEvent,
    timeUnixMilliseconds: at,
  };
}

const after = (...words: string[]): PlannerState =>
  [begun(), ...words.map((word) => said(word))].reduce(evolve, emptyState);

function running(state: PlannerState, evacuationId = "e"): RunningEvacuation {
  const evacuation = state.get(evacuationId);
  assert.ok(evacuation?.kind === "running", evacuation?.kind);
  return evacuation;
}

const effects = (state: PlannerState, more: Partial<DecideContext> = {}): string[] =>
  decide("e", running(state), { ...context, ...more }).map((effect) => {
    if (effect.kind === "end") return `end ${effect.ending.outcome}`;
    if (effect.kind === "find-spec") return `find-spec ${effect.vmId}`;
    const pace = effect.kind === "pace" ? ` ${effect.body.paceBytesPerSecond ?? "free"}` : "";
    return `${effect.kind} ${effect.body.migration.migrationId.slice(2)}${pace}`;
  });

const moved = (number: number): string[] =>
  ["incoming-ready", "decided", "started", "settled", "completed"].map((name) => `${number} ${name}`);

describe("decide", () => {
  const cases: readonly { readonly title: string; readonly after: string[]; readonly effects: string[] }[] = [
    { title: "prepares the first step's destination", after: [], effects: ["prepare-incoming 1"] },
    {
      title: "makes a step's decision public when its destination listens",
      after: ["1 incoming-ready"],
      effects: ["decided 1"],
    },
    {
      title: "starts a step when its decision is in the journal",
      after: ["1 incoming-ready", "1 decided"],
      effects: ["start-migration 1"],
    },
    {
      title: "prepares the next while the one before is hot",
      after: ["1 incoming-ready", "1 decided", "1 started"],
      effects: ["prepare-incoming 2"],
    },
    {
      title: "does not decide a step that listens before the one before has settled",
      after: ["1 incoming-ready", "1 decided", "1 started", "2 incoming-ready"],
      effects: [],
    },
    {
      title: "decides it then",
      after: ["1 incoming-ready", "1 decided", "1 started", "2 incoming-ready", "1 settled"],
      effects: ["decided 2"],
    },
    {
      title: "holds the settled one's bulk while the next is hot",
      after: ["1 incoming-ready", "1 decided", "1 started", "2 incoming-ready", "1 settled", "2 decided", "2 started"],
      effects: ["pace 1 750000", "prepare-incoming 3", "prepare-incoming 4"],
    },
    {
      title: "lets it go when nothing is hot",
      after: [...["1 incoming-ready", "1 decided", "1 started", "1 settled"], ...moved(2)],
      effects: ["pace 1 free", "prepare-incoming 3", "prepare-incoming 4"],
    },
    {
      title: "holds nobody for a hot one whose stream is broken",
      after: [
        ...["1 incoming-ready", "1 decided", "1 started", "1 settled"],
        ...["2 incoming-ready", "2 decided", "2 started", "2 paused"],
      ],
      effects: ["pace 1 free"],
    },
    {
      title: "waits no longer for a step that failed",
      after: ["1 failed", "2 incoming-ready"],
      effects: ["decided 2"],
    },
    {
      title: "gives up what has not begun once a step was cancelled, and still starts what was decided",
      after: ["1 incoming-ready", "1 decided", "4 cancelled"],
      effects: ["cancelled 2", "cancelled 3", "start-migration 1"],
    },
    {
      title: "ends as completed when all steps have",
      after: [1, 2, 3, 4].flatMap(moved),
      effects: ["end completed"],
    },
    {
      title: "ends as failed when a VM is left",
      after: [...[1, 2, 3].flatMap(moved), "4 failed"],
      effects: ["end failed"],
    },
    {
      title: "ends as cancelled when steps were given up, not before the last that runs has ended",
      after: [...moved(1), "2 cancelled", "3 cancelled", "4 cancelled"],
      effects: ["end cancelled"],
    },
  ];
  for (const { title, after: events, effects: expected } of cases) {
    it(title, () => assert.deepEqual(effects(after(...events)), expected));
  }

  const asked = (id: string, atMilliseconds: number, refusal?: string): Pick<DecideContext, "done"> => ({
    done: new Map([[id, { atMilliseconds, ...(refusal === undefined ? {} : { refusal }) }]]),
  });

  it("fails a step whose destination does not answer in time, counted from when this planner had asked", () => {
    const late = { answerableMilliseconds: NOW + 31_000 };
    assert.deepEqual(effects(after(), { ...late, ...asked("e-1-prepare-incoming", NOW) }), ["failed 1"]);
    assert.deepEqual(effects(after(), { ...late, ...asked("e-1-prepare-incoming", NOW + 20_000) }), [
      "prepare-incoming 1",
    ]);
  });

  it("fails no step whose destination was not asked, however long what it waited for took and whatever the clocks", () => {
    assert.deepEqual(effects(after(), { answerableMilliseconds: NOW + 3_600_000 }), ["prepare-incoming 1"]);
    const state = after("1 incoming-ready", "1 decided", "1 started", "1 settled");
    assert.deepEqual(effects(state, { answerableMilliseconds: NOW + 3_600_000 }), ["prepare-incoming 2"]);
    assert.deepEqual(effects(state, { answerableMilliseconds: NOW - 3_600_000 }), ["prepare-incoming 2"]);
  });

  it("says that the order was not taken instead of that it was not answered", () => {
    const [effect] = decide("e", running(after()), { ...context, ...asked("e-1-prepare-incoming", NOW, "too large") });
    assert.ok(effect?.kind === "failed");
    assert.match(effect.body.reason, /the order to prepare for it was not taken: too large/);
  });

  it("prepares nothing without the VM's declared spec, looks for it, and says so when time is up", () => {
    assert.deepEqual(effects(after(), { specs: new Map() }), ["find-spec a-vm-0"]);
    const [effect] = decide("e", running(after()), {
      ...context,
      ...asked("e-1-find-spec", NOW),
      specs: new Map(),
      answerableMilliseconds: NOW + 31_000,
    });
    assert.ok(effect?.kind === "failed");
    assert.match(effect.body.reason, /a does not report a-vm-0's declared spec any more/);
  });

  /** The first step runs; every VM is as large, and dirties as much, as is said. */
  const whileFirstRuns = (usedMemoryBytes: number, more: { dirtyBytesPerSecond?: number; technique?: "PRE_COPY" }) => {
    const body = planned();
    const { technique, ...vm } = more;
    const altered: EvacuationPlanned = {
      ...body,
      plan: { ...body.plan, steps: body.plan.steps.map((step) => (technique ? { ...step, technique } : step)) },
      snapshot: {
        ...body.snapshot,
        vms: body.snapshot.vms.map((one) => ({ ...one, memoryBytes: usedMemoryBytes, usedMemoryBytes, ...vm })),
      },
    };
    return [begun(altered), said("1 incoming-ready"), said("1 decided"), said("1 started")].reduce(evolve, emptyState);
  };

  it("does not prepare a step long before its turn: a VM it waits for would take longer than a QEMU listens", () => {
    assert.deepEqual(effects(whileFirstRuns(1e12, {})), []);
  });

  it("counts on a tenth of the link: four copies share it with traffic, and a hot phase holds them to that", () => {
    // 25 MB/s: 120 s with the link alone, 1200 s with a tenth of it, twice what a QEMU listens.
    assert.deepEqual(effects(whileFirstRuns(3e9, {})), []);
    assert.deepEqual(effects(whileFirstRuns(4e8, {})), ["prepare-incoming 2"]);
  });

  it("counts the rounds of a pre-copy, and prepares nothing behind one that may not end", () => {
    assert.deepEqual(effects(whileFirstRuns(4e8, { technique: "PRE_COPY", dirtyBytesPerSecond: 1e6 })), []);
    assert.deepEqual(effects(whileFirstRuns(1e8, { technique: "PRE_COPY", dirtyBytesPerSecond: 3e6 })), []);
  });

  it("does not prepare a step behind one whose stream is broken", () => {
    assert.deepEqual(effects(after("1 incoming-ready", "1 decided", "1 started", "1 paused")), []);
  });

  it("names what is left and why when it ends", () => {
    const [effect] = decide("e", running(after(...[1, 2, 3].flatMap(moved), "4 failed")), context);
    assert.ok(effect?.kind === "end" && effect.ending.outcome === "failed");
    assert.equal(effect.ending.message, "1 of 4 VMs were not moved off a: a-vm-3 (the link broke; it runs on a)");
  });

  it("cancels what has not ended: what has begun is its executor's to end", () => {
    const state = after("1 incoming-ready", "1 decided", "2 incoming-ready");
    assert.deepEqual(
      cancel(running(state), "why").map((effect) => effect.id),
      ["e-1-cancelled", "e-2-cancelled", "e-3-cancelled", "e-4-cancelled"],
    );
    assert.deepEqual(
      cancel(running(after("1 incoming-ready", "1 decided", "1 started", "1 failed", "2 incoming-ready")), "why").map(
        ({ id }) => id,
      ),
      ["e-5-cancelled", "e-2-cancelled", "e-3-cancelled", "e-4-cancelled"],
    );
  });

  it("begins nothing more once a cancellation was asked for, also when all that is left of it runs", () => {
    const state = after(...moved(1), ...moved(2), "3 incoming-ready", "3 decided", "3 started", "4 incoming-ready");
    const asked = evolve(state, said("3 cancelled"));
    const known = running(asked);
    assert.equal(known.steps[2]?.state.kind, "running");
    assert.deepEqual(effects(asked), ["cancelled 4"]);
    const { plan, snapshot } = known.planned;
    const why = { revision: 1, reason: "a place is free", eventTimeUnixMilliseconds: NOW };
    const body = { evacuationId: "e", ...why, plan, snapshot };
    const event = { entity: "evacuation", id: "e", name: "replanned", body } as const;
    assert.equal(running(evolve(asked, { event, timeUnixMilliseconds: NOW })).revision, 0);
  });
});

describe("a migration that failed with its VM running on", () => {
  const failedOnce = () => after("1 incoming-ready", "1 decided", "1 started", "1 failed", "2 incoming-ready");

  it("is tried again by another after a pause, and nobody waits for it any more", () => {
    const state = failedOnce();
    const record = running(state).steps[0];
    assert.equal(record?.migration.migrationId, "e-5");
    assert.deepEqual(record?.attempts, { reasons: ["the link broke"], notBeforeUnixMilliseconds: NOW + 5_000 });
    assert.deepEqual(
      effects(state).filter((effect) => effect.endsWith(" 5")),
      [],
    );
    assert.ok(effects(state).includes("decided 2"), `${effects(state)}`);
    assert.ok(effects(state, { nowMilliseconds: NOW + 5_000 }).includes("prepare-incoming 5"));
  });

  it("fails when it has failed three times, with the reason of each", () => {
    const fails = (state: PlannerState, id: string) => {
      const { event } = said("1 failed");
      const renamed = { ...event, id, body: { ...event.body, reason: `${id} broke` } } as MigrationRecordEvent;
      const named = (name: string) => ({ ...said(`1 ${name}`).event, id }) as MigrationRecordEvent;
      return ["incoming-ready", "decided", "started"]
        .map(named)
        .concat(renamed)
        .reduce((known, one) => evolve(known, { event: one, timeUnixMilliseconds: NOW }), state);
    };
    const state = ["e-1", "e-5", "e-6"].reduce(fails, after());
    assert.equal(running(state).steps[0]?.state.kind, "failed");
    const [vm] = reportOf(running(state)).vms;
    assert.equal(vm?.failedAttempts, "e-1 broke; then: e-5 broke");
    assert.match(vm?.reason ?? "", /e-6 broke/);
    assert.equal(running(state).migrations, 6);
  });

  it("is not tried again when nobody knows where the VM is, or when all was cancelled", () => {
    const { event } = said("1 failed");
    const lost = { ...event, body: { ...event.body, vmLocation: "UNCERTAIN" } } as MigrationRecordEvent;
    const state = evolve(after("1 incoming-ready", "1 decided"), { event: lost, timeUnixMilliseconds: NOW });
    assert.equal(running(state).steps[0]?.state.kind, "failed");
    const cancelling = after("1 incoming-ready", "1 decided", "2 cancelled", "1 failed");
    assert.equal(running(cancelling).steps[0]?.state.kind, "failed");
  });
});

describe("evolve", () => {
  it("keeps the first word about an evacuation", () => {
    const state = after();
    const second = { ...planned(), request: requestOf("e", "b") };
    assert.equal(evolve(state, begun(second)), state);
  });

  it("keeps a decision against a cancellation that came later", () => {
    const state = after("1 incoming-ready", "1 decided", "1 cancelled");
    assert.equal(running(state).steps[0]?.state.kind, "decided");
  });

  it("keeps a step that runs against a cancellation that came late, and takes its end", () => {
    const late = after("1 incoming-ready", "1 decided", "1 started", "1 cancelled");
    assert.equal(running(late).steps[0]?.state.kind, "running");
    assert.equal(running(evolve(late, said("1 completed"))).steps[0]?.state.kind, "completed");
  });

  it("cancels every step of a second plan for a host that is being evacuated", () => {
    const second = planned("late");
    const state = evolve(after(), begun(second));
    const late = running(state, "late");
    assert.deepEqual([...new Set(late.steps.map((step) => step.state.kind))], ["cancelled"]);
    const [effect] = decide("late", late, context);
    assert.ok(effect?.kind === "end" && effect.ending.outcome === "cancelled");
    assert.match(effect.ending.message, /evacuation e of a was there first/);
  });

  it("reports from the first start to the last end, by the executors' clocks", () => {
    const records = [begun(), said("1 incoming-ready"), said("1 decided"), said("1 started", NOW + 100)];
    const state = [...records, said("1 completed", NOW + 5_100), said("2 completed", NOW + 9_100)].reduce(
      evolve,
      emptyState,
    );
    const made = reportOf(running(state));
    assert.equal(made.totalMigrationSeconds, 9);
    assert.equal(made.transferredBytes, 200);
    assert.deepEqual(made.forecast, planned().plan.forecast);
  });

  it("says in plain words what a step waits for", () => {
    const waits = statusOf(running(after("1 incoming-ready", "1 decided", "1 started"))).steps.map(
      (step) => step.waitsFor,
    );
    assert.deepEqual(waits, [
      undefined,
      "a-vm-0 to settle: both are sent from a, 109.6 of 200.0 Mbit/s free",
      "a-vm-1 to settle: both are sent from a, 109.6 of 200.0 Mbit/s free",
      "a-vm-1 to settle: both are sent from a, 109.6 of 200.0 Mbit/s free",
    ]);
    assert.deepEqual(statusOf(running(after())).steps[0]?.waitsFor, "b to be ready for it");
  });
});

describe("admission", () => {
  const code = (admission: ReturnType<typeof admit>) =>
    admission.kind === "rejected" ? admission.rejected.code : admission.kind;

  it("refuses a host that is being evacuated, and one that VMs are on their way to", () => {
    const state = after("1 incoming-ready");
    assert.equal(code(admit(requestOf("f", "a"), input({ state }))), "ALREADY_EVACUATING");
    assert.equal(code(admit(requestOf("f", "b"), input({ state }))), "IS_DESTINATION");
  });

  it("counts the memory of VMs that are on their way as used, and sends nothing to a host that is being evacuated", () => {
    const guest = { vmId: "c-vm-0", hostId: "c", outboundMbit: 1, inboundMbit: 1 };
    const tight = [
      report("a", vms),
      { ...report("b", []), freeMemoryBytes: 4.5 * 200 * 2 ** 20 },
      report("c", [guest]),
    ];
    const admission = admit(requestOf("f", "c"), input({ state: after(), reports: tight }));
    assert.ok(admission.kind === "rejected" && admission.rejected.code === "NOTHING_CAN_MOVE");
    assert.deepEqual(
      admission.rejected.unplaced[0]?.reasons.map((reason) => `${reason.hostId} ${reason.code}`),
      ["a BEING_EVACUATED", "b INSUFFICIENT_MEMORY"],
    );
  });

  it("counts what another evacuation has still to send over the links that it would share", () => {
    const guest = { vmId: "c-vm-0", hostId: "c", outboundMbit: 1, inboundMbit: 1 };
    const reports = [report("a", vms), report("b", []), report("c", [guest])];
    const total = (state: PlannerState) => {
      const admission = admit(requestOf("f", "c", { destinationHostIds: ["b"] }), input({ state, reports }));
      assert.ok(admission.kind === "planned", JSON.stringify(admission));
      return admission.planned.plan.forecast.totalMigrationSeconds;
    };
    // Four VMs of the first have not begun, and all go to the same host.
    assert.ok(total(after()) > 1.5 * total(emptyState), `${total(after())} beside ${total(emptyState)} alone`);
  });

  it("plans no host without the VMs that came there after its last report", () => {
    const late = moved(1).map((words) => said(words, NOW + 1_000));
    const body = { evacuationId: "e", message: "", report: {}, eventTimeUnixMilliseconds: NOW + 1_000 };
    const event = { entity: "evacuation", id: "e", name: "cancelled", body } as unknown as PlannerRecord["event"];
    const ended = [...late, { event, timeUnixMilliseconds: NOW + 1_000 }].reduce(
      evolve,
      after("2 cancelled", "3 cancelled", "4 cancelled"),
    );
    const [{ vmId = "" } = {}] = planned().plan.steps;
    const admission = admit(requestOf("f", "b"), input({ state: ended }));
    assert.ok(
      admission.kind === "rejected" && admission.rejected.code === "STALE_INVENTORY",
      JSON.stringify(admission),
    );
    assert.equal(admission.late, "answer");
    assert.match(admission.rejected.message, new RegExp(`^b has not reported since ${vmId} came there`));
    const seen = { ...report("b", vms.slice(0, 1)), reportTimeUnixMilliseconds: NOW + 1_001 };
    const later = admit(requestOf("f", "b"), input({ state: ended, reports: [report("a", []), seen] }));
    assert.equal(later.kind === "rejected" ? later.rejected.code : later.kind, "STALE_PROFILES");
  });

  it("refuses old reports with their age, of the host and of a named destination", () => {
    const old = [report("a", vms, 60), report("b", [])];
    const named = [report("a", vms), report("b", [], 60)];
    assert.equal(code(admit(requestOf("f", "a"), input({ reports: old }))), "STALE_INVENTORY");
    const second = admit(requestOf("f", "a", { destinationHostIds: ["b"] }), input({ reports: named }));
    assert.equal(code(second), "STALE_INVENTORY");
    const unnamed = admit(requestOf("f", "a"), input({ reports: named }));
    assert.equal(code(unnamed), "NO_DESTINATION");
    // After an outage the one host may have found NATS again before the other.
    for (const rejected of [second, unnamed]) assert.ok(rejected.kind === "rejected" && rejected.late === "answer");
    const alone = admit(requestOf("f", "a"), input({ reports: [report("a", vms)] }));
    assert.ok(alone.kind === "rejected" && alone.late === undefined);
  });

  it("refuses a deadline that the forecast does not meet, with both times and the earliest possible", () => {
    const quickest = admit(requestOf("e", "a", { destinationHostIds: ["b"] }), input());
    assert.ok(quickest.kind === "planned");
    const { forecast, alternatives } = quickest.planned.plan;
    const seconds = forecast.totalMigrationSeconds;
    const ask = (deadlineSeconds: number, policy: "traffic-sensitive" | "pre-copy" = "traffic-sensitive") =>
      admit(requestOf("f", "a", { destinationHostIds: ["b"], deadlineSeconds, policy }), input());
    assert.equal(code(ask(seconds)), "planned");
    const best = ask(seconds - 0.1);
    assert.ok(best.kind === "rejected" && best.rejected.code === "BEYOND_DEADLINE", JSON.stringify(best));
    const [is, was] = [seconds.toFixed(1), (seconds - 0.1).toFixed(1)];
    assert.equal(
      best.rejected.message,
      `traffic-sensitive is forecast to take ${is} s, the deadline is ${was} s; it can not be done earlier`,
    );
    const worse = ask(seconds - 0.1, "pre-copy");
    const preCopy = alternatives.find(({ policy }) => policy === "pre-copy")?.forecast ?? assert.fail();
    assert.equal(
      worse.kind === "rejected" && worse.rejected.message,
      `pre-copy is forecast to take ${preCopy.totalMigrationSeconds.toFixed(1)} s, the deadline is ${was} s; the earliest possible is ${is} s, by the policy traffic-sensitive`,
    );
  });

  it("meets a deadline that a gentler schedule would meet only without the dirtying that is assumed", () => {
    const deadlineSeconds = planned().plan.forecast.totalMigrationSeconds - 0.1;
    const met = admit(requestOf("f", "a", { destinationHostIds: ["b"], deadlineSeconds }), input());
    assert.ok(met.kind === "planned", JSON.stringify(met));
    assert.ok(met.planned.plan.forecast.totalMigrationSeconds <= deadlineSeconds);
  });

  it("leaves an undeclared VM unplaced and moves the others", () => {
    const mixed = vms.map((vm, index) => (index === 0 ? { ...vm, declared: false } : vm));
    const { plan } = planned("e", "a", { reports: [report("a", mixed), report("b", [])] });
    assert.equal(plan.steps.length, 3);
    assert.deepEqual(
      plan.unplaced[0]?.reasons.map((reason) => reason.code),
      ["NOT_DECLARED"],
    );
  });
});
