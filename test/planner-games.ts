/** A small world of planners and executors around one journal, in which everything may come late, twice or never. */
import assert from "node:assert/strict";
import fc from "fast-check";
import type { EvacuationPlanned } from "../services/kit/domain/evacuation.ts";
import type { MigrationRef } from "../services/kit/domain/migration.ts";
import { type Policy, policies } from "../services/kit/domain/technique.ts";
import { admit } from "../services/planner/core/admission.ts";
import { cancel, type Done, decide, type Effect } from "../services/planner/core/decide.ts";
import { defaultProfileLimits } from "../services/planner/core/doubt.ts";
import { emptyState, evolve } from "../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent, PlannerRecord } from "../services/planner/core/journal.ts";
import { mixed4, profile, report, requestOf } from "./planner-world.ts";

/** One is to be moved after another that would come later by itself. */
export const vms = mixed4("a").map((vm, index) => (index === 1 ? { ...vm, migrateAfter: "a-vm-2" } : vm));
const reports = [report("a", vms), report("b", [])];
export const NOW = reports[0]?.reportTimeUnixMilliseconds ?? 0;
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
export const plans = new Map(policies.map((policy) => [policy, planFor(policy)]));

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
export function play(seed: number, policy: Policy, mayCancel: boolean): SmallWorld {
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

export const games = fc.record({ seed: fc.integer(), policy: fc.constantFrom(...policies), mayCancel: fc.boolean() });
