import { messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

/**
 * Calls at whole multiples of the period, so that no tick's lateness adds to the next. Ticks that could not be kept
 * are left out, not made up for.
 */
export function startTicker(periodMilliseconds: number, tick: () => void, log: Log): { stop(): void } {
  const start = performance.now();
  let timer: NodeJS.Timeout;
  const schedule = () => {
    const elapsed = performance.now() - start;
    const next = (Math.floor(elapsed / periodMilliseconds) + 1) * periodMilliseconds;
    timer = setTimeout(run, next - elapsed);
  };
  const run = () => {
    try {
      tick();
    } catch (error) {
      log.error({ reason: messageOf(error), stack: error instanceof Error ? error.stack : undefined }, "tick failed");
    }
    schedule();
  };
  // The first at once: whoever waits for the host waits for it.
  timer = setTimeout(run, 0);
  return { stop: () => clearTimeout(timer) };
}
