import type { JournalRecord } from "../kit/bus/bus.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { MigrationRef } from "../kit/domain/migration.ts";
import type { Step } from "../kit/domain/plan.ts";
import type { Technique } from "../kit/domain/technique.ts";
import type { ExecutorBus } from "./ports.ts";

/**
 * What the journal has planned, read when an order first names an evacuation. A plan that was published stays so: what was
 * read is not asked for again, and what a later plan left out may still be under way.
 */

/** Of evacuations that orders have named. */
const remembered = 64;

interface Known {
  /** Those from and to this host. */
  readonly steps: Set<string>;
  /** Of the last plan that was read. */
  sequence: number;
}

export type JournalLookup = Pick<ExecutorBus, "eventOf" | "lastSequenceOf">;

type Moved = Pick<Step, "vmId" | "sourceHostId" | "destinationHostId">;

export class Plans {
  readonly #bus: JournalLookup;
  readonly #hostId: string;
  readonly #known = new Map<string, Known>();

  constructor(bus: JournalLookup, hostId: string) {
    this.#bus = bus;
    this.#hostId = hostId;
  }

  /** Whether a plan of the migration's evacuation moves its VM so. Waits for the server. */
  async have(migration: MigrationRef, technique: Technique): Promise<boolean> {
    const { evacuationId } = migration;
    const wanted = keyOf(migration, technique);
    const known = this.#known.get(evacuationId) ?? (await this.#readFirst(evacuationId));
    if (known === undefined) return false;
    return known.steps.has(wanted) || (await this.#readLater(evacuationId, known)).has(wanted);
  }

  async #readFirst(evacuationId: string): Promise<Known | undefined> {
    const planned = await this.#bus.eventOf(subjects.evacuationEvent(evacuationId, "planned"));
    if (!planned.ok) return undefined;
    const known: Known = { steps: new Set(this.#stepsIn(planned.value)), sequence: planned.value.sequence };
    this.#known.set(evacuationId, known);
    for (const oldest of this.#known.keys()) {
      if (this.#known.size <= remembered) break;
      this.#known.delete(oldest);
    }
    return known;
  }

  async #readLater(evacuationId: string, known: Known): Promise<ReadonlySet<string>> {
    const subject = subjects.evacuationEvent(evacuationId, "replanned");
    const last = await this.#bus.lastSequenceOf(subject);
    while (known.sequence < last) {
      const replanned = await this.#bus.eventOf(subject, known.sequence);
      // One that cannot be read is of a newer version: what only it has is not known here.
      if (!replanned.ok) break;
      for (const step of this.#stepsIn(replanned.value)) known.steps.add(step);
      known.sequence = Math.max(known.sequence, replanned.value.sequence);
    }
    return known.steps;
  }

  #stepsIn({ event }: JournalRecord): readonly string[] {
    if (event.entity !== "evacuation" || (event.name !== "planned" && event.name !== "replanned")) return [];
    return event.body.plan.steps
      .filter(({ sourceHostId, destinationHostId }) => [sourceHostId, destinationHostId].includes(this.#hostId))
      .map((step) => keyOf(step, step.technique));
  }
}

/** Ids have no blanks. */
function keyOf({ vmId, sourceHostId, destinationHostId }: Moved, technique: Technique): string {
  return `${vmId} ${sourceHostId} ${destinationHostId} ${technique}`;
}
