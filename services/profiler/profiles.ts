/**
 * Profiles in Redis, behind the questions that the service asks. A profiler computes, and Redis keeps what it has computed if
 * nobody else was first. What it has written last it keeps at hand: mostly that still stands there, and one journey is enough.
 */
import { randomBytes } from "node:crypto";
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Script, Store } from "../kit/store/store.ts";
import { carriedOver, clockAfter, isNews, type ObserveSettings } from "./core/observe.ts";
import { type HostClock, packClock } from "./core/record.ts";
import { type HostTable, tableAfter, tableWith } from "./core/table.ts";
import { LastSeen } from "./last-seen.ts";
import { hostKey, readScript, writeScript } from "./scripts.ts";
import {
  type HostRecords,
  nothing,
  type ReadStanding,
  readStanding,
  recordsIn,
  type Standing,
  writtenMilliseconds,
} from "./standing.ts";

export interface Profiles {
  /** False for a batch that was not news. */
  observe(batch: TrafficBatch): Promise<Result<boolean>>;
  /** What is known of a VM at the one host goes on at the other. False: nothing is, or the other knows it better itself. */
  carry(vmId: string, fromHostId: string, toHostId: string): Promise<Result<boolean>>;
  /** Undefined for a host that nothing is known of. */
  read(hostId: string): Promise<Result<HostRecords | undefined>>;
}

/** See `isNews`. */
const PATIENCE_MILLISECONDS = 10_000;
/** Each time another profiler was first. */
const ATTEMPTS = 10;

interface Change {
  readonly table: HostTable;
  /** When it was sampled is against the store's time. Undefined: it stays as it is. */
  readonly clock: HostClock | undefined;
}

export function redisProfiles(
  store: Store,
  settings: ObserveSettings,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Profiles {
  const hosts = new Hosts(store);
  return {
    observe(batch) {
      return hosts.change(batch.hostId, ({ clock, table, readMilliseconds }) => {
        const milliseconds = (readMilliseconds ?? 0) - (clock?.sampledMilliseconds ?? 0);
        if (!isNews(clock, batch, { milliseconds, patienceMilliseconds })) return undefined;
        return { clock: clockAfter(clock, batch, 0, settings), table: tableAfter(clock && table, batch, settings) };
      });
    },
    async carry(vmId, fromHostId, toHostId) {
      const source = await hosts.read(fromHostId);
      if (!source.ok) return source;
      const from = source.value.table?.recordOf(vmId);
      if (from === undefined) return ok(false);
      return hosts.change(toHostId, ({ clock, table }) => {
        if (clock === undefined || table?.roster.unreadable.includes(vmId) === true) return undefined;
        const carried = carriedOver(from, table?.recordOf(vmId), clock);
        return carried && { clock: undefined, table: tableWith(table, vmId, carried) };
      });
    },
    async read(hostId) {
      const standing = await hosts.read(hostId);
      return standing.ok ? ok(recordsIn(standing.value)) : standing;
    },
  };
}

class Hosts {
  readonly #read: Script;
  readonly #write: Script;
  readonly #last = new LastSeen();
  /** Changes of one host are made in the order in which they were asked for. */
  readonly #turns = new Map<string, Promise<unknown>>();
  readonly #ownTokens = randomBytes(8);
  #writes = 0n;

  constructor(store: Store) {
    this.#read = store.script("cfReadHost", readScript);
    this.#write = store.script("cfWriteHost", writeScript);
  }

  async read(hostId: string): Promise<Result<ReadStanding>> {
    const reply = await this.#read(hostKey(hostId));
    return reply.ok ? readStanding(reply.value) : reply;
  }

  /** False: as it stands there is nothing to change. `changed` may be asked again, of what others have made of it. */
  change(hostId: string, changed: (standing: Standing) => Change | undefined): Promise<Result<boolean>> {
    const begin = () => this.#change(hostId, changed);
    const turn = (this.#turns.get(hostId) ?? Promise.resolve()).then(begin, begin);
    this.#turns.set(hostId, turn);
    return turn.finally(() => {
      if (this.#turns.get(hostId) === turn) this.#turns.delete(hostId);
    });
  }

  async #change(hostId: string, changed: (standing: Standing) => Change | undefined): Promise<Result<boolean>> {
    let standing = this.#last.of(hostId) ?? nothing;
    // Who does not know whether a change has arrived does not know what stands there.
    this.#last.forget(hostId);
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const change = changed(standing);
      if (change === undefined && standing.readMilliseconds !== undefined) {
        this.#last.set(hostId, { ...standing, readMilliseconds: undefined });
        return ok(false);
      }
      const token = this.#token();
      const reply = await (change === undefined
        ? this.#read(hostKey(hostId))
        : this.#write(hostKey(hostId), ...argumentsOf(standing, token, change)));
      if (!reply.ok) return reply;
      const written = writtenMilliseconds(reply.value);
      if (change !== undefined && written !== undefined) {
        this.#last.set(hostId, after(standing, token, change, written));
        return ok(true);
      }
      const stands = readStanding(reply.value, standing.table?.roster);
      if (!stands.ok) return stands;
      standing = stands.value;
    }
    return fail("unavailable", `other profilers were first with host ${hostId} each time`);
  }

  /** Nobody else's, and not used before. */
  #token(): Buffer {
    const token = Buffer.alloc(16);
    this.#ownTokens.copy(token);
    token.writeBigUInt64LE(this.#writes, 8);
    this.#writes += 1n;
    return token;
  }
}

function argumentsOf(standing: Standing, token: Buffer, { table, clock }: Change): readonly Buffer[] {
  return [standing.token, token, table.bytes, ...(clock === undefined ? [] : [packClock(clock)])];
}

function after(
  { clock: before }: Standing,
  token: Buffer,
  { table, clock }: Change,
  nowMilliseconds: number,
): Standing {
  const stamped = clock && { ...clock, sampledMilliseconds: nowMilliseconds + clock.sampledMilliseconds };
  return { token, clock: stamped ?? before, table, readMilliseconds: undefined };
}
