/** Post-copies whose way is cut: real QEMU on both sides of a link that loses every packet, and executors that mend it. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { describeLinked } from "../linked-executors.ts";

/** A VM of firmware alone is still on its way when the test looks. */
const slowBytesPerSecond = 150_000;

describeLinked("a way that is cut", (on) => {
  async function postCopying(vmId: string, sourceHostId = "a") {
    const spec = on.pair.spec(vmId);
    await on.pair.launch(sourceHostId, spec);
    const options = { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId } as const;
    const migration = await on.pair.migrate(spec, options);
    await on.pair.event(migration, "resumed");
    await on.pair.progressOf(migration, ({ phase }) => phase === "HOT" || phase === "BULK");
    return migration;
  }

  test("before a migration begins, refuses it at once: the VM runs on, nothing is left at the destination", async () => {
    const spec = on.pair.spec("vm-no-way");
    await on.pair.launch("a", spec);
    await on.links.cut(0);
    for (const technique of ["PRE_COPY", "POST_COPY"] as const) {
      const migration = await on.pair.migrate(spec, { technique });
      const failed = await on.pair.event(migration, "failed");
      assert.match(failed.body.reason, /10\.213\.1\.2 is not reachable: (no answer in \d+ ms|connect EHOSTUNREACH)/);
      assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
      assert.ok(!on.pair.namesOf(migration).includes("started"));
      await on.pair.nothingLeft("b");
    }
    await on.links.mend(0);
    const again = await on.pair.migrate(spec, { technique: "POST_COPY" });
    await on.pair.event(again, "completed");
    await on.pair.end("b", spec.vmId);
  });

  test("in a post-copy: is paused on both hosts, and goes on over the same way when it is back", async () => {
    const migration = await postCopying("vm-cut");
    await on.links.cut(0);
    const paused = await on.pair.event(migration, "paused");
    assert.match(paused.body.reason, /nothing came through between the hosts for \d+ s/);
    await on.links.mend(0);
    const recovered = await on.pair.event(migration, "recovered");
    assert.ok(recovered.body.lostSeconds > 0);
    await on.pair.setPace(migration);
    await on.pair.event(migration, "completed");
    assert.equal(await on.pair.runState("b", migration.vmId), "running");
    await on.pair.nothingLeft("a");
    assert.equal(on.pair.namesOf(migration).filter((name) => name === "paused").length, 1);
    await on.pair.end("b", migration.vmId);
  });

  test("in a post-copy: goes on over another address of the destination while the way stays cut", async () => {
    const migration = await postCopying("vm-other-way");
    await on.links.cut(0);
    await on.pair.event(migration, "recovered");
    await on.pair.setPace(migration);
    await on.pair.event(migration, "completed");
    await on.links.mend(0);
    assert.equal(await on.pair.runState("b", migration.vmId), "running");
    await on.pair.end("b", migration.vmId);
  });

  test("in a post-copy: is mended by the next executor of its source when the first one is killed meanwhile", async () => {
    const killed = await on.pair.startProcess("c", on.links.a);
    const migration = await postCopying("vm-cut-twice", "c");
    await on.links.cut(0);
    await on.links.cut(1);
    await on.pair.event(migration, "paused");
    killed.child.kill("SIGKILL");
    await killed.exited;
    const next = await on.pair.startProcess("c", on.links.a);
    await on.links.mend(0);
    await on.links.mend(1);
    await on.pair.event(migration, "recovered");
    await on.pair.setPace(migration);
    await on.pair.event(migration, "completed");
    assert.equal(await on.pair.runState("b", migration.vmId), "running");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await on.pair.end("b", migration.vmId);
  });

  test("in a post-copy: whose destination ends meanwhile is lost: it is said which VM, and what to do", async () => {
    const migration = await postCopying("vm-cut-lost");
    await on.links.cut(0);
    await on.links.cut(1);
    await on.pair.event(migration, "paused");
    for (const pid of on.pair.qemuPids("b", migration.vmId)) process.kill(pid, "SIGKILL");
    const failed = await on.pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "LOST");
    assert.match(failed.body.reason, /vm-cut-lost is lost: .* start it anew/);
    await on.links.mend(0);
    await on.links.mend(1);
    await on.pair.end("a", migration.vmId);
    await on.pair.end("b", migration.vmId);
  });
});
