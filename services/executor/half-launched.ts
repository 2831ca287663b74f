import { existsSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { QMP_SOCKET } from "../kit/hypervisor/argv.ts";
import { destroyVm } from "../kit/hypervisor/destroy.ts";
import { findVmProcesses } from "../kit/hypervisor/process.ts";
import { connectQmp } from "../kit/qmp/qmp-client.ts";
import { waitsForStream } from "./stream-awaited.ts";

/**
 * What an executor leaves that is killed between an order to take a VM in and its word that it is ready to: a directory, a
 * tap, a QEMU. Nobody was told of a port, so nothing can have come into it; QEMU is asked all the same, since it would
 * be the only one to hold the VM.
 */

/** What is not there is no failure. `refused`, and nothing is touched: a VM has come into it, or it does not say. */
export async function removeHalfLaunched(directory: string, networkNamespace?: string): Promise<Result<void>> {
  if (!existsSync(directory)) return ok(undefined);
  const socketPath = join(directory, QMP_SOCKET);
  if (findVmProcesses([socketPath]).has(socketPath)) {
    const empty = await isEmpty(socketPath);
    if (!empty.ok) return empty;
  }
  return destroyVm({ directory, ...(networkNamespace === undefined ? {} : { networkNamespace }) });
}

async function isEmpty(socketPath: string): Promise<Result<void>> {
  const connected = await connectQmp({ socketPath });
  if (!connected.ok) return fail("refused", `of a QEMU launched for this before: ${connected.failure.message}`);
  const waiting = await waitsForStream(connected.value);
  await connected.value.close();
  return waiting.ok
    ? waiting
    : fail("refused", `a QEMU launched for this before is left alone: ${waiting.failure.message}`);
}
