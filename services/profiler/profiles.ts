/** Profiles in Redis, behind the two questions that the service asks. */
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Store } from "../kit/store/store.ts";
import type { ObserveSettings } from "./core/observe.ts";
import {
  CLOCK_FIELD,
  type HostClock,
  packBatch,
  packCarry,
  readClock,
  readRecord,
  type TrafficRecord,
} from "./core/record.ts";
import { carryScript, hostKey, observeScript, PATIENCE_MILLISECONDS, readRecordScript, readScript } from "./scripts.ts";

export interface HostRecords {
  /** By the store's clock, as `clock` is. */
  readonly nowMilliseconds: number;
  readonly clock: HostClock;
  /** Undefined: a VM whose counters can not be read. */
  readonly vms: ReadonlyMap<string, TrafficRecord | undefined>;
}

export interface Profiles {
  /** False for a batch that was not news. */
  observe(batch: TrafficBatch): Promise<Result<boolean>>;
  /** What is known of a VM at the one host goes on at the other. False: nothing is, or the other knows it better itself. */
  carry(vmId: string, fromHostId: string, toHostId: string): Promise<Result<boolean>>;
  /** Undefined for a host that nothing is known of. */
  read(hostId: string): Promise<Result<HostRecords | undefined>>;
}

export function redisProfiles(
  store: Store,
  settings: ObserveSettings,
  patienceMilliseconds = PATIENCE_MILLISECONDS,
): Profiles {
  const observe = store.script("cfObserve", observeScript(settings, patienceMilliseconds));
  const read = store.script("cfReadHost", readScript);
  const readOne = store.script("cfReadRecord", readRecordScript);
  const carry = store.script("cfCarry", carryScript);
  const nothing = Buffer.alloc(0);
  return {
    async observe(batch) {
      const taken = await observe(hostKey(batch.hostId), packBatch(batch));
      return taken.ok ? ok(taken.value === 1) : taken;
    },
    async carry(vmId, fromHostId, toHostId) {
      const record = await readOne(hostKey(fromHostId), Buffer.from(vmId, "latin1"));
      if (!record.ok) return record;
      if (!Buffer.isBuffer(record.value)) return ok(false);
      const carried = await carry(hostKey(toHostId), packCarry(vmId, record.value));
      return carried.ok ? ok(carried.value === 1) : carried;
    },
    async read(hostId) {
      const reply = await read(hostKey(hostId), nothing);
      return reply.ok ? readReply(reply.value) : reply;
    },
  };
}

/** Of `readScript`. */
export function readReply(reply: unknown): Result<HostRecords | undefined> {
  if (!Array.isArray(reply) || !reply.every(Buffer.isBuffer)) return fail("bug", "Redis: the script gave no fields");
  const [now, ...fields] = reply;
  const vms = new Map<string, TrafficRecord | undefined>();
  let clock: HostClock | undefined;
  for (let index = 0; index + 1 < fields.length; index += 2) {
    const name = fields[index]?.toString("latin1") ?? "";
    const value = fields[index + 1] ?? Buffer.alloc(0);
    if (name === CLOCK_FIELD) clock = readClock(value);
    else vms.set(name, readRecord(value));
  }
  return ok(clock === undefined ? undefined : { nowMilliseconds: Number(now), clock, vms });
}
