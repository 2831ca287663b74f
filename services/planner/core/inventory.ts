/** From what hosts and the profiler report to the snapshot that a plan is made from. */
import type { HostReport } from "../../kit/domain/host.ts";
import type { HostProfiles, TrafficLevel, VmProfile } from "../../kit/domain/profile.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../kit/domain/snapshot.ts";
import { compareIds } from "./cluster.ts";

/**
 * The resident size of the RAM mapping lies over what moves, for huge pages hold empty ones: measured 7 to 11 per cent
 * at 512 MiB, and 12 to 15 at 200 MiB, where 147 to 151 MB of 166 to 174 moved.
 */
const MOVED_SHARE_OF_RESIDENT = 0.88;

/**
 * Hosts without a link cannot take part and are left out, with their VMs. A VM that two hosts report, as they do while
 * it goes over, is where the later report says.
 */
export function snapshotFromReports(
  reports: readonly HostReport[],
  profiles: readonly HostProfiles[],
): ClusterSnapshot {
  const profileOf = new Map<string, VmProfile>();
  for (const host of profiles) for (const profile of host.vms) profileOf.set(`${host.hostId} ${profile.vmId}`, profile);
  const hosts: HostSnapshot[] = [];
  const vms = new Map<string, VmSnapshot>();
  const oldestFirst = [...reports].sort(
    (a, b) => a.reportTimeUnixMilliseconds - b.reportTimeUnixMilliseconds || compareIds(a.hostId, b.hostId),
  );
  for (const report of oldestFirst) {
    // The first link is the one that migrations and VMs share.
    const link = report.links[0];
    if (link === undefined) continue;
    hosts.push({
      hostId: report.hostId,
      egressBytesPerSecond: link.egressBytesPerSecond,
      ingressBytesPerSecond: link.ingressBytesPerSecond,
      freeMemoryBytes: report.freeMemoryBytes,
      postCopySupported: report.postCopy.supported,
    });
    for (const vm of report.vms) {
      const profile = vm.trafficKnown ? profileOf.get(`${report.hostId} ${vm.vmId}`) : undefined;
      vms.set(vm.vmId, {
        vmId: vm.vmId,
        hostId: report.hostId,
        memoryBytes: vm.memoryBytes,
        ...usedMemoryOf(vm.usedMemoryBytes, vm.memoryBytes),
        ...trafficOf(profile),
        ...(vm.spec === undefined ? {} : { postCopy: vm.spec.postCopy }),
      });
    }
  }
  return {
    hosts: hosts.sort((a, b) => compareIds(a.hostId, b.hostId)),
    vms: [...vms.values()].sort((a, b) => compareIds(a.vmId, b.vmId)),
  };
}

function usedMemoryOf(residentBytes: number | undefined, memoryBytes: number): { usedMemoryBytes?: number } {
  if (residentBytes === undefined) return {};
  return { usedMemoryBytes: Math.min(Math.round(residentBytes * MOVED_SHARE_OF_RESIDENT), memoryBytes) };
}

/** Left out while the profiler has not watched long enough to say a direction: unknown is not idle. */
function trafficOf(
  profile: VmProfile | undefined,
): Pick<VmSnapshot, "outboundBytesPerSecond" | "inboundBytesPerSecond"> {
  if (profile === undefined || profile.direction === "UNKNOWN") return {};
  return { outboundBytesPerSecond: levelOf(profile.outbound), inboundBytesPerSecond: levelOf(profile.inbound) };
}

/**
 * The larger of what the VM does now and what it does usually: a copy takes long enough to meet both. A single peak
 * does not last for the length of a copy, so it does not count.
 */
function levelOf(level: TrafficLevel): number {
  return Math.max(level.shortBytesPerSecond, level.longBytesPerSecond);
}
