import type { VmLocation } from "../../kit/domain/migration.ts";
import type { ProgressTrack } from "./progress.ts";
import type { Ram } from "./qemu.ts";
import type { TrafficSample } from "./settling.ts";

/** What happens to a migration at its source. Replaying the events rebuilds its state. */

/** Since when the destination's executor has not answered, and when that was said last. */
export interface Silence {
  readonly since: number;
  readonly toldAt?: number;
}

/**
 * What shows that the VM will not run here again. `broken`: it has stopped here and all has arrived, but the stream broke
 * before QEMU knew.
 * `unproven`: nothing does yet.
 */
export type SourceProof = "postmigrate" | "broken" | "gone" | "unproven";

export type SourceEvent =
  | { readonly type: "pace-changed"; readonly paceBytesPerSecond: number | undefined }
  /** QEMU has taken the limit and said so when it was read back. */
  | { readonly type: "pace-read"; readonly paceBytesPerSecond: number | undefined }
  /** A pre-copy becomes a hybrid: post-copy follows. */
  | { readonly type: "escalated"; readonly pass: number; readonly until: number }
  | { readonly type: "started"; readonly at: number; readonly takenOver?: true }
  | { readonly type: "connected"; readonly at: number }
  | { readonly type: "observed"; readonly at: number; readonly ram?: Ram }
  | { readonly type: "measured"; readonly track: ProgressTrack }
  /** `at`: when it was heard, by our own clock, which nobody sets. */
  | { readonly type: "vm-stopped"; readonly atUnixMilliseconds: number; readonly at: number }
  /** It has stopped here, whenever that was. */
  | { readonly type: "stop-seen"; readonly at: number }
  | { readonly type: "post-copy-asked"; readonly at: number }
  /** The VM has stopped here to go on there. */
  | { readonly type: "switched"; readonly atUnixMilliseconds: number }
  /** It went over without all of its memory. */
  | { readonly type: "following"; readonly at: number }
  | { readonly type: "settled"; readonly at: number; readonly observed: boolean }
  /** The VM's traffic at the destination, while it is hot. */
  | { readonly type: "traffic-seen"; readonly sample: TrafficSample }
  | { readonly type: "paused"; readonly at: number; readonly reason: string }
  /** Before QEMU was told anything. */
  | { readonly type: "cancel-noted"; readonly reason: string }
  | { readonly type: "holding"; readonly at: number; readonly reason: string }
  | { readonly type: "held"; readonly at: number }
  | { readonly type: "cancel-repeated"; readonly at: number }
  | { readonly type: "cancel-given-up" }
  | { readonly type: "seen-there" }
  | { readonly type: "pause-asked"; readonly at: number }
  | { readonly type: "recovery-began"; readonly at: number }
  | { readonly type: "recovery-tried"; readonly nextAt: number; readonly reason?: string }
  | { readonly type: "recovering"; readonly at: number }
  /** Again. */
  | { readonly type: "recovery-broke"; readonly at: number }
  | { readonly type: "recovered"; readonly at: number; readonly lostSeconds: number }
  | { readonly type: "all-sent"; readonly at: number; readonly source: SourceProof }
  | { readonly type: "source-proven" }
  | { readonly type: "source-gone" }
  | {
      readonly type: "destination-confirmed";
      readonly resumedAtUnixMilliseconds: number | undefined;
      readonly stallSeconds?: number | undefined;
    }
  | {
      readonly type: "failing";
      readonly at: number;
      readonly reason: string;
      readonly vm: "runs_here" | "stopped_here";
    }
  | { readonly type: "rerun-asked"; readonly at: number }
  /** `undefined`: it answered. */
  | { readonly type: "silence"; readonly silence: Silence | undefined }
  | {
      readonly type: "completed";
      readonly totalSeconds: number;
      readonly downtimeSeconds?: number;
      readonly stallSeconds?: number;
      readonly transferredBytes: number;
      readonly postCopyRequests: number;
      readonly pageBytes?: number;
      readonly endingSeconds?: number;
    }
  | {
      readonly type: "failed";
      readonly reason: string;
      readonly vmLocation: VmLocation;
      readonly postCopyRefused?: true;
    };
