import { readFileSync } from "node:fs";

/**
 * Memory that a migration will have to move: what is resident of the mapping that is the guest's memory. It is 7 to
 * 11 % more than the pages that are not zero (huge pages count whole); the process's own resident size would be
 * 31 to 56 % more.
 *
 * Undefined when the process has ended, may not be read, or keeps its memory elsewhere (memory-backend-file).
 */
export function usedMemoryBytes(pid: number, memoryBytes: number): number | undefined {
  try {
    return residentBytesOfMapping(readFileSync(`/proc/${pid}/smaps`, "latin1"), memoryBytes);
  } catch {
    return undefined;
  }
}

interface Mapping {
  readonly start: bigint;
  readonly end: bigint;
  residentBytes: number;
}

/** The kernel may have split the mapping into neighbours that together have its size. */
export function residentBytesOfMapping(smaps: string, memoryBytes: number): number | undefined {
  const size = BigInt(memoryBytes);
  const mappings = anonymousMappings(smaps);
  for (let first = 0; first < mappings.length; first += 1) {
    const start = mappings[first]?.start ?? 0n;
    let residentBytes = 0;
    let expected = start;
    for (const mapping of mappings.slice(first)) {
      if (mapping.start !== expected) break;
      residentBytes += mapping.residentBytes;
      expected = mapping.end;
      if (expected - start === size) return residentBytes;
      if (expected - start > size) break;
    }
  }
  return undefined;
}

function anonymousMappings(smaps: string): readonly Mapping[] {
  const mappings: Mapping[] = [];
  let current: Mapping | undefined;
  for (const line of smaps.split("\n")) {
    const header = /^([0-9a-f]+)-([0-9a-f]+) \S{4} \S+ \S+ (\d+)/.exec(line);
    if (header !== null) {
      current =
        header[3] === "0"
          ? { start: BigInt(`0x${header[1]}`), end: BigInt(`0x${header[2]}`), residentBytes: 0 }
          : undefined;
      if (current !== undefined) mappings.push(current);
      continue;
    }
    // Swapped pages move as well.
    const amount = /^(?:Rss|Swap):\s+(\d+) kB/.exec(line);
    if (amount !== null && current !== undefined) current.residentBytes += Number(amount[1]) * 1024;
  }
  return mappings;
}
