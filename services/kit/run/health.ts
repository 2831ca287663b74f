/**
 * Whether a service can do its work, told to whoever runs it through a file: a container's health check reads it with
 * `health-check.ts`.
 *
 * 1. It says "healthy" only after the service has answered so, and only for as long as it goes on answering: a process
 *    that hangs leaves its last word behind, which grows old.
 * 2. Ages are counted by the kernel's clock since boot, which all processes share and nobody sets.
 */
import { readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { z } from "zod";
import { settledWithin } from "../bus/pause.ts";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import type { Log } from "./log.ts";

const TIMING = {
  everyMilliseconds: 2_000,
  /** Longer than any client of ours waits for its server. */
  answerMilliseconds: 6_000,
};
/** An answer that takes its whole time, the pause before it, and room for a machine that is busy. */
export const STALE_MILLISECONDS = 15_000;

const STARTING = "is starting";

const healthFile = z.strictObject({
  bootMilliseconds: z.number(),
  /** Absent: healthy. */
  problem: z.string().optional(),
});

export type AskHealth = () => Promise<Result<void>>;

export interface HealthReporter {
  /** Who answers from now on. */
  ask(health: AskHealth): void;
  /** Removes the file: whoever looks finds nobody. */
  stop(): void;
}

/** Writes from now on; until the service has started, that it has not. Throws when the file can not be written. */
export function reportHealth(path: string, log: Log, timing = TIMING): HealthReporter {
  let ask: AskHealth = async () => fail("unavailable", STARTING);
  let stopped = false;
  let last: string | undefined = STARTING;
  let timer: NodeJS.Timeout | undefined;
  /** One question at a time: what waits for a server would only become more. */
  let asking: Asking | undefined;
  const write = (answer: Result<void>) => {
    const problem = answer.ok ? undefined : answer.failure.message;
    writeHealth(path, problem);
    if (problem !== last && problem !== undefined) log.warn({ reason: problem }, "not healthy");
    else if (problem !== last) log.info("healthy");
    last = problem;
  };
  const round = async () => {
    asking ??= new Asking(ask);
    await settledWithin(timing.answerMilliseconds, asking.settled);
    if (stopped) return;
    const { answer } = asking;
    if (answer !== undefined) asking = undefined;
    try {
      const limit = `${timing.answerMilliseconds / 1000} s`;
      write(answer ?? fail("unavailable", `has not said how it is within ${limit}`));
    } catch (error) {
      // What is there grows old and says the same.
      log.error({ path, reason: messageOf(error) }, "health can not be written");
    }
    timer = setTimeout(round, timing.everyMilliseconds);
    timer.unref();
  };
  writeHealth(path, STARTING);
  void round();
  return {
    ask(health) {
      ask = health;
    },
    stop() {
      stopped = true;
      clearTimeout(timer);
      rmSync(path, { force: true });
    },
  };
}

class Asking {
  answer: Result<void> | undefined;
  readonly settled: Promise<void>;

  constructor(ask: AskHealth) {
    this.settled = ask()
      .catch((error: unknown) => fail("bug", messageOf(error)))
      .then((said) => {
        this.answer = said;
      });
  }
}

/** Whole or not at all, whenever it is read. */
export function writeHealth(path: string, problem: string | undefined, bootMilliseconds = sinceBoot()): void {
  const said: z.infer<typeof healthFile> = { bootMilliseconds, ...(problem === undefined ? {} : { problem }) };
  writeFileSync(`${path}.new`, `${JSON.stringify(said)}\n`, { mode: 0o600 });
  renameSync(`${path}.new`, path);
}

export function readHealth(path: string, bootMilliseconds = sinceBoot()): Result<void> {
  let said: z.infer<typeof healthFile>;
  try {
    said = healthFile.parse(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === "ENOENT";
    return fail("unavailable", missing ? `nothing runs that writes ${path}` : `${path}: ${messageOf(error)}`);
  }
  const age = bootMilliseconds - said.bootMilliseconds;
  if (age < 0) return fail("unavailable", `${path} was written before this machine started`);
  if (age > STALE_MILLISECONDS) return fail("unavailable", `has said nothing for ${Math.round(age / 1000)} s`);
  return said.problem === undefined ? ok(undefined) : fail("unavailable", said.problem);
}

function sinceBoot(): number {
  return Number(process.hrtime.bigint() / 1_000_000n);
}
