/**
 * When a post-copied VM's working set has arrived: the source's count of page requests rises while the VM waits for
 * pages and then stands still, and its traffic is back at its profile. Measured: 171 requests in 2.2 s, in which the
 * application stalled, then none for 7 s.
 */

/** What the VM's profile says of it. Nothing: it is unknown, or too little to go by. */
export interface ExpectedTraffic {
  readonly outboundBytesPerSecond?: number;
  readonly inboundBytesPerSecond?: number;
}

/** What it has sent and received at the destination so far. */
export interface TrafficSample {
  readonly at: number;
  readonly outboundBytes: number;
  readonly inboundBytes: number;
}

export type Settling =
  | {
      readonly kind: "hot";
      readonly requests: number;
      readonly changedAt: number;
      readonly since: number;
      readonly expected: ExpectedTraffic;
      /** Of about the last second, oldest first. */
      readonly samples: readonly TrafficSample[];
      /** For so long in all it has had next to no traffic. Absent: its traffic is nothing to go by, or was not seen yet. */
      readonly stalledMilliseconds?: number;
    }
  | { readonly kind: "settled" };

export type SettlingVerdict = "hot" | "quiet" | "time_limit";

/** Four readings at 0.2 s: without a look at its traffic a single slow page must not be taken for quiet. */
const quietMilliseconds = 800;
/** Two readings, where its traffic says the same. */
const quietWithTrafficMilliseconds = 400;
/** Its traffic may have ended for a reason of its own: pages that long not asked for are enough. */
const quietWithoutTrafficMilliseconds = 3_000;
/** Longer than the longest stall measured with four VMs at once (16 s): others wait for this. */
const limitMilliseconds = 30_000;
/** 1 Mbit/s: less is no sign of an application. */
const worthLookingAtBytesPerSecond = 125_000;
/** Of what is usual; while it waits for pages it has next to nothing, and afterwards it catches up. */
const backShare = 0.5;
/** As the lab has it: less than a tenth of what is usual is a stall. */
const stalledShare = 0.1;
const leastWindowMilliseconds = 350;
const longestWindowMilliseconds = 1_000;

export function startSettling(now: number, expected: ExpectedTraffic = {}): Settling {
  return { kind: "hot", requests: 0, changedAt: now, since: now, expected, samples: [] };
}

export function readRequests(settling: Settling, requests: number, now: number): Settling {
  if (settling.kind === "settled" || requests === settling.requests) return settling;
  return { ...settling, requests, changedAt: now };
}

export function readTraffic(settling: Settling, sample: TrafficSample): Settling {
  if (settling.kind === "settled") return settling;
  const samples = settling.samples.filter(({ at }) => sample.at - at <= longestWindowMilliseconds && at < sample.at);
  return { ...settling, samples: [...samples, sample], ...stalledBy(settling, sample) };
}

/** Before the first sample nothing was counted there. */
function stalledBy(
  { expected, samples, since, stalledMilliseconds = 0 }: Extract<Settling, { kind: "hot" }>,
  sample: TrafficSample,
): { readonly stalledMilliseconds?: number } {
  const directions = wanted(expected);
  const last = samples.at(-1) ?? { at: since, outboundBytes: 0, inboundBytes: 0 };
  const milliseconds = sample.at - last.at;
  if (directions.length === 0 || milliseconds <= 0) return {};
  const isStalled = directions.every(
    ({ counter, bytesPerSecond }) =>
      ((sample[counter] - last[counter]) * 1000) / milliseconds < bytesPerSecond * stalledShare,
  );
  return { stalledMilliseconds: stalledMilliseconds + (isStalled ? milliseconds : 0) };
}

/** Whether its traffic is something to go by: otherwise nobody need ask for it. */
export function watchesTraffic(settling: Settling): boolean {
  return settling.kind === "hot" && wanted(settling.expected).length > 0;
}

export function verdict(settling: Settling, now: number): SettlingVerdict {
  if (settling.kind === "settled") return "quiet";
  const quietFor = now - settling.changedAt;
  const traffic = trafficOf(settling);
  const enough =
    traffic === "back"
      ? quietWithTrafficMilliseconds
      : traffic === "missing"
        ? quietWithoutTrafficMilliseconds
        : quietMilliseconds;
  if (quietFor >= enough) return "quiet";
  return now - settling.since >= limitMilliseconds ? "time_limit" : "hot";
}

function trafficOf({ expected, samples }: Extract<Settling, { kind: "hot" }>): "unknown" | "back" | "missing" {
  const directions = wanted(expected);
  const first = samples[0];
  const last = samples.at(-1);
  if (directions.length === 0 || first === undefined || last === undefined) return "unknown";
  const milliseconds = last.at - first.at;
  if (milliseconds < leastWindowMilliseconds) return "unknown";
  const isBack = directions.every(({ counter, bytesPerSecond }) => {
    const rate = ((last[counter] - first[counter]) * 1000) / milliseconds;
    return rate >= bytesPerSecond * backShare;
  });
  return isBack ? "back" : "missing";
}

function wanted({ outboundBytesPerSecond = 0, inboundBytesPerSecond = 0 }: ExpectedTraffic) {
  const all = [
    { counter: "outboundBytes", bytesPerSecond: outboundBytesPerSecond },
    { counter: "inboundBytes", bytesPerSecond: inboundBytesPerSecond },
  ] as const;
  return all.filter(({ bytesPerSecond }) => bytesPerSecond >= worthLookingAtBytesPerSecond);
}
