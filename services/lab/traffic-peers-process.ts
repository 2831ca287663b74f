/** The peers of the VMs' traffic as a process of their own, for a lab that outlives the command that started it. */
import { join } from "node:path";
import type { Result } from "../kit/failure/failure.ts";
import { packageFile } from "./package-root.ts";
import { logText, startProcess, untilReady } from "./processes.ts";
import type { ServerStart } from "./servers.ts";

export const PEERS_LISTEN = "traffic peers listen";

export async function startTrafficPeers(start: ServerStart): Promise<Result<void>> {
  const started = await startProcess({
    name: "traffic-peers",
    argv: [process.execPath, packageFile("dist/services/lab/traffic-peers.js"), start.directory],
    directory: start.directory,
    logPath: join(start.directory, "logs", "traffic-peers.log"),
    token: start.token,
  });
  if (!started.ok) return started;
  await start.record(started.value);
  return untilReady(started.value, async () => logText(started.value).includes(PEERS_LISTEN), start.signal);
}
