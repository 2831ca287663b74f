/** Cuts a byte stream into lines. A line over the limit is reported once; nothing after it is delivered. */

/** query-qmp-schema of QEMU 10 is 0.3 MB; nothing we ask for comes near this. */
export const maximumLineBytes = 8 * 1024 * 1024;

export interface LineSink {
  line(text: string): void;
  oversized(limitBytes: number): void;
}

const newline = 0x0a;

export function createLineSplitter(sink: LineSink, limitBytes = maximumLineBytes): { push(chunk: Uint8Array): void } {
  let parts: Uint8Array[] = [];
  let heldBytes = 0;
  let broken = false;

  const hold = (part: Uint8Array): boolean => {
    heldBytes += part.length;
    if (heldBytes <= limitBytes) {
      if (part.length > 0) parts.push(part);
      return true;
    }
    broken = true;
    parts = [];
    sink.oversized(limitBytes);
    return false;
  };

  return {
    push(chunk) {
      let start = 0;
      while (!broken) {
        const end = chunk.indexOf(newline, start);
        if (end === -1) {
          hold(chunk.subarray(start));
          return;
        }
        if (!hold(chunk.subarray(start, end))) return;
        const text = Buffer.concat(parts, heldBytes).toString("utf8");
        parts = [];
        heldBytes = 0;
        start = end + 1;
        sink.line(text);
      }
    },
  };
}
