/** Why a VM is moved by its technique, and why it waits, in plain words. */
import type { StepDependency } from "../../kit/domain/plan.ts";
import type { Technique } from "../../kit/domain/technique.ts";
import { type Cluster, isIdle, type Vm } from "./cluster.ts";
import { trafficOn } from "./feasibility.ts";
import type { Placed } from "./technique.ts";
import { megabits, rateWords, secondsWords, trafficWords } from "./words.ts";

const verbs: { readonly [T in Technique]: string } = {
  PRE_COPY: "pre-copy",
  POST_COPY: "post-copy",
  HYBRID: "one pass of pre-copy, then post-copy",
};

/** `otherwise`: by how much the evacuation takes longer with the other technique, where that was tried. */
export function techniqueWords(
  { vm, destinationHostId }: Placed,
  technique: Technique,
  otherwise: { readonly technique: Technique; readonly moreSeconds: number } | undefined,
): string {
  if (technique === "PRE_COPY" && isIdle(vm)) {
    return `${trafficWords(vm)}: idle, so pre-copy, the technique that can be undone`;
  }
  const words = `${trafficWords(vm)}: ${verbs[technique]} ${purpose(vm, destinationHostId, technique)}`;
  if (otherwise === undefined || otherwise.moreSeconds < 0.05) return words;
  const name = otherwise.technique === "HYBRID" ? "one pass first" : verbs[otherwise.technique];
  return `${words}; with ${name} all would take ${secondsWords(otherwise.moreSeconds)} longer`;
}

function purpose(vm: Vm, destinationHostId: string, technique: Technique): string {
  switch (technique) {
    case "POST_COPY":
      return vm.outbound > vm.inbound
        ? `frees ${vm.hostId}'s egress`
        : `sends its memory once, though it receives at ${destinationHostId} meanwhile`;
    case "PRE_COPY":
      return vm.inbound >= vm.outbound
        ? `keeps ${destinationHostId}'s ingress free while it is copied`
        : "is the quicker of the two beside the other VMs' traffic";
    case "HYBRID":
      return `keeps its traffic at ${vm.hostId} for the pass and sends what it dirties only once more`;
  }
}

interface Way {
  readonly sourceHostId: string;
  readonly destinationHostId: string;
}

/** For what, and which link both would be on, with what traffic leaves of it. */
export function waitWords(cluster: Cluster, step: Way, dependency: StepDependency, before: Way | undefined): string {
  const event = dependency.event === "SETTLED" ? "settle" : "complete";
  const shared = before === undefined ? undefined : sharedLinkWords(cluster, step, before);
  return `waits for ${dependency.vmId} to ${event}${shared === undefined ? "" : `: ${shared}`}`;
}

function sharedLinkWords(cluster: Cluster, step: Way, before: Way): string | undefined {
  const shared: { words: string; free: number; capacity: number }[] = [];
  if (step.sourceHostId === before.sourceHostId) {
    const host = cluster.hosts.get(step.sourceHostId);
    const own = host?.migrationEgressBytesPerSecond;
    const capacity = own ?? host?.egressBytesPerSecond ?? 0;
    const traffic = own === undefined ? trafficOn(cluster, step.sourceHostId).outbound : 0;
    shared.push({ words: `both are sent from ${step.sourceHostId}`, free: capacity - traffic, capacity });
  }
  if (step.destinationHostId === before.destinationHostId) {
    const host = cluster.hosts.get(step.destinationHostId);
    const own = host?.migrationIngressBytesPerSecond;
    const capacity = own ?? host?.ingressBytesPerSecond ?? 0;
    const traffic = own === undefined ? trafficOn(cluster, step.destinationHostId).inbound : 0;
    shared.push({ words: `both receive on ${step.destinationHostId}`, free: capacity - traffic, capacity });
  }
  const [narrowest] = shared.sort((a, b) => a.free - b.free);
  if (narrowest === undefined) return undefined;
  const free = `${megabits(Math.max(0, narrowest.free))} of ${rateWords(narrowest.capacity)} free`;
  return `${narrowest.words}, ${free}`;
}
