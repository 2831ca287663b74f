/**
 * The fluid model of design.md section 4: application flows limited by their demand and migration flows that take what
 * they can share full-duplex links max-min (weighted, see model.ts), from event to event.
 *
 * 1. At no moment does a link carry more than its capacity.
 * 2. Every step of an acyclic schedule ends, and has moved at least its VM's used memory.
 * 3. A pre-copied VM stays at the source until its last byte; a post-copied one is at the destination from its first.
 */
import type { Step } from "../../kit/domain/plan.ts";
import { type Cluster, compareIds, type Vm } from "./cluster.ts";
import type { Model } from "./model.ts";
import { type Flow, Link, type MigrationFlow, shareLinks } from "./sharing.ts";

export interface Course {
  readonly vmId: string;
  readonly startSeconds: number;
  readonly settledSeconds: number;
  readonly endSeconds: number;
  readonly transferredBytes: number;
}

export interface Simulation {
  readonly totalSeconds: number;
  readonly transferredBytes: number;
  /** Application bytes that were not sent or received because of the migrations. */
  readonly degradedBytes: number;
  readonly courses: readonly Course[];
}

export interface Schedule {
  readonly steps: readonly Step[];
  readonly hotPhasePaceBytesPerSecond?: number | undefined;
}

interface Nic {
  readonly egress: Link;
  readonly ingress: Link;
}

interface Application {
  readonly outbound: Flow;
  readonly inbound: Flow;
  at: Nic | undefined;
}

type Phase = "waiting" | "copying" | "hot" | "bulk" | "finishing" | "done";

interface Move {
  readonly step: Step;
  readonly vm: Vm;
  readonly flow: MigrationFlow;
  readonly application: Application;
  readonly destination: Nic;
  phase: Phase;
  /** Bytes of the pass, of the hot phase or of the bulk; seconds when finishing. */
  left: number;
  /** What follows the hot phase. */
  bulk: number;
  passBegan: number;
  passes: number;
  sent: number;
  start: number;
  settled: number;
  end: number;
}

/** Bytes, or seconds: below it is rounding. */
const NOTHING_LEFT = 1e-6;

export function simulate(cluster: Cluster, schedule: Schedule, model: Model): Simulation {
  const { nics, applications } = layOut(cluster, schedule.steps, model);
  const links = [...nics.values()].flatMap((nic) => [nic.egress, nic.ingress]);
  const moves = new Map<string, Move>();
  for (const step of schedule.steps) {
    const move = moveOf(step, cluster, nics, applications);
    if (move !== undefined) moves.set(step.vmId, move);
  }
  shareLinks(links, []);
  const lossBefore = lossOn(links);
  const waiting = new Set(moves.values());
  const active = new Set<Move>();
  let now = 0;
  let degraded = 0;
  startReady(waiting, active, moves, now);
  while (active.size > 0) {
    setDemands(active, schedule.hotPhasePaceBytesPerSecond, model);
    shareLinks(links, flowsOf(active));
    let span = Number.POSITIVE_INFINITY;
    let standing = 0;
    for (const move of active) {
      span = Math.min(span, timeLeft(move, model));
      if (move.phase === "hot") standing += move.vm.outbound + move.vm.inbound;
    }
    if (!Number.isFinite(span)) break;
    degraded += Math.max(0, lossOn(links) + standing - lossBefore) * span;
    now += span;
    let released = false;
    for (const move of active) {
      pass(move, span, model);
      if (timeLeft(move, model) > NOTHING_LEFT) continue;
      const before = move.phase;
      degraded += advance(move, now, model);
      if (move.phase === "done") active.delete(move);
      released ||= before === "hot" || before === "finishing";
    }
    if (released) startReady(waiting, active, moves, now);
  }
  const courses = [...moves.values()].map((move) => ({
    vmId: move.vm.vmId,
    startSeconds: move.start,
    settledSeconds: move.settled,
    endSeconds: move.end,
    transferredBytes: move.sent,
  }));
  const transferredBytes = courses.reduce((sum, course) => sum + course.transferredBytes, 0);
  return { totalSeconds: now, transferredBytes, degradedBytes: degraded, courses };
}

/** The links of every host that the schedule touches, with the application flows of the VMs that run there. */
function layOut(cluster: Cluster, steps: readonly Step[], model: Model) {
  const nics = new Map<string, Nic>();
  for (const hostId of steps.flatMap((step) => [step.sourceHostId, step.destinationHostId]).sort(compareIds)) {
    const host = cluster.hosts.get(hostId);
    if (host === undefined || nics.has(hostId)) continue;
    nics.set(hostId, {
      egress: new Link(host.egressBytesPerSecond),
      ingress: new Link(host.ingressBytesPerSecond),
    });
  }
  const applications = new Map<string, Application>();
  for (const vm of cluster.vms.values()) {
    const nic = nics.get(vm.hostId);
    if (nic === undefined) continue;
    const application: Application = {
      outbound: { weight: model.applicationWeight, demand: vm.outbound, rate: 0 },
      inbound: { weight: model.applicationWeight, demand: vm.inbound, rate: 0 },
      at: undefined,
    };
    place(application, nic);
    applications.set(vm.vmId, application);
  }
  return { nics, applications };
}

function moveOf(
  step: Step,
  cluster: Cluster,
  nics: ReadonlyMap<string, Nic>,
  applications: ReadonlyMap<string, Application>,
): Move | undefined {
  const vm = cluster.vms.get(step.vmId);
  const application = applications.get(step.vmId);
  const source = nics.get(step.sourceHostId);
  const destination = nics.get(step.destinationHostId);
  if (vm === undefined || application === undefined || source === undefined || destination === undefined) {
    return undefined;
  }
  return {
    ...{ step, vm, application, destination },
    flow: { egress: source.egress, ingress: destination.ingress, weight: 1, demand: 0, rate: 0 },
    ...{ phase: "waiting", left: 0, bulk: 0, passBegan: 0, passes: 0, sent: 0, start: 0, settled: 0, end: 0 },
  };
}

/** Undefined: its application stands still and is on no link. */
function place(application: Application, nic: Nic | undefined): void {
  application.at?.egress.remove(application.outbound);
  application.at?.ingress.remove(application.inbound);
  application.at = nic;
  nic?.egress.add(application.outbound);
  nic?.ingress.add(application.inbound);
}

function lossOn(links: readonly Link[]): number {
  let loss = 0;
  for (const link of links) loss += link.loss;
  return loss;
}

function* flowsOf(active: Iterable<Move>): Iterable<MigrationFlow> {
  for (const move of active) yield move.flow;
}

function startReady(waiting: Set<Move>, active: Set<Move>, moves: ReadonlyMap<string, Move>, now: number): void {
  for (const move of waiting) {
    if (!move.step.after.every((dependency) => hasHappened(moves.get(dependency.vmId), dependency.event))) continue;
    waiting.delete(move);
    active.add(move);
    move.start = now;
    move.passBegan = now;
    if (move.step.technique === "POST_COPY") {
      beginHot(move, move.vm.usedBytes);
    } else {
      move.phase = "copying";
      move.left = move.vm.usedBytes;
    }
  }
}

function hasHappened(move: Move | undefined, event: "SETTLED" | "COMPLETED"): boolean {
  if (move === undefined || move.phase === "done") return true;
  return event === "SETTLED" && move.step.technique !== "PRE_COPY" && ["bulk", "finishing"].includes(move.phase);
}

/** The VM has left the source; until its working set has arrived its application stands still. */
function beginHot(move: Move, bytes: number): void {
  place(move.application, undefined);
  move.phase = "hot";
  move.left = Math.min(move.vm.workingSetBytes, bytes);
  move.bulk = bytes - move.left;
}

function setDemands(active: ReadonlySet<Move>, hotPace: number | undefined, model: Model): void {
  let anyHot = false;
  for (const move of active) anyHot ||= move.phase === "hot";
  for (const move of active) {
    const hot = move.phase === "hot";
    const held = anyHot && !hot && hotPace !== undefined ? hotPace : Number.POSITIVE_INFINITY;
    const pace = Math.min(held, move.step.paceBytesPerSecond ?? Number.POSITIVE_INFINITY);
    move.flow.weight = hot ? model.hotWeight : 1;
    move.flow.demand = move.phase === "finishing" ? 0 : pace * model.wireOverhead;
  }
}

function timeLeft(move: Move, model: Model): number {
  if (move.left <= NOTHING_LEFT) return 0;
  if (move.phase === "finishing") return move.left;
  return move.flow.rate > 0 ? (move.left * model.wireOverhead) / move.flow.rate : Number.POSITIVE_INFINITY;
}

function pass(move: Move, span: number, model: Model): void {
  if (move.phase === "finishing") {
    move.left -= span;
    return;
  }
  const bytes = Math.min(move.left, (move.flow.rate / model.wireOverhead) * span);
  move.left -= bytes;
  move.sent += bytes;
}

/** What follows when nothing is left of a phase. Returns the application bytes lost in the switch itself. */
function advance(move: Move, now: number, model: Model): number {
  switch (move.phase) {
    case "copying":
      return endPass(move, now, model);
    case "hot":
      move.settled = now;
      place(move.application, move.destination);
      move.phase = "bulk";
      move.left = move.bulk;
      return 0;
    case "bulk":
      move.phase = "finishing";
      move.left = model.postCopyFixedSeconds;
      return 0;
    case "finishing":
      move.phase = "done";
      move.end = now;
      if (move.step.technique === "PRE_COPY") move.settled = now;
      return 0;
    case "waiting":
    case "done":
      return 0;
  }
}

function endPass(move: Move, now: number, model: Model): number {
  const { vm } = move;
  const dirtied = Math.min(vm.dirtyBytesPerSecond * (now - move.passBegan), vm.rewritableBytes);
  if (move.step.technique === "HYBRID") {
    beginHot(move, dirtied);
    return 0;
  }
  move.passes += 1;
  const rate = move.flow.rate / model.wireOverhead;
  if (dirtied > rate * model.downtimeLimitSeconds && move.passes < model.maximumPasses) {
    move.passBegan = now;
    move.left = dirtied;
    return 0;
  }
  move.sent += dirtied;
  place(move.application, move.destination);
  move.phase = "finishing";
  move.left = model.preCopyFixedSeconds;
  return rate > 0 ? (dirtied / rate) * (vm.outbound + vm.inbound) : 0;
}
