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

export const trafficBatch = z
  .strictObject({
    hostId: id,
    sequence: count,
    sampleCount: smallCount,
    sampleTimeUnixMilliseconds: unixMilliseconds,
    monotonicMicroseconds: count,
    samples: z.array(vmTraffic).max(4096),
    links: z.array(linkTraffic).max(64),
    unknownTrafficVmIds: z.array(id).max(4096),
    agentStartTimeUnixMilliseconds: unixMilliseconds.optional(),
    delayedMilliseconds: count.optional(),
    tickMilliseconds: smallCount.optional(),
  })
  .refine((batch) => batch.sampleCount === batch.samples.length, {
    path: ["sampleCount"],
    message: "does not equal the number of samples: the message was cut",
  });
export type TrafficBatch = z.infer<typeof trafficBatch>;

/** An interface's counters since it was made, as the host sees them. */
export interface InterfaceCounters {
  readonly receivedBytes: number;
  readonly sentBytes: number;
}
