/**
 * Where the tests' servers run: as containers (`docker`) or as processes of this machine (`binary`).
 *
 * CONTRAFLOW_TEST_BACKEND=auto (the default) takes containers where a Docker engine answers that has the images or can pull
 * them; `docker` and `binary` insist. CONTRAFLOW_TEST_NATS_IMAGE and CONTRAFLOW_TEST_REDIS_IMAGE name other images. Which it
 * was is said once in each run. Without an engine nothing of testcontainers is loaded.
 */
import { existsSync } from "node:fs";
import { homedir } from "node:os";
import { join } from "node:path";
import type { ContainerRuntimeClient } from "testcontainers";
import { messageOf } from "../services/kit/failure/failure.ts";
import type { Scheme } from "./server.ts";

export type Backend =
  | { readonly kind: "docker"; readonly why: string; readonly images: Readonly<Record<Scheme, string>> }
  | { readonly kind: "binary"; readonly why: string };

/** What a run tells the processes of its test files, so that they neither choose nor speak again. */
const CHOICE = "CONTRAFLOW_TEST_BACKEND";
const SAID = "CONTRAFLOW_TEST_BACKEND_SAID";

export const images: Readonly<Record<Scheme, string>> = {
  nats: process.env.CONTRAFLOW_TEST_NATS_IMAGE || "nats:2.12-alpine",
  redis: process.env.CONTRAFLOW_TEST_REDIS_IMAGE || "redis:7-alpine",
};

export const backend: Backend = await choose(process.env[CHOICE] || "auto");
if (process.env[SAID] === undefined) {
  process.stdout.write(`NATS and Redis of the tests: ${backend.kind} (${backend.why})\n`);
  process.env[SAID] = "yes";
  process.env[CHOICE] = backend.kind;
}

async function choose(choice: string): Promise<Backend> {
  if (choice === "binary") return { kind: "binary", why: `${CHOICE} says so` };
  if (choice !== "auto" && choice !== "docker") {
    throw new Error(`${CHOICE}: must be auto, docker or binary (found ${choice})`);
  }
  try {
    const engine = await findEngine();
    await Promise.all(Object.values(images).map((image) => fetchImage(engine, image)));
    return { kind: "docker", why: `an engine answers; ${Object.values(images).join(", ")}`, images };
  } catch (error) {
    if (choice === "auto") return { kind: "binary", why: messageOf(error) };
    throw new Error(`${CHOICE}=docker: ${messageOf(error)}`);
  }
}

export async function findEngine(): Promise<ContainerRuntimeClient> {
  const places = ["/var/run/docker.sock", join(homedir(), ".docker/run/docker.sock")];
  const { DOCKER_HOST, XDG_RUNTIME_DIR } = process.env;
  if (XDG_RUNTIME_DIR !== undefined) places.push(join(XDG_RUNTIME_DIR, "docker.sock"));
  if (!DOCKER_HOST && !places.some((place) => existsSync(place))) throw new Error("no Docker engine is here");
  // Its own sweeper is an image more to pull; ours is `container-sweeper.ts`.
  process.env.TESTCONTAINERS_RYUK_DISABLED = "true";
  const { getContainerRuntimeClient } = await import("testcontainers");
  try {
    return await getContainerRuntimeClient();
  } catch (error) {
    throw new Error(`no Docker engine answers: ${messageOf(error)}`);
  }
}

export async function fetchImage(engine: ContainerRuntimeClient, image: string): Promise<void> {
  const { ImageName } = await import("testcontainers");
  const name = ImageName.fromString(image);
  if (await engine.image.exists(name)) return;
  try {
    await engine.image.pull(name);
  } catch (error) {
    throw new Error(`the engine has no image ${image} and can not pull it: ${messageOf(error)}`);
  }
}
