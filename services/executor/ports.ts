import type { Bus } from "../kit/bus/bus.ts";
import type { Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { IncomingOrder } from "./core/incoming-state.ts";
import type { Machine } from "./core/machine.ts";
import type { Observation } from "./core/qemu.ts";
import type { SourceOrder } from "./core/source-state.ts";

/** What the executor needs of the world. */

export interface Clock {
  /** Milliseconds since 1970, on a clock that nobody sets while the process lives. */
  now(): number;
  /** Returns the function that stops it. */
  after(milliseconds: number, call: () => void): () => void;
}

export type ExecutorBus = Pick<Bus, "store" | "publish" | "request" | "serve" | "subscribe" | "lastSequenceOf">;

export interface ExecutorDeps {
  readonly clock: Clock;
  readonly bus: ExecutorBus;
  readonly hypervisor: Hypervisor;
  readonly log: Log;
}

export interface QemuEvents {
  statusChanged(): void;
  passBegan(pass: number): void;
  stopped(atUnixMilliseconds: number): void;
  resumed(atUnixMilliseconds: number): void;
  /** The process has ended; with what it said last. Nothing comes after it. */
  gone(reason: string): void;
}

/** A VM that runs on this host. */
export interface SourceVm {
  /** For a pre-copy. `refused` with the reason, before anything was changed that matters. */
  prepare(order: SourceOrder): Promise<Result<void>>;
  readMachine(): Promise<Result<Machine>>;
  /** After `prepare`: what follows may then become a post-copy. `refused` where the VM or this QEMU forbids it. */
  allowPostCopy(): Promise<Result<void>>;
  isPostCopyAllowed(): Promise<Result<boolean>>;
  migrate(uri: string): Promise<Result<void>>;
  startPostCopy(): Promise<Result<void>>;
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
  adopt(): Promise<Result<void>>;
  discard(): Promise<Result<void>>;
  letGo(): Promise<void>;
}

export interface Hypervisor {
  readonly hostId: string;
  /** Where incoming migrations listen: a literal address. */
  readonly migrationAddress: string;
  openSource(vmId: string, events: QemuEvents): Promise<Result<SourceVm>>;
  /** Removes what a VM that has ended left here. `refused` while it runs. */
  clearPlace(vmId: string): Promise<Result<void>>;
  launchIncoming(order: IncomingOrder, events: QemuEvents): Promise<Result<IncomingVm>>;
}
