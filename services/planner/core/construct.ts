/**
 * Schedules of any number of VMs in a form that can be changed a little at a time: an order, a technique and a gate for
 * each VM, and how many move at once.
 *
 * 1. A step waits only for steps before it in the order, so no schedule has a cycle.
 * 2. At most `moving` steps move at once.
 * 3. Who is to be moved after another comes after it, whatever the order says.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import type { Vm } from "./cluster.ts";
import { compareIds } from "./cluster.ts";
import type { Begun, Draft, DraftStep } from "./draft.ts";
import { inOrder, type Precedence, withPrecedence } from "./precedence.ts";

export interface Entry {
  readonly index: number;
  readonly technique: Technique;
  /** Begins with the one before; when the last post-copied one before it has settled; when the one before has completed. */
  readonly gate: "with" | "settled" | "completed";
}

export interface Sequence {
  readonly entries: readonly Entry[];
  readonly moving: number;
}

export interface Item {
  readonly index: number;
  readonly vm: Vm;
  readonly technique: Technique;
}

/** Those that have `begun` come before all others. */
export function draftOfSequence(
  { entries: wanted, moving }: Sequence,
  begun: readonly Begun[],
  precedence: Precedence,
): Draft {
  const entries = inOrder(wanted, precedence);
  const draft: DraftStep[] = [];
  let switcher = begun.findLast(({ unsettled }) => unsettled)?.index;
  let own: DraftStep["after"] = [];
  for (const [place, { index, technique, gate }] of entries.entries()) {
    const before = entries[place - 1];
    if (gate === "settled" && switcher !== undefined) own = [{ index: switcher, event: "SETTLED" }];
    else if (gate === "completed" && before !== undefined) own = [{ index: before.index, event: "COMPLETED" }];
    const leaving = entries[place - moving] ?? begun[begun.length + place - moving];
    // Who waits for a VM to complete need not also wait for it to settle.
    const after =
      leaving === undefined || own.some((one) => one.index === leaving.index && one.event === "COMPLETED")
        ? own
        : [...own.filter((one) => one.index !== leaving.index), { index: leaving.index, event: "COMPLETED" as const }];
    draft.push({ index, technique, after });
    if (technique !== "PRE_COPY") switcher = index;
  }
  return withPrecedence(draft, precedence);
}

/**
 * Post-copied VMs enter one after another, the largest sender first, each when the one before has settled. That is gentle,
 * for only one working set at a time is on the wire; the search makes it quicker by letting some in together. The pre-copied follow:
 * those that send first, for their copy's end frees the egress, and the largest receivers last, for their copy's end fills
 * the destination's ingress.
 */
export function sendersFirst(items: readonly Item[], moving: number, follow: "settled" | "with"): Sequence {
  const moved = items
    .filter((item) => item.technique !== "PRE_COPY")
    .sort((a, b) => urgency(b) - urgency(a) || compareIds(a.vm.vmId, b.vm.vmId));
  const kept = items
    .filter((item) => item.technique === "PRE_COPY")
    .sort((a, b) => preCopyRank(a) - preCopyRank(b) || compareIds(a.vm.vmId, b.vm.vmId));
  const entries: Entry[] = [
    ...moved.map(({ index, technique }) => ({ index, technique, gate: "settled" as const })),
    ...kept.map(({ index, technique }, place) => ({
      index,
      technique,
      gate: place === 0 ? follow : ("with" as const),
    })),
  ];
  return { entries, moving };
}

/** What leaves the source's egress, for each byte that the others wait until it has left. */
function urgency({ vm }: Item): number {
  return vm.outbound / Math.max(1, vm.hotBytes);
}

/** Unknown traffic last: whatever it is, it then disturbs only its own copy. */
function preCopyRank({ vm }: Item): number {
  return vm.trafficKnown ? vm.inbound - vm.outbound : Number.MAX_SAFE_INTEGER;
}
