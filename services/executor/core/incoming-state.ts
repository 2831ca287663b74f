import type { MigrationRef } from "../../kit/domain/migration.ts";
import type { Technique } from "../../kit/domain/technique.ts";
import type { VmSpec } from "../../kit/domain/vm-spec.ts";
import { assertNever } from "../../kit/failure/failure.ts";

/** The destination's half of a migration: its states, and how each event changes them. */

export interface IncomingOrder {
  readonly migration: MigrationRef;
  readonly technique: Technique;
  readonly spec: VmSpec;
}

/** What is known also of one that an earlier executor prepared. */
export type IncomingSubject = Pick<IncomingOrder, "migration">;

export type IncomingState =
  /** QEMU is being started and set up. */
  | { readonly phase: "launching"; readonly order: IncomingSubject }
  /** It listens; no source has connected, as far as is known. */
  | {
      readonly phase: "listening";
      readonly order: IncomingSubject;
      readonly since: number;
      readonly held?: true;
      /** Taken over, and QEMU has not said yet how far it is: it may be anything but listening. */
      readonly unseen?: true;
    }
  /** A source is sending; the VM does not run here. `held`: nor will it by itself, once all of it is here (*whole*). */
  | {
      readonly phase: "receiving";
      readonly order: IncomingSubject;
      readonly held?: "in_part" | "whole";
      /** Its newest memory is here, though it does not run. */
      readonly postCopied?: true;
    }
  /** The VM runs here; memory may still be arriving. `paused`: it does not, the stream broke. */
  | {
      readonly phase: "running";
      readonly order: IncomingSubject;
      readonly resumedAtUnixMilliseconds: number;
      readonly stream: "open" | "paused";
    }
  /** Post-copy's stream broke before the VM was seen running. */
  | { readonly phase: "paused"; readonly order: IncomingSubject }
  /** The VM runs here and all of its memory is here. */
  | {
      readonly phase: "arrived";
      readonly order: IncomingSubject;
      readonly resumedAtUnixMilliseconds: number;
      /** How long it waited for pages; absent: nobody counted, or it was pre-copied. */
      readonly stallSeconds?: number;
    }
  /** The process is being ended; until it has, nothing final is said of it. */
  | {
      readonly phase: "discarding";
      readonly order: IncomingSubject;
      readonly reason: string;
      readonly resumedAtUnixMilliseconds: number | undefined;
    }
  /** The process has ended. */
  | {
      readonly phase: "gone";
      readonly order: IncomingSubject;
      readonly reason: string;
      readonly resumedAtUnixMilliseconds: number | undefined;
      /** It ended while no executor was here: whether the VM had run is not known. */
      readonly unseen?: true;
    };

export type IncomingEvent =
  | { readonly type: "listening"; readonly at: number; readonly port: number }
  | { readonly type: "receiving" }
  | { readonly type: "resumed"; readonly atUnixMilliseconds: number }
  /** QEMU has said for the first time how far it is. */
  | { readonly type: "seen" }
  | { readonly type: "post-copied" }
  | { readonly type: "held" }
  /** All of a held VM is here. */
  | { readonly type: "whole" }
  | { readonly type: "stream-paused" }
  | { readonly type: "stream-open" }
  | { readonly type: "arrived"; readonly stallSeconds?: number }
  | { readonly type: "discarding"; readonly reason: string }
  /** `announce`: nobody was told yet that this host listens, so nobody else will say that it failed. */
  | { readonly type: "gone"; readonly reason: string; readonly announce: boolean; readonly unseen?: true };

export function acceptIncoming(order: IncomingOrder): IncomingState {
  return { phase: "launching", order };
}

/** Prepared by an earlier executor: what QEMU says next tells how far it is. */
export function takeOverIncoming(order: IncomingSubject, resumedAt: number | undefined, now: number): IncomingState {
  return resumedAt === undefined
    ? { phase: "listening", order, since: now, unseen: true }
    : { phase: "running", order, resumedAtUnixMilliseconds: resumedAt, stream: "open" };
}

/** Whether the VM has run here at any time, or may have. */
export function mayHaveRun(state: IncomingState): boolean {
  switch (state.phase) {
    case "launching":
      return false;
    case "listening":
      return state.unseen === true;
    case "receiving":
      return state.postCopied === true;
    case "running":
    case "paused":
    case "arrived":
      return true;
    case "discarding":
      return state.resumedAtUnixMilliseconds !== undefined;
    case "gone":
      return state.resumedAtUnixMilliseconds !== undefined || state.unseen === true;
    default:
      return assertNever(state);
  }
}

export function incomingHasEnded(state: IncomingState): boolean {
  return state.phase === "gone" || state.phase === "arrived";
}

export function evolveIncoming(state: IncomingState, event: IncomingEvent): IncomingState {
  const { order } = state;
  switch (event.type) {
    case "listening":
      return state.phase === "launching" ? { phase: "listening", order, since: event.at } : state;
    case "receiving":
      return state.phase === "listening"
        ? { phase: "receiving", order, ...(state.held && { held: "in_part" }) }
        : state;
    case "seen": {
      if (state.phase !== "listening") return state;
      const { unseen: _, ...seen } = state;
      return seen;
    }
    case "post-copied":
      return state.phase === "receiving" ? { ...state, postCopied: true } : state;
    case "held":
      if (state.phase === "listening") return { ...state, held: true };
      return state.phase === "receiving" && state.held === undefined ? { ...state, held: "in_part" } : state;
    case "whole":
      return state.phase === "receiving" && state.held !== undefined ? { ...state, held: "whole" } : state;
    case "resumed":
      if (state.phase === "discarding") return { ...state, resumedAtUnixMilliseconds: event.atUnixMilliseconds };
      return state.phase === "gone" || state.phase === "arrived" || state.phase === "running"
        ? state
        : { phase: "running", order, resumedAtUnixMilliseconds: event.atUnixMilliseconds, stream: "open" };
    case "stream-paused":
      if (state.phase === "running") return { ...state, stream: "paused" };
      return state.phase === "receiving" || state.phase === "listening" ? { phase: "paused", order } : state;
    case "stream-open":
      if (state.phase === "running") return { ...state, stream: "open" };
      return state.phase === "paused" ? { phase: "receiving", order } : state;
    case "arrived":
      return state.phase === "running"
        ? {
            phase: "arrived",
            order,
            resumedAtUnixMilliseconds: state.resumedAtUnixMilliseconds,
            ...(event.stallSeconds === undefined ? {} : { stallSeconds: event.stallSeconds }),
          }
        : state;
    case "discarding":
      return { phase: "discarding", order, reason: event.reason, resumedAtUnixMilliseconds: undefined };
    case "gone":
      return {
        phase: "gone",
        order,
        reason: event.reason,
        resumedAtUnixMilliseconds: "resumedAtUnixMilliseconds" in state ? state.resumedAtUnixMilliseconds : undefined,
        ...(event.unseen && { unseen: true }),
      };
    default:
      return assertNever(event);
  }
}
