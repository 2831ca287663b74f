import type { Command } from "../kit/bus/bus.ts";
import { parseSubject, subjects } from "../kit/bus/subjects.ts";
import { isNumberedAfterEvacuation, isSameMigration, type MigrationRef } from "../kit/domain/migration.ts";
import type { Technique } from "../kit/domain/technique.ts";
import { type JournalLookup, Plans } from "./plans.ts";

/**
 * Whether an order is this host's to carry out. The bus may have let anything pass, and whoever can publish an order may be
 * anybody where orders are not signed; what was planned and decided is in the journal.
 *
 * 1. A refused order is set aside, and says nothing of the migration that it names: that one may be a real one, and run.
 * 2. The server's silence is never read as "planned": what is asked of it waits.
 * 3. An order that a planner gives is never refused: it plans before it prepares, and decides before it starts.
 */

const techniques: readonly Technique[] = ["PRE_COPY", "POST_COPY", "HYBRID"];

export class OrderCheck {
  readonly #bus: JournalLookup;
  readonly #hostId: string;
  readonly #plans: Plans;

  constructor(bus: JournalLookup, hostId: string) {
    this.#bus = bus;
    this.#hostId = hostId;
    this.#plans = new Plans(bus, hostId);
  }

  /** The subject, the migration and this host must agree. */
  misdirected({ subject }: Command, { sourceHostId, destinationHostId }: MigrationRef, meant: string) {
    const addressed = parseSubject(subject)?.id;
    if (addressed !== this.#hostId || meant !== this.#hostId) {
      return `the order came to ${addressed} and is for ${meant}; this is ${this.#hostId}`;
    }
    return sourceHostId === destinationHostId ? `it moves a VM from ${sourceHostId} to the same host` : undefined;
  }

  /** Of an order to prepare, which comes before the decision. */
  async unplanned(migration: MigrationRef, technique: Technique): Promise<string | undefined> {
    const { evacuationId, migrationId } = migration;
    if (!isNumberedAfterEvacuation(migration))
      return `outside any plan: ${migrationId} is none of ${evacuationId}'s ids`;
    const [isPlanned, hasEnded] = await Promise.all([
      this.#isPlanned(migration, technique),
      this.#evacuationHasEnded(evacuationId),
    ]);
    if (!isPlanned) return `outside any plan: ${wordsOf(migration)} by ${technique} is no step of ${evacuationId}`;
    return hasEnded ? `outside any plan: evacuation ${evacuationId} has ended` : undefined;
  }

  /** Of an order to start. Of two planners one may have decided by the plan that the other has just replaced. */
  async undecided(migration: MigrationRef, technique: Technique): Promise<string | undefined> {
    const { migrationId } = migration;
    const decided = await this.#bus.eventOf(subjects.migrationEvent(migrationId, "decided"));
    if (!decided.ok) return `outside any plan: no decision for ${migrationId} can be read: ${decided.failure.message}`;
    const { event } = decided.value;
    if (event.name !== "decided" || !isSameMigration(event.body.migration, migration)) {
      return `outside any plan: ${wordsOf(migration)} is not what was decided for ${migrationId}`;
    }
    if (event.body.technique === technique || (await this.#plans.have(migration, technique))) return undefined;
    return `outside any plan: for ${migrationId} ${event.body.technique} was decided, not ${technique}`;
  }

  /** A pre-copy that is to become a post-copy is planned anew as a hybrid. */
  async unescalated(migration: MigrationRef): Promise<string | undefined> {
    if (await this.#plans.have(migration, "HYBRID")) return undefined;
    return `outside any plan: no plan of ${migration.evacuationId} makes ${migration.migrationId} a HYBRID`;
  }

  /** Where a post-copy was refused, the same VM is pre-copied without a new plan. */
  async #isPlanned(migration: MigrationRef, technique: Technique): Promise<boolean> {
    for (const planned of technique === "PRE_COPY" ? techniques : [technique]) {
      if (await this.#plans.have(migration, planned)) return true;
    }
    return false;
  }

  async #evacuationHasEnded(evacuationId: string): Promise<boolean> {
    const ends = await Promise.all(
      (["completed", "failed", "cancelled"] as const).map((name) =>
        this.#bus.lastSequenceOf(subjects.evacuationEvent(evacuationId, name)),
      ),
    );
    return ends.some((sequence) => sequence > 0);
  }
}

function wordsOf({ vmId, sourceHostId, destinationHostId }: MigrationRef): string {
  return `${vmId} from ${sourceHostId} to ${destinationHostId}`;
}
