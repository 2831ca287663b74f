import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { HostTable, tableAfter, tableWith } from "../../services/profiler/core/table.ts";
import { LastSeen } from "../../services/profiler/last-seen.ts";
import { nothing, type Standing } from "../../services/profiler/standing.ts";

const settings = { shortAverageSeconds: 5, longAverageSeconds: 60, peakWindowSeconds: 120, longestGapSeconds: 60 };

/** With these samples and names, so many seconds after the host has started. */
function batchOf(seconds: number, vmIds: readonly string[], unknownTrafficVmIds: string[] = []) {
  const samples = vmIds.map((vmId) => ({ vmId, counterEpoch: 1, outboundBytes: seconds * 1000, inboundBytes: 0 }));
  const sampleTimeUnixMilliseconds = 1_790_000_000_000 + seconds * 1000;
  return { samples, unknownTrafficVmIds, monotonicMicroseconds: seconds * 1e6, sampleTimeUnixMilliseconds };
}

function tableOf(...batches: readonly ReturnType<typeof batchOf>[]): HostTable {
  const table = batches.reduce<HostTable | undefined>(
    (before, batch) => tableAfter(before, batch, settings),
    undefined,
  );
  assert.ok(table !== undefined);
  // As it comes back from the store.
  const read = HostTable.read(table.bytes);
  assert.deepEqual(read?.records(), table.records());
  return table;
}

const namesIn = (table: HostTable) => [...table.records().keys()].sort();

describe("a host's table", () => {
  it("follows its VMs in whatever order they are sampled", () => {
    const table = tableOf(batchOf(1, ["a", "b"]), batchOf(2, ["b", "c", "a"]), batchOf(3, ["c", "b"]));
    const observed = ["a", "b", "c"].map((vmId) => table.recordOf(vmId)?.observedSeconds);
    assert.deepEqual(observed, [1, 2, 1]);
  });

  it("keeps who is no longer sampled for ten minutes", () => {
    const left = [batchOf(1, ["a", "b"]), batchOf(2, ["b"])];
    assert.deepEqual(namesIn(tableOf(...left, batchOf(601, ["b"]))), ["a", "b"]);
    assert.deepEqual(namesIn(tableOf(...left, batchOf(602, ["b"]))), ["b"]);
    assert.deepEqual(namesIn(tableOf(...left, batchOf(3, ["b", "c"]))), ["a", "b", "c"]);
  });

  it("keeps nothing that was sampled before the host has started again", () => {
    assert.deepEqual(namesIn(tableOf(batchOf(100, ["a", "b"]), batchOf(5, ["b"]))), ["b"]);
  });

  it("keeps the record of a VM that can no longer be read for half a minute, and then names it", () => {
    const read = batchOf(1, ["a", "b"]);
    assert.equal(tableOf(read, batchOf(31, ["b"], ["a"])).recordOf("a")?.monotonicMicroseconds, 1e6);
    const unread = tableOf(read, batchOf(32, ["b"], ["a"]));
    assert.deepEqual([namesIn(unread), unread.recordOf("a")], [["a", "b"], undefined]);
    assert.deepEqual(namesIn(tableOf(read, batchOf(32, ["b"], ["a"]), batchOf(33, ["b"]))), ["b"]);
    assert.equal(tableOf(batchOf(1, ["b"], ["a"]), batchOf(2, ["a", "b"])).recordOf("a")?.observedSeconds, 0);
  });

  it("is written in place while the same VMs are sampled", () => {
    const before = tableOf(batchOf(1, ["a", "b"], ["c"]), batchOf(2, ["b"], ["c"]));
    assert.equal(tableAfter(before, batchOf(3, ["b"], ["c"]), settings).roster, before.roster);
    assert.notEqual(tableAfter(before, batchOf(3, ["b"]), settings).roster, before.roster);
  });

  it("takes a record that comes from elsewhere, in the place of its own or as one more", () => {
    const [from, to] = [tableOf(batchOf(1, ["a"]), batchOf(9, ["a"])), tableOf(batchOf(5, ["a", "b"], ["c"]))];
    const record = from.record(0);
    assert.deepEqual(tableWith(to, "a", record).recordOf("a"), record);
    assert.deepEqual(namesIn(tableWith(to, "d", record)), ["a", "b", "c", "d"]);
    assert.deepEqual(namesIn(tableWith(undefined, "d", record)), ["d"]);
    assert.deepEqual(tableWith(to, "d", record).recordOf("b"), to.recordOf("b"));
  });

  it("knows who is in it from when it was last seen, unless that has changed", () => {
    const { bytes, roster } = tableOf(batchOf(5, ["a", "b"], ["c"]));
    assert.equal(HostTable.read(bytes, roster)?.roster, roster);
    for (const other of [batchOf(5, ["b", "a"], ["c"]), batchOf(5, ["a"], ["b", "c"]), batchOf(5, ["a", "b"])]) {
      const read = HostTable.read(bytes, tableOf(other).roster);
      assert.deepEqual([read?.roster.ids, read?.roster.unreadable], [["a", "b"], ["c"]]);
    }
  });

  it("is none of bytes that are not one whole", () => {
    const { bytes } = tableOf(batchOf(5, ["a", "b"], ["c"]));
    for (let length = 0; length < bytes.length; length += 1) {
      assert.equal(HostTable.read(bytes.subarray(0, length)), undefined, `${length}`);
    }
    assert.equal(HostTable.read(Buffer.concat([bytes, Buffer.alloc(1)])), undefined);
    assert.equal(HostTable.read(Buffer.alloc(400, 0xff)), undefined);
  });
});

describe("what was seen last", () => {
  const of = (vms: number): Standing => ({
    ...nothing,
    table: tableOf(
      batchOf(
        1,
        Array.from({ length: vms }, (_, index) => `vm-${index}`),
      ),
    ),
  });

  it("is kept of so many VMs, and the longest not seen goes first", () => {
    const last = new LastSeen(25);
    for (const hostId of ["a", "b", "a", "c"]) last.set(hostId, of(9));
    assert.deepEqual(
      ["a", "b", "c"].map((hostId) => last.of(hostId) !== undefined),
      [true, false, true],
    );
    last.forget("a");
    last.set("b", of(9));
    assert.deepEqual(
      ["a", "b", "c"].map((hostId) => last.of(hostId) !== undefined),
      [false, true, true],
    );
    last.set("larger", of(40));
    assert.equal(last.of("larger"), undefined);
  });
});
