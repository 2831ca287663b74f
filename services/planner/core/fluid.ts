/**
 * The fluid model of design.md section 4: application flows limited by their demand and migration flows that take what
 * they can share full-duplex links max-min (weighted, see model.ts), from event to event.
 *
 *     pre-copy   pass: used memory; then again what was dirtied meanwhile (rate x time, at most what can be rewritten),
 *                until that can be sent within the downtime limit; then it is sent while the VM stands still
 *     post-copy  switch: the VM stops at the source; hot: until its working set has arrived, its application stands
 *                still; then it runs at the destination and the bulk follows
 *     hybrid     one pass, then hot with what was dirtied meanwhile
 *
 * A host with a network of its own for migrations has its migrations on other links than its VMs' traffic.
 *
 * 1. Every step of an acyclic schedule ends, and has moved at least its VM's used memory.
 * 2. A pre-copied VM stays at the source until its last byte; a post-copied one is at the destination from its working set's.
 */
import type { Technique } from "../../kit/domain/technique.ts";
import type { Cluster } from "./cluster.ts";
import { Contention, type LinkLoad, type Moment } from "./contention.ts";
import { type Candidate, type Link, layOut, linesOf, type Move } from "./layout.ts";
import { at } from "./links.ts";
import type { Model } from "./model.ts";

/** When nothing has happened yet, a time is infinite. Seconds from the begin, bytes of memory without overhead. */
export interface Course {
  readonly vmId: string;
  readonly startSeconds: number;
  readonly switchSeconds: number;
  readonly settledSeconds: number;
  readonly endSeconds: number;
  readonly transferredBytes: number;
  /** Application bytes that this VM did not send or receive because of the migrations, its own or others'. */
  readonly degradedBytes: number;
  /** False: a pre-copy that was counted as ended after the model's largest number of passes, and in truth never ends. */
  readonly converged: boolean;
}

/** A place in a course to which `restore` goes back. */
export interface Place {
  readonly now: number;
  readonly stayersDegraded: number;
  readonly phases: Uint8Array;
  readonly values: Float64Array;
  readonly demands: Float64Array;
  readonly active: readonly number[];
}

/** What is still to be done of a migration. */
export interface Remainder {
  readonly phase: (typeof phases)[number];
  /** Of one that has begun. */
  readonly technique: Technique;
  /** Of this phase: bytes, or seconds while it is switching or finishing. */
  readonly left: number;
  /** After the hot phase. */
  readonly bulkBytes: number;
  /** Those that have ended, and how long the one that is under way takes so far. */
  readonly passes: number;
  readonly passSeconds: number;
}

const WAITING = 0;
const SWITCHING = 1;
const COPYING = 2;
const HOT = 3;
const BULK = 4;
const FINISHING = 5;
const DONE = 6;
const phases = ["waiting", "switching", "copying", "hot", "bulk", "finishing", "done"] as const;

/** Seconds: below it is rounding. */
const NOTHING = 1e-9;

/** Values of a move that change; one row each in `#values`. */
const LEFT = 0;
const BULK_BYTES = 1;
const PASS_BEGAN = 2;
const PASSES = 3;
const SENT = 4;
const START = 5;
const SWITCHED = 6;
const SETTLED = 7;
const END = 8;
const DEGRADED = 9;
const TECHNIQUE = 10;
const ENDLESS = 11;
const ROW = 12;

const techniques: readonly Technique[] = ["PRE_COPY", "POST_COPY", "HYBRID"];

export class Fluid implements Moment {
  now = 0;
  readonly moves: readonly Move[];
  readonly model: Model;
  readonly links: readonly Link[];
  /** Links that bound migrations together. */
  readonly lines: readonly (readonly number[])[];
  readonly #contention: Contention;
  readonly #phases: Uint8Array;
  readonly #values: Float64Array;
  #active: number[] = [];
  #stayersDegraded = 0;
  /** What applications are short of without any migration. */
  readonly #baseLossOf: Float64Array;
  readonly #stayersBaseLoss: number;

  constructor(
    cluster: Cluster,
    candidates: readonly Candidate[],
    model: Model,
    hotPhasePaceBytesPerSecond?: number | undefined,
  ) {
    this.model = model;
    const { links, moves } = layOut(cluster, candidates, model);
    this.links = links;
    this.moves = moves;
    this.lines = linesOf(moves);
    this.#phases = new Uint8Array(moves.length);
    this.#values = new Float64Array(moves.length * ROW);
    for (const index of moves.keys()) {
      for (const time of [START, SWITCHED, SETTLED, END]) this.#set(index, time, Number.POSITIVE_INFINITY);
    }
    this.#contention = new Contention(links, moves, model, this, hotPhasePaceBytesPerSecond);
    this.#contention.share();
    this.#baseLossOf = this.#contention.lossOf.slice();
    this.#stayersBaseLoss = this.#contention.stayersLoss;
  }

  /** Its copy begins now. */
  start(index: number, technique: Technique): void {
    const move = this.move(index);
    this.#active.push(index);
    this.#set(index, TECHNIQUE, techniques.indexOf(technique));
    this.#set(index, START, this.now);
    if (technique === "POST_COPY") {
      this.#phases[index] = SWITCHING;
      this.#set(index, LEFT, move.pair.postCopySwitchSeconds);
    } else {
      this.#phases[index] = COPYING;
      this.#set(index, PASS_BEGAN, this.now);
      this.#set(index, LEFT, move.vm.usedBytes);
    }
  }

  /** It has begun before: so many bytes are left of it. */
  resume(index: number, phase: "copying" | "hot" | "settled", technique: Technique, leftBytes: number): void {
    this.start(index, technique);
    const move = this.move(index);
    if (phase === "copying") {
      if (technique !== "POST_COPY") this.#set(index, LEFT, leftBytes);
      return;
    }
    this.#contention.place(move, "source", -1);
    this.#set(index, SWITCHED, this.now);
    if (phase === "hot") {
      this.#phases[index] = HOT;
      const arrived = technique === "POST_COPY" ? Math.max(0, move.vm.usedBytes - leftBytes) : 0;
      const hot = Math.min(Math.max(0, move.vm.hotBytes - arrived), leftBytes);
      this.#set(index, LEFT, hot);
      this.#set(index, BULK_BYTES, leftBytes - hot);
    } else {
      this.#contention.place(move, "destination", 1);
      this.#phases[index] = BULK;
      // That has been noticed already.
      this.#set(index, SETTLED, this.now - this.model.settleNoticeSeconds);
      this.#set(index, LEFT, leftBytes);
    }
  }

  get isIdle(): boolean {
    return this.#active.length === 0;
  }

  /** And somebody has noticed. */
  hasSettled(index: number): boolean {
    return this.#phases[index] === DONE || this.now >= this.#noticed(index) - NOTHING;
  }

  #noticed(index: number): number {
    return this.#get(index, SETTLED) + this.model.settleNoticeSeconds;
  }

  hasEnded(index: number): boolean {
    return this.#phases[index] === DONE;
  }

  degradedBytes(): number {
    let sum = this.#stayersDegraded;
    for (let index = 0; index < this.moves.length; index += 1) sum += this.#get(index, DEGRADED);
    return sum;
  }

  /**
   * To the next event of any migration. `observe` is told what each link carries from now until then. Only while
   * something is active.
   */
  step(observe?: (fromSeconds: number, untilSeconds: number, loads: readonly LinkLoad[]) => void): void {
    this.#contention.share();
    let span = Number.POSITIVE_INFINITY;
    for (const index of this.#active) {
      span = Math.min(span, this.#timeLeft(index));
      if (!this.hasSettled(index)) span = Math.min(span, this.#noticed(index) - this.now);
    }
    if (!Number.isFinite(span)) throw new Error("no migration gets anything of its links");
    observe?.(this.now, this.now + span, this.#contention.loads());
    this.#integrate(span);
    this.now += span;
    const before = this.#active;
    for (const index of before) {
      const phase = this.#phases[index];
      if (phase === SWITCHING || phase === FINISHING) {
        this.#add(index, LEFT, -span);
      } else {
        const { flow, pair } = this.move(index);
        const bytes = (flow.rate / pair.streamOverhead) * span;
        this.#add(index, LEFT, -Math.min(bytes, this.#get(index, LEFT)));
        this.#add(index, SENT, bytes);
      }
    }
    for (const index of before) if (this.#timeLeft(index) <= NOTHING) this.#advance(index);
    if (before.some((index) => this.#phases[index] === DONE)) {
      this.#active = before.filter((index) => this.#phases[index] !== DONE);
    }
  }

  remainder(index: number): Remainder {
    const phase = at(this.#phases, index);
    return {
      phase: phases[phase] ?? "done",
      technique: techniques[this.#get(index, TECHNIQUE)] ?? "PRE_COPY",
      left: this.#get(index, LEFT),
      bulkBytes: this.#get(index, BULK_BYTES),
      passes: this.#get(index, PASSES),
      passSeconds: phase === COPYING ? this.now - this.#get(index, PASS_BEGAN) : 0,
    };
  }

  course(index: number): Course {
    return {
      vmId: this.move(index).vm.vmId,
      startSeconds: this.#get(index, START),
      switchSeconds: this.#get(index, SWITCHED),
      settledSeconds: this.#get(index, SETTLED),
      endSeconds: this.#get(index, END),
      transferredBytes: this.#get(index, SENT),
      degradedBytes: this.#get(index, DEGRADED),
      converged: this.#get(index, ENDLESS) === 0,
    };
  }

  save(): Place {
    return {
      now: this.now,
      stayersDegraded: this.#stayersDegraded,
      phases: this.#phases.slice(),
      values: this.#values.slice(),
      demands: this.#contention.demands.slice(),
      active: this.#active.slice(),
    };
  }

  restore(place: Place): void {
    this.now = place.now;
    this.#stayersDegraded = place.stayersDegraded;
    this.#phases.set(place.phases);
    this.#values.set(place.values);
    this.#contention.demands.set(place.demands);
    this.#active = place.active.slice();
  }

  get active(): readonly number[] {
    return this.#active;
  }

  isSending(index: number): boolean {
    const phase = this.#phases[index];
    return phase !== SWITCHING && phase !== FINISHING;
  }

  isHot(index: number): boolean {
    return this.#phases[index] === HOT;
  }

  needsRoom(index: number): boolean {
    const phase = this.#phases[index];
    return (phase === HOT || phase === BULK) && !this.hasSettled(index);
  }

  #integrate(span: number): void {
    this.#stayersDegraded += Math.max(0, this.#contention.stayersLoss - this.#stayersBaseLoss) * span;
    if (!this.#contention.isCrowded) {
      for (const index of this.#active) if (this.#phases[index] === HOT) this.#degrade(index, span);
      return;
    }
    for (let index = 0; index < this.moves.length; index += 1) this.#degrade(index, span);
  }

  #degrade(index: number, span: number): void {
    let loss = at(this.#contention.lossOf, index);
    if (this.#phases[index] === HOT) {
      const { vm } = this.move(index);
      loss += vm.outbound + vm.inbound;
    }
    const more = loss - at(this.#baseLossOf, index);
    if (more > 0) this.#add(index, DEGRADED, more * span);
  }

  #timeLeft(index: number): number {
    const left = this.#get(index, LEFT);
    const phase = this.#phases[index];
    if (phase === DONE) return Number.POSITIVE_INFINITY;
    if (left <= NOTHING) return 0;
    if (phase === SWITCHING || phase === FINISHING) return left;
    const { flow, pair } = this.move(index);
    if (flow.rate <= 0) return Number.POSITIVE_INFINITY;
    return (left * pair.streamOverhead) / flow.rate;
  }

  /** What follows when nothing is left of a phase. */
  #advance(index: number): void {
    const move = this.move(index);
    switch (this.#phases[index]) {
      case SWITCHING:
        this.#beginHot(index, move.vm.usedBytes);
        break;
      case COPYING:
        this.#endPass(index);
        break;
      case HOT:
        this.#set(index, SETTLED, this.now);
        this.#contention.place(move, "destination", 1);
        this.#phases[index] = BULK;
        this.#set(index, LEFT, this.#get(index, BULK_BYTES));
        break;
      case BULK:
        this.#phases[index] = FINISHING;
        this.#set(index, LEFT, move.pair.postCopyFixedSeconds);
        break;
      case FINISHING:
        this.#phases[index] = DONE;
        this.#set(index, END, this.now);
        if (this.#get(index, SETTLED) === Number.POSITIVE_INFINITY) this.#set(index, SETTLED, this.now);
        break;
    }
  }

  /** The VM has left the source; until its working set has arrived its application stands still. */
  #beginHot(index: number, bytes: number): void {
    const move = this.move(index);
    const hot = Math.min(move.vm.hotBytes, bytes);
    this.#contention.place(move, "source", -1);
    this.#phases[index] = HOT;
    this.#set(index, SWITCHED, this.now);
    this.#set(index, LEFT, hot);
    this.#set(index, BULK_BYTES, bytes - hot);
  }

  #endPass(index: number): void {
    const move = this.move(index);
    const { vm, flow, pair } = move;
    const passed = this.now - this.#get(index, PASS_BEGAN);
    const dirtied = Math.min(vm.dirtyBytesPerSecond * passed, vm.rewritableBytes);
    if (techniques[this.#get(index, TECHNIQUE)] === "HYBRID") {
      this.#beginHot(index, dirtied);
      return;
    }
    this.#add(index, PASSES, 1);
    const rate = flow.rate / pair.streamOverhead;
    if (dirtied > rate * this.model.downtimeLimitSeconds) {
      if (this.#get(index, PASSES) < this.model.maximumPasses) {
        this.#set(index, PASS_BEGAN, this.now);
        this.#set(index, LEFT, dirtied);
        return;
      }
      this.#set(index, ENDLESS, 1);
    }
    this.#add(index, SENT, dirtied);
    this.#set(index, SWITCHED, this.now);
    this.#contention.place(move, "source", -1);
    this.#contention.place(move, "destination", 1);
    this.#phases[index] = FINISHING;
    this.#set(index, LEFT, pair.preCopyFixedSeconds);
    if (rate > 0) this.#add(index, DEGRADED, (dirtied / rate) * (vm.outbound + vm.inbound));
  }

  /** Undefined: its application stands still and is on no link. */
  placeOf(index: number): "source" | "destination" | undefined {
    const phase = this.#phases[index];
    if (phase === HOT) return undefined;
    if (phase === WAITING || phase === SWITCHING || phase === COPYING) return "source";
    return "destination";
  }

  move(index: number): Move {
    const move = this.moves[index];
    if (move === undefined) throw new Error(`there is no move ${index}`);
    return move;
  }

  #get(index: number, value: number): number {
    return at(this.#values, index * ROW + value);
  }

  #set(index: number, value: number, to: number): void {
    this.#values[index * ROW + value] = to;
  }

  #add(index: number, value: number, more: number): void {
    this.#set(index, value, this.#get(index, value) + more);
  }
}
