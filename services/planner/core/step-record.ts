/** One VM's step of an evacuation that is under way, and what has become of it. */

import type { EvacuationPlanned } from "../../kit/domain/evacuation.ts";
import {
  type MigrationCompleted,
  type MigrationRef,
  migrationIdOf,
  type VmLocation,
} from "../../kit/domain/migration.ts";
import type { Step, StepDependency } from "../../kit/domain/plan.ts";

export type StepState =
  | { readonly kind: "waiting" }
  | { readonly kind: "ready"; readonly address: string; readonly port: number }
  | { readonly kind: "decided"; readonly address: string; readonly port: number }
  | Running
  | { readonly kind: "completed"; readonly timeUnixMilliseconds: number; readonly fact: MigrationCompleted }
  | {
      readonly kind: "failed";
      readonly timeUnixMilliseconds: number;
      readonly reason: string;
      readonly vmLocation: VmLocation;
    }
  | { readonly kind: "cancelled"; readonly timeUnixMilliseconds: number; readonly reason: string };

export interface Running {
  readonly kind: "running";
  readonly timeUnixMilliseconds: number;
  /** Hot: it runs at the destination and its working set has not arrived. */
  readonly phase: "copying" | "hot" | "settled";
  /** Its stream is broken: it uses no link until it has recovered. */
  readonly paused: boolean;
  readonly pace: Pace;
}

/** What a running copy is held to now; each change has the next revision, so that an order has a name of its own. */
export interface Pace {
  readonly revision: number;
  readonly bytesPerSecond?: number;
}

export interface StepRecord {
  readonly step: Step;
  readonly migration: MigrationRef;
  readonly state: StepState;
  /** Why earlier migrations of it failed, each with the VM running on at its source; and when the next may begin. */
  readonly attempts?: { readonly reasons: readonly string[]; readonly notBeforeUnixMilliseconds: number };
  /** Why its pre-copy is to become a post-copy. */
  readonly escalation?: string;
  /** Why it is pre-copied after all: its post-copy was refused before anything was at risk. */
  readonly postCopyRefusal?: string;
  /**
   * It had been decided when the evacuation was cancelled: its executor ends it where that is safe, otherwise it goes on.
   * It is not tried again.
   */
  readonly cancelAsked?: true;
  /** When its source began, when it stopped there, when it ran well again: by executors' clocks, and for good. */
  readonly startedTimeUnixMilliseconds?: number;
  readonly switchedTimeUnixMilliseconds?: number;
  readonly settledTimeUnixMilliseconds?: number;
}

export function hasEnded(
  state: StepState,
): state is Extract<StepState, { kind: "completed" | "failed" | "cancelled" }> {
  return state.kind === "completed" || state.kind === "failed" || state.kind === "cancelled";
}

/**
 * Who waits for a step that ended otherwise waits no longer: it will neither settle nor complete. One that is tried again is
 * waited for no longer than one that is not, but by a VM that is to be moved after it.
 */
export function hasHappened(
  { planned }: { readonly planned: EvacuationPlanned },
  waiter: Step,
  { vmId, event }: StepDependency,
  byVm: ReadonlyMap<string, StepRecord>,
): boolean {
  const record = byVm.get(vmId);
  if (record === undefined || hasEnded(record.state)) return true;
  const { state, attempts } = record;
  if (attempts !== undefined) {
    return planned.snapshot.vms.find((vm) => vm.vmId === waiter.vmId)?.migrateAfter !== vmId;
  }
  return event === "SETTLED" && state.kind === "running" && state.phase === "settled";
}

export function stepsByVm(steps: readonly StepRecord[]): ReadonlyMap<string, StepRecord> {
  return new Map(steps.map((record) => [record.step.vmId, record]));
}

/** What has not begun is given up, and nothing more begins. */
export function isCancelling({ steps }: { readonly steps: readonly StepRecord[] }): boolean {
  return steps.some(({ state, cancelAsked }) => state.kind === "cancelled" || cancelAsked === true);
}

/** Nothing was decided yet: it can be given up or planned anew. */
export function isNotBegun({ state }: StepRecord): boolean {
  return state.kind === "waiting" || state.kind === "ready";
}

export function isHot(state: StepState): boolean {
  return state.kind === "running" && state.phase === "hot" && !state.paused;
}

export function recordOf(evacuationId: string, step: Step, number: number, state: StepState): StepRecord {
  const { vmId, sourceHostId, destinationHostId } = step;
  const migrationId = migrationIdOf(evacuationId, number);
  return { step, migration: { migrationId, evacuationId, vmId, sourceHostId, destinationHostId }, state };
}

export function initialPace(step: Step): Pace {
  return { revision: 0, ...(step.paceBytesPerSecond === undefined ? {} : { bytesPerSecond: step.paceBytesPerSecond }) };
}
