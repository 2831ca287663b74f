import type { Bin } from "./iperf-output.ts";

/**
 * What a migration cost an application, from its throughput at the peer. Normal is the mean of the undisturbed time
 * just before the window.
 *
 * - Degraded bytes: the sum of what each bin lacks to normal. What flows above normal afterwards, as a queue empties, is
 *   no credit: the bytes were late all the same. Bins also fall short of normal when nothing
 *   disturbs them, half of them by definition: the mean shortfall of the undisturbed bins is taken off each bin.
 * - Stall: the longest uninterrupted time below a tenth of normal, silence included.
 */

export interface DegradationInput {
  /** In order of time. */
  readonly bins: readonly Bin[];
  readonly baselineMilliseconds: number;
  readonly windowStartUnixMilliseconds: number;
  readonly windowEndUnixMilliseconds: number;
}

export interface Degradation {
  readonly normalBytesPerSecond: number;
  readonly degradedBytes: number;
  readonly longestStallSeconds: number;
}

const STALL_SHARE = 0.1;

/** Undefined when nothing flowed before the window: then there is nothing to compare with. */
export function degradation(input: DegradationInput): Degradation | undefined {
  const { windowStartUnixMilliseconds: start, windowEndUnixMilliseconds: end } = input;
  const baseline = spansWithin(input.bins, start - input.baselineMilliseconds, start).filter((span) => span.measured);
  const normal = sum(baseline, (span) => span.bytes) / sum(baseline, (span) => span.milliseconds);
  if (!(normal > 0)) return undefined;

  const shortfall = (span: Span): number => Math.max(0, normal * span.milliseconds - span.bytes);
  const noisePerMillisecond = sum(baseline, shortfall) / sum(baseline, (span) => span.milliseconds);
  const window = spansWithin(input.bins, start, end);
  const lacking = sum(window, shortfall) - noisePerMillisecond * sum(window, (span) => span.milliseconds);
  return {
    normalBytesPerSecond: normal * 1000,
    degradedBytes: Math.max(0, Math.round(lacking)),
    longestStallSeconds: longestBelow(window, normal * STALL_SHARE) / 1000,
  };
}

interface Span {
  readonly milliseconds: number;
  readonly bytes: number;
  /** False: nothing was reported, so nothing flowed that anybody saw. */
  readonly measured: boolean;
}

/** The time between two instants without a gap: a bin that an edge cuts counts by its share. */
function spansWithin(bins: readonly Bin[], start: number, end: number): readonly Span[] {
  const spans: Span[] = [];
  let at = start;
  for (const bin of bins) {
    const binEnd = bin.unixMilliseconds + bin.durationMilliseconds;
    const from = Math.max(at, bin.unixMilliseconds);
    const to = Math.min(end, binEnd);
    if (to <= from) continue;
    if (from > at) spans.push({ milliseconds: from - at, bytes: 0, measured: false });
    const share = (to - from) / bin.durationMilliseconds;
    spans.push({ milliseconds: to - from, bytes: bin.bytes * share, measured: true });
    at = to;
  }
  if (at < end) spans.push({ milliseconds: end - at, bytes: 0, measured: false });
  return spans;
}

function longestBelow(spans: readonly Span[], bytesPerMillisecond: number): number {
  let longest = 0;
  let current = 0;
  for (const span of spans) {
    current = span.bytes < bytesPerMillisecond * span.milliseconds ? current + span.milliseconds : 0;
    longest = Math.max(longest, current);
  }
  return longest;
}

function sum<T>(values: readonly T[], of: (value: T) => number): number {
  return values.reduce((total, value) => total + of(value), 0);
}
