/**
 * Copies of VMs that receive should end together: each that arrives brings its traffic to the destination's ingress, where
 * the others' copies then get less. On a link that is shared by chance one ends seconds before the other.
 *
 * 1. Only what holds nobody up is held: a copy that somebody waits for runs free.
 * 2. Of a group that ends together the one with most to send runs free, so that what the others leave is used.
 */
import { isHot, type RunningEvacuation, type StepRecord } from "./evacuation.ts";
import type { Progress, ProgressOf } from "./replan.ts";

/** What a copy should be held to; undefined: it runs free. */
export interface Held {
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
const FRESH_MILLISECONDS = 3_000;

/**
 * `capacityOf` remembers, by the way that copies go, what they got together at best lately, and is told what they get now.
 */
export function balance(
  evacuation: RunningEvacuation,
  progress: ProgressOf,
  nowUnixMilliseconds: number,
  capacityOf: (way: string, bytesPerSecond: number) => number,
): readonly Held[] {
  const { steps, planned } = evacuation;
  if (steps.some(({ state }) => isHot(state))) return [];
  const awaited = new Set(
    steps.flatMap(({ step, state }) =>
      state.kind === "waiting" || state.kind === "ready" ? step.after.map(({ vmId }) => vmId) : [],
    ),
  );
  const vms = new Map(planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
  const ingress = new Map(planned.snapshot.hosts.map((host) => [host.hostId, host.ingressBytesPerSecond]));
  const groups = new Map<string, { readonly record: StepRecord; readonly said: Progress }[]>();
  for (const record of steps) {
    const { step, state, migration } = record;
    if (state.kind !== "running" || state.phase !== "copying" || state.paused) continue;
    if (step.technique !== "PRE_COPY" || state.pace.bytesPerSecond !== undefined || awaited.has(step.vmId)) continue;
    const { inboundBytesPerSecond: inbound = 0, outboundBytesPerSecond: outbound = 0 } = vms.get(step.vmId) ?? {};
    const link = ingress.get(step.destinationHostId) ?? Number.POSITIVE_INFINITY;
    const said = progress.get(migration.migrationId);
    if (inbound <= outbound || inbound < link * MATERIAL_SHARE || said === undefined) continue;
    if (nowUnixMilliseconds - said.timeUnixMilliseconds > FRESH_MILLISECONDS) continue;
    const way = `${step.sourceHostId} ${step.destinationHostId}`;
    groups.set(way, [...(groups.get(way) ?? []), { record, said }]);
  }
  return [...groups].flatMap(([way, group]) => {
    const rate = capacityOf(
      way,
      group.reduce((sum, { said }) => sum + said.bytesPerSecond, 0),
    );
    const left = group.reduce((sum, { said }) => sum + said.leftBytes, 0);
    const most = Math.max(...group.map(({ said }) => said.leftBytes));
    const seconds = left / rate;
    if (group.length < 2 || seconds < LEAST_SECONDS || !Number.isFinite(seconds)) return [];
    return group.map(({ record, said }): Held => {
      const isAhead = said.leftBytes < most * (1 - UNEVEN_SHARE);
      return { record, paceBytesPerSecond: isAhead ? (said.leftBytes / seconds) * HEADROOM : undefined };
    });
  });
}
