/**
 * What is kept of a VM's traffic, and its form in the store and in a profiler's hands: a row of numbers. Turning numbers into text
 * and back, or into objects, would be most of the work.
 *
 * Averages are kept as sums of `rate * weight` with the sum of the weights beside them: their quotient is right from
 * the first sample on, where an average that starts from zero is too low.
 */
export interface Flow {
  readonly shortSum: number;
  readonly longSum: number;
  /** Of the rates' squares, weighted as `longSum`. */
  readonly longSquareSum: number;
  /** Highest rate since `windowStartMicroseconds`, and in the half window before. */
  readonly peak: number;
  readonly peakBefore: number;
}

export interface TrafficRecord {
  readonly counterEpoch: number;
  readonly monotonicMicroseconds: number;
  readonly sampleTimeUnixMilliseconds: number;
  readonly outboundBytes: number;
  readonly inboundBytes: number;
  /** Time over which rates were measured. */
  readonly observedSeconds: number;
  /** 0 to 1: how much of what the average would look at has been seen. */
  readonly shortWeight: number;
  readonly longWeight: number;
  readonly windowStartMicroseconds: number;
  readonly outbound: Flow;
  readonly inbound: Flow;
}

/** The host's last accepted batch. */
export interface HostClock {
  /** When it was sampled, by the store's clock, the only one that every profiler shares. */
  readonly sampledMilliseconds: number;
  readonly monotonicMicroseconds: number;
  readonly sampleTimeUnixMilliseconds: number;
  readonly takenBatches: number;
  /** The start of the agent from which `sequence` counts; 0 of an agent that does not say. */
  readonly agentStartTimeUnixMilliseconds: number;
  readonly sequence: number;
  /** By the long average's weights: of the time since the host is known, and of that what has samples. */
  readonly wholeWeight: number;
  readonly sampledWeight: number;
  /** Batches that were on their way and never came. */
  readonly missedBatches: number;
}

/** A record is a row of so many doubles; a flow is five of them. */
export const ROW = 19;
export const EPOCH = 0;
export const MONOTONIC = 1;
export const WALL = 2;
export const OUTBOUND_BYTES = 3;
export const INBOUND_BYTES = 4;
export const OBSERVED = 5;
export const SHORT_WEIGHT = 6;
export const LONG_WEIGHT = 7;
export const WINDOW_START = 8;
export const OUTBOUND = 9;
export const INBOUND = 14;

export const SHORT_SUM = 0;
export const LONG_SUM = 1;
export const LONG_SQUARE_SUM = 2;
export const PEAK = 3;
export const PEAK_BEFORE = 4;

export const RECORD_BYTES = ROW * 8;
const CLOCK_BYTES = 9 * 8;

/** `at`: of its first number. */
export function readRecord(rows: Float64Array, at: number): TrafficRecord {
  const number = (index: number) => rows[at + index] ?? Number.NaN;
  const flow = (first: number): Flow => ({
    shortSum: number(first + SHORT_SUM),
    longSum: number(first + LONG_SUM),
    longSquareSum: number(first + LONG_SQUARE_SUM),
    peak: number(first + PEAK),
    peakBefore: number(first + PEAK_BEFORE),
  });
  return {
    counterEpoch: number(EPOCH),
    monotonicMicroseconds: number(MONOTONIC),
    sampleTimeUnixMilliseconds: number(WALL),
    outboundBytes: number(OUTBOUND_BYTES),
    inboundBytes: number(INBOUND_BYTES),
    observedSeconds: number(OBSERVED),
    shortWeight: number(SHORT_WEIGHT),
    longWeight: number(LONG_WEIGHT),
    windowStartMicroseconds: number(WINDOW_START),
    outbound: flow(OUTBOUND),
    inbound: flow(INBOUND),
  };
}

export function writeRecord(rows: Float64Array, at: number, record: TrafficRecord): void {
  const flow = (of: Flow) => [of.shortSum, of.longSum, of.longSquareSum, of.peak, of.peakBefore];
  const { counterEpoch, monotonicMicroseconds, sampleTimeUnixMilliseconds, outboundBytes, inboundBytes } = record;
  const stands = [counterEpoch, monotonicMicroseconds, sampleTimeUnixMilliseconds, outboundBytes, inboundBytes];
  const { observedSeconds, shortWeight, longWeight, windowStartMicroseconds, outbound, inbound } = record;
  const seen = [observedSeconds, shortWeight, longWeight, windowStartMicroseconds];
  rows.set([...stands, ...seen, ...flow(outbound), ...flow(inbound)], at);
}

/** Undefined: of another length, it is none. */
export function readClock(bytes: Buffer): HostClock | undefined {
  if (bytes.length !== CLOCK_BYTES) return undefined;
  const number = (index: number) => bytes.readDoubleLE(index * 8);
  return {
    sampledMilliseconds: number(0),
    monotonicMicroseconds: number(1),
    sampleTimeUnixMilliseconds: number(2),
    takenBatches: number(3),
    agentStartTimeUnixMilliseconds: number(4),
    sequence: number(5),
    wholeWeight: number(6),
    sampledWeight: number(7),
    missedBatches: number(8),
  };
}

export function packClock(clock: HostClock): Buffer {
  const bytes = Buffer.allocUnsafe(CLOCK_BYTES);
  let at = bytes.writeDoubleLE(clock.sampledMilliseconds, 0);
  at = bytes.writeDoubleLE(clock.monotonicMicroseconds, at);
  at = bytes.writeDoubleLE(clock.sampleTimeUnixMilliseconds, at);
  at = bytes.writeDoubleLE(clock.takenBatches, at);
  at = bytes.writeDoubleLE(clock.agentStartTimeUnixMilliseconds, at);
  at = bytes.writeDoubleLE(clock.sequence, at);
  at = bytes.writeDoubleLE(clock.wholeWeight, at);
  at = bytes.writeDoubleLE(clock.sampledWeight, at);
  bytes.writeDoubleLE(clock.missedBatches, at);
  return bytes;
}
