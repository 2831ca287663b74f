import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { completenessOf, profileOf } from "../../services/profiler/core/profile.ts";
import type { Flow, TrafficRecord } from "../../services/profiler/core/record.ts";
import { memoryProfiles } from "../fakes/memory-profiles.ts";
import { HIGHEST_RATE, type History, trafficHistory } from "../fakes/traffic-history.ts";
import { runs } from "./runs.ts";

const settings = { shortAverageSeconds: 5, longAverageSeconds: 60, peakWindowSeconds: 120, longestGapSeconds: 60 };
const ROUNDING = 1 + 1e-9;

async function recordsByVm(batches: History["delivered"]): Promise<ReadonlyMap<string, TrafficRecord>> {
  const profiles = memoryProfiles(settings, { patienceMilliseconds: 10_000, nowMilliseconds: () => 0 });
  for (const batch of batches) await profiles.observe(batch);
  const vms = [...(unwrap(await profiles.read("host-a"))?.vms ?? [])];
  return new Map(vms.flatMap(([vmId, record]) => (record === undefined ? [] : [[vmId, record] as const])));
}

async function recordsOf(batches: History["delivered"]): Promise<readonly TrafficRecord[]> {
  return [...(await recordsByVm(batches)).values()];
}

describe("a VM's record", () => {
  it("1: has no rate above the true ones, whatever was lost, repeated, late, reset or rebooted", async (t) => {
    await fc.assert(
      fc.asyncProperty(trafficHistory({ reboots: true }), async ({ delivered }) => {
        for (const record of await recordsOf(delivered)) {
          for (const flow of [record.outbound, record.inbound]) {
            assert.ok(Math.max(flow.peak, flow.peakBefore) <= HIGHEST_RATE * ROUNDING, JSON.stringify(record));
            assert.ok(flow.longSum <= HIGHEST_RATE * record.longWeight * ROUNDING);
            assert.ok(flow.shortSum <= HIGHEST_RATE * record.shortWeight * ROUNDING);
            assert.ok(flow.longSum >= 0 && flow.shortSum >= 0);
            assert.ok(flow.longSquareSum <= HIGHEST_RATE ** 2 * record.longWeight * ROUNDING);
            assert.ok(flow.longSquareSum * record.longWeight * ROUNDING >= flow.longSum ** 2);
          }
          assert.ok(record.longWeight >= 0 && record.longWeight <= 1);
        }
      }),
      runs(t, 100),
    );
  });

  it("1: of a VM that sends evenly has that rate for every average from the second sample on", async (t) => {
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: HIGHEST_RATE }),
        fc.array(fc.integer({ min: 100_001, max: 60_000_000 }), { minLength: 1, maxLength: 40 }),
        async (rate, gapsMicroseconds) => {
          let monotonicMicroseconds = 0;
          const batches = [0, ...gapsMicroseconds].map((gap, sequence) => {
            monotonicMicroseconds += gap;
            const outboundBytes = (rate * monotonicMicroseconds) / 1e6;
            return {
              hostId: "host-a",
              sequence,
              sampleCount: 1,
              sampleTimeUnixMilliseconds: sequence,
              monotonicMicroseconds,
              samples: [{ vmId: "vm-0", counterEpoch: 1, outboundBytes, inboundBytes: 0 }],
              links: [],
              unknownTrafficVmIds: [],
            };
          });
          const [record] = await recordsOf(batches);
          assert.ok(record !== undefined);
          const profile = profileOf("vm-0", record, { seconds: 0, withoutItSeconds: 0 }, settings);
          assert.ok(profile !== undefined);
          const { shortBytesPerSecond, longBytesPerSecond, peakBytesPerSecond, deviationBytesPerSecond } =
            profile.outbound;
          assert.ok(deviationBytesPerSecond <= Math.max(1, rate) * 1e-6, `${deviationBytesPerSecond}`);
          for (const measured of [shortBytesPerSecond, longBytesPerSecond, peakBytesPerSecond]) {
            assert.ok(Math.abs(measured - rate) <= Math.max(1, rate) * 1e-6, `${measured} is not ${rate}`);
          }
          const observed = gapsMicroseconds.reduce((sum, gap) => sum + gap, 0) / 1e6;
          assert.ok(Math.abs(profile.observedSeconds - observed) < 1e-6);
          assert.ok(Math.abs(profile.confidence - (1 - Math.exp(-observed / 20))) < 1e-6);
        },
      ),
      runs(t, 100),
    );
  });

  it("2: keeps its averages, with less weight, over time that was not measured", async (t) => {
    const quotient = (flow: Flow, record: TrafficRecord) => flow.longSum / record.longWeight;
    await fc.assert(
      fc.asyncProperty(trafficHistory({ reboots: false }), async ({ delivered }) => {
        const last = delivered.at(-1);
        if (last === undefined) return;
        const samples = last.samples.map((sample) => ({ ...sample, counterEpoch: 77, outboundBytes: 1e15 }));
        const restarted = {
          ...last,
          monotonicMicroseconds: last.monotonicMicroseconds + 200e6,
          sampleTimeUnixMilliseconds: last.sampleTimeUnixMilliseconds + 200_000,
          samples,
          unknownTrafficVmIds: [],
        };
        // By VM: one that the last batch does not name is no longer among them.
        const before = await recordsByVm(delivered);
        const after = await recordsByVm([...delivered, restarted]);
        for (const [vmId, record] of after) {
          const old = before.get(vmId);
          if (old === undefined || record.counterEpoch !== 77 || old.longWeight < 1e-3) continue;
          assert.ok(record.longWeight < old.longWeight);
          assert.equal(record.observedSeconds, old.observedSeconds);
          const [kept, was] = [quotient(record.outbound, record), quotient(old.outbound, old)];
          assert.ok(Math.abs(kept - was) <= 1e-6 * Math.max(1, was), `${kept} is not ${was}`);
        }
      }),
      runs(t, 100),
    );
  });

  it("3: has not observed longer than time has passed, nor anything twice when all is delivered twice", async (t) => {
    await fc.assert(
      fc.asyncProperty(trafficHistory({ reboots: false }), async ({ delivered, made, seconds }) => {
        for (const record of await recordsOf(delivered)) assert.ok(record.observedSeconds <= seconds * ROUNDING);
        const twice = made.flatMap((batch, index) => [batch, made[index - 1] ?? batch, batch]);
        assert.deepEqual(await recordsOf(twice), await recordsOf(made));
      }),
      runs(t, 100),
    );
  });

  it("5: has every batch that its agent numbered, or counts it as missed, once", async (t) => {
    await fc.assert(
      fc.asyncProperty(trafficHistory({ reboots: false }), async ({ delivered }) => {
        const profiles = memoryProfiles(settings, { patienceMilliseconds: 10_000, nowMilliseconds: () => 0 });
        const taken: number[] = [];
        for (const batch of delivered) if (unwrap(await profiles.observe(batch))) taken.push(batch.sequence);
        const clock = unwrap(await profiles.read("host-a"))?.clock;
        if (clock === undefined || clock.agentStartTimeUnixMilliseconds === 0) return;
        const [first = 0, last = 0] = [taken[0], taken.at(-1)];
        assert.equal(taken.length + clock.missedBatches, last - first + 1);
        assert.ok(completenessOf(clock) >= 0 && completenessOf(clock) <= 1);
      }),
      runs(t, 100),
    );
  });
});
