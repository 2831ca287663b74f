/**
 * A time before which no schedule ends that goes on from a state.
 *
 * While bytes are sent, all migrations together have no more than the links leave beside the applications that are there at
 * that moment. So a byte takes at least its part of a second at that rate, no two bytes take the same one, and the sum over
 * all bytes is time that every schedule needs. Who is there while a byte is sent:
 *
 *     memory that is sent before its VM leaves the source: that VM, and whoever leaves the source after it
 *     memory that is sent after its VM has arrived: that VM, and whoever has arrived before it
 *
 * In which order they leave and arrive is not known: the least of all orders counts, set by set as in a shortest path.
 */
import type { Technique } from "../../services/kit/domain/technique.ts";
import { type Flow, type Guest, levelOf, type Part, type State, type World } from "./fluid.ts";

/** Sets of guests are numbers: bit i is guest i. */
export type Bound = (state: State) => number;

export function boundOf(world: World, techniquesOf: (index: number) => readonly Technique[]): Bound {
  const { guests, model } = world;
  const { egress, ingress } = tablesOf(world);
  const sets = 2 ** guests.length;
  const leaving = new Float64Array(sets);
  const arriving = new Float64Array(sets);
  const ownBefore = new Float64Array(guests.length);
  const ownAfter = new Float64Array(guests.length);
  const otherBefore = new Float64Array(guests.length);
  const otherAfter = new Float64Array(guests.length);

  return ({ now, parts }) => {
    let flows = 0;
    let arrived = 0;
    let latest = 0;
    for (const [index, { phase, left }] of parts.entries()) {
      if (phase === "bulk" || phase === "closing" || phase === "done") arrived |= 1 << index;
      if (phase === "closing") latest = Math.max(latest, left);
      else if (phase !== "done") flows += 1;
    }
    if (flows === 0) return now + latest;
    const out = tableOf(egress, flows);
    const into = tableOf(ingress, flows);
    const apart = Math.min(at(out, 0), at(into, arrived));
    const secondsAt = (rate: number, bytes: number) => (bytes * model.streamOverhead) / rate;
    // Sets of those that may, and of those that must, be sent from the source, or after they have arrived.
    let before = 0;
    let after = 0;
    let mustBefore = 0;
    let mustAfter = 0;
    let sending = 0;
    let closing = Number.POSITIVE_INFINITY;
    for (const [index, part] of parts.entries()) {
      const { phase } = part;
      if (phase === "done" || phase === "closing") continue;
      if (phase === "bulk") {
        sending += secondsAt(apart, part.left);
        closing = Math.min(closing, model.postCopyFixedSeconds);
        continue;
      }
      const guest = guests[index];
      if (guest === undefined) continue;
      const own = 1 << index;
      const atSource = Math.min(at(out, own), at(into, arrived));
      const atDestination = Math.min(at(out, 0), at(into, arrived | own));
      otherBefore[index] = Number.POSITIVE_INFINITY;
      for (const technique of phase === "waiting" ? techniquesOf(index) : [part.technique]) {
        closing = Math.min(closing, technique === "PRE_COPY" ? model.preCopyFixedSeconds : model.postCopyFixedSeconds);
        if (technique === "POST_COPY" || phase === "hot") {
          after |= own;
          const left = phase === "hot" ? part.left + part.behind : guest.used;
          const hot = Math.min(left, phase === "hot" ? part.left : guest.workingSet);
          ownAfter[index] = left - hot;
          otherAfter[index] = secondsAt(apart, hot);
        } else {
          before |= own;
          ownBefore[index] = phase === "pass" ? part.left : guest.used;
          const again = repeatedSeconds(world, { guest, part, technique, now }, { atSource, apart, atDestination });
          otherBefore[index] = Math.min(at(otherBefore, index), again);
        }
      }
      if ((after & own) === 0) mustBefore |= own;
      if ((before & own) === 0) mustAfter |= own;
    }
    for (let set = 1; set < sets; set += 1) {
      if ((set & before) === set)
        leaving[set] = leastOf(set, leaving, ownBefore, Math.min(at(out, set), at(into, arrived)));
      if ((set & after) === set)
        arriving[set] = leastOf(set, arriving, ownAfter, Math.min(at(out, 0), at(into, arrived | set)));
    }
    const free = before & after;
    let least = Number.POSITIVE_INFINITY;
    for (let chosen = free; ; chosen = (chosen - 1) & free) {
      const [from, to] = [mustBefore | chosen, mustAfter | (free & ~chosen)];
      const bytes = at(leaving, from) + at(arriving, to);
      least = Math.min(least, bytes * model.streamOverhead + sumOver(from, otherBefore) + sumOver(to, otherAfter));
      if (chosen === 0) break;
    }
    sending += least;
    return now + Math.max(latest, sending + closing);
  };
}

/** Whoever is the first to leave, or the last to arrive, of a set has all the others beside it. */
function leastOf(set: number, known: Float64Array, bytes: Float64Array, rate: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let index = 0; index < bytes.length; index += 1) {
    const own = 1 << index;
    if ((set & own) !== 0) least = Math.min(least, at(bytes, index) / rate + at(known, set & ~own));
  }
  return least;
}

function sumOver(set: number, values: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < values.length; index += 1) if ((set & (1 << index)) !== 0) sum += at(values, index);
  return sum;
}

/**
 * What follows the pass that runs or comes first: further passes, or after it the working set. At a lower rate passes take
 * longer, leave more behind, and need more of it to fit, so the highest rates make the least of it.
 */
function repeatedSeconds(
  { model }: World,
  { guest, part, technique, now }: { guest: Guest; part: Part; technique: Technique; now: number },
  { atSource, apart, atDestination }: { atSource: number; apart: number; atDestination: number },
): number {
  const begun = part.phase === "pass";
  const first = ((begun ? part.left : guest.used) * model.streamOverhead) / atSource;
  let dirtied = Math.min(guest.rewritable, guest.dirty * (first + (begun ? now - part.passBegan : 0)));
  if (technique === "HYBRID") {
    const hot = Math.min(dirtied, guest.workingSet);
    return (hot / apart + (dirtied - hot) / atDestination) * model.streamOverhead;
  }
  const fits = (model.downtimeLimitSeconds * atSource) / model.streamOverhead;
  let seconds = 0;
  for (let passes = part.passes + 1; dirtied > fits; passes += 1) {
    if (passes >= model.maximumPasses) return Number.POSITIVE_INFINITY;
    const more = (dirtied * model.streamOverhead) / atSource;
    seconds += more;
    dirtied = Math.min(guest.rewritable, guest.dirty * more);
  }
  return seconds;
}

/** By number of migrations, then by set of guests whose traffic is on the link: the most that migrations get of it. */
function tablesOf(world: World) {
  const { guests, source, destination, model } = world;
  const tables = (capacity: number, staying: readonly number[], rateOf: (guest: Guest) => number) =>
    guests.map((_guest, index) =>
      Float64Array.from({ length: 2 ** guests.length }, (_, set) => {
        const there = guests.filter((_one, place) => (set & (1 << place)) !== 0).map(rateOf);
        return roomFor(index + 1, capacity, [...staying, ...there], model.applicationWeight);
      }),
    );
  const outbound = world.staysAtSource.map((one) => one.outbound);
  const inbound = world.staysAtDestination.map((one) => one.inbound);
  return {
    egress: tables(source.egress, outbound, (guest) => guest.outbound),
    ingress: tables(destination.ingress, inbound, (guest) => guest.inbound),
  };
}

function tableOf(tables: readonly Float64Array[], flows: number): Float64Array {
  const table = tables[flows - 1];
  if (table === undefined) throw new Error(`there is no table for ${flows} migrations`);
  return table;
}

/** No migration weighs more than 1, so the level on the link is at least what they have together by their number. */
function roomFor(migrations: number, capacity: number, demands: readonly number[], applicationWeight: number): number {
  const together: Flow = { weight: migrations, demand: Number.POSITIVE_INFINITY };
  const applications = demands.map((demand): Flow => ({ weight: applicationWeight, demand }));
  return migrations * levelOf(capacity, [together, ...applications]);
}

function at(values: Float64Array, index: number): number {
  return values[index] ?? 0;
}
