/**
 * services/executor/states.md is what the core does in every state with everything that can happen, and nothing is left open.
 * It is made from the core itself: CONTRAFLOW_WRITE=1 writes it anew, and this test fails when it says something else.
 */
import assert from "node:assert/strict";
import { readFileSync, writeFileSync } from "node:fs";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { decideIncoming, type IncomingInput } from "../../services/executor/core/incoming.ts";
import {
  acceptIncoming,
  evolveIncoming,
  type IncomingEvent,
  type IncomingState,
} from "../../services/executor/core/incoming-state.ts";
import { noProgress } from "../../services/executor/core/progress.ts";
import type { MigrationStatus, Observation } from "../../services/executor/core/qemu.ts";
import { startSettling } from "../../services/executor/core/settling.ts";
import { decideSource } from "../../services/executor/core/source.ts";
import type { SourceInput } from "../../services/executor/core/source-decision.ts";
import { type Course, evolveSource, type SourceState } from "../../services/executor/core/source-state.ts";
import { startMending } from "../../services/executor/core/stream.ts";
import { readStatus } from "../../services/kit/qmp/migration-info.ts";

const FILE = fileURLToPath(new URL("../../../services/executor/states.md", import.meta.url));
const NOW = 100_000;
/** Later than every limit but that of a recovery. */
const LATE = NOW + 120_000;

const migration = { migrationId: "e-1", evacuationId: "e", vmId: "v", sourceHostId: "a", destinationHostId: "b" };
const order = { migration, technique: "POST_COPY", uri: "tcp:10.0.0.2:1" } as const;
const course: Course = {
  ...{ order, takenOver: false, startedAt: NOW, switched: false, track: noProgress, observedAt: NOW, seenThere: true },
  paceIsKnown: true,
};
const hot = startSettling(NOW);
const ending = { course, sentAt: NOW } as const;

type Named<T> = Readonly<Record<string, T>>;

const sourceStates: Named<SourceState> = {
  preparing: { phase: "preparing", order, preparedPace: undefined },
  copying: { phase: "copying", course, connectedAt: NOW - 1_000 },
  holding: { phase: "holding", course, reason: "cancelled", since: NOW },
  cancelling: { phase: "cancelling", course, reason: "cancelled", since: NOW },
  switching: { phase: "switching", course },
  following: { phase: "following", course, settling: hot },
  paused: { phase: "paused", course, settling: hot, pausedAt: NOW, mending: startMending(NOW) },
  "confirming (stopped for good)": { phase: "confirming", ...ending, postCopy: "asked", source: "postmigrate" },
  "confirming (not proven)": { phase: "confirming", ...ending, postCopy: "never_asked", source: "unproven" },
  "confirming (source gone)": { phase: "confirming", ...ending, postCopy: "asked", source: "gone" },
  releasing: { phase: "releasing", ...ending, resumedAtUnixMilliseconds: NOW },
  "failing (runs here)": {
    phase: "failing",
    course,
    postCopy: "never_asked",
    vm: "runs_here",
    reason: "r",
    since: NOW,
  },
  "failing (stopped here)": {
    ...{ phase: "failing", course, postCopy: "never_asked", vm: "stopped_here", reason: "r", since: NOW },
  },
  "failing (post-copied)": { phase: "failing", course, postCopy: "asked", vm: "stopped_here", reason: "r", since: NOW },
  completed: { phase: "completed", order },
  failed: { phase: "failed", order, reason: "r", vmLocation: "LOST" },
};

const incomingOrder = { migration } as const;
const ran = { order: incomingOrder, resumedAtUnixMilliseconds: NOW } as const;
const incomingStates: Named<IncomingState> = {
  launching: acceptIncoming({ ...incomingOrder, technique: "POST_COPY", spec: {} as never }),
  listening: { phase: "listening", order: incomingOrder, since: NOW },
  "listening (held)": { phase: "listening", order: incomingOrder, since: NOW, held: true },
  receiving: { phase: "receiving", order: incomingOrder },
  "receiving (held)": { phase: "receiving", order: incomingOrder, held: "in_part" },
  running: { phase: "running", ...ran, stream: "open" },
  "running (stream broken)": { phase: "running", ...ran, stream: "paused" },
  paused: { phase: "paused", order: incomingOrder },
  discarding: { phase: "discarding", order: incomingOrder, reason: "r", resumedAtUnixMilliseconds: undefined },
  arrived: { phase: "arrived", ...ran },
  gone: { phase: "gone", order: incomingOrder, reason: "r", resumedAtUnixMilliseconds: undefined },
};

/** Every status of QEMU 7.2 to 10.2, and one of tomorrow, by how they are read. */
const statuses: Named<MigrationStatus> = Object.fromEntries(
  [
    ...["none", "setup", "active", "pre-switchover", "wait-unplug", "device", "postcopy-active", "postcopy-paused"],
    ...["postcopy-recover", "postcopy-recover-setup", "postcopy-device", "completed", "failing", "failed"],
    ...["cancelling", "cancelled", "colo", "a-status-of-tomorrow"],
  ].map((name) => [name, readStatus(name)]),
);

function observed(runState: string): Named<{ readonly observation: Observation }> {
  return Object.fromEntries(
    Object.entries(statuses).map(([name, status]) => [`${name}, ${runState}`, { observation: { status, runState } }]),
  );
}

const observations = { ...observed("running"), ...observed("finish-migrate"), ...observed("postmigrate") };
const sourceInputs: Named<SourceInput> = {
  ...Object.fromEntries(
    Object.entries(observations).map(([name, one]) => [`QEMU: ${name}`, { type: "observed", ...one } as const]),
  ),
  "QEMU has ended": { type: "source-gone" },
  "the monitor's connection was lost, and is back": { type: "status-changed" },
  "event STOP": { type: "vm-stopped", atUnixMilliseconds: NOW },
  "event MIGRATION_PASS 2": { type: "pass-began", pass: 2 },
  prepared: { type: "prepared" },
  "not prepared": { type: "not-prepared", reason: "r", vmLocation: "RUNS_AT_SOURCE" },
  "found under way": { type: "found-under-way" },
  "migrate: done, or no answer": { type: "migrate-answered" },
  "migrate: refused": { type: "migrate-answered", refusal: "r" },
  "cont: done, or no answer": { type: "rerun-answered" },
  "the source's process is ended": { type: "released" },
  "it could not be ended": { type: "not-released" },
  "destination: not there yet": { type: "incoming-answered", incoming: { kind: "waiting", ran: false } },
  "destination: runs, memory is arriving": { type: "incoming-answered", incoming: { kind: "waiting", ran: true } },
  "destination: held, all there": {
    ...{ type: "incoming-answered", incoming: { kind: "waiting", ran: false, held: "whole" } },
  },
  "destination: its stream is broken": { type: "incoming-answered", incoming: { kind: "paused" } },
  "destination: arrived": { type: "incoming-answered", incoming: { kind: "arrived" } },
  "destination: gone, never ran": { type: "incoming-answered", incoming: { kind: "gone", ran: false } },
  "destination: gone, had run": { type: "incoming-answered", incoming: { kind: "gone", ran: true } },
  "destination: gone, nobody saw": { type: "incoming-answered", incoming: { kind: "gone", ran: false, unseen: true } },
  "destination: no answer": { type: "incoming-silent" },
  "the VM's traffic there": { type: "traffic", outboundBytes: 1, inboundBytes: 1 },
  "cancelled by somebody": { type: "cancel", reason: "r" },
  "the destination is held": { type: "hold-answered", isHeld: true, reason: "" },
  "the destination is not held": { type: "hold-answered", isHeld: false, reason: "r" },
  "a recovery was begun": { type: "recovery-tried", outcome: { kind: "resumed" } },
  "a recovery could not begin": { type: "recovery-tried", outcome: { kind: "not_resumed", reason: "r" } },
  "another pace": { type: "pace", paceBytesPerSecond: 1 },
  "the pace is set": { type: "pace-read", paceBytesPerSecond: 1 },
  escalation: { type: "escalate" },
  "a quarter of a second has passed": { type: "tick" },
};
const incomingInputs: Named<IncomingInput> = {
  ...Object.fromEntries(
    Object.entries({ ...observed("inmigrate"), ...observed("running"), ...observed("paused") }).map(([name, one]) => [
      `QEMU: ${name}`,
      { type: "observed", ...one } as const,
    ]),
  ),
  "QEMU has ended": { type: "process-gone", reason: "r" },
  "it had ended before anybody was here": { type: "process-gone", reason: "r", unseen: true },
  "the monitor's connection was lost, and is back": { type: "status-changed" },
  "event MIGRATION postcopy-paused": { type: "status-changed", status: { kind: "post_copy_paused" } },
  "event MIGRATION postcopy-active": { type: "status-changed", status: readStatus("postcopy-active") },
  "event RESUME": { type: "resumed", atUnixMilliseconds: NOW },
  launched: { type: "launched", port: 1 },
  "not launched": { type: "not-launched", reason: "r" },
  "the source failed, the VM runs there": {
    type: "source-failed",
    vmLocation: "RUNS_AT_SOURCE",
    reason: "r",
    isOwn: true,
  },
  "somebody else says that it failed": {
    type: "source-failed",
    vmLocation: "RUNS_AT_SOURCE",
    reason: "r",
    isOwn: false,
  },
  "the source failed, the VM is lost": { type: "source-failed", vmLocation: "LOST", reason: "r", isOwn: true },
  "the source failed, where the VM is is not known": {
    type: "source-failed",
    vmLocation: "UNCERTAIN",
    reason: "r",
    isOwn: true,
  },
  "cancelled by somebody": { type: "cancelled" },
  held: { type: "held" },
  "what was prepared is removed": { type: "discarded" },
  "a second has passed": { type: "tick" },
};

/** What follows: the state that comes, and what is done. What is only looked at or told is left out. */
function cellOf(
  phases: readonly [string, string],
  events: readonly { type: string }[],
  effects: readonly { type: string }[],
) {
  const quiet = new Set(["observe", "report", "wake", "observed", "measured", "ask-traffic", "silence"]);
  const [before, after] = phases;
  const told = events.map(({ type }) => type).filter((type) => !quiet.has(type) && type !== after);
  const done = effects.map(({ type }) => type).filter((type) => !quiet.has(type));
  const parts = [
    ...(before === after ? [] : [`**${after}**`]),
    ...(told.length === 0 ? [] : [told.join(", ")]),
    ...(done.length === 0 ? [] : [`do: ${done.join(", ")}`]),
  ];
  return parts.length === 0 ? "stays" : parts.join("; ");
}

function sourceCell(state: SourceState, input: SourceInput, now: number): string {
  const { events, effects } = decideSource(state, input, now);
  return cellOf([state.phase, events.reduce(evolveSource, state).phase], events, effects);
}

function incomingCell(state: IncomingState, input: IncomingInput, now: number): string {
  const { events, effects } = decideIncoming(state, input, now);
  const after = events.reduce((known: IncomingState, one: IncomingEvent) => evolveIncoming(known, one), state);
  return cellOf([state.phase, after.phase], events, effects);
}

/** What does nothing is one line: it is what happens with all that is not named. */
function section<S, I>(
  states: Named<S>,
  inputs: Named<I>,
  cell: (state: S, input: I, now: number) => string,
): readonly string[] {
  return Object.entries(states).flatMap(([title, state]) => {
    const byCell = new Map<string, string[]>();
    for (const [name, input] of Object.entries(inputs)) {
      const soon = cell(state, input, NOW);
      const late = cell(state, input, LATE);
      const words = soon === late ? soon : `${soon}; when it has lasted too long: ${late}`;
      byCell.set(words, [...(byCell.get(words) ?? []), name]);
    }
    const rows = [...byCell].sort(([left], [right]) => Number(left === "stays") - Number(right === "stays"));
    return [
      ...["", `### ${title}`, "", "| what happens | what follows |", "| --- | --- |"],
      ...rows.map(([words, names]) => `| ${names.join("<br>")} | ${words} |`),
    ];
  });
}

function document(): string {
  return [
    "# Every state with everything that can happen",
    "",
    "Made from `core/` by `test/unit/executor-states.test.ts`, which fails when this file says something else; written anew by",
    "`CONTRAFLOW_WRITE=1 node --test dist/test/unit/executor-states.test.js`. The sample is a post-copy that this executor began.",
    "Statuses are QEMU's words with the source's run state; `stays` also means that QEMU or the destination is asked again.",
    "",
    "## Source",
    ...section(sourceStates, sourceInputs, sourceCell),
    "",
    "## Destination",
    ...section(incomingStates, incomingInputs, incomingCell),
    "",
  ].join("\n");
}

describe("the states of a migration", () => {
  it("are described as they are", () => {
    const made = document();
    if (process.env.CONTRAFLOW_WRITE === "1") writeFileSync(FILE, made);
    assert.equal(readFileSync(FILE, "utf8"), made);
  });

  it("are all in the sample", () => {
    const phases = (states: Named<{ readonly phase: string }>) =>
      new Set(Object.values(states).map(({ phase }) => phase));
    const source: Record<SourceState["phase"], true> = {
      ...{
        preparing: true,
        copying: true,
        holding: true,
        cancelling: true,
        switching: true,
        following: true,
        paused: true,
      },
      ...{ confirming: true, releasing: true, failing: true, completed: true, failed: true },
    };
    assert.deepEqual([...phases(sourceStates)].sort(), Object.keys(source).sort());
    const incoming: Record<IncomingState["phase"], true> = {
      ...{ launching: true, listening: true, receiving: true, running: true, paused: true, discarding: true },
      ...{ arrived: true, gone: true },
    };
    assert.deepEqual([...phases(incomingStates)].sort(), Object.keys(incoming).sort());
  });

  it("know every kind of input", () => {
    const kinds = (inputs: Named<{ readonly type: string }>) =>
      [...new Set(Object.values(inputs).map(({ type }) => type))].sort();
    const source: Record<SourceInput["type"], true> = {
      ...{
        prepared: true,
        "not-prepared": true,
        "found-under-way": true,
        "migrate-answered": true,
        "status-changed": true,
      },
      ...{ "pass-began": true, "vm-stopped": true, observed: true, "incoming-answered": true, "incoming-silent": true },
      ...{ traffic: true, cancel: true, "hold-answered": true, "recovery-tried": true, "rerun-answered": true },
      ...{ released: true, "not-released": true, "source-gone": true, pace: true, "pace-read": true, escalate: true },
      ...{ tick: true },
    };
    assert.deepEqual(kinds(sourceInputs), Object.keys(source).sort());
    const incoming: Record<IncomingInput["type"], true> = {
      ...{ launched: true, "not-launched": true, "status-changed": true, resumed: true, observed: true },
      ...{ "process-gone": true, "source-failed": true, held: true, cancelled: true, discarded: true, tick: true },
    };
    assert.deepEqual(kinds(incomingInputs), Object.keys(incoming).sort());
  });
});
