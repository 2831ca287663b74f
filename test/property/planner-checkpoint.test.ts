import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import type { z } from "zod";
import { migrationEvents } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { readState, writeState } from "../../services/planner/checkpoint-format.ts";
import { emptyState, evolve } from "../../services/planner/core/evacuation.ts";
import type { MigrationRecordEvent, PlannerRecord } from "../../services/planner/core/journal.ts";
import { games, NOW, play } from "../planner-games.ts";
import { requestOf } from "../planner-world.ts";
import { runs } from "./runs.ts";

/** As a codec gives it: with all that the event's schema asks for, and nothing else. */
function asRead({ event, timeUnixMilliseconds }: PlannerRecord): PlannerRecord {
  if (event.entity === "evacuation") return { event, timeUnixMilliseconds };
  const { shape } = migrationEvents[event.name].schema as unknown as z.ZodObject;
  const whole: { [key: string]: unknown } = {
    technique: "PRE_COPY",
    postCopyRequests: 0,
    observed: true,
    ...event.body,
  };
  const body = Object.fromEntries(Object.keys(shape).flatMap((key) => (key in whole ? [[key, whole[key]]] : [])));
  return { event: { ...event, body } as unknown as MigrationRecordEvent, timeUnixMilliseconds };
}

describe("a checkpoint", () => {
  it("taken anywhere and read back gives, with the rest of the journal, what the whole journal gives", (t) => {
    const kinds = new Set<string>();
    const property = fc.property(games, fc.nat(), ({ seed, policy, mayCancel }, cut) => {
      const journal = play(seed, policy, mayCancel).journal.map(asRead);
      const at = cut % (journal.length + 1);
      const before = journal.slice(0, at).reduce(evolve, emptyState);
      const read = unwrap(readState(writeState(before)));
      assert.deepEqual(read, before);
      assert.deepEqual(journal.slice(at).reduce(evolve, read), journal.reduce(evolve, emptyState));
      for (const one of before.values()) {
        kinds.add(one.kind);
        if (one.kind === "running") for (const { state } of one.steps) kinds.add(state.kind);
      }
    });
    fc.assert(property, runs(t, 200));
    const wanted = ["running", "ended", "waiting", "ready", "decided", "completed", "failed", "cancelled"];
    assert.deepEqual(
      wanted.filter((kind) => !kinds.has(kind)),
      [],
    );
  });

  it("keeps the order in which evacuations were spoken of, and what was rejected", () => {
    const rejected = (evacuationId: string) => ({
      ...{
        request: requestOf(evacuationId, "a"),
        code: "UNKNOWN_HOST" as const,
        message: "no such host",
        unplaced: [],
      },
      eventTimeUnixMilliseconds: NOW,
    });
    const state = ["z", "a", "9"].reduce(
      (before, id) =>
        evolve(before, {
          event: { entity: "evacuation", id, name: "rejected", body: rejected(id) },
          timeUnixMilliseconds: NOW,
        }),
      emptyState,
    );
    assert.deepEqual([...unwrap(readState(writeState(state)))], [...state]);
  });

  it("with anything in it that is not as it was written is not read at all", () => {
    const text = writeState(play(3, "traffic-sensitive", false).journal.map(asRead).reduce(evolve, emptyState));
    assert.equal(readState(text).ok, true);
    for (const damaged of [
      text.slice(0, -1),
      text.replace('"kind":', '"kinds":'),
      `${text}\n5`,
      text.replace(/1/, "x"),
    ]) {
      assert.equal(readState(damaged).ok, false, damaged.slice(0, 80));
    }
  });
});
