/**
 * Which of two schedules is better. First, no pre-copy that would never end; then the total migration time; of those that
 * take about as long as the quickest (`tolerance`), the one that costs the applications least, where a VM that runs with
 * memory on two hosts counts as some of their bytes.
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
export const TIME_TOLERANCE = 0.008;

/** What a post-copy must spare applications: its VM runs with memory on two hosts meanwhile, which no forecast weighs. */
const POST_COPY_BYTES = 1e6;

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
  return Math.round(disturbance(left)) - Math.round(disturbance(right)) || left.totalSeconds - right.totalSeconds;
}

/** In bytes. */
export function disturbance({ degradedBytes, postCopies }: Pick<Cost, "degradedBytes" | "postCopies">): number {
  return degradedBytes + postCopies * POST_COPY_BYTES;
}
