/**
 * Weighted max-min sharing of links among flows that are limited by their demand: migrations' flows over two links,
 * applications' flows over one.
 */

export interface Flow {
  weight: number;
  /** Infinity: takes what it can get. */
  demand: number;
  rate: number;
}

export interface MigrationFlow extends Flow {
  readonly egress: Link;
  readonly ingress: Link;
}

/** One direction of a host's NIC, with the application flows on it. */
export class Link {
  readonly capacity: number;
  readonly #applications = new Set<Flow>();
  #demand = 0;
  #level = 0;
  #stale = false;
  /** Working values of `shareLinks`. */
  left = 0;
  weight = 0;
  /** How much less than their demand the application flows got in the last sharing. */
  loss = 0;

  constructor(capacity: number) {
    this.capacity = capacity;
  }

  add(flow: Flow): void {
    this.#applications.add(flow);
    this.#stale = true;
  }

  remove(flow: Flow): void {
    this.#applications.delete(flow);
    this.#stale = true;
  }

  get applications(): Iterable<Flow> {
    return this.#applications;
  }

  /** All application flows together. */
  get demand(): number {
    this.#refresh();
    return this.#demand;
  }

  /** The largest demand for a unit of weight among the application flows. */
  get level(): number {
    this.#refresh();
    return this.#level;
  }

  #refresh(): void {
    if (!this.#stale) return;
    this.#stale = false;
    this.#demand = 0;
    this.#level = 0;
    for (const flow of this.#applications) {
      this.#demand += flow.demand;
      this.#level = Math.max(this.#level, flow.demand / flow.weight);
    }
  }
}

interface Open {
  readonly flow: Flow;
  readonly first: Link;
  readonly second: Link | undefined;
}

/**
 * Progressive filling: the level (rate for a unit of weight) of each link rises until a flow has what it wants or the
 * link is full; then what is left is shared among the others. Sets the rate of every migration's flow and the loss of
 * every link. Where all of a link's application flows fit in any case, which is usual, they are one sum.
 */
export function shareLinks(links: Iterable<Link>, migrations: Iterable<MigrationFlow>): void {
  let open: Open[] = [];
  for (const link of links) {
    link.left = link.capacity;
    link.weight = 0;
    link.loss = 0;
  }
  for (const flow of migrations) {
    flow.rate = 0;
    if (flow.demand <= 0) continue;
    flow.egress.weight += flow.weight;
    flow.ingress.weight += flow.weight;
    open.push({ flow, first: flow.egress, second: flow.ingress });
  }
  for (const link of links) {
    const spare = link.capacity - link.demand;
    if (spare >= 0 && link.level * link.weight <= spare) {
      link.left = spare;
      continue;
    }
    link.loss = link.demand;
    for (const flow of link.applications) {
      if (flow.demand <= 0) continue;
      link.weight += flow.weight;
      open.push({ flow, first: link, second: undefined });
    }
  }
  while (open.length > 0) open = fill(open);
}

function fill(open: readonly Open[]): Open[] {
  // A flow that wants no more than its share on each of its links has it: the others' shares only grow by that.
  const wanting: Open[] = [];
  for (const item of open) {
    if (item.flow.demand <= item.flow.weight * levelOf(item)) settle(item, item.flow.demand);
    else wanting.push(item);
  }
  if (wanting.length < open.length) return wanting;
  let lowest = Number.POSITIVE_INFINITY;
  for (const item of wanting) lowest = Math.min(lowest, levelOf(item));
  const bounded = wanting.filter((item) => levelOf(item) <= lowest * (1 + 1e-9));
  const rest = wanting.filter((item) => levelOf(item) > lowest * (1 + 1e-9));
  for (const item of bounded) settle(item, Math.min(item.flow.demand, item.flow.weight * lowest));
  return rest;
}

function levelOf({ first, second }: Open): number {
  const level = first.left / first.weight;
  return second === undefined ? level : Math.min(level, second.left / second.weight);
}

function settle({ flow, first, second }: Open, rate: number): void {
  flow.rate = rate;
  take(first, flow.weight, rate);
  if (second === undefined) first.loss -= rate;
  else take(second, flow.weight, rate);
}

/** Rounding must leave neither a negative rest nor a weight of nothing to divide by. */
function take(link: Link, weight: number, rate: number): void {
  link.left = Math.max(0, link.left - rate);
  link.weight = Math.max(1e-12, link.weight - weight);
}
