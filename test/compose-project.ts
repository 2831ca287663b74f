/** The control plane of docker-compose.yml, brought up under a name of its own, with images that are there or can be pulled. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { ContainerRuntimeClient } from "testcontainers";
import { messageOf } from "../services/kit/failure/failure.ts";
import { packageFile } from "../services/lab/package-root.ts";
import { fetchImage, findEngine, images } from "./backend.ts";
import { freePort } from "./server.ts";

const BASE = process.env.CONTRAFLOW_TEST_NODE_IMAGE || "node:24-alpine";
export const SERVICES = ["nats", "planner", "profiler", "redis"] as const;
export type ComposeService = (typeof SERVICES)[number];

/** Why the control plane can not be brought up here; undefined when it can. */
export async function cannotCompose(): Promise<string | undefined> {
  try {
    const engine = await findEngine();
    for (const image of [...Object.values(images), BASE]) await fetchImage(engine, image);
  } catch (error) {
    return messageOf(error);
  }
  return composeCommand() === undefined ? "neither docker compose nor docker-compose is installed" : undefined;
}

/** The plugin, or the program before it. */
function composeCommand(): readonly string[] | undefined {
  const commands = [["docker", "compose"], ["docker-compose"]];
  return commands.find(([program = "", ...rest]) => spawnSync(program, [...rest, "version"]).status === 0);
}

export class ComposeProject {
  readonly natsUrl: string;
  readonly #name: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #engine: ContainerRuntimeClient;

  private constructor(engine: ContainerRuntimeClient, name: string, port: number) {
    this.#engine = engine;
    this.#name = name;
    this.natsUrl = `nats://127.0.0.1:${port}`;
    this.#env = {
      ...process.env,
      CONTRAFLOW_IMAGE: `${name}:test`,
      CONTRAFLOW_NATS_IMAGE: images.nats,
      CONTRAFLOW_REDIS_IMAGE: images.redis,
      CONTRAFLOW_NATS_PORT: String(port),
    };
  }

  /** With an image of the sources as they are now; its layers of npm packages are the engine's from the time before. */
  static async build(): Promise<ComposeProject> {
    const project = new ComposeProject(await findEngine(), `cftest${process.pid}`, await freePort());
    const tag = `${project.#name}:test`;
    await project.#run([
      "docker",
      "build",
      "-q",
      "-f",
      "deploy/Dockerfile",
      "--build-arg",
      `BASE=${BASE}`,
      "-t",
      tag,
      ".",
    ]);
    const { stdout } = spawnSync("docker", ["run", "--rm", "--entrypoint", "nats-server", images.nats, "--version"]);
    // See deploy/nats/sync.conf.
    if (/v2\.[0-9]\./.test(stdout.toString())) project.#env.CONTRAFLOW_NATS_SYNC = "/dev/null";
    return project;
  }

  up(): Promise<void> {
    return this.compose("up", "--detach");
  }

  /** With its volumes and its image. Idempotent. */
  async remove(): Promise<void> {
    await this.compose("down", "--volumes");
    await this.#run(["docker", "image", "rm", `${this.#name}:test`]);
  }

  async compose(...words: readonly string[]): Promise<void> {
    const command = composeCommand();
    if (command === undefined) throw new Error("no compose command");
    await this.#run([...command, "-p", this.#name, ...words]);
  }

  async inspect(service: ComposeService) {
    const filters = { label: [`com.docker.compose.project=${this.#name}`, `com.docker.compose.service=${service}`] };
    const { dockerode } = this.#engine.container;
    const [found] = await dockerode.listContainers({ all: true, filters });
    if (found === undefined) throw new Error(`${service}: has no container`);
    return dockerode.getContainer(found.Id).inspect();
  }

  async untilHealthy(service: ComposeService): Promise<void> {
    for (;;) {
      const { State } = await this.inspect(service);
      if (State.Health?.Status === "healthy") return;
      if (State.Status === "exited") throw new Error(`${service} has ended:\n${await this.logs(service)}`);
      await delay(200);
    }
  }

  /** What the service's own health check says now, without the engine's patience. */
  async health(service: "planner" | "profiler"): Promise<string> {
    const container = this.#engine.container.getById((await this.inspect(service)).Id);
    const words = ["node", "/opt/contraflow/dist/services/kit/run/health-check.js"];
    const { exitCode, output } = await this.#engine.container.exec(container, words);
    const said = output.trim();
    if ((exitCode === 0) !== (said === "healthy")) throw new Error(`exit code ${exitCode} with "${said}"`);
    return said;
  }

  async logs(service: ComposeService): Promise<string> {
    const { Id } = await this.inspect(service);
    const { stdout, stderr } = spawnSync("docker", ["logs", "--tail", "20", Id], { encoding: "utf8" });
    return stdout + stderr;
  }

  async #run(words: readonly string[]): Promise<void> {
    const [program = "", ...rest] = words;
    const child = spawn(program, rest, {
      cwd: packageFile("."),
      env: this.#env,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let said = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.on("data", (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-8_000);
      });
    }
    const [code] = (await once(child, "close")) as [number | null];
    if (code !== 0) throw new Error(`${words.join(" ")} ended with ${code}:\n${said}`);
  }
}
