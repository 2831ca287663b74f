/** Rates of now, from two batches of cumulative counters. Pure. */
import type { TrafficBatch } from "../../kit/domain/traffic.ts";

export interface LinkRate {
  readonly egressBytesPerSecond: number;
  readonly ingressBytesPerSecond: number;
}

export interface VmRate {
  readonly outboundBytesPerSecond: number;
  readonly inboundBytesPerSecond: number;
}

export interface HostTraffic {
  readonly batch: TrafficBatch;
  /** Of all the host's links together; undefined until two batches can be compared. */
  readonly link: LinkRate | undefined;
  readonly vms: ReadonlyMap<string, VmRate>;
}

interface Counter {
  readonly counterEpoch: number;
}

/** A batch that comes late or twice changes nothing. */
export function evolveTraffic(previous: HostTraffic | undefined, batch: TrafficBatch): HostTraffic {
  if (previous === undefined) return { batch, link: undefined, vms: new Map() };
  const seconds = (batch.monotonicMicroseconds - previous.batch.monotonicMicroseconds) / 1e6;
  if (seconds <= 0) return previous;
  const before = previous.batch;
  const links = batch.links.flatMap((link) => {
    const last = sameEpoch(
      before.links.find((other) => other.name === link.name),
      link,
    );
    if (last === undefined || link.egressBytes < last.egressBytes || link.ingressBytes < last.ingressBytes) return [];
    return [{ egress: link.egressBytes - last.egressBytes, ingress: link.ingressBytes - last.ingressBytes }];
  });
  const lastSamples = new Map(before.samples.map((sample) => [sample.vmId, sample]));
  const vms = batch.samples.flatMap((sample): [string, VmRate][] => {
    const last = sameEpoch(lastSamples.get(sample.vmId), sample);
    if (last === undefined) return [];
    const outbound = sample.outboundBytes - last.outboundBytes;
    const inbound = sample.inboundBytes - last.inboundBytes;
    if (outbound < 0 || inbound < 0) return [];
    const rate = { outboundBytesPerSecond: outbound / seconds, inboundBytesPerSecond: inbound / seconds };
    return [[sample.vmId, rate]];
  });
  const link =
    links.length === 0
      ? undefined
      : {
          egressBytesPerSecond: links.reduce((sum, one) => sum + one.egress, 0) / seconds,
          ingressBytesPerSecond: links.reduce((sum, one) => sum + one.ingress, 0) / seconds,
        };
  return { batch, link, vms: new Map(vms) };
}

function sameEpoch<T extends Counter>(last: T | undefined, now: T): T | undefined {
  return last?.counterEpoch === now.counterEpoch ? last : undefined;
}
