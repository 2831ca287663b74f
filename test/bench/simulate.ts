/**
 * What a cluster costs against its hosts, whether ten minutes of a thousand hosts lose anything, what a second profiler
 * adds, and how soon a killed one's share has moved over. Real NATS, Redis and profilers; agents by `contraflow simulate`.
 *
 * `node dist/test/bench/simulate.js cost|minutes|second|killed [SECONDS] [--hosts N] [--svg FILE]`; exit code 1 when something was lost, or
 * a goal was missed. `cost` can draw its figures into a file.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { Store } from "../../services/kit/store/store.ts";
import { formatTable } from "../../services/kit/terminal/table.ts";
import { hostKey } from "../../services/profiler/scripts.ts";
import { SimulatedCluster } from "../../services/simulate/core/cluster.ts";
import { missingPrograms, startNats, startRedis, type TestServer } from "../servers.ts";
import { drawingOf, type Line } from "./drawing.ts";
import { cpuSeconds, residentBytes } from "./process-use.ts";
import { RawLoad, rawMessage } from "./raw-load.ts";

const services = join(dirname(fileURLToPath(import.meta.url)), "../../services");
const VMS = 50;
const GOAL_AGE_SECONDS = 2;
const GOAL_TAKEOVER_SECONDS = 5;
/** Times as much by two profilers as by one. */
const GOAL_SECOND = 1.3;
/** Of what a process may have grown by from its second minute on: buffers of a garbage collector come and go. */
const FLAT_SHARE = 0.25;

interface Cluster {
  readonly nats: TestServer;
  readonly redis: TestServer;
  readonly profilers: ChildProcess[];
  end(): Promise<void>;
}

interface Found {
  readonly seconds: number;
  readonly sent: { batches: number; samples: number; batchBytes: number; reports: number; reportBytes: number };
  readonly lostBatches: number;
  readonly skippedTicks: number;
  readonly unsent: number;
  readonly age: { questions: number; medianSeconds: number; p99Seconds: number; maximumSeconds: number };
}

const missing = missingPrograms("nats-server", "redis-server");
const [what = "", ...rest] = process.argv.slice(2);
const parts: { readonly [name: string]: () => Promise<boolean> } = { cost, minutes, second, killed };
const part = parts[what];
if (missing !== undefined || part === undefined) {
  say(missing ?? `usage: simulate.js ${Object.keys(parts).join("|")} [SECONDS] [--hosts N] [--svg FILE]`);
  process.exit(missing === undefined ? 2 : 1);
}
const asked = Number(rest[0]);
process.exitCode = (await part()) ? 0 : 1;

async function cost(): Promise<boolean> {
  const seconds = asked || 20;
  const sizes = [
    { hosts: 10, interval: 1, reports: 2 },
    { hosts: 100, interval: 1, reports: 2 },
    { hosts: 1_000, interval: 1, reports: 2 },
    // Of two cores a second each is too much to ask: the same samples as of 1,000, of ten times as many keys.
    { hosts: 10_000, interval: 10, reports: 20 },
  ];
  const rows: string[][] = [];
  const lines: Line[] = ["messages/s", "kB/s", "CPU ms/s", "Redis kB"].map((title) => ({ title, points: [] }));
  let whole = true;
  for (const { hosts, interval, reports } of sizes) {
    const cluster = await startCluster(1);
    const before = use(cluster);
    const empty = await redisBytes(cluster.redis);
    const began = performance.now();
    const flags = ["--interval", interval, "--reports", reports, "--ask", Math.max(10, interval * 3)];
    // Long enough for each host to have been sampled twice.
    const found = await simulate(cluster, hosts, Math.max(seconds, interval * 3), ...flags);
    const elapsed = (performance.now() - began) / 1000;
    const after = use(cluster);
    const { sent } = found;
    // A report is published and stored; both are acknowledged or asked for by nobody else here.
    const messages = (sent.batches + 2 * sent.reports) / found.seconds;
    const bytes = (sent.batchBytes + 2 * sent.reportBytes) / found.seconds;
    const memory = (await redisBytes(cluster.redis)) - empty;
    const cpu = (name: "nats" | "redis" | "profiler") => ((after[name].cpu - before[name].cpu) / elapsed) * 1000;
    whole &&= found.lostBatches === 0;
    rows.push([
      ...[thousands(hosts), String(interval), thousands(sent.samples / found.seconds), thousands(messages)],
      ...[`${(bytes / 1e6).toFixed(2)} MB`, ...[cpu("nats"), cpu("redis"), cpu("profiler")].map((ms) => ms.toFixed(0))],
      ...[
        `${(memory / 1e6).toFixed(1)} MB`,
        `${(memory / hosts / VMS).toFixed(0)} B`,
        `${(after.nats.memory / 1e6).toFixed(0)} MB`,
      ],
      ...[
        `${(after.profiler.memory / 1e6).toFixed(0)} MB`,
        String(found.lostBatches),
        found.age.maximumSeconds.toFixed(2),
      ],
    ]);
    const amounts = [messages, bytes / 1e3, cpu("nats") + cpu("redis") + cpu("profiler"), memory / 1e3];
    for (const [index, y] of amounts.entries()) lines[index]?.points.push({ x: hosts, y });
    await cluster.end();
  }
  const titles = [
    "hosts",
    "interval s",
    "samples/s",
    "messages/s",
    "bytes/s",
    "NATS ms/s",
    "Redis ms/s",
    "profiler ms/s",
  ];
  const more = ["Redis memory", "a VM", "NATS memory", "profiler memory", "lost", "oldest s"];
  const columns = [...titles, ...more].map((title) => ({ title, align: "right" as const }));
  say(`${VMS} VMs a host, one profiler, ${seconds} s each; load average ${loadavg()[0]?.toFixed(1)}`);
  for (const line of formatTable(columns, rows)) say(line);
  const file = rest[rest.indexOf("--svg") + 1];
  if (rest.includes("--svg") && file !== undefined) {
    writeFileSync(file, drawingOf({ title: `Cost against hosts of ${VMS} VMs`, x: "hosts", lines }));
    say(`drawn into ${file}`);
  }
  return whole;
}

async function minutes(): Promise<boolean> {
  const seconds = asked || 600;
  const hosts = rest.includes("--hosts") ? Number(rest[rest.indexOf("--hosts") + 1]) : 1_000;
  const cluster = await startCluster(1);
  say(
    `${thousands(hosts)} hosts of ${VMS} VMs, a sample each second, ${seconds} s; load average ${loadavg()[0]?.toFixed(1)}`,
  );
  const seen: { readonly at: number; readonly memory: readonly number[] }[] = [];
  const names = ["nats", "redis", "profiler"] as const;
  const began = performance.now();
  const before = use(cluster);
  const look = async () => {
    const now = use(cluster);
    const at = (performance.now() - began) / 1000;
    const memory = names.map((name) => now[name].memory);
    seen.push({ at, memory });
    const words = names.map((name, index) => `${name} ${((memory[index] ?? 0) / 1e6).toFixed(0)} MB`);
    say(
      `  ${at.toFixed(0).padStart(4)} s: ${words.join(", ")}; Redis's data ${((await redisBytes(cluster.redis)) / 1e6).toFixed(1)} MB; load average ${loadavg()[0]?.toFixed(1)}`,
    );
  };
  const timer = setInterval(() => void look(), 30_000);
  const found = await simulate(cluster, hosts, seconds);
  clearInterval(timer);
  await look();
  const after = use(cluster);
  const elapsed = (performance.now() - began) / 1000;
  for (const name of names) {
    say(`  ${name} used ${(((after[name].cpu - before[name].cpu) / elapsed) * 100).toFixed(0)} % of a core`);
  }
  await cluster.end();
  const { sent, lostBatches, skippedTicks, age } = found;
  say(
    `sent ${thousands(sent.batches)} batches of ${thousands(sent.samples)} samples, lost ${lostBatches}, ticks not kept ${skippedTicks}`,
  );
  say(
    `age of a host's oldest sample: median ${age.medianSeconds} s, 99 % ${age.p99Seconds} s, most ${age.maximumSeconds} s (${thousands(age.questions)} questions)`,
  );
  const second = seen.find(({ at }) => at >= 60) ?? seen[0];
  const growth = names.map((_, index) => (seen.at(-1)?.memory[index] ?? 0) / (second?.memory[index] ?? 1) - 1);
  say(
    `memory from the second minute on: ${names.map((name, index) => `${name} ${((growth[index] ?? 0) * 100).toFixed(0)} %`).join(", ")}`,
  );
  return lostBatches === 0 && age.maximumSeconds < GOAL_AGE_SECONDS && growth.every((share) => share < FLAT_SHARE);
}

/** What a second one adds. So that on two cores profilers are what is full, each is stopped for four fifths of the time. */
async function second(): Promise<boolean> {
  const seconds = asked || 5;
  const taken: number[] = [];
  for (const count of [1, 2]) {
    const cluster = await startCluster(count);
    taken.push(await mostTaken(cluster, seconds));
    await cluster.end();
  }
  const [one = 0, two = 0] = taken;
  say(
    `each held to a fifth of a core: one profiler takes ${thousands(one)} samples/s, two ${thousands(two)}: ${(two / one).toFixed(2)} times as many`,
  );
  return two > one * GOAL_SECOND;
}

async function killed(): Promise<boolean> {
  const hosts = asked || 200;
  const takeover = await takeoverSeconds(hosts);
  say(
    `one of two killed: of ${hosts} hosts the last is fresh again after ${takeover.toFixed(2)} s (a sample each second)`,
  );
  return takeover < GOAL_TAKEOVER_SECONDS;
}

function holdBack(children: readonly ChildProcess[]): () => void {
  let held = true;
  const timers = children.map((child, index) => {
    let on = false;
    const turn = () => {
      if (!held) return;
      on = !on;
      child.kill(on ? "SIGCONT" : "SIGSTOP");
      setTimeout(turn, on ? 20 : 80);
    };
    return setTimeout(turn, index * 50);
  });
  return () => {
    held = false;
    for (const timer of timers) clearTimeout(timer);
    for (const child of children) child.kill("SIGCONT");
  };
}

/** Of much more than it can take, once its code is compiled. */
async function mostTaken(cluster: Cluster, seconds: number): Promise<number> {
  const [easy, offered, hosts] = [100_000, 150_000, 1_000];
  const agents = { tickMilliseconds: 1000, agentStartTimeUnixMilliseconds: 1.79e12 };
  const simulated = new SimulatedCluster({ hosts, vmsPerHost: VMS, seed: 1, movesPerSecond: 0, ...agents });
  let made = 0;
  const messages = (samplesPerSecond: number) =>
    Array.from({ length: Math.round((samplesPerSecond / VMS) * seconds) }, () => {
      const [host, second] = [made % hosts, Math.floor(made / hosts) + 1];
      made += 1;
      const moment = { sampleTimeUnixMilliseconds: 1.79e12 + second * 1000, monotonicMicroseconds: 1e9 + second * 1e6 };
      const batch = simulated.sample(host, second, moment);
      return rawMessage(subjects.traffic(batch.hostId), unwrap(codecs.TrafficBatch.encode(batch)));
    });
  const load = await RawLoad.open(cluster.nats.port);
  const store = await Store.connect({ url: cluster.redis.url, name: "bench", log: createLog("bench", "error") });
  const count = clocks(store, hosts, "sum = sum + struct.unpack('<d', clock, 25)");
  await load.write(messages(easy), easy / VMS);
  const tooMany = messages(offered);
  const before = await count();
  const release = holdBack(cluster.profilers);
  const began = performance.now();
  await load.write(tooMany, offered / VMS);
  const arrived = (await count()) - before;
  const elapsed = (performance.now() - began) / 1000;
  release();
  load.close();
  await store.close();
  return (arrived * VMS) / elapsed;
}

async function takeoverSeconds(hosts: number): Promise<number> {
  const cluster = await startCluster(2);
  const store = await Store.connect({ url: cluster.redis.url, name: "bench", log: createLog("bench", "error") });
  const simulation = simulate(cluster, hosts, 15);
  await delay(6_000);
  cluster.profilers[0]?.kill("SIGKILL");
  const at = Date.now();
  const fresh = clocks(store, hosts, `if struct.unpack('<d', clock, 17) > ${at} then sum = sum + 1 end`);
  while ((await fresh()) < hosts && Date.now() - at < 60_000) await delay(20);
  const seconds = (Date.now() - at) / 1000;
  const { lostBatches, sent } = await simulation;
  say(
    `  killed with SIGKILL: ${lostBatches} of ${thousands(sent.batches)} batches were in its hands and are lost; counters go on`,
  );
  await store.close();
  await cluster.end();
  return seconds;
}

/** Over all hosts' clocks in Redis at once. */
function clocks(store: Store, hosts: number, add: string): () => Promise<number> {
  const script = store.script(
    `clocks${hosts}`,
    `local sum = 0
    for host = 0, ${hosts - 1} do
      local clock = redis.call("HGET", string.gsub(KEYS[1], "HOST", host), "clock")
      if clock then ${add} end
    end
    return string.format("%d", sum)`,
  );
  return async () => Number(unwrap(await script(hostKey("sim-host-HOST"), Buffer.alloc(0))));
}

async function startCluster(count: number): Promise<Cluster> {
  const nats = await startNats();
  const redis = await startRedis();
  const profilers = await Promise.all(Array.from({ length: count }, () => startProfiler(nats, redis)));
  return {
    ...{ nats, redis, profilers },
    async end() {
      for (const profiler of profilers) {
        if (profiler.exitCode !== null || profiler.signalCode !== null) continue;
        profiler.kill("SIGTERM");
        await once(profiler, "exit");
      }
      await nats.stop();
      await redis.stop();
    },
  };
}

async function startProfiler(nats: TestServer, redis: TestServer): Promise<ChildProcess> {
  const flags = ["--nats-url", nats.url, "--redis-url", redis.url];
  const child = spawn(process.execPath, [join(services, "profiler/main.js"), ...flags], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  await new Promise<void>((resolve) => {
    child.stderr.on("data", (chunk: Buffer) => {
      if (String(chunk).includes('"msg":"running"')) resolve();
    });
  });
  return child;
}

async function simulate(cluster: Cluster, hosts: number, seconds: number, ...more: readonly unknown[]): Promise<Found> {
  const flags = [
    "--hosts",
    hosts,
    "--vms",
    VMS,
    "--duration",
    seconds,
    "--json",
    "--nats-url",
    cluster.nats.url,
    ...more,
  ];
  const child = spawn(process.execPath, [join(services, "simulate/main.js"), ...flags.map(String)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  let text = "";
  child.stdout.on("data", (chunk) => {
    text += chunk;
  });
  await once(child, "close");
  if (text === "") throw new Error("the simulation did not end well");
  return JSON.parse(text) as Found;
}

function use({ nats, redis, profilers: [profiler] }: Cluster) {
  const of = (pid: number | undefined) => ({ cpu: cpuSeconds(pid), memory: residentBytes(pid) });
  return { nats: of(nats.pid()), redis: of(redis.pid()), profiler: of(profiler?.pid) };
}

async function redisBytes(redis: TestServer): Promise<number> {
  const store = await Store.connect({ url: redis.url, name: "bench", log: createLog("bench", "error") });
  const info = store.script("info", `return redis.call("INFO", "memory")`);
  const said = String(unwrap(await info("none", Buffer.alloc(0))));
  await store.close();
  return Number(/^used_memory_dataset:(\d+)/m.exec(said)?.[1]);
}

function thousands(amount: number): string {
  return Math.round(amount).toLocaleString("en");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
