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
  type ServerOptions,
  START_LIMIT_MILLISECONDS,
  type TestServer,
} from "./server.ts";

const servers = {
  nats: { port: 4222, words: ["nats-server", "-js", "-sd", "/data"], ready: /Server is ready/ },
  redis: {
    port: 6379,
    words: ["redis-server", "--save", "", "--appendonly", "no", "--protected-mode", "no"],
    ready: /Ready to accept connections/,
  },
} as const;

/** One for each test process: its ports are published on loopback alone, which the engine does by network. */
let network: Promise<string> | undefined;

export async function startContainerServer(scheme: Scheme, image: string, options: ServerOptions): Promise<TestServer> {
  const { port: inside, words, ready } = servers[scheme];
  const [program, ...flags] = words;
  network ??= createNetwork();
  const networkName = await network;
  const port = options.port ?? (await freePort());
  const started = await new GenericContainer(image)
    .withEntrypoint([program])
    .withCommand(flags)
    .withExposedPorts({ container: inside, host: port })
    .withNetworkMode(networkName)
    .withLabels({ [OWNER_LABEL]: owner })
    .withWaitStrategy(Wait.forLogMessage(ready))
    .withStartupTimeout(START_LIMIT_MILLISECONDS)
    .start();
  const engine = await getContainerRuntimeClient();
  const container = engine.container.getById(started.getId());
  const { dockerode } = engine.container;
  let pid: number | undefined;
  const untilAnswers = async () => {
    const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
    while (!(await answers(scheme, port))) {
      if (Date.now() > giveUp) throw new Error(`${image} does not answer on port ${port}`);
      await delay(10);
    }
    pid = (await container.inspect()).State.Pid;
  };
  await untilAnswers();
  let stopped = false;
  return {
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
    fillDisk: noDisk,
    freeDisk: noDisk,
    network: {
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
    },
  };
}

function noDisk(): never {
  throw new Error("this server was not given a disk of its own");
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
