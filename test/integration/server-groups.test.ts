/** What the control plane relies on when its servers are three: real clusters of NATS, real sentinels of Redis. */
import assert from "node:assert/strict";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { connect, type NatsConnection } from "nats";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { parseSentinelUrl } from "../../services/kit/store/sentinel.ts";
import { Store } from "../../services/kit/store/store.ts";
import { type NatsCluster, startNatsCluster, startWatchedRedis, type WatchedRedis } from "../server-groups.ts";
import { missingPrograms } from "../servers.ts";

const log = createLog("clusters-test", process.env.CONTRAFLOW_TEST_LOG ?? "silent");
const STEP = { timeout: 60_000 };
const STREAMS = ["CF_EVT", "CF_CMD", "KV_CF_HOSTS", "OBJ_CF_CHECKPOINTS"];

/** How many replicas have said that they have everything. */
const REPLICAS_HAVE_ALL = `
local said = redis.call("info", "replication")
local have = 0
for offset in said:gmatch("slave%d+:[^\\r\\n]*offset=(%d+)") do
  if offset == said:match("master_repl_offset:(%d+)") then have = have + 1 end
end
return have`;

const sentinelsOf = ({ url }: WatchedRedis) => unwrap(parseSentinelUrl(url)).sentinels;

/** A sentinel that has not heard of the others yet agrees with nobody. */
async function untilItKnowsAll(port: number): Promise<void> {
  const sentinel = new Redis(port, "127.0.0.1");
  try {
    for (;;) {
      const [said] = (await sentinel.call("sentinel", "masters")) as readonly (readonly string[])[];
      const of = (name: string) => said?.[said.indexOf(name) + 1];
      if (of("num-slaves") === "1" && of("num-other-sentinels") === "2") return;
      await delay(50);
    }
  } finally {
    sentinel.disconnect();
  }
}

const migration = {
  migrationId: "m-1",
  evacuationId: "m",
  vmId: "vm-0",
  sourceHostId: "a",
  destinationHostId: "b",
};

describe("streams on a cluster of three NATS servers", { skip: missingPrograms("nats-server") ?? false }, () => {
  let cluster: NatsCluster;
  let looking: NatsConnection;
  before(async () => {
    cluster = await startNatsCluster();
    looking = await connect({ servers: cluster.url.split(","), maxReconnectAttempts: -1, reconnectTimeWait: 100 });
  }, STEP);
  after(async () => {
    await looking?.close();
    await cluster?.stop();
  }, STEP);

  const open = async (t: TestContext, streamReplicas?: number) => {
    const bus = await Bus.connect({ url: cluster.url, name: "test", log, streamReplicas });
    t.after(() => bus.close());
    return bus;
  };
  const replicas = async () => {
    const manager = await looking.jetstreamManager();
    return Promise.all(STREAMS.map(async (name) => (await manager.streams.info(name)).config.num_replicas));
  };
  /** Each has a leader and two that have all it has. */
  const untilCurrent = async () => {
    for (;;) {
      const manager = await looking.jetstreamManager();
      const infos = await Promise.all(STREAMS.map((name) => manager.streams.info(name).catch(() => undefined)));
      if (infos.every((info) => info?.cluster?.leader && info.cluster.replicas?.every((one) => one.current))) return;
      await delay(50);
    }
  };
  const hostsOf = async (bus: Bus) => unwrap(await bus.readHosts()).map(({ bytes }) => Buffer.from(bytes).toString());
  const store = (bus: Bus, number: number) =>
    bus.store({
      subject: subjects.migrationEvent("m-1", "resumed"),
      codec: codecs.MigrationResumed,
      value: { migration, eventTimeUnixMilliseconds: number },
      id: `resumed-${number}`,
    });

  it("are on one server where nobody says how many", STEP, async (t) => {
    const bus = await open(t);
    unwrap(await bus.checkpoints.keep("test", Buffer.from("checkpoint")));
    assert.deepEqual(await replicas(), [1, 1, 1, 1]);
    unwrap(await store(bus, 1));
    unwrap(await bus.putHost("a", Buffer.from("report")));
  });

  it("are put on three by a service that is told so, with what is in them", STEP, async (t) => {
    await open(t, 3);
    assert.deepEqual(await replicas(), [3, 3, 3, 3]);
    await untilCurrent();
  });

  it("are left where they are by a service that is told nothing", STEP, async (t) => {
    const bus = await open(t);
    assert.deepEqual(await replicas(), [3, 3, 3, 3]);
    assert.deepEqual(await hostsOf(bus), ["report"]);
    assert.equal(Buffer.from(unwrap(await bus.checkpoints.read("test"))).toString(), "checkpoint");
  });

  it("take and give everything when the journal's leader is killed", STEP, async (t) => {
    const bus = await open(t, 3);
    const heard: number[] = [];
    let heardAll: () => void = () => undefined;
    const all = new Promise<void>((resolve) => {
      heardAll = resolve;
    });
    bus.followJournal({ sequence: 1 }, ({ event }) => {
      if (event.name === "resumed") heard.push(event.body.eventTimeUnixMilliseconds);
      if (heard.length === 4) heardAll();
    });
    unwrap(await store(bus, 2));
    const leader = cluster.servers.get(await cluster.leaderOf("CF_EVT"));
    assert.ok(leader !== undefined);
    await leader.kill();
    unwrap(await store(bus, 3));
    // A report that no server takes now is not kept for later: the next one says the same.
    while (!(await bus.putHost("a", Buffer.from("later"))).ok) await delay(50);
    assert.deepEqual(await hostsOf(bus), ["later"]);
    await leader.restart();
    unwrap(await store(bus, 4));
    await all;
    assert.deepEqual(heard, [1, 2, 3, 4]);
  });
});

describe("a Redis that sentinels watch", { skip: missingPrograms("redis-server") ?? false }, () => {
  let redis: WatchedRedis;
  before(async () => {
    redis = await startWatchedRedis();
    for (const { port } of sentinelsOf(redis)) await untilItKnowsAll(port);
  }, STEP);
  after(() => redis?.stop(), STEP);

  it("is found, and found again on another server when its master is killed, with what was in it", STEP, async (t) => {
    const store = await Store.connect({ url: redis.url, name: "test", log });
    t.after(() => store.close());
    const port = store.script("cfPort", 'return redis.call("info", "server"):match("tcp_port:(%d+)")');
    const set = store.script("cfSet", 'return redis.call("set", KEYS[1], ARGV[1])');
    const get = store.script("cfGet", 'return redis.call("get", KEYS[1])');
    /** Scripts are refused where they would write to a replica. */
    const until = async <T>(attempt: () => Promise<T | undefined>): Promise<T> => {
      for (;;) {
        const got = await attempt();
        if (got !== undefined) return got;
        await delay(50);
      }
    };
    const portNow = () =>
      until(async () => {
        const said = await port("any", Buffer.alloc(0));
        return said.ok ? String(said.value) : undefined;
      });
    assert.equal(await portNow(), String(redis.master.port));
    unwrap(await set("cf:k", Buffer.from("kept")));
    const replicated = store.script("cfOffsets", REPLICAS_HAVE_ALL);
    await until(async () => unwrap(await replicated("any", Buffer.alloc(0))) === 1 || undefined);
    await redis.master.kill();
    await until(async () => (await set("cf:later", Buffer.from("taken"))).ok || undefined);
    assert.equal(await portNow(), String(redis.replica.port));
    assert.equal(String(unwrap(await get("cf:k", Buffer.alloc(0)))), "kept");
  });
});
