import assert from "node:assert/strict";
import { test } from "node:test";
import { decideIncoming } from "../../services/executor/core/incoming.ts";
import { incoming, listening, resumed } from "../executor-steps.ts";

for (const [title, state, location, effects] of [
  ["listens: it is discarded", incoming(listening), "RUNS_AT_SOURCE", ["discard"]],
  ["receives: it is held first", incoming(listening, { type: "receiving" }), "RUNS_AT_SOURCE", ["hold"]],
  [
    "receives, and is lost with its source: it is held first",
    incoming(listening, { type: "receiving" }),
    "LOST",
    ["hold"],
  ],
  [
    "is held: it is discarded",
    incoming(listening, { type: "receiving" }, { type: "held" }),
    "RUNS_AT_SOURCE",
    ["discard"],
  ],
  [
    "receives what was post-copied: it is left alone",
    incoming(listening, { type: "receiving" }, { type: "post-copied" }),
    "LOST",
    [],
  ],
  ["listens, and the VM is lost: it is left alone", incoming(listening), "LOST", []],
  ["runs the VM: it is left alone", incoming(listening, resumed), "RUNS_AT_SOURCE", []],
  ["listens, and nobody knows where the VM is: it is left alone", incoming(listening), "UNCERTAIN", []],
] as const) {
  test(`the migration is called failed and the destination ${title}`, () => {
    const decision = decideIncoming(
      state,
      { type: "source-failed", vmLocation: location, reason: "r", isOwn: true },
      1,
    );
    assert.deepEqual(
      decision.effects.map((effect) => effect.type),
      effects,
    );
  });
}

test("a planner's word that it failed, which came late, does not end what a source sends to", () => {
  const receiving = incoming(listening, { type: "receiving" });
  const late = { type: "source-failed", vmLocation: "RUNS_AT_SOURCE", reason: "r", isOwn: false } as const;
  assert.deepEqual(decideIncoming(receiving, late, 1), { events: [], effects: [] });
  assert.equal(decideIncoming(incoming(listening), late, 1).effects[0]?.type, "discard");
});

for (const [title, state, effects] of [
  ["listens: it is discarded", incoming(listening), ["discard"]],
  ["receives: it is left alone, a source was told of it", incoming(listening, { type: "receiving" }), []],
  ["runs the VM: it is left alone", incoming(listening, resumed), []],
] as const) {
  test(`the migration is cancelled and the destination ${title}`, () => {
    const decision = decideIncoming(state, { type: "cancelled" }, 1);
    assert.deepEqual(
      decision.effects.map((effect) => effect.type),
      effects,
    );
  });
}

test("a prepared destination that no source connects to gives up after ten minutes", () => {
  const before = decideIncoming(incoming(listening), { type: "tick" }, 599_999).effects.map(({ type }) => type);
  assert.deepEqual(before, ["observe", "look-for-cancellation"]);
  assert.deepEqual(decideIncoming(incoming(listening), { type: "tick" }, 600_000).effects, [{ type: "discard" }]);
});

test("a launch that fails is told, since nobody else knows of it", () => {
  const [event] = decideIncoming(incoming(), { type: "not-launched", reason: "no memory" }, 1).events;
  assert.deepEqual(event, { type: "gone", reason: "no memory", announce: true });
});
