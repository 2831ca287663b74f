/**
 * The fluid model of design.md section 4 once more, for one source and one destination, written apart from the planner so
 * that the two can be held against each other. Of the planner it knows the constants of its model and nothing else.
 *
 * A state is a value: `next` gives the state at the next event and leaves the one before as it was. All migrations cross the
 * same two links, the source's egress and the destination's ingress, so a share is one number: the level (rate for a unit of
 * weight) of the fuller of the two.
 */
import type { ClusterSnapshot, VmSnapshot } from "../../services/kit/domain/snapshot.ts";
import type { Technique } from "../../services/kit/domain/technique.ts";
import type { Model } from "../../services/planner/core/model.ts";

/** Bytes, and bytes per second. */
export interface Guest {
  readonly vmId: string;
  readonly used: number;
  readonly workingSet: number;
  /** What can be dirty at the end of a pass. */
  readonly rewritable: number;
  readonly dirty: number;
  readonly outbound: number;
  readonly inbound: number;
  readonly postCopyAllowed: boolean;
}

interface Traffic {
  readonly outbound: number;
  readonly inbound: number;
}

interface Link {
  readonly egress: number;
  readonly ingress: number;
}

export interface World {
  readonly guests: readonly Guest[];
  readonly source: Link;
  readonly destination: Link;
  readonly staysAtSource: readonly Traffic[];
  readonly staysAtDestination: readonly Traffic[];
  /** Of a migration beside one that is hot; Infinity: they are not held. */
  readonly hotPace: number;
  readonly model: Model;
}

/** Of a guest: where it is in its migration. `left` is bytes of memory, or seconds where nothing is sent. */
export interface Part {
  readonly phase: "waiting" | "leaving" | "pass" | "hot" | "bulk" | "closing" | "done";
  readonly technique: Technique;
  readonly left: number;
  /** While it is hot: what follows its working set. */
  readonly behind: number;
  readonly passBegan: number;
  readonly passes: number;
  readonly settled: number;
  readonly ended: number;
  readonly sent: number;
  readonly endless: boolean;
  readonly degraded: number;
}

export interface State {
  readonly now: number;
  /** In the order of the world's guests. */
  readonly parts: readonly Part[];
  /** Of those that stay. */
  readonly degraded: number;
}

/** Seconds that are none. */
const INSTANT = 1e-9;

const waiting: Part = {
  phase: "waiting",
  technique: "PRE_COPY",
  left: 0,
  behind: 0,
  passBegan: 0,
  passes: 0,
  settled: Number.POSITIVE_INFINITY,
  ended: Number.POSITIVE_INFINITY,
  sent: 0,
  endless: false,
  degraded: 0,
};

/** `moving` are on `sourceHostId`; every input that the planner would have to assume, but the working set, is given. */
export function readWorld(
  snapshot: ClusterSnapshot,
  way: { readonly sourceHostId: string; readonly destinationHostId: string; readonly moving: ReadonlySet<string> },
  model: Model,
): Omit<World, "hotPace"> {
  const linkOf = (hostId: string): Link => {
    const host = snapshot.hosts.find((one) => one.hostId === hostId);
    if (host === undefined) throw new Error(`there is no host ${hostId}`);
    // Traffic is counted without headers.
    const payload = (bytesPerSecond: number) => bytesPerSecond / model.headerOverhead;
    return { egress: payload(host.egressBytesPerSecond), ingress: payload(host.ingressBytesPerSecond) };
  };
  const staysAt = (hostId: string) =>
    snapshot.vms.filter((vm) => vm.hostId === hostId && !way.moving.has(vm.vmId)).map(trafficOf);
  const guests = snapshot.vms
    .filter(({ vmId }) => way.moving.has(vmId))
    .sort((a, b) => (a.vmId < b.vmId ? -1 : 1))
    .map((vm): Guest => {
      const used = vm.usedMemoryBytes ?? vm.memoryBytes;
      return {
        ...{ vmId: vm.vmId, used, dirty: given(vm.dirtyBytesPerSecond), ...trafficOf(vm) },
        workingSet: Math.min(
          used,
          vm.workingSetBytes === undefined
            ? used * model.workingSetShare
            : vm.workingSetBytes * model.workingSetArrivalShare,
        ),
        rewritable: Math.min(used, vm.workingSetBytes ?? used),
        postCopyAllowed: vm.postCopy !== "FORBIDDEN",
      };
    });
  return {
    ...{ guests, model, source: linkOf(way.sourceHostId), destination: linkOf(way.destinationHostId) },
    staysAtSource: staysAt(way.sourceHostId),
    staysAtDestination: staysAt(way.destinationHostId),
  };
}

function trafficOf(vm: VmSnapshot): Traffic {
  return { outbound: given(vm.outboundBytesPerSecond), inbound: given(vm.inboundBytesPerSecond) };
}

function given(value: number | undefined): number {
  if (value === undefined) throw new Error("the certifier assumes nothing");
  return value;
}

export function begin({ guests }: World): State {
  return { now: 0, parts: guests.map(() => waiting), degraded: 0 };
}

export function start(world: World, state: State, index: number, technique: Technique): State {
  const part: Part =
    technique === "POST_COPY"
      ? { ...waiting, technique, phase: "leaving", left: world.model.postCopySwitchSeconds }
      : { ...waiting, technique, phase: "pass", left: guestOf(world, index).used, passBegan: state.now };
  return { ...state, parts: state.parts.with(index, { ...part, degraded: partOf(state, index).degraded }) };
}

export function hasEnded(state: State, index: number): boolean {
  return partOf(state, index).phase === "done";
}

/** It runs well at the destination, and that has been noticed. */
export function hasSettled(world: World, state: State, index: number): boolean {
  return isNoticed(world, state, partOf(state, index));
}

function isNoticed({ model }: World, { now }: State, { phase, settled }: Part): boolean {
  return phase === "done" || settled + model.settleNoticeSeconds - now <= INSTANT;
}

export function isMoving({ phase }: Part): boolean {
  return phase !== "waiting" && phase !== "done";
}

/** The state at the next event. `weigh` also counts what the applications lose; without, `degraded` stays. */
export function next(world: World, state: State, weigh = false): State {
  const sharing = share(world, state);
  let span = Number.POSITIVE_INFINITY;
  for (const [index, part] of state.parts.entries()) {
    if (!isMoving(part)) continue;
    span = Math.min(span, secondsLeft(part, at(sharing.rates, index)));
    if (!isNoticed(world, state, part))
      span = Math.min(span, part.settled + world.model.settleNoticeSeconds - state.now);
  }
  if (!Number.isFinite(span)) throw new Error("nothing moves");
  const now = state.now + span;
  const losses = weigh ? lossesOf(world, state, sharing) : undefined;
  const parts = state.parts.map((part, index): Part => {
    const lost = losses === undefined ? 0 : at(losses.ofGuests, index) * span;
    const rate = at(sharing.rates, index);
    let later = part;
    if (isMoving(part)) {
      const isOver = secondsLeft(part, rate) <= span + INSTANT;
      later = pass(part, span, rate);
      if (isOver) later = follow(world, later, { guest: guestOf(world, index), now, rate });
    }
    return lost > 0 ? { ...later, degraded: later.degraded + lost } : later;
  });
  return { now, parts, degraded: state.degraded + (losses?.ofStayers ?? 0) * span };
}

interface Sharing {
  /** Of the migrations, bytes of memory per second, in the order of the guests. */
  readonly rates: readonly number[];
  /** The same on the wire. */
  readonly wireRates: readonly number[];
}

function share(world: World, state: State): Sharing {
  const { model } = world;
  const unnoticed = (part: Part) => (part.phase === "hot" || part.phase === "bulk") && !isNoticed(world, state, part);
  const others = state.parts.some(unnoticed) ? world.hotPace : Number.POSITIVE_INFINITY;
  const flows = state.parts.map((part): Flow => {
    switch (part.phase) {
      case "hot":
        return { weight: model.hotWeight, demand: Number.POSITIVE_INFINITY };
      case "pass":
        return { weight: 1, demand: others };
      case "bulk":
        return { weight: 1, demand: unnoticed(part) ? Number.POSITIVE_INFINITY : others };
      default:
        return { weight: 1, demand: 0 };
    }
  });
  const { egress, ingress } = applicationsOf(world, state);
  const level = Math.min(
    levelOf(world.source.egress, [...flows, ...egress]),
    levelOf(world.destination.ingress, [...flows, ...ingress]),
  );
  const wireRates = flows.map((flow) => rateAt(flow, level));
  return {
    wireRates,
    rates: wireRates.map((rate) => rate / model.streamOverhead),
  };
}

export interface Flow {
  readonly weight: number;
  readonly demand: number;
}

export function rateAt({ weight, demand }: Flow, level: number): number {
  return demand === 0 ? 0 : Math.min(demand, weight * level);
}

/**
 * The level at which the flows fill the link; Infinity when they do not. What they take rises with the level in straight
 * pieces that get flatter, so that Newton's method from below reaches the level exactly, after at most a piece a flow.
 */
export function levelOf(capacity: number, flows: readonly Flow[]): number {
  let level = 0;
  for (;;) {
    let taken = 0;
    let slope = 0;
    for (const flow of flows) {
      taken += rateAt(flow, level);
      if (flow.weight * level < flow.demand) slope += flow.weight;
    }
    if (slope === 0) return Number.POSITIVE_INFINITY;
    const further = level + (capacity - taken) / slope;
    if (!(further > level * (1 + 1e-14))) return level;
    level = further;
  }
}

/** Applications' flows on the two links that migrations cross. */
function applicationsOf(
  world: World,
  state: State,
): { readonly egress: readonly Flow[]; readonly ingress: readonly Flow[] } {
  const weight = world.model.applicationWeight;
  const egress: Flow[] = [];
  const ingress: Flow[] = [];
  for (const { outbound } of world.staysAtSource) egress.push({ weight, demand: outbound });
  for (const { inbound } of world.staysAtDestination) ingress.push({ weight, demand: inbound });
  for (const [index, part] of state.parts.entries()) {
    const { outbound, inbound } = guestOf(world, index);
    const place = placeOf(part);
    if (place === "source") egress.push({ weight, demand: outbound });
    else if (place === "destination") ingress.push({ weight, demand: inbound });
  }
  return { egress, ingress };
}

export function placeOf({ phase }: Part): "source" | "nowhere" | "destination" {
  switch (phase) {
    case "waiting":
    case "leaving":
    case "pass":
      return "source";
    case "hot":
      return "nowhere";
    default:
      return "destination";
  }
}

function secondsLeft({ phase, left }: Part, rate: number): number {
  switch (phase) {
    case "leaving":
    case "closing":
      return left;
    default:
      return left <= INSTANT ? 0 : left / rate;
  }
}

function pass(part: Part, span: number, rate: number): Part {
  if (part.phase === "leaving" || part.phase === "closing") return { ...part, left: part.left - span };
  const bytes = rate * span;
  return { ...part, left: part.left - bytes, sent: part.sent + bytes };
}

/** What comes when nothing is left of a phase. */
function follow(world: World, part: Part, at: { guest: Guest; now: number; rate: number }): Part {
  const { guest, now, rate } = at;
  switch (part.phase) {
    case "leaving":
      return hotWith(part, guest, guest.used);
    case "hot":
      return { ...part, phase: "bulk", left: part.behind, settled: now };
    case "bulk":
      return { ...part, phase: "closing", left: world.model.postCopyFixedSeconds };
    case "closing":
      return { ...part, phase: "done", ended: now, settled: Math.min(part.settled, now) };
    case "pass": {
      const dirtied = Math.min(guest.dirty * (now - part.passBegan), guest.rewritable);
      if (part.technique === "HYBRID") return hotWith(part, guest, dirtied);
      const passes = part.passes + 1;
      const fits = dirtied <= rate * world.model.downtimeLimitSeconds;
      if (!fits && passes < world.model.maximumPasses) return { ...part, passes, left: dirtied, passBegan: now };
      const stopped = rate > 0 ? (dirtied / rate) * (guest.outbound + guest.inbound) : 0;
      return {
        ...part,
        phase: "closing",
        passes,
        endless: !fits,
        left: world.model.preCopyFixedSeconds,
        sent: part.sent + dirtied,
        degraded: part.degraded + stopped,
      };
    }
    default:
      return part;
  }
}

function hotWith(part: Part, guest: Guest, bytes: number): Part {
  const left = Math.min(guest.workingSet, bytes);
  return { ...part, phase: "hot", left, behind: bytes - left };
}

/** Of a second, what applications get less than they would have without any migration. */
function lossesOf(world: World, state: State, sharing: Sharing) {
  const before = lossesUnder(world, begin(world), { wireRates: [] });
  const now = lossesUnder(world, state, sharing);
  const ofGuests = world.guests.map(({ outbound, inbound }, index) => {
    const still = partOf(state, index).phase === "hot" ? outbound + inbound : 0;
    return Math.max(0, at(now.ofGuests, index) + still - at(before.ofGuests, index));
  });
  return { ofGuests, ofStayers: Math.max(0, now.ofStayers - before.ofStayers) };
}

function lossesUnder(world: World, state: State, { wireRates }: Pick<Sharing, "wireRates">) {
  const { model, source, destination } = world;
  const weight = model.applicationWeight;
  const copied = wireRates.reduce((sum, rate) => sum + rate, 0);
  const ofGuests = world.guests.map(() => 0);
  let ofStayers = 0;
  const links = [
    { capacity: source.egress - copied, at: "source", way: "outbound" },
    { capacity: source.ingress, at: "source", way: "inbound" },
    { capacity: destination.egress, at: "destination", way: "outbound" },
    { capacity: destination.ingress - copied, at: "destination", way: "inbound" },
  ] as const;
  for (const link of links) {
    const stayers = link.at === "source" ? world.staysAtSource : world.staysAtDestination;
    const stayerFlows = stayers.map((one): Flow => ({ weight, demand: one[link.way] }));
    const guestFlows = world.guests.map(
      (guest, index): Flow => ({ weight, demand: placeOf(partOf(state, index)) === link.at ? guest[link.way] : 0 }),
    );
    const level = levelOf(link.capacity, [...stayerFlows, ...guestFlows]);
    for (const flow of stayerFlows) ofStayers += flow.demand - rateAt(flow, level);
    for (const [index, flow] of guestFlows.entries()) {
      ofGuests[index] = at(ofGuests, index) + flow.demand - rateAt(flow, level);
    }
  }
  return { ofGuests, ofStayers };
}

export function partOf({ parts }: State, index: number): Part {
  const part = parts[index];
  if (part === undefined) throw new Error(`there is no part ${index}`);
  return part;
}

export function guestOf({ guests }: World, index: number): Guest {
  const guest = guests[index];
  if (guest === undefined) throw new Error(`there is no guest ${index}`);
  return guest;
}

function at(values: readonly number[], index: number): number {
  return values[index] ?? 0;
}
