/**
 * A bounded, seeded search around a good schedule, by threshold accepting (Dueck and Scheuer 1990): a step may lead to
 * something a little worse. It can be ended after any step: what it holds is always a whole schedule that is no worse than
 * the one it began with.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import { draftOfSequence, type Entry, type Sequence } from "./construct.ts";
import type { Begun, Draft } from "./draft.ts";
import type { Found } from "./exact.ts";
import { type Cost, compareCosts } from "./objective.ts";
import type { Precedence } from "./precedence.ts";

export interface Improving extends Found {
  readonly sequence: Sequence;
}

export interface Neighbourhood {
  readonly techniquesOf: (index: number) => readonly Technique[];
  readonly costOf: (draft: Draft) => Cost;
  readonly begun: readonly Begun[];
  readonly precedence: Precedence;
  readonly limitSeconds?: number | undefined;
  readonly seed: number;
}

/** Of the time: what a step may cost at most, so that the search leaves where every single step is one back. */
const DETOUR_SHARE = 0.02;
/** So many steps without anything better, and it goes back to the best. */
const DETOUR_STEPS = 60;

/** Each step tries one change. */
export function* improve(start: Improving, around: Neighbourhood): Generator<Improving, never> {
  const random = seeded(around.seed);
  const { limitSeconds } = around;
  let best = start;
  let current = start;
  for (let since = 0; ; since += 1) {
    if (since >= DETOUR_STEPS) {
      current = best;
      since = 0;
    }
    const sequence = change(current.sequence, around, random);
    if (sequence !== undefined) {
      const draft = draftOfSequence(sequence, around.begun, around.precedence);
      const next: Improving = { sequence, draft, cost: around.costOf(draft) };
      const difference = compareCosts(next.cost, current.cost, limitSeconds);
      // What is as good leads off plateaus, on which a search that wants each step to pay stays.
      if (difference <= 0 || isDetour(next, current, limitSeconds, random)) current = next;
      if (compareCosts(next.cost, best.cost, limitSeconds) < 0) {
        best = next;
        since = 0;
      }
    }
    yield best;
  }
}

function isDetour(
  { cost }: Improving,
  current: Improving,
  limitSeconds: number | undefined,
  random: () => number,
): boolean {
  if (limitSeconds !== undefined || cost.endless > current.cost.endless) return false;
  return cost.totalSeconds <= current.cost.totalSeconds * (1 + DETOUR_SHARE * random());
}

const gates: readonly Entry["gate"][] = ["with", "settled", "completed"];

/** Undefined: the change that was drawn changes nothing. */
function change(sequence: Sequence, around: Neighbourhood, random: () => number): Sequence | undefined {
  const { entries, moving } = sequence;
  const draw = (below: number) => Math.floor(random() * below);
  const place = draw(entries.length);
  const entry = entries[place];
  if (entry === undefined) return undefined;
  switch (draw(4)) {
    case 0: {
      const others = around.techniquesOf(entry.index).filter((technique) => technique !== entry.technique);
      const technique = others[draw(others.length)];
      return technique === undefined ? undefined : { entries: entries.with(place, { ...entry, technique }), moving };
    }
    case 1: {
      const gate = gates[draw(gates.length)] ?? "with";
      return gate === entry.gate ? undefined : { entries: entries.with(place, { ...entry, gate }), moving };
    }
    case 2: {
      const other = draw(entries.length);
      const there = entries[other];
      if (there === undefined || other === place) return undefined;
      return { entries: entries.with(place, there).with(other, entry), moving };
    }
    default: {
      const to = draw(entries.length);
      if (to === place) return undefined;
      return { entries: entries.toSpliced(place, 1).toSpliced(to, 0, entry), moving };
    }
  }
}

/** Mulberry32: the same numbers on every machine. */
function seeded(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
