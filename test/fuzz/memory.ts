/** What a value takes, and what stays of many. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collect = runInNewContext("gc") as () => void;

/** Of this thread, after everything that nobody holds any more is gone. */
export function collectedBytes(): number {
  // Buffers are let go of beside the first collection; the second waits for that.
  collect();
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}

const POINTER_BYTES = 8;

/** About what a value takes: its texts, its numbers, its buffers. Shared parts count each time. Stops counting at `most`. */
export function sizeOf(value: unknown, most: number): number {
  let size = 0;
  const waiting: unknown[] = [value];
  while (waiting.length > 0 && size <= most) {
    const next = waiting.pop();
    size += POINTER_BYTES;
    if (typeof next === "string") size += next.length;
    if (typeof next !== "object" || next === null) continue;
    if (ArrayBuffer.isView(next)) size += next.byteLength;
    else if (Array.isArray(next)) for (const item of next) waiting.push(item);
    else if (next instanceof Map) for (const [key, item] of next) waiting.push(key, item);
    else if (next instanceof Set) for (const item of next) waiting.push(item);
    else {
      for (const [key, item] of Object.entries(next)) {
        size += key.length;
        waiting.push(item);
      }
    }
  }
  return size;
}
