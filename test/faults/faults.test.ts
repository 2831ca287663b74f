/**
 * What goes wrong while a VM moves, each case with a guest that checks its own memory and counts aloud. CONTRAFLOW_FAULTS=all
 * tries every case; otherwise one of each kind. At the end it says how many VMs were lost that could have been saved, how many
 * ran twice, and how many came over with broken memory: none may.
 */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import type { Technique } from "../../services/kit/domain/technique.ts";
import { type VmSpec, vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import type { GuestImage } from "../../services/lab/guest-image.ts";
import { prepareMachine } from "../../services/lab/prepare.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { ExecutorPair, type ExecutorProcess } from "../executor-pair.ts";
import { MemoryLimit } from "../memory-limit.ts";
import { NamespaceLinks } from "../namespace-link.ts";

const all = process.env.CONTRAFLOW_FAULTS === "all";
const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

const fakeTime = ["x86_64", "aarch64"]
  .map((machine) => `/usr/lib/${machine}-linux-gnu/faketime/libfaketime.so.1`)
  .find((path) => existsSync(path));
const noFakeTime = fakeTime === undefined ? "not installed: faketime" : false;

const MIB = 2 ** 20;
const FILL_MIB = 24;
/** A move takes some ten seconds. */
const slowBytesPerSecond = 3_000_000;
const STEP = { timeout: 150_000 };

interface Beat {
  readonly number: number;
  readonly isIntact: boolean;
}

type Phase = "PRE_COPY" | "SWITCH" | "POST_COPY";

describe("faults", { skip }, () => {
  let image: GuestImage;
  let links: NamespaceLinks;
  let pair: ExecutorPair;
  let executors: { a: ExecutorProcess; b: ExecutorProcess };
  let made = 0;
  const tally = { cases: 0, lost: 0, twice: 0, broken: 0, linkUpToFlow: [] as number[] };

  before(async () => {
    image = unwrap(await prepareMachine(() => undefined)).image;
    links = await NamespaceLinks.create();
    spawnSync("ip", ["-n", links.b.networkNamespace, "link", "add", "br-fault", "type", "bridge"]);
    pair = await ExecutorPair.startBus({ a: links.a, b: links.b }, { diskMebibytes: 16 });
    const images = { allowedImageDirectories: [image.directory] };
    executors = { a: await pair.startProcess("a", images), b: await pair.startProcess("b", images) };
  }, STEP);
  after(async () => {
    await pair?.stop();
    await links?.remove();
  });

  function guest(): VmSpec {
    made += 1;
    const words = ["console=ttyS0", "quiet", "pti=on", `cf.fill=${FILL_MIB}`, "cf.check=1"];
    return pair.spec(`vm-${made}`, {
      memoryBytes: 112 * MIB,
      kernel: { kernelPath: image.kernelPath, initrdPath: image.initrdPath, commandLine: words.join(" ") },
    });
  }

  /** What a VM has said on this host so far. */
  function beatsOn(hostId: string, vmId: string): readonly Beat[] {
    let text = "";
    for (const parts of [[vmId], [".incoming"]]) {
      try {
        text += readFileSync(join(pair.directoryOf(hostId, ...parts), "serial.log"), "utf8");
      } catch {
        // It is not there.
      }
    }
    return [...text.matchAll(/CF_CHECK (\d+) (ok|BAD)/g)].map(([, number, word]) => ({
      number: Number(number),
      isIntact: word === "ok",
    }));
  }

  async function untilBeats(hostId: string, vmId: string, more: number): Promise<readonly Beat[]> {
    const before = beatsOn(hostId, vmId).length;
    for (let tried = 0; tried < 600; tried += 1) {
      const beats = beatsOn(hostId, vmId);
      if (beats.length >= before + more) return beats;
      await delay(100);
    }
    return assert.fail(`${vmId} on ${hostId} says nothing more`);
  }

  async function boot(hostId: string): Promise<VmSpec> {
    const spec = guest();
    await pair.launch(hostId, spec, [image.directory]);
    await untilBeats(hostId, spec.vmId, 5);
    return spec;
  }

  /** A VM on its way from a to b, in this phase. */
  async function moving(phase: Phase): Promise<{ readonly spec: VmSpec; readonly migration: MigrationRef }> {
    const spec = await boot("a");
    const technique: Technique = phase === "PRE_COPY" ? "PRE_COPY" : "POST_COPY";
    const migration = await pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
    if (phase === "PRE_COPY") await pair.progressOf(migration, ({ transferredBytes }) => transferredBytes > MIB);
    else await pair.event(migration, "resumed");
    if (phase === "POST_COPY") await pair.progressOf(migration, ({ transferredBytes }) => transferredBytes > 8 * MIB);
    return { spec, migration };
  }

  /** After a fault: it runs on `hostId` and nowhere else, counts on from where it was, and its memory is what it was. */
  async function assertIntact(spec: VmSpec, hostId: "a" | "b", beatsThere: readonly Beat[]): Promise<void> {
    const other = hostId === "a" ? "b" : "a";
    const beats = await untilBeats(hostId, spec.vmId, FILL_MIB + 2);
    const numbers = [...(hostId === "b" ? beatsThere : []), ...beats].map(({ number }) => number);
    const isTwice = new Set(numbers).size !== numbers.length || pair.qemuPids(other, spec.vmId).length > 0;
    const isBroken = beats.some(({ isIntact }) => !isIntact);
    if (isTwice) tally.twice += 1;
    if (isBroken) tally.broken += 1;
    assert.ok(!isTwice, `${spec.vmId} has counted twice, or has a process on both hosts: ${numbers.slice(-60)}`);
    assert.ok(!isBroken, `${spec.vmId}'s memory has changed`);
    await pair.end(hostId, spec.vmId);
  }

  /** Its end, which has to be a completed move of an intact VM. */
  async function assertArrives({ spec, migration }: { spec: VmSpec; migration: MigrationRef }): Promise<void> {
    await pair.setPace(migration);
    let beatsThere: readonly Beat[] = [];
    const looking = setInterval(() => {
      const seen = beatsOn("a", spec.vmId);
      if (seen.length > 0) beatsThere = seen;
    }, 50);
    try {
      const end = await pair.endOf(migration);
      if (end.name !== "completed") tally.lost += 1;
      assert.equal(end.name, "completed", end.name === "failed" ? end.body.reason : "");
    } finally {
      clearInterval(looking);
    }
    await assertIntact(spec, "b", beatsThere);
  }

  /** Counted, however it ends. `brief`: also where only one of each kind is tried. */
  const fault = (title: string, brief: boolean, body: (t: TestContext) => Promise<void>) =>
    test(title, { ...STEP, skip: brief || all ? false : "CONTRAFLOW_FAULTS is not all" }, async (t) => {
      tally.cases += 1;
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
      const moved = await moving(phase);
      await links.cut(0);
      await links.cut(1);
      const cutAt = performance.now();
      if (phase !== "PRE_COPY" && seconds >= 10) {
        await pair.event(moved.migration, "paused");
        t.diagnostic(`noticed after ${((performance.now() - cutAt) / 1000).toFixed(1)} s`);
      }
      await delay(Math.max(0, seconds * 1000 - (performance.now() - cutAt)));
      await links.mend(0);
      await links.mend(1);
      const upAt = performance.now();
      if (pair.namesOf(moved.migration).includes("paused")) {
        await pair.event(moved.migration, "recovered");
        const took = (performance.now() - upAt) / 1000;
        tally.linkUpToFlow.push(took);
        t.diagnostic(`flows ${took.toFixed(2)} s after the link is up`);
      }
      await assertArrives(moved);
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
    fault(`kill -9 of the ${side === "a" ? "source" : "destination"}'s executor: ${phase}`, brief, async () => {
      const moved = await moving(phase);
      executors[side].child.kill("SIGKILL");
      await executors[side].exited;
      await delay(500);
      executors[side] = await pair.startProcess(side, { allowedImageDirectories: [image.directory] });
      await assertArrives(moved);
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", false],
    ["SWITCH", false],
    ["POST_COPY", true],
  ] as const) {
    fault(`kill -9 of NATS for 3 s: ${phase}`, brief, async () => {
      const moved = await moving(phase);
      await pair.nats.kill();
      await delay(3_000);
      await pair.nats.restart();
      await assertArrives(moved);
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", false],
    ["POST_COPY", true],
  ] as const) {
    fault(`the disk under NATS is full until the VM is there: ${phase}`, brief, async (t) => {
      const moved = await moving(phase);
      // No order reaches it once the disk is full, and at its pace the pre-copy does not converge.
      await pair.setPace(moved.migration, 3 * slowBytesPerSecond);
      await pair.progressOf(moved.migration, (one) => one.paceBytesPerSecond === 3 * slowBytesPerSecond);
      try {
        await pair.fillJournal();
        // Its source's process may have to wait for the destination's word: a server that cannot write may not serve either.
        await pair.untilQemu("b", moved.spec.vmId);
        t.diagnostic(`in the journal by then: ${pair.namesOf(moved.migration).join(", ")}`);
      } finally {
        pair.nats.freeDisk();
        // nats-server gives JetStream up when it cannot write: whoever makes room starts it again.
        await pair.nats.kill();
        await pair.nats.restart();
      }
      await assertArrives(moved);
      const names = pair.namesOf(moved.migration);
      assert.equal(new Set(names).size, names.length, `${names}`);
    });
  }

  for (const phase of ["PRE_COPY", "POST_COPY"] as const) {
    const title = `the clock of one host jumps by an hour, forth and back: ${phase}`;
    test(title, { ...STEP, skip: all ? noFakeTime : "CONTRAFLOW_FAULTS is not all" }, async () => {
      tally.cases += 1;
      const clock = pair.directoryOf("clock");
      writeFileSync(clock, "+0");
      const again = async (env: Readonly<Record<string, string>>) => {
        executors.b.child.kill("SIGTERM");
        await executors.b.exited;
        executors.b = await pair.startProcess("b", { allowedImageDirectories: [image.directory], env });
      };
      const fake = { FAKETIME_TIMESTAMP_FILE: clock, FAKETIME_NO_CACHE: "1", FAKETIME_DONT_FAKE_MONOTONIC: "1" };
      await again({ ...fake, LD_PRELOAD: fakeTime ?? "" });
      const moved = await moving(phase);
      writeFileSync(clock, "+3600");
      await delay(2_000);
      writeFileSync(clock, "-3600");
      await assertArrives(moved);
      await again({});
    });
  }

  for (const [phase, brief] of [
    ["PRE_COPY", true],
    ["POST_COPY", false],
  ] as const) {
    const outcome = phase === "PRE_COPY" ? "the VM runs on at its source" : "which nobody can save, is said";
    fault(`the destination runs out of memory: ${phase}, ${outcome}`, brief, async (t) => {
      const { spec, migration } = await moving(phase);
      const [pid = assert.fail("no QEMU")] = pair.qemuPids("b");
      const limit = MemoryLimit.of(pid, 2 * MIB);
      if (limit === undefined) {
        t.diagnostic("no control group can be made here: its QEMU is killed instead");
        process.kill(pid, "SIGKILL");
      }
      try {
        await pair.setPace(migration);
        const end = await pair.endOf(migration);
        assert.ok(end.name === "failed", "the kernel did not end it");
        assert.equal(end.body.vmLocation, phase === "PRE_COPY" ? "RUNS_AT_SOURCE" : "LOST", end.body.reason);
        if (phase === "PRE_COPY") {
          await assertIntact(spec, "a", []);
          await pair.nothingLeft("b");
        } else {
          await pair.end("a", spec.vmId);
          await pair.end("b", spec.vmId);
        }
      } finally {
        await limit?.remove();
      }
    });
  }

  fault("kill -9 of the destination's QEMU: PRE_COPY, the VM runs on at its source", true, async () => {
    const { spec, migration } = await moving("PRE_COPY");
    for (const pid of pair.qemuPids("b")) process.kill(pid, "SIGKILL");
    const end = await pair.endOf(migration);
    assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE");
    await assertIntact(spec, "a", []);
    await pair.nothingLeft("b");
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
        const { spec, migration } = await moving(phase);
        const killedAt = performance.now();
        for (const pid of pair.qemuPids(side)) process.kill(pid, "SIGKILL");
        const end = await pair.endOf(migration);
        t.diagnostic(`said after ${((performance.now() - killedAt) / 1000).toFixed(1)} s`);
        assert.ok(end.name === "failed");
        assert.equal(end.body.vmLocation, "LOST", end.body.reason);
        assert.match(end.body.reason, new RegExp(`${spec.vmId}.* anew`));
        await pair.end("a", spec.vmId);
        await pair.end("b", spec.vmId);
      },
    );
  }

  for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
    for (const [what, change] of [
      ["another machine type", { machineType: "pc-q35-7.2" }],
      ["less memory", { memoryBytes: 96 * MIB }],
      ["one device more", { nics: [{ bridge: "br-fault", macAddress: "52:54:00:00:00:01", model: "virtio-net-pci" }] }],
    ] as const) {
      // What its source has not got, a pre-copied VM is given: QEMU minds only what is missing.
      if (technique === "PRE_COPY" && what === "one device more") continue;
      fault(`a destination with ${what}: ${technique} is refused, the VM runs on at its source`, false, async () => {
        const spec = await boot("a");
        const migration = pair.migration(spec.vmId);
        await pair.prepare(migration, vmSpec.parse({ ...spec, ...change }), technique);
        const { port } = (await pair.event(migration, "incoming-ready")).body;
        await pair.startMigration(migration, { technique, port });
        const end = await pair.endOf(migration);
        assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE", JSON.stringify(end.body));
        await assertIntact(spec, "a", []);
        await pair.nothingLeft("b");
      });
    }
  }

  fault("every order comes twice, and a pace before its start: the VM moves once", false, async () => {
    const spec = await boot("a");
    const migration = pair.migration(spec.vmId);
    await pair.setPace(migration, slowBytesPerSecond);
    for (const id of ["1", "2"]) await pair.prepare(migration, spec, "POST_COPY", id);
    const { port } = (await pair.event(migration, "incoming-ready")).body;
    for (const id of ["1", "2"]) await pair.startMigration(migration, { technique: "POST_COPY", port }, id);
    await pair.event(migration, "resumed");
    await pair.prepare(migration, spec, "POST_COPY", "3");
    await pair.startMigration(migration, { technique: "POST_COPY", port }, "3");
    await assertArrives({ spec, migration });
    const names = pair.namesOf(migration);
    assert.equal(new Set(names).size, names.length, `${names}`);
  });

  fault("a cancellation in PRE_COPY: the VM runs on at its source", true, async () => {
    const { spec, migration } = await moving("PRE_COPY");
    await pair.cancel(migration);
    const end = await pair.endOf(migration);
    assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE");
    await assertIntact(spec, "a", []);
    await pair.nothingLeft("b");
  });

  fault(`${all ? 20 : 4} hops between two hosts, techniques mixed`, true, async () => {
    const spec = await boot("a");
    let counted = 0;
    for (let hop = 0; hop < (all ? 20 : 4); hop += 1) {
      const [sourceHostId, destinationHostId] = hop % 2 === 0 ? ["a", "b"] : ["b", "a"];
      const technique = (["PRE_COPY", "POST_COPY", "HYBRID"] as const)[hop % 3] ?? "PRE_COPY";
      const migration = await pair.migrate(spec, { technique, sourceHostId, destinationHostId });
      const end = await pair.endOf(migration);
      if (end.name !== "completed") tally.lost += 1;
      assert.equal(end.name, "completed", end.name === "failed" ? end.body.reason : "");
      const beats = await untilBeats(destinationHostId, spec.vmId, FILL_MIB + 2);
      if (beats.some(({ isIntact }) => !isIntact)) tally.broken += 1;
      assert.ok(
        beats.every(({ isIntact }) => isIntact),
        `hop ${hop + 1}`,
      );
      assert.ok((beats[0]?.number ?? 0) > counted, `hop ${hop + 1} counts again from ${beats[0]?.number}`);
      counted = beats.at(-1)?.number ?? 0;
    }
    await pair.end("a", spec.vmId);
  });

  test("of what could be saved nothing was lost, and nothing ran twice or came over broken", (t) => {
    const { cases, lost, twice, broken, linkUpToFlow } = tally;
    const slowest = linkUpToFlow.length === 0 ? "not tried" : `${Math.max(...linkUpToFlow).toFixed(2)} s at most`;
    t.diagnostic(
      `${cases} cases, ${lost} VMs lost, ${twice} ran twice, ${broken} with broken memory; link up to pages flowing: ${slowest} (goal: 2 s)`,
    );
    assert.deepEqual({ lost, twice, broken }, { lost: 0, twice: 0, broken: 0 });
    assert.ok(cases > 0);
  });
});
