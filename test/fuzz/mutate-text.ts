/** Changes to text: lines, words and numbers, and what text must not hold. */
import { joined, type Mutate, mutateBytes } from "./mutate-bytes.ts";
import type { Random } from "./random.ts";
import { bytesOf, textOf } from "./target.ts";

/** Numbers at which representations end, and what is no number although it begins like one. */
export const NUMBERS: readonly string[] = [
  ...[
    "0",
    "-0",
    "-1",
    "1",
    "00",
    "0x10",
    "0b1",
    "1e3",
    "1e308",
    "1e309",
    "1e999",
    "-1e999",
    "5e-324",
    "1.5",
    ".5",
    "1.",
    "+1",
  ],
  ...["255", "256", "65535", "65536", "99999", "2147483648", "4294967295", "4294967296", "9007199254740991"],
  ...["9007199254740992", "9223372036854775808", "18446744073709551615", "18446744073709551616", "1".repeat(400)],
  ...["NaN", "Infinity", "-Infinity", "1_000", "1,000", "1.2.3", "１"],
];

const WORDS: readonly string[] = [
  ...["", " ", "\t", "\n", "\r\n", "\r", "\0", "\u00a0", "\u2028", "\ufeff", "\ufffd", "é", "\u202e", "𝒳", "\u001b[2J"],
  ...["__proto__", "constructor", "toString", "hasOwnProperty", "valueOf", "null", "true", "undefined"],
  ...["..", "../..", "/", "//", "-", "--", "=", ",", ",,", ":", ";", "*", "%s", "%00", "$(id)", "`id`", "'", '"', "\\"],
];

export function textMutator(tokens: readonly string[] = []): Mutate {
  const words = [...WORDS, ...tokens, ...tokens];
  const changes: readonly ((text: string, random: Random, other: string) => string)[] = [
    function number(text, random) {
      const found = [...text.matchAll(/\d+(\.\d+)?/g)];
      if (found.length === 0) return text + random.pick(NUMBERS);
      const { 0: old, index } = random.pick(found);
      return text.slice(0, index) + random.pick(NUMBERS) + text.slice(index + old.length);
    },
    function word(text, random) {
      const at = random.below(text.length + 1);
      const end = random.chance(0.5) ? at : Math.min(text.length, at + random.below(12));
      return text.slice(0, at) + random.pick(words) + text.slice(end);
    },
    (text, random) => text.replace(random.pick(words) || " ", () => random.pick(words)),
    function lines(text, random, other) {
      const all = text.split("\n");
      const from = random.below(all.length);
      const some = all.slice(from, from + 1 + random.below(4));
      switch (random.below(4)) {
        case 0:
          return all.toSpliced(from, some.length).join("\n");
        case 1:
          return all.toSpliced(random.below(all.length + 1), 0, ...some).join("\n");
        case 2:
          return all.toSpliced(from, some.length, random.pick(other.split("\n"))).join("\n");
        default:
          return all.toSpliced(from, some.length, some.join(random.pick(["", " ", "\t", "\r"]))).join("\n");
      }
    },
    (text, random) => text.slice(0, random.below(text.length + 1)),
  ];
  return (input, random, other) => {
    if (random.chance(0.2)) return mutateBytes(input, random, other);
    let text = textOf(input);
    for (let rounds = 1 + random.below(4); rounds > 0; rounds -= 1) {
      text = random.pick(changes)(text, random, textOf(other));
    }
    const bytes = bytesOf(text.slice(0, 64 * 1024));
    // What is not UTF-8 is met too.
    return random.chance(0.02) ? joined(bytes, Uint8Array.of(0xc3, 0x28)) : bytes;
  };
}
