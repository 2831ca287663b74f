/**
 * What no schedule can undercut, from any place in a course: see `leastSecondsLeft`.
 *
 * 1. No schedule of the moves that are left ends sooner than the bound says, in the fluid of the same model.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import type { Fluid } from "./fluid.ts";

/** Memory a second that nothing exceeds while a VM is nowhere, at its source, at its destination. */
interface LeastRates {
  readonly apart: number;
  readonly atSource: number;
  readonly atDestination: number;
}

type TechniquesOf = (index: number) => readonly Technique[];

/**
 * No schedule has moved all that is left sooner. While a VM's bytes are sent, all migrations together have no more of a
 * link than its other traffic and that VM's own leave, so each byte takes its part of a second at that rate, and no two
 * bytes take the same one: the sum over all bytes is time that every schedule needs. `techniquesOf` says by which
 * techniques a VM that has not started may be moved.
 */
export function leastSecondsLeft(fluid: Fluid, techniquesOf: TechniquesOf): number {
  let latest = 0;
  const sending: number[] = [];
  for (let index = 0; index < fluid.moves.length; index += 1) {
    const { phase, left } = fluid.remainder(index);
    if (phase === "finishing") latest = Math.max(latest, left);
    else if (phase !== "done") sending.push(index);
  }
  if (sending.length === 0) return latest;
  for (const links of fluid.lines) {
    const members = fluid.lines.length === 1 ? sending : sending.filter((index) => crosses(fluid, index, links));
    if (members.length > 0) latest = Math.max(latest, leastOn(fluid, links, members, sending.length, techniquesOf));
  }
  return latest;
}

function crosses(fluid: Fluid, index: number, links: readonly number[]): boolean {
  const { first, second } = fluid.move(index).flow;
  return links.includes(first) || (second !== undefined && links.includes(second));
}

function leastOn(
  fluid: Fluid,
  links: readonly number[],
  members: readonly number[],
  flows: number,
  techniquesOf: TechniquesOf,
): number {
  const level = fluid.model.applicationWeight / Math.max(1, flows);
  const rooms = links.map((link): Room => {
    const capacity = fluid.links[link]?.capacity ?? 0;
    const demands = stayingOn(fluid, link);
    return { link, capacity, demands, alone: roomIn(capacity, demands, 0, level) };
  });
  const rateWith = (on: number | undefined, extra: number) => {
    let least = Number.POSITIVE_INFINITY;
    for (const { link, capacity, demands, alone } of rooms) {
      least = Math.min(least, link === on && extra > 0 ? roomIn(capacity, demands, extra, level) : alone);
    }
    return least;
  };
  const apart = rateWith(undefined, 0);
  let seconds = 0;
  let fixed = Number.POSITIVE_INFINITY;
  for (const index of members) {
    const { vm, sourceEgress, destinationIngress, pair } = fluid.move(index);
    const rates = {
      apart: apart / pair.streamOverhead,
      atSource: rateWith(sourceEgress, vm.outbound) / pair.streamOverhead,
      atDestination: rateWith(destinationIngress, vm.inbound) / pair.streamOverhead,
    };
    const { phase, technique: chosen } = fluid.remainder(index);
    let least = Number.POSITIVE_INFINITY;
    for (const technique of phase === "waiting" ? techniquesOf(index) : [chosen]) {
      least = Math.min(least, leastSending(fluid, index, technique, rates));
      fixed = Math.min(fixed, technique === "PRE_COPY" ? pair.preCopyFixedSeconds : pair.postCopyFixedSeconds);
    }
    seconds += least;
  }
  return seconds + fixed;
}

function leastSending(fluid: Fluid, index: number, technique: Technique, rates: LeastRates): number {
  const { vm } = fluid.move(index);
  const { phase, left, bulkBytes, passes: passed, passSeconds } = fluid.remainder(index);
  const moved = (hot: number, bulk: number) => hot / rates.apart + bulk / rates.atDestination;
  const switching = (bytes: number) => {
    const hot = Math.min(bytes, vm.hotBytes);
    return moved(hot, bytes - hot);
  };
  if (phase === "hot") return moved(left, bulkBytes);
  // Its traffic is among what has arrived.
  if (phase === "bulk") return left / rates.apart;
  if (technique === "POST_COPY") return switching(vm.usedBytes);
  // Passes: at a lower rate they take longer, leave more behind, and need more of it to fit.
  const copying = phase === "copying";
  let seconds = (copying ? left : vm.usedBytes) / rates.atSource;
  let dirtied = Math.min(vm.rewritableBytes, vm.dirtyBytesPerSecond * ((copying ? passSeconds : 0) + seconds));
  if (technique === "HYBRID") return seconds + switching(dirtied);
  const { downtimeLimitSeconds, maximumPasses } = fluid.model;
  for (let passes = passed + 1; dirtied > downtimeLimitSeconds * rates.atSource; passes += 1) {
    if (passes >= maximumPasses) return vm.dirtyMeasured ? Number.POSITIVE_INFINITY : seconds;
    seconds += dirtied / rates.atSource;
    dirtied = Math.min(vm.rewritableBytes, vm.dirtyBytesPerSecond * (dirtied / rates.atSource));
  }
  return seconds;
}

/** Application traffic on a link that is there for good: of VMs that stay, and of those that have arrived. */
function stayingOn(fluid: Fluid, link: number): readonly number[] {
  const demands = [...(fluid.links[link]?.stayers ?? [])];
  for (const [index, move] of fluid.moves.entries()) {
    if (fluid.placeOf(index) !== "destination") continue;
    if (move.destinationIngress === link) demands.push(move.vm.inbound);
    if (move.destinationEgress === link) demands.push(move.vm.outbound);
  }
  return demands;
}

interface Room {
  readonly link: number;
  readonly capacity: number;
  /** Application traffic that is there in any case. */
  readonly demands: readonly number[];
  /** What migrations can at most have of it beside that. */
  readonly alone: number;
}

/**
 * What migrations can at most have of a link together beside its traffic and `extra`, when each of them would get `1 / level`
 * of what an application gets on a full link. What all take rises with that in straight pieces that get flatter, so Newton's
 * method from below comes to the point where the link is full after at most a piece for each demand.
 */
function roomIn(capacity: number, demands: readonly number[], extra: number, level: number): number {
  let rate = 0;
  for (;;) {
    let taken = rate;
    let slope = 1;
    for (let place = -1; place < demands.length; place += 1) {
      const demand = place < 0 ? extra : (demands[place] ?? 0);
      if (rate * level < demand) {
        taken += rate * level;
        slope += level;
      } else taken += demand;
    }
    const further = rate + (capacity - taken) / slope;
    if (further <= rate * (1 + 1e-12)) return Math.max(rate, capacity * 1e-12);
    rate = further;
  }
}
