/**
 * Whether a request is accepted, and with which plan. The same answer for a request and for its dry run.
 *
 * 1. A plan in which `check` finds a violation is never given out.
 * 2. Memory promised to steps that have not ended counts as used, and so does what arrived after a host's last report.
 * 3. A host is not planned as empty, or without a VM, that has arrived there after its last report.
 */
import type { EvacuationPlanned, EvacuationRejected, EvacuationRequest } from "../../kit/domain/evacuation.ts";
import type { HostReport } from "../../kit/domain/host.ts";
import type { PlacementRefusal, Plan, UnplacedVm } from "../../kit/domain/plan.ts";
import type { HostProfiles } from "../../kit/domain/profile.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import { check, type Violation } from "./check.ts";
import { doubtfulProfiles, type ProfileLimits } from "./doubt.ts";
import { type Arrival, arrivalsOf, lessonsIn, type PlannerState, runningEvacuationOf } from "./evacuation.ts";
import type { Reservation } from "./feasibility.ts";
import { snapshotFromReports } from "./inventory.ts";
import { learnedModel, movedShares } from "./learning.ts";
import { defaultModel } from "./model.ts";
import { defaultPlanOptions, type PlanOptions, plan } from "./plan.ts";
import { type LookInput, ongoingOf, type ProgressOf } from "./replan.ts";
import { hasEnded, isNotBegun } from "./step-record.ts";
import { listWords } from "./words.ts";

export interface AdmissionInput {
  readonly state: PlannerState;
  readonly reports: readonly HostReport[];
  /** Where nobody gave the profiles of a host to be emptied, it is not planned unless the request allows it. */
  readonly profiles: readonly HostProfiles[];
  readonly profileLimits: ProfileLimits;
  readonly nowUnixMilliseconds: number;
  readonly staleInventorySeconds: number;
  readonly maximumMoving: number;
  /** How far copies are. One of which nothing is known counts whole: the forecast is late rather than early. */
  readonly progress: ProgressOf;
}

/** What is likely to come yet. An answer, of an agent or a profiler that finds its way back, comes soon or not at all. */
export type Late = "answer" | "profiles";

export type Admission =
  | { readonly kind: "planned"; readonly planned: EvacuationPlanned }
  /** `late`: this may change it. */
  | { readonly kind: "rejected"; readonly rejected: EvacuationRejected; readonly late?: Late }
  | { readonly kind: "bug"; readonly violations: readonly Violation[] };

export function admit(request: EvacuationRequest, input: AdmissionInput): Admission {
  const early = refuseEarly(request, input);
  if (early !== undefined) return early;
  const allowsStale = request.allowStaleProfiles === true;
  const { snapshot, options } = situation(input, undefined, allowsStale);
  const doubt = allowsStale ? undefined : profilesDoubt(request.hostId, snapshot, input);
  if (doubt !== undefined) {
    const late = isAnswered(request.hostId, input) ? "profiles" : "answer";
    return { ...reject(request, input, "STALE_PROFILES", doubt.slice(0, 4_000)), late };
  }
  const result = plan(snapshot, request, options);
  if (result.kind === "refused") {
    const { code, message } = result;
    const late = code === "NO_DESTINATION" ? lateHosts(request, input) : {};
    return { ...reject(request, input, code, message), ...late };
  }
  if (result.plan.steps.length === 0 && result.plan.unplaced.length > 0) {
    const named = listWords(result.plan.unplaced.map((vm) => `${vm.vmId} (${vm.reasons[0]?.message ?? "no host"})`));
    const message = `none of ${request.hostId}'s ${result.plan.unplaced.length} VMs can be moved: ${named}`;
    return {
      ...reject(request, input, "NOTHING_CAN_MOVE", message.slice(0, 4_000), result.plan.unplaced),
      ...lateHosts(request, input),
    };
  }
  const violations = check(snapshot, request, result.plan, options);
  if (violations.length > 0) return { kind: "bug", violations };
  return {
    kind: "planned",
    planned: {
      request,
      plan: result.plan,
      snapshot: partOf(snapshot, request, result.plan),
      eventTimeUnixMilliseconds: input.nowUnixMilliseconds,
    },
  };
}

/** Hosts that nobody named are left out while they are silent: one of them may take the VMs when it is heard again. */
function lateHosts({ destinationHostIds }: EvacuationRequest, input: AdmissionInput): { readonly late?: "answer" } {
  const isLate = destinationHostIds.length === 0 && input.reports.some((report) => isSilent(report, input));
  return isLate ? { late: "answer" } : {};
}

/** What a running evacuation's rest is looked at with: everything but the evacuation itself counts as given. */
export function lookInputFor(evacuationId: string, input: AdmissionInput): LookInput {
  const { nowUnixMilliseconds, progress } = input;
  return { ...situation(input, evacuationId, false), progress, nowUnixMilliseconds };
}

/** Everything that is known now; of the evacuation to be planned anew only what has begun. */
function situation(
  input: AdmissionInput,
  evacuationId: string | undefined,
  usesStale: boolean,
): { readonly snapshot: ClusterSnapshot; readonly options: PlanOptions } {
  const fresh = input.reports.filter((report) => !isSilent(report, input));
  const lessons = lessonsIn(input.state);
  const others = new Map([...input.state].filter(([id]) => id !== evacuationId));
  return {
    snapshot: corrected(snapshotFromReports(fresh, input.profiles, usesStale), movedShares(lessons)),
    options: {
      ...defaultPlanOptions,
      model: learnedModel(lessons, defaultModel),
      maximumMoving: input.maximumMoving,
      profileLimits: input.profileLimits,
      evacuatingHostIds: evacuatingHosts(input.state),
      reservations: reservationsOf(input.state, fresh, evacuationId),
      immovable: immovableVms(others, fresh),
      ongoing: [...others.values()].flatMap((one) => (one.kind === "running" ? ongoingOf(one, input.progress) : [])),
    },
  };
}

/** Of the VMs that are to leave: those that stay elsewhere are only in the way, and a destination cannot be waited for. */
function profilesDoubt(hostId: string, { vms }: ClusterSnapshot, input: AdmissionInput): string | undefined {
  const leaving = vms.filter((vm) => vm.hostId === hostId);
  const cure = "or plan all the same: --allow-stale-profiles";
  if (leaving.length > 0 && !isAnswered(hostId, input)) {
    return `nobody answers for the profiles of ${hostId}'s ${leaving.length} VMs: start a profiler and its Redis (contraflow vms shows what they know), ${cure}`;
  }
  const doubt = doubtfulProfiles(leaving, input.profileLimits);
  if (doubt === undefined) return undefined;
  return `${doubt}: wait a moment if something was away (contraflow vms shows their age), see to ${hostId}'s agent and the profiler, ${cure}`;
}

/** Used memory by what earlier migrations of the same VMs really moved. */
function corrected({ hosts, vms }: ClusterSnapshot, shares: ReadonlyMap<string, number>): ClusterSnapshot {
  return {
    hosts,
    vms: vms.map((vm) => {
      const share = shares.get(vm.vmId);
      if (share === undefined || vm.usedMemoryBytes === undefined) return vm;
      return { ...vm, usedMemoryBytes: Math.min(vm.memoryBytes, Math.round(vm.usedMemoryBytes * share)) };
    }),
  };
}

/**
 * What the plan depends on, so that its size does not grow with the cluster's: the host, its destinations (those that
 * were named, otherwise those that were chosen: of the same VMs the same choice follows without the others), and the
 * VMs that run there.
 */
function partOf(snapshot: ClusterSnapshot, request: EvacuationRequest, made: Plan): ClusterSnapshot {
  const named = request.destinationHostIds;
  const destinations = named.length > 0 ? named : made.steps.map((step) => step.destinationHostId);
  const kept = new Set([request.hostId, ...destinations]);
  return {
    hosts: snapshot.hosts.filter(({ hostId }) => kept.has(hostId)),
    vms: snapshot.vms.filter(({ hostId }) => kept.has(hostId)),
  };
}

/** The same answer, in words that fit into a message: `tooLarge` says what did not. */
export function shortened(admission: Exclude<Admission, { kind: "bug" }>, tooLarge: string): Admission {
  if (admission.kind === "rejected") {
    return { kind: "rejected", rejected: { ...admission.rejected, unplaced: [] } };
  }
  const { request, plan: made, eventTimeUnixMilliseconds: nowUnixMilliseconds } = admission.planned;
  const message = `the plan of ${made.steps.length} steps and ${made.unplaced.length} VMs without one does not fit into a message (${tooLarge}): name fewer destinations, or evacuate the host by hand`;
  return reject(request, { nowUnixMilliseconds }, "PLAN_TOO_LARGE", message);
}

/** What can be refused without asking for profiles. */
export function refuseEarly(
  request: EvacuationRequest,
  input: Omit<AdmissionInput, "profiles" | "profileLimits" | "maximumMoving" | "progress">,
): Extract<Admission, { kind: "rejected" }> | undefined {
  const { hostId, destinationHostIds } = request;
  const running = runningEvacuationOf(input.state, hostId);
  if (running !== undefined) {
    return reject(request, input, "ALREADY_EVACUATING", `${hostId} is being evacuated by ${running.evacuationId}`);
  }
  for (const [evacuationId, evacuation] of input.state) {
    if (evacuation.kind !== "running") continue;
    const arriving = evacuation.steps.filter((s) => s.step.destinationHostId === hostId && !hasEnded(s.state));
    if (arriving.length === 0) continue;
    const named = listWords(arriving.map(({ step }) => step.vmId));
    return reject(request, input, "IS_DESTINATION", `evacuation ${evacuationId} is still moving ${named} to ${hostId}`);
  }
  const byId = new Map(input.reports.map((report) => [report.hostId, report]));
  if (!byId.has(hostId)) {
    return reject(request, input, "UNKNOWN_HOST", `no host called ${hostId} has ever reported`);
  }
  const unknown = destinationHostIds.filter((id) => !byId.has(id));
  if (unknown.length > 0) {
    return reject(request, input, "UNKNOWN_DESTINATION", `no host called ${listWords(unknown)} has ever reported`);
  }
  for (const id of [hostId, ...destinationHostIds]) {
    const report = byId.get(id);
    if (report === undefined) continue;
    if (!isSilent(report, input)) continue;
    const age = ageSeconds(report, input);
    const message = `${id} last reported ${age.toFixed(0)} s ago, more than ${input.staleInventorySeconds}: is its agent running?`;
    return { ...reject(request, input, "STALE_INVENTORY", message), late: "answer" };
  }
  const unreported = [...input.state.values()]
    .flatMap(arrivalsOf)
    .filter((one) => one.hostId === hostId && one.timeUnixMilliseconds !== undefined)
    .filter((one) => !isReported(one, byId.get(hostId)));
  if (unreported.length === 0) return undefined;
  const named = listWords([...new Set(unreported.map(({ vmId }) => vmId))]);
  const message = `${hostId} has not reported since ${named} came there: ask again in a moment; if that does not help, see to its agent`;
  return { ...reject(request, input, "STALE_INVENTORY", message.slice(0, 4_000)), late: "answer" };
}

/** Whether the host has said since the VM came what runs there. */
function isReported({ timeUnixMilliseconds }: Arrival, report: HostReport | undefined): boolean {
  return timeUnixMilliseconds !== undefined && timeUnixMilliseconds < (report?.reportTimeUnixMilliseconds ?? 0);
}

function isAnswered(hostId: string, { profiles }: Pick<AdmissionInput, "profiles">): boolean {
  return profiles.some((one) => one.hostId === hostId);
}

function isSilent(
  report: HostReport,
  input: { readonly nowUnixMilliseconds: number; readonly staleInventorySeconds: number },
): boolean {
  return ageSeconds(report, input) > input.staleInventorySeconds;
}

function ageSeconds(report: HostReport, input: { readonly nowUnixMilliseconds: number }): number {
  return (input.nowUnixMilliseconds - report.reportTimeUnixMilliseconds) / 1000;
}

export function reject(
  request: EvacuationRequest,
  input: { readonly nowUnixMilliseconds: number },
  code: EvacuationRejected["code"],
  message: string,
  unplaced: readonly UnplacedVm[] = [],
): Extract<Admission, { kind: "rejected" }> {
  const eventTimeUnixMilliseconds = input.nowUnixMilliseconds;
  return {
    kind: "rejected",
    rejected: { request, code, message, unplaced: unplaced.slice(0, 4096), eventTimeUnixMilliseconds },
  };
}

function evacuatingHosts(state: PlannerState): ReadonlySet<string> {
  const hostIds = new Set<string>();
  for (const evacuation of state.values()) {
    if (evacuation.kind === "running") hostIds.add(evacuation.planned.request.hostId);
  }
  return hostIds;
}

function reservationsOf(
  state: PlannerState,
  reports: readonly HostReport[],
  replannedId: string | undefined,
): readonly Reservation[] {
  const byHost = new Map(reports.map((report) => [report.hostId, report]));
  const reservations: Reservation[] = [];
  for (const [evacuationId, evacuation] of state) {
    const begun =
      evacuationId === replannedId && evacuation.kind === "running"
        ? { ...evacuation, steps: evacuation.steps.filter((record) => !isNotBegun(record)) }
        : evacuation;
    for (const arrival of arrivalsOf(begun)) {
      const { timeUnixMilliseconds, ...reservation } = arrival;
      if (!isReported(arrival, byHost.get(arrival.hostId))) reservations.push(reservation);
    }
  }
  return reservations;
}

function immovableVms(state: PlannerState, reports: readonly HostReport[]): ReadonlyMap<string, PlacementRefusal> {
  const immovable = new Map<string, PlacementRefusal>();
  for (const { hostId, vms } of reports) {
    for (const { vmId, spec } of vms) {
      if (spec !== undefined) continue;
      const message = `${vmId} was not declared, so no host can be prepared for it`;
      immovable.set(vmId, { hostId, code: "NOT_DECLARED", message });
    }
  }
  for (const [evacuationId, evacuation] of state) {
    if (evacuation.kind !== "running") continue;
    for (const { step, state: stepState } of evacuation.steps) {
      if (hasEnded(stepState)) continue;
      const message = `${step.vmId} is being moved by evacuation ${evacuationId}`;
      immovable.set(step.vmId, { hostId: step.sourceHostId, code: "ALREADY_MIGRATING", message });
    }
  }
  return immovable;
}
