import { z } from "zod";
import { fail, ok, type Result } from "../failure/failure.ts";
import { subjectOf } from "../tls/credentials.ts";
import { type MigrationInfo, readMigrationInfo } from "./migration-info.ts";
import type { QmpCallOptions, QmpClient } from "./qmp-client.ts";

/** The QMP commands we use, typed, in our units. Anything with another unit at QEMU is converted here. */

/** Names as QEMU has them (`running`, `inmigrate`, `postmigrate`, `finish-migrate`, ...); versions add to them. */
export interface RunState {
  readonly name: string;
  readonly running: boolean;
}

const runStateReply = z.object({ status: z.string(), running: z.boolean() });

export async function queryRunState(client: QmpClient, options?: QmpCallOptions): Promise<Result<RunState>> {
  const reply = await client.execute("query-status", undefined, options);
  if (!reply.ok) return reply;
  const parsed = runStateReply.safeParse(reply.value);
  if (!parsed.success) return fail("invalid", "query-status: unreadable reply");
  return ok({ name: parsed.data.status, running: parsed.data.running });
}

export async function queryMigrate(client: QmpClient, options?: QmpCallOptions): Promise<Result<MigrationInfo>> {
  const reply = await client.execute("query-migrate", undefined, options);
  return reply.ok ? readMigrationInfo(reply.value) : reply;
}

/**
 * Every capability that changes what a migration does. Capabilities stay in the process from one migration to the
 * next, so each is said explicitly each time.
 */
const capabilityNames = [
  "events",
  "return-path",
  "postcopy-ram",
  "postcopy-blocktime",
  "postcopy-preempt",
  "xbzrle",
  "multifd",
  "auto-converge",
  "zero-blocks",
  "compress",
  "block",
  "release-ram",
  "pause-before-switchover",
  "late-block-activate",
  "dirty-bitmaps",
  "background-snapshot",
  "zero-copy-send",
  "x-ignore-shared",
  "x-colo",
  "dirty-limit",
  "switchover-ack",
  "mapped-ram",
  "validate-uuid",
] as const;
export type CapabilityName = (typeof capabilityNames)[number];

const capabilitiesReply = z.array(z.object({ capability: z.string(), state: z.boolean() }));

/**
 * Harmless where QEMU lacks them. The second: a VM that has arrived and is not to run takes its disks only when it is told to
 * run, so that they can be its source's again.
 */
const wantedCapabilities: readonly CapabilityName[] = ["validate-uuid", "late-block-activate"];

/**
 * Turns on the named capabilities, and the wanted ones that this QEMU has, and every other one we know off. One that
 * this QEMU lacks is left out when it should be off, and makes the call fail when it should be on. Fails with `refused`
 * and QEMU's reason where the host forbids one.
 */
export async function setMigrationCapabilities(
  client: QmpClient,
  enabled: readonly CapabilityName[],
  options?: QmpCallOptions,
): Promise<Result<void>> {
  const states = await queryMigrationCapabilities(client, options);
  if (!states.ok) return states;
  const existing = states.value;
  const missing = enabled.filter((name) => !existing.has(name));
  if (missing.length > 0) return fail("refused", `QEMU ${client.version} lacks the capability ${missing.join(", ")}`);
  const capabilities = capabilityNames
    .filter((name) => existing.has(name))
    .map((name) => ({ capability: name, state: enabled.includes(name) || wantedCapabilities.includes(name) }));
  return toVoid(await client.execute("migrate-set-capabilities", { capabilities }, options));
}

/** Those that this QEMU has, by name, and whether each is on. */
export async function queryMigrationCapabilities(
  client: QmpClient,
  options?: QmpCallOptions,
): Promise<Result<ReadonlyMap<string, boolean>>> {
  const reply = await client.execute("query-migrate-capabilities", undefined, options);
  if (!reply.ok) return reply;
  const parsed = capabilitiesReply.safeParse(reply.value);
  if (!parsed.success) return fail("invalid", "query-migrate-capabilities: unreadable reply");
  return ok(new Map(parsed.data.map(({ capability, state }) => [capability, state])));
}

export interface MigrationParameters {
  /** Pre-copy's limit. QEMU's default is 128 MiB/s, so it is always sent. */
  readonly maxBytesPerSecond?: number;
  /** Post-copy's limit; 0 is none. */
  readonly maxPostCopyBytesPerSecond?: number;
  readonly downtimeLimitSeconds?: number;
  /** True: the stream goes in the clear, whatever an earlier one did. */
  readonly clear?: boolean;
}

const parametersReply = z.object({
  "max-bandwidth": z.number().optional(),
  "max-postcopy-bandwidth": z.number().optional(),
  "downtime-limit": z.number().optional(),
});

export async function queryMigrationParameters(
  client: QmpClient,
  options?: QmpCallOptions,
): Promise<Result<MigrationParameters>> {
  const reply = await client.execute("query-migrate-parameters", undefined, options);
  if (!reply.ok) return reply;
  const parsed = parametersReply.safeParse(reply.value);
  if (!parsed.success) return fail("invalid", "query-migrate-parameters: unreadable reply");
  const it = parsed.data;
  return ok({
    ...(it["max-bandwidth"] === undefined ? {} : { maxBytesPerSecond: it["max-bandwidth"] }),
    ...(it["max-postcopy-bandwidth"] === undefined ? {} : { maxPostCopyBytesPerSecond: it["max-postcopy-bandwidth"] }),
    ...(it["downtime-limit"] === undefined ? {} : { downtimeLimitSeconds: it["downtime-limit"] / 1000 }),
  });
}

/** Sets them and reads them back: a limit that is silently not applied is worse than one refused. */
export async function setMigrationParameters(
  client: QmpClient,
  parameters: MigrationParameters,
  options?: QmpCallOptions,
): Promise<Result<void>> {
  const wanted = {
    ...(parameters.maxBytesPerSecond === undefined
      ? {}
      : { "max-bandwidth": Math.round(parameters.maxBytesPerSecond) }),
    ...(parameters.maxPostCopyBytesPerSecond === undefined
      ? {}
      : { "max-postcopy-bandwidth": Math.round(parameters.maxPostCopyBytesPerSecond) }),
    ...(parameters.downtimeLimitSeconds === undefined
      ? {}
      : { "downtime-limit": Math.round(parameters.downtimeLimitSeconds * 1000) }),
    ...(parameters.clear === true ? { "tls-creds": "", "tls-hostname": "", "tls-authz": "" } : {}),
  };
  const set = await client.execute("migrate-set-parameters", wanted, options);
  if (!set.ok) return set;
  const reply = await client.execute("query-migrate-parameters", undefined, options);
  if (!reply.ok) return reply;
  const actual = (reply.value ?? {}) as Record<string, unknown>;
  for (const [name, value] of Object.entries(wanted)) {
    if (actual[name] !== value) return fail("refused", `${name} was set to ${value} and reads ${shown(actual[name])}`);
  }
  return ok(undefined);
}

/** One end of a migration's stream under TLS, both certificates checked. */
export interface StreamTls {
  /** Where QEMU finds its files: see `kit/tls/credentials.ts`. */
  readonly directory: string;
  readonly endpoint: "server" | "client";
  /** The host on the other end: its certificate has to name it. */
  readonly peerHostId: string;
}

const CREDENTIALS = "cf-tls";
const PEER = "cf-peer";

/**
 * Before `migrate-incoming` or `migrate`. Parameters and objects stay in the process, and a VM that has come in as a server
 * leaves as a client, so both are made anew each time: that also reads files that were renewed.
 */
export async function secureStream(client: QmpClient, tls: StreamTls): Promise<Result<void>> {
  const off = await client.execute("migrate-set-parameters", { "tls-creds": "", "tls-hostname": "", "tls-authz": "" });
  if (!off.ok) return off;
  for (const id of [CREDENTIALS, PEER]) {
    const removed = await client.execute("object-del", { id });
    // There is none the first time.
    if (!removed.ok && removed.failure.kind !== "refused" && removed.failure.kind !== "not_found") return removed;
  }
  const { directory: dir, endpoint, peerHostId } = tls;
  const made = await client.execute("object-add", {
    ...{ "qom-type": "tls-creds-x509", id: CREDENTIALS, dir, endpoint, "verify-peer": true },
  });
  if (!made.ok) return made;
  if (endpoint === "client") {
    return toVoid(
      await client.execute("migrate-set-parameters", { "tls-creds": CREDENTIALS, "tls-hostname": peerHostId }),
    );
  }
  // Being of the same authority is not enough: only the host that the VM comes from may send it.
  const rule = { match: subjectOf(peerHostId), policy: "allow", format: "exact" };
  const listed = await client.execute("object-add", {
    ...{ "qom-type": "authz-list", id: PEER, policy: "deny", rules: [rule] },
  });
  if (!listed.ok) return listed;
  return toVoid(await client.execute("migrate-set-parameters", { "tls-creds": CREDENTIALS, "tls-authz": PEER }));
}

export async function migrateIncoming(client: QmpClient, uri: string, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("migrate-incoming", { uri }, options));
}

/** Returns at once; whether the connection came about is in query-migrate. */
export async function migrate(client: QmpClient, uri: string, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("migrate", { uri }, options));
}

export async function migrateStartPostCopy(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("migrate-start-postcopy", undefined, options));
}

/** Sends frames from each of the VM's NICs, so that bridges learn where it is: five in a second, as after a switch-over. */
export async function announceSelf(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  const times = { initial: 50, max: 550, rounds: 5, step: 100 };
  return toVoid(await client.execute("announce-self", times, options));
}

/**
 * Breaks a post-copy's stream on this side, so that it can be recovered: Linux alone takes minutes to notice a cut link.
 * Out of band: it is carried out while the ordinary monitor waits for a page. `refused` where no post-copy flows.
 */
export async function migratePause(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.executeOob("migrate-pause", undefined, options));
}

/** On the destination of a paused post-copy: listens for its source once more. Out of band, as `migratePause`. */
export async function migrateRecover(client: QmpClient, uri: string, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.executeOob("migrate-recover", { uri }, options));
}

/** On the source of a paused post-copy. Returns at once, as `migrate`; a connection that fails leaves it paused. */
export async function migrateResume(client: QmpClient, uri: string, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("migrate", { uri, resume: true }, options));
}

/**
 * Afterwards QEMU runs the VM here. Only before post-copy was asked for: 7.2 takes it during post-copy, too, and the VM is
 * ruined. See the rules in the executor's core.
 */
export async function migrateCancel(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("migrate_cancel", undefined, options));
}

/** Stops the VM; to one that is on its way in: do not run when you are here. */
export async function stopVm(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("stop", undefined, options));
}

/** Runs the VM here. Only for a source whose pre-copy failed: see the rules in the executor's core. */
export async function resumeVm(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("cont", undefined, options));
}

export async function quit(client: QmpClient, options?: QmpCallOptions): Promise<Result<void>> {
  return toVoid(await client.execute("quit", undefined, options));
}

/** A list in lists without end could not be written. */
function shown(value: unknown): string {
  return typeof value === "object" && value !== null ? "as no value of its kind" : String(value);
}

function toVoid(reply: Result<unknown>): Result<void> {
  return reply.ok ? ok(undefined) : reply;
}
