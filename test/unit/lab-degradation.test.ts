import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { degradation } from "../../services/lab/degradation.ts";
import { type Bin, FlowRecorder, parseInterval } from "../../services/lab/iperf-output.ts";

const START = 1_000_000;
const NORMAL = 500_000;

/** Bins of 100 ms from ten seconds before the window on. */
function binsOf(window: readonly number[], baseline: readonly number[] = Array(100).fill(NORMAL)): Bin[] {
  return [...baseline, ...window].map((bytes, index) => ({
    unixMilliseconds: START - baseline.length * 100 + index * 100,
    durationMilliseconds: 100,
    bytes,
  }));
}

function measure(bins: readonly Bin[], windowBins: number) {
  return degradation({
    bins,
    baselineMilliseconds: 10_000,
    windowStartUnixMilliseconds: START,
    windowEndUnixMilliseconds: START + windowBins * 100,
  });
}

describe("degradation", () => {
  it("is nothing where throughput stays", () => {
    const measured = measure(binsOf(Array(20).fill(NORMAL)), 20);
    assert.deepEqual(measured, { normalBytesPerSecond: 5_000_000, degradedBytes: 0, longestStallSeconds: 0 });
  });

  it("counts what each bin lacks, without credit for catching up", () => {
    const window = [NORMAL / 2, 0, 0, NORMAL * 3, NORMAL * 3, NORMAL];
    const measured = measure(binsOf(window), window.length);
    assert.equal(measured?.degradedBytes, 2.5 * NORMAL);
    assert.equal(measured?.longestStallSeconds, 0.2);
  });

  it("takes off what bins lack when nothing disturbs them", () => {
    const uneven = Array.from({ length: 100 }, (_, index) => (index % 2 === 0 ? 400_000 : 600_000));
    assert.equal(measure(binsOf(uneven, uneven), 100)?.degradedBytes, 0);
  });

  it("takes the longest of several stalls, and a bin of a tenth for no stall", () => {
    const window = [0, 0, NORMAL / 10, 0, 0, 0, NORMAL / 11, NORMAL];
    assert.equal(measure(binsOf(window), window.length)?.longestStallSeconds, 0.4);
  });

  it("takes silence for a stall, in the middle and at the end", () => {
    const bins = binsOf([NORMAL, NORMAL, NORMAL, NORMAL]);
    const gap = bins.filter((bin) => bin.unixMilliseconds < START + 100 || bin.unixMilliseconds >= START + 300);
    assert.equal(measure(gap, 4)?.longestStallSeconds, 0.2);
    assert.equal(measure(gap, 4)?.degradedBytes, 2 * NORMAL);
    assert.equal(measure(bins, 10)?.longestStallSeconds, 0.6);
  });

  it("counts one long bin by its rate", () => {
    const long = { unixMilliseconds: START, durationMilliseconds: 2_000, bytes: NORMAL };
    const measured = measure([...binsOf([]), long], 20);
    assert.equal(measured?.longestStallSeconds, 2);
    assert.equal(measured?.degradedBytes, 19 * NORMAL);
  });

  it("is unknown where nothing flowed before", () => {
    assert.equal(measure(binsOf([NORMAL], Array(100).fill(0)), 1), undefined);
    assert.equal(measure([], 1), undefined);
  });
});

describe("what an iperf3 server prints", () => {
  it("is one interval a line, sums left out", () => {
    const received = "[  5]   1.10-1.20   sec   563 KBytes  46.1 Mbits/sec                  ";
    assert.deepEqual(parseInterval(received, false), {
      direction: "outbound",
      beginMilliseconds: 1_100,
      endMilliseconds: 1_200,
      bytes: 563 * 1024,
    });
    const sent = "[  5]   1.10-1.20   sec  1.50 MBytes   126 Mbits/sec    0    262 KBytes       ";
    assert.equal(parseInterval(sent, true)?.direction, "inbound");
    assert.equal(parseInterval(sent, true)?.bytes, 1.5 * 1024 * 1024);
    assert.equal(parseInterval("[  5]   2.00-2.10   sec  0.00 Bytes  0.00 bits/sec", false)?.bytes, 0);
    assert.equal(parseInterval("[  5]   0.00-9.04   sec  46.9 MBytes  43.5 Mbits/sec    receiver", false), undefined);
    assert.equal(parseInterval("[  5]   2.10-2.00   sec  1.00 MBytes  0.00 bits/sec", false), undefined);
    assert.equal(parseInterval("[  5]   2.00-2.10   sec  1.2.3 MBytes  0.00 bits/sec", false), undefined);
    assert.equal(parseInterval("[ ID] Interval           Transfer     Bitrate", false), undefined);
  });

  it("names the direction itself when a test goes both ways", () => {
    const line = (role: string) => `[  5][${role}]   0.00-0.10   sec   100 KBytes  8.2 Mbits/sec`;
    assert.equal(parseInterval(line("RX-S"), false)?.direction, "outbound");
    assert.equal(parseInterval(line("TX-S"), false)?.direction, "inbound");
  });

  it("keeps its own time: late lines move nothing, and a second test has a second start", () => {
    const recorder = new FlowRecorder(false);
    const line = (begin: string, end: string) => `[  5]   ${begin}-${end}   sec   100 KBytes  8.2 Mbits/sec`;
    recorder.record("Accepted connection from 10.77.0.100, port 40000", 50_000);
    recorder.record(line("0.00", "0.10"), 50_190);
    recorder.record(line("0.10", "0.20"), 50_200);
    recorder.record(line("0.20", "0.30"), 50_900);
    recorder.record("Accepted connection from 10.77.0.100, port 40002", 60_000);
    recorder.record(line("0.00", "0.10"), 60_100);
    const starts = recorder.bins("outbound").map((bin) => bin.unixMilliseconds);
    assert.deepEqual(starts, [50_000, 50_100, 50_200, 60_000]);
    assert.deepEqual(recorder.bins("inbound"), []);
  });
});
