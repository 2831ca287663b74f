import assert from "node:assert/strict";
import { test } from "node:test";
import { withoutPassword } from "../../services/kit/store/store.ts";

test("where Redis is, is told without user and password, whatever the password holds", () => {
  for (const password of ["secret", "se@cret", "se/cret", "@:secret"]) {
    assert.equal(withoutPassword(`redis://user:${password}@host:6379/0`), "redis://host:6379/0", password);
  }
  assert.equal(withoutPassword("redis://host:6379/0"), "redis://host:6379/0");
});
