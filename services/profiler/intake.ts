/**
 * Batches on their way into the store: several at once, because one journey takes longer than the work at its end, but
 * no more than the store keeps up with. What is too much is dropped, the oldest first: counters are cumulative, so the
 * next batch of the same host says it all again, only less finely.
 */
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import { messageOf, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

const UNDER_WAY = 8;
const WAITING = 1024;

export class Intake {
  readonly #observe: (batch: TrafficBatch) => Promise<Result<boolean>>;
  readonly #log: Log;
  #waiting: TrafficBatch[] = [];
  #underWay = 0;
  #dropped = 0;
  #failing = false;
  #idle: (() => void)[] = [];

  constructor(observe: (batch: TrafficBatch) => Promise<Result<boolean>>, log: Log) {
    this.#observe = observe;
    this.#log = log;
  }

  take(batch: TrafficBatch): void {
    if (this.#underWay < UNDER_WAY) {
      void this.#carry(batch);
      return;
    }
    this.#waiting.push(batch);
    if (this.#waiting.length > WAITING) {
      this.#waiting.splice(0, this.#waiting.length - WAITING);
      this.#drop("the store does not keep up");
    }
  }

  /** Resolves when all that was taken is in the store, or lost. */
  idle(): Promise<void> {
    return this.#underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  async #carry(first: TrafficBatch): Promise<void> {
    this.#underWay += 1;
    for (let batch: TrafficBatch | undefined = first; batch !== undefined; batch = this.#waiting.shift()) {
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

  #drop(reason: string): void {
    this.#dropped += 1;
    if (this.#failing) return;
    this.#failing = true;
    this.#log.warn({ reason }, "dropping traffic batches");
  }

  #recovered(): void {
    if (!this.#failing) return;
    this.#failing = false;
    this.#log.info({ droppedBatches: this.#dropped }, "traffic batches are taken again");
    this.#dropped = 0;
  }
}
