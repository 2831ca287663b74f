/**
 * Carries running evacuations on: decides from the fold, stores what was decided, and decides again when the fold
 * holds it.
 *
 * 1. Everything that writes goes through `alone`, one at a time, and sees its own writes in the fold afterwards.
 */
import type { Bus } from "../kit/bus/bus.ts";
import type { HostReport } from "../kit/domain/host.ts";
import type { VmSpec } from "../kit/domain/vm-spec.ts";
import { messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { type Done, decide, type Effect } from "./core/decide.ts";
import { carryOut } from "./effects.ts";
import { readReports } from "./inventory-reader.ts";
import type { JournalFold } from "./journal-fold.ts";

const TICK_MILLISECONDS = 1_000;
const LONGEST_LOOK_MILLISECONDS = 2 * TICK_MILLISECONDS;

export interface ActingDeps {
  readonly bus: Pick<Bus, "store" | "readHosts" | "connected">;
  readonly fold: JournalFold;
  readonly prepareTimeoutSeconds: number;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

export class Acting {
  readonly #deps: ActingDeps;
  readonly #specs = new Map<string, VmSpec>();
  readonly #stopping = new AbortController();
  /** Effects that the bus has, by evacuation: storing them again would be harmless and useless. */
  readonly #carriedOut = new Map<string, Map<string, Done>>();
  readonly #timer: NodeJS.Timeout;
  #last: Promise<unknown> = Promise.resolve();
  #queued = false;
  #specsReadMilliseconds = 0;
  #answerableMilliseconds = 0;
  #lookedMilliseconds: number;

  /** To be made when the journal has been replayed: effects before that would rest on half of it. */
  constructor(deps: ActingDeps) {
    this.#deps = deps;
    this.#lookedMilliseconds = deps.wallMilliseconds();
    // For what no event announces: an executor that does not answer.
    this.#timer = setInterval(() => this.act(), TICK_MILLISECONDS);
  }

  /** Soon, and once for any number of calls meanwhile. */
  act(): void {
    if (this.#queued || this.#stopping.signal.aborted) return;
    this.#queued = true;
    this.alone(async () => {
      this.#queued = false;
      await this.#actNow();
    }).catch((error) => this.#deps.log.error({ reason: messageOf(error) }, "could not act"));
  }

  alone<T>(work: () => Promise<T>): Promise<T> {
    const result = this.#last.then(work);
    this.#last = result.catch(() => undefined);
    return result;
  }

  learnSpecs(reports: readonly HostReport[]): void {
    for (const { vms } of reports) {
      for (const { vmId, spec } of vms) if (spec !== undefined) this.#specs.set(vmId, spec);
    }
  }

  /** Within `alone` only. */
  async carryOutAll(evacuationId: string, effects: readonly Effect[]): Promise<void> {
    const done = this.#doneOf(evacuationId);
    const due = effects.filter((effect) => !done.has(effect.id));
    const nowUnixMilliseconds = Math.round(this.#deps.wallMilliseconds());
    const { signal } = this.#stopping;
    const stored = await Promise.all(
      due.map(async (effect) => {
        const result = await carryOut(effect, { bus: this.#deps.bus, nowUnixMilliseconds, signal });
        // From when the bus has it: only then can it be answered.
        const atMilliseconds = this.#answerable();
        if (result.ok) {
          done.set(effect.id, { atMilliseconds });
          return isEvent(effect) ? result.value.sequence : 0;
        }
        const { kind, message } = result.failure;
        // Given up while stopping: the next planner does it.
        if (kind === "cancelled" || kind === "outcome_unknown") return 0;
        done.set(effect.id, kind === "stale" ? { atMilliseconds } : { atMilliseconds, refusal: message });
        if (kind !== "stale") this.#deps.log.error({ effect: effect.id, reason: message }, "the bus did not take it");
        return 0;
      }),
    );
    await this.#deps.fold.reached(Math.max(0, ...stored));
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#stopping.abort();
    this.#deps.fold.release();
  }

  async idle(): Promise<void> {
    await this.#last;
  }

  async #actNow(): Promise<void> {
    const { fold, prepareTimeoutSeconds, wallMilliseconds, log } = this.#deps;
    await this.#readMissingSpecs();
    // Side by side: what one evacuation needs next follows from its own state, and the bus takes a while for each.
    const carried: Promise<void>[] = [];
    for (const [evacuationId, evacuation] of fold.state) {
      if (evacuation.kind !== "running") {
        this.#carriedOut.delete(evacuationId);
        continue;
      }
      if (this.#stopping.signal.aborted) break;
      const effects = decide(evacuationId, evacuation, {
        nowMilliseconds: wallMilliseconds(),
        answerableMilliseconds: this.#answerable(),
        done: this.#doneOf(evacuationId),
        specs: this.#specs,
        prepareTimeoutSeconds,
      });
      for (const effect of effects) {
        if (effect.kind === "end") {
          const { outcome, report } = effect.ending;
          const { totalMigrationSeconds, forecast, forecastErrorPercent } = report;
          const forecastSeconds = forecast?.totalMigrationSeconds;
          const figures = { totalMigrationSeconds, forecastSeconds, forecastErrorPercent };
          log.info({ evacuationId, outcome, ...figures }, "evacuation ended");
        }
      }
      if (effects.length > 0) carried.push(this.carryOutAll(evacuationId, effects));
    }
    await Promise.all(carried);
  }

  /** Of the time since the last look only what a look comes after: for the rest of it the bus was away, or this process. */
  #answerable(): number {
    const now = this.#deps.wallMilliseconds();
    const passed = Math.min(Math.max(0, now - this.#lookedMilliseconds), LONGEST_LOOK_MILLISECONDS);
    this.#lookedMilliseconds = now;
    if (this.#deps.bus.connected) this.#answerableMilliseconds += passed;
    return this.#answerableMilliseconds;
  }

  #doneOf(evacuationId: string): Map<string, Done> {
    const done = this.#carriedOut.get(evacuationId) ?? new Map<string, Done>();
    this.#carriedOut.set(evacuationId, done);
    return done;
  }

  /** After a restart: declared specs are in the hosts' reports, not in the journal. */
  async #readMissingSpecs(): Promise<void> {
    const { bus, fold, wallMilliseconds, log } = this.#deps;
    const missing = [...fold.state.values()].some(
      (evacuation) =>
        evacuation.kind === "running" &&
        evacuation.steps.some(({ step, state }) => state.kind === "waiting" && !this.#specs.has(step.vmId)),
    );
    const now = wallMilliseconds();
    if (!missing || now - this.#specsReadMilliseconds < TICK_MILLISECONDS / 2) return;
    this.#specsReadMilliseconds = now;
    const reports = await readReports(bus, log);
    if (reports.ok) this.learnSpecs(reports.value);
    else log.warn({ reason: reports.failure.message }, "hosts' reports could not be read");
  }
}

/** What the fold will hold when the journal's follower has come to it. */
function isEvent({ kind }: Effect): boolean {
  return kind === "decided" || kind === "failed" || kind === "cancelled" || kind === "end";
}
