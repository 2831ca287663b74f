import assert from "node:assert/strict";
import { it } from "node:test";
import { type AdmissionInput, admit } from "../../services/planner/core/admission.ts";
import { defaultProfileLimits } from "../../services/planner/core/doubt.ts";
import { emptyState, evolve, lessonsIn, type PlannerState } from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent } from "../../services/planner/core/journal.ts";
import { learnedModel, movedShares } from "../../services/planner/core/learning.ts";
import { defaultModel, pairKey } from "../../services/planner/core/model.ts";
import { endingOf } from "../../services/planner/core/report.ts";
import { mixed4, profile, report, requestOf } from "../planner-world.ts";

const NOW = Date.now();
const vms = mixed4("a");

const input = (state: PlannerState): AdmissionInput => ({
  ...{ state, reports: [report("a", vms), report("b", [])], nowUnixMilliseconds: NOW },
  profiles: [{ hostId: "a", answerTimeUnixMilliseconds: NOW, vms: vms.map((vm) => profile(vm)) }],
  ...{ staleInventorySeconds: 10, profileLimits: defaultProfileLimits, maximumMoving: 4, progress: new Map() },
});

function planned(state: PlannerState, evacuationId = "e") {
  const admission = admit(requestOf(evacuationId, "a"), input(state));
  assert.ok(admission.kind === "planned", JSON.stringify(admission));
  return admission.planned;
}

/** An evacuation by which each VM stopped so long after its start, ended so long after that, and moved so much of what
 * was forecast. */
function after(
  state: PlannerState,
  evacuationId: string,
  { switchSeconds, endSeconds, share }: { switchSeconds: number; endSeconds: number; share: number },
): PlannerState {
  const body = planned(state, evacuationId);
  let known = evolve(state, {
    event: { entity: "evacuation", id: evacuationId, name: "planned", body },
    timeUnixMilliseconds: NOW,
  });
  for (const [index, step] of body.plan.steps.entries()) {
    const { vmId, sourceHostId, destinationHostId, technique, forecast } = step;
    const id = `${evacuationId}-${index + 1}`;
    const migration = { migrationId: id, evacuationId, vmId, sourceHostId, destinationHostId };
    const pageBytes = Math.round((forecast?.transferredBytes ?? 0) * share);
    const ending = technique === "PRE_COPY" ? {} : { endingSeconds: endSeconds };
    const amounts = { transferredBytes: pageBytes * 1.01, postCopyRequests: 0, pageBytes };
    const figures = { technique, totalSeconds: 2, ...amounts, ...ending };
    const switched = NOW + switchSeconds * 1000;
    for (const [name, time, more] of [
      ["incoming-ready", NOW, { address: "10.0.0.2", port: 4444 }],
      ["decided", NOW, {}],
      ["started", NOW, {}],
      ["switched", switched, {}],
      ["completed", switched + endSeconds * 1000, figures],
    ] as const) {
      const event = { entity: "migration", id, name, body: { migration, eventTimeUnixMilliseconds: time, ...more } };
      known = evolve(known, { event: event as unknown as MigrationRecordEvent, timeUnixMilliseconds: NOW });
    }
  }
  const evacuation = known.get(evacuationId);
  assert.ok(evacuation?.kind === "running");
  const { report: told } = endingOf(evacuation);
  const event = { entity: "evacuation", id: evacuationId, name: "completed", body: { report: told } } as const;
  return evolve(known, { event, timeUnixMilliseconds: NOW });
}

it("a pair of hosts has its own costs after migrations between them, and others keep the defaults", () => {
  const state = after(emptyState, "e", { switchSeconds: 0.3, endSeconds: 0.75, share: 1 });
  const { pairs } = learnedModel(lessonsIn(state), defaultModel);
  assert.deepEqual([...pairs.keys()], [pairKey("a", "b")]);
  const pair = pairs.get(pairKey("a", "b"));
  // Two of each technique, beside four as by default.
  assert.ok(Math.abs((pair?.preCopyFixedSeconds ?? 0) - (4 * defaultModel.preCopyFixedSeconds + 2 * 0.75) / 6) < 1e-9);
  assert.ok(
    Math.abs((pair?.postCopyFixedSeconds ?? 0) - (4 * defaultModel.postCopyFixedSeconds + 2 * 0.75) / 6) < 1e-9,
  );
  assert.ok(
    Math.abs((pair?.postCopySwitchSeconds ?? 0) - (4 * defaultModel.postCopySwitchSeconds + 2 * 0.3) / 6) < 1e-9,
  );
  assert.ok((pair?.streamOverhead ?? 0) > defaultModel.streamOverhead);
  assert.ok((pair?.streamOverhead ?? 0) < defaultModel.streamOverhead * 1.01);
});

it("nothing learned leaves the range in which the model holds, and one migration that waited for a host counts as a slow one", () => {
  let state: PlannerState = emptyState;
  for (const name of ["e1", "e2", "e3", "e4"])
    state = after(state, name, { switchSeconds: 600, endSeconds: 600, share: 9 });
  const pair = learnedModel(lessonsIn(state), defaultModel).pairs.get(pairKey("a", "b")) ?? assert.fail();
  // Eight of each technique at four times the default, beside four as by default.
  for (const name of ["preCopyFixedSeconds", "postCopyFixedSeconds", "postCopySwitchSeconds"] as const) {
    assert.ok(Math.abs(pair[name] / defaultModel[name] - (4 + 8 * 4) / 12) < 1e-9, `${name} ${pair[name]}`);
  }
  assert.ok([...movedShares(lessonsIn(state)).values()].every((share) => share <= 1.5));
});

it("forecasts of VMs that moved before come closer to what they move", () => {
  const share = 0.8;
  let state: PlannerState = emptyState;
  const first = planned(state).plan.forecast.transferredBytes;
  const truth = first * share;
  let before = Math.abs(first - truth);
  for (const name of ["e1", "e2", "e3", "e4"]) {
    const forecast = planned(state, name).plan.forecast.transferredBytes;
    // What moves stays the same, whatever is forecast.
    state = after(state, name, { switchSeconds: 0.1, endSeconds: 0.25, share: truth / forecast });
    const error = Math.abs(planned(state, `${name}-next`).plan.forecast.transferredBytes - truth);
    assert.ok(error < before, `${name}: ${error} after ${before}`);
    before = error;
  }
  assert.ok(before < 0.03 * truth, `${before} of ${truth}`);
});
