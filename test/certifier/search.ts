/**
 * The quickest schedule of a few VMs from one source to one destination, by trying all of them: every technique of every VM,
 * every order, every grouping. A schedule is a sequence of groups whose VMs start together, however many of them are
 * post-copied. A group starts at any event of a VM before it: when one has settled, or when one, and so at last when all,
 * has completed.
 *
 * What has been simulated of a schedule serves all that begin like it, and one that cannot end before the best known one
 * (bound.ts) is not continued.
 */
import type { Technique } from "../../services/kit/domain/technique.ts";
import { boundOf } from "./bound.ts";
import { begin, hasEnded, hasSettled, isMoving, next, type State, start, type World } from "./fluid.ts";
import type { Move } from "./schedule.ts";

export interface Certificate {
  readonly totalSeconds: number;
  /** Undefined: no schedule is quicker than what was known. */
  readonly moves: readonly Move[] | undefined;
  /** Groups that were started. */
  readonly nodes: number;
}

/** Parts in a whole that is compared: rounding. */
const ROUNDING = 1e-9;

export interface SearchSpace {
  readonly techniquesOf: (index: number) => readonly Technique[];
  /** Who has to have completed before. */
  readonly beforeOf?: (index: number) => number | undefined;
  /** False: everything is tried to its end. For a test of the bound. */
  readonly bounded: boolean;
}

/**
 * `knownSeconds` is what a schedule is known to take; Infinity where none is. In no schedule is a pre-copy that would never
 * end: where all have one, nothing is found.
 */
export function quickest(
  world: World,
  { techniquesOf, beforeOf, bounded }: SearchSpace,
  knownSeconds: number,
): Certificate {
  const bound = boundOf(world, techniquesOf);
  let totalSeconds = knownSeconds;
  let moves: readonly Move[] | undefined;
  let nodes = 0;
  const canWin = (state: State) => {
    const least = bounded ? bound(state) : state.now;
    return least < totalSeconds * (1 - ROUNDING) && state.parts.every(({ endless }) => !endless);
  };
  const hasHappened = (state: State, { index, event }: Move["after"][number]) =>
    event === "COMPLETED" ? hasEnded(state, index) : hasSettled(world, state, index);

  const goOn = (begun: State, remaining: readonly number[], started: readonly Move[]): void => {
    let awaited = started
      .flatMap(({ index, technique }): Move["after"] => [
        ...(technique === "PRE_COPY" ? [] : [{ index, event: "SETTLED" as const }]),
        { index, event: "COMPLETED" },
      ])
      .filter((one) => !hasHappened(begun, one));
    for (let state = begun; canWin(state); state = next(world, state)) {
      // Whichever of several events are those of one moment, the same follows.
      const met = awaited.find((one) => hasHappened(state, one));
      if (met !== undefined && remaining.length > 0) startGroups(state, remaining, started, [met]);
      awaited = awaited.filter((one) => !hasHappened(state, one));
      if (state.parts.some(isMoving)) continue;
      if (remaining.length === 0) {
        totalSeconds = state.now;
        moves = started;
      }
      return;
    }
  };

  const startGroups = (
    state: State,
    remaining: readonly number[],
    started: readonly Move[],
    after: Move["after"],
  ): void => {
    const choose = (place: number, so: State, members: readonly Move[], left: readonly number[]): void => {
      const index = remaining[place];
      if (index === undefined) {
        if (members.length === 0) return;
        nodes += 1;
        goOn(so, left, [...started, ...members]);
        return;
      }
      const before = beforeOf?.(index);
      for (const technique of before === undefined || hasEnded(state, before) ? techniquesOf(index) : []) {
        const more = start(world, so, index, technique);
        if (canWin(more)) choose(place + 1, more, [...members, { index, technique, after }], left);
      }
      choose(place + 1, so, members, [...left, index]);
    };
    choose(0, state, [], []);
  };

  const all = world.guests.map((_guest, index) => index);
  startGroups(begin(world), all, [], []);
  return { totalSeconds, moves, nodes };
}
