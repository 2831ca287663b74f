import assert from "node:assert/strict";
import { test } from "node:test";
import { foldUnfinished, type UnfinishedById } from "../../services/executor/unfinished.ts";
import type { JournalEvent } from "../../services/kit/bus/journal-event.ts";

function migration(id: string, sourceHostId = "a") {
  return { migrationId: id, evacuationId: "e", vmId: "v", sourceHostId, destinationHostId: "b" };
}

function started(id: string, sourceHostId = "a"): JournalEvent {
  const body = {
    migration: migration(id, sourceHostId),
    technique: "POST_COPY",
    eventTimeUnixMilliseconds: 5,
  } as const;
  return { entity: "migration", id, name: "started", body };
}

function happened(id: string, name: "switched" | "resumed", at: number): JournalEvent {
  return { entity: "migration", id, name, body: { migration: migration(id), eventTimeUnixMilliseconds: at } };
}

function failed(id: string): JournalEvent {
  const body = { migration: migration(id), reason: "r", vmLocation: "LOST", eventTimeUnixMilliseconds: 9 } as const;
  return { entity: "migration", id, name: "failed", body };
}

function unfinished(...events: readonly JournalEvent[]) {
  return [...events.reduce<UnfinishedById>((known, event) => foldUnfinished(known, event, "a"), new Map())];
}

test("what this host began as the source and nobody ended is unfinished, with what is known of it", () => {
  assert.deepEqual(unfinished(started("m"), happened("m", "switched", 7), happened("m", "resumed", 8)), [
    [
      "m",
      {
        order: { migration: migration("m"), technique: "POST_COPY" },
        past: { startedAt: 5, settled: false, switchedAtUnixMilliseconds: 7 },
      },
    ],
  ]);
});

test("what has ended, what another host began, and what never began is not unfinished", () => {
  assert.deepEqual(unfinished(started("m"), failed("m"), started("n", "c"), happened("o", "switched", 1)), []);
});

test("a later migration of the same VM, wherever it began, is known with the earlier one", () => {
  const [first] = unfinished(started("m"), started("n", "b"));
  assert.equal(first?.[1].later, "n");
});
