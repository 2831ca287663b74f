import type { Ram } from "./qemu.ts";

/**
 * How far a migration is, from two readings of the source's counters.
 *
 * 1. The percentage never falls and never reaches 100 before the migration is complete: what remains goes up again
 *    with every pass of a pre-copy.
 * 2. The time that remains is from the mean speed of the last seconds, and its uncertainty from how that speed varied, by
 *    first-order propagation: of t = bytes / v the deviation is t * s / v.
 */

export interface ProgressTrack {
  readonly atMilliseconds: number;
  readonly transferredBytes: number;
  readonly bytesPerSecond: number;
  readonly percent: number;
  readonly speed?: Speed;
}

/** Exponentially weighted over the readings. */
interface Speed {
  readonly mean: number;
  readonly variance: number;
  readonly readings: number;
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
  /** Standard deviation of it. Absent: too little was read to say. */
  readonly remainingSecondsDeviation?: number;
  /** The limit that QEMU has, read back from it. Absent: none. */
  readonly paceBytesPerSecond?: number;
  /** Only while the VM runs at the source, and once QEMU has counted it. */
  readonly dirtyBytesPerSecond?: number;
}

const highestBeforeEndPercent = 99.9;
/** About five seconds, at a reading a second: others begin and end, and paces change. */
const newestWeight = 0.3;
const leastReadings = 3;
/** A day: more says nothing. */
const longestSeconds = 86_400;

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
  const bytesPerSecond = measured ? movedBytes / elapsedSeconds : ram.bytesPerSecond;
  return {
    atMilliseconds: now,
    transferredBytes: ram.transferredBytes,
    bytesPerSecond,
    ...(measured ? { speed: nextSpeed(track.speed, bytesPerSecond) } : {}),
    percent: Math.max(track.percent, Math.min(done, highestBeforeEndPercent)),
  };
}

function nextSpeed(before: Speed | undefined, bytesPerSecond: number): Speed {
  if (before === undefined) return { mean: bytesPerSecond, variance: 0, readings: 1 };
  const difference = bytesPerSecond - before.mean;
  return {
    mean: before.mean + newestWeight * difference,
    variance: (1 - newestWeight) * (before.variance + newestWeight * difference ** 2),
    readings: before.readings + 1,
  };
}

export function report(
  track: ProgressTrack,
  ram: Ram,
  { memoryIsFollowing, pace }: { readonly memoryIsFollowing: boolean; readonly pace: number | undefined },
): ProgressReport {
  // What the VM writes at the destination is not sent again.
  const speed = track.speed ?? { mean: track.bytesPerSecond, variance: 0, readings: 0 };
  const gainBytesPerSecond = speed.mean - (memoryIsFollowing ? 0 : ram.dirtyBytesPerSecond);
  const remainingSeconds = ram.remainingBytes / gainBytesPerSecond;
  // The mean of a stream that stands still goes on for a while.
  const isForeseeable = track.bytesPerSecond > 0 && gainBytesPerSecond > 0 && remainingSeconds < longestSeconds;
  const deviation = remainingSeconds * (Math.sqrt(speed.variance) / gainBytesPerSecond);
  return {
    percent: track.percent,
    transferredBytes: ram.transferredBytes,
    remainingBytes: ram.remainingBytes,
    bytesPerSecond: track.bytesPerSecond,
    pass: ram.pass,
    postCopyRequests: ram.postCopyRequests,
    ...(isForeseeable ? { remainingSeconds } : {}),
    ...(isForeseeable && speed.readings >= leastReadings && deviation < longestSeconds
      ? { remainingSecondsDeviation: deviation }
      : {}),
    ...(pace === undefined ? {} : { paceBytesPerSecond: pace }),
    // QEMU counts at the end of a pass: in the first one it has counted nothing.
    ...(memoryIsFollowing || ram.pass < 2 ? {} : { dirtyBytesPerSecond: ram.dirtyBytesPerSecond }),
  };
}
