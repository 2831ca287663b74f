import { assertNever } from "../../kit/failure/failure.ts";
import { cancelAgain, cancelAsked, holdAnswered } from "./source-cancelling.ts";
import {
  escalate,
  migrateAnswered,
  observed,
  paceAgain,
  paceAsked,
  passBegan,
  trafficSeen,
  watch,
} from "./source-course.ts";
import {
  effects,
  event,
  failed,
  merge,
  nothing,
  type SourceDecision,
  type SourceEffect,
  type SourceInput,
} from "./source-decision.ts";
import {
  completed,
  incomingAnswered,
  incomingSilent,
  isHandedOver,
  overdue,
  silenceTold,
  sourceGone,
} from "./source-ending.ts";
import { recoveryTried, tryToMend } from "./source-mending.ts";
import { hasEnded, isUnderway, type SourceOrder, type SourceState } from "./source-state.ts";

/**
 * What the source does next. Relies on QEMU for the hand-over itself: the source's QEMU stops the VM before the
 * destination's runs it, and an incoming QEMU runs the VM without being told.
 *
 * 1. `rerun` (QEMU's `cont`) only after a migration for which post-copy was never asked, and only when the destination
 *    has answered that the VM never ran there, and that its process is gone or held. Never after one that an earlier executor
 *    began.
 * 2. `release` (which ends the source's process) only when the source is completed and `postmigrate`, or its VM stopped and its
 *    stream broken, or it is gone by itself, and the destination has answered that the VM runs there with all of its memory.
 * 3. `cancel` (QEMU's `migrate_cancel`) only as `source-cancelling.ts` says: never once post-copy was asked for.
 * 4. Silence decides nothing: an unanswered question is asked again, an unknown status is one that goes on. Only of a
 *    migration that an earlier executor began is it said, in the end, that nobody knows; QEMU is told nothing then.
 * 5. A migration ends once, as `completed` or `failed`, and does nothing afterwards.
 */

const releaseAgainMilliseconds = 1_000;

export function beginSource(order: SourceOrder): readonly SourceEffect[] {
  return [{ type: "prepare", order }];
}

export function decideSource(state: SourceState, input: SourceInput, now: number): SourceDecision {
  if (hasEnded(state)) return nothing;
  switch (input.type) {
    case "prepared":
      if (state.phase !== "preparing") return nothing;
      return state.cancelReason === undefined
        ? effects({ type: "migrate", uri: state.order.uri })
        : failed(state.cancelReason, "RUNS_AT_SOURCE");
    case "found-under-way":
      // A cancellation that was noted is refused: what was asked of QEMU is not known.
      return state.phase === "preparing"
        ? { events: [{ type: "started", at: now, takenOver: true }], effects: [{ type: "observe" }] }
        : nothing;
    case "not-prepared":
      return state.phase === "preparing" ? notPrepared(input) : nothing;
    case "migrate-answered":
      return migrateAnswered(state, input.refusal, now);
    case "status-changed":
      return effects({ type: "observe" });
    case "pass-began":
      return passBegan(state, input.pass, now);
    case "vm-stopped":
      return isUnderway(state)
        ? {
            events: [{ type: "vm-stopped", atUnixMilliseconds: input.atUnixMilliseconds, at: now }],
            effects: [{ type: "observe" }],
          }
        : nothing;
    case "observed":
      return isUnderway(state) ? observed(state, input.observation, now) : nothing;
    case "incoming-answered":
      return incomingAnswered(state, input.incoming, now);
    case "incoming-silent":
      return incomingSilent(state, now);
    case "traffic":
      return trafficSeen(state, input, now);
    case "cancel":
      return cancelAsked(state, input.reason, now);
    case "hold-answered":
      return holdAnswered(state, input.isHeld, input.reason, now);
    case "recovery-tried":
      return state.phase === "paused" ? recoveryTried(state, input.outcome, now) : nothing;
    case "rerun-answered":
      return effects({ type: "observe" });
    case "released":
      return state.phase === "releasing" ? completed(state, now) : nothing;
    case "not-released":
      return effects({ type: "wake", inMilliseconds: releaseAgainMilliseconds });
    case "source-gone":
      return sourceGone(state, now);
    case "pace":
      return paceAsked(state, input.paceBytesPerSecond);
    case "pace-read":
      return isUnderway(state) ? event({ type: "pace-read", paceBytesPerSecond: input.paceBytesPerSecond }) : nothing;
    case "escalate":
      return escalate(state, now);
    case "tick":
      return merge(silenceTold(state, now), ticked(state, now));
    default:
      return assertNever(input);
  }
}

function notPrepared(input: Extract<SourceInput, { type: "not-prepared" }>): SourceDecision {
  const { reason, vmLocation, postCopyRefused } = input;
  return event({ type: "failed", reason, vmLocation, ...(postCopyRefused && { postCopyRefused }) });
}

function ticked(state: SourceState, now: number): SourceDecision {
  switch (state.phase) {
    case "copying":
    case "switching":
      return merge(
        watch(state, now),
        paceAgain(state),
        isHandedOver(state, now) ? effects({ type: "ask-destination" }) : nothing,
      );
    case "following":
      return merge(watch(state, now), paceAgain(state));
    case "cancelling":
      return merge(watch(state, now), cancelAgain(state, now));
    case "holding":
      return merge(watch(state, now), effects({ type: "hold" }));
    case "paused":
      return merge(effects({ type: "observe" }, { type: "ask-destination" }), tryToMend(state, now));
    case "confirming":
      return state.source === "unproven"
        ? effects({ type: "observe" }, { type: "ask-destination" })
        : effects({ type: "ask-destination" });
    case "failing": {
      const late = overdue(state, now);
      return late === nothing ? effects({ type: "observe" }, { type: "ask-destination" }) : late;
    }
    case "releasing":
      return effects({ type: "release" });
    default:
      return nothing;
  }
}
