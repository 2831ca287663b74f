/** Holds copies so that they end together, from second to second: no plan depends on it, so no event tells of it. */
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import { messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { balance } from "./core/balance.ts";
import { balancedRevision } from "./core/decide.ts";
import type { JournalFold } from "./journal-fold.ts";
import type { Situation } from "./situation.ts";

const TICK_MILLISECONDS = 1_000;
/** Of the best that copies got together, for each second since. */
const FADING = 0.98;

interface Deps {
  readonly bus: Pick<Bus, "store">;
  readonly fold: JournalFold;
  readonly situation: Situation;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

export class Balancing {
  readonly #deps: Deps;
  readonly #timer: NodeJS.Timeout;
  #best = new Map<string, number>();

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = setInterval(() => {
      this.#tick().catch((error) => deps.log.error({ reason: messageOf(error) }, "could not balance copies"));
    }, TICK_MILLISECONDS);
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async #tick(): Promise<void> {
    const { bus, fold, situation, wallMilliseconds } = this.#deps;
    const now = wallMilliseconds();
    const best = new Map<string, number>();
    for (const [evacuationId, evacuation] of fold.state) {
      if (evacuation.kind !== "running") continue;
      const capacityOf = (way: string, bytesPerSecond: number) => {
        const key = `${evacuationId} ${way}`;
        const most = Math.max(bytesPerSecond, (this.#best.get(key) ?? 0) * FADING);
        best.set(key, most);
        return most;
      };
      for (const { record, paceBytesPerSecond } of balance(evacuation, situation.progress, now, capacityOf)) {
        const { migration } = record;
        const place = balancedRevision(record, now);
        if (place === undefined) continue;
        const { revision, isLast } = place;
        const pace = paceBytesPerSecond === undefined || isLast ? {} : { paceBytesPerSecond };
        await bus.store({
          subject: subjects.pace(migration.sourceHostId),
          codec: codecs.SetPace,
          value: { migration, ...pace, revision },
          id: `${migration.migrationId}-pace-${revision}`,
        });
      }
    }
    this.#best = best;
  }
}
