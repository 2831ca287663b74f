import { closeSync, openSync, readSync } from "node:fs";
import type { GuestMemory } from "./memory.ts";

/**
 * The guest's pages, read from outside through `/proc/PID/mem`: no monitor is needed, and the guest is not stopped. Only
 * pages that are there are read: reading one that is not would make it, or wait for a post-copy to bring it.
 */
export interface GuestPages {
  /**
   * A number made of the page's content: 0 for a page of zeros, or one that was never touched, which QEMU takes for the
   * same. Contents that differ have different numbers, but for one case in four thousand million. Undefined when the page
   * is swapped out, or the process has ended.
   */
  contentOf(page: number): number | undefined;
  close(): void;
}

const ENTRY_BYTES = 8;
/** Bits 63 and 62 of an entry of `/proc/PID/pagemap`, in its last byte. */
const PRESENT = 0x80;
const SWAPPED = 0x40;
/** Of FNV-1a, http://www.isthe.com/chongo/tech/comp/fnv/; it is odd, so one word that differs is seen for certain. */
const PRIME = 0x01000193;
const BASIS = 0x811c9dc5;

/** Undefined when the process has ended or may not be read. */
export function openGuestPages(pid: number, memory: GuestMemory): GuestPages | undefined {
  const { startAddress, pageBytes } = memory;
  const files: number[] = [];
  const close = () => {
    for (const file of files.splice(0)) closeSync(file);
  };
  try {
    files.push(openSync(`/proc/${pid}/pagemap`, "r"));
    files.push(openSync(`/proc/${pid}/mem`, "r"));
  } catch {
    close();
    return undefined;
  }
  const [pagemap = -1, content = -1] = files;
  const entry = Buffer.alloc(ENTRY_BYTES);
  const words = new Int32Array(pageBytes / Int32Array.BYTES_PER_ELEMENT);
  const bytes = Buffer.from(words.buffer);
  const zeros = hashOf(words);
  const filled = (file: number, into: Buffer, at: number) => {
    try {
      return readSync(file, into, 0, into.length, at) === into.length;
    } catch {
      return false;
    }
  };
  return {
    contentOf(page) {
      const address = startAddress + page * pageBytes;
      if (!filled(pagemap, entry, (address / pageBytes) * ENTRY_BYTES)) return undefined;
      const state = entry[ENTRY_BYTES - 1] ?? 0;
      if ((state & PRESENT) === 0) return (state & SWAPPED) === 0 ? 0 : undefined;
      if (!filled(content, bytes, address)) return undefined;
      return (hashOf(words) ^ zeros) >>> 0;
    },
    close,
  };
}

function hashOf(words: Int32Array): number {
  let hash = BASIS;
  for (const word of words) hash = Math.imul(hash ^ word, PRIME);
  return hash;
}
