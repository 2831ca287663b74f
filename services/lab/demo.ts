/**
 * `npm run demo [-- --quick] [-- --json FILE]`: the main job on this machine, and what it is worth. Leaves nothing but the
 * cache folder, however it ends.
 */
import { parseArgs } from "node:util";
import { messageOf } from "../kit/failure/failure.ts";
import { allCompleted, compare, comparedPolicies, comparisonLines } from "./compare.ts";
import { onInterrupt } from "./interrupt.ts";
import { BUILT_IN_SCENARIO, readScenario } from "./scenario.ts";

const USAGE = `usage: npm run demo -- [--quick] [--scenario NAME|FILE] [--name LAB] [--json FILE]
  --quick     only the traffic-sensitive evacuation, without the policies it is compared with
  --scenario  the VMs and links (default: ${BUILT_IN_SCENARIO})
  --name      of the lab, when another demo runs at the same time (default: demo)
  --json      writes what was measured\n`;

process.exit(await main());

async function main(): Promise<number> {
  let options: { quick?: boolean; help?: boolean; name?: string; json?: string; scenario?: string };
  try {
    options = parseArgs({
      options: {
        quick: { type: "boolean" },
        help: { type: "boolean" },
        name: { type: "string" },
        json: { type: "string" },
        scenario: { type: "string" },
      },
    }).values;
  } catch (error) {
    process.stderr.write(`demo: ${messageOf(error)}\n${USAGE}`);
    return 2;
  }
  if (options.help) {
    process.stdout.write(USAGE);
    return 0;
  }
  const scenario = await readScenario(options.scenario ?? BUILT_IN_SCENARIO);
  if (!scenario.ok) {
    process.stderr.write(`demo: ${scenario.failure.message}\n`);
    return 2;
  }
  const progress = (line: string) => process.stderr.write(`${line}\n`);
  const interrupt = onInterrupt(progress);
  const { signal } = interrupt;
  const compared = await compare({
    name: options.name ?? "demo",
    scenario: scenario.value,
    policies: options.quick ? comparedPolicies.slice(0, 1) : comparedPolicies,
    ...(options.json === undefined ? {} : { jsonFile: options.json }),
    progress,
    signal,
  });
  if (!compared.ok) {
    if (!signal.aborted) process.stderr.write(`demo: ${compared.failure.message}\n`);
    return signal.aborted ? interrupt.exitCode() : 1;
  }
  process.stdout.write(`\n${comparisonLines(compared.value).join("\n")}\n`);
  return allCompleted(compared.value) ? 0 : 1;
}
