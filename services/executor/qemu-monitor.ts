import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { type Failure, fail, ok, type Result } from "../kit/failure/failure.ts";
import { STDERR_LOG } from "../kit/hypervisor/argv.ts";
import { isRunning, type VmProcess } from "../kit/hypervisor/process.ts";
import { queryMigrate, queryRunState } from "../kit/qmp/commands.ts";
import { readStatus } from "../kit/qmp/migration-info.ts";
import { connectQmp, type QmpClient, type QmpEvent } from "../kit/qmp/qmp-client.ts";
import type { Observation } from "./core/qemu.ts";
import type { Clock, QemuEvents } from "./ports.ts";

/**
 * The monitor of one QEMU process for as long as the process lives: connects again when the connection breaks, and
 * says `gone` once the process has ended, never before.
 */

export interface MonitorOptions {
  readonly process: VmProcess;
  /** Asked anew for each connection: the directory of an incoming VM is renamed. */
  readonly socketPath: () => string;
  readonly lastWords: () => Promise<string>;
  readonly events: QemuEvents;
  readonly clock: Clock;
}

const reconnectMilliseconds = 100;
const exitPollMilliseconds = 5;
/** A process closes its sockets some milliseconds before it is gone. */
const exitMilliseconds = 1_000;
/**
 * A monitor whose main loop waits for a page does not answer until the page comes. Asking again would only fill its
 * queue of eight, after which it reads no out-of-band commands either; so one question waits as long as it takes.
 */
export const patientMilliseconds = 3_600_000;

export class QemuMonitor {
  readonly #options: MonitorOptions;
  #client: QmpClient;
  #letGo = false;
  #hasResumed = false;

  private constructor(client: QmpClient, options: MonitorOptions) {
    this.#client = client;
    this.#options = options;
    this.#attend(client);
  }

  static async open(options: MonitorOptions): Promise<Result<QemuMonitor>> {
    const connected = await connectQmp({ socketPath: options.socketPath() });
    return connected.ok ? ok(new QemuMonitor(connected.value, options)) : connected;
  }

  /** Since this process was taken hold of. */
  get hasResumed(): boolean {
    return this.#hasResumed;
  }

  get isLetGo(): boolean {
    return this.#letGo;
  }

  get client(): QmpClient {
    return this.#client;
  }

  async observe(): Promise<Result<Observation>> {
    const limit = { timeoutMilliseconds: patientMilliseconds };
    const [info, runState] = await Promise.all([queryMigrate(this.#client, limit), queryRunState(this.#client, limit)]);
    if (!info.ok) return info;
    if (!runState.ok) return runState;
    const { status, errorMessage, ram, stallSeconds } = info.value;
    return ok({
      status,
      ...(errorMessage === undefined ? {} : { errorMessage }),
      ...(ram === undefined ? {} : { ram }),
      ...(stallSeconds === undefined ? {} : { stallSeconds }),
      runState: runState.value.name,
    });
  }

  async letGo(): Promise<void> {
    this.#letGo = true;
    await this.#client.close();
  }

  /** Waits until the process has ended. */
  async exited(limitMilliseconds: number): Promise<boolean> {
    for (let waited = 0; isRunning(this.#options.process); waited += exitPollMilliseconds) {
      if (waited >= limitMilliseconds) return false;
      await this.#pause(exitPollMilliseconds);
    }
    return true;
  }

  #attend(client: QmpClient): void {
    client.subscribe((event) => {
      if (event.name === "RESUME") this.#hasResumed = true;
      deliver(event, this.#options.events, this.#options.clock);
    });
    void client.closed.then(() => this.#lost());
  }

  async #lost(): Promise<void> {
    if (this.#letGo) return;
    while (!(await this.exited(exitMilliseconds))) {
      const connected = await connectQmp({ socketPath: this.#options.socketPath() });
      if (this.#letGo) {
        if (connected.ok) await connected.value.close();
        return;
      }
      if (connected.ok) {
        this.#client = connected.value;
        this.#attend(connected.value);
        // Whatever happened in between has to be read: its events are lost.
        this.#options.events.statusChanged();
        return;
      }
      await this.#pause(reconnectMilliseconds);
    }
    this.#options.events.gone(await this.#options.lastWords());
  }

  #pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => this.#options.clock.after(milliseconds, resolve));
  }
}

export function deliver(event: QmpEvent, events: QemuEvents, clock: Clock): void {
  const at = event.atUnixMilliseconds ?? clock.now();
  switch (event.name) {
    case "MIGRATION":
      events.statusChanged(typeof event.data.status === "string" ? readStatus(event.data.status) : undefined);
      break;
    case "MIGRATION_PASS":
      if (isCount(event.data.pass)) events.passBegan(event.data.pass);
      break;
    case "STOP":
      events.stopped(at);
      break;
    case "RESUME":
      events.resumed(at);
      break;
    default:
      break;
  }
}

function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && (value as number) >= 0;
}

const lastWordsCharacters = 1_500;

/** What a QEMU process wrote on standard error, without its own name before each line. */
export async function lastWordsIn(directory: string): Promise<string> {
  const text = await readFile(join(directory, STDERR_LOG), "utf8").catch(() => "");
  const lines = text
    .split("\n")
    .map((line) => line.replace(/^\S*qemu-system-\S+: /, "").trim())
    .filter((line) => line !== "");
  return lines.join("; ").slice(-lastWordsCharacters) || "QEMU has ended and gave no reason";
}

/** QEMU's reply often leaves out what it wrote on standard error. */
export async function withLastWords(failure: Failure, directory: string): Promise<Result<never>> {
  const words = await lastWordsIn(directory);
  return fail(failure.kind, `${failure.message} (${words})`);
}
