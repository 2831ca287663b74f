/**
 * Every service is upgraded while VMs move: what runs is of one version's package, ends as its unit ends it, and is of the
 * next version's when it starts again; at any time hosts and control plane are of different versions.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { LabRun } from "../lab-run.ts";
import { buildPackage, installInto } from "../package-build.ts";
import { missingPrograms } from "../servers.ts";

const NAME = `upgrade${process.pid}`.slice(0, 12);
const STEP = { timeout: 240_000 };
const [A, B] = ["host-a", "host-b"] as const;

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages, missingPrograms("dpkg", "dpkg-deb") ?? []].flat();
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

describe("an upgrade in the midst of an evacuation", { skip }, () => {
  const directory = mkdtempSync(join(tmpdir(), "cf-upgrade-"));
  const installed = (version: string) => join(directory, version, "usr/lib/contraflow");
  let run: LabRun;

  before(async () => {
    for (const version of ["1.0.0", "1.1.0", "1.2.0"]) {
      installInto(join(directory, version), buildPackage(directory, version));
    }
    // Shorter than these migrations take: some are seen through before an executor ends, some are left to the next one.
    process.env.CONTRAFLOW_DRAIN_SECONDS = "1";
    run = await LabRun.start(NAME, "mixed-4", installed("1.0.0"));
    await run.profiled(A);
  }, STEP);
  after(async () => {
    delete process.env.CONTRAFLOW_DRAIN_SECONDS;
    await run?.leave();
    if (run !== undefined) unwrap(await run.lab.stop());
    rmSync(directory, { recursive: true, force: true });
  }, STEP);

  const upgrade = async (version: string, names: readonly string[]) => {
    for (const name of names) unwrap(await run.lab.upgrade(name, installed(version)));
  };
  const started = (technique: string) =>
    run.migrationEvent("away", "started", (event) => event.name === "started" && event.body.technique === technique);
  const isOver = (vmId: string) => run.eventsOf("away", vmId).some(({ name }) => name === "completed");

  it("of hosts and control plane, in post-copy and in pre-copy, harms no VM", STEP, async (t) => {
    await run.ask("away", A);
    const first = await run.migrationEvent("away", "switched");
    await upgrade("1.1.0", ["executor-host-a", "agent-host-a", "planner"]);
    const { vmId } = first.body.migration;
    t.diagnostic(
      `${vmId} in post-copy: executor, agent and planner upgraded; ${isOver(vmId) ? "it has" : "it has not"} arrived`,
    );
    await upgrade("1.1.0", ["executor-host-b", "agent-host-b", "profiler"]);
    const copied = await started("PRE_COPY");
    await upgrade("1.2.0", ["executor-host-b", "agent-host-b", "planner"]);
    t.diagnostic(`${copied.body.migration.vmId} in pre-copy: the same at the destination`);
    await upgrade("1.2.0", ["executor-host-a", "agent-host-a", "profiler"]);
    const end = await run.endOf("away");
    assert.equal(end.name, "completed", JSON.stringify(end.body));
    assert.deepEqual([run.vmsRunningAt(B), run.vmsRunningAt(A)], [run.vmIds, []]);
    await run.untilReported(B, run.vmIds);
    await run.untilAllServe(B);
  });

  it("has tried nothing twice: each VM is one migration, and each thing is said once of it", () => {
    for (const vmId of run.vmIds) {
      const said = run.eventsOf("away", vmId).map(({ id, name }) => `${id} ${name}`);
      assert.equal(new Set(run.eventsOf("away", vmId).map(({ id }) => id)).size, 1, said.join(", "));
      assert.equal(new Set(said).size, said.length, said.join(", "));
      assert.ok(!said.some((words) => words.endsWith(" failed")), said.join(", "));
    }
  });
});
