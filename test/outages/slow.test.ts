/**
 * Somebody who does not read, and a disk that is full: nobody else is hurt, and who reads again gets what was stored. Each case
 * prints what was sent, received, repeated and lost. CONTRAFLOW_OUTAGES=all tries every case, with outages of a minute.
 */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { after, before, describe } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { noBriefCase, OutageRun } from "../outage-run.ts";
import { OutageWorld } from "../outage-world.ts";
import { startLastingRedis } from "../server-groups.ts";
import { missingPrograms, startServer, type TestServer } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "setpriv") ?? noBriefCase;
const isRoot = process.getuid?.() === 0;
const subscriber = join(dirname(fileURLToPath(import.meta.url)), "../../../test/examples/subscriber.mjs");

/** Of what NATS keeps for one client that does not read; by default it is 64 MiB. */
const MOST_PENDING_BYTES = 2 * 2 ** 20;
const DISK_MEBIBYTES = 32;
/** Some 30 MB: more than the kernel and NATS keep of it. */
const FLOOD_BATCHES = 200;

describe("slow consumers and a full disk", { skip }, () => {
  let nats: TestServer;
  let redis: TestServer;
  let world: OutageWorld;
  const run = new OutageRun();

  before(async () => {
    [nats, redis] = await Promise.all([
      startServer("nats", isRoot ? { diskMebibytes: DISK_MEBIBYTES } : {}, (port, directory) => {
        const file = join(directory, "nats.conf");
        const lines = [`listen: "127.0.0.1:${port}"`, `max_pending: ${MOST_PENDING_BYTES}`];
        writeFileSync(file, [...lines, `jetstream { store_dir: "${directory}" }`, ""].join("\n"));
        return ["nats-server", "-c", file];
      }),
      startLastingRedis(),
    ]);
    world = await OutageWorld.start({ natsUrl: nats.url, redisUrl: redis.url });
    run.world = world;
  }, run.limit);
  after(async () => {
    await world?.stop();
    await Promise.all([nats?.stop(), redis?.stop()]);
  }, run.limit);

  run.outage("a subscriber of the journal does not read: it gets every event once when it does", false, async (t) => {
    const child = spawn(process.execPath, [subscriber, nats.url], { stdio: ["ignore", "pipe", "inherit"] });
    const sequences: number[] = [];
    createInterface({ input: child.stdout }).on("line", (line) => sequences.push(JSON.parse(line).sequence));
    try {
      await run.through(async () => {
        await world.until(
          () => sequences.length > 0,
          () => "the subscriber",
        );
        child.kill("SIGSTOP");
        await delay(run.outageMilliseconds);
      });
      const stopped = sequences.length;
      child.kill("SIGCONT");
      const stored = () => world.sequencesOf("migration");
      await world.until(
        () => sequences.length >= stored().length,
        () => `${stored().length} events at the subscriber, which has ${sequences.length}`,
      );
      t.diagnostic(
        `the subscriber: ${stored().length} sent, ${stopped} received before it stopped, ${sequences.length} in all`,
      );
      assert.deepEqual(sequences, stored());
    } finally {
      child.kill("SIGKILL");
    }
  });

  run.outage("a profiler does not read until NATS cuts it off: what it has missed is counted", false, async (t) => {
    const runs = run.newId("runs");
    await world.ask(runs, ...run.way("a"));
    await world.begun(runs);
    const flood = world.flood("large");
    await flood.tell(2);
    await world.signalServices("profiler", "SIGSTOP");
    await flood.tell(FLOOD_BATCHES);
    await world.completed(runs);
    await world.signalServices("profiler", "SIGCONT");
    await flood.tellUntilProfiled();
    const { missedBatches = 0 } = await world.settledProfiles("large");
    t.diagnostic(
      `samples of large: ${flood.told} sent, ${flood.told - missedBatches} received, ${missedBatches} lost on the way`,
    );
    assert.ok(missedBatches > 0, "NATS has kept it all: the profiler was not slow");
    await world.profiled();
    const afterwards = run.newId("after");
    await world.ask(afterwards, ...run.way("a"));
    await world.completed(afterwards);
  });

  run.outage(
    "the disk under JetStream is full",
    false,
    async (t) => {
      await run.through(async () => {
        nats.fillDisk();
        t.diagnostic(`${await world.fillJournal()} more events fitted into what NATS had of the disk already`);
        await delay(run.outageMilliseconds);
        nats.freeDisk();
        // nats-server gives JetStream up when it cannot write: whoever makes room starts it again.
        await nats.kill();
        await nats.restart();
      });
      await world.accountOfSamples(t, "all");
    },
    isRoot ? undefined : "not root: no file system can be mounted for NATS alone",
  );
});
