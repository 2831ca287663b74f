/** What is expected of each VM's move, and the limit below which no schedule comes. */
import type { Step, StepForecast } from "../../kit/domain/plan.ts";
import type { Cluster, Vm } from "./cluster.ts";
import type { Course } from "./fluid.ts";

export function stepForecast(course: Course, vm: Vm): StepForecast {
  return {
    startSeconds: course.startSeconds,
    switchSeconds: course.switchSeconds,
    settledSeconds: course.settledSeconds,
    endSeconds: course.endSeconds,
    transferredBytes: Math.round(course.transferredBytes),
    degradedBytes: Math.round(course.degradedBytes),
    assumedInputs: [...vm.assumedInputs],
  };
}

/**
 * Used memory over the narrowest link with nothing else on it: each source's egress carries all that leaves it, each
 * destination's ingress all that comes.
 */
export function limitOf(cluster: Cluster, steps: readonly Step[]): number {
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
  const host = cluster.hosts.get(hostId);
  return host?.migrationEgressBytesPerSecond ?? host?.egressBytesPerSecond ?? Number.POSITIVE_INFINITY;
}

function ingressOf(cluster: Cluster, hostId: string): number {
  const host = cluster.hosts.get(hostId);
  return host?.migrationIngressBytesPerSecond ?? host?.ingressBytesPerSecond ?? Number.POSITIVE_INFINITY;
}
