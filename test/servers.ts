/**
 * Real servers for tests, on free ports of 127.0.0.1: containers where a Docker engine answers, processes elsewhere (see
 * `backend.ts`). Gone with the test's process however that ends.
 */
import { spawnSync } from "node:child_process";
import { backend } from "./backend.ts";
import type { Scheme, ServerCommand, ServerOptions, TestServer } from "./server.ts";
import { startProcessServer } from "./server-process.ts";

export { freePort, type ServerOptions, type TestServer } from "./server.ts";
export { startProcess } from "./server-process.ts";

/** With JetStream, whose data survive `restart`. */
export function startNats(options: ServerOptions = {}): Promise<TestServer> {
  const command: ServerCommand = (port, directory, address) => [
    "nats-server",
    ...["-a", address, "-p", String(port), "-js", "-sd", directory],
  ];
  return start("nats", options, command, "own");
}

/** Keeps nothing on disk: a restart begins empty. */
export function startRedis(options: ServerOptions = {}): Promise<TestServer> {
  const command: ServerCommand = (port, directory, address) => [
    ...["redis-server", "--bind", address, "--port", String(port), "--dir", directory],
    ...["--save", "", "--appendonly", "no", "--protected-mode", "no"],
  ];
  return start("redis", options, command, "own");
}

/** By a command of the caller's. In a container too it has this machine's loopback, so that servers reach one another. */
export function startServer(scheme: Scheme, options: ServerOptions, command: ServerCommand): Promise<TestServer> {
  return start(scheme, options, command, "host");
}

async function start(
  scheme: Scheme,
  options: ServerOptions,
  command: ServerCommand,
  network: "own" | "host",
): Promise<TestServer> {
  if (backend.kind === "binary") return startProcessServer(scheme, options, command);
  const { startContainerServer } = await import("./server-container.ts");
  return startContainerServer({ scheme, image: backend.images[scheme], options, command, network });
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
