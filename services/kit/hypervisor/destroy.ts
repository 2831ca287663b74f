import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { QMP_SOCKET, tapNames } from "./argv.ts";
import { findProcessesIn, findVmProcesses, isRunning, tapsOf, type VmProcess } from "./process.ts";
import { readSpecIn } from "./spec-file.ts";
import { removeTaps, tapsInUse } from "./tap.ts";

export interface Destruction {
  /** The VM's directory, as given to its launch or as renamed since. */
  readonly directory: string;
  readonly networkNamespace?: string;
}

/** QEMU ends within milliseconds when asked, unless its main loop waits for a page that will not come. */
const POLITE_MILLISECONDS = 2_000;
const KILL_MILLISECONDS = 5_000;
const POLL_MILLISECONDS = 5;

/**
 * Ends the VM's QEMU if it still runs, removes its taps and its directory. Repeatable: what is gone already is no
 * failure. The process is found by its monitor's path and its start time, so a pid that was used again is safe.
 * A directory in which another QEMU runs is left alone, and so is a tap that another QEMU of that namespace holds: the
 * same VM may run here from another directory.
 */
export async function destroyVm(destruction: Destruction): Promise<Result<void>> {
  const { directory, networkNamespace } = destruction;
  const socket = join(directory, QMP_SOCKET);
  const vm = findVmProcesses([socket]).get(socket);
  const spec = readSpecIn(directory);
  const taps = new Set(spec === undefined ? [] : tapNames(spec));
  if (vm !== undefined) {
    for (const tap of tapsOf(vm.pid)) taps.add(tap);
    const ended = await endProcess(vm);
    if (!ended.ok) return ended;
  }
  const [other] = findProcessesIn(directory);
  if (other !== undefined) return fail("refused", `process ${other.pid} runs in ${directory}`);
  const held = taps.size === 0 ? new Set<string>() : tapsInUse(networkNamespace);
  const removed = await removeTaps(
    [...taps].filter((tap) => !held.has(tap)),
    networkNamespace,
  );
  try {
    await rm(directory, { recursive: true, force: true });
  } catch (error) {
    return fail("unavailable", `cannot remove the VM's directory: ${messageOf(error)}`);
  }
  return removed;
}

/** SIGTERM, then SIGKILL; resolves when the process is gone. */
export async function endProcess(process: VmProcess): Promise<Result<void>> {
  for (const [signal, milliseconds] of [
    ["SIGTERM", POLITE_MILLISECONDS],
    ["SIGKILL", KILL_MILLISECONDS],
  ] as const) {
    if (!isRunning(process)) return ok(undefined);
    sendSignal(process.pid, signal);
    for (let waited = 0; waited < milliseconds; waited += POLL_MILLISECONDS) {
      if (!isRunning(process)) return ok(undefined);
      await delay(POLL_MILLISECONDS);
    }
  }
  return fail("unavailable", `process ${process.pid} does not end`);
}

function sendSignal(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    // It ended between the check and the signal.
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}
