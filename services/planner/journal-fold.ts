/**
 * The planner's state as of a place in the journal, and how to wait for a place.
 *
 * 1. `reached` resolves only when the state holds everything up to that place. A planner that has written an event
 *    waits for it here before it decides again, so its decisions rest on the journal's order and not on its own.
 */
import type { JournalRecord } from "../kit/bus/bus.ts";
import { evolve, type PlannerState } from "./core/evacuation.ts";

interface Waiter {
  readonly sequence: number;
  readonly release: () => void;
}

export class JournalFold {
  #state: PlannerState;
  #sequence: number;
  #isWhole = true;
  #waiters: readonly Waiter[] = [];
  #released = false;

  constructor(from: { readonly state: PlannerState; readonly sequence: number }) {
    this.#state = from.state;
    this.#sequence = from.sequence;
  }

  get state(): PlannerState {
    return this.#state;
  }

  /** Of the last event that `state` holds. */
  get sequence(): number {
    return this.#sequence;
  }

  /** Whether `state` is the fold of one journal: not of one that was lost, and of what came after it. */
  get isWhole(): boolean {
    return this.#isWhole;
  }

  take(record: JournalRecord): void {
    this.#state = evolve(this.#state, record);
    this.passOver(record.sequence);
  }

  passOver(sequence: number): void {
    // A journal that begins anew, after its server lost it, will not come to the places that were waited for.
    const anew = sequence <= this.#sequence;
    if (anew) this.#isWhole = false;
    this.#sequence = sequence;
    const released = this.#waiters.filter((waiter) => anew || waiter.sequence <= sequence);
    this.#waiters = this.#waiters.filter((waiter) => !anew && waiter.sequence > sequence);
    for (const waiter of released) waiter.release();
  }

  reached(sequence: number): Promise<void> {
    if (sequence <= this.#sequence || this.#released) return Promise.resolve();
    return new Promise((resolve) => {
      this.#waiters = [...this.#waiters, { sequence, release: resolve }];
    });
  }

  /** For a planner that stops: nobody waits from here on. */
  release(): void {
    this.#released = true;
    for (const waiter of this.#waiters) waiter.release();
    this.#waiters = [];
  }
}
