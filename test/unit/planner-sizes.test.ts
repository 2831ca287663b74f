/** What grows with the cluster or with time, and must not: messages have a largest size, and memory an end. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { Codec } from "../../services/kit/bus/codec.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import type { EvacuationReport } from "../../services/kit/domain/evacuation.ts";
import { ok, type Result } from "../../services/kit/failure/failure.ts";
import { type AdmissionInput, admit, shortened } from "../../services/planner/core/admission.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import { emptyState, evolve, type PlannerState } from "../../services/planner/core/evacuation.ts";
import type { PlannerRecord } from "../../services/planner/core/journal.ts";
import { type Ending, statusOf } from "../../services/planner/core/report.ts";
import { carryOut } from "../../services/planner/effects.ts";
import { mixed4, profile, report, requestOf, type WorldVm } from "../planner-world.ts";

const vms = mixed4("a");
const others = (hostId: string, count: number): WorldVm[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ vmId: `${hostId}-a-vm-with-a-name-of-some-length-${index}`, hostId, outboundMbit: 0.001, inboundMbit: 0.001 },
  }));
const small = [report("a", vms), report("b", []), report("c", others("c", 1))];
const NOW = small[0]?.reportTimeUnixMilliseconds ?? 0;
const input = (more: Partial<AdmissionInput> = {}): AdmissionInput => ({
  state: emptyState,
  reports: small,
  profiles: [
    { hostId: "a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) },
    { hostId: "c", answerTimeUnixMilliseconds: NOW, vms: [] },
  ],
  nowUnixMilliseconds: NOW,
  staleInventorySeconds: 10,
  profileLimits: defaultProfileLimits,
  maximumMoving: 4,
  progress: new Map(),
  ...more,
});

function planned(more: Partial<AdmissionInput> = {}, destinationHostIds: string[] = [], evacuationId = "e") {
  const admission = admit(requestOf(evacuationId, "a", { destinationHostIds }), input(more));
  assert.ok(admission.kind === "planned", JSON.stringify(admission).slice(0, 400));
  return admission;
}

describe("a published plan", () => {
  it("holds of the cluster the host, its destinations and their VMs", () => {
    const { snapshot } = planned({}, ["b"]).planned;
    assert.deepEqual(
      snapshot.hosts.map(({ hostId }) => hostId),
      ["a", "b"],
    );
    assert.deepEqual(new Set(snapshot.vms.map(({ hostId }) => hostId)), new Set(["a"]));
  });

  it("fits into a message however many VMs run elsewhere, and makes the same plan again from what it holds", () => {
    const hosts = Array.from({ length: 100 }, (_, index) => `h${index}`);
    const reports = [report("a", vms), ...hosts.map((hostId) => report(hostId, others(hostId, 100)))];
    const { planned: made } = planned({ reports });
    assert.ok(codecs.EvacuationPlanned.encode(made).ok);
    const kept = new Set(made.snapshot.hosts.map(({ hostId }) => hostId));
    const again = planned({ reports: reports.filter(({ hostId }) => kept.has(hostId)) }).planned;
    assert.deepEqual(again.plan, made.plan);
  });

  it("that does not fit is refused with its size, and a refusal that does not is told without every host's reason", () => {
    const refusal = shortened(planned(), "too many bytes");
    assert.ok(refusal.kind === "rejected" && refusal.rejected.code === "PLAN_TOO_LARGE");
    assert.match(refusal.rejected.message, /the plan of 4 steps and 0 VMs without one does not fit .*too many bytes/);
    assert.ok(codecs.EvacuationRejected.encode(refusal.rejected).ok);
    const unplaced = [{ vmId: "v", reasons: [] }];
    const long = shortened({ ...refusal, rejected: { ...refusal.rejected, unplaced } }, "too many bytes");
    assert.deepEqual(long.kind === "rejected" && long.rejected.unplaced, []);
  });
});

describe("the end of an evacuation", () => {
  const reason = "a very long reason. ".repeat(200);
  const huge = (outcome: "COMPLETED" | "FAILED"): EvacuationReport => ({
    ...{ hostId: "a", policy: "traffic-sensitive", transferredBytes: 1 },
    vms: Array.from({ length: 5_000 }, (_, index) => ({
      vmId: `v${index}`,
      outcome: index === 4_999 ? outcome : "COMPLETED",
      ...(outcome === "FAILED" ? { reason } : {}),
    })),
  });

  for (const ending of [
    { outcome: "completed", report: huge("COMPLETED") },
    { outcome: "failed", message: "one is left", report: huge("FAILED") },
  ] satisfies Ending[]) {
    it(`as ${ending.outcome} is stored with a shorter report when the whole does not fit, those left behind first`, async () => {
      const stored: EvacuationReport[] = [];
      const store = async <T>({ codec, value }: { codec: Codec<T>; value: T }): Promise<Result<never>> => {
        const encoded = codec.encode(value);
        if (!encoded.ok) return encoded;
        stored.push((value as { report: EvacuationReport }).report);
        return ok({ sequence: 7, duplicate: false }) as Result<never>;
      };
      const effect = { kind: "end", id: "e-ended", evacuationId: "e", ending } as const;
      const deps = { bus: { store }, nowUnixMilliseconds: NOW, signal: new AbortController().signal };
      assert.equal((await carryOut(effect, deps)).ok, true);
      assert.equal(stored.length, 1);
      assert.equal(stored[0]?.vms.length, 1_000);
      assert.equal(stored[0]?.vms[0]?.vmId, ending.outcome === "failed" ? "v4999" : "v0");
    });
  }
});

describe("what is remembered of evacuations that are over", () => {
  const begun = (evacuationId: string): PlannerRecord => ({
    event: { entity: "evacuation", id: evacuationId, name: "planned", body: planned({}, ["b"], evacuationId).planned },
    timeUnixMilliseconds: NOW,
  });
  const over = (evacuationId: string): PlannerRecord => ({
    event: {
      ...{ entity: "evacuation", id: evacuationId, name: "completed" },
      body: { report: { hostId: "a", policy: "traffic-sensitive", transferredBytes: 0, vms: [] } },
    },
    timeUnixMilliseconds: NOW,
  });

  it("is what its status needs: neither the plan nor the snapshot", () => {
    const state = [begun("e"), over("e")].reduce(evolve, emptyState);
    const known = state.get("e") ?? assert.fail();
    assert.equal("planned" in known, false);
    const { plan, ...status } = statusOf(known);
    assert.equal(plan, undefined);
    assert.equal(status.state, "COMPLETED");
    assert.equal(status.request.hostId, "a");
  });

  it("still counts the memory of VMs that arrived after their host's last report", () => {
    const migration = { evacuationId: "e", vmId: "a-vm-0", sourceHostId: "a", destinationHostId: "b" };
    const fact = { technique: "POST_COPY", totalSeconds: 1, transferredBytes: 1, postCopyRequests: 0 } as const;
    const arrived = [1, 2, 3, 4].map((number): PlannerRecord => {
      const id = `e-${number}`;
      const body = { ...fact, migration: { ...migration, migrationId: id }, eventTimeUnixMilliseconds: NOW };
      // However late the reports were made here.
      const timeUnixMilliseconds = NOW + 60_000;
      return { event: { entity: "migration", id, name: "completed", body }, timeUnixMilliseconds };
    });
    const state = [begun("e"), ...arrived, over("e")].reduce(evolve, emptyState);
    const tight = small.map((one) => (one.hostId === "b" ? { ...one, freeMemoryBytes: 4.5 * 200 * 2 ** 20 } : one));
    const late = admit(requestOf("f", "c", { destinationHostIds: ["b"] }), input({ state, reports: tight }));
    assert.equal(late.kind === "rejected" && late.rejected.code, "NOTHING_CAN_MOVE");
  });

  it("ends with the last thousand, and never with one that runs", () => {
    const first = begun("first");
    let state: PlannerState = [first].reduce(evolve, emptyState);
    const rejected = { request: requestOf("x", "b"), code: "UNKNOWN_HOST", message: "no", unplaced: [] } as const;
    for (let number = 0; number < 1_200; number += 1) {
      state = evolve(state, {
        event: {
          ...{ entity: "evacuation", id: `x${number}`, name: "rejected" },
          body: { ...rejected, unplaced: [], eventTimeUnixMilliseconds: NOW },
        },
        timeUnixMilliseconds: NOW,
      });
    }
    assert.equal(state.size, 1_000);
    assert.equal(state.get("first")?.kind, "running");
    assert.equal(state.has("x1199"), true);
    assert.equal(state.has("x0"), false);
  });
});
