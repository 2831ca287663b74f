/**
 * Which code has run, from V8's own block coverage over the inspector: no instrumentation, and the code is what users run.
 * Asking takes milliseconds, so it is asked once for many inputs; see `loop.ts`.
 */
import { Session } from "node:inspector";

interface Range {
  readonly startOffset: number;
  readonly endOffset: number;
  readonly count: number;
}

interface Script {
  readonly url: string;
  readonly functions: readonly { readonly ranges: readonly Range[] }[];
}

/** The tests themselves and Node's own code are none of what is fuzzed. */
const COUNTED = /^file:.*\/(dist\/services|proto\/gen|node_modules)\//;

export class Coverage {
  readonly #session = new Session();
  /** For each script, a byte for each character: whether it has run. */
  readonly #reached = new Map<string, Uint8Array>();
  #fresh: { readonly reached: Uint8Array; readonly index: number }[] = [];
  #characters = 0;

  async start(): Promise<void> {
    this.#session.connect();
    await this.#post("Profiler.enable");
    await this.#post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await this.takeNew();
  }

  /** Characters of code that have run by now. */
  get characters(): number {
    return this.#characters;
  }

  /** How many characters have run for the first time since the last call. */
  async takeNew(): Promise<number> {
    this.#fresh = [];
    const { result } = await this.#post<{ result: readonly Script[] }>("Profiler.takePreciseCoverage");
    for (const { url, functions } of result) {
      if (!COUNTED.test(url)) continue;
      for (const { ranges } of functions) this.#paint(url, ranges);
    }
    this.#characters += this.#fresh.length;
    return this.#fresh.length;
  }

  /** What was new in the last call is new again: its inputs can be run one by one, to see which of them it was. */
  rewind(): void {
    for (const { reached, index } of this.#fresh) reached[index] = 0;
    this.#characters -= this.#fresh.length;
  }

  stop(): void {
    this.#session.disconnect();
  }

  /** The first range is the function, those within it are its blocks: a block that did not run is a hole in it. */
  #paint(url: string, ranges: readonly Range[]): void {
    const [whole] = ranges;
    if (whole === undefined || whole.count === 0) return;
    const ran = new Uint8Array(whole.endOffset - whole.startOffset);
    for (const { startOffset, endOffset, count } of ranges) {
      ran.fill(count > 0 ? 1 : 0, startOffset - whole.startOffset, endOffset - whole.startOffset);
    }
    const reached = this.#room(url, whole.endOffset);
    for (let index = 0; index < ran.length; index += 1) {
      if (ran[index] === 1 && reached[whole.startOffset + index] === 0) {
        reached[whole.startOffset + index] = 1;
        this.#fresh.push({ reached, index: whole.startOffset + index });
      }
    }
  }

  #room(url: string, length: number): Uint8Array {
    const known = this.#reached.get(url) ?? new Uint8Array();
    if (known.length >= length) return known;
    const larger = new Uint8Array(length * 2);
    larger.set(known);
    this.#reached.set(url, larger);
    return larger;
  }

  #post<T>(method: string, parameters: object = {}): Promise<T> {
    return new Promise((resolve, reject) => {
      this.#session.post(method, parameters, (error, reply) => (error === null ? resolve(reply as T) : reject(error)));
    });
  }
}
