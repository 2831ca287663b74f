/**
 * The schedule of one host's VMs: constructed, then searched for a better one. Up to `exactUpToVms` VMs every schedule is
 * tried (exact.ts); above that good constructions are improved for a bounded number of steps (improve.ts).
 *
 * 1. What is chosen is never slower than any of the baselines whose techniques the VMs allow.
 * 2. The same input gives the same schedule.
 */
import type { Step } from "../../kit/domain/plan.ts";
import type { Policy, Technique } from "../../kit/domain/technique.ts";
import type { Cluster } from "./cluster.ts";
import { draftOfSequence, type Sequence, sendersFirst } from "./construct.ts";
import type { Begun, Draft } from "./draft.ts";
import { type Choices, type Found, searchExactly } from "./exact.ts";
import { Fluid } from "./fluid.ts";
import { type Improving, improve } from "./improve.ts";
import { type Candidate, candidateOf } from "./layout.ts";
import type { Model } from "./model.ts";
import { type Cost, compareCosts, type Goal, timeLimit } from "./objective.ts";
import { precedenceOf } from "./precedence.ts";
import { type Baseline, baselineDraft } from "./schedule.ts";
import { type Ongoing, Rehearsal, sharing } from "./simulate.ts";
import { type Allowed, chooseTechniques, type Placed } from "./technique.ts";

export interface SearchOptions {
  readonly model: Model;
  readonly goal: Goal;
  /** How many VMs of a host may move at once. */
  readonly maximumMoving: number;
  readonly exactUpToVms: number;
  /** Bounds of the two searches: groups tried; and steps tried times VMs squared, as which the time of a step grows. */
  readonly exactNodes: number;
  readonly improveWork: number;
  readonly seed: number;
  readonly ongoing: readonly Ongoing[];
}

export interface Optimised {
  readonly steps: readonly Step[];
  readonly cost: Cost;
  /** Others are held while a VM is hot: so in all but the baselines. */
  readonly paced: boolean;
}

const baselines: readonly Baseline[] = [
  "direction",
  "pre-copy",
  "post-copy",
  "direction-serial",
  "pre-copy-serial",
  "post-copy-serial",
];
/** Above so many VMs the baselines, all together or one by one, are no candidates any more: each costs as much as all the rest. */
const BASELINES_UP_TO_VMS = 20;

interface Known extends Found {
  readonly paced: boolean;
  readonly sequence?: Sequence;
}

/** This evacuation's own, in the draft's numbering after the VMs that are placed. Others' are nothing to wait for. */
function begunOf(placed: readonly Placed[], ongoing: readonly Ongoing[]): Begun[] {
  return ongoing.flatMap(({ own, phase, step: { technique } }, place) =>
    own === true
      ? [{ index: placed.length + place, technique, unsettled: technique !== "PRE_COPY" && phase !== "settled" }]
      : [],
  );
}

/** `allowed` holds at least one technique for each VM. */
export function optimise(
  cluster: Cluster,
  sourceHostId: string,
  placed: readonly Placed[],
  allowed: readonly Allowed[],
  hotPhasePaceBytesPerSecond: number,
  given: SearchOptions,
): Optimised {
  const ways = placed.map(({ destinationHostId }) => ({ sourceHostId, destinationHostId }));
  const options = { ...given, ongoing: sharing(ways, given.ongoing) };
  const judge = new Judge(cluster, placed, hotPhasePaceBytesPerSecond, options);
  const techniquesOf = (index: number): readonly Technique[] => allowed[index]?.techniques ?? ["PRE_COPY"];
  const known = startingPoints(cluster, sourceHostId, placed, techniquesOf, judge, options);
  const exact = placed.length <= options.exactUpToVms && options.ongoing.every((one) => one.own === true);
  const search = exact
    ? exactly(cluster, placed, techniquesOf, hotPhasePaceBytesPerSecond, options)
    : inSteps(placed, techniquesOf, judge, options);
  const quickest = [...known, ...search(known)].reduce((best, one) => (isBetter(one, best) ? one : best));
  // What is slower than a baseline is not chosen, however little it disturbs.
  const limit = timeLimit(options.goal, quickest.cost.totalSeconds);
  const slowest = options.goal.kind === "time" ? judge.quickestBaselineSeconds : Number.POSITIVE_INFINITY;
  const limitSeconds = Math.max(quickest.cost.totalSeconds, Math.min(limit, slowest));
  const all = [quickest, ...known];
  const gentlest = [...all, ...search(all, limitSeconds)].reduce((best, one) =>
    isBetter(one, best, limitSeconds) ? one : best,
  );
  const { draft, cost, paced } = gentlest;
  return { steps: stepsOfDraft(draft, placed, options.ongoing), cost, paced };
}

function isBetter(one: Found, other: Found, limitSeconds?: number): boolean {
  return compareCosts(one.cost, other.cost, limitSeconds) < 0;
}

/** Schedules of one host's VMs, put to the model. */
class Judge {
  quickestBaselineSeconds = Number.POSITIVE_INFINITY;
  readonly #cluster: Cluster;
  readonly #placed: readonly Placed[];
  readonly #pace: number;
  readonly #options: SearchOptions;
  /** By whether it is paced. */
  readonly #rehearsals = new Map<boolean, Rehearsal>();

  constructor(cluster: Cluster, placed: readonly Placed[], pace: number, options: SearchOptions) {
    this.#cluster = cluster;
    this.#placed = placed;
    this.#pace = pace;
    this.#options = options;
  }

  costOf(draft: Draft, paced: boolean): Cost {
    const { totalSeconds, degradedBytes, courses } = this.#rehearsal(paced).carryOut(draft);
    let endless = 0;
    for (const course of courses) {
      if (!course.converged && this.#cluster.vms.get(course.vmId)?.dirtyMeasured === true) endless += 1;
    }
    const postCopies = draft.filter(({ technique }) => technique !== "PRE_COPY").length;
    return { endless, totalSeconds, degradedBytes, postCopies };
  }

  /** All leave one host, and what is ongoing shares a link with it: they are one part. */
  #rehearsal(paced: boolean): Rehearsal {
    const known = this.#rehearsals.get(paced);
    if (known !== undefined) return known;
    const { model, ongoing } = this.#options;
    const moving = this.#placed.map(({ vm, destinationHostId }) => ({
      ...{ vmId: vm.vmId, sourceHostId: vm.hostId, destinationHostId },
    }));
    const given = { ongoing, hotPhasePaceBytesPerSecond: paced ? this.#pace : undefined };
    const made = new Rehearsal(this.#cluster, moving, given, model);
    this.#rehearsals.set(paced, made);
    return made;
  }
}

/** With what the model needs and no more. What has begun follows on the given VMs in the draft's numbering. */
export function stepsOfDraft(draft: Draft, placed: readonly Placed[], ongoing: readonly Ongoing[]): Step[] {
  const nameOf = (index: number) => placed[index]?.vm.vmId ?? ongoing[index - placed.length]?.step.vmId;
  return draft.flatMap(({ index, technique, after }): Step[] => {
    const item = placed[index];
    if (item === undefined) return [];
    return [
      {
        vmId: item.vm.vmId,
        technique,
        sourceHostId: item.vm.hostId,
        destinationHostId: item.destinationHostId,
        after: after.flatMap(({ index: before, event }) => {
          const vmId = nameOf(before);
          return vmId === undefined ? [] : [{ vmId, event }];
        }),
        reason: "",
      },
    ];
  });
}

function startingPoints(
  cluster: Cluster,
  sourceHostId: string,
  placed: readonly Placed[],
  techniquesOf: (index: number) => readonly Technique[],
  judge: Judge,
  options: SearchOptions,
): Known[] {
  const { model, maximumMoving } = options;
  const known: Known[] = [];
  const precedence = precedenceOf(placed, options.ongoing);
  const choose = (policy: Policy) => chooseTechniques(cluster, sourceHostId, placed, policy, model);
  const tried = new Set<string>();
  for (const policy of ["traffic-sensitive", "direction"] as const) {
    const choices = choose(policy);
    const items = placed.map(({ vm }, index) => {
      const wanted = choices.get(vm.vmId)?.technique ?? "PRE_COPY";
      const technique = techniquesOf(index).includes(wanted) ? wanted : (techniquesOf(index)[0] ?? "PRE_COPY");
      return { index, vm, technique };
    });
    const techniques = items.map(({ technique }) => technique).join();
    if (tried.has(techniques)) continue;
    tried.add(techniques);
    for (const moving of new Set([4, 2, maximumMoving].map((count) => Math.min(count, maximumMoving)))) {
      for (const follow of ["settled", "with"] as const) {
        const sequence = sendersFirst(items, moving, follow);
        const draft = draftOfSequence(sequence, begunOf(placed, options.ongoing), precedence);
        known.push({ sequence, draft, cost: judge.costOf(draft, true), paced: true });
      }
    }
  }
  if (placed.length > BASELINES_UP_TO_VMS) return known;
  for (const policy of baselines) {
    const draft = baselineDraft(placed, choose(policy), policy, precedence);
    if (!draft.every(({ index, technique }) => techniquesOf(index).includes(technique))) continue;
    const cost = judge.costOf(draft, false);
    if (cost.endless === 0) judge.quickestBaselineSeconds = Math.min(judge.quickestBaselineSeconds, cost.totalSeconds);
    if (draft.length <= maximumMoving || policy.endsWith("-serial")) known.push({ draft, cost, paced: false });
  }
  return known;
}

type Search = (known: readonly Known[], limitSeconds?: number) => readonly Known[];

function best(known: readonly Known[], limitSeconds: number | undefined): Known | undefined {
  return known.reduce<Known | undefined>(
    (one, other) => (one === undefined || isBetter(other, one, limitSeconds) ? other : one),
    undefined,
  );
}

function exactly(
  cluster: Cluster,
  placed: readonly Placed[],
  techniquesOf: (index: number) => readonly Technique[],
  pace: number,
  { model, exactNodes, maximumMoving, ongoing }: SearchOptions,
): Search {
  const choices: Choices[] = placed.map(({ vm }, index) => ({
    index,
    techniques: techniquesOf(index),
    dirtyMeasured: vm.dirtyMeasured,
  }));
  const precedence = precedenceOf(placed, ongoing);
  return (known, limitSeconds) => {
    const found = best(known, limitSeconds);
    if (found === undefined) return [];
    const candidates = [...candidatesOf(placed), ...ongoing.flatMap(({ step }) => candidateOf(cluster, step))];
    const fluid = new Fluid(cluster, candidates, model, pace);
    for (const [place, { step, phase, leftBytes }] of ongoing.entries()) {
      fluid.resume(placed.length + place, phase === "waiting" ? "copying" : phase, step.technique, leftBytes);
    }
    const begun = begunOf(placed, ongoing);
    const { draft, cost } = searchExactly(fluid, choices, begun, found, {
      ...{ limitSeconds, nodes: exactNodes, maximumMoving, precedence },
    });
    return [draft === found.draft ? found : { draft, cost, paced: true }];
  };
}

function candidatesOf(placed: readonly Placed[]): Candidate[] {
  return placed.map(({ vm, destinationHostId }) => ({ vm, sourceHostId: vm.hostId, destinationHostId }));
}

function inSteps(
  placed: readonly Placed[],
  techniquesOf: (index: number) => readonly Technique[],
  judge: Judge,
  { improveWork, seed, ongoing }: SearchOptions,
): Search {
  // Half for the quickest, half for the gentlest within the limit. Other evacuations' steps are simulated with each try.
  const steps = Math.floor(improveWork / Math.max(1, (placed.length + ongoing.length) ** 2) / 2);
  const around = {
    ...{ techniquesOf, begun: begunOf(placed, ongoing), precedence: precedenceOf(placed, ongoing) },
    costOf: (draft: Draft) => judge.costOf(draft, true),
  };
  return (known, limitSeconds) => {
    const starts = startsOf(known, limitSeconds).slice(0, steps < MANY_STEPS ? 1 : STARTS);
    return starts.map((start, index) => {
      const search = improve(start, { ...around, limitSeconds, seed: seed + index });
      let found: Improving = start;
      for (let step = 0; step < steps / starts.length; step += 1) found = search.next().value;
      return { ...found, paced: true };
    });
  };
}

/** With so many steps a search is better begun in several places. */
const MANY_STEPS = 300;
const STARTS = 3;

/** The best first; of those that take the same time one. */
function startsOf(known: readonly Known[], limitSeconds: number | undefined): readonly Improving[] {
  const byTime = new Map<number, Improving>();
  const sorted = [...known].sort((a, b) => compareCosts(a.cost, b.cost, limitSeconds));
  for (const { sequence, draft, cost } of sorted) {
    if (sequence !== undefined && !byTime.has(cost.totalSeconds))
      byTime.set(cost.totalSeconds, { sequence, draft, cost });
  }
  return [...byTime.values()];
}
