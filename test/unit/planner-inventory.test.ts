import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { snapshotFromReports } from "../../services/planner/core/inventory.ts";
import { mixed4, profile, report } from "../planner-world.ts";

describe("inventory", () => {
  const vms = mixed4("a");
  const profiles = { hostId: "a", answerTimeUnixMilliseconds: 0, vms: vms.map((vm) => profile(vm)) };

  it("takes what was measured, and the larger average as the traffic", () => {
    const [known] = profiles.vms;
    assert.ok(known !== undefined);
    const rising = { ...known, outbound: { ...known.outbound, shortBytesPerSecond: 9e6, peakBytesPerSecond: 5e7 } };
    const made = report("a", vms);
    const measured = { dirtyBytesPerSecond: 3e5, workingSetBytes: 5e7 };
    const reported = { ...made, vms: made.vms.map((vm, index) => (index === 0 ? { ...vm, ...measured } : vm)) };
    const snapshot = snapshotFromReports([reported], [{ ...profiles, vms: [rising] }]);
    const [first, second] = snapshot.vms;
    assert.deepEqual(
      [first?.usedMemoryBytes, first?.dirtyBytesPerSecond, first?.workingSetBytes],
      [148 * 2 ** 20, 3e5, 5e7],
    );
    assert.deepEqual([first?.outboundBytesPerSecond, first?.outboundDeviationBytesPerSecond], [9e6, 0]);
    for (const input of ["dirtyBytesPerSecond", "workingSetBytes", "outboundDeviationBytesPerSecond"]) {
      assert.equal(input in (second ?? {}), false);
    }
  });

  it("leaves traffic out when nobody knows it: no profile, no direction, no interface", () => {
    const made = report("a", vms);
    const [first, second] = made.vms;
    assert.ok(first !== undefined && second !== undefined);
    const reported = { ...made, vms: [{ ...first, trafficKnown: false }, second] };
    const undirected = profiles.vms
      .slice(0, 2)
      .map((one, index) => (index === 1 ? { ...one, direction: "UNKNOWN" as const } : one));
    const snapshot = snapshotFromReports([reported], [{ ...profiles, vms: undirected }]);
    for (const one of snapshot.vms) assert.equal("outboundBytesPerSecond" in one, false);
    assert.equal("inboundBytesPerSecond" in (snapshotFromReports([made], []).vms[0] ?? {}), false);
  });

  it("takes a VM that two hosts report to be where the later report says", () => {
    const moved = { vmId: "a-vm-0", hostId: "b", outboundMbit: 1, inboundMbit: 1 };
    const snapshot = snapshotFromReports([report("b", [moved]), report("a", vms, 5)], []);
    assert.equal(snapshot.vms.find(({ vmId }) => vmId === "a-vm-0")?.hostId, "b");
    assert.equal(snapshot.vms.length, 4);
  });

  it("leaves out a host without a link, or without the one that its migrations use", () => {
    assert.deepEqual(snapshotFromReports([{ ...report("a", vms), links: [] }], []), { hosts: [], vms: [] });
    const lost = { ...report("a", vms), migrationLink: "eth1" };
    assert.deepEqual(snapshotFromReports([lost], []), { hosts: [], vms: [] });
  });

  it("knows a network of its own for migrations from one that they share with the VMs", () => {
    const made = report("a", vms);
    const links = [...made.links, { name: "eth1", egressBytesPerSecond: 1e9, ingressBytesPerSecond: 2e9 }];
    const hostOf = (migrationLink: object) => snapshotFromReports([{ ...made, links, ...migrationLink }], []).hosts[0];
    const { migrationEgressBytesPerSecond, migrationIngressBytesPerSecond } = hostOf({ migrationLink: "eth1" }) ?? {};
    assert.deepEqual([migrationEgressBytesPerSecond, migrationIngressBytesPerSecond], [1e9, 2e9]);
    for (const shared of [{}, { migrationLink: "eth0" }]) {
      assert.equal("migrationEgressBytesPerSecond" in (hostOf(shared) ?? {}), false);
    }
  });

  it("passes on which VMs must not meet, and which is moved after which", () => {
    const made = report("a", vms);
    const [first, ...others] = made.vms;
    assert.ok(first?.spec !== undefined);
    const grouped = { ...first, spec: { ...first.spec, antiAffinityGroup: "web", migrateAfter: "db" } };
    const snapshot = snapshotFromReports([{ ...made, vms: [grouped, ...others] }], []);
    assert.deepEqual(
      snapshot.vms.map((vm) => vm.antiAffinityGroup),
      ["web", undefined, undefined, undefined],
    );
    assert.deepEqual(
      snapshot.vms.map((vm) => vm.migrateAfter),
      ["db", undefined, undefined, undefined],
    );
  });
});
