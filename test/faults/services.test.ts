/**
 * What orders and measures is killed while VMs move, in each phase of theirs; QEMU carries them on, and the evacuation ends as
 * if nothing had been. With CONTRAFLOW_FAULTS=all only: each takes an evacuation of the whole lab.
 */
import assert from "node:assert/strict";
import { after, before, describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { LabRun } from "../lab-run.ts";

const NAME = `fault${process.pid}`.slice(0, 12);
const STEP = { timeout: 180_000 };

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const reason = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : "CONTRAFLOW_FAULTS is not all";
const skip = lacks.length > 0 || process.env.CONTRAFLOW_FAULTS !== "all" ? reason : false;

describe("faults of services", { skip }, () => {
  let run: LabRun;
  let [source, destination] = ["host-a", "host-b"];
  before(async () => {
    run = await LabRun.start(NAME, "mixed-4");
  }, STEP);
  after(async () => {
    await run?.leave();
    if (run !== undefined) unwrap(await run.lab.stop());
  }, STEP);

  for (const name of ["planner", "profiler", "redis", "nats", "agents", "executors"]) {
    it(`kill -9 of ${name} in pre-copy, at the switch, in post-copy and in bulk`, STEP, async (t) => {
      const processes = /^(agent|executor)s$/.test(name)
        ? [`${name.slice(0, -1)}-host-a`, `${name.slice(0, -1)}-host-b`]
        : [name];
      const crash = async () => {
        for (const one of processes) unwrap(await run.lab.crash(one));
      };
      await run.profiled(source);
      await run.ask(name, source);
      await run.migrationEvent(name, "started");
      await crash();
      await run.migrationEvent(name, "switched");
      await crash();
      await run.migrationEvent(name, "resumed");
      await delay(500);
      await crash();
      await run.migrationEvent(
        name,
        "started",
        ({ name: said, body }) => said === "started" && body.technique === "PRE_COPY",
      );
      await delay(2_000);
      await crash();
      const end = await run.endOf(name);
      assert.equal(end.name, "completed", JSON.stringify(end.body));
      assert.deepEqual([run.vmsRunningAt(destination), run.vmsRunningAt(source)], [run.vmIds, []]);
      for (const vmId of run.vmIds) {
        const said = run.eventsOf(name, vmId);
        for (const event of said) if (event.name === "failed") t.diagnostic(`${event.id}: ${event.body.reason}`);
        const words = said.map((event) => `${event.id} ${event.name}`);
        assert.equal(new Set(words).size, words.length, words.join(", "));
      }
      await run.untilReported(destination, run.vmIds);
      await run.untilAllServe(destination);
      [source, destination] = [destination, source];
    });
  }
});
