/**
 * Whether what is left of a running evacuation should be done otherwise than planned, from what is known now.
 *
 * 1. What has begun goes on as it is; only a pre-copy that does not converge, of a VM that allows it, becomes a post-copy.
 * 2. A new plan is taken only when it is better, by what is wanted of the evacuation, than going on, by a margin that
 *    forecasts do not miss by chance; and only when it was so at every look for a while. Each further plan of an evacuation has
 *    to wait twice as long as the one before: what comes and goes moves nothing to and fro.
 * 3. When a plan can not be carried out any more, because a destination is gone or has no room, any that can is better.
 */
import type { EvacuationReplanned, EvacuationRequest } from "../../kit/domain/evacuation.ts";
import type { Plan, Step } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../kit/domain/snapshot.ts";
import { check } from "./check.ts";
import { readCluster } from "./cluster.ts";
import type { RunningEvacuation } from "./evacuation.ts";
import { type PlanOptions, plan } from "./plan.ts";
import { knownOngoing, type Ongoing, simulate } from "./simulate.ts";
import { hasEnded, isCancelling, isNotBegun, type StepRecord } from "./step-record.ts";
import { listWords, rateWords, secondsWords } from "./words.ts";

/** How far a migration is, as its source told last. */
export interface Progress {
  readonly leftBytes: number;
  readonly bytesPerSecond: number;
  /** While it pre-copies, from the second pass on. */
  readonly dirtyBytesPerSecond?: number;
  readonly pass: number;
  /** What QEMU said that it is held to. Absent: nothing, or it was not read since the last order. */
  readonly paceBytesPerSecond?: number;
  readonly timeUnixMilliseconds: number;
}

/** By migration id. */
export type ProgressOf = ReadonlyMap<string, Progress>;

/** What speaks for a new plan, and what it would be. */
export interface Outlook {
  readonly better?: { readonly plan: Plan; readonly snapshot: ClusterSnapshot; readonly words: string };
  /** VMs whose running pre-copies should become post-copies, with the reason. */
  readonly escalations: ReadonlyMap<string, string>;
}

/** Of the time that is left; and at least so many seconds: below it a new plan is not worth its disturbance. */
const WORTH_SHARE = 0.05;
const WORTH_SECONDS = 1;
/** Of the work of a search for a plan, what a look may take of it: one part in so many. */
const LOOK_SHARE = 20;
/** Of the bytes that applications would lose. */
const WORTH_DEGRADED_SHARE = 0.1;
const WORTH_DEGRADED_BYTES = 1e6;

export interface LookInput {
  /** Of hosts that have reported lately. */
  readonly snapshot: ClusterSnapshot;
  /** Without what `lookAt` finds out itself: what of this evacuation has begun or has had its turn. */
  readonly options: PlanOptions;
  readonly progress: ProgressOf;
  readonly nowUnixMilliseconds: number;
}

export function lookAt(evacuation: RunningEvacuation, input: LookInput): Outlook {
  const { request } = evacuation.planned;
  const snapshot = asItIs(evacuation, input.snapshot);
  const source = snapshot.hosts.find(({ hostId }) => hostId === request.hostId);
  const cancelling = isCancelling(evacuation);
  // Nothing is concluded about a host that says nothing.
  if (source === undefined || cancelling) return { escalations: new Map() };
  const escalations = escalationsOf(evacuation, snapshot, input.progress, input.nowUnixMilliseconds);
  const better = betterPlan(evacuation, snapshot, input);
  return better === undefined ? { escalations } : { better, escalations };
}

/** The event's body: the whole plan with what has begun in it. */
export function replannedBy(
  evacuationId: string,
  evacuation: RunningEvacuation,
  outlook: Outlook,
  nowUnixMilliseconds: number,
): EvacuationReplanned {
  const { better, escalations } = outlook;
  const { planned, plannedTimeUnixMilliseconds, revision } = evacuation;
  const elapsed = Math.max(0, (nowUnixMilliseconds - plannedTimeUnixMilliseconds) / 1000);
  const begun = evacuation.steps.filter((record) => better === undefined || !isNotBegun(record));
  const kept = begun.map(({ step }): Step => {
    const reason = escalations.get(step.vmId);
    return reason === undefined ? step : { ...step, technique: "HYBRID", reason };
  });
  // What has begun since the look stays as it is.
  const has = new Set(begun.map(({ step }) => step.vmId));
  const rest = (better?.plan.steps ?? []).filter(({ vmId }) => !has.has(vmId)).map((step) => later(step, elapsed));
  // One that had begun when it was looked at, and has to begin again since, is in no plan for what is left.
  const named = new Set([
    ...has,
    ...rest.map(({ vmId }) => vmId),
    ...(better?.plan.unplaced ?? []).map(({ vmId }) => vmId),
  ]);
  const again = evacuation.steps.flatMap(({ step }) => (named.has(step.vmId) ? [] : [step]));
  const words = [...escalations.values(), ...(better === undefined ? [] : [better.words])];
  const { forecast, hotPhasePaceBytesPerSecond: pace } = better?.plan ?? planned.plan;
  const { hotPhasePaceBytesPerSecond: _, ...before } = planned.plan;
  return {
    evacuationId,
    plan: {
      ...before,
      steps: [...kept, ...rest, ...again],
      unplaced: better?.plan.unplaced ?? before.unplaced,
      forecast:
        better === undefined
          ? before.forecast
          : {
              ...before.forecast,
              totalMigrationSeconds: elapsed + forecast.totalMigrationSeconds,
              degradedBytes: forecast.degradedBytes,
            },
      ...(pace === undefined ? {} : { hotPhasePaceBytesPerSecond: pace }),
    },
    reason: words.join("; ").slice(0, 4_000),
    snapshot: better?.snapshot ?? planned.snapshot,
    revision: revision + 1,
    eventTimeUnixMilliseconds: nowUnixMilliseconds,
  };
}

/** Times of a plan for what is left count from now; an evacuation's count from its begin. */
function later(step: Step, elapsed: number): Step {
  const { forecast } = step;
  if (forecast === undefined) return step;
  const { startSeconds, switchSeconds, settledSeconds, endSeconds } = forecast;
  const shifted = {
    startSeconds: startSeconds + elapsed,
    switchSeconds: switchSeconds + elapsed,
    settledSeconds: settledSeconds + elapsed,
    endSeconds: endSeconds + elapsed,
  };
  return { ...step, forecast: { ...forecast, ...shifted } };
}

/**
 * Reports of two hosts are not of the same moment: a VM whose move has completed is where it went, and one that still
 * waits and is in no report is taken as it was. Traffic that is not known now is what it was when it was.
 */
function asItIs(evacuation: RunningEvacuation, { hosts, vms }: ClusterSnapshot): ClusterSnapshot {
  const moved = new Map(
    evacuation.steps.flatMap(({ step, state }) =>
      state.kind === "completed" ? [[step.vmId, step.destinationHostId] as const] : [],
    ),
  );
  const there = new Set(vms.map(({ vmId }) => vmId));
  const missing = evacuation.planned.snapshot.vms.filter(
    ({ vmId }) => !there.has(vmId) && evacuation.steps.some((one) => one.step.vmId === vmId && !hasEnded(one.state)),
  );
  const known = new Set(hosts.map(({ hostId }) => hostId));
  const before = new Map(evacuation.planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
  const refused = new Map(
    evacuation.steps.flatMap(({ step, postCopyRefusal }) =>
      postCopyRefusal === undefined ? [] : [[step.vmId, { postCopyRefusal }] as const],
    ),
  );
  const placed = [...vms, ...missing].flatMap((vm): VmSnapshot[] => {
    const hostId = moved.get(vm.vmId) ?? vm.hostId;
    return known.has(hostId) ? [{ ...before.get(vm.vmId), ...vm, ...refused.get(vm.vmId), hostId }] : [];
  });
  return { hosts, vms: placed };
}

/** Of this evacuation, what is on its way. */
export function ongoingOf(evacuation: RunningEvacuation, progress: ProgressOf): readonly Ongoing[] {
  const vms = new Map(evacuation.planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
  return evacuation.steps.flatMap(({ step, state, migration }): Ongoing[] => {
    if (hasEnded(state)) return [];
    const vm = vms.get(step.vmId);
    const phase = state.kind === "running" ? state.phase : state.kind === "decided" ? "copying" : "waiting";
    const all = vm?.usedMemoryBytes ?? vm?.memoryBytes ?? 0;
    return [{ step, phase, leftBytes: progress.get(migration.migrationId)?.leftBytes ?? all }];
  });
}

function betterPlan(
  evacuation: RunningEvacuation,
  snapshot: ClusterSnapshot,
  { options: given, progress, nowUnixMilliseconds }: LookInput,
): Outlook["better"] {
  const left = evacuation.steps.filter(isNotBegun);
  const waiting = evacuation.planned.plan.unplaced.length;
  if (left.length === 0 && waiting === 0) return undefined;
  const { request } = evacuation.planned;
  const own = ongoingOf(evacuation, progress)
    .filter(({ phase }) => phase !== "waiting")
    .map((one): Ongoing => ({ ...one, own: true }));
  const handled = evacuation.steps.filter((record) => !isNotBegun(record));
  const options: PlanOptions = {
    ...given,
    handled: new Set(handled.map(({ step }) => step.vmId)),
    begun: new Set(handled.filter(({ state }) => !hasEnded(state)).map(({ step }) => step.vmId)),
    ongoing: [...given.ongoing, ...own],
    alternativesUpToVms: 0,
    // Often: what such a search misses is found when there is less left.
    exactNodes: given.exactNodes / LOOK_SHARE,
    improveWork: given.improveWork / LOOK_SHARE,
  };
  const elapsed = (nowUnixMilliseconds - evacuation.plannedTimeUnixMilliseconds) / 1000;
  const fresh = planWithin(snapshot, request, options, elapsed);
  if (fresh === undefined) return undefined;
  const why = changesBetween(evacuation, snapshot, options, nowUnixMilliseconds);
  const steps = left.map(({ step }) => step);
  const obstacle = obstacleTo(snapshot, steps, fresh, options);
  const found = (words: string) => ({ plan: fresh, snapshot, words: [...why, words].join("; ") });
  if (obstacle !== undefined) return found(obstacle);
  if (fresh.steps.length > steps.length) {
    const added = fresh.steps.filter(({ vmId }) => !steps.some((step) => step.vmId === vmId)).map(({ vmId }) => vmId);
    return found(`there is a place for ${listWords(added)} now`);
  }
  if (fresh.steps.length < steps.length || request.policy !== "traffic-sensitive") return undefined;
  const cluster = readCluster(snapshot, options.model);
  const kept = simulate(
    cluster,
    {
      steps,
      hotPhasePaceBytesPerSecond: evacuation.planned.plan.hotPhasePaceBytesPerSecond,
      ongoing: knownOngoing(cluster, options.ongoing),
    },
    options.model,
  );
  const { totalMigrationSeconds, degradedBytes } = fresh.forecast;
  const sooner = kept.totalSeconds - totalMigrationSeconds;
  const comparison = `the rest would take ${secondsWords(kept.totalSeconds)} as planned and takes ${secondsWords(totalMigrationSeconds)} now`;
  const { deadlineSeconds, prefer } = request;
  const isLate = deadlineSeconds !== undefined && elapsed + kept.totalSeconds > deadlineSeconds;
  if (isLate || (deadlineSeconds === undefined && prefer !== "performance")) {
    return sooner >= Math.max(WORTH_SECONDS, WORTH_SHARE * kept.totalSeconds) ? found(comparison) : undefined;
  }
  const spared = kept.degradedBytes - degradedBytes;
  return spared >= Math.max(WORTH_DEGRADED_BYTES, WORTH_DEGRADED_SHARE * kept.degradedBytes)
    ? found(
        `the rest would cost applications ${(kept.degradedBytes / 1e6).toFixed(1)} MB as planned and costs ${(degradedBytes / 1e6).toFixed(1)} now`,
      )
    : undefined;
}

/** What was wanted, within what is left of the deadline; where that can not be kept any more, the earliest. */
function planWithin(
  snapshot: ClusterSnapshot,
  request: EvacuationRequest,
  options: PlanOptions,
  elapsedSeconds: number,
): Plan | undefined {
  const { deadlineSeconds, ...rest } = request;
  const left = deadlineSeconds === undefined ? undefined : deadlineSeconds - elapsedSeconds;
  const wanted = left !== undefined && left > 0 ? { ...rest, deadlineSeconds: left } : rest;
  let planned = plan(snapshot, wanted, options);
  if (planned.kind === "refused" && planned.code === "BEYOND_DEADLINE") planned = plan(snapshot, rest, options);
  if (planned.kind === "refused") return undefined;
  return check(snapshot, request, planned.plan, options).length > 0 ? undefined : planned.plan;
}

/** Why the plan can not be carried out as it is, where there is one that can. */
function obstacleTo(
  snapshot: ClusterSnapshot,
  steps: readonly Step[],
  fresh: Plan,
  options: PlanOptions,
): string | undefined {
  const hosts = new Map(snapshot.hosts.map((host) => [host.hostId, host]));
  const gone = steps.filter((step) => !hosts.has(step.destinationHostId));
  const placed = new Set(fresh.steps.map(({ vmId }) => vmId));
  if (gone.some(({ vmId }) => placed.has(vmId))) {
    return `${listWords([...new Set(gone.map((step) => step.destinationHostId))])} does not report any more`;
  }
  const vms = new Map(snapshot.vms.map((vm) => [vm.vmId, vm]));
  const wanted = new Map<string, number>();
  for (const { hostId, memoryBytes } of options.reservations) {
    wanted.set(hostId, (wanted.get(hostId) ?? 0) + memoryBytes);
  }
  for (const { vmId, destinationHostId } of steps) {
    wanted.set(destinationHostId, (wanted.get(destinationHostId) ?? 0) + (vms.get(vmId)?.memoryBytes ?? 0));
  }
  const full = [...new Set(steps.map((step) => step.destinationHostId))].filter(
    (hostId) => (wanted.get(hostId) ?? 0) > (hosts.get(hostId)?.freeMemoryBytes ?? Number.POSITIVE_INFINITY),
  );
  // A new plan that leaves VMs behind for want of memory may still hope for the host's next report.
  if (full.length > 0 && fresh.steps.length >= steps.length)
    return `${listWords(full)} has no memory for all of it any more`;
  return undefined;
}

/** Traffic that differs by so much of the link is told as a reason. */
const MATERIAL_SHARE = 0.05;
/** A migration that is so much of its time, and so many seconds, off its forecast is told as a reason. */
const DELAY_SHARE = 0.2;
const DELAY_SECONDS = 2;
const REASONS = 4;

/** What is different from what the plan was made from, the largest change first. */
function changesBetween(
  evacuation: RunningEvacuation,
  snapshot: ClusterSnapshot,
  options: PlanOptions,
  nowUnixMilliseconds: number,
): string[] {
  const before = evacuation.planned.snapshot;
  const changes: { readonly weight: number; readonly words: string }[] = [];
  const link = linkOf(before.hosts.find(({ hostId }) => hostId === evacuation.planned.request.hostId));
  const known = new Map(before.vms.map((vm) => [vm.vmId, vm]));
  for (const vm of snapshot.vms) {
    const old = known.get(vm.vmId);
    if (old === undefined) continue;
    for (const [field, verb] of [
      ["outboundBytesPerSecond", "sends"],
      ["inboundBytesPerSecond", "receives"],
    ] as const) {
      const [was, is] = [old[field] ?? 0, vm[field] ?? 0];
      const weight = Math.abs(is - was) / link;
      if (weight < MATERIAL_SHARE) continue;
      changes.push({ weight, words: `${vm.vmId} ${verb} ${rateWords(is)} instead of ${rateWords(was)}` });
    }
  }
  for (const record of evacuation.steps) {
    if (record.state.kind === "failed") changes.push({ weight: 1, words: `${record.step.vmId}'s migration failed` });
  }
  for (const { step, seconds } of delaysOf(evacuation, options.ongoing, nowUnixMilliseconds)) {
    const [much, where] = [secondsWords(Math.abs(seconds)), seconds > 0 ? "behind" : "ahead of"];
    changes.push({ weight: 1, words: `${step.vmId} is ${much} ${where} its forecast` });
  }
  return changes
    .sort((a, b) => b.weight - a.weight)
    .slice(0, REASONS)
    .map(({ words }) => words);
}

function linkOf(host: HostSnapshot | undefined): number {
  return Math.max(1, Math.min(host?.egressBytesPerSecond ?? 1, host?.ingressBytesPerSecond ?? 1));
}

/** By how much running migrations are later than their forecasts, as far as they have come; negative: earlier. */
function delaysOf(
  evacuation: RunningEvacuation,
  ongoing: readonly Ongoing[],
  nowUnixMilliseconds: number,
): readonly { readonly step: Step; readonly seconds: number }[] {
  const vms = new Map(evacuation.planned.snapshot.vms.map((vm) => [vm.vmId, vm]));
  const now = (nowUnixMilliseconds - evacuation.plannedTimeUnixMilliseconds) / 1000;
  return ongoing.flatMap(({ own, step, leftBytes }) => {
    const vm = vms.get(step.vmId);
    const all = vm?.usedMemoryBytes ?? vm?.memoryBytes ?? 0;
    if (own !== true || step.forecast === undefined || all === 0) return [];
    const { startSeconds, endSeconds } = step.forecast;
    const length = endSeconds - startSeconds;
    // As if it came evenly.
    const seconds = now - (endSeconds - (leftBytes / all) * length);
    return Math.abs(seconds) >= Math.max(DELAY_SECONDS, DELAY_SHARE * length) ? [{ step, seconds }] : [];
  });
}

/** Below it rounds get shorter, however slowly. */
const DIVERGING_SHARE = 0.95;
/** The first pass copies everything; what the second leaves behind says what the third would. */
const DIVERGING_PASS = 3;
const PROGRESS_SECONDS = 5;

/** It writes what is copied as fast as it is copied: as it goes now it does not end. */
export function isDiverging({ dirtyBytesPerSecond: dirty = 0, bytesPerSecond, pass }: Progress): boolean {
  return pass >= DIVERGING_PASS && dirty >= bytesPerSecond * DIVERGING_SHARE;
}

/** By VM, why its running pre-copy should become a post-copy. */
export function escalationsOf(
  evacuation: RunningEvacuation,
  snapshot: ClusterSnapshot,
  progress: ProgressOf,
  nowUnixMilliseconds: number,
): ReadonlyMap<string, string> {
  const escalations = new Map<string, string>();
  for (const record of evacuation.steps) {
    const { step, migration } = record;
    const said = progress.get(migration.migrationId);
    if (said === undefined || said.paceBytesPerSecond !== undefined || !mayEscalate(record, snapshot)) continue;
    const { dirtyBytesPerSecond: dirty = 0, bytesPerSecond, pass, timeUnixMilliseconds } = said;
    if (nowUnixMilliseconds - timeUnixMilliseconds > PROGRESS_SECONDS * 1000 || !isDiverging(said)) continue;
    const words = `${step.vmId} dirties ${rateWords(dirty)} and ${rateWords(bytesPerSecond)} are copied in pass ${pass}: its pre-copy does not converge, so post-copy follows`;
    escalations.set(step.vmId, words);
  }
  return escalations;
}

/** One that is held to a pace for another VM's sake would converge without. */
function mayEscalate(record: StepRecord, { vms, hosts }: ClusterSnapshot): boolean {
  const { step, state, escalation, postCopyRefusal } = record;
  if (state.kind !== "running" || state.phase !== "copying" || state.paused || escalation !== undefined) return false;
  if (step.technique !== "PRE_COPY" || state.pace.bytesPerSecond !== step.paceBytesPerSecond) return false;
  const vm = vms.find(({ vmId }) => vmId === step.vmId);
  if (vm?.postCopy === "FORBIDDEN" || vm?.postCopyRefusal !== undefined || postCopyRefusal !== undefined) return false;
  return [step.sourceHostId, step.destinationHostId].every(
    (hostId) => hosts.find((host) => host.hostId === hostId)?.postCopySupported !== false,
  );
}
