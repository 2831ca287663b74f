/**
 * Agents of hosts that do not exist: publishes what they would, each at its own time, and asks the profilers what they have
 * of it.
 *
 * 1. A tick that could not be kept is left out and counted: then the figures are not those of so many hosts.
 * 2. What is asked is asked over the same bus, at even distances: it is part of the load, and said.
 */
import { setTimeout as delay } from "node:timers/promises";
import type { Bus } from "../kit/bus/bus.ts";
import type { Codec } from "../kit/bus/codec.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { HostProfiles } from "../kit/domain/profile.ts";
import { ok, type Result } from "../kit/failure/failure.ts";
import { type ClusterOptions, SimulatedCluster } from "./core/cluster.ts";
import { type Ages, Ledger, type Totals } from "./core/ledger.ts";
import { turnsDue } from "./core/turns.ts";

export interface SimulationOptions extends ClusterOptions {
  readonly intervalSeconds: number;
  readonly durationSeconds: number;
  /** Undefined: hosts do not report, so that only profilers have work. */
  readonly reportEverySeconds: number | undefined;
  /** How often each host's profile is asked for; undefined: nobody is asked, and nothing is said of what has arrived. */
  readonly askEverySeconds: number | undefined;
}

export interface SimulationDeps {
  /** Hosts share them in turn. */
  readonly buses: readonly Agents[];
  readonly wallMilliseconds: () => number;
  readonly monotonicMilliseconds: () => number;
  readonly signal: AbortSignal;
  /** Called about once a second. */
  progress(state: SimulationState): void;
}

export interface SimulationState {
  readonly seconds: number;
  readonly totals: Totals;
  readonly ages: Ages;
  /** Of what was answered since the last call. */
  readonly oldestSeconds: number;
  readonly reports: number;
  readonly reportBytes: number;
  /** Reports that the server did not keep. */
  readonly reportsRefused: number;
  readonly moves: number;
  readonly skippedTicks: number;
  /** Batches that could not be sent, there being no connection. */
  readonly unsent: number;
  readonly unanswered: number;
}

const SLICE_MILLISECONDS = 10;
const PROGRESS_MILLISECONDS = 1_000;
const ANSWER_MILLISECONDS = 5_000;
const ASKED_AT_ONCE = 32;
/** Without anything more being counted, what is on its way has ended. */
const SETTLE_MILLISECONDS = 5_000;

type Agents = Pick<Bus, "publish" | "putHost" | "request">;

export class Simulation {
  readonly #options: SimulationOptions;
  readonly #deps: SimulationDeps;
  readonly #cluster: SimulatedCluster;
  readonly #ledger: Ledger;
  readonly #changed = new Set<number>();
  readonly #storing = new Set<number>();
  readonly #under = new Set<Promise<unknown>>();
  readonly #next = { sample: 0, question: 0 };
  #state = { reports: 0, reportBytes: 0, reportsRefused: 0, moves: 0, skippedTicks: 0, unsent: 0, unanswered: 0 };
  #oldestSeconds = 0;
  #seconds = 0;

  constructor(options: SimulationOptions, deps: SimulationDeps) {
    this.#options = options;
    this.#deps = deps;
    this.#cluster = new SimulatedCluster(options);
    this.#ledger = new Ledger(options.hosts);
  }

  /** Ends after its time, or when `signal` is aborted; in either case what was sent is accounted for. */
  async run(): Promise<Result<SimulationState>> {
    const { askEverySeconds, durationSeconds } = this.#options;
    const { monotonicMilliseconds, signal, progress } = this.#deps;
    if (askEverySeconds !== undefined) {
      const begun = await this.#begin();
      if (!begun.ok) return begun;
    }
    const start = monotonicMilliseconds();
    let told = start;
    while (!signal.aborted) {
      const now = monotonicMilliseconds();
      this.#seconds = Math.min(durationSeconds, (now - start) / 1000);
      this.#publishDue();
      this.#askDue();
      if (now - told >= PROGRESS_MILLISECONDS) {
        told = now;
        progress(this.#told());
        this.#oldestSeconds = 0;
      }
      if (this.#seconds >= durationSeconds) break;
      await delay(SLICE_MILLISECONDS, undefined, { signal }).catch(() => undefined);
    }
    await Promise.all(this.#under);
    if (askEverySeconds !== undefined) await this.#settle();
    if (this.#options.reportEverySeconds !== undefined) await this.#leave();
    return ok(this.#told());
  }

  #publishDue(): void {
    const { hosts } = this.#options;
    const { first, end, skipped } = turnsDue(this.#next.sample, this.#seconds, this.#options);
    this.#state.skippedTicks += skipped;
    this.#next.sample = end;
    if (end === first) return;
    for (const { fromHost, toHost } of this.#cluster.move(this.#seconds)) {
      this.#state.moves += 1;
      this.#changed.add(fromHost).add(toHost);
    }
    for (let turn = first; turn < end; turn += 1) this.#tick(turn % hosts, Math.floor(turn / hosts));
  }

  #tick(host: number, tick: number): void {
    const bus = this.#busOf(host);
    const hostId = this.#hostId(host);
    const sampleTimeUnixMilliseconds = Math.round(this.#deps.wallMilliseconds());
    const monotonicMicroseconds = Math.round(this.#deps.monotonicMilliseconds() * 1000);
    const batch = this.#cluster.sample(host, this.#seconds, { sampleTimeUnixMilliseconds, monotonicMicroseconds });
    const { codec, bytes } = encodedOnce(codecs.TrafficBatch, batch);
    const sent = bus.publish(subjects.traffic(hostId), codec, batch);
    if (sent.ok) this.#ledger.sent(host, batch, bytes);
    else this.#state.unsent += 1;
    const { reportEverySeconds, intervalSeconds } = this.#options;
    if (reportEverySeconds === undefined) return;
    const ticks = Math.max(1, Math.round(reportEverySeconds / intervalSeconds));
    // At its first tick each, and then in turn: not all hosts report in the same second.
    if (tick !== 0 && (tick + host) % ticks !== 0 && !this.#changed.has(host)) return;
    this.#changed.delete(host);
    this.#report(host, sampleTimeUnixMilliseconds);
  }

  #report(host: number, reportTimeUnixMilliseconds: number): void {
    const bus = this.#busOf(host);
    const hostId = this.#hostId(host);
    const report = this.#cluster.report(host, reportTimeUnixMilliseconds);
    const { codec, bytes, encoded } = encodedOnce(codecs.HostReport, report);
    if (!bus.publish(subjects.report(hostId), codec, report).ok) return;
    this.#state.reports += 1;
    this.#state.reportBytes += bytes;
    // As an agent does: a report waits for its answer, and those that come meanwhile would only queue behind it.
    if (!encoded.ok || this.#storing.has(host)) return;
    this.#storing.add(host);
    this.#keep(
      bus.putHost(hostId, encoded.value).then((stored) => {
        this.#storing.delete(host);
        if (!stored.ok) this.#state.reportsRefused += 1;
      }),
    );
  }

  #askDue(): void {
    const { hosts, askEverySeconds } = this.#options;
    if (askEverySeconds === undefined) return;
    const { first, end } = turnsDue(this.#next.question, this.#seconds, { hosts, intervalSeconds: askEverySeconds });
    this.#next.question = end;
    for (let turn = first; turn < end; turn += 1) {
      if (this.#under.size >= ASKED_AT_ONCE + this.#storing.size) return;
      this.#keep(this.#ask(turn % hosts));
    }
  }

  async #ask(host: number): Promise<void> {
    const answer = await this.#question(host);
    if (!answer.ok) {
      this.#state.unanswered += 1;
      return;
    }
    this.#ledger.counted(host, answer.value.takenBatches ?? 0);
    const age = this.#ledger.aged(host, answer.value, this.#deps.wallMilliseconds());
    if (age !== undefined) this.#oldestSeconds = Math.max(this.#oldestSeconds, age);
  }

  #question(host: number): Promise<Result<HostProfiles>> {
    const hostId = this.#hostId(host);
    const { GetProfiles, HostProfiles } = codecs;
    return this.#busOf(host).request(
      subjects.getProfiles(hostId),
      GetProfiles,
      { hostId },
      HostProfiles,
      ANSWER_MILLISECONDS,
    );
  }

  /** The first question says whether there is anybody to be asked. */
  async #begin(): Promise<Result<void>> {
    const first = await this.#question(0);
    if (!first.ok) return first;
    await this.#each(this.#cluster.hostIds.keys(), async (host) => {
      const known = await this.#question(host);
      if (known.ok) this.#ledger.begins(host, known.value.takenBatches ?? 0);
    });
    return ok(undefined);
  }

  /** Asks for the hosts of which something is missing until nothing is, or nothing more comes. */
  async #settle(): Promise<void> {
    const { monotonicMilliseconds } = this.#deps;
    let lost = Number.POSITIVE_INFINITY;
    let since = monotonicMilliseconds();
    while (monotonicMilliseconds() - since < SETTLE_MILLISECONDS) {
      await this.#each(this.#ledger.behind().values(), async (host) => {
        const answer = await this.#question(host);
        if (answer.ok) this.#ledger.counted(host, answer.value.takenBatches ?? 0);
      });
      const now = this.#ledger.totals().lost;
      if (now === 0) return;
      if (now < lost) since = monotonicMilliseconds();
      lost = now;
      await delay(PROGRESS_MILLISECONDS / 10);
    }
  }

  /** A planner would take hosts of which reports are left for hosts that are silent. */
  async #leave(): Promise<void> {
    await this.#each(this.#cluster.hostIds.keys(), async (host) => {
      await this.#busOf(host).putHost(this.#hostId(host), undefined);
    });
  }

  async #each(hosts: Iterable<number>, work: (host: number) => Promise<void>): Promise<void> {
    const left = hosts[Symbol.iterator]();
    const worker = async () => {
      for (let next = left.next(); next.done !== true; next = left.next()) await work(next.value);
    };
    await Promise.all(Array.from({ length: ASKED_AT_ONCE }, worker));
  }

  #keep(work: Promise<void>): void {
    const kept: Promise<unknown> = work.finally(() => this.#under.delete(kept));
    this.#under.add(kept);
  }

  #told(): SimulationState {
    return {
      ...this.#state,
      seconds: this.#seconds,
      totals: this.#ledger.totals(),
      ages: this.#ledger.ages(),
      oldestSeconds: this.#oldestSeconds,
    };
  }

  #hostId(host: number): string {
    return this.#cluster.hostIds[host] as string;
  }

  #busOf(host: number): Agents {
    return this.#deps.buses[host % this.#deps.buses.length] as Agents;
  }
}

/** Checked and encoded once, to be counted, published and stored. */
function encodedOnce<T>(codec: Codec<T>, value: T) {
  const encoded = codec.encode(value);
  return { encoded, bytes: encoded.ok ? encoded.value.length : 0, codec: { ...codec, encode: () => encoded } };
}
