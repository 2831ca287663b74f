/** What the core has to know of a QEMU process. The adapter delivers it in these words; nothing here talks to QEMU. */

export type MigrationStatus =
  | { readonly kind: "none" }
  /** Also every status this code has never heard of: it means "still going". */
  | { readonly kind: "ongoing"; readonly name: string }
  | { readonly kind: "post_copy"; readonly name: string }
  | { readonly kind: "post_copy_paused" }
  /** The two halves are finding each other again; nothing flows yet. */
  | { readonly kind: "post_copy_recovering"; readonly name: string }
  | { readonly kind: "completed" }
  | { readonly kind: "failed" }
  | { readonly kind: "cancelled" };

export interface Ram {
  readonly totalBytes: number;
  readonly transferredBytes: number;
  readonly remainingBytes: number;
  readonly bytesPerSecond: number;
  readonly dirtyBytesPerSecond: number;
  readonly pass: number;
  readonly postCopyRequests: number;
  /** Guest pages sent with their content; those sent twice count twice. */
  readonly pageBytes: number;
}

/** Status and run state, read one right after the other. */
export interface Observation {
  readonly status: MigrationStatus;
  readonly errorMessage?: string;
  readonly ram?: Ram;
  /** Of an incoming post-copy that has completed: how long the VM waited for pages. */
  readonly stallSeconds?: number;
  /** QEMU's own word: `running`, `finish-migrate`, `postmigrate`, `inmigrate`, ... */
  readonly runState: string;
}

/** The destination's answer about an incoming VM. `arrived` and `gone` are final: neither is ever taken back. */
export type IncomingView =
  /** `ran`: the VM runs there, or did; all of its memory is not there yet, or that was not seen yet. */
  | {
      readonly kind: "waiting";
      readonly ran: boolean;
      /** It was told to run nothing by itself. `whole`: all of the VM is there. */
      readonly held?: "in_part" | "whole";
    }
  | { readonly kind: "paused" }
  /** Runs there, all of its memory with it. */
  | { readonly kind: "arrived"; readonly resumedAtUnixMilliseconds?: number; readonly stallSeconds?: number }
  /** Its process has ended. `ran`: the VM had run there. `unseen`: nobody was there to see whether it had. */
  | { readonly kind: "gone"; readonly ran: boolean; readonly unseen?: true; readonly reason?: string };
