/**
 * What is kept of a VM's traffic, and its form in the store: packed numbers, because turning numbers into text and back would
 * be most of the work.
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

/** Doubles, the lowest byte first. */
export const RECORD_BYTES = 19 * 8;
export const CLOCK_BYTES = 9 * 8;

/** `at`: of its first byte. */
export function readRecord(view: DataView, at: number): TrafficRecord {
  return {
    counterEpoch: view.getFloat64(at, true),
    monotonicMicroseconds: view.getFloat64(at + 8, true),
    sampleTimeUnixMilliseconds: view.getFloat64(at + 16, true),
    outboundBytes: view.getFloat64(at + 24, true),
    inboundBytes: view.getFloat64(at + 32, true),
    observedSeconds: view.getFloat64(at + 40, true),
    shortWeight: view.getFloat64(at + 48, true),
    longWeight: view.getFloat64(at + 56, true),
    windowStartMicroseconds: view.getFloat64(at + 64, true),
    outbound: readFlow(view, at + 72),
    inbound: readFlow(view, at + 112),
  };
}

function readFlow(view: DataView, at: number): Flow {
  return {
    shortSum: view.getFloat64(at, true),
    longSum: view.getFloat64(at + 8, true),
    longSquareSum: view.getFloat64(at + 16, true),
    peak: view.getFloat64(at + 24, true),
    peakBefore: view.getFloat64(at + 32, true),
  };
}

export function writeRecord(view: DataView, at: number, record: TrafficRecord): void {
  view.setFloat64(at, record.counterEpoch, true);
  view.setFloat64(at + 8, record.monotonicMicroseconds, true);
  view.setFloat64(at + 16, record.sampleTimeUnixMilliseconds, true);
  view.setFloat64(at + 24, record.outboundBytes, true);
  view.setFloat64(at + 32, record.inboundBytes, true);
  view.setFloat64(at + 40, record.observedSeconds, true);
  view.setFloat64(at + 48, record.shortWeight, true);
  view.setFloat64(at + 56, record.longWeight, true);
  view.setFloat64(at + 64, record.windowStartMicroseconds, true);
  writeFlow(view, at + 72, record.outbound);
  writeFlow(view, at + 112, record.inbound);
}

function writeFlow(view: DataView, at: number, flow: Flow): void {
  view.setFloat64(at, flow.shortSum, true);
  view.setFloat64(at + 8, flow.longSum, true);
  view.setFloat64(at + 16, flow.longSquareSum, true);
  view.setFloat64(at + 24, flow.peak, true);
  view.setFloat64(at + 32, flow.peakBefore, true);
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
