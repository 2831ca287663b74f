/**
 * Batches on their way into the store: several at once, because one journey takes longer than the work at its end, but
 * no more than the store keeps up with. What is too much is dropped, the oldest first: counters are cumulative, so the
 * next batch of the same host says it all again, only less finely.
 */
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import { messageOf, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

const UNDER_WAY = 8;
/** Four seconds of what a profiler takes at least; some 25 MB. */
const WAITING_SAMPLES = 200_000;
const WARN_EVERY_MILLISECONDS = 10_000;
const QUIET_MILLISECONDS = 500;
/** Hosts send every second: what went well since would have been seen. */
const TROUBLED_MILLISECONDS = 5_000;

export class Intake {
  readonly #observe: (batch: TrafficBatch) => Promise<Result<boolean>>;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #waiting: TrafficBatch[] = [];
  #waitingSamples = 0;
  #underWay = 0;
  #dropped = 0;
  #lastDrop = 0;
  #lastReason = "";
  #lastWarning = 0;
  readonly #idle: (() => void)[] = [];

  constructor(deps: {
    readonly observe: (batch: TrafficBatch) => Promise<Result<boolean>>;
    readonly nowMilliseconds: () => number;
    readonly log: Log;
  }) {
    this.#observe = deps.observe;
    this.#now = deps.nowMilliseconds;
    this.#log = deps.log;
  }

  take(batch: TrafficBatch): void {
    if (this.#underWay < UNDER_WAY) {
      void this.#carry(batch);
      return;
    }
    this.#waiting.push(batch);
    this.#waitingSamples += batch.samples.length;
    while (this.#waitingSamples > WAITING_SAMPLES && this.#next() !== undefined) this.#drop("the store is too slow");
  }

  /** Why batches are being lost; undefined when they are not. */
  trouble(): string | undefined {
    const lately = this.#dropped > 0 && this.#now() - this.#lastDrop < TROUBLED_MILLISECONDS;
    return lately ? `traffic batches are dropped: ${this.#lastReason}` : undefined;
  }

  /** Resolves when all that was taken is in the store, or lost. */
  idle(): Promise<void> {
    return this.#underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  async #carry(first: TrafficBatch): Promise<void> {
    this.#underWay += 1;
    for (let batch: TrafficBatch | undefined = first; batch !== undefined; batch = this.#next()) {
      try {
        const taken = await this.#observe(batch);
        if (taken.ok) this.#recovered();
        else this.#drop(taken.failure.message);
      } catch (error) {
        this.#drop(messageOf(error));
      }
    }
    this.#underWay -= 1;
    if (this.#underWay > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  #next(): TrafficBatch | undefined {
    const next = this.#waiting.shift();
    this.#waitingSamples -= next?.samples.length ?? 0;
    return next;
  }

  #drop(reason: string): void {
    const now = this.#now();
    this.#lastDrop = now;
    this.#lastReason = reason;
    this.#dropped += 1;
    if (this.#dropped > 1 && now - this.#lastWarning < WARN_EVERY_MILLISECONDS) return;
    this.#lastWarning = now;
    this.#log.warn({ reason, droppedBatches: this.#dropped }, "dropping traffic batches");
  }

  /** Not at the first success: a store that is too slow takes some and loses some. */
  #recovered(): void {
    if (this.#dropped === 0 || this.#now() - this.#lastDrop < QUIET_MILLISECONDS) return;
    this.#log.info({ droppedBatches: this.#dropped }, "traffic batches are taken again");
    this.#dropped = 0;
  }
}
