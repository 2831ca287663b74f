/** Several servers that are one for their clients, as the control plane in Kubernetes has them: on ports of 127.0.0.1. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { freePort, startServer, type TestServer } from "./servers.ts";

export interface NatsCluster {
  readonly servers: readonly TestServer[];
  /** Of all of them, as services are given it. */
  readonly url: string;
  stop(): Promise<void>;
}

/** With JetStream; each knows the others. */
export async function startNatsCluster(size: number): Promise<NatsCluster> {
  const ports = await Promise.all(Array.from({ length: size }, () => freePort()));
  const routes = ports.map((port) => `nats://127.0.0.1:${port}`).join(",");
  const servers = await Promise.all(
    ports.map((clusterPort, index) =>
      startServer("nats", {}, (port, directory) => [
        "nats-server",
        ...["-a", "127.0.0.1", "-p", String(port), "-n", `server-${index}`, "-js", "-sd", directory],
        ...["--cluster_name", "test", "--cluster", `nats://127.0.0.1:${clusterPort}`, "--routes", routes],
      ]),
    ),
  );
  return {
    servers,
    url: servers.map((server) => server.url).join(","),
    stop: async () => void (await Promise.all(servers.map((server) => server.stop()))),
  };
}

export interface SentinelRedis {
  /** The first is the master at the start. */
  readonly servers: readonly TestServer[];
  readonly sentinels: readonly TestServer[];
  readonly url: string;
  stop(): Promise<void>;
}

const MASTER = "profiles";
/** Short, for the test's sake. */
const DOWN_AFTER_MILLISECONDS = 1_000;

/** A master, two replicas, and three sentinels of which two must agree. */
export async function startSentinelRedis(): Promise<SentinelRedis> {
  const redis = (...more: readonly string[]) =>
    startServer("redis", {}, (port, directory) => [
      "redis-server",
      ...["--bind", "127.0.0.1", "--port", String(port), "--dir", directory, "--save", "", "--appendonly", "no"],
      ...["--repl-diskless-sync-delay", "0", ...more],
    ]);
  const master = await redis();
  const replicas = await Promise.all([1, 2].map(() => redis("--replicaof", "127.0.0.1", String(master.port))));
  const sentinels = await Promise.all(
    [1, 2, 3].map(() =>
      startServer("redis", {}, (port, directory) => {
        // It writes what it learns into its configuration.
        const path = join(directory, "sentinel.conf");
        const lines = [
          "bind 127.0.0.1",
          `port ${port}`,
          `dir ${directory}`,
          `sentinel monitor ${MASTER} 127.0.0.1 ${master.port} 2`,
          `sentinel down-after-milliseconds ${MASTER} ${DOWN_AFTER_MILLISECONDS}`,
          `sentinel failover-timeout ${MASTER} 5000`,
        ];
        writeFileSync(path, `${lines.join("\n")}\n`);
        return ["redis-server", path, "--sentinel"];
      }),
    ),
  );
  const servers = [master, ...replicas];
  await Promise.all(sentinels.map(({ port }) => untilItKnowsAll(port)));
  return {
    servers,
    sentinels,
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(",")}/${MASTER}`,
    stop: async () => void (await Promise.all([...sentinels, ...servers].map((server) => server.stop()))),
  };
}

/** A sentinel that has not heard of the others yet agrees with nobody. */
async function untilItKnowsAll(port: number): Promise<void> {
  const sentinel = new Redis(port, "127.0.0.1");
  try {
    for (;;) {
      const said = (await sentinel.call("sentinel", "master", MASTER)) as readonly string[];
      const of = (name: string) => said[said.indexOf(name) + 1];
      if (of("num-slaves") === "2" && of("num-other-sentinels") === "2") return;
      await delay(50);
    }
  } finally {
    sentinel.disconnect();
  }
}
