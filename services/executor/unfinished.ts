import type { Bus } from "../kit/bus/bus.ts";
import type { JournalEvent } from "../kit/bus/journal-event.ts";
import type { MigrationRef } from "../kit/domain/migration.ts";
import type { MovingOrder, Past } from "./core/source-state.ts";

/** What the journal says of migrations that this host began as the source and that nobody ended. */

export interface Unfinished {
  readonly order: MovingOrder;
  readonly past: Past;
  /** A later migration of the same VM: what runs here now is no longer this one's. */
  readonly later?: string;
}

export type UnfinishedById = ReadonlyMap<string, Unfinished>;

export function supersededReason(migration: MigrationRef, later: string): string {
  const { vmId, sourceHostId, destinationHostId } = migration;
  return (
    `an earlier executor on ${sourceHostId} began this migration and ended, and ${later} was begun since: check on ` +
    `${sourceHostId} and ${destinationHostId} where ${vmId} runs`
  );
}

export function foldUnfinished(known: UnfinishedById, event: JournalEvent, hostId: string): UnfinishedById {
  if (event.entity !== "migration") return known;
  const { id } = event;
  const before = known.get(id);
  switch (event.name) {
    case "started": {
      const { migration, technique, eventTimeUnixMilliseconds: startedAt } = event.body;
      const next = new Map(
        [...known].map(([other, it]) => [
          other,
          other !== id && it.order.migration.vmId === migration.vmId ? { ...it, later: id } : it,
        ]),
      );
      if (migration.sourceHostId !== hostId) return next;
      return next.set(id, { order: { migration, technique }, past: { startedAt, settled: false } });
    }
    case "switched": {
      if (before === undefined) return known;
      const past: Past = { ...before.past, switchedAtUnixMilliseconds: event.body.eventTimeUnixMilliseconds };
      return new Map(known).set(id, { ...before, past });
    }
    case "settled":
      return before === undefined
        ? known
        : new Map(known).set(id, { ...before, past: { ...before.past, settled: true } });
    case "completed":
    case "failed": {
      if (before === undefined) return known;
      const next = new Map(known);
      next.delete(id);
      return next;
    }
    default:
      return known;
  }
}

/** Reads the journal to where it ends now. */
export async function readUnfinished(bus: Bus, hostId: string): Promise<readonly Unfinished[]> {
  const end = await bus.journalEnd();
  if (end === 0) return [];
  let unfinished: UnfinishedById = new Map();
  let arrive: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    arrive = resolve;
  });
  const reached = (sequence: number) => {
    if (sequence >= end) arrive();
  };
  const journal = bus.followJournal(
    { sequence: 1 },
    ({ event, sequence }) => {
      if (sequence <= end) unfinished = foldUnfinished(unfinished, event, hostId);
      reached(sequence);
    },
    reached,
  );
  await arrived;
  await journal.close();
  return [...unfinished.values()];
}
