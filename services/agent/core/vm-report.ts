import type { VmReport } from "../../kit/domain/host.ts";
import type { VmSpec } from "../../kit/domain/vm-spec.ts";
import type { VmInterfaces } from "./traffic.ts";

export interface DescribedVm extends VmInterfaces {
  readonly memoryBytes: number;
  readonly nics: readonly { readonly macAddress: string | undefined; readonly tap: string }[];
  readonly spec: VmSpec | undefined;
}

/** What is absent was not measured. */
export interface MeasuredMemory {
  readonly usedMemoryBytes?: number;
  readonly dirtyBytesPerSecond?: number;
  readonly workingSetBytes?: number;
}

export function vmReport(vm: DescribedVm, memory: MeasuredMemory, trafficKnown: boolean): VmReport {
  return {
    vmId: vm.vmId,
    processId: vm.processId,
    memoryBytes: vm.memoryBytes,
    ...memory,
    trafficKnown,
    // A NIC that was plugged in later is not on the command line: its address is not known.
    nics: vm.nics.flatMap(({ macAddress, tap }) => (macAddress === undefined ? [] : [{ macAddress, tap }])),
    ...(vm.spec === undefined ? {} : { spec: vm.spec }),
  };
}

/** Differs when there is something about the VMs that others should not wait for. */
export function reportIdentity(vms: readonly DescribedVm[], unknownTrafficVmIds: ReadonlySet<string>): string {
  return vms
    .map((vm) => {
      const taps = vm.taps.map((tap) => `${tap.name}#${tap.index}`).join(",");
      const spec = vm.spec === undefined ? "undeclared" : "declared";
      return `${vm.vmId}/${vm.processId}/${vm.startTicks}/${taps}/${unknownTrafficVmIds.has(vm.vmId)}/${spec}`;
    })
    .sort()
    .join(";");
}
