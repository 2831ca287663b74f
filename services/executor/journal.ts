import type { Codec } from "../kit/bus/codec.ts";
import type { MigrationEvent } from "../kit/bus/journal-event.ts";
import { type MigrationEventName, migrationEvents, subjects } from "../kit/bus/subjects.ts";
import type { MigrationRef } from "../kit/domain/migration.ts";
import type { ExecutorDeps } from "./ports.ts";

/**
 * One migration's events, stored in the order they happened, each until the server has it: while NATS is away they
 * wait here and the migration goes on.
 */
export interface MigrationJournal {
  append(record: MigrationRecord): void;
  /** Resolves when the first event is stored. */
  readonly firstStored: Promise<void>;
  /** Resolves when everything appended so far is stored. */
  flush(): Promise<void>;
}

/** An event's name and what it says, without what all of them say. */
export type MigrationRecord = {
  [N in MigrationEventName]: {
    readonly name: N;
    readonly body: Omit<Extract<MigrationEvent, { name: N }>["body"], "migration">;
  };
}[MigrationEventName];

const retryMilliseconds = 1_000;

/** Of a reason in QEMU's words, which may be any number: an event that is not stored is waited for for ever. */
const reasonCharacters = 2_000;

function shortened(body: MigrationRecord["body"]): MigrationRecord["body"] {
  if (!("reason" in body)) return body;
  // Half a character is none.
  return { ...body, reason: [...body.reason].slice(0, reasonCharacters).join("") };
}

export function openJournal(deps: ExecutorDeps, migration: MigrationRef): MigrationJournal {
  const { bus, clock, log } = deps;
  let announceFirst: () => void = () => undefined;
  const firstStored = new Promise<void>((resolve) => {
    announceFirst = resolve;
  });
  let last = Promise.resolve();

  const storeOne = async (record: MigrationRecord, id: string): Promise<void> => {
    const subject = subjects.migrationEvent(migration.migrationId, record.name);
    const codec = migrationEvents[record.name] as Codec<unknown>;
    const value = { migration, ...shortened(record.body) };
    for (;;) {
      const stored = await bus.store({ subject, codec, value, id });
      if (stored.ok) break;
      log.error({ subject, failure: stored.failure }, "event not stored");
      // Anything else is final: the codec refuses it, or the bus was closed.
      if (stored.failure.kind !== "refused" && stored.failure.kind !== "unavailable") return;
      await new Promise<void>((resolve) => clock.after(retryMilliseconds, resolve));
    }
    log.info({ ...migration, event: record.name }, "published");
    announceFirst();
  };

  return {
    firstStored,
    append(record) {
      // These may come more than once, and from more than one executor; their times keep their ids apart.
      const isRepeatable = record.name === "paused" || record.name === "recovered";
      const id = `${migration.migrationId}-${record.name}${isRepeatable ? `-${record.body.eventTimeUnixMilliseconds}` : ""}`;
      last = last.then(() => storeOne(record, id));
    },
    flush: () => last,
  };
}
