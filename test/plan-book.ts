/** What a planner stores before its orders, for tests that play one: executors look for it in the journal. */
import type { Bus } from "../services/kit/bus/bus.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { subjects } from "../services/kit/bus/subjects.ts";
import type { MigrationRef } from "../services/kit/domain/migration.ts";
import type { Plan } from "../services/kit/domain/plan.ts";
import type { Technique } from "../services/kit/domain/technique.ts";
import { unwrap } from "../services/kit/failure/failure.ts";

const nothing = { hosts: [], vms: [] };
const forecast = { totalMigrationSeconds: 1, transferredBytes: 1, degradedBytes: 0, limitSeconds: 1 };

export class PlanBook {
  readonly #bus: Bus;
  readonly #revisions = new Map<string, number>();
  readonly #planned = new Set<string>();
  #last: Promise<unknown> = Promise.resolve();

  constructor(bus: Bus) {
    this.#bus = bus;
  }

  /** Makes the migration a step of its evacuation, whose first plan this is or another one. */
  plan(migration: MigrationRef, technique: Technique): Promise<void> {
    const planning = this.#last.then(() => this.#plan(migration, technique));
    this.#last = planning.catch(() => undefined);
    return planning;
  }

  async #plan(migration: MigrationRef, technique: Technique): Promise<void> {
    const { evacuationId, vmId, sourceHostId, destinationHostId } = migration;
    const key = [evacuationId, vmId, sourceHostId, destinationHostId, technique].join(" ");
    if (this.#planned.has(key)) return;
    const step = { vmId, technique, sourceHostId, destinationHostId, after: [], reason: "test" };
    const plan: Plan = { policy: "traffic-sensitive", steps: [step], unplaced: [], forecast, alternatives: [] };
    const eventTimeUnixMilliseconds = Date.now();
    const revision = this.#revisions.get(evacuationId);
    this.#revisions.set(evacuationId, (revision ?? 0) + 1);
    if (revision === undefined) {
      const request = {
        ...{ evacuationId, hostId: sourceHostId, destinationHostIds: [], policy: "traffic-sensitive" as const },
        requestTimeUnixMilliseconds: eventTimeUnixMilliseconds,
      };
      unwrap(
        await this.#bus.store({
          subject: subjects.evacuationEvent(evacuationId, "planned"),
          codec: codecs.EvacuationPlanned,
          value: { request, plan, snapshot: nothing, eventTimeUnixMilliseconds },
          id: `${evacuationId}-planned`,
        }),
      );
    } else {
      unwrap(
        await this.#bus.store({
          subject: subjects.evacuationEvent(evacuationId, "replanned"),
          codec: codecs.EvacuationReplanned,
          value: { evacuationId, plan, snapshot: nothing, reason: "test", revision, eventTimeUnixMilliseconds },
          id: `${evacuationId}-replanned-${revision}`,
        }),
      );
    }
    this.#planned.add(key);
  }

  async decide(migration: MigrationRef, technique: Technique): Promise<void> {
    const subject = subjects.migrationEvent(migration.migrationId, "decided");
    const value = { migration, technique, reason: "test", eventTimeUnixMilliseconds: Date.now() };
    const id = `${migration.migrationId}-decided`;
    unwrap(await this.#bus.store({ subject, codec: codecs.MigrationDecided, value, id }));
  }
}
