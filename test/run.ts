/**
 * Runs the test files of the given layers (default: all) and fails when no test ran.
 * `node dist/test/run.js [unit|property|integration|e2e|outages|faults ...]`
 */
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { run } from "node:test";
import { spec } from "node:test/reporters";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const sources = join(here, "../../test");

/** Layers that start servers and VMs run one file at a time: the machine is part of what they test. */
const layers = [
  { name: "unit", concurrency: 2, servers: false },
  { name: "property", concurrency: 2, servers: false },
  { name: "integration", concurrency: 1, servers: true },
  { name: "e2e", concurrency: 1, servers: true },
  { name: "outages", concurrency: 1, servers: true },
  { name: "faults", concurrency: 1, servers: true },
] as const;

/**
 * Of one file: one that hangs is a failure, and the others still run. Every fault there is takes some twenty minutes, every
 * outage of one NATS and one Redis a dozen.
 */
const all = process.env.CONTRAFLOW_FAULTS === "all" || process.env.CONTRAFLOW_OUTAGES === "all";
const FILE_LIMIT_MILLISECONDS = (all ? 40 : 12) * 60_000;

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !layers.some((layer) => layer.name === name));
if (unknown.length > 0) {
  process.stderr.write(
    `no such layer: ${unknown.join(", ")}; there are ${layers.map((layer) => layer.name).join(", ")}\n`,
  );
  process.exit(2);
}

const totals = { passed: 0, failed: 0, skipped: 0 };
for (const layer of layers) {
  if (asked.length > 0 && !asked.includes(layer.name)) continue;
  // Says once where the servers run, and tells the test files.
  if (layer.servers) await import("./backend.ts");
  // The compiled folder may hold tests whose source is gone: the sources say what there is.
  const files = readdirSync(join(sources, layer.name), { recursive: true, encoding: "utf8" })
    .filter((file) => file.endsWith(".test.ts"))
    .map((file) => join(here, layer.name, file.replace(/\.ts$/, ".js")))
    .sort();
  process.stdout.write(`\n${layer.name}: ${files.length} files\n`);
  await runFiles(files, layer.concurrency);
}

process.stdout.write(`\n${totals.passed} passed, ${totals.failed} failed, ${totals.skipped} skipped\n`);
if (totals.passed === 0) process.stdout.write("no test ran: that is a failure\n");
process.exit(totals.failed > 0 || totals.passed === 0 ? 1 : 0);

async function runFiles(files: readonly string[], concurrency: number): Promise<void> {
  if (files.length === 0) return;
  const stream = run({ files: [...files], concurrency, timeout: FILE_LIMIT_MILLISECONDS });
  stream.on("test:pass", (event) => {
    if (event.details.type === "suite") return;
    if (event.skip !== undefined || event.todo !== undefined) totals.skipped += 1;
    else totals.passed += 1;
  });
  stream.on("test:fail", (event) => {
    if (event.details.type !== "suite") totals.failed += 1;
  });
  for await (const chunk of stream.compose(new spec())) process.stdout.write(chunk as string);
}
