/** `contraflow lab`: labs on this machine. */
import { runLabCommand } from "./command.ts";

process.exitCode = await runLabCommand(process.argv.slice(2));
