import { messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

export interface TickerDeps {
  readonly nowMilliseconds: () => number;
  /** Calls after a delay; what it gives cancels that. */
  readonly later: (call: () => void, delayMilliseconds: number) => () => void;
  readonly log: Log;
}

/**
 * Calls at once and then at whole multiples of the period, so that no tick's lateness adds to the next. Ticks that
 * could not be kept are left out, not made up for.
 */
export function startTicker(periodMilliseconds: number, tick: () => void, deps: TickerDeps): { stop(): void } {
  const { nowMilliseconds, later, log } = deps;
  const start = nowMilliseconds();
  let stopped = false;
  let cancel = () => {};
  const run = () => {
    try {
      tick();
    } catch (error) {
      log.error({ reason: messageOf(error), stack: error instanceof Error ? error.stack : undefined }, "tick failed");
    }
    if (stopped) return;
    const elapsed = nowMilliseconds() - start;
    const next = (Math.floor(elapsed / periodMilliseconds) + 1) * periodMilliseconds;
    cancel = later(run, next - elapsed);
  };
  cancel = later(run, 0);
  return {
    stop() {
      stopped = true;
      cancel();
    },
  };
}

export function realTime(): Omit<TickerDeps, "log"> {
  return {
    nowMilliseconds: () => performance.now(),
    later(call, delayMilliseconds) {
      const timer = setTimeout(call, delayMilliseconds);
      return () => clearTimeout(timer);
    },
  };
}
