/**
 * Which host can take which VM, and who goes where.
 *
 * 1. A destination never gets more memory than it has free; what is reserved there counts as used.
 * 2. No VM goes to its own host, nor to a host that is itself being evacuated.
 * 3. A VM left unplaced carries one refusal of every host that was asked.
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
}

export interface Reservation {
  readonly hostId: string;
  readonly memoryBytes: number;
}

export interface PlacementRules {
  readonly evacuatingHostIds: ReadonlySet<string>;
  readonly reservations: readonly Reservation[];
}

/**
 * Traffic refuses a host only when the VM alone would not fit on its empty link: above that, sharing a link costs
 * throughput, which the choice among hosts avoids where it can, and forbids nothing.
 */
export function canHost(room: Room, vm: Vm, rules: Pick<PlacementRules, "evacuatingHostIds">): Refusal | undefined {
  const { host } = room;
  if (host.hostId === vm.hostId) return { code: "IS_SOURCE" };
  if (rules.evacuatingHostIds.has(host.hostId)) return { code: "BEING_EVACUATED" };
  if (vm.memoryBytes > room.freeBytes) {
    return { code: "INSUFFICIENT_MEMORY", neededBytes: vm.memoryBytes, freeBytes: room.freeBytes };
  }
  if (vm.trafficKnown && vm.outbound > host.egressBytesPerSecond) {
    return tooNarrow("sends", vm.outbound, host.egressBytesPerSecond);
  }
  if (vm.trafficKnown && vm.inbound > host.ingressBytesPerSecond) {
    return tooNarrow("receives", vm.inbound, host.ingressBytesPerSecond);
  }
  return undefined;
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
 * packing (the host with least memory left) is tried too, and the better of the two is taken.
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
  const destinationOf = new Map<string, string>();
  const unplaced: UnplacedVm[] = [];
  const ordered = [...vms].sort((a, b) => b.memoryBytes - a.memoryBytes || compareIds(a.vmId, b.vmId));
  for (const vm of ordered) {
    const reasons: PlacementRefusal[] = [];
    let best: { index: number; score: number } | undefined;
    for (const [index, room] of rooms.entries()) {
      const refusal = canHost(room, vm, rules);
      if (refusal !== undefined) {
        reasons.push(refusalWords(room.host.hostId, vm, refusal));
        continue;
      }
      const value = score(room, begin[index] ?? room, vm);
      if (best === undefined || value > best.score) best = { index, score: value };
    }
    const chosen = best === undefined ? undefined : rooms[best.index];
    if (best === undefined || chosen === undefined) {
      unplaced.push({ vmId: vm.vmId, reasons });
      continue;
    }
    destinationOf.set(vm.vmId, chosen.host.hostId);
    rooms[best.index] = {
      host: chosen.host,
      freeBytes: chosen.freeBytes - vm.memoryBytes,
      egressRoom: chosen.egressRoom - vm.outbound,
      ingressRoom: chosen.ingressRoom - vm.inbound,
    };
  }
  return { destinationOf, unplaced: unplaced.sort((a, b) => compareIds(a.vmId, b.vmId)) };
}

export function roomsOf(cluster: Cluster, hostIds: readonly string[], rules: PlacementRules): Room[] {
  const rooms: Room[] = [];
  for (const hostId of [...hostIds].sort(compareIds)) {
    const host = cluster.hosts.get(hostId);
    if (host === undefined) continue;
    let freeBytes = host.freeMemoryBytes;
    for (const reservation of rules.reservations) {
      if (reservation.hostId === hostId) freeBytes -= reservation.memoryBytes;
    }
    const { outbound, inbound } = trafficOn(cluster, hostId);
    rooms.push({
      host,
      freeBytes,
      egressRoom: host.egressBytesPerSecond - outbound,
      ingressRoom: host.ingressBytesPerSecond - inbound,
    });
  }
  return rooms;
}

/** What the VMs that run on a host send and receive together. */
export function trafficOn(cluster: Cluster, hostId: string): { outbound: number; inbound: number } {
  const sum = { outbound: 0, inbound: 0 };
  for (const vm of cluster.vms.values()) {
    if (vm.hostId !== hostId) continue;
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
