/** A schedule carried out in the fluid model: when each VM starts, switches, settles and ends, and what it costs. */
import type { Step } from "../../kit/domain/plan.ts";
import type { Cluster } from "./cluster.ts";
import type { LinkLoad } from "./contention.ts";
import { type Draft, type DraftStep, hasHappened } from "./draft.ts";
import { type Course, Fluid, type Place } from "./fluid.ts";
import { candidateOf, type Way } from "./layout.ts";
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
  return new Rehearsal(cluster, part.steps, part, model).run(part.steps, observe);
}

/** Moves that have to do with one another, simulated by one schedule after another: what is the same in all is laid out once. */
export class Rehearsal {
  readonly #fluid: Fluid;
  readonly #begin: Place;
  /** Of what is to be moved, in the order in which it was given, then of what is ongoing. */
  readonly #indexOf: ReadonlyMap<string, number>;
  /** Of what is ongoing: what has yet to begin, and whose ends count. */
  readonly #yetToBegin: Draft;
  readonly #counted: readonly number[];

  constructor(
    cluster: Cluster,
    moving: readonly Way[],
    { ongoing = [], hotPhasePaceBytesPerSecond }: Omit<Schedule, "steps">,
    model: Model,
  ) {
    const candidates = [...moving, ...ongoing.map(({ step }) => step)].flatMap((way) => candidateOf(cluster, way));
    this.#indexOf = new Map(candidates.map(({ vm }, index) => [vm.vmId, index]));
    this.#fluid = new Fluid(cluster, candidates, model, hotPhasePaceBytesPerSecond);
    const known = ongoing.flatMap((one) => {
      const index = this.#indexOf.get(one.step.vmId);
      return index === undefined ? [] : [{ ...one, index }];
    });
    this.#counted = known.flatMap(({ own, index }) => (own === true ? [index] : []));
    this.#yetToBegin = this.#draftOf(known.flatMap(({ phase, step }) => (phase === "waiting" ? [step] : [])));
    for (const { index, step, phase, leftBytes } of known) {
      if (phase !== "waiting") this.#fluid.resume(index, phase, step.technique, leftBytes);
    }
    this.#begin = this.#fluid.save();
  }

  /** Steps of what was given as moving, in an order of their own. */
  run(steps: readonly Step[], observe?: Observe): Simulation {
    return this.carryOut(this.#draftOf(steps), observe);
  }

  /** The same, by the places of what was given as moving, and after that of what is ongoing. */
  carryOut(draft: Draft, observe?: Observe): Simulation {
    const fluid = this.#fluid;
    fluid.restore(this.#begin);
    const open = [...this.#yetToBegin, ...draft];
    for (;;) {
      startReady(fluid, open);
      if (fluid.isIdle) break;
      fluid.step(observe);
    }
    const courses = draft.map(({ index }) => fluid.course(index));
    let totalSeconds = 0;
    for (const index of this.#counted) totalSeconds = Math.max(totalSeconds, fluid.course(index).endSeconds);
    let transferredBytes = 0;
    for (const course of courses) {
      totalSeconds = Math.max(totalSeconds, course.endSeconds);
      transferredBytes += course.transferredBytes;
    }
    return { totalSeconds, transferredBytes, degradedBytes: fluid.degradedBytes(), courses };
  }

  /** Who is waited for and is not there has happened. */
  #draftOf(steps: readonly Step[]): Draft {
    return steps.flatMap(({ vmId, technique, after }): Draft => {
      const index = this.#indexOf.get(vmId);
      if (index === undefined) return [];
      const waits = after.flatMap((one) => {
        const on = this.#indexOf.get(one.vmId);
        return on === undefined ? [] : [{ index: on, event: one.event }];
      });
      return [{ index, technique, after: waits }];
    });
  }
}

/** Those that are left stay in `open`. */
function startReady(fluid: Fluid, open: DraftStep[]): void {
  let kept = 0;
  for (const step of open) {
    if (isReady(fluid, step)) {
      fluid.start(step.index, step.technique);
    } else {
      open[kept] = step;
      kept += 1;
    }
  }
  open.length = kept;
}

/** Asked of every step that waits at every event: without a closure for each. */
function isReady(fluid: Fluid, { after }: DraftStep): boolean {
  for (const one of after) if (!hasHappened(fluid, one)) return false;
  return true;
}
