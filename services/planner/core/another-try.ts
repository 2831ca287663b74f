/**
 * What follows for a VM whose migration came to nothing and left it running at its source: another migration of it, or the same
 * one as it is. By what the journal says alone, so that every version of the planner reads the same from it.
 */
import type { EvacuationPlanned } from "../../kit/domain/evacuation.ts";
import type { MigrationFailed } from "../../kit/domain/migration.ts";
import type { Step } from "../../kit/domain/plan.ts";
import { hasEnded, isCancelling, recordOf, type StepRecord } from "./step-record.ts";

/** Of a running evacuation. */
interface Known {
  readonly planned: EvacuationPlanned;
  readonly steps: readonly StepRecord[];
  readonly migrations: number;
}

/** Undefined: its failure stands. */
export function preCopiedInstead(
  known: Known,
  { step, state, migration, postCopyRefusal, attempts }: StepRecord,
  { postCopyRefused, reason, vmLocation }: MigrationFailed,
): StepRecord | undefined {
  const isFit = postCopyRefused === true && vmLocation === "RUNS_AT_SOURCE" && postCopyRefusal === undefined;
  if (!isFit || step.technique === "PRE_COPY" || hasEnded(state)) return undefined;
  if (isCancelling(known)) return undefined;
  const refusal = [...reason].slice(0, REFUSAL_LIMIT).join("");
  if (!mayConverge(known, step)) return undefined;
  const { forecast: _, ...same } = step;
  const again: Step = { ...same, technique: "PRE_COPY", reason: `pre-copy, because post-copy was refused: ${refusal}` };
  const record = recordOf(migration.evacuationId, again, known.migrations + 1, { kind: "waiting" });
  return { ...record, postCopyRefusal: refusal, ...(attempts && { attempts }) };
}

/** After each attempt: a port, a link or a host needs some time to be as it should be. One value more is one attempt more. */
const PAUSES_SECONDS: readonly number[] = [5, 20];
/** How often a migration that failed is tried again. */
export const RETRIES = PAUSES_SECONDS.length;

/**
 * Undefined: its failure stands. One that failed before its destination was ready is planned anew instead, when another
 * host can take the VM.
 */
export function triedAgain(
  known: Known,
  record: StepRecord,
  { reason, vmLocation }: MigrationFailed,
  timeUnixMilliseconds: number,
): StepRecord | undefined {
  const { step, state, migration, postCopyRefusal, attempts } = record;
  const reasons = [...(attempts?.reasons ?? []), [...reason].slice(0, REFUSAL_LIMIT).join("")];
  const pause = PAUSES_SECONDS[reasons.length - 1];
  if (vmLocation !== "RUNS_AT_SOURCE" || pause === undefined || isCancelling(known)) return undefined;
  if (state.kind !== "ready" && state.kind !== "decided" && state.kind !== "running") return undefined;
  const again = recordOf(migration.evacuationId, step, known.migrations + 1, { kind: "waiting" });
  return {
    ...again,
    ...(postCopyRefusal === undefined ? {} : { postCopyRefusal }),
    attempts: { reasons, notBeforeUnixMilliseconds: timeUnixMilliseconds + pause * 1000 },
  };
}

/** The dirty rate against the links as they are, without any constant of the model. */
function mayConverge({ planned }: Known, { vmId, sourceHostId, destinationHostId }: Step): boolean {
  const { hosts, vms } = planned.snapshot;
  const dirty = vms.find((vm) => vm.vmId === vmId)?.dirtyBytesPerSecond ?? 0;
  const rateOf = (hostId: string, direction: "egress" | "ingress") => {
    const host = hosts.find((one) => one.hostId === hostId);
    return direction === "egress"
      ? (host?.migrationEgressBytesPerSecond ?? host?.egressBytesPerSecond ?? 0)
      : (host?.migrationIngressBytesPerSecond ?? host?.ingressBytesPerSecond ?? 0);
  };
  return dirty < Math.min(rateOf(sourceHostId, "egress"), rateOf(destinationHostId, "ingress"));
}

/** Of a reason that is told with the step from then on. */
const REFUSAL_LIMIT = 1_000;

/** It goes on as a pre-copy, and is not asked for again. */
export function notEscalated(record: StepRecord, reason: string): StepRecord {
  if (record.escalation === undefined || hasEnded(record.state)) return record;
  const { escalation: _, ...rest } = record;
  const postCopyRefusal = [...reason].slice(0, REFUSAL_LIMIT).join("");
  return { ...rest, step: { ...record.step, technique: "PRE_COPY" }, postCopyRefusal };
}
