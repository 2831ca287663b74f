/** `contraflow init`, `contraflow identity`: a cluster's accounts, keys and certificates, without a bus. */
import { resolve } from "node:path";
import { Cluster } from "../../kit/identity/cluster.ts";
import { initCluster, renew, revoke } from "../../kit/identity/init.ts";
import type { Issued, Places } from "../../kit/identity/register.ts";
import { formatTable } from "../../kit/terminal/table.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { print, printJson, report } from "../session.ts";

export interface InitCommandOptions extends Partial<Places> {
  readonly directory: string;
  readonly hosts: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
  readonly natsName: readonly [string, ...string[]];
  readonly redisName: readonly [string, ...string[]];
  readonly days: number;
  readonly json?: true;
}

export async function init({ natsName, redisName, json, ...given }: InitCommandOptions): Promise<ExitCode> {
  const directory = resolve(given.directory);
  const made = await initCluster({ ...given, directory, natsNames: natsName, redisNames: redisName });
  if (!made.ok) return report(made.failure);
  const { issued, hosts } = made.value;
  if (json) {
    printJson({ directory, issued, hosts });
    return EXIT.done;
  }
  print([
    ...(issued.length === 0 ? ["everything was there; nothing was changed but what follows from it"] : []),
    ...issued.map(({ holder, path }) => `${holder}: ${path}`),
    "",
    ...whatToCopy(directory, hosts, given),
  ]);
  return EXIT.done;
}

function whatToCopy(
  directory: string,
  hosts: readonly string[],
  { operators, viewers }: Pick<InitCommandOptions, "operators" | "viewers">,
): readonly string[] {
  const people = [...operators.map((name) => `operators/${name}`), ...viewers.map((name) => `viewers/${name}`)];
  return [
    "Copy, with modes as they are (secrets are 0600) and owned by whoever runs there what reads them:",
    `  ${directory}/nats      to the machine of NATS, where nats.conf says it lies; a change: nats-server --signal reload`,
    `  ${directory}/redis     to that of Redis, where redis.conf says it lies; a change of users: ACL LOAD as admin`,
    `  ${directory}/planner   to that of the planner: --nats-credentials planner.creds, and signing.nk signs its orders`,
    `  ${directory}/profiler  to that of the profiler: --nats-credentials profiler.creds --redis-user profiler`,
    "                        --redis-password-file redis.password --redis-ca ca-cert.pem",
    ...hosts.map((hostId) => `  ${directory}/hosts/${hostId}  to ${hostId} as /etc/contraflow (bus, tls, signing.pub)`),
    ...people.map((folder) => `  ${directory}/${folder}  to that person's machine as /etc/contraflow/bus`),
    "Keep to yourself:",
    `  ${directory}/ca, ${directory}/keys: whoever has them can be anybody. No service needs them.`,
  ];
}

interface Json {
  readonly directory: string;
  readonly json?: true;
}

export async function listIdentities({ directory, json }: Json): Promise<ExitCode> {
  const cluster = await Cluster.open(resolve(directory));
  if (!cluster.ok) return report(cluster.failure);
  const { issued } = cluster.value.register;
  if (json) printJson({ issued });
  else {
    const columns = ["holder", "issued", "state", "public key, or hash of a password"].map((title) => ({ title }));
    print(
      formatTable(
        columns,
        issued.map((entry) => row(entry, issued)),
      ),
    );
  }
  return EXIT.done;
}

function row({ holder, mark, issuedUnixSeconds, revokedUnixSeconds }: Issued, all: readonly Issued[]): string[] {
  const isNewest = all.findLast((entry) => entry.holder === holder)?.mark === mark;
  const state =
    revokedUnixSeconds !== undefined ? `revoked ${day(revokedUnixSeconds)}` : isNewest ? "in use" : "superseded";
  return [holder, day(issuedUnixSeconds), state, mark];
}

function day(unixSeconds: number): string {
  return new Date(unixSeconds * 1000).toISOString().slice(0, 16).replace("T", " ");
}

export async function renewIdentity(holder: string, { directory, json }: Json): Promise<ExitCode> {
  const full = fullHolder(holder);
  const renewed = await renew(resolve(directory), full);
  if (!renewed.ok) return report(renewed.failure);
  if (json) printJson({ holder: full, path: renewed.value });
  else print([`${full}: ${renewed.value}`, ...afterRenewal(full, resolve(directory))]);
  return EXIT.done;
}

export async function revokeIdentity(
  holder: string,
  { directory, all, json }: Json & { readonly all?: true },
): Promise<ExitCode> {
  const full = fullHolder(holder);
  const revoked = await revoke(resolve(directory), full, all ? "all" : "superseded");
  if (!revoked.ok) return report(revoked.failure);
  if (json) printJson({ holder: full, revoked: revoked.value });
  else print([`${full}: ${revoked.value} revoked`, afterRevocation(full, resolve(directory))]);
  return EXIT.done;
}

/** `planner` for `planner/planner`: of some there is one. */
function fullHolder(holder: string): string {
  return holder === "planner" || holder === "profiler" ? `${holder}/${holder}` : holder;
}

function afterRenewal(holder: string, directory: string): readonly string[] {
  const then = `Then: contraflow identity revoke ${holder} --directory ${directory}`;
  if (holder === "signing") {
    return [
      `First copy each host's ${directory}/hosts/<host>/signing.pub there, then this file to the planner, and restart it.`,
      then,
    ];
  }
  if (holder.startsWith("redis/")) {
    return [
      `First copy ${directory}/redis/users.acl to Redis and have it read (ACL LOAD as admin), then this file to its owner,`,
      "who shows it from the next connection on; a restart makes one.",
      then,
    ];
  }
  return [
    "Copy it over the old one: it is shown from the next connection on, and both are taken until the old one is revoked.",
    then,
  ];
}

function afterRevocation(holder: string, directory: string): string {
  if (holder === "signing") return `Copy each host's ${directory}/hosts/<host>/signing.pub there: then it is refused.`;
  if (holder.startsWith("redis/"))
    return `Copy ${directory}/redis/users.acl to Redis, and ACL LOAD: then it is refused.`;
  return `Copy ${directory}/nats/nats.conf to NATS, and nats-server --signal reload: then it is refused, and cut off.`;
}
