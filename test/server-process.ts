/** NATS and Redis as processes of this machine, gone with the test's process however that ends. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import {
  accepts,
  freePort,
  type Scheme,
  type ServerCommand,
  type ServerOptions,
  START_LIMIT_MILLISECONDS,
  type TestServer,
} from "./server.ts";
import { makeData } from "./server-data.ts";

export async function startProcessServer(
  scheme: Scheme,
  options: ServerOptions,
  command: ServerCommand,
): Promise<TestServer> {
  const port = options.port ?? (await freePort());
  const { directory, remove, ...disk } = makeData(scheme, options);
  const words = command(port, directory, "127.0.0.1");
  let child: ChildProcess | undefined;
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
    ...disk,
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    network: undefined,
    pid: () => child?.pid,
    kill: () => end("SIGKILL"),
    async restart() {
      await end("SIGTERM");
      await start();
    },
    async stop() {
      await end("SIGKILL");
      remove();
    },
  };
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
