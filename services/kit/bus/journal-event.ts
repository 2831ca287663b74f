/** The journal's events as one union; what the planner folds and what the CLI follows. */
import type { MsgHdrs } from "nats";
import { fail, ok, type Result } from "../failure/failure.ts";
import type { Codec } from "./codec.ts";
import { typeRefusal } from "./headers.ts";
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

/** Only what its sender meant for this subject: see `typeRefusal`. */
export function decodeJournalEvent(
  subject: string,
  bytes: Uint8Array,
  head: MsgHdrs | undefined,
): Result<JournalEvent> {
  const parts = parseSubject(subject);
  if (parts === undefined || parts.class !== "evt") return fail("invalid", `not an event's subject: ${subject}`);
  const { entity, id, name } = parts;
  const codec = codecOf(entity, name);
  if (codec === undefined) return fail("not_found", `no event is called ${entity} ${name}`);
  const refusal = typeRefusal(head, codec.name);
  if (refusal !== undefined) return fail("invalid", `${subject}: ${refusal}`);
  const decoded = codec.decode(bytes);
  if (!decoded.ok) return decoded;
  const event = { entity, id, name, body: decoded.value } as JournalEvent;
  const told = idIn(event);
  return told === id ? ok(event) : fail("invalid", `${subject}: it is an event of ${told}`);
}

/** Of what it is an event, by its own word. */
export function idIn({ entity, body }: JournalEvent): string {
  if (entity === "migration") return body.migration.migrationId;
  return "request" in body ? body.request.evacuationId : body.evacuationId;
}

export function codecOf(entity: string, name: string): Codec<unknown> | undefined {
  const table: { readonly [name: string]: unknown } =
    entity === "evacuation" ? evacuationEvents : entity === "migration" ? migrationEvents : {};
  return Object.hasOwn(table, name) ? (table[name] as Codec<unknown>) : undefined;
}
