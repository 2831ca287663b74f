/** How long a post-copy's end took: from when its last page was sent until its source's process was gone. */
import assert from "node:assert/strict";
import { test } from "node:test";
import { completed } from "../../services/executor/core/source-ending.ts";
import type { SourceEvent } from "../../services/executor/core/source-event.ts";
import { evolveSource } from "../../services/executor/core/source-state.ts";
import { ram, source, started } from "../executor-steps.ts";

const reading = (at: number, remainingBytes: number, bytesPerSecond = 10e6): SourceEvent => ({
  ...{ type: "observed", at },
  ram: { ...ram, totalBytes: 100e6, remainingBytes, bytesPerSecond },
});
const paused: SourceEvent = { type: "paused", at: 1_600, reason: "cut" };
const resumed: SourceEvent = { type: "recovered", at: 1_700, lostSeconds: 0.1 };
const sent: SourceEvent = { type: "all-sent", at: 2_500, source: "postmigrate" };
const confirmed: SourceEvent = { type: "destination-confirmed", resumedAtUnixMilliseconds: 1 };

/** It is gone at 3 s. */
function endingAfter(...events: readonly SourceEvent[]): number | undefined {
  const following = source("POST_COPY", started, { type: "post-copy-asked", at: 1 }, { type: "following", at: 1 });
  const state = [...events, sent, confirmed].reduce(evolveSource, following);
  assert.ok(state.phase === "releasing");
  const [event] = completed(state, 3_000).events;
  assert.ok(event?.type === "completed");
  return event.endingSeconds;
}

for (const [title, events, seconds] of [
  ["by the last reading, 8 MB were sent 0.8 s after it", [reading(1_000, 30e6), reading(1_500, 8e6)], 0.7],
  ["no later than QEMU said that all was sent", [reading(1_500, 80e6)], 0.5],
  ["no later than a reading by which nothing was left", [reading(1_000, 30e6), reading(1_500, 0)], 1.5],
  ["as it was reckoned, when that was before such a reading", [reading(1_000, 2e6), reading(1_500, 0)], 1.8],
  ["unknown, when no reading came before all was sent", [reading(1_500, 0)], undefined],
  ["unknown, while QEMU does not say how fast it is", [reading(1_500, 8e6, 0)], undefined],
  ["unknown, when the stream broke after the last reading", [reading(1_500, 8e6), paused, resumed], undefined],
  ["by a reading since, when it was mended", [reading(1_000, 8e6), paused, resumed, reading(2_000, 2e6)], 0.8],
] as const) {
  test(`the last page was sent: ${title}`, () => {
    const ending = endingAfter(...events);
    assert.equal(ending === undefined ? undefined : Math.round(ending * 1_000) / 1_000, seconds);
  });
}
