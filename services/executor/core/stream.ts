import type { Ram } from "./qemu.ts";

/**
 * A post-copy's stream: whether it flows, and how far the mending of one that broke is.
 *
 * Linux alone takes a quarter of an hour to give a cut link up, and QEMU waits
 * for Linux: what is looked at is whether anything was sent, or any page asked for, from one reading to the next.
 */

export interface Flow {
  readonly sentBytes: number;
  readonly requests: number;
  /** Since when neither has changed. */
  readonly since: number;
  /** Readings since then. */
  readonly readings: number;
}

/** A reading each second: broken off is what stood still for three of them, and cut for less than five seconds. */
const stallMilliseconds = 2_500;
const stallReadings = 3;

export function readFlow(flow: Flow | undefined, ram: Ram, now: number): Flow {
  const { transferredBytes: sentBytes, postCopyRequests: requests } = ram;
  const isMoving = flow === undefined || sentBytes !== flow.sentBytes || requests !== flow.requests;
  return isMoving ? { sentBytes, requests, since: now, readings: 0 } : { ...flow, readings: flow.readings + 1 };
}

export function isStalled(flow: Flow | undefined, now: number): flow is Flow {
  return flow !== undefined && flow.readings >= stallReadings && now - flow.since >= stallMilliseconds;
}

export interface Mending {
  readonly attempts: number;
  readonly isTrying: boolean;
  /** When the next may begin. */
  readonly nextAt: number;
  /** Why the last one came to nothing. */
  readonly reason?: string;
  /** Since when QEMU's halves have been agreeing on what is missing. */
  readonly recoveringSince?: number;
}

export function startMending(now: number): Mending {
  return { attempts: 0, isTrying: false, nextAt: now };
}
