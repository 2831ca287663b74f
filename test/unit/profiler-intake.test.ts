import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { fail, ok, type Result } from "../../services/kit/failure/failure.ts";
import { Intake } from "../../services/profiler/intake.ts";
import { heardLog } from "../heard-log.ts";

const BYTES = 640_000;
const UNDER_WAY = 64;
/** Its number is in its subject: nobody looks into the bytes. */
const messageOf = (sequence: number) => ({ subject: String(sequence), bytes: new Uint8Array(BYTES) });

/** A store that answers when the test lets it. */
function slowStore() {
  const asked: {
    sequence: number;
    waitedMilliseconds: number;
    answer: (result: Result<boolean>) => void;
  }[] = [];
  const { log, hear } = heardLog();
  const clock = { now: 0 };
  const intake = new Intake({
    observe: ({ subject }, waitedMilliseconds) =>
      new Promise((answer) => asked.push({ sequence: Number(subject), waitedMilliseconds, answer })),
    nowMilliseconds: () => clock.now,
    log,
  });
  return { intake, asked, hear, clock };
}

describe("the intake", () => {
  it("has a few batches under way at once, in the order in which they came", () => {
    const { intake, asked } = slowStore();
    for (let sequence = 1; sequence <= UNDER_WAY + 20; sequence += 1) intake.take(messageOf(sequence));
    assert.deepEqual(
      asked.map(({ sequence }) => sequence),
      Array.from({ length: UNDER_WAY }, (_, index) => index + 1),
    );
  });

  it("drops the oldest that wait when the store is too slow, and takes the newest", async () => {
    const { intake, asked, hear } = slowStore();
    for (let sequence = 1; sequence <= UNDER_WAY + 60; sequence += 1) intake.take(messageOf(sequence));
    await hear("dropping traffic batches");
    for (let answered = 0; answered < asked.length; answered += 1) {
      asked[answered]?.answer(ok(true));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await intake.idle();
    // 50 of that size, 32 MB, are what may wait.
    assert.deepEqual(
      asked.slice(UNDER_WAY).map(({ sequence }) => sequence),
      Array.from({ length: 50 }, (_, index) => UNDER_WAY + 11 + index),
    );
  });

  it("says when it drops and when that is over, not for each batch", async () => {
    const { intake, asked, hear, clock } = slowStore();
    const carry = async (result: Result<boolean>) => {
      intake.take(messageOf(1));
      asked.at(-1)?.answer(result);
      await intake.idle();
    };
    await carry(fail("bug", "no such script"));
    await hear("dropping traffic batches");
    for (let count = 0; count < 5; count += 1) await carry(fail("bug", "no such script"));
    assert.equal(intake.trouble(), "dropping traffic batches: no such script");
    clock.now = 100;
    await carry(ok(true));
    assert.equal(intake.trouble(), "dropping traffic batches: no such script");
    clock.now = 1000;
    await carry(ok(true));
    await hear("traffic batches are taken again");
    assert.equal(intake.trouble(), undefined);
    await carry(fail("bug", "no such script"));
    await hear("dropping traffic batches");
    // Nobody sends any more: what was lost is no trouble of now.
    clock.now = 7000;
    assert.equal(intake.trouble(), undefined);
  });

  it("keeps what comes while the store is away, and gives it again in order, with how long it has waited", async () => {
    const { intake, asked, hear, clock } = slowStore();
    for (let sequence = 1; sequence <= UNDER_WAY + 4; sequence += 1) intake.take(messageOf(sequence));
    // Answers come in any order: 27 has no part in common with 64.
    for (let index = 0; index < UNDER_WAY; index += 1)
      asked[(index * 27) % UNDER_WAY]?.answer(fail("outcome_unknown", "the connection is lost"));
    await hear("the store is away: keeping traffic batches");
    clock.now = 900;
    while (asked.length < 2 * UNDER_WAY) await new Promise((resolve) => setTimeout(resolve, 10));
    for (let answered = UNDER_WAY; answered < asked.length; answered += 1) {
      asked[answered]?.answer(ok(true));
      await new Promise((resolve) => setImmediate(resolve));
    }
    await intake.idle();
    assert.deepEqual(
      asked.slice(UNDER_WAY).map(({ sequence, waitedMilliseconds }) => [sequence, waitedMilliseconds]),
      Array.from({ length: UNDER_WAY + 4 }, (_, index) => [index + 1, 900]),
    );
  });

  it("does not wait for a store that is away when it closes", async () => {
    const { intake, asked, hear } = slowStore();
    for (let sequence = 1; sequence <= UNDER_WAY + 4; sequence += 1) intake.take(messageOf(sequence));
    asked[0]?.answer(fail("unavailable", "away"));
    await hear("the store is away: keeping traffic batches");
    const idle = intake.idle();
    for (const { answer } of asked.slice(1)) answer(fail("unavailable", "away"));
    await idle;
    assert.equal(asked.length, UNDER_WAY);
  });
});
