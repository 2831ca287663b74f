import assert from "node:assert/strict";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Redis } from "ioredis";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { type Result, unwrap } from "../../services/kit/failure/failure.ts";
import { Store } from "../../services/kit/store/store.ts";
import { profilerConfig } from "../../services/profiler/config.ts";
import { type Profiles, redisProfiles } from "../../services/profiler/profiles.ts";
import { startProfiler } from "../../services/profiler/service.ts";
import { memoryProfiles } from "../fakes/memory-profiles.ts";
import { type HeardLog, heardLog } from "../heard-log.ts";
import { freePort, missingServers, noNetworkCut, startNats, startRedis, type TestServer } from "../servers.ts";
import { startService } from "../service-process.ts";

const skip = missingServers("nats", "redis") ?? false;
const config = profilerConfig.parse({});

interface RunningProfiler extends HeardLog {
  /** The next batch that this profiler has finished with. */
  taken(): Promise<Result<boolean>>;
  readonly count: () => number;
  health(): Promise<Result<void>>;
  /** A question over the profiler's own connection is behind its subscriptions. */
  subscribed(): Promise<void>;
}

/** A profiler as `main.ts` builds it, in this process, with its hands watched. */
async function profilerOn(t: TestContext, nats: TestServer, redis: TestServer): Promise<RunningProfiler> {
  const heard = heardLog();
  const store = await Store.connect({ url: redis.url, name: "profiler", log: heard.log });
  const bus = await Bus.connect({ url: nats.url, name: "profiler", log: heard.log });
  const real = redisProfiles(store, config);
  let waiting: ((result: Result<boolean>) => void)[] = [];
  let count = 0;
  const profiles: Profiles = {
    read: real.read,
    carry: real.carry,
    async observe(batch) {
      const result = await real.observe(batch);
      count += 1;
      for (const resolve of waiting.splice(0)) resolve(result);
      return result;
    },
  };
  const profiler = startProfiler(config, { bus, profiles, wallMilliseconds: () => Date.now(), log: heard.log });
  const subscribed = async () => {
    const hostId = "anyone";
    unwrap(
      await bus.request(subjects.getProfiles(hostId), codecs.GetProfiles, { hostId }, codecs.HostProfiles, 10_000),
    );
  };
  await subscribed();
  t.after(async () => {
    waiting = [];
    await bus.close();
    await profiler.idle();
    await store.close();
  });
  return {
    ...heard,
    health: () => profiler.health(),
    subscribed,
    count: () => count,
    taken: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

function batchOf(hostId: string, sequence: number, change: Partial<TrafficBatch> = {}): TrafficBatch {
  return {
    hostId,
    sequence,
    sampleCount: 2,
    sampleTimeUnixMilliseconds: 1_790_000_000_000 + sequence * 1000,
    monotonicMicroseconds: sequence * 1e6,
    samples: [
      { vmId: "sends", counterEpoch: 1, outboundBytes: sequence * sequence * 1e5, inboundBytes: sequence * 1e4 },
      { vmId: "receives", counterEpoch: 1, outboundBytes: sequence * 1e5, inboundBytes: sequence * 5e6 },
    ],
    links: [],
    unknownTrafficVmIds: ["hidden"],
    ...change,
  };
}

describe("the profiler", { skip }, () => {
  let nats: TestServer;
  let redis: TestServer;
  let asker: Bus;
  let heard: HeardLog;
  before(async () => {
    nats = await startNats();
    redis = await startRedis();
    heard = heardLog();
    asker = await Bus.connect({ url: nats.url, name: "asker", log: heard.log });
  });
  after(async () => {
    await asker.close();
    await nats.stop();
    await redis.stop();
  });

  const publish = (batch: TrafficBatch) =>
    unwrap(asker.publish(subjects.traffic(batch.hostId), codecs.TrafficBatch, batch));
  const ask = (hostId: string) =>
    asker.request(subjects.getProfiles(hostId), codecs.GetProfiles, { hostId }, codecs.HostProfiles, 10_000);

  it("answers with direction, averages and confidence of a host's VMs, and nothing of a host it does not know", async (t) => {
    const profiler = await profilerOn(t, nats, redis);
    for (let sequence = 1; sequence <= 31; sequence += 1) {
      const taken = profiler.taken();
      publish(batchOf("answers", sequence));
      assert.deepEqual(await taken, { ok: true, value: true });
    }
    const { vms } = unwrap(await ask("answers"));
    assert.deepEqual(
      vms.map((vm) => [vm.vmId, vm.direction, vm.observedSeconds]),
      [
        ["hidden", "UNKNOWN", 0],
        ["receives", "INBOUND", 30],
        ["sends", "OUTBOUND", 30],
      ],
    );
    const receives = vms[1];
    assert.ok(receives !== undefined && Math.abs(receives.inbound.longBytesPerSecond - 5e6) < 1);
    assert.ok(Math.abs(receives.confidence - (1 - Math.exp(-30 / 20))) < 0.05);
    assert.equal(receives.lastSampleTimeUnixMilliseconds, 1_790_000_031_000);
    assert.deepEqual(unwrap(await ask("nobody")).vms, []);
  });

  it("goes on with the profile of a VM that has moved, at its new host", async (t) => {
    const profiler = await profilerOn(t, nats, redis);
    const take = async (batch: TrafficBatch) => {
      const taken = profiler.taken();
      publish(batch);
      assert.deepEqual(await taken, { ok: true, value: true });
    };
    for (let sequence = 1; sequence <= 31; sequence += 1) await take(batchOf("left", sequence));
    const none = { samples: [], sampleCount: 0, unknownTrafficVmIds: [] };
    await take(batchOf("reached", 1, none));
    const [before] = unwrap(await ask("left")).vms.filter((vm) => vm.vmId === "receives");
    const migration = {
      ...{ migrationId: "moves-1", evacuationId: "moves", vmId: "receives" },
      ...{ sourceHostId: "left", destinationHostId: "reached" },
    };
    const resumed = { migration, eventTimeUnixMilliseconds: Date.now() };
    // Told twice, as after an answer that was lost.
    for (let time = 0; time < 2; time += 1) {
      unwrap(asker.publish(subjects.migrationEvent("moves-1", "resumed"), codecs.MigrationResumed, resumed));
    }
    for (;;) {
      const [vm] = unwrap(await ask("reached")).vms;
      if (vm === undefined) continue;
      assert.deepEqual([vm.vmId, vm.direction, vm.observedSeconds], ["receives", "INBOUND", before?.observedSeconds]);
      assert.deepEqual([vm.inbound, vm.outbound], [before?.inbound, before?.outbound]);
      break;
    }
    // Counters there begin at nothing: the first sample gives no rate, the next one does.
    for (const sequence of [2, 3]) {
      const inboundBytes = (sequence - 2) * 5e6;
      const sample = { vmId: "receives", counterEpoch: 7, outboundBytes: 0, inboundBytes };
      await take(batchOf("reached", sequence, { ...none, samples: [sample], sampleCount: 1 }));
    }
    const [after] = unwrap(await ask("reached")).vms;
    assert.equal(after?.observedSeconds, (before?.observedSeconds ?? 0) + 1);
    assert.ok(Math.abs((after?.inbound.longBytesPerSecond ?? 0) - 5e6) < 1);
  });

  it("shares the load with a second one, and together they agree with one alone", async (t) => {
    const pair = [await profilerOn(t, nats, redis), await profilerOn(t, nats, redis)];
    const alone = memoryProfiles(config, { patienceMilliseconds: 10_000, nowMilliseconds: () => 0 });
    for (let sequence = 1; sequence <= 60; sequence += 1) {
      const batch = batchOf("shared", sequence);
      await alone.observe(batch);
      const taken = Promise.race(pair.map((profiler) => profiler.taken()));
      publish(batch);
      assert.deepEqual(await taken, { ok: true, value: true });
    }
    const counts = pair.map((profiler) => profiler.count());
    assert.equal(
      counts.reduce((sum, count) => sum + count, 0),
      60,
    );
    assert.ok(Math.min(...counts) > 0, `shared as ${counts.join(" and ")}`);
    const expected = unwrap(await alone.read("shared"))?.vms;
    for (const vm of unwrap(await ask("shared")).vms) {
      const record = expected?.get(vm.vmId);
      if (record === undefined) continue;
      const long = record.outbound.longSum / record.longWeight;
      assert.ok(Math.abs(vm.outbound.longBytesPerSecond - long) <= 1e-6 * long, vm.vmId);
      assert.equal(vm.observedSeconds, record.observedSeconds);
    }
  });

  it("refuses what is no batch, or another host's, says so once, and goes on", async (t) => {
    const profiler = await profilerOn(t, nats, redis);
    const garbage = { ...codecs.TrafficBatch, encode: () => ({ ok: true, value: Buffer.from("{}") }) as const };
    for (const _ of [1, 2]) unwrap(asker.publish(subjects.traffic("refused"), garbage, batchOf("refused", 1)));
    unwrap(asker.publish(subjects.traffic("refused"), codecs.TrafficBatch, batchOf("other", 1)));
    await profiler.hear("traffic batch refused");
    await profiler.hear("traffic batch refused");
    const taken = profiler.taken();
    publish(batchOf("refused", 2));
    assert.deepEqual(await taken, { ok: true, value: true });
    assert.equal(profiler.count(), 1);
    assert.deepEqual(unwrap(await ask("other")).vms, []);
  });

  it("keeps what comes while Redis is away, answers that it can not say, and goes on when Redis is back", async (t) => {
    const own = await startRedis();
    t.after(() => own.stop());
    const profiler = await profilerOn(t, nats, own);
    const taken = profiler.taken();
    publish(batchOf("outage", 1));
    unwrap(await taken);
    await profiler.hear("connected to Redis");
    await own.kill();
    await profiler.hear("Redis does not answer; waiting for it");
    publish(batchOf("outage", 2));
    await profiler.hear("the store is away: keeping traffic batches");
    const answer = await ask("outage");
    assert.equal(answer.ok ? "answered" : answer.failure.kind, "unavailable");
    await own.restart();
    await profiler.hear("connected to Redis");
    // What was kept goes in: of the batch before the outage an empty Redis knows nothing.
    for (;;) {
      const kept = await ask("outage");
      if (kept.ok && kept.value.vms.length > 0) break;
    }
    for (const sequence of [3, 4]) {
      const again = profiler.taken();
      publish(batchOf("outage", sequence));
      assert.deepEqual(await again, { ok: true, value: true });
    }
    assert.deepEqual(
      unwrap(await ask("outage")).vms.map((vm) => vm.direction),
      ["UNKNOWN", "INBOUND", "OUTBOUND"],
    );
  });

  it("drops what comes while Redis can not be reached, and goes on when it can", {
    skip: noNetworkCut() ?? false,
  }, async (t) => {
    const own = await startRedis();
    t.after(() => own.stop());
    const profiler = await profilerOn(t, nats, own);
    const take = async (sequence: number) => {
      const taken = profiler.taken();
      publish(batchOf("cut", sequence));
      return taken;
    };
    unwrap(await take(1));
    await own.network?.cut();
    assert.equal((await take(2)).ok, false);
    await own.network?.mend();
    while (!(await take(3)).ok) await delay(50);
    for (const sequence of [4, 5, 6]) unwrap(await take(sequence));
    assert.deepEqual(
      unwrap(await ask("cut")).vms.map((vm) => vm.direction),
      ["UNKNOWN", "INBOUND", "OUTBOUND"],
    );
  });

  it("is healthy when Redis answers and takes what is written, and says so when it does not", async (t) => {
    const own = await startRedis();
    t.after(() => own.stop());
    const redisSays = new Redis(own.port);
    const profiler = await profilerOn(t, nats, own);
    const says = async () => {
      const health = await profiler.health();
      return health.ok ? "healthy" : health.failure.message;
    };
    const take = (sequence: number) => {
      const taken = profiler.taken();
      publish(batchOf("health", sequence));
      return taken;
    };
    unwrap(await take(1));
    assert.equal(await says(), "healthy");
    await redisSays.config("SET", "maxmemory", "1");
    assert.equal((await take(2)).ok, false);
    assert.match(await says(), /^the store is away: keeping traffic batches: Redis: OOM /);
    await redisSays.config("SET", "maxmemory", "0");
    // Not at the first success: see the intake.
    for (let sequence = 3; (await says()) !== "healthy"; sequence += 1) {
      unwrap(await take(sequence));
      await delay(50);
    }
    redisSays.disconnect();
    await own.kill();
    while (!/Redis/.test(await says())) await delay(10);
  });

  it("goes on after NATS was restarted", async (t) => {
    const profiler = await profilerOn(t, nats, redis);
    await nats.restart();
    await Promise.all([profiler.hear("reconnected to NATS"), heard.hear("reconnected to NATS")]);
    await profiler.subscribed();
    const taken = profiler.taken();
    publish(batchOf("restarted", 1));
    assert.deepEqual(await taken, { ok: true, value: true });
  });

  it("waits for a Redis that is not there yet, says so, and ends in order", async (t) => {
    const port = await freePort();
    const profiler = startService(t, "profiler", { natsUrl: nats.url, redisUrl: `redis://127.0.0.1:${port}` });
    await profiler.hear("Redis does not answer; waiting for it");
    const late = await startRedis({ port });
    t.after(() => late.stop());
    await profiler.hear("running");
    assert.equal(await profiler.end("SIGTERM"), 0);
  });
});
