import assert from "node:assert/strict";
import { describe, it } from "node:test";
import picocolors from "picocolors";
import { ganttLines } from "../../services/cli/view/gantt-view.ts";
import type { ClusterSnapshot } from "../../services/kit/domain/snapshot.ts";
import { plan } from "../../services/planner/core/plan.ts";

const host = (hostId: string) => ({
  ...{ hostId, egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6, freeMemoryBytes: 8e12 },
});
const vm = (vmId: string, outboundBytesPerSecond: number, inboundBytesPerSecond: number) => ({
  ...{ vmId, hostId: "a", memoryBytes: 2e8, usedMemoryBytes: 1e8, dirtyBytesPerSecond: 0, workingSetBytes: 3e7 },
  ...{ outboundBytesPerSecond, inboundBytesPerSecond },
});
const options = { width: 72, colors: picocolors.createColors(false), unicode: false };

function drawn(vms: ClusterSnapshot["vms"], more: Partial<typeof options> = {}): readonly string[] {
  const snapshot = { hosts: [host("a"), host("b")], vms };
  const made = plan(snapshot, { hostId: "a", destinationHostIds: [], policy: "traffic-sensitive" });
  assert.ok(made.kind === "planned");
  return ganttLines(made.plan, snapshot, { ...options, ...more });
}

describe("the drawing of a plan", () => {
  it("shows who moves when and how, and what each link carries, over one axis", () => {
    assert.deepEqual(drawn([vm("v0", 5e6, 0), vm("v1", 0, 5e6)]), [
      "v0 post-copy                  #####--------------------------------|",
      "v1 pre-copy                   =========================================|",
      "                              0               4.3 s                8.7 s",
      "                              # waits for its working set, - the rest, = pre-copy, | done",
      "",
      "a egress, 200.0 Mbit/s: VMs   1.........................................",
      "  migrations                  89999999999999999999999999999999999999997.",
      "b ingress, 200.0 Mbit/s: VMs  ........................................02",
      "  migrations                  89999999999999999999999999999999999999997.",
      "and 2 more links, less busy",
    ]);
  });

  it("stays within its width, in block characters too, and says what it leaves out", () => {
    const many = Array.from({ length: 60 }, (_, index) => vm(`v${index}`, 1e5, 1e5));
    for (const unicode of [true, false]) {
      const lines = drawn(many, { unicode, width: 100 });
      assert.ok(lines.includes("and 20 more VMs"));
      for (const line of lines) assert.ok(line.length <= 100 || line.includes("done"), line);
    }
  });

  it("of an empty plan says so", () => {
    assert.deepEqual(drawn([]), ["nothing to move"]);
  });
});
