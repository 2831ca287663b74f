import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Plan } from "../../services/kit/domain/plan.ts";
import type { ClusterSnapshot, HostSnapshot, VmSnapshot } from "../../services/kit/domain/snapshot.ts";
import { type Policy, policies } from "../../services/kit/domain/technique.ts";
import { check } from "../../services/planner/core/check.ts";
import { readCluster } from "../../services/planner/core/cluster.ts";
import { canHost, roomsOf } from "../../services/planner/core/feasibility.ts";
import { defaultModel } from "../../services/planner/core/model.ts";
import { defaultPlanOptions, type PlanOptions, type PlanRequest, plan } from "../../services/planner/core/plan.ts";

const MEGABIT = 125_000;
const host = (hostId: string, more: Partial<HostSnapshot> = {}): HostSnapshot => ({
  hostId,
  egressBytesPerSecond: 200 * MEGABIT,
  ingressBytesPerSecond: 200 * MEGABIT,
  freeMemoryBytes: 8e9,
  ...more,
});
const vm = (vmId: string, outbound: number, inbound: number, more: Partial<VmSnapshot> = {}): VmSnapshot => ({
  vmId,
  hostId: "a",
  memoryBytes: 209_715_200,
  usedMemoryBytes: 148e6,
  dirtyBytesPerSecond: 300_000,
  outboundBytesPerSecond: outbound * MEGABIT,
  inboundBytesPerSecond: inbound * MEGABIT,
  ...more,
});
const cluster = (vms: VmSnapshot[], hosts = [host("a"), host("b")]): ClusterSnapshot => ({ hosts, vms });
const mixed = cluster([vm("vm-0", 45, 0.2), vm("vm-1", 45, 0.2), vm("vm-2", 0.2, 45), vm("vm-3", 0.2, 45)]);

function planned(
  snapshot: ClusterSnapshot,
  policy: Policy = "traffic-sensitive",
  options?: Partial<PlanOptions>,
  more: Pick<PlanRequest, "prefer" | "maximumSlowdown"> = {},
): Plan {
  const request = { hostId: "a", destinationHostIds: [], policy, ...more };
  const result = plan(snapshot, request, { ...defaultPlanOptions, ...options });
  assert.ok(result.kind === "planned", JSON.stringify(result));
  assert.deepEqual(check(snapshot, request, result.plan, { ...defaultPlanOptions, ...options }), []);
  return result.plan;
}

const stepOf = (made: Plan, vmId: string) => made.steps.find((step) => step.vmId === vmId) ?? assert.fail(vmId);

describe("technique", () => {
  const cases: readonly {
    readonly title: string;
    readonly vms: VmSnapshot[];
    readonly hosts?: HostSnapshot[];
    readonly policy?: Policy;
    readonly technique: string;
    readonly reason: RegExp;
  }[] = [
    {
      title: "a VM that mostly sends is post-copied, with its numbers in the reason",
      vms: [vm("v", 45.1, 0.2)],
      technique: "POST_COPY",
      reason: /^sends 45\.1 Mbit\/s, receives 0\.2: post-copy frees a's egress/,
    },
    {
      title: "a VM that mostly receives is pre-copied",
      vms: [vm("v", 0.2, 45)],
      technique: "PRE_COPY",
      reason: /^receives 45\.0 Mbit\/s, sends 0\.2: pre-copy keeps b's ingress free/,
    },
    {
      title: "an idle VM is pre-copied",
      vms: [vm("v", 0.5, 0.1)],
      technique: "PRE_COPY",
      reason: /idle, so pre-copy, the technique that can be undone/,
    },
    {
      title: "a VM of unknown traffic is pre-copied and not called idle",
      vms: [{ vmId: "v", hostId: "a", memoryBytes: 2e8 }],
      technique: "PRE_COPY",
      reason: /its traffic is not known.*not counted as idle/,
    },
    {
      title: "a VM of which only one direction is known counts as unknown",
      vms: [{ vmId: "v", hostId: "a", memoryBytes: 2e8, outboundBytesPerSecond: 1e7 }],
      technique: "PRE_COPY",
      reason: /its traffic is not known/,
    },
    {
      title: "a sender that forbids post-copy is pre-copied",
      vms: [vm("v", 45, 0, { postCopy: "FORBIDDEN" })],
      technique: "PRE_COPY",
      reason: /post-copy is forbidden for v/,
    },
    {
      title: "a sender is pre-copied to a host that cannot post-copy",
      vms: [vm("v", 45, 0)],
      hosts: [host("a"), host("b", { postCopySupported: false })],
      technique: "PRE_COPY",
      reason: /b does not support post-copy/,
    },
    {
      title: "the policy post-copy, too, respects a VM that forbids it",
      vms: [vm("v", 45, 0, { postCopy: "FORBIDDEN" })],
      policy: "post-copy",
      technique: "PRE_COPY",
      reason: /pre-copy, because post-copy is forbidden for v/,
    },
    {
      title: "a receiver that dirties faster than can be copied is post-copied",
      vms: [vm("v", 0, 45, { dirtyBytesPerSecond: 30e6 })],
      technique: "POST_COPY",
      reason: /dirties 240\.0 Mbit\/s and at most .* pre-copy would not end/,
    },
  ];
  for (const { title, vms, hosts, policy, technique, reason } of cases) {
    it(title, () => {
      const step = stepOf(planned(cluster(vms, hosts), policy), "v");
      assert.equal(step.technique, technique);
      assert.match(step.reason, reason);
    });
  }

  it("is refused with the numbers where no technique would end, on every host", () => {
    const made = planned(
      cluster([vm("v", 0, 45, { dirtyBytesPerSecond: 30e6, postCopy: "FORBIDDEN" }), vm("w", 0, 45)]),
    );
    assert.deepEqual(
      made.steps.map(({ vmId }) => vmId),
      ["w"],
    );
    const [reason] = made.unplaced[0]?.reasons ?? [];
    assert.equal(reason?.code, "WOULD_NOT_CONVERGE");
    assert.match(
      reason?.message ?? "",
      /^v dirties 240\.0 Mbit\/s and at most 190\.9 can be copied.*post-copy is forbidden/,
    );
  });

  it("finds the split that no per-VM rule finds: of equal two-way VMs half go each way", () => {
    const made = planned(cluster([vm("v0", 40, 35), vm("v1", 40, 35)]));
    assert.deepEqual(made.steps.map((step) => step.technique).sort(), ["POST_COPY", "PRE_COPY"]);
    assert.match(stepOf(made, "v0").reason, /with (pre|post)-copy all would take .* longer/);
  });
});

describe("a dirty rate that nobody measured", () => {
  const GIGABIT = 1000 * MEGABIT;
  const hosts = ["a", "b"].map((hostId) =>
    host(hostId, { egressBytesPerSecond: GIGABIT, ingressBytesPerSecond: GIGABIT, freeMemoryBytes: 1e12 }),
  );
  const quiet = (vmId: string, bytes: number, more: Partial<VmSnapshot> = {}): VmSnapshot => ({
    ...{ vmId, hostId: "a", memoryBytes: bytes, usedMemoryBytes: bytes, outboundBytesPerSecond: 0 },
    ...{ inboundBytesPerSecond: 0, ...more },
  });

  it("does not make a big idle VM post-copied, and pre-copies it without a doubt", () => {
    const step = stepOf(planned(cluster([quiet("v", 64e9)], hosts)), "v");
    assert.equal(step.technique, "PRE_COPY");
    assert.match(step.reason, /idle, so pre-copy, the technique that can be undone; enters at once/);
  });

  it("is called assumed where a reason speaks of it, and decides nothing", () => {
    // Its own traffic leaves next to nothing, and post-copy is forbidden: were the rate measured, it would be refused.
    const full = { outboundBytesPerSecond: 998 * MEGABIT, postCopy: "FORBIDDEN" } as const;
    const slow = hosts.map((one) => ({ ...one, egressBytesPerSecond: GIGABIT, ingressBytesPerSecond: 10 * MEGABIT }));
    const step = stepOf(planned(cluster([quiet("v", 64e9, full)], slow)), "v");
    assert.equal(step.technique, "PRE_COPY");
    assert.match(
      step.reason,
      /by the dirty rate that is assumed for it, because nobody measured it, its copy may not end/,
    );
    const measured = planned(cluster([quiet("v", 64e9, { ...full, dirtyBytesPerSecond: 2e6 })], slow));
    assert.equal(measured.unplaced[0]?.reasons[0]?.code, "WOULD_NOT_CONVERGE");
  });

  it("keeps the forecast of big quiet VMs near the limit", () => {
    const five = ["v0", "v1", "v2", "v3", "v4"].map((vmId) => quiet(vmId, 19e9));
    const { totalMigrationSeconds, limitSeconds } = planned(cluster(five, hosts)).forecast;
    assert.equal(limitSeconds, 760);
    assert.ok(totalMigrationSeconds < limitSeconds * 1.2, `${totalMigrationSeconds}`);
  });

  it("still counts when it was measured", () => {
    const busy = quiet("v", 64e9, { dirtyBytesPerSecond: 1.2 * GIGABIT });
    assert.equal(stepOf(planned(cluster([busy], hosts)), "v").technique, "POST_COPY");
  });
});

describe("schedule", () => {
  const waitsOf = ({ steps }: Plan) =>
    steps.map(({ vmId, technique, after }) => [vmId, technique, ...after.map((one) => `${one.vmId} ${one.event}`)]);

  it("lets senders in together and receivers when they have settled", () => {
    const made = planned(mixed);
    assert.deepEqual(waitsOf(made), [
      ["vm-0", "POST_COPY"],
      ["vm-1", "POST_COPY"],
      ["vm-2", "PRE_COPY", "vm-0 SETTLED"],
      ["vm-3", "PRE_COPY", "vm-0 SETTLED"],
    ]);
    assert.equal(made.hotPhasePaceBytesPerSecond, 750_000);
    assert.match(stepOf(made, "vm-2").reason, /waits for vm-0 to settle/);
  });

  it("lets senders in one after another for applications' sake, where that takes a little longer", () => {
    const made = planned(mixed, "traffic-sensitive", {}, { prefer: "performance", maximumSlowdown: 1.03 });
    assert.deepEqual(waitsOf(made), [
      ["vm-0", "POST_COPY"],
      ["vm-1", "POST_COPY", "vm-0 SETTLED"],
      ["vm-2", "PRE_COPY", "vm-1 SETTLED"],
      ["vm-3", "PRE_COPY", "vm-1 SETTLED"],
    ]);
    const quick = planned(mixed).forecast;
    assert.ok(made.forecast.degradedBytes < quick.degradedBytes);
    assert.ok(made.forecast.totalMigrationSeconds > quick.totalMigrationSeconds);
  });

  it("moves no more than the bound at a time, and says for whom a step waits", () => {
    const made = planned(cluster(Array.from({ length: 9 }, (_, index) => vm(`vm-${index}`, 0, 10))));
    assert.deepEqual(made.steps[4]?.after, [{ vmId: made.steps[0]?.vmId, event: "COMPLETED" }]);
    assert.match(
      made.steps[4]?.reason ?? "",
      /waits for vm-\d to complete: both are sent from a, 200\.0 of 200\.0 Mbit\/s free/,
    );
  });

  it("moves all together, or one by one in id order, where the policy says so", () => {
    for (const policy of policies) {
      const { steps } = planned(mixed, policy);
      const waits = steps.map(({ after }) => after.map(({ vmId, event }) => `${vmId} ${event}`).join());
      if (policy.endsWith("-serial")) {
        assert.deepEqual(waits, ["", "vm-0 COMPLETED", "vm-1 COMPLETED", "vm-2 COMPLETED"], policy);
      } else if (policy !== "traffic-sensitive") assert.deepEqual(waits, ["", "", "", ""], policy);
    }
  });
});

describe("forecast", () => {
  /** What was measured in the lab, in seconds: design.md section 4. */
  const measured: readonly (readonly [Policy, number])[] = [
    ["traffic-sensitive", 25.3],
    ["direction", 25.2],
    ["direction-serial", 29.3],
    ["pre-copy-serial", 34.9],
    ["post-copy-serial", 32.5],
    ["post-copy", 39.5],
    ["pre-copy", 49.9],
  ];

  it("knows the quicker of two policies where the lab measured them a tenth apart on mixed-4", () => {
    const forecasts = new Map(
      measured.map(([policy]) => [policy, planned(mixed, policy).forecast.totalMigrationSeconds]),
    );
    const secondsOf = (policy: Policy) => forecasts.get(policy) ?? assert.fail();
    for (const [quicker, seconds] of measured) {
      for (const [slower, more] of measured) {
        if (more >= seconds * 1.1) assert.ok(secondsOf(quicker) < secondsOf(slower), `${quicker}, ${slower}`);
      }
    }
  });

  it("lies within a tenth of what was measured", () => {
    for (const [policy, seconds] of measured) {
      const { totalMigrationSeconds } = planned(mixed, policy).forecast;
      const error = Math.abs(totalMigrationSeconds - seconds) / seconds;
      assert.ok(error < 0.1, `${policy}: forecast ${totalMigrationSeconds}, measured ${seconds}`);
    }
  });

  it("gives the limit as used memory over the narrowest link", () => {
    const narrow = cluster([vm("v", 0, 0)], [host("a"), host("b", { ingressBytesPerSecond: 100 * MEGABIT })]);
    assert.equal(planned(narrow).forecast.limitSeconds, 148e6 / (100 * MEGABIT));
  });

  it("names every other policy's forecast beside the chosen one, and leaves them out above the stated size", () => {
    assert.deepEqual(
      planned(mixed).alternatives.map(({ policy }) => policy),
      policies.filter((policy) => policy !== "traffic-sensitive"),
    );
    assert.deepEqual(planned(mixed, "direction", { alternativesUpToVms: 3 }).alternatives, []);
  });

  it("stays finite for a pre-copy that does not converge", () => {
    const { forecast } = planned(cluster([vm("v", 0, 45, { dirtyBytesPerSecond: 1e9 })]), "pre-copy");
    assert.ok(Number.isFinite(forecast.totalMigrationSeconds));
  });
});

describe("feasibility", () => {
  const small = cluster([vm("v", 50, 60)], [host("a"), host("b", { freeMemoryBytes: 1e8, egressBytesPerSecond: 1e6 })]);
  const read = readCluster(small, defaultModel);
  const theVm = read.vms.get("v") ?? assert.fail();
  const room = (hostId: string, reservations: PlanOptions["reservations"] = []) =>
    roomsOf(read, [hostId], { evacuatingHostIds: new Set(), reservations })[0] ?? assert.fail();
  const none = { evacuatingHostIds: new Set<string>() };

  it("refuses a VM its own host", () => {
    assert.deepEqual(canHost(room("a"), theVm, none), { code: "IS_SOURCE" });
  });
  it("refuses a host that is being evacuated", () => {
    assert.deepEqual(canHost(room("b"), theVm, { evacuatingHostIds: new Set(["b"]) }), { code: "BEING_EVACUATED" });
  });
  it("refuses too little memory with both numbers, what is reserved taken off", () => {
    assert.deepEqual(canHost(room("b", [{ hostId: "b", memoryBytes: 4e7 }]), theVm, none), {
      code: "INSUFFICIENT_MEMORY",
      neededBytes: 209_715_200,
      freeBytes: 6e7,
    });
  });
  it("refuses a link that is narrower than what the VM alone sends", () => {
    const roomy = { ...room("b"), freeBytes: 1e9 };
    assert.deepEqual(canHost(roomy, theVm, none), {
      code: "INSUFFICIENT_BANDWIDTH",
      direction: "sends",
      neededBytesPerSecond: 50 * MEGABIT,
      linkBytesPerSecond: 1e6,
    });
  });

  it("spreads VMs over the destinations", () => {
    const made = planned(cluster(mixed.vms, [host("a"), host("b"), host("c")]));
    const counts = ["b", "c"].map((id) => made.steps.filter((step) => step.destinationHostId === id).length);
    assert.deepEqual(counts, [2, 2]);
  });

  it("packs where spreading would leave a VM behind", () => {
    const sized = (vmId: string, gigabytes: number) => vm(vmId, 0, 0, { memoryBytes: gigabytes * 1e9 });
    const hosts = [host("a"), host("b", { freeMemoryBytes: 6e9 }), host("c", { freeMemoryBytes: 4e9 })];
    const made = planned(cluster([sized("v0", 4), sized("v1", 3), sized("v2", 3)], hosts));
    assert.deepEqual(made.unplaced, []);
  });

  it("leaves a VM that fits nowhere unplaced, with every host's reason, and moves the others", () => {
    const huge = vm("huge", 0, 0, { memoryBytes: 9e9 });
    const made = planned(cluster([huge, vm("v", 0, 0)], [host("a"), host("b"), host("c")]));
    assert.deepEqual(
      made.steps.map(({ vmId }) => vmId),
      ["v"],
    );
    assert.deepEqual(
      made.unplaced.map(({ vmId, reasons }) => [vmId, reasons.map(({ hostId, code }) => `${hostId} ${code}`)]),
      [["huge", ["b INSUFFICIENT_MEMORY", "c INSUFFICIENT_MEMORY"]]],
    );
    assert.match(made.unplaced[0]?.reasons[0]?.message ?? "", /huge needs 8583\.1 MiB, b has 7\d+\.\d MiB free/);
  });

  it("refuses a migrating VM by name and moves the others", () => {
    const refusal = { hostId: "a", code: "ALREADY_MIGRATING", message: "vm-0 is being moved by evacuation e" } as const;
    const made = planned(mixed, "traffic-sensitive", { immovable: new Map([["vm-0", refusal]]) });
    assert.deepEqual(made.unplaced, [{ vmId: "vm-0", reasons: [refusal] }]);
    assert.equal(made.steps.length, 3);
  });
});

describe("refusals", () => {
  const cases = [
    { title: "an unknown host", request: { hostId: "x", destinationHostIds: [] }, code: "UNKNOWN_HOST" },
    {
      title: "an unknown destination",
      request: { hostId: "a", destinationHostIds: ["x"] },
      code: "UNKNOWN_DESTINATION",
    },
    { title: "no other host", request: { hostId: "a", destinationHostIds: [] }, code: "NO_DESTINATION", alone: true },
  ];
  for (const { title, request, code, alone } of cases) {
    it(`${title} is refused`, () => {
      const snapshot = alone === true ? cluster([vm("v", 0, 0)], [host("a")]) : mixed;
      const result = plan(snapshot, { ...request, policy: "traffic-sensitive" });
      assert.equal(result.kind === "refused" ? result.code : result.kind, code);
    });
  }

  it("an empty host has a plan without steps, also when it is alone", () => {
    const made = planned(cluster([], [host("a")]));
    assert.deepEqual([made.steps, made.unplaced, made.forecast.totalMigrationSeconds], [[], [], 0]);
  });
});

describe("check", () => {
  const request = { hostId: "a", destinationHostIds: [], policy: "traffic-sensitive" } as const;
  const good = planned(mixed);
  const [first, second] = good.steps;
  assert.ok(first !== undefined && second !== undefined);
  const altered = (change: Partial<typeof first>) => ({
    ...good,
    steps: [{ ...first, ...change }, ...good.steps.slice(1)],
  });
  const cases: readonly { readonly title: string; readonly plan: Plan; readonly code: string }[] = [
    { title: "another policy than was asked for", plan: { ...good, policy: "direction" }, code: "OTHER_POLICY" },
    { title: "a VM that was left out", plan: { ...good, steps: good.steps.slice(0, 3) }, code: "LEFT_OUT" },
    { title: "a VM that is planned twice", plan: { ...good, steps: [...good.steps, first] }, code: "PLANNED_TWICE" },
    { title: "a VM that is not there", plan: altered({ vmId: "ghost" }), code: "UNKNOWN_VM" },
    {
      title: "a destination that is the source",
      plan: altered({ destinationHostId: "a" }),
      code: "DESTINATION_NOT_ALLOWED",
    },
    {
      title: "a destination that is not there",
      plan: altered({ destinationHostId: "z" }),
      code: "DESTINATION_NOT_ALLOWED",
    },
    { title: "a source that is another host", plan: altered({ sourceHostId: "b" }), code: "NOT_ON_HOST" },
    {
      title: "a step that waits for nobody there",
      plan: altered({ after: [{ vmId: "ghost", event: "COMPLETED" }] }),
      code: "UNKNOWN_DEPENDENCY",
    },
    {
      title: "steps that wait for one another",
      plan: altered({ after: [{ vmId: "vm-2", event: "COMPLETED" }] }),
      code: "CYCLE",
    },
  ];
  it("finds a step that does not wait for whom its VM is to be moved after", () => {
    const later = {
      ...mixed,
      vms: mixed.vms.map((one) => (one.vmId === second.vmId ? { ...one, migrateAfter: first.vmId } : one)),
    };
    const codes = (event: "SETTLED" | "COMPLETED") => {
      const after = [{ vmId: first.vmId, event }];
      const steps = good.steps.map((step) => (step === second ? { ...step, after } : step));
      return check(later, request, { ...good, steps }).map((violation) => violation.code);
    };
    assert.deepEqual([codes("SETTLED"), codes("COMPLETED")], [["OUT_OF_ORDER"], []]);
  });

  for (const { title, plan: bad, code } of cases) {
    it(`finds ${title}`, () => {
      assert.ok(check(mixed, request, bad).some((violation) => violation.code === code));
    });
  }
  it("finds too much memory, post-copy where it is forbidden, and what must not move", () => {
    const tight: ClusterSnapshot = {
      hosts: [host("a"), host("b", { freeMemoryBytes: 3e8, postCopySupported: false })],
      vms: mixed.vms,
    };
    const codes = check(tight, request, good, { ...defaultPlanOptions, immovable: new Map([["vm-3", true]]) }).map(
      (violation) => violation.code,
    );
    assert.deepEqual([...new Set(codes)].sort(), ["IMMOVABLE", "MEMORY_EXCEEDED", "POST_COPY_FORBIDDEN"]);
  });
  it("finds a technique that the policy does not leave for a VM", () => {
    const unlike = (policy: Policy, snapshot = mixed) => {
      const made = planned(snapshot, policy);
      const steps = made.steps.map((step) => ({
        ...step,
        technique: step.technique === "PRE_COPY" ? ("POST_COPY" as const) : ("PRE_COPY" as const),
      }));
      return check(snapshot, { ...request, policy }, { ...made, steps }).map(({ code }) => code);
    };
    for (const policy of policies) {
      const expected = policy === "traffic-sensitive" ? [] : mixed.vms.map(() => "TECHNIQUE_NOT_OF_POLICY");
      assert.deepEqual(unlike(policy), expected, policy);
    }
    const unknown = cluster([{ vmId: "v", hostId: "a", memoryBytes: 2e8 }]);
    assert.deepEqual(unlike("direction", unknown), ["TECHNIQUE_NOT_OF_POLICY"]);
  });
  it("finds a serial plan that is not one", () => {
    const made = planned(mixed, "pre-copy-serial");
    const bad = { ...made, steps: made.steps.map((step) => ({ ...step, after: [] })) };
    const codes = check(mixed, { ...request, policy: "pre-copy-serial" }, bad).map((violation) => violation.code);
    assert.deepEqual(codes, ["NOT_SERIAL", "NOT_SERIAL", "NOT_SERIAL"]);
  });
});
