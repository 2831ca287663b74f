/** What a schedule will take, before its first byte moves. */
import type { Forecast, Step } from "../../kit/domain/plan.ts";
import type { Cluster } from "./cluster.ts";
import { type Schedule, simulate } from "./fluid.ts";
import type { Model } from "./model.ts";

export function forecastOf(cluster: Cluster, schedule: Schedule, model: Model): Forecast {
  const simulation = simulate(cluster, schedule, model);
  return {
    totalMigrationSeconds: simulation.totalSeconds,
    transferredBytes: Math.round(simulation.transferredBytes),
    degradedBytes: Math.round(simulation.degradedBytes),
    limitSeconds: limitOf(cluster, schedule.steps),
  };
}

/**
 * Used memory over the narrowest link with nothing else on it: the source's egress carries all of it, each
 * destination's ingress its part.
 */
function limitOf(cluster: Cluster, steps: readonly Step[]): number {
  const leaving = new Map<string, number>();
  const arriving = new Map<string, number>();
  for (const step of steps) {
    const bytes = cluster.vms.get(step.vmId)?.usedBytes ?? 0;
    leaving.set(step.sourceHostId, (leaving.get(step.sourceHostId) ?? 0) + bytes);
    arriving.set(step.destinationHostId, (arriving.get(step.destinationHostId) ?? 0) + bytes);
  }
  let limit = 0;
  for (const [hostId, bytes] of leaving) limit = Math.max(limit, bytes / egressOf(cluster, hostId));
  for (const [hostId, bytes] of arriving) limit = Math.max(limit, bytes / ingressOf(cluster, hostId));
  return limit;
}

function egressOf(cluster: Cluster, hostId: string): number {
  return cluster.hosts.get(hostId)?.egressBytesPerSecond ?? Number.POSITIVE_INFINITY;
}

function ingressOf(cluster: Cluster, hostId: string): number {
  return cluster.hosts.get(hostId)?.ingressBytesPerSecond ?? Number.POSITIVE_INFINITY;
}
