/**
 * The constants of the fluid model, measured on QEMU 7.2 over links of 200 Mbit/s with four VMs of 148 MB. Those of
 * `PairModel` are replaced by what finished migrations between two hosts teach (learning.ts).
 */

/** What is learned from finished migrations between two hosts. */
export interface PairModel {
  /** Bytes on the wire for a byte of memory: Ethernet, IP and TCP headers of full segments, and QEMU's per page. */
  readonly wireOverhead: number;
  /** From the last byte until both ends have agreed and the source is gone. */
  readonly preCopyFixedSeconds: number;
  readonly postCopyFixedSeconds: number;
  /** From the start of a post-copy until its VM stops at the source. */
  readonly postCopySwitchSeconds: number;
}

export interface Model extends PairModel {
  /** By `pairKey`. A pair that is not in it has the values above. */
  readonly pairs: ReadonlyMap<string, PairModel>;
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
  /** From when a VM runs well again until that is noticed: who waits for it to settle waits so much longer. */
  readonly settleNoticeSeconds: number;
  /** On a full link, what an application flow gets for each byte that a migration's flow gets. Four pre-copies together cost
   * two flows of 45 Mbit/s that shared the link with them a tenth of it. */
  readonly applicationWeight: number;
  /** The same for a migration whose VM still waits for its working set: page requests interrupt its stream. */
  readonly hotWeight: number;
  /** Of a link, what is used while several VMs wait for their working sets on it. Two that entered together, and four that
   * all began at once, took as long as two that entered one after the other, though no sender sent meanwhile. */
  readonly overlapShare: number;
  /** For each further VM that is hot on the link, how much more has to be sent until a working set has arrived: each
   * waits for pages behind the others' bulk. */
  readonly hotContention: number;
}

export const defaultModel: Model = {
  pairs: new Map(),
  wireOverhead: 1.045,
  preCopyFixedSeconds: 0.25,
  postCopyFixedSeconds: 0.6,
  postCopySwitchSeconds: 0.1,
  // One sender alone stood still for 2 s at 200 Mbit/s: as long as 48 of its 148 MB take.
  workingSetShare: 0.32,
  dirtyShareOfUsedPerSecond: 0.002,
  assumedDirtyLimitBytesPerSecond: 2_000_000,
  downtimeLimitSeconds: 0.3,
  maximumPasses: 12,
  settleNoticeSeconds: 0.5,
  applicationWeight: 1.4,
  hotWeight: 0.7,
  overlapShare: 0.85,
  hotContention: 0.15,
};

/** Ids have no blank in them. */
export function pairKey(sourceHostId: string, destinationHostId: string): string {
  return `${sourceHostId} ${destinationHostId}`;
}

export function pairModel(model: Model, sourceHostId: string, destinationHostId: string): PairModel {
  return model.pairs.get(pairKey(sourceHostId, destinationHostId)) ?? model;
}
