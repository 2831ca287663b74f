/** The command lines of `contraflow` and of its lab. What they lead to is not done: what it would be given is looked at. */
import assert from "node:assert/strict";
import { chooseNatsUrl } from "../../../services/cli/nats-url.ts";
import { type Commands, runProgram } from "../../../services/cli/program.ts";
import { evacuationRequest } from "../../../services/kit/domain/evacuation.ts";
import { evacuationId, id } from "../../../services/kit/domain/quantity.ts";
import { policies } from "../../../services/kit/domain/technique.ts";
import { ok } from "../../../services/kit/failure/failure.ts";
import { runLabCommand, type Verbs } from "../../../services/lab/command.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, type Verdict } from "../target.ts";

/** Of `contraflow`; one that is not here is not led anywhere harmless, see `edges.ts`. */
export const knownCommands: readonly string[] = [
  ...[
    "evacuate",
    "plan",
    "status",
    "watch",
    "cancel",
    "tls",
    "init",
    "doctor",
    "hosts",
    "vms",
    "top",
    "lab",
    "simulate",
  ],
  ...["identity", "list", "renew", "revoke"],
];

interface Call {
  readonly name: string;
  readonly values: readonly unknown[];
}

const USAGE = 2;

/** Runs a command line with everything it leads to replaced, and what it prints kept. */
async function quietly(run: (record: (call: Call) => void) => Promise<number>): Promise<Verdict> {
  const calls: Call[] = [];
  let printed = "";
  const [out, err] = [process.stdout.write, process.stderr.write];
  const keep = ((text: string) => {
    printed += text;
    return true;
  }) as typeof process.stdout.write;
  process.stdout.write = keep;
  process.stderr.write = keep;
  let exitCode: number;
  try {
    exitCode = await run((call) => calls.push(call));
  } finally {
    process.stdout.write = out;
    process.stderr.write = err;
  }
  for (const call of calls) assertCall(call);
  assert.ok(exitCode === 0 || exitCode === USAGE, `exit code ${exitCode}: ${printed}`);
  if (exitCode === 0) return accepted(calls);
  assert.ok(calls.length === 0, "it was done, and called wrong usage");
  assert.notEqual(printed, "", "wrong usage, and no word about it");
  return rejected(printed);
}

const LONGEST_DAYS = 36_500;

function assertCall({ name, values }: Call): void {
  assertNumbers(values);
  for (const value of values) {
    if (typeof value !== "object" || value === null) continue;
    const options = value as Readonly<Record<string, unknown>>;
    for (const key of ["to", "host", "hosts"]) {
      const list = options[key];
      if (Array.isArray(list)) for (const one of list) assert.ok(id.safeParse(one).success, `${key}: ${one}`);
    }
    const { policy, deadline, maxSlowdown, days, count } = options;
    if (policy !== undefined) assert.ok((policies as readonly unknown[]).includes(policy), `policy ${policy}`);
    const { deadlineSeconds, maximumSlowdown } = evacuationRequest.shape;
    assert.ok(deadlineSeconds.safeParse(deadline).success, `a deadline of ${deadline} s can not be asked for`);
    assert.ok(maximumSlowdown.safeParse(maxSlowdown).success, `slowdown ${maxSlowdown}`);
    for (const whole of [days, count]) assert.ok(whole === undefined || Number.isSafeInteger(whole), `${whole}`);
    assert.ok(days === undefined || Number(days) <= LONGEST_DAYS, `certificates of ${days} days`);
  }
  if (name === "evacuate") assert.ok(id.safeParse(values[0]).success, `host ${values[0]}`);
  if (name === "cancel") assert.ok(evacuationId.safeParse(values[0]).success, `evacuation ${values[0]}`);
}

const LINES = [
  ...["evacuate host-a", "evacuate host-a --to b,c --policy pre-copy --deadline 60 --json", "--nats nats://x:1 hosts"],
  ...["evacuate a --prefer performance --max-slowdown 1.5 --id e1 --detach", "evacuate a --dry-run --gantt"],
  ...["plan --snapshot s.json --host a,b --json", "status", "status e1 --json", "watch e1", "cancel e1 --reason why"],
  ...[
    "tls init --directory pki --hosts a,b --days 365",
    "doctor --host-id a --tls-directory /x",
    "vms",
    "top --count 3",
    "--help",
  ],
  ...["init --directory pki --hosts a,b --viewers v --nats-name n,10.0.0.1", "identity list --directory pki --json"],
  ...["identity renew agent/a --directory pki", "identity revoke planner --directory pki --all"],
  ...[
    "lab up --name lab",
    "simulate --hosts 5",
    "help evacuate",
    "evacuate a --deadline 5 --cancel-at-deadline --cancel-on-interrupt",
  ],
];

function asWords(line: string): Uint8Array {
  return bytesOf(line.split(" ").join("\0"));
}

function wordsIn(input: Uint8Array): readonly string[] {
  return textOf(input).split("\0");
}

const program: Target = {
  name: "commands/contraflow",
  form: "text",
  share: 0.3,
  tokens: [
    ...new Set(LINES.flatMap((line) => line.split(" "))),
    "\0",
    "--",
    "-",
    "--to=",
    "--deadline=",
    "--no-json",
    "-V",
  ],
  seeds: () => LINES.map(asWords),
  run(input) {
    return quietly((record) => {
      const called =
        (name: string) =>
        async (...values: readonly unknown[]) => {
          record({ name, values: values.filter((value) => value !== bus) });
          return ok(0);
        };
      const coded =
        (name: string) =>
        async (...values: readonly unknown[]) => {
          record({ name, values });
          return 0;
        };
      const bus = {};
      const commands = {
        withBus: async (globals: unknown, run: (bus: unknown) => Promise<unknown>) => {
          record({ name: "withBus", values: [globals] });
          await run(bus);
          return 0;
        },
        ...Object.fromEntries(
          ["evacuate", "status", "watch", "cancel", "hosts", "vms", "top"].map((name) => [name, called(name)]),
        ),
        ...Object.fromEntries(
          ["planFile", "tlsInit", "doctor", "identities", "runOther"].map((name) => [name, coded(name)]),
        ),
      };
      return runProgram(wordsIn(input), commands as unknown as Commands);
    });
  },
};

const LAB_LINES = [
  ...[
    "up --name lab --scenario mixed-4 --json",
    "down",
    "down --name lab --json out.json",
    "run --policy post-copy --runs 3",
  ],
  ...["compare --policies all --runs 2 --json", "compare --policies pre-copy,post-copy", "list --json", "--help"],
];
const MOST_RUNS = 1000;

const lab: Target = {
  name: "commands/lab",
  form: "text",
  share: 0.3,
  tokens: [...new Set(LAB_LINES.flatMap((line) => line.split(" "))), "\0", "--", "1e9", "2e9"],
  seeds: () => LAB_LINES.map(asWords),
  run(input) {
    return quietly((record) => {
      const called =
        (name: string) =>
        async (...values: readonly unknown[]) => {
          record({ name, values });
          return ok({ ended: true });
        };
      const verbs = {
        ...Object.fromEntries(["up", "down"].map((name) => [name, called(name)])),
        measured: async (options: unknown, chosen: readonly string[], runs: number) => {
          assert.ok(runs >= 1 && runs <= MOST_RUNS, `${runs} runs of each policy`);
          assert.ok(chosen.length > 0 && chosen.every((one) => (policies as readonly string[]).includes(one)));
          record({ name: "measured", values: [options, chosen, runs] });
          return ok(undefined);
        },
        labsToEnd: () => ["lab"],
        list: () => undefined,
        // It would write a file of any name.
        writeDocument: () => undefined,
      };
      return runLabCommand(wordsIn(input), verbs as unknown as Verbs);
    });
  },
};

const natsUrl: Target = {
  name: "commands/nats-url",
  form: "text",
  tokens: ["nats://", "tls://", "@", ":"],
  seeds: () => [bytesOf("nats://a:1\nnats://b:2"), bytesOf("\nnats://b:2"), bytesOf("\n")],
  run(input) {
    const [flag = "", environment] = textOf(input).split("\n");
    const choice = chooseNatsUrl({ flag: flag === "" ? undefined : flag, environment, labs: [] });
    assert.notEqual(choice.url, "");
    return accepted(choice);
  },
};

export const commandTargets: readonly Target[] = [program, lab, natsUrl];
