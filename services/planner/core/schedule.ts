/**
 * The schedules of the baselines: every VM by a rule of its own, all together or one after another.
 *
 * 1. A step waits only for steps before it in the list, so no schedule has a cycle.
 */
import type { Policy } from "../../kit/domain/technique.ts";
import { compareIds } from "./cluster.ts";
import type { Draft } from "./draft.ts";
import type { Choice, Placed } from "./technique.ts";

export type Baseline = Exclude<Policy, "traffic-sensitive">;

/** In id order; indices are those of `placed`. */
export function baselineDraft(
  placed: readonly Placed[],
  choices: ReadonlyMap<string, Choice>,
  policy: Baseline,
): Draft {
  const ordered = [...placed.entries()].sort(([, a], [, b]) => compareIds(a.vm.vmId, b.vm.vmId));
  const serial = policy.endsWith("-serial");
  return ordered.map(([index, { vm }], place) => {
    // One host's VMs do not wait for another's.
    const before = ordered.slice(0, place).findLast(([, other]) => other.vm.hostId === vm.hostId)?.[0];
    return {
      index,
      technique: choices.get(vm.vmId)?.technique ?? "PRE_COPY",
      after: serial && before !== undefined ? [{ index: before, event: "COMPLETED" as const }] : [],
    };
  });
}
