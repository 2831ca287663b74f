/**
 * NATS of three with streams on each, and a Redis with a replica and three sentinels: one of either is killed while VMs move.
 * Each case prints what was sent, received, repeated and lost.
 */
import assert from "node:assert/strict";
import { after, before, describe, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { OutageRun } from "../outage-run.ts";
import { OutageWorld } from "../outage-world.ts";
import { type NatsCluster, startNatsCluster, startWatchedRedis, type WatchedRedis } from "../server-groups.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "setpriv") ?? false;

describe("outages of one of several servers", { skip }, () => {
  let nats: NatsCluster;
  let redis: WatchedRedis;
  const run = new OutageRun();

  before(async () => {
    [nats, redis] = await Promise.all([startNatsCluster(), startWatchedRedis()]);
    run.world = await OutageWorld.start({ natsUrl: nats.url, redisUrl: redis.url, streamReplicas: 3 });
  }, run.limit);
  after(async () => {
    await run.world?.stop();
    await Promise.all([nats?.stop(), redis?.stop()]);
  }, run.limit);

  /** What runs is carried on, and what is asked for is carried out, by the two that are left. */
  const killed = async (t: TestContext, name: string) => {
    const server = nats.servers.get(name) ?? assert.fail(name);
    await run.through(() => server.kill());
    t.diagnostic(`${name} was killed; ${await nats.leaderOf("CF_EVT")} leads the journal`);
    await delay(run.outageMilliseconds);
    await server.restart();
    await nats.untilWhole();
    await run.world?.accountOfSamples(t, "all");
  };

  run.outage("the leader of the journal is killed", true, async (t) => {
    await killed(t, await nats.leaderOf("CF_EVT"));
  });

  run.outage("the leader of the orders is killed, after another server has come back", false, async (t) => {
    await killed(t, await nats.leaderOf("CF_CMD"));
  });

  run.outage("one of three NATS servers is killed that leads neither stream", false, async (t) => {
    const leaders = [await nats.leaderOf("CF_EVT"), await nats.leaderOf("CF_CMD")];
    await killed(t, [...nats.servers.keys()].find((name) => !leaders.includes(name)) ?? assert.fail("all lead"));
  });

  run.outage("the master of Redis is killed, and its replica takes over", false, async (t) => {
    const during = await run.through(async () => {
      await redis.master.kill();
      await delay(run.outageMilliseconds);
    }, true);
    t.diagnostic(`what was asked for in that moment was ${during}`);
    // What a replica has not been told of when its master dies is the master's loss.
    await run.world?.accountOfSamples(t, "some");
  });
});
