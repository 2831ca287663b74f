import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { emptyState, evolve } from "../../services/planner/core/evacuation.ts";
import { hasEnded, hasHappened, stepsByVm } from "../../services/planner/core/step-record.ts";
import { games, NOW, plans, play, vms } from "../planner-games.ts";
import { runs } from "./runs.ts";

describe("decide", () => {
  it("1 and 2: two planners that lag start each step at most once, after its decision and after what it waits for", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        const world = play(seed, policy, mayCancel);
        const ids = world.starts.map(({ migrationId }) => migrationId);
        assert.equal(new Set(ids).size, ids.length);
        for (const { migrationId, at } of world.starts) {
          const then = world.state(at).get("e");
          assert.ok(then?.kind === "running");
          const record = then.steps.find((one) => one.migration.migrationId === migrationId) ?? assert.fail();
          const byVm = stepsByVm(then.steps);
          assert.ok(record.step.after.every((dependency) => hasHappened(then, record.step, dependency, byVm)));
          const { migrateAfter } = then.planned.snapshot.vms.find(({ vmId }) => vmId === record.step.vmId) ?? {};
          const before = migrateAfter === undefined ? undefined : byVm.get(migrateAfter);
          assert.ok(
            before === undefined || hasEnded(before.state),
            `${record.step.vmId} did not wait for ${migrateAfter}`,
          );
          const said = world.journal
            .slice(0, at)
            .filter(({ event }) => event.id === migrationId)
            .map(({ event }) => event.name);
          assert.ok(said.includes("incoming-ready") && said.includes("decided"), said.join(" "));
        }
      }),
      runs(t, 300),
    );
  });

  it("3: a step that was cancelled before its decision is never started", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy }) => {
        const world = play(seed, policy, true);
        const first = new Map<string, string>();
        for (const { event } of world.journal) {
          if (event.name === "cancelled" || event.name === "decided")
            first.set(event.id, first.get(event.id) ?? event.name);
        }
        for (const { migrationId } of world.starts) assert.equal(first.get(migrationId), "decided");
      }),
      runs(t, 200),
    );
  });

  it("4: an evacuation whose executors speak to the end ends, with every step ended", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        const world = play(seed, policy, mayCancel);
        const known = world.state().get("e");
        assert.equal(known?.kind, "ended", world.journal.map(({ event }) => `${event.id} ${event.name}`).join("; "));
      }),
      runs(t, 200),
    );
  });

  it("5: no step fails for want of an answer to an order that was not sent", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy, mayCancel }) => {
        assert.deepEqual(play(seed, policy, mayCancel).unasked, []);
      }),
      runs(t, 200),
    );
  });
});

describe("evolve", () => {
  let repeated = 0;

  it("6 and 7: after a refusal a VM is only pre-copied, and none has more migrations than there are attempts", (t) => {
    fc.assert(
      fc.property(games, ({ seed, policy }) => {
        const world = play(seed, policy, false);
        const begun = world.journal.flatMap(({ event }) =>
          event.entity === "migration" && event.name === "decided" ? [event] : [],
        );
        const ofRefused = new Set(
          world.journal.flatMap(({ event }) =>
            event.name === "failed" && "postCopyRefused" in event.body ? [event.body.migration.vmId] : [],
          ),
        );
        const refusals = new Set(
          world.journal.flatMap(({ event }) =>
            event.name === "failed" && "postCopyRefused" in event.body ? [event.id] : [],
          ),
        );
        for (const { vmId } of vms) {
          const of = begun.filter(({ body }) => body.migration.vmId === vmId).map(({ id }) => id);
          // Two more attempts at the most, and a pre-copy instead of a post-copy.
          assert.ok(of.length <= (ofRefused.has(vmId) ? 4 : 3));
          const refusedAt = of.findIndex((id) => refusals.has(id));
          for (const id of refusedAt < 0 ? [] : of.slice(refusedAt + 1)) {
            const start = world.starts.find(({ migrationId }) => migrationId === id);
            if (start !== undefined) assert.equal(start.technique, "PRE_COPY");
          }
        }
        repeated += [...ofRefused].filter((vmId) => begun.some(({ body }) => body.migration.vmId === vmId)).length;
      }),
      runs(t, 200),
    );
    assert.ok(repeated > 0, "no post-copy was refused in any game");
  });

  it("1: any events in any order give a state", (t) => {
    fc.assert(
      fc.property(games, fc.infiniteStream(fc.nat()), ({ seed, policy }, order) => {
        const { journal } = play(seed, policy, true);
        const shuffled = journal
          .map((record) => ({ record, key: order.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ record }) => record);
        assert.ok(shuffled.reduce(evolve, emptyState).size >= 1);
      }),
      runs(t, 150),
    );
  });

  it("2: a journal replayed in two parts gives the whole, and an event said twice in a row changes nothing", (t) => {
    fc.assert(
      fc.property(games, fc.nat(), ({ seed, policy }, cut) => {
        const { journal } = play(seed, policy, true);
        const whole = journal.reduce(evolve, emptyState);
        const at = cut % (journal.length + 1);
        const begin = journal.slice(0, at).reduce(evolve, emptyState);
        assert.deepEqual(journal.slice(at).reduce(evolve, begin), whole);
        assert.deepEqual(journal.flatMap((record) => [record, record]).reduce(evolve, emptyState), whole);
      }),
      runs(t, 150),
    );
  });

  it("4: however many plans there are for a host, only one of them has steps that may begin", (t) => {
    const plan = plans.get("traffic-sensitive") ?? assert.fail();
    fc.assert(
      fc.property(fc.array(fc.record({ id: fc.nat(9), end: fc.boolean() }), { maxLength: 20 }), (moments) => {
        let state = emptyState;
        for (const { id, end } of moments) {
          const evacuationId = `e${id}`;
          const body = { ...plan, request: { ...plan.request, evacuationId } };
          const report = { hostId: "a", policy: "traffic-sensitive" as const, transferredBytes: 0, vms: [] };
          state = evolve(state, {
            event: end
              ? { entity: "evacuation", id: evacuationId, name: "completed", body: { report } }
              : { entity: "evacuation", id: evacuationId, name: "planned", body },
            timeUnixMilliseconds: NOW,
          });
          const open = [...state.values()].filter(
            (known) => known.kind === "running" && known.steps.some((step) => step.state.kind === "waiting"),
          );
          assert.ok(open.length <= 1);
        }
      }),
      runs(t, 200),
    );
  });
});
