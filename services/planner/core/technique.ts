/**
 * A technique and the reason for it, for each VM of an evacuation.
 *
 * 1. A VM that forbids post-copy, whose source or destination cannot do it, or for which it was refused, is pre-copied
 *    under every policy.
 * 2. A VM whose traffic is not known is pre-copied unless the policy says post-copy or its pre-copy would not end; an idle
 *    one also unless all are done sooner otherwise: pre-copy is the technique that can be undone.
 * 3. That a pre-copy would not end is concluded from a measured dirty rate only; from an assumed one the reason warns.
 */
import type { Policy, Technique } from "../../kit/domain/technique.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import { type Cluster, isIdle, type Vm } from "./cluster.ts";
import { trafficOn } from "./feasibility.ts";
import { type Model, pairModel } from "./model.ts";
import { chooseSplit, type Split } from "./split.ts";
import { megabits, rateWords, trafficWords } from "./words.ts";

export interface Choice {
  readonly technique: Technique;
  readonly reason: string;
}

export interface Placed {
  readonly vm: Vm;
  readonly destinationHostId: string;
}

export function chooseTechniques(
  cluster: Cluster,
  sourceHostId: string,
  placed: readonly Placed[],
  policy: Policy,
  model: Model,
): ReadonlyMap<string, Choice> {
  switch (policy) {
    case "traffic-sensitive":
      return chooseTogether(cluster, sourceHostId, placed, model);
    case "direction":
    case "direction-serial":
      return eachVm(placed, (item) => chooseByDirection(cluster, item));
    case "pre-copy":
    case "pre-copy-serial":
      return eachVm(placed, () => ({ technique: "PRE_COPY", reason: "the policy pre-copies every VM" }));
    case "post-copy":
    case "post-copy-serial":
      return eachVm(placed, (item) => {
        const obstacle = postCopyObstacle(cluster, item);
        if (obstacle !== undefined) return { technique: "PRE_COPY", reason: `pre-copy, because ${obstacle}` };
        return { technique: "POST_COPY", reason: "the policy post-copies every VM" };
      });
    default:
      return assertNever(policy);
  }
}

function eachVm(placed: readonly Placed[], choose: (item: Placed) => Choice): ReadonlyMap<string, Choice> {
  return new Map(placed.map((item) => [item.vm.vmId, choose(item)]));
}

function chooseByDirection(cluster: Cluster, item: Placed): Choice {
  const { vm } = item;
  const fixed = fixedChoice(cluster, item);
  if (fixed !== undefined) return fixed;
  return vm.outbound > vm.inbound ? sendsMost(vm) : receivesMost(vm, item.destinationHostId);
}

function chooseTogether(
  cluster: Cluster,
  sourceHostId: string,
  placed: readonly Placed[],
  model: Model,
): ReadonlyMap<string, Choice> {
  const rooms = roomsBesides(cluster, sourceHostId, placed, model);
  const choices = new Map<string, Choice>();
  for (const item of placed) {
    const fixed = fixedChoice(cluster, item);
    if (fixed !== undefined) choices.set(item.vm.vmId, fixed);
  }
  // Each round either ends or fixes one more VM to post-copy.
  for (;;) {
    const split = chooseSplit(
      placed.map((item) => ({ ...item.vm, ...bytesOf(item.vm), ...fixedBy(choices.get(item.vm.vmId)) })),
      rooms,
    );
    const rate = Math.max(0, Math.min(split.egressRoom, split.ingressRoom)) / model.streamOverhead;
    let again = false;
    const doubts = new Map<string, string>();
    for (const item of placed) {
      const { vm } = item;
      if (split.postCopied.has(vm.vmId) || converges(vm, rate, model)) continue;
      if (!vm.dirtyMeasured) {
        doubts.set(vm.vmId, `it may not end: the VM ${dirtyWords(vm, rate)}`);
        continue;
      }
      const obstacle = postCopyObstacle(cluster, item);
      if (obstacle === undefined) {
        choices.set(vm.vmId, {
          technique: "POST_COPY",
          reason: endlessWords(vm, rate),
        });
        again = true;
      } else {
        choices.set(vm.vmId, {
          technique: "PRE_COPY",
          reason: `pre-copy, because ${obstacle}; it may not end: the VM ${dirtyWords(vm, rate)}`,
        });
      }
    }
    if (again) continue;
    for (const item of placed) {
      const { vmId } = item.vm;
      const choice = choices.get(vmId) ?? splitChoice(item, sourceHostId, split);
      const doubt = doubts.get(vmId);
      choices.set(vmId, doubt === undefined ? choice : { ...choice, reason: `${choice.reason}; ${doubt}` });
    }
    return choices;
  }
}

function dirtyWords(vm: Vm, rate: number): string {
  const assumed = vm.dirtyMeasured ? "" : " (assumed, nobody measured it)";
  return `dirties ${rateWords(vm.dirtyBytesPerSecond)}${assumed} and at most ${megabits(rate)} can be copied`;
}

function splitChoice({ vm, destinationHostId }: Placed, sourceHostId: string, split: Split): Choice {
  const technique = split.postCopied.has(vm.vmId) ? "POST_COPY" : "PRE_COPY";
  if (technique === "POST_COPY" && vm.outbound > vm.inbound) return sendsMost(vm);
  if (technique === "PRE_COPY" && vm.outbound <= vm.inbound) return receivesMost(vm, destinationHostId);
  const room = `of all splits the one that leaves most room: ${megabits(split.egressRoom)} on ${sourceHostId}'s egress, ${rateWords(split.ingressRoom)} on the destination's ingress`;
  return {
    technique,
    reason: `${trafficWords(vm)}: ${technique === "POST_COPY" ? "post-copy" : "pre-copy"} is its part in ${room}`,
  };
}

function sendsMost(vm: Vm): Choice {
  return { technique: "POST_COPY", reason: `${trafficWords(vm)}: post-copy frees ${vm.hostId}'s egress` };
}

function receivesMost(vm: Vm, destinationHostId: string): Choice {
  return {
    technique: "PRE_COPY",
    reason: `${trafficWords(vm)}: pre-copy keeps ${destinationHostId}'s ingress free while it is copied`,
  };
}

/**
 * The techniques that a schedule may choose from for a VM, and why there is only one where there is. Empty: no technique
 * would end, and `reason` says so with the numbers.
 */
export interface Allowed {
  readonly techniques: readonly Technique[];
  readonly reason?: string;
}

export function allowedTechniques(cluster: Cluster, item: Placed, model: Model): Allowed {
  const { vm } = item;
  const fastest = fastestCopy(cluster, item, model);
  const obstacle = postCopyObstacle(cluster, item);
  const endless = vm.dirtyMeasured && !converges(vm, fastest, model);
  if (endless && obstacle !== undefined) {
    const words = `${dirtyWords(vm, fastest)}, so its pre-copy would never end; post-copy would, but ${obstacle}`;
    return { techniques: [], reason: words };
  }
  if (endless) return { techniques: ["POST_COPY", "HYBRID"], reason: endlessWords(vm, fastest) };
  const fixed = fixedChoice(cluster, item);
  // An idle VM may be post-copied, but nothing speaks for it unless all are done sooner.
  if (fixed !== undefined && !(isIdle(vm) && obstacle === undefined)) {
    return { techniques: [fixed.technique], reason: fixed.reason };
  }
  // Nothing tells a hybrid from a pre-copy that ends where nobody knows what the VM writes.
  return { techniques: vm.dirtyMeasured ? ["PRE_COPY", "POST_COPY", "HYBRID"] : ["PRE_COPY", "POST_COPY"] };
}

/** Memory a second that the narrower link could carry with nothing else on it. */
function fastestCopy(cluster: Cluster, { vm, destinationHostId }: Placed, model: Model): number {
  const source = cluster.hosts.get(vm.hostId);
  const destination = cluster.hosts.get(destinationHostId);
  const egress = source?.migrationEgressBytesPerSecond ?? source?.egressBytesPerSecond ?? 0;
  const ingress = destination?.migrationIngressBytesPerSecond ?? destination?.ingressBytesPerSecond ?? 0;
  const { streamOverhead } = pairModel(model, vm.hostId, destinationHostId);
  return Math.min(egress, ingress) / (model.headerOverhead * streamOverhead);
}

function endlessWords(vm: Vm, rate: number): string {
  return `${dirtyWords(vm, rate)}: pre-copy would not end, post-copy does`;
}

/** What is settled before any VM is compared with another. */
function fixedChoice(cluster: Cluster, item: Placed): Choice | undefined {
  const { vm } = item;
  if (!vm.trafficKnown) {
    return {
      technique: "PRE_COPY",
      reason: "its traffic is not known, so it is pre-copied, which can be undone, and not counted as idle",
    };
  }
  if (isIdle(vm)) {
    return {
      technique: "PRE_COPY",
      reason: `${trafficWords(vm)}: idle, so pre-copy, the technique that can be undone`,
    };
  }
  const obstacle = postCopyObstacle(cluster, item);
  if (obstacle === undefined) return undefined;
  return { technique: "PRE_COPY", reason: `${trafficWords(vm)}: pre-copy, because ${obstacle}` };
}

function postCopyObstacle(cluster: Cluster, { vm, destinationHostId }: Placed): string | undefined {
  if (!vm.postCopyAllowed) return `post-copy is forbidden for ${vm.vmId}`;
  if (vm.postCopyRefusal !== undefined) return `post-copy was refused: ${vm.postCopyRefusal}`;
  for (const hostId of [vm.hostId, destinationHostId]) {
    if (cluster.hosts.get(hostId)?.postCopySupported === false) return `${hostId} does not support post-copy`;
  }
  return undefined;
}

/** What the links have for this evacuation: capacity less the traffic of every VM that is not part of it. */
function roomsBesides(cluster: Cluster, sourceHostId: string, placed: readonly Placed[], model: Model) {
  const leaving = placed.reduce((sum, { vm }) => sum + vm.outbound, 0);
  const egress = (cluster.hosts.get(sourceHostId)?.egressBytesPerSecond ?? 0) / model.headerOverhead;
  let ingressRoom = 0;
  for (const hostId of new Set(placed.map((item) => item.destinationHostId))) {
    const ingress = (cluster.hosts.get(hostId)?.ingressBytesPerSecond ?? 0) / model.headerOverhead;
    ingressRoom += ingress - trafficOn(cluster, hostId).inbound;
  }
  return { egressRoom: egress - (trafficOn(cluster, sourceHostId).outbound - leaving), ingressRoom };
}

/** Rounds of pre-copy shrink, or the rest is small enough to be sent while the VM stands still. */
function converges(vm: Vm, rate: number, model: Model): boolean {
  return vm.dirtyBytesPerSecond < rate || vm.rewritableBytes <= rate * model.downtimeLimitSeconds;
}

function bytesOf(vm: Vm): { preCopyBytes: number; postCopyBytes: number } {
  // Only compared among equally good splits: one pass and what it leaves behind at the rate of dirtying.
  return { preCopyBytes: vm.usedBytes + vm.dirtyBytesPerSecond, postCopyBytes: vm.usedBytes };
}

function fixedBy(choice: Choice | undefined): { fixed?: "PRE_COPY" | "POST_COPY" } {
  if (choice === undefined || choice.technique === "HYBRID") return {};
  return { fixed: choice.technique };
}
