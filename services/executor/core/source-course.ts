import { advance, report } from "./progress.ts";
import type { Observation, Ram } from "./qemu.ts";
import { verdict, watchesTraffic } from "./settling.ts";
import { cancelAsked, cancelled } from "./source-cancelling.ts";
import {
  effects,
  event,
  failed,
  merge,
  nothing,
  type ProgressPhase,
  type SourceDecision,
  type SourceEffect,
  setPace,
} from "./source-decision.ts";
import { broken, locate, proveSource } from "./source-ending.ts";
import type { SourceEvent } from "./source-event.ts";
import { brokeOff, mend, stalled } from "./source-mending.ts";
import { evolveSource, isUnderway, orderOf, postCopyOf, type SourceState, type Underway } from "./source-state.ts";

/** A migration on its way at the source: what each reading of QEMU means. See `source.ts`. */

/**
 * How long pre-copy runs before post-copy is asked for. A destination with another machine type or memory size refuses
 * within one round trip: in pre-copy that is harmless. With post-copy asked for at once and another memory size, 7.2
 * left the VM stopped on both hosts in four tries of four.
 */
const refusalMilliseconds = 50;
/** An estimate from a moment's speed: past it, it is not waited for any longer. */
const untilPassEndsMilliseconds = 5_000;
const reportMilliseconds = 1_000;
const observeMilliseconds = 1_000;
/** Of a hybrid that is to go over in its first pass. */
const shareObserveMilliseconds = 250;
/** Of a post-copy, so that a stream through which nothing comes is seen in time. */
const followingObserveMilliseconds = 500;
const hotObserveMilliseconds = 200;
/** An observation ends some milliseconds after the timer that asked for it. */
const timerSlackMilliseconds = 20;

type OnTheWay = Extract<
  Underway,
  { phase: "copying" | "holding" | "cancelling" | "switching" | "following" | "paused" }
>;

export function migrateAnswered(state: SourceState, refusal: string | undefined, now: number): SourceDecision {
  if (state.phase !== "preparing") return nothing;
  if (refusal !== undefined) return failed(refusal, "RUNS_AT_SOURCE");
  const pace = state.order.paceBytesPerSecond;
  const late = pace === state.preparedPace ? [] : [setPace(pace)];
  const started: SourceDecision = { events: [{ type: "started", at: now }], effects: [...late, { type: "observe" }] };
  if (state.cancelReason === undefined) return started;
  const then = started.events.reduce(evolveSource, state as SourceState);
  return merge(started, cancelAsked(then, state.cancelReason, now));
}

/**
 * The VM writes faster than it is copied. What was asked for already, or is past the question, goes on as it is. Least is left
 * to follow between two passes, when only what was written in the one that ends is missing: it goes over then, if that is
 * soon.
 */
export function escalate(state: SourceState, now: number): SourceDecision {
  if (state.phase !== "copying" || state.course.switched || state.course.order.technique !== "PRE_COPY") return nothing;
  const { ram } = state.course;
  const secondsLeft = ram === undefined ? Number.POSITIVE_INFINITY : ram.remainingBytes / ram.bytesPerSecond;
  const isSoon = secondsLeft * 1000 <= untilPassEndsMilliseconds;
  const pass = ram?.pass ?? 0;
  if (!isSoon) return merge(event({ type: "escalated", pass, until: now }), askPostCopy(now));
  return event({ type: "escalated", pass, until: now + untilPassEndsMilliseconds });
}

export function passBegan(state: SourceState, pass: number, now: number): SourceDecision {
  if (state.phase !== "copying" || orderOf(state).technique !== "HYBRID") return nothing;
  const { escalatedIn } = state.course;
  // It has been copied for long.
  if (escalatedIn !== undefined)
    return pass > escalatedIn.pass || now >= escalatedIn.until ? askPostCopy(now) : nothing;
  return pass >= 2 ? askOnceTaken(state, now) : nothing;
}

/** A destination that refuses the stream has had the time to. */
function askOnceTaken(state: Extract<OnTheWay, { phase: "copying" }>, now: number): SourceDecision {
  const { connectedAt, course } = state;
  if (course.takenOver) return askPostCopy(now);
  const again: SourceEffect = { type: "wake", inMilliseconds: refusalMilliseconds };
  if (connectedAt === undefined) return { events: [{ type: "connected", at: now }], effects: [again] };
  return now - connectedAt >= refusalMilliseconds ? askPostCopy(now) : effects(again);
}

function askPostCopy(now: number): SourceDecision {
  return {
    events: [{ type: "post-copy-asked", at: now }],
    effects: [{ type: "start-post-copy" }, { type: "observe" }],
  };
}

export function observed(state: Underway, observation: Observation, now: number): SourceDecision {
  const { ram } = observation;
  const reading: SourceEvent = { type: "observed", at: now, ...(ram === undefined ? {} : { ram }) };
  const next = evolveSource(state, reading);
  if (!isUnderway(next)) return nothing;
  return merge(event(reading), meaningOf(next, observation, now), progressed(next, now));
}

function meaningOf(state: Underway, observation: Observation, now: number): SourceDecision {
  switch (state.phase) {
    case "failing":
      return locate(state, observation, now);
    case "confirming":
      return proveSource(state, observation);
    case "releasing":
      return nothing;
    default:
      switch (observation.status.kind) {
        case "completed":
          return allSent(state, observation, now);
        case "failed":
        case "cancelled":
        case "none":
          return state.phase === "cancelling" ? cancelled(state, observation, now) : broken(observation, now);
        default:
          return onTheWay(state, observation, now);
      }
  }
}

/** The migration goes on: has the VM gone over, and is it time to send it over? */
function onTheWay(state: OnTheWay, observation: Observation, now: number): SourceDecision {
  const { status, runState } = observation;
  if (state.phase === "paused") return mend(state, observation, now);
  if (status.kind === "post_copy_paused" || status.kind === "post_copy_recovering") {
    return {
      events: [
        ...switchedOnce(state, now),
        brokeOff(state.course, observation, now),
        ...(status.kind === "post_copy_recovering" ? [{ type: "recovering", at: now } as const] : []),
      ],
      effects: [{ type: "ask-destination" }],
    };
  }
  if (status.kind === "post_copy") {
    if (state.phase === "following") return merge(stalled(state, now), settle(state, now));
    return {
      events: [...switchedOnce(state, now), { type: "following", at: now }],
      effects: [{ type: "wake", inMilliseconds: hotObserveMilliseconds }],
    };
  }
  if (runState === "finish-migrate" || runState === "postmigrate") {
    const seen = state.course.stoppedSince === undefined ? [{ type: "stop-seen", at: now } as const] : [];
    return { events: [...switchedOnce(state, now), ...seen], effects: [] };
  }
  if (state.phase !== "copying") return nothing;
  const { technique, switchShare } = state.course.order;
  if (technique === "PRE_COPY" || status.kind !== "ongoing" || status.name !== "active") return nothing;
  if (technique === "POST_COPY") return askOnceTaken(state, now);
  const { ram } = observation;
  const hasPassed = switchShare !== undefined && ram !== undefined && passedShare(ram) >= switchShare;
  if (hasPassed && state.course.escalatedIn === undefined) return askOnceTaken(state, now);
  return passBegan(state, ram?.pass ?? 0, now);
}

/** Of the first pass; in a later one it says how little is left. */
function passedShare({ totalBytes, remainingBytes }: Ram): number {
  return totalBytes > 0 ? 1 - remainingBytes / totalBytes : 0;
}

function settle(state: Extract<Underway, { phase: "following" }>, now: number): SourceDecision {
  if (state.settling.kind === "settled") return nothing;
  const found = verdict(state.settling, now);
  if (found === "hot") {
    const again: SourceEffect = { type: "wake", inMilliseconds: hotObserveMilliseconds };
    return watchesTraffic(state.settling) ? effects(again, { type: "ask-traffic" }) : effects(again);
  }
  return event({ type: "settled", at: now, observed: found === "quiet" });
}

export function trafficSeen(
  state: SourceState,
  { outboundBytes, inboundBytes }: { readonly outboundBytes: number; readonly inboundBytes: number },
  now: number,
): SourceDecision {
  if (state.phase !== "following" || state.settling.kind === "settled") return nothing;
  return event({ type: "traffic-seen", sample: { at: now, outboundBytes, inboundBytes } });
}

/** The source has nothing left to send. It may only be ended once the destination has said that it has the VM. */
function allSent(state: OnTheWay, observation: Observation, now: number): SourceDecision {
  if (observation.runState === "running") {
    return failed("QEMU calls the migration completed and still runs the VM here", "UNCERTAIN");
  }
  const isSettled = (state.phase === "following" || state.phase === "paused") && state.settling.kind === "settled";
  const settled = state.course.order.technique !== "PRE_COPY" && !isSettled;
  return {
    events: [
      ...switchedOnce(state, now),
      ...(settled ? [{ type: "settled", at: now, observed: true } as const] : []),
      { type: "all-sent", at: now, source: observation.runState === "postmigrate" ? "postmigrate" : "unproven" },
    ],
    effects: [{ type: "ask-destination" }],
  };
}

export function paceAsked(state: SourceState, paceBytesPerSecond: number | undefined): SourceDecision {
  const events: SourceEvent[] = [{ type: "pace-changed", paceBytesPerSecond }];
  switch (state.phase) {
    case "preparing":
      return { events, effects: [] };
    case "copying":
    case "holding":
    case "cancelling":
    case "switching":
    case "following":
    case "paused":
      return { events, effects: [setPace(paceBytesPerSecond)] };
    default:
      return nothing;
  }
}

function isHot(state: Underway): boolean {
  return state.phase === "following" && state.settling.kind === "hot";
}

function isBeforePostCopy(state: Underway): boolean {
  return state.phase === "copying" && state.course.order.technique === "POST_COPY";
}

function isBeforeShare({ phase, course }: Underway): boolean {
  const { technique, switchShare } = course.order;
  return phase === "copying" && technique === "HYBRID" && switchShare !== undefined && course.escalatedIn === undefined;
}

/** Asked again until QEMU has it: a monitor that waits for a page does not answer for seconds. */
export function paceAgain(state: OnTheWay): SourceDecision {
  const { order, qemuPace, paceIsKnown } = state.course;
  const { paceBytesPerSecond } = order;
  // Its first order says nothing of what it was held to later.
  return !paceIsKnown || (qemuPace !== undefined && qemuPace.bytesPerSecond === paceBytesPerSecond)
    ? nothing
    : effects(setPace(paceBytesPerSecond));
}

function observeIntervalOf(state: OnTheWay): number {
  if (isBeforePostCopy(state) || state.phase === "switching") return refusalMilliseconds;
  if (isBeforeShare(state)) return shareObserveMilliseconds;
  return state.phase === "following" ? followingObserveMilliseconds : observeMilliseconds;
}

export function watch(state: OnTheWay, now: number): SourceDecision {
  const dueMilliseconds = isHot(state) ? hotObserveMilliseconds : observeIntervalOf(state);
  if (now - state.course.observedAt < dueMilliseconds - timerSlackMilliseconds) return nothing;
  const isPerhapsHeld = state.course.mayBeHeld === true && state.phase === "following";
  return effects({ type: "observe" }, ...(isPerhapsHeld ? [{ type: "ask-destination" } as const] : []));
}

function progressed(state: Underway, now: number): SourceDecision {
  const { ram, track } = state.course;
  const phase = progressPhase(state);
  if (ram === undefined || phase === undefined || now - track.atMilliseconds < reportMilliseconds) return nothing;
  const next = advance(track, ram, now);
  return {
    events: [{ type: "measured", track: next }],
    effects: [
      {
        type: "report",
        phase,
        progress: report(next, ram, {
          memoryIsFollowing: postCopyOf(state) === "asked",
          pace: state.course.qemuPace?.bytesPerSecond,
        }),
      },
    ],
  };
}

function progressPhase(state: Underway): ProgressPhase | undefined {
  switch (state.phase) {
    case "copying":
    case "holding":
    case "cancelling":
      return state.course.switched ? "SWITCHING" : "COPYING";
    case "switching":
      return "SWITCHING";
    case "following":
      return isHot(state) ? "HOT" : "BULK";
    case "paused":
      return "PAUSED";
    default:
      return undefined;
  }
}

function switchedOnce(state: OnTheWay, now: number): SourceEvent[] {
  if (state.course.switched) return [];
  return [{ type: "switched", atUnixMilliseconds: state.course.stoppedAtUnixMilliseconds ?? now }];
}
