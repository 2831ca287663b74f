/**
 * The constants of the fluid model, measured on QEMU 7.2 over links of 200 Mbit/s with four VMs of 148 MB. Those of
 * `PairModel` are replaced by what finished migrations between two hosts teach (learning.ts).
 */

/** What is learned from finished migrations between two hosts. */
export interface PairModel {
  /** Bytes that QEMU sends for a byte of memory. */
  readonly streamOverhead: number;
  /** From the last byte until both ends have agreed and the source is gone. */
  readonly preCopyFixedSeconds: number;
  readonly postCopyFixedSeconds: number;
  /** From the start of a post-copy until its VM stops at the source. */
  readonly postCopySwitchSeconds: number;
}

export interface Model extends PairModel {
  /** Bytes on the wire for a byte that QEMU sends or a tap counts: headers of Ethernet, IP and TCP on full segments. Guests
   * hand large segments to their taps, which are cut up only after they were counted. */
  readonly headerOverhead: number;
  /** By `pairKey`. A pair that is not in it has the values above. */
  readonly pairs: ReadonlyMap<string, PairModel>;
  /** Of the used memory, what has to arrive before a moved VM runs well, where nobody measured it. */
  readonly workingSetShare: number;
  /** The same of a working set that was measured: it counts whole blocks of 2 MiB of which anything was touched. */
  readonly workingSetArrivalShare: number;
  /** Of the used memory, what a VM dirties in a second, where nobody measured it. */
  readonly dirtyShareOfUsedPerSecond: number;
  /** And at most this: what a quiet VM writes comes from what runs in it, and does not grow with its memory for ever. */
  readonly assumedDirtyLimitBytesPerSecond: number;
  /** Pre-copy stops the VM when the rest can be sent within this (QEMU's own default). */
  readonly downtimeLimitSeconds: number;
  /** A pre-copy that does not converge never ends; the model counts it as ended after so many passes. */
  readonly maximumPasses: number;
  /** From when a VM runs well again until that is noticed: who waits for it to settle waits so much longer. */
  readonly settleNoticeSeconds: number;
  /** On a full link, what an application flow gets for each byte that a migration's flow gets. Beside four
   * pre-copies that had 18 Mbit/s each three flows of 40 lost a hundredth of what they wanted. */
  readonly applicationWeight: number;
  /** The same for a migration whose VM still waits for its working set: page requests interrupt its stream. */
  readonly hotWeight: number;
}

export const defaultModel: Model = {
  pairs: new Map(),
  headerOverhead: 1514 / 1448,
  // Eight bytes a page.
  streamOverhead: 1.002,
  preCopyFixedSeconds: 0.25,
  postCopyFixedSeconds: 0.6,
  postCopySwitchSeconds: 0.1,
  // Senders of 148 MB, measured working sets of 57 to 65, settled as soon as 44 to 46 MB had been sent.
  workingSetShare: 0.31,
  workingSetArrivalShare: 0.72,
  dirtyShareOfUsedPerSecond: 0.002,
  assumedDirtyLimitBytesPerSecond: 2_000_000,
  downtimeLimitSeconds: 0.3,
  maximumPasses: 12,
  settleNoticeSeconds: 0.5,
  applicationWeight: 2.3,
  hotWeight: 0.7,
};

/** Ids have no blank in them. */
export function pairKey(sourceHostId: string, destinationHostId: string): string {
  return `${sourceHostId} ${destinationHostId}`;
}

export function pairModel(model: Model, sourceHostId: string, destinationHostId: string): PairModel {
  if (model.pairs.size === 0) return model;
  return model.pairs.get(pairKey(sourceHostId, destinationHostId)) ?? model;
}
