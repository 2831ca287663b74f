/** Changes that need no knowledge of what the bytes mean. */
import type { Random } from "./random.ts";

export type Mutate = (input: Uint8Array, random: Random, other: Uint8Array) => Uint8Array;

/** Larger inputs are made on purpose, see `enlarged`; these must stay quick. */
const MOST_BYTES = 64 * 1024;
/** Where a decoder with a quadratic habit would take minutes. */
const LARGE_BYTES = 192 * 1024;
const EDGE_BYTES = [0, 1, 0x09, 0x0a, 0x0d, 0x20, 0x22, 0x2c, 0x7f, 0x80, 0xc0, 0xed, 0xf8, 0xff];

export const mutateBytes: Mutate = (input, random, other) => {
  let bytes = input;
  for (let rounds = 1 + random.below(4); rounds > 0; rounds -= 1) bytes = random.pick(changes)(bytes, random, other);
  return bytes.length > MOST_BYTES ? bytes.subarray(0, MOST_BYTES) : bytes;
};

const changes: readonly Mutate[] = [
  function flipBit(bytes, random) {
    const changed = Uint8Array.from(bytes);
    const at = random.below(bytes.length);
    changed[at] = (changed[at] ?? 0) ^ (1 << random.below(8));
    return changed;
  },
  function setByte(bytes, random) {
    const changed = Uint8Array.from(bytes);
    changed[random.below(bytes.length)] = random.chance(0.5) ? random.pick(EDGE_BYTES) : random.below(256);
    return changed;
  },
  (bytes, random) => bytes.subarray(0, random.below(bytes.length + 1)),
  function remove(bytes, random) {
    const [from, to] = rangeIn(bytes, random);
    return joined(bytes.subarray(0, from), bytes.subarray(to));
  },
  function insert(bytes, random) {
    const at = random.below(bytes.length + 1);
    const added = Uint8Array.from({ length: 1 + random.below(8) }, () => random.below(256));
    return joined(bytes.subarray(0, at), added, bytes.subarray(at));
  },
  function repeat(bytes, random) {
    const [from, to] = rangeIn(bytes, random);
    const times = Math.min(1 + random.below(random.chance(0.05) ? 2000 : 8), Math.ceil(MOST_BYTES / (to - from + 1)));
    const part = bytes.subarray(from, to);
    return joined(bytes.subarray(0, to), ...Array.from({ length: times }, () => part), bytes.subarray(to));
  },
  function move(bytes, random) {
    const [from, to] = rangeIn(bytes, random);
    const rest = joined(bytes.subarray(0, from), bytes.subarray(to));
    const at = random.below(rest.length + 1);
    return joined(rest.subarray(0, at), bytes.subarray(from, to), rest.subarray(at));
  },
  function splice(bytes, random, other) {
    const [from, to] = rangeIn(other, random);
    const at = random.below(bytes.length + 1);
    return joined(bytes.subarray(0, at), other.subarray(from, to), bytes.subarray(random.below(2) * at));
  },
];

/** One part of it over and over: what takes time with the square of the length is seen then. */
export function enlarged(input: Uint8Array, random: Random): Uint8Array {
  const [from, to] = rangeIn(input, random);
  const part = to > from ? input.subarray(from, to) : Uint8Array.of(random.pick(EDGE_BYTES));
  const large = new Uint8Array(random.below(LARGE_BYTES));
  large.set(part.subarray(0, large.length));
  for (let filled = part.length; filled < large.length; filled *= 2) large.copyWithin(filled, 0, filled);
  return joined(input.subarray(0, to), large, random.chance(0.5) ? input.subarray(to) : new Uint8Array());
}

/** Mostly short: a byte, a word, a line. */
function rangeIn(bytes: Uint8Array, random: Random): readonly [number, number] {
  const from = random.below(bytes.length + 1);
  const longest = random.chance(0.8) ? 16 : bytes.length;
  return [from, Math.min(bytes.length, from + random.below(longest + 1))];
}

export function joined(...parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
