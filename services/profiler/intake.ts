/**
 * Batches on their way into the store: several at once, because one journey takes longer than the work at its end, but
 * no more than the store keeps up with. While the store is away they are kept, and go in when it is back, in the order in
 * which they came. What is too much is dropped, the oldest first, before any work was done for it: counters are cumulative, so
 * the next batch of the same host says it all again, only less finely.
 */
import { pause } from "../kit/bus/pause.ts";
import { fail, messageOf, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

/** As many as come with one look at the bus's connection: with fewer a full one would be read faster than it is worked off. */
const UNDER_WAY = 64;
/** Some 1,200,000 samples. */
const WAITING_BYTES = 32_000_000;
const WARN_EVERY_MILLISECONDS = 10_000;
const QUIET_MILLISECONDS = 500;
const RETRY_MILLISECONDS = 250;
/** Hosts send every second: what went well since would have been seen. */
const TROUBLED_MILLISECONDS = 5_000;

/** As it came. */
export interface Message {
  readonly subject: string;
  readonly bytes: Uint8Array;
}

interface Taken {
  readonly message: Message;
  /** Counts up: what comes back goes to its place. */
  readonly number: number;
  readonly atMilliseconds: number;
}

export class Intake {
  readonly #observe: (message: Message, waitedMilliseconds: number) => Promise<Result<boolean>>;
  readonly #log: Log;
  readonly #now: () => number;
  readonly #waiting: Taken[] = [];
  #waitingBytes = 0;
  #taken = 0;
  #underWay = 0;
  #isAway = false;
  #isClosing = false;
  #dropped = 0;
  #trouble:
    | { readonly lastMilliseconds: number; readonly warnedMilliseconds: number; readonly words: string }
    | undefined;
  readonly #idle: (() => void)[] = [];

  constructor(deps: {
    readonly observe: (message: Message, waitedMilliseconds: number) => Promise<Result<boolean>>;
    readonly nowMilliseconds: () => number;
    readonly log: Log;
  }) {
    this.#observe = deps.observe;
    this.#now = deps.nowMilliseconds;
    this.#log = deps.log;
  }

  take(message: Message): void {
    this.#taken += 1;
    this.#wait({ message, number: this.#taken, atMilliseconds: this.#now() }, this.#waiting.length);
    this.#begin();
    while (this.#waitingBytes > WAITING_BYTES && this.#next() !== undefined) this.#drop("the store is too slow");
  }

  /** Why batches do not get into the store now; undefined when they do. */
  trouble(): string | undefined {
    const lately = this.#trouble !== undefined && this.#now() - this.#trouble.lastMilliseconds < TROUBLED_MILLISECONDS;
    return lately ? this.#trouble?.words : undefined;
  }

  /** Takes nothing more; resolves when all that was taken is in the store, or lost because that is away. */
  idle(): Promise<void> {
    this.#isClosing = true;
    if (this.#isAway) while (this.#next() !== undefined) this.#drop("the store is away");
    return this.#underWay === 0 ? Promise.resolve() : new Promise((resolve) => this.#idle.push(resolve));
  }

  #begin(): void {
    while (!this.#isAway && this.#underWay < UNDER_WAY) {
      const next = this.#next();
      if (next === undefined) return;
      this.#underWay += 1;
      void this.#carry(next);
    }
  }

  async #carry(taken: Taken): Promise<void> {
    const result = await this.#observed(taken);
    this.#underWay -= 1;
    if (result.ok) this.#recovered();
    else if (!this.#isClosing && isPassing(result)) this.#keep(taken, result.failure.message);
    else this.#drop(result.failure.message);
    this.#begin();
    if (this.#underWay > 0) return;
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** How long it has waited here is part of how old it is. */
  async #observed({ message, atMilliseconds }: Taken): Promise<Result<boolean>> {
    try {
      return await this.#observe(message, Math.max(0, Math.round(this.#now() - atMilliseconds)));
    } catch (error) {
      return fail("bug", messageOf(error));
    }
  }

  /** Until the store may be back; it knows a batch that it has already by the batch's number. */
  #keep(taken: Taken, reason: string): void {
    const place = this.#waiting.findIndex(({ number }) => number > taken.number);
    this.#wait(taken, place < 0 ? this.#waiting.length : place);
    if (this.#isAway) return;
    this.#isAway = true;
    this.#warn({ reason }, "the store is away: keeping traffic batches");
    void pause(RETRY_MILLISECONDS).then(() => {
      this.#isAway = false;
      this.#begin();
    });
  }

  #wait(taken: Taken, place: number): void {
    this.#waiting.splice(place, 0, taken);
    this.#waitingBytes += taken.message.bytes.length;
  }

  #next(): Taken | undefined {
    const next = this.#waiting.shift();
    this.#waitingBytes -= next?.message.bytes.length ?? 0;
    return next;
  }

  #drop(reason: string): void {
    this.#dropped += 1;
    this.#warn({ reason, droppedBatches: this.#dropped }, "dropping traffic batches");
  }

  #warn(facts: { readonly reason: string; readonly droppedBatches?: number }, words: string): void {
    const now = this.#now();
    const warned = this.#trouble?.warnedMilliseconds;
    const isDue = warned === undefined || now - warned >= WARN_EVERY_MILLISECONDS;
    this.#trouble = {
      lastMilliseconds: now,
      warnedMilliseconds: isDue ? now : warned,
      words: `${words}: ${facts.reason}`,
    };
    if (isDue) this.#log.warn(facts, words);
  }

  /** Not at the first success: a store that is too slow takes some and loses some. */
  #recovered(): void {
    if (this.#trouble === undefined || this.#now() - this.#trouble.lastMilliseconds < QUIET_MILLISECONDS) return;
    this.#log.info({ droppedBatches: this.#dropped }, "traffic batches are taken again");
    this.#dropped = 0;
    this.#trouble = undefined;
  }
}

/** A later attempt may succeed, and a repeated one does no harm. */
function isPassing(result: { readonly failure: { readonly kind: string } }): boolean {
  return result.failure.kind === "unavailable" || result.failure.kind === "outcome_unknown";
}
