/**
 * When a post-copied VM's working set has arrived: the source's count of page requests rises while the VM waits for
 * pages and then stands still. Measured: 171 requests in 2.2 s, in which the application stalled, then none for 7 s.
 */

export type Settling =
  | { readonly kind: "hot"; readonly requests: number; readonly changedAt: number; readonly since: number }
  | { readonly kind: "settled" };

export type SettlingVerdict = "hot" | "quiet" | "time_limit";

/** Four readings at 0.2 s: a single slow page is not taken for quiet. */
const quietMilliseconds = 800;
/** Longer than the longest stall measured with four VMs at once (16 s): others wait for this. */
const limitMilliseconds = 30_000;

export function startSettling(now: number): Settling {
  return { kind: "hot", requests: 0, changedAt: now, since: now };
}

export function readRequests(settling: Settling, requests: number, now: number): Settling {
  if (settling.kind === "settled" || requests === settling.requests) return settling;
  return { ...settling, requests, changedAt: now };
}

export function verdict(settling: Settling, now: number): SettlingVerdict {
  if (settling.kind === "settled" || now - settling.changedAt >= quietMilliseconds) return "quiet";
  return now - settling.since >= limitMilliseconds ? "time_limit" : "hot";
}
