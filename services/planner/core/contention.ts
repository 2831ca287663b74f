/**
 * Who has how much of the links at one moment of a fluid: what each migration asks for in its phase, what applications get
 * beside that, and what they are short of.
 *
 * 1. At no moment does a link carry more than its capacity.
 */
import type { Link, Move } from "./layout.ts";
import { at, type Flow, type Room, shareLinks } from "./links.ts";
import type { Model } from "./model.ts";

/** What a link carries, in bytes per second. */
export interface LinkLoad {
  readonly hostId: string;
  readonly direction: "egress" | "ingress";
  /** A network of its own for migrations. */
  readonly migrationOnly: boolean;
  readonly capacity: number;
  readonly applications: number;
  readonly migrations: number;
}

/** How it stands with the migrations. */
export interface Moment {
  /** Those that have begun and not ended. */
  readonly active: readonly number[];
  /** Not while it only switches or finishes. */
  isSending(index: number): boolean;
  /** Its working set is missing. */
  isHot(index: number): boolean;
  /** For this one the others are held: it has moved, and nobody has noticed yet that it runs well. */
  needsRoom(index: number): boolean;
  /** Where its application's traffic is; undefined: it stands still. */
  placeOf(index: number): "source" | "destination" | undefined;
}

export class Contention {
  /** Application demand on each link now. */
  readonly demands: Float64Array;
  /** Some application gets less than it wants. */
  isCrowded = false;
  /** Of the last sharing, what applications got less than they wanted: by move, and of those that stay. */
  readonly lossOf: Float64Array;
  stayersLoss = 0;
  readonly #lossOn: Float64Array;
  readonly #links: readonly Link[];
  readonly #moves: readonly Move[];
  readonly #model: Model;
  readonly #hotPace: number | undefined;
  readonly #moment: Moment;
  readonly #capacities: Float64Array;
  readonly #room: Room;
  readonly #heldOn: Float64Array;

  /** All applications are at their sources. */
  constructor(
    links: readonly Link[],
    moves: readonly Move[],
    model: Model,
    moment: Moment,
    hotPhasePaceBytesPerSecond: number | undefined,
  ) {
    this.#links = links;
    this.#moves = moves;
    this.#model = model;
    this.#moment = moment;
    this.#hotPace = hotPhasePaceBytesPerSecond;
    this.#capacities = Float64Array.from(links, (link) => link.capacity);
    this.demands = Float64Array.from(links, (link) => link.stayers.reduce((sum, demand) => sum + demand, 0));
    this.#heldOn = new Float64Array(links.length);
    this.#lossOn = new Float64Array(links.length);
    this.#room = { left: new Float64Array(links.length), weight: new Float64Array(links.length) };
    this.lossOf = new Float64Array(moves.length);
    for (const move of moves) this.place(move, "source", 1);
  }

  /** An application begins, or ends, to have its traffic there. */
  place(move: Move, where: "source" | "destination", sign: 1 | -1): void {
    const [egress, ingress] =
      where === "source" ? [move.sourceEgress, move.sourceIngress] : [move.destinationEgress, move.destinationIngress];
    this.demands[egress] = at(this.demands, egress) + sign * move.vm.outbound;
    this.demands[ingress] = at(this.demands, ingress) + sign * move.vm.inbound;
  }

  /** Sets every flow's rate. Where all of a link's application flows fit in any case, which is usual, they are one sum. */
  share(): void {
    this.#setDemands();
    const links = this.#links;
    const { left, weight: weights } = this.#room;
    weights.fill(0);
    const lossOn = this.#lossOn.fill(0);
    const flows: Flow[] = [];
    for (const index of this.#moment.active) {
      const { flow } = this.#move(index);
      flow.rate = 0;
      if (flow.demand <= 0) continue;
      flows.push(flow);
      weights[flow.first] = at(weights, flow.first) + flow.weight;
      if (flow.second !== undefined) weights[flow.second] = at(weights, flow.second) + flow.weight;
    }
    const crowded: number[] = [];
    for (let link = 0; link < links.length; link += 1) {
      const capacity = at(this.#capacities, link);
      const spare = capacity - at(this.demands, link);
      const level = (links[link]?.peak ?? 0) / this.#model.applicationWeight;
      if (spare >= 0 && level * at(weights, link) <= spare) {
        left[link] = spare;
      } else {
        left[link] = capacity;
        crowded.push(link);
      }
    }
    if (this.isCrowded) this.lossOf.fill(0);
    this.isCrowded = crowded.length > 0;
    this.stayersLoss = 0;
    if (crowded.length === 0) {
      if (flows.length > 0) shareLinks(this.#room, flows);
      return;
    }
    const stayers = this.#stayerFlows(crowded);
    const movers = this.#moverFlows(crowded);
    shareLinks(this.#room, [...flows, ...stayers, ...movers.map(({ flow }) => flow)]);
    for (const flow of stayers) {
      this.stayersLoss += flow.demand - flow.rate;
      lossOn[flow.first] = at(lossOn, flow.first) + flow.demand - flow.rate;
    }
    for (const { flow, index } of movers) {
      this.lossOf[index] = at(this.lossOf, index) + flow.demand - flow.rate;
      lossOn[flow.first] = at(lossOn, flow.first) + flow.demand - flow.rate;
    }
  }

  #stayerFlows(crowded: readonly number[]): Flow[] {
    const weight = this.#model.applicationWeight;
    return crowded.flatMap((first) =>
      (this.#links[first]?.stayers ?? []).map((demand) => ({ weight, demand, first, second: undefined, rate: 0 })),
    );
  }

  #moverFlows(crowded: readonly number[]): { readonly flow: Flow; readonly index: number }[] {
    const flows: { flow: Flow; index: number }[] = [];
    const weight = this.#model.applicationWeight;
    for (const [index, move] of this.#moves.entries()) {
      const place = this.#moment.placeOf(index);
      if (place === undefined) continue;
      const [egress, ingress] =
        place === "source"
          ? [move.sourceEgress, move.sourceIngress]
          : [move.destinationEgress, move.destinationIngress];
      for (const [first, demand] of [
        [egress, move.vm.outbound],
        [ingress, move.vm.inbound],
      ] as const) {
        if (demand > 0 && crowded.includes(first)) {
          flows.push({ flow: { weight, demand, first, second: undefined, rate: 0 }, index });
        }
      }
    }
    return flows;
  }

  loads(): readonly LinkLoad[] {
    const migrations = new Float64Array(this.#links.length);
    for (const index of this.#moment.active) {
      const { flow } = this.#move(index);
      migrations[flow.first] = at(migrations, flow.first) + flow.rate;
      if (flow.second !== undefined) migrations[flow.second] = at(migrations, flow.second) + flow.rate;
    }
    return this.#links.map(({ hostId, direction, migrationOnly, capacity }, link) => ({
      ...{ hostId, direction, migrationOnly },
      capacity: capacity * this.#model.headerOverhead,
      applications: Math.max(0, at(this.demands, link) - at(this.#lossOn, link)) * this.#model.headerOverhead,
      migrations: at(migrations, link) * this.#model.headerOverhead,
    }));
  }

  #setDemands(): void {
    const { active } = this.#moment;
    const heldOn = this.#heldOn.fill(0);
    for (const index of active) {
      if (!this.#moment.needsRoom(index)) continue;
      const { flow } = this.#move(index);
      heldOn[flow.first] = 1;
      if (flow.second !== undefined) heldOn[flow.second] = 1;
    }
    for (const index of active) {
      const { flow, candidate } = this.#move(index);
      const isHot = this.#moment.isHot(index);
      const own = candidate.paceBytesPerSecond ?? Number.POSITIVE_INFINITY;
      flow.weight = isHot ? this.#model.hotWeight : 1;
      if (!this.#moment.isSending(index)) flow.demand = 0;
      else if (isHot) {
        flow.demand = own;
      } else {
        const holds = at(heldOn, flow.first) > 0 || (flow.second !== undefined && at(heldOn, flow.second) > 0);
        const held =
          holds && !this.#moment.needsRoom(index)
            ? (this.#hotPace ?? Number.POSITIVE_INFINITY)
            : Number.POSITIVE_INFINITY;
        flow.demand = Math.min(own, held);
      }
    }
  }

  #move(index: number): Move {
    const move = this.#moves[index];
    if (move === undefined) throw new Error(`there is no move ${index}`);
    return move;
  }
}
