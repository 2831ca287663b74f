/** The lab's NATS and Redis, on ports of their own, with their data in the lab's directory. */
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Result } from "../kit/failure/failure.ts";
import { accepts, freePort, type StartedProcess, startProcess, untilReady } from "./processes.ts";

export interface ServerStart {
  readonly directory: string;
  readonly token: string;
  readonly record: (process: StartedProcess) => Promise<void>;
  readonly signal?: AbortSignal | undefined;
}

export interface Server {
  readonly port: number;
  readonly process: StartedProcess;
}

/** Somebody else may take a free port before the server does. */
const PORT_ATTEMPTS = 4;

/** With a given port: again what ran there before, on the data it left. */
export function startNats(start: ServerStart, port?: number): Promise<Result<Server>> {
  return startServer(start, "nats", port, (chosen, data) => {
    const config = join(start.directory, "nats.conf");
    writeFileSync(
      config,
      [`listen: "127.0.0.1:${chosen}"`, "jetstream {", `  store_dir: ${JSON.stringify(data)}`, "}", ""].join("\n"),
    );
    return ["nats-server", "-c", config];
  });
}

/** Profiles can be measured again: nothing is written to disk. */
export function startRedis(start: ServerStart, port?: number): Promise<Result<Server>> {
  return startServer(start, "redis", port, (chosen, data) => {
    const config = join(start.directory, "redis.conf");
    const settings = [
      "bind 127.0.0.1",
      `port ${chosen}`,
      `dir ${JSON.stringify(data)}`,
      'save ""',
      "appendonly no",
      // It would write its title over its environment, by which a lab knows its processes.
      "set-proc-title no",
      "maxmemory-policy noeviction",
      "",
    ];
    writeFileSync(config, settings.join("\n"));
    return ["redis-server", config];
  });
}

async function startServer(
  start: ServerStart,
  name: string,
  port: number | undefined,
  command: (port: number, data: string) => readonly string[],
): Promise<Result<Server>> {
  const data = join(start.directory, name);
  mkdirSync(data, { recursive: true });
  for (let attempt = 1; ; attempt += 1) {
    const chosen = port ?? (await freePort());
    const started = await startProcess({
      name,
      argv: command(chosen, data),
      directory: start.directory,
      logPath: join(start.directory, "logs", `${name}.log`),
      token: start.token,
    });
    if (!started.ok) return started;
    await start.record(started.value);
    const ready = await untilReady(started.value, () => accepts(chosen), start.signal);
    if (ready.ok) return { ok: true, value: { port: chosen, process: started.value } };
    if (attempt === PORT_ATTEMPTS || ready.failure.kind === "cancelled") return ready;
  }
}
