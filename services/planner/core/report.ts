/** What became of an evacuation, and what it is doing, for people and for programs. */
import type { EvacuationPlanned, EvacuationReport, EvacuationStatus, VmOutcome } from "../../kit/domain/evacuation.ts";
import type { VmLocation } from "../../kit/domain/migration.ts";
import type { StepForecast } from "../../kit/domain/plan.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import { readCluster } from "./cluster.ts";
import type { Evacuation, RunningEvacuation } from "./evacuation.ts";
import { waitWords } from "./explain.ts";
import { defaultModel } from "./model.ts";
import { hasHappened, isCancelling, type StepRecord, stepsByVm } from "./step-record.ts";
import { listWords } from "./words.ts";

export type Ending =
  | { readonly outcome: "completed"; readonly report: EvacuationReport }
  | { readonly outcome: "failed" | "cancelled"; readonly message: string; readonly report: EvacuationReport };

const MESSAGE_LIMIT = 4_000;
const REASON_LIMIT = 300;

/** Of an evacuation whose steps have all ended: completed when nothing is left on the host. */
export function endingOf(evacuation: RunningEvacuation): Ending {
  const report = reportOf(evacuation);
  const left = report.vms.filter((vm) => vm.outcome !== "COMPLETED");
  if (left.length === 0) return { outcome: "completed", report };
  const { hostId } = evacuation.planned.request;
  const named = listWords(left.map((vm) => `${vm.vmId} (${(vm.reason ?? "").slice(0, REASON_LIMIT)})`));
  const message = `${left.length} of ${report.vms.length} VMs were not moved off ${hostId}: ${named}`;
  const cancelled = isCancelling(evacuation);
  return { outcome: cancelled ? "cancelled" : "failed", message: message.slice(0, MESSAGE_LIMIT), report };
}

const SHORT_REASON_LIMIT = 100;
const SHORT_VMS = 1_000;

/** Of a report that does not fit into a message: those left behind first, with less of the reasons. */
export function shortEnding(ending: Ending): Ending {
  const left = ending.report.vms.filter(({ outcome }) => outcome !== "COMPLETED");
  const moved = ending.report.vms.filter(({ outcome }) => outcome === "COMPLETED");
  const vms = [...left, ...moved]
    .slice(0, SHORT_VMS)
    .map((vm) => (vm.reason === undefined ? vm : { ...vm, reason: vm.reason.slice(0, SHORT_REASON_LIMIT) }));
  return { ...ending, report: { ...ending.report, vms } };
}

/** Times are those that executors gave their events; the forecast stands beside the fact. */
export function reportOf(evacuation: Pick<RunningEvacuation, "planned" | "accepted" | "steps">): EvacuationReport {
  const { planned, accepted, steps } = evacuation;
  const expected = new Map(accepted.plan.steps.map((step) => [step.vmId, step.forecast]));
  const begins: number[] = [];
  const ends: number[] = [];
  let transferredBytes = 0;
  for (const { state, startedTimeUnixMilliseconds } of steps) {
    if (state.kind !== "completed") continue;
    const end = state.fact.eventTimeUnixMilliseconds;
    begins.push(startedTimeUnixMilliseconds ?? end - state.fact.totalSeconds * 1000);
    ends.push(end);
    transferredBytes += state.fact.transferredBytes;
  }
  const seconds = ends.length === 0 ? undefined : Math.max(0, (largest(ends) + largest(begins.map(negated))) / 1000);
  return {
    hostId: planned.request.hostId,
    policy: planned.request.policy,
    ...(seconds === undefined ? {} : { totalMigrationSeconds: seconds }),
    transferredBytes,
    forecast: accepted.plan.forecast,
    ...errorOf(evacuation, seconds),
    vms: [
      ...steps.map((record) => ({ ...outcomeOf(record), ...beside(record, Math.min(...begins), expected) })),
      ...planned.plan.unplaced.map(
        (vm): VmOutcome => ({
          vmId: vm.vmId,
          outcome: "UNPLACED",
          reason:
            vm.reasons
              .map((refusal) => refusal.message)
              .join("; ")
              .slice(0, MESSAGE_LIMIT) || "no host was asked",
        }),
      ),
    ],
  };
}

/** Only of an evacuation that moved all that was forecast: what was left out takes no time. */
function errorOf(
  { accepted, steps }: Pick<RunningEvacuation, "accepted" | "steps">,
  seconds: number | undefined,
): { readonly forecastErrorPercent?: number } {
  if (seconds === undefined || seconds <= 0 || steps.some(({ state }) => state.kind !== "completed")) return {};
  const { totalMigrationSeconds: forecast } = accepted.plan.forecast;
  return { forecastErrorPercent: (Math.abs(forecast - seconds) / seconds) * 100 };
}

/** What was expected of a VM, and when it did the same; seconds from the first start of those that completed. */
function beside(
  record: StepRecord,
  beginUnixMilliseconds: number,
  expected: ReadonlyMap<string, StepForecast | undefined>,
) {
  const { step, startedTimeUnixMilliseconds: started, settledTimeUnixMilliseconds: settled } = record;
  const since = (time: number | undefined) =>
    time === undefined || !Number.isFinite(beginUnixMilliseconds)
      ? undefined
      : Math.max(0, (time - beginUnixMilliseconds) / 1000);
  const startSeconds = since(started);
  // Of a VM that was planned later, what was forecast then.
  const forecast = expected.get(step.vmId) ?? step.forecast;
  const settledSeconds = since(settled);
  return {
    ...(forecast === undefined ? {} : { forecast }),
    ...(startSeconds === undefined ? {} : { startSeconds }),
    ...(settledSeconds === undefined ? {} : { settledSeconds }),
  };
}

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function negated(value: number): number {
  return -value;
}

function outcomeOf({ step, state, attempts }: StepRecord): VmOutcome {
  const known = {
    ...{ vmId: step.vmId, technique: step.technique, destinationHostId: step.destinationHostId },
    ...(attempts === undefined ? {} : { failedAttempts: attempts.reasons.join("; then: ").slice(0, MESSAGE_LIMIT) }),
  };
  switch (state.kind) {
    case "waiting":
    case "ready":
      return { ...known, outcome: "WAITING" };
    case "decided":
    case "running":
      return { ...known, outcome: "RUNNING" };
    case "completed": {
      const { totalSeconds, downtimeSeconds, stallSeconds, transferredBytes, technique } = state.fact;
      return {
        ...known,
        technique,
        outcome: "COMPLETED",
        totalSeconds,
        ...(downtimeSeconds === undefined ? {} : { downtimeSeconds }),
        ...(stallSeconds === undefined ? {} : { stallSeconds }),
        transferredBytes,
      };
    }
    case "failed":
      return {
        ...known,
        outcome: "FAILED",
        reason: `${state.reason.slice(0, MESSAGE_LIMIT - 100)}; ${whereWords(state.vmLocation, step)}`,
      };
    case "cancelled":
      return { ...known, outcome: "CANCELLED", reason: state.reason };
    default:
      return assertNever(state);
  }
}

function whereWords(location: VmLocation, step: { sourceHostId: string; destinationHostId: string }): string {
  switch (location) {
    case "RUNS_AT_SOURCE":
      return `it runs on ${step.sourceHostId}`;
    case "RUNS_AT_DESTINATION":
      return `it runs on ${step.destinationHostId}`;
    case "LOST":
      return "it is lost";
    case "UNCERTAIN":
      return "where it runs is not certain: look before anything else";
    default:
      return assertNever(location);
  }
}

/** What has ended has no plan any more: its report says the same in less. */
export function statusOf(evacuation: Evacuation): EvacuationStatus {
  switch (evacuation.kind) {
    case "rejected": {
      const { request, message, code } = evacuation.rejected;
      return { request, state: "REJECTED", message: `${message.slice(0, MESSAGE_LIMIT)} (${code})`, steps: [] };
    }
    case "ended": {
      const { request, outcome, report, message, migrationIdOf, plannedTimeUnixMilliseconds } = evacuation;
      return {
        request,
        state: outcome,
        report,
        ...(message === undefined ? {} : { message }),
        steps: report.vms.flatMap(({ vmId, outcome: became }) => {
          const migrationId = migrationIdOf.get(vmId);
          return migrationId === undefined ? [] : [{ vmId, migrationId, outcome: became }];
        }),
        plannedTimeUnixMilliseconds,
      };
    }
    case "running": {
      const { planned, steps, plannedTimeUnixMilliseconds } = evacuation;
      const byVm = stepsByVm(steps);
      return {
        request: planned.request,
        state: isCancelling({ steps }) ? "CANCELLING" : "RUNNING",
        // With what has become of it since.
        plan: { ...planned.plan, steps: steps.map(({ step }) => step) },
        steps: steps.map((record) => {
          const waitsFor = waitingWords(record, byVm, planned);
          return {
            vmId: record.step.vmId,
            migrationId: record.migration.migrationId,
            outcome: outcomeOf(record).outcome,
            ...(waitsFor === undefined ? {} : { waitsFor }),
          };
        }),
        plannedTimeUnixMilliseconds,
      };
    }
  }
}

function waitingWords(
  record: StepRecord,
  byVm: ReadonlyMap<string, StepRecord>,
  planned: EvacuationPlanned,
): string | undefined {
  const { step, state } = record;
  switch (state.kind) {
    case "waiting":
    case "ready": {
      const open = step.after.filter((dependency) => !hasHappened({ planned }, step, dependency, byVm));
      if (open.length > 0) {
        const cluster = readCluster(planned.snapshot, defaultModel);
        return open
          .map((one) => waitWords(cluster, step, one, byVm.get(one.vmId)?.step).replace(/^waits for /, ""))
          .join("; ");
      }
      return state.kind === "waiting" ? `${step.destinationHostId} to be ready for it` : undefined;
    }
    case "decided":
      return `${step.sourceHostId} to start it`;
    case "running":
      return state.paused ? "its stream to be mended" : undefined;
    case "completed":
    case "failed":
    case "cancelled":
      return undefined;
  }
}
