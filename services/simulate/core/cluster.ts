/**
 * Hosts and VMs that do not exist, and what their agents would see of them.
 *
 * 1. The same options and the same times give the same samples: all chance comes from the seed.
 * 2. Each VM is on one host at any time.
 * 3. A VM's counters never fall within an epoch; one that has moved counts from zero in a new one.
 */
import type { HostReport } from "../../kit/domain/host.ts";
import type { TrafficBatch } from "../../kit/domain/traffic.ts";
import type { VmSpec } from "../../kit/domain/vm-spec.ts";
import { type Chance, chanceOf } from "./chance.ts";
import { beginTraffic, flow, type TrafficState } from "./traffic.ts";

export interface ClusterOptions {
  readonly hosts: number;
  readonly vmsPerHost: number;
  readonly seed: number;
  /** Of the whole cluster. */
  readonly movesPerSecond: number;
  readonly tickMilliseconds: number;
  /** From when on the agents number their batches. */
  readonly agentStartTimeUnixMilliseconds: number;
}

/** What the agent's own clocks say. */
export interface Moment {
  readonly sampleTimeUnixMilliseconds: number;
  readonly monotonicMicroseconds: number;
}

export interface Move {
  readonly vmId: string;
  readonly fromHost: number;
  readonly toHost: number;
}

interface Vm {
  readonly vmId: string;
  readonly number: number;
  readonly traffic: TrafficState;
  epoch: number;
  host: number;
}

interface Host {
  readonly hostId: string;
  readonly vms: Vm[];
  sequence: number;
  egressBytes: number;
  ingressBytes: number;
}

/** No real host should be called this: a simulation refuses a bus on which one that is not reports. */
export const HOST_PREFIX = "sim-host-";
const LINK = { name: "eth0", egressBytesPerSecond: 1.25e9, ingressBytesPerSecond: 1.25e9 };
const GIBIBYTE = 2 ** 30;
const VM_MEMORY_BYTES = 2 * GIBIBYTE;
const VM_USED_BYTES = 1.25 * GIBIBYTE;
const VM_DIRTY_BYTES_PER_SECOND = 400_000;
/** Twice what its VMs have, so that one host can take in another. */
const MEMORY_FACTOR = 2;
const FIRST_PROCESS = 1_000;

export class SimulatedCluster {
  readonly hostIds: readonly string[];
  readonly #options: ClusterOptions;
  readonly #hosts: readonly Host[];
  readonly #vms: readonly Vm[];
  readonly #moving: Chance;
  #moves = 0;

  constructor(options: ClusterOptions) {
    const { hosts, vmsPerHost, seed } = options;
    this.#options = options;
    this.#hosts = Array.from({ length: hosts }, (_, host) => ({
      ...{ hostId: `${HOST_PREFIX}${host}`, vms: [], sequence: 0, egressBytes: 0, ingressBytes: 0 },
    }));
    this.#vms = this.#hosts.flatMap((host, index) =>
      Array.from({ length: vmsPerHost }, (_, number) => {
        const vm = createVm(index * vmsPerHost + number, index, seed);
        host.vms.push(vm);
        return vm;
      }),
    );
    this.#moving = chanceOf(seed, this.#vms.length);
    this.hostIds = this.#hosts.map(({ hostId }) => hostId);
  }

  /** Moves that are due by then, in order. */
  move(untilSeconds: number): readonly Move[] {
    const { movesPerSecond } = this.#options;
    const moves: Move[] = [];
    while ((this.#moves + 1) / movesPerSecond <= untilSeconds && this.#hosts.length > 1 && this.#vms.length > 0) {
      this.#moves += 1;
      moves.push(this.#moveOne(this.#moves / movesPerSecond));
    }
    return moves;
  }

  #moveOne(atSeconds: number): Move {
    const vm = this.#vms[Math.floor(this.#moving() * this.#vms.length)] as Vm;
    const fromHost = vm.host;
    // Any other one.
    const step = 1 + Math.floor(this.#moving() * (this.#hosts.length - 1));
    const toHost = (fromHost + step) % this.#hosts.length;
    const from = this.#hosts[fromHost] as Host;
    const to = this.#hosts[toHost] as Host;
    this.#count(from, vm, atSeconds);
    from.vms.splice(from.vms.indexOf(vm), 1);
    to.vms.push(vm);
    vm.host = toHost;
    vm.epoch = nextEpoch(vm.epoch);
    vm.traffic.outboundBytes = 0;
    vm.traffic.inboundBytes = 0;
    return { vmId: vm.vmId, fromHost, toHost };
  }

  /** What the host's agent sees at its next tick. */
  sample(host: number, seconds: number, moment: Moment): TrafficBatch {
    const state = this.#hosts[host] as Host;
    for (const vm of state.vms) this.#count(state, vm, seconds);
    state.sequence += 1;
    const { tickMilliseconds, agentStartTimeUnixMilliseconds } = this.#options;
    return {
      hostId: state.hostId,
      sequence: state.sequence,
      sampleCount: state.vms.length,
      sampleTimeUnixMilliseconds: moment.sampleTimeUnixMilliseconds,
      monotonicMicroseconds: moment.monotonicMicroseconds,
      samples: state.vms.map(({ vmId, epoch, traffic }) => ({
        vmId,
        counterEpoch: epoch,
        outboundBytes: Math.floor(traffic.outboundBytes),
        inboundBytes: Math.floor(traffic.inboundBytes),
      })),
      links: [
        {
          name: LINK.name,
          counterEpoch: 1,
          egressBytes: Math.floor(state.egressBytes),
          ingressBytes: Math.floor(state.ingressBytes),
        },
      ],
      unknownTrafficVmIds: [],
      ...{ tickMilliseconds, agentStartTimeUnixMilliseconds },
    };
  }

  vmIds(host: number): readonly string[] {
    return (this.#hosts[host]?.vms ?? []).map(({ vmId }) => vmId);
  }

  report(host: number, reportTimeUnixMilliseconds: number): HostReport {
    const { hostId, vms } = this.#hosts[host] as Host;
    const memoryBytes = this.#options.vmsPerHost * VM_MEMORY_BYTES * MEMORY_FACTOR;
    return {
      hostId,
      reportTimeUnixMilliseconds,
      links: [LINK],
      memoryBytes,
      freeMemoryBytes: Math.max(0, memoryBytes - vms.length * VM_MEMORY_BYTES),
      postCopy: { supported: true },
      vms: vms.map((vm, index) => {
        const spec = specOf(vm);
        return {
          vmId: vm.vmId,
          processId: FIRST_PROCESS + index,
          memoryBytes: VM_MEMORY_BYTES,
          usedMemoryBytes: VM_USED_BYTES,
          dirtyBytesPerSecond: VM_DIRTY_BYTES_PER_SECOND,
          trafficKnown: true,
          nics: spec.nics.map(({ macAddress }) => ({ macAddress, tap: `tap${index}` })),
          spec,
        };
      }),
    };
  }

  /** All that a VM sends and receives goes over the host's link. */
  #count(host: Host, { traffic }: Vm, seconds: number): void {
    const { outboundBytes, inboundBytes } = traffic;
    flow(traffic, seconds);
    host.egressBytes += traffic.outboundBytes - outboundBytes;
    host.ingressBytes += traffic.inboundBytes - inboundBytes;
  }
}

function createVm(number: number, host: number, seed: number): Vm {
  return { vmId: `sim-vm-${number}`, number, traffic: beginTraffic(chanceOf(seed, number)), epoch: number, host };
}

/** Made when it is reported: of all VMs of a large cluster it would be most of what is held. */
function specOf({ vmId, number }: Vm): VmSpec {
  const address = (0x5254_0000_0000 + number).toString(16).padStart(12, "0");
  return {
    vmId,
    memoryBytes: VM_MEMORY_BYTES,
    cpus: 2,
    machineType: "pc-q35-7.2",
    cpuModel: "qemu64",
    disks: [],
    nics: [{ macAddress: address.replace(/..(?!$)/g, "$&:"), bridge: "br0", model: "virtio-net-pci" }],
    postCopy: "ALLOWED",
  };
}

/** Another number each time, and another than any other VM's: with the golden ratio all 32 bits are gone through. */
function nextEpoch(epoch: number): number {
  return (epoch + 0x9e37_79b1) >>> 0;
}
