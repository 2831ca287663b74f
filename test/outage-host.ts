/**
 * A host by a script: VMs whose counters run, an agent that tells of them as the real one does, and an executor that moves
 * them and keeps what it was ordered and what it said. Its clock may be wrong.
 */
import { setTimeout as delay } from "node:timers/promises";
import { Outbox } from "../services/agent/outbox.ts";
import { realTime } from "../services/agent/ticker.ts";
import type { Bus, Command } from "../services/kit/bus/bus.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { type MigrationEventName, migrationEvents, subjects } from "../services/kit/bus/subjects.ts";
import type { MigrationRef } from "../services/kit/domain/migration.ts";
import type { TrafficBatch } from "../services/kit/domain/traffic.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import type { Log } from "../services/kit/run/log.ts";
import { report, type WorldVm } from "./planner-world.ts";

const TICK_MILLISECONDS = 250;
const REPORT_EVERY_TICKS = 4;
const MOVE_MILLISECONDS = 700;
const MEGABIT = 125_000;

/** Where it is changes with its moves. */
export interface OutageVm extends Omit<WorldVm, "hostId"> {
  hostId: string;
  sinceMilliseconds: number;
  /** Another one at each host. */
  epoch: number;
}

/** What all hosts together were ordered, did and said. */
export interface Deeds {
  /** Every order that came, by migration and name. */
  readonly orders: Map<string, number>;
  /** Moves that began although their VM was not there. */
  twice: number;
  /** Events that the journal has acknowledged. */
  readonly said: Set<string>;
}

export class OutageHost {
  readonly hostId: string;
  clockErrorMilliseconds = 0;
  readonly #bus: Bus;
  readonly #vms: readonly OutageVm[];
  readonly #deeds: Deeds;
  readonly #outbox: Outbox;
  readonly #timer: NodeJS.Timeout;
  #sequence = 0;
  #start: number | undefined;
  #reported = "";

  constructor(hostId: string, deps: { bus: Bus; vms: readonly OutageVm[]; deeds: Deeds; log: Log }) {
    const { bus, vms, deeds, log } = deps;
    this.hostId = hostId;
    this.#bus = bus;
    this.#vms = vms;
    this.#deeds = deeds;
    this.#outbox = new Outbox(
      { backlogSeconds: 600, tickMilliseconds: TICK_MILLISECONDS },
      { tell: (batch) => bus.tell(subjects.traffic(hostId), codecs.TrafficBatch, batch), time: realTime(), log },
    );
    bus.consumeCommands(
      `executor-${hostId}`,
      `cf.v1.cmd.host.${hostId}.>`,
      async (command) => {
        await this.#take(command);
        return { kind: "done" };
      },
      { concurrency: 8 },
    );
    this.#timer = setInterval(() => this.#tick(), TICK_MILLISECONDS);
  }

  get sampled(): number {
    return this.#sequence;
  }

  get dropped(): number {
    return this.#outbox.dropped;
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#outbox.stop();
  }

  #wall(): number {
    return Date.now() + this.clockErrorMilliseconds;
  }

  #tick(): void {
    const own = this.#vms.filter((vm) => vm.hostId === this.hostId);
    const now = performance.now();
    this.#start ??= this.#wall();
    this.#sequence += 1;
    const samples = own.map((vm): TrafficBatch["samples"][number] => {
      const bytes = (mbit: number) => Math.floor((mbit * MEGABIT * (now - vm.sinceMilliseconds)) / 1000);
      const { vmId, epoch: counterEpoch } = vm;
      return { vmId, counterEpoch, outboundBytes: bytes(vm.outboundMbit), inboundBytes: bytes(vm.inboundMbit) };
    });
    this.#outbox.take({
      ...{ hostId: this.hostId, sequence: this.#sequence, sampleCount: samples.length, samples },
      ...{ sampleTimeUnixMilliseconds: this.#wall(), monotonicMicroseconds: Math.round(now * 1000) },
      ...{ links: [], unknownTrafficVmIds: [], tickMilliseconds: TICK_MILLISECONDS },
      agentStartTimeUnixMilliseconds: this.#start,
    });
    const there = own.map(({ vmId }) => vmId).join(" ");
    if (this.#sequence % REPORT_EVERY_TICKS !== 1 && there === this.#reported) return;
    this.#reported = there;
    const value = { ...report(this.hostId, own), reportTimeUnixMilliseconds: this.#wall() };
    void this.#bus.putHost(this.hostId, unwrap(codecs.HostReport.encode(value)));
  }

  async #take(command: Command): Promise<void> {
    if (command.name === "prepare-incoming") {
      const { migration } = unwrap(codecs.PrepareIncoming.decode(command.bytes));
      this.#ordered(migration, command.name);
      await this.#say(migration, "incoming-ready", { address: "127.0.0.1", port: 4444 });
    } else if (command.name === "start-migration") {
      const { migration, technique } = unwrap(codecs.StartMigration.decode(command.bytes));
      // As the real one does: what it has begun it does not begin again.
      if (this.#ordered(migration, command.name) === 1) void this.#move(migration, technique);
    }
  }

  #ordered({ migrationId }: MigrationRef, name: string): number {
    const key = `${migrationId} ${name}`;
    const times = (this.#deeds.orders.get(key) ?? 0) + 1;
    this.#deeds.orders.set(key, times);
    return times;
  }

  async #move(migration: MigrationRef, technique: string): Promise<void> {
    const vm = this.#vms.find(({ vmId }) => vmId === migration.vmId);
    if (vm?.hostId !== migration.sourceHostId) this.#deeds.twice += 1;
    await this.#say(migration, "started", { technique });
    await delay(MOVE_MILLISECONDS);
    await this.#say(migration, "switched");
    if (vm !== undefined) {
      Object.assign(vm, { hostId: migration.destinationHostId, sinceMilliseconds: performance.now() });
      vm.epoch += 1;
    }
    await this.#say(migration, "resumed");
    if (technique !== "PRE_COPY") await this.#say(migration, "settled", { observed: true });
    const fact = { totalSeconds: 1, downtimeSeconds: 0.1, transferredBytes: 1_000_000, postCopyRequests: 0 };
    await this.#say(migration, "completed", { technique, ...fact });
  }

  async #say(migration: MigrationRef, name: MigrationEventName, rest: { [key: string]: unknown } = {}): Promise<void> {
    const id = `${migration.migrationId}-${name}`;
    const stored = await this.#bus.store({
      subject: subjects.migrationEvent(migration.migrationId, name),
      // biome-ignore lint/suspicious/noExplicitAny: the codec checks what the script says
      codec: migrationEvents[name] as any,
      value: { migration, eventTimeUnixMilliseconds: this.#wall(), ...rest },
      id,
    });
    if (stored.ok) this.#deeds.said.add(`migration ${migration.migrationId} ${name}`);
  }
}
