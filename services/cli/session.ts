/** One command's connection to the bus, and what the terminal has to say while it lasts. */
import { Bus } from "../kit/bus/bus.ts";
import { reportIn } from "../kit/bus/host-bucket.ts";
import { natsAddress } from "../kit/bus/settings.ts";
import type { HostReport } from "../kit/domain/host.ts";
import { FailureError, fail, ok, type Result } from "../kit/failure/failure.ts";
import { isRunning } from "../kit/hypervisor/process.ts";
import { readLabStates } from "../kit/run/lab-state.ts";
import { createLog } from "../kit/run/log.ts";
import { chooseCredentials } from "./credentials.ts";
import { type ExitCode, exitCodeOf } from "./exit.ts";
import { chooseNatsUrl, unreachable } from "./nats-url.ts";

export interface Globals {
  readonly nats?: string;
  readonly credentials?: string;
  readonly ca?: string;
}

const WHO_HELP =
  "  say who you are with --credentials FILE or CONTRAFLOW_NATS_CREDENTIALS: a file that contraflow init makes";

/** Long enough for a server that just restarts, short enough for somebody who waits. */
const CONNECT_MILLISECONDS = 3_000;
export const ASK_MILLISECONDS = 2_000;
/** The terminal is for the command's own words; a service's log is for operators of the service. */
const LOG_LEVEL = "silent";

export async function withBus(globals: Globals, run: (bus: Bus) => Promise<Result<ExitCode>>): Promise<ExitCode> {
  const connected = await connectBus(globals);
  if (!connected.ok) return report(connected.failure);
  const bus = connected.value;
  try {
    const result = await run(bus);
    return result.ok ? result.value : report(result.failure);
  } finally {
    await bus.close();
  }
}

export function report(failure: { kind: Parameters<typeof exitCodeOf>[0]["kind"]; message: string }): ExitCode {
  process.stderr.write(`contraflow: ${failure.message}\n`);
  return exitCodeOf(failure);
}

async function connectBus(globals: Globals): Promise<Result<Bus>> {
  const labs = readLabStates().filter((lab) => lab.phase === "up" && lab.processes.some(isRunning));
  const { env } = process;
  const choice = chooseNatsUrl({ flag: globals.nats, environment: env.CONTRAFLOW_NATS_URL, labs });
  const natsCredentials = chooseCredentials({
    flag: globals.credentials,
    environment: env.CONTRAFLOW_NATS_CREDENTIALS,
    isLab: labs.some(({ natsUrl }) => natsUrl === choice.url),
  });
  const natsCa = globals.ca ?? (env.CONTRAFLOW_NATS_CA || undefined);
  const address = natsAddress({ natsUrl: choice.url, natsCredentials, natsCa });
  const giveUp = AbortSignal.timeout(CONNECT_MILLISECONDS);
  try {
    const log = createLog("contraflow", LOG_LEVEL);
    return ok(await Bus.connect({ ...address, name: "contraflow", log, signal: giveUp, failWhenRefused: true }));
  } catch (error) {
    const failure = error instanceof FailureError ? error.failure : undefined;
    if (failure?.kind === "invalid") return fail("invalid", failure.message);
    if (failure?.kind === "refused") return fail("refused", `${failure.message}\n${WHO_HELP}`);
    return fail("unavailable", unreachable(choice, failure?.message ?? "JetStream does not answer"));
  }
}

export async function readReports(bus: Bus): Promise<Result<readonly HostReport[]>> {
  const read = await bus.readHosts();
  if (!read.ok) return read;
  const reports = read.value.flatMap((entry) => {
    const report = reportIn(entry);
    if (!report.ok) process.stderr.write(`contraflow: ${report.failure.message}; it is left out\n`);
    return report.ok ? [report.value] : [];
  });
  return ok(reports.sort((a, b) => (a.hostId < b.hostId ? -1 : 1)));
}

/** A question that nobody takes: which service is missing is more use than that nobody answered. */
export function explained<T>(answer: Result<T>, service: string): Result<T> {
  if (answer.ok || answer.failure.kind !== "unavailable") return answer;
  return fail("unavailable", `the ${service} does not answer on this bus: is it running? (${answer.failure.message})`);
}

export function print(lines: readonly string[]): void {
  process.stdout.write(lines.map((line) => `${line}\n`).join(""));
}

export function printJson(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document, null, 2)}\n`);
}

export function printJsonLine(document: unknown): void {
  process.stdout.write(`${JSON.stringify(document)}\n`);
}
