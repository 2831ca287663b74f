/**
 * The planner's state as of a place in the journal, and how to wait for a place.
 *
 * 1. `reached` resolves only when the state holds everything up to that place. A planner that has written an event
 *    waits for it here before it decides again, so its decisions rest on the journal's order and not on its own.
 */
import type { JournalRecord } from "../kit/bus/bus.ts";
import { emptyState, evolve, type PlannerState } from "./core/evacuation.ts";

interface Waiter {
  readonly sequence: number;
  readonly release: () => void;
}

export class JournalFold {
  #state: PlannerState = emptyState;
  #sequence = 0;
  #waiters: readonly Waiter[] = [];
  #released = false;

  get state(): PlannerState {
    return this.#state;
  }

  take(record: JournalRecord): void {
    this.#state = evolve(this.#state, record);
    this.passOver(record.sequence);
  }

  passOver(sequence: number): void {
    // A journal that begins anew, after its server lost it, will not come to the places that were waited for.
    const anew = sequence <= this.#sequence;
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
