/** Servers that stand in for one another: NATS of three, and a Redis with a replica and sentinels. All on 127.0.0.1. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { connect, type StreamInfo } from "nats";
import { freePort, startServer, type TestServer } from "./servers.ts";

export interface NatsCluster {
  /** Of all of them, with commas between. */
  readonly url: string;
  /** By the name that NATS knows them by. */
  readonly servers: ReadonlyMap<string, TestServer>;
  /** The server that leads a stream, as the others see it. */
  leaderOf(stream: string): Promise<string>;
  /** Resolves when each stream is on all servers, up to its last message. */
  untilWhole(): Promise<void>;
  stop(): Promise<void>;
}

/** JetStream on each; a stream may be kept on all three. */
export async function startNatsCluster(): Promise<NatsCluster> {
  const names = ["n1", "n2", "n3"];
  const ports = await Promise.all(names.flatMap(() => [freePort(), freePort()]));
  const routes = names.map((_, index) => `nats://127.0.0.1:${ports[2 * index]}`);
  const started = await Promise.all(
    names.map((name, index) =>
      startServer("nats", { port: ports[2 * index + 1] ?? 0 }, (port, directory) => [
        ...["nats-server", "-a", "127.0.0.1", "-p", String(port), "-js", "-sd", directory, "--name", name],
        ...["--cluster_name", "cf", "--cluster", routes[index] ?? "", "--routes", routes.join(",")],
      ]),
    ),
  );
  const servers = new Map(names.map((name, index) => [name, started[index] as TestServer] as const));
  const url = started.map((server) => server.url).join(",");
  return {
    url,
    servers,
    async leaderOf(stream) {
      const { cluster } = await streamInfo(url, stream, ({ cluster: known }) => known?.leader !== undefined);
      return cluster?.leader ?? "";
    },
    async untilWhole() {
      const isWhole = ({ cluster }: StreamInfo) =>
        cluster?.replicas?.length === names.length - 1 && cluster.replicas.every(({ current }) => current);
      for (const stream of ["CF_EVT", "CF_CMD", "KV_CF_HOSTS"]) await streamInfo(url, stream, isWhole);
    },
    async stop() {
      await Promise.all(started.map((server) => server.stop()));
    },
  };
}

async function streamInfo(url: string, stream: string, is: (info: StreamInfo) => boolean): Promise<StreamInfo> {
  const connection = await connect({ servers: url.split(","), maxReconnectAttempts: -1 });
  try {
    // Without its check, which needs a leader that there may not be yet.
    const manager = await connection.jetstreamManager({ checkAPI: false });
    for (;;) {
      const info = await manager.streams.info(stream).catch(() => undefined);
      if (info !== undefined && is(info)) return info;
      await delay(100);
    }
  } finally {
    await connection.close();
  }
}

export interface WatchedRedis {
  /** As services take it. */
  readonly url: string;
  readonly master: TestServer;
  readonly replica: TestServer;
  stop(): Promise<void>;
}

/** A second without an answer is a failure to these sentinels. */
export async function startWatchedRedis(): Promise<WatchedRedis> {
  const name = "cf";
  // Where the others are: of a container on a network of its own the sentinels would learn addresses that are not theirs.
  const master = await startServer("redis", {}, (port, directory) => [
    ...[
      "redis-server",
      "--bind",
      "127.0.0.1",
      "--port",
      String(port),
      "--dir",
      directory,
      "--save",
      "",
      "--appendonly",
      "no",
    ],
  ]);
  const replica = await startServer("redis", {}, (port, directory) => [
    ...["redis-server", "--bind", "127.0.0.1", "--port", String(port), "--dir", directory],
    ...["--save", "", "--appendonly", "no", "--replicaof", "127.0.0.1", String(master.port)],
  ]);
  const sentinels = await Promise.all(
    [1, 2, 3].map(() =>
      startServer("redis", {}, (port, directory) => {
        const file = join(directory, "sentinel.conf");
        // A sentinel writes into its own configuration what it learns.
        const lines = [
          ...["bind 127.0.0.1", `port ${port}`, `dir ${directory}`],
          ...[`sentinel monitor ${name} 127.0.0.1 ${master.port} 2`, `sentinel down-after-milliseconds ${name} 1000`],
          ...[`sentinel failover-timeout ${name} 5000`],
        ];
        writeFileSync(file, `${lines.join("\n")}\n`);
        return ["redis-server", file, "--sentinel"];
      }),
    ),
  );
  return {
    url: `redis+sentinel://${sentinels.map(({ port }) => `127.0.0.1:${port}`).join(",")}/${name}`,
    master,
    replica,
    async stop() {
      await Promise.all([...sentinels, replica, master].map((server) => server.stop()));
    },
  };
}

/** Unlike `startRedis` it keeps on disk what it has answered for. */
export function startLastingRedis(): Promise<TestServer> {
  return startServer("redis", {}, (port, directory) => [
    ...["redis-server", "--bind", "127.0.0.1", "--port", String(port), "--dir", directory],
    ...["--save", "", "--appendonly", "yes", "--appendfsync", "always"],
  ]);
}
