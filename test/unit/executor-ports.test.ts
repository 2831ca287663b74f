import assert from "node:assert/strict";
import { test } from "node:test";
import { PortRange } from "../../services/executor/port-range.ts";
import { Reachable } from "../../services/executor/reachability.ts";
import { fail, ok, type Result } from "../../services/kit/failure/failure.ts";

const after = () => () => undefined;

test("a port that was lent is not listened at until the time is over", () => {
  let now = 0;
  const ports = new PortRange({ first: 100, last: 109 }, { now: () => now });
  assert.equal(ports.next()[0], 100);
  const lent = ports.lend((port) => port === 101);
  assert.equal(lent, 102);
  assert.equal(
    ports.lend(() => false),
    102,
  );
  now = 5_001;
  assert.equal(
    ports.lend(() => false),
    103,
  );
  assert.deepEqual(
    [101, 102, 103].map((port) => ports.isLent(port)),
    [false, true, true],
  );
  now = 10_000;
  assert.deepEqual(
    [102, 103].map((port) => ports.isLent(port)),
    [false, true],
  );
});

test("another port is lent when somebody listens at the one that was, and none where there are few or all are taken", () => {
  const ports = new PortRange({ first: 100, last: 109 }, { now: () => 0 });
  const first = ports.lend(() => false);
  const second = ports.lend((port) => port === first);
  assert.ok(second !== undefined && second !== first);
  assert.equal(
    ports.lend(() => true),
    undefined,
  );
  const few = new PortRange({ first: 100, last: 106 }, { now: () => 0 });
  assert.equal(
    few.lend(() => false),
    undefined,
  );
});

test("a host that was reached is believed to be for some time, one that was not is asked again", async () => {
  let now = 0;
  let asked = 0;
  let answer: Result<void> = fail("unavailable", "no answer");
  const probe = async () => {
    asked += 1;
    return answer;
  };
  const reachable = new Reachable(probe, { now: () => now, after });
  assert.equal((await reachable.reach("b", 1)).ok, false);
  answer = ok(undefined);
  const both = await Promise.all([reachable.reach("b", 1), reachable.reach("b", 2)]);
  assert.deepEqual([both.map(({ ok: reached }) => reached), asked], [[true, true], 2]);
  await reachable.reach("c", 1);
  assert.equal(asked, 3);
  now = 5_001;
  await reachable.reach("b", 1);
  assert.equal(asked, 4);
});
