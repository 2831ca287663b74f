/**
 * Copies of VMs that receive should end together: each that arrives brings its traffic to the destination's ingress, where
 * the others' copies then get less. On a link that is shared by chance one ends seconds before the other.
 *
 * 1. Only what holds nobody up is held: a copy that somebody waits for runs free.
 * 2. Of a group that ends together the one with most to send runs free, so that what the others leave is used.
 * 3. What is held without a reason any more, by whatever planner, is freed: QEMU's own word says what it is held to.
 */
import type { RunningEvacuation } from "./evacuation.ts";
import { isDiverging, type Progress, type ProgressOf } from "./replan.ts";
import { isHot, type StepRecord } from "./step-record.ts";

/** What a copy is to be held to from now on; undefined: it runs free. */
export interface PaceOrder {
  readonly record: StepRecord;
  readonly paceBytesPerSecond: number | undefined;
}

/** A VM that brings less than this, of the destination's ingress, is not worth being waited for. */
const MATERIAL_SHARE = 0.02;
/** With less to go, or more even, an order comes too late or changes nothing. */
const LEAST_SECONDS = 2;
const UNEVEN_SHARE = 0.03;
/** More than its part of what the link gave: what it leaves must not shrink the next reckoning. */
const HEADROOM = 1.05;
/** Of what the group gets: one that has next to nothing left, perhaps only of this pass, still has to come to an end. */
const LEAST_SHARE = 0.05;
const FRESH_MILLISECONDS = 3_000;
/** An order that changes less than this is not given. */
const CHANGE_SHARE = 0.03;

interface Copy {
  readonly record: StepRecord;
  readonly said: Progress;
}

/**
 * `capacityOf` remembers, by the way that copies go, what they got together at best lately, and is told what they get now.
 */
export function balance(
  evacuation: RunningEvacuation,
  progress: ProgressOf,
  nowUnixMilliseconds: number,
  capacityOf: (way: string, bytesPerSecond: number) => number,
): readonly PaceOrder[] {
  const hot = evacuation.steps.some(({ state }) => isHot(state));
  const copies = evacuation.steps.flatMap((record): Copy[] => {
    const { step, state, migration, escalation } = record;
    const said = progress.get(migration.migrationId);
    if (said === undefined || nowUnixMilliseconds - said.timeUnixMilliseconds > FRESH_MILLISECONDS) return [];
    // What an event holds it to is not for here.
    if (state.kind !== "running" || state.paused || state.pace.bytesPerSecond !== undefined) return [];
    const isCopy = !hot && state.phase === "copying" && step.technique === "PRE_COPY";
    // One that was held when it became a post-copy would be held while it is hot.
    return isCopy || escalation !== undefined ? [{ record, said }] : [];
  });
  const wanted = new Map<StepRecord, number>();
  for (const [way, group] of groupsOf(copies, evacuation)) {
    const rate = capacityOf(
      way,
      group.reduce((sum, { said }) => sum + said.bytesPerSecond, 0),
    );
    const left = group.reduce((sum, { said }) => sum + said.leftBytes, 0);
    const most = Math.max(...group.map(({ said }) => said.leftBytes));
    const seconds = left / rate;
    if (group.length < 2 || seconds < LEAST_SECONDS || !Number.isFinite(seconds)) continue;
    for (const { record, said } of group) {
      if (said.leftBytes >= most * (1 - UNEVEN_SHARE)) continue;
      wanted.set(record, Math.max((said.leftBytes / seconds) * HEADROOM, rate * LEAST_SHARE));
    }
  }
  return copies.flatMap(({ record, said }): PaceOrder[] => {
    const paceBytesPerSecond = wanted.get(record);
    return isAlike(said.paceBytesPerSecond, paceBytesPerSecond) ? [] : [{ record, paceBytesPerSecond }];
  });
}

/** By the way they go, copies whose VMs receive so much that they should arrive together. */
function groupsOf(
  copies: readonly Copy[],
  { steps, planned }: RunningEvacuation,
): ReadonlyMap<string, readonly Copy[]> {
  const awaited = new Set(
    steps.flatMap(({ step, state }) =>
      state.kind === "waiting" || state.kind === "ready" ? step.after.map(({ vmId }) => vmId) : [],
    ),
  );
  const vms = new Map(planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
  const ingress = new Map(planned.snapshot.hosts.map((host) => [host.hostId, host.ingressBytesPerSecond]));
  const groups = new Map<string, Copy[]>();
  for (const copy of copies) {
    const { vmId, sourceHostId, destinationHostId, technique } = copy.record.step;
    if (technique !== "PRE_COPY") continue;
    const { inboundBytesPerSecond: inbound = 0, outboundBytesPerSecond: outbound = 0 } = vms.get(vmId) ?? {};
    const link = ingress.get(destinationHostId) ?? Number.POSITIVE_INFINITY;
    // Held, one that does not converge would never be seen not to.
    if (awaited.has(vmId) || isDiverging(copy.said) || inbound <= outbound || inbound < link * MATERIAL_SHARE) continue;
    const way = `${sourceHostId} ${destinationHostId}`;
    groups.set(way, [...(groups.get(way) ?? []), copy]);
  }
  return groups;
}

function isAlike(before: number | undefined, after: number | undefined): boolean {
  if (before === undefined || after === undefined) return before === after;
  return Math.abs(after / before - 1) < CHANGE_SHARE;
}
