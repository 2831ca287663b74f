/** NATS and Redis as `contraflow init` has them configured, under TLS, on free ports of the loopback. */
import assert from "node:assert/strict";
import type { ChildProcess } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { type Auth, type ConnectionOptions, connect, credsAuthenticator, type NatsConnection, nkeys } from "nats";
import { readCredentials } from "../services/kit/bus/credentials.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import { initCluster } from "../services/kit/identity/init.ts";
import { credentialsText, type KeyPair } from "../services/kit/identity/jwt.ts";
import { inboxPrefix, type Role } from "../services/kit/identity/role.ts";
import { readSecretFile } from "../services/kit/run/secret-file.ts";
import { freePort, startProcess } from "./servers.ts";

export const hostIds = ["host-a", "Host_B"] as const;
const names = ["127.0.0.1", "localhost"] as const;

export interface Secured {
  readonly directory: string;
  readonly natsUrl: string;
  readonly redisUrl: string;
  readonly ca: string;
  path(...parts: readonly string[]): string;
  credentials(role: Role, hostId?: string): string;
  natsLog(): string;
  /** Has NATS read its configuration again, and waits until it has. */
  reloadNats(): Promise<void>;
  stop(): Promise<void>;
}

export async function startSecured(): Promise<Secured> {
  const root = mkdtempSync(join(tmpdir(), "cf-id-"));
  const directory = join(root, "cluster");
  unwrap(await initSecured(directory));
  const path = (...parts: readonly string[]) => join(directory, ...parts);
  const log = join(root, "nats.log");
  const natsPort = await freePort();
  const redisPort = await freePort();
  const config = join(root, "nats-server.conf");
  const lines = [
    `listen: "127.0.0.1:${natsPort}"`,
    `log_file: ${JSON.stringify(log)}`,
    `jetstream { store_dir: ${JSON.stringify(join(root, "streams"))} }`,
    'include "cluster/nats/nats.conf"',
  ];
  writeFileSync(config, `${lines.join("\n")}\n`);
  const nats = await startProcess(["nats-server", "-c", config], natsPort);
  const redis = await startProcess(
    [
      ...["redis-server", path("redis", "redis.conf"), "--bind", "127.0.0.1", "--tls-port", String(redisPort)],
      ...["--dir", root, "--save", "", "--appendonly", "no"],
    ],
    redisPort,
  );
  const natsLog = () => readFileSync(log, "utf8");
  return {
    directory,
    natsUrl: `nats://127.0.0.1:${natsPort}`,
    redisUrl: `redis://127.0.0.1:${redisPort}`,
    ca: path("ca", "ca-cert.pem"),
    path,
    credentials(role, hostId = hostIds[0]) {
      switch (role) {
        case "agent":
        case "executor":
          return path("hosts", hostId, "bus", `${role}.creds`);
        case "operator":
        case "viewer":
          return path(`${role}s`, role, `${role}.creds`);
        default:
          return path(role, `${role}.creds`);
      }
    },
    natsLog,
    async reloadNats() {
      const reloads = () => natsLog().split("Reloaded server configuration").length;
      const before = reloads();
      nats.kill("SIGHUP");
      while (reloads() === before) {
        assert.doesNotMatch(natsLog(), /Failed to reload/);
        await delay(5);
      }
    },
    async stop() {
      await end(nats);
      await end(redis);
      rmSync(root, { recursive: true, force: true });
    },
  };
}

export function initSecured(directory: string, hosts: readonly string[] = hostIds) {
  return initCluster({
    directory,
    hosts,
    operators: ["operator"],
    viewers: ["viewer"],
    natsNames: names,
    redisNames: names,
    days: 30,
    natsDirectory: join(directory, "nats"),
    redisDirectory: join(directory, "redis"),
  });
}

/** As whoever has the credentials, without anything of Contraflow between. */
export function connectAs(secured: Secured, credentials: string, options: ConnectionOptions = {}) {
  const read = unwrap(readCredentials(credentials));
  return connect({
    servers: secured.natsUrl,
    tls: { caFile: secured.ca },
    authenticator: (nonce?: string) => read.authenticate(nonce),
    inboxPrefix: inboxPrefix(read),
    ...options,
  });
}

/** A user without limits: the account's own key has signed it. */
export function connectWitness(secured: Secured): Promise<NatsConnection> {
  const keyOf = (name: string): KeyPair =>
    nkeys.fromSeed(Buffer.from(unwrap(readSecretFile(secured.path("keys", `${name}.nk`)))));
  const account = keyOf("account");
  const user = nkeys.createUser();
  const body = {
    ...{ jti: "witness", iat: Math.floor(Date.now() / 1000), iss: account.getPublicKey(), name: "witness" },
    sub: user.getPublicKey(),
    nats: { type: "user", version: 2, subs: -1, data: -1, payload: -1 },
  };
  const parts = [{ typ: "JWT", alg: "ed25519-nkey" }, body];
  const text = parts.map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");
  const token = `${text}.${Buffer.from(account.sign(Buffer.from(text))).toString("base64url")}`;
  const credentials = Buffer.from(credentialsText(token, user));
  return connect({
    servers: secured.natsUrl,
    tls: { caFile: secured.ca },
    authenticator: (nonce?: string) => {
      const { nkey, ...auth } = credsAuthenticator(credentials)(nonce) as { readonly nkey?: string };
      return auth as Auth;
    },
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.ref();
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
}
