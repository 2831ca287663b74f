/**
 * Writes a cpio archive in the `newc` format, which the kernel unpacks as its initial root file system. The same
 * entries give the same bytes: no times, no owners, inode numbers in order of the paths.
 */

export type ArchiveEntry =
  | { readonly kind: "file"; readonly path: string; readonly mode: number; readonly content: Uint8Array }
  | { readonly kind: "directory"; readonly path: string }
  | { readonly kind: "symlink"; readonly path: string; readonly target: string }
  | { readonly kind: "character-device"; readonly path: string; readonly major: number; readonly minor: number };

const FILE_TYPE = { file: 0o100000, directory: 0o040000, symlink: 0o120000, "character-device": 0o020000 } as const;
const TRAILER = "TRAILER!!!";

/** Parent directories are added where they are missing. */
export function newcArchive(entries: readonly ArchiveEntry[]): Buffer {
  const byPath = new Map(entries.flatMap(withParents).map((entry) => [entry.path, entry]));
  // An explicit entry replaces a directory that a child implied.
  for (const entry of entries) byPath.set(entry.path, entry);
  const sorted = [...byPath.values()].sort((a, b) => (a.path < b.path ? -1 : 1));
  const chunks = sorted.flatMap((entry, index) => record(entry, index + 1));
  return Buffer.concat([...chunks, ...header(TRAILER, 0, 0, 0, [0, 0])]);
}

function withParents(entry: ArchiveEntry): readonly ArchiveEntry[] {
  const parts = entry.path.split("/").slice(0, -1);
  return parts.map((_, index) => ({ kind: "directory", path: parts.slice(0, index + 1).join("/") }));
}

function record(entry: ArchiveEntry, inode: number): readonly Buffer[] {
  const content = contentOf(entry);
  const device: [number, number] = entry.kind === "character-device" ? [entry.major, entry.minor] : [0, 0];
  return [
    ...header(entry.path, inode, FILE_TYPE[entry.kind] | permissionsOf(entry), content.length, device),
    content,
    padding(content.length),
  ];
}

function contentOf(entry: ArchiveEntry): Buffer {
  if (entry.kind === "file") return Buffer.from(entry.content);
  return entry.kind === "symlink" ? Buffer.from(entry.target) : Buffer.alloc(0);
}

function permissionsOf(entry: ArchiveEntry): number {
  if (entry.kind === "file") return entry.mode;
  return entry.kind === "character-device" ? 0o600 : 0o755;
}

function header(
  path: string,
  inode: number,
  mode: number,
  contentBytes: number,
  device: readonly [number, number],
): readonly Buffer[] {
  const name = Buffer.from(`${path}\0`);
  const [user, group, links, time, major, minor, checksum] = [0, 0, 1, 0, 0, 0, 0];
  const fields = [inode, mode, user, group, links, time, contentBytes, major, minor, ...device, name.length, checksum];
  const text = `070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}`;
  return [Buffer.from(text), name, padding(text.length + name.length)];
}

/** Names and contents both end at a multiple of four. */
function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
