/**
 * The links that an evacuation is simulated on, and what crosses which: of every host that takes part, with the traffic of
 * the VMs that stay there. A host with a network of its own for migrations has four.
 */
import type { Step } from "../../kit/domain/plan.ts";
import type { Cluster, Vm } from "./cluster.ts";
import type { Flow } from "./links.ts";
import { type Model, type PairModel, pairModel } from "./model.ts";

/** A VM to be moved; when and how is said by `start`. */
export interface Candidate {
  readonly vm: Vm;
  readonly sourceHostId: string;
  readonly destinationHostId: string;
  readonly paceBytesPerSecond?: number | undefined;
}

export type Way = Pick<Step, "vmId" | "sourceHostId" | "destinationHostId" | "paceBytesPerSecond">;

/** Nothing of a VM that the cluster does not have. */
export function candidateOf(
  cluster: Cluster,
  { vmId, sourceHostId, destinationHostId, paceBytesPerSecond }: Way,
): Candidate[] {
  const vm = cluster.vms.get(vmId);
  return vm === undefined ? [] : [{ vm, sourceHostId, destinationHostId, paceBytesPerSecond }];
}

export interface Move {
  readonly candidate: Candidate;
  readonly vm: Vm;
  readonly pair: PairModel;
  readonly flow: Flow;
  /** Links of the applications' traffic. */
  readonly sourceEgress: number;
  readonly sourceIngress: number;
  readonly destinationEgress: number;
  readonly destinationIngress: number;
}

export interface Link {
  readonly hostId: string;
  readonly direction: "egress" | "ingress";
  readonly migrationOnly: boolean;
  readonly capacity: number;
  /** Demands of the VMs that stay. */
  readonly stayers: number[];
  /** The largest demand of a VM that is or may come here. */
  peak: number;
}

/** Where all take the same way, both its links bound them together; otherwise each link those that cross it. */
export function linesOf(moves: readonly Move[]): readonly (readonly number[])[] {
  const ways = new Set(moves.map(({ flow }) => `${flow.first} ${flow.second}`));
  const links = [
    ...new Set(moves.flatMap(({ flow }) => (flow.second === undefined ? [flow.first] : [flow.first, flow.second]))),
  ];
  return ways.size <= 1 ? [links] : links.map((link) => [link]);
}

/** The links of every host that takes part, with the traffic of the VMs that stay there. */
export function layOut(cluster: Cluster, candidates: readonly Candidate[], model: Model) {
  const links: Link[] = [];
  const linksOf = new Map<string, { egress: number; ingress: number; outOf: number; into: number }>();
  const add = (hostId: string, direction: Link["direction"], capacity: number, migrationOnly: boolean) =>
    links.push({
      ...{ hostId, direction, migrationOnly, stayers: [], peak: 0 },
      // All traffic is counted without headers, so the link is, too.
      capacity: capacity / model.headerOverhead,
    }) - 1;
  const hostIds = [...new Set(candidates.flatMap((one) => [one.sourceHostId, one.destinationHostId]))];
  for (const hostId of hostIds) {
    const host = cluster.hosts.get(hostId);
    if (host === undefined) throw new Error(`there is no host ${hostId}`);
    const egress = add(hostId, "egress", host.egressBytesPerSecond, false);
    const ingress = add(hostId, "ingress", host.ingressBytesPerSecond, false);
    const { migrationEgressBytesPerSecond: own, migrationIngressBytesPerSecond: into } = host;
    linksOf.set(hostId, {
      egress,
      ingress,
      outOf: own === undefined ? egress : add(hostId, "egress", own, true),
      into: into === undefined ? ingress : add(hostId, "ingress", into, true),
    });
  }
  const linkOf = (hostId: string) => {
    const found = linksOf.get(hostId);
    if (found === undefined) throw new Error(`there is no host ${hostId}`);
    return found;
  };
  const raise = (link: number, demand: number) => {
    const known = links[link];
    if (known !== undefined) known.peak = Math.max(known.peak, demand);
  };
  const moves = candidates.map((candidate): Move => {
    const { vm } = candidate;
    const source = linkOf(candidate.sourceHostId);
    const destination = linkOf(candidate.destinationHostId);
    for (const { egress, ingress } of [source, destination]) {
      raise(egress, vm.outbound);
      raise(ingress, vm.inbound);
    }
    return {
      candidate,
      vm,
      pair: pairModel(model, candidate.sourceHostId, candidate.destinationHostId),
      flow: { weight: 1, demand: 0, first: source.outOf, second: destination.into, rate: 0 },
      sourceEgress: source.egress,
      sourceIngress: source.ingress,
      destinationEgress: destination.egress,
      destinationIngress: destination.ingress,
    };
  });
  const moving = new Set(candidates.map(({ vm }) => vm.vmId));
  for (const hostId of hostIds) {
    const { egress, ingress } = linkOf(hostId);
    for (const vm of cluster.vmsOn(hostId)) {
      if (moving.has(vm.vmId)) continue;
      if (vm.outbound > 0) links[egress]?.stayers.push(vm.outbound);
      if (vm.inbound > 0) links[ingress]?.stayers.push(vm.inbound);
      raise(egress, vm.outbound);
      raise(ingress, vm.inbound);
    }
  }
  return { links, moves };
}
