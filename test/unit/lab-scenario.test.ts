import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseScenario, readScenario } from "../../services/lab/scenario.ts";

const vm = { id: "vm-0", memoryMiB: 200, filledMiB: 64, traffic: { direction: "outbound", mbit: 45 } };
const scenario = (change: object = {}) => ({ name: "s", linkMbit: 200, destinations: 1, vms: [vm], ...change });

function complaint(value: unknown): string {
  const parsed = parseScenario(typeof value === "string" ? value : JSON.stringify(value, null, 1), "s.json");
  assert.ok(!parsed.ok);
  assert.equal(parsed.failure.kind, "invalid");
  return parsed.failure.message;
}

describe("a scenario", () => {
  it("that is built in has two senders and two receivers of 45 Mbit/s", async () => {
    const read = await readScenario("mixed-4");
    assert.ok(read.ok);
    assert.equal(read.value.linkMbit, 200);
    assert.deepEqual(
      read.value.vms.map((each) => `${each.id} ${each.traffic.direction} ${each.traffic.mbit} ${each.memoryMiB}`),
      ["vm-0 outbound 45 200", "vm-1 outbound 45 200", "vm-2 inbound 45 200", "vm-3 inbound 45 200"],
    );
  });

  it("that is shipped can be read by its name", async () => {
    for (const name of ["mixed-4", "senders-3", "receivers-3", "uneven-5"]) {
      const read = await readScenario(name);
      assert.ok(read.ok, JSON.stringify(read));
      assert.equal(read.value.name, name);
      // No direction of the link is asked for more than it carries.
      for (const direction of ["outbound", "inbound"]) {
        const wanted = read.value.vms
          .filter(({ traffic }) => traffic.direction === direction || traffic.direction === "both")
          .reduce((sum, { traffic }) => sum + traffic.mbit, 0);
        assert.ok(wanted < read.value.linkMbit, `${name} ${direction} ${wanted}`);
      }
    }
  });

  it("has one destination and a quiet memory unless it says more", () => {
    const parsed = parseScenario(JSON.stringify({ name: "s", linkMbit: 200, vms: [vm] }), "s.json");
    assert.ok(parsed.ok);
    assert.equal(parsed.value.destinations, 1);
    assert.equal(parsed.value.vms[0]?.dirtyMiBPerSecond, 0);
  });

  const refused: [string, unknown, RegExp][] = [
    ["that is not JSON, at its place", '{"name":"s",\n  "linkMbit":}', /^s\.json:2:14: is not JSON: value expected/],
    ["that is empty", "", /^s\.json:1:1: /],
    ["with a wrong value, at its place", '{"name":"s",\n "linkMbit":"x", "vms":[]}', /s\.json:2:13: linkMbit: /],
    ["with a name it does not know", scenario({ speed: 1 }), /s\.json:\d+:\d+: speed: is not known/],
    ["without a field, at the object that lacks it", scenario({ vms: [{ ...vm, id: undefined }] }), /vms\[0\]\.id: /],
    ["without VMs", scenario({ vms: [] }), / vms: /],
    ["with one id twice", scenario({ vms: [vm, vm] }), / vms\[1\]\.id: vm-0 is used twice/],
    ["that fills more than fits", scenario({ vms: [{ ...vm, filledMiB: 150 }] }), / vms\[0\]\.filledMiB: must leave/],
    ["with traffic of no rate", scenario({ vms: [{ ...vm, traffic: { direction: "both", mbit: 0 } }] }), /\.mbit: /],
    ["that writes to no memory", scenario({ vms: [{ ...vm, filledMiB: 0, dirtyMiBPerSecond: 1 }] }), /dirtyMiB/],
  ];
  for (const [name, value, message] of refused) {
    it(`${name} is refused`, () => assert.match(complaint(value), message));
  }

  it("with several errors names them all", () => {
    assert.equal(
      complaint(scenario({ linkMbit: 0, speed: 1, vms: [{ ...vm, memoryMiB: 1.5 }] })).split("\n").length,
      3,
    );
  });

  it("that does not exist is not found", async () => {
    const read = await readScenario("no-such-scenario");
    assert.ok(!read.ok);
    assert.equal(read.failure.kind, "not_found");
  });
});
