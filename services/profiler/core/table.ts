/**
 * The VMs of one host in the form in which the store keeps them, so that a batch is taken by writing numbers:
 *
 *     32 bits: how many have a record; 32 bits: how many can not be read; the records; all their ids, each after its length
 *
 * 1. Whoever is sampled or named in a batch is in the table after it; who is not is forgotten after KEEP_MICROSECONDS.
 * 2. Bytes that are no whole table are none.
 */
import type { TrafficBatch } from "../../kit/domain/traffic.ts";
import { begin, type Moment, type ObserveSettings, observe } from "./observe.ts";
import { RECORD_BYTES, ROW, readRecord, type TrafficRecord, writeRecord } from "./record.ts";

/** How long a profile outlives its VM's last sample. */
const KEEP_MICROSECONDS = 600e6;
/** A VM whose counters can not be read keeps its last profile this long. */
const KEEP_UNREADABLE_MICROSECONDS = 30e6;
const HEAD_BYTES = 8;

/** What a table takes of a batch. */
type Sampled = Pick<TrafficBatch, "samples" | "unknownTrafficVmIds"> & Moment;

/** Who is in a table. It mostly stays the same from batch to batch. */
export interface Roster {
  /** In the order of the records. */
  readonly ids: readonly string[];
  readonly unreadable: readonly string[];
  readonly rows: ReadonlyMap<string, number>;
  readonly packedIds: Buffer;
}

export class HostTable {
  readonly bytes: Buffer;
  readonly roster: Roster;
  /** Of the records; a view of `bytes`. */
  readonly rows: Float64Array;

  /** `bytes` begin where a double may. */
  private constructor(bytes: Buffer, roster: Roster) {
    this.bytes = bytes;
    this.roster = roster;
    this.rows = new Float64Array(bytes.buffer, bytes.byteOffset + HEAD_BYTES, roster.ids.length * ROW);
  }

  /** With its records yet to be written. */
  static of(roster: Roster): HostTable {
    const { ids, unreadable, packedIds } = roster;
    const idsAt = HEAD_BYTES + ids.length * RECORD_BYTES;
    const bytes = Buffer.allocUnsafeSlow(idsAt + packedIds.length);
    bytes.writeUInt32LE(ids.length, 0);
    bytes.writeUInt32LE(unreadable.length, 4);
    packedIds.copy(bytes, idsAt);
    return new HostTable(bytes, roster);
  }

  /** `likely`: who was in it when it was last seen; mostly still is, and then need not be read again. */
  static read(bytes: Buffer, likely?: Roster): HostTable | undefined {
    if (bytes.length < HEAD_BYTES) return undefined;
    const records = bytes.readUInt32LE(0);
    const unreadable = bytes.readUInt32LE(4);
    const idsAt = HEAD_BYTES + records * RECORD_BYTES;
    if (idsAt > bytes.length) return undefined;
    // A copy of its own: what was read is a part of something larger, and begins anywhere.
    const own = Buffer.allocUnsafeSlow(bytes.length);
    bytes.copy(own);
    const packedIds = own.subarray(idsAt);
    const isLikely =
      likely?.ids.length === records && likely.unreadable.length === unreadable && likely.packedIds.equals(packedIds);
    const roster = isLikely ? likely : readRoster(packedIds, records, unreadable);
    return roster && new HostTable(own, roster);
  }

  /** Undefined: it is not there, or can not be read. */
  recordOf(vmId: string): TrafficRecord | undefined {
    const row = this.roster.rows.get(vmId);
    return row === undefined ? undefined : this.record(row);
  }

  record(row: number): TrafficRecord {
    return readRecord(this.rows, row * ROW);
  }

  setRecord(row: number, record: TrafficRecord): void {
    writeRecord(this.rows, row * ROW, record);
  }

  copyRecord(row: number, from: HostTable, fromRow: number): void {
    this.rows.set(from.rows.subarray(fromRow * ROW, (fromRow + 1) * ROW), row * ROW);
  }

  /** Undefined for a VM whose counters can not be read. */
  records(): ReadonlyMap<string, TrafficRecord | undefined> {
    const { ids, unreadable } = this.roster;
    const records = new Map<string, TrafficRecord | undefined>(unreadable.map((vmId) => [vmId, undefined]));
    for (const [row, vmId] of ids.entries()) records.set(vmId, this.record(row));
    return records;
  }
}

/** Undefined: these bytes are not so many ids, and nothing else. */
function readRoster(packedIds: Buffer, records: number, unreadable: number): Roster | undefined {
  const names: string[] = [];
  let at = 0;
  while (at < packedIds.length && names.length < records + unreadable) {
    const end = at + 1 + packedIds.readUInt8(at);
    names.push(packedIds.toString("latin1", at + 1, end));
    at = end;
  }
  if (at !== packedIds.length || names.length !== records + unreadable) return undefined;
  return { ...rosterOf(names.slice(0, records), names.slice(records)), packedIds };
}

function rosterOf(ids: readonly string[], unreadable: readonly string[]): Omit<Roster, "packedIds"> {
  return { ids, unreadable, rows: new Map(ids.map((vmId, row) => [vmId, row])) };
}

function packed(ids: readonly string[]): Buffer {
  return Buffer.concat(ids.flatMap((vmId) => [Buffer.from([vmId.length]), Buffer.from(vmId, "latin1")]));
}

/** With a batch that is news. `before` is used up: where the same VMs are in both, it is what is given back. */
export function tableAfter(before: HostTable | undefined, batch: Sampled, settings: ObserveSettings): HostTable {
  const { samples } = batch;
  const inPlace = before !== undefined && samples.every(({ vmId }, row) => before.roster.ids[row] === vmId);
  const kept = before === undefined ? [] : keptRows(before, batch, inPlace);
  const roster = rosterAfter(before?.roster, batch, kept, inPlace);
  const table = before?.roster === roster ? before : HostTable.of(roster);
  for (const [row, sample] of samples.entries()) {
    const old = before?.roster.rows.get(sample.vmId);
    if (before === undefined || old === undefined) {
      begin(table.rows, row * ROW, sample, batch);
      continue;
    }
    if (table !== before) table.copyRecord(row, before, old);
    observe(table.rows, row * ROW, sample, batch, settings);
  }
  if (before === undefined || table === before) return table;
  for (const [place, row] of kept.entries()) table.copyRecord(samples.length + place, before, row);
  return table;
}

/** Of VMs that have no sample in this batch: they may have one in the next, or be asked for by the host that they went to. */
function keptRows(
  before: HostTable,
  { samples, unknownTrafficVmIds, monotonicMicroseconds }: Sampled,
  inPlace: boolean,
): readonly number[] {
  const { ids } = before.roster;
  const first = inPlace ? samples.length : 0;
  if (first === ids.length) return [];
  const sampled = new Set(inPlace ? [] : samples.map(({ vmId }) => vmId));
  const unreadable = new Set(unknownTrafficVmIds);
  const kept: number[] = [];
  for (let row = first; row < ids.length; row += 1) {
    const vmId = ids[row] ?? "";
    if (sampled.has(vmId)) continue;
    const age = monotonicMicroseconds - before.record(row).monotonicMicroseconds;
    const limit = unreadable.has(vmId) ? KEEP_UNREADABLE_MICROSECONDS : KEEP_MICROSECONDS;
    if (age >= 0 && age <= limit) kept.push(row);
  }
  return kept;
}

/** The samples first, in their order, then who was kept. */
function rosterAfter(
  before: Roster | undefined,
  { samples, unknownTrafficVmIds }: Sampled,
  kept: readonly number[],
  inPlace: boolean,
): Roster {
  const unchanged = before !== undefined && inPlace && samples.length + kept.length === before.ids.length;
  const ids = unchanged
    ? before.ids
    : [...samples.map(({ vmId }) => vmId), ...kept.map((row) => before?.ids[row] ?? "")];
  const rows = unchanged ? before.rows : new Map(ids.map((vmId, row) => [vmId, row]));
  const unreadable = [...new Set(unknownTrafficVmIds)].filter((vmId) => !rows.has(vmId));
  if (unchanged && isSame(unreadable, before.unreadable)) return before;
  return { ids, rows, unreadable, packedIds: packed([...ids, ...unreadable]) };
}

function isSame(one: readonly string[], other: readonly string[]): boolean {
  return one.length === other.length && one.every((vmId, place) => vmId === other[place]);
}

/** With another record of a VM, or one more. */
export function tableWith(before: HostTable | undefined, vmId: string, record: TrafficRecord): HostTable {
  const { ids, unreadable, rows } = before?.roster ?? { ids: [], unreadable: [], rows: new Map<string, number>() };
  const own = rows.get(vmId) ?? ids.length;
  const all = own === ids.length ? [...ids, vmId] : ids;
  const table = HostTable.of({ ...rosterOf(all, unreadable), packedIds: packed([...all, ...unreadable]) });
  if (before !== undefined) for (let row = 0; row < ids.length; row += 1) table.copyRecord(row, before, row);
  table.setRecord(own, record);
  return table;
}
