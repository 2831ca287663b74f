/** Changes to what a JSON text says: fields lost, doubled, of another type, nested without end. */
import type { Mutate } from "./mutate-bytes.ts";
import { NUMBERS, textMutator } from "./mutate-text.ts";
import type { Random } from "./random.ts";
import { bytesOf, textOf } from "./target.ts";

/** JSON text that stands for itself: numbers that `JSON.stringify` would never write. */
class Written {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
  }
}

type Holder = Record<string, unknown> | unknown[];

export function jsonMutator(tokens: readonly string[] = []): Mutate {
  const mutateText = textMutator([...tokens, "{", "}", "[", "]", '"', ",", "null", "//", "/*", "\\ud83d", "\\u0000"]);
  return (input, random, other) => {
    const value = random.chance(0.75) ? parsed(input) : undefined;
    if (typeof value !== "object" || value === null) return mutateText(input, random, other);
    let document: unknown = value;
    try {
      for (let rounds = 1 + random.below(3); rounds > 0; rounds -= 1)
        document = changed(document, random, other, tokens);
      return bytesOf(written(document, random));
    } catch (error) {
      // One that is nested too deep for this, too.
      if (error instanceof RangeError) return mutateText(input, random, other);
      throw error;
    }
  };
}

function parsed(input: Uint8Array): unknown {
  try {
    return JSON.parse(textOf(input));
  } catch {
    return undefined;
  }
}

/** Changes the document in place, or gives another. */
function changed(document: unknown, random: Random, other: Uint8Array, tokens: readonly string[]): unknown {
  const holders = holdersIn(document);
  if (holders.length === 0) return strange(random, other, tokens);
  const holder = random.pick(holders);
  const keys = Object.keys(holder);
  const key = keys.length === 0 ? "0" : random.pick(keys);
  const at = (holder as Record<string, unknown>)[key];
  switch (random.below(8)) {
    case 0:
      if (Array.isArray(holder)) holder.splice(Number(key), 1);
      else delete holder[key];
      return document;
    case 1:
    case 2:
      put(holder, key, strange(random, other, tokens));
      return document;
    case 3:
      put(holder, random.pick([...tokens, ...keys, "__proto__", "constructor", "toString", "", "0"]), at ?? 1);
      return document;
    case 4:
      if (Array.isArray(holder))
        holder.push(...Array.from({ length: 1 + random.below(20) }, () => structuredClone(at)));
      else put(holder, key, [at, at]);
      return document;
    case 5:
      put(holder, key, nested(at, random));
      return document;
    case 6: {
      const from = holdersIn(parsed(other));
      if (from.length > 0) put(holder, key, random.pick(from));
      return document;
    }
    default:
      put(holder, key, typeof at === "number" ? new Written(random.pick(NUMBERS)) : JSON.stringify(at ?? null));
      return document;
  }
}

/** An own property whatever it is called: an assignment to `__proto__` would be none. */
function put(holder: Holder, key: string, value: unknown): void {
  if (Array.isArray(holder) && !/^\d+$/.test(key)) return;
  Object.defineProperty(holder, key, { value, enumerable: true, configurable: true, writable: true });
}

const SHALLOW = 24;
const DEEP = 30_000;

/** Rarely as deep as no recursion goes. */
function nested(value: unknown, random: Random): Written {
  const depth = 1 + random.below(random.chance(0.02) ? DEEP : SHALLOW);
  const [open, close] = random.pick([
    ["[", "]"],
    ['{"devices":[', "]}"],
    ['{"a":', "}"],
  ] as const);
  return new Written(open.repeat(depth) + written(value ?? null) + close.repeat(depth));
}

function strange(random: Random, other: Uint8Array, tokens: readonly string[]): unknown {
  const texts = [
    "",
    " ",
    "x".repeat(random.below(5000)),
    "\u0000",
    "\ud83d",
    "../..",
    "-rm",
    "a,b=c",
    "é",
    "\n",
    "__proto__",
  ];
  return random.pick<() => unknown>([
    () => null,
    () => random.chance(0.5),
    () => [],
    () => ({}),
    () => new Written(random.pick(NUMBERS)),
    () =>
      new Written(random.pick(["0", "-0", "1e308", "5e-324", "9007199254740991", "9007199254740992", "4294967296"])),
    () => random.pick([...texts, ...tokens]),
    () => random.pick(NUMBERS),
    () => parsed(other) ?? null,
  ])();
}

function holdersIn(value: unknown): readonly Holder[] {
  if (typeof value !== "object" || value === null || value instanceof Written) return [];
  return [value as Holder, ...Object.values(value).flatMap(holdersIn)];
}

/** Rarely with a key twice. */
function written(value: unknown, random?: Random): string {
  if (value instanceof Written) return value.text;
  if (Array.isArray(value)) return `[${value.map((item) => written(item, random)).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const entries = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}:${written(field, random)}`);
  if (random?.chance(0.02)) entries.push(...entries.slice(0, 1));
  return `{${entries.join(",")}}`;
}
