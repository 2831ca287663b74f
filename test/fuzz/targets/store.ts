/** What Redis holds, whoever wrote it. */
import assert from "node:assert/strict";
import { codecs } from "../../../services/kit/bus/messages.ts";
import type { TrafficBatch } from "../../../services/kit/domain/traffic.ts";
import { parseSentinelUrl } from "../../../services/kit/store/sentinel.ts";
import { withoutPassword } from "../../../services/kit/store/store.ts";
import { packClock, readClock, readRecord } from "../../../services/profiler/core/record.ts";
import { HostTable, tableAfter, tableWith } from "../../../services/profiler/core/table.ts";
import { vmProfiles } from "../../../services/profiler/service.ts";
import { readStanding, recordsIn } from "../../../services/profiler/standing.ts";
import { joined } from "../mutate-bytes.ts";
import { accepted, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

/** A list of buffers as bytes: each with its length, of 16 bits, before it. */
function listed(parts: readonly Uint8Array[]): Uint8Array {
  return joined(...parts.flatMap((part) => [Uint8Array.of(part.length >> 8, part.length & 0xff), part]));
}

function listIn(input: Uint8Array): readonly Buffer[] {
  const parts: Buffer[] = [];
  for (let at = 0; at + 2 <= input.length; ) {
    const length = ((input[at] ?? 0) << 8) | (input[at + 1] ?? 0);
    parts.push(Buffer.from(input.subarray(at + 2, at + 2 + length)));
    at += 2 + length;
  }
  return parts;
}

function doubles(...values: readonly number[]): Buffer {
  const bytes = Buffer.alloc(values.length * 8);
  for (const [index, value] of values.entries()) bytes.writeDoubleLE(value, index * 8);
  return bytes;
}

const record = doubles(
  ...[1, 5e6, 1_700_000_000_000, 5e6, 7e6, 60, 0.9, 0.6, 4e6],
  ...[1e5, 1e5, 1e10, 1e6, 2e6, 2e5, 2e5, 1e10, 1e6, 2e6],
);
const clock = doubles(1_700_000_000_500, 5e6, 1_700_000_000_000, 3, 1_600_000_000_000, 9, 0.9, 0.8, 1);
const DAMAGED = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, 2 ** 60, 5e-324];
const settings = { shortAverageSeconds: 5, longAverageSeconds: 60, peakWindowSeconds: 120, longestGapSeconds: 60 };

function tableOf(records: Readonly<Record<string, Buffer>>): Buffer {
  let table: HostTable | undefined;
  for (const [vmId, bytes] of Object.entries(records)) {
    table = tableWith(table, vmId, readRecord(new Float64Array(new Uint8Array(bytes).buffer), 0));
  }
  return table?.bytes ?? Buffer.alloc(0);
}

function batchOf(samples: TrafficBatch["samples"], unknownTrafficVmIds: TrafficBatch["unknownTrafficVmIds"]) {
  return { samples, unknownTrafficVmIds, monotonicMicroseconds: 6e6, sampleTimeUnixMilliseconds: 1_700_000_001_000 };
}

/** A profile that one VM's damaged record would spoil keeps all the others of its host from being told. */
const profiles: Target = {
  name: "store/host-records",
  form: "bytes",
  seeds: () => {
    const [now, token] = [bytesOf("1700000001000"), bytesOf("token")];
    const host = (table: Uint8Array) => listed([now, token, clock, table]);
    const damaged = DAMAGED.flatMap((value) =>
      [1, 2, 3, 5, 6, 7, 8, 9, 10, 14, 15].map((index) => {
        const bytes = Buffer.from(record);
        bytes.writeDoubleLE(value, index * 8);
        return host(tableOf({ "vm-0": record, "vm-1": bytes }));
      }),
    );
    const unreadable = tableAfter(undefined, batchOf([], ["vm-1"]), settings).bytes;
    return [host(tableOf({ "vm-0": record })), host(unreadable), host(Buffer.alloc(0)), ...damaged];
  },
  run(input) {
    const read = readStanding(listIn(input));
    if (!read.ok) return rejected(read.failure.message);
    const records = recordsIn(read.value);
    if (records === undefined) return rejected("nothing is known of the host");
    const vms = vmProfiles(records, { longAverageSeconds: 60 });
    const answer = codecs.HostProfiles.encode({ hostId: "a", answerTimeUnixMilliseconds: 1, vms });
    assert.ok(answer.ok, answer.ok ? "" : answer.failure.message);
    return accepted(vms);
  },
};

const clocks: Target = {
  name: "store/clock",
  form: "bytes",
  seeds: () => [new Uint8Array(clock)],
  run(input) {
    const bytes = Buffer.from(input);
    const read = readClock(bytes);
    if (read === undefined) return rejected("another length");
    if (Object.values(read).every(Number.isFinite)) assert.deepEqual(packClock(read), bytes);
    return accepted(read);
  },
};

/** A batch on whatever stands there gives a table that is read again as what was written. */
const tables: Target = {
  name: "store/table",
  form: "bytes",
  seeds: () => [
    new Uint8Array(tableOf({ "vm-0": record })),
    new Uint8Array(tableOf({ "vm-1": record, "vm-0": record, stays: record })),
    new Uint8Array(tableAfter(undefined, batchOf([], ["vm-0", "vm-9"]), settings).bytes),
  ],
  run(input) {
    const before = HostTable.read(Buffer.from(input));
    if (before === undefined) return rejected("no table");
    const sample = { counterEpoch: 1, outboundBytes: 6e6, inboundBytes: 8e6 };
    const samples = ["vm-0", "vm-1"].map((vmId) => ({ vmId, ...sample }));
    const after = tableAfter(before, batchOf(samples, ["vm-9"]), settings);
    const again = HostTable.read(after.bytes);
    assert.deepEqual(again?.records(), after.records());
    for (const vmId of ["vm-0", "vm-1", "vm-9"]) assert.ok(again?.records().has(vmId), vmId);
    const carried = tableWith(before, "vm-0", after.record(0));
    assert.deepEqual(HostTable.read(carried.bytes)?.recordOf("vm-0"), after.record(0));
    return accepted(after.roster.ids.length);
  },
};

/** The log shows where Redis is, and never the password. */
const url: Target = {
  name: "store/url",
  form: "text",
  tokens: ["redis://", "rediss://", "@", "%40", ":", "/0", "?db=1", "secretsecret"],
  seeds: () => ["redis://u:secretsecret@h:6379/0", "redis://:secretsecret@h", "rediss://h:6379"].map(bytesOf),
  run(input) {
    const written = textOf(input);
    let parsed: URL;
    try {
      parsed = new URL(written);
    } catch {
      return rejected("no URL");
    }
    const shown = withoutPassword(written);
    // Once: a host or a path may be called so too.
    if (
      written.split("secretsecret").length === 2 &&
      decodeURIComponent(parsed.password.replaceAll("%", "%25")).includes("secretsecret")
    ) {
      assert.ok(!shown.includes("secretsecret"), `${written} is shown as ${shown}`);
    }
    return accepted(shown);
  },
};

const sentinel: Target = {
  name: "store/sentinel-url",
  form: "text",
  tokens: ["redis+sentinel://", "redis-sentinel://", "@", ":", ",", "/0", "[::1]", "%40", "%", "secretsecret"],
  seeds: () => ["redis+sentinel://u:secretsecret@a:1,b:2/name/3", "redis-sentinel://[::1]/name"].map(bytesOf),
  run(input) {
    const parsed = parseSentinelUrl(textOf(input));
    if (!parsed.ok) assert.ok(!parsed.failure.message.includes("secretsecret"), "a failure that tells the password");
    else for (const { host, port } of parsed.value.sentinels) assert.ok(host !== "" && port >= 0 && port < 65_536);
    return verdictOf(parsed);
  },
};

export const storeTargets: readonly Target[] = [profiles, clocks, tables, url, sentinel];
