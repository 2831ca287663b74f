/** Executors that are killed or stopped in the midst of their work, and those that come after them. */
import assert from "node:assert/strict";
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { launchVm } from "../../services/kit/hypervisor/launch.ts";
import { ExecutorPair } from "../executor-pair.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("qemu-system-x86_64", "nats-server") ?? false;
/** Slow enough that a VM whose memory is nearly all zeros is still on its way when the test looks. */
const slowBytesPerSecond = 150_000;

describe("executors that end, and those that come after them", { skip }, () => {
  let pair: ExecutorPair;
  before(async () => {
    pair = await ExecutorPair.start();
  });
  after(() => pair?.stop());

  test("SIGTERM: the executor's process takes no more, sees its migration through, and ends", async () => {
    const executor = await pair.startProcess("c");
    const spec = pair.spec("vm-drained");
    await pair.launch("c", spec);
    const options = { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "c" } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "switched");
    executor.child.kill("SIGTERM");
    await executor.says("draining");
    await pair.event(migration, "completed");
    assert.equal(await executor.exited, 0);
    assert.equal(await pair.runState("b", spec.vmId), "running");
    assert.deepEqual(pair.listing("c"), []);
    await pair.end("b", spec.vmId);
  });

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    test(`an executor that is killed in a ${technique} leaves it to the next one, which sees it through`, async () => {
      const killed = await pair.startProcess("g");
      const spec = pair.spec(`vm-taken-${technique}`);
      await pair.launch("g", spec);
      const options = { technique, paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "g" } as const;
      const migration = await pair.migrate(spec, options);
      await pair.event(migration, technique === "POST_COPY" ? "switched" : "started");
      killed.child.kill("SIGKILL");
      await killed.exited;
      const next = await pair.startProcess("g");
      await pair.event(migration, "completed");
      assert.equal(await pair.runState("b", spec.vmId), "running");
      assert.deepEqual(pair.listing("g"), []);
      assert.deepEqual(pair.qemuPids("g"), []);
      const names = pair.namesOf(migration);
      assert.equal(new Set(names).size, names.length, `${names}`);
      next.child.kill("SIGTERM");
      assert.equal(await next.exited, 0);
      await pair.end("b", spec.vmId);
    });
  }

  test("an executor that takes a copy over tells what QEMU holds it to, also once it has become a post-copy", async () => {
    const killed = await pair.startProcess("h");
    const spec = pair.spec("vm-held");
    await pair.launch("h", spec);
    const migration = await pair.migrate(spec, {
      technique: "PRE_COPY",
      sourceHostId: "h",
      paceBytesPerSecond: 200_000,
    });
    await pair.event(migration, "started");
    await pair.setPace(migration, slowBytesPerSecond);
    await pair.progressOf(migration, ({ paceBytesPerSecond }) => paceBytesPerSecond === slowBytesPerSecond);
    killed.child.kill("SIGKILL");
    await killed.exited;
    pair.progress.length = 0;
    const next = await pair.startProcess("h");
    const told = await pair.progressOf(migration, () => true);
    assert.equal(told.paceBytesPerSecond, slowBytesPerSecond);
    await pair.escalate(migration);
    await pair.event(migration, "switched");
    pair.progress.length = 0;
    const hot = await pair.progressOf(migration, () => true);
    assert.equal(hot.paceBytesPerSecond, slowBytesPerSecond);
    await pair.setPace(migration);
    assert.equal((await pair.event(migration, "completed")).body.technique, "HYBRID");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("b", spec.vmId);
  });

  test("an executor that finds its VM gone to the destination while it was away clears the place and says so", async () => {
    const killed = await pair.startProcess("g");
    const spec = pair.spec("vm-left");
    await pair.launch("g", spec);
    const options = { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "g" } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "started");
    killed.child.kill("SIGKILL");
    await killed.exited;
    await pair.event(migration, "resumed");
    await pair.untilRunState("g", spec.vmId, "postmigrate");
    for (const pid of pair.qemuPids("g", spec.vmId)) process.kill(pid, "SIGKILL");
    const next = await pair.startProcess("g");
    await pair.event(migration, "completed");
    assert.deepEqual(pair.listing("g"), []);
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("b", spec.vmId);
  });

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    test(`a destination's executor that is killed in a ${technique} leaves it to the next one, which takes the VM in`, async () => {
      const killed = await pair.startProcess("l");
      const spec = pair.spec(`vm-received-${technique}`);
      await pair.launch("a", spec);
      const options = { technique, paceBytesPerSecond: slowBytesPerSecond, destinationHostId: "l" } as const;
      const migration = await pair.migrate(spec, options);
      await pair.event(migration, technique === "POST_COPY" ? "resumed" : "started");
      killed.child.kill("SIGKILL");
      await killed.exited;
      const next = await pair.startProcess("l");
      await pair.setPace(migration);
      await pair.event(migration, "completed");
      assert.equal(await pair.runState("l", spec.vmId), "running");
      await pair.nothingLeft("a");
      assert.deepEqual(pair.listing("l"), [spec.vmId]);
      assert.ok(pair.namesOf(migration).includes("resumed"));
      next.child.kill("SIGTERM");
      assert.equal(await next.exited, 0);
      await pair.end("l", spec.vmId);
    });
  }

  test("a VM that arrives while no executor is at its destination is released by the next one's word", async () => {
    const killed = await pair.startProcess("n");
    const spec = pair.spec("vm-arrived-alone");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "PRE_COPY", destinationHostId: "n" });
    await pair.event(migration, "started");
    killed.child.kill("SIGKILL");
    await killed.exited;
    await delay(2_000);
    assert.ok(!pair.namesOf(migration).includes("completed"));
    const next = await pair.startProcess("n");
    await pair.event(migration, "completed");
    assert.equal(await pair.runState("n", spec.vmId), "running");
    await pair.nothingLeft("a");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("n", spec.vmId);
  });

  test("what an executor prepared before it was killed, and was cancelled since, is removed by the next one", async () => {
    const killed = await pair.startProcess("o");
    const spec = pair.spec("vm-given-up");
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "o" };
    await pair.prepare(migration, spec, "POST_COPY");
    await pair.event(migration, "incoming-ready");
    killed.child.kill("SIGKILL");
    await killed.exited;
    await pair.cancel(migration);
    const next = await pair.startProcess("o");
    await pair.nothingLeft("o");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
  });

  test("a post-copy whose destination's executor was killed before it began goes into what that one prepared", async () => {
    const killed = await pair.startProcess("p");
    const spec = pair.spec("vm-prepared-before");
    await pair.launch("a", spec);
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "p" };
    await pair.prepare(migration, spec, "POST_COPY");
    const ready = await pair.event(migration, "incoming-ready");
    const [pid] = pair.qemuPids("p");
    killed.child.kill("SIGKILL");
    await killed.exited;
    // Its source asks what is prepared there while nobody can say.
    await pair.startMigration(migration, { technique: "POST_COPY", port: ready.body.port });
    const next = await pair.startProcess("p");
    await pair.event(migration, "completed");
    assert.ok(pair.namesOf(migration).includes("switched"));
    assert.deepEqual(pair.qemuPids("p"), [pid]);
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("p", spec.vmId);
  });

  for (const [what, isWithProcess] of [
    ["of which there is a QEMU already", true],
    ["of which there is a directory only", false],
  ] as const) {
    test(`an order whose executor was killed while it launched, ${what}, is carried out by the next one`, async () => {
      const spec = pair.spec("vm-half-launched");
      await pair.launch("a", spec);
      const migration = pair.migration(spec.vmId);
      if (isWithProcess) await pair.launchIncoming(migration, spec);
      else await mkdir(pair.directoryOf("b", ".incoming", migration.migrationId), { recursive: true });
      const left = pair.qemuPids("b");
      await pair.prepare(migration, spec, "PRE_COPY");
      const ready = await pair.event(migration, "incoming-ready");
      await pair.startMigration(migration, { technique: "PRE_COPY", port: ready.body.port });
      await pair.event(migration, "completed");
      assert.ok(left.every((pid) => !pair.qemuPids("b").includes(pid)));
      assert.equal(await pair.runState("b", spec.vmId), "running");
      await pair.end("b", spec.vmId);
      await pair.nothingLeft("b");
    });
  }

  test("an order whose executor was killed while it launched, and that was cancelled since, leaves nothing", async () => {
    const spec = pair.spec("vm-half-launched");
    const migration = pair.migration(spec.vmId);
    await pair.launchIncoming(migration, spec);
    await pair.cancel(migration);
    await pair.prepare(migration, spec, "PRE_COPY");
    await pair.nothingLeft("b");
  });

  test("a QEMU that has taken a VM in is not taken for what an executor left half launched", async () => {
    const spec = pair.spec("vm-taken-in");
    await pair.launch("a", spec);
    const migration = pair.migration(spec.vmId);
    const port = await pair.launchIncoming(migration, spec);
    await pair.withMonitor("a", spec.vmId, async (client) => {
      unwrap(await client.execute("migrate", { uri: `tcp:127.0.0.1:${port}` }));
    });
    await pair.untilRunState("a", spec.vmId, "postmigrate");
    const left = pair.qemuPids("b");
    await pair.prepare(migration, spec, "PRE_COPY");
    const failed = await pair.event(migration, "failed");
    assert.match(failed.body.reason, /left alone: a VM has come into it, or is about to: it is running/);
    assert.deepEqual(pair.qemuPids("b"), left);
    await pair.end("b", join(".incoming", migration.migrationId));
    await pair.end("a", spec.vmId);
  });

  test("a VM that came to run here by another way is not taken for what was prepared here once", async () => {
    const killed = await pair.startProcess("u");
    const spec = pair.spec("vm-by-another-way");
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "u" };
    await pair.prepare(migration, spec, "POST_COPY");
    await pair.event(migration, "incoming-ready");
    killed.child.kill("SIGKILL");
    await killed.exited;
    for (const pid of pair.qemuPids("u")) process.kill(pid, "SIGKILL");
    await pair.launch("u", spec);
    const [pid] = pair.qemuPids("u", spec.vmId);
    const next = await pair.startProcess("u");
    await delay(1_500);
    assert.equal(await pair.runState("u", spec.vmId), "running");
    assert.deepEqual(pair.qemuPids("u", spec.vmId), [pid]);
    assert.ok(!pair.namesOf(migration).includes("resumed"));
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("u", spec.vmId);
  });

  test("a destination whose QEMU ended while no executor was there does not make the source run the VM", async () => {
    const killed = await pair.startProcess("q");
    const spec = pair.spec("vm-unseen");
    await pair.launch("a", spec);
    const options = { technique: "POST_COPY", paceBytesPerSecond: 20_000, destinationHostId: "q" } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "switched");
    killed.child.kill("SIGKILL");
    await killed.exited;
    for (const pid of pair.qemuPids("q")) process.kill(pid, "SIGKILL");
    const next = await pair.startProcess("q");
    const { vmLocation, reason } = (await pair.event(migration, "failed")).body;
    assert.ok(vmLocation === "LOST" || vmLocation === "UNCERTAIN", vmLocation);
    assert.match(reason, /vm-unseen/);
    assert.notEqual(await pair.runState("a", spec.vmId), "running");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("a", spec.vmId);
    await pair.end("q", spec.vmId);
  });

  test("SIGTERM: what still waits after the drain's time is left to QEMU, and said", async () => {
    const executor = await pair.startProcess("e", { drainSeconds: 0.5 });
    const spec = pair.spec("vm-waiting");
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "e" };
    await pair.prepare(migration, spec, "POST_COPY");
    await pair.event(migration, "incoming-ready");
    executor.child.kill("SIGTERM");
    await executor.says("left to QEMU");
    assert.equal(await executor.exited, 0);
    assert.equal(pair.qemuPids("e", ".incoming", migration.migrationId).length, 1);
    unwrap(await destroyVm({ directory: pair.directoryOf("e", ".incoming", migration.migrationId) }));
  });

  test("SIGTERM while NATS is away: the executor ends all the same, and the migration goes on without it", async () => {
    const executor = await pair.startProcess("f", { drainSeconds: 0.5 });
    const spec = pair.spec("vm-cut-off");
    await pair.launch("f", spec);
    const options = { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "f" } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "switched");
    await pair.nats.kill();
    executor.child.kill("SIGTERM");
    await executor.says("left to QEMU");
    assert.equal(await executor.exited, 0);
    await pair.nats.restart();
    await pair.event(migration, "resumed");
    await pair.untilRunState("f", spec.vmId, "postmigrate");
    assert.equal(await pair.runState("b", spec.vmId), "running");
    assert.ok(!pair.namesOf(migration).includes("completed"));
    await pair.end("f", spec.vmId);
    await pair.end("b", spec.vmId);
  });

  test("an executor that starts leaves the incoming VMs of an earlier one alone, and says so", async () => {
    const spec = pair.spec("vm-orphan");
    await mkdir(pair.directoryOf("d", ".incoming"), { recursive: true });
    const orphan = { spec, directory: pair.directoryOf("d", ".incoming", "evac-old"), incoming: true } as const;
    unwrap(await launchVm({ ...orphan, accelerator: "tcg", allowedImageDirectories: [] }));
    const executor = await pair.startProcess("d");
    await executor.says("left alone");
    executor.child.kill("SIGTERM");
    assert.equal(await executor.exited, 0);
    assert.equal(pair.qemuPids("d", ".incoming", "evac-old").length, 1);
    unwrap(await destroyVm({ directory: orphan.directory }));
  });
});
