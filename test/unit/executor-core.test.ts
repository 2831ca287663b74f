import assert from "node:assert/strict";
import { test } from "node:test";
import { answerOf, viewOf } from "../../services/executor/answer.ts";
import { decideSource } from "../../services/executor/core/source.ts";
import type { SourceInput } from "../../services/executor/core/source-decision.ts";
import { evolveSource, isUnderway, type SourceState } from "../../services/executor/core/source-state.ts";
import {
  active,
  answered,
  arrived,
  asked,
  effectsOf,
  failureOf,
  gone,
  incoming,
  listening,
  observed,
  type ram,
  ranAndGone,
  resumed,
  runsHere,
  sent,
  source,
  started,
  stoppedHere,
  takenOver,
  waiting,
} from "../executor-steps.ts";

for (const [title, state, input, effects, location] of [
  ["sent by pre-copy, destination gone: run here", source("PRE_COPY", started, sent), gone, ["rerun"], undefined],
  [
    "sent after post-copy was asked, destination gone: lost",
    source("POST_COPY", started, asked, sent),
    gone,
    [],
    "LOST",
  ],
  ["sent, destination ran it and is gone: lost", source("PRE_COPY", started, sent), ranAndGone, [], "LOST"],
  ["sent, destination waits: ask again", source("PRE_COPY", started, sent), waiting, [], undefined],
  ["sent, destination has it: release", source("PRE_COPY", started, sent), arrived, ["release"], undefined],
  [
    "sent, but not proved to be stopped: nothing, whatever the destination says",
    source("PRE_COPY", started, { ...sent, source: "unproven" }),
    arrived,
    [],
    undefined,
  ],
  [
    "failed and stopped here, destination waits: nothing",
    source("PRE_COPY", started, stoppedHere),
    waiting,
    [],
    undefined,
  ],
  [
    "failed and stopped here, destination paused: nothing",
    source("PRE_COPY", started, stoppedHere),
    { kind: "paused" },
    [],
    undefined,
  ],
  [
    "failed and stopped here, destination gone: run here",
    source("PRE_COPY", started, stoppedHere),
    gone,
    ["rerun"],
    undefined,
  ],
  ["failed in post-copy, destination gone: lost", source("POST_COPY", started, asked, stoppedHere), gone, [], "LOST"],
  ["failed, but the destination has it", source("PRE_COPY", started, stoppedHere), arrived, [], "RUNS_AT_DESTINATION"],
  ["failed and runs here, destination gone", source("PRE_COPY", started, runsHere), gone, [], "RUNS_AT_SOURCE"],
  ["failed and runs here, but it ran there too", source("PRE_COPY", started, runsHere), ranAndGone, [], "UNCERTAIN"],
  [
    "failed and runs here, but it runs there too and its memory is still arriving",
    source("PRE_COPY", started, runsHere),
    viewOf(answerOf(incoming(listening, resumed), { status: active, runState: "running" }, undefined)),
    [],
    "UNCERTAIN",
  ],
  [
    "failed and stopped here, but it runs there and its memory is still arriving: ask again",
    source("PRE_COPY", started, stoppedHere),
    { kind: "waiting", ran: true },
    [],
    undefined,
  ],
] as const) {
  test(title, () => {
    const decision = decideSource(state, answered(input), 1);
    assert.deepEqual(effectsOf(decision), effects);
    assert.equal(failureOf(decision), location);
  });
}

for (const [title, state, input, location] of [
  ["sent by pre-copy, destination gone", [sent], gone, "UNCERTAIN"],
  ["stopped here, destination gone", [stoppedHere], gone, "UNCERTAIN"],
  ["sent, destination ran it and is gone", [sent], ranAndGone, "LOST"],
] as const) {
  test(`a migration that an earlier executor began, ${title}: the VM is not told to run`, () => {
    const decision = decideSource(takenOver("PRE_COPY", ...state), answered(input), 1);
    assert.deepEqual(effectsOf(decision), []);
    assert.equal(failureOf(decision), location);
  });
}

test("a migration that an earlier executor began is confirmed and released like any other", () => {
  const decision = decideSource(takenOver("POST_COPY", sent), answered(arrived), 1);
  assert.deepEqual(effectsOf(decision), ["release"]);
});

test("a migration that an earlier executor began ends as uncertain when its destination is silent for a minute", () => {
  let state = takenOver("POST_COPY", sent);
  const silentAt = (now: number) => {
    const decision = decideSource(state, { type: "incoming-silent" }, now);
    state = decision.events.reduce(evolveSource, state);
    return decision;
  };
  const heard = decideSource(state, answered(waiting), 500);
  assert.equal(failureOf(silentAt(1_000)), undefined);
  assert.equal(failureOf(silentAt(60_999)), undefined);
  const late = silentAt(61_000);
  assert.equal(failureOf(late), "UNCERTAIN");
  assert.deepEqual(effectsOf(late), []);
  assert.ok(state.phase === "failed" && /\ba\b.*\bb\b.*\bv runs\b/.test(state.reason), JSON.stringify(state));
  assert.equal(failureOf(heard), undefined);
});

test("a silent destination is spoken of after 10 s and then every 30 s, by both hosts' names, until it answers", () => {
  let state = source("PRE_COPY", started, sent);
  const told: [number, string][] = [];
  const feed = (input: SourceInput, now: number) => {
    const decision = decideSource(state, input, now);
    state = decision.events.reduce(evolveSource, state);
    for (const effect of decision.effects) if (effect.type === "warn") told.push([now, effect.reason]);
  };
  for (let now = 0; now <= 80_000; now += 250) {
    feed({ type: "incoming-silent" }, now);
    feed({ type: "tick" }, now);
  }
  assert.deepEqual(
    told.map(([now]) => now),
    [10_000, 40_000, 70_000],
  );
  assert.match(told[0]?.[1] ?? "", /on b has not answered for 10 s.*from a waits to hear that the VM runs there/);
  assert.equal(state.phase, "confirming");
  feed(answered(waiting), 81_000);
  feed({ type: "tick" }, 120_000);
  assert.equal(told.length, 3);
});

test("post-copy is asked for once the stream has flowed for a moment, not at once", () => {
  const connected = source("POST_COPY", started, { type: "connected", at: 100 });
  assert.deepEqual(effectsOf(decideSource(source("POST_COPY", started), observed(active, "running"), 100)), []);
  assert.deepEqual(effectsOf(decideSource(connected, observed(active, "running"), 149)), []);
  assert.deepEqual(effectsOf(decideSource(connected, observed(active, "running"), 150)), [
    "start-post-copy",
    "observe",
  ]);
});

test("hybrid asks for post-copy when the second pass begins", () => {
  const copying = source("HYBRID", started);
  assert.deepEqual(effectsOf(decideSource(copying, { type: "pass-began", pass: 1 }, 9)), []);
  // The stream may still be refused.
  const soon = decideSource(copying, { type: "pass-began", pass: 2 }, 9);
  assert.deepEqual(effectsOf(soon), []);
  const connected = soon.events.reduce(evolveSource, copying);
  assert.deepEqual(effectsOf(decideSource(connected, { type: "pass-began", pass: 2 }, 58)), []);
  const asking = ["start-post-copy", "observe"];
  assert.deepEqual(effectsOf(decideSource(connected, { type: "pass-began", pass: 2 }, 59)), asking);
  assert.deepEqual(effectsOf(decideSource(connected, observed(active, "running", { pass: 2 }), 59)), asking);
});

test("a pre-copy never asks for post-copy", () => {
  const copying = source("PRE_COPY", started, { type: "connected", at: 0 });
  assert.deepEqual(effectsOf(decideSource(copying, observed(active, "running", { pass: 9 }), 9_000)), []);
});

test("an unknown status goes on", () => {
  const copying = source("PRE_COPY", started);
  const decision = decideSource(copying, observed({ kind: "ongoing", name: "of-tomorrow" }, "running"), 5);
  assert.deepEqual(effectsOf(decision), []);
  assert.equal(failureOf(decision), undefined);
});

test("a pace that came before the start is set right after it", () => {
  const preparing = source("PRE_COPY", { type: "pace-changed", paceBytesPerSecond: 5 });
  const decision = decideSource(preparing, { type: "migrate-answered" }, 1);
  assert.deepEqual(decision.effects, [{ type: "set-pace", paceBytesPerSecond: 5 }, { type: "observe" }]);
});

test("a limit that QEMU has not confirmed is set again, until it has", () => {
  const changed = source("PRE_COPY", started, { type: "pace-changed", paceBytesPerSecond: 5 });
  assert.deepEqual(effectsOf(decideSource(changed, { type: "tick" }, 10)), ["set-pace"]);
  const read = decideSource(changed, { type: "pace-read", paceBytesPerSecond: 5 }, 20).events.reduce(
    evolveSource,
    changed,
  );
  assert.deepEqual(effectsOf(decideSource(read, { type: "tick" }, 30)), []);
  const overtaken = evolveSource(changed, { type: "pace-read", paceBytesPerSecond: undefined });
  assert.deepEqual(effectsOf(decideSource(overtaken, { type: "tick" }, 30)), ["set-pace"]);
});

test("progress says what QEMU was read to be held to, and what the VM writes once that was counted", () => {
  const reportOf = (state: SourceState, change: Partial<typeof ram>) => {
    const { effects } = decideSource(state, observed(active, "running", change), 5_000);
    const report = effects.find((effect) => effect.type === "report");
    return report?.type === "report" ? report.progress : assert.fail("no report");
  };
  const held = source("PRE_COPY", started, { type: "pace-read", paceBytesPerSecond: 7 });
  assert.equal(reportOf(held, {}).paceBytesPerSecond, 7);
  assert.equal(reportOf(held, { dirtyBytesPerSecond: 9 }).dirtyBytesPerSecond, undefined);
  assert.equal(reportOf(held, { dirtyBytesPerSecond: 9, pass: 2 }).dirtyBytesPerSecond, 9);
  assert.equal(reportOf(source("PRE_COPY", started), {}).paceBytesPerSecond, undefined);
});

test("a pre-copy that is escalated goes on as a hybrid", () => {
  const copying = source("PRE_COPY", started);
  const decision = decideSource(copying, { type: "escalate" }, 9);
  assert.deepEqual(effectsOf(decision), ["start-post-copy", "observe"]);
  const after = decision.events.reduce(evolveSource, copying);
  assert.equal(after.phase, "switching");
  assert.equal(isUnderway(after) && after.course.order.technique, "HYBRID");
});

test("a hybrid goes over when the stated share of its first pass has been passed, and not before its stream was taken", () => {
  const reading = (change: Partial<typeof ram>) =>
    observed(active, "running", { pass: 1, totalBytes: 100, remainingBytes: 50, bytesPerSecond: 10, ...change });
  const begin = source("HYBRID", started);
  assert.ok(begin.phase === "copying");
  const order = { ...begin.course.order, switchShare: 0.6 };
  const hybrid: SourceState = { ...begin, course: { ...begin.course, order } };
  const at = (state: SourceState, change: Partial<typeof ram>, now: number) =>
    decideSource(state, reading(change), now);
  const connected = at(hybrid, { remainingBytes: 10 }, 10).events.reduce(evolveSource, hybrid);
  assert.ok(!effectsOf(at(connected, { remainingBytes: 10 }, 30)).includes("start-post-copy"));
  assert.ok(effectsOf(at(connected, { remainingBytes: 40 }, 60)).includes("start-post-copy"));
  const lacking = at(connected, { remainingBytes: 45 }, 60);
  assert.deepEqual(effectsOf(lacking), []);
  assert.ok(!lacking.effects.some(({ type }) => type === "wake"));
  // It is looked at four times a second, and not more often.
  const read = lacking.events.reduce(evolveSource, connected);
  assert.deepEqual(effectsOf(decideSource(read, { type: "tick" }, 160)), []);
  assert.deepEqual(effectsOf(decideSource(read, { type: "tick" }, 310)), ["observe"]);
  const whole = at(begin, { remainingBytes: 1 }, 10).events.reduce(evolveSource, begin);
  assert.ok(!effectsOf(at(whole, { remainingBytes: 1 }, 5_000)).includes("start-post-copy"));
});

test("a pre-copy that is escalated goes over when its pass has ended, if that is soon, and at the latest at its time", () => {
  const pass = (change: Partial<typeof ram>) => observed(active, "running", { pass: 3, ...change });
  const copyingWith = (change: Partial<typeof ram>) => {
    const copying = source("PRE_COPY", started);
    return decideSource(copying, pass(change), 10).events.reduce(evolveSource, copying);
  };
  const soon = copyingWith({ remainingBytes: 40, bytesPerSecond: 10 });
  const escalated = decideSource(soon, { type: "escalate" }, 20);
  assert.deepEqual(effectsOf(escalated), []);
  const waiting = escalated.events.reduce(evolveSource, soon);
  assert.deepEqual(
    effectsOf(decideSource(waiting, pass({ remainingBytes: 20 }), 1_000)).includes("start-post-copy"),
    false,
  );
  assert.deepEqual(effectsOf(decideSource(waiting, { type: "pass-began", pass: 4 }, 1_100)), [
    "start-post-copy",
    "observe",
  ]);
  assert.ok(effectsOf(decideSource(waiting, pass({ remainingBytes: 20 }), 5_020)).includes("start-post-copy"));

  const long = copyingWith({ remainingBytes: 60, bytesPerSecond: 10 });
  assert.deepEqual(effectsOf(decideSource(long, { type: "escalate" }, 20)), ["start-post-copy", "observe"]);
});

test("a source that is not told that its VM has gone over asks, and ends by the destination's word", () => {
  const stopped = source("PRE_COPY", started, { type: "vm-stopped", atUnixMilliseconds: 100, at: 100 });
  const arrived = { kind: "arrived", resumedAtUnixMilliseconds: 140 } as const;
  assert.ok(!effectsOf(decideSource(stopped, { type: "tick" }, 2_000)).includes("ask-destination"));
  assert.deepEqual(decideSource(stopped, { type: "incoming-answered", incoming: arrived }, 2_000).events, []);
  assert.ok(effectsOf(decideSource(stopped, { type: "tick" }, 2_100)).includes("ask-destination"));
  const waiting = { kind: "waiting", ran: true } as const;
  assert.deepEqual(decideSource(stopped, { type: "incoming-answered", incoming: waiting }, 2_100).events, []);
  const told = decideSource(stopped, { type: "incoming-answered", incoming: arrived }, 2_100);
  const confirming = told.events.reduce(evolveSource, stopped);
  assert.equal(confirming.phase, "confirming");
  assert.deepEqual(effectsOf(decideSource(confirming, { type: "incoming-answered", incoming: arrived }, 2_110)), [
    "release",
  ]);

  // Post-copy was asked for when it had gone over whole already.
  const switching = evolveSource(stopped, { type: "post-copy-asked", at: 120 });
  assert.ok(effectsOf(decideSource(switching, { type: "tick" }, 2_100)).includes("ask-destination"));
  const toldToo = decideSource(switching, { type: "incoming-answered", incoming: arrived }, 2_100);
  assert.equal(toldToo.events.reduce(evolveSource, switching).phase, "confirming");

  // Whoever took it over has not heard the VM stop.
  const taken = takenOver("PRE_COPY");
  const seen = decideSource(taken, observed(active, "finish-migrate"), 5_000).events.reduce(evolveSource, taken);
  assert.ok(effectsOf(decideSource(seen, { type: "tick" }, 7_000)).includes("ask-destination"));
});

for (const [title, state] of [
  ["that goes over already", source("PRE_COPY", started, { type: "switched", atUnixMilliseconds: 1 })],
  ["that has been sent", source("PRE_COPY", started, sent)],
  ["that asks for post-copy by itself", source("HYBRID", started)],
  ["that has not begun", source("PRE_COPY")],
] as const) {
  test(`an escalation of a migration ${title} changes nothing`, () => {
    assert.deepEqual(decideSource(state, { type: "escalate" }, 9), { events: [], effects: [] });
  });
}

test("completed in QEMU's words while the VM runs here is not believed", () => {
  const decision = decideSource(source("PRE_COPY", started), observed({ kind: "completed" }, "running"), 5);
  assert.equal(failureOf(decision), "UNCERTAIN");
});

test("the downtime is left out when the two hosts' clocks disagree", () => {
  const confirmed = (resumedAtUnixMilliseconds: number): SourceState =>
    source("PRE_COPY", started, { type: "vm-stopped", atUnixMilliseconds: 1_000.4, at: 1_000 }, sent, {
      type: "destination-confirmed",
      resumedAtUnixMilliseconds,
    });
  const downtimeOf = (state: SourceState) => {
    const [event] = decideSource(state, { type: "released" }, 2_000).events;
    return event?.type === "completed" ? event.downtimeSeconds : "not completed";
  };
  assert.equal(downtimeOf(confirmed(1_010.4)), 0.01);
  assert.equal(downtimeOf(confirmed(1_000)), 0);
  assert.equal(downtimeOf(confirmed(500)), undefined);
});
