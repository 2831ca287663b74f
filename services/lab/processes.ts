/**
 * Processes that a lab starts and that outlive whoever started them. Each is in a process group of its own, so that the
 * terminal's Ctrl-C does not end them before the lab does, and carries the lab's token in its environment, so that
 * whatever a crash left behind can be found and is provably the lab's.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { connect, createServer } from "node:net";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { endProcess } from "../kit/hypervisor/destroy.ts";
import { allPids, isRunning, startTicksOf, type VmProcess } from "../kit/hypervisor/process.ts";
import type { LabProcess } from "../kit/run/lab-state.ts";

export const TOKEN_VARIABLE = "CONTRAFLOW_LAB_TOKEN";

export interface ProcessStart {
  readonly name: string;
  readonly argv: readonly string[];
  readonly directory: string;
  readonly logPath: string;
  readonly token: string;
}

export interface StartedProcess extends LabProcess {
  readonly logPath: string;
  /** Where this start's words begin in a log that may hold earlier ones. */
  readonly logOffset: number;
}

const READY_LIMIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 20;
const LAST_LINES = 8;

export async function startProcess(start: ProcessStart): Promise<Result<StartedProcess>> {
  const { name, argv, directory, logPath, token } = start;
  mkdirSync(dirname(logPath), { recursive: true });
  const log = openSync(logPath, "a", 0o600);
  try {
    const logOffset = readFileSync(logPath).length;
    const child = spawn(argv[0] ?? "", argv.slice(1), {
      cwd: directory,
      detached: true,
      stdio: ["ignore", log, log],
      env: { ...process.env, [TOKEN_VARIABLE]: token },
    });
    await once(child, "spawn");
    child.unref();
    const pid = child.pid ?? 0;
    // A process that has ended already is found by the wait for its readiness, with what it said.
    return ok({ name, pid, startTicks: startTicksOf(pid) ?? 0, logPath, logOffset });
  } catch (error) {
    return fail("unavailable", `${name} did not start: ${messageOf(error)}`);
  } finally {
    closeSync(log);
  }
}

/** Waits until `isReady` says so; fails with the process's last words when it ends first, or with the time. */
export async function untilReady(
  started: StartedProcess,
  isReady: () => Promise<boolean>,
  signal?: AbortSignal,
): Promise<Result<void>> {
  const giveUp = Date.now() + READY_LIMIT_MILLISECONDS;
  while (!(await isReady())) {
    if (signal?.aborted) return fail("cancelled", `${started.name}: interrupted while it started`);
    const gone = !isRunning(started);
    if (gone || Date.now() > giveUp) {
      const what = gone ? "ended at once" : `was not ready within ${READY_LIMIT_MILLISECONDS / 1000} s`;
      return fail("unavailable", `${started.name} ${what}; ${started.logPath} says:\n${lastLines(started)}`);
    }
    await delay(POLL_MILLISECONDS);
  }
  return ok(undefined);
}

export function logText(started: StartedProcess): string {
  return readFileSync(started.logPath).subarray(started.logOffset).toString();
}

function lastLines(started: StartedProcess): string {
  const lines = logText(started).trim().split("\n").slice(-LAST_LINES);
  return lines.map((line) => `  ${line}`).join("\n");
}

/** Everything that carries the token, whoever started it. */
export function processesOfToken(token: string): readonly VmProcess[] {
  const wanted = `${TOKEN_VARIABLE}=${token}`;
  return allPids().flatMap((pid) => {
    const startTicks = startTicksOf(pid);
    return startTicks !== undefined && pid !== process.pid && environmentOf(pid).includes(wanted)
      ? [{ pid, startTicks }]
      : [];
  });
}

function environmentOf(pid: number): readonly string[] {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1").split("\0");
  } catch {
    return [];
  }
}

/** SIGTERM, then SIGKILL, together; what is gone already is no failure. */
export async function endProcesses(processes: readonly VmProcess[]): Promise<Result<void>> {
  const ended = await Promise.all(processes.map(endProcess));
  return ended.find((result) => !result.ok) ?? ok(undefined);
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port given");
  return address.port;
}

export function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const answer = (accepted: boolean) => {
      socket.destroy();
      resolve(accepted);
    };
    socket.once("connect", () => answer(true));
    socket.once("error", () => answer(false));
  });
}
