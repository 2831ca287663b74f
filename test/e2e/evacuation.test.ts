/**
 * The main job with nothing faked: real hosts, QEMU, traffic, servers and services. One lab for all of it, since a lab
 * takes longer to build than most of what is asked of it; the tests are steps, in order.
 */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { Bus, Subscription } from "../../services/kit/bus/bus.ts";
import type { EvacuationEvent, JournalEvent } from "../../services/kit/bus/journal-event.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { EvacuationRequest } from "../../services/kit/domain/evacuation.ts";
import type { VmProfile } from "../../services/kit/domain/profile.ts";
import type { Policy } from "../../services/kit/domain/technique.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { findProcessesIn, findVmProcesses } from "../../services/kit/hypervisor/process.ts";
import { untilProfiled } from "../../services/lab/evacuation-run.ts";
import { connectLab } from "../../services/lab/inventory.ts";
import { type Lab, startLab } from "../../services/lab/lab.ts";
import { networkNamespacesOf } from "../../services/lab/network.ts";
import { processesOfToken } from "../../services/lab/processes.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { readScenario, type Scenario } from "../../services/lab/scenario.ts";
import { vmsDirectory } from "../../services/lab/services.ts";

const NAME = `e2e${process.pid}`.slice(0, 12);
const [A, B] = ["host-a", "host-b"] as const;
const STEP = { timeout: 180_000 };

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

describe("an evacuation of real VMs", { skip }, () => {
  let scenario: Scenario;
  let lab: Lab;
  let bus: Bus;
  let journal: Subscription;
  const events: JournalEvent[] = [];
  const changed = new Set<() => void>();
  let profiledBefore: readonly VmProfile[] = [];
  /** In the order in which it was heard: `resumed` of a VM, and which VMs its new host's agent saw at each of its ticks. */
  const heard: ({ readonly resumed: string } | { readonly seen: readonly string[] })[] = [];

  before(async () => {
    scenario = unwrap(await readScenario("mixed-4"));
    lab = unwrap(await startLab({ name: NAME, scenario, progress: () => undefined }));
    bus = await connectLab(lab.state.natsUrl);
    journal = bus.followJournal({ sequence: 1 }, ({ event }) => {
      events.push(event);
      if (event.name === "resumed") heard.push({ resumed: event.body.migration.vmId });
      for (const look of changed) look();
    });
    bus.subscribe(subjects.traffic(B), undefined, (_, bytes) => {
      const batch = codecs.TrafficBatch.decode(bytes);
      if (batch.ok) heard.push({ seen: batch.value.samples.map((sample) => sample.vmId) });
    });
    unwrap(await untilProfiled(bus, scenario, A));
    profiledBefore = await profilesAt(A);
  }, STEP);
  after(async () => {
    await journal?.close();
    await bus?.close();
    if (lab !== undefined) unwrap(await lab.stop());
  }, STEP);

  /** The first event that fits, also when it has come already. */
  function eventOf<T extends JournalEvent>(fits: (event: JournalEvent) => event is T): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = events.find(fits);
        if (found === undefined) return;
        changed.delete(look);
        resolve(found);
      };
      changed.add(look);
      look();
    });
  }

  type End = Extract<EvacuationEvent, { name: "completed" | "failed" | "cancelled" | "rejected" }>;
  function endOf(evacuationId: string): Promise<End> {
    return eventOf(
      (event): event is End =>
        event.entity === "evacuation" &&
        event.id === evacuationId &&
        event.name !== "planned" &&
        event.name !== "replanned",
    );
  }

  function started(evacuationId: string) {
    return eventOf(
      (event): event is JournalEvent =>
        event.entity === "migration" && event.name === "started" && event.body.migration.evacuationId === evacuationId,
    );
  }

  async function profilesAt(hostId: string): Promise<readonly VmProfile[]> {
    const subject = subjects.getProfiles(hostId);
    return unwrap(await bus.request(subject, codecs.GetProfiles, { hostId }, codecs.HostProfiles, 10_000)).vms;
  }

  /** Each request is a message of its own for the server: that two are the same is for the planner to see. */
  let requests = 0;
  async function ask(evacuationId: string, hostId: string, policy: Policy = "traffic-sensitive"): Promise<void> {
    const value: EvacuationRequest = {
      evacuationId,
      hostId,
      destinationHostIds: [],
      policy,
      requestTimeUnixMilliseconds: Date.now(),
    };
    requests += 1;
    const id = `request-${requests}`;
    unwrap(await bus.store({ subject: subjects.request(evacuationId), codec: codecs.EvacuationRequest, value, id }));
  }

  function vmsRunningAt(hostId: string): readonly string[] {
    const directory = vmsDirectory(lab.state.directory, hostId);
    const socketOf = (vmId: string) => join(directory, vmId, "qmp.sock");
    const running = findVmProcesses(scenario.vms.map((vm) => socketOf(vm.id)));
    return scenario.vms.map((vm) => vm.id).filter((vmId) => running.has(socketOf(vmId)));
  }

  /** As the agents report it, at the latest a few seconds after it is so. */
  async function untilReported(hostId: string, vmIds: readonly string[]): Promise<void> {
    for (;;) {
      const reports = unwrap(await bus.readHosts()).map((bytes) => unwrap(codecs.HostReport.decode(bytes)));
      const reported = reports.find((report) => report.hostId === hostId)?.vms.map((vm) => vm.vmId) ?? [];
      if (JSON.stringify([...reported].sort()) === JSON.stringify([...vmIds].sort())) return;
      await delay(200);
    }
  }

  /** A guest whose memory came over broken says so on its console, sooner or later; its traffic stops at once. */
  async function untilAllServe(hostId: string): Promise<void> {
    const begin = Date.now();
    for (const vm of scenario.vms) {
      const direction = vm.traffic.direction === "inbound" ? "inbound" : "outbound";
      const half = (vm.traffic.mbit * 1e6) / 8 / 2;
      const console = join(vmsDirectory(lab.state.directory, hostId), vm.id, "serial.log");
      // As many seconds of traffic as it takes to see one that is not disturbed by anything on this machine.
      for (;;) {
        assert.doesNotMatch(readFileSync(console, "utf8"), /panic|BUG:|is not a head/, vm.id);
        const recent = (lab.meter?.bins(vm.id, direction) ?? []).filter((bin) => bin.unixMilliseconds >= begin);
        const lastSecond = recent.slice(-10);
        const bytes = lastSecond.reduce((sum, bin) => sum + bin.bytes, 0);
        if (lastSecond.length === 10 && bytes >= half) break;
        await delay(100);
      }
    }
  }

  type MigrationEvent = Extract<JournalEvent, { entity: "migration" }>;
  function eventsOf(evacuationId: string, vmId: string): readonly MigrationEvent[] {
    return events.filter((event): event is MigrationEvent => {
      if (event.entity !== "migration") return false;
      const { migration } = event.body;
      return migration.evacuationId === evacuationId && migration.vmId === vmId;
    });
  }
  const eventNamesOf = (evacuationId: string, vmId: string) => eventsOf(evacuationId, vmId).map(({ name }) => name);

  const all = () => scenario.vms.map((vm) => vm.id);

  it("of a host that nobody knows is rejected", STEP, async () => {
    await ask("unknown", "host-z");
    const end = await endOf("unknown");
    assert.equal(end.name === "rejected" && end.body.code, "UNKNOWN_HOST");
  });

  it("empties the host: every VM runs at the destination and none at the source", STEP, async () => {
    await ask("away", A);
    await started("away");
    // While it runs: the same request again, which is nothing new, and another for the same host, which is refused.
    await ask("away", A);
    await ask("second", A);
    const second = await endOf("second");
    assert.equal(second.name === "rejected" && second.body.code, "ALREADY_EVACUATING");

    const end = await endOf("away");
    assert.equal(end.name, "completed", JSON.stringify(end.body));
    assert.deepEqual(vmsRunningAt(B), all());
    assert.deepEqual(vmsRunningAt(A), []);
    await untilReported(A, []);
    await untilReported(B, all());
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
    for (const { vmId, observedSeconds, direction } of await profilesAt(B)) {
      const before = profiledBefore.find((profile) => profile.vmId === vmId);
      assert.equal(direction, before?.direction, vmId);
      assert.ok(observedSeconds > (before?.observedSeconds ?? Number.NaN), `${vmId}: ${observedSeconds}`);
    }
  });

  it("of a request repeated with the same id was planned once", () => {
    const planned = events.filter((event) => event.entity === "evacuation" && event.name === "planned");
    assert.deepEqual(
      planned.map((event) => event.id),
      ["away"],
    );
  });

  it("tells each VM's course in order", () => {
    for (const vmId of all()) {
      const names = eventNamesOf("away", vmId);
      const steps = names.filter((name) => name !== "settled" && name !== "incoming-ready");
      assert.deepEqual(steps, ["decided", "started", "switched", "resumed", "completed"], vmId);
      assert.ok(names.indexOf("incoming-ready") < names.indexOf("started"), vmId);
      const settled = names.indexOf("settled");
      if (settled >= 0) assert.ok(settled > names.indexOf("resumed") && settled < names.indexOf("completed"), vmId);
    }
  });

  it("post-copies what sends and pre-copies what receives", () => {
    const techniques = events.flatMap((event) =>
      event.entity === "migration" && event.name === "decided"
        ? [`${event.body.migration.vmId} ${event.body.technique}`]
        : [],
    );
    assert.deepEqual(techniques.sort(), ["vm-0 POST_COPY", "vm-1 POST_COPY", "vm-2 PRE_COPY", "vm-3 PRE_COPY"]);
  });

  it("leaves the guests serving their traffic", STEP, () => untilAllServe(B));

  it("of an empty host is complete at once", STEP, async () => {
    await ask("empty", A);
    const end = await endOf("empty");
    assert.equal(end.name, "completed");
    assert.equal(eventNamesOf("empty", "vm-0").length, 0);
  });

  it("goes on over a restart of NATS in the middle of it", STEP, async () => {
    unwrap(await untilProfiled(bus, scenario, B));
    await ask("back", B);
    await started("back");
    unwrap(await lab.restartNats());
    const end = await endOf("back");
    assert.equal(end.name, "completed", JSON.stringify(end.body));
    assert.deepEqual(vmsRunningAt(A), all());
    assert.deepEqual(vmsRunningAt(B), []);
    await untilAllServe(A);
  });

  it(
    "goes on though every server and every service is killed in the middle of it, one after the other",
    STEP,
    async (t) => {
      unwrap(await untilProfiled(bus, scenario, A));
      await ask("crashes", A);
      await started("crashes");
      const services = ["planner", "profiler", "agent-host-a", "agent-host-b", "executor-host-a", "executor-host-b"];
      for (const name of ["nats", "redis", ...services]) unwrap(await lab.crash(name));
      const end = await endOf("crashes");
      assert.equal(end.name, "completed", JSON.stringify(end.body));
      assert.deepEqual(vmsRunningAt(B), all());
      assert.deepEqual(vmsRunningAt(A), []);
      await untilReported(B, all());
      await untilAllServe(B);
      for (const vmId of all()) {
        const said = eventsOf("crashes", vmId);
        // A migration that came to nothing may be tried again, as another migration.
        for (const event of said) if (event.name === "failed") t.diagnostic(`${event.id}: ${event.body.reason}`);
        const words = said.map(({ id, name }) => `${id} ${name}`);
        assert.equal(new Set(words).size, words.length, words.join(", "));
      }
    },
  );

  it("that is cancelled leaves what is pre-copied where it is, and starts nothing more", STEP, async () => {
    unwrap(await untilProfiled(bus, scenario, B));
    await ask("given-up", B, "pre-copy");
    await started("given-up");
    const value = { evacuationId: "given-up", reason: "changed our mind" };
    const subject = subjects.cancel("given-up");
    unwrap(await bus.store({ subject, codec: codecs.CancelEvacuation, value, id: "cancel-given-up" }));
    const end = await endOf("given-up");
    assert.equal(end.name, "cancelled", JSON.stringify(end.body));
    assert.deepEqual(vmsRunningAt(B), all());
    assert.deepEqual(vmsRunningAt(A), []);
    await untilAllServe(B);
  });

  it("tries a VM again whose destination's QEMU was killed, and tells why in its report", STEP, async () => {
    await ask("again", B, "direction");
    const first = await eventOf(
      (event): event is Extract<JournalEvent, { entity: "migration" }> =>
        event.entity === "migration" &&
        event.name === "started" &&
        event.body.migration.evacuationId === "again" &&
        event.body.technique === "PRE_COPY",
    );
    const { vmId, migrationId } = first.body.migration;
    const incoming = join(vmsDirectory(lab.state.directory, A), ".incoming", migrationId);
    const processes = findProcessesIn(incoming);
    assert.equal(processes.length, 1);
    for (const { pid } of processes) process.kill(pid, "SIGKILL");
    const end = await endOf("again");
    assert.ok(end.name === "completed", JSON.stringify(end.body));
    const outcome = end.body.report.vms.find((vm) => vm.vmId === vmId);
    assert.equal(outcome?.outcome, "COMPLETED");
    assert.ok((outcome?.failedAttempts ?? "").length > 0);
    assert.deepEqual(vmsRunningAt(A), all());
    await untilAllServe(A);
  });

  it("leaves nothing behind when its lab is ended", STEP, async () => {
    const { directory, token } = lab.state;
    await journal.close();
    await bus.close();
    unwrap(await lab.stop());
    assert.equal(existsSync(directory), false);
    assert.deepEqual(networkNamespacesOf(NAME), []);
    assert.deepEqual(processesOfToken(token), []);
    // Ended twice is ended.
    unwrap(await lab.stop());
  });
});
