/**
 * The main job with nothing faked: real hosts, QEMU, traffic, servers and services. One lab for all of it, since a lab
 * takes longer to build than most of what is asked of it; the tests are steps, in order.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { VmProfile } from "../../services/kit/domain/profile.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { findProcessesIn } from "../../services/kit/hypervisor/process.ts";
import { networkNamespacesOf } from "../../services/lab/network.ts";
import { processesOfToken } from "../../services/lab/processes.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { vmsDirectory } from "../../services/lab/services.ts";
import { LabRun, type MigrationEvent } from "../lab-run.ts";

const NAME = `e2e${process.pid}`.slice(0, 12);
const [A, B] = ["host-a", "host-b"] as const;
const STEP = { timeout: 180_000 };

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

describe("an evacuation of real VMs", { skip }, () => {
  let run: LabRun;
  let profiledBefore: readonly VmProfile[] = [];
  /** In the order in which it was heard: `resumed` of a VM, and which VMs its new host's agent saw at each of its ticks. */
  const heard: ({ readonly resumed: string } | { readonly seen: readonly string[] })[] = [];

  before(async () => {
    run = await LabRun.start(NAME, "mixed-4");
    run.onEvent((event) => {
      if (event.name === "resumed") heard.push({ resumed: event.body.migration.vmId });
    });
    run.bus.subscribe(subjects.traffic(B), undefined, (_, bytes) => {
      const batch = codecs.TrafficBatch.decode(bytes);
      if (batch.ok) heard.push({ seen: batch.value.samples.map((sample) => sample.vmId) });
    });
    await run.profiled(A);
    profiledBefore = await run.profilesAt(A);
  }, STEP);
  after(async () => {
    await run?.leave();
    if (run !== undefined) unwrap(await run.lab.stop());
  }, STEP);

  const namesOf = (evacuationId: string, vmId: string) => run.eventsOf(evacuationId, vmId).map(({ name }) => name);
  const all = () => run.vmIds;

  it("of a host that nobody knows is rejected", STEP, async () => {
    await run.ask("unknown", "host-z");
    const end = await run.endOf("unknown");
    assert.equal(end.name === "rejected" && end.body.code, "UNKNOWN_HOST");
  });

  it("empties the host: every VM runs at the destination and none at the source", STEP, async () => {
    await run.ask("away", A);
    await run.migrationEvent("away", "started");
    // While it runs: the same request again, which is nothing new, and another for the same host, which is refused.
    await run.ask("away", A);
    await run.ask("second", A);
    const second = await run.endOf("second");
    assert.equal(second.name === "rejected" && second.body.code, "ALREADY_EVACUATING");

    const end = await run.endOf("away");
    assert.equal(end.name, "completed", JSON.stringify(end.body));
    assert.deepEqual(run.vmsRunningAt(B), all());
    assert.deepEqual(run.vmsRunningAt(A), []);
    await run.untilReported(A, []);
    await run.untilReported(B, all());
  });

  it("is seen by the new host's agent within two of its ticks, and each VM keeps its profile there", async () => {
    for (const vmId of all()) {
      const resumed = heard.findIndex((one) => "resumed" in one && one.resumed === vmId);
      assert.ok(resumed >= 0);
      const ticks = heard.slice(resumed).flatMap((one) => ("seen" in one ? [one.seen] : []));
      assert.ok(
        ticks.slice(0, 2).some((seen) => seen.includes(vmId)),
        `${vmId}: ${JSON.stringify(ticks.slice(0, 4))}`,
      );
    }
    for (const { vmId, observedSeconds, direction } of await run.profilesAt(B)) {
      const before = profiledBefore.find((profile) => profile.vmId === vmId);
      assert.equal(direction, before?.direction, vmId);
      assert.ok(observedSeconds > (before?.observedSeconds ?? Number.NaN), `${vmId}: ${observedSeconds}`);
    }
  });

  it("of a request repeated with the same id was planned once", () => {
    const planned = run.events.filter((event) => event.entity === "evacuation" && event.name === "planned");
    assert.deepEqual(
      planned.map((event) => event.id),
      ["away"],
    );
  });

  it("tells each VM's course in order", () => {
    for (const vmId of all()) {
      const names = namesOf("away", vmId);
      const steps = names.filter((name) => name !== "settled" && name !== "incoming-ready");
      assert.deepEqual(steps, ["decided", "started", "switched", "resumed", "completed"], vmId);
      assert.ok(names.indexOf("incoming-ready") < names.indexOf("started"), vmId);
      const settled = names.indexOf("settled");
      if (settled >= 0) assert.ok(settled > names.indexOf("resumed") && settled < names.indexOf("completed"), vmId);
    }
  });

  it("post-copies what sends and pre-copies what receives", () => {
    const techniques = run.events.flatMap((event) =>
      event.entity === "migration" && event.name === "decided"
        ? [`${event.body.migration.vmId} ${event.body.technique}`]
        : [],
    );
    assert.deepEqual(techniques.sort(), ["vm-0 POST_COPY", "vm-1 POST_COPY", "vm-2 PRE_COPY", "vm-3 PRE_COPY"]);
  });

  it("leaves the guests serving their traffic", STEP, () => run.untilAllServe(B));

  it("of an empty host is complete at once", STEP, async () => {
    await run.ask("empty", A);
    const end = await run.endOf("empty");
    assert.equal(end.name, "completed");
    assert.equal(namesOf("empty", "vm-0").length, 0);
  });

  it("goes on over a restart of NATS in the middle of it", STEP, async () => {
    await run.profiled(B);
    await run.ask("back", B);
    await run.migrationEvent("back", "started");
    unwrap(await run.lab.restartNats());
    const end = await run.endOf("back");
    assert.equal(end.name, "completed", JSON.stringify(end.body));
    assert.deepEqual(run.vmsRunningAt(A), all());
    assert.deepEqual(run.vmsRunningAt(B), []);
    await run.untilAllServe(A);
  });

  it(
    "goes on though every server and every service is killed in the middle of it, one after the other",
    STEP,
    async (t) => {
      await run.profiled(A);
      await run.ask("crashes", A);
      await run.migrationEvent("crashes", "started");
      const services = ["planner", "profiler", "agent-host-a", "agent-host-b", "executor-host-a", "executor-host-b"];
      for (const name of ["nats", "redis", ...services]) unwrap(await run.lab.crash(name));
      const end = await run.endOf("crashes");
      assert.equal(end.name, "completed", JSON.stringify(end.body));
      assert.deepEqual(run.vmsRunningAt(B), all());
      assert.deepEqual(run.vmsRunningAt(A), []);
      await run.untilReported(B, all());
      await run.untilAllServe(B);
      for (const vmId of all()) {
        const said = run.eventsOf("crashes", vmId);
        // A migration that came to nothing may be tried again, as another migration.
        for (const event of said) if (event.name === "failed") t.diagnostic(`${event.id}: ${event.body.reason}`);
        const words = said.map(({ id, name }) => `${id} ${name}`);
        assert.equal(new Set(words).size, words.length, words.join(", "));
      }
    },
  );

  it("that is cancelled leaves what is pre-copied where it is, and starts nothing more", STEP, async () => {
    await run.profiled(B);
    await run.ask("given-up", B, "pre-copy");
    await run.migrationEvent("given-up", "started");
    const value = { evacuationId: "given-up", reason: "changed our mind" };
    const subject = subjects.cancel("given-up");
    unwrap(await run.bus.store({ subject, codec: codecs.CancelEvacuation, value, id: "cancel-given-up" }));
    const end = await run.endOf("given-up");
    assert.equal(end.name, "cancelled", JSON.stringify(end.body));
    assert.deepEqual(run.vmsRunningAt(B), all());
    assert.deepEqual(run.vmsRunningAt(A), []);
    await run.untilAllServe(B);
  });

  it("tries a VM again whose destination's QEMU was killed, and tells why in its report", STEP, async () => {
    await run.ask("again", B, "direction");
    const isPreCopy = (event: MigrationEvent) => event.name === "started" && event.body.technique === "PRE_COPY";
    const first = await run.migrationEvent("again", "started", isPreCopy);
    const { vmId, migrationId } = first.body.migration;
    const incoming = join(vmsDirectory(run.lab.state.directory, A), ".incoming", migrationId);
    const processes = findProcessesIn(incoming);
    assert.equal(processes.length, 1);
    for (const { pid } of processes) process.kill(pid, "SIGKILL");
    const end = await run.endOf("again");
    assert.ok(end.name === "completed", JSON.stringify(end.body));
    const outcome = end.body.report.vms.find((vm) => vm.vmId === vmId);
    assert.equal(outcome?.outcome, "COMPLETED");
    assert.ok((outcome?.failedAttempts ?? "").length > 0);
    assert.deepEqual(run.vmsRunningAt(A), all());
    await run.untilAllServe(A);
  });

  it("was carried out by orders that the planner had signed: no executor refused one", () => {
    for (const hostId of [A, B]) {
      const said = readFileSync(join(run.lab.state.directory, "logs", `executor-${hostId}.log`), "utf8");
      assert.match(said, /orders are taken from these planners only/);
      assert.doesNotMatch(said, /poisoned message set aside/);
    }
  });

  it("leaves nothing behind when its lab is ended", STEP, async () => {
    const { directory, token } = run.lab.state;
    await run.leave();
    unwrap(await run.lab.stop());
    assert.equal(existsSync(directory), false);
    assert.deepEqual(networkNamespacesOf(NAME), []);
    assert.deepEqual(processesOfToken(token), []);
    // Ended twice is ended.
    unwrap(await run.lab.stop());
  });
});
