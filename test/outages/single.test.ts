/**
 * One NATS and one Redis, and what of the cluster goes away while VMs move. Each case prints what was sent, received,
 * repeated and lost. CONTRAFLOW_OUTAGES=all tries every case, with outages of a minute; otherwise a few, of seconds.
 */
import assert from "node:assert/strict";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { OutageWorld } from "../outage-world.ts";
import { startLastingRedis } from "../server-groups.ts";
import { missingPrograms, startNats, type TestServer } from "../servers.ts";

const all = process.env.CONTRAFLOW_OUTAGES === "all";
const OUTAGE_MILLISECONDS = all ? 60_000 : 3_000;
const CASE = { timeout: 300_000 };
const skip = missingPrograms("nats-server", "redis-server", "setpriv") ?? false;

describe("outages with one NATS and one Redis", { skip }, () => {
  let nats: TestServer;
  let redis: TestServer;
  let world: OutageWorld;
  let cases = 0;

  before(async () => {
    [nats, redis] = await Promise.all([startNats(), startLastingRedis()]);
    world = await OutageWorld.start({ natsUrl: nats.url, redisUrl: redis.url });
  }, CASE);
  after(async () => {
    await world?.stop();
    await Promise.all([nats?.stop(), redis?.stop()]);
  }, CASE);

  /** `brief`: also where only a few are tried. */
  const outage = (title: string, brief: boolean, body: (t: TestContext) => Promise<void>) =>
    test(title, { ...CASE, skip: brief || all ? false : "CONTRAFLOW_OUTAGES is not all" }, async (t) => {
      cases += 1;
      await world.profiled();
      await body(t);
      await world.account(t);
    });

  /** The host of a pair that has the VMs, and the other. */
  const way = (one: string, other: string): readonly [string, string] =>
    world.vms.some(({ hostId }) => hostId === one) ? [one, other] : [other, one];

  /** An evacuation in whose midst something happens, another that is asked for meanwhile, and a third after it. */
  async function through(happens: () => Promise<void>): Promise<void> {
    const [before, during, afterwards] = ["before", "during", "after"].map((word) => `${word}-${cases}`) as [
      string,
      string,
      string,
    ];
    await world.ask(before, ...way("a", "b"));
    await world.begun(before);
    const happening = happens();
    await delay(200);
    const asked = world.ask(during, ...way("c", "d"));
    await happening;
    await asked;
    for (const evacuationId of [before, during]) await world.completed(evacuationId);
    await world.profiled();
    await world.ask(afterwards, ...way("a", "b"));
    await world.completed(afterwards);
  }

  outage("NATS is away", true, async (t) => {
    await through(async () => {
      await nats.kill();
      await delay(OUTAGE_MILLISECONDS);
      await nats.restart();
    });
    await world.accountOfSamples(t, "all");
  });

  outage(
    "Redis is away: what runs goes on, nothing is planned by profiles that nobody has, unless it is allowed",
    true,
    async (t) => {
      const [source, destination] = way("c", "d");
      const ids = { runs: `runs-${cases}`, refused: `refused-${cases}`, allowed: `allowed-${cases}` };
      await world.ask(ids.runs, ...way("a", "b"));
      await world.begun(ids.runs);
      await redis.kill();
      await world.ask(ids.refused, source, destination);
      const refused = await world.answer(ids.refused);
      assert.ok(refused.name === "rejected", "it was planned");
      assert.equal(refused.body.code, "STALE_PROFILES", refused.body.message);
      t.diagnostic(`refused: ${refused.body.message}`);
      await world.ask(ids.allowed, source, destination, { allowStaleProfiles: true });
      const allowed = await world.answer(ids.allowed);
      assert.ok(allowed.name === "planned", JSON.stringify(allowed.body));
      for (const { reason } of allowed.body.plan.steps) assert.match(reason, /its traffic is not known/);
      await world.completed(ids.runs);
      await world.completed(ids.allowed);
      await delay(OUTAGE_MILLISECONDS);
      await redis.restart();
      await world.profiled();
      await world.accountOfSamples(t, "all");
    },
  );

  outage("Redis is emptied", false, async (t) => {
    await through(async () => {
      const client = new Redis(redis.url);
      await client.flushall();
      await client.quit();
    });
    // What was before it is forgotten; since then nothing is missing.
    await world.accountOfSamples(t, "all");
  });

  for (const names of [["planner"], ["profiler"], ["planner", "profiler"]] as const) {
    outage(`${names.join(" and ")} killed, and away for the time of the outage`, false, async (t) => {
      await through(async () => {
        await Promise.all(names.map((name) => world.killServices(name)));
        await delay(OUTAGE_MILLISECONDS);
        await Promise.all(names.map((name) => world.startService(name)));
      });
      await world.accountOfSamples(t, "some");
    });
  }

  outage("planner and profiler doubled, and one of each killed", true, async (t) => {
    for (const name of ["planner", "profiler"] as const) await world.startService(name);
    await through(async () => {
      const [planner, profiler] = [world.servicesOf("planner")[0], world.servicesOf("profiler")[0]];
      await delay(OUTAGE_MILLISECONDS / 2);
      await Promise.all([planner?.end("SIGKILL"), profiler?.end("SIGKILL")]);
    });
    await world.accountOfSamples(t, "some");
  });

  outage(
    "two hosts' clocks are an hour wrong, the one ahead, the other behind, and are set right",
    false,
    async (t) => {
      const [a, b] = [world.hosts.get("a") ?? assert.fail(), world.hosts.get("b") ?? assert.fail()];
      a.clockErrorMilliseconds = 3_600_000;
      b.clockErrorMilliseconds = -3_600_000;
      await delay(2_000);
      await through(async () => {
        await delay(1_000);
        a.clockErrorMilliseconds = 0;
        b.clockErrorMilliseconds = 0;
      });
      await world.accountOfSamples(t, "all");
    },
  );
});
