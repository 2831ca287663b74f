/** Policies one after another, each from a fresh lab under the same settings, measured and put side by side. */
import { writeFile } from "node:fs/promises";
import { policies as allPolicies, type Policy } from "../kit/domain/technique.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { megabytesText, secondsText, shortSecondsText } from "../kit/terminal/quantity-text.ts";
import { type Column, formatTable } from "../kit/terminal/table.ts";
import { runEvacuation } from "./evacuation-run.ts";
import type { Progress } from "./guest-image.ts";
import { startLab } from "./lab.ts";
import type { RunDocument } from "./measure.ts";
import type { Scenario } from "./scenario.ts";

/** The product, and what everybody else does. */
export const comparedPolicies: readonly Policy[] = [
  "traffic-sensitive",
  "pre-copy",
  "post-copy",
  "pre-copy-serial",
  "post-copy-serial",
];

export interface Comparison {
  readonly name: string;
  readonly scenario: Scenario;
  readonly policies: readonly Policy[];
  /** Every policy once, and then again: what changes on the machine meanwhile meets all alike. Default 1. */
  readonly rounds?: number;
  /** Written anew after each policy: what was measured is kept when a later one fails. */
  readonly jsonFile?: string;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

export interface ComparisonDocument {
  readonly scenario: string;
  readonly linkMbit: number;
  readonly accelerator: string;
  readonly qemu: string;
  readonly runs: readonly RunDocument[];
}

export async function compare(comparison: Comparison): Promise<Result<ComparisonDocument>> {
  const { policies, rounds = 1, progress, scenario, jsonFile } = comparison;
  const order = Array.from({ length: rounds }, () => policies).flat();
  let document: ComparisonDocument | undefined;
  for (const [index, policy] of order.entries()) {
    progress(`\n${policy} (${index + 1} of ${order.length})`);
    const measured = await measureFreshLab(comparison, policy);
    if (!measured.ok) return measured;
    const { accelerator, qemu, run } = measured.value;
    const runs = [...(document?.runs ?? []), run];
    document = { scenario: scenario.name, linkMbit: scenario.linkMbit, accelerator, qemu, runs };
    if (jsonFile !== undefined) await writeFile(jsonFile, `${JSON.stringify(document, null, 2)}\n`);
  }
  return document === undefined ? fail("invalid", "no policy was given") : ok(document);
}

async function measureFreshLab(
  comparison: Comparison,
  policy: Policy,
): Promise<Result<{ readonly accelerator: string; readonly qemu: string; readonly run: RunDocument }>> {
  const { name, scenario, progress, signal } = comparison;
  const lab = await startLab({ name, scenario, progress, signal });
  if (!lab.ok) return lab;
  let measured: Result<RunDocument>;
  try {
    measured = await runEvacuation({ lab: lab.value, policy, progress, signal });
  } finally {
    const stopped = await lab.value.stop();
    if (!stopped.ok) progress(`lab ${name} is not down: ${stopped.failure.message}`);
  }
  if (!measured.ok) return measured;
  const { accelerator, qemu } = lab.value.state;
  return ok({ accelerator, qemu, run: measured.value });
}

const right = (title: string): Column => ({ title, align: "right" });

export function comparisonLines(document: ComparisonDocument): readonly string[] {
  const { scenario, linkMbit, accelerator, qemu, runs } = document;
  const columns: readonly Column[] = [
    { title: "policy" },
    right("total"),
    right("of the limit"),
    right("forecast"),
    right("off by"),
    right("lost"),
    right("longest stall"),
    right("longest downtime"),
    right("moved"),
  ];
  const rounds = Math.max(0, ...summaries(runs).map((summary) => summary.runs.length));
  const rows = summaries(runs).map((summary) => {
    const { totalSeconds: total, limitRatio, forecastSeconds: forecast, forecastErrorPercent: error } = summary;
    return [
      summary.policy,
      total === null ? "failed" : secondsText(total),
      limitRatio === null ? "-" : limitRatio.toFixed(2),
      forecast === null ? "-" : secondsText(forecast),
      error === null ? "-" : `${error.toFixed(0)} %`,
      megabytesText(summary.degradedBytes),
      secondsText(summary.longestStallSeconds),
      summary.longestDowntimeSeconds === null ? "-" : shortSecondsText(summary.longestDowntimeSeconds),
      megabytesText(summary.transferredBytes),
    ];
  });
  const head = `${scenario}: links of ${linkMbit} Mbit/s, QEMU ${qemu} (${accelerator})`;
  const many = rounds > 1 ? [`Medians of ${rounds} runs each.`] : [];
  return [head, ...many, ...formatTable(columns, rows), ...verdict(runs)];
}

/** A policy's runs, each figure as the median of them. Null: nothing could be measured, or a run failed. */
interface Summary {
  readonly policy: Policy;
  readonly runs: readonly RunDocument[];
  readonly totalSeconds: number | null;
  readonly limitRatio: number | null;
  readonly forecastSeconds: number | null;
  readonly forecastErrorPercent: number | null;
  readonly degradedBytes: number;
  readonly longestStallSeconds: number;
  readonly longestDowntimeSeconds: number | null;
  readonly transferredBytes: number;
}

function summaries(all: readonly RunDocument[]): readonly Summary[] {
  return [...new Set(all.map((run) => run.policy))].map((policy) => {
    const runs = all.filter((run) => run.policy === policy);
    return {
      policy,
      runs,
      totalSeconds: median(runs.map((run) => run.totalMigrationSeconds)),
      limitRatio: median(runs.map((run) => quotient(run.totalMigrationSeconds, run.limitSeconds))),
      forecastSeconds: median(runs.map((run) => run.forecastSeconds)),
      forecastErrorPercent: median(runs.map(forecastErrorPercent)),
      degradedBytes: median(runs.map((run) => run.degradedBytes)) ?? 0,
      longestStallSeconds: median(runs.map((run) => run.longestStallSeconds)) ?? 0,
      longestDowntimeSeconds: median(
        runs.map((run) => run.vms.reduce<number | null>((most, vm) => larger(most, vm.downtimeSeconds), null)),
      ),
      transferredBytes: median(runs.map((run) => run.transferredBytes)) ?? 0,
    };
  });
}

/** By how much the forecast was wrong, either way, in per cent of the time it took. */
function forecastErrorPercent({ totalMigrationSeconds: fact, forecastSeconds: forecast }: RunDocument): number | null {
  return fact === null || forecast === null || fact === 0 ? null : (Math.abs(forecast - fact) / fact) * 100;
}

function quotient(left: number | null, right: number | null): number | null {
  return left === null || right === null || right === 0 ? null : left / right;
}

function larger(left: number | null, right: number | null): number | null {
  if (left === null || right === null) return left ?? right;
  return Math.max(left, right);
}

/** The mean of the middle two where the number is even; null as soon as one is. */
export function median(values: readonly (number | null)[]): number | null {
  const sorted = values.filter((value) => value !== null).sort((a, b) => a - b);
  if (sorted.length < values.length) return null;
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)];
  const lower = sorted[Math.ceil(middle) - 1];
  return upper === undefined || lower === undefined ? null : (lower + upper) / 2;
}

/** Whether every VM of every run has arrived. */
export function allCompleted(document: ComparisonDocument): boolean {
  return document.runs.every(
    (run) => run.totalMigrationSeconds !== null && run.vms.every((vm) => vm.outcome === "COMPLETED"),
  );
}

function verdict(runs: readonly RunDocument[]): readonly string[] {
  const all = summaries(runs);
  const own = all.find((one) => one.policy === allPolicies[0]);
  const others = all.flatMap(({ policy, totalSeconds }) =>
    policy !== allPolicies[0] && totalSeconds !== null ? [{ policy, seconds: totalSeconds }] : [],
  );
  const [best] = others.sort((a, b) => a.seconds - b.seconds);
  if (own === undefined || own.totalSeconds === null || best === undefined) return [];
  const ratio = (own.totalSeconds / best.seconds).toFixed(2);
  return [`${own.policy} takes ${ratio} of the time of the best other policy (${best.policy}).`];
}
