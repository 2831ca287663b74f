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

export function chooseSplit(vms: readonly SplitVm[], rooms: { egressRoom: number; ingressRoom: number }): Split {
  const ordered = [...vms].sort((a, b) => compareIds(a.vmId, b.vmId));
  const span = ordered.reduce((sum, vm) => sum + vm.outbound, 0);
  const bucket = Math.max(MEGABIT, span / BUCKET_LIMIT);
  let states: readonly State[] = [{ outbound: 0, inbound: 0, bytes: 0, before: undefined, postCopied: undefined }];
  for (const vm of ordered) {
    const kept = vm.fixed === "POST_COPY" ? [] : states.map((state) => preCopied(state, vm));
    const moved = vm.fixed === "PRE_COPY" ? [] : states.map((state) => postCopied(state, vm));
    states = merge(kept, moved);
    if (states.length > STATE_LIMIT) states = thin(states, bucket);
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

function preCopied(state: State, vm: SplitVm): State {
  return {
    outbound: state.outbound + vm.outbound,
    inbound: state.inbound,
    bytes: state.bytes + vm.preCopyBytes,
    before: state,
    postCopied: undefined,
  };
}

function postCopied(state: State, vm: SplitVm): State {
  return {
    outbound: state.outbound,
    inbound: state.inbound + vm.inbound,
    bytes: state.bytes + vm.postCopyBytes,
    before: state,
    postCopied: vm.vmId,
  };
}

/** Both lists rise in outbound and fall in inbound, and so does the result; at equal sums the first list is kept. */
function merge(first: readonly State[], second: readonly State[]): State[] {
  const merged: State[] = [];
  let left = 0;
  let right = 0;
  for (;;) {
    const a = first[left];
    const b = second[right];
    const next = a === undefined ? b : b === undefined || comesFirst(a, b) ? a : b;
    if (next === undefined) return merged;
    if (next === a) left += 1;
    else right += 1;
    const last = merged.at(-1);
    if (last === undefined || next.inbound < last.inbound) merged.push(next);
  }
}

function comesFirst(a: State, b: State): boolean {
  return (a.outbound - b.outbound || a.inbound - b.inbound || a.bytes - b.bytes) <= 0;
}

/** Of each bucket of outbound the sum with the least inbound, which is the bucket's last. */
function thin(states: readonly State[], bucket: number): State[] {
  return states.filter((state, index) => {
    const next = states[index + 1];
    return next === undefined || Math.floor(next.outbound / bucket) !== Math.floor(state.outbound / bucket);
  });
}
