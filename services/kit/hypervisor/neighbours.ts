import { readdirSync, readFileSync, statSync } from "node:fs";
import { vmUuid } from "./argv.ts";
import { uuidOf } from "./command-line.ts";
import { allPids, commandLineOf, describeNics, isInNamespace, isQemu } from "./process.ts";

/** What the other VMs of this machine have, whoever started them: read from /proc, no monitor is asked. */

export interface Holder {
  readonly pid: number;
  readonly writes: boolean;
}

/** By `device:inode`, or `device <number>`: files and block devices that QEMU processes of other VMs have open. */
export function imagesOpenElsewhere(vmId: string): ReadonlyMap<string, Holder> {
  const holders = new Map<string, Holder>();
  for (const pid of otherVms(vmId)) {
    for (const fd of filesOf(pid)) {
      try {
        const stats = statSync(`/proc/${pid}/fd/${fd}`);
        if (!stats.isFile() && !stats.isBlockDevice()) continue;
        const identity = stats.isFile() ? `${stats.dev}:${stats.ino}` : `device ${stats.rdev}`;
        const writes = holders.get(identity)?.writes === true || isWritable(pid, fd);
        holders.set(identity, { pid, writes });
      } catch {
        // Closed meanwhile.
      }
    }
  }
  return holders;
}

/** By MAC address, the process of another VM whose NIC in this network namespace has it. */
export function macAddressesElsewhere(vmId: string, networkNamespace: string | undefined): ReadonlyMap<string, number> {
  const holders = new Map<string, number>();
  for (const pid of otherVms(vmId)) {
    if (!isInNamespace(pid, networkNamespace)) continue;
    for (const { macAddress } of describeNics(pid)) if (macAddress !== undefined) holders.set(macAddress, pid);
  }
  return holders;
}

/** Both ends of a migration are the same VM, also where they are on one machine. */
function otherVms(vmId: string): readonly number[] {
  const own = vmUuid(vmId);
  return allPids().filter((pid) => {
    const argv = commandLineOf(pid);
    return argv !== undefined && isQemu(argv) && uuidOf(argv) !== own;
  });
}

function filesOf(pid: number): readonly string[] {
  try {
    return readdirSync(`/proc/${pid}/fd`);
  } catch {
    return [];
  }
}

function isWritable(pid: number, fd: string): boolean {
  const flags = /^flags:\s*([0-7]+)$/m.exec(readFileSync(`/proc/${pid}/fdinfo/${fd}`, "latin1"))?.[1];
  return flags === undefined || (Number.parseInt(flags, 8) & 3) !== 0;
}
