/** From what hosts and the profiler report to the snapshot that a plan is made from. */
import type { HostReport, VmReport } from "../../kit/domain/host.ts";
import type { HostProfiles, TrafficLevel, VmProfile } from "../../kit/domain/profile.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../kit/domain/snapshot.ts";
import { compareIds } from "./cluster.ts";

/**
 * Hosts without a link, or without the one that their migrations use, cannot take part and are left out, with their VMs.
 * What the agent measured of a VM's memory is taken as it is: used memory is what was found not to be zero, and in two
 * migrations of 140 MiB that was what moved, but for half a per cent. A VM that two hosts report, as they do while
 * it goes over, is where the later report says. `usesStale`: a profile that is too old to say a direction still has the
 * rates that were seen last.
 */
export function snapshotFromReports(
  reports: readonly HostReport[],
  profiles: readonly HostProfiles[],
  usesStale = false,
): ClusterSnapshot {
  const profileOf = new Map<string, Known>();
  for (const { hostId, vms, completeness } of profiles) {
    for (const profile of vms) profileOf.set(`${hostId} ${profile.vmId}`, { profile, completeness });
  }
  const hosts: HostSnapshot[] = [];
  const vms = new Map<string, VmSnapshot>();
  const oldestFirst = [...reports].sort(
    (a, b) => a.reportTimeUnixMilliseconds - b.reportTimeUnixMilliseconds || compareIds(a.hostId, b.hostId),
  );
  for (const report of oldestFirst) {
    const [link] = report.links;
    const migrationLink = report.links.find(({ name }) => name === (report.migrationLink ?? link?.name));
    if (link === undefined || migrationLink === undefined) continue;
    hosts.push({
      hostId: report.hostId,
      egressBytesPerSecond: link.egressBytesPerSecond,
      ingressBytesPerSecond: link.ingressBytesPerSecond,
      freeMemoryBytes: report.freeMemoryBytes,
      postCopySupported: report.postCopy.supported,
      ...(migrationLink === link
        ? {}
        : {
            migrationEgressBytesPerSecond: migrationLink.egressBytesPerSecond,
            migrationIngressBytesPerSecond: migrationLink.ingressBytesPerSecond,
          }),
    });
    for (const vm of report.vms) {
      const profile = vm.trafficKnown ? profileOf.get(`${report.hostId} ${vm.vmId}`) : undefined;
      vms.set(vm.vmId, {
        vmId: vm.vmId,
        hostId: report.hostId,
        memoryBytes: vm.memoryBytes,
        ...memoryOf(vm),
        ...trafficOf(profile, usesStale),
        ...specOf(vm.spec),
      });
    }
  }
  return {
    hosts: hosts.sort((a, b) => compareIds(a.hostId, b.hostId)),
    vms: [...vms.values()].sort((a, b) => compareIds(a.vmId, b.vmId)),
  };
}

/** Left out is what nobody measured. */
function memoryOf(vm: VmReport): Pick<VmSnapshot, "usedMemoryBytes" | "dirtyBytesPerSecond" | "workingSetBytes"> {
  const { usedMemoryBytes, dirtyBytesPerSecond, workingSetBytes, memoryBytes } = vm;
  return {
    ...(usedMemoryBytes === undefined ? {} : { usedMemoryBytes: Math.min(usedMemoryBytes, memoryBytes) }),
    ...(dirtyBytesPerSecond === undefined ? {} : { dirtyBytesPerSecond }),
    ...(workingSetBytes === undefined ? {} : { workingSetBytes }),
  };
}

function specOf(spec: VmReport["spec"]): Pick<VmSnapshot, "postCopy" | "antiAffinityGroup" | "migrateAfter"> {
  if (spec === undefined) return {};
  const { postCopy, antiAffinityGroup, migrateAfter } = spec;
  return {
    postCopy,
    ...(antiAffinityGroup === undefined ? {} : { antiAffinityGroup }),
    ...(migrateAfter === undefined ? {} : { migrateAfter }),
  };
}

interface Known {
  readonly profile: VmProfile;
  readonly completeness: number | undefined;
}

/** As long as a profiler watches before it says a direction. */
const LEAST_OBSERVED_SECONDS = 2;

/** Rates are left out while the profiler has not watched long enough to say a direction: unknown is not idle. */
function trafficOf(known: Known | undefined, usesStale: boolean): Partial<VmSnapshot> {
  if (known === undefined) return {};
  const { outbound, inbound, direction, observedSeconds, ageSeconds } = known.profile;
  const quality = {
    ...(ageSeconds === undefined ? {} : { profileAgeSeconds: ageSeconds }),
    ...(known.completeness === undefined ? {} : { profileCompleteness: known.completeness }),
  };
  if (direction === "UNKNOWN" && !(usesStale && observedSeconds >= LEAST_OBSERVED_SECONDS)) return quality;
  return {
    ...quality,
    outboundBytesPerSecond: levelOf(outbound),
    inboundBytesPerSecond: levelOf(inbound),
    outboundDeviationBytesPerSecond: outbound.deviationBytesPerSecond,
    inboundDeviationBytesPerSecond: inbound.deviationBytesPerSecond,
  };
}

/**
 * The larger of what the VM does now and what it does usually: a copy takes long enough to meet both. A single peak
 * does not last for the length of a copy, so it does not count.
 */
function levelOf(level: TrafficLevel): number {
  return Math.max(level.shortBytesPerSecond, level.longBytesPerSecond);
}
