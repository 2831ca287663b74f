import { readdirSync, readFileSync, readlinkSync, statSync } from "node:fs";
import { basename, dirname } from "node:path";
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
 * Which of these QMP sockets belong to which running process. Directories are compared by what they are and not by
 * their names: a QEMU whose directory was renamed is found, and so is one over symbolic links or in another root.
 */
export function findVmProcesses(socketPaths: Iterable<string>): ReadonlyMap<string, VmProcess> {
  const asked = [...socketPaths].map((path) => ({ path, place: placeOf(path) }));
  const owners = new Map<string, VmProcess>();
  if (asked.length === 0) return new Map();
  const wanted = new Set(asked.map(({ place }) => place));
  for (const pid of allPids()) {
    const argv = commandLineOf(pid);
    if (argv === undefined || !isQemu(argv)) continue;
    const startTicks = startTicksOf(pid);
    if (startTicks === undefined) continue;
    for (const path of qmpSocketsOf(argv)) {
      const place = placeOf(path.startsWith("/") ? `/proc/${pid}/root${path}` : `/proc/${pid}/cwd/${path}`);
      if (place !== undefined && wanted.has(place)) owners.set(place, { pid, startTicks });
    }
  }
  return new Map(
    asked.flatMap(({ path, place }) => {
      const owner = place === undefined ? undefined : owners.get(place);
      return owner === undefined ? [] : [[path, owner] as const];
    }),
  );
}

/** The QEMU processes that have this directory as their own, whatever their monitor is called. */
export function findProcessesIn(directory: string): readonly VmProcess[] {
  const asked = identityOf(directory);
  if (asked === undefined) return [];
  return allPids().flatMap((pid) => {
    if (!isQemu(commandLineOf(pid) ?? []) || identityOf(`/proc/${pid}/cwd`) !== asked) return [];
    const startTicks = startTicksOf(pid);
    return startTicks === undefined ? [] : [{ pid, startTicks }];
  });
}

/** The socket itself may be gone: its directory and its name. */
function placeOf(path: string): string | undefined {
  const directory = identityOf(dirname(path));
  return directory === undefined ? undefined : `${directory}/${basename(path)}`;
}

/** Undefined when there is no such file or directory. */
function identityOf(path: string): string | undefined {
  return readOr(() => {
    const { dev, ino } = statSync(path, { bigint: true });
    return `${dev}:${ino}`;
  });
}

/** False for a process that ended, also when its pid serves another by now or its parent has not asked for it yet. */
export function isRunning(process: VmProcess): boolean {
  return startTicksOf(process.pid) === process.startTicks;
}

/** A process's start, or undefined when it does not run (any more). */
export function startTicksOf(pid: number): number | undefined {
  const stat = readOr(() => readFileSync(`/proc/${pid}/stat`, "latin1"));
  return stat === undefined ? undefined : startTicksIn(stat);
}

/** From the text of `/proc/PID/stat`. */
export function startTicksIn(stat: string): number | undefined {
  // The name in parentheses may itself hold spaces and parentheses.
  const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
  if (fields[0] === "Z" || fields[0] === "X") return undefined;
  return /^\d{1,15}$/.test(fields[19] ?? "") ? Number(fields[19]) : undefined;
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
  return text === undefined ? undefined : argvIn(text);
}

/** From the text of `/proc/PID/cmdline`; that of a thread of the kernel's is empty. */
export function argvIn(cmdline: string): readonly string[] | undefined {
  return cmdline === "" ? undefined : cmdline.replace(/\0$/, "").split("\0");
}

export function isQemu(argv: readonly string[]): boolean {
  return /^(qemu|kvm)/.test(basename(argv[0] ?? ""));
}

/** Undefined: the namespace of the calling process. */
export function isInNamespace(pid: number, networkNamespace: string | undefined): boolean {
  try {
    const wanted = statSync(
      networkNamespace === undefined ? "/proc/self/ns/net" : `/run/netns/${networkNamespace}`,
    ).ino;
    return readlinkSync(`/proc/${pid}/ns/net`) === `net:[${wanted}]`;
  } catch {
    return false;
  }
}

function tapsByFd(pid: number): ReadonlyMap<number, string> {
  const taps = new Map<number, string>();
  for (const fd of readOr(() => readdirSync(`/proc/${pid}/fd`)) ?? []) {
    // In another root the kernel's name for the device has that root before it.
    if (!readOr(() => readlinkSync(`/proc/${pid}/fd/${fd}`))?.endsWith("/dev/net/tun")) continue;
    const info = readOr(() => readFileSync(`/proc/${pid}/fdinfo/${fd}`, "latin1"));
    const name = info === undefined ? undefined : tapOfFdinfo(info);
    if (name !== undefined) taps.set(Number(fd), name);
  }
  return taps;
}

export function tapOfFdinfo(text: string): string | undefined {
  // A tun that was opened and not set up yet has an empty name: what stands on the next line is none.
  return /^iff:[ \t]*(\S+)$/m.exec(text)?.[1];
}

function readOr<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
