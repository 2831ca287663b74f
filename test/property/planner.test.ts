import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { Plan } from "../../services/kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../services/kit/domain/snapshot.ts";
import { clusterSnapshot } from "../../services/kit/domain/snapshot.ts";
import { policies } from "../../services/kit/domain/technique.ts";
import { check } from "../../services/planner/core/check.ts";
import { readCluster } from "../../services/planner/core/cluster.ts";
import { type Flow, shareLinks } from "../../services/planner/core/links.ts";
import { defaultModel } from "../../services/planner/core/model.ts";
import { defaultPlanOptions, plan, planHosts } from "../../services/planner/core/plan.ts";
import { simulate } from "../../services/planner/core/simulate.ts";
import { chooseSplit, type SplitVm } from "../../services/planner/core/split.ts";
import { runs } from "./runs.ts";

const MEGABIT = 125_000;
const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { nil: undefined });

const clusters: fc.Arbitrary<ClusterSnapshot> = fc
  .record({
    hosts: fc.array(
      fc.record({
        egress: fc.integer({ min: 50, max: 1000 }),
        ingress: fc.integer({ min: 50, max: 1000 }),
        free: fc.integer({ min: 0, max: 12 }),
        postCopy: maybe(fc.boolean()),
        own: maybe(fc.integer({ min: 50, max: 1000 })),
      }),
      { minLength: 1, maxLength: 5 },
    ),
    vms: fc.array(
      fc.record({
        host: fc.nat(4),
        memory: fc.integer({ min: 1, max: 4 }),
        used: maybe(fc.integer({ min: 0, max: 100 })),
        dirty: maybe(fc.integer({ min: 0, max: 100_000_000 })),
        workingSet: maybe(fc.integer({ min: 0, max: 2_000_000_000 })),
        outbound: maybe(fc.integer({ min: 0, max: 120 })),
        inbound: maybe(fc.integer({ min: 0, max: 120 })),
        postCopy: maybe(fc.constantFrom("ALLOWED" as const, "FORBIDDEN" as const)),
        group: maybe(fc.constantFrom("red", "blue")),
        after: maybe(fc.nat(13)),
      }),
      { maxLength: 14 },
    ),
  })
  .map(({ hosts, vms }) => {
    const given = <K extends string, T>(key: K, value: T | undefined) => (value === undefined ? {} : { [key]: value });
    return clusterSnapshot.parse({
      hosts: hosts.map((host, index) => ({
        hostId: `h${index}`,
        egressBytesPerSecond: host.egress * MEGABIT,
        ingressBytesPerSecond: host.ingress * MEGABIT,
        freeMemoryBytes: host.free * 1e9,
        ...given("postCopySupported", host.postCopy),
        ...given("migrationEgressBytesPerSecond", host.own === undefined ? undefined : host.own * MEGABIT),
        ...given("migrationIngressBytesPerSecond", host.own === undefined ? undefined : host.own * MEGABIT),
      })),
      vms: vms.map((vm, index) => ({
        vmId: `v${index}`,
        hostId: vm.host < 3 ? "h0" : `h${vm.host % hosts.length}`,
        memoryBytes: vm.memory * 1e9,
        ...given("usedMemoryBytes", vm.used === undefined ? undefined : (vm.memory * 1e9 * vm.used) / 100),
        ...given("dirtyBytesPerSecond", vm.dirty),
        ...given("workingSetBytes", vm.workingSet),
        ...given("outboundBytesPerSecond", vm.outbound === undefined ? undefined : vm.outbound * MEGABIT),
        ...given("inboundBytesPerSecond", vm.inbound === undefined ? undefined : vm.inbound * MEGABIT),
        ...given("postCopy", vm.postCopy),
        ...given("antiAffinityGroup", vm.group),
        ...given("migrateAfter", vm.after === undefined || vm.after >= index ? undefined : `v${vm.after}`),
      })),
    });
  });

describe("plan", () => {
  it("1 and 2: every VM is in it once, and check finds nothing, under every policy", (t) => {
    fc.assert(
      fc.property(clusters, fc.constantFrom(...policies), fc.boolean(), (snapshot, policy, alternatives) => {
        const request = { hostId: "h0", destinationHostIds: [], policy };
        const options = { ...defaultPlanOptions, alternativesUpToVms: alternatives ? 100 : 0 };
        const result = plan(snapshot, request, options);
        if (result.kind === "refused") {
          assert.equal(result.code, "NO_DESTINATION");
          assert.equal(snapshot.hosts.length, 1);
          return;
        }
        assert.deepEqual(check(snapshot, request, result.plan, options), []);
        const { forecast } = result.plan;
        for (const value of Object.values(forecast)) assert.ok(Number.isFinite(value) && value >= 0);
        assert.ok(forecast.totalMigrationSeconds >= forecast.limitSeconds * (1 - 1e-9));
      }),
      runs(t, 500),
    );
  });

  it("1 and 2: the same holds for several hosts that are emptied at once, and none of them is a destination", (t) => {
    fc.assert(
      fc.property(clusters, (snapshot) => {
        const hostIds = snapshot.hosts.slice(0, 2).map(({ hostId }) => hostId);
        const request = { hostIds, destinationHostIds: [], policy: "traffic-sensitive" } as const;
        const result = planHosts(snapshot, request);
        if (result.kind === "refused") return assert.equal(result.code, "NO_DESTINATION");
        assert.deepEqual(check(snapshot, request, result.plan, defaultPlanOptions), []);
      }),
      runs(t, 200),
    );
  });

  it("is never slower than a baseline whose techniques the VMs allow, whatever it prefers within its slowdown", (t) => {
    const measured = clusters.map((snapshot) => ({
      ...snapshot,
      // What is not known is pre-copied whatever it costs; and a baseline whose copies never end is none to be beaten.
      vms: snapshot.vms.slice(0, 5).map((vm) => ({
        ...{ outboundBytesPerSecond: 1e7, inboundBytesPerSecond: 1e7, ...vm },
        dirtyBytesPerSecond: Math.min(vm.dirtyBytesPerSecond ?? 0, 100_000),
      })),
    }));
    fc.assert(
      fc.property(measured, (snapshot) => {
        const request = { hostId: "h0", destinationHostIds: [], policy: "traffic-sensitive" } as const;
        const made = plan(snapshot, request);
        if (made.kind === "refused") return;
        const { forecast, alternatives, unplaced } = made.plan;
        if (unplaced.some(({ reasons }) => reasons.some(({ code }) => code === "WOULD_NOT_CONVERGE"))) return;
        for (const other of alternatives) {
          assert.ok(
            forecast.totalMigrationSeconds <= other.forecast.totalMigrationSeconds * (1 + 1e-9),
            `${forecast.totalMigrationSeconds}, ${other.policy} ${other.forecast.totalMigrationSeconds}`,
          );
        }
        const gentle = plan(snapshot, { ...request, prefer: "performance", maximumSlowdown: 1.5 });
        assert.ok(gentle.kind === "planned");
        assert.ok(gentle.plan.forecast.totalMigrationSeconds <= forecast.totalMigrationSeconds * 1.5 * (1 + 1e-9));
        // Each post-copy counts as a megabyte, as in the objective.
        const postCopies = ({ steps }: Plan) => steps.filter(({ technique }) => technique !== "PRE_COPY").length;
        const more = (postCopies(made.plan) - postCopies(gentle.plan)) * 1e6;
        assert.ok(gentle.plan.forecast.degradedBytes <= forecast.degradedBytes + more + 2);
      }),
      runs(t, 100),
    );
  });

  it("never concludes from a dirty rate that nobody measured that a pre-copy would not end", (t) => {
    fc.assert(
      fc.property(clusters, (snapshot) => {
        const result = plan(snapshot, { hostId: "h0", destinationHostIds: [], policy: "traffic-sensitive" });
        if (result.kind === "refused") return;
        const measured = new Set(
          snapshot.vms.filter((vm) => vm.dirtyBytesPerSecond !== undefined).map(({ vmId }) => vmId),
        );
        for (const { vmId, reason } of result.plan.steps) {
          if (!measured.has(vmId)) assert.doesNotMatch(reason, /pre-copy would not end/);
          else assert.doesNotMatch(reason, /assumed/);
        }
      }),
      runs(t, 300),
    );
  });

  it("gives the same plan whatever the order in which hosts and VMs are named", (t) => {
    fc.assert(
      fc.property(clusters, fc.constantFrom(...policies), (snapshot, policy) => {
        const request = { hostId: "h0", destinationHostIds: [], policy };
        const turned = { hosts: snapshot.hosts.toReversed(), vms: snapshot.vms.toReversed() };
        const [one, other] = [plan(snapshot, request), plan(turned, request)];
        if (one.kind === "refused" || other.kind === "refused") return assert.equal(one.kind, other.kind);
        assert.deepEqual(one.plan.steps, other.plan.steps);
        assert.deepEqual(one.plan.unplaced, other.plan.unplaced);
      }),
      runs(t, 200),
    );
  });
});

describe("technique", () => {
  it("2: VMs of unknown traffic are pre-copied where pre-copy ends and the policy does not forbid it, and idle ones unless all are done sooner", (t) => {
    fc.assert(
      fc.property(clusters, fc.constantFrom(...policies), (snapshot, policy) => {
        const result = plan(snapshot, { hostId: "h0", destinationHostIds: [], policy });
        if (result.kind === "refused" || policy.startsWith("post-copy")) return;
        for (const step of result.plan.steps) {
          const vm = snapshot.vms.find(({ vmId }) => vmId === step.vmId) ?? assert.fail();
          const { outboundBytesPerSecond: outbound, inboundBytesPerSecond: inbound } = vm;
          const unknown = outbound === undefined || inbound === undefined;
          if (!unknown && (outbound >= MEGABIT || inbound >= MEGABIT)) continue;
          const why = unknown ? /pre-copy would not end/ : /pre-copy would not end|with pre-copy all would take/;
          assert.ok(step.technique === "PRE_COPY" || why.test(step.reason), step.reason);
        }
      }),
      runs(t, 300),
    );
  });
});

describe("schedule", () => {
  it("2: no more steps than the bound move at once", (t) => {
    fc.assert(
      fc.property(clusters, fc.integer({ min: 1, max: 5 }), (snapshot, maximumMoving) => {
        const request = { hostId: "h0", destinationHostIds: [], policy: "traffic-sensitive" } as const;
        const result = plan(snapshot, request, { ...defaultPlanOptions, maximumMoving });
        if (result.kind === "refused") return;
        const { courses } = simulate(readCluster(snapshot, defaultModel), result.plan, defaultModel);
        for (const { startSeconds } of courses) {
          const moving = courses.filter((one) => one.startSeconds <= startSeconds && startSeconds < one.endSeconds);
          assert.ok(moving.length <= maximumMoving, `${moving.length} at ${startSeconds}`);
        }
      }),
      runs(t, 200),
    );
  });
});

describe("split", () => {
  const vms: fc.Arbitrary<SplitVm[]> = fc
    .array(
      fc.record({
        outbound: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.double({ min: 0, max: 150, noNaN: true })),
        inbound: fc.oneof(fc.integer({ min: 0, max: 150 }), fc.double({ min: 0, max: 150, noNaN: true })),
        fixed: fc.constantFrom(undefined, undefined, undefined, "PRE_COPY" as const, "POST_COPY" as const),
      }),
      { maxLength: 11 },
    )
    .map((list) =>
      list.map(({ outbound, inbound, fixed }, index) => ({
        vmId: `v${index}`,
        outbound: outbound * MEGABIT,
        inbound: inbound * MEGABIT,
        preCopyBytes: 2,
        postCopyBytes: 1,
        ...(fixed === undefined ? {} : { fixed }),
      })),
    );

  it("1: no other split leaves a larger smaller room", (t) => {
    const room = fc.integer({ min: -100, max: 1000 }).map((megabits) => megabits * MEGABIT);
    fc.assert(
      fc.property(vms, room, room, (list, egressRoom, ingressRoom) => {
        const split = chooseSplit(list, { egressRoom, ingressRoom });
        const roomOf = (postCopied: (vm: SplitVm, index: number) => boolean) => {
          let egress = egressRoom;
          let ingress = ingressRoom;
          for (const [index, vm] of list.entries()) {
            if (postCopied(vm, index)) ingress -= vm.inbound;
            else egress -= vm.outbound;
          }
          return Math.min(egress, ingress);
        };
        const isAllowed = (vm: SplitVm, moved: boolean) =>
          vm.fixed === undefined || (vm.fixed === "POST_COPY") === moved;
        let best = Number.NEGATIVE_INFINITY;
        for (let set = 0; set < 2 ** list.length; set += 1) {
          const moved = (_vm: SplitVm, index: number) => Math.floor(set / 2 ** index) % 2 === 1;
          if (list.every((vm, index) => isAllowed(vm, moved(vm, index)))) best = Math.max(best, roomOf(moved));
        }
        assert.ok(list.every((vm) => isAllowed(vm, split.postCopied.has(vm.vmId))));
        const found = roomOf((vm) => split.postCopied.has(vm.vmId));
        assert.ok(Math.abs(found - best) < 1e-3, `found ${found}, best ${best}`);
        assert.ok(Math.abs(Math.min(split.egressRoom, split.ingressRoom) - found) < 1e-3);
      }),
      runs(t, 150),
    );
  });

  it("1: is exact for any number of VMs with rates in whole Mbit/s", (t) => {
    const rates = fc.record({ outbound: fc.nat(400), inbound: fc.nat(400) });
    const megabits = fc.integer({ min: 0, max: 10_000 });
    fc.assert(
      fc.property(fc.array(rates, { minLength: 20, maxLength: 40 }), megabits, megabits, (list, egress, ingress) => {
        // Another way to the same: for each sum of outbound, the least inbound.
        let least = new Map<number, number>([[0, 0]]);
        for (const { outbound, inbound } of list) {
          const next = new Map<number, number>();
          const offer = (sum: number, value: number) => next.set(sum, Math.min(next.get(sum) ?? value, value));
          for (const [sum, value] of least) {
            offer(sum + outbound, value);
            offer(sum, value + inbound);
          }
          least = next;
        }
        let best = Number.NEGATIVE_INFINITY;
        for (const [sum, value] of least) best = Math.max(best, Math.min(egress - sum, ingress - value));
        const split = chooseSplit(
          list.map(({ outbound, inbound }, index) => ({
            vmId: `v${index}`,
            outbound: outbound * MEGABIT,
            inbound: inbound * MEGABIT,
            preCopyBytes: 2,
            postCopyBytes: 1,
          })),
          { egressRoom: egress * MEGABIT, ingressRoom: ingress * MEGABIT },
        );
        assert.equal(Math.min(split.egressRoom, split.ingressRoom), best * MEGABIT);
      }),
      runs(t, 30),
    );
  });
});

describe("links", () => {
  it("1: none is overfull, no flow has more than it wants, and who has less crosses a full link", (t) => {
    const flows = fc.array(
      fc.record({
        first: fc.nat(3),
        second: fc.option(fc.nat(3), { nil: undefined }),
        demand: fc.oneof(fc.constant(Number.POSITIVE_INFINITY), fc.integer({ min: 0, max: 300 })),
        weight: fc.constantFrom(0.3, 1, 4),
      }),
      { maxLength: 20 },
    );
    const capacities = fc.array(fc.integer({ min: 1, max: 400 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(capacities, flows, (sizes, given) => {
        // What wants everything crosses two links, as a migration does, and no flow crosses a link twice.
        const all: Flow[] = given.map((flow) => ({
          ...flow,
          second: flow.second === flow.first ? undefined : flow.second,
          rate: 0,
        }));
        shareLinks({ left: Float64Array.from(sizes), weight: new Float64Array(sizes.length) }, all);
        const carried = sizes.map((_size, link) =>
          all.filter(({ first, second }) => first === link || second === link).reduce((sum, { rate }) => sum + rate, 0),
        );
        for (const [link, size] of sizes.entries()) assert.ok((carried[link] ?? 0) <= size * (1 + 1e-9));
        for (const { rate, demand, first, second } of all) {
          assert.ok(rate <= demand + 1e-9);
          if (rate >= demand - 1e-9) continue;
          const full = (link: number) => (carried[link] ?? 0) >= (sizes[link] ?? 0) * (1 - 1e-6);
          assert.ok(full(first) || (second !== undefined && full(second)));
        }
      }),
      runs(t, 500),
    );
  });
});

describe("fluid model", () => {
  it("2: every step ends, after what it waits for, and moves at least its used memory", (t) => {
    fc.assert(
      fc.property(clusters, fc.constantFrom(...policies), (snapshot, policy) => {
        const result = plan(snapshot, { hostId: "h0", destinationHostIds: [], policy });
        if (result.kind === "refused") return;
        const cluster = readCluster(snapshot, defaultModel);
        const simulation = simulate(cluster, result.plan, defaultModel);
        const courses = new Map(simulation.courses.map((course) => [course.vmId, course]));
        assert.equal(courses.size, result.plan.steps.length);
        assert.ok(simulation.degradedBytes >= 0);
        for (const step of result.plan.steps) {
          const course = courses.get(step.vmId) ?? assert.fail();
          assert.ok(course.startSeconds <= course.settledSeconds && course.settledSeconds <= course.endSeconds);
          assert.ok(course.endSeconds > 0);
          const used = cluster.vms.get(step.vmId)?.usedBytes ?? 0;
          assert.ok(course.transferredBytes >= used * (1 - 1e-6) - 1, `${course.transferredBytes} of ${used}`);
          for (const { vmId, event } of step.after) {
            const before = courses.get(vmId) ?? assert.fail();
            const when = event === "SETTLED" ? before.settledSeconds : before.endSeconds;
            assert.ok(course.startSeconds >= when - 1e-9);
          }
        }
      }),
      runs(t, 300),
    );
  });
});
