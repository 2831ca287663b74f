/** `node dist/services/lab/traffic-peers.js LAB_DIRECTORY`: runs until it is told to end. */
import { basename, join } from "node:path";
import { messageOf, unwrap } from "../kit/failure/failure.ts";
import { labLayout } from "./layout.ts";
import { readScenario } from "./scenario.ts";
import { startTrafficMeter } from "./traffic-meter.ts";
import { PEERS_LISTEN } from "./traffic-peers-process.ts";

try {
  const directory = process.argv[2] ?? "";
  const scenario = unwrap(await readScenario(join(directory, "scenario.json")));
  const layout = labLayout(basename(directory), scenario.linkMbit, scenario.destinations);
  const meter = unwrap(await startTrafficMeter(layout, scenario));
  process.stdout.write(`${PEERS_LISTEN}\n`);
  process.once("SIGTERM", () => void meter.close().then(() => process.exit(0)));
} catch (error) {
  process.stderr.write(`${messageOf(error)}\n`);
  process.exitCode = 1;
}
