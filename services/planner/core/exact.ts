/**
 * The best schedule of a few VMs, by trying all: every technique of every VM, every order, every grouping.
 *
 * A schedule is a sequence of groups. A group starts together, by whatever techniques; the next one starts with any event
 * of those before: a VM has settled, or has completed. What no continuation can make better than the best that is known is
 * not continued.
 *
 * Unless the search ran out of nodes:
 * 1. No schedule of this form is quicker, by more than SLACK, than the one that is found.
 * 2. With a limit: none that keeps it disturbs less.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import { leastSecondsLeft } from "./bound.ts";
import { type Begun, type Draft, type DraftDependency, hasHappened } from "./draft.ts";
import type { Fluid } from "./fluid.ts";
import { type Cost, compareCosts, disturbance } from "./objective.ts";
import { type Precedence, withPrecedence } from "./precedence.ts";

export interface Choices {
  readonly index: number;
  readonly techniques: readonly Technique[];
  readonly dirtyMeasured: boolean;
}

export interface Found {
  readonly draft: Draft;
  readonly cost: Cost;
}

export interface ExactOptions {
  /** Absent: the quickest. Given: the least degrading of those that take no longer. */
  readonly limitSeconds?: number | undefined;
  /** Bounds the work: groups that are started. */
  readonly nodes: number;
  readonly maximumMoving: number;
  readonly precedence: Precedence;
}

/** Of the time: what a bound may miss. */
const SLACK = 0.0005;

/** Better than `known`, or `known` itself. All VMs of the fluid are in `choices` or have `begun` in it. */
export function searchExactly(
  fluid: Fluid,
  choices: readonly Choices[],
  begun: readonly Begun[],
  known: Found,
  options: ExactOptions,
): Found {
  const search = new Search(fluid, choices, begun, known, options);
  search.run();
  return search.best;
}

interface Group {
  readonly members: readonly { readonly index: number; readonly technique: Technique }[];
  readonly after: readonly DraftDependency[];
}

const none: ReadonlySet<Choices> = new Set();

class Search {
  best: Found;
  nodes: number;
  readonly #fluid: Fluid;
  readonly #choices: readonly Choices[];
  readonly #begun: readonly Begun[];
  readonly #limitSeconds: number | undefined;
  readonly #maximumMoving: number;
  readonly #precedence: Precedence;
  readonly #techniquesOf: (index: number) => readonly Technique[];

  constructor(fluid: Fluid, choices: readonly Choices[], begun: readonly Begun[], known: Found, options: ExactOptions) {
    this.#fluid = fluid;
    this.#choices = choices;
    this.#begun = begun;
    this.#limitSeconds = options.limitSeconds;
    this.#maximumMoving = options.maximumMoving;
    this.#precedence = options.precedence;
    this.nodes = options.nodes;
    this.best = known;
    const byIndex = new Map(choices.map(({ index, techniques }) => [index, techniques]));
    this.#techniquesOf = (index) => byIndex.get(index) ?? [];
  }

  run(): void {
    if (this.#begun.length === 0) {
      this.#startGroup(this.#choices, [], []);
      return;
    }
    const first: Group = { members: this.#begun, after: [] };
    this.#startGroup(this.#choices, [first], []);
    this.#goOn(this.#choices, [first]);
  }

  /** Every group that can start now, after these events. */
  #startGroup(remaining: readonly Choices[], groups: readonly Group[], events: readonly DraftDependency[]): void {
    const place = this.#fluid.save();
    const after = this.#bounded(events);
    const room = this.#maximumMoving - place.active.length;
    const early = this.#early(remaining);
    const choose = (next: number, members: Group["members"], left: readonly Choices[]): void => {
      const choice = remaining[next];
      if (choice === undefined) {
        if (members.length === 0 || members.length > room || this.nodes <= 0) return;
        this.nodes -= 1;
        this.#fluid.restore(place);
        for (const { index, technique } of members) this.#fluid.start(index, technique);
        this.#goOn(left, [...groups, { members, after }]);
        return;
      }
      for (const technique of early.has(choice) ? [] : choice.techniques) {
        choose(next + 1, [...members, { index: choice.index, technique }], left);
      }
      choose(next + 1, members, [...left, choice]);
    };
    choose(0, [], []);
    this.#fluid.restore(place);
  }

  /** Who may not start yet. When the one before has completed, a group may start: nothing is missed. */
  #early(remaining: readonly Choices[]): ReadonlySet<Choices> {
    if (this.#precedence.size === 0) return none;
    return new Set(
      remaining.filter(({ index }) => {
        const before = this.#precedence.get(index);
        return before !== undefined && !this.#fluid.hasEnded(before);
      }),
    );
  }

  /** To the end; at each event on the way, whatever could start then. */
  #goOn(remaining: readonly Choices[], groups: readonly Group[]): void {
    if (this.#cannotWin(groups)) return;
    const fluid = this.#fluid;
    let awaited = this.#awaited(groups);
    for (;;) {
      if (fluid.isIdle && remaining.length === 0) {
        this.#finish(groups);
        return;
      }
      // Whichever of several events happened at the same moment, the same follows.
      const met = awaited.find((one) => hasHappened(fluid, one));
      if (met !== undefined) {
        awaited = awaited.filter((one) => !hasHappened(fluid, one));
        if (this.#cannotWin(groups)) return;
        if (remaining.length > 0) this.#startGroup(remaining, groups, [met]);
      }
      if (fluid.isIdle) return;
      fluid.step();
    }
  }

  #awaited(groups: readonly Group[]): readonly DraftDependency[] {
    const awaited: DraftDependency[] = [];
    for (const { members } of groups) {
      for (const { index, technique } of members) {
        if (this.#fluid.hasEnded(index)) continue;
        if (technique !== "PRE_COPY" && !this.#fluid.hasSettled(index)) awaited.push({ index, event: "SETTLED" });
        awaited.push({ index, event: "COMPLETED" });
      }
    }
    return awaited;
  }

  /**
   * Where more VMs are to be moved than may move at once, a step also waits for those that have completed before it in the
   * model: events may come in another order than forecast, and the bound holds all the same.
   */
  #bounded(events: readonly DraftDependency[]): readonly DraftDependency[] {
    if (this.#choices.length <= this.#maximumMoving) return events;
    const ended = this.#choices.flatMap(({ index }): DraftDependency[] =>
      this.#fluid.hasEnded(index) && events.every((event) => event.index !== index)
        ? [{ index, event: "COMPLETED" }]
        : [],
    );
    return [...events, ...ended];
  }

  #cannotWin(groups: readonly Group[]): boolean {
    const fluid = this.#fluid;
    const { cost } = this.best;
    const limit = this.#limitSeconds;
    if (limit !== undefined && cost.endless === 0 && this.#disturbance(groups) >= disturbance(cost) + 1) return true;
    const least = fluid.now + leastSecondsLeft(fluid, this.#techniquesOf);
    if (limit === undefined) return cost.endless === 0 && least >= cost.totalSeconds * (1 - SLACK);
    return least > limit * (1 + 1e-9);
  }

  /** So far: it only grows. */
  #disturbance(groups: readonly Group[]): number {
    return disturbance({ degradedBytes: this.#fluid.degradedBytes(), postCopies: this.#postCopies(groups) });
  }

  /** What has begun is not the plan's to choose. */
  #postCopies(groups: readonly Group[]): number {
    let count = 0;
    for (const { members } of this.#own(groups)) {
      for (const { technique } of members) if (technique !== "PRE_COPY") count += 1;
    }
    return count;
  }

  #own(groups: readonly Group[]): readonly Group[] {
    return this.#begun.length === 0 ? groups : groups.slice(1);
  }

  #finish(groups: readonly Group[]): void {
    const fluid = this.#fluid;
    let endless = 0;
    let totalSeconds = 0;
    for (const { index, dirtyMeasured } of this.#choices) {
      const course = fluid.course(index);
      totalSeconds = Math.max(totalSeconds, course.endSeconds);
      if (!course.converged && dirtyMeasured) endless += 1;
    }
    for (const { index } of this.#begun) totalSeconds = Math.max(totalSeconds, fluid.course(index).endSeconds);
    const cost = { endless, totalSeconds, degradedBytes: fluid.degradedBytes(), postCopies: this.#postCopies(groups) };
    if (compareCosts(cost, this.best.cost, this.#limitSeconds) >= 0) return;
    const draft = this.#own(groups).flatMap(({ members, after }) => members.map((one) => ({ ...one, after })));
    this.best = { draft: withPrecedence(draft, this.#precedence), cost };
  }
}
