/** What became of an evacuation, and what it is doing, for people and for programs. */
import type { EvacuationReport, EvacuationStatus, VmOutcome } from "../../kit/domain/evacuation.ts";
import type { VmLocation } from "../../kit/domain/migration.ts";
import type { StepDependency } from "../../kit/domain/plan.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import { type Evacuation, hasHappened, type RunningEvacuation, type StepRecord, stepsByVm } from "./evacuation.ts";
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
  const cancelled = evacuation.steps.some(({ state }) => state.kind === "cancelled");
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
export function reportOf(evacuation: Pick<RunningEvacuation, "planned" | "steps">): EvacuationReport {
  const { planned, steps } = evacuation;
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
    forecast: planned.plan.forecast,
    vms: [
      ...steps.map(outcomeOf),
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

function largest(values: readonly number[]): number {
  return values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY);
}

function negated(value: number): number {
  return -value;
}

function outcomeOf({ step, state }: StepRecord): VmOutcome {
  const known = { vmId: step.vmId, technique: step.technique, destinationHostId: step.destinationHostId };
  switch (state.kind) {
    case "waiting":
    case "ready":
      return { ...known, outcome: "WAITING" };
    case "decided":
    case "running":
      return { ...known, outcome: "RUNNING" };
    case "completed": {
      const { totalSeconds, downtimeSeconds, transferredBytes, technique } = state.fact;
      return {
        ...known,
        technique,
        outcome: "COMPLETED",
        totalSeconds,
        ...(downtimeSeconds === undefined ? {} : { downtimeSeconds }),
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
        state: steps.some(({ state }) => state.kind === "cancelled") ? "CANCELLING" : "RUNNING",
        plan: planned.plan,
        steps: steps.map((record) => {
          const waitsFor = waitWords(record, byVm);
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

function waitWords(record: StepRecord, byVm: ReadonlyMap<string, StepRecord>): string | undefined {
  const { step, state } = record;
  switch (state.kind) {
    case "waiting":
    case "ready": {
      const open = step.after.filter((dependency) => !hasHappened(dependency, byVm));
      if (open.length > 0) return listWords(open.map(dependencyWords));
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

function dependencyWords({ vmId, event }: StepDependency): string {
  return `${vmId} to ${event === "SETTLED" ? "settle" : "complete"}`;
}
