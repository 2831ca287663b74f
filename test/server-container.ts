/** NATS and Redis as containers. Loaded only where there is an engine. */
import { spawn } from "node:child_process";
import type { Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { GenericContainer, getContainerRuntimeClient, Wait } from "testcontainers";
import { OWNER_LABEL } from "./container-sweeper.ts";
import {
  answers,
  freePort,
  type Scheme,
  type ServerCommand,
  type ServerOptions,
  START_LIMIT_MILLISECONDS,
  type TestServer,
} from "./server.ts";
import { makeData } from "./server-data.ts";

export interface ContainerStart {
  readonly scheme: Scheme;
  readonly image: string;
  readonly options: ServerOptions;
  readonly command: ServerCommand;
  /** `own`: can be cut off; `host`: this machine's, with the other servers there. */
  readonly network: "own" | "host";
}

/** One for each test process: its ports are published on loopback alone, which the engine does by network. */
let ownNetwork: Promise<string> | undefined;

/** Its data lie in a directory of this machine, as a process's do: the engine is taken to be here. */
export async function startContainerServer(start: ContainerStart): Promise<TestServer> {
  const { scheme, image, options, command } = start;
  ownNetwork ??= createNetwork();
  const networkName = await ownNetwork;
  const port = options.port ?? (await freePort());
  const { directory, remove, ...disk } = makeData(scheme, options);
  const [program = "", ...flags] = command(port, directory, start.network === "own" ? "0.0.0.0" : "127.0.0.1");
  const described = new GenericContainer(image)
    .withEntrypoint([program])
    .withCommand(flags)
    .withUser(`${process.getuid?.()}:${process.getgid?.()}`)
    .withBindMounts([{ source: directory, target: directory, mode: "rw" }])
    .withLabels({ [OWNER_LABEL]: owner })
    // Its first word; whether it answers is asked below, as after every start.
    .withWaitStrategy(Wait.forLogMessage(/\S/))
    .withStartupTimeout(START_LIMIT_MILLISECONDS);
  const placed =
    start.network === "host"
      ? described.withNetworkMode("host")
      : described.withNetworkMode(networkName).withExposedPorts({ container: port, host: port });
  const engine = await getContainerRuntimeClient();
  const container = engine.container.getById((await placed.start()).getId());
  const { dockerode } = engine.container;
  let pid: number | undefined;
  const untilAnswers = async () => {
    const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
    while (!(await answers(scheme, port))) {
      const { State } = await container.inspect();
      if (!State.Running || Date.now() > giveUp) {
        const said = await container.logs({ stdout: true, stderr: true, tail: 20 });
        throw new Error(`${image} does not answer on port ${port}: ${said.toString().trim()}`);
      }
      await delay(10);
    }
    pid = (await container.inspect()).State.Pid;
  };
  await untilAnswers();
  let stopped = false;
  return {
    ...disk,
    url: `${scheme}://127.0.0.1:${port}`,
    port,
    pid: () => pid,
    async kill() {
      if (pid === undefined) return;
      pid = undefined;
      await container.kill();
      await container.wait();
    },
    async restart() {
      if (pid !== undefined) await container.stop();
      pid = undefined;
      await container.start();
      await untilAnswers();
    },
    network:
      start.network === "host"
        ? undefined
        : {
            cut: () => dockerode.getNetwork(networkName).disconnect({ Container: container.id, Force: true }),
            async mend() {
              await dockerode.getNetwork(networkName).connect({ Container: container.id });
              await untilAnswers();
            },
          },
    async stop() {
      pid = undefined;
      if (stopped) return;
      stopped = true;
      await container.remove({ force: true, v: true });
      remove();
    },
  };
}

/** Of this process, and of no other that had its number. */
const owner = `${process.pid}-${Math.round(performance.timeOrigin)}`;

async function createNetwork(): Promise<string> {
  const { container } = await getContainerRuntimeClient();
  startSweeper();
  const Name = `cf-test-${owner}`;
  await container.dockerode.createNetwork({
    Name,
    Labels: { [OWNER_LABEL]: owner },
    Options: { "com.docker.network.bridge.host_binding_ipv4": "127.0.0.1" },
  });
  return Name;
}

/** Outlives this process by as long as it takes to remove what it left. */
function startSweeper(): void {
  const program = fileURLToPath(new URL("./container-sweeper.js", import.meta.url));
  const child = spawn(process.execPath, [program, owner], { stdio: ["pipe", "ignore", "inherit"], detached: true });
  child.unref();
  (child.stdin as Socket).unref();
}
