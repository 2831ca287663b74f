/** The choice of technique against what a solver of mixed-integer programs proves. */
import assert from "node:assert/strict";
import { createRequire } from "node:module";
import { describe, it } from "node:test";
import fc from "fast-check";
import type Highs from "highs";
import { chooseSplit, type SplitVm } from "../../services/planner/core/split.ts";
import { runs } from "./runs.ts";

const MEGABIT = 125_000;
/** Its types are those of its CommonJS form. */
const { default: loadHighs } = createRequire(import.meta.url)("highs") as typeof Highs;
const highs = await loadHighs();

/** In Mbit/s. */
interface Instance {
  readonly vms: readonly { readonly outbound: number; readonly inbound: number; readonly fixed: SplitVm["fixed"] }[];
  readonly egressRoom: number;
  readonly ingressRoom: number;
}

/** Senders, receivers and VMs that do both, some with a technique that is not to be chosen; rooms about what they need. */
function instances(vms: number, rate: fc.Arbitrary<number>): fc.Arbitrary<Instance> {
  const traffic = fc.oneof(
    fc.record({ outbound: rate, inbound: fc.constant(0) }),
    fc.record({ outbound: fc.constant(0), inbound: rate }),
    fc.record({ outbound: rate, inbound: rate }),
  );
  const fixed = fc.constantFrom(undefined, undefined, undefined, undefined, "PRE_COPY" as const, "POST_COPY" as const);
  const share = fc.integer({ min: 30, max: 130 });
  return fc
    .record({
      list: fc.array(fc.record({ traffic, fixed }), { minLength: vms, maxLength: vms }),
      shares: fc.record({ egress: share, ingress: share }),
    })
    .map(({ list, shares }) => {
      const sum = (way: "outbound" | "inbound") => list.reduce((all, one) => all + one.traffic[way], 0);
      return {
        vms: list.map((one) => ({ ...one.traffic, fixed: one.fixed })),
        egressRoom: Math.floor((sum("outbound") * shares.egress) / 100),
        ingressRoom: Math.floor((sum("inbound") * shares.ingress) / 100),
      };
    });
}

/** What is left of the two rooms when these are post-copied, the smaller of the two. */
function roomOf({ vms, egressRoom, ingressRoom }: Instance, isPostCopied: (index: number) => boolean): number {
  let egress = egressRoom;
  let ingress = ingressRoom;
  for (const [index, { outbound, inbound }] of vms.entries()) {
    if (isPostCopied(index)) ingress -= inbound;
    else egress -= outbound;
  }
  return Math.min(egress, ingress);
}

/** maximise t, where t <= egressRoom - sum of outbound (1 - x), t <= ingressRoom - sum of inbound x, x is 0 or 1 */
function provenRoom(instance: Instance): number {
  const { vms, egressRoom, ingressRoom } = instance;
  const sent = vms.reduce((sum, { outbound }) => sum + outbound, 0);
  const sum = (sign: "+" | "-", rateOf: (vm: Instance["vms"][number]) => number) =>
    vms.map((vm, index) => (rateOf(vm) === 0 ? "" : `${sign} ${rateOf(vm)} x${index}`)).join(" ");
  const bounds = vms.flatMap(({ fixed }, index) =>
    fixed === undefined ? [] : [`x${index} = ${fixed === "POST_COPY" ? 1 : 0}`],
  );
  const program = [
    "Maximize",
    "obj: t",
    "Subject To",
    `egress: t ${sum("-", ({ outbound }) => outbound)} <= ${egressRoom - sent}`,
    `ingress: t ${sum("+", ({ inbound }) => inbound)} <= ${ingressRoom}`,
    "Binary",
    vms.map((_vm, index) => `x${index}`).join(" "),
    "Bounds",
    "t free",
    ...bounds,
    "End",
  ].join("\n");
  const solution = highs.solve(program, {
    ...{ mip_rel_gap: 0, mip_abs_gap: 1e-7, mip_feasibility_tolerance: 1e-9, primal_feasibility_tolerance: 1e-9 },
    ...{ output_flag: false, log_to_console: false },
  });
  assert.equal(solution.Status, "Optimal");
  // The solver's numbers are whole but for a tolerance; the sum is made again of the whole ones.
  return roomOf(instance, (index) => {
    const column = solution.Columns[`x${index}`];
    return column !== undefined && "Primal" in column && Number(column.Primal) > 0.5;
  });
}

function chosenRoom(instance: Instance): number {
  const split = chooseSplit(
    instance.vms.map(({ outbound, inbound, fixed }, index) => ({
      ...{ vmId: `v${index}`, outbound: outbound * MEGABIT, inbound: inbound * MEGABIT },
      ...{ preCopyBytes: 2, postCopyBytes: 1 },
      ...(fixed === undefined ? {} : { fixed }),
    })),
    { egressRoom: instance.egressRoom * MEGABIT, ingressRoom: instance.ingressRoom * MEGABIT },
  );
  for (const [index, { fixed }] of instance.vms.entries()) {
    if (fixed !== undefined) assert.equal(split.postCopied.has(`v${index}`), fixed === "POST_COPY");
  }
  return roomOf(instance, (index) => split.postCopied.has(`v${index}`));
}

/** Sets of VMs, both: neither can leave more than the most that can be left. */
function assertAsGood(instance: Instance, tolerance: number): void {
  const [chosen, proven] = [chosenRoom(instance), provenRoom(instance)];
  assert.ok(chosen >= proven - tolerance, `${chosen} Mbit/s are left, ${proven} could be`);
}

const whole = fc.integer({ min: 0, max: 400 });
const real = fc.double({ min: 0, max: 400, noNaN: true }).map((rate) => Math.round(rate * 1e6) / 1e6);

describe("the split", () => {
  for (const vms of [5, 12, 20, 30, 40]) {
    it(`of ${vms} VMs with rates in whole Mbit/s is the one that HiGHS proves to be best`, (t) => {
      fc.assert(
        fc.property(instances(vms, whole), (instance) =>
          assertAsGood(instance, 1e-6 * Math.max(1, instance.egressRoom, instance.ingressRoom)),
        ),
        runs(t, 20),
      );
    });
  }

  for (const vms of [5, 12]) {
    it(`of ${vms} VMs is that for any rates: there are no more sums than are kept`, (t) => {
      fc.assert(
        fc.property(instances(vms, real), (instance) =>
          assertAsGood(instance, 1e-6 * Math.max(1, instance.egressRoom, instance.ingressRoom)),
        ),
        runs(t, 20),
      );
    });
  }

  it("of 40 VMs of any rates leaves less by no more than 1 Mbit/s", (t) => {
    fc.assert(
      fc.property(instances(40, real), (instance) => assertAsGood(instance, 1)),
      runs(t, 20),
    );
  });
});
