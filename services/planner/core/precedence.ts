/**
 * The order that VMs' owners ask for: one with `migrateAfter` begins when that other, of the same host, has completed. One
 * that has not to be moved, or can not be, is not waited for.
 */
import type { VmSnapshot } from "../../kit/domain/snapshot.ts";
import type { Draft } from "./draft.ts";
import type { Ongoing } from "./simulate.ts";
import type { Placed } from "./technique.ts";

/** By a VM's index in the draft: whom it waits for. No cycle is in it. */
export type Precedence = ReadonlyMap<number, number>;

/** What has begun of this evacuation follows on the given VMs in the draft's numbering. */
export function precedenceOf(placed: readonly Placed[], ongoing: readonly Ongoing[]): Precedence {
  if (placed.every(({ vm }) => vm.migrateAfter === undefined)) return new Map();
  const begun = ongoing.flatMap(({ own, step }, place): [string, number][] =>
    own === true ? [[step.vmId, placed.length + place]] : [],
  );
  const indexOf = new Map([...begun, ...placed.map(({ vm }, index): [string, number] => [vm.vmId, index])]);
  const sourceOf = (index: number) => placed[index]?.vm.hostId ?? ongoing[index - placed.length]?.step.sourceHostId;
  return new Map(
    placed.flatMap(({ vm }, index): [number, number][] => {
      const before = vm.migrateAfter === undefined ? undefined : indexOf.get(vm.migrateAfter);
      return before === undefined || sourceOf(before) !== vm.hostId ? [] : [[index, before]];
    }),
  );
}

/** In the order given, but that who is waited for comes first. */
export function inOrder<T extends { readonly index: number }>(
  items: readonly T[],
  precedence: Precedence,
): readonly T[] {
  if (precedence.size === 0) return items;
  const left = new Map(items.map((item) => [item.index, item]));
  return items.flatMap(({ index }) => {
    const chain: T[] = [];
    for (let next: number | undefined = index; next !== undefined; next = precedence.get(next)) {
      const item = left.get(next);
      if (item === undefined) break;
      left.delete(next);
      chain.unshift(item);
    }
    return chain;
  });
}

/** A step whose VM is to be moved after another waits for that one to complete. */
export function withPrecedence(draft: Draft, precedence: Precedence): Draft {
  if (precedence.size === 0) return draft;
  return draft.map((step) => {
    const before = precedence.get(step.index);
    if (before === undefined) return step;
    return {
      ...step,
      after: [...step.after.filter(({ index }) => index !== before), { index: before, event: "COMPLETED" as const }],
    };
  });
}

/** VMs of one host that can never begin, because they wait for one another: the first such, each before whom it waits for. */
export function cycleOf(
  vms: readonly Pick<VmSnapshot, "vmId" | "hostId" | "migrateAfter">[],
): readonly string[] | undefined {
  const hostOf = new Map(vms.map(({ vmId, hostId }) => [vmId, hostId]));
  const waitsFor = new Map(
    vms.map(({ vmId, hostId, migrateAfter = "" }) => [
      vmId,
      hostOf.get(migrateAfter) === hostId ? migrateAfter : undefined,
    ]),
  );
  const seen = new Set<string>();
  for (const { vmId } of vms) {
    const chain = new Set<string>();
    for (let next: string | undefined = vmId; next !== undefined && !seen.has(next); next = waitsFor.get(next)) {
      if (chain.has(next)) return [...chain].slice([...chain].indexOf(next));
      chain.add(next);
    }
    for (const one of chain) seen.add(one);
  }
  return undefined;
}

export function cycleWords(cycle: readonly string[]): string {
  return [...cycle, ...cycle.slice(0, 1)].join(" after ");
}
