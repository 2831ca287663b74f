/** The README's subscriber, as it stands there: nothing of Contraflow's but the generated messages. */
import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { it } from "node:test";
import { fileURLToPath } from "node:url";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { missingServers, startNats } from "../servers.ts";

const program = join(dirname(fileURLToPath(import.meta.url)), "../../../test/examples/subscriber.mjs");
const migration = {
  migrationId: "e-1",
  evacuationId: "e",
  vmId: "vm-0",
  sourceHostId: "host-a",
  destinationHostId: "host-b",
};

it("the README's subscriber follows a migration's events, those before it came and those after", async (t) => {
  const missing = missingServers("nats");
  if (missing !== undefined) return t.skip(missing);
  const server = await startNats();
  t.after(() => server.stop());
  const bus = await Bus.connect({ url: server.url, name: "test", log: createLog("test", "silent") });
  t.after(() => bus.close());

  const decided = {
    migration,
    technique: "POST_COPY",
    reason: "sends 45 Mbit/s",
    eventTimeUnixMilliseconds: 1,
  } as const;
  const subject = subjects.migrationEvent("e-1", "decided");
  unwrap(await bus.store({ subject, codec: codecs.MigrationDecided, value: decided, id: "e-1-decided" }));

  const child = spawn(process.execPath, [program, server.url], { stdio: ["ignore", "pipe", "inherit"] });
  t.after(() => child.kill("SIGKILL"));
  const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  const next = async () => JSON.parse((await lines.next()).value ?? "null");
  assert.deepEqual(await next(), {
    sequence: 1,
    name: "decided",
    vmId: "vm-0",
    technique: "POST_COPY",
    reason: "sends 45 Mbit/s",
    eventTimeUnixMilliseconds: 1,
  });

  unwrap(
    await bus.store({
      subject: subjects.migrationEvent("e-1", "settled"),
      codec: codecs.MigrationSettled,
      value: { migration, eventTimeUnixMilliseconds: 1_700_000_000_000, observed: false },
      id: "e-1-settled",
    }),
  );
  const settled = { sequence: 2, name: "settled", vmId: "vm-0", observed: false };
  assert.deepEqual(await next(), { ...settled, eventTimeUnixMilliseconds: 1_700_000_000_000 });
});
