import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { execPath as node } from "node:process";
import { beforeEach, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { mixed4, planner, report as reportFor, requestOf, World, type WorldVm } from "../planner-world.ts";
import { missingServers, startNats, type TestServer } from "../servers.ts";

const skip = missingServers("nats") ?? false;

/** A server of its own for each test: a planner sees every host and every evacuation of its bus. */
let server: TestServer;
let world: World;

async function planning(t: TestContext, settings: { [key: string]: unknown } = {}) {
  const made = await planner(server.url, settings);
  t.after(() => made.close());
  return made;
}

describe("planner on a real bus", { skip, timeout: 60_000 }, () => {
  beforeEach(async (t) => {
    server = await startNats();
    world = await World.open(server.url);
    const own = { server, world };
    (t as TestContext).after(async () => {
      await own.world.bus.close();
      await own.server.stop();
    });
  });

  it("empties a host: senders post-copied one after another, receivers after them, and reports forecast and fact", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    await planning(t);
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "completed");
    const { report } = ending.body;
    assert.deepEqual(
      report.vms.map(({ vmId, technique, outcome }) => [vmId, technique, outcome]),
      [
        ["host-a-vm-0", "POST_COPY", "COMPLETED"],
        ["host-a-vm-1", "POST_COPY", "COMPLETED"],
        ["host-a-vm-2", "PRE_COPY", "COMPLETED"],
        ["host-a-vm-3", "PRE_COPY", "COMPLETED"],
      ],
    );
    assert.equal(report.transferredBytes, 4_000_000);
    assert.ok(report.forecast !== undefined && report.forecast.totalMigrationSeconds > report.forecast.limitSeconds);
    assert.deepEqual(world.eventNames("evac-1").slice(0, 3), ["incoming-ready", "decided", "started"]);
    const started = world.events.all(({ name }) => name === "decided").map(({ id }) => id);
    assert.deepEqual(started.slice(0, 2), ["evac-1", "evac-2"]);
    const decided = world.events.all(({ id, name }) => id === "evac-1" && name === "decided");
    assert.equal(decided.length, 1);
    const body = decided[0]?.body as { reason: string };
    assert.match(body.reason, /sends 45\.0 Mbit\/s, receives 0\.2: post-copy frees host-a's egress/);
  });

  it("holds the others' bulk while a moved VM is hot, and lets it go when that has settled", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    const started: MigrationRef[] = [];
    world.onStart = async (migration, technique) => {
      started.push(migration);
      await world.say(migration, "started", { technique });
    };
    await planning(t);
    await world.request("evac", "host-a");
    const paces = (id: string) => world.commands.all((c) => c.name === "pace" && c.body.migration.migrationId === id);
    const first = await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    assert.ok(first);
    const one = (started[0] ?? assert.fail()) as MigrationRef;
    await world.say(one, "settled", { observed: true });
    await world.events.first(({ id, name }) => id === "evac-2" && name === "started");
    const held = await world.commands.first((c) => c.name === "pace" && c.body.migration.migrationId === "evac-1");
    assert.equal(held.name === "pace" ? held.body.paceBytesPerSecond : undefined, 750_000);
    const two = (started[1] ?? assert.fail()) as MigrationRef;
    await world.say(two, "settled", { observed: true });
    await world.commands.first(
      (c) => c.name === "pace" && c.body.migration.migrationId === "evac-1" && c.body.paceBytesPerSecond === undefined,
    );
    assert.equal(paces("evac-2").length, 0);
    await world.events.first(({ id, name }) => id === "evac-4" && name === "started");
    for (const migration of started) await world.complete(migration, "PRE_COPY");
    assert.equal((await world.ended("evac")).name, "completed");
    assert.equal(paces("evac-1").length, 2);
  });

  it("answers a repeated request with what it did the first time", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    await planning(t);
    await world.request("evac", "host-a");
    await world.ended("evac");
    await world.request("evac", "host-a", { messageId: "again" });
    await world.request("marker", "nowhere");
    await world.ended("marker");
    assert.equal(world.events.all(({ id, name }) => id === "evac" && name === "planned").length, 1);
    assert.equal(world.commands.all(({ name }) => name === "start-migration").length, 4);
    assert.equal(unwrap(await world.status("evac")).state, "COMPLETED");
  });

  it("refuses a second evacuation of a host while one runs, and one of a host that VMs are on their way to", async (t) => {
    await world.furnish(["host-a", "host-b", "host-c"], mixed4("host-a"));
    world.onStart = (migration, technique) => world.say(migration, "started", { technique });
    await planning(t);
    await world.request("first", "host-a", { destinationHostIds: ["host-b"] });
    await world.events.first(({ id, name }) => id === "first-1" && name === "started");
    await world.request("second", "host-a");
    await world.request("third", "host-b");
    const second = await world.ended("second");
    assert.equal(second.name === "rejected" ? second.body.code : second.name, "ALREADY_EVACUATING");
    const third = await world.ended("third");
    assert.equal(third.name === "rejected" ? third.body.code : third.name, "IS_DESTINATION");
    assert.equal(unwrap(await world.status("second")).state, "REJECTED");
  });

  const refusals: readonly {
    readonly title: string;
    readonly code: string;
    readonly message: RegExp;
    readonly vms?: readonly WorldVm[];
    readonly hosts?: readonly string[];
    readonly profileAgeSeconds?: number;
    readonly completeness?: number;
    readonly hostId?: string;
    readonly to?: readonly string[];
    readonly deadlineSeconds?: number;
  }[] = [
    {
      title: "a deadline that the forecast does not meet",
      code: "BEYOND_DEADLINE",
      message: /is forecast to take \d+\.\d s, the deadline is 5\.0 s/,
      deadlineSeconds: 5,
    },
    { title: "an unknown host", code: "UNKNOWN_HOST", message: /no host called nowhere/, hostId: "nowhere" },
    {
      title: "an unknown destination",
      code: "UNKNOWN_DESTINATION",
      message: /no host called nowhere/,
      to: ["nowhere"],
    },
    { title: "a host without any other", code: "NO_DESTINATION", message: /no host besides host-a/, hosts: ["host-a"] },
    {
      title: "a profile that is old",
      code: "STALE_PROFILES",
      message:
        /host-a-vm-0's profile is 42 s old, .*; at most 15 s .* are planned with: .*see to host-a's agent and the profiler, .*--allow-stale-profiles/,
      profileAgeSeconds: 42,
    },
    {
      title: "a profile that most samples are missing of",
      code: "STALE_PROFILES",
      message: /host-a-vm-0's profile rests on 5 % of the samples of the last minute, .*and at least 20 %/,
      completeness: 0.05,
    },
    {
      title: "VMs of which none was declared",
      code: "NOTHING_CAN_MOVE",
      message: /host-a-vm-0 was not declared/,
      vms: mixed4("host-a").map((vm) => ({ ...vm, declared: false })),
    },
  ];
  for (const { title, code, message, vms, hosts, hostId = "host-a", to = [], ...more } of refusals) {
    it(`rejects ${title} with the reason`, async (t) => {
      const { profileAgeSeconds, completeness, ...asked } = more;
      await world.furnish(hosts ?? ["host-a", "host-b"], vms ?? mixed4("host-a"), { profileAgeSeconds, completeness });
      await planning(t, { waitForProfilesSeconds: 0 });
      await world.request("evac", hostId, { destinationHostIds: [...to], ...asked });
      const ending = await world.ended("evac");
      assert.ok(ending.entity === "evacuation" && ending.name === "rejected");
      assert.equal(ending.body.code, code);
      assert.match(ending.body.message, message);
    });
  }

  it("plans with an old profile when it is allowed to, by the rates that were seen last, and says so of each VM", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"), { profileAgeSeconds: 42 });
    await planning(t);
    await world.request("evac", "host-a", { allowStaleProfiles: true });
    const ending = await world.ended("evac");
    assert.equal(ending.name, "completed");
    const decided = world.events.all(({ name }) => name === "decided");
    assert.equal(decided.length, 4);
    for (const { body } of decided) {
      const { reason } = body as { reason: string };
      assert.match(reason, /45\.0 Mbit\/s.*its profile is 42 s old, and is planned with all the same/);
    }
  });

  it("rejects a host that has been silent for long, and takes one whose clock is an hour wrong", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"), { reportAgeSeconds: 3_600 });
    const later = { aheadMilliseconds: 0 };
    const made = await planner(server.url, {}, () => Date.now() + later.aheadMilliseconds);
    t.after(() => made.close());
    await world.request("evac", "host-a");
    assert.equal((await world.ended("evac")).name, "completed");
    later.aheadMilliseconds = 60_000;
    await world.request("late", "host-a");
    const late = await world.ended("late");
    assert.ok(late.entity === "evacuation" && late.name === "rejected", late.name);
    assert.equal(late.body.code, "STALE_INVENTORY");
    assert.match(late.body.message, /last reported [67]\d s ago, more than 10/);
  });

  it("waits a moment for the report of a host that was last heard of long ago: after an outage agents are only late", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    const later = { aheadMilliseconds: 60_000 };
    const made = await planner(server.url, {}, () => Date.now() + later.aheadMilliseconds);
    t.after(() => made.close());
    await world.request("evac", "host-a");
    await delay(1_000);
    // As if they had reported now.
    later.aheadMilliseconds = 0;
    assert.equal((await world.ended("evac")).name, "completed");
  });

  it("completes a host without VMs at once, with no step", async (t) => {
    await world.furnish(["host-a", "host-b"], []);
    await planning(t);
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "completed");
    assert.deepEqual(ending.body.report.vms, []);
    assert.equal(ending.body.report.totalMigrationSeconds, undefined);
  });

  it("moves a VM after the one that its spec names, and refuses specs of which none could be the first", async (t) => {
    const ids = mixed4("host-a").map(({ vmId }) => vmId);
    const [first = "", second = "", , fourth = ""] = ids;
    const before = new Map([
      [first, fourth],
      [second, first],
    ]);
    const vms = mixed4("host-a").map((vm) => ({ ...vm, migrateAfter: before.get(vm.vmId) }));
    await world.furnish(["host-a", "host-b"], vms);
    await planning(t);
    await world.request("evac", "host-a");
    assert.equal((await world.ended("evac")).name, "completed");
    const said = world.events.all(() => true);
    const place = (name: string, vmId: string) =>
      said.findIndex(
        (event) => event.name === name && (event.body as { migration?: MigrationRef }).migration?.vmId === vmId,
      );
    for (const [vmId, other] of before) assert.ok(place("completed", other) < place("decided", vmId), vmId);

    await world.furnish(
      ["host-c", "host-d"],
      mixed4("host-c").map((vm, index, all) => ({ ...vm, migrateAfter: all[(index + 1) % 4]?.vmId })),
    );
    await world.request("round", "host-c", { destinationHostIds: ["host-d"] });
    const round = await world.ended("round");
    assert.ok(round.entity === "evacuation" && round.name === "rejected", round.name);
    assert.equal(round.body.code, "CYCLIC_ORDER");
    assert.match(
      round.body.message,
      /host-c-vm-0 after host-c-vm-1 after host-c-vm-2 after host-c-vm-3 after host-c-vm-0/,
    );
  });

  it("leaves a VM that no destination has the memory for on the host, moves the others, and names every host's lack", async (t) => {
    const vms = mixed4("host-a").map((vm, index) => (index === 2 ? { ...vm, memoryMib: 9_000 } : vm));
    await world.furnish(["host-a", "host-b", "host-c"], vms);
    await planning(t);
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "failed", ending.name);
    assert.match(
      ending.body.message,
      /^1 of 4 VMs were not moved off host-a: host-a-vm-2 \(host-a-vm-2 needs 9000\.0 MiB, host-b has 8192\.0 MiB free; .*host-c has 8192\.0 MiB free\)$/,
    );
    assert.deepEqual(
      ending.body.report.vms.map(({ vmId, outcome }) => [vmId, outcome]).sort(),
      [0, 1, 2, 3].map((number) => [`host-a-vm-${number}`, number === 2 ? "UNPLACED" : "COMPLETED"]),
    );
    assert.equal(world.commands.all(({ body }) => body.migration.vmId === "host-a-vm-2").length, 0);
  });

  it("rejects a host whose profiles nobody answers for; allowed, it plans with unknown traffic, and says so", async (t) => {
    const vms = mixed4("host-a");
    await world.furnish(["host-b"], []);
    unwrap(await world.bus.putHost("host-a", unwrap(codecs.HostReport.encode(reportFor("host-a", vms)))));
    await planning(t, { profileTimeoutMilliseconds: 50, waitForProfilesSeconds: 0 });
    await world.request("refused", "host-a");
    const refused = await world.ended("refused");
    assert.ok(refused.entity === "evacuation" && refused.name === "rejected", refused.name);
    assert.equal(refused.body.code, "STALE_PROFILES");
    assert.match(refused.body.message, /nobody answers for the profiles of host-a's 4 VMs: .*--allow-stale-profiles/);
    await world.request("evac", "host-a", { allowStaleProfiles: true });
    const planned = await world.events.first(({ id, name }) => id === "evac" && name === "planned");
    assert.ok(planned.entity === "evacuation" && planned.name === "planned");
    for (const step of planned.body.plan.steps) {
      assert.equal(step.technique, "PRE_COPY");
      assert.match(step.reason, /its traffic is not known/);
    }
  });

  it("goes on after its process was killed in the middle: each step is started once", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    const held = new Map<string, MigrationRef>();
    world.onStart = async (migration, technique) => {
      held.set(migration.migrationId, migration);
      await world.say(migration, "started", { technique });
    };
    const main = fileURLToPath(new URL("../../services/planner/main.js", import.meta.url));
    const process = spawn(node, [main, "--nats-url", server.url, "--log-level", "silent"], { stdio: "ignore" });
    t.after(() => process.kill("SIGKILL"));
    await world.request("evac", "host-a");
    await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    process.kill("SIGKILL");
    await once(process, "exit");
    // While no planner is there, what runs goes on and says so.
    await world.say(held.get("evac-1") ?? assert.fail(), "settled", { observed: true });
    await world.complete(held.get("evac-1") ?? assert.fail(), "POST_COPY");
    world.onStart = (migration, technique) => world.moveAtOnce(migration, technique);
    await planning(t);
    const ending = await world.ended("evac");
    assert.equal(ending.name, "completed");
    const starts = world.commands
      .all(({ name }) => name === "start-migration")
      .map((c) => c.body.migration.migrationId);
    assert.deepEqual(starts.toSorted(), ["evac-1", "evac-2", "evac-3", "evac-4"]);
  });

  it("needs no agreement between two planners: every decision and every order is there once", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    await Promise.all([planning(t), planning(t)]);
    await world.request("evac", "host-a");
    assert.equal((await world.ended("evac")).name, "completed");
    for (const number of [1, 2, 3, 4]) {
      const names = world.eventNames(`evac-${number}`);
      assert.equal(names.filter((name) => name === "decided").length, 1, names.join(" "));
    }
    const orders = world.commands.all().map((c) => `${c.name} ${c.body.migration.migrationId}`);
    assert.equal(new Set(orders).size, orders.length);
    assert.equal(orders.filter((order) => order.startsWith("start-migration")).length, 4);
  });

  it("cancels: starts nothing more, waits for what runs, and says what became of each VM", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    let running: MigrationRef | undefined;
    world.onStart = async (migration, technique) => {
      running = migration;
      await world.say(migration, "started", { technique });
    };
    await planning(t);
    await world.request("evac", "host-a");
    await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    await world.cancel("evac");
    await world.events.first(({ id, name }) => id === "evac-4" && name === "cancelled");
    // The planner reads the journal as the test does, perhaps a moment later.
    let { state } = unwrap(await world.status("evac"));
    while (state === "RUNNING") state = unwrap(await world.status("evac")).state;
    assert.equal(state, "CANCELLING");
    await world.complete(running ?? assert.fail(), "POST_COPY");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "cancelled");
    assert.deepEqual(
      ending.body.report.vms.map(({ outcome }) => outcome),
      ["COMPLETED", "CANCELLED", "CANCELLED", "CANCELLED"],
    );
    assert.match(ending.body.message, /3 of 4 VMs were not moved off host-a.*the test says so/);
    assert.equal(world.commands.all(({ name }) => name === "start-migration").length, 1);
  });

  it("does not carry out a request that was cancelled before it could be answered", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    await planning(t);
    await world.cancel("evac");
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "rejected", ending.name);
    assert.equal(ending.body.code, "CANCELLED");
    assert.match(ending.body.message, /the evacuation was cancelled: the test says so, before it was planned/);
    assert.deepEqual(world.commands.all(), []);
  });

  it("fails a step whose destination does not answer, moves the others, and names what is left", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    world.onPrepare = async (migration) => {
      if (migration.vmId !== "host-a-vm-1") await world.listen(migration);
    };
    await planning(t, { prepareTimeoutSeconds: 1 });
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "failed");
    assert.match(
      ending.body.message,
      /1 of 4 VMs were not moved off host-a: host-a-vm-1 \(host-b did not answer in 1 s/,
    );
    assert.deepEqual(
      ending.body.report.vms.map(({ outcome }) => outcome),
      ["COMPLETED", "FAILED", "COMPLETED", "COMPLETED"],
    );
  });

  it("does not count the time that NATS is away against a destination that cannot answer meanwhile", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a").slice(0, 1));
    let isAway = Promise.resolve();
    world.onPrepare = async (migration) => {
      await isAway;
      await world.listen(migration);
    };
    await planning(t, { prepareTimeoutSeconds: 4 });
    let isBack = () => {};
    isAway = new Promise((resolve) => {
      isBack = resolve;
    });
    await world.request("evac", "host-a");
    await world.commands.first(({ name }) => name === "prepare-incoming");
    await server.kill();
    await delay(6_000);
    await server.restart();
    isBack();
    assert.equal((await world.ended("evac")).name, "completed");
    assert.deepEqual(
      world.events.all(({ name }) => name === "failed"),
      [],
    );
  });

  it("plans anew what waits when its traffic has turned round for good, and says so", async (t) => {
    const [one, two, ...waiters] = mixed4("host-a");
    assert.ok(one !== undefined && two !== undefined);
    const waiting = waiters.map((vm) => ({ ...vm, migrateAfter: one.vmId }));
    await world.furnish(["host-a", "host-b"], [one, two, ...waiting]);
    let first: MigrationRef | undefined;
    world.onStart = async (migration, technique) => {
      if (migration.vmId !== one.vmId) return world.moveAtOnce(migration, technique);
      first = migration;
      await world.say(migration, "started", { technique });
    };
    await planning(t, { staleInventorySeconds: 60 });
    await world.request("evac", "host-a", { prefer: "time" });
    await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    for (const number of [2, 3]) world.turned.set(`host-a-vm-${number}`, { outboundMbit: 80, inboundMbit: 0.2 });
    const anew = await world.events.first(({ id, name }) => id === "evac" && name === "replanned");
    assert.ok(anew.entity === "evacuation" && anew.name === "replanned");
    assert.match(anew.body.reason, /host-a-vm-[23] sends 80\.0 Mbit\/s instead of 0\.2 Mbit\/s/);
    assert.equal(anew.body.revision, 1);
    const techniqueOf = new Map(anew.body.plan.steps.map(({ vmId, technique }) => [vmId, technique]));
    assert.equal(techniqueOf.get("host-a-vm-2"), "POST_COPY");
    assert.equal(techniqueOf.get("host-a-vm-3"), "POST_COPY");
    const begun = first ?? assert.fail();
    await world.say(begun, "settled", { observed: true });
    await world.complete(begun, "POST_COPY");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "completed");
    for (const vm of ending.body.report.vms.slice(1)) assert.equal(vm.technique, techniqueOf.get(vm.vmId), vm.vmId);
    assert.equal(world.events.all(({ name }) => name === "replanned").length, 1);
  });

  it("pre-copies a VM whose post-copy was refused, by another migration, and says why", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    world.onStart = async (migration, technique) => {
      if (migration.vmId !== "host-a-vm-0" || technique === "PRE_COPY") return world.moveAtOnce(migration, technique);
      const why = { reason: "only here: device by-hand", vmLocation: "RUNS_AT_SOURCE", postCopyRefused: true };
      await world.say(migration, "failed", why);
    };
    await planning(t);
    await world.request("evac", "host-a");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "completed");
    const moved = ending.body.report.vms.find(({ vmId }) => vmId === "host-a-vm-0");
    assert.deepEqual([moved?.outcome, moved?.technique], ["COMPLETED", "PRE_COPY"]);
    const again = await world.events.first(({ id, name }) => id === "evac-5" && name === "decided");
    assert.ok(again.entity === "migration" && again.name === "decided");
    assert.match(again.body.reason, /pre-copy, because post-copy was refused: only here: device by-hand/);
    // Others went on meanwhile, each once.
    assert.equal(world.events.all(({ name }) => name === "completed").length, 5);
  });

  it("orders a pre-copy that does not converge to become a post-copy, once, in the words of its progress", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a").slice(2, 3));
    let moving: MigrationRef | undefined;
    world.onStart = async (migration, technique) => {
      moving = migration;
      await world.say(migration, "started", { technique });
    };
    await planning(t, { staleInventorySeconds: 60 });
    await world.request("evac", "host-a");
    await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    const migration = moving ?? assert.fail();
    const tell = setInterval(() => {
      const counters = { percent: 50, transferredBytes: 300e6, remainingBytes: 90e6, pass: 4, postCopyRequests: 0 };
      world.bus.publish(subjects.progress(migration.migrationId), codecs.MigrationProgress, {
        ...{ migration, technique: "PRE_COPY", phase: "COPYING", ...counters },
        ...{ bytesPerSecond: 11e6, dirtyBytesPerSecond: 12e6, sampleTimeUnixMilliseconds: Date.now() },
      });
    }, 300);
    t.after(() => clearInterval(tell));
    const order = await world.commands.first(({ name }) => name === "escalate");
    assert.match(order.name === "escalate" ? order.body.reason : "", /dirties 96\.0 Mbit\/s .* so post-copy follows/);
    assert.ok(world.events.all(({ name }) => name === "replanned").length === 1);
    await world.say(migration, "switched");
    await world.say(migration, "settled", { observed: true });
    await world.complete(migration, "HYBRID");
    const ending = await world.ended("evac");
    assert.ok(ending.entity === "evacuation" && ending.name === "completed");
    assert.equal(ending.body.report.vms[0]?.technique, "HYBRID");
    assert.equal(world.commands.all(({ name }) => name === "escalate").length, 1);
  });

  it("answers a dry run with the plan, its alternatives and no effect", async (t) => {
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    await planning(t);
    const preview = unwrap(
      await world.bus.request(
        subjects.previewPlan("host-a"),
        codecs.EvacuationRequest,
        requestOf("dry", "host-a"),
        codecs.PlanPreview,
        5_000,
      ),
    );
    assert.equal(preview.plan?.steps.length, 4);
    assert.equal(preview.plan?.alternatives.length, 6);
    const unknown = await world.status("dry");
    assert.ok(!unknown.ok && unknown.failure.kind === "not_found");
    const list = unwrap(
      await world.bus.request(
        subjects.listEvacuations(),
        codecs.GetEvacuation,
        { evacuationId: "all" },
        codecs.EvacuationList,
        5_000,
      ),
    );
    assert.deepEqual(list.evacuations, []);
  });
});
