/**
 * What the planner knows: the fold of the journal, and nothing else.
 *
 * 1. `evolve` is total: any event in any order gives a state, and one that does not fit changes nothing.
 * 2. Replaying the journal from its begin gives the same state as having followed it; a repeated event changes nothing.
 * 3. The journal's order decides between planners: the first word about an evacuation or a step stands.
 * 4. No two evacuations of one host run: of two plans the later one's steps are cancelled before any has begun.
 * 5. A new plan changes what has not begun, and of what has begun only a pre-copy into a hybrid.
 * 6. A VM whose post-copy was refused before anything was at risk is pre-copied instead, once, by another migration.
 * 7. A migration that failed with the VM running on at its source is tried again by another, a bounded number of times and
 *    each time later.
 */
import type {
  EvacuationPlanned,
  EvacuationRejected,
  EvacuationReplanned,
  EvacuationReport,
  EvacuationRequest,
} from "../../kit/domain/evacuation.ts";
import type { MigrationRef } from "../../kit/domain/migration.ts";
import type { Step } from "../../kit/domain/plan.ts";
import { notEscalated, preCopiedInstead, triedAgain } from "./another-try.ts";
import type { MigrationRecordEvent, PlannerRecord } from "./journal.ts";
import { type Finished, type Lessons, lessonsOf } from "./learning.ts";
import { type Hot, pacedRecord } from "./pacing.ts";
import {
  hasEnded,
  initialPace,
  isCancelling,
  isHot,
  isNotBegun,
  type Running,
  recordOf,
  type StepRecord,
  type StepState,
  stepsByVm,
} from "./step-record.ts";

export interface RunningEvacuation {
  readonly kind: "running";
  /** The plan as it is now, and what it was made from. */
  readonly planned: EvacuationPlanned;
  /** As it was accepted: what was forecast then stands beside the fact in the end. */
  readonly accepted: EvacuationPlanned;
  readonly plannedTimeUnixMilliseconds: number;
  readonly steps: readonly StepRecord[];
  /** How often it was planned anew. */
  readonly revision: number;
  /** How many migrations have had an id: each step's, and those that were given up for others of the same VMs. */
  readonly migrations: number;
  /** Migrations that were given up before they had begun, and are to be cancelled. */
  readonly dropped: readonly MigrationRef[];
}

/** What is still asked for of an evacuation that has ended; its plan and snapshot are in the journal. */
export interface EndedEvacuation {
  readonly kind: "ended";
  readonly request: EvacuationRequest;
  readonly plannedTimeUnixMilliseconds: number;
  readonly migrationIdOf: ReadonlyMap<string, string>;
  readonly arrivals: readonly Arrival[];
  readonly outcome: "COMPLETED" | "FAILED" | "CANCELLED";
  readonly report: EvacuationReport;
  readonly message?: string;
  readonly lessons: Lessons;
}

/** A VM that a destination's report may not show yet. Without a time: it has not arrived. */
export interface Arrival {
  readonly hostId: string;
  readonly memoryBytes: number;
  readonly vmId: string;
  readonly outboundBytesPerSecond?: number;
  readonly inboundBytesPerSecond?: number;
  readonly antiAffinityGroup?: string;
  readonly timeUnixMilliseconds?: number;
}

export type Evacuation =
  | { readonly kind: "rejected"; readonly rejected: EvacuationRejected; readonly timeUnixMilliseconds: number }
  | RunningEvacuation
  | EndedEvacuation;

/** By evacuation id, in the order in which the journal first spoke of them. */
export type PlannerState = ReadonlyMap<string, Evacuation>;

export const emptyState: PlannerState = new Map();

/** Evacuations that are over are remembered up to here; a request repeated after that is still refused by the bus. */
const REMEMBERED = 1_000;

export function evolve(state: PlannerState, record: PlannerRecord): PlannerState {
  const { event, timeUnixMilliseconds } = record;
  if (event.entity === "migration") return evolveMigration(state, event, timeUnixMilliseconds);
  const known = state.get(event.id);
  switch (event.name) {
    case "planned": {
      if (known !== undefined) return state;
      return new Map(state).set(event.id, begin(state, event.id, event.body, timeUnixMilliseconds));
    }
    case "rejected":
      if (known !== undefined) return state;
      return forgetting(new Map(state).set(event.id, { kind: "rejected", rejected: event.body, timeUnixMilliseconds }));
    case "completed":
      return end(state, event.id, { outcome: "COMPLETED", report: event.body.report });
    case "failed":
    case "cancelled":
      return end(state, event.id, {
        outcome: event.name === "failed" ? "FAILED" : "CANCELLED",
        report: event.body.report,
        message: event.body.message,
      });
    case "replanned": {
      if (known?.kind !== "running" || event.body.revision !== known.revision + 1) return state;
      if (isCancelling(known)) return state;
      return paced(new Map(state).set(event.id, replan(known, event.body)));
    }
  }
}

export function runningEvacuationOf(
  state: PlannerState,
  hostId: string,
): { readonly evacuationId: string; readonly evacuation: RunningEvacuation } | undefined {
  for (const [evacuationId, evacuation] of state) {
    if (evacuation.kind === "running" && evacuation.planned.request.hostId === hostId) {
      return { evacuationId, evacuation };
    }
  }
  return undefined;
}

function begin(
  state: PlannerState,
  evacuationId: string,
  planned: EvacuationPlanned,
  timeUnixMilliseconds: number,
): RunningEvacuation {
  const first = runningEvacuationOf(state, planned.request.hostId);
  const initial: StepState =
    first === undefined
      ? { kind: "waiting" }
      : {
          kind: "cancelled",
          timeUnixMilliseconds,
          reason: `evacuation ${first.evacuationId} of ${planned.request.hostId} was there first`,
        };
  return {
    kind: "running",
    planned,
    accepted: planned,
    plannedTimeUnixMilliseconds: timeUnixMilliseconds,
    steps: planned.plan.steps.map((step, index) => recordOf(evacuationId, step, index + 1, initial)),
    revision: 0,
    migrations: planned.plan.steps.length,
    dropped: [],
  };
}

/**
 * A step to another host is another migration: what was prepared for the one before listens elsewhere. What has begun
 * since the plan was made keeps its step.
 */
function replan(
  known: RunningEvacuation,
  { evacuationId, plan, snapshot, reason }: EvacuationReplanned,
): RunningEvacuation {
  const before = stepsByVm(known.steps);
  const after = new Set(plan.steps.map(({ vmId }) => vmId));
  const dropped = [...known.dropped];
  let { migrations } = known;
  const steps = plan.steps.map((step): StepRecord => {
    const record = before.get(step.vmId);
    if (record !== undefined && !isNotBegun(record)) return escalated(record, step, reason);
    // The plan was made before its post-copy was refused.
    if (record?.postCopyRefusal !== undefined && step.technique !== "PRE_COPY") return record;
    if (record?.step.destinationHostId === step.destinationHostId) return { ...record, step };
    if (record !== undefined) dropped.push(record.migration);
    migrations += 1;
    const { attempts } = record ?? {};
    return { ...recordOf(evacuationId, step, migrations, { kind: "waiting" }), ...(attempts && { attempts }) };
  });
  const unplaced = new Set(plan.unplaced.map(({ vmId }) => vmId));
  for (const record of known.steps) {
    const { vmId } = record.step;
    if (after.has(vmId)) continue;
    // What had begun when the plan was made, and has to begin again since, is in neither.
    if (isNotBegun(record) && unplaced.has(vmId)) dropped.push(record.migration);
    else steps.push(record);
  }
  const planned = { ...known.planned, plan, snapshot };
  return { ...known, planned, steps, revision: known.revision + 1, migrations, dropped };
}

function escalated(record: StepRecord, { technique }: Step, reason: string): StepRecord {
  const { step, state } = record;
  const isCopying = state.kind === "running" && state.phase === "copying";
  if (!isCopying || step.technique !== "PRE_COPY" || technique !== "HYBRID") return record;
  return { ...record, step: { ...step, technique }, escalation: reason };
}

function end(
  state: PlannerState,
  evacuationId: string,
  ending: Pick<EndedEvacuation, "outcome" | "report" | "message">,
): PlannerState {
  const known = state.get(evacuationId);
  if (known === undefined || known.kind !== "running") return state;
  const { planned, plannedTimeUnixMilliseconds, steps } = known;
  const ended: EndedEvacuation = {
    kind: "ended",
    request: planned.request,
    plannedTimeUnixMilliseconds,
    migrationIdOf: new Map(steps.map(({ step, migration }) => [step.vmId, migration.migrationId])),
    arrivals: arrivalsOf(known),
    lessons: lessonsOf(finishedOf(known)),
    ...ending,
  };
  return forgetting(new Map(state).set(evacuationId, ended));
}

/** Beside what was forecast before the first byte, where that was of the same technique. */
function finishedOf({ steps, accepted }: RunningEvacuation): readonly Finished[] {
  const forecast = new Map(accepted.plan.steps.map((step) => [step.vmId, step]));
  return steps.flatMap((record): Finished[] => {
    const { step, state, startedTimeUnixMilliseconds, switchedTimeUnixMilliseconds } = record;
    if (state.kind !== "completed") return [];
    const { fact } = state;
    const { sourceHostId, destinationHostId } = step;
    const expected = { ...(forecast.get(step.vmId) ?? step), sourceHostId, destinationHostId };
    return [{ step: expected, fact, startedTimeUnixMilliseconds, switchedTimeUnixMilliseconds }];
  });
}

export function lessonsIn(state: PlannerState): readonly Lessons[] {
  return [...state.values()].flatMap((evacuation) => (evacuation.kind === "ended" ? [evacuation.lessons] : []));
}

/** The oldest that are over go first. */
function forgetting(state: Map<string, Evacuation>): PlannerState {
  let surplus = state.size - REMEMBERED;
  for (const [evacuationId, { kind }] of state) {
    if (surplus <= 0) break;
    if (kind === "running") continue;
    state.delete(evacuationId);
    surplus -= 1;
  }
  return state;
}

export function arrivalsOf(evacuation: Evacuation): readonly Arrival[] {
  switch (evacuation.kind) {
    case "rejected":
      return [];
    case "ended":
      return evacuation.arrivals;
    case "running": {
      const vms = new Map(evacuation.planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
      return evacuation.steps.flatMap(({ step, state }): Arrival[] => {
        if (state.kind === "failed" || state.kind === "cancelled") return [];
        const vm = vms.get(step.vmId);
        const { outboundBytesPerSecond: outbound, inboundBytesPerSecond: inbound, antiAffinityGroup } = vm ?? {};
        const arrival = {
          ...{ hostId: step.destinationHostId, memoryBytes: vm?.memoryBytes ?? 0, vmId: step.vmId },
          ...(outbound === undefined ? {} : { outboundBytesPerSecond: outbound }),
          ...(inbound === undefined ? {} : { inboundBytesPerSecond: inbound }),
          ...(antiAffinityGroup === undefined ? {} : { antiAffinityGroup }),
        };
        return [
          state.kind === "completed" ? { ...arrival, timeUnixMilliseconds: state.timeUnixMilliseconds } : arrival,
        ];
      });
    }
  }
}

function evolveMigration(state: PlannerState, event: MigrationRecordEvent, timeUnixMilliseconds: number): PlannerState {
  const { evacuationId } = event.body.migration;
  const known = state.get(evacuationId);
  if (known === undefined || known.kind !== "running") return state;
  const index = known.steps.findIndex((record) => record.migration.migrationId === event.id);
  const before = known.steps[index];
  if (before === undefined) return state;
  if (event.name === "failed") {
    const instead =
      preCopiedInstead(known, before, event.body) ?? triedAgain(known, before, event.body, timeUnixMilliseconds);
    if (instead !== undefined) {
      const steps = known.steps.with(index, instead);
      return paced(new Map(state).set(evacuationId, { ...known, steps, migrations: known.migrations + 1 }));
    }
  }
  if (event.name === "not-escalated") {
    const steps = known.steps.with(index, notEscalated(before, event.body.reason));
    return new Map(state).set(evacuationId, { ...known, steps });
  }
  const next = stepAfter(before, event, timeUnixMilliseconds);
  const { eventTimeUnixMilliseconds: time } = event.body;
  const isMoment = event.name === "switched" && before.switchedTimeUnixMilliseconds === undefined;
  const { kind } = before.state;
  const isAsked = event.name === "cancelled" && (kind === "decided" || kind === "running") && !before.cancelAsked;
  if (next === before.state && !isAsked && (!isMoment || hasEnded(before.state))) return state;
  const times = {
    ...(event.name === "started" ? { startedTimeUnixMilliseconds: time } : {}),
    ...(event.name === "switched" ? { switchedTimeUnixMilliseconds: time } : {}),
    ...(event.name === "settled" ? { settledTimeUnixMilliseconds: time } : {}),
    ...(isAsked ? { cancelAsked: true as const } : {}),
  };
  const steps = known.steps.with(index, { ...before, ...times, state: next });
  return paced(new Map(state).set(evacuationId, { ...known, steps }));
}

/** The same object when the event changes nothing. */
function stepAfter(record: StepRecord, event: MigrationRecordEvent, timeUnixMilliseconds: number): StepState {
  const { step, state } = record;
  if (hasEnded(state)) return state;
  switch (event.name) {
    case "incoming-ready":
      return state.kind === "waiting" ? { kind: "ready", address: event.body.address, port: event.body.port } : state;
    case "decided":
      return state.kind === "ready" ? { ...state, kind: "decided" } : state;
    case "started": {
      if (state.kind === "running") return state;
      // The switch follows at once: what it disturbs makes room from here on.
      const phase = step.technique === "POST_COPY" ? "hot" : "copying";
      return { kind: "running", timeUnixMilliseconds, phase, paused: false, pace: initialPace(step) };
    }
    case "switched":
      return step.technique !== "PRE_COPY" ? inPhase(state, "copying", "hot") : state;
    case "settled":
      return state.kind === "running" && state.phase !== "settled" ? { ...state, phase: "settled" } : state;
    case "paused":
      return state.kind === "running" && !state.paused ? { ...state, paused: true } : state;
    case "recovered":
      return state.kind === "running" && state.paused ? { ...state, paused: false } : state;
    case "resumed":
    case "not-escalated":
      return state;
    case "completed":
      return { kind: "completed", timeUnixMilliseconds, fact: event.body };
    case "failed":
      return {
        kind: "failed",
        timeUnixMilliseconds,
        reason: event.body.reason,
        vmLocation: event.body.vmLocation,
      };
    case "cancelled":
      // What was made public as begun is not taken back by a word that came later, and what runs says itself how it ends.
      return state.kind === "decided" || state.kind === "running"
        ? state
        : { kind: "cancelled", timeUnixMilliseconds, reason: event.body.reason };
  }
}

function inPhase(state: StepState, from: Running["phase"], to: Running["phase"]): StepState {
  return state.kind === "running" && state.phase === from ? { ...state, phase: to } : state;
}

/**
 * While one is hot, those that share a link with it make room, of whichever evacuation they are; never the hot one itself,
 * whose page requests a cap would slow too.
 */
function paced(state: PlannerState): PlannerState {
  const hot: Hot[] = [];
  for (const evacuation of state.values()) {
    if (evacuation.kind !== "running") continue;
    const { hotPhasePaceBytesPerSecond: pace } = evacuation.planned.plan;
    if (pace === undefined) continue;
    for (const record of evacuation.steps) if (isHot(record.state)) hot.push({ record, paceBytesPerSecond: pace });
  }
  let next: Map<string, Evacuation> | undefined;
  for (const [evacuationId, evacuation] of state) {
    if (evacuation.kind !== "running") continue;
    const steps = evacuation.steps.map((record) => pacedRecord(record, hot));
    if (steps.every((record, index) => record === evacuation.steps[index])) continue;
    next ??= new Map(state);
    next.set(evacuationId, { ...evacuation, steps });
  }
  return next ?? state;
}
