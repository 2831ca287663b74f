/** What a plan is for: time, gentleness, a deadline; and what it takes into account besides the host itself. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type Plan, plan as planSchema } from "../../services/kit/domain/plan.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../services/kit/domain/snapshot.ts";
import { policies } from "../../services/kit/domain/technique.ts";
import { check } from "../../services/planner/core/check.ts";
import {
  defaultPlanOptions,
  type PlanOptions,
  type PlanRequest,
  plan,
  planHosts,
} from "../../services/planner/core/plan.ts";

const MEGABIT = 125_000;
const host = (hostId: string, more: Partial<HostSnapshot> = {}): HostSnapshot => ({
  ...{ hostId, egressBytesPerSecond: 200 * MEGABIT, ingressBytesPerSecond: 200 * MEGABIT, freeMemoryBytes: 8e9 },
  ...more,
});
const vm = (vmId: string, outbound: number, inbound: number, more: Partial<VmSnapshot> = {}): VmSnapshot => ({
  ...{ vmId, hostId: "a", memoryBytes: 209_715_200, usedMemoryBytes: 148e6, dirtyBytesPerSecond: 50_000 },
  ...{ outboundBytesPerSecond: outbound * MEGABIT, inboundBytesPerSecond: inbound * MEGABIT },
  ...more,
});
const mixed = [vm("vm-0", 45, 0.2), vm("vm-1", 45, 0.2), vm("vm-2", 0.2, 45), vm("vm-3", 0.2, 45)];
const cluster = (vms: VmSnapshot[], hosts = [host("a"), host("b")]): ClusterSnapshot => ({ hosts, vms });

function planned(snapshot: ClusterSnapshot, more: Partial<PlanRequest> = {}, options: Partial<PlanOptions> = {}): Plan {
  const request = { hostId: "a", destinationHostIds: [], policy: "traffic-sensitive", ...more } as const;
  const result = plan(snapshot, request, { ...defaultPlanOptions, ...options });
  assert.ok(result.kind === "planned", JSON.stringify(result));
  assert.deepEqual(check(snapshot, request, result.plan, { ...defaultPlanOptions, ...options }), []);
  return result.plan;
}

describe("what a plan is for", () => {
  it("performance disturbs less than time does, within the slowdown that was allowed", () => {
    const quick = planned(cluster(mixed)).forecast;
    const gentle = planned(cluster(mixed), { prefer: "performance", maximumSlowdown: 1.5 }).forecast;
    assert.ok(gentle.degradedBytes < quick.degradedBytes / 2, `${gentle.degradedBytes} of ${quick.degradedBytes}`);
    assert.ok(gentle.totalMigrationSeconds <= quick.totalMigrationSeconds * 1.5);
  });

  it("a deadline is used up for gentleness, and one that cannot be met is refused with the earliest possible time", () => {
    const quick = planned(cluster(mixed)).forecast;
    const late = planned(cluster(mixed), { deadlineSeconds: 40 }).forecast;
    assert.ok(late.totalMigrationSeconds <= 40 && late.degradedBytes < quick.degradedBytes / 2);
    const request = { hostId: "a", destinationHostIds: [], policy: "traffic-sensitive", deadlineSeconds: 20 } as const;
    const refused = plan(cluster(mixed), request);
    assert.ok(refused.kind === "refused" && refused.code === "BEYOND_DEADLINE");
    assert.match(refused.message, /is forecast to take 2\d\.\d s, the deadline is 20\.0 s; it can not be done earlier/);
  });
});

it("a reason says by how much a VM's traffic varies, where that is a good part of it", () => {
  const reasonWith = (outboundDeviationBytesPerSecond: number) =>
    planned(cluster([vm("v", 40, 1, { outboundDeviationBytesPerSecond })])).steps[0]?.reason ?? "";
  assert.match(reasonWith(20 * MEGABIT), /^sends 40\.0 ± 20\.0 Mbit\/s, receives 1\.0: /);
  assert.match(reasonWith(2 * MEGABIT), /^sends 40\.0 Mbit\/s, receives 1\.0: /);
});

describe("a plan from elsewhere", () => {
  it("is refused where its steps wait for one another, with the first of them", () => {
    const made = planned(cluster(mixed));
    const [first, second, ...rest] = made.steps;
    assert.ok(first !== undefined && second !== undefined);
    const circle = [
      { ...first, after: [{ vmId: second.vmId, event: "SETTLED" as const }] },
      { ...second, after: [{ vmId: first.vmId, event: "COMPLETED" as const }] },
    ];
    const parsed = planSchema.safeParse({ ...made, steps: [...circle, ...rest] });
    assert.ok(!parsed.success);
    const [issue] = parsed.error.issues;
    assert.deepEqual(issue?.path, ["steps", 0, "after"]);
    assert.match(issue?.message ?? "", new RegExp(`^these wait for one another, .*: ${first.vmId}, ${second.vmId}`));
    assert.ok(planSchema.safeParse(made).success);
  });
});

describe("what a plan takes into account", () => {
  it("a network of its own for migrations: traffic then costs no time, and technique follows what is dirtied", () => {
    const own = { migrationEgressBytesPerSecond: 200 * MEGABIT, migrationIngressBytesPerSecond: 200 * MEGABIT };
    const hosts = [host("a", own), host("b", own)];
    const made = planned(cluster(mixed, hosts));
    assert.deepEqual(new Set(made.steps.map(({ technique }) => technique)), new Set(["PRE_COPY"]));
    assert.ok(made.forecast.totalMigrationSeconds < made.forecast.limitSeconds * 1.07);
    const dirty = planned(cluster([vm("v", 0, 45, { dirtyBytesPerSecond: 24e6 })], hosts));
    assert.notEqual(dirty.steps[0]?.technique, "PRE_COPY");
  });

  it("who must not stand together, also beside who is on the way, with the one it would stand beside named", () => {
    const three = [host("a"), host("b"), host("c")];
    const red = { antiAffinityGroup: "red" };
    const pair = planned(cluster([vm("v0", 1, 1, red), vm("v1", 1, 1, red)], three));
    assert.equal(new Set(pair.steps.map(({ destinationHostId }) => destinationHostId)).size, 2);
    const reservations = [{ hostId: "b", memoryBytes: 1, vmId: "w", antiAffinityGroup: "red" }];
    const there = vm("x", 0, 0, { hostId: "c", ...red });
    const { unplaced } = planned(cluster([vm("v0", 1, 1, red), there], three), {}, { reservations });
    assert.deepEqual(
      unplaced[0]?.reasons.map(({ hostId, code }) => [hostId, code]),
      [
        ["b", "ANTI_AFFINITY"],
        ["c", "ANTI_AFFINITY"],
      ],
    );
    assert.match(unplaced[0]?.reasons[0]?.message ?? "", /^v0 and w, .* are both of the group red$/);
  });

  it("who is to be moved after another, by every policy, with the reason; a VM that stays or is elsewhere is not waited for", () => {
    const hosts = [host("a"), host("b"), host("c")];
    const vms = [
      vm("v0", 1, 1, { migrateAfter: "v3" }),
      vm("v1", 45, 1, { migrateAfter: "v0" }),
      vm("v2", 1, 45, { migrateAfter: "elsewhere" }),
      vm("v3", 40, 1, { migrateAfter: "gone" }),
      vm("elsewhere", 1, 1, { hostId: "c" }),
    ];
    for (const policy of policies) {
      const { steps } = planned(cluster(vms, hosts), { destinationHostIds: ["b"], policy });
      const waits = (vmId: string) => steps.find((step) => step.vmId === vmId)?.after ?? assert.fail(vmId);
      assert.ok(
        waits("v0").some(({ vmId, event }) => vmId === "v3" && event === "COMPLETED"),
        policy,
      );
      assert.ok(
        waits("v1").some(({ vmId, event }) => vmId === "v0" && event === "COMPLETED"),
        policy,
      );
      assert.match(steps.find(({ vmId }) => vmId === "v1")?.reason ?? "", /waits for v0 to complete, as its spec asks/);
      const others = new Set(steps.map(({ vmId }) => vmId));
      assert.ok(
        steps.every(({ after }) => after.every(({ vmId }) => others.has(vmId))),
        policy,
      );
    }
  });

  it("who is to be moved after one that is on its way: it waits for that one", () => {
    const first = vm("v0", 1, 1);
    const step = { vmId: "v0", sourceHostId: "a", destinationHostId: "b", after: [], reason: "-" };
    const ongoing = [
      { step: { ...step, technique: "PRE_COPY" as const }, phase: "copying" as const, leftBytes: 50e6, own: true },
    ];
    const vms = [first, vm("v1", 1, 1, { migrateAfter: "v0" })];
    const [handled, begun] = [new Set(["v0"]), new Set(["v0"])];
    for (const policy of policies) {
      const made = planned(cluster(vms), { policy }, { ongoing, handled, begun });
      assert.deepEqual(made.steps[0]?.after, [{ vmId: "v0", event: "COMPLETED" }], policy);
      // Of a destination that is silent nothing is known, and so nothing of what is on its way there.
      const silent = planned(cluster(vms), { policy }, { ongoing: [], handled, begun });
      assert.deepEqual(silent.steps[0]?.after, [{ vmId: "v0", event: "COMPLETED" }], policy);
      const steps = made.steps.map((step) => ({ ...step, after: [] }));
      const request = { hostId: "a", destinationHostIds: [], policy };
      const violations = check(cluster(vms), request, { ...made, steps }, { ...defaultPlanOptions, handled, begun });
      assert.deepEqual(
        violations.map(({ code }) => code),
        ["OUT_OF_ORDER"],
      );
    }
  });

  it("an order that can not be kept: refused with who waits for whom, on the hosts that are emptied only", () => {
    const hosts = [host("a"), host("b")];
    const after = (vmId: string, migrateAfter: string, more = {}) => vm(vmId, 1, 1, { migrateAfter, ...more });
    const round = cluster([after("v0", "v2"), after("v1", "v0"), after("v2", "v1"), vm("v3", 1, 1)], hosts);
    const request = { hostId: "a", destinationHostIds: [], policy: "traffic-sensitive" } as const;
    const refused = plan(round, request);
    assert.ok(refused.kind === "refused" && refused.code === "CYCLIC_ORDER");
    assert.match(refused.message, /v0 after v2 after v1 after v0/);
    const elsewhere = cluster([after("v0", "v1", { hostId: "b" }), after("v1", "v0"), vm("v3", 1, 1)], hosts);
    assert.equal(plan(elsewhere, request).kind, "planned");
  });

  it("traffic that is promised to a destination: the next VM goes where more room is left", () => {
    const three = [host("a"), host("b"), host("c")];
    const promised = { hostId: "b", memoryBytes: 1, vmId: "w", inboundBytesPerSecond: 150 * MEGABIT };
    const to = (reservations: PlanOptions["reservations"]) =>
      planned(cluster([vm("v", 1, 40)], three), {}, { reservations }).steps[0]?.destinationHostId;
    assert.equal(to([]), "b");
    assert.equal(to([promised]), "c");
  });

  it("what else is moving over the same links: the forecast is later by what it still has to send", () => {
    const alone = planned(cluster([vm("v", 0, 1)], [host("a"), host("b"), host("c")]), { destinationHostIds: ["b"] });
    const other = vm("w", 0, 0, { hostId: "c" });
    const step = {
      vmId: "w",
      technique: "PRE_COPY",
      sourceHostId: "c",
      destinationHostId: "b",
      after: [],
      reason: "-",
    };
    const ongoing = [{ step: { ...step, technique: "PRE_COPY" as const }, phase: "copying" as const, leftBytes: 50e6 }];
    const beside = planned(
      cluster([vm("v", 0, 1), other], [host("a"), host("b"), host("c")]),
      { destinationHostIds: ["b"] },
      { ongoing },
    );
    const later = beside.forecast.totalMigrationSeconds - alone.forecast.totalMigrationSeconds;
    assert.ok(Math.abs(later - (50e6 * 1.045) / (200 * MEGABIT)) < 0.2, `${later} s later`);
  });

  it("hosts that are emptied at once, which are given destinations of their own", () => {
    const hosts = ["a", "b", "c", "d", "e", "f"].map((hostId) => host(hostId));
    const vms = ["a", "b"].flatMap((hostId) => [0, 1, 2, 3].map((index) => vm(`${hostId}-${index}`, 5, 5, { hostId })));
    const request = { hostIds: ["a", "b"], destinationHostIds: [], policy: "traffic-sensitive" } as const;
    const result = planHosts(cluster(vms, hosts), request);
    assert.ok(result.kind === "planned");
    const to = (hostId: string) =>
      new Set(result.plan.steps.filter((s) => s.sourceHostId === hostId).map((s) => s.destinationHostId));
    assert.deepEqual(
      [...to("a")].filter((hostId) => to("b").has(hostId)),
      [],
    );
    assert.equal(to("a").size + to("b").size, 4);
  });

  it("a pass of pre-copy first, for a receiver that dirties a lot of a small part of its memory", () => {
    const used = { memoryBytes: 4e9, usedMemoryBytes: 2e9, workingSetBytes: 1e9, dirtyBytesPerSecond: 20e6 };
    const { steps } = planned(cluster([vm("v", 0, 60, used)]));
    assert.notEqual(steps[0]?.technique, "PRE_COPY");
  });

  it("what was measured and what was assumed, by the snapshot's names", () => {
    const { vmId, hostId, memoryBytes } = vm("v", 0, 0);
    const { steps } = planned(cluster([{ vmId, hostId, memoryBytes, usedMemoryBytes: 1e6, dirtyBytesPerSecond: 0 }]));
    assert.deepEqual(steps[0]?.forecast?.assumedInputs, [
      "workingSetBytes",
      "outboundBytesPerSecond",
      "inboundBytesPerSecond",
    ]);
  });
});
