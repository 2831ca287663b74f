import type { Observation } from "./qemu.ts";
import { effects, event, failed, merge, nothing, type SourceDecision } from "./source-decision.ts";
import type { SourceState, Underway } from "./source-state.ts";

/**
 * How a migration is cancelled. QEMU takes a cancellation at any moment and then runs the VM at the source, also when the
 * destination has all of it and begins to run it, and also in a post-copy, which ruins it. So the destination is first told
 * to run nothing by itself (*held*), and what is past that can only go forward.
 *
 * 1. `cancel` only while post-copy was never asked for, and only after the destination has answered that it is held.
 * 2. `run-there` only of a held VM that has arrived whole, and only when the source's is stopped for good.
 */

export type Holding = Extract<Underway, { phase: "holding" }>;
export type Cancelling = Extract<Underway, { phase: "cancelling" }>;

const holdAgainMilliseconds = 250;
/** A destination that does not answer for so long may not be there for the rest either: the migration goes on. */
const holdMilliseconds = 10_000;
const cancelAgainMilliseconds = 2_500;
/** After its cancellation QEMU runs the VM within some milliseconds. */
const runsAgainMilliseconds = 2_000;

export function cancelAsked(state: SourceState, reason: string, now: number): SourceDecision {
  switch (state.phase) {
    case "preparing":
      return event({ type: "cancel-noted", reason });
    case "copying": {
      const { takenOver, switched } = state.course;
      if (takenOver)
        return refused(state, "an earlier executor began it, and whether it asked for post-copy is not known");
      if (switched) return refused(state, "all of the VM is on its way");
      return { events: [{ type: "holding", at: now, reason }], effects: [{ type: "hold" }] };
    }
    case "switching":
    case "following":
    case "paused":
      return refused(state, "it is in post-copy, and the VM's newest memory is at the destination");
    case "confirming":
    case "releasing":
      return refused(state, "the VM has gone over");
    default:
      return nothing;
  }
}

function refused(state: Underway, why: string): SourceDecision {
  const { vmId } = state.course.order.migration;
  return effects({ type: "warn", reason: `the migration of ${vmId} cannot be cancelled any more, it goes on: ${why}` });
}

export function holdAnswered(state: SourceState, isHeld: boolean, reason: string, now: number): SourceDecision {
  if (state.phase !== "holding") return nothing;
  if (isHeld) return { events: [{ type: "held", at: now }], effects: [{ type: "cancel" }, { type: "observe" }] };
  if (now - state.since < holdMilliseconds) return effects({ type: "wake", inMilliseconds: holdAgainMilliseconds });
  return merge(event({ type: "cancel-given-up" }), refused(state, `the destination could not be held: ${reason}`));
}

/** An order may be lost with its connection; a second one is as safe as the first. */
export function cancelAgain(state: Cancelling, now: number): SourceDecision {
  if (now - state.since < cancelAgainMilliseconds) return nothing;
  return { events: [{ type: "cancel-repeated", at: now }], effects: [{ type: "cancel" }] };
}

/** It ended before the cancellation reached it, or because of it. */
export function cancelled(state: Cancelling, observation: Observation, now: number): SourceDecision {
  if (observation.runState === "running") return failed(state.reason, "RUNS_AT_SOURCE");
  if (now - state.since < runsAgainMilliseconds) return nothing;
  const reason = `${state.reason}; QEMU does not run it again by itself`;
  return {
    events: [{ type: "failing", at: now, reason, vm: "stopped_here" }],
    effects: [{ type: "ask-destination" }],
  };
}
