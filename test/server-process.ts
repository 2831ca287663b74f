/** NATS and Redis as processes of this machine: data in a temporary directory, gone with the test's process however that ends. */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import type { Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import {
  answers,
  freePort,
  type Scheme,
  type ServerOptions,
  START_LIMIT_MILLISECONDS,
  type TestServer,
} from "./server.ts";

const programs: Readonly<Record<Scheme, (port: number, directory: string) => readonly string[]>> = {
  nats: (port, directory) => ["nats-server", "-a", "127.0.0.1", "-p", String(port), "-js", "-sd", directory],
  redis: (port, directory) => [
    "redis-server",
    ...["--bind", "127.0.0.1", "--port", String(port), "--dir", directory, "--save", "", "--appendonly", "no"],
  ],
};

export async function startProcessServer(scheme: Scheme, options: ServerOptions): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), `cf-${scheme}-`));
  const port = options.port ?? (await freePort());
  const words = programs[scheme](port, directory);
  let child: ChildProcess | undefined;
  const { diskMebibytes } = options;
  if (diskMebibytes !== undefined) run("mount", "-t", "tmpfs", "-o", `size=${diskMebibytes}m`, "tmpfs", directory);
  const filler = join(directory, "filler");
  const removeData = () => {
    if (diskMebibytes !== undefined) spawnSync("umount", ["-l", directory]);
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", removeData);
  const end = async (signal: NodeJS.Signals) => {
    const ending = child;
    child = undefined;
    if (ending === undefined || ending.exitCode !== null || ending.signalCode !== null) return;
    const gone = once(ending, "exit");
    ending.ref();
    ending.kill(signal);
    await gone;
  };
  const start = async () => {
    child = await startProcess(scheme, words, port);
  };
  await start();
  return {
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    pid: () => child?.pid,
    kill: () => end("SIGKILL"),
    async restart() {
      await end("SIGTERM");
      await start();
    },
    // `dd` ends when nothing more fits.
    fillDisk: () => {
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4k"]);
      if (statfsSync(directory).bavail > 0) throw new Error(`${directory} is not full`);
    },
    freeDisk: () => rmSync(filler, { force: true }),
    network: undefined,
    async stop() {
      await end("SIGKILL");
      process.off("exit", removeData);
      removeData();
    },
  };
}

function run(program: string, ...args: readonly string[]): void {
  const ran = spawnSync(program, args);
  if (ran.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${ran.stderr}`);
}

/** Resolves when the server answers. */
async function startProcess(scheme: Scheme, words: readonly string[], port: number): Promise<ChildProcess> {
  // The kernel ends the server with the test's process, also when that is killed.
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
  while (!(await answers(scheme, port))) {
    if (child.exitCode !== null || child.signalCode !== null || Date.now() > giveUp) {
      child.kill("SIGKILL");
      throw new Error(`${words[0]} did not start on port ${port}: ${Buffer.concat(said).toString().trim()}`);
    }
    await delay(5);
  }
  // A test that fails before it stops its servers ends all the same.
  child.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as Socket).unref();
  return child;
}
