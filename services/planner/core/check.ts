/**
 * Whether a plan may be carried out, found from the snapshot, the request and the plan alone. Shares nothing with the
 * planner but the shapes of the messages; runs on every plan before it is published.
 */
import type { Plan, Step } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../kit/domain/snapshot.ts";
import type { Policy } from "../../kit/domain/technique.ts";

export interface Violation {
  readonly code:
    | "OTHER_POLICY"
    | "UNKNOWN_VM"
    | "NOT_ON_HOST"
    | "PLANNED_TWICE"
    | "LEFT_OUT"
    | "IMMOVABLE"
    | "DESTINATION_NOT_ALLOWED"
    | "MEMORY_EXCEEDED"
    | "ANTI_AFFINITY"
    | "OUT_OF_ORDER"
    | "POST_COPY_FORBIDDEN"
    | "TECHNIQUE_NOT_OF_POLICY"
    | "UNKNOWN_DEPENDENCY"
    | "CYCLE"
    | "NOT_SERIAL";
  readonly message: string;
}

export interface Constraints {
  readonly evacuatingHostIds: ReadonlySet<string>;
  readonly reservations: readonly {
    readonly hostId: string;
    readonly memoryBytes: number;
    readonly vmId?: string;
    readonly antiAffinityGroup?: string;
  }[];
  readonly immovable: ReadonlyMap<string, unknown>;
  /** Have had their turn: they are not in the plan, and may be waited for. */
  readonly handled: ReadonlySet<string>;
  /** Of those, who is on the way. */
  readonly begun: ReadonlySet<string>;
}

export interface CheckedRequest {
  /** One host, or several that are emptied together. */
  readonly hostId?: string;
  readonly hostIds?: readonly string[];
  readonly destinationHostIds: readonly string[];
  readonly policy: Policy;
}

const unconstrained: Constraints = {
  evacuatingHostIds: new Set(),
  reservations: [],
  immovable: new Map(),
  handled: new Set(),
  begun: new Set(),
};

export function check(
  cluster: ClusterSnapshot,
  request: CheckedRequest,
  plan: Plan,
  constraints: Constraints = unconstrained,
): Violation[] {
  const hosts = new Map(cluster.hosts.map((host) => [host.hostId, host]));
  const vms = new Map(cluster.vms.map((vm) => [vm.vmId, vm]));
  const emptied = new Set(request.hostIds ?? (request.hostId === undefined ? [] : [request.hostId]));
  const violations: Violation[] = [];
  const found = (code: Violation["code"], message: string) => violations.push({ code, message });

  if (plan.policy !== request.policy) found("OTHER_POLICY", `${request.policy} was asked for, not ${plan.policy}`);

  const named = new Map<string, number>();
  for (const vmId of [...plan.steps, ...plan.unplaced].map((item) => item.vmId)) {
    named.set(vmId, (named.get(vmId) ?? 0) + 1);
  }
  for (const [vmId, times] of named) {
    const vm = vms.get(vmId);
    if (vm === undefined) found("UNKNOWN_VM", `no VM is called ${vmId}`);
    else if (!emptied.has(vm.hostId)) found("NOT_ON_HOST", `${vmId} runs on ${vm.hostId}`);
    if (times > 1) found("PLANNED_TWICE", `${vmId} is there ${times} times`);
  }
  for (const vm of cluster.vms) {
    if (!emptied.has(vm.hostId) || named.has(vm.vmId) || constraints.handled.has(vm.vmId)) continue;
    found("LEFT_OUT", `${vm.vmId} is not in the plan`);
  }

  const sources = new Map(plan.steps.map(({ vmId, sourceHostId }) => [vmId, sourceHostId]));
  const arriving = new Map<string, number>();
  for (const step of plan.steps) {
    if (constraints.immovable.has(step.vmId)) found("IMMOVABLE", `${step.vmId} must not be moved`);
    if (step.sourceHostId !== vms.get(step.vmId)?.hostId)
      found("NOT_ON_HOST", `${step.vmId}'s step begins at ${step.sourceHostId}`);
    const obstacle = destinationObstacle(step, { ...request, emptied }, hosts, constraints);
    if (obstacle !== undefined)
      found("DESTINATION_NOT_ALLOWED", `${step.vmId} to ${step.destinationHostId}: ${obstacle}`);
    const vm = vms.get(step.vmId);
    if (vm !== undefined) {
      arriving.set(step.destinationHostId, (arriving.get(step.destinationHostId) ?? 0) + vm.memoryBytes);
      const forbidden = postCopyForbidden(step, vm, hosts);
      if (forbidden !== undefined) found("POST_COPY_FORBIDDEN", `${step.vmId}: ${forbidden}`);
      const only = techniqueOf(request.policy, step, vm, hosts);
      if (only !== undefined && step.technique !== only) {
        found("TECHNIQUE_NOT_OF_POLICY", `${step.vmId} is to be moved by ${step.technique}, the policy says ${only}`);
      }
    }
    const before = vm?.migrateAfter;
    if (before === undefined) continue;
    if (sources.get(before) !== step.sourceHostId && !constraints.begun.has(before)) continue;
    if (!step.after.some(({ vmId, event }) => vmId === before && event === "COMPLETED")) {
      found("OUT_OF_ORDER", `${step.vmId} does not wait for ${before} to complete`);
    }
  }
  for (const [hostId, bytes] of arriving) {
    const reserved = constraints.reservations
      .filter((reservation) => reservation.hostId === hostId)
      .reduce((sum, reservation) => sum + reservation.memoryBytes, 0);
    const free = (hosts.get(hostId)?.freeMemoryBytes ?? 0) - reserved;
    if (bytes > free) found("MEMORY_EXCEEDED", `${hostId} would get ${bytes} bytes and has ${free} free`);
  }

  violations.push(
    ...groupViolations(cluster, plan, constraints),
    ...dependencyViolations(plan.steps, constraints.handled),
  );
  if (request.policy.endsWith("-serial")) {
    for (const [index, step] of plan.steps.entries()) {
      const before = plan.steps.slice(0, index).findLast((other) => other.sourceHostId === step.sourceHostId);
      if (before === undefined) continue;
      if (!step.after.some(({ vmId, event }) => vmId === before.vmId && event === "COMPLETED")) {
        found("NOT_SERIAL", `${step.vmId} does not wait for ${before.vmId} to complete`);
      }
    }
  }
  return violations;
}

function destinationObstacle(
  step: Step,
  request: { readonly emptied: ReadonlySet<string>; readonly destinationHostIds: readonly string[] },
  hosts: ReadonlyMap<string, HostSnapshot>,
  constraints: Constraints,
): string | undefined {
  const hostId = step.destinationHostId;
  if (!hosts.has(hostId)) return "there is no such host";
  if (request.emptied.has(hostId)) return "it is the host to be emptied";
  if (constraints.evacuatingHostIds.has(hostId)) return "it is being emptied itself";
  if (request.destinationHostIds.length > 0 && !request.destinationHostIds.includes(hostId))
    return "it was not asked for";
  return undefined;
}

function postCopyForbidden(step: Step, vm: VmSnapshot, hosts: ReadonlyMap<string, HostSnapshot>): string | undefined {
  return step.technique === "PRE_COPY" ? undefined : postCopyObstacle(step, vm, hosts);
}

function postCopyObstacle(step: Step, vm: VmSnapshot, hosts: ReadonlyMap<string, HostSnapshot>): string | undefined {
  if (vm.postCopy === "FORBIDDEN") return "the VM forbids post-copy";
  if (vm.postCopyRefusal !== undefined) return "it was refused for the VM";
  if (hosts.get(step.sourceHostId)?.postCopySupported === false) return `${step.sourceHostId} does not support it`;
  if (hosts.get(step.destinationHostId)?.postCopySupported === false) {
    return `${step.destinationHostId} does not support it`;
  }
  return undefined;
}

/** Sends and receives so little that its direction says nothing: the policies by direction may do either. */
const NEXT_TO_NOTHING_BYTES_PER_SECOND = 125_000;

/** The one technique that the policy leaves for a VM. `traffic-sensitive` weighs all VMs together and may choose any. */
function techniqueOf(
  policy: Policy,
  step: Step,
  vm: VmSnapshot,
  hosts: ReadonlyMap<string, HostSnapshot>,
): "PRE_COPY" | "POST_COPY" | undefined {
  switch (policy) {
    case "traffic-sensitive":
      return undefined;
    case "pre-copy":
    case "pre-copy-serial":
      return "PRE_COPY";
    case "post-copy":
    case "post-copy-serial":
      return postCopyObstacle(step, vm, hosts) === undefined ? "POST_COPY" : "PRE_COPY";
    case "direction":
    case "direction-serial": {
      const { outboundBytesPerSecond: sends, inboundBytesPerSecond: receives } = vm;
      if (sends === undefined || receives === undefined) return "PRE_COPY";
      if (postCopyObstacle(step, vm, hosts) !== undefined) return "PRE_COPY";
      if (Math.max(sends, receives) < NEXT_TO_NOTHING_BYTES_PER_SECOND) return undefined;
      return sends > receives ? "POST_COPY" : "PRE_COPY";
    }
  }
}

/** Of a group, who stays at a host, is promised to it, or comes there by this plan. */
function groupViolations(cluster: ClusterSnapshot, plan: Plan, constraints: Constraints): Violation[] {
  const leaving = new Map(plan.steps.map((step) => [step.vmId, step.destinationHostId]));
  const moving = new Set(plan.steps.map((step) => step.destinationHostId));
  const there = new Map<string, string>();
  const violations: Violation[] = [];
  const put = (hostId: string, vmId: string, group: string | undefined, arrives: boolean) => {
    if (group === undefined) return;
    const other = there.get(`${hostId} ${group}`);
    // Who stood together before is not this plan's doing.
    if (other !== undefined && other !== vmId && arrives) {
      violations.push({ code: "ANTI_AFFINITY", message: `${vmId} comes to ${hostId} beside ${other} of ${group}` });
    }
    there.set(`${hostId} ${group}`, vmId);
  };
  for (const { hostId, vmId, antiAffinityGroup } of constraints.reservations) {
    if (vmId !== undefined && moving.has(hostId)) put(hostId, vmId, antiAffinityGroup, false);
  }
  for (const vm of cluster.vms) {
    if (!leaving.has(vm.vmId) && moving.has(vm.hostId)) put(vm.hostId, vm.vmId, vm.antiAffinityGroup, false);
  }
  for (const vm of cluster.vms) {
    const destination = leaving.get(vm.vmId);
    if (destination !== undefined) put(destination, vm.vmId, vm.antiAffinityGroup, true);
  }
  return violations;
}

/** Every wait must be for another step, and taking away what waits for nothing must in the end take away all. */
function dependencyViolations(steps: readonly Step[], handled: ReadonlySet<string>): Violation[] {
  const violations: Violation[] = [];
  const waits = new Map<string, Set<string>>();
  const waiters = new Map<string, string[]>();
  for (const step of steps) waits.set(step.vmId, new Set());
  for (const step of steps) {
    for (const { vmId } of step.after) {
      if (handled.has(vmId)) continue;
      if (!waits.has(vmId)) {
        violations.push({ code: "UNKNOWN_DEPENDENCY", message: `${step.vmId} waits for ${vmId}, which has no step` });
        continue;
      }
      waits.get(step.vmId)?.add(vmId);
      waiters.set(vmId, [...(waiters.get(vmId) ?? []), step.vmId]);
    }
  }
  const free = [...waits].filter(([, on]) => on.size === 0).map(([vmId]) => vmId);
  for (let vmId = free.pop(); vmId !== undefined; vmId = free.pop()) {
    waits.delete(vmId);
    for (const waiter of waiters.get(vmId) ?? []) {
      const on = waits.get(waiter);
      if (on?.delete(vmId) && on.size === 0) free.push(waiter);
    }
  }
  if (waits.size > 0) {
    violations.push({
      code: "CYCLE",
      message: `these wait for one another: ${[...waits.keys()].slice(0, 8).join(", ")}`,
    });
  }
  return violations;
}
