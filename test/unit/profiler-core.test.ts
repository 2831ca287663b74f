import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { codecs } from "../../services/kit/bus/messages.ts";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { clockAfter, isNews } from "../../services/profiler/core/observe.ts";
import { ageOf, completenessOf, directionOf, profileOf } from "../../services/profiler/core/profile.ts";
import type { HostClock, TrafficRecord } from "../../services/profiler/core/record.ts";
import { vmProfiles } from "../../services/profiler/service.ts";
import { observed, type Sample } from "../observed.ts";

const settings = { shortAverageSeconds: 5, longAverageSeconds: 60, peakWindowSeconds: 10, longestGapSeconds: 60 };
const START_MILLISECONDS = 1_790_000_000_000;

const at = (seconds: number, outboundBytes: number, change: Partial<Sample> = {}): Sample => ({
  counterEpoch: 1,
  monotonicMicroseconds: seconds * 1e6,
  sampleTimeUnixMilliseconds: START_MILLISECONDS + seconds * 1000,
  outboundBytes,
  inboundBytes: 0,
  ...change,
});

function after(...samples: readonly Sample[]): TrafficRecord {
  const record = samples.reduce<TrafficRecord | undefined>((old, sample) => observed(old, sample, settings), undefined);
  assert.ok(record !== undefined);
  return record;
}

/** Of a VM whose host says nothing for so long. */
const silent = (seconds: number) => ({ seconds, withoutItSeconds: 0 });
const peakOf = (record: TrafficRecord) => Math.max(record.outbound.peak, record.outbound.peakBefore);

describe("a host's records", () => {
  it("of which one is damaged still give the profiles of the others, in a form that can be sent", () => {
    const record = after(at(100, 5000), at(130, 35_000));
    const clock = {
      monotonicMicroseconds: 131e6,
      sampleTimeUnixMilliseconds: START_MILLISECONDS,
      ...{ sampledMilliseconds: 5, agentStartTimeUnixMilliseconds: 1, sequence: 1 },
      ...{ wholeWeight: 1, sampledWeight: 1, missedBatches: 0, takenBatches: 1 },
    };
    for (const change of [{ longWeight: Number.NaN }, { observedSeconds: -1 }, { outboundBytes: 1, shortWeight: -1 }]) {
      const vms = new Map([
        ["good", record],
        ["damaged", { ...record, ...change }],
        ["no id", record],
      ]);
      const profiles = vmProfiles({ nowMilliseconds: 5, clock, vms }, settings);
      const answer = codecs.HostProfiles.encode({ hostId: "a", answerTimeUnixMilliseconds: 1, vms: profiles });
      assert.equal(answer.ok, true, JSON.stringify(change));
      assert.ok(profiles.some(({ vmId }) => vmId === "good"));
      assert.ok(!profiles.some(({ vmId }) => vmId === "no id"));
    }
  });
});

describe("observing a VM's counters", () => {
  it("measures nothing from one sample, and the whole interval from two, also when some between were lost", () => {
    assert.equal(after(at(100, 5000)).observedSeconds, 0);
    assert.equal(after(at(100, 5000), at(130, 35_000)).observedSeconds, 30);
    assert.equal(peakOf(after(at(100, 5000), at(130, 35_000))), 1000);
  });

  const restarts: [string, Sample][] = [
    ["after a gap longer than a minute", at(161, 1_000_000)],
    ["in another epoch", at(101, 1_000_000, { counterEpoch: 2 })],
    ["with a counter that went down", at(101, 4999)],
    ["with an inbound counter that went down", at(101, 6000, { inboundBytes: -1 })],
    ["at a rate that no VM has", at(101, 2e13)],
    ["after the host has started again", at(101, 1_000_000, { monotonicMicroseconds: 1e6 })],
  ];
  for (const [when, sample] of restarts) {
    it(`measures no rate ${when}, and goes on from there`, () => {
      const begun = after(at(100, 5000), sample);
      assert.deepEqual([begun.observedSeconds, peakOf(begun), begun.longWeight], [0, 0, 0]);
      const next = {
        ...sample,
        monotonicMicroseconds: sample.monotonicMicroseconds + 2e6,
        outboundBytes: sample.outboundBytes + 600,
      };
      assert.equal(peakOf(observed(begun, next, settings)), 300);
    });
  }

  it("leaves a sample that comes within a tenth of a second for the next to include", () => {
    const first = after(at(100, 5000));
    assert.deepEqual(observed(first, at(100.05, 9000), settings), first);
    assert.equal(peakOf(after(at(100, 5000), at(100.05, 9000), at(101, 9000))), 4000);
  });

  it("forgets a peak after the window, and not before half of it", () => {
    const burst = [at(0, 0), at(1, 1000)];
    const quiet = (until: number) => Array.from({ length: until - 1 }, (_, index) => at(index + 2, 1000));
    assert.equal(peakOf(after(...burst, ...quiet(5))), 1000);
    assert.equal(peakOf(after(...burst, ...quiet(9))), 1000);
    assert.equal(peakOf(after(...burst, ...quiet(11))), 0);
  });
});

describe("a batch", () => {
  const patient = { milliseconds: 0, patienceMilliseconds: 10_000 };
  const cases: [string, Parameters<typeof isNews>, boolean][] = [
    ["the first", [undefined, at(5, 0), patient], true],
    ["newer", [at(5, 0), at(6, 0), patient], true],
    ["the same again", [at(5, 0), at(5, 0), patient], false],
    ["late", [at(5, 0), at(4, 0), patient], false],
    ["of a host that started again", [at(500, 0), at(501, 0, { monotonicMicroseconds: 3 }), patient], true],
    ["late, when nothing newer has come for long", [at(5, 0), at(4, 0), { ...patient, milliseconds: 10_000 }], true],
    ["newer by a wall clock that was set back", [at(5, 0), at(6, 0, { sampleTimeUnixMilliseconds: 9 }), patient], true],
  ];
  const numbered = (sequence: number, seconds: number, start = 7) => ({
    ...at(seconds, 0),
    ...{ sequence, agentStartTimeUnixMilliseconds: start },
  });
  cases.push(
    ["numbered higher", [numbered(5, 5), numbered(6, 6), patient], true],
    [
      "numbered as before, however long ago",
      [numbered(5, 5), numbered(5, 5), { ...patient, milliseconds: 60_000 }],
      false,
    ],
    ["numbered anew by an agent that was restarted", [numbered(500, 5), numbered(1, 6, 8), patient], true],
  );
  for (const [what, [last, batch, silence], news] of cases) {
    it(`that is ${what} is ${news ? "taken" : "passed over"}`, () => {
      assert.equal(isNews(last, batch, silence), news);
    });
  }
});

describe("a VM's direction", () => {
  const level = (megabits: number, short = megabits) => ({
    shortBytesPerSecond: short * 125_000,
    longBytesPerSecond: megabits * 125_000,
    peakBytesPerSecond: megabits * 125_000,
    deviationBytesPerSecond: 0,
  });
  const cases: [string, ReturnType<typeof level>, ReturnType<typeof level>, string][] = [
    ["NONE below a megabit per second", level(0.9), level(0.5), "NONE"],
    ["OUTBOUND when it sends three times what it receives", level(45), level(15), "OUTBOUND"],
    ["OUTBOUND with acknowledgements coming back", level(45), level(0.9), "OUTBOUND"],
    ["INBOUND the other way round", level(1), level(45), "INBOUND"],
    ["BOTH when neither is clearly more", level(45), level(20), "BOTH"],
    ["not NONE when it has just begun", level(0.7, 5), level(0, 0), "OUTBOUND"],
    ["not NONE when it has just stopped", level(20, 0), level(1, 0), "OUTBOUND"],
  ];
  for (const [title, outbound, inbound, expected] of cases) {
    it(`is ${title}`, () => assert.equal(directionOf(outbound, inbound), expected));
  }

  const sending = (seconds: number) =>
    after(...Array.from({ length: seconds + 1 }, (_, index) => at(index, index * 5_600_000)));

  it("is unknown until it was watched for two seconds", () => {
    assert.deepEqual(
      [0, 1, 2, 3].map((seconds) => profileOf("v", sending(seconds), silent(0), settings)?.direction),
      ["UNKNOWN", "UNKNOWN", "OUTBOUND", "OUTBOUND"],
    );
  });

  it("is unknown again when samples stop, its age is said, and its confidence falls meanwhile", () => {
    const profiles = [0, 14, 16, 31].map((age) => profileOf("v", sending(60), silent(age), settings));
    assert.deepEqual(
      profiles.map((profile) => [profile?.direction, profile?.ageSeconds]),
      [
        ["OUTBOUND", 0],
        ["OUTBOUND", 14],
        ["UNKNOWN", 16],
        ["UNKNOWN", 31],
      ],
    );
    const confidences = profiles.flatMap((profile) => profile?.confidence ?? []);
    assert.deepEqual(confidences, [...confidences].sort().reverse());
  });
});

describe("a host's completeness", () => {
  const batchAt = (seconds: number): TrafficBatch => ({
    ...{ hostId: "a", sequence: seconds, sampleCount: 0, samples: [], links: [], unknownTrafficVmIds: [] },
    ...{ sampleTimeUnixMilliseconds: START_MILLISECONDS + seconds * 1000, monotonicMicroseconds: seconds * 1e6 },
    ...{ agentStartTimeUnixMilliseconds: 7, tickMilliseconds: 1000 },
  });
  const seen = (...moments: readonly number[]) => {
    const clock = moments.reduce<HostClock | undefined>(
      (last, seconds) => clockAfter(last, batchAt(seconds), seconds * 1000, settings),
      undefined,
    );
    return clock ?? assert.fail();
  };
  const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index);

  it("is whole from the first batch on while none is missing, and nothing is missed", () => {
    for (const clock of [seen(1), seen(1, 2), seen(...range(1, 300))]) {
      assert.deepEqual([Math.round(completenessOf(clock) * 1e9), clock.missedBatches], [1e9, 0]);
    }
  });
  it("is a half when every other is missing, and each of those is counted", () => {
    const clock = seen(...range(1, 300).map((number) => 2 * number));
    assert.ok(Math.abs(completenessOf(clock) - 0.5) < 1e-9);
    assert.equal(clock.missedBatches, 299);
  });
  it("falls by a silence to what is left of the average, and comes back", () => {
    const before = range(1, 300);
    assert.ok(Math.abs(completenessOf(seen(...before, 361)) - Math.exp(-61 / 60)) < 0.02);
    assert.ok(completenessOf(seen(...before, ...range(361, 480))) > 0.9);
  });
  it("is as old as its batch was when it came", () => {
    const late = { ...batchAt(5), delayedMilliseconds: 40_000 };
    assert.equal(clockAfter(undefined, late, 100_000, settings).sampledMilliseconds, 60_000);
  });
});

describe("a rate's deviation", () => {
  const sendingBy = (rateAt: (second: number) => number) => {
    let outboundBytes = 0;
    const samples = Array.from({ length: 601 }, (_, second) => {
      outboundBytes += second === 0 ? 0 : rateAt(second);
      return at(second, outboundBytes);
    });
    const level = profileOf("v", after(...samples), silent(0), settings)?.outbound;
    assert.ok(level !== undefined);
    return level;
  };

  it("is that of the samples around the long average", () => {
    const { longBytesPerSecond, deviationBytesPerSecond } = sendingBy((second) => (second % 2) * 8_000_000);
    assert.ok(Math.abs(longBytesPerSecond - 4e6) < 0.01 * 4e6, `${longBytesPerSecond}`);
    assert.ok(Math.abs(deviationBytesPerSecond - 4e6) < 0.01 * 4e6, `${deviationBytesPerSecond}`);
  });

  it("is next to nothing for a VM that sends evenly, and falls again after a burst is over", () => {
    assert.ok(sendingBy(() => 8_000_000).deviationBytesPerSecond < 8);
    const burst = (last: number) => sendingBy((second) => (second >= last - 10 && second < last ? 8e6 : 0));
    assert.ok(burst(600).deviationBytesPerSecond > 4 * burst(400).deviationBytesPerSecond);
  });
});

describe("a record's age", () => {
  const clock = {
    ...{ monotonicMicroseconds: 20e6, sampleTimeUnixMilliseconds: 0, sampledMilliseconds: 5000 },
    ...{ agentStartTimeUnixMilliseconds: 0, sequence: 0, wholeWeight: 0, sampledWeight: 0, missedBatches: 0 },
    takenBatches: 0,
  };
  it("is what the host has lived since, and what the store has waited since", () => {
    assert.deepEqual(ageOf(after(at(17, 0)), clock, 6500), { seconds: 4.5, withoutItSeconds: 3 });
  });
  it("is unknown when the host has started again since", () => {
    assert.equal(ageOf(after(at(21, 0)), clock, 6500), undefined);
  });
  it("leaves out a VM that its host no longer samples", () => {
    assert.equal(profileOf("v", after(at(0, 0)), { seconds: 31, withoutItSeconds: 31 }, settings), undefined);
  });
});
