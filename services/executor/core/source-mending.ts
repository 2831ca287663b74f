import type { Observation } from "./qemu.ts";
import {
  effects,
  event,
  failed,
  merge,
  nothing,
  type RecoveryOutcome,
  type SourceDecision,
  setPace,
} from "./source-decision.ts";
import type { SourceEvent } from "./source-event.ts";
import type { Course, Underway } from "./source-state.ts";
import { isStalled, type Mending } from "./stream.ts";

/**
 * How a broken post-copy is put together again. Its memory is on both hosts and neither can go on alone, so it is tried
 * until it succeeds, one side is gone, or an operator has to be asked.
 *
 * 1. `pause-stream` only when the VM is known to run at the destination. Before that, breaking the stream would make the
 *    destination's QEMU end, and the VM with it; a link that comes back would have saved it.
 * 2. One attempt at a time, and none while QEMU is at one: two connections for one VM would destroy it.
 */

export type Paused = Extract<Underway, { phase: "paused" }>;

/** Pages are to flow within two seconds of a link that is back. */
const againMilliseconds = 500;
/** A connection that QEMU was told to make over a link that was just tried is there in a moment. */
const connectMilliseconds = 3_000;
/** 7.2 has no way out of a recovery whose link breaks again; later versions take a pause. */
const recoveringMilliseconds = 10_000;
/** After that an operator has to be asked. Both halves stay as they are. */
const recoveryLimitMilliseconds = 30 * 60_000;
/** Of a stream that stands still: after its destination was asked how it is. */
const breakMilliseconds = 3_000;
const pauseAgainMilliseconds = 2_000;

/** Nothing has moved for a while: the stream is broken here, so that it can be recovered. */
export function stalled(state: Extract<Underway, { phase: "following" }>, now: number): SourceDecision {
  const { flow, seenThere, pauseAskedAt } = state.course;
  if (!isStalled(flow, now)) return nothing;
  // All of it may be there already.
  if (!seenThere || now - flow.since < breakMilliseconds) return effects({ type: "ask-destination" });
  if (pauseAskedAt !== undefined && now - pauseAskedAt < pauseAgainMilliseconds) return nothing;
  return { events: [{ type: "pause-asked", at: now }], effects: [{ type: "pause-stream" }] };
}

/** Said once, when QEMU says so: it is what an operator and the planner see. */
export function brokeOff(course: Course, observation: Observation, now: number): SourceEvent {
  const { flow, pauseAskedAt } = course;
  const seconds = flow === undefined ? 0 : Math.round((now - flow.since) / 1000);
  const reason =
    observation.errorMessage ??
    (pauseAskedAt === undefined
      ? "the connection between the hosts broke"
      : `nothing came through between the hosts for ${seconds} s`);
  return { type: "paused", at: now, reason };
}

export function mend(state: Paused, observation: Observation, now: number): SourceDecision {
  const { mending, course } = state;
  switch (observation.status.kind) {
    case "post_copy": {
      const lostSeconds = (now - state.pausedAt) / 1000;
      const recovered: SourceEvent = { type: "recovered", at: now, lostSeconds };
      // The limit of the stream that broke is not that of the new one.
      return { events: [recovered], effects: [setPace(course.order.paceBytesPerSecond)] };
    }
    case "post_copy_recovering": {
      const since = mending.recoveringSince;
      if (since === undefined) return event({ type: "recovering", at: now });
      return now - since >= recoveringMilliseconds
        ? { events: [{ type: "recovering", at: now }], effects: [{ type: "pause-stream" }] }
        : nothing;
    }
    case "post_copy_paused":
      return mending.recoveringSince === undefined ? nothing : event({ type: "recovery-broke", at: now });
    default:
      return nothing;
  }
}

export function tryToMend(state: Paused, now: number): SourceDecision {
  const { mending, pausedAt, course } = state;
  if (now - pausedAt >= recoveryLimitMilliseconds)
    return failed(beyondRecovery(course, mending, now - pausedAt), "UNCERTAIN");
  if (mending.isTrying || mending.recoveringSince !== undefined || now < mending.nextAt) return nothing;
  return {
    events: [{ type: "recovery-began", at: now }],
    effects: [{ type: "recover", attempt: mending.attempts }],
  };
}

export function recoveryTried(state: Paused, outcome: RecoveryOutcome, now: number): SourceDecision {
  if (!state.mending.isTrying) return nothing;
  const tried: SourceEvent =
    outcome.kind === "resumed"
      ? { type: "recovery-tried", nextAt: now + connectMilliseconds }
      : { type: "recovery-tried", nextAt: now + againMilliseconds, reason: outcome.reason };
  // The first failure of a kind is worth a word.
  const isNew = outcome.kind === "not_resumed" && outcome.reason !== state.mending.reason;
  return merge(event(tried), isNew ? effects({ type: "warn", reason: outcome.reason }) : effects({ type: "observe" }));
}

function beyondRecovery({ order }: Course, { attempts, reason }: Mending, milliseconds: number): string {
  const { vmId, sourceHostId, destinationHostId } = order.migration;
  return (
    `${vmId}: its memory is in part on ${sourceHostId} and in part on ${destinationHostId}, and the way between them has been ` +
    `broken for ${Math.round(milliseconds / 60_000)} minutes (${attempts} attempts${reason === undefined ? "" : `, the last: ${reason}`}). ` +
    `Neither process may be ended while the VM is to be saved: once the way is back, give QEMU on ${destinationHostId} ` +
    `migrate-recover with an address and QEMU on ${sourceHostId} migrate with that address and resume`
  );
}
