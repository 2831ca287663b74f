/** Every service as it is run, each with its own identity and no more than its rights; and identities changed under them. */
import assert from "node:assert/strict";
import { type ChildProcess, execFile, spawn } from "node:child_process";
import { once } from "node:events";
import { closeSync, copyFileSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { Redis } from "ioredis";
import type { NatsConnection } from "nats";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { launchVm } from "../../services/kit/hypervisor/launch.ts";
import { renew, revoke } from "../../services/kit/identity/init.ts";
import { readSecretFile } from "../../services/kit/run/secret-file.ts";
import { connectAs, connectWitness, hostIds, initSecured, type Secured, startSecured } from "../secured-servers.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "openssl", "qemu-system-x86_64") ?? false;
const PROGRAMS = fileURLToPath(new URL("../../services", import.meta.url));
const LIMIT_MILLISECONDS = 60_000;
const [A, B] = hostIds;
const ports = { [A]: { first: 49_500, last: 49_519 }, [B]: { first: 49_520, last: 49_539 } };

interface Service {
  readonly child: ChildProcess;
  log(): string;
}

describe("a cluster with identities", { skip, timeout: 180_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "cf-ids-"));
  const services = new Map<string, Service>();
  let secured: Secured;
  let witness: NatsConnection;
  before(async () => {
    secured = await startSecured();
    witness = await connectWitness(secured);
  });
  after(async () => {
    for (const { child } of services.values()) child.kill("SIGKILL");
    for (const hostId of hostIds) await destroyVm({ directory: vmDirectory(hostId) });
    await witness?.close();
    await secured?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  test("agents report, the profiler measures, and an operator's evacuation is planned and carried out", async () => {
    // Without a planner yet: the others wait for its streams, and make none.
    start("profiler", "profiler", { ...bus("profiler"), ...redis() });
    for (const hostId of hostIds) {
      start("agent", hostId, agent(hostId));
      start("executor", hostId, executor(hostId));
    }
    await says(`executor ${A}`, "there is no journal yet; a planner makes it");
    start("planner", "planner", bus("planner"));
    for (const name of services.keys()) await says(name, "running");
    unwrap(
      await launchVm({
        ...{ spec, directory: vmDirectory(A), accelerator: "tcg", incoming: false, allowedImageDirectories: [] },
      }),
    );
    await until("the agent's report and the profiler's answer", async () => {
      const { vms } = await contraflow<{ vms: { vmId: string; hostId: string; profile: unknown }[] }>("viewer", "vms");
      return vms.some((vm) => vm.vmId === spec.vmId && vm.hostId === A && vm.profile !== null);
    });
    // A report that came before the planner had made its bucket is stored by the next one.
    await until("a report of each host", async () => {
      const { hosts } = await contraflow<{ hosts: { hostId: string }[] }>("viewer", "hosts");
      return hosts.map(({ hostId }) => hostId).join() === [...hostIds].sort().join();
    });
    await evacuate(A);
    await until("the VM at its destination", async () => {
      const { vms } = await contraflow<{ vms: { vmId: string; hostId: string }[] }>("operator", "vms");
      return vms.length === 1 && vms[0]?.hostId === B;
    });
    const { evacuations } = await contraflow<{ evacuations: { request: { evacuationId: string }; state: string }[] }>(
      "viewer",
      "status",
    );
    assert.deepEqual(
      evacuations.map(({ state }) => state),
      ["COMPLETED"],
    );
    const watched = await run("viewer", ["watch", evacuations[0]?.request.evacuationId ?? assert.fail()]);
    assert.equal(watched.code, 0, watched.stderr);
    assert.match(watched.stdout, new RegExp(`${A}: completed`));
    const previewed = await run("viewer", ["evacuate", B, "--dry-run"]);
    assert.equal(previewed.code, 0, previewed.stderr);
    // All that they did was theirs to do.
    assert.doesNotMatch(secured.natsLog(), /Violation/);
    assert.doesNotMatch(
      [...services.values()].map(({ log }) => log()).join(""),
      /does not allow|NOPERM|not stored yet/,
    );
  });

  test("a viewer is refused what changes something, and told why; a stranger is told whom to ask", async () => {
    for (const argv of [
      ["evacuate", B, "--detach"],
      ["cancel", "any"],
    ]) {
      const { code, stderr } = await run("viewer", argv);
      assert.equal(code, 3, stderr);
      assert.match(stderr, /Permissions Violation for Publish to "cf\.v1\.cmd\.evacuation\./);
    }
    const stranger = await run(undefined, ["hosts"]);
    assert.equal(stranger.code, 3, stranger.stderr);
    assert.match(stranger.stderr, /NATS refuses whoever shows no credentials\n.*--credentials FILE/);
  });

  test("no secret is in an argument, an environment or a log", async () => {
    const seeds = [...services.keys()].map((name) => {
      const [service = "", hostId] = name.split(" ");
      return /SU[A-Z2-7]{56}/.exec(readFileSync(secured.credentials(service as "agent", hostId), "utf8"))?.[0] ?? "";
    });
    const password = unwrap(readSecretFile(secured.path("profiler", "redis.password")));
    const secrets = [...seeds, password];
    assert.ok(secrets.every((secret) => secret.length > 40));
    for (const [name, { child, log }] of services) {
      const files = ["cmdline", "environ"].map((file) => readFileSync(`/proc/${child.pid}/${file}`, "latin1"));
      for (const text of [...files, log()]) {
        assert.ok(!secrets.some((secret) => text.includes(secret)), `a secret of ${name} is told`);
        assert.ok(!/\beyJ[\w-]+\.eyJ/.test(text), `a token of ${name} is told`);
      }
    }
    assert.ok(!secrets.some((secret) => secured.natsLog().includes(secret)));
  });

  test("credentials are renewed and the old ones revoked while every service goes on", async () => {
    const renewed = [`agent/${A}`, `executor/${A}`, "planner/planner", "profiler/profiler", "operator/operator"];
    const old = join(root, "old");
    for (const holder of renewed) copyFileSync(credentialsOf(holder), `${old}-${holder.replace("/", "-")}`);
    const sequences: number[] = [];
    witness.subscribe(subjects.traffic(A), {
      callback: (_, { data }) => void sequences.push(unwrap(codecs.TrafficBatch.decode(data)).sequence),
    });
    for (const holder of renewed) unwrap(await renew(secured.directory, holder));
    // Nobody has to hurry: both are taken.
    await secured.reloadNats();
    for (const holder of renewed) await (await connectAs(secured, `${old}-${holder.replace("/", "-")}`)).close();
    for (const holder of renewed) await (await connectAs(secured, credentialsOf(holder))).close();
    const lostBefore = countOf(/lost NATS/g);
    assert.equal(lostBefore, 0);
    for (const holder of renewed) assert.equal(unwrap(await revoke(secured.directory, holder, "superseded")), 1);
    await secured.reloadNats();
    for (const name of [`agent ${A}`, `executor ${A}`, "planner planner", "profiler profiler"]) {
      await says(name, "new credentials");
      await says(name, "reconnected to NATS");
    }
    for (const holder of renewed) {
      await assert.rejects(
        connectAs(secured, `${old}-${holder.replace("/", "-")}`, { reconnect: false }),
        /Authorization Violation/i,
      );
    }
    // Those of the other host were left alone, and not cut.
    assert.doesNotMatch(services.get(`agent ${B}`)?.log() ?? "lost NATS", /lost NATS/);
    assert.doesNotMatch(services.get(`executor ${B}`)?.log() ?? "lost NATS", /lost NATS/);
    const count = sequences.length;
    await until("samples under the new credentials", async () => sequences.length > count + 5);
    const missed = (sequences.at(-1) ?? 0) - (sequences[0] ?? 0) + 1 - sequences.length;
    process.stdout.write(`  samples of ${A} over the change: ${sequences.length} came, ${missed} were missed\n`);
    await evacuate(B);
    for (const [name, { child }] of services) assert.equal(child.exitCode, null, `the ${name} has ended`);
    assert.doesNotMatch(
      secured.natsLog(),
      /Publish Violation.*executor|Publish Violation.*agent-|Publish Violation.*planner/,
    );
  });

  test("the password of Redis is renewed and the old one revoked while the profiler goes on", async () => {
    const before = unwrap(readSecretFile(secured.path("profiler", "redis.password")));
    unwrap(await renew(secured.directory, "redis/profiler"));
    await reloadUsers();
    assert.equal(await comesIn(before), "PONG");
    unwrap(await revoke(secured.directory, "redis/profiler", "superseded"));
    await reloadUsers();
    assert.match(await comesIn(before), /WRONGPASS/);
    assert.equal(await comesIn(unwrap(readSecretFile(secured.path("profiler", "redis.password")))), "PONG");
    const asked = Date.now();
    await until("a profile that is newer", async () => {
      const { vms } = await contraflow<{ vms: { profile: { lastSampleTimeUnixMilliseconds: number } | null }[] }>(
        "viewer",
        "vms",
      );
      return vms.some(({ profile }) => (profile?.lastSampleTimeUnixMilliseconds ?? 0) > asked);
    });
    assert.equal(services.get("profiler profiler")?.child.exitCode, null);
  });

  test("a host that is added needs no change at NATS, and one that is shut out is cut off", async () => {
    const later = "host-c";
    unwrap(await initSecured(secured.directory, [later]));
    const added = await connectAs(secured, secured.credentials("agent", later));
    added.publish(subjects.traffic(later));
    await added.flush();
    assert.equal(added.isClosed(), false);
    unwrap(await revoke(secured.directory, `agent/${later}`, "all"));
    const cut = (async () => {
      for await (const { type } of added.status()) if (type === "disconnect") return "disconnect";
      return "ended";
    })();
    await secured.reloadNats();
    assert.equal(await cut, "disconnect");
    await added.close();
    await assert.rejects(
      connectAs(secured, secured.credentials("agent", later), { reconnect: false }),
      /Authorization Violation/i,
    );
  });

  const spec = vmSpec.parse({
    ...{ vmId: "vm-0", memoryBytes: 64 * 2 ** 20, cpus: 1, machineType: "pc-i440fx-7.2", cpuModel: "qemu64" },
    ...{ disks: [], nics: [], postCopy: "ALLOWED" },
  });

  function vmDirectory(hostId: string): string {
    return join(root, hostId, "vms", spec.vmId);
  }

  function bus(role: "agent" | "executor" | "profiler" | "planner", hostId?: string) {
    // The authority stands beside the credentials.
    return { natsUrl: secured.natsUrl, natsCredentials: secured.credentials(role, hostId) };
  }

  function redis() {
    const redisPasswordFile = secured.path("profiler", "redis.password");
    return { redisUrl: secured.redisUrl, redisUser: "profiler", redisPasswordFile, redisCa: secured.ca };
  }

  function agent(hostId: string) {
    const speed = { egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6 };
    return {
      ...{ hostId, ...bus("agent", hostId), qmpSockets: [join(root, hostId, "vms", "*", "qmp.sock")] },
      ...{ links: [{ name: "lo", ...speed }], tickMilliseconds: 200, memoryLimitBytes: 2 ** 30 },
    };
  }

  function executor(hostId: (typeof hostIds)[number]) {
    return {
      ...{ hostId, ...bus("executor", hostId), vmDirectory: join(root, hostId, "vms"), accelerator: "tcg" },
      ...{
        migrationAddress: "127.0.0.1",
        portRange: ports[hostId],
        tlsDirectory: secured.path("hosts", hostId, "tls"),
      },
    };
  }

  function start(service: string, name: string, settings: Readonly<Record<string, unknown>>): void {
    const flags = Object.entries(settings).map(([key, value]) => {
      const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
      return `--${flag}=${typeof value === "string" ? value : JSON.stringify(value)}`;
    });
    const path = join(root, `${service}-${name}.log`);
    const log = openSync(path, "a");
    const argv = ["--pdeathsig", "KILL", "--", process.execPath, join(PROGRAMS, service, "main.js"), ...flags];
    const child = spawn("setpriv", argv, { stdio: ["ignore", "ignore", log] });
    closeSync(log);
    services.set(`${service} ${name}`, { child, log: () => readFileSync(path, "utf8") });
  }

  async function says(name: string, words: string): Promise<void> {
    const { child, log } = services.get(name) ?? assert.fail(name);
    await until(`"${words}" of the ${name}`, async () => {
      assert.equal(child.exitCode, null, `the ${name} has ended:\n${log()}`);
      return log().includes(`"msg":"${words}"`);
    });
  }

  async function until(what: string, is: () => Promise<boolean>): Promise<void> {
    const giveUp = Date.now() + LIMIT_MILLISECONDS;
    while (!(await is())) {
      const logs = () => [...services].map(([name, { log }]) => `${name}:\n${log().slice(-2_000)}`).join("\n");
      if (Date.now() > giveUp) throw new Error(`waited for ${what}\n${logs()}\n${secured.natsLog().slice(-2_000)}`);
      await delay(50);
    }
  }

  async function run(role: "operator" | "viewer" | undefined, argv: readonly string[]) {
    const who = role === undefined ? ["--ca", secured.ca] : ["--credentials", secured.credentials(role)];
    const child = execFile(process.execPath, [
      ...[join(PROGRAMS, "cli", "main.js"), "--nats", secured.natsUrl, ...who, ...argv],
    ]);
    let stdout = "";
    let stderr = "";
    child.stdout?.on("data", (text) => {
      stdout += text;
    });
    child.stderr?.on("data", (text) => {
      stderr += text;
    });
    const [code] = (await once(child, "close")) as [number | null];
    return { code, stdout, stderr };
  }

  async function contraflow<T>(role: "operator" | "viewer", ...argv: readonly string[]): Promise<T> {
    const { code, stdout, stderr } = await run(role, [...argv, "--json"]);
    assert.equal(code, 0, stderr);
    return JSON.parse(stdout) as T;
  }

  async function evacuate(hostId: string): Promise<void> {
    const { code, stdout, stderr } = await run("operator", ["evacuate", hostId]);
    assert.equal(code, 0, `${stdout}${stderr}`);
    assert.match(stdout, new RegExp(`${hostId}: completed`));
  }

  function credentialsOf(holder: string): string {
    const [role, name] = holder.split("/");
    return secured.credentials(role as "agent", name);
  }

  function countOf(words: RegExp): number {
    return [...services.values()].reduce((sum, { log }) => sum + [...log().matchAll(words)].length, 0);
  }

  async function reloadUsers(): Promise<void> {
    const admin = await redisAs("admin", unwrap(readSecretFile(secured.path("keys", "redis-admin.password"))));
    await admin.call("acl", "load");
    admin.disconnect();
  }

  async function comesIn(password: string): Promise<string> {
    try {
      const client = await redisAs("profiler", password);
      await client.call("info");
      client.disconnect();
      return "PONG";
    } catch (error) {
      return (error as Error).message;
    }
  }

  async function redisAs(username: string, password: string): Promise<Redis> {
    const client = new Redis(secured.redisUrl, {
      ...{ username, password, tls: { ca: readFileSync(secured.ca) }, lazyConnect: true },
      ...{ enableReadyCheck: false, disableClientInfo: true, retryStrategy: () => null },
    });
    let last: Error | undefined;
    client.on("error", (error: Error) => {
      last ??= error;
    });
    try {
      await client.connect();
    } catch (error) {
      throw last ?? error;
    }
    return client;
  }
});
