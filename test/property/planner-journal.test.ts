/** A small world of planners and executors around one journal, in which everything may come late, twice or never. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { EvacuationPlanned } from "../../services/kit/domain/evacuation.ts";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import { type Policy, policies } from "../../services/kit/domain/technique.ts";
import { admit } from "../../services/planner/core/admission.ts";
import { cancel, type Done, decide, type Effect } from "../../services/planner/core/decide.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import { emptyState, evolve } from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent, PlannerRecord } from "../../services/planner/core/journal.ts";
import { hasHappened, stepsByVm } from "../../services/planner/core/step-record.ts";
import { mixed4, profile, report, requestOf } from "../planner-world.ts";
import { runs } from "./runs.ts";

const vms = mixed4("a");
const reports = [report("a", vms), report("b", [])];
const NOW = reports[0]?.reportTimeUnixMilliseconds ?? 0;
const specs = new Map(
  vms.flatMap((vm, index) => {
    const spec = reports[0]?.vms[index]?.spec;
    return spec === undefined ? [] : [[vm.vmId, spec] as const];
  }),
);

function planFor(policy: Policy): EvacuationPlanned {
  const admission = admit(requestOf("e", "a", { policy }), {
    state: emptyState,
    reports,
    profiles: [{ hostId: "a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) }],
    nowUnixMilliseconds: NOW,
    staleInventorySeconds: 10,
    profileLimits: defaultProfileLimits,
    maximumMoving: 4,
    progress: new Map(),
  });
  assert.ok(admission.kind === "planned");
  return admission.planned;
}
const plans = new Map(policies.map((policy) => [policy, planFor(policy)]));

/** The same choices for the same seed (mulberry32). */
function choices(seed: number): (count: number) => number {
  let state = seed;
  return (count) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * count);
  };
}

class SmallWorld {
  readonly journal: PlannerRecord[] = [];
  readonly starts: { readonly migrationId: string; readonly technique: string; readonly at: number }[] = [];
  /** Steps that were failed before anybody was asked to prepare for them. */
  readonly unasked: string[] = [];
  readonly #events = new Set<string>();
  readonly #commands = new Set<string>();
  readonly #scripts: { readonly migration: MigrationRef; readonly technique: string; names: string[] }[] = [];

  constructor(planned: EvacuationPlanned) {
    this.journal.push({
      event: { entity: "evacuation", id: "e", name: "planned", body: planned },
      timeUnixMilliseconds: NOW,
    });
  }

  state(length = this.journal.length) {
    return this.journal.slice(0, length).reduce(evolve, emptyState);
  }

  /** As the bus does it: an event is the first of its subject or nothing, a command with a known id is nothing. */
  carryOut(effect: Effect, pick: (count: number) => number): void {
    switch (effect.kind) {
      case "failed":
        if (!this.#commands.has(`${effect.body.migration.migrationId}-prepare-incoming`)) this.unasked.push(effect.id);
        this.#append(effect.body.migration, effect.kind, effect.body);
        return;
      case "decided":
      case "cancelled":
        this.#append(effect.body.migration, effect.kind, effect.body);
        return;
      case "end":
        if (this.#events.has("ended")) return;
        this.#events.add("ended");
        this.journal.push({
          event: {
            entity: "evacuation",
            id: "e",
            name: effect.ending.outcome,
            body: { message: "", ...effect.ending },
          },
          timeUnixMilliseconds: NOW,
        } as PlannerRecord);
        return;
      case "prepare-incoming": {
        if (!this.#isNew(effect.id)) return;
        const names = pick(8) === 0 ? ["failed"] : pick(8) === 0 ? [] : ["incoming-ready"];
        this.#scripts.push({ migration: effect.body.migration, technique: effect.body.technique, names });
        return;
      }
      case "start-migration": {
        if (!this.#isNew(effect.id)) return;
        const { migration, technique } = effect.body;
        this.starts.push({ migrationId: migration.migrationId, technique, at: this.journal.length });
        const course =
          effect.body.technique === "PRE_COPY"
            ? ["started"]
            : ["started", "switched", "paused", "recovered", "settled"];
        const isRefused = effect.body.technique !== "PRE_COPY" && pick(4) === 0;
        const names = isRefused ? ["refused"] : pick(6) === 0 ? ["started", "failed"] : [...course, "completed"];
        this.#scripts.push({ migration: effect.body.migration, technique: effect.body.technique, names });
        return;
      }
      case "pace":
      case "find-spec":
        return;
    }
  }

  /** An executor's next word, perhaps one before its time. False when none has anything more to say. */
  speak(pick: (count: number) => number): boolean {
    const open = this.#scripts.filter((script) => script.names.length > 0);
    const script = open[pick(open.length)];
    if (script === undefined) return false;
    const [name] = script.names.splice(pick(10) === 0 ? pick(script.names.length) : 0, 1);
    if (name === "refused") this.#append(script.migration, "failed", { postCopyRefused: true });
    else if (name !== undefined) this.#append(script.migration, name, { technique: script.technique });
    return true;
  }

  #append(migration: MigrationRef, name: string, rest: object): void {
    if (!this.#isNewEvent(`${migration.migrationId} ${name}`)) return;
    const body = {
      address: "10.0.0.2",
      port: 4444,
      reason: "a reason",
      vmLocation: "RUNS_AT_SOURCE",
      totalSeconds: 1,
      transferredBytes: 1,
      ...rest,
      migration,
      eventTimeUnixMilliseconds: NOW,
    };
    const event = { entity: "migration", id: migration.migrationId, name, body } as unknown as MigrationRecordEvent;
    this.journal.push({ event, timeUnixMilliseconds: NOW });
  }

  #isNew(id: string): boolean {
    if (this.#commands.has(id)) return false;
    this.#commands.add(id);
    return true;
  }

  #isNewEvent(key: string): boolean {
    if (this.#events.has(key)) return false;
    this.#events.add(key);
    return true;
  }
}

/** Two planners act on what they have read of the journal so far, in any order, until nothing more happens. */
function play(seed: number, policy: Policy, mayCancel: boolean): SmallWorld {
  const pick = choices(seed);
  const world = new SmallWorld(plans.get(policy) ?? assert.fail());
  const read = [0, 0];
  const done = [new Map<string, Done>(), new Map<string, Done>()];
  for (let idle = 0; idle < 60; ) {
    const planner = pick(2);
    read[planner] = Math.min(world.journal.length, (read[planner] ?? 0) + pick(4));
    const known = world.state(read[planner]).get("e");
    const before = world.journal.length + world.starts.length;
    if (known?.kind === "running") {
      const late = idle > 40 ? 60_000 : 0;
      const context = {
        nowMilliseconds: NOW + late,
        answerableMilliseconds: NOW + late,
        done: done[planner] ?? new Map(),
        specs,
        prepareTimeoutSeconds: 30,
      };
      const wanted = mayCancel && pick(40) === 0 ? cancel(known, "asked for") : decide("e", known, context);
      for (const effect of wanted) {
        if (pick(3) === 0) continue;
        world.carryOut(effect, pick);
        if (!context.done.has(effect.id)) context.done.set(effect.id, { atMilliseconds: NOW });
      }
    }
    if (pick(2) === 0) world.speak(pick);
    idle = world.journal.length + world.starts.length > before ? 0 : idle + 1;
  }
  return world;
}

const games = fc.record({ seed: fc.integer(), policy: fc.constantFrom(...policies), mayCancel: fc.boolean() });

describe("decide", () => {
  it("1 and 2: two planners that lag start each step at most once, after its decision and after what it waits for", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        const world = play(seed, policy, mayCancel);
        const ids = world.starts.map(({ migrationId }) => migrationId);
        assert.equal(new Set(ids).size, ids.length);
        for (const { migrationId, at } of world.starts) {
          const then = world.state(at).get("e");
          assert.ok(then?.kind === "running");
          const record = then.steps.find((one) => one.migration.migrationId === migrationId) ?? assert.fail();
          assert.ok(record.step.after.every((dependency) => hasHappened(dependency, stepsByVm(then.steps))));
          const said = world.journal
            .slice(0, at)
            .filter(({ event }) => event.id === migrationId)
            .map(({ event }) => event.name);
          assert.ok(said.includes("incoming-ready") && said.includes("decided"), said.join(" "));
        }
      }),
      runs(t, 300),
    );
  });

  it("3: a step that was cancelled before its decision is never started", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy }) => {
        const world = play(seed, policy, true);
        const first = new Map<string, string>();
        for (const { event } of world.journal) {
          if (event.name === "cancelled" || event.name === "decided")
            first.set(event.id, first.get(event.id) ?? event.name);
        }
        for (const { migrationId } of world.starts) assert.equal(first.get(migrationId), "decided");
      }),
      runs(t, 200),
    );
  });

  it("4: an evacuation whose executors speak to the end ends, with every step ended", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        const world = play(seed, policy, mayCancel);
        const known = world.state().get("e");
        assert.equal(known?.kind, "ended", world.journal.map(({ event }) => `${event.id} ${event.name}`).join("; "));
      }),
      runs(t, 200),
    );
  });

  it("5: no step fails for want of an answer to an order that was not sent", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        assert.deepEqual(play(seed, policy, mayCancel).unasked, []);
      }),
      runs(t, 200),
    );
  });
});

describe("evolve", () => {
  let repeated = 0;

  it("6 and 7: after a refusal a VM is only pre-copied, and none has more migrations than there are attempts", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy }) => {
        const world = play(seed, policy, false);
        const begun = world.journal.flatMap(({ event }) =>
          event.entity === "migration" && event.name === "decided" ? [event] : [],
        );
        const ofRefused = new Set(
          world.journal.flatMap(({ event }) =>
            event.name === "failed" && "postCopyRefused" in event.body ? [event.body.migration.vmId] : [],
          ),
        );
        const refusals = new Set(
          world.journal.flatMap(({ event }) =>
            event.name === "failed" && "postCopyRefused" in event.body ? [event.id] : [],
          ),
        );
        for (const { vmId } of vms) {
          const of = begun.filter(({ body }) => body.migration.vmId === vmId).map(({ id }) => id);
          // Two more attempts at the most, and a pre-copy instead of a post-copy.
          assert.ok(of.length <= (ofRefused.has(vmId) ? 4 : 3));
          const refusedAt = of.findIndex((id) => refusals.has(id));
          for (const id of refusedAt < 0 ? [] : of.slice(refusedAt + 1)) {
            const start = world.starts.find(({ migrationId }) => migrationId === id);
            if (start !== undefined) assert.equal(start.technique, "PRE_COPY");
          }
        }
        repeated += [...ofRefused].filter((vmId) => begun.some(({ body }) => body.migration.vmId === vmId)).length;
      }),
      runs(t, 200),
    );
    assert.ok(repeated > 0, "no post-copy was refused in any game");
  });

  it("1: any events in any order give a state", (t) => {
    fc.assert(
      fc.property(games, fc.infiniteStream(fc.nat()), ({ seed, policy }, order) => {
        const { journal } = play(seed, policy, true);
        const shuffled = journal
          .map((record) => ({ record, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        assert.ok(shuffled.reduce(evolve, emptyState).size >= 1);
      }),
      runs(t, 150),
    );
  });

  it("2: a journal replayed in two parts gives the whole, and an event said twice in a row changes nothing", (t) => {
    fc.assert(
      fc.property(games, fc.nat(), ({ seed, policy }, cut) => {
        const { journal } = play(seed, policy, true);
        const whole = journal.reduce(evolve, emptyState);
        const at = cut % (journal.length + 1);
        const begin = journal.slice(0, at).reduce(evolve, emptyState);
        assert.deepEqual(journal.slice(at).reduce(evolve, begin), whole);
        assert.deepEqual(journal.flatMap((record) => [record, record]).reduce(evolve, emptyState), whole);
      }),
      runs(t, 150),
    );
  });

  it("4: however many plans there are for a host, only one of them has steps that may begin", (t) => {
    const plan = plans.get("traffic-sensitive") ?? assert.fail();
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.nat(9), end: fc.boolean() }), { maxLength: 20 }), (moments) => {
        let state = emptyState;
        for (const { id, end } of moments) {
          const evacuationId = `e${id}`;
          const body = { ...plan, request: { ...plan.request, evacuationId } };
          const report = { hostId: "a", policy: "traffic-sensitive" as const, transferredBytes: 0, vms: [] };
          state = evolve(state, {
            event: end
              ? { entity: "evacuation", id: evacuationId, name: "completed", body: { report } }
              : { entity: "evacuation", id: evacuationId, name: "planned", body },
            timeUnixMilliseconds: NOW,
          });
          const open = [...state.values()].filter(
            (known) => known.kind === "running" && known.steps.some((step) => step.state.kind === "waiting"),
          );
          assert.ok(open.length <= 1);
        }
      }),
      runs(t, 200),
    );
  });
});
