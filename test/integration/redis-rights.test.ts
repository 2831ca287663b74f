/** What each user may do at Redis, held against the server that `contraflow init` configures, under TLS. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { after, before, describe, test } from "node:test";
import { Redis } from "ioredis";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { PROFILE_KEYS, profilerCommands } from "../../services/kit/identity/server-files.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { readSecretFile } from "../../services/kit/run/secret-file.ts";
import { Store } from "../../services/kit/store/store.ts";
import { profilerConfig } from "../../services/profiler/config.ts";
import { redisProfiles } from "../../services/profiler/profiles.ts";
import { hostKey, readScript, writeScript } from "../../services/profiler/scripts.ts";
import { type Secured, startSecured } from "../secured-servers.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "openssl") ?? false;
const KEY = hostKey("host-a");

interface Attempt {
  readonly command: readonly [string, ...string[]];
  /** Undefined: it works. */
  readonly refusal?: RegExp;
}

const noPermission = /^NOPERM/;
const attempts: Readonly<Record<"profiler" | "admin" | "health", readonly Attempt[]>> = {
  profiler: [
    { command: ["client", "setname", "x"] },
    { command: ["info"] },
    { command: ["hset", KEY, "vm-0", "x"] },
    { command: ["hget", KEY, "vm-0"] },
    { command: ["eval", "return redis.call('HMGET', KEYS[1], 'vms')", "1", KEY] },
    { command: ["hgetall", KEY], refusal: noPermission },
    { command: ["eval", "return redis.call('HGET', KEYS[1], 'x')", "1", "others"], refusal: noPermission },
    { command: ["eval", "return redis.call('DEL', KEYS[1])", "1", KEY], refusal: /NOPERM|can't run this command/ },
    { command: ["hset", "others", "vm-0", "x"], refusal: noPermission },
    { command: ["hget", "cf:others", "vm-0"], refusal: noPermission },
    { command: ["set", KEY, "x"], refusal: noPermission },
    { command: ["del", KEY], refusal: noPermission },
    { command: ["keys", "*"], refusal: noPermission },
    { command: ["scan", "0"], refusal: noPermission },
    { command: ["flushall"], refusal: noPermission },
    { command: ["config", "get", "*"], refusal: noPermission },
    { command: ["config", "set", "dir", "/tmp"], refusal: noPermission },
    { command: ["acl", "list"], refusal: noPermission },
    { command: ["acl", "setuser", "profiler", "+@all"], refusal: noPermission },
    { command: ["client", "list"], refusal: noPermission },
    { command: ["monitor"], refusal: noPermission },
    { command: ["replicaof", "192.0.2.1", "6379"], refusal: noPermission },
    { command: ["shutdown"], refusal: noPermission },
    { command: ["publish", "x", "y"], refusal: noPermission },
    { command: ["subscribe", "x"], refusal: noPermission },
    { command: ["script", "flush"], refusal: noPermission },
  ],
  admin: [
    { command: ["ping"] },
    { command: ["acl", "log"] },
    { command: ["acl", "list"] },
    { command: ["hget", KEY, "vm-0"], refusal: noPermission },
    { command: ["eval", "return 1", "0"], refusal: noPermission },
    { command: ["acl", "setuser", "admin", "+@all"], refusal: noPermission },
    { command: ["config", "get", "*"], refusal: noPermission },
    { command: ["flushall"], refusal: noPermission },
    // The last: Redis 7.0 then closes every connection.
    { command: ["acl", "load"] },
  ],
  health: [
    { command: ["ping"] },
    { command: ["info"], refusal: noPermission },
    { command: ["hget", KEY, "vm-0"], refusal: noPermission },
    { command: ["acl", "whoami"], refusal: noPermission },
  ],
};

describe("rights at Redis", { skip }, () => {
  let secured: Secured;
  before(async () => {
    secured = await startSecured();
  });
  after(() => secured?.stop());

  for (const [user, list] of Object.entries(attempts)) {
    test(`${user}: what is its own works, anything else is refused and in the server's log of refusals`, async () => {
      const client = await enter(user);
      const admin = await enter("admin");
      for (const { command, refusal } of list) {
        const [name, ...rest] = command;
        const said = await client.call(name, ...rest).then(
          () => "done",
          (error: Error) => error.message,
        );
        const words = command.join(" ");
        if (refusal === undefined) assert.equal(said, "done", words);
        else {
          assert.match(said, refusal, words);
          const log = JSON.stringify(await admin.call("acl", "log", "1"));
          assert.match(log, new RegExp(`"username","${user}"`), words);
        }
      }
      client.disconnect();
      admin.disconnect();
    });
  }

  test("nobody comes in without a user and its password, or in the clear", async () => {
    const plain = await errorOf(open({ tls: false }));
    assert.match(plain, /ECONNRESET|closed|EPIPE/i);
    assert.match(await errorOf(open({})), /NOAUTH/);
    assert.match(await errorOf(open({ user: "profiler", password: "wrong" })), /WRONGPASS/);
    assert.match(await errorOf(open({ user: "default", password: "" })), /NOAUTH|WRONGPASS/);
    assert.match(
      await errorOf(open({ user: "health", password: "x", strangers: true })),
      /self.signed|unable to verify/i,
    );
  });

  test("the profiler's scripts need exactly what its user may", () => {
    const scripts = [readScript, writeScript];
    const calls = scripts.flatMap((text) => [...text.matchAll(/\bcall\("([A-Z]+)"/g)].map(([, name = ""]) => name));
    assert.deepEqual([...new Set(calls.map((name) => name.toLowerCase()))].sort(), [...profilerCommands.inScripts]);
    const pattern = new RegExp(`^${PROFILE_KEYS.replaceAll("*", ".*").replace("{", "\\{").replace("}", "\\}")}$`);
    assert.match(hostKey("Host_B"), pattern);
  });

  test("a profiler's store works as that user, and is told why where it may not", async () => {
    const options = {
      ...{ url: secured.redisUrl, ca: secured.ca, name: "profiler", log: createLog("test", "silent") },
      ...{ user: "profiler", passwordFile: secured.path("profiler", "redis.password") },
    };
    const store = await Store.connect(options);
    const profiles = redisProfiles(store, profilerConfig.parse({}));
    const sample = { vmId: "vm-0", counterEpoch: 1, outboundBytes: 1, inboundBytes: 1 };
    const batch: TrafficBatch = {
      ...{ hostId: "host-a", sequence: 1, sampleTimeUnixMilliseconds: 1, monotonicMicroseconds: 1 },
      ...{ sampleCount: 1, samples: [sample], links: [], unknownTrafficVmIds: [] },
    };
    unwrap(await profiles.observe(batch));
    assert.ok(unwrap(await profiles.read("host-a"))?.vms.has("vm-0"));
    unwrap(await profiles.carry("vm-0", "host-a", "Host_B"));
    const other = await store.script("cfOther", "return redis.call('HGET', KEYS[1], 'vms')")("others");
    assert.ok(!other.ok && other.failure.kind === "refused", JSON.stringify(other));
    await store.close();
  });

  async function enter(user: string): Promise<Redis> {
    const password =
      user === "profiler"
        ? unwrap(readSecretFile(secured.path("profiler", "redis.password")))
        : user === "admin"
          ? unwrap(readSecretFile(secured.path("keys", "redis-admin.password")))
          : "x";
    const client = open({ user, password });
    await client.connect();
    return client;
  }

  function open(as: { user?: string; password?: string; tls?: false; strangers?: true }): Redis {
    const ca = as.strangers ? [] : readFileSync(secured.ca);
    const client = new Redis(secured.redisUrl, {
      ...(as.user === undefined ? {} : { username: as.user, password: as.password ?? "" }),
      ...(as.tls === false ? {} : { tls: { ca } }),
      ...{ lazyConnect: true, enableReadyCheck: false, disableClientInfo: true, retryStrategy: () => null },
    });
    client.on("error", () => undefined);
    return client;
  }

  /** Of the connection, or of what is asked over it. */
  async function errorOf(client: Redis): Promise<string> {
    let last = "";
    client.on("error", (error: Error) => {
      last ||= error.message;
    });
    try {
      await client.connect();
      await client.call("hget", KEY, "x");
      return "no error";
    } catch (error) {
      return last || (error as Error).message;
    } finally {
      client.disconnect();
    }
  }
});
