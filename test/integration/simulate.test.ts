import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { report } from "../planner-world.ts";
import { missingPrograms, startNats, startRedis, type TestServer } from "../servers.ts";
import { startService } from "../service-process.ts";

const program = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));
const skip = missingPrograms("nats-server", "redis-server") ?? false;

describe("contraflow simulate", { skip, timeout: 120_000 }, () => {
  let nats: TestServer;
  let redis: TestServer;
  let bus: Bus;
  before(async () => {
    nats = await startNats();
    redis = await startRedis();
    bus = await Bus.connect({ url: nats.url, name: "test", log: createLog("test", "silent") });
  });
  afterEach(() => bus.putHost("host-a", undefined));
  after(async () => {
    await bus.close();
    await nats.stop();
    await redis.stop();
  });

  const start = (...argv: readonly string[]) =>
    spawn(process.execPath, [program, "--nats", nats.url, "simulate", ...argv], { stdio: ["ignore", "pipe", "pipe"] });
  const simulate = (...argv: readonly string[]) => ended(start(...argv));

  it("loses no sample of fifty hosts over two profilers, also when one of them leaves, and leaves no host behind", async (t) => {
    const settings = { natsUrl: nats.url, redisUrl: redis.url };
    const profilers = [startService(t, "profiler", settings), startService(t, "profiler", settings)];
    await Promise.all(profilers.map((profiler) => profiler.hear("running")));
    const flags = ["--hosts", "50", "--vms", "20", "--duration", "10", "--ask", "1", "--moves", "2", "--json"];
    const running = start(...flags);
    let seen = 0;
    while (seen < 50) seen = unwrap(await bus.readHosts()).length;
    assert.equal(await profilers[0]?.end("SIGTERM"), 0);
    const { status, stdout, stderr } = await ended(running);
    const found = JSON.parse(stdout || "{}");
    assert.equal(status, 0, `${stderr}\n${stdout}`);
    assert.ok(found.sent.batches >= 500, `${found.sent.batches} batches`);
    assert.ok(found.sent.samples > 19 * found.sent.batches);
    assert.deepEqual(
      [found.lostBatches, found.takenBatches, found.unsent, found.unanswered, found.skippedTicks],
      [0, found.sent.batches, 0, 0, 0],
    );
    assert.ok(found.age.questions > 100 && found.moves === 20, stdout);
    assert.equal(unwrap(await bus.readHosts()).length, 0);
  });

  it("accounts for what was sent when it is interrupted", async (t) => {
    await startService(t, "profiler", { natsUrl: nats.url, redisUrl: redis.url }).hear("running");
    const running = start("--hosts", "3", "--vms", "2", "--duration", "600", "--interval", "0.1", "--json");
    while (unwrap(await bus.readHosts()).length < 3);
    running.kill("SIGINT");
    const { status, stdout, stderr } = await ended(running);
    assert.equal(status, 130, stderr);
    const { sent, takenBatches } = JSON.parse(stdout);
    assert.ok(sent.batches > 0 && takenBatches === sent.batches, stdout);
    assert.equal(unwrap(await bus.readHosts()).length, 0);
  });

  it("says what is lost when no profiler takes it", async () => {
    // Answers as one that is there and takes nothing.
    const idle = bus.serve(
      "cf.v1.qry.profile.*.get",
      "profiler",
      codecs.GetProfiles,
      codecs.HostProfiles,
      async ({ hostId }) => ({
        ok: true,
        value: { hostId, answerTimeUnixMilliseconds: Date.now(), vms: [], takenBatches: 0 },
      }),
    );
    const { status, stdout } = await simulate("--hosts", "2", "--vms", "1", "--duration", "1", "--no-reports");
    await idle.close();
    assert.equal(status, 1);
    assert.match(stdout, /taken {5}0 batches, by the profilers' own count: LOST \d of 2 hosts/);
  });

  const refusals = [
    {
      title: "a bus with real hosts",
      flags: [],
      status: 3,
      said: /host-a reports on this bus and is no simulated host/,
    },
    {
      title: "a bus without a profiler",
      flags: [],
      status: 4,
      said: /no profiler answers on this bus: start one, or give --no-ask/,
    },
    { title: "no hosts", flags: ["--hosts", "0"], status: 2, said: /must be a whole number from 1 to 100000/ },
    { title: "no such option", flags: ["--vm", "3"], status: 2, said: /unknown option '--vm'/ },
  ];
  for (const { title, flags, status, said } of refusals) {
    it(`refuses ${title}, and says what to do`, async () => {
      if (status === 3) unwrap(await bus.putHost("host-a", unwrap(codecs.HostReport.encode(report("host-a", [])))));
      const refused = await simulate("--hosts", "2", "--duration", "1", ...flags);
      assert.match(refused.stderr, said);
      assert.equal(refused.status, status);
    });
  }
});

async function ended(child: ReturnType<typeof spawn>) {
  const text = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk) => (text.stdout += chunk));
  child.stderr?.on("data", (chunk) => (text.stderr += chunk));
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...text };
}
