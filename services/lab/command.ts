/** The verbs of `contraflow lab`. */
import { writeFileSync } from "node:fs";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { type Policy, policies } from "../kit/domain/technique.ts";
import { type Failure, fail, messageOf, type Result } from "../kit/failure/failure.ts";
import { isRunning } from "../kit/hypervisor/process.ts";
import { type LabState, readLabStates } from "../kit/run/lab-state.ts";
import { formatTable } from "../kit/terminal/table.ts";
import { allCompleted, compare, comparedPolicies, comparisonLines } from "./compare.ts";
import { onInterrupt } from "./interrupt.ts";
import { startLab } from "./lab.ts";
import { BUILT_IN_SCENARIO, readScenario } from "./scenario.ts";
import { stopLab } from "./teardown.ts";

const DEFAULT_NAME = "lab";
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const EXIT_REFUSED = 3;
const EXIT_UNAVAILABLE = 4;
const EXIT_INTERRUPTED = 130;

/** What the command line leads to. */
const verbs = { up, down, labsToEnd, measured, list, writeDocument };
export type Verbs = typeof verbs;

export async function runLabCommand(argv: readonly string[], leadsTo: Verbs = verbs): Promise<number> {
  const { up, down, labsToEnd, measured, list, writeDocument } = leadsTo;
  let exitCode = 0;
  const finish = (result: Result<unknown>): void => {
    if (result.ok) return;
    process.stderr.write(`contraflow lab: ${result.failure.message}\n`);
    exitCode = exitCodeOf(result.failure);
  };
  const program = new Command("contraflow lab")
    .description("Real hosts and VMs on this machine: hosts are network namespaces, VMs are QEMU processes.")
    .addHelpText("afterAll", EXIT_HELP)
    .exitOverride();
  const name = ["--name <name>", "of the lab, when there are several", DEFAULT_NAME] as const;
  const scenario = ["--scenario <file>", "a file, or the name of a built-in one", BUILT_IN_SCENARIO] as const;
  const json = ["--json [file]", "one JSON document, into a file or on standard output"] as const;

  program
    .command("up")
    .description("start a lab and leave it running")
    .option(...name)
    .option(...scenario)
    .option(...json)
    .action(async (options: MeasureOptions) => finish(await up(options)));
  program
    .command("down")
    .description("end a lab and remove everything of it, also after a crash")
    .option("--name <name>", `of the lab; else ${DEFAULT_NAME}, and every lab that was left by a crash`)
    .option(...json)
    .action(async (options: { name?: string; json?: JsonTarget }) => {
      const labs: { name: string; ended: boolean }[] = [];
      for (const one of options.name === undefined ? labsToEnd() : [options.name]) {
        const stopped = await down(one);
        finish(stopped);
        if (stopped.ok) labs.push({ name: one, ended: stopped.value.ended });
      }
      writeDocument(options.json, { labs });
    });
  const measuring = [
    { verb: "run", what: "evacuate a fresh lab's source host, measured", policies: comparedPolicies.slice(0, 1) },
    { verb: "compare", what: "policies one after another, each from a fresh lab", policies: comparedPolicies },
  ];
  for (const { verb, what, policies } of measuring) {
    program
      .command(verb)
      .description(what)
      .option("--name <name>", "of the lab, when there are several", "compare")
      .option(...scenario)
      .option("--policy, --policies <policies>", "with commas between them, or all", parsePolicies, policies)
      .option("--runs <n>", "of each policy, all policies in turn; the table then shows medians", parseRuns, 1)
      .option(...json)
      .action(async (options: MeasureOptions & { policies: readonly Policy[]; runs: number }) =>
        finish(await measured(options, options.policies, options.runs)),
      );
  }
  program
    .command("list")
    .description("the labs of this machine")
    .option(...json)
    .action((options: { json?: JsonTarget }) => list(options.json));
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : EXIT_USAGE;
    process.stderr.write(`contraflow lab: ${messageOf(error)}\n`);
    return EXIT_FAILED;
  }
  return exitCode;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/** A file's path; true is standard output. */
type JsonTarget = string | true;

function writeDocument(target: JsonTarget | undefined, document: unknown): void {
  if (target === undefined) return;
  const text = `${JSON.stringify(document, null, 2)}\n`;
  if (target === true) process.stdout.write(text);
  else writeFileSync(target, text);
}

async function up(options: MeasureOptions): Promise<Result<unknown>> {
  const scenario = await readScenario(options.scenario);
  if (!scenario.ok) return scenario;
  const interrupt = onInterrupt(say);
  const { signal } = interrupt;
  const lab = await startLab({ name: options.name, scenario: scenario.value, progress: say, signal, leave: true });
  if (lab.ok) {
    const { name, hostIds: hosts, natsUrl, redisUrl, directory, accelerator, qemu } = lab.value.state;
    const document = { name, scenario: scenario.value.name, hosts, natsUrl, redisUrl, directory, accelerator, qemu };
    writeDocument(options.json, document);
  }
  return lab;
}

/** Whoever was killed in the middle of a demo need not know what its lab was called. */
function labsToEnd(): readonly string[] {
  const left = readLabStates().filter((state) => {
    const inUse = state.owner !== undefined && isRunning(state.owner);
    const up = state.owner === undefined && state.processes.some(isRunning);
    return !inUse && !up;
  });
  return [...new Set([DEFAULT_NAME, ...left.map((state) => state.name)])];
}

interface MeasureOptions {
  readonly name: string;
  readonly scenario: string;
  readonly json?: JsonTarget;
}

async function measured(
  options: MeasureOptions,
  policies: readonly Policy[],
  rounds: number,
): Promise<Result<unknown>> {
  const scenario = await readScenario(options.scenario);
  if (!scenario.ok) return scenario;
  const interrupt = onInterrupt(say);
  const { signal } = interrupt;
  const compared = await compare({
    name: options.name,
    scenario: scenario.value,
    ...{ policies, rounds },
    // Written anew after each policy.
    ...(typeof options.json === "string" ? { jsonFile: options.json } : {}),
    progress: say,
    signal,
  });
  if (!compared.ok) return signal.aborted && interrupt.exitCode() === EXIT_FAILED ? fail("bug", "ended") : compared;
  if (options.json === true) writeDocument(true, compared.value);
  else process.stdout.write(`\n${comparisonLines(compared.value).join("\n")}\n`);
  return allCompleted(compared.value) ? compared : fail("bug", "not every VM has arrived");
}

async function down(name: string): Promise<Result<{ readonly ended: boolean }>> {
  const interrupt = onInterrupt(say);
  try {
    const stopped = await stopLab(name);
    if (stopped.ok) say(stopped.value.ended ? `lab ${name}: down` : `lab ${name}: there was none`);
    return stopped;
  } finally {
    interrupt.release();
  }
}

function list(json: JsonTarget | undefined): void {
  const labs = readLabStates().map((state) => ({
    name: state.name,
    scenario: state.scenario,
    state: stateOf(state),
    hosts: state.hostIds,
    natsUrl: state.natsUrl,
  }));
  if (json !== undefined) {
    writeDocument(json, { labs });
    return;
  }
  const columns = ["lab", "scenario", "state", "hosts", "NATS"].map((title) => ({ title }));
  const rows = labs.map((lab) => [lab.name, lab.scenario, lab.state, lab.hosts.join(" "), lab.natsUrl]);
  process.stdout.write(labs.length === 0 ? "no lab\n" : `${formatTable(columns, rows).join("\n")}\n`);
}

function stateOf(state: LabState): string {
  if (state.owner !== undefined) return isRunning(state.owner) ? "in use" : "abandoned: lab down removes it";
  return state.processes.some(isRunning) ? "up" : "ended: lab down removes it";
}

const EXIT_HELP = `
Exit codes:
  0    done
  1    something broke, or not every VM has arrived
  2    wrong usage or bad input
  3    refused: this machine can not do it, or the lab is in use
  4    a server or service of the lab does not answer
  130  interrupted, and cleaned up`;

function exitCodeOf(failure: Failure): number {
  if (failure.kind === "invalid" || failure.kind === "not_found") return EXIT_USAGE;
  if (failure.kind === "refused") return EXIT_REFUSED;
  if (failure.kind === "unavailable") return EXIT_UNAVAILABLE;
  return failure.kind === "cancelled" ? EXIT_INTERRUPTED : EXIT_FAILED;
}

function parsePolicy(written: string): Policy {
  const found = policies.find((policy) => policy === written);
  if (found === undefined) throw new InvalidArgumentError(`There are: ${policies.join(", ")}.`);
  return found;
}

function parsePolicies(written: string): readonly Policy[] {
  return written === "all" ? policies : written.split(",").map(parsePolicy);
}

/** A run takes a minute: nobody waits for more, and all of them are written down before the first. */
const MOST_RUNS = 1000;

function parseRuns(written: string): number {
  const runs = Number(written);
  if (!(Number.isInteger(runs) && runs > 0 && runs <= MOST_RUNS)) {
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${MOST_RUNS}.`);
  }
  return runs;
}
