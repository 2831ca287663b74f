/** The snapshot as the planner works with it: every input with a value, and every assumption said. */
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../kit/domain/snapshot.ts";
import type { Model } from "./model.ts";

export interface Vm {
  readonly vmId: string;
  readonly hostId: string;
  readonly memoryBytes: number;
  /** What has to move. Where it was not measured: all of the VM's memory. */
  readonly usedBytes: number;
  readonly dirtyBytesPerSecond: number;
  /** Otherwise it is the model's assumption: good for a forecast, and decides only where a deadline would be missed otherwise. */
  readonly dirtyMeasured: boolean;
  /** What has to arrive before it runs well at its destination. */
  readonly hotBytes: number;
  /** What one pass can at most dirty: the working set where it was measured, otherwise all that is used. */
  readonly rewritableBytes: number;
  /**
   * Where one direction was not measured, the mean of the host's measured VMs stands in for it in both sums: a VM of
   * unknown traffic is not an idle one.
   */
  readonly outbound: number;
  readonly inbound: number;
  readonly trafficKnown: boolean;
  /** Standard deviation of the larger of the two, where it was measured. */
  readonly deviation: number | undefined;
  readonly postCopyAllowed: boolean;
  /** Why an executor refused to post-copy it. */
  readonly postCopyRefusal: string | undefined;
  readonly antiAffinityGroup: string | undefined;
  readonly migrateAfter: string | undefined;
  readonly profileAgeSeconds: number | undefined;
  readonly profileCompleteness: number | undefined;
  /** Inputs that nobody measured, by their names in the snapshot. */
  readonly assumedInputs: readonly string[];
}

export interface Cluster {
  readonly hosts: ReadonlyMap<string, HostSnapshot>;
  /** In id order. */
  readonly vms: ReadonlyMap<string, Vm>;
  /** In id order. */
  readonly vmsOn: (hostId: string) => readonly Vm[];
}

export function readCluster(snapshot: ClusterSnapshot, model: Model): Cluster {
  const hosts = new Map([...snapshot.hosts].sort(byHostId).map((host) => [host.hostId, host]));
  const known = new Map<string, { count: number; outbound: number; inbound: number }>();
  for (const vm of snapshot.vms) {
    if (vm.outboundBytesPerSecond === undefined || vm.inboundBytesPerSecond === undefined) continue;
    const sum = known.get(vm.hostId) ?? { count: 0, outbound: 0, inbound: 0 };
    sum.count += 1;
    sum.outbound += vm.outboundBytesPerSecond;
    sum.inbound += vm.inboundBytesPerSecond;
    known.set(vm.hostId, sum);
  }
  const vms = new Map<string, Vm>();
  for (const vm of [...snapshot.vms].sort(byVmId)) {
    const mean = known.get(vm.hostId) ?? { count: 1, outbound: 0, inbound: 0 };
    vms.set(vm.vmId, readVm(vm, { outbound: mean.outbound / mean.count, inbound: mean.inbound / mean.count }, model));
  }
  const byHost = new Map<string, Vm[]>();
  for (const vm of vms.values()) {
    const there = byHost.get(vm.hostId);
    if (there === undefined) byHost.set(vm.hostId, [vm]);
    else there.push(vm);
  }
  return { hosts, vms, vmsOn: (hostId) => byHost.get(hostId) ?? [] };
}

function readVm(vm: VmSnapshot, mean: { outbound: number; inbound: number }, model: Model): Vm {
  const usedBytes = vm.usedMemoryBytes ?? vm.memoryBytes;
  return {
    vmId: vm.vmId,
    hostId: vm.hostId,
    memoryBytes: vm.memoryBytes,
    usedBytes,
    dirtyBytesPerSecond: vm.dirtyBytesPerSecond ?? assumedDirtyRate(usedBytes, model),
    dirtyMeasured: vm.dirtyBytesPerSecond !== undefined,
    hotBytes: Math.min(hotBytesOf(vm.workingSetBytes, usedBytes, model), usedBytes),
    rewritableBytes: Math.min(vm.workingSetBytes ?? usedBytes, usedBytes),
    outbound: vm.outboundBytesPerSecond ?? mean.outbound,
    inbound: vm.inboundBytesPerSecond ?? mean.inbound,
    trafficKnown: vm.outboundBytesPerSecond !== undefined && vm.inboundBytesPerSecond !== undefined,
    deviation:
      (vm.outboundBytesPerSecond ?? 0) >= (vm.inboundBytesPerSecond ?? 0)
        ? vm.outboundDeviationBytesPerSecond
        : vm.inboundDeviationBytesPerSecond,
    postCopyAllowed: vm.postCopy !== "FORBIDDEN",
    postCopyRefusal: vm.postCopyRefusal,
    antiAffinityGroup: vm.antiAffinityGroup,
    migrateAfter: vm.migrateAfter,
    profileAgeSeconds: vm.profileAgeSeconds,
    profileCompleteness: vm.profileCompleteness,
    assumedInputs: measuredInputs.filter((name) => vm[name] === undefined),
  };
}

function hotBytesOf(workingSetBytes: number | undefined, usedBytes: number, model: Model): number {
  return workingSetBytes === undefined
    ? usedBytes * model.workingSetShare
    : workingSetBytes * model.workingSetArrivalShare;
}

const measuredInputs = [
  "usedMemoryBytes",
  "dirtyBytesPerSecond",
  "workingSetBytes",
  "outboundBytesPerSecond",
  "inboundBytesPerSecond",
] as const;

function assumedDirtyRate(usedBytes: number, model: Model): number {
  return Math.min(usedBytes * model.dirtyShareOfUsedPerSecond, model.assumedDirtyLimitBytesPerSecond);
}

/** Below this in both directions a VM counts as idle: it is the resolution of the choice. */
const IDLE_BYTES_PER_SECOND = 125_000;

export function isIdle(vm: Vm): boolean {
  return vm.trafficKnown && vm.outbound < IDLE_BYTES_PER_SECOND && vm.inbound < IDLE_BYTES_PER_SECOND;
}

/** The same without what is only assumed of dirtying: that serves a forecast, and decides only where a deadline is missed without. */
export function withoutAssumedDirtying(cluster: Cluster): Cluster {
  const vms = new Map<string, Vm>();
  for (const [vmId, vm] of cluster.vms) vms.set(vmId, vm.dirtyMeasured ? vm : { ...vm, dirtyBytesPerSecond: 0 });
  return { ...cluster, vms };
}

/** Ids compare by their characters, so that the order is the same on every machine. */
export function compareIds(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}

function byHostId(left: HostSnapshot, right: HostSnapshot): number {
  return compareIds(left.hostId, right.hostId);
}

function byVmId(left: { vmId: string }, right: { vmId: string }): number {
  return compareIds(left.vmId, right.vmId);
}
