import type { KnownVm } from "./inventory.ts";

/**
 * Memory in use of each VM. Measuring walks the page tables of the whole guest, so the newest VMs are measured at once,
 * a few at a time, and then one VM in turn, none more often than `REPEAT_MILLISECONDS`.
 */
export interface MemoryInUse {
  measureNext(vms: readonly KnownVm[], nowMilliseconds: number): void;
  of(vm: KnownVm): number | undefined;
}

const NEW_AT_ONCE = 4;
const REPEAT_MILLISECONDS = 3_000;

interface Measured {
  readonly startTicks: number;
  readonly usedMemoryBytes: number | undefined;
  readonly atMilliseconds: number;
}

export function memoryInUse(measure: (pid: number, memoryBytes: number) => number | undefined): MemoryInUse {
  const measured = new Map<number, Measured>();
  const last = (vm: KnownVm) => {
    const known = measured.get(vm.processId);
    return known?.startTicks === vm.startTicks ? known : undefined;
  };
  return {
    measureNext(vms, nowMilliseconds) {
      const pids = new Set(vms.map((vm) => vm.processId));
      for (const pid of measured.keys()) if (!pids.has(pid)) measured.delete(pid);
      const fresh = vms.filter((vm) => last(vm) === undefined).slice(0, NEW_AT_ONCE);
      const [oldest] = vms
        .flatMap((vm) => {
          const known = last(vm);
          if (known === undefined) return [];
          // A QEMU that has just started has no memory yet: it is due again at once.
          const due = known.usedMemoryBytes === undefined ? 0 : known.atMilliseconds + REPEAT_MILLISECONDS;
          return nowMilliseconds < due ? [] : { vm, atMilliseconds: known.atMilliseconds };
        })
        .sort((a, b) => a.atMilliseconds - b.atMilliseconds);
      for (const vm of oldest === undefined ? fresh : [...fresh, oldest.vm]) {
        measured.set(vm.processId, {
          startTicks: vm.startTicks,
          usedMemoryBytes: measure(vm.processId, vm.memoryBytes),
          atMilliseconds: nowMilliseconds,
        });
      }
    },
    of: (vm) => last(vm)?.usedMemoryBytes,
  };
}
