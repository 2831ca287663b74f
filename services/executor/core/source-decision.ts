import type { VmLocation } from "../../kit/domain/migration.ts";
import type { ProgressReport } from "./progress.ts";
import type { IncomingView, Observation } from "./qemu.ts";
import type { SourceEvent } from "./source-event.ts";
import type { SourceOrder } from "./source-state.ts";

/** What the source's half of a migration takes in and gives out. */

/** What came of an attempt. `resumed`: QEMU was told to connect, and what comes of that is observed. */
export type RecoveryOutcome = { readonly kind: "resumed" } | { readonly kind: "not_resumed"; readonly reason: string };

export type SourceInput =
  /** `failed`: nothing has been sent yet, so `vmLocation` is what the checks saw. */
  | { readonly type: "prepared" }
  /** QEMU is at it already, by this order: whoever told it ended before that was in the journal. */
  | { readonly type: "found-under-way" }
  | {
      readonly type: "not-prepared";
      readonly reason: string;
      readonly vmLocation: VmLocation;
      /** Only post-copy would have been a risk. */
      readonly postCopyRefused?: true;
    }
  | { readonly type: "migrate-answered"; readonly refusal?: string }
  | { readonly type: "status-changed" }
  | { readonly type: "pass-began"; readonly pass: number }
  | { readonly type: "vm-stopped"; readonly atUnixMilliseconds: number }
  | { readonly type: "observed"; readonly observation: Observation }
  | { readonly type: "incoming-answered"; readonly incoming: IncomingView }
  | { readonly type: "incoming-silent" }
  | { readonly type: "traffic"; readonly outboundBytes: number; readonly inboundBytes: number }
  /** Somebody has cancelled the migration. */
  | { readonly type: "cancel"; readonly reason: string }
  /** Whether the destination runs nothing by itself from now on. `reason`: why it does not say so. */
  | { readonly type: "hold-answered"; readonly isHeld: boolean; readonly reason: string }
  | { readonly type: "recovery-tried"; readonly outcome: RecoveryOutcome }
  | { readonly type: "rerun-answered" }
  | { readonly type: "released" }
  | { readonly type: "not-released" }
  | { readonly type: "source-gone" }
  | { readonly type: "pace"; readonly paceBytesPerSecond?: number }
  /** QEMU has this limit now: it was set and read back. */
  | { readonly type: "pace-read"; readonly paceBytesPerSecond?: number }
  /** Only of a VM that QEMU was prepared to post-copy. */
  | { readonly type: "escalate" }
  | { readonly type: "tick" };

export type ProgressPhase = "COPYING" | "SWITCHING" | "HOT" | "BULK" | "PAUSED" | "DONE";

export type SourceEffect =
  | { readonly type: "prepare"; readonly order: SourceOrder }
  | { readonly type: "migrate"; readonly uri: string }
  | { readonly type: "start-post-copy" }
  | { readonly type: "observe" }
  | { readonly type: "ask-destination" }
  /** How much the VM has sent and received there. No answer is no answer: nothing depends on it but time. */
  | { readonly type: "ask-traffic" }
  | { readonly type: "set-pace"; readonly paceBytesPerSecond?: number }
  /** Has the destination run nothing by itself; `run-there` takes it back. */
  | { readonly type: "hold" }
  | { readonly type: "cancel" }
  | { readonly type: "run-there" }
  /** Breaks the stream of a post-copy through which nothing comes. */
  | { readonly type: "pause-stream" }
  /** Has the destination listen again and QEMU connect to it, once the way there was seen to work. */
  | { readonly type: "recover"; readonly attempt: number }
  | { readonly type: "rerun" }
  | { readonly type: "release" }
  /** The migration waits for a destination that does not answer. */
  | { readonly type: "warn"; readonly reason: string }
  | { readonly type: "report"; readonly phase: ProgressPhase; readonly progress: ProgressReport }
  /** A tick is wanted that soon, besides the regular ones. */
  | { readonly type: "wake"; readonly inMilliseconds: number };

export interface SourceDecision {
  readonly events: readonly SourceEvent[];
  readonly effects: readonly SourceEffect[];
}

export const nothing: SourceDecision = { events: [], effects: [] };

export function failed(reason: string, vmLocation: VmLocation): SourceDecision {
  return event({ type: "failed", reason, vmLocation });
}

export function event(it: SourceEvent): SourceDecision {
  return { events: [it], effects: [] };
}

export function effects(...list: readonly SourceEffect[]): SourceDecision {
  return { events: [], effects: list };
}

export function merge(...decisions: readonly SourceDecision[]): SourceDecision {
  return {
    events: decisions.flatMap((decision) => decision.events),
    effects: decisions.flatMap((decision) => decision.effects),
  };
}

export function setPace(paceBytesPerSecond: number | undefined): SourceEffect {
  return paceBytesPerSecond === undefined ? { type: "set-pace" } : { type: "set-pace", paceBytesPerSecond };
}
