/**
 * Ends a lab, whatever state it is in: also one whose owner was killed in the middle of building it. Ends only what is
 * provably this lab's: processes it wrote down with their start times, that carry its token, whose monitor is in its
 * directory, or that run in its namespaces.
 */
import { existsSync, readdirSync } from "node:fs";
import { mkdir, rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { QMP_SOCKET } from "../kit/hypervisor/argv.ts";
import { findVmProcesses, isRunning, type VmProcess } from "../kit/hypervisor/process.ts";
import { cacheDirectory } from "../kit/run/cache-directory.ts";
import { labsDirectory, readLabState } from "../kit/run/lab-state.ts";
import { destroyNetwork, networkNamespacesOf } from "./network.ts";
import { endProcesses, processesOfToken } from "./processes.ts";

export function labDirectory(name: string, cache = cacheDirectory()): string {
  return join(labsDirectory(cache), name);
}

/** Where the logs of the last lab of this name are kept. */
export function keptLogsDirectory(name: string, cache = cacheDirectory()): string {
  return join(cache, "logs", name);
}

/** `ended` is false when there was nothing to end. Fails with `refused` when another process works in this lab. */
export async function stopLab(name: string, cache = cacheDirectory()): Promise<Result<{ readonly ended: boolean }>> {
  const directory = labDirectory(name, cache);
  const state = readLabState(directory);
  const ended = existsSync(directory) || networkNamespacesOf(name).length > 0;
  const owner = state?.owner;
  if (owner !== undefined && owner.pid !== process.pid && isRunning(owner)) {
    return fail("refused", `lab ${name} is in use by process ${owner.pid} (${owner.name}): end that first`);
  }
  const written = state?.processes ?? [];
  // Services first: an executor whose VMs vanish would report that.
  const services = await endProcesses([...written, ...(state === undefined ? [] : processesOfToken(state.token))]);
  const vms = await endProcesses(vmProcessesBelow(directory));
  const network = await destroyNetwork(name);
  const failed = [services, vms, network].find((result) => !result.ok);
  if (failed !== undefined && !failed.ok) return failed;
  await keepLogs(directory, keptLogsDirectory(name, cache));
  await rm(directory, { recursive: true, force: true });
  return ok({ ended });
}

function vmProcessesBelow(directory: string): readonly VmProcess[] {
  const sockets = foldersOf(directory).flatMap((host) => {
    const vms = join(directory, host, "vms");
    const incoming = join(vms, ".incoming");
    return [...foldersOf(vms).map((vm) => join(vms, vm)), ...foldersOf(incoming).map((vm) => join(incoming, vm))];
  });
  return [...findVmProcesses(sockets.map((folder) => join(folder, QMP_SOCKET))).values()];
}

function foldersOf(directory: string): readonly string[] {
  try {
    const entries = readdirSync(directory, { withFileTypes: true });
    return entries.filter((entry) => entry.isDirectory()).map((entry) => entry.name);
  } catch {
    return [];
  }
}

async function keepLogs(directory: string, kept: string): Promise<void> {
  const logs = join(directory, "logs");
  if (!existsSync(logs)) return;
  await rm(kept, { recursive: true, force: true });
  await mkdir(dirname(kept), { recursive: true });
  await rename(logs, kept);
}
