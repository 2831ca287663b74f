import type { Ram } from "./qemu.ts";

/**
 * How far a migration is, from two readings of the source's counters.
 *
 * 1. The percentage never falls and never reaches 100 before the migration is complete: what remains goes up again
 *    with every pass of a pre-copy.
 */

export interface ProgressTrack {
  readonly atMilliseconds: number;
  readonly transferredBytes: number;
  readonly bytesPerSecond: number;
  readonly percent: number;
}

export interface ProgressReport {
  readonly percent: number;
  readonly transferredBytes: number;
  readonly remainingBytes: number;
  readonly bytesPerSecond: number;
  readonly pass: number;
  readonly postCopyRequests: number;
  /** Absent: cannot be said, because nothing moves or memory is dirtied faster than it is sent. */
  readonly remainingSeconds?: number;
  /** The limit that QEMU has, read back from it. Absent: none. */
  readonly paceBytesPerSecond?: number;
  /** Only while the VM runs at the source, and once QEMU has counted it. */
  readonly dirtyBytesPerSecond?: number;
}

const highestBeforeEndPercent = 99.9;

export const noProgress: ProgressTrack = {
  atMilliseconds: Number.NEGATIVE_INFINITY,
  transferredBytes: 0,
  bytesPerSecond: 0,
  percent: 0,
};

export function advance(track: ProgressTrack, ram: Ram, now: number): ProgressTrack {
  const elapsedSeconds = (now - track.atMilliseconds) / 1000;
  const movedBytes = ram.transferredBytes - track.transferredBytes;
  const measured = Number.isFinite(elapsedSeconds) && elapsedSeconds > 0 && movedBytes >= 0;
  const done = ram.totalBytes > 0 ? ((ram.totalBytes - ram.remainingBytes) / ram.totalBytes) * 100 : 0;
  return {
    atMilliseconds: now,
    transferredBytes: ram.transferredBytes,
    bytesPerSecond: measured ? movedBytes / elapsedSeconds : ram.bytesPerSecond,
    percent: Math.max(track.percent, Math.min(done, highestBeforeEndPercent)),
  };
}

export function report(
  track: ProgressTrack,
  ram: Ram,
  { memoryIsFollowing, pace }: { readonly memoryIsFollowing: boolean; readonly pace: number | undefined },
): ProgressReport {
  // What the VM writes at the destination is not sent again.
  const gainBytesPerSecond = track.bytesPerSecond - (memoryIsFollowing ? 0 : ram.dirtyBytesPerSecond);
  return {
    percent: track.percent,
    transferredBytes: ram.transferredBytes,
    remainingBytes: ram.remainingBytes,
    bytesPerSecond: track.bytesPerSecond,
    pass: ram.pass,
    postCopyRequests: ram.postCopyRequests,
    ...(gainBytesPerSecond > 0 ? { remainingSeconds: ram.remainingBytes / gainBytesPerSecond } : {}),
    ...(pace === undefined ? {} : { paceBytesPerSecond: pace }),
    // QEMU counts at the end of a pass: in the first one it has counted nothing.
    ...(memoryIsFollowing || ram.pass < 2 ? {} : { dirtyBytesPerSecond: ram.dirtyBytesPerSecond }),
  };
}
