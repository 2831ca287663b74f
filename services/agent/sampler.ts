/**
 * One sample of a host's traffic: one look at its VMs and one read of `/proc/net/dev` for each network namespace.
 */
import type { InterfaceCounters, TrafficBatch } from "../kit/domain/traffic.ts";
import { parseNetDev } from "../kit/hypervisor/net-dev.ts";
import { type Counters, hasMissingTap, type LinkInterface, type Moment, trafficBatch } from "./core/traffic.ts";
import type { Inventory, KnownVm } from "./inventory.ts";

export interface SamplerDeps {
  readonly inventory: Inventory;
  readonly bootId: string;
  readonly tickMilliseconds: number;
  readonly clock: () => Moment;
  /** A process in the same namespace as the host's links. */
  readonly hostProcess: number | "self";
  readonly readNetDev: (pid: number | "self") => string | undefined;
}

export class Sampler {
  readonly #hostId: string;
  readonly #deps: SamplerDeps;
  #sequence = 0;
  #start: number | undefined;
  #known: Counters = new Map();

  constructor(hostId: string, deps: SamplerDeps) {
    this.#hostId = hostId;
    this.#deps = deps;
  }

  sample(links: readonly LinkInterface[]): TrafficBatch {
    const { inventory, bootId, tickMilliseconds, clock } = this.#deps;
    inventory.look();
    const moment = clock();
    const counters = this.#read(inventory.vms(), links);
    this.#noteChanges(inventory, counters);
    const vms = inventory.vms().flatMap((vm) => (hasMissingTap(vm, counters) ? (inventory.readAgain(vm) ?? []) : vm));
    this.#known = counters;
    this.#sequence += 1;
    this.#start ??= moment.sampleTimeUnixMilliseconds;
    const head = {
      ...{ hostId: this.#hostId, bootId, sequence: this.#sequence },
      ...{ agentStartTimeUnixMilliseconds: this.#start, tickMilliseconds },
    };
    return trafficBatch({ ...head, ...moment }, vms, links, counters);
  }

  #read(vms: readonly KnownVm[], links: readonly LinkInterface[]): Counters {
    const { hostProcess, readNetDev } = this.#deps;
    const counters = new Map<string, ReadonlyMap<string, InterfaceCounters>>();
    const read = (namespace: string, pid: number | "self") => {
      if (counters.has(namespace)) return;
      const text = readNetDev(pid);
      if (text !== undefined) counters.set(namespace, parseNetDev(text));
    };
    for (const link of links) read(link.namespace, hostProcess);
    // A process that has just ended says nothing; the next one in its namespace does.
    for (const vm of vms) read(vm.namespace, vm.processId);
    return counters;
  }

  /** A new interface may have been plugged into a VM that runs. */
  #noteChanges(inventory: Inventory, counters: Counters): void {
    for (const [namespace, interfaces] of counters) {
      const before = this.#known.get(namespace);
      if (before === undefined || [...interfaces.keys()].every((name) => before.has(name))) continue;
      for (const vm of inventory.vms()) if (vm.namespace === namespace) inventory.suspect(vm.vmId);
    }
  }
}
