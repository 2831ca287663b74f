/** Post-copies whose way is cut: real QEMU on both sides of a link that loses every packet, and executors that mend it. */
import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ExecutorPair } from "../executor-pair.ts";
import { NamespaceLinks } from "../namespace-link.ts";
import { missingPrograms } from "../servers.ts";

const privileges = process.getuid?.() === 0 ? false : "not root: no network namespace can be made";
const skip = missingPrograms("qemu-system-x86_64", "nats-server", "ip", "tc") ?? privileges;
/** A VM of firmware alone is still on its way when the test looks. */
const slowBytesPerSecond = 150_000;

describe("a way that is cut", { skip }, () => {
  let links: NamespaceLinks;
  let pair: ExecutorPair;
  before(async () => {
    links = await NamespaceLinks.create();
    pair = await ExecutorPair.start({ a: links.a, b: links.b });
  });
  after(async () => {
    await pair?.stop();
    await links?.remove();
  });

  async function postCopying(vmId: string, sourceHostId = "a") {
    const spec = pair.spec(vmId);
    await pair.launch(sourceHostId, spec);
    const options = { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId } as const;
    const migration = await pair.migrate(spec, options);
    await pair.event(migration, "resumed");
    await pair.progressOf(migration, ({ phase }) => phase === "HOT" || phase === "BULK");
    return migration;
  }

  test("before a migration begins, refuses it at once: the VM runs on, nothing is left at the destination", async () => {
    const spec = pair.spec("vm-no-way");
    await pair.launch("a", spec);
    await links.cut(0);
    for (const technique of ["PRE_COPY", "POST_COPY"] as const) {
      const migration = await pair.migrate(spec, { technique });
      const failed = await pair.event(migration, "failed");
      assert.match(failed.body.reason, /10\.213\.1\.2 is not reachable: (no answer in \d+ ms|connect EHOSTUNREACH)/);
      assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
      assert.ok(!pair.namesOf(migration).includes("started"));
      await pair.nothingLeft("b");
    }
    await links.mend(0);
    const again = await pair.migrate(spec, { technique: "POST_COPY" });
    await pair.event(again, "completed");
    await pair.end("b", spec.vmId);
  });

  test("in a post-copy: is paused on both hosts, and goes on over the same way when it is back", async () => {
    const migration = await postCopying("vm-cut");
    await links.cut(0);
    const paused = await pair.event(migration, "paused");
    assert.match(paused.body.reason, /nothing came through between the hosts for \d+ s/);
    await links.mend(0);
    const recovered = await pair.event(migration, "recovered");
    assert.ok(recovered.body.lostSeconds > 0);
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    assert.equal(await pair.runState("b", migration.vmId), "running");
    await pair.nothingLeft("a");
    assert.equal(pair.namesOf(migration).filter((name) => name === "paused").length, 1);
    await pair.end("b", migration.vmId);
  });

  test("in a post-copy: goes on over another address of the destination while the way stays cut", async () => {
    const migration = await postCopying("vm-other-way");
    await links.cut(0);
    await pair.event(migration, "recovered");
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    await links.mend(0);
    assert.equal(await pair.runState("b", migration.vmId), "running");
    await pair.end("b", migration.vmId);
  });

  test("in a post-copy: is mended by the next executor of its source when the first one is killed meanwhile", async () => {
    const killed = await pair.startProcess("c", links.a);
    const migration = await postCopying("vm-cut-twice", "c");
    await links.cut(0);
    await links.cut(1);
    await pair.event(migration, "paused");
    killed.child.kill("SIGKILL");
    await killed.exited;
    const next = await pair.startProcess("c", links.a);
    await links.mend(0);
    await links.mend(1);
    await pair.event(migration, "recovered");
    await pair.setPace(migration);
    await pair.event(migration, "completed");
    assert.equal(await pair.runState("b", migration.vmId), "running");
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await pair.end("b", migration.vmId);
  });

  test("in a post-copy: whose destination ends meanwhile is lost: it is said which VM, and what to do", async () => {
    const migration = await postCopying("vm-cut-lost");
    await links.cut(0);
    await links.cut(1);
    await pair.event(migration, "paused");
    for (const pid of pair.qemuPids("b", migration.vmId)) process.kill(pid, "SIGKILL");
    const failed = await pair.event(migration, "failed");
    assert.equal(failed.body.vmLocation, "LOST");
    assert.match(failed.body.reason, /vm-cut-lost is lost: .* start it anew/);
    await links.mend(0);
    await links.mend(1);
    await pair.end("a", migration.vmId);
    await pair.end("b", migration.vmId);
  });
});
