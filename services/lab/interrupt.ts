/**
 * The first Ctrl-C asks to end, cleanly; while that goes on, more of them only get an answer. Who wants no clean end
 * has SIGKILL, and `lab down`.
 */
export interface Interrupt {
  readonly signal: AbortSignal;
  /** From here on the default of the signals holds again. */
  release(): void;
}

const SIGNALS: readonly NodeJS.Signals[] = ["SIGINT", "SIGTERM", "SIGHUP"];

export function onInterrupt(say: (line: string) => void): Interrupt {
  const controller = new AbortController();
  const handler = () => {
    say(controller.signal.aborted ? "still cleaning up" : "interrupted: cleaning up");
    controller.abort();
  };
  for (const signal of SIGNALS) process.on(signal, handler);
  return {
    signal: controller.signal,
    release: () => {
      for (const signal of SIGNALS) process.off(signal, handler);
    },
  };
}
