import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Outbox } from "../../services/agent/outbox.ts";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { fail, ok, type Result } from "../../services/kit/failure/failure.ts";
import { heardLog } from "../heard-log.ts";

const sample = { vmId: "v", counterEpoch: 1, outboundBytes: 0, inboundBytes: 0 };
const batchOf = (sequence: number, vms = 1): TrafficBatch => ({
  hostId: "a",
  sequence,
  sampleCount: vms,
  sampleTimeUnixMilliseconds: 0,
  monotonicMicroseconds: 0,
  samples: Array.from({ length: vms }, () => sample),
  links: [],
  unknownTrafficVmIds: [],
});
const AWAY = fail("unavailable", "nobody listens");

/** A tick a second, a clock that a test moves, and a bus that answers as it says. */
function agent(backlogSeconds = 60) {
  const told: { sequence: number; delayedMilliseconds: number | undefined; atMilliseconds: number }[] = [];
  const { log, hear } = heardLog();
  const timers: { call: () => void; atMilliseconds: number }[] = [];
  const state = { now: 0, answer: ok(undefined) as Result<void>, hangs: false, sequence: 0 };
  const outbox = new Outbox(
    { backlogSeconds, tickMilliseconds: 1000 },
    {
      tell: ({ sequence, delayedMilliseconds }) => {
        if (state.hangs) return new Promise(() => undefined);
        if (state.answer.ok) told.push({ sequence, delayedMilliseconds, atMilliseconds: state.now });
        return Promise.resolve(state.answer);
      },
      time: {
        nowMilliseconds: () => state.now,
        later(call, delayMilliseconds) {
          const timer = { call, atMilliseconds: state.now + delayMilliseconds };
          timers.push(timer);
          return () => timers.splice(timers.indexOf(timer), 1);
        },
      },
      log,
    },
  );
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  /** So many ticks, with what is due between them. */
  const tick = async (times = 1, vms = 1) => {
    for (let count = 0; count < times; count += 1) {
      state.sequence += 1;
      outbox.take(batchOf(state.sequence, vms));
      await settle();
      const next = state.now + 1000;
      for (;;) {
        const due = timers.sort((a, b) => a.atMilliseconds - b.atMilliseconds)[0];
        if (due === undefined || due.atMilliseconds >= next) break;
        timers.shift();
        state.now = due.atMilliseconds;
        due.call();
        await settle();
      }
      state.now = next;
    }
  };
  return { outbox, told, hear, state, tick };
}

describe("the agent's outbox", () => {
  it("tells each batch at once, and that it was not kept", async () => {
    const { told, tick } = agent();
    await tick(3);
    assert.deepEqual(
      told.map(({ sequence, delayedMilliseconds }) => [sequence, delayedMilliseconds]),
      [1, 2, 3].map((sequence) => [sequence, undefined]),
    );
  });

  it("keeps what nobody hears, and tells it later, in order, with its delay, and three times as fast as it is sampled", async () => {
    const { outbox, told, hear, state, tick } = agent();
    state.answer = AWAY;
    await tick(20);
    assert.equal(told.length, 0);
    state.answer = ok(undefined);
    await tick(9);
    assert.deepEqual(
      told.slice(0, 20).map(({ sequence }) => sequence),
      Array.from({ length: 20 }, (_, index) => index + 1),
    );
    assert.equal(told[0]?.delayedMilliseconds, 20_000);
    assert.ok(told.length <= 3 * 9 + 1, `${told.length} told in nine ticks`);
    await tick(10);
    assert.deepEqual(
      told.map(({ sequence }) => sequence),
      Array.from({ length: told.length }, (_, index) => index + 1),
    );
    assert.equal(told.length, state.sequence);
    await hear("the traffic batches that were kept have been told");
    assert.equal(outbox.dropped, 0);
  });

  it("drops the oldest when there is no room for more, counts them, and says so once", async () => {
    const { outbox, told, hear, state, tick } = agent(10);
    state.answer = AWAY;
    await tick(25);
    await hear("no more traffic batches can be kept: dropping the oldest");
    assert.equal(outbox.dropped, 15);
    state.answer = ok(undefined);
    await tick(10);
    // The batch of the tick in which it was heard again pushed out another one.
    assert.equal(told[0]?.sequence, 17);
    assert.equal(told.length + outbox.dropped, state.sequence);
  });

  it("keeps no more samples than fit into some memory, however few batches they are", async () => {
    const { outbox, state, tick } = agent(600);
    state.answer = AWAY;
    await tick(30, 4096);
    assert.equal(outbox.dropped, 30 - Math.floor(100_000 / 4096));
  });

  it("tells one at a time, and does not drop the one whose fate is not known", async () => {
    const { outbox, told, state, tick } = agent(5);
    state.hangs = true;
    await tick(8);
    assert.deepEqual([told.length, outbox.dropped], [0, 3]);
  });

  it("passes over a batch that will never be taken", async () => {
    const { told, state, tick } = agent();
    state.answer = fail("invalid", "too large");
    await tick();
    state.answer = ok(undefined);
    await tick();
    assert.deepEqual(
      told.map(({ sequence }) => sequence),
      [2],
    );
  });

  it("tells nothing more when it was stopped", async () => {
    const { outbox, told, state, tick } = agent();
    state.answer = AWAY;
    await tick(3);
    outbox.stop();
    state.answer = ok(undefined);
    await tick(2);
    assert.deepEqual(told, []);
  });
});
