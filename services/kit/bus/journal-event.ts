/** The journal's events as one union; what the planner folds and what the CLI follows. */
import { fail, ok, type Result } from "../failure/failure.ts";
import type { Codec } from "./codec.ts";
import {
  type EvacuationEventName,
  evacuationEvents,
  type MigrationEventName,
  migrationEvents,
  parseSubject,
} from "./subjects.ts";

type BodyOf<C> = C extends Codec<infer T> ? T : never;

export type EvacuationEvent = {
  [N in EvacuationEventName]: {
    readonly entity: "evacuation";
    readonly id: string;
    readonly name: N;
    readonly body: BodyOf<(typeof evacuationEvents)[N]>;
  };
}[EvacuationEventName];

export type MigrationEvent = {
  [N in MigrationEventName]: {
    readonly entity: "migration";
    readonly id: string;
    readonly name: N;
    readonly body: BodyOf<(typeof migrationEvents)[N]>;
  };
}[MigrationEventName];

export type JournalEvent = EvacuationEvent | MigrationEvent;

export function decodeJournalEvent(subject: string, bytes: Uint8Array): Result<JournalEvent> {
  const parts = parseSubject(subject);
  if (parts === undefined || parts.class !== "evt") return fail("invalid", `not an event's subject: ${subject}`);
  const { entity, id, name } = parts;
  const codec = codecOf(entity, name);
  if (codec === undefined) return fail("not_found", `no event is called ${entity} ${name}`);
  const decoded = codec.decode(bytes);
  if (!decoded.ok) return decoded;
  return ok({ entity, id, name, body: decoded.value } as JournalEvent);
}

export function codecOf(entity: string, name: string): Codec<unknown> | undefined {
  const table: { readonly [name: string]: unknown } =
    entity === "evacuation" ? evacuationEvents : entity === "migration" ? migrationEvents : {};
  return Object.hasOwn(table, name) ? (table[name] as Codec<unknown>) : undefined;
}
