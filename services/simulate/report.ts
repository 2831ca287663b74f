/** What a simulation found, for people and for programs. */
import { megabytesText } from "../kit/terminal/quantity-text.ts";
import type { SimulationOptions, SimulationState } from "./simulation.ts";

export function liveLine(options: SimulationOptions, state: SimulationState): string {
  const { seconds, totals, oldestSeconds } = state;
  const asked = options.askEverySeconds === undefined ? "" : `, oldest profile ${oldestSeconds.toFixed(2)} s`;
  return `${seconds.toFixed(0)} of ${options.durationSeconds} s: ${count(totals.batches)} batches, ${count(totals.samples)} samples${asked}${troubles(state)}`;
}

export function summaryLines(
  options: SimulationOptions,
  state: SimulationState,
  connections: number,
): readonly string[] {
  const { hosts, vmsPerHost, intervalSeconds, seed } = options;
  const { seconds, totals, ages, moves, reports, reportBytes } = state;
  const perSecond = (amount: number) => amount / Math.max(seconds, intervalSeconds);
  const lines = [
    `${count(hosts)} hosts of ${vmsPerHost} VMs, a sample each ${intervalSeconds} s, seed ${seed}, ${connections} ${connections === 1 ? "connection" : "connections"}, ${seconds.toFixed(1)} s`,
    `sent      ${count(totals.batches)} batches of ${count(totals.samples)} samples: ${count(perSecond(totals.samples))} samples/s, ${megabytesText(perSecond(totals.batchBytes))}/s`,
  ];
  if (reports > 0)
    lines.push(`reported  ${count(reports)} times: ${megabytesText(perSecond(reportBytes))}/s, published and stored`);
  lines.push(`moved     ${count(moves)} VMs`);
  if (options.askEverySeconds !== undefined) {
    const lost = totals.lost === 0 ? "none lost" : `LOST ${count(totals.lost)} of ${count(totals.hostsBehind)} hosts`;
    lines.push(`taken     ${count(totals.taken)} batches, by the profilers' own count: ${lost}`);
    lines.push(
      `age       of a host's oldest sample, as its profile shows it: median ${ages.medianSeconds.toFixed(2)} s, 99 % ${ages.p99Seconds.toFixed(2)} s, most ${ages.maximumSeconds.toFixed(2)} s (${count(ages.questions)} questions; up to ${intervalSeconds} s of it is the wait for the next sample)`,
    );
  }
  const trouble = troubles(state);
  if (trouble !== "") lines.push(`trouble   ${trouble.replace(/^, /, "")}`);
  return lines;
}

export function document(options: SimulationOptions, state: SimulationState, connections: number): unknown {
  const { hosts, vmsPerHost, intervalSeconds, seed, movesPerSecond } = options;
  const { seconds, totals, ages, moves, reports, reportBytes, reportsRefused, skippedTicks, unsent, unanswered } =
    state;
  const asked = options.askEverySeconds !== undefined;
  return {
    ...{ hosts, vmsPerHost, intervalSeconds, seed, movesPerSecond, connections, seconds },
    sent: { batches: totals.batches, samples: totals.samples, batchBytes: totals.batchBytes, reports, reportBytes },
    ...(asked ? { takenBatches: totals.taken, lostBatches: totals.lost, age: ages } : {}),
    ...{ moves, skippedTicks, unsent, unanswered, reportsRefused },
  };
}

/** All that was meant to be sent was, and all that was sent has been counted. */
export function isWhole({ totals, skippedTicks, unsent }: SimulationState, options: SimulationOptions): boolean {
  return skippedTicks === 0 && unsent === 0 && (options.askEverySeconds === undefined || totals.lost === 0);
}

function troubles({ skippedTicks, unsent, unanswered, reportsRefused }: SimulationState): string {
  const named: readonly (readonly [number, string])[] = [
    [skippedTicks, "ticks not kept: this process is too slow for so many hosts"],
    [unsent, "batches not sent: no connection"],
    [unanswered, "questions not answered"],
    [reportsRefused, "reports not stored"],
  ];
  return named
    .filter(([amount]) => amount > 0)
    .map(([amount, words]) => `, ${count(amount)} ${words}`)
    .join("");
}

function count(amount: number): string {
  return Math.round(amount).toLocaleString("en");
}
