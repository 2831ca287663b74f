/**
 * What is known of one evacuation from the journal and the telemetry. Pure: `evolveView(view, input) -> view`.
 *
 * 1. A VM's percent and the whole's percent never run backwards.
 * 2. An input of another evacuation, or of a VM that the plan does not have, changes nothing.
 * 3. What has ended stays ended: telemetry that comes late changes nothing.
 */
import type { JournalEvent } from "../../kit/bus/journal-event.ts";
import type { EvacuationReport, EvacuationRequest, RejectionCode } from "../../kit/domain/evacuation.ts";
import type { MigrationFailed, MigrationPhase, MigrationProgress, MigrationRef } from "../../kit/domain/migration.ts";
import type { Plan, Step, UnplacedVm } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import type { Technique } from "../../kit/domain/technique.ts";
import type { TrafficBatch } from "../../kit/domain/traffic.ts";
import { RETRIES } from "../../planner/core/another-try.ts";
import { evolveTraffic, type HostTraffic } from "./traffic-rates.ts";

export type VmStage =
  | { readonly kind: "waiting" }
  | { readonly kind: "preparing" }
  | { readonly kind: "moving"; readonly phase: MigrationPhase; readonly progress: MigrationProgress | undefined }
  | { readonly kind: "completed"; readonly totalSeconds: number; readonly downtimeSeconds: number | undefined }
  | { readonly kind: "failed"; readonly reason: string }
  | { readonly kind: "cancelled"; readonly reason: string };

export interface VmView {
  readonly step: Step;
  readonly technique: Technique;
  readonly stage: VmStage;
  readonly percent: number;
  readonly settled: boolean;
  /** Migrations of it that failed and were tried again. */
  readonly failures: number;
  readonly cancelAsked: boolean;
}

export interface Planned {
  readonly request: EvacuationRequest;
  readonly plan: Plan;
  readonly snapshot: ClusterSnapshot;
  /** In the order of the plan. */
  readonly vms: readonly VmView[];
  readonly percent: number;
  readonly startedUnixMilliseconds: number | undefined;
  readonly traffic: ReadonlyMap<string, HostTraffic>;
}

export type Ending = "COMPLETED" | "FAILED" | "CANCELLED";

export type EvacuationView =
  | { readonly kind: "requested"; readonly evacuationId: string }
  | {
      readonly kind: "rejected";
      readonly evacuationId: string;
      readonly code: RejectionCode;
      readonly message: string;
      readonly unplaced: readonly UnplacedVm[];
    }
  | { readonly kind: "running"; readonly evacuationId: string; readonly planned: Planned }
  | {
      readonly kind: "ended";
      readonly evacuationId: string;
      readonly planned: Planned;
      readonly ending: Ending;
      readonly message: string | undefined;
      readonly report: EvacuationReport;
    };

export type ViewInput =
  | { readonly kind: "event"; readonly event: JournalEvent }
  | { readonly kind: "progress"; readonly progress: MigrationProgress }
  | { readonly kind: "traffic"; readonly batch: TrafficBatch };

export function requestedView(evacuationId: string): EvacuationView {
  return { kind: "requested", evacuationId };
}

/** Whether an event is of this evacuation. */
export function concerns(event: JournalEvent, evacuationId: string): boolean {
  return event.entity === "evacuation" ? event.id === evacuationId : event.body.migration.evacuationId === evacuationId;
}

export function evolveView(view: EvacuationView, input: ViewInput): EvacuationView {
  if (input.kind === "event") {
    return concerns(input.event, view.evacuationId) ? applyEvent(view, input.event) : view;
  }
  if (view.kind !== "running") return view;
  if (input.kind === "traffic") {
    const { batch } = input;
    const traffic = new Map(view.planned.traffic);
    traffic.set(batch.hostId, evolveTraffic(traffic.get(batch.hostId), batch));
    return { ...view, planned: { ...view.planned, traffic } };
  }
  const { progress } = input;
  if (progress.migration.evacuationId !== view.evacuationId) return view;
  return withVm(view, progress.migration, (vm) =>
    hasEnded(vm.stage)
      ? vm
      : {
          ...vm,
          stage: { kind: "moving", phase: progress.phase, progress },
          percent: Math.max(vm.percent, progress.percent),
        },
  );
}

function applyEvent(view: EvacuationView, event: JournalEvent): EvacuationView {
  if (event.entity === "migration") return view.kind === "running" ? applyMigration(view, event) : view;
  const { evacuationId } = view;
  switch (event.name) {
    case "planned": {
      const { request, plan, snapshot } = event.body;
      const planned = { request, plan, snapshot, percent: 0, startedUnixMilliseconds: undefined, traffic: new Map() };
      return { kind: "running", evacuationId, planned: { ...planned, vms: plan.steps.map(waitingVm) } };
    }
    case "rejected": {
      const { code, message, unplaced } = event.body;
      return { kind: "rejected", evacuationId, code, message, unplaced };
    }
    case "replanned": {
      if (view.kind !== "running") return view;
      const known = new Map(view.planned.vms.map((vm) => [vm.step.vmId, vm]));
      const vms = event.body.plan.steps.map((step) => {
        const vm = known.get(step.vmId);
        return vm === undefined || vm.stage.kind === "waiting" ? waitingVm(step) : vm;
      });
      return { ...view, planned: { ...view.planned, plan: event.body.plan, vms } };
    }
    case "completed":
      return ended(view, "COMPLETED", undefined, event.body.report);
    case "failed":
      return ended(view, "FAILED", event.body.message, event.body.report);
    case "cancelled":
      return ended(view, "CANCELLED", event.body.message, event.body.report);
  }
}

function ended(
  view: EvacuationView,
  ending: Ending,
  message: string | undefined,
  report: EvacuationReport,
): EvacuationView {
  if (view.kind !== "running") return view;
  const planned = ending === "COMPLETED" ? { ...view.planned, percent: 100 } : view.planned;
  return { kind: "ended", evacuationId: view.evacuationId, planned, ending, message, report };
}

type Running = Extract<EvacuationView, { kind: "running" }>;

function applyMigration(view: Running, event: Extract<JournalEvent, { entity: "migration" }>): EvacuationView {
  const { body, name } = event;
  const change = (alter: (vm: VmView) => VmView) => withVm(view, body.migration, alter);
  switch (name) {
    case "decided":
      return change((vm) => ({ ...vm, technique: body.technique, stage: { kind: "preparing" } }));
    case "incoming-ready":
    case "not-escalated":
      return view;
    case "started": {
      const first = view.planned.startedUnixMilliseconds ?? body.eventTimeUnixMilliseconds;
      const running = { ...view, planned: { ...view.planned, startedUnixMilliseconds: first } };
      return withVm(running, body.migration, (vm) => moving(vm, "SETTING_UP"));
    }
    case "switched":
      return change((vm) => moving(vm, vm.technique === "PRE_COPY" ? "SWITCHING" : "HOT"));
    case "resumed":
      return change((vm) => (vm.technique === "PRE_COPY" ? vm : moving(vm, "HOT")));
    case "settled":
      return change((vm) => ({ ...(vm.technique === "PRE_COPY" ? vm : moving(vm, "BULK")), settled: true }));
    case "paused":
      return change((vm) => moving(vm, "PAUSED"));
    case "recovered":
      return change((vm) => moving(vm, "BULK"));
    case "completed":
      return change((vm) => ({
        ...vm,
        percent: 100,
        settled: true,
        stage: { kind: "completed", totalSeconds: body.totalSeconds, downtimeSeconds: body.downtimeSeconds },
      }));
    case "failed":
      return change((vm) => failedVm(vm, body));
    case "cancelled":
      // What was decided is its executor's to end.
      return change((vm) =>
        vm.stage.kind === "waiting"
          ? { ...vm, stage: { kind: "cancelled", reason: body.reason } }
          : { ...vm, cancelAsked: true },
      );
  }
}

function failedVm(vm: VmView, { reason, vmLocation, postCopyRefused }: MigrationFailed): VmView {
  const isAtSource = vmLocation === "RUNS_AT_SOURCE";
  if (vm.cancelAsked && isAtSource) return { ...vm, stage: { kind: "cancelled", reason } };
  // Another migration of it follows.
  if (postCopyRefused && vm.technique !== "PRE_COPY") return { ...vm, stage: { kind: "waiting" } };
  return isAtSource && vm.stage.kind !== "waiting" && vm.failures < RETRIES
    ? { ...vm, failures: vm.failures + 1, stage: { kind: "waiting" } }
    : { ...vm, stage: { kind: "failed", reason } };
}

function waitingVm(step: Step): VmView {
  return {
    step,
    technique: step.technique,
    stage: { kind: "waiting" },
    percent: 0,
    settled: false,
    failures: 0,
    cancelAsked: false,
  };
}

function moving(vm: VmView, phase: MigrationPhase): VmView {
  const progress = vm.stage.kind === "moving" ? vm.stage.progress : undefined;
  return { ...vm, stage: { kind: "moving", phase, progress } };
}

export function hasEnded(stage: VmStage): boolean {
  return stage.kind === "completed" || stage.kind === "failed" || stage.kind === "cancelled";
}

function withVm(view: Running, migration: MigrationRef, alter: (vm: VmView) => VmView): Running {
  const vms = view.planned.vms.map((vm) => (vm.step.vmId === migration.vmId ? alter(vm) : vm));
  const percent = Math.max(view.planned.percent, weightedPercent(vms, view.planned.snapshot));
  return { ...view, planned: { ...view.planned, vms, percent } };
}

/** By the memory that has to move. */
function weightedPercent(vms: readonly VmView[], snapshot: ClusterSnapshot): number {
  const sizes = new Map(snapshot.vms.map((vm) => [vm.vmId, vm.usedMemoryBytes ?? vm.memoryBytes]));
  let total = 0;
  let moved = 0;
  for (const vm of vms) {
    const size = sizes.get(vm.step.vmId) ?? 1;
    total += size;
    moved += size * vm.percent;
  }
  return total === 0 ? 100 : moved / total;
}
