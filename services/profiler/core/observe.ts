/**
 * A VM's record and its next sample give its next record.
 *
 * 1. A rate comes only from two samples of one epoch, in order, not too far and not too near apart.
 * 2. Over time that was not measured, averages stay as they are and lose weight: what comes next counts more.
 * 3. What was observed is never counted twice.
 * 4. A VM that moves to another host takes along what was observed of it.
 * 5. Every batch that an agent numbered has come or is counted as missed, once.
 */
import type { TrafficBatch, VmTraffic } from "../../kit/domain/traffic.ts";
import {
  EPOCH,
  type HostClock,
  INBOUND,
  INBOUND_BYTES,
  LONG_SQUARE_SUM,
  LONG_SUM,
  LONG_WEIGHT,
  MONOTONIC,
  OBSERVED,
  OUTBOUND,
  OUTBOUND_BYTES,
  PEAK,
  PEAK_BEFORE,
  ROW,
  SHORT_SUM,
  SHORT_WEIGHT,
  type TrafficRecord,
  WALL,
  WINDOW_START,
} from "./record.ts";

export interface ObserveSettings {
  readonly shortAverageSeconds: number;
  readonly longAverageSeconds: number;
  readonly peakWindowSeconds: number;
  readonly longestGapSeconds: number;
}

/** Nearer than this the division amplifies the jitter of sampling: the sample is left for the next to include. */
const SHORTEST_INTERVAL_SECONDS = 0.1;
/** 80 Tbit/s: no VM does this, so the counters are not what they were. */
export const HIGHEST_BYTES_PER_SECOND = 1e13;

/** When a batch was sampled, by the host's two clocks. */
export type Moment = Pick<TrafficBatch, "monotonicMicroseconds" | "sampleTimeUnixMilliseconds">;
export type Counters = Pick<VmTraffic, "counterEpoch" | "outboundBytes" | "inboundBytes">;

/** The record of a VM that has not been sampled before. */
export function begin(rows: Float64Array, at: number, counters: Counters, moment: Moment): void {
  rows.fill(0, at, at + ROW);
  stand(rows, at, counters, moment);
  rows[at + WINDOW_START] = moment.monotonicMicroseconds;
}

/** Changes a record in its place. */
export function observe(
  rows: Float64Array,
  at: number,
  counters: Counters,
  moment: Moment,
  settings: ObserveSettings,
): void {
  const now = moment.monotonicMicroseconds;
  const elapsed = (now - get(rows, at + MONOTONIC)) / 1e6;
  if (elapsed > 0 && elapsed < SHORTEST_INTERVAL_SECONDS) return;
  // The host has started again: only the clock on its wall says how long that took.
  const seconds =
    elapsed > 0 ? elapsed : Math.max(0, (moment.sampleTimeUnixMilliseconds - get(rows, at + WALL)) / 1000);
  const outboundRate = (counters.outboundBytes - get(rows, at + OUTBOUND_BYTES)) / seconds;
  const inboundRate = (counters.inboundBytes - get(rows, at + INBOUND_BYTES)) / seconds;
  const isMeasured =
    elapsed > 0 &&
    elapsed <= settings.longestGapSeconds &&
    counters.counterEpoch === get(rows, at + EPOCH) &&
    isRate(outboundRate) &&
    isRate(inboundRate);
  const keepShort = Math.exp(-seconds / settings.shortAverageSeconds);
  const keepLong = Math.exp(-seconds / settings.longAverageSeconds);
  rows[at + SHORT_WEIGHT] = get(rows, at + SHORT_WEIGHT) * keepShort + (isMeasured ? 1 - keepShort : 0);
  rows[at + LONG_WEIGHT] = get(rows, at + LONG_WEIGHT) * keepLong + (isMeasured ? 1 - keepLong : 0);
  if (isMeasured) rows[at + OBSERVED] = get(rows, at + OBSERVED) + elapsed;
  moveWindow(rows, at, now, (settings.peakWindowSeconds * 1e6) / 2);
  flow(rows, at + OUTBOUND, isMeasured ? outboundRate : 0, keepShort, keepLong);
  flow(rows, at + INBOUND, isMeasured ? inboundRate : 0, keepShort, keepLong);
  stand(rows, at, counters, moment);
}

function get(rows: Float64Array, index: number): number {
  return rows[index] ?? Number.NaN;
}

function stand(rows: Float64Array, at: number, counters: Counters, moment: Moment): void {
  rows[at + EPOCH] = counters.counterEpoch;
  rows[at + MONOTONIC] = moment.monotonicMicroseconds;
  rows[at + WALL] = moment.sampleTimeUnixMilliseconds;
  rows[at + OUTBOUND_BYTES] = counters.outboundBytes;
  rows[at + INBOUND_BYTES] = counters.inboundBytes;
}

/** A rate that was not measured is 0, and adds no weight. */
function flow(rows: Float64Array, at: number, rate: number, keepShort: number, keepLong: number): void {
  rows[at + SHORT_SUM] = get(rows, at + SHORT_SUM) * keepShort + rate * (1 - keepShort);
  rows[at + LONG_SUM] = get(rows, at + LONG_SUM) * keepLong + rate * (1 - keepLong);
  rows[at + LONG_SQUARE_SUM] = get(rows, at + LONG_SQUARE_SUM) * keepLong + rate * rate * (1 - keepLong);
  rows[at + PEAK] = Math.max(get(rows, at + PEAK), rate);
}

/** Two halves of a window, the current one and the one before, stand for a sliding one. */
function moveWindow(rows: Float64Array, at: number, nowMicroseconds: number, halfMicroseconds: number): void {
  const start = get(rows, at + WINDOW_START);
  const halves = (nowMicroseconds - start) / halfMicroseconds;
  if (halves >= 0 && halves < 1) return;
  const isNext = halves >= 1 && halves < 2;
  rows[at + WINDOW_START] = isNext ? start + halfMicroseconds : nowMicroseconds;
  for (const first of [at + OUTBOUND, at + INBOUND]) {
    rows[first + PEAK_BEFORE] = isNext ? get(rows, first + PEAK) : 0;
    rows[first + PEAK] = 0;
  }
}

const RECENT_MICROSECONDS = 5e6;

/** Where a VM stands when its next sample comes: what a record has of its last one. */
export type Standing = Pick<
  TrafficRecord,
  "counterEpoch" | "monotonicMicroseconds" | "sampleTimeUnixMilliseconds" | "outboundBytes" | "inboundBytes"
>;

/** For a VM that its new host has not sampled yet. No counter is above these, so that no rate comes of them. */
export function notSampledYet(clock: Pick<Standing, "monotonicMicroseconds" | "sampleTimeUnixMilliseconds">): Standing {
  const { monotonicMicroseconds, sampleTimeUnixMilliseconds } = clock;
  const outboundBytes = Number.POSITIVE_INFINITY;
  return {
    ...{ counterEpoch: 0, monotonicMicroseconds, sampleTimeUnixMilliseconds },
    ...{ outboundBytes, inboundBytes: outboundBytes },
  };
}

/**
 * The record of a VM that has moved: what was observed of it at its old host, and where it stands at the new one. The few
 * seconds between are not measured. `undefined`: what the new host has observed itself is worth more.
 */
export function carriedOver(
  from: TrafficRecord,
  to: TrafficRecord | undefined,
  clock: Pick<Standing, "monotonicMicroseconds" | "sampleTimeUnixMilliseconds">,
): TrafficRecord | undefined {
  if (to !== undefined && to.observedSeconds >= from.observedSeconds) return undefined;
  const behind = clock.monotonicMicroseconds - (to?.monotonicMicroseconds ?? Number.NaN);
  // What is older is of when the VM was there before.
  const standing = to !== undefined && behind >= 0 && behind <= RECENT_MICROSECONDS ? to : notSampledYet(clock);
  const { counterEpoch, monotonicMicroseconds, sampleTimeUnixMilliseconds, outboundBytes, inboundBytes } = standing;
  return {
    ...from,
    ...{ counterEpoch, monotonicMicroseconds, sampleTimeUnixMilliseconds, outboundBytes, inboundBytes },
    windowStartMicroseconds: monotonicMicroseconds,
  };
}

function isRate(bytesPerSecond: number): boolean {
  return bytesPerSecond >= 0 && bytesPerSecond <= HIGHEST_BYTES_PER_SECOND;
}

type Numbered = Moment & Partial<Pick<TrafficBatch, "sequence" | "agentStartTimeUnixMilliseconds">>;

/**
 * Whether a batch is to be taken at all. Within one start of an agent its numbers say so: after an outage what was on its
 * way may come twice. Otherwise one that is not newer than the last is a repetition or came late; unless the host has
 * started again (its monotonic clock began anew while the wall clock went on), or nothing newer has come for so long that
 * the last one must have been wrong.
 */
export function isNews(
  last: Numbered | undefined,
  batch: Numbered,
  silence: { readonly milliseconds: number; readonly patienceMilliseconds: number },
): boolean {
  if (last !== undefined && isSameStart(last, batch)) return (batch.sequence ?? 0) > (last.sequence ?? 0);
  return (
    last === undefined ||
    batch.monotonicMicroseconds > last.monotonicMicroseconds ||
    batch.sampleTimeUnixMilliseconds > last.sampleTimeUnixMilliseconds ||
    silence.milliseconds >= silence.patienceMilliseconds
  );
}

function isSameStart(last: Numbered, batch: Numbered): boolean {
  const { agentStartTimeUnixMilliseconds: start = 0 } = batch;
  return start !== 0 && start === last.agentStartTimeUnixMilliseconds;
}

/** What is known of the host's batches with this one, which is news. `atMilliseconds`: by the store's clock. */
export function clockAfter(
  last: HostClock | undefined,
  batch: TrafficBatch,
  atMilliseconds: number,
  settings: Pick<ObserveSettings, "longAverageSeconds">,
): HostClock {
  const { monotonicMicroseconds, sampleTimeUnixMilliseconds, sequence, tickMilliseconds = 0 } = batch;
  const { agentStartTimeUnixMilliseconds = 0, delayedMilliseconds = 0 } = batch;
  const elapsed = (monotonicMicroseconds - (last?.monotonicMicroseconds ?? monotonicMicroseconds)) / 1e6;
  const onTheWall = sampleTimeUnixMilliseconds - (last?.sampleTimeUnixMilliseconds ?? sampleTimeUnixMilliseconds);
  const seconds = elapsed > 0 ? elapsed : Math.max(0, onTheWall / 1000);
  const keep = Math.exp(-seconds / settings.longAverageSeconds);
  const expected = tickMilliseconds > 0 ? Math.max(1, Math.round((seconds * 1000) / tickMilliseconds)) : 1;
  const missed = last !== undefined && isSameStart(last, batch) ? sequence - last.sequence - 1 : 0;
  return {
    sampledMilliseconds: atMilliseconds - delayedMilliseconds,
    monotonicMicroseconds,
    sampleTimeUnixMilliseconds,
    takenBatches: (last?.takenBatches ?? 0) + 1,
    agentStartTimeUnixMilliseconds,
    sequence,
    wholeWeight: (last?.wholeWeight ?? 0) * keep + 1 - keep,
    sampledWeight: (last?.sampledWeight ?? 0) * keep + (1 - keep) / expected,
    missedBatches: (last?.missedBatches ?? 0) + missed,
  };
}
