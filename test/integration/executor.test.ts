import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { ExecutorPair } from "../executor-pair.ts";
import { missingPrograms } from "../servers.ts";

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
    });
  }
});
