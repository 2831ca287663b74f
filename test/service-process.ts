import assert from "node:assert/strict";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";

/** A service as it is run: a process of its own, listened to through its log. */
export interface ServiceProcess {
  /** Resolves when the message is logged; fails when the process ends before. Messages before it are passed over. */
  hear(message: string): Promise<void>;
  /** The exit code, or null after a signal that was not handled. */
  exitCode(): Promise<number | null>;
  end(signal: NodeJS.Signals): Promise<number | null>;
  signal(signal: NodeJS.Signals): void;
}

/** Settings are given as flags; a value that is no text as JSON. Ended with the test, or what else `t` stands for, however that ends. */
export function startService(
  t: { after(end: () => Promise<void>): void },
  name: string,
  settings: Readonly<Record<string, unknown>>,
): ServiceProcess {
  const main = join(dirname(fileURLToPath(import.meta.url)), `../services/${name}/main.js`);
  const flags = Object.entries(settings).map(([key, value]) => {
    const flag = key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
    return `--${flag}=${typeof value === "string" ? value : JSON.stringify(value)}`;
  });
  const child = spawn("setpriv", ["--pdeathsig", "KILL", "--", process.execPath, main, ...flags], {
    stdio: ["ignore", "ignore", "pipe"],
  });
  const ended = once(child, "exit");
  t.after(async () => {
    child.kill("SIGKILL");
    await ended;
  });
  const exitCode = async () => ((await ended) as [number | null])[0];
  const lines = createInterface(child.stderr)[Symbol.asyncIterator]();
  return {
    async hear(message) {
      const heard: string[] = [];
      for (;;) {
        const { value, done } = await lines.next();
        assert.ok(!done, `the ${name} ended before it said "${message}":\n${heard.join("\n")}`);
        heard.push(String(value));
        if (String(value).includes(`"msg":"${message}"`)) return;
      }
    },
    exitCode,
    signal: (signal) => void child.kill(signal),
    end(signal) {
      child.kill(signal);
      return exitCode();
    },
  };
}
