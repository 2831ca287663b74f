import { readFileSync } from "node:fs";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import type { MigrationRef } from "../kit/domain/migration.ts";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { type Accelerator, QMP_SOCKET } from "../kit/hypervisor/argv.ts";
import { destroyVm } from "../kit/hypervisor/destroy.ts";
import { launchVm } from "../kit/hypervisor/launch.ts";
import { parseNetDev } from "../kit/hypervisor/net-dev.ts";
import { tcpSocketsOf } from "../kit/hypervisor/net-tcp.ts";
import { findVmProcesses, tapsOf, type VmProcess } from "../kit/hypervisor/process.ts";
import {
  migrateIncoming,
  migratePause,
  migrateRecover,
  queryMigrationCapabilities,
  queryRunState,
  resumeVm,
  secureStream,
  setMigrationCapabilities,
  setMigrationParameters,
  stopVm,
} from "../kit/qmp/commands.ts";
import type { QmpClient } from "../kit/qmp/qmp-client.ts";
import type { IncomingOrder } from "./core/incoming-state.ts";
import type { Machine } from "./core/machine.ts";
import { removeHalfLaunched } from "./half-launched.ts";
import type { MemoryPromise, MemoryPromises } from "./memory-promises.ts";
import type { PortRange } from "./port-range.ts";
import type { Clock, IncomingVm, QemuEvents } from "./ports.ts";
import { announce, unlearnedAddresses } from "./qemu-announce.ts";
import { readMachine } from "./qemu-machine.ts";
import { lastWordsIn, QemuMonitor, withLastWords } from "./qemu-monitor.ts";
import { bandwidthFor, downtimeLimitSeconds, postCopyCapabilities, preCopyCapabilities, tlsOf } from "./qemu-source.ts";
import { waitsForStream } from "./stream-awaited.ts";
import { tcpUri } from "./tcp-uri.ts";

/** Starts the process that takes a VM in, in `<vms>/.incoming/<migrationId>`; its directory is renamed when it runs. */

export const INCOMING_DIRECTORY = ".incoming";
const MIGRATION_FILE = "migration";

/** Such commands are carried out at once or not at all. */
const outOfBandMilliseconds = 1_000;
const recoverTries = 10;
const recoverAgainMilliseconds = 50;

export interface IncomingQemuOptions {
  readonly vmDirectory: string;
  readonly networkNamespace: string | undefined;
  readonly accelerator: Accelerator;
  readonly allowedImageDirectories: readonly string[];
  readonly slice: string | undefined;
  readonly address: string;
  /** Absent: the stream comes in the clear. */
  readonly tlsDirectory: string | undefined;
  readonly ports: PortRange;
  readonly memory: MemoryPromises;
  readonly events: QemuEvents;
  readonly clock: Clock;
}

export async function launchIncomingQemu(
  order: IncomingOrder,
  options: IncomingQemuOptions,
): Promise<Result<IncomingVm>> {
  const { cpus: wanted, memoryBytes } = order.spec;
  const there = cpus().length;
  // More would only wait for one another, at the cost of every VM here.
  if (wanted > there) return fail("refused", `the VM has ${wanted} virtual CPUs and this host has ${there} CPUs`);
  const promise = options.memory.take(memoryBytes);
  if (!promise.ok) return promise;
  const launched = await launch(order, options, promise.value);
  if (!launched.ok) promise.value.end();
  return launched;
}

async function launch(
  order: IncomingOrder,
  options: IncomingQemuOptions,
  promise: MemoryPromise,
): Promise<Result<IncomingVm>> {
  const { vmId, migrationId } = order.migration;
  const finalDirectory = join(options.vmDirectory, vmId);
  const cleared = await clearPlace(finalDirectory, options.networkNamespace);
  if (!cleared.ok) return cleared;
  const incomingDirectory = join(options.vmDirectory, INCOMING_DIRECTORY, migrationId);
  const removed = await removeHalfLaunched(incomingDirectory, options.networkNamespace);
  if (!removed.ok) return removed;
  await mkdir(join(options.vmDirectory, INCOMING_DIRECTORY), { recursive: true });
  const launched = await launchVm({
    spec: order.spec,
    directory: incomingDirectory,
    ...namespaceOf(options.networkNamespace),
    accelerator: options.accelerator,
    incoming: true,
    allowedImageDirectories: options.allowedImageDirectories,
    ...(options.slice === undefined ? {} : { slice: options.slice }),
    vmDirectory: options.vmDirectory,
  });
  if (!launched.ok) return launched;
  // Goes with the directory when it gets its final name: which migration the process in it came in by.
  await writeFile(join(incomingDirectory, MIGRATION_FILE), migrationId);
  promise.launched(launched.value);
  const process = launched.value;
  const place = placeOf(incomingDirectory, finalDirectory, options.networkNamespace);
  const opened = await openMonitor(process, place, options);
  if (!opened.ok) {
    await place.destroy();
    return opened;
  }
  const listening = await listen(opened.value.client, order, options);
  if (!listening.ok) {
    const failure = await withLastWords(listening.failure, place.directory());
    await opened.value.letGo();
    await place.destroy();
    return failure;
  }
  return ok(incomingVm({ monitor: opened.value, process, place, promise, ...listening.value }, options.ports));
}

/** What an earlier executor launched, wherever its directory is by now. */
export async function reopenIncomingQemu(
  { migrationId, vmId }: MigrationRef,
  port: number,
  options: Pick<IncomingQemuOptions, "vmDirectory" | "networkNamespace" | "ports" | "events" | "clock">,
): Promise<Result<IncomingVm>> {
  const finalDirectory = join(options.vmDirectory, vmId);
  const incomingDirectory = join(options.vmDirectory, INCOMING_DIRECTORY, migrationId);
  for (const directory of [incomingDirectory, finalDirectory]) {
    const socketPath = join(directory, QMP_SOCKET);
    const found = findVmProcesses([socketPath]).get(socketPath);
    // The VM may have come back by another one since.
    if (found === undefined || (await migrationOf(directory)) !== migrationId) continue;
    const process = { ...found, taps: tapsOf(found.pid) };
    const place = placeOf(directory, finalDirectory, options.networkNamespace);
    const opened = await openMonitor(process, place, options);
    if (!opened.ok) return opened;
    const machine = await preparedBefore(opened.value.client);
    const promise = { launched: () => undefined, end: () => undefined };
    return ok(incomingVm({ monitor: opened.value, process, place, promise, machine, port }, options.ports));
  }
  const destroyed = await destroyVm({ directory: incomingDirectory, ...namespaceOf(options.networkNamespace) });
  return destroyed.ok ? fail("not_found", "its QEMU has ended while no executor was here") : destroyed;
}

/** As `makeCapable` left it. Once a stream has come nobody asks any more, and QEMU may be waiting for a page. */
async function preparedBefore(client: QmpClient): Promise<Result<Machine>> {
  const waiting = await waitsForStream(client);
  if (!waiting.ok) return fail("unavailable", waiting.failure.message);
  const capabilities = await queryMigrationCapabilities(client);
  if (!capabilities.ok) return capabilities;
  if (capabilities.value.get("postcopy-ram") === true) return readMachine(client);
  return fail("refused", "an earlier executor prepared it for pre-copy only");
}

async function migrationOf(directory: string): Promise<string | undefined> {
  return readFile(join(directory, MIGRATION_FILE), "utf8").catch(() => undefined);
}

interface Place {
  readonly networkNamespace: string | undefined;
  directory(): string;
  adopt(): Promise<Result<void>>;
  destroy(): Promise<Result<void>>;
}

/** Where an incoming VM is, until it runs and its directory gets its final name. */
function placeOf(begin: string, finalDirectory: string, networkNamespace: string | undefined): Place {
  let directory = begin;
  return {
    networkNamespace,
    directory: () => directory,
    destroy: () => destroyVm({ directory, ...namespaceOf(networkNamespace) }),
    adopt: async () => {
      if (directory === finalDirectory) return ok(undefined);
      try {
        await rename(directory, finalDirectory);
        directory = finalDirectory;
        return ok(undefined);
      } catch (error) {
        return fail("refused", `cannot rename the VM's directory: ${messageOf(error)}`);
      }
    },
  };
}

function namespaceOf(networkNamespace: string | undefined): { readonly networkNamespace?: string } {
  return networkNamespace === undefined ? {} : { networkNamespace };
}

function openMonitor(
  process: VmProcess,
  place: Place,
  { events, clock }: Pick<IncomingQemuOptions, "events" | "clock">,
): Promise<Result<QemuMonitor>> {
  return QemuMonitor.open({
    process,
    socketPath: () => join(place.directory(), QMP_SOCKET),
    lastWords: () => lastWordsIn(place.directory()),
    events,
    clock,
  });
}

interface Incoming extends Listening {
  readonly monitor: QemuMonitor;
  readonly process: IncomingProcess;
  readonly place: Place;
  readonly promise: MemoryPromise;
}

function incomingVm({ monitor, process, place, promise, port, machine }: Incoming, ports: PortRange): IncomingVm {
  return {
    ...{ port, machine },
    traffic: () => trafficOf(process),
    observe: () => monitor.observe(),
    listenAgain: (address, at) => listenAgain(monitor.client, tcpUri(address, at)),
    hold: () => hold(monitor),
    runHeld: () => resumeVm(monitor.client),
    freePort: () => {
      const port = ports.free(isTakenIn(process.pid));
      return port === undefined ? fail("unavailable", "no port to listen on") : ok(port);
    },
    probePort: () => ports.lend(isTakenIn(process.pid)),
    letGo: () => {
      promise.end();
      return monitor.letGo();
    },
    discard: async () => {
      await monitor.letGo();
      const discarded = await place.destroy();
      if (discarded.ok) promise.end();
      return discarded;
    },
    adopt: () => place.adopt(),
    unlearned: () => unlearnedAddresses(place.directory(), process.taps, place.networkNamespace),
    announce: () => announce(monitor, place.directory()),
  };
}

/** A VM that runs here already keeps its place; the directory of one that has ended gives way. */
export async function clearPlace(directory: string, networkNamespace: string | undefined): Promise<Result<void>> {
  const socketPath = join(directory, QMP_SOCKET);
  if (findVmProcesses([socketPath]).has(socketPath)) return fail("refused", "this VM runs on this host already");
  const namespace = networkNamespace === undefined ? {} : { networkNamespace };
  return destroyVm({ directory, ...namespace });
}

interface IncomingProcess extends VmProcess {
  readonly taps: readonly string[];
}

/** A tap receives what its guest sends. The process's own view of /proc is that of its network namespace. */
function trafficOf({ pid, taps }: IncomingProcess): ReturnType<IncomingVm["traffic"]> {
  if (taps.length === 0) return undefined;
  let text: string;
  try {
    text = readFileSync(`/proc/${pid}/net/dev`, "latin1");
  } catch {
    return undefined;
  }
  const counters = parseNetDev(text);
  let outboundBytes = 0;
  let inboundBytes = 0;
  for (const tap of taps) {
    const known = counters.get(tap);
    if (known === undefined) return undefined;
    outboundBytes += known.receivedBytes;
    inboundBytes += known.sentBytes;
  }
  return { outboundBytes, inboundBytes };
}

interface Listening {
  readonly port: number;
  readonly machine: Result<Machine>;
}

/**
 * Able to post-copy wherever the VM and this host allow it: a pre-copy that does not converge can then become one. Where
 * they do not, the source is told why when it asks, and does not begin a post-copy.
 */
async function makeCapable(client: QmpClient, { spec }: IncomingOrder): Promise<Result<Result<Machine>>> {
  const machine: Result<Machine> =
    spec.postCopy === "FORBIDDEN" ? fail("refused", "this VM's spec forbids post-copy") : await readMachine(client);
  const able = machine.ok ? await setIncomingCapabilities(client) : machine;
  if (able.ok) return ok(machine);
  const set = await setMigrationCapabilities(client, preCopyCapabilities);
  return set.ok ? ok(fail(able.failure.kind, `${able.failure.message}${userFaultCure()}`)) : set;
}

/**
 * A destination has next to nothing to send, so it mostly has not noticed that the stream broke. That it did is a reason
 * for QEMU to refuse the first order, and none against the second.
 */
async function listenAgain(client: QmpClient, uri: string): Promise<Result<void>> {
  const paused = await migratePause(client, { timeoutMilliseconds: outOfBandMilliseconds });
  for (let tried = 1; ; tried += 1) {
    const listening = await migrateRecover(client, uri, { timeoutMilliseconds: outOfBandMilliseconds });
    if (listening.ok || listening.failure.kind !== "refused" || tried === recoverTries) {
      if (listening.ok || paused.ok) return listening;
      return fail(listening.failure.kind, `${listening.failure.message}; ${paused.failure.message}`);
    }
    // It takes some tens of milliseconds until it is paused.
    await setTimeout(recoverAgainMilliseconds);
  }
}

/**
 * To an incoming QEMU `stop` means: do not run the VM when it is here. If it had begun to run it just before, it was stopped
 * by this instead, and goes on.
 */
async function hold(monitor: QemuMonitor): Promise<Result<void>> {
  const { client } = monitor;
  const before = await queryRunState(client);
  if (!before.ok) return before;
  if (before.value.name !== "inmigrate") return fail("refused", `the VM is ${before.value.name} here already`);
  const stopped = await stopVm(client);
  if (!stopped.ok) return stopped;
  if (!monitor.hasResumed) return ok(undefined);
  const resumed = await resumeVm(client);
  return resumed.ok ? fail("refused", "the VM runs here already") : resumed;
}

/** QEMU's network is that of its process. */
function isTakenIn(pid: number): (port: number) => boolean {
  const taken = new Set(tcpSocketsOf(pid).map(({ localPort }) => localPort));
  return (port) => taken.has(port);
}

/** Counts how long the VM waits for pages where QEMU can: not every kernel and user may. */
async function setIncomingCapabilities(client: QmpClient): Promise<Result<void>> {
  const counting = await setMigrationCapabilities(client, [...postCopyCapabilities, "postcopy-blocktime"]);
  return counting.ok ? counting : setMigrationCapabilities(client, postCopyCapabilities);
}

/** 7.2 says that post-copy is not supported, and why on its standard error only. */
function userFaultCure(): string {
  if (process.getuid?.() === 0) return "";
  try {
    if (readFileSync("/proc/sys/vm/unprivileged_userfaultfd", "latin1").trim() === "1") return "";
    return "; set sysctl vm.unprivileged_userfaultfd=1, or run QEMU as root";
  } catch {
    return "; this kernel has no userfaultfd, without which no VM can be post-copied to this host";
  }
}

/** One that is taken makes QEMU refuse, and the next is tried: asking first would prove nothing. */
async function listen(
  client: QmpClient,
  order: IncomingOrder,
  options: IncomingQemuOptions,
): Promise<Result<Listening>> {
  const machine = await makeCapable(client, order);
  if (!machine.ok) return machine;
  const tls = tlsOf(options.tlsDirectory, "server", order.migration.sourceHostId);
  const parameters = { ...bandwidthFor(undefined), downtimeLimitSeconds, clear: tls === undefined };
  const set = await setMigrationParameters(client, parameters);
  if (!set.ok) return set;
  const secured = tls === undefined ? ok(undefined) : await secureStream(client, tls);
  if (!secured.ok) return secured;
  let last: Result<never> = fail("unavailable", "no port to listen on");
  for (const port of options.ports.next()) {
    if (options.ports.isLent(port)) continue;
    const listening = await migrateIncoming(client, tcpUri(options.address, port));
    if (listening.ok) return ok({ port, machine: machine.value });
    last = listening;
    if (listening.failure.kind !== "refused") break;
  }
  return last;
}
