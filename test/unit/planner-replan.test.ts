import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codecs } from "../../services/kit/bus/messages.ts";
import type { EvacuationReplanned, EvacuationRequest } from "../../services/kit/domain/evacuation.ts";
import { type AdmissionInput, admit, lookInputFor } from "../../services/planner/core/admission.ts";
import { decide } from "../../services/planner/core/decide.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import {
  emptyState,
  evolve,
  type PlannerState,
  type RunningEvacuation,
} from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent, PlannerRecord } from "../../services/planner/core/journal.ts";
import { lookAt, type Outlook, type Progress, replannedBy } from "../../services/planner/core/replan.ts";
import { reportOf } from "../../services/planner/core/report.ts";
import { firstWatch, type Watch, weigh } from "../../services/planner/core/watch.ts";
import { mixed4, profile, report, requestOf, type WorldVm } from "../planner-world.ts";

const vms = mixed4("a");
const NOW = Date.now();
const MIB = 2 ** 20;

interface Change {
  /** By the last character of a VM's id: what it sends and receives, Mbit/s. */
  readonly traffic?: { readonly [number: string]: readonly [number, number] };
  readonly hostIds?: readonly string[];
  /** Of host b. */
  readonly freeMib?: number;
  readonly progress?: { readonly [migrationId: string]: Partial<Progress> };
}

function inputOf(
  state: PlannerState,
  { traffic = {}, hostIds = ["a", "b"], freeMib, progress = {} }: Change = {},
  at = NOW,
) {
  const now = vms.map((vm): WorldVm => {
    const [outboundMbit, inboundMbit] = traffic[vm.vmId.slice(-1)] ?? [vm.outboundMbit, vm.inboundMbit];
    return { ...vm, outboundMbit, inboundMbit };
  });
  const reports = hostIds.map((hostId) => ({
    ...report(hostId, hostId === "a" ? now : []),
    reportTimeUnixMilliseconds: at,
    ...(hostId === "b" && freeMib !== undefined ? { freeMemoryBytes: freeMib * MIB } : {}),
  }));
  const whole = { leftBytes: 100 * MIB, bytesPerSecond: 10e6, pass: 1, timeUnixMilliseconds: at };
  const input: AdmissionInput = {
    ...{
      state,
      reports,
      nowUnixMilliseconds: at,
      staleInventorySeconds: 10,
      profileLimits: defaultProfileLimits,
      maximumMoving: 4,
    },
    profiles: [{ hostId: "a", answerTimeUnixMilliseconds: at, vms: now.map((vm) => profile(vm)) }],
    progress: new Map(Object.entries(progress).map(([id, one]) => [id, { ...whole, ...one }])),
  };
  return input;
}

function begun(more: Partial<EvacuationRequest> = {}, change: Change = {}): PlannerState {
  const admission = admit(requestOf("e", "a", more), inputOf(emptyState, change));
  assert.ok(admission.kind === "planned", JSON.stringify(admission));
  const record: PlannerRecord = {
    event: { entity: "evacuation", id: "e", name: "planned", body: admission.planned },
    timeUnixMilliseconds: NOW,
  };
  return evolve(emptyState, record);
}

function running(state: PlannerState): RunningEvacuation {
  const evacuation = state.get("e");
  assert.ok(evacuation?.kind === "running", evacuation?.kind);
  return evacuation;
}

/** `3 started`: of the third step. */
function said(state: PlannerState, ...all: readonly string[]): PlannerState {
  return all.reduce((known, words) => {
    const [number, name] = words.split(" ");
    const record = running(known).steps.find(({ migration }) => migration.migrationId === `e-${number}`);
    assert.ok(record !== undefined, words);
    const body = {
      migration: record.migration,
      eventTimeUnixMilliseconds: NOW,
      ...(name === "incoming-ready" ? { address: "10.0.0.2", port: 4444 } : {}),
      ...(name === "failed" ? { reason: "the link broke", vmLocation: "RUNS_AT_SOURCE" } : {}),
    };
    const event = { entity: "migration", id: `e-${number}`, name, body } as unknown as MigrationRecordEvent;
    return evolve(known, { event, timeUnixMilliseconds: NOW });
  }, state);
}

const started = ["incoming-ready", "decided", "started"];
const firstStarted = started.map((name) => `1 ${name}`);

function look(state: PlannerState, change: Change = {}, at = NOW): Outlook {
  return lookAt(running(state), lookInputFor("e", inputOf(state, change, at)));
}

function replanned(
  state: PlannerState,
  outlook: Outlook,
  at = NOW,
): { state: PlannerState; body: EvacuationReplanned } {
  const body = replannedBy("e", running(state), outlook, at);
  const encoded = codecs.EvacuationReplanned.encode(body);
  assert.ok(encoded.ok, JSON.stringify(encoded));
  const event = { entity: "evacuation", id: "e", name: "replanned", body } as const;
  return { state: evolve(state, { event, timeUnixMilliseconds: at }), body };
}

const techniques = (state: PlannerState) =>
  Object.fromEntries(running(state).steps.map(({ step }) => [step.vmId.slice(-1), step.technique]));

/** The two that received send now: what waits is better done the other way round. */
const turned = { traffic: { 2: [80, 0.2], 3: [80, 0.2] } } as const;

describe("a look at a running evacuation", () => {
  it("goes on when a host to which something is on its way has fallen silent", () => {
    const state = begun({}, { hostIds: ["a", "b", "c"] });
    const toB = running(state).steps.filter(({ step }) => step.destinationHostId === "b");
    const toC = running(state).steps.filter(({ step }) => step.destinationHostId === "c");
    assert.ok(toB.length > 0 && toC.length > 0);
    const numbers = toB.map(({ migration }) => migration.migrationId.slice(2));
    const onTheWay = said(state, ...numbers.flatMap((number) => started.map((name) => `${number} ${name}`)));
    assert.deepEqual([...look(onTheWay, { hostIds: ["a", "c"] }).escalations], []);
  });

  it("of one that is being cancelled finds no place for what had none", () => {
    const state = begun({}, { freeMib: 700 });
    assert.ok(running(state).planned.plan.unplaced.length > 0);
    const all = running(state).steps.map(({ migration }) => migration.migrationId.slice(2));
    const allRun = said(state, ...all.flatMap((number) => started.map((name) => `${number} ${name}`)));
    assert.match(look(allRun).better?.words ?? "", /there is a place for/);
    assert.equal(look(said(allRun, `${all[0]} cancelled`)).better, undefined);
  });

  it("keeps in its plan a VM that has to begin again since", () => {
    const state = said(begun(), ...firstStarted);
    const outlook = look(state, turned);
    assert.ok(outlook.better !== undefined);
    const first = running(state).steps[0] ?? assert.fail();
    const again = { ...first, state: { kind: "waiting" } as const };
    const since = { ...running(state), steps: running(state).steps.with(0, again) };
    const { plan } = replannedBy("e", since, outlook, NOW);
    assert.deepEqual(plan.steps.map(({ vmId }) => vmId).sort(), vms.map(({ vmId }) => vmId).sort());
  });

  it("finds nothing better while nothing has changed, whatever has begun", () => {
    let state = begun();
    assert.equal(look(state).better, undefined);
    for (const words of [...firstStarted, "1 settled", "2 incoming-ready", "2 decided", "2 started", "2 settled"]) {
      state = said(state, words);
      const progress = { "e-1": { leftBytes: 60 * MIB }, "e-2": { leftBytes: 120 * MIB } };
      assert.equal(look(state, { progress }).better, undefined, words);
    }
  });

  it("finds a better plan for what waits when its traffic has turned round, and says why", () => {
    const state = said(begun(), ...firstStarted);
    const { better } = look(state, turned);
    assert.ok(better !== undefined);
    assert.match(
      better.words,
      /a-vm-[23] sends 80\.0 Mbit\/s instead of 0\.2 Mbit\/s; .*the rest would take .* s as planned and takes .* s now/,
    );
    const next = replanned(state, { better, escalations: new Map() });
    const [first] = running(state).steps;
    assert.deepEqual(running(next.state).steps[0], first);
    assert.equal(techniques(next.state)["2"], "POST_COPY");
    assert.equal(techniques(next.state)["3"], "POST_COPY");
    // What was forecast before the first byte stays beside the fact.
    assert.deepEqual(reportOf(running(next.state)).forecast, reportOf(running(state)).forecast);
  });

  it("says nothing of a host that does not report, and nothing of an evacuation that is being cancelled", () => {
    const state = said(begun(), ...firstStarted);
    assert.deepEqual(look(state, { hostIds: ["b"], ...turned }), { escalations: new Map() });
    assert.equal(look(said(state, "3 cancelled"), turned).better, undefined);
  });

  it("goes on with what was known of traffic that is not known any more", () => {
    const state = said(begun(), ...firstStarted);
    const input = lookInputFor("e", { ...inputOf(state), profiles: [] });
    assert.equal(lookAt(running(state), input).better, undefined);
  });

  it("sends what waits to another host when its destination is gone, as another migration", () => {
    const three = { hostIds: ["a", "b", "c"] };
    const state = said(begun({}, { ...three, freeMib: 100_000 }), ...firstStarted);
    const to = new Set(
      running(state)
        .steps.slice(1)
        .map(({ step }) => step.destinationHostId),
    );
    const gone = [...to][0] ?? "";
    const { better } = look(state, { hostIds: three.hostIds.filter((hostId) => hostId !== gone) });
    assert.match(better?.words ?? "", new RegExp(`${gone} does not report any more`));
    const next = running(replanned(state, { ...(better && { better }), escalations: new Map() }).state);
    const moved = next.steps.slice(1).filter(({ migration }) => !["e-2", "e-3", "e-4"].includes(migration.migrationId));
    assert.ok(moved.length > 0);
    assert.ok(next.steps.slice(1).every(({ step }) => step.destinationHostId !== gone));
    assert.deepEqual(
      moved.map(({ migration }) => migration.migrationId),
      moved.map((_, index) => `e-${5 + index}`),
    );
    const effects = decide("e", next, {
      nowMilliseconds: NOW,
      answerableMilliseconds: NOW,
      done: new Map(),
      specs: new Map(),
      prepareTimeoutSeconds: 30,
    });
    const givenUp = effects.flatMap((effect) => (effect.kind === "cancelled" ? [effect.body.migration.vmId] : []));
    assert.deepEqual(givenUp.sort(), moved.map(({ step }) => step.vmId).sort());
  });

  it("sends what waits to another host when its destination has no memory for it any more", () => {
    const state = said(begun({ destinationHostIds: ["b", "c"] }, { hostIds: ["a", "b", "c"] }), ...firstStarted);
    const onB = running(state)
      .steps.slice(1)
      .filter(({ step }) => step.destinationHostId === "b");
    assert.ok(onB.length > 0);
    const { better } = look(state, { hostIds: ["a", "b", "c"], freeMib: 250 });
    assert.match(better?.words ?? "", /b has no memory for all of it any more/);
  });

  it("finds a place for a VM that had none when a host joins", () => {
    const state = begun({}, { freeMib: 600 });
    assert.equal(running(state).planned.plan.unplaced.length, 1);
    const { better } = look(state, { freeMib: 600, hostIds: ["a", "b", "c"] });
    assert.match(better?.words ?? "", /there is a place for a-vm-\d now/);
    const next = replanned(state, { ...(better && { better }), escalations: new Map() });
    assert.equal(running(next.state).steps.length, 4);
    assert.equal(running(next.state).planned.plan.unplaced.length, 0);
  });

  it("does not change a policy's techniques, which were asked for", () => {
    const state = said(begun({ policy: "pre-copy-serial" }), ...firstStarted);
    assert.equal(look(state, turned).better, undefined);
  });

  it("with --prefer performance wants less degradation, not less time", () => {
    const state = said(begun({ prefer: "performance", maximumSlowdown: 2 }), ...firstStarted);
    const { better } = look(state, turned);
    if (better !== undefined) assert.match(better.words, /would cost applications .* MB as planned/);
    assert.equal(look(state).better, undefined);
  });
});

describe("a pre-copy that does not converge", () => {
  it("stays one when its executor cannot make it a post-copy, and is not asked for again", () => {
    const state = copying();
    const { escalations } = look(state, { progress: diverging });
    const [vmId = ""] = [...escalations.keys()];
    const asked = replanned(state, { escalations }).state;
    const record = running(asked).steps.find(({ step }) => step.vmId === vmId) ?? assert.fail();
    assert.equal(record.step.technique, "HYBRID");
    const body = { migration: record.migration, reason: "its devices differ", eventTimeUnixMilliseconds: NOW };
    const event = { entity: "migration", id: record.migration.migrationId, name: "not-escalated", body } as const;
    const refused = evolve(asked, { event, timeUnixMilliseconds: NOW });
    const kept = running(refused).steps.find(({ step }) => step.vmId === vmId);
    assert.equal(kept?.step.technique, "PRE_COPY");
    assert.equal(kept?.escalation, undefined);
    assert.deepEqual(look(refused, { progress: diverging }).escalations, new Map());
  });

  const copying = (more: Partial<EvacuationRequest> = {}) =>
    said(begun({ policy: "pre-copy", ...more }), ...firstStarted);
  const diverging = { "e-1": { pass: 4, dirtyBytesPerSecond: 12e6, bytesPerSecond: 11e6 } };

  it("becomes a hybrid by an order to its source", () => {
    const state = copying();
    const { escalations } = look(state, { progress: diverging });
    assert.match([...escalations.values()].join(), /dirties 96\.0 Mbit\/s and 88\.0 Mbit\/s are copied in pass 4/);
    const next = replanned(state, { escalations });
    const [first] = running(next.state).steps;
    assert.equal(first?.step.technique, "HYBRID");
    const effects = decide("e", running(next.state), {
      ...{
        nowMilliseconds: NOW,
        answerableMilliseconds: NOW,
        done: new Map(),
        specs: new Map(),
        prepareTimeoutSeconds: 30,
      },
    });
    assert.ok(effects.some(({ kind, id }) => kind === "escalate" && id === "e-1-escalate"));
    // It goes over now: others make room, and nothing is ordered twice.
    const over = running(said(next.state, "1 switched"));
    assert.equal(over.steps[0]?.state.kind === "running" && over.steps[0].state.phase, "hot");
    assert.deepEqual(look(next.state, { progress: diverging }).escalations, new Map());
  });

  for (const [title, progress] of [
    ["sends more than is written", { "e-1": { ...diverging["e-1"], dirtyBytesPerSecond: 9e6 } }],
    ["has not been over its memory twice", { "e-1": { ...diverging["e-1"], pass: 2 } }],
    ["was silent for a while", { "e-1": { ...diverging["e-1"], timeUnixMilliseconds: NOW - 6_000 } }],
    ["has told nothing", {}],
  ] as const) {
    it(`is not concluded from one that ${title}`, () => {
      assert.deepEqual(look(copying(), { progress }).escalations, new Map());
    });
  }

  it("is not concluded from one that is held to a pace for another's sake", () => {
    const state = said(begun(), ...firstStarted);
    const record = running(state).steps.find(({ step }) => step.technique === "PRE_COPY");
    const number = record?.migration.migrationId.slice(2);
    const held = said(state, ...started.map((name) => `${number} ${name}`));
    const progress = { [`e-${number}`]: diverging["e-1"] };
    assert.deepEqual(look(held, { progress }).escalations, new Map());
    assert.equal(look(said(held, "1 settled"), { progress }).escalations.size, 1);
  });

  it("is not concluded from one that balancing holds", () => {
    const progress = { "e-1": { ...diverging["e-1"], paceBytesPerSecond: 11e6 } };
    assert.deepEqual(look(copying(), { progress }).escalations, new Map());
  });

  it("is only post-copied where that was not forbidden since", () => {
    const state = copying();
    const input = lookInputFor("e", inputOf(state, { progress: diverging }));
    const vmId = running(state).steps[0]?.step.vmId;
    const forbidding = input.snapshot.vms.map((vm) =>
      vm.vmId === vmId ? { ...vm, postCopy: "FORBIDDEN" as const } : vm,
    );
    const outlook = lookAt(running(state), { ...input, snapshot: { ...input.snapshot, vms: forbidding } });
    assert.deepEqual(outlook.escalations, new Map());
  });
});

describe("a post-copy that was refused before anything was at risk", () => {
  const refused = (state: PlannerState, number: number, more: object = {}): PlannerState => {
    const migration = running(state).steps.find((one) => one.migration.migrationId === `e-${number}`)?.migration;
    const why = { reason: "only here: a device", vmLocation: "RUNS_AT_SOURCE", postCopyRefused: true, ...more };
    const body = { migration, eventTimeUnixMilliseconds: NOW, ...why };
    const event = { entity: "migration", id: `e-${number}`, name: "failed", body } as unknown as MigrationRecordEvent;
    return evolve(state, { event, timeUnixMilliseconds: NOW });
  };
  const first = (state: PlannerState) => running(state).steps[0] ?? assert.fail();
  const decided = (more: Partial<EvacuationRequest> = {}) => said(begun(more), "1 incoming-ready", "1 decided");

  it("becomes a pre-copy by another migration, and no post-copy again, whatever is planned anew", () => {
    const state = refused(decided(), 1);
    const { step, migration, state: at } = first(state);
    assert.deepEqual([step.technique, migration.migrationId, at.kind], ["PRE_COPY", "e-5", "waiting"]);
    assert.match(step.reason, /pre-copy, because post-copy was refused: only here: a device/);
    const { better } = look(state, turned);
    const anew = better === undefined ? state : replanned(state, { better, escalations: new Map() }).state;
    const same = running(anew).steps.find((one) => one.step.vmId === step.vmId);
    assert.equal(same?.step.technique, "PRE_COPY");
    assert.equal(better?.snapshot.vms.find(({ vmId }) => vmId === step.vmId)?.postCopyRefusal, "only here: a device");
  });

  it("stays in the evacuation, as a pre-copy, when a plan that was made before comes after it", () => {
    const before = decided();
    const { better } = look(before, turned);
    assert.ok(better !== undefined);
    // The look saw it begun; by the fold it has to begin again.
    const left = replanned(refused(before, 1), { better, escalations: new Map() }).state;
    // And one that still has the post-copy in it.
    const body = replannedBy("e", running(before), { better, escalations: new Map() }, NOW);
    const event = { entity: "evacuation", id: "e", name: "replanned", body } as const;
    const late = evolve(refused(before, 1), { event, timeUnixMilliseconds: NOW });
    for (const state of [left, late]) {
      const record = running(state).steps.find((one) => one.step.vmId === first(before).step.vmId);
      assert.deepEqual([record?.step.technique, record?.state.kind], ["PRE_COPY", "waiting"]);
      assert.equal(running(state).dropped.length, 0);
    }
  });

  it("is tried again as any other when its pre-copy fails as well, and not as a post-copy", () => {
    const state = refused(said(refused(decided(), 1), "5 incoming-ready", "5 decided"), 5);
    assert.equal(first(state).migration.migrationId, "e-6");
    assert.equal(first(state).step.technique, "PRE_COPY");
    assert.equal(first(state).attempts?.reasons.length, 1);
  });

  for (const [title, fail] of [
    ["its VM is not surely at its source", () => refused(decided(), 1, { vmLocation: "UNCERTAIN" })],
    ["the evacuation is being cancelled", () => refused(said(decided(), "4 cancelled"), 1)],
    ["the evacuation was cancelled when it had been decided", () => refused(said(decided(), "1 cancelled"), 1)],
  ] as const) {
    it(`stays failed when ${title}`, () => {
      assert.equal(first(fail()).state.kind, "failed");
    });
  }
});

describe("the fold of new plans", () => {
  it("takes each once, in their order", () => {
    const state = said(begun(), ...firstStarted);
    const { better } = look(state, turned);
    assert.ok(better !== undefined);
    const { state: next, body } = replanned(state, { better, escalations: new Map() });
    const record = (revision: number): PlannerRecord => ({
      event: { entity: "evacuation", id: "e", name: "replanned", body: { ...body, revision } },
      timeUnixMilliseconds: NOW,
    });
    assert.equal(running(next).revision, 1);
    assert.equal(evolve(next, record(1)), next);
    assert.equal(evolve(next, record(3)), next);
    assert.equal(running(evolve(next, record(2))).revision, 2);
  });

  it("leaves what began between the look and the new plan as it is", () => {
    const state = said(begun(), ...firstStarted);
    const { better } = look(state, turned);
    assert.ok(better !== undefined);
    const meanwhile = said(state, "3 incoming-ready", "3 decided");
    const third = running(meanwhile).steps.find(({ migration }) => migration.migrationId === "e-3");
    const { state: next } = replanned(meanwhile, { better, escalations: new Map() });
    assert.deepEqual(
      running(next).steps.find(({ migration }) => migration.migrationId === "e-3"),
      third,
    );
    assert.equal(running(next).steps.length, 4);
  });
});

describe("no oscillation", () => {
  /** What is planned anew in two minutes of looks, when traffic turns round every so often. */
  function replansOf(lookSeconds: number, isTurned: (second: number) => boolean): number {
    let state = said(begun(), ...firstStarted);
    let watch: Watch = firstWatch;
    let replans = 0;
    for (let second = 0; second < 120; second += lookSeconds) {
      const at = NOW + second * 1000;
      const outlook = look(state, isTurned(second) ? turned : {}, at);
      const weighed = weigh(watch, outlook, at);
      watch = weighed.watch;
      if (weighed.act === undefined) continue;
      replans += 1;
      state = replanned(state, weighed.act, at).state;
    }
    return replans;
  }

  it("traffic that turns for good is planned for once, after a while", () => {
    assert.equal(
      replansOf(1, () => true),
      1,
    );
    assert.equal(
      replansOf(1, (second) => second >= 30),
      1,
    );
  });

  it("traffic that flips each second is not followed", () => {
    assert.equal(
      replansOf(1, (second) => second % 2 === 1),
      0,
    );
  });

  it("a look that always meets the same half of it is led astray once, not to and fro", () => {
    assert.ok(replansOf(2, (second) => Math.floor(second) % 2 === 1) <= 1);
    assert.ok(replansOf(1.5, (second) => Math.floor(second) % 2 === 1) <= 1);
  });

  it("traffic that turns every five seconds is followed ever more seldom", () => {
    const replans = replansOf(1, (second) => Math.floor(second / 5) % 2 === 1);
    assert.ok(replans <= 4, `${replans} new plans`);
  });
});
