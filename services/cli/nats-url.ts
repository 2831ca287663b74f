/** Which bus a command talks to, and why that one: the reason stands in the error when nobody answers there. */
import { DEFAULT_NATS_URL } from "../kit/bus/settings.ts";
import { startTicksOf } from "../kit/hypervisor/process.ts";
import type { LabState } from "../kit/run/lab-state.ts";

export interface NatsChoice {
  readonly url: string;
  readonly origin: string;
}

export function chooseNatsUrl(sources: {
  readonly flag: string | undefined;
  readonly environment: string | undefined;
  readonly labs: readonly LabState[];
}): NatsChoice {
  const { flag, environment, labs } = sources;
  if (flag !== undefined) return { url: flag, origin: "given by --nats" };
  if (environment !== undefined && environment !== "") return { url: environment, origin: "from CONTRAFLOW_NATS_URL" };
  const [only] = labs;
  if (only !== undefined && labs.length === 1) return { url: only.natsUrl, origin: `of the running lab ${only.name}` };
  const names = labs.map((lab) => lab.name).join(", ");
  const why = labs.length === 0 ? "the default" : `the default: ${labs.length} labs run (${names}), so none was chosen`;
  return { url: DEFAULT_NATS_URL, origin: why };
}

/** Its own processes are the proof that a lab runs; a state file may be left of one that was killed. */
export function isUp(state: LabState): boolean {
  return state.phase === "up" && state.processes.some((one) => startTicksOf(one.pid) === one.startTicks);
}

export function unreachable(choice: NatsChoice, reason: string): string {
  return (
    `no NATS server with JetStream answers at ${choice.url} (${choice.origin}): ${reason}\n` +
    "  give another with --nats URL or CONTRAFLOW_NATS_URL, or start a lab with: contraflow lab up"
  );
}
