/** Whole schedules in the certifier's model: those of a plan, and the six baselines by their rules. */
import type { Step } from "../../services/kit/domain/plan.ts";
import type { Policy, StepEvent, Technique } from "../../services/kit/domain/technique.ts";
import {
  begin,
  type Guest,
  guestOf,
  hasEnded,
  hasSettled,
  next,
  partOf,
  type State,
  start,
  type World,
} from "./fluid.ts";

export interface Move {
  readonly index: number;
  readonly technique: Technique;
  readonly after: readonly { readonly index: number; readonly event: StepEvent }[];
}

export interface Outcome {
  readonly totalSeconds: number;
  readonly transferredBytes: number;
  readonly degradedBytes: number;
  /** A pre-copy in it would never end. */
  readonly endless: boolean;
}

export function movesOfSteps({ guests }: World, steps: readonly Step[]): readonly Move[] {
  const indexOf = (vmId: string) => guests.findIndex((guest) => guest.vmId === vmId);
  return steps.map(({ vmId, technique, after }) => ({
    ...{ index: indexOf(vmId), technique },
    after: after.map((one) => ({ index: indexOf(one.vmId), event: one.event })),
  }));
}

export function carryOut(world: World, moves: readonly Move[]): Outcome {
  const techniqueOf = new Map(moves.map(({ index, technique }) => [index, technique]));
  const hasHappened = (state: State, { index, event }: Move["after"][number]) =>
    event === "COMPLETED" || techniqueOf.get(index) === "PRE_COPY"
      ? hasEnded(state, index)
      : hasSettled(world, state, index);
  let state = begin(world);
  let open = moves;
  for (;;) {
    const ready = open.filter(({ after }) => after.every((one) => hasHappened(state, one)));
    open = open.filter((move) => !ready.includes(move));
    for (const { index, technique } of ready) state = start(world, state, index, technique);
    if (open.length === 0 && moves.every(({ index }) => hasEnded(state, index))) return outcomeOf(state, moves);
    state = next(world, state, true);
  }
}

export function outcomeOf(state: State, moves: readonly Move[]): Outcome {
  const parts = moves.map(({ index }) => partOf(state, index));
  const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
  return {
    totalSeconds: Math.max(0, ...parts.map(({ ended }) => ended)),
    transferredBytes: sum(parts.map(({ sent }) => sent)),
    degradedBytes: sum(state.parts.map(({ degraded }) => degraded)) + state.degraded,
    endless: parts.some(({ endless }) => endless),
  };
}

export type Baseline = Exclude<Policy, "traffic-sensitive">;
export const baselines: readonly Baseline[] = [
  "direction",
  "pre-copy",
  "post-copy",
  "direction-serial",
  "pre-copy-serial",
  "post-copy-serial",
];

/** Less than this in both directions is no traffic: 1 Mbit/s. */
export const IDLE_BYTES_PER_SECOND = 125_000;

export function baselineMoves({ guests }: World, policy: Baseline): readonly Move[] {
  return guests.map((guest, index) => ({
    ...{ index, technique: baselineTechnique(guest, policy) },
    after: policy.endsWith("-serial") && index > 0 ? [{ index: index - 1, event: "COMPLETED" as const }] : [],
  }));
}

function baselineTechnique(guest: Guest, policy: Baseline): Technique {
  if (!guest.postCopyAllowed || policy.startsWith("pre-copy")) return "PRE_COPY";
  if (policy.startsWith("post-copy")) return "POST_COPY";
  const { outbound, inbound } = guest;
  const isIdle = outbound < IDLE_BYTES_PER_SECOND && inbound < IDLE_BYTES_PER_SECOND;
  return !isIdle && outbound > inbound ? "POST_COPY" : "PRE_COPY";
}

/** For a failing test: who begins when, by which technique. */
export function movesWords(world: World, moves: readonly Move[]): string {
  return moves
    .map(({ index, technique, after }) => {
      const waits = after.map((one) => `${guestOf(world, one.index).vmId} ${one.event}`).join(", ");
      return `${guestOf(world, index).vmId} ${technique}${waits === "" ? "" : ` after ${waits}`}`;
    })
    .join("; ");
}
