import assert from "node:assert/strict";
import { test } from "node:test";
import { IncomingMigration } from "../../services/executor/incoming-migration.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { fail, ok, unwrap } from "../../services/kit/failure/failure.ts";
import { FakeExecutorDeps } from "../fakes/executor-deps.ts";

const migration = {
  migrationId: "e-1",
  evacuationId: "e",
  vmId: "v",
  sourceHostId: "a",
  destinationHostId: "b",
} as const;
const spec = {
  vmId: "v",
  memoryBytes: 2 ** 26,
  cpus: 1,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  disks: [],
  nics: [],
  postCopy: "ALLOWED",
} as const;

test("a destination that cannot be removed is removed again and again, ever more seldom, until it is gone", async () => {
  const deps = new FakeExecutorDeps("b");
  const tries: number[] = [];
  let observed = 0;
  deps.incoming = {
    observe: async () => {
      observed += 1;
      return ok({ status: { kind: "ongoing", name: "setup" }, runState: "inmigrate" });
    },
    discard: async () => {
      tries.push(deps.clock.now());
      return tries.length < 5 ? fail("unavailable", "process 7 does not end") : ok(undefined);
    },
  };
  const incoming = IncomingMigration.begin(
    { migration, technique: "PRE_COPY", spec: { ...spec, disks: [], nics: [] } },
    deps,
  );
  await deps.clock.advance(10);
  const failed = { migration, reason: "no", vmLocation: "RUNS_AT_SOURCE", eventTimeUnixMilliseconds: 1 } as const;
  const subject = subjects.migrationEvent("e-1", "failed");
  deps.handlers.get(subject)?.(subject, unwrap(codecs.MigrationFailed.encode(failed)), undefined);
  await deps.clock.advance(5);
  assert.equal(incoming.isDiscarding, true);
  const observedBefore = observed;
  await deps.clock.advance(14_000);
  assert.equal(observed, observedBefore, "a monitor that was let go of is not asked");
  await deps.clock.advance(2_000);
  const [first = 0] = tries;
  assert.deepEqual(
    tries.map((at) => at - first),
    [0, 1_000, 3_000, 7_000, 15_000],
  );
  assert.equal(incoming.isDiscarding, false);
  assert.equal(incoming.state.phase, "gone");
  assert.equal(deps.warned.filter(({ fields }) => fields.what === "discard").length, 4);
});
