/** Makes a cluster's identities, and again what is missing: a second run adds hosts and people and changes no secret. */
import { existsSync, readdirSync } from "node:fs";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { issueHost, issueServer, makeAuthority } from "../tls/authority.ts";
import { Cluster, redisHolders, SIGNING } from "./cluster.ts";
import { liveMarks, type Places, withRevoked } from "./register.ts";
import { type Identity, identityName, identityText } from "./role.ts";

export interface InitOptions extends Partial<Places> {
  readonly directory: string;
  readonly hosts: readonly string[];
  readonly operators: readonly string[];
  readonly viewers: readonly string[];
  /** By which others reach the two servers: DNS names and addresses. */
  readonly natsNames: readonly [string, ...string[]];
  readonly redisNames: readonly [string, ...string[]];
  /** Of certificates; the authority's own is valid ten times as long. */
  readonly days: number;
}

export interface Made {
  /** Holders that got something, and the file; what was there is kept. */
  readonly issued: readonly { readonly holder: string; readonly path: string }[];
  readonly hosts: readonly string[];
}

export async function initCluster(options: InitOptions): Promise<Result<Made>> {
  return inCluster(options.directory, async (cluster) => {
    const { days } = options;
    const { natsDirectory, redisDirectory } = cluster.register.places;
    const places = {
      natsDirectory: options.natsDirectory ?? natsDirectory,
      redisDirectory: options.redisDirectory ?? redisDirectory,
    };
    await cluster.record({ ...cluster.register, places });
    const authority = await makeAuthority(cluster.authority, days * 10);
    if (!authority.ok) return authority;
    for (const [folder, names] of [
      ["nats", options.natsNames],
      ["redis", options.redisNames],
    ] as const) {
      const issued = await issueServer(cluster.authority, cluster.path(folder), { names, days });
      if (!issued.ok) return issued;
    }
    const issued: { holder: string; path: string }[] = [];
    for (const identity of identitiesOf(options)) {
      if (existsSync(cluster.credentialsPath(identity))) continue;
      issued.push({ holder: identityText(identity), path: await cluster.issueUser(identity) });
    }
    for (const holder of Object.values(redisHolders)) {
      if (!existsSync(cluster.passwordPath(holder))) issued.push({ holder, path: await cluster.issuePassword(holder) });
    }
    if (!existsSync(cluster.path("planner", "signing.nk"))) {
      issued.push({ holder: SIGNING, path: await cluster.issueSigningKey() });
    }
    for (const hostId of options.hosts) {
      const given = await issueHost(cluster.authority, cluster.path("hosts", hostId, "tls"), { hostId, days });
      if (!given.ok) return given;
    }
    await cluster.writeSigners(hostsOf(cluster));
    await cluster.writeServers();
    return ok({ issued, hosts: hostsOf(cluster) });
  });
}

/** Makes the holder something new. What he had is good until it is revoked. Returns the new file. */
export async function renew(directory: string, holder: string): Promise<Result<string>> {
  return inCluster(directory, async (cluster) => {
    const known = knownHolder(cluster, holder);
    if (!known.ok) return known;
    const path = await issueTo(cluster, holder);
    if (holder === SIGNING) await cluster.writeSigners(hostsOf(cluster));
    await cluster.writeServers();
    return ok(path);
  });
}

/** `superseded`: what the holder had before his newest. Returns how many are refused from now on. */
export async function revoke(directory: string, holder: string, whom: "superseded" | "all"): Promise<Result<number>> {
  return inCluster(directory, async (cluster) => {
    const before = liveMarks(cluster.register, holder).length;
    const next = withRevoked(cluster.register, holder, { whom, nowUnixSeconds: cluster.nowUnixSeconds });
    if (!next.ok) return next;
    await cluster.record(next.value);
    if (holder === SIGNING) await cluster.writeSigners(hostsOf(cluster));
    await cluster.writeServers();
    return ok(before - liveMarks(cluster.register, holder).length);
  });
}

function issueTo(cluster: Cluster, holder: string): Promise<string> {
  if (holder === SIGNING) return cluster.issueSigningKey();
  const [role, name] = holder.split("/");
  const identity = identityName.safeParse({ role, name });
  return identity.success ? cluster.issueUser(identity.data) : cluster.issuePassword(holder);
}

function knownHolder(cluster: Cluster, holder: string): Result<undefined> {
  if (cluster.register.issued.some((entry) => entry.holder === holder)) return ok(undefined);
  const holders = [...new Set(cluster.register.issued.map((entry) => entry.holder))].sort().join(", ");
  return fail("not_found", `nothing was issued to ${holder}; there are ${holders || "none"}`);
}

function identitiesOf({ hosts, operators, viewers }: InitOptions): readonly Identity[] {
  return [
    { role: "planner", name: "planner" },
    { role: "profiler", name: "profiler" },
    ...operators.map((name): Identity => ({ role: "operator", name })),
    ...viewers.map((name): Identity => ({ role: "viewer", name })),
    ...hosts.flatMap((name): readonly Identity[] => [
      { role: "agent", name },
      { role: "executor", name },
    ]),
  ];
}

/** Also those of earlier runs. */
function hostsOf(cluster: Cluster): readonly string[] {
  const directory = cluster.path("hosts");
  return existsSync(directory) ? readdirSync(directory).sort() : [];
}

async function inCluster<T>(directory: string, run: (cluster: Cluster) => Promise<Result<T>>): Promise<Result<T>> {
  const cluster = await Cluster.open(directory);
  if (!cluster.ok) return cluster;
  try {
    return await run(cluster.value);
  } catch (error) {
    return fail("unavailable", messageOf(error));
  }
}
