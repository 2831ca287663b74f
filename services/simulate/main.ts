/** `contraflow simulate`: agents of hosts that do not exist. */
import { runSimulateCommand } from "./command.ts";

process.exitCode = await runSimulateCommand(process.argv.slice(2));
