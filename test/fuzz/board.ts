/** Memory of two threads: which input is being run, as one that hangs can not say it itself. */

const HEAD_NUMBERS = 2;
const HEAD_BYTES = HEAD_NUMBERS * Int32Array.BYTES_PER_ELEMENT;
const MOST_BYTES = 1024 * 1024;

export class Board {
  readonly shared: SharedArrayBuffer;
  /** How many inputs were written, and how long the last is. */
  readonly #head: Int32Array;
  readonly #bytes: Uint8Array;

  constructor(shared = new SharedArrayBuffer(HEAD_BYTES + MOST_BYTES)) {
    this.shared = shared;
    this.#head = new Int32Array(shared, 0, HEAD_NUMBERS);
    this.#bytes = new Uint8Array(shared, HEAD_BYTES);
  }

  write(input: Uint8Array): void {
    const part = input.subarray(0, MOST_BYTES);
    this.#bytes.set(part);
    Atomics.store(this.#head, 1, part.length);
    Atomics.add(this.#head, 0, 1);
  }

  get written(): number {
    return Atomics.load(this.#head, 0);
  }

  get input(): Uint8Array {
    return this.#bytes.slice(0, Atomics.load(this.#head, 1));
  }
}
