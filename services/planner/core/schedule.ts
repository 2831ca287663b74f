/**
 * The schedules of the baselines: every VM by a rule of its own, all together or one after another.
 *
 * 1. A step waits only for steps before it in the list, so no schedule has a cycle.
 */
import type { Policy } from "../../kit/domain/technique.ts";
import { compareIds } from "./cluster.ts";
import type { Draft } from "./draft.ts";
import { inOrder, type Precedence, withPrecedence } from "./precedence.ts";
import type { Choice, Placed } from "./technique.ts";

export type Baseline = Exclude<Policy, "traffic-sensitive">;

/** In id order, as far as their owners leave it open; indices are those of `placed`. */
export function baselineDraft(
  placed: readonly Placed[],
  choices: ReadonlyMap<string, Choice>,
  policy: Baseline,
  precedence: Precedence,
): Draft {
  const byId = placed
    .map(({ vm }, index) => ({ index, vm }))
    .sort((one, other) => compareIds(one.vm.vmId, other.vm.vmId));
  const ordered = inOrder(byId, precedence);
  const serial = policy.endsWith("-serial");
  const draft = ordered.map(({ index, vm }, place) => {
    // One host's VMs do not wait for another's.
    const before = ordered.slice(0, place).findLast((other) => other.vm.hostId === vm.hostId)?.index;
    return {
      index,
      technique: choices.get(vm.vmId)?.technique ?? "PRE_COPY",
      after: serial && before !== undefined ? [{ index: before, event: "COMPLETED" as const }] : [],
    };
  });
  return withPrecedence(draft, precedence);
}
