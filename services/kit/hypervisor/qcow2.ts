import { open } from "node:fs/promises";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

/**
 * Which other files a qcow2 image makes QEMU open: whoever made the image chose them. Layout as in docs/interop/qcow2.txt of
 * QEMU's source.
 */

export interface Qcow2Header {
  /** As it is written: relative to the image's directory, or anything that QEMU takes for a file. */
  readonly backingFile?: string;
  readonly backingFormat?: string;
  /** Its clusters are in another file. */
  readonly hasDataFile: boolean;
}

/** qemu-img writes the names at the end of the first kilobyte or two. */
const READ_BYTES = 64 * 1024;

const MAGIC = 0x514649fb;
const VERSION_2_BYTES = 72;
const VERSION_3_BYTES = 104;
const EXTERNAL_DATA_FILE = 1n << 2n;
const END_OF_EXTENSIONS = 0;
const BACKING_FORMAT = 0xe2792aca;

export async function readQcow2Header(path: string): Promise<Result<Qcow2Header>> {
  try {
    const file = await open(path, "r");
    try {
      const { buffer, bytesRead } = await file.read(Buffer.alloc(READ_BYTES), 0, READ_BYTES, 0);
      return parseQcow2Header(buffer.subarray(0, bytesRead));
    } finally {
      await file.close();
    }
  } catch (error) {
    return fail("refused", `cannot be read: ${messageOf(error)}`);
  }
}

/** Pure. `bytes`: the image's first ones. */
export function parseQcow2Header(bytes: Buffer): Result<Qcow2Header> {
  if (bytes.length < VERSION_2_BYTES || bytes.readUInt32BE(0) !== MAGIC) return fail("refused", "is no qcow2 image");
  const version = bytes.readUInt32BE(4);
  if (version === 2) return namesIn(bytes, VERSION_2_BYTES, false);
  if (version !== 3 || bytes.length < VERSION_3_BYTES) return fail("refused", `is qcow2 of version ${version}`);
  const hasDataFile = (bytes.readBigUInt64BE(72) & EXTERNAL_DATA_FILE) !== 0n;
  return namesIn(bytes, bytes.readUInt32BE(100), hasDataFile);
}

function namesIn(bytes: Buffer, headerBytes: number, hasDataFile: boolean): Result<Qcow2Header> {
  const at = bytes.readBigUInt64BE(8);
  const length = bytes.readUInt32BE(16);
  if (at === 0n) return ok({ hasDataFile });
  if (at + BigInt(length) > BigInt(bytes.length)) return fail("refused", "has its backing file's name out of place");
  const start = Number(at);
  const backingFile = bytes.toString("latin1", start, start + length);
  // As QEMU does, up to the name and no further.
  for (let place = headerBytes; place + 8 <= start; ) {
    const type = bytes.readUInt32BE(place);
    const size = bytes.readUInt32BE(place + 4);
    if (type === END_OF_EXTENSIONS || place + 8 + size > start) break;
    if (type === BACKING_FORMAT) {
      return ok({ hasDataFile, backingFile, backingFormat: bytes.toString("latin1", place + 8, place + 8 + size) });
    }
    place += 8 + Math.ceil(size / 8) * 8;
  }
  return ok({ hasDataFile, backingFile });
}
