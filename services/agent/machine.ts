import { dirname, join } from "node:path";
import { fieldPath } from "../kit/bus/codec.ts";
import { type VmSpec, vmSpec } from "../kit/domain/vm-spec.ts";
import { messageOf } from "../kit/failure/failure.ts";
import { SPEC_FILE } from "../kit/hypervisor/argv.ts";
import { commandLineOf, describeNics, findVmProcesses, isRunning } from "../kit/hypervisor/process.ts";
import type { Log } from "../kit/run/log.ts";
import { memoryOfCommandLine } from "./core/declared-memory.ts";
import type { Machine } from "./inventory.ts";
import { entriesOf, identityOf, interfaceIndex, networkNamespaceOf, pidIsTaken, readText } from "./proc.ts";

/** The machine that the agent runs on. */
export function localMachine(log: Log): Machine {
  const readSpec = specReader(log);
  return {
    entriesOf,
    identityOf,
    findVmProcesses,
    pidIsTaken,
    isRunning,
    describe(vmId, socketPath, process) {
      const namespace = networkNamespaceOf(process.pid);
      const argv = commandLineOf(process.pid);
      if (namespace === undefined || argv === undefined) return undefined;
      const nics = describeNics(process.pid);
      const spec = readSpec(vmId, join(dirname(socketPath), SPEC_FILE));
      return {
        vmId,
        socketPath,
        processId: process.pid,
        startTicks: process.startTicks,
        namespace,
        taps: nics.map(({ tap }) => ({ name: tap, index: interfaceIndex(process.pid, tap) })),
        nics,
        memoryBytes: spec?.memoryBytes ?? memoryOfCommandLine(argv),
        spec,
      };
    },
  };
}

/** A VM without a spec is sampled like any other; only no destination can be prepared for it. */
function specReader(log: Log): (vmId: string, path: string) => VmSpec | undefined {
  const said = new Map<string, string>();
  const refuse = (vmId: string, path: string, reason: string) => {
    if (said.get(vmId) !== reason) log.warn({ vmId, path, reason }, "spec of the VM left out");
    said.set(vmId, reason);
    return undefined;
  };
  return (vmId, path) => {
    const text = readText(path);
    if (text === undefined) return refuse(vmId, path, "there is none");
    let written: unknown;
    try {
      written = JSON.parse(text);
    } catch (error) {
      return refuse(vmId, path, messageOf(error));
    }
    const parsed = vmSpec.safeParse(written);
    if (!parsed.success) {
      const [issue] = parsed.error.issues;
      return refuse(vmId, path, `${fieldPath(issue?.path ?? [])}: ${issue?.message}`);
    }
    if (parsed.data.vmId !== vmId) return refuse(vmId, path, `vmId: is "${parsed.data.vmId}"`);
    said.delete(vmId);
    return parsed.data;
  };
}
