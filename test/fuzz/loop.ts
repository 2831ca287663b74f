/**
 * Runs one target over many inputs. With coverage, an input that runs code which none before it ran is kept, and changed
 * further; without, the inputs are changes of the valid ones alone.
 *
 * 1. A target's inputs depend on its seed and the code alone: the same seed finds the same.
 * 2. Each input is told to `guard` before it is run, so that somebody else can say which one never ended.
 * 3. What is accepted is at most so many times as large as its input, and so are the words of a refusal.
 */
import assert from "node:assert/strict";
import { setImmediate } from "node:timers/promises";
import type { Coverage } from "./coverage.ts";
import { collectedBytes, sizeOf } from "./memory.ts";
import { enlarged, type Mutate, mutateBytes } from "./mutate-bytes.ts";
import { jsonMutator } from "./mutate-json.ts";
import { textMutator } from "./mutate-text.ts";
import { mutateWire } from "./mutate-wire.ts";
import { createRandom, type Random, seedOf } from "./random.ts";
import { shrink } from "./shrink.ts";
import type { Target, Verdict } from "./target.ts";

export interface Options {
  readonly seed: number;
  readonly inputs: number;
  readonly coverage: Coverage | undefined;
  readonly guard: (input: Uint8Array) => void;
}

export interface Summary {
  readonly inputs: number;
  readonly accepted: number;
  readonly rejected: number;
  /** Inputs that were kept because they ran new code, and how much code ran that no target before had run. */
  readonly kept: number;
  readonly newCharacters: number;
  /** Heap and buffers that stayed, from the first quarter of the inputs to the last. */
  readonly grownBytes: number;
  readonly finding?: Finding;
}

export interface Finding {
  readonly message: string;
  readonly stack: string;
  readonly input: Uint8Array;
}

/** Coverage is asked for once in so many inputs. */
const BATCH = 256;
const MOST_KEPT = 400;
/** Of the inputs: a valid one as it is, and a large one. */
const UNCHANGED = 0.01;
const ENLARGED = 0.0015;
/** Defaults and reasons are there whatever the input was. */
const LEAST_OUTPUT_BYTES = 32 * 1024;
const OUTPUT_FACTOR = 64;
/** Fewer show no growth, and a collection takes a tenth of a second. */
const MEASURED_FROM = 2_000;
/** Code that V8 compiles late, and its counters. */
const MOST_GROWN_BYTES = 24 * 1024 * 1024;

export async function fuzz(target: Target, options: Options): Promise<Summary> {
  const random = createRandom(seedOf(options.seed, target.name));
  const run = new Run(target, options);
  try {
    const seeds = await target.seeds(random);
    assert.ok(seeds.length > 0, `${target.name} has no input to begin from`);
    return await run.all(seeds, random);
  } finally {
    await target.close?.();
  }
}

class Run {
  readonly #target: Target;
  readonly #options: Options;
  readonly #mutate: Mutate;
  #seeds: readonly Uint8Array[] = [];
  #inputs = 0;
  #accepted = 0;
  #kept = 0;
  #finding: Finding | undefined;

  constructor(target: Target, options: Options) {
    this.#target = target;
    this.#options = options;
    this.#mutate = mutatorOf(target);
  }

  async all(seeds: readonly Uint8Array[], random: Random): Promise<Summary> {
    const { inputs, coverage } = this.#options;
    const corpus = [...seeds];
    this.#seeds = seeds;
    await coverage?.takeNew();
    const reached = coverage?.characters ?? 0;
    await this.#batch(seeds, corpus);
    let settled: number | undefined;
    let held = 0;
    while (this.#inputs < inputs && this.#finding === undefined) {
      const size = Math.min(BATCH, inputs - this.#inputs);
      await this.#batch(
        Array.from({ length: size }, () => this.#next(corpus, random)),
        corpus,
      );
      // Warnings of Node's are told between turns: without one they would pile up.
      await setImmediate();
      if (settled === undefined && inputs >= MEASURED_FROM && this.#inputs * 4 >= inputs) {
        held = heldBytes(corpus);
        settled = collectedBytes();
      }
    }
    const grownBytes = settled === undefined ? 0 : collectedBytes() - settled - (heldBytes(corpus) - held);
    if (this.#finding === undefined && grownBytes > MOST_GROWN_BYTES) {
      const message = `${grownBytes} bytes stay after ${this.#inputs} inputs`;
      this.#finding = { message, stack: message, input: new Uint8Array() };
    }
    return {
      ...{ inputs: this.#inputs, accepted: this.#accepted, rejected: this.#inputs - this.#accepted, kept: this.#kept },
      newCharacters: (coverage?.characters ?? 0) - reached,
      grownBytes,
      ...(this.#finding === undefined ? {} : { finding: this.#finding }),
    };
  }

  #next(corpus: readonly Uint8Array[], random: Random): Uint8Array {
    // What is kept is mostly refused, and changes of it are, too: half begin from what is accepted.
    const from = random.pick(random.chance(0.5) ? this.#seeds : corpus);
    if (random.chance(UNCHANGED)) return from;
    if (random.chance(ENLARGED)) return enlarged(from, random);
    return this.#mutate(from, random, random.pick(corpus));
  }

  async #batch(inputs: readonly Uint8Array[], corpus: Uint8Array[]): Promise<void> {
    const { coverage } = this.#options;
    for (const input of inputs) {
      this.#inputs += 1;
      const outcome = await this.#try(input);
      if (outcome instanceof Error) {
        this.#finding = await this.#reduced(input, outcome);
        return;
      }
      if (outcome.accepted) this.#accepted += 1;
    }
    if (coverage !== undefined) await this.#keep(inputs, coverage, corpus);
  }

  /** Which of those that were run just now have run new code: halves are run again until it is one. */
  async #keep(inputs: readonly Uint8Array[], coverage: Coverage, corpus: Uint8Array[]): Promise<void> {
    if ((await coverage.takeNew()) === 0) return;
    const [only] = inputs;
    if (only !== undefined && inputs.length === 1) {
      this.#kept += 1;
      // Of too many one makes place, in turn: the valid ones at the beginning stay.
      // Copied: it may be a small part of a large one.
      if (corpus.length < MOST_KEPT) corpus.push(Uint8Array.from(only));
      else corpus[corpus.length - 1 - (this.#kept % Math.ceil(MOST_KEPT / 2))] = Uint8Array.from(only);
      return;
    }
    coverage.rewind();
    const middle = Math.ceil(inputs.length / 2);
    for (const half of [inputs.slice(0, middle), inputs.slice(middle)]) {
      for (const input of half) await this.#try(input);
      await this.#keep(half, coverage, corpus);
    }
  }

  async #try(input: Uint8Array): Promise<Verdict | Error> {
    this.#options.guard(input);
    try {
      const verdict = await this.#target.run(input);
      const most = LEAST_OUTPUT_BYTES + OUTPUT_FACTOR * input.length;
      const size = sizeOf(verdict.accepted ? verdict.value : verdict.reason, most);
      assert.ok(size <= most, `more than ${most} bytes came of ${input.length}`);
      return verdict;
    } catch (error) {
      return error instanceof Error ? error : new Error(`something was thrown that is no error: ${String(error)}`);
    }
  }

  async #reduced(input: Uint8Array, error: Error): Promise<Finding> {
    const wanted = signatureOf(error);
    const fails = async (candidate: Uint8Array) => {
      const outcome = await this.#try(candidate);
      return outcome instanceof Error && signatureOf(outcome) === wanted;
    };
    const smallest = await shrink(input, fails);
    return { message: error.message, stack: error.stack ?? "", input: smallest };
  }
}

/** The same fault has the same kind and the same place; its message may name what the input held. */
function signatureOf(error: Error): string {
  const place = /^\s+at .*(?:dist|node_modules)\/.*$/m.exec(error.stack ?? "")?.[0] ?? "";
  return `${error.name} ${place}`;
}

function mutatorOf({ form, tokens }: Target): Mutate {
  switch (form) {
    case "wire":
      return mutateWire;
    case "json":
      return jsonMutator(tokens);
    case "text":
      return textMutator(tokens);
    case "bytes":
      return mutateBytes;
  }
}

function heldBytes(corpus: readonly Uint8Array[]): number {
  return corpus.reduce((sum, input) => sum + input.length, 0);
}
