/** The command line of `contraflow`: names, arguments and their checks. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { Command, CommanderError, InvalidArgumentError } from "commander";
import type { Bus } from "../kit/bus/bus.ts";
import type { Preference } from "../kit/domain/evacuation.ts";
import { evacuationId, id } from "../kit/domain/quantity.ts";
import { type Policy, policies } from "../kit/domain/technique.ts";
import { messageOf, type Result } from "../kit/failure/failure.ts";
import { packageVersion } from "../kit/run/version.ts";
import { cancel, type EvacuateOptions, evacuate, planFile, type RequestOptions, watch } from "./commands/evacuate.ts";
import { hosts, status, top, vms } from "./commands/show.ts";
import { type DoctorOptions, doctor, type TlsInitOptions, tlsInit } from "./commands/this-host.ts";
import { EXIT, EXIT_HELP, type ExitCode } from "./exit.ts";
import { addIdentityCommands } from "./identity-commands.ts";
import { type Globals, withBus } from "./session.ts";

/** Programs of their own: one needs root and brings its bus along, the other is as busy as a cluster. */
const LAB_PROGRAM = fileURLToPath(new URL("../lab/main.js", import.meta.url));
const SIMULATE_PROGRAM = fileURLToPath(new URL("../simulate/main.js", import.meta.url));
const JSON_DOCUMENT = ["--json", "one JSON document"] as const;
const JSON_LINES = ["--json", "JSON lines, one for each event"] as const;

interface Json {
  readonly json?: true;
}

const identities = (run: () => Promise<ExitCode>) => run();
/** What the command line leads to. */
const commands = {
  withBus,
  evacuate,
  planFile,
  status,
  watch,
  cancel,
  tlsInit,
  doctor,
  hosts,
  vms,
  top,
  identities,
  runOther,
};
export type Commands = typeof commands;

/** Resolves with the exit code; every outcome has said why on standard error. */
export async function runProgram(argv: readonly string[], leadsTo: Commands = commands): Promise<number> {
  const { withBus, evacuate, planFile, status, watch, cancel, tlsInit, doctor, hosts, vms, top, identities, runOther } =
    leadsTo;
  let exitCode: number = EXIT.done;
  const program = new Command("contraflow")
    .description("Empties KVM hosts by live migration, each VM by the technique that runs against its traffic.")
    .option(
      "--credentials <file>",
      "who you are on the bus; else CONTRAFLOW_NATS_CREDENTIALS, else /etc/contraflow/bus",
    )
    .option(
      "--ca <file>",
      "whose certificate the bus has; else CONTRAFLOW_NATS_CA, else ca-cert.pem beside the credentials",
    )
    .option("--nats <url>", "the bus; else CONTRAFLOW_NATS_URL, else the lab that runs on this machine, else localhost")
    .version(packageVersion())
    .addHelpText("afterAll", EXIT_HELP)
    .configureHelp({ showGlobalOptions: true })
    .showHelpAfterError("(see --help)")
    .exitOverride();
  const onBus = async (run: (bus: Bus) => Promise<Result<ExitCode>>) => {
    exitCode = await withBus(program.opts<Globals>(), run);
  };
  const to = ["--to <hosts>", "destinations, with commas between them; else any other host", parseIds] as const;
  const prefer = [
    "--prefer <goal>",
    "time (the default): the least total time; performance: the least disturbance within --max-slowdown",
    parsePreference,
  ] as const;
  const slowdown = [
    "--max-slowdown <factor>",
    "with --prefer performance: how many times the least total time it may take (default 1.25)",
    parseFactor,
  ] as const;
  const deadline = [
    "--deadline <seconds>",
    "the least disturbance that ends by then; refused, with the earliest possible time, when none does",
    parseSeconds,
  ] as const;
  const stale = [
    "--allow-stale-profiles",
    "plan also where profiles are too old or too incomplete, or nobody answers for them; the plan says so",
  ] as const;
  const policy = ["--policy <policy>", `one of ${policies.join(", ")}`, parsePolicy] as const;

  program
    .command("evacuate")
    .description(
      "empty a host and follow until it is empty; Ctrl-C stops following, not the evacuation (see --cancel-on-interrupt)",
    )
    .argument("<host>", "the host to empty", parseId)
    .option(...to, [])
    .option(...policy, "traffic-sensitive")
    .option(...prefer)
    .option(...slowdown)
    .option(...deadline)
    .option(...stale)
    .option("--id <id>", "of the evacuation: repeating a request with the same id changes nothing", parseEvacuationId)
    .option("--dry-run", "show the plan and change nothing")
    .option("--gantt", "with --dry-run: draw who moves when, and each link's use")
    .option("--detach", "ask for it and return")
    .option(
      "--cancel-at-deadline",
      "with --deadline: what has not ended by then is cancelled, as contraflow cancel does",
    )
    .option(
      "--cancel-on-interrupt",
      "Ctrl-C cancels it as contraflow cancel does, and follows to its end; again, leaves",
    )
    .option(...JSON_LINES)
    .action(async (host: string, options: EvacuateOptions) => {
      const wrong = checkWishes(options, options.dryRun === true);
      if (wrong === undefined) await onBus((bus) => evacuate(bus, host, options));
      else exitCode = wrong;
    });
  program
    .command("plan")
    .description("plan an evacuation from a file, without a bus")
    .requiredOption("--snapshot <file>", "hosts and VMs, the JSON of ClusterSnapshot")
    .requiredOption("--host <hosts>", "the host to empty, or several with commas between them", parseIds)
    .option(...to, [])
    .option(...policy, "traffic-sensitive")
    .option(...prefer)
    .option(...slowdown)
    .option(...deadline)
    .option(...stale)
    .option("--gantt", "draw who moves when, and each link's use")
    .option(...JSON_DOCUMENT)
    .action(async (options: RequestOptions & { snapshot: string; host: readonly string[] }) => {
      exitCode = checkWishes(options) ?? (await planFile(options));
    });
  program
    .command("status")
    .description("one evacuation, or all of them")
    .argument("[evacuation]", "its id", parseEvacuationId)
    .option(...JSON_DOCUMENT)
    .action((evacuation: string | undefined, options: Json) => onBus((bus) => status(bus, evacuation, options)));
  program
    .command("watch")
    .description("follow an evacuation from its beginning to its end")
    .argument("[evacuation]", "its id; may be left out while exactly one runs", parseEvacuationId)
    .option(...JSON_LINES)
    .action((evacuation: string | undefined, options: Json) => onBus((bus) => watch(bus, evacuation, options)));
  program
    .command("cancel")
    .description(
      "start nothing more of an evacuation, and take back what is pre-copied; VMs that have moved stay where they are",
    )
    .argument("<evacuation>", "its id", parseEvacuationId)
    .option("--reason <text>", "for the journal")
    .option(...JSON_DOCUMENT)
    .action((evacuation: string, options: Json & { reason?: string }) =>
      onBus((bus) => cancel(bus, evacuation, options)),
    );
  const tls = program.command("tls").description("certificates for the stream of migrations");
  tls
    .command("init")
    .description("make an authority of one's own, and what each host needs; what is there already is kept")
    .requiredOption("--directory <path>", "where to put them: ca/, and a folder for each host to be copied there")
    .requiredOption("--hosts <hosts>", "host ids, with commas between them", parseIds)
    .option("--days <days>", "how long they are valid", parseDays, 365)
    .option(...JSON_DOCUMENT)
    .action(async (options: TlsInitOptions) => {
      exitCode = await tlsInit(options);
    });
  addIdentityCommands(program, { parseIds, parseDays }, async (run) => {
    exitCode = await identities(run);
  });
  program
    .command("doctor")
    .description("what on this host is in the way of migrations, and the cure")
    .option("--host-id <host>", "this host's id; without it certificates are not looked at", parseId)
    .option("--tls-directory <path>", "its certificates", "/etc/contraflow/tls")
    .option(...JSON_DOCUMENT)
    .action(async (options: DoctorOptions) => {
      exitCode = await doctor(options);
    });
  program
    .command("hosts")
    .description("hosts, their links and their memory")
    .option(...JSON_DOCUMENT)
    .action((options: Json) => onBus((bus) => hosts(bus, options)));
  program
    .command("vms")
    .description("VMs, their memory and their traffic")
    .option(...JSON_DOCUMENT)
    .action((options: Json) => onBus((bus) => vms(bus, options)));
  program
    .command("top")
    .description("links and VMs live")
    .option("--count <n>", "end after so many rounds", parseCount)
    .option("--json", "a JSON line each second")
    .action((options: Json & { count?: number }) => onBus((bus) => top(bus, options)));
  program
    .command("lab")
    .description("up, down, run, compare, list: a whole cluster on this machine (contraflow lab --help)")
    .helpOption(false)
    .allowUnknownOption()
    .argument("[arguments...]")
    .action(async () => {
      exitCode = await runOther(LAB_PROGRAM, argv.slice(argv.indexOf("lab") + 1));
    });
  program
    .command("simulate")
    .description("what N hosts' agents would publish, and what the profilers have of it (contraflow simulate --help)")
    .helpOption(false)
    .allowUnknownOption()
    .argument("[arguments...]")
    .action(async () => {
      const { nats } = program.opts<Globals>();
      const url = nats === undefined ? [] : ["--nats-url", nats];
      exitCode = await runOther(SIMULATE_PROGRAM, [...url, ...argv.slice(argv.indexOf("simulate") + 1)]);
    });

  try {
    await program.parseAsync([...argv], { from: "user" });
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? EXIT.done : EXIT.usage;
    process.stderr.write(`contraflow: ${messageOf(error)}\n`);
    return EXIT.failed;
  }
  return exitCode;
}

async function runOther(path: string, argv: readonly string[]): Promise<number> {
  const child = spawn(process.execPath, [path, ...argv], { stdio: "inherit" });
  const pass = (signal: NodeJS.Signals) => child.kill(signal);
  // The terminal's Ctrl-C reaches the child twice, once from here; it cleans up once.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, pass);
  const [code, signal] = (await once(child, "exit")) as [number | null, NodeJS.Signals | null];
  return code ?? (signal === "SIGINT" ? EXIT.interrupted : EXIT.failed);
}

function parseId(written: string): string {
  return checked(written, id.safeParse(written));
}

function parseEvacuationId(written: string): string {
  return checked(written, evacuationId.safeParse(written));
}

function parseIds(written: string): readonly string[] {
  return written.split(",").map(parseId);
}

function parsePolicy(written: string): Policy {
  const found = policies.find((policy) => policy === written);
  if (found === undefined) throw new InvalidArgumentError(`There are: ${policies.join(", ")}.`);
  return found;
}

function parsePreference(written: string): Preference {
  if (written === "time" || written === "performance") return written;
  throw new InvalidArgumentError("There are: time, performance.");
}

function parseFactor(written: string): number {
  const factor = Number(written);
  if (!(factor >= 1 && factor <= 100)) throw new InvalidArgumentError("It must be a number from 1 to 100.");
  return factor;
}

/** Wishes that contradict each other, or that nothing would come of. */
function checkWishes(options: EvacuateOptions, drawn = true): ExitCode | undefined {
  const { policy, prefer, maxSlowdown, deadline, gantt, json, detach, cancelAtDeadline, cancelOnInterrupt } = options;
  const isGentle = prefer === "performance";
  const complaints: readonly (readonly [unknown, string])[] = [
    [maxSlowdown !== undefined && !isGentle, "--max-slowdown says something only with --prefer performance"],
    [
      isGentle && deadline !== undefined,
      "--prefer performance and --deadline are two ways to say how long it may take: give one",
    ],
    [
      isGentle && policy !== "traffic-sensitive",
      `--prefer performance has nothing to choose from under the policy ${policy}`,
    ],
    [gantt && json, "--gantt draws for people, --json writes for programs: give one"],
    [gantt && !drawn, "--gantt needs --dry-run"],
    [cancelAtDeadline && deadline === undefined, "--cancel-at-deadline needs --deadline"],
    [detach && (cancelAtDeadline || cancelOnInterrupt), "--detach leaves nobody who could cancel"],
  ];
  const complaint = complaints.find(([applies]) => applies)?.[1];
  if (complaint === undefined) return undefined;
  process.stderr.write(`contraflow: ${complaint}\n`);
  return EXIT.usage;
}

function parseSeconds(written: string): number {
  const seconds = Number(written);
  if (!(seconds > 0 && seconds <= Number.MAX_SAFE_INTEGER))
    throw new InvalidArgumentError("It must be a number of seconds above 0.");
  return seconds;
}

function parseCount(written: string): number {
  const count = Number(written);
  if (!(Number.isSafeInteger(count) && count > 0)) throw new InvalidArgumentError("It must be a whole number above 0.");
  return count;
}

/** More than a hundred years end after the year 9999 sooner or later, which no certificate can say. */
const MOST_DAYS = 36_500;

function parseDays(written: string): number {
  const days = parseCount(written);
  if (days > MOST_DAYS) throw new InvalidArgumentError(`It must be at most ${MOST_DAYS}.`);
  return days;
}

function checked(
  written: string,
  parsed: { success: true } | { success: false; error: { issues: readonly { message: string }[] } },
): string {
  if (!parsed.success) throw new InvalidArgumentError(`It ${parsed.error.issues[0]?.message ?? "is invalid"}.`);
  return written;
}
