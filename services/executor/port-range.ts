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
  readonly #lent = new Map<number, number>();

  constructor({ first, last }: { readonly first: number; readonly last: number }, clock: Pick<Clock, "now">) {
    this.#first = first;
    this.#count = last - first + 1;
    this.#clock = clock;
  }

  /**
   * In the order to try, those that are lent among them: each migration starts where the one before stopped, since a port just
   * left is mostly still taken.
   */
  next(): readonly number[] {
    const ports = Array.from(
      { length: Math.min(portsTried, this.#count) },
      (_, index) => this.#first + ((this.#next + index) % this.#count),
    );
    this.#next = (this.#next + 1) % this.#count;
    return ports;
  }

  /** Somebody may be trying the way to this host at it. */
  isLent(port: number): boolean {
    const until = this.#lent.get(port);
    if (until === undefined || until > this.#clock.now()) return until !== undefined;
    this.#lent.delete(port);
    return false;
  }

  free(isTaken: (port: number) => boolean): number | undefined {
    return this.next().find((port) => !isTaken(port) && !this.isLent(port));
  }

  /**
   * One at which nobody listens, nor will while a source tries the way here: a QEMU takes whoever connects first for its source.
   */
  lend(isTaken: (port: number) => boolean): number | undefined {
    if (this.#count < leastPorts) return undefined;
    const now = this.#clock.now();
    for (const [port, until] of this.#lent) {
      if (until - now >= leastLeftMilliseconds && !isTaken(port)) return port;
    }
    const port = this.free(isTaken);
    if (port !== undefined) this.#lent.set(port, now + lentMilliseconds);
    return port;
  }
}
