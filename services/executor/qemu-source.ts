import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { vmSpec } from "../kit/domain/vm-spec.ts";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { QMP_SOCKET, SPEC_FILE } from "../kit/hypervisor/argv.ts";
import { destroyVm } from "../kit/hypervisor/destroy.ts";
import { findVmProcesses } from "../kit/hypervisor/process.ts";
import {
  type CapabilityName,
  migrate,
  migrateCancel,
  migratePause,
  migrateResume,
  migrateStartPostCopy,
  queryMigrate,
  queryMigrationCapabilities,
  queryMigrationParameters,
  queryRunState,
  quit,
  resumeVm,
  type StreamTls,
  secureStream,
  setMigrationCapabilities,
  setMigrationParameters,
} from "../kit/qmp/commands.ts";
import type { MigrationStatus } from "../kit/qmp/migration-info.ts";
import type { QmpClient } from "../kit/qmp/qmp-client.ts";
import type { SourceOrder } from "./core/source-state.ts";
import type { Clock, QemuEvents, SourceVm } from "./ports.ts";
import { readMachine } from "./qemu-machine.ts";
import { QemuMonitor } from "./qemu-monitor.ts";
import { isConnecting } from "./reachability.ts";

/** A VM that runs here, by its directory. */
export interface SourceQemuOptions {
  readonly directory: string;
  readonly networkNamespace: string | undefined;
  /** Absent: the stream goes in the clear. */
  readonly tlsDirectory: string | undefined;
  readonly events: QemuEvents;
  readonly clock: Clock;
}

/** More than any link; QEMU's own default is 128 MiB/s, and what 0 means has changed between versions. */
const unlimitedBytesPerSecond = 1e12;
const postCopyUnlimited = 0;
/** QEMU's default, said so that a VM that was given another one does not keep it. */
export const downtimeLimitSeconds = 0.3;
const quitTimeoutMilliseconds = 2_000;
const exitMilliseconds = 3_000;

export const preCopyCapabilities: readonly CapabilityName[] = ["events", "return-path"];
/** Nothing is post-copied before it is asked for: with these a pre-copy is a pre-copy too. */
export const postCopyCapabilities: readonly CapabilityName[] = [...preCopyCapabilities, "postcopy-ram"];

export function bandwidthFor(paceBytesPerSecond: number | undefined) {
  return {
    maxBytesPerSecond: paceBytesPerSecond ?? unlimitedBytesPerSecond,
    maxPostCopyBytesPerSecond: paceBytesPerSecond ?? postCopyUnlimited,
  };
}

export async function openSourceQemu(options: SourceQemuOptions): Promise<Result<SourceVm>> {
  const { directory, networkNamespace } = options;
  const socketPath = join(directory, QMP_SOCKET);
  const process = findVmProcesses([socketPath]).get(socketPath);
  if (process === undefined) return fail("not_found", "this VM does not run on this host");
  const opened = await QemuMonitor.open({
    process,
    socketPath: () => socketPath,
    lastWords: async () => "",
    events: options.events,
    clock: options.clock,
  });
  if (!opened.ok) return opened;
  const monitor = opened.value;
  return ok({
    prepare: (order) => prepare(monitor, order, options.tlsDirectory),
    readMachine: () => readMachine(monitor.client),
    allowPostCopy: () => allowPostCopy(monitor.client, directory),
    isPostCopyAllowed: async () => {
      const states = await queryMigrationCapabilities(monitor.client);
      return states.ok ? ok(states.value.get("postcopy-ram") === true) : states;
    },
    migrate: (uri) => migrate(monitor.client, uri),
    startPostCopy: () => migrateStartPostCopy(monitor.client),
    cancel: () => migrateCancel(monitor.client),
    pauseStream: () => migratePause(monitor.client),
    isConnecting: () => isConnecting(process.pid),
    resumeStream: (uri) => migrateResume(monitor.client, uri),
    setPace: (pace) => setMigrationParameters(monitor.client, bandwidthFor(pace)),
    readPace: async () => {
      const read = await queryMigrationParameters(monitor.client);
      if (!read.ok) return read;
      const { maxBytesPerSecond: most = unlimitedBytesPerSecond } = read.value;
      return ok(most >= unlimitedBytesPerSecond ? {} : { paceBytesPerSecond: most });
    },
    observe: () => monitor.observe(),
    rerun: () => resumeVm(monitor.client),
    letGo: () => monitor.letGo(),
    release: async () => {
      await quit(monitor.client, { timeoutMilliseconds: quitTimeoutMilliseconds });
      await monitor.exited(exitMilliseconds);
      return destroyVm({ directory, ...(networkNamespace === undefined ? {} : { networkNamespace }) });
    },
  });
}

async function prepare(
  monitor: QemuMonitor,
  order: SourceOrder,
  tlsDirectory: string | undefined,
): Promise<Result<{ readonly underWay: boolean }>> {
  const { client } = monitor;
  const [runState, info] = await Promise.all([queryRunState(client), queryMigrate(client)]);
  if (!runState.ok) return unknown(runState.failure.message);
  if (!info.ok) return unknown(info.failure.message);
  const { status, blockedReasons } = info.value;
  if (isUnderWay(status)) return ok({ underWay: true });
  if (!runState.value.running) return unknown(`the VM does not run, it is ${runState.value.name}`);
  if (blockedReasons.length > 0) return fail("refused", `the VM cannot be migrated: ${blockedReasons.join("; ")}`);
  const set = await setMigrationCapabilities(client, preCopyCapabilities);
  if (!set.ok) return refused(set.failure.message);
  const tls = tlsOf(tlsDirectory, "client", order.migration.destinationHostId);
  const parameters = { ...bandwidthFor(order.paceBytesPerSecond), downtimeLimitSeconds, clear: tls === undefined };
  const limited = await setMigrationParameters(client, parameters);
  if (!limited.ok) return refused(limited.failure.message);
  if (tls === undefined) return ok({ underWay: false });
  const secured = await secureStream(client, tls);
  return secured.ok ? ok({ underWay: false }) : refused(secured.failure.message);
}

export function tlsOf(
  directory: string | undefined,
  endpoint: StreamTls["endpoint"],
  peerHostId: string,
): StreamTls | undefined {
  return directory === undefined ? undefined : { directory, endpoint, peerHostId };
}

function isUnderWay({ kind }: MigrationStatus): boolean {
  return kind === "ongoing" || kind === "post_copy" || kind === "post_copy_paused" || kind === "post_copy_recovering";
}

async function allowPostCopy(client: QmpClient, directory: string): Promise<Result<void>> {
  const refusal = await postCopyRefusal(directory);
  return refusal === undefined ? setMigrationCapabilities(client, postCopyCapabilities) : refused(refusal);
}

/** Nothing has been sent, and the VM was seen running here. */
function refused(message: string): Result<never> {
  return fail("refused", message);
}

function unknown(message: string): Result<never> {
  return fail("outcome_unknown", message);
}

/** Only a spec that can be read allows it: what cannot be read may be what forbids it. */
async function postCopyRefusal(directory: string): Promise<string | undefined> {
  const path = join(directory, SPEC_FILE);
  try {
    const parsed = vmSpec.safeParse(JSON.parse(await readFile(path, "utf8")));
    if (parsed.success) return parsed.data.postCopy === "FORBIDDEN" ? "this VM's spec forbids post-copy" : undefined;
    const [issue] = parsed.error.issues;
    return unreadable(path, `${issue?.path.join(".")}: ${issue?.message}`);
  } catch (error) {
    return unreadable(path, messageOf(error));
  }
}

function unreadable(path: string, reason: string): string {
  return `whether this VM's spec allows post-copy cannot be read from ${path} (${reason})`;
}
