/**
 * When which host is sampled. All hosts' ticks are one row of turns at even distances: turn `t` is host `t % hosts`, so that
 * the hosts' phases are spread over the interval.
 */
export interface Turns {
  readonly first: number;
  /** Without it. */
  readonly end: number;
  /** Turns that could not be kept: as an agent does, a tick that is an interval late is left out, not made up for. */
  readonly skipped: number;
}

export function turnsDue(
  next: number,
  elapsedSeconds: number,
  { hosts, intervalSeconds }: { readonly hosts: number; readonly intervalSeconds: number },
): Turns {
  const end = Math.max(next, Math.floor((elapsedSeconds / intervalSeconds) * hosts) + 1);
  const first = Math.max(next, end - hosts);
  return { first, end, skipped: first - next };
}
