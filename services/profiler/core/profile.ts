/** A record as others see it: averages, direction, and how far to believe them. Constants stand beside their reasons. */
import type { Direction, TrafficLevel, VmProfile } from "../../kit/domain/profile.ts";
import type { Flow, HostClock, TrafficRecord } from "./record.ts";

/** 1 Mbit/s: less than a hundredth of any link worth planning for. */
const QUIET_BYTES_PER_SECOND = 125_000;
/** Three quarters of the traffic go one way; acknowledgements of a one-way stream are a fiftieth of it. */
const CLEAR_RATIO = 3;
/** Two seconds of observation: three samples of an agent. */
const LEAST_CONFIDENCE = 0.09;
const STALE_SECONDS = 15;
/** A VM that its host no longer samples is not on that host. */
const GONE_SECONDS = 30;
/** Below this much weight a quotient of sums says nothing; the nearest two samples may be gives a hundred times more. */
const LEAST_WEIGHT = 1e-5;

export interface Age {
  /** Since the VM's last sample. */
  readonly seconds: number;
  /** Of these, how long its host was sampled without it. */
  readonly withoutItSeconds: number;
}

/** Undefined when the host has started again since the VM's last sample. */
export function ageOf(record: TrafficRecord, clock: HostClock, nowMilliseconds: number): Age | undefined {
  const withoutItSeconds = (clock.monotonicMicroseconds - record.monotonicMicroseconds) / 1e6;
  if (withoutItSeconds < 0) return undefined;
  return {
    seconds: withoutItSeconds + Math.max(0, nowMilliseconds - clock.sampledMilliseconds) / 1000,
    withoutItSeconds,
  };
}

/** Of the samples that were to be expected up to the last one, by the long average's weights. */
export function completenessOf({ wholeWeight, sampledWeight }: HostClock): number {
  return wholeWeight < LEAST_WEIGHT ? 1 : Math.min(1, sampledWeight / wholeWeight);
}

/** Undefined when the VM is not on the host any more. One of a host that says nothing is as old as that silence. */
export function profileOf(
  vmId: string,
  record: TrafficRecord,
  age: Age | undefined,
  settings: { readonly longAverageSeconds: number },
): VmProfile | undefined {
  if (age === undefined || age.withoutItSeconds > GONE_SECONDS) return undefined;
  const outbound = levelOf(record, record.outbound);
  const inbound = levelOf(record, record.inbound);
  const confidence = confidenceOf(record.longWeight * Math.exp(-age.seconds / settings.longAverageSeconds));
  const known = confidence >= LEAST_CONFIDENCE && age.seconds <= STALE_SECONDS;
  return {
    vmId,
    direction: known ? directionOf(outbound, inbound) : "UNKNOWN",
    outbound,
    inbound,
    observedSeconds: record.observedSeconds,
    confidence,
    lastSampleTimeUnixMilliseconds: record.sampleTimeUnixMilliseconds,
    ageSeconds: age.seconds,
  };
}

/** A VM whose counters can not be read. */
export function unknownProfile(vmId: string, clock: HostClock): VmProfile {
  const nothing = { shortBytesPerSecond: 0, longBytesPerSecond: 0, peakBytesPerSecond: 0, deviationBytesPerSecond: 0 };
  return {
    vmId,
    direction: "UNKNOWN",
    outbound: nothing,
    inbound: nothing,
    observedSeconds: 0,
    confidence: 0,
    lastSampleTimeUnixMilliseconds: clock.sampleTimeUnixMilliseconds,
  };
}

/**
 * The long average decides: a migration takes longer than the short one looks back. But a VM that has just begun or
 * just stopped is not quiet.
 */
export function directionOf(outbound: TrafficLevel, inbound: TrafficLevel): Direction {
  const loudest = Math.max(
    outbound.shortBytesPerSecond,
    outbound.longBytesPerSecond,
    inbound.shortBytesPerSecond,
    inbound.longBytesPerSecond,
  );
  if (loudest < QUIET_BYTES_PER_SECOND) return "NONE";
  if (outbound.longBytesPerSecond >= CLEAR_RATIO * inbound.longBytesPerSecond) return "OUTBOUND";
  if (inbound.longBytesPerSecond >= CLEAR_RATIO * outbound.longBytesPerSecond) return "INBOUND";
  return "BOTH";
}

/**
 * The weight of an unbroken observation is 1 - exp(-seconds / 60), so this is 1 - exp(-seconds / 20): two thirds after
 * 20 s, 0.95 after a minute. Unlike a count of seconds it falls again over time that was not observed.
 */
function confidenceOf(longWeight: number): number {
  return Math.min(1, Math.max(0, 1 - (1 - longWeight) ** 3));
}

/** The deviation is the root of the mean square less the square of the mean, which rounding may leave below zero. */
function levelOf(record: TrafficRecord, flow: Flow): TrafficLevel {
  const unweighted = record.longWeight < LEAST_WEIGHT;
  const long = unweighted ? 0 : flow.longSum / record.longWeight;
  const variance = unweighted ? 0 : flow.longSquareSum / record.longWeight - long ** 2;
  return {
    shortBytesPerSecond: record.shortWeight < LEAST_WEIGHT ? long : flow.shortSum / record.shortWeight,
    longBytesPerSecond: long,
    peakBytesPerSecond: Math.max(flow.peak, flow.peakBefore),
    deviationBytesPerSecond: Math.sqrt(Math.max(0, variance)),
  };
}
