/** Small evacuations as issue-sized clusters have them: drawn from a seed, the same on every machine. */
import { type ClusterSnapshot, clusterSnapshot, type VmSnapshot } from "../../services/kit/domain/snapshot.ts";

export const SOURCE = "source";
export const DESTINATION = "destination";
const GIGABIT = 125_000_000;

/** Numbers from 0 up to, and without, 1: a multiplicative congruential generator (Lehmer, with the multiplier of Park and Miller). */
export function drawing(seed: number): () => number {
  let state = (Math.abs(Math.trunc(seed)) % 2_147_483_646) + 1;
  const draw = () => {
    state = (state * 48_271) % 2_147_483_647;
    return (state - 1) / 2_147_483_646;
  };
  // Neighbouring seeds begin with neighbouring numbers.
  for (let skipped = 0; skipped < 8; skipped += 1) draw();
  return draw;
}

/**
 * `vms` VMs of 1 to 4 GB leave one host for one other. What they send and receive together is 40 to 120 % of the narrower
 * link (1 to 10 Gbit/s), in a random mix of directions; they dirty 0.1 to 100 MB/s. In every third instance other VMs
 * run at the destination; working sets and used memory are measured on some VMs only; some forbid post-copy.
 */
export function smallInstance(vms: number, random: () => number): ClusterSnapshot {
  const between = (low: number, high: number) => low + (high - low) * random();
  const spread = (low: number, high: number) => low * (high / low) ** random();
  const chance = (share: number) => random() < share;
  const sourceLink = spread(1, 10) * GIGABIT;
  const destinationLink = chance(0.5) ? sourceLink : spread(1, 10) * GIGABIT;
  const link = Math.min(sourceLink, destinationLink);
  const lean = between(0, 1);
  const traffic = trafficOf(vms, between(0.4, 1.2) * link, 0.9 * link, random).map((rate) => {
    if (chance(0.1)) return { outbound: 0, inbound: 0 };
    const both = chance(0.3);
    const share = both ? random() : chance(lean) ? 1 : 0;
    return { outbound: rate * share, inbound: rate * (1 - share) };
  });
  const moving = traffic.map(({ outbound, inbound }, index): VmSnapshot => {
    const memoryBytes = Math.round(between(1, 4) * 1e9);
    const usedMemoryBytes = Math.round(memoryBytes * between(0.3, 1));
    return {
      ...{ vmId: `vm-${index}`, hostId: SOURCE, memoryBytes },
      ...{ outboundBytesPerSecond: outbound, inboundBytesPerSecond: inbound },
      dirtyBytesPerSecond: spread(0.1, 100) * 1e6,
      ...(chance(0.7) ? { usedMemoryBytes } : {}),
      ...(chance(0.5) ? { workingSetBytes: Math.round(usedMemoryBytes * spread(0.02, 0.8)) } : {}),
      ...(chance(0.15) ? { postCopy: "FORBIDDEN" } : {}),
    };
  });
  const residents = chance(1 / 3) ? 1 + Math.floor(random() * 3) : 0;
  const staying = Array.from(
    { length: residents },
    (_, index): VmSnapshot => ({
      ...{ vmId: `resident-${index}`, hostId: DESTINATION, memoryBytes: 1e9 },
      outboundBytesPerSecond: between(0, 0.1) * destinationLink,
      inboundBytesPerSecond: between(0, 0.1) * destinationLink,
    }),
  );
  return clusterSnapshot.parse({
    hosts: [host(SOURCE, sourceLink), host(DESTINATION, destinationLink)],
    vms: [...moving, ...staying],
  });
}

function host(hostId: string, link: number) {
  return { hostId, egressBytesPerSecond: link, ingressBytesPerSecond: link, freeMemoryBytes: 1e12 };
}

/** Shares of `total`, none above `most`. */
function trafficOf(vms: number, total: number, most: number, random: () => number): readonly number[] {
  for (;;) {
    const weights = Array.from({ length: vms }, () => 0.1 + random());
    const sum = weights.reduce((all, weight) => all + weight, 0);
    const rates = weights.map((weight) => (weight / sum) * total);
    if (rates.every((rate) => rate <= most)) return rates;
  }
}
