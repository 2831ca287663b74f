/**
 * A VM's record and its next sample give its next record.
 *
 * 1. A rate comes only from two samples of one epoch, in order, not too far and not too near apart.
 * 2. Over time that was not measured, averages stay as they are and lose weight: what comes next counts more.
 * 3. What was observed is never counted twice.
 * 4. A VM that moves to another host takes along what was observed of it.
 * 5. Every batch that an agent numbered has come or is counted as missed, once.
 */
import type { TrafficBatch } from "../../kit/domain/traffic.ts";
import type { Flow, HostClock, TrafficRecord } from "./record.ts";

export interface ObserveSettings {
  readonly shortAverageSeconds: number;
  readonly longAverageSeconds: number;
  readonly peakWindowSeconds: number;
  readonly longestGapSeconds: number;
}

/** Nearer than this the division amplifies the jitter of sampling: the sample is left for the next to include. */
export const SHORTEST_INTERVAL_SECONDS = 0.1;
/** 80 Tbit/s: no VM does this, so the counters are not what they were. */
export const HIGHEST_BYTES_PER_SECOND = 1e13;

export interface Sample {
  readonly counterEpoch: number;
  readonly monotonicMicroseconds: number;
  readonly sampleTimeUnixMilliseconds: number;
  readonly outboundBytes: number;
  readonly inboundBytes: number;
}

/** Objects are written out and not spread: this is done for every sample. */
export function observe(before: TrafficRecord | undefined, sample: Sample, settings: ObserveSettings): TrafficRecord {
  if (before === undefined) return firstRecord(sample);
  const { counterEpoch, monotonicMicroseconds, sampleTimeUnixMilliseconds, outboundBytes, inboundBytes } = sample;
  const elapsed = (monotonicMicroseconds - before.monotonicMicroseconds) / 1e6;
  if (elapsed > 0 && elapsed < SHORTEST_INTERVAL_SECONDS) return before;
  // The host has started again: only the clock on its wall says how long that took.
  const seconds =
    elapsed > 0 ? elapsed : Math.max(0, (sampleTimeUnixMilliseconds - before.sampleTimeUnixMilliseconds) / 1000);
  const outboundRate = (outboundBytes - before.outboundBytes) / seconds;
  const inboundRate = (inboundBytes - before.inboundBytes) / seconds;
  const measured =
    elapsed > 0 &&
    elapsed <= settings.longestGapSeconds &&
    counterEpoch === before.counterEpoch &&
    isRate(outboundRate) &&
    isRate(inboundRate);
  const keepShort = Math.exp(-seconds / settings.shortAverageSeconds);
  const keepLong = Math.exp(-seconds / settings.longAverageSeconds);
  const start = before.windowStartMicroseconds;
  const half = (settings.peakWindowSeconds * 1e6) / 2;
  const halves = Math.floor((monotonicMicroseconds - start) / half);
  const window = halves === 0 ? SAME : halves === 1 ? NEXT : ANEW;
  const decay: Decay = { measured, keepShort, keepLong, window };
  return {
    counterEpoch,
    monotonicMicroseconds,
    sampleTimeUnixMilliseconds,
    outboundBytes,
    inboundBytes,
    observedSeconds: before.observedSeconds + (measured ? elapsed : 0),
    shortWeight: before.shortWeight * keepShort + (measured ? 1 - keepShort : 0),
    longWeight: before.longWeight * keepLong + (measured ? 1 - keepLong : 0),
    windowStartMicroseconds: window === SAME ? start : window === NEXT ? start + half : monotonicMicroseconds,
    outbound: flowAfter(before.outbound, outboundRate, decay),
    inbound: flowAfter(before.inbound, inboundRate, decay),
  };
}

/** Two halves of a window, the current one and the one before, stand for a sliding one. A sample is in the current half, in the next, or in neither. */
const SAME = 0;
const NEXT = 1;
const ANEW = 2;

interface Decay {
  readonly measured: boolean;
  readonly keepShort: number;
  readonly keepLong: number;
  readonly window: number;
}

function flowAfter(old: Flow, rate: number, { measured, keepShort, keepLong, window }: Decay): Flow {
  const counted = measured ? rate : 0;
  const [partShort, partLong] = [1 - keepShort, 1 - keepLong];
  return {
    shortSum: old.shortSum * keepShort + counted * partShort,
    longSum: old.longSum * keepLong + counted * partLong,
    longSquareSum: old.longSquareSum * keepLong + counted * counted * partLong,
    peak: window === SAME ? Math.max(old.peak, counted) : counted,
    peakBefore: window === SAME ? old.peakBefore : window === NEXT ? old.peak : 0,
  };
}

export const RECENT_MICROSECONDS = 5e6;

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

const noFlow: Flow = { shortSum: 0, longSum: 0, longSquareSum: 0, peak: 0, peakBefore: 0 };

function firstRecord(sample: Sample): TrafficRecord {
  return {
    counterEpoch: sample.counterEpoch,
    monotonicMicroseconds: sample.monotonicMicroseconds,
    sampleTimeUnixMilliseconds: sample.sampleTimeUnixMilliseconds,
    outboundBytes: sample.outboundBytes,
    inboundBytes: sample.inboundBytes,
    observedSeconds: 0,
    shortWeight: 0,
    longWeight: 0,
    windowStartMicroseconds: sample.monotonicMicroseconds,
    outbound: noFlow,
    inbound: noFlow,
  };
}

type Moment = Pick<TrafficBatch, "monotonicMicroseconds" | "sampleTimeUnixMilliseconds">;
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
  const head = {
    ...{ monotonicMicroseconds, sampleTimeUnixMilliseconds, agentStartTimeUnixMilliseconds, sequence },
    sampledMilliseconds: atMilliseconds - delayedMilliseconds,
    takenBatches: (last?.takenBatches ?? 0) + 1,
  };
  if (last === undefined) return { ...head, wholeWeight: 0, sampledWeight: 0, missedBatches: 0 };
  const elapsed = (monotonicMicroseconds - last.monotonicMicroseconds) / 1e6;
  const seconds =
    elapsed > 0 ? elapsed : Math.max(0, (sampleTimeUnixMilliseconds - last.sampleTimeUnixMilliseconds) / 1000);
  const keep = Math.exp(-seconds / settings.longAverageSeconds);
  const expected = tickMilliseconds > 0 ? Math.max(1, Math.round((seconds * 1000) / tickMilliseconds)) : 1;
  return {
    ...head,
    wholeWeight: last.wholeWeight * keep + 1 - keep,
    sampledWeight: last.sampledWeight * keep + (1 - keep) / expected,
    missedBatches: last.missedBatches + (isSameStart(last, batch) ? sequence - last.sequence - 1 : 0),
  };
}
