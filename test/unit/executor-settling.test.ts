import assert from "node:assert/strict";
import { test } from "node:test";
import {
  readRequests,
  readTraffic,
  startSettling,
  verdict,
  watchesTraffic,
} from "../../services/executor/core/settling.ts";
import { evolveSource, isUnderway, type SourceState } from "../../services/executor/core/source-state.ts";
import { source, started } from "../executor-steps.ts";

test("a VM has settled when no page was asked for in 0.8 s, or after 30 s", () => {
  let settling = startSettling(0);
  settling = readRequests(settling, 5, 600);
  assert.equal(verdict(settling, 1_399), "hot");
  settling = readRequests(settling, 5, 1_390);
  assert.equal(verdict(settling, 1_400), "quiet");
  let restless = startSettling(0);
  for (let at = 200; at <= 30_000; at += 200) {
    assert.equal(verdict(restless, at - 1), "hot");
    restless = readRequests(restless, at, at);
  }
  assert.equal(verdict(restless, 30_000), "time_limit");
});

/** Requests stand still from 1000 on; the VM sends and receives so much at the destination, read each 200 ms. */
function settledAt(sends: number, expected: Parameters<typeof startSettling>[1], from = 0): number {
  let settling = readRequests(startSettling(0, expected), 9, 1_000);
  for (let now = 1_000; ; now += 200) {
    settling = readRequests(settling, 9, now);
    const outboundBytes = (sends * Math.max(0, now - from)) / 1_000;
    settling = readTraffic(settling, { at: now, outboundBytes, inboundBytes: 0 });
    if (verdict(settling, now) !== "hot") return now;
  }
}

for (const [title, sends, expected, from, at] of [
  ["its traffic is back: 0.4 s without a request are enough", 5e6, { outboundBytesPerSecond: 5e6 }, 0, 1_400],
  ["half of its traffic is back: as well", 2.5e6, { outboundBytesPerSecond: 5e6 }, 0, 1_400],
  ["its traffic comes back later: it has settled then", 5e6, { outboundBytesPerSecond: 5e6 }, 2_000, 2_600],
  ["its traffic does not come back: after 3 s without a request", 0, { outboundBytesPerSecond: 5e6 }, 0, 4_000],
  [
    "only one of its directions is back: the same",
    5e6,
    { outboundBytesPerSecond: 5e6, inboundBytesPerSecond: 5e6 },
    0,
    4_000,
  ],
  ["it never had traffic: 0.8 s, whatever is seen now", 5e6, { outboundBytesPerSecond: 10 }, 0, 1_800],
  ["nobody knows its traffic: the same", 5e6, {}, 0, 1_800],
] as const) {
  test(`a VM has stopped asking for pages, and ${title}`, () => {
    assert.equal(settledAt(sends, expected, from), at);
  });
}

test("a stall is the time in which the traffic stood still, where there is traffic to go by", () => {
  const stallOf = (expected: Parameters<typeof startSettling>[1], bytesAt: (at: number) => number) => {
    let settling = startSettling(0, expected);
    for (let at = 200; at <= 2_000; at += 200) {
      settling = readTraffic(settling, { at, outboundBytes: bytesAt(at), inboundBytes: 0 });
    }
    return settling.kind === "hot" ? settling.stalledMilliseconds : undefined;
  };
  const expected = { outboundBytesPerSecond: 1_000_000 };
  assert.equal(
    stallOf(expected, (at) => Math.max(0, at - 1_000) * 1_000),
    1_000,
  );
  assert.equal(
    stallOf(expected, (at) => at * 1_000),
    0,
  );
  assert.equal(
    stallOf(expected, (at) => at * 99),
    2_000,
  );
  assert.equal(
    stallOf({}, (at) => at),
    undefined,
  );
  const hot = source("POST_COPY", started, { type: "post-copy-asked", at: 1 }, { type: "following", at: 1 });
  assert.ok(hot.phase === "following");
  const still = readTraffic(startSettling(0, expected), { at: 700, outboundBytes: 0, inboundBytes: 0 });
  const stalled: SourceState = { ...hot, settling: still };
  const settled = evolveSource(stalled, { type: "settled", at: 9, observed: true });
  assert.equal(isUnderway(settled) && settled.course.trafficStallSeconds, 0.7);
});

test("traffic is asked for only where it would say something", () => {
  assert.equal(watchesTraffic(startSettling(0, { inboundBytesPerSecond: 125_000 })), true);
  assert.equal(watchesTraffic(startSettling(0, { inboundBytesPerSecond: 124_999 })), false);
  assert.equal(watchesTraffic(startSettling(0)), false);
  assert.equal(watchesTraffic({ kind: "settled" }), false);
});
