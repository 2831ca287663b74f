/** What a VM sends and receives over time: some seconds of one rate after another, and counters of it. */
import { type Chance, spread } from "./chance.ts";

/** Most of the traffic goes one way for a VM's life; how much, changes. */
const KINDS = ["sends", "receives", "both", "idle"] as const;
type Kind = (typeof KINDS)[number];

const SHORTEST_PHASE_SECONDS = 5;
const LONGEST_PHASE_SECONDS = 60;
/** 1 to 100 Mbit/s: fifty VMs fill a link of 10 Gbit/s to a seventh on average. */
const LOWEST_BYTES_PER_SECOND = 125_000;
const HIGHEST_BYTES_PER_SECOND = 12_500_000;
/** Acknowledgements of what goes the other way. */
const BACKWARD_SHARE = 0.02;
const IDLE_BYTES_PER_SECOND = 500;

export interface TrafficState {
  readonly kind: Kind;
  readonly chance: Chance;
  seconds: number;
  phaseEndSeconds: number;
  outboundBytesPerSecond: number;
  inboundBytesPerSecond: number;
  /** Since the VM came to its host. */
  outboundBytes: number;
  inboundBytes: number;
}

export function beginTraffic(chance: Chance): TrafficState {
  const kind = KINDS[Math.floor(chance() * KINDS.length)] ?? "idle";
  const state: TrafficState = {
    ...{ kind, chance, seconds: 0, phaseEndSeconds: 0 },
    ...{ outboundBytesPerSecond: 0, inboundBytesPerSecond: 0, outboundBytes: 0, inboundBytes: 0 },
  };
  beginPhase(state);
  return state;
}

/** Counts what goes over the wire until then. */
export function flow(state: TrafficState, untilSeconds: number): void {
  while (state.phaseEndSeconds <= untilSeconds) {
    count(state, state.phaseEndSeconds);
    beginPhase(state);
  }
  count(state, untilSeconds);
}

function count(state: TrafficState, untilSeconds: number): void {
  const seconds = Math.max(0, untilSeconds - state.seconds);
  state.outboundBytes += state.outboundBytesPerSecond * seconds;
  state.inboundBytes += state.inboundBytesPerSecond * seconds;
  state.seconds = Math.max(state.seconds, untilSeconds);
}

function beginPhase(state: TrafficState): void {
  const { kind, chance } = state;
  const rate =
    kind === "idle" ? IDLE_BYTES_PER_SECOND : spread(chance, LOWEST_BYTES_PER_SECOND, HIGHEST_BYTES_PER_SECOND);
  state.phaseEndSeconds += spread(chance, SHORTEST_PHASE_SECONDS, LONGEST_PHASE_SECONDS);
  state.outboundBytesPerSecond = kind === "receives" ? rate * BACKWARD_SHARE : rate;
  state.inboundBytesPerSecond = kind === "sends" ? rate * BACKWARD_SHARE : rate;
}
