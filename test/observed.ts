/** The arithmetic of `core/observe.ts` on records as objects: a record and a sample give the next record. */
import { begin, type Counters, type Moment, type ObserveSettings, observe } from "../services/profiler/core/observe.ts";
import { ROW, readRecord, type TrafficRecord, writeRecord } from "../services/profiler/core/record.ts";

export type Sample = Counters & Moment;

export function observed(before: TrafficRecord | undefined, sample: Sample, settings: ObserveSettings): TrafficRecord {
  const rows = new Float64Array(ROW);
  if (before === undefined) begin(rows, 0, sample, sample);
  else {
    writeRecord(rows, 0, before);
    observe(rows, 0, sample, sample, settings);
  }
  return readRecord(rows, 0);
}
