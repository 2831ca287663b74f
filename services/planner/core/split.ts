/**
 * Which VMs to pre-copy and which to post-copy, all of them at once: while the copies run, a pre-copied VM still sends
 * from the source and a post-copied one already receives at the destination. The split that leaves most room is the
 * one that maximises
 *
 *     min(egressRoom - sum of outbound over the pre-copied, ingressRoom - sum of inbound over the post-copied)
 *
 * 1. No other split has a larger smaller room: exact while at most STATE_LIMIT sums differ, and beyond that exact for
 *    rates in whole Mbit/s (coarser only where a link's sums span more than BUCKET_LIMIT of them).
 * 2. Ties go to fewer bytes, then to pre-copying the VM whose id comes first.
 *
 * The sums that no other sum beats in both directions are enough (dominance as in Nemhauser and Ullmann 1969).
 */
import { compareIds } from "./cluster.ts";

export interface SplitVm {
  readonly vmId: string;
  readonly outbound: number;
  readonly inbound: number;
  /** Bytes that each technique would move. */
  readonly preCopyBytes: number;
  readonly postCopyBytes: number;
  readonly fixed?: "PRE_COPY" | "POST_COPY";
}

export interface Split {
  readonly postCopied: ReadonlySet<string>;
  readonly egressRoom: number;
  readonly ingressRoom: number;
}

interface State {
  readonly outbound: number;
  readonly inbound: number;
  readonly bytes: number;
  readonly before: State | undefined;
  readonly postCopied: string | undefined;
}

const STATE_LIMIT = 4_096;
const BUCKET_LIMIT = 20_000;
const MEGABIT = 125_000;
/** Bytes per second: sums of the same rates in another order differ in their last digits. */
const ROUNDING = 1;

export function chooseSplit(vms: readonly SplitVm[], rooms: { egressRoom: number; ingressRoom: number }): Split {
  // From the last id on: where sums are equal, the VM that is added last is pre-copied.
  const ordered = [...vms].sort((a, b) => compareIds(b.vmId, a.vmId));
  const span = ordered.reduce((sum, vm) => sum + vm.outbound, 0);
  const bucket = Math.max(MEGABIT, span / BUCKET_LIMIT);
  const least = roomByDirection(ordered, rooms);
  const limits = { outbound: rooms.egressRoom - least, inbound: rooms.ingressRoom - least };
  let states: readonly State[] = [{ outbound: 0, inbound: 0, bytes: 0, before: undefined, postCopied: undefined }];
  for (const vm of ordered) {
    states = extend(states, vm, limits);
    if (states.length <= STATE_LIMIT) continue;
    states = thin(states, bucket);
    // A sum that was dropped is stood in for by one of up to a bucket more.
    limits.outbound += bucket;
  }
  let best: State | undefined;
  let bestRoom = Number.NEGATIVE_INFINITY;
  for (const state of states) {
    const room = Math.min(rooms.egressRoom - state.outbound, rooms.ingressRoom - state.inbound);
    if (best === undefined || room > bestRoom || (room === bestRoom && state.bytes < best.bytes)) {
      best = state;
      bestRoom = room;
    }
  }
  const chosen = new Set<string>();
  for (let state = best; state !== undefined; state = state.before) {
    if (state.postCopied !== undefined) chosen.add(state.postCopied);
  }
  return {
    postCopied: chosen,
    egressRoom: rooms.egressRoom - (best?.outbound ?? 0),
    ingressRoom: rooms.ingressRoom - (best?.inbound ?? 0),
  };
}

/** What the rule VM by VM leaves: sums that leave less can not become the best, and are dropped. */
function roomByDirection(vms: readonly SplitVm[], rooms: { egressRoom: number; ingressRoom: number }): number {
  let { egressRoom, ingressRoom } = rooms;
  for (const vm of vms) {
    if ((vm.fixed ?? (vm.outbound > vm.inbound ? "POST_COPY" : "PRE_COPY")) === "POST_COPY") ingressRoom -= vm.inbound;
    else egressRoom -= vm.outbound;
  }
  return Math.min(egressRoom, ingressRoom) - ROUNDING;
}

/**
 * Every sum with the VM pre-copied and with it post-copied, but those that another beats in both directions. The
 * list rises in outbound and falls in inbound; so do the two that it is merged from, and at equal sums the
 * pre-copied one is kept.
 */
function extend(
  states: readonly State[],
  vm: SplitVm,
  limits: { readonly outbound: number; readonly inbound: number },
): State[] {
  const merged: State[] = [];
  const keptCount = vm.fixed === "POST_COPY" ? 0 : states.length;
  const movedCount = vm.fixed === "PRE_COPY" ? 0 : states.length;
  let kept = 0;
  let moved = 0;
  let lowest = Number.POSITIVE_INFINITY;
  while (kept < keptCount || moved < movedCount) {
    const left = kept < keptCount ? states[kept] : undefined;
    const right = moved < movedCount ? states[moved] : undefined;
    const isKept = left !== undefined && (right === undefined || comesFirst(left, right, vm));
    const before = isKept ? left : right;
    if (before === undefined) break;
    if (isKept) kept += 1;
    else moved += 1;
    const outbound = before.outbound + (isKept ? vm.outbound : 0);
    const inbound = before.inbound + (isKept ? 0 : vm.inbound);
    if (inbound >= lowest || inbound > limits.inbound || outbound > limits.outbound) continue;
    lowest = inbound;
    const bytes = before.bytes + (isKept ? vm.preCopyBytes : vm.postCopyBytes);
    merged.push({ outbound, inbound, bytes, before, postCopied: isKept ? undefined : vm.vmId });
  }
  return merged;
}

function comesFirst(kept: State, moved: State, vm: SplitVm): boolean {
  const difference =
    kept.outbound + vm.outbound - moved.outbound ||
    kept.inbound - (moved.inbound + vm.inbound) ||
    kept.bytes + vm.preCopyBytes - (moved.bytes + vm.postCopyBytes);
  return difference <= 0;
}

/** Of each bucket of outbound the sum with the least inbound, which is the bucket's last. */
function thin(states: readonly State[], bucket: number): State[] {
  return states.filter((state, index) => {
    const next = states[index + 1];
    return next === undefined || Math.floor(next.outbound / bucket) !== Math.floor(state.outbound / bucket);
  });
}
