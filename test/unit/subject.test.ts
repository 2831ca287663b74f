import assert from "node:assert/strict";
import { test } from "node:test";
import { parseSubject, subjects } from "../../services/kit/bus/subjects.ts";

test("a subject is read as what it was made of", () => {
  assert.deepEqual(parseSubject(subjects.migrationEvent("e-1", "completed")), {
    ...{ class: "evt", entity: "migration", id: "e-1", name: "completed" },
  });
});

test("what has another number of tokens, another beginning or an empty token is no subject of ours", () => {
  for (const text of [
    "",
    "cf.v1.evt.migration.e-1",
    "cf.v2.evt.migration.e-1.completed",
    "cf.v1.evt.migration..completed",
  ]) {
    assert.equal(parseSubject(text), undefined, text);
  }
});
