/** The life of a service's process: starting, running, draining, closed. */
import type { z } from "zod";
import { messageOf } from "../failure/failure.ts";
import { loadConfig } from "./config.ts";
import { type AskHealth, type HealthReporter, reportHealth } from "./health.ts";
import { createLog, type Log } from "./log.ts";
import { createNotifier } from "./notify.ts";
import { packageVersion } from "./version.ts";

export interface RunningService {
  /** Stops taking work and ends what was begun. Called once. */
  close(): Promise<void>;
  /** Resolves with a reason when the service can no longer do its work. */
  readonly failed: Promise<string>;
  /** Whether it can do its work now. */
  readonly health: AskHealth;
  /** What it is at, in a few words for whoever looks at its unit. */
  status(): string;
}

const LINGER_MILLISECONDS = 2_000;
const EXIT_FAILED = 1;
const EXIT_USAGE = 2;

/**
 * Runs a service until a signal: the first SIGTERM or SIGINT drains, the second ends it at once. Exits with 2 when the
 * configuration is wrong (every error on standard error), 1 when the service fails.
 */
export async function runService<T extends { logLevel: string; healthFile?: string | undefined }>(definition: {
  name: string;
  schema: z.ZodObject & z.ZodType<T>;
  start(config: T, deps: { log: Log; signal: AbortSignal }): Promise<RunningService>;
}): Promise<void> {
  const config = loadConfig(definition.schema, process.argv.slice(2), process.env);
  if (!config.ok) {
    process.stderr.write(`${definition.name}: configuration:\n${config.failure.message.replace(/^/gm, "  ")}\n`);
    process.exitCode = EXIT_USAGE;
    return;
  }
  const log = createLog(definition.name, config.value.logLevel);
  const { healthFile } = config.value;
  const version = packageVersion();
  const notify = createNotifier(process.env, log);
  const stopping = new AbortController();
  let requestStop: (reason: string) => void = () => undefined;
  const stopRequested = new Promise<string>((resolve) => {
    requestStop = resolve;
  });
  const onSignal = (signal: NodeJS.Signals) => {
    if (stopping.signal.aborted) {
      log.warn({ signal }, "second signal: closing at once");
      process.exit(EXIT_FAILED);
    }
    log.info({ signal }, "draining");
    stopping.abort();
    requestStop(signal);
  };
  process.on("SIGTERM", onSignal);
  process.on("SIGINT", onSignal);
  const fatal = (error: unknown, what: string) => {
    log.fatal({ reason: messageOf(error), stack: error instanceof Error ? error.stack : undefined }, what);
    process.exitCode = EXIT_FAILED;
  };
  let health: HealthReporter | undefined;
  try {
    log.info({ version, node: process.version }, "starting");
    health = healthFile === undefined ? undefined : reportHealth(healthFile, log);
    const service = await definition.start(config.value, { log, signal: stopping.signal });
    log.info("running");
    notify.running(() => `${version}: ${service.status()}`);
    health?.ask(service.health);
    const failure = await Promise.race([stopRequested.then(() => undefined), service.failed.catch(messageOf)]);
    if (failure !== undefined) {
      log.error({ reason: failure }, "can not go on");
      process.exitCode = EXIT_FAILED;
    }
    health?.stop();
    notify.stopping();
    await service.close().catch((error) => fatal(error, "failed to close"));
  } catch (error) {
    // What waited for a server when the signal came ends by throwing.
    if (!stopping.signal.aborted) fatal(error, "failed to start");
  }
  health?.stop();
  log.info("closed");
  process.off("SIGTERM", onSignal);
  process.off("SIGINT", onSignal);
  // By now nothing keeps the process; when something does all the same, it is not waited for.
  setTimeout(() => {
    log.warn("something still runs; ending it");
    process.exit();
  }, LINGER_MILLISECONDS).unref();
}
