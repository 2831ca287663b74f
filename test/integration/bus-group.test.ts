/** The bus on NATS of three, one of which goes away. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { connect } from "nats";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { EVENT_STREAM } from "../../services/kit/bus/streams.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { startNatsCluster } from "../server-groups.ts";
import { missingServers } from "../servers.ts";

const log = createLog("bus-group-test", process.env.CONTRAFLOW_TEST_LOG ?? "silent");

describe("one server of three is killed", { skip: missingServers("nats") ?? false, timeout: 120_000 }, () => {
  it("and whoever was connected to it and had it keep his consumer goes on reading", async (t) => {
    const nats = await startNatsCluster();
    t.after(() => nats.stop());
    const [name = "", server = assert.fail()] = [...nats.servers][0] ?? [];
    const bus = await Bus.connect({ url: server.url, name: "test", log, streamReplicas: 3 });
    t.after(() => bus.close());
    const witness = await connect({ servers: nats.url.split(",") });
    t.after(() => witness.close());
    const manager = await witness.jetstreamManager();
    const keepers = async () => {
      const consumers = await manager.consumers.list(EVENT_STREAM).next();
      return consumers.map(({ cluster }) => cluster?.leader);
    };
    // Which server keeps one is drawn by lot.
    const read: number[] = [];
    for (let count = 1; !(await keepers()).includes(name); count += 1) {
      assert.ok(count <= 40, `none of ${count} consumers is kept by ${name}: ${await keepers()}`);
      read.push(0);
      bus.followJournal({ sequence: 1 }, () => {
        read[count - 1] = (read[count - 1] ?? 0) + 1;
      });
      while ((await keepers()).length < count) await delay(20);
    }
    await server.kill();
    const migration = {
      migrationId: "e-1",
      evacuationId: "e",
      vmId: "vm-0",
      sourceHostId: "a",
      destinationHostId: "b",
    };
    unwrap(
      await bus.store({
        subject: subjects.migrationEvent(migration.migrationId, "resumed"),
        codec: codecs.MigrationResumed,
        value: { migration, eventTimeUnixMilliseconds: 1 },
        id: "resumed",
      }),
    );
    const giveUp = Date.now() + 60_000;
    while (read.includes(0)) {
      assert.ok(Date.now() < giveUp, `of ${read.length} readers these have read so many: ${read}`);
      await delay(50);
    }
    assert.ok(read.every((count) => count === 1));
  });
});
