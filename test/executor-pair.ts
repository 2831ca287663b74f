/**
 * Two executors on this machine, each with a VM directory of its own, a real nats-server between them, and QEMU
 * processes without an operating system. What a test leaves running is ended with it.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { executorConfig } from "../services/executor/config.ts";
import { createHypervisor } from "../services/executor/hypervisor.ts";
import type { Clock } from "../services/executor/ports.ts";
import { ExecutorService } from "../services/executor/service.ts";
import { Bus } from "../services/kit/bus/bus.ts";
import type { MigrationEvent } from "../services/kit/bus/journal-event.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { createSeed, readSeed, type SigningKey } from "../services/kit/bus/nkey.ts";
import { PlannerKeys } from "../services/kit/bus/planner-keys.ts";
import { subjects } from "../services/kit/bus/subjects.ts";
import type { MigrationProgress, MigrationRef, Poisoned } from "../services/kit/domain/migration.ts";
import type { Technique } from "../services/kit/domain/technique.ts";
import { type VmSpec, vmSpec } from "../services/kit/domain/vm-spec.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import { QMP_SOCKET } from "../services/kit/hypervisor/argv.ts";
import { destroyVm } from "../services/kit/hypervisor/destroy.ts";
import { launchVm } from "../services/kit/hypervisor/launch.ts";
import { migrateIncoming, queryMigrate, queryRunState } from "../services/kit/qmp/commands.ts";
import { connectQmp, type QmpClient } from "../services/kit/qmp/qmp-client.ts";
import { createLog } from "../services/kit/run/log.ts";
import type { NamespaceSide } from "./namespace-link.ts";
import { PlanBook } from "./plan-book.ts";
import { type ServerOptions, startNats, type TestServer } from "./servers.ts";

const log = createLog("executor-test", process.env.TEST_LOG_LEVEL ?? "silent");

const clock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

export interface StartOptions {
  readonly technique: Technique;
  readonly paceBytesPerSecond?: number;
  /** Where the source is told to connect, instead of where the destination listens. */
  readonly port?: number;
  readonly sourceHostId?: string;
  readonly destinationHostId?: string;
}

export interface ProcessSettings {
  readonly plannerKeysFile?: string | undefined;
  readonly bridges?: readonly string[];
  readonly drainSeconds?: number;
  readonly vmDirectory?: string;
  readonly allowedImageDirectories?: readonly string[];
  readonly portRange?: { readonly first: number; readonly last: number };
  readonly tls?: "on" | "off";
  readonly tlsDirectory?: string;
  readonly tcpNotsentLowat?: number;
  readonly hybridSwitchShare?: number;
  /** Of its process, and of the QEMUs that it launches. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ExecutorProcess {
  readonly child: ChildProcess;
  readonly exited: Promise<number | null>;
  /** Resolves when its log has had a line with these words. */
  says(words: string): Promise<void>;
}

type Networks = Record<string, NamespaceSide>;

const plannerKeys = "planner.pub";

let migrations = 0;

export class ExecutorPair {
  readonly events: MigrationEvent[] = [];
  readonly progress: MigrationProgress[] = [];
  /** Orders that were set aside. */
  readonly poisoned: Poisoned[] = [];
  readonly nats: TestServer;
  /** It signs what it orders, with a key that the executors know. */
  readonly planner: Bus;
  readonly signingKey: SigningKey;
  readonly #root: string;
  readonly #book: PlanBook;
  readonly #buses: Bus[] = [];
  readonly #changed = new Set<() => void>();
  readonly #children: ChildProcess[] = [];

  readonly #networks: Networks;

  private constructor(root: string, nats: TestServer, planner: Bus, signingKey: SigningKey, networks: Networks) {
    this.signingKey = signingKey;
    this.#networks = networks;
    this.#root = root;
    this.nats = nats;
    this.planner = planner;
    this.#book = new PlanBook(planner);
  }

  /** `networks`: where the QEMUs of a host are, otherwise with everything else on this machine's loopback. */
  static async start(networks: Networks = {}): Promise<ExecutorPair> {
    const pair = await ExecutorPair.startBus(networks);
    for (const hostId of ["a", "b"]) await pair.#startExecutor(hostId);
    return pair;
  }

  /** Without executors, which are then processes of their own. */
  static async startBus(networks: Networks = {}, server: ServerOptions = {}): Promise<ExecutorPair> {
    const root = await mkdtemp(join(tmpdir(), "cf-ex-"));
    const nats = await startNats(server);
    const { seed, publicKey } = createSeed();
    await writeFile(join(root, plannerKeys), publicKey, { mode: 0o600 });
    const signingKey = unwrap(readSeed(seed));
    const planner = await Bus.connect({ url: nats.url, name: "test", log, signingKey });
    const pair = new ExecutorPair(root, nats, planner, signingKey, networks);
    planner.followJournal({ sequence: 1 }, ({ event }) => {
      if (event.entity === "migration") pair.events.push(event);
      for (const look of pair.#changed) look();
    });
    planner.subscribe("cf.v1.tlm.migration.*.progress", undefined, (_, bytes) => {
      const decoded = codecs.MigrationProgress.decode(bytes);
      if (decoded.ok) pair.progress.push(decoded.value);
      for (const look of pair.#changed) look();
    });
    planner.subscribe("cf.v1.evt.host.*.poisoned", undefined, (_, bytes) => {
      pair.poisoned.push(unwrap(codecs.Poisoned.decode(bytes)));
      for (const look of pair.#changed) look();
    });
    return pair;
  }

  #config(hostId: string, network = this.#networks[hostId]) {
    const { networkNamespace, addresses = ["127.0.0.1"] } = network ?? {};
    const [migrationAddress, ...alternativeAddresses] = addresses;
    return {
      hostId,
      vmDirectory: join(this.#root, hostId),
      ...(networkNamespace === undefined ? {} : { networkNamespace }),
      ...{ migrationAddress, alternativeAddresses, tls: "off" },
      accelerator: "tcg",
      natsUrl: this.nats.url,
      plannerKeysFile: join(this.#root, plannerKeys),
    };
  }

  /** An executor as it is run: a process of its own. */
  async startProcess(
    hostId: string,
    { addresses, networkNamespace, env, ...settings }: ProcessSettings & Partial<NamespaceSide> = {},
  ): Promise<ExecutorProcess> {
    if (networkNamespace !== undefined && addresses !== undefined) {
      this.#networks[hostId] = { networkNamespace, addresses };
    }
    const file = join(this.#root, `${hostId}.yaml`);
    await mkdir(this.directoryOf(hostId), { recursive: true });
    await writeFile(file, JSON.stringify({ ...this.#config(hostId), ...settings }));
    const main = fileURLToPath(new URL("../services/executor/main.js", import.meta.url));
    const child = spawn(process.execPath, [main, "--config", file], {
      stdio: ["ignore", "inherit", "pipe"],
      env: { ...process.env, ...env },
    });
    const said: string[] = [];
    const lines = createInterface(child.stderr);
    lines.on("line", (line) => said.push(line));
    this.#children.push(child);
    const exited = once(child, "exit").then(([code]) => code as number | null);
    const says = (words: string) =>
      new Promise<void>((resolve, reject) => {
        const look = () => {
          if (!said.some((line) => line.includes(words))) return;
          lines.off("line", look);
          resolve();
        };
        lines.on("line", look);
        void exited.then(() => reject(new Error(`the executor ended and did not say "${words}": ${said.join("\n")}`)));
        look();
      });
    await says('"msg":"running"');
    return { child, exited, says };
  }

  async #startExecutor(hostId: string): Promise<void> {
    const config = executorConfig.parse(this.#config(hostId));
    await mkdir(config.vmDirectory, { recursive: true });
    const bus = await Bus.connect({ url: this.nats.url, name: `executor-${hostId}`, log });
    const service = new ExecutorService({ clock, bus, hypervisor: createHypervisor(config, clock), log });
    bus.consumeCommands(`executor-${hostId}`, `cf.v1.cmd.host.${hostId}.>`, (command) => service.handle(command), {
      concurrency: 4,
      plannerKeys: unwrap(PlannerKeys.open(join(this.#root, plannerKeys), log)),
    });
    this.#buses.push(bus);
  }

  directoryOf(hostId: string, ...parts: readonly string[]): string {
    return join(this.#root, hostId, ...parts);
  }

  /** Firmware and nothing to boot. */
  spec(vmId: string, change: Partial<VmSpec> = {}): VmSpec {
    return vmSpec.parse({
      vmId,
      memoryBytes: 64 * 1024 * 1024,
      cpus: 1,
      machineType: "pc-i440fx-7.2",
      cpuModel: "qemu64",
      disks: [],
      nics: [],
      postCopy: "ALLOWED",
      ...change,
    });
  }

  async launch(hostId: string, spec: VmSpec, allowedImageDirectories: readonly string[] = []): Promise<void> {
    const directory = this.directoryOf(hostId, spec.vmId);
    const options = { spec, directory, accelerator: "tcg", incoming: false, allowedImageDirectories } as const;
    const { networkNamespace } = this.#networks[hostId] ?? {};
    unwrap(await launchVm({ ...options, ...(networkNamespace === undefined ? {} : { networkNamespace }) }));
  }

  /** What an executor has done by the time it listens and has not said so; returns the port. */
  async launchIncoming(migration: MigrationRef, spec: VmSpec): Promise<number> {
    const directory = this.directoryOf(migration.destinationHostId, ".incoming", migration.migrationId);
    const options = { spec, directory, accelerator: "tcg", incoming: true, allowedImageDirectories: [] } as const;
    unwrap(await launchVm(options));
    const client = unwrap(await connectQmp({ socketPath: join(directory, QMP_SOCKET) }));
    unwrap(await migrateIncoming(client, "tcp:127.0.0.1:0"));
    const { listeningPort } = unwrap(await queryMigrate(client));
    await client.close();
    if (listeningPort === undefined) throw new Error("QEMU does not say where it listens");
    return listeningPort;
  }

  migration(vmId: string, sourceHostId = "a"): MigrationRef {
    migrations += 1;
    const migrationId = `evac-${migrations}`;
    return { migrationId, evacuationId: "evac", vmId, sourceHostId, destinationHostId: "b" };
  }

  async prepare(migration: MigrationRef, spec: VmSpec, technique: Technique, id = "1"): Promise<void> {
    await this.#book.plan(migration, technique);
    const subject = subjects.prepareIncoming(migration.destinationHostId);
    const value = { migration, technique, spec };
    const message = { subject, codec: codecs.PrepareIncoming, value, id: `${migration.migrationId}-prepare-${id}` };
    unwrap(await this.planner.store(message));
  }

  async startMigration(migration: MigrationRef, options: StartOptions & { port: number }, id = "1"): Promise<void> {
    await this.decide(migration, options.technique);
    const subject = subjects.startMigration(migration.sourceHostId);
    const [address = "127.0.0.1"] = this.#networks[migration.destinationHostId]?.addresses ?? [];
    const value = { migration, address, ...options };
    const message = { subject, codec: codecs.StartMigration, value, id: `${migration.migrationId}-start-${id}` };
    unwrap(await this.planner.store(message));
  }

  /** The planner's word that a step which has not begun is given up. */
  async cancel(migration: MigrationRef): Promise<void> {
    const subject = subjects.migrationEvent(migration.migrationId, "cancelled");
    const value = { migration, reason: "the evacuation was cancelled", eventTimeUnixMilliseconds: Date.now() };
    const id = `${migration.migrationId}-cancelled`;
    unwrap(await this.planner.store({ subject, codec: codecs.MigrationCancelled, value, id }));
  }

  plan(migration: MigrationRef, technique: Technique): Promise<void> {
    return this.#book.plan(migration, technique);
  }

  decide(migration: MigrationRef, technique: Technique): Promise<void> {
    return this.#book.decide(migration, technique);
  }

  async setPace(migration: MigrationRef, paceBytesPerSecond?: number): Promise<void> {
    const subject = subjects.pace(migration.sourceHostId);
    const value = { migration, ...(paceBytesPerSecond === undefined ? {} : { paceBytesPerSecond }) };
    unwrap(await this.planner.store({ subject, codec: codecs.SetPace, value, id: `pace-${performance.now()}` }));
  }

  async escalate(migration: MigrationRef): Promise<void> {
    await this.#book.plan(migration, "HYBRID");
    const subject = subjects.escalate(migration.sourceHostId);
    const value = { migration, reason: "it does not converge" };
    unwrap(
      await this.planner.store({
        subject,
        codec: codecs.EscalateMigration,
        value,
        id: `${migration.migrationId}-escalate`,
      }),
    );
  }

  /** Prepares and starts; returns once the source has been told. */
  async migrate(spec: VmSpec, options: StartOptions): Promise<MigrationRef> {
    const { sourceHostId, destinationHostId = "b", ...order } = options;
    const migration = { ...this.migration(spec.vmId, sourceHostId), destinationHostId };
    await this.prepare(migration, spec, options.technique);
    const ready = await this.event(migration, "incoming-ready");
    await this.startMigration(migration, { ...order, port: options.port ?? ready.body.port });
    return migration;
  }

  event<N extends MigrationEvent["name"]>(
    migration: MigrationRef,
    name: N,
  ): Promise<Extract<MigrationEvent, { name: N }>> {
    return this.until(() => {
      const found = this.events.find((event) => event.id === migration.migrationId && event.name === name);
      return found as Extract<MigrationEvent, { name: N }> | undefined;
    }, `${name} of ${migration.migrationId}`);
  }

  /** However it ends. */
  endOf(migration: MigrationRef): Promise<Extract<MigrationEvent, { name: "completed" | "failed" }>> {
    return this.until(() => {
      const found = this.events.find(
        ({ id, name }) => id === migration.migrationId && (name === "completed" || name === "failed"),
      );
      return found as Extract<MigrationEvent, { name: "completed" | "failed" }> | undefined;
    }, `an end of ${migration.migrationId}`);
  }

  async until<T>(look: () => T | undefined, what: string): Promise<T> {
    return new Promise((resolve, reject) => {
      const limit = setTimeout(() => {
        this.#changed.delete(check);
        reject(new Error(`waited for ${what}; there is ${this.events.map((event) => `${event.id} ${event.name}`)}`));
      }, 60_000);
      const check = () => {
        const found = look();
        if (found === undefined) return;
        clearTimeout(limit);
        this.#changed.delete(check);
        resolve(found);
      };
      this.#changed.add(check);
      check();
    });
  }

  /** Of what executors have said, and of its cancellation. */
  namesOf(migration: MigrationRef): readonly string[] {
    return this.events
      .filter(({ id, name }) => id === migration.migrationId && name !== "decided")
      .map((event) => event.name);
  }

  async withMonitor<T>(hostId: string, vmId: string, body: (client: QmpClient) => Promise<T>): Promise<T> {
    const client = unwrap(await connectQmp({ socketPath: this.directoryOf(hostId, vmId, "qmp.sock") }));
    try {
      return await body(client);
    } finally {
      await client.close();
    }
  }

  runState(hostId: string, vmId: string): Promise<string> {
    return this.withMonitor(hostId, vmId, async (client) => unwrap(await queryRunState(client)).name);
  }

  /** Process ids of QEMU in a directory of this pair, or below it. */
  qemuPids(...parts: readonly string[]): readonly number[] {
    const below = join(this.#root, ...parts);
    return readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map(Number)
      .filter((pid) => isQemuBelow(pid, below));
  }

  /** What is in a host's VM directory, with what is on its way in. */
  listing(hostId: string): readonly string[] {
    const list = (directory: string, prefix: string): string[] =>
      readdirSync(directory).map((name) => `${prefix}${name}`);
    const top = list(this.directoryOf(hostId), "").filter((name) => name !== ".incoming");
    return top.length === readdirSync(this.directoryOf(hostId)).length
      ? top
      : [...top, ...list(this.directoryOf(hostId, ".incoming"), ".incoming/")];
  }

  progressOf(migration: MigrationRef, is: (progress: MigrationProgress) => boolean): Promise<MigrationProgress> {
    const { migrationId } = migration;
    return this.until(
      () => this.progress.find((progress) => progress.migration.migrationId === migrationId && is(progress)),
      `progress of ${migrationId}`,
    );
  }

  /** Ends a VM as its host's owner would. */
  async end(hostId: string, vmId: string): Promise<void> {
    unwrap(await destroyVm({ directory: this.directoryOf(hostId, vmId) }));
  }

  /** Waits until a host has neither a QEMU nor a VM's directory. */
  async nothingLeft(hostId: string): Promise<void> {
    await this.#poll(() => this.qemuPids(hostId).length === 0 && this.listing(hostId).length === 0);
  }

  /** Fills the disk under NATS, and what NATS has of it already, until nothing more is stored. */
  async fillJournal(): Promise<void> {
    this.nats.fillDisk();
    for (let count = 1; ; count += 1) {
      const migration = { ...this.migration("filler"), migrationId: `filler-${count}` };
      const subject = subjects.migrationEvent(migration.migrationId, "cancelled");
      const value = { migration, reason: "x".repeat(1_000), eventTimeUnixMilliseconds: Date.now() };
      const message = { subject, codec: codecs.MigrationCancelled, value, id: migration.migrationId };
      const stored = await this.planner.store({ ...message, signal: AbortSignal.timeout(1_000) });
      if (!stored.ok) return;
    }
  }

  /** Waits until a VM has arrived in its directory on a host. */
  async untilQemu(hostId: string, vmId: string): Promise<void> {
    await this.#poll(() => this.qemuPids(hostId, vmId).length > 0, 60_000);
  }

  /** Of a VM whose monitor nobody else holds. */
  async untilRunState(hostId: string, vmId: string, name: string): Promise<void> {
    await this.#poll(async () => (await this.runState(hostId, vmId)) === name);
  }

  async #poll(is: () => boolean | Promise<boolean>, limitMilliseconds = 10_000): Promise<void> {
    const giveUp = performance.now() + limitMilliseconds;
    while (!(await is())) {
      if (performance.now() > giveUp) throw new Error(`a: ${this.listing("a")}; b: ${this.listing("b")}`);
      await delay(10);
    }
  }

  async stop(): Promise<void> {
    for (const child of this.#children) child.kill("SIGKILL");
    for (const pid of this.qemuPids()) process.kill(pid, "SIGKILL");
    await Promise.all(this.#buses.map((bus) => bus.close()));
    await this.planner.close();
    await this.nats.stop();
    await rm(this.#root, { recursive: true, force: true });
  }
}

function isQemuBelow(pid: number, directory: string): boolean {
  try {
    const cwd = readlinkSync(`/proc/${pid}/cwd`);
    return (
      (cwd === directory || cwd.startsWith(`${directory}/`)) &&
      readFileSync(`/proc/${pid}/comm`, "latin1").startsWith("qemu")
    );
  } catch {
    return false;
  }
}
