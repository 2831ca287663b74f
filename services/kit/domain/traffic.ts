import { z } from "zod";
import { count, id, interfaceName, smallCount, unixMilliseconds } from "./quantity.ts";

/** Cumulative counters of one VM as the VM sees its traffic; a new epoch means they may have started again. */
export const vmTraffic = z.strictObject({
  vmId: id,
  counterEpoch: smallCount,
  outboundBytes: count,
  inboundBytes: count,
});
export type VmTraffic = z.infer<typeof vmTraffic>;

export const linkTraffic = z.strictObject({
  name: interfaceName,
  counterEpoch: smallCount,
  egressBytes: count,
  ingressBytes: count,
});
export type LinkTraffic = z.infer<typeof linkTraffic>;

const MOST_VMS = 4096;

export const trafficBatch = z
  .strictObject({
    hostId: id,
    sequence: count,
    sampleCount: smallCount,
    sampleTimeUnixMilliseconds: unixMilliseconds,
    monotonicMicroseconds: count,
    samples: z.array(vmTraffic).max(MOST_VMS),
    links: z.array(linkTraffic).max(64),
    unknownTrafficVmIds: z.array(id).max(MOST_VMS),
    agentStartTimeUnixMilliseconds: unixMilliseconds.optional(),
    delayedMilliseconds: count.optional(),
    tickMilliseconds: smallCount.optional(),
  })
  .refine((batch) => batch.sampleCount === batch.samples.length, {
    path: ["sampleCount"],
    message: "does not equal the number of samples: the message was cut",
  });
export type TrafficBatch = z.infer<typeof trafficBatch>;

const ID = /^[A-Za-z0-9_-]{1,64}$/;
const LARGEST_SMALL_COUNT = 0xffff_ffff;

/**
 * Whether `trafficBatch` takes it as it is: a tenth of its time, which was most of a profiler's. What is not plain may still
 * be good: ask the schema, which also has the words for what is wrong.
 */
export function isPlainTrafficBatch(value: unknown): value is TrafficBatch {
  if (typeof value !== "object" || value === null) return false;
  const { samples, sampleCount } = value as Partial<TrafficBatch>;
  if (!Array.isArray(samples) || samples.length > MOST_VMS || samples.length !== sampleCount) return false;
  for (const sample of samples) if (!isPlainSample(sample)) return false;
  return trafficBatch.safeParse({ ...value, samples: [], sampleCount: 0 }).success;
}

function isPlainSample(sample: Partial<VmTraffic> | null | undefined): boolean {
  if (typeof sample !== "object" || sample === null || Object.keys(sample).length !== 4) return false;
  const { vmId, counterEpoch, outboundBytes, inboundBytes } = sample;
  return (
    typeof vmId === "string" &&
    ID.test(vmId) &&
    isCount(counterEpoch) &&
    counterEpoch <= LARGEST_SMALL_COUNT &&
    isCount(outboundBytes) &&
    isCount(inboundBytes)
  );
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

/** An interface's counters since it was made, as the host sees them. */
export interface InterfaceCounters {
  readonly receivedBytes: number;
  readonly sentBytes: number;
}
