import type { Bus } from "../kit/bus/bus.ts";
import type { JournalEvent } from "../kit/bus/journal-event.ts";
import type { MigrationRef } from "../kit/domain/migration.ts";
import type { MovingOrder, Past } from "./core/source-state.ts";

/** What the journal says of migrations of this host that nobody ended, and of what it prepared for others. */

export interface Unfinished {
  readonly order: MovingOrder;
  readonly past: Past;
  /** A later migration of the same VM: what runs here now is no longer this one's. */
  readonly later?: string;
}

export type UnfinishedById = ReadonlyMap<string, Unfinished>;

/** What this host has prepared. Also of one that has ended: its process may be here all the same. */
export interface Prepared {
  readonly migration: MigrationRef;
  readonly port: number;
  readonly resumedAtUnixMilliseconds?: number;
  readonly decided: boolean;
  readonly ended: boolean;
  /** The VM has begun to leave this host again: what runs here is no longer this migration's. */
  readonly superseded: boolean;
}

export type PreparedById = ReadonlyMap<string, Prepared>;

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

export function foldPrepared(known: PreparedById, event: JournalEvent, hostId: string): PreparedById {
  if (event.entity !== "migration") return known;
  const before = known.get(event.id);
  const withChange = (change: Partial<Prepared>) =>
    before === undefined ? known : new Map(known).set(event.id, { ...before, ...change });
  switch (event.name) {
    case "incoming-ready": {
      const { migration, port } = event.body;
      if (migration.destinationHostId !== hostId) return known;
      return new Map(known).set(event.id, { migration, port, decided: false, ended: false, superseded: false });
    }
    case "started": {
      const { vmId, sourceHostId } = event.body.migration;
      if (sourceHostId !== hostId) return known;
      return new Map([...known].map(([id, it]) => [id, it.migration.vmId === vmId ? { ...it, superseded: true } : it]));
    }
    case "decided":
      return withChange({ decided: true });
    case "cancelled":
      // What was decided before may have begun all the same, and says itself how it ends.
      return before?.decided === true ? known : withChange({ ended: true });
    case "resumed":
      return withChange({ resumedAtUnixMilliseconds: event.body.eventTimeUnixMilliseconds });
    case "completed":
    case "failed":
      return withChange({ ended: true });
    default:
      return known;
  }
}

export interface Left {
  readonly begun: readonly Unfinished[];
  readonly prepared: readonly Prepared[];
}

/** Reads the journal to where it ends now. */
export async function readUnfinished(bus: Bus, hostId: string): Promise<Left> {
  const end = await bus.journalEnd();
  if (end === 0) return { begun: [], prepared: [] };
  let unfinished: UnfinishedById = new Map();
  let prepared: PreparedById = new Map();
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
      if (sequence <= end) {
        unfinished = foldUnfinished(unfinished, event, hostId);
        prepared = foldPrepared(prepared, event, hostId);
      }
      reached(sequence);
    },
    reached,
  );
  await arrived;
  await journal.close();
  return { begun: [...unfinished.values()], prepared: [...prepared.values()] };
}
