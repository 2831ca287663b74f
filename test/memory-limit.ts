/** A memory limit for one process, by the kernel's control groups: past it the kernel kills the process. Root only. */
import { existsSync, mkdirSync, rmdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const hierarchies = [
  { directory: "/sys/fs/cgroup/memory", file: "memory.limit_in_bytes" },
  { directory: "/sys/fs/cgroup", file: "memory.max" },
];

/** With swap left, the kernel would swap the process out and not end it. Of the first, memory and swap together. */
const swaps = (bytes: number) =>
  [
    ["memory.memsw.limit_in_bytes", String(bytes)],
    ["memory.swap.max", "0"],
  ] as const;

export class MemoryLimit {
  readonly #directory: string;

  private constructor(directory: string) {
    this.#directory = directory;
  }

  /** What the process has already does not count. Undefined: on this machine nobody may limit memory. */
  static of(pid: number, bytes: number): MemoryLimit | undefined {
    for (const { directory, file } of hierarchies) {
      const own = join(directory, `cf-limit-${pid}`);
      try {
        mkdirSync(own);
      } catch {
        continue;
      }
      if (existsSync(join(own, file))) {
        try {
          writeFileSync(join(own, file), String(bytes));
          for (const [swap, value] of swaps(bytes))
            if (existsSync(join(own, swap))) writeFileSync(join(own, swap), value);
          writeFileSync(join(own, "cgroup.procs"), String(pid));
          return new MemoryLimit(own);
        } catch {
          // This hierarchy is not ours to use.
        }
      }
      rmdirSync(own);
    }
    return undefined;
  }

  /** Once its process has ended. */
  async remove(): Promise<void> {
    for (let tried = 0; tried < 100; tried += 1) {
      try {
        rmdirSync(this.#directory);
        return;
      } catch {
        await delay(20);
      }
    }
  }
}
