/**
 * Real servers for tests: free ports on 127.0.0.1, data in a temporary directory, gone with the test's process however
 * that ends.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { connect, createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now; undefined between `kill` and `restart`. */
  pid(): number | undefined;
  /** Ends the process at once, as a power cut does. Its port and data wait for `restart`. */
  kill(): Promise<void>;
  /** Ends the process if it runs and starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Of a server with a file system of its own: leaves no byte of it free, or takes that back. */
  fillDisk(): void;
  freeDisk(): void;
  /** Ends the process and removes its data. Idempotent. */
  stop(): Promise<void>;
}

/** `port`: a port that was announced before the server was there (see `freePort`). */
export interface ServerOptions {
  readonly port?: number;
  /** Data on a file system of its own of that size, which root can mount: it can be filled. */
  readonly diskMebibytes?: number;
}

const START_LIMIT_MILLISECONDS = 15_000;

/** With JetStream, whose data survive `restart`. */
export function startNats(options: ServerOptions = {}): Promise<TestServer> {
  return startServer("nats", options, (port, directory) => [
    "nats-server",
    ...["-a", "127.0.0.1", "-p", String(port), "-js", "-sd", directory],
  ]);
}

/** Keeps nothing on disk: a restart begins empty. */
export function startRedis(options: ServerOptions = {}): Promise<TestServer> {
  return startServer("redis", options, (port, directory) => [
    "redis-server",
    ...["--bind", "127.0.0.1", "--port", String(port), "--dir", directory, "--save", "", "--appendonly", "no"],
  ]);
}

/** What of these programs is not installed, as a reason to skip; undefined when all are. */
export function missingPrograms(...programs: readonly string[]): string | undefined {
  const missing = programs.filter((program) => spawnSync("which", [program]).status !== 0);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(", ")}`;
}

/** A port that nobody listens on now. */
export async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no port given");
  return address.port;
}

export async function startServer(
  scheme: "nats" | "redis",
  options: ServerOptions,
  command: (port: number, directory: string) => readonly string[],
): Promise<TestServer> {
  const directory = mkdtempSync(join(tmpdir(), `cf-${scheme}-`));
  const port = options.port ?? (await freePort());
  let child: ChildProcess | undefined;
  const { diskMebibytes } = options;
  if (diskMebibytes !== undefined) run("mount", "-t", "tmpfs", "-o", `size=${diskMebibytes}m`, "tmpfs", directory);
  const words = command(port, directory);
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
    child = await startProcess(words, port);
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

/** Resolves when the port takes connections. */
export async function startProcess(words: readonly string[], port: number): Promise<ChildProcess> {
  // The kernel ends the server with the test's process, also when that is killed.
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", ...words], { stdio: ["ignore", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stdout.on("data", (chunk: Buffer) => said.push(chunk));
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
  while (!(await accepts(port))) {
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

function accepts(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    socket.once("connect", () => {
      socket.destroy();
      resolve(true);
    });
    socket.once("error", () => resolve(false));
  });
}
