/**
 * The schedule of an evacuation, from what is known of the cluster. Pure: the same input gives the same plan.
 *
 * 1. Every VM of the host is in exactly one of `steps` and `unplaced`.
 * 2. `check` finds no violation in any plan.
 * 3. A VM that no technique would bring to an end is not moved.
 */
import type { Preference, RejectionCode } from "../../kit/domain/evacuation.ts";
import type { Alternative, Forecast, PlacementRefusal, Plan, Step, UnplacedVm } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import { type Policy, policies } from "../../kit/domain/technique.ts";
import { type Cluster, compareIds, readCluster, withoutAssumedDirtying } from "./cluster.ts";
import { defaultProfileLimits, type ProfileLimits, profileDoubt } from "./doubt.ts";
import { techniqueWords, waitWords } from "./explain.ts";
import { type PlacementRules, placeVms } from "./feasibility.ts";
import { limitOf, stepForecast } from "./forecast.ts";
import { defaultModel } from "./model.ts";
import type { Goal } from "./objective.ts";
import { optimise, type SearchOptions, stepsOfDraft } from "./optimise.ts";
import { cycleOf, cycleWords, precedenceOf } from "./precedence.ts";
import { baselineDraft } from "./schedule.ts";
import { knownOngoing, type Simulation, simulate } from "./simulate.ts";
import { type Allowed, allowedTechniques, chooseTechniques, type Placed } from "./technique.ts";
import { listWords, secondsWords } from "./words.ts";

/** The part of an EvacuationRequest that a plan depends on. */
export interface PlanRequest {
  readonly hostId: string;
  /** Empty: any other host. */
  readonly destinationHostIds: readonly string[];
  readonly policy: Policy;
  readonly prefer?: Preference | undefined;
  readonly maximumSlowdown?: number | undefined;
  readonly deadlineSeconds?: number | undefined;
}

/** Several hosts to be emptied at the same time. */
export type PlanHostsRequest = Omit<PlanRequest, "hostId"> & { readonly hostIds: readonly string[] };

export interface PlanOptions extends PlacementRules, Omit<SearchOptions, "goal"> {
  /** VMs that must not be moved now, with the reason. */
  readonly immovable: ReadonlyMap<string, PlacementRefusal>;
  /** VMs on the hosts to be emptied that have had their turn: they are on their way, or have failed. */
  readonly handled: ReadonlySet<string>;
  /** Of those, who is on the way. */
  readonly begun: ReadonlySet<string>;
  /** Of the narrowest link: what running copies are held to while a moved VM waits for its working set. */
  readonly hotPhasePaceShare: number;
  /** Above so many VMs the other policies are not forecast: seven simulations instead of one. */
  readonly alternativesUpToVms: number;
  /** And a step's reason does not say what another technique would have cost: a simulation each. */
  readonly comparisonsUpToVms: number;
  /** What is planned all the same with a profile outside of these is said to be. */
  readonly profileLimits: ProfileLimits;
}

export const defaultPlanOptions: PlanOptions = {
  evacuatingHostIds: new Set(),
  reservations: [],
  immovable: new Map(),
  handled: new Set(),
  begun: new Set(),
  ongoing: [],
  model: defaultModel,
  // More streams than this only divide the link, and each costs both hosts a process that copies.
  maximumMoving: 8,
  // Several are held at once, and what they have together the working set has not; what a held VM asks for comes beyond it.
  hotPhasePaceShare: 0.03,
  alternativesUpToVms: 100,
  comparisonsUpToVms: 16,
  profileLimits: defaultProfileLimits,
  // All schedules of five VMs are mostly some tens of thousands, where hardly anything can be ruled out half a million.
  exactUpToVms: 5,
  exactNodes: 800_000,
  improveWork: 100_000,
  seed: 1,
};

const DEFAULT_SLOWDOWN = 1.25;
/** Of all the hosts that are emptied at once. */
const IMPROVE_WORK_IN_ALL = 2_000_000;

export type Planned =
  | { readonly kind: "planned"; readonly plan: Plan }
  | {
      readonly kind: "refused";
      readonly code: Extract<
        RejectionCode,
        "UNKNOWN_HOST" | "UNKNOWN_DESTINATION" | "NO_DESTINATION" | "BEYOND_DEADLINE" | "CYCLIC_ORDER"
      >;
      readonly message: string;
    };

export function plan(
  snapshot: ClusterSnapshot,
  request: PlanRequest,
  options: PlanOptions = defaultPlanOptions,
): Planned {
  const { hostId, ...rest } = request;
  return planHosts(snapshot, { ...rest, hostIds: [hostId] }, options);
}

export function planHosts(
  snapshot: ClusterSnapshot,
  request: PlanHostsRequest,
  given: PlanOptions = defaultPlanOptions,
): Planned {
  const cluster = readCluster(snapshot, given.model);
  const candidates = candidatesOf(cluster, request);
  if ("code" in candidates) return candidates;
  const leaving = request.hostIds
    .flatMap((hostId) => cluster.vmsOn(hostId))
    .filter((vm) => !given.handled.has(vm.vmId));
  if (candidates.hostIds.length === 0 && leaving.length > 0) {
    const message = `there is no host besides ${listWords(request.hostIds)}`;
    return { kind: "refused", code: "NO_DESTINATION", message };
  }
  const cycle = request.hostIds.map((hostId) => cycleOf(cluster.vmsOn(hostId))).find((found) => found !== undefined);
  if (cycle !== undefined) {
    const message = `no order can be kept: ${cycleWords(cycle)} (migrateAfter in their specs)`;
    return { kind: "refused", code: "CYCLIC_ORDER", message };
  }
  const options: PlanOptions = {
    ...given,
    evacuatingHostIds: new Set([...given.evacuatingHostIds, ...request.hostIds]),
    ongoing: knownOngoing(cluster, given.ongoing),
  };
  const movable = leaving.filter((vm) => !options.immovable.has(vm.vmId));
  const stuck = leaving.flatMap((vm): UnplacedVm[] => {
    const refusal = options.immovable.get(vm.vmId);
    return refusal === undefined ? [] : [{ vmId: vm.vmId, reasons: [refusal] }];
  });
  const placement = placeVms(cluster, movable, candidates.hostIds, {
    ...options,
    endless: (vm, destinationHostId) => {
      const { techniques, reason } = allowedTechniques(cluster, { vm, destinationHostId }, options.model);
      return techniques.length === 0 ? (reason ?? "no technique is allowed") : undefined;
    },
  });
  const placed = movable.flatMap((vm): Placed[] => {
    const destinationHostId = placement.destinationOf.get(vm.vmId);
    return destinationHostId === undefined ? [] : [{ vm, destinationHostId }];
  });
  const { deadlineSeconds } = request;
  const isLate = ({ forecast }: Drafted) =>
    deadlineSeconds !== undefined && forecast.totalMigrationSeconds > deadlineSeconds;
  let drafting: Drafting = { cluster, deciding: withoutAssumedDirtying(cluster), options, goal: goalOf(request) };
  let chosen = draftOf(drafting, placed, request.policy);
  if (isLate(chosen)) {
    // The deadline is the forecast's to meet, with what it assumes.
    drafting = { ...drafting, deciding: cluster };
    chosen = draftOf(drafting, placed, request.policy);
  }
  const { forecast } = chosen;
  if (deadlineSeconds !== undefined && isLate(chosen)) {
    return beyondDeadline(drafting, placed, request, deadlineSeconds, forecast);
  }
  const others = placed.length > options.alternativesUpToVms ? [] : policies.filter((p) => p !== request.policy);
  return {
    kind: "planned",
    plan: {
      policy: request.policy,
      steps: [...chosen.steps],
      unplaced: [...placement.unplaced, ...stuck, ...chosen.refused].sort((a, b) => compareIds(a.vmId, b.vmId)),
      forecast,
      alternatives: others.map(
        (policy): Alternative => ({ policy, forecast: draftOf({ ...drafting, brief: true }, placed, policy).forecast }),
      ),
      ...(chosen.hotPhasePaceBytesPerSecond === undefined
        ? {}
        : { hotPhasePaceBytesPerSecond: chosen.hotPhasePaceBytesPerSecond }),
    },
  };
}

function goalOf({ prefer, maximumSlowdown, deadlineSeconds }: PlanHostsRequest): Goal {
  if (deadlineSeconds !== undefined) return { kind: "deadline", seconds: deadlineSeconds };
  if (prefer === "performance") return { kind: "performance", maximumSlowdown: maximumSlowdown ?? DEFAULT_SLOWDOWN };
  return { kind: "time" };
}

function candidatesOf(
  cluster: Cluster,
  request: PlanHostsRequest,
): Extract<Planned, { kind: "refused" }> | { readonly hostIds: readonly string[] } {
  const unknownHosts = request.hostIds.filter((hostId) => !cluster.hosts.has(hostId));
  const names = () => listWords([...cluster.hosts.keys()], 20);
  if (unknownHosts.length > 0) {
    const message = `no host is called ${listWords(unknownHosts)}; there are ${names()}`;
    return { kind: "refused", code: "UNKNOWN_HOST", message };
  }
  const unknown = request.destinationHostIds.filter((hostId) => !cluster.hosts.has(hostId));
  if (unknown.length > 0) {
    const message = `no host is called ${listWords(unknown)}; there are ${names()}`;
    return { kind: "refused", code: "UNKNOWN_DESTINATION", message };
  }
  if (request.destinationHostIds.length > 0) return { hostIds: [...new Set(request.destinationHostIds)] };
  const emptied = new Set(request.hostIds);
  return { hostIds: [...cluster.hosts.keys()].filter((hostId) => !emptied.has(hostId)) };
}

interface Drafting {
  readonly cluster: Cluster;
  /** What schedules are chosen by. */
  readonly deciding: Cluster;
  readonly options: PlanOptions;
  readonly goal: Goal;
  /** For its forecast only: no reasons. */
  readonly brief?: boolean;
}

interface Drafted {
  readonly steps: readonly Step[];
  readonly forecast: Forecast;
  readonly refused: readonly UnplacedVm[];
  readonly hotPhasePaceBytesPerSecond?: number;
}

/** One source's part of the schedule. */
interface Part {
  readonly placed: readonly Placed[];
  readonly allowed: readonly Allowed[];
  readonly steps: readonly Step[];
  readonly reasons: ReadonlyMap<string, string>;
  readonly paced: boolean;
}

function draftOf(drafting: Drafting, placed: readonly Placed[], policy: Policy): Drafted {
  const { cluster, options } = drafting;
  const bySource = new Map<string, Placed[]>();
  for (const item of placed) bySource.set(item.vm.hostId, [...(bySource.get(item.vm.hostId) ?? []), item]);
  // Many hosts at once share a bounded search: the time of a plan grows with them, and not the search's part of it.
  const improveWork = Math.min(options.improveWork, IMPROVE_WORK_IN_ALL / Math.max(1, bySource.size));
  const searching = { ...drafting, options: { ...options, improveWork } };
  const parts = [...bySource].map(([hostId, items]) => partOf(searching, hostId, items, policy));
  const pace = narrowestLink(cluster, placed) * options.hotPhasePaceShare;
  const begun = options.ongoing.filter(({ own }) => own === true).map(({ step }) => step);
  const paced = parts.some((part) => {
    const steps = [...part.steps, ...begun];
    return part.paced && steps.length > 1 && steps.some(isPostCopied);
  });
  const schedule = {
    steps: parts.flatMap((part) => part.steps).map((step) => afterBegun(step, cluster, options.begun)),
    ...(paced ? { hotPhasePaceBytesPerSecond: pace } : {}),
  };
  const simulation = simulate(cluster, { ...schedule, ongoing: options.ongoing }, options.model);
  const endless = simulation.courses.filter(
    ({ vmId, converged }) => !converged && policy === "traffic-sensitive" && cluster.vms.get(vmId)?.dirtyMeasured,
  );
  if (endless.length > 0) return withoutEndless(drafting, placed, policy, new Set(endless.map(({ vmId }) => vmId)));
  return {
    ...schedule,
    steps: drafting.brief === true ? [] : explained(drafting, parts, schedule, simulation),
    forecast: forecastOf(cluster, schedule.steps, simulation),
    refused: [],
  };
}

/** Who has begun is waited for though nothing is known of where it goes. */
function afterBegun(step: Step, cluster: Cluster, begun: ReadonlySet<string>): Step {
  const vmId = cluster.vms.get(step.vmId)?.migrateAfter;
  if (vmId === undefined || !begun.has(vmId)) return step;
  const others = step.after.filter((one) => one.vmId !== vmId);
  return { ...step, after: [...others, { vmId, event: "COMPLETED" }] };
}

function isPostCopied({ technique }: { readonly technique: string }): boolean {
  return technique !== "PRE_COPY";
}

function partOf(drafting: Drafting, hostId: string, placed: readonly Placed[], policy: Policy): Part {
  const { cluster, deciding, options, goal } = drafting;
  const allowed = placed.map((item) => allowedTechniques(cluster, item, options.model));
  if (policy !== "traffic-sensitive") {
    const choices = chooseTechniques(cluster, hostId, placed, policy, options.model);
    const reasons = new Map([...choices].map(([vmId, { reason }]) => [vmId, reason]));
    const draft = baselineDraft(placed, choices, policy, precedenceOf(placed, options.ongoing));
    const steps = stepsOfDraft(draft, placed, options.ongoing);
    return { placed, allowed, steps, reasons, paced: false };
  }
  const pace = narrowestLink(cluster, placed) * options.hotPhasePaceShare;
  const known = placed.map((item) => ({ ...item, vm: deciding.vms.get(item.vm.vmId) ?? item.vm }));
  const { steps, paced } = optimise(deciding, hostId, known, allowed, pace, { ...options, goal });
  const reasons = new Map(
    placed.flatMap(({ vm }, index) => {
      const reason = allowed[index]?.reason;
      return reason === undefined ? [] : [[vm.vmId, reason] as const];
    }),
  );
  return { placed, allowed, steps, reasons, paced };
}

/** No schedule ends their pre-copies beside the traffic that stays, and post-copy is not allowed: they are left. */
function withoutEndless(
  drafting: Drafting,
  placed: readonly Placed[],
  policy: Policy,
  endless: ReadonlySet<string>,
): Drafted {
  const rest = draftOf(
    drafting,
    placed.filter(({ vm }) => !endless.has(vm.vmId)),
    policy,
  );
  const refused = placed.flatMap((item): UnplacedVm[] => {
    const { vm, destinationHostId } = item;
    if (!endless.has(vm.vmId)) return [];
    const { reason } = allowedTechniques(drafting.cluster, item, drafting.options.model);
    const dirties = (vm.dirtyBytesPerSecond * 8) / 1e6;
    const message = `${vm.vmId} dirties ${dirties.toFixed(1)} Mbit/s, more than the traffic on the way to ${destinationHostId} leaves for its copy, so its pre-copy would never end${reason === undefined ? "" : `; ${reason}`}`;
    return [{ vmId: vm.vmId, reasons: [{ hostId: destinationHostId, code: "WOULD_NOT_CONVERGE", message }] }];
  });
  return { ...rest, refused: [...rest.refused, ...refused] };
}

function explained(
  drafting: Drafting,
  parts: readonly Part[],
  schedule: { readonly steps: readonly Step[]; readonly hotPhasePaceBytesPerSecond?: number },
  simulation: Simulation,
): readonly Step[] {
  const { cluster, options } = drafting;
  const courses = new Map(simulation.courses.map((course) => [course.vmId, course]));
  const ways = new Map(
    [...options.ongoing.map(({ step }) => step), ...schedule.steps].map((step) => [step.vmId, step]),
  );
  const items = new Map(
    parts.flatMap((part) => part.placed.map((item, index) => [item.vm.vmId, { item, part, index }] as const)),
  );
  const compare = schedule.steps.length <= options.comparisonsUpToVms;
  const decided = simulate(drafting.deciding, { ...schedule, ongoing: options.ongoing }, options.model);
  return schedule.steps.map((step): Step => {
    const found = items.get(step.vmId);
    const course = courses.get(step.vmId);
    if (found === undefined || course === undefined) return step;
    const { item, part, index } = found;
    const techniques = part.allowed[index]?.techniques ?? [];
    const otherwise =
      part.reasons.has(step.vmId) || !compare
        ? undefined
        : cheapestOtherwise(drafting, schedule, step, techniques, decided.totalSeconds);
    const technique = part.reasons.get(step.vmId) ?? techniqueWords(item, step.technique, otherwise);
    const waits = step.after.map((dependency) =>
      dependency.vmId === item.vm.migrateAfter
        ? `waits for ${dependency.vmId} to complete, as its spec asks`
        : waitWords(cluster, step, dependency, ways.get(dependency.vmId)),
    );
    const assumed = item.vm.dirtyMeasured ? [] : doubtWords(course.converged);
    const doubt = profileDoubt(item.vm, options.profileLimits);
    const stale = doubt === undefined ? [] : [`its profile ${doubt}, and is planned with all the same`];
    return {
      ...step,
      reason: [technique, ...stale, ...assumed, ...(waits.length > 0 ? waits : ["enters at once"])].join("; "),
      forecast: stepForecast(course, item.vm),
    };
  });
}

/** From a dirty rate that nobody measured nothing is concluded, but it is said. */
function doubtWords(converged: boolean): readonly string[] {
  return converged
    ? []
    : ["by the dirty rate that is assumed for it, because nobody measured it, its copy may not end"];
}

function cheapestOtherwise(
  { deciding, options }: Drafting,
  schedule: { readonly steps: readonly Step[]; readonly hotPhasePaceBytesPerSecond?: number },
  step: Step,
  techniques: Allowed["techniques"],
  totalSeconds: number,
) {
  let cheapest: { technique: Step["technique"]; moreSeconds: number } | undefined;
  const others = techniques.filter((technique) => technique !== step.technique);
  // A pass first is half of either: what the other one costs says more.
  const opposite = others.filter((technique) => technique !== "HYBRID");
  for (const technique of opposite.length > 0 ? opposite : others) {
    const steps = schedule.steps.map((one) => (one === step ? { ...one, technique } : one));
    const other = simulate(deciding, { ...schedule, steps, ongoing: options.ongoing }, options.model);
    const moreSeconds = other.totalSeconds - totalSeconds;
    if (cheapest === undefined || moreSeconds < cheapest.moreSeconds) cheapest = { technique, moreSeconds };
  }
  return cheapest;
}

function forecastOf(cluster: Cluster, steps: readonly Step[], simulation: Simulation): Forecast {
  return {
    totalMigrationSeconds: simulation.totalSeconds,
    transferredBytes: Math.round(simulation.transferredBytes),
    degradedBytes: Math.round(simulation.degradedBytes),
    limitSeconds: limitOf(cluster, steps),
  };
}

function beyondDeadline(
  drafting: Drafting,
  placed: readonly Placed[],
  request: PlanHostsRequest,
  deadlineSeconds: number,
  forecast: Forecast,
): Extract<Planned, { kind: "refused" }> {
  const earliest = draftOf({ ...drafting, goal: { kind: "time" }, brief: true }, placed, "traffic-sensitive").forecast;
  const own = forecast.totalMigrationSeconds;
  const possible = Math.min(own, earliest.totalMigrationSeconds);
  const which =
    possible < own - 0.05
      ? `the earliest possible is ${secondsWords(possible)}, by the policy traffic-sensitive`
      : "it can not be done earlier";
  const message = `${request.policy} is forecast to take ${secondsWords(own)}, the deadline is ${secondsWords(deadlineSeconds)}; ${which}`;
  return { kind: "refused", code: "BEYOND_DEADLINE", message };
}

function narrowestLink(cluster: Cluster, placed: readonly Placed[]): number {
  let narrowest = Number.POSITIVE_INFINITY;
  for (const { vm, destinationHostId } of placed) {
    const source = cluster.hosts.get(vm.hostId);
    const destination = cluster.hosts.get(destinationHostId);
    narrowest = Math.min(
      narrowest,
      source?.migrationEgressBytesPerSecond ?? source?.egressBytesPerSecond ?? narrowest,
      destination?.migrationIngressBytesPerSecond ?? destination?.ingressBytesPerSecond ?? narrowest,
    );
  }
  return narrowest;
}
