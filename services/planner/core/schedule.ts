/**
 * Order and concurrency: from techniques to a DAG of steps.
 *
 * 1. A step waits only for steps before it in the list, so no schedule has a cycle.
 * 2. `traffic-sensitive`: at most `maximumMoving` steps can be moving at once.
 */
import type { Step } from "../../kit/domain/plan.ts";
import type { Policy } from "../../kit/domain/technique.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import { compareIds } from "./cluster.ts";
import type { Choice, Placed } from "./technique.ts";

interface Item extends Placed {
  readonly choice: Choice;
}

export function scheduleSteps(
  placed: readonly Placed[],
  choices: ReadonlyMap<string, Choice>,
  policy: Policy,
  maximumMoving: number,
): readonly Step[] {
  const items = placed.flatMap((item) => {
    const choice = choices.get(item.vm.vmId);
    return choice === undefined ? [] : [{ ...item, choice }];
  });
  items.sort((a, b) => compareIds(a.vm.vmId, b.vm.vmId));
  switch (policy) {
    case "traffic-sensitive":
      return sendersFirst(items, maximumMoving);
    case "direction":
    case "pre-copy":
    case "post-copy":
      return items.map((item) => stepOf(item, [], ["the policy moves all together"]));
    case "direction-serial":
    case "pre-copy-serial":
    case "post-copy-serial":
      return items.map((item, index) => {
        const before = items[index - 1]?.vm.vmId;
        if (before === undefined) return stepOf(item, [], ["first in id order"]);
        return stepOf(item, [{ vmId: before, event: "COMPLETED" }], [`waits for ${before} to complete: one by one`]);
      });
    default:
      return assertNever(policy);
  }
}

/**
 * Post-copied VMs enter one after another, the largest sender first, each when the one before has settled: only one
 * working set at a time is on the wire, and each that has entered has left the source's egress. The pre-copied follow
 * when the last of them has settled: those that send first, for their copy's end frees the egress, and the largest
 * receivers last, for their copy's end fills the destination's ingress.
 */
function sendersFirst(items: readonly Item[], maximumMoving: number): readonly Step[] {
  const moved = items
    .filter((item) => item.choice.technique !== "PRE_COPY")
    .sort((a, b) => b.vm.outbound - a.vm.outbound || compareIds(a.vm.vmId, b.vm.vmId));
  const kept = items
    .filter((item) => item.choice.technique === "PRE_COPY")
    .sort((a, b) => preCopyRank(a) - preCopyRank(b) || compareIds(a.vm.vmId, b.vm.vmId));
  const ordered = [...moved, ...kept];
  return ordered.map((item, index) => {
    const after: Step["after"] = [];
    const waits: string[] = [];
    const settling = moved[Math.min(index, moved.length) - 1];
    if (settling !== undefined) {
      after.push({ vmId: settling.vm.vmId, event: "SETTLED" });
      waits.push(
        index < moved.length
          ? `waits for ${settling.vm.vmId} to settle, so that one working set at a time is on the wire`
          : `waits for ${settling.vm.vmId}, the last to be post-copied, to settle`,
      );
    }
    const leaving = ordered[index - maximumMoving];
    if (leaving !== undefined) {
      after.push({ vmId: leaving.vm.vmId, event: "COMPLETED" });
      waits.push(`waits for ${leaving.vm.vmId} to complete: ${maximumMoving} move at a time`);
    }
    return stepOf(item, mergeWaits(after), waits.length > 0 ? waits : ["enters at once"]);
  });
}

/** Unknown traffic last: whatever it is, it then disturbs only its own copy. */
function preCopyRank({ vm }: Item): number {
  return vm.trafficKnown ? vm.inbound - vm.outbound : Number.MAX_SAFE_INTEGER;
}

/** Who waits for a VM to complete need not also wait for it to settle. */
function mergeWaits(after: Step["after"]): Step["after"] {
  const completed = new Set(after.filter(({ event }) => event === "COMPLETED").map(({ vmId }) => vmId));
  return after.filter(({ vmId, event }) => event === "COMPLETED" || !completed.has(vmId));
}

function stepOf(item: Item, after: Step["after"], waits: readonly string[]): Step {
  return {
    vmId: item.vm.vmId,
    technique: item.choice.technique,
    sourceHostId: item.vm.hostId,
    destinationHostId: item.destinationHostId,
    after,
    reason: [item.choice.reason, ...waits].join("; "),
  };
}
