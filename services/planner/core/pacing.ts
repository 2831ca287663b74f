/** What a copy is held to while others need the link. */
import type { Step } from "../../kit/domain/plan.ts";
import { isHot, type StepRecord } from "./step-record.ts";

export interface Hot {
  readonly record: StepRecord;
  readonly paceBytesPerSecond: number;
}

/** The same object when nothing changes. */
export function pacedRecord(record: StepRecord, hot: readonly Hot[]): StepRecord {
  const { step, state } = record;
  if (state.kind !== "running") return record;
  let wanted = step.paceBytesPerSecond ?? Number.POSITIVE_INFINITY;
  if (!isHot(state)) {
    for (const other of hot)
      if (sharesLink(step, other.record.step)) wanted = Math.min(wanted, other.paceBytesPerSecond);
  }
  const bytesPerSecond = Number.isFinite(wanted) ? wanted : undefined;
  if (bytesPerSecond === state.pace.bytesPerSecond) return record;
  const pace = { revision: state.pace.revision + 1, ...(bytesPerSecond === undefined ? {} : { bytesPerSecond }) };
  return { ...record, state: { ...state, pace } };
}

function sharesLink(one: Step, other: Step): boolean {
  return one.sourceHostId === other.sourceHostId || one.destinationHostId === other.destinationHostId;
}
