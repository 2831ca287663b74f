/**
 * A whole cluster on this machine: network, NATS, Redis, the services, and VMs that send and receive.
 *
 * 1. Labs of different names share nothing but the guest image: no name, port, directory or process.
 * 2. A start that fails or is interrupted leaves nothing.
 * 3. What a lab has started is written down before anything else can go wrong, so that `lab down` ends it after a crash.
 */
import { randomBytes } from "node:crypto";
import { mkdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fail, messageOf, ok, type Result, unwrap } from "../kit/failure/failure.ts";
import { isRunning, startTicksOf } from "../kit/hypervisor/process.ts";
import { type LabProcess, type LabState, readLabState, writeLabState } from "../kit/run/lab-state.ts";
import type { Progress } from "./guest-image.ts";
import { untilInventory } from "./inventory.ts";
import { type LabLayout, labLayout, labName, sourceHost } from "./layout.ts";
import { createNetwork } from "./network.ts";
import { type Prepared, prepareMachine } from "./prepare.ts";
import { endProcesses } from "./processes.ts";
import type { Scenario } from "./scenario.ts";
import { startNats, startRedis } from "./servers.ts";
import { startServiceAgain, startServices, vmsDirectory } from "./services.ts";
import { labDirectory, stopLab } from "./teardown.ts";
import { holdPeers, startTrafficMeter, type TrafficMeter } from "./traffic-meter.ts";
import { startTrafficPeers } from "./traffic-peers-process.ts";
import { bootVms } from "./vms.ts";

export interface LabOptions {
  readonly name: string;
  readonly scenario: Scenario;
  readonly progress: Progress;
  readonly signal?: AbortSignal;
  /** Left running: the lab outlives this process, and so do the peers of its traffic, which nobody measures. */
  readonly leave?: boolean;
  /** The root of an installed package whose services are run. Absent: this one's. */
  readonly installation?: string;
}

export interface Lab {
  readonly state: LabState;
  readonly layout: LabLayout;
  readonly scenario: Scenario;
  /** Absent in a lab that was left running. */
  readonly meter: TrafficMeter | undefined;
  /** NATS ends and starts again on its port and data, as after an upgrade. */
  restartNats(): Promise<Result<void>>;
  /** A server's or service's process is killed, as by a crash, and starts again on what it left. */
  crash(name: string): Promise<Result<void>>;
  /** A service is told to end, as by its unit's restart, and starts again from another installation. */
  upgrade(name: string, installation: string): Promise<Result<void>>;
  /** Idempotent. */
  stop(): Promise<Result<void>>;
}

export async function startLab(options: LabOptions): Promise<Result<Lab>> {
  const name = labName.safeParse(options.name);
  if (!name.success) return fail("invalid", `lab name "${options.name}" ${name.error.issues[0]?.message}`);
  const prepared = await prepareMachine(options.progress);
  if (!prepared.ok) return prepared;
  const existing = readLabState(labDirectory(options.name));
  if (existing?.phase === "up" && existing.processes.some(isRunning)) {
    return fail(
      "refused",
      `lab ${options.name} is up already; end it with: contraflow lab down --name ${options.name}`,
    );
  }
  // What a crash has left, if anything.
  const cleared = await stopLab(options.name);
  if (!cleared.ok) return cleared;
  const building = new Building(options, prepared.value);
  const interrupted = () => void stopLab(options.name);
  options.signal?.addEventListener("abort", interrupted);
  try {
    return ok(await building.build());
  } catch (error) {
    await building.meter?.close();
    // Again after everything that was still starting has ended or started.
    const stopped = await stopLab(options.name);
    if (options.signal?.aborted) return stopped.ok ? fail("cancelled", "interrupted") : stopped;
    return fail("unavailable", messageOf(error));
  } finally {
    options.signal?.removeEventListener("abort", interrupted);
  }
}

const EXIT_POLL_MILLISECONDS = 5;
/** As the executor's unit has it. */
const STOP_LIMIT_MILLISECONDS = 90_000;

class Building {
  readonly #options: LabOptions;
  readonly #prepared: Prepared;
  readonly #layout: LabLayout;
  #state: LabState;
  #writing: Promise<void> = Promise.resolve();
  readonly #installations = new Map<string, string>();
  meter: TrafficMeter | undefined;

  constructor(options: LabOptions, prepared: Prepared) {
    const { name, scenario } = options;
    this.#options = options;
    this.#prepared = prepared;
    this.#layout = labLayout(name, scenario.linkMbit, scenario.destinations);
    this.#state = {
      name,
      directory: labDirectory(name),
      token: randomBytes(16).toString("hex"),
      scenario: scenario.name,
      linkMbit: scenario.linkMbit,
      natsUrl: "",
      redisUrl: "",
      accelerator: prepared.accelerator,
      qemu: prepared.qemuVersion,
      hostIds: this.#layout.hosts.map((host) => host.hostId),
      phase: "starting",
      owner: { name: "lab", pid: process.pid, startTicks: startTicksOf(process.pid) ?? 0 },
      createdUnixMilliseconds: Date.now(),
      processes: [],
    };
  }

  async build(): Promise<Lab> {
    const { name, scenario, progress, leave, signal } = this.#options;
    const { directory } = this.#state;
    await this.#claim(directory);
    await writeFile(join(directory, "scenario.json"), `${JSON.stringify(scenario, null, 2)}\n`);
    progress(`lab ${name}: network of ${this.#layout.hosts.length} hosts, links of ${scenario.linkMbit} Mbit/s`);
    unwrap(await createNetwork(this.#layout));
    unwrap(await holdPeers(this.#layout, scenario));
    this.#throwIfInterrupted();

    progress(`lab ${name}: NATS, Redis and the services; ${scenario.vms.length} VMs (${this.#prepared.accelerator})`);
    if (leave) unwrap(await startTrafficPeers(this.#serverStart()));
    else this.meter = unwrap(await startTrafficMeter(this.#layout, scenario));
    this.#throwIfInterrupted();
    await bothOrThrow([this.#startControlPlane(), this.#bootVms()]);
    this.#throwIfInterrupted();
    unwrap(await untilInventory(this.#state.natsUrl, this.#layout, scenario, signal));
    this.#throwIfInterrupted();

    const { owner: _, ...left } = this.#state;
    await this.#write(leave ? { ...left, phase: "up" } : { ...this.#state, phase: "up" });
    progress(`lab ${name}: up; NATS at ${this.#state.natsUrl}`);
    return {
      state: this.#state,
      layout: this.#layout,
      scenario,
      meter: this.meter,
      restartNats: () => this.#restartNats(),
      crash: (processName) => this.#crash(processName),
      upgrade: (processName, installation) => this.#upgrade(processName, installation),
      stop: async () => {
        await this.meter?.close();
        const stopped = await stopLab(name);
        return stopped.ok ? ok(undefined) : stopped;
      },
    };
  }

  /** Making the directory is what decides between two that start the same lab at once. */
  async #claim(directory: string): Promise<void> {
    await mkdir(dirname(directory), { recursive: true });
    await mkdir(directory);
    await this.#write(this.#state);
  }

  async #startControlPlane(): Promise<void> {
    const start = this.#serverStart();
    const [nats, redis] = await Promise.all([startNats(start), startRedis(start)]);
    const urls = {
      natsUrl: `nats://127.0.0.1:${unwrap(nats).port}`,
      redisUrl: `redis://127.0.0.1:${unwrap(redis).port}`,
    };
    await this.#write({ ...this.#state, ...urls });
    unwrap(await startServices(this.#servicesStart()));
  }

  #servicesStart() {
    const { natsUrl, redisUrl } = this.#state;
    return {
      ...this.#serverStart(),
      ...{ natsUrl, redisUrl },
      layout: this.#layout,
      accelerator: this.#prepared.accelerator,
      imageDirectory: this.#prepared.image.directory,
      installationOf: (name: string) => this.#installations.get(name) ?? this.#options.installation,
    };
  }

  async #bootVms(): Promise<void> {
    const { scenario, progress, name } = this.#options;
    const source = sourceHost(this.#layout);
    const directory = vmsDirectory(this.#state.directory, source.hostId);
    for (const hostId of this.#state.hostIds) {
      await mkdir(vmsDirectory(this.#state.directory, hostId), { recursive: true });
    }
    unwrap(
      await bootVms({
        scenario,
        image: this.#prepared.image,
        accelerator: this.#prepared.accelerator,
        networkNamespace: source.networkNamespace,
        vmsDirectory: directory,
        onReady: (vmId) => progress(`lab ${name}: ${vmId} runs at ${source.hostId} and has its traffic`),
      }),
    );
  }

  async #restartNats(): Promise<Result<void>> {
    const running = this.#state.processes.filter((one) => one.name === "nats");
    const ended = await endProcesses(running);
    if (!ended.ok) return ended;
    const started = await startNats(this.#serverStart(), Number(new URL(this.#state.natsUrl).port));
    return settled(started);
  }

  async #crash(name: string): Promise<Result<void>> {
    const running = this.#state.processes.filter((one) => one.name === name && isRunning(one));
    if (running.length === 0) return fail("not_found", `no process is called ${name}`);
    for (const { pid } of running) process.kill(pid, "SIGKILL");
    while (running.some(isRunning)) await delay(EXIT_POLL_MILLISECONDS);
    const portOf = (url: string) => Number(new URL(url).port);
    if (name === "nats") return settled(await startNats(this.#serverStart(), portOf(this.#state.natsUrl)));
    if (name === "redis") return settled(await startRedis(this.#serverStart(), portOf(this.#state.redisUrl)));
    return startServiceAgain(this.#servicesStart(), name);
  }

  async #upgrade(name: string, installation: string): Promise<Result<void>> {
    const [running] = this.#state.processes.filter((one) => one.name === name && isRunning(one));
    if (running === undefined) return fail("not_found", `no process is called ${name}`);
    process.kill(running.pid, "SIGTERM");
    const giveUp = performance.now() + STOP_LIMIT_MILLISECONDS;
    while (isRunning(running)) {
      if (performance.now() > giveUp) return fail("unavailable", `${name} does not end`);
      await delay(EXIT_POLL_MILLISECONDS);
    }
    this.#installations.set(name, installation);
    return startServiceAgain(this.#servicesStart(), name);
  }

  #serverStart() {
    const { directory, token } = this.#state;
    const record = (process: LabProcess) => {
      const { name, pid, startTicks } = process;
      return this.#write({ ...this.#state, processes: [...this.#state.processes, { name, pid, startTicks }] });
    };
    return { directory, token, record, signal: this.#options.signal };
  }

  /** One after another: several processes are written down at once. */
  #write(state: LabState): Promise<void> {
    this.#state = state;
    this.#writing = this.#writing.then(() => writeLabState(this.#state));
    return this.#writing;
  }

  #throwIfInterrupted(): void {
    if (this.#options.signal?.aborted) throw new Error("interrupted");
  }
}

function settled(result: Result<unknown>): Result<void> {
  return result.ok ? ok(undefined) : result;
}

/** Both have ended when this throws: nothing goes on starting behind the caller's back. */
async function bothOrThrow(steps: readonly Promise<void>[]): Promise<void> {
  for (const outcome of await Promise.allSettled(steps)) if (outcome.status === "rejected") throw outcome.reason;
}
