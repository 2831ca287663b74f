import { assertNever } from "../../kit/failure/failure.ts";
import { report } from "./progress.ts";
import type { IncomingView, Observation } from "./qemu.ts";
import { effects, event, failed, merge, nothing, type SourceDecision, type SourceEffect } from "./source-decision.ts";
import type { SourceEvent } from "./source-event.ts";
import type { Course, SourceState, Underway } from "./source-state.ts";
import { isStalled } from "./stream.ts";

/** How a migration ends at the source: confirmed and released, or failed and the VM located. See `source.ts`. */

export const askAgainMilliseconds = 250;
/** The answer is mostly some milliseconds away, and the next VM may wait for it. */
const askSoonMilliseconds = 20;
const askSoonForMilliseconds = 1_000;
/** How long a source that runs its VM again waits for the destination's reason. */
const reasonMilliseconds = 1_500;
/** A silent destination is spoken of after the first, and then each time the second has passed. */
const firstWarningMilliseconds = 10_000;
const nextWarningMilliseconds = 30_000;
/** How long the destination of a migration that was taken over may be silent: an executor that restarts is back by then. */
const takenOverMilliseconds = 60_000;
/** Many times what QEMU takes from the VM's stop to its own word that it has gone over. */
const handOverMilliseconds = 2_000;
/** How long a VM that does not run here may take to be located before an operator is asked to. */
const locateMilliseconds = 10_000;

export function proveSource(
  state: Extract<Underway, { phase: "confirming" }>,
  observation: Observation,
): SourceDecision {
  if (state.source !== "unproven" || observation.status.kind !== "completed") return nothing;
  return observation.runState === "postmigrate" ? event({ type: "source-proven" }) : nothing;
}

export function broken(observation: Observation, now: number): SourceDecision {
  const reason = observation.errorMessage ?? `QEMU calls the migration ${observation.status.kind}`;
  const vm = observation.runState === "running" ? "runs_here" : "stopped_here";
  return { events: [{ type: "failing", at: now, reason, vm }], effects: [{ type: "ask-destination" }] };
}

/** After a failure: QEMU mostly runs the VM here again by itself. */
export function locate(
  state: Extract<Underway, { phase: "failing" }>,
  observation: Observation,
  now: number,
): SourceDecision {
  const runsHere = observation.runState === "running";
  if (state.vm === "rerunning" && runsHere) return failed(state.reason, "RUNS_AT_SOURCE");
  if (state.vm === "stopped_here" && runsHere) {
    return event({ type: "failing", at: state.since, reason: state.reason, vm: "runs_here" });
  }
  return overdue(state, now);
}

export function overdue(state: Extract<Underway, { phase: "failing" }>, now: number): SourceDecision {
  const waited = now - state.since;
  if (state.vm === "runs_here" && waited >= reasonMilliseconds) return failed(state.reason, "RUNS_AT_SOURCE");
  if (state.vm !== "runs_here" && state.postCopy === "asked" && waited >= locateMilliseconds) {
    return failed(`${state.reason}; the VM is stopped here and the destination does not answer`, "UNCERTAIN");
  }
  if (state.vm === "rerunning" && waited >= locateMilliseconds) {
    return failed(`${state.reason}; the VM does not run here again`, "UNCERTAIN");
  }
  return nothing;
}

export function incomingAnswered(state: SourceState, incoming: IncomingView, now: number): SourceDecision {
  const decision = meaningOf(state, incoming, now);
  if (!isAsking(state) || state.course.silence === undefined) return decision;
  return merge(event({ type: "silence", silence: undefined }), decision);
}

/**
 * The VM has stopped here for its last pages, and QEMU does not say that they have arrived. Should it learn that its stream
 * is cut, minutes later, it would run the VM here again, whether it runs there or not.
 */
export function isHandedOver({ course }: Extract<Underway, { phase: "copying" | "switching" }>, now: number): boolean {
  return course.stoppedSince !== undefined && now - course.stoppedSince >= handOverMilliseconds;
}

function meaningOf(state: SourceState, incoming: IncomingView, now: number): SourceDecision {
  switch (state.phase) {
    case "copying":
      return incoming.kind === "arrived" && isHandedOver(state, now) ? handedOver(state.course, now) : nothing;
    case "confirming":
      return confirm(state, incoming, now);
    case "failing":
      return locateByAnswer(state, incoming, now);
    case "paused":
      return pausedAnswered(state, incoming, now);
    case "switching":
      // Asked for post-copy too late: it went over whole.
      if (incoming.kind === "arrived" && isHandedOver(state, now)) return handedOver(state.course, now);
      return hasRun(incoming) && !state.course.seenThere ? event({ type: "seen-there" }) : nothing;
    case "following":
      // Everything is there, and the word of it was lost on the way.
      if (incoming.kind === "arrived" && isStalled(state.course.flow, now)) {
        return { events: [{ type: "all-sent", at: now, source: "broken" }], effects: [{ type: "ask-destination" }] };
      }
      // It was to be cancelled, which came to nothing, and is past that now.
      if (incoming.kind === "waiting" && incoming.held !== undefined) return effects({ type: "run-there" });
      return hasRun(incoming) && !state.course.seenThere ? event({ type: "seen-there" }) : nothing;
    default:
      return nothing;
  }
}

function handedOver({ switched, stoppedAtUnixMilliseconds: stoppedAt }: Course, now: number): SourceDecision {
  const switching: SourceEvent = { type: "switched", atUnixMilliseconds: stoppedAt ?? now };
  return {
    events: [...(switched ? [] : [switching]), { type: "all-sent", at: now, source: "broken" }],
    effects: [{ type: "ask-destination" }],
  };
}

function pausedAnswered(
  state: Extract<Underway, { phase: "paused" }>,
  incoming: IncomingView,
  now: number,
): SourceDecision {
  switch (incoming.kind) {
    case "gone":
      return failed(lost(state.course, incoming.reason ?? "the destination's QEMU has ended"), "LOST");
    case "arrived":
      // The stream broke when there was nothing left to be sent.
      return { events: [{ type: "all-sent", at: now, source: "broken" }], effects: [{ type: "ask-destination" }] };
    default:
      return hasRun(incoming) && !state.course.seenThere ? event({ type: "seen-there" }) : nothing;
  }
}

/** `paused`: a post-copy that was never switched is not. */
function hasRun(incoming: IncomingView): boolean {
  return incoming.kind === "arrived" || incoming.kind === "paused" || incoming.ran;
}

/** What an operator has to do about it stands with it. */
function lost({ order }: Course, reason: string): string {
  const { vmId, sourceHostId, destinationHostId } = order.migration;
  return (
    `${vmId} is lost: ${reason}, and its memory was in part on ${sourceHostId} and in part on ${destinationHostId}. End what ` +
    `is left of its processes on both hosts and start it anew from its disks`
  );
}

function confirm(
  state: Extract<Underway, { phase: "confirming" }>,
  incoming: IncomingView,
  now: number,
): SourceDecision {
  const askAgain = askAgainSince(state.sentAt, now);
  switch (incoming.kind) {
    case "waiting":
      // The cancellation came too late: the source has sent everything.
      if (incoming.held === "whole" && mayRunThere(state)) {
        return merge(effects({ type: "run-there" }), askAgain);
      }
      return state.source === "gone" && now - state.sentAt >= locateMilliseconds
        ? failed(`the source's QEMU has ended, and the VM ${whereabouts(incoming.ran)}`, "UNCERTAIN")
        : askAgain;
    case "paused":
      return state.source === "gone"
        ? failed(lost(state.course, "the source's QEMU ended before all memory had moved"), "LOST")
        : askAgain;
    case "arrived":
      // The destination's word alone is not enough: a source that has not proved to be stopped is left alone.
      if (state.source === "unproven") return askAgain;
      return {
        events: [
          {
            type: "destination-confirmed",
            resumedAtUnixMilliseconds: incoming.resumedAtUnixMilliseconds,
            ...(incoming.stallSeconds === undefined ? {} : { stallSeconds: incoming.stallSeconds }),
          },
        ],
        effects: [{ type: "release" }],
      };
    case "gone": {
      const reason = incoming.reason ?? "the destination's QEMU has ended";
      if (incoming.ran || state.source === "gone") return failed(lost(state.course, reason), "LOST");
      if (state.course.takenOver || incoming.unseen) return stoppedHere(state.course, reason);
      if (state.postCopy === "asked") return failed(lost(state.course, reason), "LOST");
      if (state.source === "unproven") return askAgain;
      return {
        events: [
          { type: "failing", at: now, reason, vm: "stopped_here" },
          { type: "rerun-asked", at: now },
        ],
        effects: [{ type: "rerun" }],
      };
    }
    default:
      return assertNever(incoming);
  }
}

/** A source that ended by itself after a cancellation may have run the VM for a while: what is held there is older then. */
function mayRunThere({ source, course }: Extract<Underway, { phase: "confirming" }>): boolean {
  return source === "postmigrate" || source === "broken" || (source === "gone" && course.mayBeCancelled !== true);
}

function whereabouts(ran: boolean): string {
  return ran ? "runs at the destination, perhaps without all of its memory" : "does not run at the destination";
}

function askAgainSince(since: number, now: number): SourceDecision {
  const soon = now - since < askSoonForMilliseconds;
  return effects({ type: "wake", inMilliseconds: soon ? askSoonMilliseconds : askAgainMilliseconds });
}

function locateByAnswer(
  state: Extract<Underway, { phase: "failing" }>,
  incoming: IncomingView,
  now: number,
): SourceDecision {
  const askAgain = askAgainSince(state.since, now);
  if (state.vm === "rerunning") return nothing;
  const ran = incoming.kind === "arrived" || (incoming.kind !== "paused" && incoming.ran);
  if (ran && state.vm === "runs_here") {
    return failed(`${state.reason}; the VM has run at the destination too`, "UNCERTAIN");
  }
  if (incoming.kind === "arrived") return failed(state.reason, "RUNS_AT_DESTINATION");
  if (incoming.kind === "gone" && incoming.ran) return failed(lost(state.course, state.reason), "LOST");
  // What is held there will not run, whatever has come of it: that it is not told to any more is the source's to see to.
  const isHeld = incoming.kind === "waiting" && incoming.held !== undefined && !incoming.ran;
  if (isHeld && state.vm === "stopped_here" && state.postCopy === "never_asked" && !state.course.takenOver) {
    return { events: [{ type: "rerun-asked", at: now }], effects: [{ type: "rerun" }] };
  }
  if (incoming.kind !== "gone") return askAgain;
  const reason = incoming.reason === undefined ? state.reason : `${incoming.reason} (source: ${state.reason})`;
  if (state.vm === "runs_here") return failed(reason, "RUNS_AT_SOURCE");
  if (state.course.takenOver || incoming.unseen) return stoppedHere(state.course, reason);
  if (state.postCopy === "asked") return failed(lost(state.course, reason), "LOST");
  return {
    events: [
      { type: "failing", at: now, reason, vm: "stopped_here" },
      { type: "rerun-asked", at: now },
    ],
    effects: [{ type: "rerun" }],
  };
}

/** Whether post-copy had been asked for is not known, so the VM is not told to run: its memory may have been newer there. */
function stoppedHere({ order }: Course, reason: string): SourceDecision {
  const { vmId, sourceHostId, destinationHostId } = order.migration;
  return failed(
    `${reason}; ${vmId} is stopped on ${sourceHostId}, its process on ${destinationHostId} has ended, and an executor that ` +
      `took part ended before it: if ${order.technique} had not switched over, nor the VM run on ${destinationHostId}, it can ` +
      `be continued on ${sourceHostId}`,
    "UNCERTAIN",
  );
}

/** Silence decides nothing, but for a migration whose own executor is gone too: nobody else would ever end it. */
export function incomingSilent(state: SourceState, now: number): SourceDecision {
  if (!isAsking(state)) return nothing;
  const { course } = state;
  const { migration } = course.order;
  const since = course.silence?.since ?? now;
  if (course.takenOver && state.phase !== "paused" && now - since >= takenOverMilliseconds) {
    return failed(
      `an earlier executor on ${migration.sourceHostId} began this migration and ended, and the executor on ` +
        `${migration.destinationHostId} knows nothing of it or does not answer: check on both hosts where ` +
        `${migration.vmId} runs, end the process of the other, and remove its directory`,
      "UNCERTAIN",
    );
  }
  const again = effects({ type: "wake", inMilliseconds: askAgainMilliseconds });
  return course.silence === undefined ? merge(event({ type: "silence", silence: { since } }), again) : again;
}

/** What is waited for, in words, every now and then. */
export function silenceTold(state: SourceState, now: number): SourceDecision {
  if (!isAsking(state) || state.course.silence === undefined) return nothing;
  const { since, toldAt } = state.course.silence;
  const due = toldAt === undefined ? since + firstWarningMilliseconds : toldAt + nextWarningMilliseconds;
  if (now < due) return nothing;
  const { vmId, sourceHostId, destinationHostId } = state.course.order.migration;
  const reason =
    `the executor on ${destinationHostId} has not answered for ${Math.round((now - since) / 1000)} s; the migration ` +
    `from ${sourceHostId} waits to hear ${question(state)}, and ${vmId} stays as it is on both hosts`;
  return { events: [{ type: "silence", silence: { since, toldAt: now } }], effects: [{ type: "warn", reason }] };
}

function question(state: Asking): string {
  switch (state.phase) {
    case "confirming":
      return "that the VM runs there with all of its memory";
    case "failing":
      return "whether the VM has run there";
    case "paused":
      return "whether its half of the broken post-copy is still there";
    default:
      return assertNever(state);
  }
}

type Asking = Extract<Underway, { phase: "confirming" | "failing" | "paused" }>;

export function isAsking(state: SourceState): state is Asking {
  return state.phase === "confirming" || state.phase === "failing" || state.phase === "paused";
}

export function sourceGone(state: SourceState, now: number): SourceDecision {
  switch (state.phase) {
    case "preparing":
    case "failing":
      return failed("the source's QEMU has ended; start the VM anew from its disks", "LOST");
    case "copying":
    case "holding":
    case "cancelling":
    case "switching":
    case "following":
    case "paused":
      return { events: [{ type: "all-sent", at: now, source: "gone" }], effects: [{ type: "ask-destination" }] };
    case "confirming":
      return { events: [{ type: "source-gone" }], effects: [{ type: "ask-destination" }] };
    default:
      return nothing;
  }
}

export function completed(state: Extract<Underway, { phase: "releasing" }>, now: number): SourceDecision {
  const { course, sentAt, resumedAtUnixMilliseconds } = state;
  // Not every kernel and user may have QEMU count it.
  const stallSeconds = state.stallSeconds ?? course.trafficStallSeconds;
  const downtimeSeconds = downtime(course.stoppedAtUnixMilliseconds, resumedAtUnixMilliseconds);
  const done: SourceEvent = {
    type: "completed",
    totalSeconds: (sentAt - course.startedAt) / 1000,
    ...(downtimeSeconds === undefined ? {} : { downtimeSeconds }),
    ...(stallSeconds === undefined || course.order.technique === "PRE_COPY" ? {} : { stallSeconds }),
    transferredBytes: course.ram?.transferredBytes ?? 0,
    postCopyRequests: course.ram?.postCopyRequests ?? 0,
    ...(course.ram === undefined ? {} : { pageBytes: course.ram.pageBytes }),
    // It was not sent after QEMU had said that all was.
    ...(course.lastPageAt === undefined ? {} : { endingSeconds: (now - Math.min(course.lastPageAt, sentAt)) / 1000 }),
  };
  return { events: [done], effects: finalReport(course) };
}

function finalReport(course: Course): readonly SourceEffect[] {
  const { ram, track } = course;
  if (ram === undefined) return [];
  const done = report(
    track,
    { ...ram, remainingBytes: 0 },
    { memoryIsFollowing: true, pace: course.qemuPace?.bytesPerSecond },
  );
  const progress = { ...done, percent: 100, bytesPerSecond: 0 };
  return [{ type: "report", phase: "DONE", progress }];
}

/** By two hosts' clocks; when they disagree by more than the downtime, nothing can be said. */
function downtime(stoppedAt: number | undefined, resumedAt: number | undefined): number | undefined {
  if (stoppedAt === undefined || resumedAt === undefined) return undefined;
  // The destination's time comes in whole milliseconds.
  const milliseconds = resumedAt - stoppedAt;
  return milliseconds < -1 ? undefined : Math.max(0, milliseconds) / 1000;
}
