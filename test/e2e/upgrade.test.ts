/**
 * Every service is upgraded while VMs move: what runs is of one version's package, ends as its unit ends it, and is of the
 * next version's when it starts again; at any time hosts and control plane are of different versions.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
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
/** The root of another version's installation to begin with, as of a release; else it is this one under another number. */
const { CONTRAFLOW_UPGRADE_FROM: from } = process.env;
const [A, B] = ["host-a", "host-b"] as const;
/** Long enough on the way for several services to be upgraded meanwhile. */
const SCENARIO = {
  name: "upgrade-2",
  linkMbit: 150,
  vms: ["outbound", "inbound"].map((direction, index) => ({
    ...{ id: `vm-${index}`, memoryMiB: 192, filledMiB: 80, traffic: { direction, mbit: 10 } },
  })),
};

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
    const scenario = join(directory, "scenario.json");
    writeFileSync(scenario, JSON.stringify(SCENARIO));
    run = await LabRun.start(NAME, scenario, from ?? installed("1.0.0"));
  }, STEP);
  after(async () => {
    delete process.env.CONTRAFLOW_DRAIN_SECONDS;
    await run?.leave();
    if (run !== undefined) unwrap(await run.lab.stop());
    rmSync(directory, { recursive: true, force: true });
  }, STEP);

  const hosts = ["executor-host-a", "agent-host-a", "executor-host-b", "agent-host-b"];

  for (const { id, source, to, policy, version, begun } of [
    { id: "away", source: A, to: B, policy: "post-copy", version: "1.1.0", begun: "switched" },
    { id: "back", source: B, to: A, policy: "pre-copy", version: "1.2.0", begun: "started" },
  ] as const) {
    it(`of every service, one after the other, harms no VM in ${policy}`, STEP, async (t) => {
      await run.ask(id, source, policy);
      await run.migrationEvent(id, begun);
      // Those of the other VM, which comes later: they meet a control plane and hosts of two versions.
      for (const name of [...hosts, "planner", "profiler"]) {
        unwrap(await run.lab.upgrade(name, installed(version)));
        const states = run.vmIds.map((vmId) => `${vmId} ${run.eventsOf(id, vmId).at(-1)?.name ?? "waits"}`);
        t.diagnostic(`${name} is of ${version}: ${states.join(", ")}`);
      }
      const end = await run.endOf(id);
      assert.equal(end.name, "completed", JSON.stringify(end.body));
      assert.deepEqual([run.vmsRunningAt(to), run.vmsRunningAt(source)], [run.vmIds, []]);
      await run.untilReported(to, run.vmIds);
      await run.untilAllServe(to);
    });

    it(`tried nothing twice in ${policy}: each VM is one migration, and each thing is said once of it`, () => {
      for (const vmId of run.vmIds) {
        const said = run.eventsOf(id, vmId).map((event) => `${event.id} ${event.name}`);
        assert.equal(new Set(run.eventsOf(id, vmId).map((event) => event.id)).size, 1, said.join(", "));
        assert.equal(new Set(said).size, said.length, said.join(", "));
        assert.ok(!said.some((words) => words.endsWith(" failed")), said.join(", "));
      }
    });
  }
});
