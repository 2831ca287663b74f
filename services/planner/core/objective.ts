/**
 * Which of two schedules is better. First, no pre-copy that would never end; then the total migration time; of those that
 * take about as long as the quickest (`tolerance`), the one that costs the applications least; then the fewest VMs that
 * run with memory on two hosts.
 */

/** What a schedule is judged by. */
export interface Cost {
  /** Pre-copies of a measured dirty rate that would not end. */
  readonly endless: number;
  readonly totalSeconds: number;
  readonly degradedBytes: number;
  readonly postCopies: number;
}

/** What is wanted: the least time, or the least degradation within a time. */
export type Goal =
  | { readonly kind: "time" }
  | { readonly kind: "performance"; readonly maximumSlowdown: number }
  | { readonly kind: "deadline"; readonly seconds: number };

/** A forecast is not better than this: one that is later by so little takes as long. */
export const TIME_TOLERANCE = 0.005;

/** Up to which time degradation decides, when the quickest schedule takes `leastSeconds`. */
export function timeLimit(goal: Goal, leastSeconds: number): number {
  switch (goal.kind) {
    case "time":
      return leastSeconds * (1 + TIME_TOLERANCE);
    case "performance":
      return leastSeconds * Math.max(goal.maximumSlowdown, 1 + TIME_TOLERANCE);
    case "deadline":
      return Math.max(goal.seconds, leastSeconds);
  }
}

/** Negative when `left` is better. With a limit, what is within it is compared by degradation, and beyond it by time. */
export function compareCosts(left: Cost, right: Cost, limitSeconds?: number): number {
  if (left.endless !== right.endless) return left.endless - right.endless;
  if (limitSeconds === undefined) return left.totalSeconds - right.totalSeconds;
  const late = (cost: Cost) => Math.max(0, cost.totalSeconds - limitSeconds * (1 + 1e-9));
  if (late(left) > 0 || late(right) > 0) return late(left) - late(right);
  const degraded = Math.round(left.degradedBytes) - Math.round(right.degradedBytes);
  return degraded || left.postCopies - right.postCopies || left.totalSeconds - right.totalSeconds;
}
