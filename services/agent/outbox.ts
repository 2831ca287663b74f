/**
 * Traffic batches, from being sampled until the server has them and somebody listens: the bus keeps nothing of what is
 * said while there is no connection, or while no profiler is there.
 *
 * 1. They go out in the order in which they were sampled, one at a time; one whose fate is not known goes out again.
 * 2. No more are kept than the settings and `KEPT_SAMPLES` allow. The oldest is dropped, counted, and said: counters are
 *    cumulative, so that costs resolution and no bytes, and the batches' `sequence` shows the gap.
 * 3. What was kept goes out at a pace that a profiler keeps up with when every host has kept as much.
 */
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import type { Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { TickerDeps } from "./ticker.ts";

export interface OutboxDeps {
  /** Never rejects. `invalid`: it will never be taken. */
  tell(batch: TrafficBatch): Promise<Result<void>>;
  readonly time: Omit<TickerDeps, "log">;
  readonly log: Log;
}

interface Kept {
  readonly batch: TrafficBatch;
  readonly sinceMilliseconds: number;
}

/** Some 20 MB, ten minutes of 170 VMs. */
const KEPT_SAMPLES = 100_000;
/** For each that is sampled: a profiler takes three times what it is made for, and after a minute's outage all is told in half. */
const TOLD_A_TICK = 3;

export class Outbox {
  readonly #deps: OutboxDeps;
  readonly #mostBatches: number;
  readonly #pauseMilliseconds: number;
  readonly #kept: Kept[] = [];
  #keptSamples = 0;
  #dropped = 0;
  #telling = false;
  #cancelPause: (() => void) | undefined;
  #stopped = false;
  /** Of the backlog that is there now: how many were dropped before it began, undefined while there is none. */
  #droppedBefore: number | undefined;

  constructor(settings: { readonly backlogSeconds: number; readonly tickMilliseconds: number }, deps: OutboxDeps) {
    this.#deps = deps;
    this.#mostBatches = Math.max(1, Math.floor((settings.backlogSeconds * 1000) / settings.tickMilliseconds));
    this.#pauseMilliseconds = settings.tickMilliseconds / TOLD_A_TICK;
  }

  /** Since the agent's start. */
  get dropped(): number {
    return this.#dropped;
  }

  take(batch: TrafficBatch): void {
    this.#kept.push({ batch, sinceMilliseconds: this.#deps.time.nowMilliseconds() });
    this.#keptSamples += batch.samples.length;
    while (this.#kept.length > this.#mostBatches || (this.#keptSamples > KEPT_SAMPLES && this.#kept.length > 1)) {
      this.#drop();
    }
    if (this.#cancelPause === undefined) this.#tellNext();
  }

  stop(): void {
    this.#stopped = true;
    this.#cancelPause?.();
  }

  #tellNext(): void {
    const [next] = this.#kept;
    if (next === undefined || this.#telling || this.#stopped) return;
    this.#telling = true;
    void this.#tell(next).finally(() => {
      this.#telling = false;
    });
  }

  async #tell(next: Kept): Promise<void> {
    const { tell, time } = this.#deps;
    const delayedMilliseconds = Math.round(time.nowMilliseconds() - next.sinceMilliseconds);
    const told = await tell(delayedMilliseconds === 0 ? next.batch : { ...next.batch, delayedMilliseconds });
    if (!told.ok && told.failure.kind !== "invalid") {
      // With the next tick it is tried again.
      this.#droppedBefore ??= this.#dropped;
      return;
    }
    this.#remove(0);
    if (this.#kept.length === 0) this.#caughtUp();
    else {
      this.#cancelPause = time.later(() => {
        this.#cancelPause = undefined;
        this.#tellNext();
      }, this.#pauseMilliseconds);
    }
  }

  #caughtUp(): void {
    if (this.#droppedBefore === undefined) return;
    const dropped = this.#dropped - this.#droppedBefore;
    this.#droppedBefore = undefined;
    this.#deps.log.info({ dropped }, "the traffic batches that were kept have been told");
  }

  /** Not the one that is being told. */
  #drop(): void {
    this.#droppedBefore ??= this.#dropped;
    if (this.#dropped === this.#droppedBefore) {
      this.#deps.log.warn({ kept: this.#kept.length - 1 }, "no more traffic batches can be kept: dropping the oldest");
    }
    this.#dropped += 1;
    this.#remove(this.#telling && this.#kept.length > 1 ? 1 : 0);
  }

  #remove(index: number): void {
    const [removed] = this.#kept.splice(index, 1);
    this.#keptSamples -= removed?.batch.samples.length ?? 0;
  }
}
