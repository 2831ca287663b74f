import { readFileSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";

/** The mapping of a QEMU process that is its guest's memory, as `/proc/PID/smaps` tells it. */
export interface GuestMemory {
  readonly startAddress: number;
  /** Swapped pages count: they have to move as well. */
  readonly residentBytes: number;
  /** Touched since the references were last cleared; a huge page counts whole. */
  readonly referencedBytes: number;
  readonly hugePageBytes: number;
  readonly pageBytes: number;
}

/**
 * Reading walks the page tables of the whole process: next to nothing for huge pages, 10 ms of CPU for each GiB of
 * small ones. It does not hold up the caller's other work.
 *
 * Undefined when the process has ended, may not be read, or keeps its memory elsewhere (memory-backend-file).
 */
export async function readGuestMemory(pid: number, memoryBytes: number): Promise<GuestMemory | undefined> {
  try {
    return guestMemoryOf(await readFile(`/proc/${pid}/smaps`, "latin1"), memoryBytes);
  } catch {
    return undefined;
  }
}

/** Memory that the host has given to the guest by now; undefined as for `readGuestMemory`. */
export function residentMemoryBytes(pid: number, memoryBytes: number): number | undefined {
  try {
    return guestMemoryOf(readFileSync(`/proc/${pid}/smaps`, "latin1"), memoryBytes)?.residentBytes;
  } catch {
    return undefined;
  }
}

/**
 * From now on `referencedBytes` counts anew. The kernel walks as for a reading and holds the process's memory map
 * meanwhile, so page faults wait: only for memory in huge pages (0.4 ms of 8 GiB), not in small ones (100 ms).
 */
export async function clearReferences(pid: number): Promise<boolean> {
  try {
    await writeFile(`/proc/${pid}/clear_refs`, "1");
    return true;
  } catch {
    return false;
  }
}

interface Mapping {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** The kernel may have split the mapping into neighbours that together have its size. */
export function guestMemoryOf(smaps: string, memoryBytes: number): GuestMemory | undefined {
  const mappings = anonymousMappings(smaps);
  for (const [first, { start }] of mappings.entries()) {
    let end = start;
    for (let last = first; mappings[last]?.start === end && end - start < memoryBytes; last += 1) {
      end = mappings[last]?.end ?? end;
      if (end - start === memoryBytes) return sumOf(start, mappings.slice(first, last + 1));
    }
  }
  return undefined;
}

function sumOf(startAddress: number, mappings: readonly Mapping[]): GuestMemory {
  const sum = (name: string) => mappings.reduce((total, { text }) => total + amountOf(text, name), 0);
  return {
    startAddress,
    residentBytes: sum("Rss") + sum("Swap"),
    referencedBytes: sum("Referenced"),
    hugePageBytes: sum("AnonHugePages"),
    pageBytes: amountOf(mappings[0]?.text ?? "", "KernelPageSize"),
  };
}

function amountOf(text: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d{1,12}) kB$`, "m").exec(text)?.[1] ?? 0) * 1024;
}

/** Addresses of processes have at most 47 bits, or 57: a number holds both where a page begins. */
function anonymousMappings(smaps: string): readonly Mapping[] {
  const headers = [...smaps.matchAll(/^([0-9a-f]{1,16})-([0-9a-f]{1,16}) \S{4} \S+ \S+ (\d+)/gm)];
  return headers.flatMap((header, index) => {
    const [, start = "", end = "", inode] = header;
    if (inode !== "0") return [];
    const text = smaps.slice(header.index, headers[index + 1]?.index);
    return { start: Number.parseInt(start, 16), end: Number.parseInt(end, 16), text };
  });
}
