/**
 * The VMs of this host, from their QMP sockets, which are never connected to: one socket serves one client.
 *
 * A look costs little when nothing has changed: one listing of each directory, one system call for each VM. /proc is
 * searched only for sockets that are new, and ever more rarely for those that no process owns.
 * What can change in a running VM (its taps, its spec) is read again for VMs that were named as suspicious, a few at a
 * time, and for one other VM in turn.
 */
import type { VmSpec } from "../kit/domain/vm-spec.ts";
import type { VmNic, VmProcess } from "../kit/hypervisor/process.ts";
import type { Log } from "../kit/run/log.ts";
import { matchSocket, type SocketGlob } from "./core/socket-glob.ts";
import type { VmInterfaces } from "./core/traffic.ts";

export interface KnownVm extends VmInterfaces {
  readonly socketPath: string;
  readonly memoryBytes: number;
  readonly nics: readonly VmNic[];
  readonly spec: VmSpec | undefined;
}

/** What the inventory asks of the machine. */
export interface Machine {
  /** Undefined when the directory can not be read. */
  entriesOf(directory: string): readonly string[] | undefined;
  /** Changes when something else has taken the path; undefined when nothing is there. */
  identityOf(path: string): string | undefined;
  findVmProcesses(socketPaths: Iterable<string>): ReadonlyMap<string, VmProcess>;
  pidIsTaken(pid: number): boolean;
  isRunning(process: VmProcess): boolean;
  /** Undefined when the process has ended meanwhile. */
  describe(vmId: string, socketPath: string, process: VmProcess): KnownVm | undefined;
}

interface Unowned {
  readonly identity: string;
  readonly looks: number;
  readonly nextLook: number;
}

/** Reading a process's descriptors costs half a millisecond. */
const SUSPECTS_A_LOOK = 8;
const LONGEST_WAIT_LOOKS = 16;

export class Inventory {
  readonly #globs: readonly SocketGlob[];
  readonly #machine: Machine;
  readonly #log: Log;
  readonly #vms = new Map<string, KnownVm>();
  readonly #unowned = new Map<string, Unowned>();
  readonly #suspects = new Set<string>();
  readonly #unreadable = new Set<string>();
  readonly #contested = new Set<string>();
  #looks = 0;
  #turn: string[] = [];

  constructor(globs: readonly SocketGlob[], machine: Machine, log: Log) {
    this.#globs = globs;
    this.#machine = machine;
    this.#log = log;
  }

  vms(): readonly KnownVm[] {
    return [...this.#vms.values()];
  }

  /** Looks again; `vms` says what is there afterwards. */
  look(): void {
    this.#looks += 1;
    const sockets = this.#sockets();
    for (const [vmId, vm] of this.#vms) {
      if (sockets.get(vmId) !== vm.socketPath || !this.#machine.pidIsTaken(vm.processId)) this.#forget(vm);
    }
    this.#lookAtSuspects();
    this.#find(sockets);
  }

  /** Something of this VM is not as it was: it is read again with the next look. */
  suspect(vmId: string): void {
    this.#suspects.add(vmId);
  }

  /** Reads a VM again at once; undefined when it is gone. */
  readAgain(vm: KnownVm): KnownVm | undefined {
    const process = { pid: vm.processId, startTicks: vm.startTicks };
    const current =
      this.#machine.isRunning(process) && this.#machine.identityOf(vm.socketPath) !== undefined
        ? this.#machine.describe(vm.vmId, vm.socketPath, process)
        : undefined;
    if (current === undefined) this.#forget(vm);
    else this.#vms.set(vm.vmId, current);
    return current;
  }

  #sockets(): ReadonlyMap<string, string> {
    const sockets = new Map<string, string>();
    for (const glob of this.#globs) {
      const entries = this.#machine.entriesOf(glob.directory);
      this.#noteReadable(glob.directory, entries !== undefined);
      for (const entry of entries ?? []) {
        const match = matchSocket(glob, entry);
        if (match === undefined) continue;
        if (sockets.has(match.vmId)) this.#noteContested(match.vmId, match.socketPath);
        else sockets.set(match.vmId, match.socketPath);
      }
    }
    return sockets;
  }

  #lookAtSuspects(): void {
    if (this.#turn.length === 0) this.#turn = [...this.#vms.keys()];
    const next = this.#turn.pop();
    const chosen = new Set([...this.#suspects].slice(0, SUSPECTS_A_LOOK));
    if (next !== undefined) chosen.add(next);
    for (const vmId of chosen) {
      this.#suspects.delete(vmId);
      const vm = this.#vms.get(vmId);
      if (vm !== undefined) this.readAgain(vm);
    }
  }

  #find(sockets: ReadonlyMap<string, string>): void {
    const due = new Map<string, { vmId: string; identity: string }>();
    for (const [vmId, socketPath] of sockets) {
      if (this.#vms.has(vmId)) continue;
      const identity = this.#machine.identityOf(socketPath);
      if (identity === undefined) continue;
      const before = this.#unowned.get(socketPath);
      if (before === undefined || before.identity !== identity || before.nextLook <= this.#looks) {
        due.set(socketPath, { vmId, identity });
      }
    }
    if (this.#unowned.size > 0) this.#forgetUnowned(new Set(sockets.values()));
    if (due.size === 0) return;
    const processes = this.#machine.findVmProcesses(due.keys());
    for (const [socketPath, { vmId, identity }] of due) {
      const process = processes.get(socketPath);
      const vm = process === undefined ? undefined : this.#machine.describe(vmId, socketPath, process);
      if (vm === undefined) this.#wait(socketPath, identity);
      else this.#add(vm);
    }
  }

  #add(vm: KnownVm): void {
    this.#unowned.delete(vm.socketPath);
    this.#vms.set(vm.vmId, vm);
    this.#log.info({ vmId: vm.vmId, processId: vm.processId, taps: vm.taps.map((tap) => tap.name) }, "VM found");
  }

  #forget(vm: KnownVm): void {
    this.#vms.delete(vm.vmId);
    this.#suspects.delete(vm.vmId);
    this.#log.info({ vmId: vm.vmId, processId: vm.processId }, "VM gone");
  }

  /** A QEMU that starts has its socket before it can be found; one that was killed leaves it behind for good. */
  #wait(socketPath: string, identity: string): void {
    const before = this.#unowned.get(socketPath);
    const looks = before?.identity === identity ? before.looks + 1 : 0;
    const nextLook = this.#looks + Math.min(2 ** looks, LONGEST_WAIT_LOOKS);
    this.#unowned.set(socketPath, { identity, looks, nextLook });
    if (looks === 4) this.#log.warn({ socketPath }, "no QEMU process owns this socket");
  }

  #forgetUnowned(present: ReadonlySet<string>): void {
    for (const path of this.#unowned.keys()) if (!present.has(path)) this.#unowned.delete(path);
  }

  #noteReadable(directory: string, readable: boolean): void {
    if (readable === !this.#unreadable.has(directory)) return;
    if (readable) this.#unreadable.delete(directory);
    else this.#unreadable.add(directory);
    if (readable) this.#log.info({ directory }, "directory of QMP sockets can be read");
    else this.#log.warn({ directory }, "directory of QMP sockets can not be read");
  }

  #noteContested(vmId: string, socketPath: string): void {
    if (this.#contested.has(socketPath)) return;
    this.#contested.add(socketPath);
    this.#log.error({ vmId, socketPath }, "a second socket with the id of another VM is passed over");
  }
}
