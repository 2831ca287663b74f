import type { VmLocation } from "../../kit/domain/migration.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import {
  evolveIncoming,
  type IncomingEvent,
  type IncomingOrder,
  type IncomingState,
  mayHaveRun,
} from "./incoming-state.ts";
import type { MigrationStatus, Observation } from "./qemu.ts";

/**
 * What the destination does next. It never tells a VM to run: an incoming QEMU does that by itself when it has what it
 * needs.
 *
 * 1. `discard` (which ends the incoming process) only while the VM has never run here and nothing post-copied is here.
 * 2. `gone` and `arrived` are final; a state that was answered as one of them never changes again.
 * 3. `adopt` once, when the VM runs here.
 */

export type IncomingInput =
  | { readonly type: "launched"; readonly port: number }
  | { readonly type: "not-launched"; readonly reason: string }
  /** `status`: what it is now, by the event itself. */
  | { readonly type: "status-changed"; readonly status?: MigrationStatus }
  | { readonly type: "resumed"; readonly atUnixMilliseconds: number }
  | { readonly type: "observed"; readonly observation: Observation }
  /** `unseen`: while no executor was here. */
  | { readonly type: "process-gone"; readonly reason: string; readonly unseen?: true }
  /** Somebody has published that the migration failed. `isOwn`: its source, and not a planner that waited too long for it. */
  | {
      readonly type: "source-failed";
      readonly vmLocation: VmLocation;
      readonly reason: string;
      readonly isOwn: boolean;
    }
  /** QEMU will not run it by itself. */
  | { readonly type: "held" }
  /** The migration was given up before its source was told of it. */
  | { readonly type: "cancelled" }
  | { readonly type: "discarded" }
  | { readonly type: "tick" };

export type IncomingEffect =
  | { readonly type: "launch"; readonly order: IncomingOrder }
  | { readonly type: "observe" }
  /** Says `cancelled` when the journal does. */
  | { readonly type: "look-for-cancellation" }
  /** Has QEMU run nothing by itself, and then says `held` and what the source has said once more. */
  | { readonly type: "hold"; readonly vmLocation: VmLocation; readonly reason: string }
  /** Gives the VM's directory its final name. */
  | { readonly type: "adopt" }
  /** Ends the process if it lives, removes its taps and its directory, again until it succeeds; then says `discarded`. */
  | { readonly type: "discard" }
  /** Lets go of the monitor: the next migration of this VM needs it. */
  | { readonly type: "let-go" };

export interface IncomingDecision {
  readonly events: readonly IncomingEvent[];
  readonly effects: readonly IncomingEffect[];
}

/**
 * How long a prepared QEMU waits for its source. A planner that was away takes minutes, not tens of minutes; the
 * process holds no memory worth mentioning meanwhile.
 */
const listenMilliseconds = 10 * 60_000;

const nothing: IncomingDecision = { events: [], effects: [] };

export function beginIncoming(order: IncomingOrder): readonly IncomingEffect[] {
  return [{ type: "launch", order }];
}

export function decideIncoming(state: IncomingState, input: IncomingInput, now: number): IncomingDecision {
  if (state.phase === "gone" || state.phase === "arrived") return nothing;
  switch (input.type) {
    case "launched":
      return state.phase === "launching"
        ? // What was said while it was being launched may have gone unheard.
          {
            events: [{ type: "listening", at: now, port: input.port }],
            effects: [{ type: "look-for-cancellation" }],
          }
        : nothing;
    case "not-launched":
      return state.phase === "launching" ? gone(state, input.reason) : nothing;
    case "status-changed":
      return statusChanged(state, input.status);
    case "resumed":
      return state.phase === "running"
        ? nothing
        : state.phase === "discarding"
          ? event({ type: "resumed", atUnixMilliseconds: input.atUnixMilliseconds })
          : {
              events: [{ type: "resumed", atUnixMilliseconds: input.atUnixMilliseconds }],
              effects: [{ type: "adopt" }, { type: "observe" }],
            };
    case "observed":
      return observed(state, input.observation, now);
    case "process-gone":
      return gone(state, input.reason, input.unseen);
    case "source-failed":
      return sourceFailed(state, input);
    case "held":
      return event({ type: "held" });
    case "cancelled":
      return givenUp(state, "the migration was cancelled");
    case "discarded":
      return state.phase === "discarding" ? gone(state, state.reason) : nothing;
    case "tick":
      if (state.phase === "launching" || state.phase === "discarding") return nothing;
      if (state.phase !== "listening" || state.unseen) return { events: [], effects: [{ type: "observe" }] };
      return now - state.since >= listenMilliseconds
        ? discarded(state, `no source connected within ${listenMilliseconds / 60_000} minutes`)
        : { events: [], effects: [{ type: "observe" }, { type: "look-for-cancellation" }] };
    default:
      return assertNever(input);
  }
}

/** A monitor that waits for a page says that the stream broke, and answers no question. */
function statusChanged(state: IncomingState, status: MigrationStatus | undefined): IncomingDecision {
  // Not only once it is observed: what listens may be discarded, what receives may not.
  const connected = state.phase === "listening" && state.unseen !== true ? connectedBy(status) : [];
  const { events } = streamChanged(state, status);
  return { events: [...connected, ...events], effects: [{ type: "observe" }] };
}

function connectedBy(status: MigrationStatus | undefined): readonly IncomingEvent[] {
  if (status?.kind === "post_copy") return [{ type: "receiving" }, { type: "post-copied" }];
  return status?.kind === "ongoing" && status.name === "active" ? [{ type: "receiving" }] : [];
}

function streamChanged(state: IncomingState, status: MigrationStatus | undefined): IncomingDecision {
  if (state.phase === "discarding") return nothing;
  if (status?.kind === "post_copy_paused") return event({ type: "stream-paused" });
  const isBroken = state.phase === "paused" || (state.phase === "running" && state.stream === "paused");
  return status?.kind === "post_copy" && isBroken ? event({ type: "stream-open" }) : nothing;
}

function observed(state: IncomingState, observation: Observation, now: number): IncomingDecision {
  if (state.phase === "discarding") return nothing;
  const { status, runState } = observation;
  if (state.phase === "listening" && state.unseen) {
    const then = observed(evolveIncoming(state, { type: "seen" }), observation, now);
    return { events: [{ type: "seen" }, ...then.events], effects: then.effects };
  }
  // Nobody else keeps a VM from running when it is here.
  if (runState === "paused" && (state.phase === "listening" || state.phase === "receiving")) {
    return { events: heldBy(state, status), effects: [] };
  }
  if (
    runState === "running" &&
    (state.phase === "listening" || state.phase === "receiving" || state.phase === "paused")
  ) {
    // It was not seen to begin: the event was lost with the monitor's connection.
    const resumed: IncomingEvent = { type: "resumed", atUnixMilliseconds: now };
    const then = observed(evolveIncoming(state, resumed), observation, now);
    return { events: [resumed, ...then.events], effects: [{ type: "adopt" }, ...then.effects] };
  }
  switch (status.kind) {
    case "ongoing":
      return state.phase === "listening" ? { events: connectedBy(status), effects: [] } : nothing;
    case "post_copy":
      if (state.phase === "listening") return { events: connectedBy(status), effects: [] };
      return state.phase === "receiving" && !state.postCopied
        ? event({ type: "post-copied" })
        : streamChanged(state, status);
    case "post_copy_paused":
      return streamChanged(state, status);
    case "post_copy_recovering":
      return nothing;
    case "completed":
      return state.phase === "running" && runState === "running"
        ? { events: [arrived(observation)], effects: [{ type: "let-go" }] }
        : nothing;
    // A failed or cancelled incoming QEMU ends by itself; that it has ended is what counts.
    case "failed":
    case "cancelled":
    case "none":
      return nothing;
    default:
      return assertNever(status);
  }
}

function arrived({ stallSeconds }: Observation): IncomingEvent {
  return { type: "arrived", ...(stallSeconds === undefined ? {} : { stallSeconds }) };
}

/** The process has ended. Its directory and taps go with it; where the VM ran, its logs stay. */
function gone(state: IncomingState, reason: string, unseen?: true): IncomingDecision {
  return {
    events: [{ type: "gone", reason, announce: state.phase === "launching", ...unseenIn(state, unseen) }],
    effects: mayHaveRun(state) || state.phase === "discarding" ? [] : [{ type: "discard" }],
  };
}

function unseenIn(state: IncomingState, unseen: true | undefined): { readonly unseen?: true } {
  return unseen || (state.phase === "listening" && state.unseen) ? { unseen: true } : {};
}

function discarded(state: IncomingState, reason: string): IncomingDecision {
  return mayHaveRun(state) || state.phase === "discarding" || state.phase === "launching"
    ? nothing
    : { events: [{ type: "discarding", reason }], effects: [{ type: "discard" }] };
}

/**
 * A source that has connected was told to, whoever else has given the migration up: what it sends is needed, and may be
 * the VM's only memory. When that source gives up, its QEMU closes the stream and this one ends by itself.
 */
function givenUp(state: IncomingState, reason: string): IncomingDecision {
  return state.phase === "listening" && !state.unseen ? discarded(state, reason) : nothing;
}

/** Its QEMU was told to run nothing by itself, and took it. */
export function isHeld(state: IncomingState): boolean {
  return state.phase === "receiving" && state.held !== undefined;
}

/** Why it cannot be held now, or, to `run`, why there is nothing to let run; undefined: it can. */
export function holdRefusal(state: IncomingState, run: boolean): string | undefined {
  if (state.phase !== "listening" && state.phase !== "receiving") return `what came here is ${state.phase}`;
  return run && !isHeld(state) ? "it was not held" : undefined;
}

/** Why there is nothing to recover; undefined: QEMU itself knows whether a post-copy is broken. */
export function recoveryRefusal({ phase }: IncomingState): string | undefined {
  return phase === "running" || phase === "paused" || phase === "receiving"
    ? undefined
    : `what came here is ${phase}: there is nothing to recover`;
}

function heldBy(state: IncomingState, { kind }: MigrationStatus): readonly IncomingEvent[] {
  const isWhole = kind === "completed";
  const isPostCopied = kind === "post_copy" || kind === "post_copy_paused" || kind === "post_copy_recovering";
  return [
    ...(state.phase === "listening" ? [{ type: "receiving" } as const] : []),
    ...(state.phase === "receiving" && state.held !== undefined ? [] : [{ type: "held" } as const]),
    ...(isWhole && !(state.phase === "receiving" && state.held === "whole") ? [{ type: "whole" } as const] : []),
    ...(isPostCopied && !(state.phase === "receiving" && state.postCopied) ? [{ type: "post-copied" } as const] : []),
  ];
}

/**
 * Where the VM runs at its source, or is lost with it, what has come of it here is of no use. A source that ends closes its
 * stream, and QEMU here ends by itself; one whose host has lost its power, or its link, does not. Only what is held is
 * known not to run. A planner that comes late knows nothing of a source that sends: only that one's own word counts.
 */
function sourceFailed(
  state: IncomingState,
  { vmLocation, reason, isOwn }: Extract<IncomingInput, { type: "source-failed" }>,
): IncomingDecision {
  if (vmLocation !== "RUNS_AT_SOURCE" && vmLocation !== "LOST") return nothing;
  if (state.phase !== "receiving") return vmLocation === "LOST" ? nothing : givenUp(state, reason);
  if (state.postCopied || !isOwn) return nothing;
  return isHeld(state) ? discarded(state, reason) : { events: [], effects: [{ type: "hold", vmLocation, reason }] };
}

function event(it: IncomingEvent): IncomingDecision {
  return { events: [it], effects: [] };
}
