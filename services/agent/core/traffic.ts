/**
 * Counters of interfaces as counters of VMs and links.
 *
 * 1. What a tap receives is what its VM sends: tap rx is the VM's outbound, tap tx its inbound.
 * 2. Within one epoch a VM's counters come from the same interfaces of the same process of the same boot.
 * 3. A VM whose interfaces cannot be read is named as unknown, never counted as zero.
 */
import type { InterfaceCounters, LinkTraffic, TrafficBatch, VmTraffic } from "../../kit/domain/traffic.ts";

export interface Interface {
  readonly name: string;
  /** The kernel's number for it: another one when an interface of the same name is made again. */
  readonly index: number;
}

/** All interfaces of these are in the one network namespace `namespace`. */
export interface VmInterfaces {
  readonly vmId: string;
  readonly processId: number;
  readonly startTicks: number;
  readonly namespace: string;
  readonly taps: readonly Interface[];
}

export interface LinkInterface {
  readonly namespace: string;
  readonly interface: Interface;
}

/** One read of each namespace. */
export type Counters = ReadonlyMap<string, ReadonlyMap<string, InterfaceCounters>>;

export interface Moment {
  readonly sampleTimeUnixMilliseconds: number;
  readonly monotonicMicroseconds: number;
}

export function trafficBatch(
  host: Moment &
    Pick<TrafficBatch, "hostId" | "sequence" | "agentStartTimeUnixMilliseconds" | "tickMilliseconds"> & {
      readonly bootId: string;
    },
  vms: readonly VmInterfaces[],
  links: readonly LinkInterface[],
  counters: Counters,
): TrafficBatch {
  const { bootId, ...head } = host;
  const samples: VmTraffic[] = [];
  const unknownTrafficVmIds: string[] = [];
  for (const vm of vms) {
    const sample = vmTraffic(bootId, vm, counters);
    if (sample === undefined) unknownTrafficVmIds.push(vm.vmId);
    else samples.push(sample);
  }
  return {
    ...head,
    sampleCount: samples.length,
    samples,
    links: links.flatMap((link) => linkTraffic(bootId, link, counters) ?? []),
    unknownTrafficVmIds,
  };
}

/** Taps of a VM that this read does not know: it has changed its interfaces. */
export function hasMissingTap(vm: VmInterfaces, counters: Counters): boolean {
  const present = counters.get(vm.namespace);
  return vm.taps.some((tap) => present?.has(tap.name) !== true);
}

function vmTraffic(bootId: string, vm: VmInterfaces, counters: Counters): VmTraffic | undefined {
  let outboundBytes = 0;
  let inboundBytes = 0;
  let identity = `${bootId}/${vm.namespace}/${vm.processId}/${vm.startTicks}`;
  let read = 0;
  for (const tap of vm.taps) {
    const counted = counters.get(vm.namespace)?.get(tap.name);
    if (counted === undefined) continue;
    outboundBytes += counted.receivedBytes;
    inboundBytes += counted.sentBytes;
    identity += `/${tap.name}#${tap.index}`;
    read += 1;
  }
  return read === 0 ? undefined : { vmId: vm.vmId, counterEpoch: hash32(identity), outboundBytes, inboundBytes };
}

function linkTraffic(bootId: string, link: LinkInterface, counters: Counters): LinkTraffic | undefined {
  const { name, index } = link.interface;
  const counted = counters.get(link.namespace)?.get(name);
  if (counted === undefined) return undefined;
  return {
    name,
    counterEpoch: hash32(`${bootId}/${link.namespace}/${name}#${index}`),
    egressBytes: counted.sentBytes,
    ingressBytes: counted.receivedBytes,
  };
}

/** FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/: not for secrets, only to tell identities apart. */
function hash32(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  }
  return hash >>> 0;
}
