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

/** One Ctrl-C can arrive several times: from the terminal, and from each parent that passes it on. */
const SAME_MILLISECONDS = 500;

export function onInterrupt(say: (line: string) => void): Interrupt {
  const controller = new AbortController();
  let last = 0;
  const handler = () => {
    const now = performance.now();
    if (!controller.signal.aborted) say("interrupted: cleaning up");
    else if (now - last > SAME_MILLISECONDS) say("still cleaning up");
    last = now;
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
