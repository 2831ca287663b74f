/**
 * What two looks at a VM's pages, and the references of its memory between them, say of it.
 *
 * 1. A dirty rate counts each page once in a window, however often it was written, as a pass of a pre-copy does.
 * 2. Pages that could not be read are in no count.
 * 3. What has to move is never more than what is resident.
 */
/**
 * A share of a half is then known to two per cent of the memory, less where what counts lies together: 85 per cent of
 * 166 MiB that were not zero were found as 84.5 to 85.4 in twelve looks.
 */
export const SAMPLED_PAGES = 2048;

/** Below it a burst of a second would be taken for a habit; above it the first value would come too late for a plan. */
const SHORTEST_WINDOW_SECONDS = 5;
const LONGEST_WINDOW_SECONDS = 60;

/** Of what is resident, what moves, until pages were looked at: huge pages hold empty ones. 12 to 15 per cent of the memory
 * of guests of 200 MiB, and 7 to 11 of one of 512 MiB. */
const UNSAMPLED_SHARE = 0.88;

/** A window in which a VM got this much more to move shows how it is filled, not what goes on in it. */
const FILLING_SHARE = 0.05;

/** In small pages references count pages and not what is around them, which is another quantity. */
const HUGE_PAGES_SHARE = 0.9;

export interface MemorySizes {
  readonly residentBytes: number;
  readonly hugePageBytes: number;
}

/** What one look at the pages found. */
export interface Content {
  /** In pages that are not zero, or swapped out. */
  readonly bytes: number;
  readonly residentBytes: number;
}

/**
 * A pre-copy's first pass sends all of the memory once; what is written meanwhile is the second. So that is how long to
 * look. Without a link the shortest.
 */
export function windowSeconds(contentBytes: number, linkBytesPerSecond: number | undefined): number {
  const pass = linkBytesPerSecond === undefined ? 0 : contentBytes / linkBytesPerSecond;
  return Math.min(LONGEST_WINDOW_SECONDS, Math.max(SHORTEST_WINDOW_SECONDS, pass));
}

/** Pages to look at: one somewhere in each of so many equal parts, so that none of the memory is left out by chance. */
export function samplePages(pages: number, random: () => number): Float64Array {
  const parts = Math.min(SAMPLED_PAGES, pages);
  const within = (part: number) => Math.floor(((part + random()) * pages) / parts);
  // Rounding may lead just out of the last part.
  return Float64Array.from({ length: parts }, (_, part) => Math.min(within(part), pages - 1));
}

/** `contents` are those of the sampled pages: 0 for one of zeros, NaN where a page could not be read. */
export function contentBytes(contents: Float64Array, memoryBytes: number): number {
  if (contents.length === 0) return 0;
  return (memoryBytes * contents.filter((content) => content !== 0).length) / contents.length;
}

export interface Change {
  readonly changedBytes: number;
  /** Of what had to move at first, what has come to it: pages that were zero. */
  readonly filledShare: number;
}

/** Undefined when no page could be read twice. */
export function changeOf(first: Float64Array, second: Float64Array, memoryBytes: number): Change | undefined {
  let [read, held, changed, filled] = [0, 0, 0, 0];
  for (const [index, before] of first.entries()) {
    const after = second[index] ?? Number.NaN;
    if (Number.isNaN(before) || Number.isNaN(after)) continue;
    read += 1;
    if (before !== 0) held += 1;
    if (before === after) continue;
    changed += 1;
    if (before === 0) filled += 1;
  }
  if (read === 0) return undefined;
  return { changedBytes: (memoryBytes * changed) / read, filledShare: filled / Math.max(1, held) };
}

export function isFilling(change: Change): boolean {
  return change.filledShare > FILLING_SHARE;
}

export function hasGrown(before: MemorySizes, after: MemorySizes): boolean {
  return after.residentBytes > before.residentBytes * (1 + FILLING_SHARE);
}

/** Resident memory may have changed since the look; what came counts whole until the next one. */
export function usedMemoryBytes(residentBytes: number, content: Content | undefined): number {
  if (content === undefined) return Math.round(residentBytes * UNSAMPLED_SHARE);
  const now = content.bytes + residentBytes - content.residentBytes;
  return Math.round(Math.min(residentBytes, Math.max(0, now)));
}

/**
 * In blocks of 2 MiB, the size of a huge page: a block counts when the VM has touched anything of it. That is what a
 * moved VM waits for, not the touched pages alone: QEMU goes on from the page that was asked for, so each request brings
 * what is around it. Processors of the machine that do not run the guest's code by translation leave no trace in these
 * references, so there are none then.
 */
export function canTellWorkingSet(memory: MemorySizes, emulated: boolean): boolean {
  return emulated && memory.residentBytes > 0 && memory.hugePageBytes >= HUGE_PAGES_SHARE * memory.residentBytes;
}

/** What was written within the longer window was touched, too: nobody may take less for all that a VM can rewrite. */
export function workingSetBytes(referencedBytes: number, changedBytes: number): number {
  return Math.round(Math.max(referencedBytes, changedBytes));
}
