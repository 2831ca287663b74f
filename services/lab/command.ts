/** The verbs of `contraflow lab`. */
import { Command, CommanderError, InvalidArgumentError, Option } from "commander";
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
const EXIT_INTERRUPTED = 130;

export async function runLabCommand(argv: readonly string[]): Promise<number> {
  let exitCode = 0;
  const finish = (result: Result<unknown>): void => {
    if (result.ok) return;
    process.stderr.write(`contraflow lab: ${result.failure.message}\n`);
    exitCode = exitCodeOf(result.failure);
  };
  const program = new Command("contraflow lab")
    .description("Real hosts and VMs on this machine: hosts are network namespaces, VMs are QEMU processes.")
    .exitOverride();
  const name = ["--name <name>", "of the lab, when there are several", DEFAULT_NAME] as const;
  const scenario = ["--scenario <file>", "a file, or the name of a built-in one", BUILT_IN_SCENARIO] as const;

  program
    .command("up")
    .description("start a lab and leave it running")
    .option(...name)
    .option(...scenario)
    .option("--json", "one JSON document")
    .action(async (options: { name: string; scenario: string; json?: true }) => finish(await up(options)));
  program
    .command("down")
    .description("end a lab and remove everything of it, also after a crash")
    .option("--name <name>", `of the lab; else ${DEFAULT_NAME}, and every lab that was left by a crash`)
    .action(async (options: { name?: string }) => {
      for (const one of options.name === undefined ? labsToEnd() : [options.name]) finish(await down(one));
    });
  const measureOptions = [
    new Option("--name <name>", "of the lab, when there are several").default("compare"),
    new Option("--scenario <file>", "a file, or the name of a built-in one").default(BUILT_IN_SCENARIO),
    new Option("--json <file>", "writes what was measured"),
  ];
  const run = program.command("run").description("evacuate a fresh lab's source host by one policy, measured");
  for (const option of measureOptions) run.addOption(option);
  run
    .option("--policy <policy>", `one of ${policies.join(", ")}`, parsePolicy, "traffic-sensitive")
    .action(async (options: MeasureOptions & { policy: Policy }) => finish(await measured(options, [options.policy])));
  const compareCommand = program.command("compare").description("policies one after another, each from a fresh lab");
  for (const option of measureOptions) compareCommand.addOption(option);
  compareCommand
    .option("--policies <policies>", "with commas between them", parsePolicies, comparedPolicies)
    .action(async (options: MeasureOptions & { policies: readonly Policy[] }) =>
      finish(await measured(options, options.policies)),
    );
  program
    .command("list")
    .description("the labs of this machine")
    .option("--json", "one JSON document")
    .action((options: { json?: true }) => list(options.json === true));
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

async function up(options: { name: string; scenario: string; json?: true }): Promise<Result<unknown>> {
  const scenario = await readScenario(options.scenario);
  if (!scenario.ok) return scenario;
  const interrupt = onInterrupt(say);
  const { signal } = interrupt;
  const lab = await startLab({ name: options.name, scenario: scenario.value, progress: say, signal, leave: true });
  if (lab.ok && options.json) {
    const { name, hostIds: hosts, natsUrl, redisUrl, directory, accelerator, qemu } = lab.value.state;
    const document = { name, scenario: scenario.value.name, hosts, natsUrl, redisUrl, directory, accelerator, qemu };
    process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
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
  readonly json?: string;
}

async function measured(options: MeasureOptions, policies: readonly Policy[]): Promise<Result<unknown>> {
  const scenario = await readScenario(options.scenario);
  if (!scenario.ok) return scenario;
  const interrupt = onInterrupt(say);
  const { signal } = interrupt;
  const compared = await compare({
    name: options.name,
    scenario: scenario.value,
    policies,
    ...(options.json === undefined ? {} : { jsonFile: options.json }),
    progress: say,
    signal,
  });
  if (!compared.ok) return signal.aborted && interrupt.exitCode() === EXIT_FAILED ? fail("bug", "ended") : compared;
  process.stdout.write(`\n${comparisonLines(compared.value).join("\n")}\n`);
  return allCompleted(compared.value) ? compared : fail("bug", "not every VM has arrived");
}

async function down(name: string): Promise<Result<unknown>> {
  const interrupt = onInterrupt(say);
  try {
    const stopped = await stopLab(name);
    if (stopped.ok) say(stopped.value.ended ? `lab ${name}: down` : `lab ${name}: there was none`);
    return stopped;
  } finally {
    interrupt.release();
  }
}

function list(json: boolean): void {
  const labs = readLabStates().map((state) => ({
    name: state.name,
    scenario: state.scenario,
    state: stateOf(state),
    hosts: state.hostIds,
    natsUrl: state.natsUrl,
  }));
  if (json) {
    process.stdout.write(`${JSON.stringify({ labs }, null, 2)}\n`);
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

function exitCodeOf(failure: Failure): number {
  if (failure.kind === "invalid" || failure.kind === "not_found") return EXIT_USAGE;
  if (failure.kind === "refused") return EXIT_REFUSED;
  return failure.kind === "cancelled" ? EXIT_INTERRUPTED : EXIT_FAILED;
}

function parsePolicy(written: string): Policy {
  const found = policies.find((policy) => policy === written);
  if (found === undefined) throw new InvalidArgumentError(`There are: ${policies.join(", ")}.`);
  return found;
}

function parsePolicies(written: string): readonly Policy[] {
  return written.split(",").map(parsePolicy);
}
