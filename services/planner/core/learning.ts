/**
 * What finished migrations teach about the ones to come: of each pair of hosts what its wire and its switch-overs cost, of
 * each VM how much of the memory that was counted as used really moved.
 *
 * 1. Little is changed by little: the defaults count as PRIOR migrations do.
 * 2. No lesson takes a value out of the range in which the model has been measured to hold.
 */
import type { MigrationCompleted } from "../../kit/domain/migration.ts";
import type { Step } from "../../kit/domain/plan.ts";
import { defaultModel, type Model, type PairModel, pairKey } from "./model.ts";

/** Sums over migrations, with how many there were. */
interface Sums {
  readonly count: number;
  readonly sum: number;
}

interface PairLessons {
  /** Bytes that QEMU sent for a byte of guest pages. */
  readonly framing: Sums;
  readonly preCopyFixedSeconds: Sums;
  readonly postCopyFixedSeconds: Sums;
  readonly postCopySwitchSeconds: Sums;
}

export interface Lessons {
  /** By `pairKey`. */
  readonly pairs: ReadonlyMap<string, PairLessons>;
  /** By VM: pages that moved, for each byte that was forecast to. */
  readonly moved: ReadonlyMap<string, number>;
}

const PRIOR = 4;
const LEAST_FACTOR = 0.25;
const MOST_FACTOR = 4;
const MOST_OVERHEAD = 1.5;
/** Beyond it something else was wrong than a count of pages. */
const LEAST_MOVED = 0.5;
const MOST_MOVED = 1.5;

/** A migration that completed. Times by its executors' clocks. */
export interface Finished {
  /** As it was forecast, between the hosts that it went between. */
  readonly step: Step;
  readonly fact: MigrationCompleted;
  readonly startedTimeUnixMilliseconds?: number | undefined;
  readonly switchedTimeUnixMilliseconds?: number | undefined;
}

export function lessonsOf(finished: readonly Finished[]): Lessons {
  const pairs = new Map<string, PairLessons>();
  const moved = new Map<string, number>();
  for (const { step, fact, startedTimeUnixMilliseconds: started, switchedTimeUnixMilliseconds: switched } of finished) {
    const { pageBytes, transferredBytes, technique, endingSeconds, eventTimeUnixMilliseconds: ended } = fact;
    const key = pairKey(step.sourceHostId, step.destinationHostId);
    const before = pairs.get(key) ?? noLessons;
    const since = (from: number | undefined, to: number | undefined) =>
      from === undefined || to === undefined || to < from ? undefined : (to - from) / 1000;
    pairs.set(key, {
      framing: plus(before.framing, pageBytes ? transferredBytes / pageBytes : undefined),
      preCopyFixedSeconds: plus(
        before.preCopyFixedSeconds,
        technique === "PRE_COPY" ? plausible("preCopyFixedSeconds", since(switched, ended)) : undefined,
      ),
      postCopyFixedSeconds: plus(before.postCopyFixedSeconds, plausible("postCopyFixedSeconds", endingSeconds)),
      postCopySwitchSeconds: plus(
        before.postCopySwitchSeconds,
        technique === "POST_COPY" ? plausible("postCopySwitchSeconds", since(started, switched)) : undefined,
      ),
    });
    const forecastBytes = step.technique === technique ? step.forecast?.transferredBytes : undefined;
    if (pageBytes !== undefined && forecastBytes) moved.set(step.vmId, pageBytes / forecastBytes);
  }
  return { pairs, moved };
}

const none: Sums = { count: 0, sum: 0 };
const noLessons: PairLessons = {
  framing: none,
  preCopyFixedSeconds: none,
  postCopyFixedSeconds: none,
  postCopySwitchSeconds: none,
};

function plus({ count, sum }: Sums, value: number | undefined): Sums {
  return value === undefined || !Number.isFinite(value) ? { count, sum } : { count: count + 1, sum: sum + value };
}

function both(one: Sums, other: Sums): Sums {
  return { count: one.count + other.count, sum: one.sum + other.sum };
}

/** The model with what was taught about pairs of hosts. */
export function learnedModel(lessons: readonly Lessons[], model: Model): Model {
  const all = new Map<string, PairLessons>();
  for (const one of lessons) {
    for (const [key, taught] of one.pairs) {
      const before = all.get(key) ?? noLessons;
      all.set(key, {
        framing: both(before.framing, taught.framing),
        preCopyFixedSeconds: both(before.preCopyFixedSeconds, taught.preCopyFixedSeconds),
        postCopyFixedSeconds: both(before.postCopyFixedSeconds, taught.postCopyFixedSeconds),
        postCopySwitchSeconds: both(before.postCopySwitchSeconds, taught.postCopySwitchSeconds),
      });
    }
  }
  const pairs = new Map(model.pairs);
  for (const [key, taught] of all) {
    const pair: PairModel = {
      streamOverhead: Math.min(MOST_OVERHEAD, Math.max(1, blended(taught.framing, model.streamOverhead))),
      preCopyFixedSeconds: within(model.preCopyFixedSeconds, taught.preCopyFixedSeconds),
      postCopyFixedSeconds: within(model.postCopyFixedSeconds, taught.postCopyFixedSeconds),
      postCopySwitchSeconds: within(model.postCopySwitchSeconds, taught.postCopySwitchSeconds),
    };
    pairs.set(key, pair);
  }
  return pairs.size === 0 ? model : { ...model, pairs };
}

/** Of VMs that were moved before, by what to multiply the memory that is found used. The last move counts most. */
export function movedShares(lessons: readonly Lessons[]): ReadonlyMap<string, number> {
  const shares = new Map<string, number>();
  for (const { moved } of lessons) {
    for (const [vmId, share] of moved) {
      const corrected = (shares.get(vmId) ?? 1) * share;
      const next = ((shares.get(vmId) ?? 1) + corrected) / 2;
      shares.set(vmId, Math.min(MOST_MOVED, Math.max(LEAST_MOVED, next)));
    }
  }
  return shares;
}

function blended({ count, sum }: Sums, prior: number): number {
  return (PRIOR * prior + sum) / (PRIOR + count);
}

type Fixed = "preCopyFixedSeconds" | "postCopyFixedSeconds" | "postCopySwitchSeconds";

/** One migration that waited for a host that was away is not what the next ones will cost. */
function plausible(name: Fixed, seconds: number | undefined): number | undefined {
  const value = defaultModel[name];
  return seconds === undefined ? undefined : Math.min(value * MOST_FACTOR, Math.max(value * LEAST_FACTOR, seconds));
}

function within(value: number, taught: Sums): number {
  return Math.min(value * MOST_FACTOR, Math.max(value * LEAST_FACTOR, blended(taught, value)));
}
