import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { startTicker } from "../../services/agent/ticker.ts";
import { createLog } from "../../services/kit/run/log.ts";

/** A clock that goes only where the test moves it. */
function virtualTime() {
  let now = 1000;
  let planned: { at: number; call: () => void } | undefined;
  return {
    deps: {
      nowMilliseconds: () => now,
      later: (call: () => void, delayMilliseconds: number) => {
        planned = { at: now + delayMilliseconds, call };
        return () => {
          planned = undefined;
        };
      },
      log: createLog("test", "silent"),
    },
    spend: (milliseconds: number) => {
      now += milliseconds;
    },
    /** Goes to the next planned call, late by so much; false when there is none. */
    next(lateMilliseconds = 0): boolean {
      const due = planned;
      if (due === undefined) return false;
      planned = undefined;
      now = Math.max(now, due.at + lateMilliseconds);
      due.call();
      return true;
    },
  };
}

describe("the ticker", () => {
  it("ticks at once and then at multiples of the period, however late each tick comes", () => {
    const time = virtualTime();
    const ticks: number[] = [];
    startTicker(100, () => ticks.push(time.deps.nowMilliseconds()), time.deps);
    for (const late of [0, 3, 7, 0]) time.next(late);
    assert.deepEqual(ticks, [1000, 1103, 1207, 1300]);
  });

  it("leaves out what it could not keep", () => {
    const time = virtualTime();
    const ticks: number[] = [];
    const tick = () => {
      ticks.push(time.deps.nowMilliseconds());
      if (ticks.length === 1) time.spend(250);
    };
    startTicker(100, tick, time.deps);
    time.next();
    time.next();
    assert.deepEqual(ticks, [1000, 1300]);
  });

  it("goes on after a tick that threw, and stops when it is told, also from within a tick", () => {
    const time = virtualTime();
    let ticks = 0;
    const ticker = startTicker(
      100,
      () => {
        ticks += 1;
        if (ticks === 1) throw new Error("once");
        ticker.stop();
      },
      time.deps,
    );
    assert.equal(time.next(), true);
    assert.equal(time.next(), true);
    assert.equal(time.next(), false);
    assert.equal(ticks, 2);
  });
});
