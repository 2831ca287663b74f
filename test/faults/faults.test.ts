/**
 * What goes wrong while a VM moves, each case with a guest that checks its own memory and counts aloud. CONTRAFLOW_FAULTS=all
 * tries every case; otherwise one of each kind. At the end it says how many VMs were lost that could have been saved, how many
 * ran twice, and how many came over with broken memory: none may.
 */
import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { performance } from "node:perf_hooks";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { type VmSpec, vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { FaultRun, FILL_MIB, slowBytesPerSecond } from "../fault-run.ts";
import { GuestPeer } from "../guest-peer.ts";
import { MemoryLimit } from "../memory-limit.ts";

const all = process.env.CONTRAFLOW_FAULTS === "all";
const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

const fakeTime = ["x86_64", "aarch64"]
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));
const noFakeTime = fakeTime === undefined ? "not installed: faketime" : false;

const MIB = 2 ** 20;
const STEP = { timeout: 150_000 };

describe("faults", { skip }, () => {
  let run: FaultRun;
  before(async () => {
    run = await FaultRun.start();
  }, STEP);
  after(() => run?.stop());

  /** Counted, however it ends. `brief`: also where only one of each kind is tried. */
  const fault = (title: string, brief: boolean, body: (t: TestContext) => Promise<void>) =>
    test(title, { ...STEP, skip: brief || all ? false : "CONTRAFLOW_FAULTS is not all" }, async (t) => {
      run.tally.cases += 1;
      await body(t);
    });

  for (const [phase, seconds, brief] of [
    ["PRE_COPY", 2, false],
    ["PRE_COPY", 10, true],
    ["PRE_COPY", 40, false],
    ["SWITCH", 2, false],
    ["SWITCH", 10, false],
    ["SWITCH", 40, false],
    ["POST_COPY", 2, false],
    ["POST_COPY", 10, true],
    ["POST_COPY", 40, false],
  ] as const) {
    fault(`the link is cut for ${seconds} s: ${phase}`, brief, async (t) => {
      const moved = await run.moving(phase);
      await run.links.cut(0);
      await run.links.cut(1);
      const cutAt = performance.now();
      if (phase !== "PRE_COPY" && seconds >= 10) {
        await run.pair.event(moved.migration, "paused");
        t.diagnostic(`noticed after ${((performance.now() - cutAt) / 1000).toFixed(1)} s`);
      }
      await delay(Math.max(0, seconds * 1000 - (performance.now() - cutAt)));
      await run.links.mend(0);
      await run.links.mend(1);
      const upAt = performance.now();
      if (run.pair.namesOf(moved.migration).includes("paused")) {
        await run.pair.event(moved.migration, "recovered");
        const took = (performance.now() - upAt) / 1000;
        run.tally.linkUpToFlow.push(took);
        t.diagnostic(`flows ${took.toFixed(2)} s after the link is up`);
      }
      await run.assertArrives(moved, t);
    });
  }

  for (const [side, phase, brief] of [
    ["a", "PRE_COPY", false],
    ["a", "SWITCH", true],
    ["a", "POST_COPY", false],
    ["b", "PRE_COPY", true],
    ["b", "SWITCH", false],
    ["b", "POST_COPY", true],
  ] as const) {
    fault(`kill -9 of the ${side === "a" ? "source" : "destination"}'s executor: ${phase}`, brief, async (t) => {
      const moved = await run.moving(phase);
      await run.endExecutor(side, "SIGKILL");
      await delay(500);
      await run.startExecutor(side);
      await run.assertArrives(moved, t);
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", false],
    ["SWITCH", false],
    ["POST_COPY", true],
  ] as const) {
    fault(`kill -9 of NATS for 3 s: ${phase}`, brief, async (t) => {
      const moved = await run.moving(phase);
      await run.pair.nats.kill();
      await delay(3_000);
      await run.pair.nats.restart();
      await run.assertArrives(moved, t);
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", false],
    ["POST_COPY", true],
  ] as const) {
    fault(`the disk under NATS is full until the VM is there: ${phase}`, brief, async (t) => {
      const moved = await run.moving(phase);
      // No order reaches it once the disk is full, and at its pace the pre-copy does not converge.
      await run.pair.setPace(moved.migration, 3 * slowBytesPerSecond);
      await run.pair.progressOf(moved.migration, (one) => one.paceBytesPerSecond === 3 * slowBytesPerSecond);
      try {
        await run.pair.fillJournal();
        // Its source's process may have to wait for the destination's word: a server that cannot write may not serve either.
        await run.pair.untilQemu("b", moved.spec.vmId);
        t.diagnostic(`in the journal by then: ${run.pair.namesOf(moved.migration).join(", ")}`);
      } finally {
        run.pair.nats.freeDisk();
        // nats-server gives JetStream up when it cannot write: whoever makes room starts it again.
        await run.pair.nats.kill();
        await run.pair.nats.restart();
      }
      await run.assertArrives(moved, t);
      const names = run.pair.namesOf(moved.migration);
      assert.equal(new Set(names).size, names.length, `${names}`);
    });
  }

  for (const phase of ["PRE_COPY", "POST_COPY"] as const) {
    const title = `the clock of one host jumps by an hour, forth and back: ${phase}`;
    test(title, { ...STEP, skip: all ? noFakeTime : "CONTRAFLOW_FAULTS is not all" }, async (t) => {
      run.tally.cases += 1;
      const clock = run.pair.directoryOf("clock");
      writeFileSync(clock, "+0");
      const fake = { FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1" };
      await run.restart("b", { env: { ...fake, LD_PRELOAD: fakeTime ?? "" } });
      const moved = await run.moving(phase);
      writeFileSync(clock, "+3600");
      await delay(2_000);
      writeFileSync(clock, "-3600");
      await run.assertArrives(moved, t);
      await run.restart("b");
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", true],
    ["POST_COPY", false],
  ] as const) {
    const outcome = phase === "PRE_COPY" ? "the VM runs on at its source" : "which nobody can save, is said";
    fault(`the destination runs out of memory: ${phase}, ${outcome}`, brief, async (t) => {
      const { spec, migration } = await run.moving(phase);
      const [pid = assert.fail("no QEMU")] = run.pair.qemuPids("b");
      const limit = MemoryLimit.of(pid, 2 * MIB);
      if (limit === undefined) {
        t.diagnostic("no control group can be made here: its QEMU is killed instead");
        process.kill(pid, "SIGKILL");
      }
      try {
        await run.pair.setPace(migration);
        const end = await run.pair.endOf(migration);
        assert.ok(end.name === "failed", "the kernel did not end it");
        assert.equal(end.body.vmLocation, phase === "PRE_COPY" ? "RUNS_AT_SOURCE" : "LOST", end.body.reason);
        if (phase === "PRE_COPY") {
          await run.assertIntact(spec, "a", t);
          await run.pair.nothingLeft("b");
        } else {
          await run.end("a", spec);
          await run.end("b", spec);
        }
      } finally {
        await limit?.remove();
      }
    });
  }

  fault("kill -9 of the destination's QEMU: PRE_COPY, the VM runs on at its source", true, async (t) => {
    const { spec, migration } = await run.moving("PRE_COPY");
    for (const pid of run.pair.qemuPids("b")) process.kill(pid, "SIGKILL");
    const end = await run.pair.endOf(migration);
    assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE");
    await run.assertIntact(spec, "a", t);
    await run.pair.nothingLeft("b");
  });

  for (const [side, phase, brief] of [
    ["a", "PRE_COPY", false],
    ["a", "SWITCH", false],
    ["a", "POST_COPY", true],
    ["b", "SWITCH", false],
    ["b", "POST_COPY", true],
  ] as const) {
    const name = side === "a" ? "source" : "destination";
    fault(
      `kill -9 of the ${name}'s QEMU: ${phase}, which nobody can save, is said with what to do`,
      brief,
      async (t) => {
        const { spec, migration } = await run.moving(phase);
        const killedAt = performance.now();
        for (const pid of run.pair.qemuPids(side)) process.kill(pid, "SIGKILL");
        const end = await run.pair.endOf(migration);
        t.diagnostic(`said after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`);
        assert.ok(end.name === "failed");
        assert.equal(end.body.vmLocation, "LOST", end.body.reason);
        assert.match(end.body.reason, new RegExp(`${spec.vmId}.* anew`));
        await run.end("a", spec);
        await run.end("b", spec);
      },
    );
  }

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    for (const [what, change] of [
      ["another machine type", () => ({ machineType: "pc-q35-7.2" })],
      ["less memory", () => ({ memoryBytes: 96 * MIB })],
      ["no NIC", () => ({ nics: [] })],
      ["one device more", ({ nics }) => ({ nics: [...nics, { ...nics[0], macAddress: "52:54:00:00:00:01" }] })],
    ] as readonly (readonly [string, (spec: VmSpec) => object])[]) {
      // What its source has not got, a pre-copied VM is given: QEMU minds only what is missing.
      if (technique === "PRE_COPY" && what === "one device more") continue;
      fault(`a destination with ${what}: ${technique} is refused, the VM runs on at its source`, false, async (t) => {
        const spec = await run.boot("a");
        const migration = run.pair.migration(spec.vmId);
        await run.pair.prepare(migration, vmSpec.parse({ ...spec, ...change(spec) }), technique);
        const { port } = (await run.pair.event(migration, "incoming-ready")).body;
        await run.pair.startMigration(migration, { technique, port });
        const end = await run.pair.endOf(migration);
        assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE", JSON.stringify(end.body));
        await run.assertIntact(spec, "a", t);
        await run.pair.nothingLeft("b");
      });
    }
  }

  fault(
    "a port of the destination's range is taken: the VM moves over another; all are: it stays",
    false,
    async (t) => {
      const first = 47_000;
      const spec = await run.boot("a");
      const taker = new GuestPeer(run.links.b.networkNamespace, first);
      try {
        await run.restart("b", { portRange: { first, last: first } });
        const refused = run.pair.migration(spec.vmId);
        await run.pair.prepare(refused, spec, "POST_COPY");
        const { reason, vmLocation } = (await run.pair.event(refused, "failed")).body;
        assert.equal(vmLocation, "RUNS_AT_SOURCE");
        assert.match(reason, /Address already in use/);
        await run.pair.nothingLeft("b");
        await run.assertHeard(spec, t);
        await run.restart("b", { portRange: { first, last: first + 3 } });
        const migration = await run.pair.migrate(spec, { technique: "POST_COPY" });
        assert.notEqual((await run.pair.event(migration, "incoming-ready")).body.port, first);
        await run.assertArrives({ spec, migration }, t);
      } finally {
        await taker.close();
        await run.restart("b");
      }
    },
  );

  fault(
    "the link is cut before the source's QEMU learns that a pre-copied VM runs there: it is one VM",
    true,
    async (t) => {
      // So much is on its way at once that the source is done when the destination has read none of its end.
      const settings = { a: "net.ipv4.tcp_wmem", b: "net.ipv4.tcp_rmem" } as const;
      const before = { a: run.links.sysctl("a", settings.a), b: run.links.sysctl("b", settings.b) };
      for (const side of ["a", "b"] as const) run.links.sysctl(side, settings[side], "4096 33554432 33554432");
      const { spec, migration } = await run.moving("PRE_COPY");
      await run.pair.setPace(migration, 3 * slowBytesPerSecond);
      await run.pair.progressOf(migration, ({ remainingBytes }) => remainingBytes > 0 && remainingBytes < 12 * MIB);
      const pids = run.pair.qemuPids("b");
      for (const pid of pids) process.kill(pid, "SIGSTOP");
      await run.pair.setPace(migration);
      await run.untilSilent("a", spec.vmId);
      await run.links.cut(0);
      await run.links.cut(1);
      for (const pid of pids) process.kill(pid, "SIGCONT");
      try {
        await run.assertArrives({ spec, migration }, t);
      } finally {
        await run.links.mend(0);
        await run.links.mend(1);
        for (const side of ["a", "b"] as const) run.links.sysctl(side, settings[side], before[side]);
      }
    },
  );

  fault("every order comes twice, and a pace before its start: the VM moves once", false, async (t) => {
    const spec = await run.boot("a");
    const migration = run.pair.migration(spec.vmId);
    await run.pair.setPace(migration, slowBytesPerSecond);
    for (const id of ["1", "2"]) await run.pair.prepare(migration, spec, "POST_COPY", id);
    const { port } = (await run.pair.event(migration, "incoming-ready")).body;
    for (const id of ["1", "2"]) await run.pair.startMigration(migration, { technique: "POST_COPY", port }, id);
    await run.pair.event(migration, "resumed");
    await run.pair.prepare(migration, spec, "POST_COPY", "3");
    await run.pair.startMigration(migration, { technique: "POST_COPY", port }, "3");
    await run.assertArrives({ spec, migration }, t);
    const names = run.pair.namesOf(migration);
    assert.equal(new Set(names).size, names.length, `${names}`);
  });

  fault("a cancellation in PRE_COPY: the VM runs on at its source", true, async (t) => {
    const { spec, migration } = await run.moving("PRE_COPY");
    await run.pair.cancel(migration);
    const end = await run.pair.endOf(migration);
    assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE");
    await run.assertIntact(spec, "a", t);
    await run.pair.nothingLeft("b");
  });

  fault(`${all ? 20 : 4} hops between two hosts, techniques mixed`, true, async (t) => {
    const spec = await run.boot("a");
    let counted = 0;
    for (let hop = 0; hop < (all ? 20 : 4); hop += 1) {
      const [sourceHostId, destinationHostId] = hop % 2 === 0 ? ["a", "b"] : ["b", "a"];
      const technique = (["PRE_COPY", "POST_COPY", "HYBRID"] as const)[hop % 3] ?? "PRE_COPY";
      const migration = await run.pair.migrate(spec, { technique, sourceHostId, destinationHostId });
      const end = await run.pair.endOf(migration);
      if (end.name !== "completed") run.tally.lost += 1;
      assert.equal(end.name, "completed", end.name === "failed" ? end.body.reason : "");
      const beats = await run.untilBeats(destinationHostId, spec.vmId, FILL_MIB + 2);
      if (beats.some(({ isIntact }) => !isIntact)) run.tally.broken += 1;
      assert.ok(
        beats.every(({ isIntact }) => isIntact),
        `hop ${hop + 1}`,
      );
      assert.ok((beats[0]?.number ?? 0) > counted, `hop ${hop + 1} counts again from ${beats[0]?.number}`);
      counted = beats.at(-1)?.number ?? 0;
    }
    await run.assertHeard(spec, t);
    await run.end("a", spec);
  });

  test("of what could be saved nothing was lost, and nothing ran twice or came over broken", (t) =>
    run.assertNothingLost(t));
});
