/** A cluster as the planner meets it on the bus: hosts that report, a profiler that answers, executors by a script. */
import { Bus, type Command } from "../services/kit/bus/bus.ts";
import type { JournalEvent } from "../services/kit/bus/journal-event.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { type MigrationEventName, migrationEvents, subjects } from "../services/kit/bus/subjects.ts";
import type { EvacuationRequest } from "../services/kit/domain/evacuation.ts";
import type { HostReport } from "../services/kit/domain/host.ts";
import type {
  EscalateMigration,
  MigrationRef,
  PrepareIncoming,
  SetPace,
  StartMigration,
} from "../services/kit/domain/migration.ts";
import type { VmProfile } from "../services/kit/domain/profile.ts";
import type { VmSpec } from "../services/kit/domain/vm-spec.ts";
import { ok, unwrap } from "../services/kit/failure/failure.ts";
import { createLog } from "../services/kit/run/log.ts";
import { plannerConfig } from "../services/planner/config.ts";
import { startPlanner } from "../services/planner/service.ts";

export const log = createLog("planner-test", process.env.CONTRAFLOW_TEST_LOG ?? "silent");
const MEGABIT = 125_000;
const MIB = 2 ** 20;

export interface WorldVm {
  readonly vmId: string;
  readonly hostId: string;
  readonly outboundMbit: number;
  readonly inboundMbit: number;
  readonly declared?: boolean;
  readonly memoryMib?: number;
  readonly migrateAfter?: string | undefined;
}

export const mixed4 = (hostId: string): WorldVm[] => [
  { vmId: `${hostId}-vm-0`, hostId, outboundMbit: 45, inboundMbit: 0.2 },
  { vmId: `${hostId}-vm-1`, hostId, outboundMbit: 45, inboundMbit: 0.2 },
  { vmId: `${hostId}-vm-2`, hostId, outboundMbit: 0.2, inboundMbit: 45 },
  { vmId: `${hostId}-vm-3`, hostId, outboundMbit: 0.2, inboundMbit: 45 },
];

/** Of what hosts and the profiler say. */
export interface Quality {
  readonly reportAgeSeconds?: number | undefined;
  readonly profileAgeSeconds?: number | undefined;
  readonly completeness?: number | undefined;
}

export type HostCommand =
  | { readonly name: "prepare-incoming"; readonly body: PrepareIncoming }
  | { readonly name: "start-migration"; readonly body: StartMigration }
  | { readonly name: "pace"; readonly body: SetPace }
  | { readonly name: "escalate"; readonly body: EscalateMigration };

/** Everything that happened, in the order in which the test learnt of it, and promises of what is to come. */
export class History<T> {
  readonly #items: T[] = [];
  #waiters: { readonly wanted: (item: T) => boolean; readonly resolve: (item: T) => void }[] = [];

  add(item: T): void {
    this.#items.push(item);
    const due = this.#waiters.filter(({ wanted }) => wanted(item));
    this.#waiters = this.#waiters.filter((waiter) => !due.includes(waiter));
    for (const { resolve } of due) resolve(item);
  }

  all(wanted: (item: T) => boolean = () => true): T[] {
    return this.#items.filter(wanted);
  }

  first(wanted: (item: T) => boolean): Promise<T> {
    const there = this.#items.find(wanted);
    if (there !== undefined) return Promise.resolve(there);
    return new Promise((resolve) => this.#waiters.push({ wanted, resolve }));
  }
}

export class World {
  readonly bus: Bus;
  readonly events = new History<JournalEvent>();
  readonly commands = new History<HostCommand>();
  /** What a VM's executors do when told to start; replaced by tests that hold a migration. */
  onStart: (migration: MigrationRef, technique: string) => Promise<void> = (migration, technique) =>
    this.moveAtOnce(migration, technique);
  /** What a VM's profile says now, where it is not what the VM began with. */
  readonly turned = new Map<string, Pick<WorldVm, "outboundMbit" | "inboundMbit">>();
  onPrepare: (migration: MigrationRef) => Promise<void> = (migration) => this.listen(migration);

  private constructor(bus: Bus) {
    this.bus = bus;
  }

  static async open(url: string): Promise<World> {
    const world = new World(await Bus.connect({ url, name: "world", log }));
    world.bus.followJournal({ sequence: 1 }, ({ event }) => world.events.add(event));
    return world;
  }

  /** The hosts' agents, the profiler, and each host's executor. */
  async furnish(hostIds: readonly string[], vms: readonly WorldVm[], quality: Quality = {}): Promise<void> {
    const { reportAgeSeconds, profileAgeSeconds, completeness } = quality;
    for (const hostId of hostIds) {
      const own = vms.filter((vm) => vm.hostId === hostId);
      unwrap(await this.bus.putHost(hostId, unwrap(codecs.HostReport.encode(report(hostId, own, reportAgeSeconds)))));
      this.bus.serve(subjects.getProfiles(hostId), undefined, codecs.GetProfiles, codecs.HostProfiles, async () =>
        ok({
          hostId,
          answerTimeUnixMilliseconds: Date.now(),
          vms: own.map((vm) => profile({ ...vm, ...this.turned.get(vm.vmId) }, profileAgeSeconds)),
          ...(completeness === undefined ? {} : { completeness }),
        }),
      );
      this.bus.consumeCommands(`executor-${hostId}`, `cf.v1.cmd.host.${hostId}.>`, async (command) => {
        await this.#take(command);
        return { kind: "done" };
      });
    }
  }

  async #take(command: Command): Promise<void> {
    if (command.name === "prepare-incoming") {
      const body = unwrap(codecs.PrepareIncoming.decode(command.bytes));
      this.commands.add({ name: "prepare-incoming", body });
      await this.onPrepare(body.migration);
    } else if (command.name === "start-migration") {
      const body = unwrap(codecs.StartMigration.decode(command.bytes));
      this.commands.add({ name: "start-migration", body });
      await this.onStart(body.migration, body.technique);
    } else if (command.name === "pace") {
      this.commands.add({ name: "pace", body: unwrap(codecs.SetPace.decode(command.bytes)) });
    } else if (command.name === "escalate") {
      this.commands.add({ name: "escalate", body: unwrap(codecs.EscalateMigration.decode(command.bytes)) });
    }
  }

  listen(migration: MigrationRef): Promise<void> {
    return this.say(migration, "incoming-ready", { address: "127.0.0.1", port: 4444 });
  }

  async moveAtOnce(migration: MigrationRef, technique: string): Promise<void> {
    await this.say(migration, "started", { technique });
    if (technique !== "PRE_COPY") {
      await this.say(migration, "switched");
      await this.say(migration, "settled", { observed: true });
    }
    await this.complete(migration, technique);
  }

  complete(migration: MigrationRef, technique: string): Promise<void> {
    const fact = { totalSeconds: 1, downtimeSeconds: 0.1, transferredBytes: 1_000_000, postCopyRequests: 0 };
    return this.say(migration, "completed", { technique, ...fact });
  }

  async say(migration: MigrationRef, name: MigrationEventName, rest: { [key: string]: unknown } = {}): Promise<void> {
    const value = { migration, eventTimeUnixMilliseconds: Date.now(), ...rest };
    unwrap(
      await this.bus.store({
        subject: subjects.migrationEvent(migration.migrationId, name),
        // biome-ignore lint/suspicious/noExplicitAny: the codec checks what the script says
        codec: migrationEvents[name] as any,
        value,
        id: `${migration.migrationId}-${name}`,
      }),
    );
  }

  /** Senders in turn unless the test says otherwise: there is something that waits. */
  async request(
    evacuationId: string,
    hostId: string,
    more: Partial<EvacuationRequest> & { messageId?: string } = {},
  ): Promise<void> {
    const { messageId = `request-${evacuationId}`, ...rest } = more;
    unwrap(
      await this.bus.store({
        subject: subjects.request(evacuationId),
        codec: codecs.EvacuationRequest,
        value: requestOf(evacuationId, hostId, { ...inTurn, ...rest }),
        id: messageId,
      }),
    );
  }

  async cancel(evacuationId: string): Promise<void> {
    unwrap(
      await this.bus.store({
        subject: subjects.cancel(evacuationId),
        codec: codecs.CancelEvacuation,
        value: { evacuationId, reason: "the test says so" },
        id: `cancel-${evacuationId}`,
      }),
    );
  }

  status(evacuationId: string) {
    return this.bus.request(
      subjects.getEvacuation(evacuationId),
      codecs.GetEvacuation,
      { evacuationId },
      codecs.EvacuationStatus,
      5_000,
    );
  }

  /** The last word about an evacuation. */
  ended(evacuationId: string): Promise<JournalEvent> {
    return this.events.first(
      ({ id, entity, name }) =>
        entity === "evacuation" &&
        id === evacuationId &&
        ["completed", "failed", "cancelled", "rejected"].includes(name),
    );
  }

  eventNames(migrationId: string): string[] {
    return this.events.all(({ id }) => id === migrationId).map(({ name }) => name);
  }
}

/** So that the senders of `mixed4` enter one after another, which takes a little longer than together. */
export const inTurn: Partial<EvacuationRequest> = { prefer: "performance", maximumSlowdown: 1.05 };

export function requestOf(
  evacuationId: string,
  hostId: string,
  more: Partial<EvacuationRequest> = {},
): EvacuationRequest {
  return {
    evacuationId,
    hostId,
    destinationHostIds: [],
    policy: "traffic-sensitive",
    requestTimeUnixMilliseconds: Date.now(),
    ...more,
  };
}

/** A planner of its own connection, as a process would be. */
export async function planner(
  url: string,
  settings: { readonly [key: string]: unknown } = {},
  wallMilliseconds: () => number = Date.now,
): Promise<{ close(): Promise<void> }> {
  const bus = await Bus.connect({ url, name: "planner", log });
  const config = plannerConfig.parse({ natsUrl: url, ...settings });
  const service = await startPlanner(config, { bus, wallMilliseconds, log });
  return {
    async close() {
      service.stop();
      await bus.close();
      await service.idle();
    },
  };
}

export function report(hostId: string, vms: readonly WorldVm[], ageSeconds = 0): HostReport {
  return {
    hostId,
    reportTimeUnixMilliseconds: Date.now() - Math.round(ageSeconds * 1000),
    links: [{ name: "eth0", egressBytesPerSecond: 200 * MEGABIT, ingressBytesPerSecond: 200 * MEGABIT }],
    memoryBytes: 16_384 * MIB,
    freeMemoryBytes: 8_192 * MIB,
    postCopy: { supported: true },
    vms: vms.map((vm) => ({
      vmId: vm.vmId,
      processId: 1,
      memoryBytes: memoryOf(vm),
      usedMemoryBytes: 148 * MIB,
      trafficKnown: true,
      nics: [],
      ...(vm.declared === false ? {} : { spec: spec(vm) }),
    })),
  };
}

export function profile(vm: WorldVm, ageSeconds = 0): VmProfile {
  const level = (mbit: number) => ({
    shortBytesPerSecond: mbit * MEGABIT,
    longBytesPerSecond: mbit * MEGABIT,
    peakBytesPerSecond: mbit * MEGABIT,
    deviationBytesPerSecond: 0,
  });
  return {
    vmId: vm.vmId,
    // As a profiler does, of what is older it says no direction.
    direction: ageSeconds > 15 ? "UNKNOWN" : vm.outboundMbit > vm.inboundMbit ? "OUTBOUND" : "INBOUND",
    outbound: level(vm.outboundMbit),
    inbound: level(vm.inboundMbit),
    observedSeconds: 60,
    confidence: 1,
    lastSampleTimeUnixMilliseconds: Date.now() - ageSeconds * 1000,
    ageSeconds,
  };
}

function memoryOf({ memoryMib = 200 }: WorldVm): number {
  return memoryMib * MIB;
}

function spec(vm: WorldVm): VmSpec {
  return {
    vmId: vm.vmId,
    memoryBytes: memoryOf(vm),
    cpus: 1,
    machineType: "pc-i440fx-7.2",
    cpuModel: "qemu64",
    disks: [],
    nics: [],
    postCopy: "ALLOWED",
    ...(vm.migrateAfter === undefined ? {} : { migrateAfter: vm.migrateAfter }),
  };
}
