/**
 * The schedule of an evacuation, from what is known of the cluster. Pure: the same input gives the same plan.
 *
 * 1. Every VM of the host is in exactly one of `steps` and `unplaced`.
 * 2. `check` finds no violation in any plan.
 */
import type { RejectionCode } from "../../kit/domain/evacuation.ts";
import type { Forecast, PlacementRefusal, Plan, Step, UnplacedVm } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import { type Policy, policies } from "../../kit/domain/technique.ts";
import { type Cluster, compareIds, readCluster } from "./cluster.ts";
import { type PlacementRules, placeVms } from "./feasibility.ts";
import { forecastOf } from "./forecast.ts";
import { defaultModel, type Model } from "./model.ts";
import { scheduleSteps } from "./schedule.ts";
import { chooseTechniques, type Placed } from "./technique.ts";

/** The part of an EvacuationRequest that a plan depends on. */
export interface PlanRequest {
  readonly hostId: string;
  /** Empty: any other host. */
  readonly destinationHostIds: readonly string[];
  readonly policy: Policy;
}

export interface PlanOptions extends PlacementRules {
  /** VMs that must not be moved now, with the reason. */
  readonly immovable: ReadonlyMap<string, PlacementRefusal>;
  readonly model: Model;
  /** How many VMs of `traffic-sensitive` may move at once. */
  readonly maximumMoving: number;
  /** Of the narrowest link: what running copies are held to while a moved VM waits for its working set. */
  readonly hotPhasePaceShare: number;
  /** Above so many VMs the other policies are not forecast: seven simulations instead of one. */
  readonly alternativesUpToVms: number;
}

export const defaultPlanOptions: PlanOptions = {
  evacuatingHostIds: new Set(),
  reservations: [],
  immovable: new Map(),
  model: defaultModel,
  // More streams than this only divide the link; with two senders and two receivers all four run together.
  maximumMoving: 4,
  // Low enough to leave the link to the working set, high enough for the page requests of VMs that have settled.
  hotPhasePaceShare: 0.1,
  alternativesUpToVms: 100,
};

export type Planned =
  | { readonly kind: "planned"; readonly plan: Plan }
  | {
      readonly kind: "refused";
      readonly code: Extract<RejectionCode, "UNKNOWN_HOST" | "UNKNOWN_DESTINATION" | "NO_DESTINATION">;
      readonly message: string;
    };

interface Draft {
  readonly steps: readonly Step[];
  readonly forecast: Forecast;
  readonly hotPhasePaceBytesPerSecond?: number;
}

export function plan(
  snapshot: ClusterSnapshot,
  request: PlanRequest,
  options: PlanOptions = defaultPlanOptions,
): Planned {
  const cluster = readCluster(snapshot, options.model);
  const candidates = candidatesOf(cluster, request);
  if ("code" in candidates) return candidates;
  const leaving = [...cluster.vms.values()].filter((vm) => vm.hostId === request.hostId);
  if (candidates.hostIds.length === 0 && leaving.length > 0) {
    return { kind: "refused", code: "NO_DESTINATION", message: `there is no host besides ${request.hostId}` };
  }
  const movable = leaving.filter((vm) => !options.immovable.has(vm.vmId));
  const placement = placeVms(cluster, movable, candidates.hostIds, options);
  const placed = movable.flatMap((vm) => {
    const destinationHostId = placement.destinationOf.get(vm.vmId);
    return destinationHostId === undefined ? [] : [{ vm, destinationHostId }];
  });
  const stuck = leaving.flatMap((vm): UnplacedVm[] => {
    const refusal = options.immovable.get(vm.vmId);
    return refusal === undefined ? [] : [{ vmId: vm.vmId, reasons: [refusal] }];
  });
  const chosen = draft(cluster, request.hostId, placed, request.policy, options);
  const others = placed.length > options.alternativesUpToVms ? [] : policies.filter((p) => p !== request.policy);
  return {
    kind: "planned",
    plan: {
      policy: request.policy,
      ...chosen,
      steps: [...chosen.steps],
      unplaced: [...placement.unplaced, ...stuck].sort((a, b) => compareIds(a.vmId, b.vmId)),
      alternatives: others.map((policy) => ({
        policy,
        forecast: draft(cluster, request.hostId, placed, policy, options).forecast,
      })),
    },
  };
}

function candidatesOf(
  cluster: Cluster,
  request: PlanRequest,
): Extract<Planned, { kind: "refused" }> | { readonly hostIds: readonly string[] } {
  if (!cluster.hosts.has(request.hostId)) {
    return { kind: "refused", code: "UNKNOWN_HOST", message: `no host is called ${request.hostId}` };
  }
  const unknown = request.destinationHostIds.filter((hostId) => !cluster.hosts.has(hostId));
  if (unknown.length > 0) {
    return {
      kind: "refused",
      code: "UNKNOWN_DESTINATION",
      message: `no host is called ${unknown.join(", ")}; there are ${[...cluster.hosts.keys()].slice(0, 20).join(", ")}`,
    };
  }
  if (request.destinationHostIds.length > 0) return { hostIds: [...new Set(request.destinationHostIds)] };
  return { hostIds: [...cluster.hosts.keys()].filter((hostId) => hostId !== request.hostId) };
}

function draft(
  cluster: Cluster,
  sourceHostId: string,
  placed: readonly Placed[],
  policy: Policy,
  options: PlanOptions,
): Draft {
  const choices = chooseTechniques(cluster, sourceHostId, placed, policy, options.model);
  const steps = scheduleSteps(placed, choices, policy, options.maximumMoving);
  const postCopies = steps.some((step) => step.technique !== "PRE_COPY");
  const schedule =
    policy === "traffic-sensitive" && postCopies && steps.length > 1
      ? { steps, hotPhasePaceBytesPerSecond: narrowestLink(cluster, steps) * options.hotPhasePaceShare }
      : { steps };
  return { ...schedule, forecast: forecastOf(cluster, schedule, options.model) };
}

function narrowestLink(cluster: Cluster, steps: readonly Step[]): number {
  let narrowest = Number.POSITIVE_INFINITY;
  for (const step of steps) {
    narrowest = Math.min(
      narrowest,
      cluster.hosts.get(step.sourceHostId)?.egressBytesPerSecond ?? narrowest,
      cluster.hosts.get(step.destinationHostId)?.ingressBytesPerSecond ?? narrowest,
    );
  }
  return narrowest;
}
