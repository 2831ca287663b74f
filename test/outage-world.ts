/**
 * A cluster of which a test takes parts away: planners and profilers as processes, hosts by a script (`outage-host.ts`), and
 * somebody who asks for evacuations and reads the whole journal. It keeps the account of what was sent, received, repeated
 * and lost.
 */
import assert from "node:assert/strict";
import type { TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Bus } from "../services/kit/bus/bus.ts";
import type { EvacuationEvent, JournalEvent } from "../services/kit/bus/journal-event.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { subjects } from "../services/kit/bus/subjects.ts";
import type { EvacuationRequest } from "../services/kit/domain/evacuation.ts";
import type { HostProfiles } from "../services/kit/domain/profile.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import { createLog } from "../services/kit/run/log.ts";
import { type Deeds, OutageHost, type OutageVm } from "./outage-host.ts";
import { mixed4, requestOf } from "./planner-world.ts";
import { type ServiceProcess, startService } from "./service-process.ts";

const log = createLog("outages", process.env.CONTRAFLOW_TEST_LOG ?? "silent");
const HOST_IDS = ["a", "b", "c", "d"] as const;
const MEGABIT = 125_000;
const POLL_MILLISECONDS = 50;
/** Of a wait for what must come: a full outage may be part of it. */
const LIMIT_MILLISECONDS = 100_000;

export interface OutageSettings {
  readonly natsUrl: string;
  readonly redisUrl: string;
  readonly streamReplicas?: number;
}

export type OutageService = "planner" | "profiler";
const FLOOD_VMS = 4096;

class Flood {
  told = 0;
  readonly #world: OutageWorld;
  readonly #hostId: string;
  readonly #bus: Bus;

  constructor(world: OutageWorld, hostId: string, bus: Bus) {
    this.#world = world;
    this.#hostId = hostId;
    this.#bus = bus;
  }

  async tell(batches: number): Promise<void> {
    for (let count = 0; count < batches; count += 1) {
      this.told += 1;
      const moment = { sampleTimeUnixMilliseconds: this.told * 1000, monotonicMicroseconds: this.told * 1e6 };
      const samples = Array.from({ length: FLOOD_VMS }, (_, index) => ({
        ...{ vmId: `vm-${index}`, counterEpoch: 1 },
        ...{ outboundBytes: this.told * 1e9, inboundBytes: this.told * 1e9 },
      }));
      const batch = {
        ...{ hostId: this.#hostId, sequence: this.told, ...moment, sampleCount: FLOOD_VMS, samples },
        ...{ links: [], unknownTrafficVmIds: [], tickMilliseconds: 1000, agentStartTimeUnixMilliseconds: 1 },
      };
      const told = await this.#bus.tell(subjects.traffic(this.#hostId), codecs.TrafficBatch, batch);
      if (told.ok) continue;
      // Nobody listens any more: as an agent would, it is kept for later.
      this.told -= 1;
      return;
    }
  }

  /** Until the profiler has one that is told now. */
  async tellUntilProfiled(): Promise<void> {
    for (;;) {
      await this.tell(1);
      await delay(POLL_MILLISECONDS);
      const answer = await this.#world.profilesOf(this.#hostId);
      const last = answer.ok ? answer.value.vms[0]?.lastSampleTimeUnixMilliseconds : undefined;
      if (last === this.told * 1000) return;
    }
  }
}

type Answer = Extract<EvacuationEvent, { name: "planned" | "rejected" }>;
type Ending = Extract<EvacuationEvent, { name: "completed" | "failed" | "cancelled" | "rejected" }>;

export class OutageWorld {
  readonly hosts: ReadonlyMap<string, OutageHost>;
  readonly vms: readonly OutageVm[];
  readonly settings: OutageSettings;
  readonly #ends: (() => Promise<void>)[] = [];
  readonly #bus: Bus;
  readonly #buses: readonly Bus[];
  readonly #deeds: Deeds;
  readonly #events: { readonly sequence: number; readonly event: JournalEvent }[] = [];
  readonly #services = new Map<ServiceProcess, OutageService>();
  /** Requests that the command stream has acknowledged. */
  readonly #accepted: string[] = [];
  readonly #missedBefore = new Map<string, number>();

  private constructor(settings: OutageSettings, made: { bus: Bus; buses: readonly Bus[]; vms: readonly OutageVm[] }) {
    this.settings = settings;
    this.#bus = made.bus;
    this.#buses = made.buses;
    this.vms = made.vms;
    this.#deeds = { orders: new Map(), twice: 0, said: new Set() };
    const shared = { vms: made.vms, deeds: this.#deeds, log };
    this.hosts = new Map(
      HOST_IDS.map((hostId, index) => [
        hostId,
        new OutageHost(hostId, { bus: made.buses[index] ?? made.bus, ...shared }),
      ]),
    );
    this.#bus.followJournal({ sequence: 1 }, ({ event, sequence }) => {
      this.#events.push({ sequence, event });
    });
  }

  /** `a` and `c` have VMs, `b` and `d` are where they may go. One planner, one profiler. */
  static async start(settings: OutageSettings): Promise<OutageWorld> {
    const { natsUrl: url, streamReplicas } = settings;
    const connect = (name: string) => Bus.connect({ url, name, log, streamReplicas });
    const bus = await connect("asker");
    const buses = await Promise.all(HOST_IDS.map((hostId) => connect(`host-${hostId}`)));
    const vms = [...mixed4("a"), ...mixed4("c").slice(1, 3)].map(
      (vm, index): OutageVm => ({ ...vm, sinceMilliseconds: performance.now(), epoch: 100 * index + 1 }),
    );
    const world = new OutageWorld(settings, { bus, buses, vms });
    try {
      for (const name of ["planner", "profiler"] as const) await world.startService(name);
      return world;
    } catch (error) {
      await world.stop();
      throw error;
    }
  }

  async stop(): Promise<void> {
    for (const host of this.hosts.values()) host.stop();
    await Promise.all(this.#ends.map((end) => end()));
    await Promise.all([this.#bus, ...this.#buses].map((bus) => bus.close()));
  }

  async startService(name: OutageService): Promise<ServiceProcess> {
    const { natsUrl, redisUrl, streamReplicas } = this.settings;
    const replicas = streamReplicas === undefined ? {} : { streamReplicas };
    const ends = { after: (end: () => Promise<void>) => void this.#ends.push(end) };
    const redis = name === "profiler" ? { redisUrl } : {};
    const service = startService(ends, name, { natsUrl, ...replicas, ...redis });
    await service.hear("running");
    this.#services.set(service, name);
    return service;
  }

  /** All that run of this name, or so many, at once. */
  async killServices(name: OutageService, most = Number.POSITIVE_INFINITY): Promise<void> {
    const running = [...this.#services].flatMap(([service, one]) => (one === name ? [service] : [])).slice(0, most);
    for (const service of running) this.#services.delete(service);
    await Promise.all(running.map((service) => service.end("SIGKILL")));
  }

  async signalServices(name: OutageService, signal: NodeJS.Signals): Promise<void> {
    for (const [service, one] of this.#services) if (one === name) service.signal(signal);
  }

  /** The journal's places of what was said of migrations, as far as it has been read. */
  sequencesOf(entity: JournalEvent["entity"]): readonly number[] {
    return this.#events.flatMap(({ sequence, event }) => (event.entity === entity ? [sequence] : []));
  }

  /** Stores events of migrations that are none until the server takes no more; how many it took. */
  async fillJournal(): Promise<number> {
    for (let count = 1; ; count += 1) {
      const migrationId = `filler-${count}`;
      const migration = {
        migrationId,
        evacuationId: "filler",
        vmId: "none",
        sourceHostId: "a",
        destinationHostId: "b",
      };
      const stored = await this.#bus.store({
        subject: subjects.migrationEvent(migrationId, "cancelled"),
        codec: codecs.MigrationCancelled,
        value: { migration, reason: "x".repeat(4_000), eventTimeUnixMilliseconds: Date.now() },
        id: migrationId,
        signal: AbortSignal.timeout(1_000),
      });
      if (!stored.ok) return count - 1;
      this.#deeds.said.add(`migration ${migrationId} cancelled`);
    }
  }

  /** Batches of a host of as many VMs as there may be, as fast as NATS takes them. */
  flood(hostId: string) {
    return new Flood(this, hostId, this.#bus);
  }

  /** Returns when the request is stored, however long that takes. */
  async ask(
    evacuationId: string,
    hostId: string,
    destination: string,
    more: Partial<EvacuationRequest> = {},
  ): Promise<void> {
    const value = requestOf(evacuationId, hostId, { destinationHostIds: [destination], ...more });
    const message = { subject: subjects.request(evacuationId), codec: codecs.EvacuationRequest, value };
    unwrap(await this.#bus.store({ ...message, id: `request-${evacuationId}` }));
    this.#accepted.push(evacuationId);
  }

  async answer(evacuationId: string): Promise<Answer> {
    const isAnswer = ({ id, name }: JournalEvent) => id === evacuationId && (name === "planned" || name === "rejected");
    return (await this.#event(isAnswer, `an answer to ${evacuationId}`)) as Answer;
  }

  async ended(evacuationId: string): Promise<Ending> {
    const ends = ["completed", "failed", "cancelled", "rejected"];
    const isEnd = ({ entity, id, name }: JournalEvent) =>
      entity === "evacuation" && id === evacuationId && ends.includes(name);
    return (await this.#event(isEnd, `an end of ${evacuationId}`)) as Ending;
  }

  async completed(evacuationId: string): Promise<void> {
    const ending = await this.ended(evacuationId);
    assert.equal(ending.name, "completed", JSON.stringify(ending.body).slice(0, 2_000));
  }

  /** One of its migrations is under way. */
  async begun(evacuationId: string): Promise<void> {
    await this.#event(
      ({ entity, name, body }) =>
        entity === "migration" &&
        name === "started" &&
        "migration" in body &&
        body.migration.evacuationId === evacuationId,
      `a start of ${evacuationId}`,
    );
  }

  profilesOf(hostId: string) {
    const subject = subjects.getProfiles(hostId);
    return this.#bus.request(subject, codecs.GetProfiles, { hostId }, codecs.HostProfiles, 5_000);
  }

  /** Until every VM has a profile of now where it is, with the right rates in it, and is reported there. */
  async profiled(): Promise<void> {
    for (const hostId of HOST_IDS) {
      let said = "nothing";
      await this.until(
        async () => {
          const answer = await this.profilesOf(hostId);
          said = JSON.stringify(answer);
          return answer.ok && this.#isRight(answer.value) && (await this.#isReported(hostId));
        },
        () => `right profiles of ${hostId}, which are ${said}`,
      );
    }
  }

  /** A host of which nothing is reported yet is planned as an empty one. */
  async #isReported(hostId: string): Promise<boolean> {
    const entries = await this.#bus.readHosts();
    if (!entries.ok) return false;
    const reports = entries.value.map(({ bytes }) => unwrap(codecs.HostReport.decode(bytes)));
    const reported = reports.find((report) => report.hostId === hostId)?.vms.map(({ vmId }) => vmId) ?? [];
    const there = this.vms.flatMap((vm) => (vm.hostId === hostId ? [vm.vmId] : []));
    return reported.sort().join() === there.sort().join();
  }

  #isRight({ hostId, vms }: HostProfiles): boolean {
    return this.vms
      .filter((vm) => vm.hostId === hostId)
      .every(({ vmId, outboundMbit, inboundMbit }) => {
        const profile = vms.find((one) => one.vmId === vmId);
        if (profile === undefined || profile.direction === "UNKNOWN" || (profile.ageSeconds ?? 99) > 2) return false;
        const isNear = (measured: number, mbit: number) => Math.abs(measured - mbit * MEGABIT) < 0.02 * mbit * MEGABIT;
        const { outbound, inbound } = profile;
        return isNear(outbound.shortBytesPerSecond, outboundMbit) && isNear(inbound.shortBytesPerSecond, inboundMbit);
      });
  }

  /** Everything accepted is answered once, every order and event is there once, and no VM was moved from where it was not. */
  async account(t: TestContext): Promise<void> {
    for (const evacuationId of this.#accepted) await this.ended(evacuationId);
    const stored = await this.#bus.journalEnd();
    await this.until(
      () => (this.#events.at(-1)?.sequence ?? 0) >= stored,
      () => `event ${stored}`,
    );
    const sequences = new Set(this.#events.map(({ sequence }) => sequence));
    const keys = this.#events.map(({ event: { entity, id, name, body } }) =>
      name === "replanned" ? `${entity} ${id} ${name} ${body.revision}` : `${entity} ${id} ${name}`,
    );
    const received = new Set(keys);
    const answers = this.#events.filter(
      ({ event: { entity, name } }) => entity === "evacuation" && (name === "planned" || name === "rejected"),
    );
    const answered = new Set(answers.map(({ event }) => event.id));
    const lost = {
      requests: this.#accepted.filter((id) => !answered.has(id)),
      events: [...this.#deeds.said].filter((key) => !received.has(key)),
      journal: stored - sequences.size,
    };
    const repeated = {
      requests: answers.length - answered.size,
      orders: [...this.#deeds.orders].filter(([, times]) => times > 1).map(([key]) => key),
      events: keys.length - received.size,
      moves: this.#deeds.twice,
    };
    const orders = [...this.#deeds.orders.values()].reduce((sum, times) => sum + times, 0);
    t.diagnostic(
      `requests: ${this.#accepted.length} sent, ${answered.size} answered, ${repeated.requests} twice, ${lost.requests.length} lost`,
    );
    t.diagnostic(
      `orders: ${orders} carried out, ${repeated.orders.length} of them came again; moves from where the VM was not: ${repeated.moves}`,
    );
    t.diagnostic(
      `events: ${stored} stored, ${this.#events.length} received, ${repeated.events} repeated, ${lost.journal} lost; ` +
        `of ${this.#deeds.said.size} that hosts had acknowledged ${lost.events.length} lost`,
    );
    assert.deepEqual(lost, { requests: [], events: [], journal: 0 });
    // An order may come again after a crash; whoever carries it out knows it.
    assert.deepEqual({ ...repeated, orders: [] }, { requests: 0, orders: [], events: 0, moves: 0 });
    const places = new Set(this.vms.map(({ vmId }) => vmId));
    assert.equal(places.size, this.vms.length);
  }

  /** From here on the next account of samples counts. */
  async beginAccount(): Promise<void> {
    for (const hostId of HOST_IDS) {
      const { missedBatches = 0 } = await this.settledProfiles(hostId);
      this.#missedBefore.set(hostId, missedBatches);
    }
  }

  /** Of the samples since the account's begin; with none missed when all should have outlived the outage. */
  async accountOfSamples(t: TestContext, expects: "all" | "some"): Promise<void> {
    for (const [hostId, host] of this.hosts) {
      const { missedBatches: missedInAll = 0, completeness = 0, vms } = await this.settledProfiles(hostId);
      // An emptied Redis has begun to count again.
      const missedBatches = Math.max(0, missedInAll - (this.#missedBefore.get(hostId) ?? 0));
      const isHere = (vmId: string) => this.vms.some((vm) => vm.vmId === vmId && vm.hostId === hostId);
      const age = Math.max(0, ...vms.map(({ vmId, ageSeconds = 0 }) => (isHere(vmId) ? ageSeconds : 0)));
      t.diagnostic(
        `samples of ${hostId}: ${host.sampled} sent, ${host.dropped} dropped by the agent, ${missedBatches} lost on the way; ` +
          `${(completeness * 100).toFixed(0)} % of the last minute's, ${age.toFixed(1)} s old`,
      );
      if (expects === "all") assert.equal(missedBatches + host.dropped, 0, `of ${hostId}`);
    }
  }

  /** As soon as somebody answers. */
  async settledProfiles(hostId: string): Promise<HostProfiles> {
    for (;;) {
      const answer = await this.profilesOf(hostId);
      if (answer.ok) return answer.value;
      await delay(POLL_MILLISECONDS);
    }
  }

  async #event(is: (event: JournalEvent) => boolean, what: string): Promise<JournalEvent> {
    const find = () => this.#events.find(({ event }) => is(event))?.event;
    await this.until(
      () => find() !== undefined,
      () => what,
    );
    return find() ?? assert.fail(what);
  }

  async until(is: () => boolean | Promise<boolean>, what: () => string): Promise<void> {
    const giveUp = performance.now() + LIMIT_MILLISECONDS;
    while (!(await is())) {
      if (performance.now() > giveUp) {
        const last = this.#events.slice(-30).map(({ event: { id, name } }) => `${id} ${name}`);
        throw new Error(`waited for ${what()}; the last events are ${last.join(", ")}`);
      }
      await delay(POLL_MILLISECONDS);
    }
  }
}
