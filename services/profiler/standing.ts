/** What the store says of a host, in the form in which the scripts give it. */
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { type HostClock, readClock, type TrafficRecord } from "./core/record.ts";
import { HostTable, type Roster } from "./core/table.ts";

export interface Standing {
  /** Empty: nothing is there. */
  readonly token: Buffer;
  readonly clock: HostClock | undefined;
  /** Undefined also of what is no table: its VMs begin anew. */
  readonly table: HostTable | undefined;
  /** When it was read, by the store's clock. Undefined: it was so once, and may have changed. */
  readonly readMilliseconds: number | undefined;
}

export type ReadStanding = Standing & { readonly readMilliseconds: number };

export interface HostRecords {
  /** By the store's clock, as `clock` is. */
  readonly nowMilliseconds: number;
  readonly clock: HostClock;
  /** Undefined: a VM whose counters can not be read. */
  readonly vms: ReadonlyMap<string, TrafficRecord | undefined>;
}

export const nothing: Standing = {
  token: Buffer.alloc(0),
  clock: undefined,
  table: undefined,
  readMilliseconds: undefined,
};

/** Of `readScript`, and of a write that came to nothing. */
export function readStanding(reply: unknown, likely?: Roster): Result<ReadStanding> {
  const [now, token, clock, table] = Array.isArray(reply) && reply.every(Buffer.isBuffer) ? (reply as Buffer[]) : [];
  const readMilliseconds = Number(now);
  if (token === undefined || clock === undefined || table === undefined || !Number.isSafeInteger(readMilliseconds)) {
    return fail("bug", "Redis: the script gave something else than what stands there");
  }
  // Of its own: what is kept must not keep all that came with it.
  return ok({
    token: Buffer.from(token),
    clock: readClock(clock),
    table: HostTable.read(table, likely),
    readMilliseconds,
  });
}

/** When a write was made, by the store's clock. Undefined: it came to nothing. */
export function writtenMilliseconds(reply: unknown): number | undefined {
  return Buffer.isBuffer(reply) ? Number(reply) : undefined;
}

/** Undefined: nothing is known of the host. */
export function recordsIn({ clock, table, readMilliseconds }: ReadStanding): HostRecords | undefined {
  return clock && { nowMilliseconds: readMilliseconds, clock, vms: table?.records() ?? new Map() };
}
