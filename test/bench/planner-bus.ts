/**
 * The planner on a real bus with many evacuations: fifty at once over executors that answer by a script, and the start after
 * ten thousand.
 *
 * `node dist/test/bench/planner-bus.js [EVACUATIONS]` (how many have ended, default 10,000); exit code 1 when the start from
 * a checkpoint takes 2 s or more, or the state that it gives is not what the whole journal gives.
 *
 * Executors answer at once when all are planned, so that what is measured is the planner and the bus. Messages are counted by a subscriber to
 * everything, JetStream's own too: each message of a migration as it is published, delivered and acknowledged. What asks for
 * more, and says that there is nothing, is what consumers cost that wait, and is told by the second.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { isDeepStrictEqual } from "node:util";
import { connect, type Msg } from "nats";
import { Bus } from "../../services/kit/bus/bus.ts";
import { eventHeaders } from "../../services/kit/bus/headers.ts";
import { codecOf } from "../../services/kit/bus/journal-event.ts";
import { CHECKPOINT_EVERY_EVENTS, lastCheckpoint } from "../../services/planner/checkpoint.ts";
import { emptyState, evolve, type PlannerState } from "../../services/planner/core/evacuation.ts";
import { log, World, type WorldVm } from "../planner-world.ts";
import { missingPrograms, startNats, type TestServer } from "../servers.ts";
import { endedEvacuation } from "./ended-evacuation.ts";
import { cpuSeconds, residentBytes } from "./process-use.ts";

const AT_ONCE = 50;
const VMS_A_HOST = 8;
const IDLE_SECONDS = 3;
const IN_FLIGHT = 256;
const GOAL_SECONDS = 2;
const GRACE_SECONDS = 120;
const PULLS = "pulls";
const NOTHING_THERE = "answers that there is nothing";
const WAITING = [PULLS, NOTHING_THERE];
/** Heartbeat, no messages, time is up, the pull has ended. */
const PULL_ANSWERS = [100, 404, 408, 409];

const ended = Number(process.argv[2] ?? 10_000);
const missing = missingPrograms("nats-server");
if (missing !== undefined) {
  say(missing);
  process.exit(1);
}
await fiftyAtOnce();
await startAfter(ended);

async function fiftyAtOnce(): Promise<void> {
  const nats = await startNats();
  const world = await World.open(nats.url);
  const sources = Array.from({ length: AT_ONCE }, (_, index) => `source-${index}`);
  const destinations = Array.from({ length: AT_ONCE * 2 }, (_, index) => `destination-${index}`);
  const vms = sources.flatMap((hostId) =>
    Array.from({ length: VMS_A_HOST }, (_, index): WorldVm => {
      const sends = index % 2 === 0;
      return { vmId: `${hostId}-vm-${index}`, hostId, outboundMbit: sends ? 10 : 1, inboundMbit: sends ? 1 : 10 };
    }),
  );
  await world.furnish([...sources, ...destinations], vms);
  const counter = await countMessages(nats);
  const planner = startProcess(nats);
  await planner.hear("running");
  const idle = await counter.during(() => delay(IDLE_SECONDS * 1000));
  // Nothing moves before all are planned: then all fifty run at once.
  let release: () => void = () => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  world.onPrepare = async (migration) => {
    await released;
    await world.listen(migration);
  };
  const cpuBefore = planner.cpuSeconds();
  let began = performance.now();
  await Promise.all(sources.map((hostId) => world.request(`evac-${hostId}`, hostId, { prefer: "time" })));
  await Promise.all(
    sources.map((hostId) => world.events.first(({ id, name }) => id === `evac-${hostId}` && name === "planned")),
  );
  const planning = { seconds: (performance.now() - began) / 1000, cpu: planner.cpuSeconds() - cpuBefore };
  began = performance.now();
  const taken = await counter.during(async () => {
    release();
    const endings = await Promise.all(sources.map((hostId) => world.ended(`evac-${hostId}`)));
    const failed = endings.filter(({ name }) => name !== "completed");
    if (failed.length > 0) throw new Error(`${failed.length} did not complete: ${JSON.stringify(failed[0]?.body)}`);
  });
  const seconds = (performance.now() - began) / 1000;
  const cpu = planner.cpuSeconds() - cpuBefore - planning.cpu;
  const migrations = world.events.all(({ name }) => name === "decided").length;
  const planned = world.events.all(({ name }) => name === "planned").length;
  const { messages, bytes } = await journalOf(nats);
  say(`${AT_ONCE} evacuations of ${VMS_A_HOST} VMs at once, ${sources.length + destinations.length} hosts:`);
  const each = ((planning.cpu / planned) * 1000).toFixed(0);
  say(`  planned in ${planning.seconds.toFixed(1)} s, ${each} ms of the planner's CPU each`);
  say(
    `  then all ended in ${seconds.toFixed(1)} s: ${(migrations / seconds).toFixed(0)} decisions a second, the planner's CPU ${((cpu / seconds) * 100).toFixed(0)} %`,
  );
  say(
    `  journal: ${(messages / planned).toFixed(1)} events and ${kilobytes(bytes / planned)} an evacuation, ${(messages / migrations).toFixed(1)} events a migration`,
  );
  const own = [...taken].filter(([kind]) => !WAITING.includes(kind)).sort((a, b) => b[1] - a[1]);
  const all = own.reduce((sum, [, count]) => sum + count, 0);
  say(`  messages a migration from its plan on: ${(all / migrations).toFixed(1)}, of which`);
  for (const [kind, count] of own) say(`    ${(count / migrations).toFixed(1).padStart(6)}  ${kind}`);
  const executors = sources.length + destinations.length;
  const waitingOf = (counts: ReadonlyMap<string, number>) =>
    WAITING.reduce((sum, kind) => sum + (counts.get(kind) ?? 0), 0) / executors;
  say(
    `  asking for more, for each executor: ${(waitingOf(idle) / IDLE_SECONDS).toFixed(1)} messages a second idle, ${(waitingOf(taken) / seconds).toFixed(1)} meanwhile`,
  );
  await planner.end();
  await counter.close();
  await world.bus.close();
  await nats.stop();
}

/** Every message that anybody publishes, the server's own deliveries among them. */
async function countMessages(nats: TestServer) {
  const connection = await connect({ servers: nats.url });
  let counts = new Map<string, number>();
  connection.subscribe(">", {
    callback: (_, message) => {
      const kind = kindOf(message);
      counts.set(kind, (counts.get(kind) ?? 0) + 1);
    },
  });
  await connection.flush();
  return {
    async during(work: () => Promise<unknown>): Promise<ReadonlyMap<string, number>> {
      await connection.flush();
      counts = new Map();
      await work();
      await connection.flush();
      const counted = counts;
      counts = new Map();
      return counted;
    },
    close: () => connection.close(),
  };
}

function kindOf({ subject, reply, headers }: Msg): string {
  // Of a consumer's own subject, though it is named as it was published.
  if (reply?.startsWith("$JS.ACK.")) return "deliveries";
  if (subject.startsWith("cf.v1.")) {
    const [, , kind, entity] = subject.split(".");
    return `${{ evt: "events", cmd: "commands", qry: "questions", tlm: "telemetry" }[kind ?? ""] ?? kind} of ${entity}`;
  }
  if (subject.startsWith("_INBOX.")) {
    return headers !== undefined && PULL_ANSWERS.includes(headers.code)
      ? NOTHING_THERE
      : "answers: to questions, and that a message is stored";
  }
  if (subject.startsWith("$JS.API.CONSUMER.MSG.NEXT")) return PULLS;
  if (subject.startsWith("$JS.ACK")) return "acknowledged deliveries";
  return subject.startsWith("$JS.API") ? "JetStream's API" : "others";
}

async function journalOf(nats: TestServer): Promise<{ readonly messages: number; readonly bytes: number }> {
  const connection = await connect({ servers: nats.url });
  const { state } = await (await connection.jetstreamManager()).streams.info("CF_EVT");
  await connection.close();
  return state;
}

async function startAfter(evacuations: number): Promise<void> {
  const nats = await startNats();
  const state = await writeJournal(nats, evacuations);
  const { messages, bytes } = await journalOf(nats);
  say(
    `after ${thousands(evacuations)} evacuations of ${VMS_A_HOST / 2} VMs: ${thousands(messages)} events, ${(bytes / 1e6).toFixed(0)} MB, ${kilobytes(bytes / evacuations)} an evacuation`,
  );
  const whole = await startUp(nats, "checkpoint written");
  say(`  from the journal's begin: ${timesOf(whole)}`);
  const fast = await startUp(nats);
  say(`  from the checkpoint:      ${timesOf(fast)}`);
  const bus = await Bus.connect({ url: nats.url, name: "bench", log });
  const kept = await lastCheckpoint({ bus, log });
  const same = kept.sequence === messages && isDeepStrictEqual([...kept.state], [...state]);
  say(
    `  the checkpoint's state is ${same ? "" : "NOT "}what the whole journal gives (${kept.state.size} evacuations are remembered)`,
  );
  await bus.close();
  await writeJournal(nats, Math.floor((CHECKPOINT_EVERY_EVENTS - 100) / (messages / evacuations)), evacuations);
  const tail = await startUp(nats);
  say(`  from it, and as many events more as may come before the next: ${timesOf(tail)}`);
  await nats.stop();
  const worst = Math.max(fast.totalSeconds, tail.totalSeconds);
  say(
    `goal: less than ${GOAL_SECONDS} s from the process's start until it acts: ${worst < GOAL_SECONDS ? "met" : "missed"}`,
  );
  process.exitCode = worst < GOAL_SECONDS && same ? 0 : 1;
}

/** Gives the state that it folds to. */
async function writeJournal(nats: TestServer, evacuations: number, from = 0): Promise<PlannerState> {
  const bus = await Bus.connect({ url: nats.url, name: "bench", log });
  const connection = await connect({ servers: nats.url });
  const jetstream = connection.jetstream();
  let state: PlannerState = emptyState;
  let sequence = 0;
  const times = new Map<number, number>();
  const read = bus.followJournal({ sequence: 1 }, ({ sequence: at, timeUnixMilliseconds }) => {
    times.set(at, timeUnixMilliseconds);
  });
  const events: (ReturnType<typeof endedEvacuation>[number] & { readonly sequence: number })[] = [];
  let waiting: Promise<unknown>[] = [];
  for (let number = from; number < from + evacuations; number += 1) {
    for (const written of endedEvacuation(`evac-${number}`, VMS_A_HOST / 2)) {
      const { subject, bytes, event } = written;
      sequence += 1;
      events.push({ ...written, sequence });
      const type = codecOf(event.entity, event.name)?.name ?? "";
      waiting.push(jetstream.publish(subject, bytes, { headers: eventHeaders({ source: "/bench", type }) }));
      if (waiting.length >= IN_FLIGHT) {
        await Promise.all(waiting);
        waiting = [];
      }
    }
  }
  await Promise.all(waiting);
  if (from === 0) {
    const end = await bus.journalEnd();
    for (let waited = 0; times.size < end && waited < GRACE_SECONDS * 10; waited += 1) await delay(100);
    for (const { event, sequence: at } of events) {
      state = evolve(state, { event, timeUnixMilliseconds: times.get(at) ?? 0 });
    }
  }
  await read.close();
  await bus.close();
  await connection.close();
  return state;
}

interface StartUp {
  readonly replaySeconds: number;
  readonly totalSeconds: number;
  readonly residentBytes: number;
}

async function startUp(nats: TestServer, until?: string): Promise<StartUp> {
  const began = Date.now();
  const planner = startProcess(nats);
  const connected = await planner.hear("connected to NATS");
  const replayed = await planner.hear("journal replayed");
  const running = await planner.hear("running");
  const residentBytes = planner.residentBytes();
  if (until !== undefined) await planner.hear(until);
  await planner.end();
  return { replaySeconds: (replayed - connected) / 1000, totalSeconds: (running - began) / 1000, residentBytes };
}

function timesOf({ replaySeconds, totalSeconds, residentBytes }: StartUp): string {
  return `${replaySeconds.toFixed(2)} s of replay, ${totalSeconds.toFixed(2)} s from the process's start until it acts, ${(residentBytes / 1e6).toFixed(0)} MB`;
}

function startProcess(nats: TestServer) {
  const main = join(dirname(fileURLToPath(import.meta.url)), "../../services/planner/main.js");
  // Reports are written once here.
  const flags = [
    "--nats-url",
    nats.url,
    "--log-level",
    "debug",
    "--stale-inventory-seconds",
    "3600",
    "--prepare-timeout-seconds",
    "3600",
  ];
  const child: ChildProcess = spawn(process.execPath, [main, ...flags], { stdio: ["ignore", "ignore", "pipe"] });
  const lines = createInterface(child.stderr as NodeJS.ReadableStream)[Symbol.asyncIterator]();
  return {
    /** When it was said. */
    async hear(message: string): Promise<number> {
      for (;;) {
        const { value, done } = await lines.next();
        if (done) throw new Error(`the planner ended before it said "${message}"`);
        const said = JSON.parse(value) as { readonly msg: string; readonly time: number };
        if (said.msg === message) return said.time;
      }
    },
    cpuSeconds: () => cpuSeconds(child.pid),
    residentBytes: () => residentBytes(child.pid),
    async end() {
      // What it still says is not waited for.
      child.stderr?.resume();
      child.kill("SIGTERM");
      await once(child, "exit");
    },
  };
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1e3).toFixed(1)} kB`;
}

function thousands(amount: number): string {
  return Math.round(amount).toLocaleString("en");
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
