import type { Bus } from "../kit/bus/bus.ts";
import type { MigrationRef } from "../kit/domain/migration.ts";
import type { Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { IncomingOrder } from "./core/incoming-state.ts";
import type { Machine } from "./core/machine.ts";
import type { MigrationStatus, Observation } from "./core/qemu.ts";
import type { SourceOrder } from "./core/source-state.ts";

/** What the executor needs of the world. */

export interface Clock {
  /** Milliseconds since 1970, on a clock that nobody sets while the process lives. */
  now(): number;
  /** Returns the function that stops it. */
  after(milliseconds: number, call: () => void): () => void;
}

export type ExecutorBus = Pick<
  Bus,
  "store" | "publish" | "request" | "serve" | "subscribe" | "lastSequenceOf" | "eventOf"
>;

export interface ExecutorDeps {
  readonly clock: Clock;
  readonly bus: ExecutorBus;
  readonly hypervisor: Hypervisor;
  readonly log: Log;
}

export interface QemuEvents {
  /** Absent: it has to be read. */
  statusChanged(status?: MigrationStatus): void;
  passBegan(pass: number): void;
  stopped(atUnixMilliseconds: number): void;
  resumed(atUnixMilliseconds: number): void;
  /** The process has ended; with what it said last. Nothing comes after it. */
  gone(reason: string): void;
}

/** A VM that runs on this host. */
export interface SourceVm {
  /**
   * For a pre-copy. `refused` with the reason, before anything was changed that matters. `underWay`: QEMU is migrating
   * this VM already, and nothing was changed.
   */
  prepare(order: SourceOrder): Promise<Result<{ readonly underWay: boolean }>>;
  readMachine(): Promise<Result<Machine>>;
  /** After `prepare`: what follows may then become a post-copy. `refused` where the VM or this QEMU forbids it. */
  allowPostCopy(): Promise<Result<void>>;
  isPostCopyAllowed(): Promise<Result<boolean>>;
  migrate(uri: string): Promise<Result<void>>;
  startPostCopy(): Promise<Result<void>>;
  /** Afterwards QEMU runs the VM here, whatever the destination does. */
  cancel(): Promise<Result<void>>;
  /** Breaks a post-copy's stream, also while the monitor hangs. */
  pauseStream(): Promise<Result<void>>;
  /**
   * Whether a connection out of here is being tried, perhaps by an earlier order: QEMU aborts when a second one is made while
   * the first still comes to something.
   */
  isConnecting(): boolean;
  /** Connects the halves of a broken post-copy; what comes of it is observed. */
  resumeStream(uri: string): Promise<Result<void>>;
  setPace(paceBytesPerSecond: number | undefined): Promise<Result<void>>;
  /** Absent: as fast as the link allows. */
  readPace(): Promise<Result<{ readonly paceBytesPerSecond?: number }>>;
  observe(): Promise<Result<Observation>>;
  /** Runs the VM here again. */
  rerun(): Promise<Result<void>>;
  /** Ends the process, removes taps and directory. Repeatable. */
  release(): Promise<Result<void>>;
  /** Lets go of the monitor. */
  letGo(): Promise<void>;
}

/** The process that takes a VM in. */
export interface IncomingVm {
  readonly port: number;
  /** Of what it consists, or why it can not take a post-copy. */
  readonly machine: Result<Machine>;
  /** What the VM has sent and received here; undefined when its interfaces can not be read. */
  traffic(): { readonly outboundBytes: number; readonly inboundBytes: number } | undefined;
  observe(): Promise<Result<Observation>>;
  /** Breaks what is left of a post-copy's stream and listens for its source again, also while the monitor hangs. */
  listenAgain(address: string, port: number): Promise<Result<void>>;
  /** Before the VM has run: it does not run by itself. `refused`: it runs. */
  hold(): Promise<Result<void>>;
  /** Runs what was held, now or when it is whole. */
  runHeld(): Promise<Result<void>>;
  /** One from the host's range that nobody listens at, as far as can be seen. */
  freePort(): Result<number>;
  /** The same, and nobody will for some seconds. Undefined: there are too few ports. */
  probePort(): number | undefined;
  adopt(): Promise<Result<void>>;
  /** Once it runs: MAC addresses of the VM from which this host's bridges have had no frame. */
  unlearned(): Promise<Result<readonly string[]>>;
  /** Has QEMU announce the VM once more. */
  announce(): Promise<Result<void>>;
  discard(): Promise<Result<void>>;
  letGo(): Promise<void>;
}

export interface Hypervisor {
  readonly hostId: string;
  /** Where incoming migrations listen: a literal address. */
  readonly migrationAddress: string;
  /** Where a broken post-copy may be taken in again, in the order in which they are tried: the first is `migrationAddress`. */
  readonly recoveryAddresses: readonly string[];
  /** From where this host's migrations come. Nobody must be listening at the port: a QEMU takes whoever connects first. */
  probe(address: string, port: number): Promise<Result<void>>;
  /** The same, unless it was seen to some seconds ago. */
  reach(address: string, port: number): Promise<Result<void>>;
  openSource(vmId: string, events: QemuEvents): Promise<Result<SourceVm>>;
  /** Removes what a VM that has ended left here. `refused` while it runs. */
  clearPlace(vmId: string): Promise<Result<void>>;
  /** Removes what an executor left that ended before it could say that it was ready. `refused`: it may hold the VM. */
  removeHalfLaunched(migrationId: string): Promise<Result<void>>;
  launchIncoming(order: IncomingOrder, events: QemuEvents): Promise<Result<IncomingVm>>;
  /** Takes hold of what an earlier executor launched. `not_found`: its process has ended. */
  reopenIncoming(migration: MigrationRef, port: number, events: QemuEvents): Promise<Result<IncomingVm>>;
  /** Whether there is still something here that was prepared as this migration, and has not come in. */
  isAmongIncoming(migrationId: string): boolean;
}
