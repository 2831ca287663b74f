/**
 * What the agent reads from the kernel. A process or an interface may go away between two reads; then it is as if it
 * had not been there.
 */
import {
  accessSync,
  closeSync,
  constants,
  openSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  readSync,
  statSync,
} from "node:fs";

/** One page of `/proc/net/dev` holds some thirty interfaces. */
const INITIAL_BUFFER_BYTES = 64 * 1024;
let buffer = Buffer.allocUnsafe(INITIAL_BUFFER_BYTES);

/** The interfaces of the namespace that a process is in. Into a buffer of its own: the file is read every tick. */
export function readNetDev(pid: number | "self"): string | undefined {
  let file: number;
  try {
    file = openSync(`/proc/${pid}/net/dev`, "r");
  } catch {
    return undefined;
  }
  try {
    let length = 0;
    for (;;) {
      if (length === buffer.length) buffer = Buffer.concat([buffer, Buffer.allocUnsafe(buffer.length)]);
      const got = readSync(file, buffer, length, buffer.length - length, null);
      if (got === 0) return buffer.toString("latin1", 0, length);
      length += got;
    }
  } catch {
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** Names a process's network namespace, as the kernel does: `net:[4026531840]`. */
export function networkNamespaceOf(pid: number | "self"): string | undefined {
  return readOr(() => readlinkSync(`/proc/${pid}/ns/net`));
}

/** sysfs as the process sees it: the one that belongs to its network namespace. */
export function readInterfaceFile(pid: number | "self", name: string, file: string): string | undefined {
  return readText(`/proc/${pid}/root/sys/class/net/${name}/${file}`);
}

export function interfaceIndex(pid: number | "self", name: string): number {
  return Number(readInterfaceFile(pid, name, "ifindex") ?? 0);
}

export function bootId(): string {
  return readText("/proc/sys/kernel/random/boot_id")?.trim() ?? "";
}

export function readText(path: string): string | undefined {
  return readOr(() => readFileSync(path, "utf8"));
}

export function entriesOf(directory: string): readonly string[] | undefined {
  return readOr(() => readdirSync(directory));
}

/** Changes when something else has taken the path. */
export function identityOf(path: string): string | undefined {
  return readOr(() => {
    const { dev, ino, ctimeMs } = statSync(path);
    return `${dev}:${ino}:${ctimeMs}`;
  });
}

export function canOpen(path: string): boolean {
  return (
    readOr(() => {
      accessSync(path, constants.R_OK | constants.W_OK);
      return true;
    }) ?? false
  );
}

/** One system call; a pid that serves another process by now looks alive. */
export function pidIsTaken(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
