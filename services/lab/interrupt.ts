/**
 * The first Ctrl-C asks to end, cleanly; while that goes on, more of them only get an answer. Who wants no clean end
 * has SIGKILL, and `lab down`. A bug that nobody caught, and a reader of the output that went away, end cleanly too.
 */
import { inspect } from "node:util";

export interface Interrupt {
  readonly signal: AbortSignal;
  /** Of the process, once `signal` is aborted. */
  exitCode(): number;
  /** From here on the defaults hold again. */
  release(): void;
}

const SIGNALS: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];
/** One Ctrl-C can arrive several times: from the terminal, and from each parent that passes it on. */
const SAME_MILLISECONDS = 500;
const EXIT_INTERRUPTED = 130;
const EXIT_BUG = 1;

export function onInterrupt(say: (line: string) => void): Interrupt {
  const controller = new AbortController();
  let last = 0;
  let exitCode = EXIT_INTERRUPTED;
  const end = (reason: string) => {
    const now = performance.now();
    if (!controller.signal.aborted) say(`${reason}: cleaning up`);
    else if (now - last > SAME_MILLISECONDS) say("still cleaning up");
    last = now;
    controller.abort();
  };
  const onSignal = () => end("interrupted");
  const onBug = (error: unknown) => {
    // What fails because of the cleaning up is none.
    if (controller.signal.aborted) return;
    exitCode = EXIT_BUG;
    end(`unexpected: ${inspect(error)}`);
  };
  const onClosedOutput = () => controller.abort();
  const outputs = [process.stdout, process.stderr];
  for (const signal of SIGNALS) process.on(signal, onSignal);
  for (const output of outputs) output.on("error", onClosedOutput);
  process.on("uncaughtException", onBug);
  process.on("unhandledRejection", onBug);
  return {
    signal: controller.signal,
    exitCode: () => exitCode,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
      for (const output of outputs) output.off("error", onClosedOutput);
      process.off("uncaughtException", onBug);
      process.off("unhandledRejection", onBug);
    },
  };
}
