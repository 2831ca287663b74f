import { readdirSync, readFileSync, readlinkSync, realpathSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { type NicOfCommandLine, nicsOfCommandLine, qmpSocketsOf } from "./command-line.ts";

/**
 * What /proc says about QEMU processes. Nothing here talks to a monitor: one QMP socket serves one client, and that
 * is the executor. A process may end between two reads; then it is as if it had not been there.
 */

export interface VmProcess {
  readonly pid: number;
  /** Clock ticks after boot: with the pid it names a process for ever. */
  readonly startTicks: number;
}

export interface VmNic {
  readonly macAddress: string | undefined;
  readonly tap: string;
}

/**
 * Which of these QMP sockets belong to which running process. A QEMU found by its renamed directory is found, too. The
 * paths may lead over symbolic links: the kernel's are without.
 */
export function findVmProcesses(socketPaths: Iterable<string>): ReadonlyMap<string, VmProcess> {
  const asked = [...socketPaths].map((path) => ({ path, real: withoutLinks(path) }));
  const owners = new Map<string, VmProcess>();
  if (asked.length === 0) return new Map();
  const wanted = new Set(asked.map(({ real }) => real));
  for (const pid of allPids()) {
    const argv = commandLineOf(pid);
    if (argv === undefined || !isQemu(argv)) continue;
    const cwd = readOr(() => readlinkSync(`/proc/${pid}/cwd`));
    const startTicks = startTicksOf(pid);
    if (cwd === undefined || startTicks === undefined) continue;
    for (const path of qmpSocketsOf(argv)) {
      const socket = path.startsWith("/") ? withoutLinks(path) : resolve(cwd, path);
      if (wanted.has(socket)) owners.set(socket, { pid, startTicks });
    }
  }
  return new Map(
    asked.flatMap(({ path, real }) => {
      const owner = owners.get(real);
      return owner === undefined ? [] : [[path, owner] as const];
    }),
  );
}

/** The QEMU processes that have this directory as their own, whatever their monitor is called. */
export function findProcessesIn(directory: string): readonly VmProcess[] {
  const real = readOr(() => realpathSync(directory));
  if (real === undefined) return [];
  return allPids().flatMap((pid) => {
    if (readOr(() => readlinkSync(`/proc/${pid}/cwd`)) !== real || !isQemu(commandLineOf(pid) ?? [])) return [];
    const startTicks = startTicksOf(pid);
    return startTicks === undefined ? [] : [{ pid, startTicks }];
  });
}

/** The socket itself may be gone; a directory that is gone is nobody's. */
function withoutLinks(path: string): string {
  return readOr(() => join(realpathSync(dirname(path)), basename(path))) ?? path;
}

/** False for a process that ended, also when its pid serves another by now or its parent has not asked for it yet. */
export function isRunning(process: VmProcess): boolean {
  return startTicksOf(process.pid) === process.startTicks;
}

/** A process's start, or undefined when it does not run (any more). */
export function startTicksOf(pid: number): number | undefined {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  if (stat === undefined) return undefined;
  // The name in parentheses may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  return Number(fields[19]);
}

/** Interface names of the taps a process holds open, from the kernel: right for hot-plugged and passed ones too. */
export function tapsOf(pid: number): readonly string[] {
  return [...new Set(tapsByFd(pid).values())].sort();
}

/** MAC address of each tap. A hot-plugged NIC is not on the command line: its tap comes without an address. */
export function describeNics(pid: number): readonly VmNic[] {
  return joinNics(nicsOfCommandLine(commandLineOf(pid) ?? []), tapsByFd(pid));
}

/** Joined by interface name, or by descriptor where the tap was passed open. */
export function joinNics(nics: readonly NicOfCommandLine[], taps: ReadonlyMap<number, string>): readonly VmNic[] {
  const macOfTap = new Map<string, string | undefined>();
  for (const tap of taps.values()) macOfTap.set(tap, undefined);
  for (const nic of nics) {
    const names = nic.backend.kind === "ifname" ? [nic.backend.name] : nic.backend.fds.map((fd) => taps.get(fd));
    for (const name of names) if (name !== undefined && macOfTap.has(name)) macOfTap.set(name, nic.macAddress);
  }
  return [...macOfTap].map(([tap, macAddress]) => ({ tap, macAddress })).sort((a, b) => (a.tap < b.tap ? -1 : 1));
}

export function allPids(): readonly number[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .map(Number);
}

export function commandLineOf(pid: number): readonly string[] | undefined {
  const text = readOr(() => readFileSync(`/proc/${pid}/cmdline`, "utf8"));
  return text === undefined || text === "" ? undefined : text.replace(/\0$/, "").split("\0");
}

export function isQemu(argv: readonly string[]): boolean {
  return /^(qemu|kvm)/.test(basename(argv[0] ?? ""));
}

function tapsByFd(pid: number): ReadonlyMap<number, string> {
  const taps = new Map<number, string>();
  for (const fd of readOr(() => readdirSync(`/proc/${pid}/fd`)) ?? []) {
    if (readOr(() => readlinkSync(`/proc/${pid}/fd/${fd}`)) !== "/dev/net/tun") continue;
    const info = readOr(() => readFileSync(`/proc/${pid}/fdinfo/${fd}`, "latin1"));
    const name = info === undefined ? undefined : tapOfFdinfo(info);
    if (name !== undefined) taps.set(Number(fd), name);
  }
  return taps;
}

export function tapOfFdinfo(text: string): string | undefined {
  return /^iff:\s*(\S+)$/m.exec(text)?.[1];
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
