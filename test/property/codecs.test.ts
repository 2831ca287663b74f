/**
 * The codecs, for every message of the bus:
 *
 * 1. What was encoded is decoded as the same.
 * 2. Bytes of any kind are refused with a reason, or give a message that its schema accepts; nothing is thrown.
 * 3. A message that was cut or lost a field never gains a value: no quantity becomes zero, no text empty.
 * 4. A value that its schema does not accept is not encoded, and the refusal names the field.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { inspect } from "node:util";
import fc from "fast-check";
import { contraflow } from "#proto";
import type { Codec } from "../../services/kit/bus/codec.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { isPlainTrafficBatch } from "../../services/kit/domain/traffic.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { type Message, validMessage } from "./message-arbitrary.ts";
import { runs } from "./runs.ts";

const all = Object.values(codecs) as readonly Codec<unknown>[];
const wire = contraflow.v1 as unknown as {
  readonly [name: string]: {
    fromObject(object: object): object;
    encode(message: object): { finish(): Uint8Array };
  };
};

const arbitraries = new Map(all.map((codec) => [codec, validMessage(codec)]));
const valid = (codec: Codec<unknown>) => arbitraries.get(codec) ?? validMessage(codec);

/** Without the codec's checks: what another program could send. */
function rawBytes(codec: Codec<unknown>, value: object): Uint8Array {
  const message = wire[codec.name];
  assert.ok(message, `${codec.name} is in the generated module`);
  return message.encode(message.fromObject(value)).finish();
}

function acceptedOrRefused(codec: Codec<unknown>, bytes: Uint8Array): unknown {
  const result = codec.decode(bytes);
  if (result.ok) {
    assert.deepEqual(codec.schema.parse(result.value), result.value);
    return result.value;
  }
  assert.equal(result.failure.kind, "invalid");
  assert.ok(result.failure.message.startsWith(codec.name), result.failure.message);
  return undefined;
}

/** Every value in `part` is in `whole`, at the same place; lists and objects may be shorter. */
function assertPartOf(part: unknown, whole: unknown, path: string): void {
  if (typeof part !== "object" || part === null) {
    assert.deepEqual(part, whole, `${path} has another value than was sent`);
    return;
  }
  for (const [key, value] of Object.entries(part)) {
    assertPartOf(value, (whole as Message | undefined)?.[key], `${path}.${key}`);
  }
}

type Path = readonly (string | number)[];
interface Leaf {
  readonly path: Path;
  readonly value: unknown;
}

function leavesOf(value: unknown, path: Path = []): readonly Leaf[] {
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  if (typeof value !== "object" || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, field]) => leavesOf(field, [...path, key]));
}

function objectsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== "object" || value === null) return [];
  const inner = Object.entries(value).flatMap(([key, field]) =>
    objectsOf(field, [...path, Array.isArray(value) ? Number(key) : key]),
  );
  return Array.isArray(value) ? inner : [path, ...inner];
}

/** A copy with one place changed; `undefined` takes the key away. */
function withChanged(value: Message, path: Path, changed: unknown): Message {
  const copy = structuredClone(value);
  let at: Message = copy;
  for (const key of path.slice(0, -1)) at = at[key] as Message;
  const last = String(path.at(-1));
  if (changed === undefined) delete at[last];
  else at[last] = changed;
  return copy;
}

const written = (path: Path) =>
  path.map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${key}`)).join("");

function wrongValuesFor(value: unknown): readonly unknown[] {
  switch (typeof value) {
    case "number":
      return ["1", true, null, 1n, -1, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53, [1], { low: 1, high: 0 }];
    case "boolean":
      return ["true", 0, null];
    default:
      return [
        5,
        null,
        true,
        ["x"],
        { toString: "x" },
        "no such \n value, and longer than any name may be ".repeat(200),
      ];
  }
}

describe("every message", () => {
  it("is decoded as what was encoded", (t) => {
    const tries = runs(t, 60);
    for (const codec of all) {
      const property = fc.property(valid(codec), (value) => {
        assert.deepEqual(unwrap(codec.decode(unwrap(codec.encode(value)))), value);
      });
      fc.assert(property, tries);
    }
  });

  it("that was cut anywhere is refused, or a part of what was sent: never a zero", (t) => {
    const tries = runs(t, 8);
    for (const codec of all) {
      const property = fc.property(valid(codec), (value) => {
        const bytes = unwrap(codec.encode(value));
        const step = Math.max(1, Math.floor(bytes.length / 200));
        for (let length = 0; length < bytes.length; length += step) {
          const decoded = acceptedOrRefused(codec, bytes.subarray(0, length));
          if (decoded !== undefined) assertPartOf(decoded, value, `${codec.name} cut at ${length}`);
        }
      });
      fc.assert(property, tries);
    }
  });

  it("that lost a field is refused, or lacks it: never a zero or an empty text", (t) => {
    const tries = runs(t, 40);
    for (const codec of all) {
      const property = fc.property(valid(codec), fc.nat(), (value, pick) => {
        const leaves = leavesOf(value).filter(({ path }) => typeof path.at(-1) === "string");
        const leaf = leaves[pick % leaves.length];
        if (leaf === undefined) return;
        const less = withChanged(value, leaf.path, undefined);
        const decoded = acceptedOrRefused(codec, rawBytes(codec, less));
        if (decoded !== undefined) assertPartOf(decoded, less, `${codec.name} without ${written(leaf.path)}`);
      });
      fc.assert(property, tries);
    }
  });

  it("with damaged bytes is refused, or valid by its schema", (t) => {
    const damage = fc.array(
      fc.record({
        at: fc.double({ min: 0, max: 1, noNaN: true }),
        remove: fc.nat(8),
        insert: fc.uint8Array({ maxLength: 12 }),
      }),
      { minLength: 1, maxLength: 4 },
    );
    const tries = runs(t, 60);
    for (const codec of all) {
      const property = fc.property(valid(codec), damage, (value, damages) => {
        let bytes = [...unwrap(codec.encode(value))];
        for (const { at, remove, insert } of damages) {
          bytes = bytes.toSpliced(Math.floor(at * bytes.length), remove, ...insert);
        }
        acceptedOrRefused(codec, Uint8Array.from(bytes));
      });
      fc.assert(property, tries);
    }
  });

  it("of another kind, or no message at all, is refused or valid by the schema", (t) => {
    const tries = runs(t, 30);
    for (const codec of all) {
      const other = fc.constantFrom(...all).chain((kind) => valid(kind).map((value) => rawBytes(kind, value)));
      const property = fc.property(fc.oneof(fc.uint8Array({ maxLength: 300 }), other), (bytes) => {
        acceptedOrRefused(codec, bytes);
      });
      fc.assert(property, tries);
    }
  });

  it("that is too large is refused before it is read, and one that is nearly so does not hold up the process", () => {
    for (const codec of all) {
      const refused = codec.decode(new Uint8Array(codec.maxBytes + 1));
      assert.match(refused.ok ? "" : refused.failure.message, /bytes, at most/);
      // Empty sub-messages are the most objects that bytes can be made to stand for: a field's tag, length 0.
      const bytes = new Uint8Array(codec.maxBytes);
      for (let index = 0; index + 1 < bytes.length; index += 2) bytes[index] = ((1 + ((index >> 1) % 8)) << 3) | 2;
      acceptedOrRefused(codec, bytes);
      // A length that promises more than there is, and a varint that does not end.
      acceptedOrRefused(codec, Uint8Array.of(0x0a, 0xff, 0xff, 0xff, 0xff, 0x0f));
      acceptedOrRefused(codec, new Uint8Array(64).fill(0xff));
    }
  });

  it("with a wrong value is not encoded, and the refusal names the field", (t) => {
    const tries = runs(t, 60);
    for (const codec of all) {
      const property = fc.property(valid(codec), fc.nat(), fc.nat(), (value, pick, wrongPick) => {
        const leaves = leavesOf(value);
        const leaf = leaves[pick % leaves.length];
        if (leaf === undefined) return;
        const wrongValues = wrongValuesFor(leaf.value);
        const wrong = wrongValues[wrongPick % wrongValues.length];
        const result = codec.encode(withChanged(value, leaf.path, wrong));
        assert.equal(result.ok, false, `${codec.name}.${written(leaf.path)} was encoded as ${inspect(wrong)}`);
        assert.equal(result.failure.kind, "invalid");
        assert.equal(result.failure.field?.startsWith(written(leaf.path)), true, result.failure.message);
      });
      fc.assert(property, tries);
    }
  });

  it("with a key that it does not have is not encoded", (t) => {
    const tries = runs(t, 20);
    for (const codec of all) {
      const property = fc.property(valid(codec), fc.nat(), (value, pick) => {
        const objects = objectsOf(value);
        const path = objects[pick % objects.length] ?? [];
        const result = codec.encode(withChanged(value, [...path, "outboundByte"], 1));
        assert.match(result.ok ? "" : result.failure.message, /outboundByte/);
      });
      fc.assert(property, tries);
    }
  });
});

describe("a traffic batch that is plain", () => {
  const codec = codecs.TrafficBatch as Codec<unknown>;

  it("is what the schema takes as it is, whatever was done to it", (t) => {
    const seen = { plain: 0, other: 0 };
    const property = fc.property(valid(codec), fc.nat(), fc.nat(), (value, pick, wrongPick) => {
      const leaves = leavesOf(value);
      const leaf = leaves[pick % leaves.length] ?? { path: ["hostId"], value: "" };
      const objects = objectsOf(value);
      const wrongs = [...wrongValuesFor(leaf.value), undefined, 0.5, -0, 2 ** 32];
      const changed = [
        value,
        withChanged(value, leaf.path, wrongs[wrongPick % wrongs.length]),
        withChanged(value, [...(objects[pick % objects.length] ?? []), "outboundByte"], 1),
        withChanged(value, ["sampleCount"], 1),
      ];
      for (const one of changed) {
        const parsed = codec.schema.safeParse(one);
        if (isPlainTrafficBatch(one)) {
          seen.plain += 1;
          assert.deepEqual(parsed.data, one, inspect(parsed.error));
        } else {
          seen.other += 1;
          assert.equal(parsed.success, false, `good, and still not plain: ${inspect(one, { depth: 4 })}`);
        }
      }
    });
    fc.assert(property, runs(t, 300));
    assert.ok(seen.plain > 300 && seen.other > 300, inspect(seen));
  });

  it("is no other thing", () => {
    for (const other of [undefined, null, 5, "samples", [], {}, { samples: [null], sampleCount: 1 }]) {
      assert.equal(isPlainTrafficBatch(other), false);
    }
  });
});

describe("a counter", () => {
  const batch = {
    hostId: "host-a",
    sequence: 7,
    sampleCount: 1,
    sampleTimeUnixMilliseconds: 1_700_000_000_000,
    monotonicMicroseconds: 5,
    samples: [{ vmId: "vm-0", counterEpoch: 0xffff_ffff, outboundBytes: Number.MAX_SAFE_INTEGER, inboundBytes: 0 }],
    links: [],
    unknownTrafficVmIds: [],
  };

  it("is exact up to 2^53 - 1, and zero stays a zero that was sent", () => {
    assert.deepEqual(unwrap(codecs.TrafficBatch.decode(unwrap(codecs.TrafficBatch.encode(batch)))), batch);
  });

  it("above 2^53 from another program is refused, not rounded", () => {
    const larger = { ...batch, samples: [{ ...batch.samples[0], outboundBytes: 2 ** 60 }] };
    const result = codecs.TrafficBatch.decode(rawBytes(codecs.TrafficBatch as Codec<unknown>, larger));
    assert.equal(result.ok ? "" : result.failure.field, "samples[0].outboundBytes");
  });

  it("with a fraction is refused", () => {
    const result = codecs.TrafficBatch.encode({ ...batch, sequence: 1.5 });
    assert.equal(result.ok ? "" : result.failure.field, "sequence");
  });

  it("of more samples than are there shows that the message was cut", () => {
    const result = codecs.TrafficBatch.decode(
      rawBytes(codecs.TrafficBatch as Codec<unknown>, { ...batch, samples: [] }),
    );
    assert.equal(result.ok ? "" : result.failure.field, "sampleCount");
  });
});

describe("a text", () => {
  it("with half a character, which is not UTF-8, is refused", () => {
    const result = codecs.CancelEvacuation.encode({ evacuationId: "e", reason: "\ud83d" });
    assert.equal(result.ok ? "" : result.failure.field, "reason");
    assert.equal(codecs.CancelEvacuation.encode({ evacuationId: "e", reason: "\ud83d\ude00" }).ok, true);
  });

  it("of bytes that are not UTF-8 is refused", () => {
    acceptedOrRefused(codecs.CancelEvacuation as Codec<unknown>, Uint8Array.of(0x0a, 1, 0x65, 0x12, 2, 0xc3, 0x28));
    const result = codecs.CancelEvacuation.decode(Uint8Array.of(0x0a, 1, 0x65, 0x12, 2, 0xc3, 0x28));
    assert.equal(result.ok, false);
  });
});

describe("an enumeration", () => {
  const decided = {
    migration: { migrationId: "e-1", evacuationId: "e", vmId: "v", sourceHostId: "a", destinationHostId: "b" },
    technique: "PRE_COPY" as const,
    reason: "because",
    eventTimeUnixMilliseconds: 1,
  };
  const raw = (technique: number) =>
    codecs.MigrationDecided.decode(rawBytes(codecs.MigrationDecided as Codec<unknown>, { ...decided, technique }));

  it("is refused when it is unspecified or of a number that this version does not know", () => {
    assert.equal(raw(1).ok, true);
    for (const number of [0, 4, 99]) {
      const result = raw(number);
      assert.equal(result.ok ? "" : result.failure.field, "technique", `number ${number}`);
    }
  });

  it("is refused by any other name", () => {
    const value = { ...decided, technique: "TECHNIQUE_UNSPECIFIED" as "PRE_COPY" };
    const result = codecs.MigrationDecided.encode(value);
    assert.equal(result.ok ? "" : result.failure.field, "technique");
  });
});
