/** Faults of a migration under TLS, with guests that check their own memory: cut links, and certificates of strangers. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { after, before, describe, type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { issueCertificates } from "../../services/kit/tls/authority.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { FaultRun } from "../fault-run.ts";

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const reason = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : "CONTRAFLOW_FAULTS is not all";
const skip = lacks.length > 0 || process.env.CONTRAFLOW_FAULTS !== "all" ? reason : false;
const STEP = { timeout: 150_000 };

describe("faults under TLS", { skip }, () => {
  let root: string;
  let run: FaultRun;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "cf-tls-"));
    unwrap(await issueCertificates({ directory: join(root, "ours"), hostIds: ["a", "b"], days: 30 }));
    unwrap(await issueCertificates({ directory: join(root, "theirs"), hostIds: ["a", "b"], days: 30 }));
    run = await FaultRun.start((hostId) => ({ tls: "on", tlsDirectory: join(root, "ours", hostId) }));
  }, STEP);
  after(async () => {
    await run?.stop();
    await rm(root, { recursive: true, force: true });
  });

  const fault = (title: string, body: (t: TestContext) => Promise<void>) =>
    test(title, STEP, async (t) => {
      run.tally.cases += 1;
      await body(t);
    });

  for (const [phase, seconds] of [
    ["PRE_COPY", 10],
    ["SWITCH", 10],
    ["POST_COPY", 10],
    ["POST_COPY", 40],
  ] as const) {
    fault(`the link is cut for ${seconds} s: ${phase}`, async (t) => {
      const moved = await run.moving(phase);
      await run.links.cut(0);
      await run.links.cut(1);
      const cutAt = performance.now();
      if (phase !== "PRE_COPY") await run.pair.event(moved.migration, "paused");
      await delay(Math.max(0, seconds * 1000 - (performance.now() - cutAt)));
      await run.links.mend(0);
      await run.links.mend(1);
      const upAt = performance.now();
      if (phase !== "PRE_COPY") {
        await run.pair.event(moved.migration, "recovered");
        run.tally.linkUpToFlow.push((performance.now() - upAt) / 1000);
      }
      await run.assertArrives(moved, t);
    });
  }

  for (const side of ["a", "b"] as const) {
    for (const technique of ["PRE_COPY", "POST_COPY"] as const) {
      const who = side === "a" ? "source" : "destination";
      fault(`a ${who} with certificates of another authority: ${technique} is refused, the VM runs on`, async (t) => {
        await run.restart(side, { tlsDirectory: join(root, "theirs", side) });
        const spec = await run.boot("a");
        const migration = await run.pair.migrate(spec, { technique });
        const end = await run.pair.endOf(migration);
        assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE", JSON.stringify(end.body));
        t.diagnostic(end.body.reason);
        await run.assertIntact(spec, "a", t);
        await run.pair.nothingLeft("b");
        await run.restart(side);
      });
    }
  }

  test("of what could be saved nothing was lost, and nothing ran twice or came over broken", (t) =>
    run.assertNothingLost(t));
});
