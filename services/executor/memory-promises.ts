import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { QMP_SOCKET } from "../kit/hypervisor/argv.ts";
import { residentMemoryBytes } from "../kit/hypervisor/memory.ts";
import { findVmProcesses, isRunning, type VmProcess } from "../kit/hypervisor/process.ts";
import { readSpecIn } from "../kit/hypervisor/spec-file.ts";

/**
 * Memory of this host that VMs on their way in were promised: their processes have next to none of it until their
 * sources send. Without it two of them would each be given the same free memory.
 */

export interface MemoryPromise {
  /** From here on what the process has touched is no longer counted: the kernel counts it. */
  launched(process: VmProcess): void;
  /** The VM has arrived or is gone. Repeatable. */
  end(): void;
}

interface Promised {
  readonly memoryBytes: number;
  process?: VmProcess;
}

export class MemoryPromises {
  readonly #incomingDirectory: string;
  readonly #meminfo: () => string;
  readonly #promised = new Set<Promised>();

  /** `meminfo`: the text of /proc/meminfo. */
  constructor(incomingDirectory: string, meminfo: () => string = () => readFileSync("/proc/meminfo", "latin1")) {
    this.#incomingDirectory = incomingDirectory;
    this.#meminfo = meminfo;
  }

  /** `refused`, with both numbers, when the host has not that much left. */
  take(memoryBytes: number): Result<MemoryPromise> {
    const available = availableBytes(this.#meminfo());
    if (available === undefined) return fail("unavailable", "/proc/meminfo has no MemAvailable");
    const promised = this.#untouchedBytes();
    if (available - promised < memoryBytes) {
      const others = promised === 0 ? "" : `, of which VMs on their way in were promised ${mebibytes(promised)}`;
      return fail(
        "refused",
        `the VM needs ${mebibytes(memoryBytes)} of memory and this host has ${mebibytes(available)} available${others}`,
      );
    }
    const entry: Promised = { memoryBytes };
    this.#promised.add(entry);
    return ok({
      launched: (process) => {
        entry.process = process;
      },
      end: () => {
        this.#promised.delete(entry);
      },
    });
  }

  #untouchedBytes(): number {
    const known = [...this.#promised];
    const pids = new Set(known.map(({ process }) => process?.pid));
    const all = [...known, ...this.#leftByOthers().filter(({ process }) => !pids.has(process.pid))];
    return all.reduce((sum, promised) => sum + untouchedBytes(promised), 0);
  }

  /** Those that an earlier executor prepared. */
  #leftByOthers(): readonly (Promised & { readonly process: VmProcess })[] {
    const directories = namesIn(this.#incomingDirectory).map((name) => join(this.#incomingDirectory, name));
    const processes = findVmProcesses(directories.map((directory) => join(directory, QMP_SOCKET)));
    return directories.flatMap((directory) => {
      const process = processes.get(join(directory, QMP_SOCKET));
      const memoryBytes = readSpecIn(directory)?.memoryBytes;
      return process === undefined || memoryBytes === undefined ? [] : [{ memoryBytes, process }];
    });
  }
}

function untouchedBytes({ memoryBytes, process }: Promised): number {
  if (process === undefined) return memoryBytes;
  if (!isRunning(process)) return 0;
  return Math.max(0, memoryBytes - (residentMemoryBytes(process.pid, memoryBytes) ?? 0));
}

function availableBytes(meminfo: string): number | undefined {
  const kibibytes = /^MemAvailable:\s+(\d{1,12}) kB$/m.exec(meminfo)?.[1];
  return kibibytes === undefined ? undefined : Number(kibibytes) * 1024;
}

function namesIn(directory: string): readonly string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

function mebibytes(bytes: number): string {
  return `${Math.floor(bytes / (1024 * 1024))} MiB`;
}
