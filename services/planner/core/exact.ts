/**
 * The best schedule of a few VMs, by trying all: every technique of every VM, every order, every grouping.
 *
 * A schedule is a sequence of groups. A group starts together; at most one of its VMs is post-copied, so that two working
 * sets are never on the wire at once. The next group starts when the post-copied VM of the one before has settled, or when
 * everything before has completed. What no continuation can make better than the best that is known is not continued: what
 * is left to send, sent at the rate that no schedule exceeds, is a bound.
 *
 * 1. No schedule of this form is quicker, by more than SLACK, than the one that is found.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import type { Fluid, Place } from "./fluid.ts";
import { type Cost, compareCosts } from "./objective.ts";

/** One VM's part in a schedule; `after` names others by their index in the fluid. */
export interface DraftStep {
  readonly index: number;
  readonly technique: Technique;
  readonly after: readonly { readonly index: number; readonly event: "COMPLETED" | "SETTLED" }[];
}
export type Draft = readonly DraftStep[];

export interface Choices {
  readonly index: number;
  readonly techniques: readonly Technique[];
  readonly dirtyMeasured: boolean;
}

export interface Found {
  readonly draft: Draft;
  readonly cost: Cost;
}

/** Of the time: what a bound may miss. */
const SLACK = 0.001;

interface Group {
  readonly barrier: "none" | "settled" | "completed";
  readonly members: readonly { readonly index: number; readonly technique: Technique }[];
  /** Who has completed when it starts. */
  readonly ended: readonly number[];
}

export interface ExactOptions {
  readonly limitSeconds?: number | undefined;
  readonly nodes: number;
  readonly maximumMoving: number;
}

/**
 * Better than `known`, or `known` itself. Without a limit the quickest; with one the least degrading within it. `nodes`
 * bounds the work: beyond it the search ends with what it has.
 */
export function searchExactly(
  fluid: Fluid,
  choices: readonly Choices[],
  known: Found,
  options: ExactOptions,
): Found & { readonly complete: boolean } {
  const search = new Search(fluid, choices, known, options);
  search.visit(choices, [], undefined);
  return { ...search.best, complete: search.nodes > 0 };
}

class Search {
  best: Found;
  nodes: number;
  readonly #fluid: Fluid;
  readonly #choices: readonly Choices[];
  readonly #limitSeconds: number | undefined;
  readonly #maximumMoving: number;

  constructor(fluid: Fluid, choices: readonly Choices[], known: Found, options: ExactOptions) {
    this.#maximumMoving = options.maximumMoving;
    this.#fluid = fluid;
    this.#choices = choices;
    this.#limitSeconds = options.limitSeconds;
    this.nodes = options.nodes;
    this.best = known;
  }

  visit(remaining: readonly Choices[], groups: readonly Group[], switcher: number | undefined): void {
    const fluid = this.#fluid;
    if (remaining.length === 0) {
      this.#finish(groups);
      return;
    }
    const place = fluid.save();
    const barriers: Group["barrier"][] = [];
    if (groups.length === 0) barriers.push("none");
    else {
      if (switcher !== undefined) barriers.push("settled");
      barriers.push("completed");
    }
    for (const barrier of barriers) {
      if (this.nodes <= 0) return;
      fluid.restore(place);
      if (barrier === "settled" && switcher !== undefined) {
        while (!fluid.hasSettled(switcher)) fluid.step();
      } else if (barrier === "completed") {
        while (!this.#allEnded(groups)) fluid.step();
      }
      if (this.#cannotWin()) continue;
      this.#startGroups({ remaining, groups, barrier, place: fluid.save() }, 0, [], []);
    }
  }

  #startGroups(
    from: {
      readonly remaining: readonly Choices[];
      readonly groups: readonly Group[];
      readonly barrier: Group["barrier"];
      readonly place: Place;
    },
    next: number,
    members: Group["members"],
    left: readonly Choices[],
  ): void {
    const choice = from.remaining[next];
    if (choice === undefined) {
      if (members.length === 0 || this.nodes <= 0) return;
      this.nodes -= 1;
      this.#fluid.restore(from.place);
      if (from.place.active.length + members.length > this.#maximumMoving) return;
      const ended = this.#choices.map(({ index }) => index).filter((index) => this.#fluid.hasEnded(index));
      for (const { index, technique } of members) this.#fluid.start(index, technique);
      const switcher = members.find(({ technique }) => technique !== "PRE_COPY")?.index;
      this.visit(left, [...from.groups, { barrier: from.barrier, members, ended }], switcher);
      return;
    }
    const taken = members.some(({ technique }) => technique !== "PRE_COPY");
    for (const technique of choice.techniques) {
      if (technique !== "PRE_COPY" && taken) continue;
      this.#startGroups(from, next + 1, [...members, { index: choice.index, technique }], left);
    }
    this.#startGroups(from, next + 1, members, [...left, choice]);
  }

  #allEnded(groups: readonly Group[]): boolean {
    return groups.every(({ members }) => members.every(({ index }) => this.#fluid.hasEnded(index)));
  }

  #cannotWin(): boolean {
    const fluid = this.#fluid;
    const { cost } = this.best;
    const least = fluid.now + fluid.leastSecondsLeft();
    if (this.#limitSeconds === undefined) return cost.endless === 0 && least >= cost.totalSeconds * (1 - SLACK);
    return least > this.#limitSeconds || (cost.endless === 0 && fluid.degradedBytes() >= cost.degradedBytes + 1);
  }

  #finish(groups: readonly Group[]): void {
    const fluid = this.#fluid;
    let totalSeconds = 0;
    while (!this.#allEnded(groups)) {
      fluid.step();
      if (this.#cannotWin()) return;
    }
    let endless = 0;
    for (const { index, dirtyMeasured } of this.#choices) {
      const course = fluid.course(index);
      totalSeconds = Math.max(totalSeconds, course.endSeconds);
      if (!course.converged && dirtyMeasured) endless += 1;
    }
    const postCopies = groups.flatMap(({ members }) => members).filter((one) => one.technique !== "PRE_COPY").length;
    const cost = { endless, totalSeconds, degradedBytes: fluid.degradedBytes(), postCopies };
    if (compareCosts(cost, this.best.cost, this.#limitSeconds) < 0) {
      this.best = { draft: draftOf(groups, this.#maximumMoving), cost };
    }
  }
}

/**
 * Where more VMs are to be moved than may move at once, a step also waits for those that have completed before it in the
 * model: events may come in another order than forecast, and the bound holds all the same.
 */
function draftOf(groups: readonly Group[], maximumMoving: number): Draft {
  const count = groups.reduce((sum, { members }) => sum + members.length, 0);
  const draft: DraftStep[] = [];
  let sinceBarrier: number[] = [];
  for (const [place, { barrier, members, ended }] of groups.entries()) {
    const switcher = groups[place - 1]?.members.find(({ technique }) => technique !== "PRE_COPY")?.index;
    const own: DraftStep["after"] =
      barrier === "completed"
        ? sinceBarrier.map((index) => ({ index, event: "COMPLETED" as const }))
        : barrier === "settled" && switcher !== undefined
          ? [{ index: switcher, event: "SETTLED" as const }]
          : [];
    const bound = count <= maximumMoving ? [] : ended.filter((index) => own.every((one) => one.index !== index));
    const after = [...own, ...bound.map((index) => ({ index, event: "COMPLETED" as const }))];
    if (barrier === "completed") sinceBarrier = [];
    for (const { index, technique } of members) {
      draft.push({ index, technique, after });
      sinceBarrier.push(index);
    }
  }
  return draft;
}
