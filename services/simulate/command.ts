/** The command line of `contraflow simulate`. */
import { Command, CommanderError, InvalidArgumentError } from "commander";
import { Bus } from "../kit/bus/bus.ts";
import { reportIn } from "../kit/bus/host-bucket.ts";
import { type Failure, fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { createLog } from "../kit/run/log.ts";
import { HOST_PREFIX } from "./core/cluster.ts";
import { document, isWhole, liveLine, summaryLines } from "./report.ts";
import { Simulation, type SimulationOptions, type SimulationState } from "./simulation.ts";

const EXIT_DONE = 0;
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;
const EXIT_REFUSED = 3;
const EXIT_UNAVAILABLE = 4;
const EXIT_INTERRUPTED = 130;
const EXIT_HELP = `
One process stands for all agents and speaks over few connections: what each agent's own connection costs the
server is not in it, unless --connections says so. Hosts are called ${HOST_PREFIX}0 and so on; a bus on which other
hosts report is refused, for its planner would send VMs to hosts that do not exist.

Exit codes:
  0    done: every batch that was sent has been counted by a profiler
  1    batches were lost, or this process could not keep the pace
  2    wrong usage
  3    refused: real hosts, or another simulation, report on this bus
  4    the bus, or the profiler, does not answer
  130  interrupted; what had been sent is accounted for`;

const CONNECT_MILLISECONDS = 3_000;
/** Of a host that a simulation left without a word. */
const SILENT_MILLISECONDS = 10_000;
/** One in ten minutes from each host. */
const MOVES_PER_HOST_SECOND = 1 / 600;

interface Flags {
  readonly hosts: number;
  readonly vms: number;
  readonly interval: number;
  readonly duration: number;
  readonly seed: number;
  readonly moves?: number;
  readonly reports: number | false;
  readonly ask: number | false;
  readonly connections: number;
  readonly natsUrl: string;
  readonly json?: true;
}

export async function runSimulateCommand(argv: readonly string[]): Promise<number> {
  let exitCode = EXIT_DONE;
  const program = new Command("contraflow simulate")
    .description(
      "Publishes as the agents of N hosts would, and says what the profilers have of it and how old that is.",
    )
    .option("--hosts <n>", "how many hosts", wholeUpTo(100_000), 100)
    .option("--vms <n>", "VMs of each host at the beginning", wholeUpTo(1_000), 50)
    .option("--interval <seconds>", "between two samples of a host", secondsFrom(0.1), 1)
    .option("--duration <seconds>", "of the whole", secondsFrom(1), 60)
    .option("--seed <n>", "of traffic and moves: the same again with the same", wholeUpTo(65_535), 1)
    .option("--moves <n>", "VMs that move, a second; else one a host in ten minutes", amount)
    .option("--reports <seconds>", "between two reports of a host", secondsFrom(0.1), 2)
    .option("--no-reports", "traffic alone: hosts are not in the inventory")
    .option("--ask <seconds>", "between two questions for a host's profile", secondsFrom(0.1), 10)
    .option("--no-ask", "nobody is asked, and no profiler is needed")
    .option("--connections <n>", "that the hosts share", wholeUpTo(10_000), 1)
    .option("--nats-url <url>", "the bus", process.env.CONTRAFLOW_NATS_URL || "nats://127.0.0.1:4222")
    .option("--json", "one JSON document")
    .addHelpText("afterAll", EXIT_HELP)
    .exitOverride()
    .action(async (flags: Flags) => {
      exitCode = await simulate(flags);
    });
  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT_DONE : EXIT_USAGE;
    process.stderr.write(`contraflow simulate: ${messageOf(error)}\n`);
    return EXIT_FAILED;
  }
  return exitCode;
}

async function simulate(flags: Flags): Promise<number> {
  const { hosts, vms: vmsPerHost, seed, natsUrl, connections, json } = flags;
  const options: SimulationOptions = {
    ...{ hosts, vmsPerHost, seed },
    ...{ intervalSeconds: flags.interval, durationSeconds: flags.duration },
    movesPerSecond: flags.moves ?? hosts * MOVES_PER_HOST_SECOND,
    tickMilliseconds: Math.round(flags.interval * 1000),
    agentStartTimeUnixMilliseconds: Date.now(),
    reportEverySeconds: flags.reports === false ? undefined : flags.reports,
    askEverySeconds: flags.ask === false ? undefined : flags.ask,
  };
  const interrupt = onInterrupt();
  const connected = await connect(natsUrl, Math.min(connections, hosts));
  if (!connected.ok) return refuse(connected.failure);
  const buses = connected.value;
  try {
    const free = await isFree(buses[0] as Bus);
    if (!free.ok) return refuse(free.failure);
    const simulation = new Simulation(options, {
      ...{ buses, signal: interrupt.signal },
      wallMilliseconds: () => Date.now(),
      monotonicMilliseconds: () => performance.timeOrigin + performance.now(),
      progress: (state) => showLive(liveLine(options, state)),
    });
    const result = await simulation.run();
    showLive("");
    if (!result.ok) return refuse(withoutProfiler(result.failure));
    write(options, result.value, buses.length, json === true);
    if (interrupt.signal.aborted) return EXIT_INTERRUPTED;
    return isWhole(result.value, options) ? EXIT_DONE : EXIT_FAILED;
  } finally {
    await Promise.all(buses.map((bus) => bus.close()));
    interrupt.release();
  }
}

async function connect(url: string, connections: number): Promise<Result<readonly Bus[]>> {
  const log = createLog("simulate", "silent");
  const buses: Bus[] = [];
  try {
    for (let index = 0; index < connections; index += 1) {
      const signal = AbortSignal.timeout(CONNECT_MILLISECONDS);
      buses.push(await Bus.connect({ url, name: `simulate-${index}`, log, signal }));
    }
    return ok(buses);
  } catch {
    await Promise.all(buses.map((bus) => bus.close()));
    return fail("unavailable", `no NATS server with JetStream answers at ${url}: give another with --nats-url`);
  }
}

/** Whose reports a planner reads. */
async function isFree(bus: Bus): Promise<Result<void>> {
  const reports = await bus.readHosts();
  if (!reports.ok) return reports;
  const known = reports.value.flatMap((entry) => {
    const report = reportIn(entry);
    return report.ok ? [report.value] : [];
  });
  const real = known.find(({ hostId }) => !hostId.startsWith(HOST_PREFIX));
  if (real !== undefined) {
    return fail(
      "refused",
      `${real.hostId} reports on this bus and is no simulated host: use a bus that is only for this`,
    );
  }
  const now = Date.now();
  const fresh = known.find((report) => now - report.reportTimeUnixMilliseconds < SILENT_MILLISECONDS);
  if (fresh === undefined) return ok(undefined);
  return fail("refused", `${fresh.hostId} has just reported: another simulation runs on this bus, or has just ended`);
}

function withoutProfiler(failure: Failure): Failure {
  const message = `no profiler answers on this bus: start one, or give --no-ask (${failure.message})`;
  return failure.kind === "unavailable" ? { ...failure, message } : failure;
}

function refuse({ kind, message }: Failure): number {
  process.stderr.write(`contraflow simulate: ${message}\n`);
  if (kind === "unavailable" || kind === "outcome_unknown") return EXIT_UNAVAILABLE;
  return kind === "refused" ? EXIT_REFUSED : EXIT_FAILED;
}

function write(options: SimulationOptions, state: SimulationState, connections: number, json: boolean): void {
  const text = json
    ? JSON.stringify(document(options, state, connections), null, 2)
    : summaryLines(options, state, connections).join("\n");
  process.stdout.write(`${text}\n`);
}

/** Painted over itself; where nobody looks, nothing. */
function showLive(line: string): void {
  if (process.stderr.isTTY && process.env.TERM !== "dumb") process.stderr.write(`\r\u001b[2K${line}`);
}

/** The first asks to end and to account for what was sent, the second ends at once. */
function onInterrupt(): { readonly signal: AbortSignal; release(): void } {
  const controller = new AbortController();
  let first = 0;
  const end = () => {
    // One Ctrl-C can arrive twice: from the terminal, and from the parent that passes it on.
    if (controller.signal.aborted && performance.now() - first > SAME_MILLISECONDS) process.exit(EXIT_INTERRUPTED);
    if (!controller.signal.aborted) first = performance.now();
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, end);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, end);
    },
  };
}

const SIGNALS = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
const SAME_MILLISECONDS = 500;

function wholeUpTo(limit: number): (written: string) => number {
  return (written) => {
    const value = Number(written);
    if (Number.isInteger(value) && value > 0 && value <= limit) return value;
    throw new InvalidArgumentError(`It must be a whole number from 1 to ${limit}.`);
  };
}

function secondsFrom(least: number): (written: string) => number {
  return (written) => {
    const value = Number(written);
    if (value >= least && value <= 86_400) return value;
    throw new InvalidArgumentError(`It must be a number of seconds from ${least} to 86400.`);
  };
}

function amount(written: string): number {
  const value = Number(written);
  if (written.trim() !== "" && value >= 0 && value <= 10_000) return value;
  throw new InvalidArgumentError("It must be a number from 0 to 10000.");
}
