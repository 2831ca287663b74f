import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, existsSync, openSync, watch } from "node:fs";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { createConnection } from "node:net";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { VmSpec } from "../domain/vm-spec.ts";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { type Accelerator, checkExpressible, QMP_SOCKET, qemuArgv, SERIAL_LOG, SPEC_FILE, STDERR_LOG } from "./argv.ts";
import { checkImages } from "./images.ts";
import { startTicksOf, type VmProcess } from "./process.ts";
import { createTaps, removeTaps } from "./tap.ts";

/**
 * Starts a VM's QEMU as a process of its own, which outlives whoever started it: an executor that restarts finds its
 * VMs running. Nothing is left behind when the start fails.
 */

export interface Launch {
  readonly spec: VmSpec;
  /** Made here; must not exist yet. */
  readonly directory: string;
  /** Absent: the namespace of the calling process. */
  readonly networkNamespace?: string;
  readonly accelerator: Accelerator;
  readonly incoming: boolean;
  /** Kernels, initial RAM disks and disks of a spec must lie below one of these, links followed. */
  readonly allowedImageDirectories: readonly string[];
  /** Of systemd: the process is in a scope of its own below it. Absent: where the calling process is. */
  readonly slice?: string;
  /** The directory of all the host's VMs: nothing in it is an image. */
  readonly vmDirectory?: string;
  readonly qemu?: string;
}

export interface RunningVm extends VmProcess {
  readonly directory: string;
  readonly taps: readonly string[];
}

/** Bytes of a UNIX socket's path, without the final zero. */
const SOCKET_PATH_LIMIT_BYTES = 107;
const START_LIMIT_MILLISECONDS = 30_000;
/** The reason is at the end. */
const SAID_CHARACTERS = 1_500;
const ANSWERED = /"return"/;
const DEFAULT_QEMU = "qemu-system-x86_64";

/** Resolves when QEMU has set up every device and answers on its monitor; the monitor is free again by then. */
export async function launchVm(launch: Launch): Promise<Result<RunningVm>> {
  const checked = await checkLaunch(launch);
  if (!checked.ok) return checked;
  try {
    await mkdir(join(launch.directory, ".."), { recursive: true });
    await mkdir(launch.directory, { mode: 0o700 });
  } catch (error) {
    return fail("refused", `cannot make the VM's directory: ${messageOf(error)}`);
  }
  const taps = await createTaps(launch.spec, launch.networkNamespace);
  if (!taps.ok) {
    await rm(launch.directory, { recursive: true, force: true });
    return taps;
  }
  const started = await start(launch, taps.value);
  if (!started.ok) {
    await removeTaps(taps.value, launch.networkNamespace);
    await rm(launch.directory, { recursive: true, force: true });
  }
  return started;
}

async function start(launch: Launch, taps: readonly string[]): Promise<Result<RunningVm>> {
  const { spec, directory } = launch;
  await writeFile(join(directory, SPEC_FILE), `${JSON.stringify(spec, null, 2)}\n`);
  await writeFile(join(directory, SERIAL_LOG), "");
  const child = spawnQemu(launch, taps);
  const { pid } = child;
  const startTicks = pid === undefined ? undefined : startTicksOf(pid);
  const ready = await untilReady(child, join(directory, QMP_SOCKET));
  if (ready === "ready" && pid !== undefined && startTicks !== undefined) {
    child.unref();
    return ok({ pid, startTicks, directory, taps });
  }
  if (child.exitCode === null && child.signalCode === null && pid !== undefined) {
    child.kill("SIGKILL");
    await once(child, "exit");
  }
  const said = (await readFile(join(directory, STDERR_LOG), "utf8").catch(() => "")).trim().slice(-SAID_CHARACTERS);
  const reason = ready === "ready" ? "QEMU ended at once" : ready;
  return fail("refused", said === "" ? reason : `${reason}: ${said}`);
}

function spawnQemu(launch: Launch, taps: readonly string[]): ChildProcess {
  const { accelerator, incoming, networkNamespace, directory } = launch;
  const qemu = [launch.qemu ?? DEFAULT_QEMU, ...qemuArgv(launch.spec, { accelerator, taps, incoming })];
  // Each of them replaces itself by the next: the pid stays.
  const words = [
    ...(launch.slice === undefined ? [] : scopeWords(launch.slice, launch.spec.vmId)),
    ...(networkNamespace === undefined ? [] : ["ip", "netns", "exec", networkNamespace]),
    ...qemu,
  ];
  const stderr = openSync(join(directory, STDERR_LOG), "a", 0o600);
  try {
    return spawn(words[0] ?? "", words.slice(1), {
      cwd: directory,
      detached: true,
      stdio: ["ignore", stderr, stderr],
    });
  } finally {
    closeSync(stderr);
  }
}

/** Without a name of its own for the scope: the same VM's earlier process may still be there. */
function scopeWords(slice: string, vmId: string): readonly string[] {
  return ["systemd-run", "--scope", "--quiet", "--collect", `--slice=${slice}`, `--description=VM ${vmId}`, "--"];
}

/**
 * The socket exists before the devices do, and a thread of its own greets: neither proves anything. A command is
 * answered by the main loop, which starts after the last device (seen on 7.2).
 */
async function untilReady(child: ChildProcess, socketPath: string): Promise<string> {
  const stop = new AbortController();
  const limit = setTimeout(() => stop.abort(), START_LIMIT_MILLISECONDS);
  try {
    return await Promise.race([
      once(child, "exit", { signal: stop.signal }).then(([code, signal]) =>
        signal === null ? `QEMU ended with exit code ${code}` : `QEMU was ended by ${signal}`,
      ),
      socketAppears(socketPath, stop.signal).then(() => untilAnswering(socketPath, stop.signal)),
    ]);
  } catch (error) {
    if (stop.signal.aborted) return `QEMU did not answer within ${START_LIMIT_MILLISECONDS / 1000} s`;
    return `QEMU did not start: ${messageOf(error)}`;
  } finally {
    clearTimeout(limit);
    stop.abort();
  }
}

async function socketAppears(socketPath: string, signal: AbortSignal): Promise<void> {
  const directory = join(socketPath, "..");
  await new Promise<void>((resolve, reject) => {
    const watcher = watch(directory, { signal }, (_, name) => {
      if (name !== QMP_SOCKET) return;
      watcher.close();
      resolve();
    });
    watcher.on("error", reject);
    signal.addEventListener("abort", () => reject(new Error("given up")));
    if (existsSync(socketPath)) {
      watcher.close();
      resolve();
    }
  });
}

async function untilAnswering(socketPath: string, signal: AbortSignal): Promise<string> {
  while (!signal.aborted) {
    if (await answers(socketPath, signal)) return "ready";
    // Bound, but not listening yet: a moment too early.
    await delay(1);
  }
  throw new Error("given up");
}

/** Resolves when the connection is over, so that the monitor is free for the next client. */
function answers(socketPath: string, signal: AbortSignal): Promise<boolean> {
  return new Promise((resolve) => {
    let said = "";
    const socket = createConnection(socketPath);
    const giveUp = () => socket.destroy();
    signal.addEventListener("abort", giveUp);
    socket.write(`${JSON.stringify({ execute: "qmp_capabilities" })}\n`);
    socket.on("data", (chunk: Buffer) => {
      said += chunk.toString("latin1");
      if (ANSWERED.test(said)) socket.destroy();
    });
    socket.on("error", giveUp);
    socket.once("close", () => {
      signal.removeEventListener("abort", giveUp);
      resolve(ANSWERED.test(said));
    });
  });
}

async function checkLaunch(launch: Launch): Promise<Result<void>> {
  const socketBytes = Buffer.byteLength(join(launch.directory, QMP_SOCKET));
  if (socketBytes > SOCKET_PATH_LIMIT_BYTES) {
    const limit = SOCKET_PATH_LIMIT_BYTES;
    return fail("invalid", `path of the VM's QMP socket has ${socketBytes} bytes, a UNIX socket takes ${limit}`);
  }
  const expressible = checkExpressible(launch.spec);
  if (!expressible.ok) return expressible;
  return checkImages(launch.spec, launch);
}
