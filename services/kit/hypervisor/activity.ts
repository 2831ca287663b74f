import { readdirSync, readFileSync } from "node:fs";

/**
 * What a QEMU does, from the names of its threads: the one thing that tells a migration from outside, to whoever began
 * it and however long ago. QEMU names its threads when asked to (`-name …,debug-threads=on`, as Contraflow, libvirt and
 * Proxmox do).
 */
export interface Activity {
  /** Out of this process, or into it by post-copy: seen on 7.2 under the old names; those with `mig/` are of 9.0 on. */
  readonly migrating: boolean;
  /** The guest's code is translated, not run by the processor itself. */
  readonly emulated: boolean;
}

/** A pre-copy that arrives has no thread of its own: its guest does not run yet. `mig/dirtyrate` moves nothing. */
const MIGRATION = /^(live_migration|bg_snapshot|return path|multifd|postcopy\/|fault-|mig\/(?!dirtyrate))/;
const PROCESSOR = /^(CPU \d+|ALL CPUs)\//;
const EMULATED = /\/TCG$/;

/** Undefined when the process has ended, or its threads have no names. */
export function activityOf(pid: number): Activity | undefined {
  return activityOfThreads(threadNames(pid));
}

export function activityOfThreads(names: readonly string[]): Activity | undefined {
  const processors = names.filter((name) => PROCESSOR.test(name));
  if (processors.length === 0) return undefined;
  return {
    migrating: names.some((name) => MIGRATION.test(name)),
    emulated: processors.some((name) => EMULATED.test(name)),
  };
}

function threadNames(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/task`).flatMap((thread) => nameOf(pid, thread) ?? []);
  } catch {
    return [];
  }
}

/** A thread may end while the others are read. */
function nameOf(pid: number, thread: string): string | undefined {
  try {
    return readFileSync(`/proc/${pid}/task/${thread}/comm`, "utf8").trimEnd();
  } catch {
    return undefined;
  }
}
