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
  const { policies, progress, scenario, jsonFile } = comparison;
  let document: ComparisonDocument | undefined;
  for (const [index, policy] of policies.entries()) {
    progress(`\n${policy} (${index + 1} of ${policies.length})`);
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
    right("lost"),
    right("longest stall"),
    right("longest downtime"),
    right("moved"),
  ];
  const rows = runs.map((run) => {
    const { totalMigrationSeconds: total, limitSeconds: limit, forecastSeconds: forecast } = run;
    const downtimes = run.vms.flatMap((vm) => vm.downtimeSeconds ?? []);
    return [
      run.policy,
      total === null ? "failed" : secondsText(total),
      total === null || limit === null || limit === 0 ? "-" : (total / limit).toFixed(2),
      forecast === null ? "-" : secondsText(forecast),
      megabytesText(run.degradedBytes),
      secondsText(run.longestStallSeconds),
      downtimes.length === 0 ? "-" : shortSecondsText(Math.max(...downtimes)),
      megabytesText(run.transferredBytes),
    ];
  });
  const head = `${scenario}: links of ${linkMbit} Mbit/s, QEMU ${qemu} (${accelerator})`;
  return [head, ...formatTable(columns, rows), ...verdict(runs)];
}

/** Whether every VM of every run has arrived. */
export function allCompleted(document: ComparisonDocument): boolean {
  return document.runs.every(
    (run) => run.totalMigrationSeconds !== null && run.vms.every((vm) => vm.outcome === "COMPLETED"),
  );
}

function verdict(runs: readonly RunDocument[]): readonly string[] {
  const [own] = runs.filter((run) => run.policy === allPolicies[0]);
  const others = runs.flatMap((run) =>
    run.policy !== allPolicies[0] && run.totalMigrationSeconds !== null
      ? [{ policy: run.policy, seconds: run.totalMigrationSeconds }]
      : [],
  );
  const [best] = others.sort((a, b) => a.seconds - b.seconds);
  if (own === undefined || own.totalMigrationSeconds === null || best === undefined) return [];
  const ratio = (own.totalMigrationSeconds / best.seconds).toFixed(2);
  return [`${own.policy} takes ${ratio} of the time of the best other policy (${best.policy}).`];
}
