/**
 * `npm run fuzz`: every target over many inputs, guided by coverage unless told otherwise: without it three times as quick.
 *
 *     node dist/test/fuzz/main.js [--inputs N] [--seed N] [--target NAME]... [--unguided] [--list]
 *     node dist/test/fuzz/main.js --target NAME --input BASE64
 *
 * Exits with 1 when something was found.
 */
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { type Column, formatTable } from "../../services/kit/terminal/table.ts";
import type { Finding } from "./loop.ts";
import { createRandom, seedOf } from "./random.ts";
import { type Report, reproduction, supervise } from "./supervise.ts";
import { targetNamed, targets } from "./targets.ts";

/** In all. */
const INPUTS = 1_000_000;
const FOUND = 1;
const INTERRUPTED = 130;

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: String(INPUTS) },
    seed: { type: "string", default: process.env.CONTRAFLOW_TEST_SEED ?? String(Date.now() % 2 ** 31) },
    target: { type: "string", multiple: true, default: [] },
    input: { type: "string" },
    list: { type: "boolean", default: false },
    unguided: { type: "boolean", default: false },
  },
});
const seed = whole(values.seed, "--seed");
const chosen = values.target.length === 0 ? targets : values.target.map(targetNamed);
const [only] = chosen;

if (values.list) say(chosen.map(({ name }) => name).join("\n"));
else if (values.input !== undefined && only !== undefined && chosen.length === 1) {
  // As it is, without a net: what it throws is shown by Node.
  await only.seeds(createRandom(seedOf(seed, only.name)));
  say(JSON.stringify(await only.run(Buffer.from(values.input, "base64")), null, 2));
  await only.close?.();
} else process.exitCode = await fuzzAll();

async function fuzzAll(): Promise<number> {
  const total = whole(values.inputs, "--inputs");
  const shares = chosen.reduce((sum, { share = 1 }) => sum + share, 0);
  say(`${total} inputs over ${chosen.length} targets, seed ${seed}`);
  const reports: Report[] = [];
  const finish = (exitCode: number): number => {
    say(`\n${tableOf(reports).join("\n")}\n`);
    const findings = reports.flatMap(({ name, summary }) =>
      summary.finding ? [{ name, finding: summary.finding }] : [],
    );
    for (const { name, finding } of findings) say(wordsOf(name, finding));
    say(findings.length === 0 ? "nothing was found" : `${findings.length} targets with a finding`);
    return findings.length === 0 ? exitCode : FOUND;
  };
  // What was run so far is worth saying.
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => process.exit(finish(INTERRUPTED)));
  const work = { targets: chosen.map(({ name }) => name), inputs: total / shares, seed, coverage: !values.unguided };
  await supervise(work, (report) => {
    reports.push(report);
    const { name, summary, seconds } = report;
    say(`${name}: ${summary.inputs} inputs, ${seconds.toFixed(1)} s${summary.finding === undefined ? "" : ", FOUND"}`);
  });
  return finish(0);
}

function tableOf(reports: readonly Report[]): readonly string[] {
  const right = (title: string): Column => ({ title, align: "right" });
  const columns = [
    { title: "target" },
    ...["inputs", "accepted", "rejected", "kept", "new code", "stays MB", "peak MB", "seconds", "seed"].map(right),
  ];
  const megabytes = (bytes: number) => (bytes / 1e6).toFixed(1);
  const rows = reports.map(({ name, summary, seconds, peakBytes }) => [
    ...[name, String(summary.inputs), String(summary.accepted), String(summary.rejected), String(summary.kept)],
    ...[String(summary.newCharacters), megabytes(summary.grownBytes), megabytes(peakBytes)],
    ...[seconds.toFixed(1), String(seed)],
  ]);
  const sum = (of: (report: Report) => number) => reports.reduce((total, report) => total + of(report), 0);
  const counts = [sum(({ summary }) => summary.inputs), sum(({ summary }) => summary.accepted)];
  const rest = [sum(({ summary }) => summary.rejected), sum(({ summary }) => summary.kept)];
  const peak = Math.max(...reports.map(({ peakBytes }) => peakBytes));
  const seconds = sum((report) => report.seconds).toFixed(1);
  return formatTable(columns, [
    ...rows,
    ["in all", ...[...counts, ...rest].map(String), "", "", megabytes(peak), seconds, ""],
  ]);
}

function wordsOf(name: string, finding: Finding): string {
  const lines = [`\n${name}: ${finding.stack || finding.message}`, `  again: ${reproduction(name, seed, finding)}`];
  if (finding.input.length > 0) {
    const file = join(mkdtempSync(join(tmpdir(), "contraflow-fuzz-")), "input");
    writeFileSync(file, finding.input);
    lines.push(`  input of ${finding.input.length} bytes: ${file}`);
    lines.push(`  ${JSON.stringify(Buffer.from(finding.input.subarray(0, 300)).toString("latin1"))}`);
  }
  return lines.join("\n");
}

function whole(written: string, flag: string): number {
  const number = Number(written);
  if (Number.isSafeInteger(number) && number >= 0) return number;
  process.stderr.write(`${flag}: "${written}" is no whole number\n`);
  process.exit(2);
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
