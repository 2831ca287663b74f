/**
 * What a running evacuation needs next, as data. The shell may carry an effect out any number of times: its id makes
 * the repetition harmless, for this planner, for one that took over, and for two at once.
 *
 * 1. No step is started before what it waits for has happened; a step that ended, however, is waited for no longer.
 * 2. A step is started only after its decision is in the journal, and the decision is made once (`ifFirst`).
 * 3. Once a step of the evacuation has been cancelled, or asked to be, nothing more of it is started.
 * 4. An evacuation ends when all its steps have ended, and only then.
 * 5. No step fails for want of an answer to an order that was not sent, nor sooner than the timeout after it was.
 */
import type {
  EscalateMigration,
  MigrationRef,
  PrepareIncoming,
  SetPace,
  StartMigration,
} from "../../kit/domain/migration.ts";
import type { Step, StepDependency } from "../../kit/domain/plan.ts";
import type { Technique } from "../../kit/domain/technique.ts";
import type { VmSpec } from "../../kit/domain/vm-spec.ts";
import type { RunningEvacuation } from "./evacuation.ts";
import { type Ending, endingOf } from "./report.ts";
import { hasEnded, hasHappened, isCancelling, isNotBegun, type StepRecord, stepsByVm } from "./step-record.ts";

interface Decided {
  readonly migration: MigrationRef;
  readonly technique: Technique;
  readonly paceBytesPerSecond?: number;
  readonly reason: string;
}

interface Cancelled {
  readonly migration: MigrationRef;
  readonly reason: string;
}

/** Before anything was at risk. */
interface Failed extends Cancelled {
  readonly vmLocation: "RUNS_AT_SOURCE";
}

/**
 * `id` is the message's. `decided`, `failed`, `cancelled` and `end` are events, each the first of its subject or not
 * stored at all; the shell adds their time.
 */
export type Effect =
  | { readonly kind: "decided"; readonly id: string; readonly body: Decided }
  | { readonly kind: "failed"; readonly id: string; readonly body: Failed }
  | { readonly kind: "cancelled"; readonly id: string; readonly body: Cancelled }
  | { readonly kind: "end"; readonly id: string; readonly evacuationId: string; readonly ending: Ending }
  /** No message: the shell looks for the VM's declared spec, and counts the time from here. */
  | { readonly kind: "find-spec"; readonly id: string; readonly vmId: string }
  | { readonly kind: "prepare-incoming"; readonly id: string; readonly body: PrepareIncoming }
  | { readonly kind: "start-migration"; readonly id: string; readonly body: StartMigration }
  | { readonly kind: "pace"; readonly id: string; readonly body: SetPace }
  | { readonly kind: "escalate"; readonly id: string; readonly body: EscalateMigration };

/** When this planner carried an effect out, or what the bus said that will never take it. */
export interface Done {
  readonly atMilliseconds: number;
  readonly refusal?: string;
}

export interface DecideContext {
  readonly nowMilliseconds: number;
  /**
   * By the clock that `done` is told by: how long an answer takes is measured with one clock, the planner's own, which
   * stands still while no answer can come.
   */
  readonly answerableMilliseconds: number;
  /** By effect's id, what this planner has carried out of this evacuation. One that took over has done nothing yet. */
  readonly done: ReadonlyMap<string, Done>;
  readonly specs: ReadonlyMap<string, VmSpec>;
  readonly prepareTimeoutSeconds: number;
}

/**
 * A prepared QEMU that nobody connects to is discarded after ten minutes, without a word to the planner: a step whose
 * turn may come later than this is prepared only then, which costs it the tenth of a second that preparing takes.
 */
const LOOKAHEAD_SECONDS = 200;
/** Of the narrower link, what a copy gets at the least, on the whole: four share it with traffic, and hot phases hold it. */
const LEAST_SHARE_OF_LINK = 0.1;

export function decide(evacuationId: string, evacuation: RunningEvacuation, context: DecideContext): readonly Effect[] {
  const { steps } = evacuation;
  if (steps.every(({ state }) => hasEnded(state))) {
    return [{ kind: "end", id: `${evacuationId}-ended`, evacuationId, ending: endingOf(evacuation) }];
  }
  const cancelling = isCancelling(evacuation);
  const open = cancelling ? steps.filter(isNotBegun) : [];
  const byVm = stepsByVm(steps);
  return [
    ...open.map(({ migration }) => cancelled(migration, "the evacuation was cancelled")),
    ...evacuation.dropped.map((migration) => cancelled(migration, "planned anew: another host takes the VM, or none")),
    ...steps.flatMap((record) =>
      cancelling && isNotBegun(record) ? [] : decideStep(evacuation, record, byVm, context),
    ),
  ];
}

/**
 * What has not begun is given up. What was decided or runs is its executor's to end: in a pre-copy that is safe, after the
 * switch of a post-copy the only way is forward. Either way it is said of each, so that nothing more of it is begun.
 */
export function cancel(evacuation: RunningEvacuation, reason: string): readonly Effect[] {
  return evacuation.steps
    .filter(({ state, cancelAsked }) => !hasEnded(state) && cancelAsked !== true)
    .map(({ migration }) => cancelled(migration, reason));
}

function cancelled(migration: MigrationRef, reason: string): Effect {
  return { kind: "cancelled", id: `${migration.migrationId}-cancelled`, body: { migration, reason } };
}

function decideStep(
  evacuation: RunningEvacuation,
  record: StepRecord,
  byVm: ReadonlyMap<string, StepRecord>,
  context: DecideContext,
): readonly Effect[] {
  const { step, migration, state } = record;
  switch (state.kind) {
    case "waiting":
      return context.nowMilliseconds < (record.attempts?.notBeforeUnixMilliseconds ?? 0)
        ? []
        : prepare(evacuation, record, byVm, context);
    case "ready":
      if (!step.after.every((dependency) => hasHappened(evacuation, step, dependency, byVm))) return [];
      return [
        {
          kind: "decided",
          id: `${migration.migrationId}-decided`,
          body: { migration, technique: step.technique, ...paceOf(step), reason: step.reason },
        },
      ];
    case "decided":
      return [
        {
          kind: "start-migration",
          id: `${migration.migrationId}-start-migration`,
          body: {
            migration,
            technique: step.technique,
            address: state.address,
            port: state.port,
            ...paceOf(step),
            ...expectedOf(evacuation, step.vmId),
          },
        },
      ];
    case "running": {
      const { revision, bytesPerSecond } = state.pace;
      const limit = bytesPerSecond === undefined ? {} : { paceBytesPerSecond: bytesPerSecond };
      const effects: Effect[] = [];
      if (revision > 0) {
        const ordered = revision * REVISIONS_BETWEEN;
        const id = `${migration.migrationId}-pace-${ordered}`;
        effects.push({ kind: "pace", id, body: { migration, ...limit, revision: ordered } });
      }
      if (record.escalation !== undefined && state.phase === "copying") {
        const id = `${migration.migrationId}-escalate`;
        effects.push({ kind: "escalate", id, body: { migration, reason: record.escalation } });
      }
      return effects;
    }
    case "completed":
    case "failed":
    case "cancelled":
      return [];
  }
}

/** Between two paces that follow from events there is room for those that balance copies from second to second. */
const REVISIONS_BETWEEN = 10_000;

/**
 * Of a pace that no event stands for: the same by any planner in the same second. There is room for those of some hours; the
 * last is free's, so that nothing stays held (`isLast`).
 */
export function balancedRevision(
  { state }: StepRecord,
  nowUnixMilliseconds: number,
): { readonly revision: number; readonly isLast: boolean } | undefined {
  if (state.kind !== "running") return undefined;
  const seconds = 1 + Math.max(0, Math.floor((nowUnixMilliseconds - state.timeUnixMilliseconds) / 1000));
  const place = Math.min(seconds, REVISIONS_BETWEEN - 1);
  return { revision: state.pace.revision * REVISIONS_BETWEEN + place, isLast: place < seconds };
}

function prepare(
  evacuation: RunningEvacuation,
  record: StepRecord,
  byVm: ReadonlyMap<string, StepRecord>,
  context: DecideContext,
): readonly Effect[] {
  const { step, migration } = record;
  const failed = (reason: string): Effect => ({
    kind: "failed",
    id: `${migration.migrationId}-not-prepared`,
    body: { migration, reason, vmLocation: "RUNS_AT_SOURCE" },
  });
  const { answerableMilliseconds, done, prepareTimeoutSeconds } = context;
  const isLate = ({ atMilliseconds }: Done) => answerableMilliseconds - atMilliseconds > prepareTimeoutSeconds * 1000;
  const askId = `${migration.migrationId}-prepare-incoming`;
  const asked = done.get(askId);
  if (asked?.refusal !== undefined) return [failed(`the order to prepare for it was not taken: ${asked.refusal}`)];
  if (asked !== undefined && isLate(asked)) {
    const reason = `${step.destinationHostId} did not answer in ${prepareTimeoutSeconds} s when asked to prepare for ${step.vmId}`;
    return [failed(reason)];
  }
  if (asked === undefined && !step.after.every((dependency) => isNear(step, dependency, byVm, evacuation))) return [];
  const spec = context.specs.get(step.vmId);
  if (spec === undefined) {
    const findId = `${migration.migrationId}-find-spec`;
    const sought = done.get(findId);
    if (sought === undefined || !isLate(sought)) return [{ kind: "find-spec", id: findId, vmId: step.vmId }];
    return [failed(`${step.sourceHostId} does not report ${step.vmId}'s declared spec any more`)];
  }
  return [{ kind: "prepare-incoming", id: askId, body: { migration, technique: step.technique, spec } }];
}

/** What the VM's profile said when the plan was made: back at this, it runs well again. */
function expectedOf({ planned }: RunningEvacuation, vmId: string) {
  const vm = planned.snapshot.vms.find((one) => one.vmId === vmId);
  const { outboundBytesPerSecond: outbound, inboundBytesPerSecond: inbound } = vm ?? {};
  return {
    ...(outbound === undefined ? {} : { expectedOutboundBytesPerSecond: outbound }),
    ...(inbound === undefined ? {} : { expectedInboundBytesPerSecond: inbound }),
  };
}

function paceOf(step: Step): { paceBytesPerSecond?: number } {
  return step.paceBytesPerSecond === undefined ? {} : { paceBytesPerSecond: step.paceBytesPerSecond };
}

/** It has begun and will surely be over soon enough for a QEMU that already listens: the step itself need not wait. */
function isNear(
  waiter: Step,
  dependency: StepDependency,
  byVm: ReadonlyMap<string, StepRecord>,
  evacuation: RunningEvacuation,
): boolean {
  if (hasHappened(evacuation, waiter, dependency, byVm)) return true;
  const record = byVm.get(dependency.vmId);
  if (record?.state.kind !== "running" || record.state.paused) return false;
  const { step } = record;
  const { hosts, vms } = evacuation.planned.snapshot;
  const vm = vms.find(({ vmId }) => vmId === dependency.vmId);
  const egress = hosts.find(({ hostId }) => hostId === step.sourceHostId)?.egressBytesPerSecond;
  const ingress = hosts.find(({ hostId }) => hostId === step.destinationHostId)?.ingressBytesPerSecond;
  if (vm === undefined || egress === undefined || ingress === undefined) return false;
  const share = Math.min(egress, ingress) * LEAST_SHARE_OF_LINK;
  const rate = Math.min(share, step.paceBytesPerSecond ?? share);
  // The rounds of a pre-copy are a geometric series; what is dirtied faster than it is sent has no end.
  const gain = step.technique === "PRE_COPY" ? rate - (vm.dirtyBytesPerSecond ?? 0) : rate;
  return gain > 0 && (vm.usedMemoryBytes ?? vm.memoryBytes) / gain < LOOKAHEAD_SECONDS;
}
