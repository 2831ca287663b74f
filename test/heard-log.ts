import { pino } from "pino";
import type { Log } from "../services/kit/run/log.ts";

/** A log that can be waited on: what a service says is how it tells people what goes on. */
export interface HeardLog {
  readonly log: Log;
  /** Resolves when the message is said, or was said since the last message that was waited for. */
  hear(message: string): Promise<void>;
}

export function heardLog(): HeardLog {
  const said: string[] = [];
  const listeners: (() => void)[] = [];
  const log = pino(
    { level: "trace" },
    {
      write(line: string) {
        said.push((JSON.parse(line) as { msg: string }).msg);
        for (const listener of listeners.splice(0)) listener();
      },
    },
  );
  return {
    log,
    async hear(message) {
      for (;;) {
        const at = said.indexOf(message);
        if (at >= 0) {
          said.splice(0, at + 1);
          return;
        }
        await new Promise<void>((resolve) => listeners.push(resolve));
      }
    },
  };
}
