import type { VmLocation } from "../../kit/domain/migration.ts";
import type { ProgressReport } from "./progress.ts";
import type { IncomingView, Observation } from "./qemu.ts";
import type { SourceEvent, SourceOrder } from "./source-state.ts";

/** What the source's half of a migration takes in and gives out. */

export type SourceInput =
  /** `failed`: nothing has been sent yet, so `vmLocation` is what the checks saw. */
  | { readonly type: "prepared" }
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
