/**
 * Which host can take which VM, and who goes where.
 *
 * 1. A destination never gets more memory than it has free; what is reserved there, memory and traffic, counts as used.
 * 2. No VM goes to its own host, nor to a host that is itself being evacuated.
 * 3. A VM left unplaced carries one refusal of every host that was asked.
 * 4. No two VMs of an anti-affinity group come to the same host.
 */
import type { PlacementRefusal, UnplacedVm } from "../../kit/domain/plan.ts";
import type { HostSnapshot } from "../../kit/domain/snapshot.ts";
import { type Cluster, compareIds, type Vm } from "./cluster.ts";
import { memoryWords, rateWords } from "./words.ts";

/** Why not, with the two numbers compared. */
export type Refusal =
  | { readonly code: "IS_SOURCE" }
  | { readonly code: "BEING_EVACUATED" }
  | { readonly code: "INSUFFICIENT_MEMORY"; readonly neededBytes: number; readonly freeBytes: number }
  | { readonly code: "WOULD_NOT_CONVERGE"; readonly words: string }
  | { readonly code: "ANTI_AFFINITY"; readonly group: string; readonly besideVmId: string }
  | {
      readonly code: "INSUFFICIENT_BANDWIDTH";
      readonly direction: "sends" | "receives";
      readonly neededBytesPerSecond: number;
      readonly linkBytesPerSecond: number;
    };

/** A host with what is still free on it. Its link's rooms may be negative: traffic already exceeds the link. */
export interface Room {
  readonly host: HostSnapshot;
  readonly freeBytes: number;
  readonly egressRoom: number;
  readonly ingressRoom: number;
  /** By anti-affinity group, who of it is there. */
  readonly groups: ReadonlyMap<string, string>;
}

/** What is promised to a VM that is on its way, or that the host's report does not show yet. */
export interface Reservation {
  readonly hostId: string;
  readonly memoryBytes: number;
  readonly outboundBytesPerSecond?: number;
  readonly inboundBytesPerSecond?: number;
  readonly vmId?: string;
  readonly antiAffinityGroup?: string;
}

export interface PlacementRules {
  readonly evacuatingHostIds: ReadonlySet<string>;
  readonly reservations: readonly Reservation[];
  /** Why no technique would bring a VM to an end on its way to a host; undefined: one does. */
  readonly endless?: ((vm: Vm, destinationHostId: string) => string | undefined) | undefined;
}

/**
 * Traffic refuses a host only when the VM alone would not fit on its empty link: above that, sharing a link costs
 * throughput, which the choice among hosts avoids where it can, and forbids nothing.
 */
export function canHost(
  room: Room,
  vm: Vm,
  rules: Pick<PlacementRules, "evacuatingHostIds" | "endless">,
): Refusal | undefined {
  const { host } = room;
  if (host.hostId === vm.hostId) return { code: "IS_SOURCE" };
  if (rules.evacuatingHostIds.has(host.hostId)) return { code: "BEING_EVACUATED" };
  const beside = vm.antiAffinityGroup === undefined ? undefined : room.groups.get(vm.antiAffinityGroup);
  if (vm.antiAffinityGroup !== undefined && beside !== undefined) {
    return { code: "ANTI_AFFINITY", group: vm.antiAffinityGroup, besideVmId: beside };
  }
  if (vm.memoryBytes > room.freeBytes) {
    return { code: "INSUFFICIENT_MEMORY", neededBytes: vm.memoryBytes, freeBytes: room.freeBytes };
  }
  if (vm.trafficKnown && vm.outbound > host.egressBytesPerSecond) {
    return tooNarrow("sends", vm.outbound, host.egressBytesPerSecond);
  }
  if (vm.trafficKnown && vm.inbound > host.ingressBytesPerSecond) {
    return tooNarrow("receives", vm.inbound, host.ingressBytesPerSecond);
  }
  const endless = rules.endless?.(vm, host.hostId);
  return endless === undefined ? undefined : { code: "WOULD_NOT_CONVERGE", words: endless };
}

function tooNarrow(direction: "sends" | "receives", needed: number, link: number): Refusal {
  return { code: "INSUFFICIENT_BANDWIDTH", direction, neededBytesPerSecond: needed, linkBytesPerSecond: link };
}

function refusalWords(hostId: string, vm: Vm, refusal: Refusal): PlacementRefusal {
  const { code } = refusal;
  switch (code) {
    case "IS_SOURCE":
      return { hostId, code, message: `${vm.vmId} runs on ${hostId} already` };
    case "BEING_EVACUATED":
      return { hostId, code, message: `${hostId} is being evacuated itself` };
    case "WOULD_NOT_CONVERGE":
      return { hostId, code, message: `${vm.vmId} ${refusal.words}` };
    case "ANTI_AFFINITY":
      return {
        ...{ hostId, code },
        message: `${vm.vmId} and ${refusal.besideVmId}, which is on ${hostId} or on its way there, are both of the group ${refusal.group}`,
      };
    case "INSUFFICIENT_MEMORY":
      return {
        hostId,
        code,
        message: `${vm.vmId} needs ${memoryWords(refusal.neededBytes)}, ${hostId} has ${memoryWords(Math.max(0, refusal.freeBytes))} free`,
      };
    case "INSUFFICIENT_BANDWIDTH":
      return {
        hostId,
        code,
        message: `${vm.vmId} ${refusal.direction} ${rateWords(refusal.neededBytesPerSecond)}, ${hostId}'s link carries ${rateWords(refusal.linkBytesPerSecond)}`,
      };
  }
}

export interface Placement {
  readonly destinationOf: ReadonlyMap<string, string>;
  readonly unplaced: readonly UnplacedVm[];
}

/**
 * Largest memory first, each to the host whose scarcest resource (memory, egress, ingress, as shares of what it had)
 * is left with most. Spreading can strand a large VM that packing would have placed, so where it leaves VMs behind,
 * packing (the host with least memory left) is tried too, and the better of the two is taken. When several hosts are
 * emptied at once, each is given destinations of its own as far as there are enough: what does not meet on a link need not
 * be put in order.
 */
export function placeVms(
  cluster: Cluster,
  vms: readonly Vm[],
  candidateIds: readonly string[],
  rules: PlacementRules,
): Placement {
  const spread = placeBy(cluster, vms, candidateIds, rules, roomLeftAfter);
  if (spread.unplaced.length === 0) return spread;
  const packed = placeBy(cluster, vms, candidateIds, rules, (room, _begin, vm) => vm.memoryBytes - room.freeBytes);
  return packed.unplaced.length < spread.unplaced.length ? packed : spread;
}

function placeBy(
  cluster: Cluster,
  vms: readonly Vm[],
  candidateIds: readonly string[],
  rules: PlacementRules,
  score: (room: Room, begin: Room, vm: Vm) => number,
): Placement {
  const begin = [...roomsOf(cluster, candidateIds, rules)];
  const rooms = begin.slice();
  const shares = new Shares(vms, rooms.length);
  const destinationOf = new Map<string, string>();
  const unplaced: UnplacedVm[] = [];
  const ordered = [...vms].sort((a, b) => b.memoryBytes - a.memoryBytes || compareIds(a.vmId, b.vmId));
  for (const vm of ordered) {
    let best: { index: number; own: boolean; score: number } | undefined;
    for (const [index, room] of rooms.entries()) {
      if (canHost(room, vm, rules) !== undefined) continue;
      const own = shares.isOwn(vm.hostId, index);
      const value = score(room, begin[index] ?? room, vm);
      if (best === undefined || (own && !best.own) || (own === best.own && value > best.score)) {
        best = { index, own, score: value };
      }
    }
    const chosen = best === undefined ? undefined : rooms[best.index];
    if (best === undefined || chosen === undefined) {
      const reasons = rooms.flatMap((room) => {
        const refusal = canHost(room, vm, rules);
        return refusal === undefined ? [] : [refusalWords(room.host.hostId, vm, refusal)];
      });
      unplaced.push({ vmId: vm.vmId, reasons });
      continue;
    }
    destinationOf.set(vm.vmId, chosen.host.hostId);
    shares.take(vm.hostId, best.index);
    rooms[best.index] = {
      host: chosen.host,
      freeBytes: chosen.freeBytes - vm.memoryBytes,
      egressRoom: chosen.egressRoom - vm.outbound,
      ingressRoom: chosen.ingressRoom - vm.inbound,
      groups:
        vm.antiAffinityGroup === undefined ? chosen.groups : new Map(chosen.groups).set(vm.antiAffinityGroup, vm.vmId),
    };
  }
  return { destinationOf, unplaced: unplaced.sort((a, b) => compareIds(a.vmId, b.vmId)) };
}

/** Which of several sources sends to which destination. */
class Shares {
  readonly #quota: number;
  readonly #owner = new Map<number, string>();
  readonly #owned = new Map<string, number>();

  constructor(vms: readonly Vm[], destinations: number) {
    const sources = new Set(vms.map((vm) => vm.hostId)).size;
    this.#quota = Math.max(1, Math.floor(destinations / Math.max(1, sources)));
  }

  isOwn(sourceHostId: string, destination: number): boolean {
    const owner = this.#owner.get(destination);
    if (owner !== undefined) return owner === sourceHostId;
    return (this.#owned.get(sourceHostId) ?? 0) < this.#quota;
  }

  take(sourceHostId: string, destination: number): void {
    if (this.#owner.has(destination)) return;
    this.#owner.set(destination, sourceHostId);
    this.#owned.set(sourceHostId, (this.#owned.get(sourceHostId) ?? 0) + 1);
  }
}

export function roomsOf(cluster: Cluster, hostIds: readonly string[], rules: PlacementRules): Room[] {
  const rooms: Room[] = [];
  const reserved = new Map<string, Reservation[]>();
  for (const reservation of rules.reservations) {
    reserved.set(reservation.hostId, [...(reserved.get(reservation.hostId) ?? []), reservation]);
  }
  for (const hostId of [...hostIds].sort(compareIds)) {
    const host = cluster.hosts.get(hostId);
    if (host === undefined) continue;
    let freeBytes = host.freeMemoryBytes;
    const { outbound, inbound } = trafficOn(cluster, hostId);
    let egressRoom = host.egressBytesPerSecond - outbound;
    let ingressRoom = host.ingressBytesPerSecond - inbound;
    const groups = new Map<string, string>();
    for (const vm of cluster.vmsOn(hostId)) if (vm.antiAffinityGroup) groups.set(vm.antiAffinityGroup, vm.vmId);
    for (const reservation of reserved.get(hostId) ?? []) {
      freeBytes -= reservation.memoryBytes;
      const { antiAffinityGroup: group, vmId } = reservation;
      const isThere = vmId !== undefined && cluster.vms.get(vmId)?.hostId === hostId;
      egressRoom -= isThere ? 0 : (reservation.outboundBytesPerSecond ?? 0);
      ingressRoom -= isThere ? 0 : (reservation.inboundBytesPerSecond ?? 0);
      if (group !== undefined && vmId !== undefined) groups.set(group, vmId);
    }
    rooms.push({ host, freeBytes, egressRoom, ingressRoom, groups });
  }
  return rooms;
}

/** What the VMs that run on a host send and receive together. */
export function trafficOn(cluster: Cluster, hostId: string): { outbound: number; inbound: number } {
  const sum = { outbound: 0, inbound: 0 };
  for (const vm of cluster.vmsOn(hostId)) {
    sum.outbound += vm.outbound;
    sum.inbound += vm.inbound;
  }
  return sum;
}

function roomLeftAfter(room: Room, begin: Room, vm: Vm): number {
  return Math.min(
    (room.freeBytes - vm.memoryBytes) / Math.max(begin.freeBytes, 1),
    (room.egressRoom - vm.outbound) / room.host.egressBytesPerSecond,
    (room.ingressRoom - vm.inbound) / room.host.ingressBytesPerSecond,
  );
}
