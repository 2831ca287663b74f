/** A schedule carried out in the fluid model: when each VM starts, switches, settles and ends, and what it costs. */
import type { Step } from "../../kit/domain/plan.ts";
import type { StepEvent } from "../../kit/domain/technique.ts";
import type { Cluster } from "./cluster.ts";
import { type Course, Fluid, type LinkLoad } from "./fluid.ts";
import type { Candidate } from "./layout.ts";
import type { Model } from "./model.ts";

/** A step that has begun already, of this evacuation or of another that shares its links. */
export interface Ongoing {
  readonly step: Step;
  readonly phase: "waiting" | "copying" | "hot" | "settled";
  /** Memory that has still to be sent. */
  readonly leftBytes: number;
  /** Of the evacuation that is planned: its end counts, and others may wait for it. */
  readonly own?: boolean;
}

export interface Schedule {
  readonly steps: readonly Step[];
  /** While a VM that shares a link with it is hot, any other migration is held to this. */
  readonly hotPhasePaceBytesPerSecond?: number | undefined;
  /** Of others their use of the links counts, but not their ends. */
  readonly ongoing?: readonly Ongoing[] | undefined;
}

export interface Simulation {
  readonly totalSeconds: number;
  readonly transferredBytes: number;
  /** Application bytes that were not sent or received because of the migrations, by any VM. */
  readonly degradedBytes: number;
  /** In the order of the steps. */
  readonly courses: readonly Course[];
}

export type Observe = (fromSeconds: number, untilSeconds: number, loads: readonly LinkLoad[]) => void;

/** Steps on hosts that have nothing to do with one another are simulated apart: the cost grows with the largest part. */
export function simulate(cluster: Cluster, schedule: Schedule, model: Model, observe?: Observe): Simulation {
  const courses = new Map<string, Course>();
  let totalSeconds = 0;
  let transferredBytes = 0;
  let degradedBytes = 0;
  for (const part of partsOf(schedule)) {
    const simulation = simulatePart(cluster, part, model, observe);
    totalSeconds = Math.max(totalSeconds, simulation.totalSeconds);
    transferredBytes += simulation.transferredBytes;
    degradedBytes += simulation.degradedBytes;
    for (const course of simulation.courses) courses.set(course.vmId, course);
  }
  return {
    ...{ totalSeconds, transferredBytes, degradedBytes },
    courses: schedule.steps.flatMap(({ vmId }) => courses.get(vmId) ?? []),
  };
}

/** Of a VM or a host that has not reported for a while nothing is known that could be counted. */
export function knownOngoing(cluster: Cluster, ongoing: readonly Ongoing[]): readonly Ongoing[] {
  return ongoing.filter(
    ({ step }) =>
      cluster.vms.has(step.vmId) && cluster.hosts.has(step.sourceHostId) && cluster.hosts.has(step.destinationHostId),
  );
}

/** Those that share a link with one of these, or with one that does: of the others nothing has to be simulated. */
export function sharing(
  ways: readonly { readonly sourceHostId: string; readonly destinationHostId: string }[],
  ongoing: readonly Ongoing[],
): readonly Ongoing[] {
  const hosts = new Set(ways.flatMap(({ sourceHostId, destinationHostId }) => [sourceHostId, destinationHostId]));
  for (let before = -1; before < hosts.size; ) {
    before = hosts.size;
    for (const { step } of ongoing) {
      if (!hosts.has(step.sourceHostId) && !hosts.has(step.destinationHostId)) continue;
      hosts.add(step.sourceHostId).add(step.destinationHostId);
    }
  }
  return ongoing.filter(({ step }) => hosts.has(step.sourceHostId));
}

interface Part extends Schedule {
  readonly ongoing: readonly Ongoing[];
}

function partsOf(schedule: Schedule): readonly Part[] {
  const { steps, hotPhasePaceBytesPerSecond, ongoing = [] } = schedule;
  const roots = new Map<string, string>();
  const rootOf = (name: string): string => {
    let root = name;
    for (let next = roots.get(root); next !== undefined && next !== root; next = roots.get(root)) root = next;
    for (let one = name; one !== root; ) {
      const next = roots.get(one) ?? root;
      roots.set(one, root);
      one = next;
    }
    return root;
  };
  const join = (left: string, right: string) => roots.set(rootOf(left), rootOf(right));
  // A host and a VM may have the same id.
  const host = (hostId: string) => `host ${hostId}`;
  const vm = (vmId: string) => `vm ${vmId}`;
  for (const step of [...steps, ...ongoing.map((one) => one.step)]) {
    join(host(step.sourceHostId), host(step.destinationHostId));
    join(vm(step.vmId), host(step.sourceHostId));
    for (const dependency of step.after) join(vm(dependency.vmId), vm(step.vmId));
  }
  const parts = new Map<string, { steps: Step[]; ongoing: Ongoing[] }>();
  const partOf = ({ vmId }: Step) => {
    const root = rootOf(vm(vmId));
    const part = parts.get(root) ?? { steps: [], ongoing: [] };
    parts.set(root, part);
    return part;
  };
  for (const step of steps) partOf(step).steps.push(step);
  for (const one of ongoing) partOf(one.step).ongoing.push(one);
  return [...parts.values()]
    .filter((part) => part.steps.length > 0)
    .map((part) => ({ ...part, hotPhasePaceBytesPerSecond }));
}

function simulatePart(cluster: Cluster, part: Part, model: Model, observe?: Observe): Simulation {
  const all = [...part.ongoing.map(({ step }) => step), ...part.steps];
  const candidates: Candidate[] = [];
  const steps: Step[] = [];
  for (const step of all) {
    const vm = cluster.vms.get(step.vmId);
    if (vm === undefined) continue;
    const { sourceHostId, destinationHostId, paceBytesPerSecond } = step;
    candidates.push({ vm, sourceHostId, destinationHostId, paceBytesPerSecond });
    steps.push(step);
  }
  const fluid = new Fluid(cluster, candidates, model, part.hotPhasePaceBytesPerSecond);
  const queue = new Waiting(steps);
  const begun = new Map(part.ongoing.map((one) => [one.step.vmId, one]));
  for (const [index, step] of steps.entries()) {
    const one = begun.get(step.vmId);
    if (one === undefined || one.phase === "waiting") continue;
    fluid.resume(index, one.phase, step.technique, one.leftBytes);
    queue.taken(index);
  }
  const own = new Set(part.steps.map(({ vmId }) => vmId));
  const counted = new Set(part.ongoing.flatMap((one) => (one.own === true ? [one.step.vmId] : [])));
  let totalSeconds = 0;
  for (;;) {
    for (const index of queue.ready(fluid)) fluid.start(index, steps[index]?.technique ?? "PRE_COPY");
    if (fluid.isIdle) break;
    fluid.step(observe);
  }
  const courses = steps.flatMap(({ vmId }, index) => (own.has(vmId) ? [fluid.course(index)] : []));
  for (const [index, { vmId }] of steps.entries()) {
    if (counted.has(vmId)) totalSeconds = Math.max(totalSeconds, fluid.course(index).endSeconds);
  }
  let transferredBytes = 0;
  for (const course of courses) {
    totalSeconds = Math.max(totalSeconds, course.endSeconds);
    transferredBytes += course.transferredBytes;
  }
  return { totalSeconds, transferredBytes, degradedBytes: fluid.degradedBytes(), courses };
}

/** Steps that wait for others; who is waited for and is not there has happened. */
class Waiting {
  readonly #open: { readonly index: number; readonly after: { on: number; event: StepEvent }[] }[];

  constructor(steps: readonly Step[]) {
    const indexOf = new Map(steps.map(({ vmId }, index) => [vmId, index]));
    const isPreCopy = steps.map(({ technique }) => technique === "PRE_COPY");
    this.#open = steps.map((step, index) => ({
      index,
      after: step.after.flatMap(({ vmId, event }) => {
        const on = indexOf.get(vmId);
        // A pre-copied VM runs well all the time: it settles when it completes.
        return on === undefined ? [] : [{ on, event: isPreCopy[on] === true ? "COMPLETED" : event }];
      }),
    }));
  }

  taken(index: number): void {
    const found = this.#open.findIndex((one) => one.index === index);
    if (found >= 0) this.#open.splice(found, 1);
  }

  ready(fluid: Fluid): readonly number[] {
    const ready: number[] = [];
    for (let place = 0; place < this.#open.length; ) {
      const one = this.#open[place];
      if (one === undefined) break;
      while (one.after.length > 0) {
        const last = one.after.at(-1);
        if (last === undefined) break;
        if (!(last.event === "COMPLETED" ? fluid.hasEnded(last.on) : fluid.hasSettled(last.on))) break;
        one.after.pop();
      }
      if (one.after.length > 0) {
        place += 1;
        continue;
      }
      ready.push(one.index);
      this.#open.splice(place, 1);
    }
    return ready;
  }
}
