/** What Redis holds, whoever wrote it. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { codecs } from "../../../services/kit/bus/messages.ts";
import type { TrafficBatch } from "../../../services/kit/domain/traffic.ts";
import { parseSentinelUrl } from "../../../services/kit/store/sentinel.ts";
import { withoutPassword } from "../../../services/kit/store/store.ts";
import {
  CLOCK_FIELD,
  packBatch,
  packCarry,
  RECORD_BYTES,
  readClock,
  readRecord,
} from "../../../services/profiler/core/record.ts";
import { readReply } from "../../../services/profiler/profiles.ts";
import { vmProfiles } from "../../../services/profiler/service.ts";
import { validMessage } from "../../property/message-arbitrary.ts";
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

const record = Buffer.concat([
  Buffer.from([1, 0, 0, 0]),
  doubles(5e6, 1_700_000_000_000, 5e6, 7e6, 60, 0.9, 0.6, 1e5, 1e5, 1e10, 2e5, 2e5, 1e10, 4e6, 1e6, 1e6, 2e6, 2e6),
]);
const clock = doubles(5e6, 1_700_000_000_000, 1_700_000_000_500, 3, 1_600_000_000_000, 9, 0.9, 0.8, 1);
const DAMAGED = [Number.NaN, Number.POSITIVE_INFINITY, -1, 1e308, 2 ** 60, 5e-324];

/** A profile that one VM's damaged record would spoil keeps all the others of its host from being told. */
const profiles: Target = {
  name: "store/host-records",
  form: "bytes",
  seeds: () => {
    const now = bytesOf("1700000001000");
    const host = (fields: readonly Uint8Array[]) => listed([now, bytesOf(CLOCK_FIELD), clock, ...fields]);
    const damaged = DAMAGED.flatMap((value) =>
      [0, 1, 2, 4, 5, 6, 7, 8, 9, 13, 14].map((index) => {
        const bytes = Buffer.from(record);
        bytes.writeDoubleLE(value, 4 + index * 8);
        return host([bytesOf("vm-0"), record, bytesOf("vm-1"), bytes]);
      }),
    );
    return [host([bytesOf("vm-0"), record, bytesOf("vm-1"), new Uint8Array()]), listed([now]), ...damaged];
  },
  run(input) {
    const read = readReply(listIn(input));
    if (!read.ok) return rejected(read.failure.message);
    if (read.value === undefined) return rejected("nothing is known of the host");
    const vms = vmProfiles(read.value, { longAverageSeconds: 60 });
    const answer = codecs.HostProfiles.encode({ hostId: "a", answerTimeUnixMilliseconds: 1, vms });
    assert.ok(answer.ok, answer.ok ? "" : answer.failure.message);
    return accepted(vms);
  },
};

const records: Target = {
  name: "store/record",
  form: "bytes",
  seeds: () => [new Uint8Array(record), new Uint8Array(clock), new Uint8Array(RECORD_BYTES)],
  run(input) {
    const bytes = Buffer.from(input);
    const [traffic, time] = [readRecord(bytes), readClock(bytes)];
    const carried = packCarry("vm-0", bytes);
    assert.deepEqual(carried.subarray(5), bytes);
    if (traffic === undefined && time === undefined) return rejected("another length");
    return accepted(traffic ?? time);
  },
};

/** What the script in Redis reads, read here by its own words for the form: `<ddddddI2I2`, `<I4ddBc0`, `<Bc0`. */
const batch: Target = {
  name: "store/batch",
  form: "wire",
  seeds: (random) =>
    fc.sample(validMessage(codecs.TrafficBatch), { numRuns: 16, seed: random.below(2 ** 31) }).map((value) => {
      const encoded = codecs.TrafficBatch.encode(value as unknown as TrafficBatch);
      return encoded.ok ? encoded.value : new Uint8Array();
    }),
  run(input) {
    const decoded = codecs.TrafficBatch.decode(input);
    if (!decoded.ok) return verdictOf(decoded);
    const packed = packBatch(decoded.value);
    assert.deepEqual(unpacked(packed), {
      times: [
        ...[decoded.value.monotonicMicroseconds, decoded.value.sampleTimeUnixMilliseconds],
        ...[decoded.value.delayedMilliseconds ?? 0, decoded.value.agentStartTimeUnixMilliseconds ?? 0],
        ...[decoded.value.sequence, decoded.value.tickMilliseconds ?? 0],
      ],
      samples: decoded.value.samples,
      unknownTrafficVmIds: decoded.value.unknownTrafficVmIds,
    });
    return accepted(packed);
  },
};

function unpacked(bytes: Buffer) {
  const times = Array.from({ length: 6 }, (_, index) => bytes.readDoubleLE(index * 8));
  let at = 52;
  const readId = () => {
    const length = bytes.readUInt8(at);
    at += 1 + length;
    return bytes.toString("latin1", at - length, at);
  };
  const samples = Array.from({ length: bytes.readUInt16LE(48) }, () => {
    const numbers = { counterEpoch: bytes.readUInt32LE(at), outboundBytes: bytes.readDoubleLE(at + 4) };
    const inboundBytes = bytes.readDoubleLE(at + 12);
    at += 20;
    return { vmId: readId(), ...numbers, inboundBytes };
  });
  const unknownTrafficVmIds = Array.from({ length: bytes.readUInt16LE(50) }, readId);
  assert.equal(at, bytes.length, "nothing is left over");
  return { times, samples, unknownTrafficVmIds };
}

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
    if (
      written.includes("secretsecret") &&
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

export const storeTargets: readonly Target[] = [profiles, records, batch, url, sentinel];
