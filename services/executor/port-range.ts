import type { Clock } from "./ports.ts";

/** The ports at which this host's incoming QEMUs listen. */

/** At most this many are tried for one migration: when they are all taken, something else is wrong. */
const portsTried = 32;
/** A source asks at once; after it the port is like any other. */
const lentMilliseconds = 10_000;
const leastLeftMilliseconds = 5_000;
/** Where there are few, none can be spared. */
const leastPorts = 8;

export class PortRange {
  readonly #first: number;
  readonly #count: number;
  readonly #clock: Pick<Clock, "now">;
  #next = 0;
  #lent: { readonly port: number; readonly until: number } | undefined;

  constructor({ first, last }: { readonly first: number; readonly last: number }, clock: Pick<Clock, "now">) {
    this.#first = first;
    this.#count = last - first + 1;
    this.#clock = clock;
  }

  /** In the order to try: each migration starts where the one before stopped, a port just left is mostly still taken. */
  next(): readonly number[] {
    const ports = Array.from(
      { length: Math.min(portsTried, this.#count) },
      (_, index) => this.#first + ((this.#next + index) % this.#count),
    );
    this.#next = (this.#next + 1) % this.#count;
    const lent = this.#lent;
    return lent === undefined || lent.until <= this.#clock.now() ? ports : ports.filter((port) => port !== lent.port);
  }

  /**
   * One at which nobody listens, nor will while a source tries the way here: a QEMU takes whoever connects first for its source.
   */
  lend(isTaken: (port: number) => boolean): number | undefined {
    if (this.#count < leastPorts) return undefined;
    const now = this.#clock.now();
    if (this.#lent !== undefined && this.#lent.until - now >= leastLeftMilliseconds && !isTaken(this.#lent.port)) {
      return this.#lent.port;
    }
    const port = this.next().find((candidate) => !isTaken(candidate));
    if (port !== undefined) this.#lent = { port, until: now + lentMilliseconds };
    return port;
  }
}
