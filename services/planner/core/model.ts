/**
 * The constants of the fluid model. Fitted to the table of measured schedules (QEMU 7.2, 200 Mbit/s, four VMs of
 * 148 MB); what later is learned from finished migrations replaces them here.
 */
export interface Model {
  /** Bytes on the wire for a byte of memory: Ethernet, IP and TCP headers of full segments, and QEMU's per page. */
  readonly wireOverhead: number;
  /** Of the used memory, what has to arrive before a moved VM runs well, where nobody measured it. */
  readonly workingSetShare: number;
  /** Of the used memory, what a VM dirties in a second, where nobody measured it. */
  readonly dirtyShareOfUsedPerSecond: number;
  /** And at most this: what a quiet VM writes comes from what runs in it, and does not grow with its memory for ever. */
  readonly assumedDirtyLimitBytesPerSecond: number;
  /** Pre-copy stops the VM when the rest can be sent within this (QEMU's own default). */
  readonly downtimeLimitSeconds: number;
  /** A pre-copy that does not converge never ends; the model counts it as ended after so many passes. */
  readonly maximumPasses: number;
  /** From the last byte until both ends have agreed and the source is gone. */
  readonly preCopyFixedSeconds: number;
  readonly postCopyFixedSeconds: number;
  /** On a full link, what an application flow gets for each byte that a migration's flow gets: it sends in bursts and
   * catches up, so four migrations did not push 45 Mbit/s flows back. */
  readonly applicationWeight: number;
  /** The same for a migration whose VM still waits for its working set: page requests are answered one by one. */
  readonly hotWeight: number;
}

export const defaultModel: Model = {
  wireOverhead: 1.045,
  workingSetShare: 0.15,
  dirtyShareOfUsedPerSecond: 0.002,
  assumedDirtyLimitBytesPerSecond: 2_000_000,
  downtimeLimitSeconds: 0.3,
  maximumPasses: 12,
  preCopyFixedSeconds: 0.25,
  postCopyFixedSeconds: 0.6,
  applicationWeight: 4,
  hotWeight: 0.3,
};
