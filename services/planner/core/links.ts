/**
 * Weighted max-min sharing of links among flows that are limited by their demand: migrations' flows over two links,
 * applications' flows over one.
 *
 * 1. No link carries more than its capacity, no flow gets more than it wants, and a flow that gets less than it wants
 *    crosses a link that is full.
 */

export interface Flow {
  weight: number;
  /** Infinity: takes what it can get. */
  demand: number;
  /** Indices of links; undefined: it crosses only one. */
  readonly first: number;
  readonly second: number | undefined;
  rate: number;
}

/** What links have left while they are being shared, and the weight of the flows that still want more. */
export interface Room {
  readonly left: Float64Array;
  readonly weight: Float64Array;
}

/**
 * Progressive filling: the level (rate for a unit of weight) of each link rises until a flow has what it wants or the
 * link is full; then what is left is shared among the others. Sets every flow's rate; `left` goes in as the capacities.
 */
export function shareLinks({ left, weight }: Room, flows: readonly Flow[]): void {
  weight.fill(0);
  let open: Flow[] = [];
  for (const flow of flows) {
    flow.rate = 0;
    if (flow.demand <= 0) continue;
    weight[flow.first] = at(weight, flow.first) + flow.weight;
    if (flow.second !== undefined) weight[flow.second] = at(weight, flow.second) + flow.weight;
    open.push(flow);
  }
  const levelOf = ({ first, second }: Flow) => {
    const level = at(left, first) / at(weight, first);
    return second === undefined ? level : Math.min(level, at(left, second) / at(weight, second));
  };
  // Rounding must leave neither a negative rest nor a weight of nothing to divide by.
  const take = (link: number, flow: Flow) => {
    left[link] = Math.max(0, at(left, link) - flow.rate);
    weight[link] = Math.max(1e-12, at(weight, link) - flow.weight);
  };
  const settle = (flow: Flow, rate: number) => {
    flow.rate = rate;
    take(flow.first, flow);
    if (flow.second !== undefined) take(flow.second, flow);
  };
  while (open.length > 0) {
    // A flow that wants no more than its share on each of its links has it: the others' shares only grow by that.
    const wanting: Flow[] = [];
    for (const flow of open) {
      if (flow.demand <= flow.weight * levelOf(flow)) settle(flow, flow.demand);
      else wanting.push(flow);
    }
    if (wanting.length < open.length) {
      open = wanting;
      continue;
    }
    let lowest = Number.POSITIVE_INFINITY;
    for (const flow of wanting) lowest = Math.min(lowest, levelOf(flow));
    const bounded = wanting.filter((flow) => levelOf(flow) <= lowest * (1 + 1e-9));
    open = wanting.filter((flow) => levelOf(flow) > lowest * (1 + 1e-9));
    for (const flow of bounded) settle(flow, Math.min(flow.demand, flow.weight * lowest));
  }
}

/** For indices that are known to be there. */
export function at(values: ArrayLike<number>, index: number): number {
  return values[index] ?? 0;
}
