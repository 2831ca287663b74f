import assert from "node:assert/strict";
import { randomBytes } from "node:crypto";
import { after, before, describe, it, type TestContext } from "node:test";
import { setImmediate } from "node:timers/promises";
import fc from "fast-check";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { Store } from "../../services/kit/store/store.ts";
import type { HostClock, TrafficRecord } from "../../services/profiler/core/record.ts";
import { type Profiles, redisProfiles } from "../../services/profiler/profiles.ts";
import { hostKey } from "../../services/profiler/scripts.ts";
import { memoryProfiles } from "../fakes/memory-profiles.ts";
import { trafficHistory } from "../fakes/traffic-history.ts";
import { runs } from "../property/runs.ts";
import { missingServers, startRedis, type TestServer } from "../servers.ts";

const settings = { shortAverageSeconds: 5, longAverageSeconds: 60, peakWindowSeconds: 20, longestGapSeconds: 60 };
const missing = missingServers("redis");

describe("profiles in Redis", { skip: missing ?? false }, () => {
  let redis: TestServer;
  let store: Store;
  before(async () => {
    redis = await startRedis();
    store = await Store.connect({ url: redis.url, name: "test", log: createLog("test", "silent") });
  });
  after(async () => {
    await store.close();
    await redis.stop();
  });

  it("are what the definition of a record computes, on every history", async (t: TestContext) => {
    let batches = 0;
    await fc.assert(
      fc.asyncProperty(
        trafficHistory({ reboots: true }),
        fc.constantFrom(0, 1_000_000_000),
        fc.array(fc.nat(1), { minLength: 1 }),
        async ({ delivered }, patienceMilliseconds, takers) => {
          const hostId = `host-${randomBytes(6).toString("hex")}`;
          // Of two profilers now one takes a batch and now the other.
          const pair = [1, 2].map(() => redisProfiles(store, settings, patienceMilliseconds));
          const model = memoryProfiles(settings, { patienceMilliseconds, nowMilliseconds: () => 0 });
          for (const [place, made] of delivered.entries()) {
            const batch = { ...made, hostId };
            const real = pair[takers[place % takers.length] ?? 0];
            assert.deepEqual(await real?.observe(batch), await model.observe(batch));
            batches += 1;
          }
          for (const real of pair) await assertSame(real, model, hostId);
        },
      ),
      runs(t, 100),
    );
    t.diagnostic(`${batches} batches compared`);
  });

  it("take a moved VM's record to its new host as the definition does, on every history", async (t: TestContext) => {
    let carried = 0;
    const history = trafficHistory({ reboots: true });
    await fc.assert(
      fc.asyncProperty(history, history, fc.nat(), async (left, reached, place) => {
        const [from = "", to = ""] = [randomBytes(6), randomBytes(6)].map((bytes) => `host-${bytes.toString("hex")}`);
        const real = redisProfiles(store, settings);
        const model = memoryProfiles(settings, { patienceMilliseconds: 1e12, nowMilliseconds: () => 0 });
        const observe = async (hostId: string, batches: readonly TrafficBatch[]) => {
          for (const batch of batches) {
            await real.observe({ ...batch, hostId });
            await model.observe({ ...batch, hostId });
          }
        };
        await observe(from, left.delivered);
        const before = place % (reached.delivered.length + 1);
        await observe(to, reached.delivered.slice(0, before));
        const taken = await real.carry("vm-1", from, to);
        assert.deepEqual(taken, await model.carry("vm-1", from, to));
        if (taken.ok && taken.value) carried += 1;
        await assertSame(real, model, to);
        await observe(to, reached.delivered.slice(before));
        await assertSame(real, model, to);
      }),
      runs(t, 100),
    );
    t.diagnostic(`${carried} records carried`);
    assert.ok(carried > 0);
  });

  it("are kept of a host of very many VMs", async () => {
    const real = redisProfiles(store, settings);
    const model = memoryProfiles(settings, { patienceMilliseconds: 10_000, nowMilliseconds: () => 0 });
    for (const sequence of [1, 2, 3]) {
      const samples = Array.from({ length: 4096 }, (_, index) => ({
        vmId: `vm-${index}`,
        counterEpoch: 0xffff_ffff - index,
        outboundBytes: index * sequence * 1000,
        inboundBytes: 2 ** 52 + sequence,
      }));
      const batch = batchOf({ hostId: "large", sequence, samples });
      assert.equal(unwrap(await real.observe(batch)), true);
      await model.observe(batch);
    }
    await assertSame(real, model, "large");
  });

  it("lose nothing where two profilers have batches of one host in their hands at once", async (t: TestContext) => {
    const pair = [1, 2].map(() => redisProfiles(store, settings));
    const sample = { vmId: "vm-0", counterEpoch: 1, outboundBytes: 0, inboundBytes: 0 };
    const numbered = Array.from({ length: 200 }, (_, index) => ({
      ...batchOf({ hostId: "wanted", sequence: index + 1, samples: [sample] }),
      agentStartTimeUnixMilliseconds: 1,
    }));
    const shares = pair.map(async (real, half) => {
      let taken = 0;
      for (const batch of numbered.filter(({ sequence }) => sequence % 2 === half)) {
        if (unwrap(await real.observe(batch))) taken += 1;
      }
      return taken;
    });
    const taken = (await Promise.all(shares)).reduce((sum, one) => sum + one, 0);
    const clock = unwrap(await redisProfiles(store, settings).read("wanted"))?.clock;
    assert.equal(clock?.takenBatches, taken);
    // Whichever was first: from there on each has come or is missed.
    assert.ok(taken >= 100 && taken + (clock?.missedBatches ?? 0) >= 199, `${taken}, ${clock?.missedBatches} missed`);
    t.diagnostic(`${taken} of 200 batches taken, the others came after a later one`);
  });

  it("begin anew where what stands there is no table, and the host's clock goes on", async () => {
    const put = store.script("put", `return redis.call("HSET", KEYS[1], "vms", ARGV[1])`);
    const sample = { vmId: "vm-0", counterEpoch: 1, outboundBytes: 0, inboundBytes: 0 };
    const observe = async (sequence: number) =>
      unwrap(await redisProfiles(store, settings).observe(batchOf({ hostId: "grown", sequence, samples: [sample] })));
    await observe(1);
    unwrap(await put(hostKey("grown"), Buffer.alloc(132, 1)));
    assert.equal(unwrap(await redisProfiles(store, settings).read("grown"))?.vms.size, 0);
    for (const sequence of [2, 3]) await observe(sequence);
    const host = unwrap(await redisProfiles(store, settings).read("grown"));
    assert.deepEqual([host?.vms.get("vm-0")?.observedSeconds, host?.clock.takenBatches], [1, 3]);
  });

  it("are forgotten of hosts that no one samples", async () => {
    unwrap(await redisProfiles(store, settings).observe(batchOf({ hostId: "leaves", sequence: 1, samples: [] })));
    const remaining = store.script("ttl", `return tostring(redis.call("TTL", KEYS[1]))`);
    const seconds = Number(unwrap(await remaining(hostKey("leaves"))));
    assert.ok(seconds > 0 && seconds <= 600, `${seconds}`);
  });

  it("is given again to a server that was restarted, and fails as unavailable while there is none", async () => {
    const profiles = redisProfiles(store, settings);
    assert.equal(unwrap(await profiles.observe(batchOf({ hostId: "lost", sequence: 1, samples: [] }))), true);
    await redis.restart();
    for (;;) {
      const taken = await profiles.observe(batchOf({ hostId: "lost", sequence: 2, samples: [] }));
      if (taken.ok) break;
      assert.match(taken.failure.kind, /^(unavailable|outcome_unknown)$/, taken.failure.message);
      await setImmediate();
    }
    assert.equal(unwrap(await profiles.read("lost"))?.clock.monotonicMicroseconds, 2e6);
    assert.equal(unwrap(await profiles.read("nobody")), undefined);
  });
});

function batchOf(part: Pick<TrafficBatch, "hostId" | "sequence" | "samples">): TrafficBatch {
  return {
    ...part,
    sampleCount: part.samples.length,
    sampleTimeUnixMilliseconds: 1_790_000_000_000 + part.sequence * 1000,
    monotonicMicroseconds: part.sequence * 1e6,
    links: [],
    unknownTrafficVmIds: [],
  };
}

async function assertSame(real: Profiles, model: Profiles, hostId: string): Promise<void> {
  const computed = unwrap(await real.read(hostId));
  const defined = unwrap(await model.read(hostId));
  assertNear(clockNumbers(computed?.clock), clockNumbers(defined?.clock));
  assert.deepEqual([...(computed?.vms.keys() ?? [])].sort(), [...(defined?.vms.keys() ?? [])].sort());
  for (const [vmId, record] of defined?.vms ?? []) {
    const other = computed?.vms.get(vmId);
    assert.equal(other === undefined, record === undefined, vmId);
    if (record !== undefined && other !== undefined) assertNear(numbersOf(other), numbersOf(record));
  }
}

/** Without the time of the store, which the definition is given another of. */
function clockNumbers(clock: HostClock | undefined): readonly [string, number][] {
  const { sampledMilliseconds: _, ...rest } = clock ?? {};
  return Object.entries(rest).sort(([a], [b]) => (a < b ? -1 : 1));
}

/** C and JavaScript may round the last bit of an exponential differently. */
function assertNear(computed: readonly [string, number][], defined: readonly [string, number][]): void {
  assert.equal(computed.length, defined.length);
  for (const [index, [name, value]] of defined.entries()) {
    const other = computed[index]?.[1] ?? Number.NaN;
    const difference = other === value ? 0 : Math.abs(other - value);
    assert.ok(difference <= 1e-9 * Math.max(1, Math.abs(value)), `${name}: ${other} is not ${value}`);
  }
}

function numbersOf(record: TrafficRecord): readonly [string, number][] {
  const { outbound, inbound, ...rest } = record;
  const named = (prefix: string, numbers: object) =>
    Object.entries(numbers)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, value]): [string, number] => [`${prefix}${name}`, value]);
  return [...named("", rest), ...named("outbound.", outbound), ...named("inbound.", inbound)];
}
