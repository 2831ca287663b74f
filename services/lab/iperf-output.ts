/**
 * What an `iperf3 --server --interval 0.1 --forceflush` prints, line by line, as throughput over time.
 *
 * An interval says when it began and ended by the test's own clock, in hundredths of a second; the lines arrive a little
 * later, sometimes several at once. The earliest arrival seen, relative to its interval's end, gives the moment the
 * test began: a late line moves nothing.
 */

/** As the VM sees it. */
export type FlowDirection = "outbound" | "inbound";

export interface Bin {
  readonly unixMilliseconds: number;
  /** 100, or more where the server itself could not go on. */
  readonly durationMilliseconds: number;
  readonly bytes: number;
}

export interface Interval {
  readonly direction: FlowDirection;
  readonly beginMilliseconds: number;
  readonly endMilliseconds: number;
  readonly bytes: number;
}

const INTERVAL =
  /^\[\s*\d+\](?:\[([TR])X-S\])?\s+(\d{1,9}\.\d{1,9})-(\d{1,9}\.\d{1,9})\s+sec\s+(\d{1,9}(?:\.\d{1,9})?) ([KMGT]?)Bytes\s/;
const UNITS = { "": 1, K: 1024, M: 1024 ** 2, G: 1024 ** 3, T: 1024 ** 4 } as const;

/** `serverSends` tells the direction of lines that do not name it (only a test both ways does). */
export function parseInterval(line: string, serverSends: boolean): Interval | undefined {
  // At the end of a test come its sums.
  if (/\b(sender|receiver)\s*$/.test(line)) return undefined;
  const match = INTERVAL.exec(line);
  if (match === null) return undefined;
  const [, role, begin, end, amount, unit] = match;
  if (Number(end) < Number(begin)) return undefined;
  const sends = role === undefined ? serverSends : role === "T";
  return {
    direction: sends ? "inbound" : "outbound",
    beginMilliseconds: Math.round(Number(begin) * 1000),
    endMilliseconds: Math.round(Number(end) * 1000),
    bytes: Math.round(Number(amount) * UNITS[(unit ?? "") as keyof typeof UNITS]),
  };
}

interface Test {
  readonly intervals: Interval[];
  startUnixMilliseconds: number;
}

/** Everything one server has printed. A client that comes again starts a new test, with its clock at zero. */
export class FlowRecorder {
  readonly #serverSends: boolean;
  readonly #tests: Test[] = [];

  constructor(serverSends: boolean) {
    this.#serverSends = serverSends;
  }

  record(line: string, nowUnixMilliseconds: number): void {
    if (line.startsWith("Accepted connection")) {
      this.#tests.push({ intervals: [], startUnixMilliseconds: Number.POSITIVE_INFINITY });
      return;
    }
    const interval = parseInterval(line, this.#serverSends);
    const test = this.#tests.at(-1);
    if (interval === undefined || test === undefined) return;
    test.intervals.push(interval);
    const start = nowUnixMilliseconds - interval.endMilliseconds;
    test.startUnixMilliseconds = Math.min(test.startUnixMilliseconds, start);
  }

  /** In order of time. */
  bins(direction: FlowDirection): readonly Bin[] {
    return this.#tests.flatMap((test) =>
      test.intervals
        .filter((interval) => interval.direction === direction)
        .map((interval) => ({
          unixMilliseconds: test.startUnixMilliseconds + interval.beginMilliseconds,
          durationMilliseconds: interval.endMilliseconds - interval.beginMilliseconds,
          bytes: interval.bytes,
        })),
    );
  }
}
