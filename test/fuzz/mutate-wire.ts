/**
 * Changes to protobuf, by what it is made of: fields lost, doubled, in another order, of another number or type; lengths
 * that lie; numbers at their ends; messages inside themselves.
 */
import { enlarged, joined, type Mutate, mutateBytes } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";

interface Field {
  number: number;
  /** As on the wire: 0 varint, 1 of 64 bits, 2 with a length, 3 and 4 groups, 5 of 32 bits. */
  type: number;
  content: bigint | Uint8Array | Field[];
  /** What is written instead of the true length. */
  saidLength?: bigint;
}

const DEEPEST = 8;
const MOST_FIELD_BYTES = 64 * 1024;
const VARINTS = [0n, 1n, 127n, 128n, 2n ** 31n, 2n ** 32n - 1n, 2n ** 53n - 1n, 2n ** 53n, 2n ** 63n, 2n ** 64n - 1n];
const DOUBLES = [
  0,
  -0,
  1,
  -1,
  0.5,
  5e-324,
  1e308,
  2 ** 53,
  Number.NaN,
  Number.POSITIVE_INFINITY,
  Number.NEGATIVE_INFINITY,
];

export const mutateWire: Mutate = (input, random, other) => {
  const fields = random.chance(0.85) ? fieldsOf(input) : undefined;
  if (fields === undefined || fields.length === 0) return mutateBytes(input, random, other);
  for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1) {
    random.pick(changes)(random.pick(listsIn(fields)), random, other);
  }
  const bytes = messageOf(fields);
  return random.chance(0.1) ? mutateBytes(bytes, random, other) : bytes;
};

type Change = (fields: Field[], random: Random, other: Uint8Array) => void;

const changes: readonly Change[] = [
  (fields, random) => void fields.splice(random.below(fields.length), 1),
  function double(fields, random) {
    const field = fields[random.below(fields.length)];
    if (field === undefined) return;
    const times = random.chance(0.03) ? random.below(5000) : 1 + random.below(3);
    const affordable = Math.min(times, Math.ceil(MOST_FIELD_BYTES / (messageOf([field]).length + 1)));
    fields.splice(
      random.below(fields.length + 1),
      0,
      ...Array.from({ length: affordable }, () => structuredClone(field)),
    );
  },
  function reorder(fields, random) {
    const [field] = fields.splice(random.below(fields.length), 1);
    if (field !== undefined) fields.splice(random.below(fields.length + 1), 0, field);
  },
  withField((field, random) => {
    field.number = random.pick([0, 1, 2, 3, 4, 5, 6, 7, 8, 15, 16, 18_999, 19_000, 2 ** 29 - 1, 2 ** 29]);
  }),
  withField((field, random) => {
    field.type = random.below(8);
  }),
  withField((field, random) => {
    if (typeof field.content === "bigint") field.content = random.pick(VARINTS);
    else if (field.type === 1) field.content = doubleBytes(random.pick(DOUBLES));
    else if (field.content instanceof Uint8Array) field.content = textBytes(field.content, random);
  }),
  withField((field, random) => {
    field.saidLength = random.pick([...VARINTS, BigInt(random.below(300))]);
  }),
  withField((field, random) => {
    const depth = 1 + random.below(random.chance(0.9) ? 6 : random.chance(0.9) ? 120 : 2000);
    let inner = messageOf([field]);
    for (let level = 0; level < depth && inner.length < MOST_FIELD_BYTES; level += 1) {
      inner = messageOf([{ number: field.number, type: 2, content: inner }]);
    }
    field.type = 2;
    field.content = inner;
  }),
  function group(fields, random) {
    const number = 1 + random.below(20);
    const starts = random.below(random.chance(0.1) ? 3000 : 4);
    const open: Field = { number, type: 3, content: new Uint8Array() };
    fields.splice(random.below(fields.length + 1), 0, ...Array.from({ length: starts }, () => ({ ...open })));
    if (random.chance(0.5)) fields.push({ number, type: 4, content: new Uint8Array() });
  },
  function fromAnother(fields, random, other) {
    const theirs = fieldsOf(other);
    if (theirs === undefined || theirs.length === 0) return;
    const list = random.pick(listsIn(theirs));
    if (list.length > 0) fields.splice(random.below(fields.length + 1), random.below(2), random.pick(list));
  },
];

function withField(change: (field: Field, random: Random) => void): Change {
  return (fields, random) => {
    if (fields.length > 0) change(random.pick(fields), random);
  };
}

function textBytes(bytes: Uint8Array, random: Random): Uint8Array {
  const words = ["", "..", "-x", "a,b=c", "a/b", "\0", "\n", "x".repeat(65), "é", "0", "host-0", "*", "cf.v1"];
  switch (random.below(5)) {
    case 0:
      return Uint8Array.of(0xc3, 0x28);
    case 1:
      return new TextEncoder().encode(random.pick(words));
    case 2:
      return enlarged(bytes, random).subarray(0, 8192);
    default:
      return bytes.length === 0 ? Uint8Array.of(0x2d) : mutateBytes(bytes, random, bytes);
  }
}

function doubleBytes(value: number): Uint8Array {
  const bytes = new Uint8Array(8);
  new DataView(bytes.buffer).setFloat64(0, value, true);
  return bytes;
}

function listsIn(fields: Field[]): readonly Field[][] {
  return [fields, ...fields.flatMap(({ content }) => (Array.isArray(content) ? listsIn(content) : []))];
}

/** Undefined: these bytes are no message. A text that could be one is taken for one. */
function fieldsOf(bytes: Uint8Array, depth = 0): Field[] | undefined {
  const fields: Field[] = [];
  let at = 0;
  const varint = (): bigint | undefined => {
    let value = 0n;
    for (let shift = 0n; shift < 64n; shift += 7n) {
      const byte = bytes[at];
      if (byte === undefined) return undefined;
      at += 1;
      value |= BigInt(byte & 0x7f) << shift;
      if (byte < 0x80) return value;
    }
    return undefined;
  };
  while (at < bytes.length) {
    const tag = varint();
    if (tag === undefined || tag >> 3n === 0n || tag >= 2n ** 32n) return undefined;
    const field: Field = { number: Number(tag >> 3n), type: Number(tag & 7n), content: new Uint8Array() };
    if (field.type === 0) {
      const value = varint();
      if (value === undefined) return undefined;
      field.content = value;
    } else {
      const length = field.type === 1 ? 8n : field.type === 5 ? 4n : field.type === 2 ? varint() : undefined;
      if (length === undefined || length > BigInt(bytes.length - at)) return undefined;
      const content = bytes.subarray(at, at + Number(length));
      at += Number(length);
      const inner =
        field.type === 2 && content.length > 0 && depth < DEEPEST ? fieldsOf(content, depth + 1) : undefined;
      field.content = inner ?? content;
    }
    fields.push(field);
  }
  return fields;
}

function messageOf(fields: readonly Field[]): Uint8Array {
  return joined(
    ...fields.flatMap(({ number, type, content, saidLength }) => {
      const tag = varintBytes((BigInt(number) << 3n) | BigInt(type));
      if (typeof content === "bigint") return [tag, varintBytes(content)];
      const bytes = Array.isArray(content) ? messageOf(content) : content;
      return type === 2 ? [tag, varintBytes(saidLength ?? BigInt(bytes.length)), bytes] : [tag, bytes];
    }),
  );
}

function varintBytes(value: bigint): Uint8Array {
  if (value >= 0n && value < 128n) return Uint8Array.of(Number(value));
  const bytes: number[] = [];
  let rest = BigInt.asUintN(64, value);
  do {
    bytes.push(Number(rest & 0x7fn) | (rest > 0x7fn ? 0x80 : 0));
    rest >>= 7n;
  } while (rest > 0n);
  return Uint8Array.from(bytes);
}
