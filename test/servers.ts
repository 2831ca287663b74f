/**
 * Real servers for tests, on free ports of 127.0.0.1: containers where a Docker engine answers, processes elsewhere (see
 * `backend.ts`). Gone with the test's process however that ends.
 */
import { spawnSync } from "node:child_process";
import { backend } from "./backend.ts";
import type { Scheme, ServerOptions, TestServer } from "./server.ts";
import { startProcessServer } from "./server-process.ts";

export { freePort, type ServerOptions, type TestServer } from "./server.ts";

/** With JetStream, whose data survive `restart`. */
export function startNats(options: ServerOptions = {}): Promise<TestServer> {
  return startServer("nats", options);
}

/** Keeps nothing on disk: a restart begins empty. */
export function startRedis(options: ServerOptions = {}): Promise<TestServer> {
  return startServer("redis", options);
}

async function startServer(scheme: Scheme, options: ServerOptions): Promise<TestServer> {
  // A container's own file system would end with its process, and what `restart` needs with it.
  if (backend.kind === "binary" || options.diskMebibytes !== undefined) return startProcessServer(scheme, options);
  const { startContainerServer } = await import("./server-container.ts");
  return startContainerServer(scheme, backend.images[scheme], options);
}

/** What is missing for servers of these kinds, as a reason to skip; undefined when nothing is. */
export function missingServers(...schemes: readonly Scheme[]): string | undefined {
  if (backend.kind === "docker") return undefined;
  return missingPrograms(...schemes.map((scheme) => `${scheme}-server`));
}

/** Why no server's network can be cut here, as a reason to skip; undefined when it can. */
export function noNetworkCut(): string | undefined {
  return backend.kind === "docker"
    ? undefined
    : "a server's network is cut by disconnecting its container: needs a Docker engine (CONTRAFLOW_TEST_BACKEND=docker)";
}

/** What of these programs is not installed, as a reason to skip; undefined when all are. */
export function missingPrograms(...programs: readonly string[]): string | undefined {
  const missing = programs.filter((program) => spawnSync("which", [program]).status !== 0);
  return missing.length === 0 ? undefined : `not installed: ${missing.join(", ")}`;
}
