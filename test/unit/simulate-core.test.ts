import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codecs } from "../../services/kit/bus/messages.ts";
import type { HostProfiles } from "../../services/kit/domain/profile.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { type ClusterOptions, SimulatedCluster } from "../../services/simulate/core/cluster.ts";
import { Ledger } from "../../services/simulate/core/ledger.ts";
import { turnsDue } from "../../services/simulate/core/turns.ts";

const agents = { tickMilliseconds: 1_000, agentStartTimeUnixMilliseconds: 1_790_000_000_000 };
const options: ClusterOptions = { hosts: 5, vmsPerHost: 4, seed: 7, movesPerSecond: 0.5, ...agents };
const moment = (seconds: number) => ({
  sampleTimeUnixMilliseconds: 1_790_000_000_000 + seconds * 1000,
  monotonicMicroseconds: 1e9 + seconds * 1e6,
});

/** Every host once a second. */
function run(cluster: SimulatedCluster, seconds: number, hosts = [...cluster.hostIds.keys()]) {
  return Array.from({ length: seconds }, (_, second) => {
    const moves = cluster.move(second);
    return { moves, batches: hosts.map((host) => cluster.sample(host, second, moment(second))) };
  });
}

describe("a simulated cluster", () => {
  it("gives the same samples and moves for the same seed, and others for another", () => {
    const one = run(new SimulatedCluster(options), 60);
    assert.deepEqual(run(new SimulatedCluster(options), 60), one);
    assert.notDeepEqual(run(new SimulatedCluster({ ...options, seed: 8 }), 60), one);
  });

  it("does not depend on the order in which hosts are sampled", () => {
    const byHost = (hosts: number[]) =>
      run(new SimulatedCluster(options), 30, hosts).map(({ batches }) =>
        [...batches].sort((a, b) => (a.hostId < b.hostId ? -1 : 1)),
      );
    assert.deepEqual(byHost([4, 2, 0, 3, 1]), byHost([0, 1, 2, 3, 4]));
  });

  it("has each VM on one host at any time, and moves as many as were asked for", () => {
    const ticks = run(new SimulatedCluster(options), 60);
    for (const { batches } of ticks) {
      const vmIds = batches.flatMap(({ samples }) => samples.map(({ vmId }) => vmId));
      assert.equal(new Set(vmIds).size, 20);
      assert.equal(vmIds.length, 20);
    }
    assert.equal(ticks.flatMap(({ moves }) => moves).length, Math.floor(59 * options.movesPerSecond));
  });

  it("counts a VM that has moved from nothing in a new epoch, and lets no counter fall within one", () => {
    const counted = new Map<string, { epoch: number; bytes: number; host: string }>();
    let moved = 0;
    for (const { batches } of run(new SimulatedCluster(options), 120)) {
      for (const { hostId, samples } of batches) {
        for (const { vmId, counterEpoch: epoch, outboundBytes, inboundBytes } of samples) {
          const before = counted.get(vmId);
          const bytes = outboundBytes + inboundBytes;
          if (before !== undefined && before.host !== hostId) {
            moved += 1;
            assert.notEqual(epoch, before.epoch);
          } else if (before !== undefined) {
            assert.equal(epoch, before.epoch);
            assert.ok(bytes >= before.bytes, vmId);
          }
          counted.set(vmId, { epoch, bytes, host: hostId });
        }
      }
    }
    assert.ok(moved > 20, `${moved} moved`);
  });

  it("has traffic that changes: of a VM that is not idle no two minutes are alike", () => {
    const ticks = run(new SimulatedCluster({ ...options, movesPerSecond: 0 }), 181);
    const at = (second: number) =>
      ticks[second]?.batches.flatMap(({ samples }) => samples.map((vm) => vm.outboundBytes + vm.inboundBytes)) ?? [];
    const rates = [60, 120, 180].map((second) => at(second).map((bytes, vm) => bytes - (at(second - 60)[vm] ?? 0)));
    const busy = rates[0]?.flatMap((bytes, vm) => (bytes > 1e6 ? vm : [])) ?? [];
    assert.ok(busy.length >= 10, `${busy.length} of 20 are busy`);
    for (const vm of busy) assert.equal(new Set(rates.map((minute) => minute[vm])).size, 3);
  });

  it("gives batches and reports that every codec takes", () => {
    const cluster = new SimulatedCluster(options);
    unwrap(codecs.TrafficBatch.encode(cluster.sample(0, 1.5, moment(1.5))));
    unwrap(codecs.HostReport.encode(cluster.report(0, 1_790_000_000_000)));
    assert.deepEqual(
      cluster.report(0, 1).vms.map(({ vmId }) => vmId),
      cluster.vmIds(0),
    );
  });
});

describe("turns", () => {
  const cluster = { hosts: 10, intervalSeconds: 2 };
  const cases = [
    { title: "begin with the first host at once", next: 0, seconds: 0, want: { first: 0, end: 1, skipped: 0 } },
    { title: "spread hosts over the interval", next: 1, seconds: 1, want: { first: 1, end: 6, skipped: 0 } },
    { title: "are none before the next is due", next: 6, seconds: 1.1, want: { first: 6, end: 6, skipped: 0 } },
    { title: "leave out what is an interval late", next: 1, seconds: 10, want: { first: 41, end: 51, skipped: 40 } },
    { title: "never go back", next: 60, seconds: 10, want: { first: 60, end: 60, skipped: 0 } },
  ];
  for (const { title, next, seconds, want } of cases) {
    it(title, () => assert.deepEqual(turnsDue(next, seconds, cluster), want));
  }
});

describe("the ledger", () => {
  const cluster = new SimulatedCluster({ ...options, movesPerSecond: 0 });
  const level = { shortBytesPerSecond: 0, longBytesPerSecond: 0, peakBytesPerSecond: 0, deviationBytesPerSecond: 0 };
  const profiles = (vmIds: readonly string[], lastSeconds: readonly number[]): HostProfiles => ({
    ...{ hostId: "sim-host-0", answerTimeUnixMilliseconds: 0 },
    vms: vmIds.map((vmId, index) => ({
      ...{ vmId, direction: "NONE", outbound: level, inbound: level, observedSeconds: 1, confidence: 1 },
      lastSampleTimeUnixMilliseconds: moment(lastSeconds[index] ?? 0).sampleTimeUnixMilliseconds,
    })),
  });
  const at = (seconds: number) => moment(seconds).sampleTimeUnixMilliseconds;

  it("calls lost what was sent and not counted, beyond what was counted before it began", () => {
    const ledger = new Ledger(2);
    ledger.begins(0, 100);
    for (const second of [1, 2, 3]) ledger.sent(0, cluster.sample(0, second, moment(second)), 10);
    ledger.sent(1, cluster.sample(1, 1, moment(1)), 10);
    ledger.counted(0, 102);
    assert.deepEqual(ledger.totals(), {
      ...{ batches: 4, samples: 16, batchBytes: 40, taken: 2, lost: 2, hostsBehind: 2 },
    });
    ledger.counted(0, 103);
    ledger.counted(1, 1);
    assert.deepEqual([ledger.totals().lost, ledger.behind()], [0, []]);
  });

  it("tells the age of the VM that is behind, of those that the host has", () => {
    const ledger = new Ledger(1);
    for (const second of [1, 2]) ledger.sent(0, cluster.sample(0, second, moment(second)), 10);
    const vmIds = cluster.vmIds(0);
    assert.equal(ledger.aged(0, profiles([...vmIds, "gone"], [2, 2, 1, 2, 0]), at(2.5)), 1.5);
    assert.equal(ledger.aged(0, profiles(vmIds, [2, 2, 2, 2]), at(2.5)), 0.5);
    const { questions, medianSeconds, p99Seconds, maximumSeconds } = ledger.ages();
    assert.deepEqual([questions, medianSeconds, p99Seconds, maximumSeconds], [2, 0.51, 1.51, 1.5]);
  });

  it("tells no age before a second sample, nor of a host that nothing is known of", () => {
    const ledger = new Ledger(1);
    ledger.sent(0, cluster.sample(0, 1, moment(1)), 10);
    assert.equal(ledger.aged(0, profiles(cluster.vmIds(0), [1, 1, 1, 1]), at(2)), undefined);
    ledger.sent(0, cluster.sample(0, 2, moment(2)), 10);
    assert.equal(ledger.aged(0, profiles([], []), at(2)), undefined);
  });
});
