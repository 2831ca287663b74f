/**
 * One NATS and one Redis, and what of the cluster goes away while VMs move. Each case prints what was sent, received,
 * repeated and lost. CONTRAFLOW_OUTAGES=all tries every case, with outages of a minute; otherwise a few, of seconds.
 */
import assert from "node:assert/strict";
import { after, before, describe } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { OutageRun } from "../outage-run.ts";
import { type OutageService, OutageWorld } from "../outage-world.ts";
import { startLastingRedis } from "../server-groups.ts";
import { missingPrograms, startNats, type TestServer } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "setpriv") ?? false;

describe("outages with one NATS and one Redis", { skip }, () => {
  let nats: TestServer;
  let redis: TestServer;
  let world: OutageWorld;
  const run = new OutageRun();

  before(async () => {
    [nats, redis] = await Promise.all([startNats(), startLastingRedis()]);
    world = await OutageWorld.start({ natsUrl: nats.url, redisUrl: redis.url });
    run.world = world;
  }, run.limit);
  after(async () => {
    await world?.stop();
    await Promise.all([nats?.stop(), redis?.stop()]);
  }, run.limit);

  run.outage("NATS is away", true, async (t) => {
    await run.through(async () => {
      await nats.kill();
      await delay(run.outageMilliseconds);
      await nats.restart();
    });
    await world.accountOfSamples(t, "all");
  });

  run.outage(
    "Redis is away: what runs goes on, nothing is planned by profiles that nobody has, unless it is allowed",
    true,
    async (t) => {
      const [runs, refused, allowed] = [run.newId("runs"), run.newId("refused"), run.newId("allowed")];
      await world.ask(runs, ...run.way("a"));
      await world.begun(runs);
      await redis.kill();
      await world.ask(refused, ...run.way("c"));
      const refusal = await world.answer(refused);
      assert.ok(refusal.name === "rejected", "it was planned");
      assert.equal(refusal.body.code, "STALE_PROFILES", refusal.body.message);
      t.diagnostic(`refused: ${refusal.body.message}`);
      await world.ask(allowed, ...run.way("c"), { allowStaleProfiles: true });
      const answer = await world.answer(allowed);
      assert.ok(answer.name === "planned", JSON.stringify(answer.body));
      for (const { reason } of answer.body.plan.steps) assert.match(reason, /its traffic is not known/);
      await world.completed(runs);
      await world.completed(allowed);
      await delay(run.outageMilliseconds);
      await redis.restart();
      await world.profiled();
      await world.accountOfSamples(t, "all");
    },
  );

  run.outage("Redis is emptied", false, async (t) => {
    await run.through(async () => {
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
    });
    // What was before it is forgotten; since then nothing is missing.
    await world.accountOfSamples(t, "all");
  });

  for (const names of [
    ["planner"],
    ["profiler"],
    ["planner", "profiler"],
  ] as const satisfies readonly (readonly OutageService[])[]) {
    const isBlind = names.some((name) => name === "profiler");
    run.outage(`${names.join(" and ")} killed, and away for the time of the outage`, false, async (t) => {
      const during = await run.through(async () => {
        await Promise.all(names.map((name) => world.killServices(name)));
        await delay(run.outageMilliseconds);
        await Promise.all(names.map((name) => world.startService(name)));
      }, isBlind);
      t.diagnostic(`what was asked for meanwhile was ${during}`);
      await world.accountOfSamples(t, "some");
    });
  }

  run.outage("planner and profiler doubled, and one of each killed", true, async (t) => {
    for (const name of ["planner", "profiler"] as const) await world.startService(name);
    await run.through(async () => {
      await delay(run.outageMilliseconds / 2);
      await Promise.all((["planner", "profiler"] as const).map((name) => world.killServices(name, 1)));
    });
    await world.accountOfSamples(t, "some");
  });

  run.outage("two hosts' clocks are an hour wrong, one ahead, one behind, and are set right", false, async (t) => {
    const [a, b] = [world.hosts.get("a") ?? assert.fail(), world.hosts.get("b") ?? assert.fail()];
    a.clockErrorMilliseconds = 3_600_000;
    b.clockErrorMilliseconds = -3_600_000;
    await delay(2_000);
    await run.through(async () => {
      await delay(1_000);
      a.clockErrorMilliseconds = 0;
      b.clockErrorMilliseconds = 0;
    });
    await world.accountOfSamples(t, "all");
  });
});
