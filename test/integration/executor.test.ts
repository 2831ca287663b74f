import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { type AddressInfo, createServer } from "node:net";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { migrate, setMigrationCapabilities, setMigrationParameters } from "../../services/kit/qmp/commands.ts";
import { ExecutorPair } from "../executor-pair.ts";
import { freePort, missingPrograms } from "../servers.ts";

const skip = missingPrograms("qemu-system-x86_64", "nats-server") ?? false;
/** Slow enough that a VM whose memory is nearly all zeros is still on its way when the test looks. */
const slowBytesPerSecond = 150_000;

describe("two executors and QEMU", { skip }, () => {
  let pair: ExecutorPair;
  before(async () => {
    pair = await ExecutorPair.start();
  });
  after(() => pair?.stop());

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    test(`a VM moves by ${technique} and nothing of it stays at the source`, async () => {
      const spec = pair.spec(`vm-${technique}`);
      await pair.launch("a", spec);
      const migration = await pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
      await pair.event(migration, "started");
      const completed = await pair.event(migration, "completed");
      const resumed = await pair.event(migration, "resumed");
      assert.equal(await pair.runState("b", spec.vmId), "running");
      assert.deepEqual(pair.qemuPids("a"), []);
      assert.deepEqual(pair.listing("a"), []);
      assert.ok(completed.body.transferredBytes > 0);
      assert.ok(completed.body.totalSeconds > 0);
      assert.ok(completed.body.downtimeSeconds !== undefined);
      assert.equal(completed.body.stallSeconds === undefined, technique === "PRE_COPY");
      if (technique !== "HYBRID") assert.equal(completed.body.endingSeconds === undefined, technique === "PRE_COPY");
      assert.ok(resumed.body.eventTimeUnixMilliseconds > 0);
      const names = pair.namesOf(migration);
      assert.deepEqual(
        names.filter((name) => name !== "resumed"),
        technique === "PRE_COPY"
          ? ["incoming-ready", "started", "switched", "completed"]
          : ["incoming-ready", "started", "switched", "settled", "completed"],
      );
      const percents = pair.progress
        .filter((progress) => progress.migration.migrationId === migration.migrationId)
        .map((progress) => progress.percent);
      assert.deepEqual(
        percents,
        [...percents].sort((left, right) => left - right),
      );
      assert.equal(percents.at(-1), 100);
      await pair.end("b", spec.vmId);
    });
  }

  for (const [what, technique, change, words] of [
    ["another machine type", "PRE_COPY", { machineType: "pc-q35-7.2" }, /Machine type received/],
    ["another memory size", "PRE_COPY", { memoryBytes: 96 * 1024 * 1024 }, /Size mismatch: pc.ram/],
    ["another machine type", "POST_COPY", { machineType: "pc-q35-7.2" }, /only here: machine pc-i440fx-7.2-machine/],
    ["another memory size", "POST_COPY", { memoryBytes: 96 * 1024 * 1024 }, /memory 64 MiB; only there: memory 96 MiB/],
    ["another CPU model", "HYBRID", { cpuModel: "qemu32" }, /CPUs 1 qemu64-x86_64-cpu; only there: CPUs 1 qemu32/],
    ["another number of CPUs", "POST_COPY", { cpus: 2 }, /only there: CPUs 2 /],
  ] as const) {
    test(`a destination with ${what} refuses a ${technique}: the VM runs on at the source, the reason is told`, async () => {
      const spec = pair.spec("vm-refused");
      await pair.launch("a", spec);
      const migration = pair.migration(spec.vmId);
      await pair.prepare(migration, pair.spec(spec.vmId, change), technique);
      const ready = await pair.event(migration, "incoming-ready");
      await pair.startMigration(migration, {
        technique,
        port: ready.body.port,
        paceBytesPerSecond: slowBytesPerSecond,
      });
      const failed = await pair.event(migration, "failed");
      assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
      // A pre-copy finds it out itself; what was refused for being a post-copy may be tried by pre-copy.
      assert.equal(failed.body.postCopyRefused, technique === "PRE_COPY" ? undefined : true);
      assert.match(failed.body.reason, words);
      assert.equal(await pair.runState("a", spec.vmId), "running");
      await pair.nothingLeft("b");
      await pair.end("a", spec.vmId);
    });
  }

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    test(`a stale address leads a ${technique} into another VM's incoming process: it is refused, the VM runs on`, async () => {
      const spec = pair.spec("vm-astray");
      await pair.launch("a", spec);
      const other = pair.migration("vm-awaited");
      await pair.prepare(other, pair.spec("vm-awaited"), technique);
      const { port } = (await pair.event(other, "incoming-ready")).body;
      const migration = await pair.migrate(spec, { technique, port, paceBytesPerSecond: slowBytesPerSecond });
      const failed = await pair.event(migration, "failed");
      assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
      assert.ok(!pair.namesOf(migration).includes("switched"));
      assert.equal(await pair.runState("a", spec.vmId), "running");
      await pair.nothingLeft("b");
      await pair.end("a", spec.vmId);
    });
  }

  test("a destination whose disk has another size refuses a POST_COPY: the VM runs on at the source", async () => {
    const images = pair.directoryOf("images");
    await mkdir(images, { recursive: true });
    for (const [name, bytes] of [
      ["small.raw", 1],
      ["large.raw", 2],
    ] as const) {
      await writeFile(`${images}/${name}`, Buffer.alloc(bytes * 1024 * 1024));
    }
    const executor = await pair.startProcess("r", { allowedImageDirectories: [images] });
    const disk = (name: string) => ({
      disks: [{ path: `${images}/${name}`, format: "raw" as const, readOnly: false }],
    });
    const here = pair.spec("vm-disk", disk("small.raw"));
    await pair.launch("a", here, [images]);
    const there = pair.spec("vm-disk", disk("large.raw"));
    const migration = await pair.migrate(there, { technique: "POST_COPY", destinationHostId: "r" });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.postCopyRefused, true);
    assert.match(
      failed.body.reason,
      /only here: disk disk0 raw of 1048576 bytes; only there: disk disk0 raw of 2097152/,
    );
    assert.equal(await pair.runState("a", here.vmId), "running");
    await pair.nothingLeft("r");

    // The same disk, which only one of the two may write at a time: taken back, and then over.
    const slow = { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond, destinationHostId: "r" } as const;
    const back = await pair.migrate(here, slow);
    await pair.progressOf(back, ({ transferredBytes }) => transferredBytes > 0);
    await pair.cancel(back);
    assert.equal((await pair.event(back, "failed")).body.vmLocation, "RUNS_AT_SOURCE");
    assert.equal(await pair.runState("a", here.vmId), "running");
    await pair.nothingLeft("r");
    await pair.event(await pair.migrate(here, { technique: "POST_COPY", destinationHostId: "r" }), "completed");
    assert.equal(await pair.runState("r", here.vmId), "running");
    executor.child.kill("SIGTERM");
    assert.equal(await executor.exited, 0);
    await pair.end("r", here.vmId);
  });

  test("a hybrid goes over at the share of its first pass that the configuration states", async () => {
    const process = await pair.startProcess("h", { hybridSwitchShare: 0.5 });
    const spec = pair.spec("vm-hybrid-share");
    await pair.launch("h", spec);
    const order = { technique: "HYBRID", paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "h" } as const;
    const migration = await pair.migrate(spec, order);
    await pair.event(migration, "resumed");
    const after = await pair.progressOf(migration, ({ phase }) => phase === "HOT" || phase === "BULK");
    // QEMU's second pass begins with the switch; one that goes on to the end of its first would have next to nothing left.
    assert.ok((after.remainingBytes ?? 0) > 0);
    const copying = pair.progress.filter(
      (one) => one.migration.migrationId === migration.migrationId && one.phase === "COPYING",
    );
    assert.ok(
      copying.every(({ percent = 0 }) => percent < 75),
      JSON.stringify(copying.map(({ percent }) => percent)),
    );
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    process.child.kill("SIGTERM");
    assert.equal(await process.exited, 0);
    await pair.end("b", spec.vmId);
  });

  test("a pre-copy that is escalated goes over as a hybrid", async () => {
    const spec = pair.spec("vm-escalated");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "started");
    await pair.escalate(migration);
    await pair.event(migration, "switched");
    await pair.setPace(migration);
    const completed = await pair.event(migration, "completed");
    assert.equal(completed.body.technique, "HYBRID");
    assert.ok((completed.body.pageBytes ?? 0) > 0);
    assert.ok(pair.namesOf(migration).includes("settled"));
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.nothingLeft("a");
    await pair.end("b", spec.vmId);
  });

  test("a pre-copy that may not become a post-copy is not escalated, and goes on", async () => {
    const spec = pair.spec("vm-kept", { postCopy: "FORBIDDEN" });
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "started");
    await pair.escalate(migration);
    const kept = await pair.event(migration, "not-escalated");
    assert.match(kept.body.reason, /not found fit for it/);
    await pair.setPace(migration);
    const completed = await pair.event(migration, "completed");
    assert.equal(completed.body.technique, "PRE_COPY");
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.end("b", spec.vmId);
  });

  test("nothing listening: the VM runs on at the source, and the destination that was prepared is removed", async () => {
    const spec = pair.spec("vm-unheard");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "POST_COPY", port: await freePort() });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(failed.body.reason, /Connection refused/);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.nothingLeft("b");
    await pair.end("a", spec.vmId);
  });

  test("a VM with a device that cannot migrate is refused before anything is sent", async () => {
    const spec = pair.spec("vm-blocked");
    await pair.launch("a", spec);
    await pair.withMonitor("a", spec.vmId, async (client) => {
      unwrap(await client.execute("blockdev-add", { driver: "null-co", "node-name": "nowhere", "read-zeroes": true }));
      unwrap(await client.execute("device_add", { driver: "nvme", id: "disk", serial: "1", drive: "nowhere" }));
    });
    const migration = await pair.migrate(spec, { technique: "PRE_COPY" });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(failed.body.reason, /non-migratable device.*nvme/);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    assert.ok(!pair.namesOf(migration).includes("started"));
    await pair.nothingLeft("b");
    await pair.end("a", spec.vmId);
  });

  for (const technique of ["POST_COPY", "HYBRID"] as const) {
    test(`a VM with a device that was plugged in by hand is refused a ${technique}: it would be lost`, async () => {
      const spec = pair.spec("vm-plugged");
      await pair.launch("a", spec);
      await pair.withMonitor("a", spec.vmId, async (client) => {
        unwrap(await client.execute("device_add", { driver: "virtio-rng-pci", id: "entropy", addr: "0x9" }));
        unwrap(await client.execute("netdev_add", { type: "user", id: "byhand" }));
        unwrap(await client.execute("device_add", { driver: "virtio-net-pci", netdev: "byhand", addr: "0xa" }));
      });
      const migration = await pair.migrate(spec, { technique });
      const { reason, vmLocation } = (await pair.event(migration, "failed")).body;
      assert.equal(vmLocation, "RUNS_AT_SOURCE");
      assert.match(reason, /only here: [^;]*device entropy virtio-rng-pci at 09\.0/);
      assert.match(reason, /only here: [^;]*virtio-net-pci[^;]*; only there: nothing/);
      assert.match(reason, /Unplug .* spec\.json/);
      assert.ok(!pair.namesOf(migration).includes("started"));
      assert.equal(await pair.runState("a", spec.vmId), "running");
      await pair.nothingLeft("b");
      await pair.end("a", spec.vmId);
    });
  }

  test("a VM whose post-copy was refused is taken in by pre-copy at once, on the same host", async () => {
    const spec = pair.spec("vm-instead");
    await pair.launch("a", spec);
    const refused = pair.migration(spec.vmId);
    await pair.prepare(refused, pair.spec(spec.vmId, { cpus: 2 }), "POST_COPY");
    const { port } = (await pair.event(refused, "incoming-ready")).body;
    await pair.startMigration(refused, { technique: "POST_COPY", port });
    await pair.event(refused, "failed");
    const instead = await pair.migrate(spec, { technique: "PRE_COPY" });
    await pair.event(instead, "completed");
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.end("b", spec.vmId);
  });

  test("a device that was plugged in by hand fails a pre-copy harmlessly: the VM runs on at the source", async () => {
    const spec = pair.spec("vm-plugged");
    await pair.launch("a", spec);
    await pair.withMonitor("a", spec.vmId, async (client) => {
      unwrap(await client.execute("device_add", { driver: "virtio-rng-pci", id: "entropy", addr: "0x9" }));
    });
    const migration = await pair.migrate(spec, { technique: "PRE_COPY" });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(failed.body.reason, /virtio-rng/);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.nothingLeft("b");
    await pair.end("a", spec.vmId);
  });

  test("a source whose destination cannot say what it has prepared does not begin a post-copy", async () => {
    const spec = pair.spec("vm-unanswered");
    await pair.launch("a", spec);
    const migration = pair.migration(spec.vmId);
    await pair.startMigration(migration, { technique: "POST_COPY", port: await freePort() });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(failed.body.reason, /b does not say what it has prepared/);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
  });

  test("a prepared destination is discarded when the migration is cancelled, also while it is being launched", async () => {
    const spec = pair.spec("vm-cancelled");
    await pair.launch("a", spec);
    const prepared = pair.migration(spec.vmId);
    await pair.prepare(prepared, spec, "POST_COPY");
    await pair.event(prepared, "incoming-ready");
    await pair.cancel(prepared);
    await pair.nothingLeft("b");

    const launching = pair.migration(spec.vmId);
    await pair.prepare(launching, spec, "POST_COPY");
    await pair.untilQemu("b", ".incoming");
    await pair.cancel(launching);
    await pair.nothingLeft("b");
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
  });

  test("what was decided before it was cancelled does not begin after it", async () => {
    const spec = pair.spec("vm-decided");
    await pair.launch("a", spec);
    const migration = pair.migration(spec.vmId);
    await pair.prepare(migration, spec, "POST_COPY");
    const { port } = (await pair.event(migration, "incoming-ready")).body;
    await pair.decide(migration, "POST_COPY");
    await pair.cancel(migration);
    await pair.event(migration, "cancelled");
    await pair.startMigration(migration, { technique: "POST_COPY", port });
    const { reason, vmLocation } = (await pair.event(migration, "failed")).body;
    assert.match(reason, /cancelled before it began/);
    assert.equal(vmLocation, "RUNS_AT_SOURCE");
    await pair.nothingLeft("b");
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
  });

  for (const technique of ["PRE_COPY", "HYBRID"] as const) {
    test(`a ${technique} that is cancelled while it copies leaves the VM running here and nothing there`, async () => {
      const spec = pair.spec(`vm-taken-back-${technique}`);
      await pair.launch("a", spec);
      const migration = await pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
      await pair.progressOf(migration, ({ transferredBytes }) => transferredBytes > 0);
      await pair.cancel(migration);
      const { reason, vmLocation } = (await pair.event(migration, "failed")).body;
      assert.equal(vmLocation, "RUNS_AT_SOURCE");
      assert.match(reason, /the evacuation was cancelled/);
      assert.equal(await pair.runState("a", spec.vmId), "running");
      await pair.nothingLeft("b");
      const again = await pair.migrate(spec, { technique: "PRE_COPY" });
      await pair.event(again, "completed");
      await pair.end("b", spec.vmId);
    });
  }

  test("a post-copy that is cancelled after its switch goes on: the VM is there already", async () => {
    const spec = pair.spec("vm-too-late");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "switched");
    await pair.cancel(migration);
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.end("b", spec.vmId);
  });

  test("whenever a pre-copy is cancelled, the VM runs on one host afterwards, as its end says", async (t) => {
    const ends: string[] = [];
    for (let run = 0; run < 12; run += 1) {
      const spec = pair.spec(`vm-race-${run}`);
      await pair.launch("a", spec);
      const migration = await pair.migrate(spec, { technique: "PRE_COPY" });
      await pair.event(migration, "started");
      await delay(run * 3);
      await pair.cancel(migration);
      const name = await pair.until(
        () => pair.namesOf(migration).find((one) => one === "completed" || one === "failed"),
        `an end of ${migration.migrationId}`,
      );
      ends.push(name);
      const [here, there] = name === "completed" ? ["b", "a"] : ["a", "b"];
      assert.equal(await pair.runState(here, spec.vmId), "running");
      await pair.nothingLeft(there);
      await pair.end(here, spec.vmId);
    }
    t.diagnostic(ends.join(" "));
  });

  test("a copy that QEMU was told of by an executor that ended before it could say so is seen through", async () => {
    const spec = pair.spec("vm-untold");
    await pair.launch("a", spec);
    const migration = pair.migration(spec.vmId);
    await pair.prepare(migration, spec, "PRE_COPY");
    const { port } = (await pair.event(migration, "incoming-ready")).body;
    await pair.withMonitor("a", spec.vmId, async (client) => {
      unwrap(await setMigrationCapabilities(client, ["events", "return-path"]));
      unwrap(await setMigrationParameters(client, { maxBytesPerSecond: slowBytesPerSecond }));
      unwrap(await migrate(client, `tcp:127.0.0.1:${port}`));
    });
    await delay(300);
    await pair.startMigration(migration, { technique: "PRE_COPY", port });
    await pair.event(migration, "started");
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.end("b", spec.vmId);
  });

  test("a migration of this VM by somebody else is left alone", async () => {
    const spec = pair.spec("vm-of-others");
    await pair.launch("a", spec);
    const other = pair.migration(spec.vmId);
    await pair.prepare(other, spec, "PRE_COPY");
    const { port } = (await pair.event(other, "incoming-ready")).body;
    await pair.withMonitor("a", spec.vmId, async (client) => {
      unwrap(await setMigrationCapabilities(client, ["events", "return-path"]));
      unwrap(await setMigrationParameters(client, { maxBytesPerSecond: slowBytesPerSecond }));
      unwrap(await migrate(client, `tcp:127.0.0.1:${port}`));
    });
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "nowhere" };
    await pair.startMigration(migration, { technique: "PRE_COPY", port });
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "UNCERTAIN");
    assert.match(failed.body.reason, /migrating this VM already, and nowhere does not say/);
    await pair.untilRunState("a", spec.vmId, "postmigrate");
    await pair.end("a", spec.vmId);
    await pair.end("b", spec.vmId);
  });

  test("a port that is taken is passed over; when all are, it is said, and the ports are free again afterwards", async () => {
    const taken = createServer().listen(0, "127.0.0.1");
    await once(taken, "listening");
    const { port: first } = taken.address() as AddressInfo;
    const executor = await pair.startProcess("s", { portRange: { first, last: first + 1 } });
    const prepared = { ...pair.migration("vm-ports"), destinationHostId: "s" };
    await pair.prepare(prepared, pair.spec("vm-ports"), "PRE_COPY");
    assert.equal((await pair.event(prepared, "incoming-ready")).body.port, first + 1);
    const without = { ...pair.migration("vm-no-port"), destinationHostId: "s" };
    await pair.prepare(without, pair.spec("vm-no-port"), "PRE_COPY");
    const failed = await pair.event(without, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(failed.body.reason, /Address already in use/);
    await pair.cancel(prepared);
    await pair.nothingLeft("s");
    const again = { ...pair.migration("vm-ports"), destinationHostId: "s" };
    await pair.prepare(again, pair.spec("vm-ports"), "PRE_COPY");
    assert.equal((await pair.event(again, "incoming-ready")).body.port, first + 1);
    await pair.cancel(again);
    await pair.nothingLeft("s");
    taken.close();
    executor.child.kill("SIGTERM");
    assert.equal(await executor.exited, 0);
  });

  test("a second executor for the same VMs, and one for the same host, are refused", async () => {
    const first = await pair.startProcess("k");
    await assert.rejects(pair.startProcess("k"), /an executor runs for .*k already, as process \d+: end it first/);
    const elsewhere = { vmDirectory: pair.directoryOf("k2") };
    await assert.rejects(pair.startProcess("k", elsewhere), /another executor answers for k, process \d+/);
    first.child.kill("SIGTERM");
    assert.equal(await first.exited, 0);
    const next = await pair.startProcess("k");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
  });

  test("a VM that is not here, and one whose spec forbids post-copy, are refused with a reason", async () => {
    const absent = pair.migration("vm-absent");
    await pair.startMigration(absent, { technique: "PRE_COPY", port: await freePort() });
    const failed = await pair.event(absent, "failed");
    assert.equal(failed.body.vmLocation, "UNCERTAIN");
    assert.match(failed.body.reason, /does not run on this host/);

    const forbidding = pair.spec("vm-forbids", { postCopy: "FORBIDDEN" });
    await pair.launch("a", forbidding);
    const atSource = pair.migration(forbidding.vmId);
    await pair.startMigration(atSource, { technique: "POST_COPY", port: await freePort() });
    assert.match((await pair.event(atSource, "failed")).body.reason, /forbids post-copy/);
    const atDestination = pair.migration(forbidding.vmId);
    await pair.prepare(atDestination, forbidding, "HYBRID");
    const { port } = (await pair.event(atDestination, "incoming-ready")).body;
    await pair.startMigration(atDestination, { technique: "HYBRID", port });
    const refused = await pair.event(atDestination, "failed");
    assert.match(refused.body.reason, /forbids post-copy/);
    assert.equal(refused.body.postCopyRefused, true);
    assert.equal(await pair.runState("a", forbidding.vmId), "running");
    await pair.end("a", forbidding.vmId);
  });

  for (const [what, technique, text] of [
    ["invalid", "POST_COPY", '{"postCopy":"ALLOWED"}'],
    ["not JSON", "HYBRID", "{"],
    ["gone", "POST_COPY", undefined],
  ] as const) {
    test(`a VM whose spec is ${what} is refused a ${technique}: nobody knows that it is allowed`, async () => {
      const spec = pair.spec("vm-unreadable");
      await pair.launch("a", spec);
      const file = pair.directoryOf("a", spec.vmId, "spec.json");
      await (text === undefined ? rm(file) : writeFile(file, text));
      const migration = await pair.migrate(spec, { technique });
      const failed = await pair.event(migration, "failed");
      assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
      assert.match(failed.body.reason, /allows post-copy cannot be read/);
      assert.equal(await pair.runState("a", spec.vmId), "running");
      await pair.nothingLeft("b");
      await pair.end("a", spec.vmId);
    });
  }

  test("a VM is refused whose memory the host has, but for what it has promised to another on its way in", async () => {
    const available = Number(/^MemAvailable:\s+(\d+) kB$/m.exec(await readFile("/proc/meminfo", "utf8"))?.[1]);
    const memoryBytes = Math.floor((available * 0.6) / 1024) * 1024 * 1024;
    const first = pair.migration("vm-large-1");
    await pair.prepare(first, pair.spec("vm-large-1", { memoryBytes }), "PRE_COPY");
    await pair.event(first, "incoming-ready");
    const second = pair.migration("vm-large-2");
    await pair.prepare(second, pair.spec("vm-large-2", { memoryBytes }), "PRE_COPY");
    const { reason, vmLocation } = (await pair.event(second, "failed")).body;
    assert.equal(vmLocation, "RUNS_AT_SOURCE");
    const needed = Math.floor(memoryBytes / (1024 * 1024));
    assert.match(
      reason,
      new RegExp(`needs ${needed} MiB of memory and this host has \\d+ MiB available, of which .* promised \\d+ MiB`),
    );
    await pair.cancel(first);
    await pair.nothingLeft("b");
    const third = pair.migration("vm-large-2");
    await pair.prepare(third, pair.spec("vm-large-2", { memoryBytes }), "PRE_COPY");
    await pair.event(third, "incoming-ready");
    await pair.cancel(third);
    await pair.nothingLeft("b");
  });

  test("a repeated command does nothing twice; another migration of the same VM is refused with the reason", async () => {
    const spec = pair.spec("vm-twice");
    await pair.launch("a", spec);
    const options = { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "started");
    const { port } = (await pair.event(migration, "incoming-ready")).body;
    await pair.prepare(migration, spec, "PRE_COPY", "again");
    await pair.startMigration(migration, { ...options, port }, "again");
    const other = pair.migration(spec.vmId);
    await pair.startMigration(other, { ...options, port });
    const refused = await pair.event(other, "failed");
    assert.equal(refused.body.vmLocation, "RUNS_AT_SOURCE");
    assert.match(refused.body.reason, new RegExp(`migrating already, as ${migration.migrationId}`));
    await pair.prepare(other, spec, "PRE_COPY");
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    await pair.startMigration(migration, { ...options, port }, "after the end");
    const next = pair.migration("vm-absent");
    await pair.startMigration(next, { ...options, port });
    await pair.event(next, "failed");
    assert.deepEqual([...pair.namesOf(migration)].sort(), [
      "completed",
      "incoming-ready",
      "resumed",
      "started",
      "switched",
    ]);
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.end("b", spec.vmId);
  });

  test("the pace of a running migration is changed while it runs", async () => {
    const spec = pair.spec("vm-paced");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "POST_COPY", paceBytesPerSecond: 20_000 });
    await pair.event(migration, "switched");
    await pair.setPace(migration);
    const completed = await pair.event(migration, "completed");
    // At the first pace it would have taken more than twenty seconds.
    assert.ok(completed.body.totalSeconds < 15, `${completed.body.totalSeconds} s`);
    await pair.end("b", spec.vmId);
  });

  test("a destination that dies in pre-copy leaves the VM running at the source", async () => {
    const spec = pair.spec("vm-pre-killed");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "PRE_COPY", paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "started");
    await pair.progressOf(migration, (progress) => progress.transferredBytes > 0);
    for (const pid of pair.qemuPids("b", ".incoming", migration.migrationId)) process.kill(pid, "SIGKILL");
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.nothingLeft("b");
    await pair.end("a", spec.vmId);
  });

  test("a destination that dies in post-copy loses the VM: it is said, and the source is not told to run", async () => {
    const spec = pair.spec("vm-post-killed");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "POST_COPY", paceBytesPerSecond: 20_000 });
    await pair.event(migration, "resumed");
    for (const pid of pair.qemuPids("b", spec.vmId)) process.kill(pid, "SIGKILL");
    const paused = await pair.event(migration, "paused");
    const failed = await pair.event(migration, "failed");
    assert.ok(paused.body.reason.length > 0);
    assert.equal(failed.body.vmLocation, "LOST");
    assert.equal(pair.qemuPids("a", spec.vmId).length, 1);
    assert.notEqual(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
    await pair.end("b", spec.vmId);
  });

  test("while NATS is away a migration goes on, and its events come afterwards, in order and once", async () => {
    const spec = pair.spec("vm-unwatched");
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "started");
    await pair.nats.kill();
    await pair.untilQemu("b", spec.vmId);
    await pair.nats.restart();
    await pair.event(migration, "completed");
    const names = pair.namesOf(migration).filter((name) => name !== "resumed" && name !== "incoming-ready");
    assert.deepEqual(names, ["started", "switched", "settled", "completed"]);
    assert.equal(pair.namesOf(migration).filter((name) => name === "resumed").length, 1);
    assert.equal(await pair.runState("b", spec.vmId), "running");
    await pair.nothingLeft("a");
    await pair.end("b", spec.vmId);
  });

  test("a configuration with mistakes is refused with all of them, and exit code 2", async () => {
    const main = fileURLToPath(new URL("../../services/executor/main.js", import.meta.url));
    const flags = [
      "--host-id",
      "h.1",
      "--vm-directory",
      "vms",
      "--accelerator",
      "hax",
      "--migration-address",
      "host-b",
    ];
    const { status, stderr } = spawnSync(process.execPath, [main, ...flags], { encoding: "utf8" });
    assert.equal(status, 2);
    for (const name of ["hostId", "vmDirectory", "accelerator", "migrationAddress"])
      assert.match(stderr, new RegExp(name));
  });
});
