/**
 * What is kept of a VM's traffic, and its form in the store: packed numbers, because Redis spends its time on turning
 * numbers into text and back, not on arithmetic.
 *
 * Averages are kept as sums of `rate * weight` with the sum of the weights beside them: their quotient is right from
 * the first sample on, where an average that starts from zero is too low.
 */
import type { TrafficBatch } from "../../kit/domain/traffic.ts";

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
  readonly monotonicMicroseconds: number;
  readonly sampleTimeUnixMilliseconds: number;
  /** When it was sampled, by the store's clock, the only one that every profiler shares. */
  readonly sampledMilliseconds: number;
  /** The start of the agent from which `sequence` counts; 0 of an agent that does not say. */
  readonly agentStartTimeUnixMilliseconds: number;
  readonly sequence: number;
  /** By the long average's weights: of the time since the host is known, and of that what has samples. */
  readonly wholeWeight: number;
  readonly sampledWeight: number;
  /** Batches that were on their way and never came. */
  readonly missedBatches: number;
  readonly takenBatches: number;
}

/** Field of a host's hash that no VM can have: `.` is in no id. */
export const CLOCK_FIELD = ".clock";

/** As `struct.pack` of Redis's Lua writes it; see `readRecord` for the order. */
export const RECORD_FORMAT = `<I4${"d".repeat(18)}`;
/** The fourth is how many batches were accepted. */
export const CLOCK_FORMAT = `<${"d".repeat(9)}`;
export const RECORD_BYTES = 4 + 18 * 8;
export const CLOCK_BYTES = 9 * 8;

/** Undefined for a VM whose traffic is unknown: its record is empty. What has another length is no record. */
export function readRecord(bytes: Buffer): TrafficRecord | undefined {
  if (bytes.length !== RECORD_BYTES) return undefined;
  const number = (index: number) => bytes.readDoubleLE(4 + index * 8);
  const flow = (sums: number, peaks: number): Flow => ({
    shortSum: number(sums),
    longSum: number(sums + 1),
    longSquareSum: number(sums + 2),
    peak: number(peaks),
    peakBefore: number(peaks + 1),
  });
  return {
    counterEpoch: bytes.readUInt32LE(0),
    monotonicMicroseconds: number(0),
    sampleTimeUnixMilliseconds: number(1),
    outboundBytes: number(2),
    inboundBytes: number(3),
    observedSeconds: number(4),
    shortWeight: number(5),
    longWeight: number(6),
    outbound: flow(7, 14),
    inbound: flow(10, 16),
    windowStartMicroseconds: number(13),
  };
}

export function readClock(bytes: Buffer): HostClock | undefined {
  if (bytes.length !== CLOCK_BYTES) return undefined;
  const number = (index: number) => bytes.readDoubleLE(index * 8);
  return {
    monotonicMicroseconds: number(0),
    sampleTimeUnixMilliseconds: number(1),
    sampledMilliseconds: number(2),
    takenBatches: number(3),
    agentStartTimeUnixMilliseconds: number(4),
    sequence: number(5),
    wholeWeight: number(6),
    sampledWeight: number(7),
    missedBatches: number(8),
  };
}

export const BATCH_FORMAT = "<ddddddI2I2";
export const SAMPLE_FORMAT = "<I4ddBc0";
export const UNKNOWN_FORMAT = "<Bc0";
const BATCH_BYTES = 6 * 8 + 2 + 2;
const SAMPLE_BYTES = 4 + 8 + 8 + 1;
const LONGEST_ID_BYTES = 64;

/** A batch as one argument of the script. Ids are ASCII of at most 64 characters, by the batch's schema. */
export function packBatch(batch: TrafficBatch): Buffer {
  const { samples, unknownTrafficVmIds } = batch;
  const bytes = Buffer.allocUnsafe(
    BATCH_BYTES + (samples.length + unknownTrafficVmIds.length) * (SAMPLE_BYTES + LONGEST_ID_BYTES),
  );
  let at = bytes.writeDoubleLE(batch.monotonicMicroseconds, 0);
  at = bytes.writeDoubleLE(batch.sampleTimeUnixMilliseconds, at);
  at = bytes.writeDoubleLE(batch.delayedMilliseconds ?? 0, at);
  at = bytes.writeDoubleLE(batch.agentStartTimeUnixMilliseconds ?? 0, at);
  at = bytes.writeDoubleLE(batch.sequence, at);
  at = bytes.writeDoubleLE(batch.tickMilliseconds ?? 0, at);
  at = bytes.writeUInt16LE(samples.length, at);
  at = bytes.writeUInt16LE(unknownTrafficVmIds.length, at);
  const writeId = (vmId: string) => {
    at = bytes.writeUInt8(vmId.length, at);
    at += bytes.write(vmId, at, "latin1");
  };
  for (const sample of samples) {
    at = bytes.writeUInt32LE(sample.counterEpoch, at);
    at = bytes.writeDoubleLE(sample.outboundBytes, at);
    at = bytes.writeDoubleLE(sample.inboundBytes, at);
    writeId(sample.vmId);
  }
  for (const vmId of unknownTrafficVmIds) writeId(vmId);
  return bytes.subarray(0, at);
}

/** What a VM's record was at its old host, as one argument of the script that takes it to its new one. */
export function packCarry(vmId: string, record: Buffer): Buffer {
  return Buffer.concat([Buffer.from([vmId.length]), Buffer.from(vmId, "latin1"), record]);
}
