import type { HostReport } from "../../kit/domain/host.ts";
import { fail, ok, type Result } from "../../kit/failure/failure.ts";

export interface HostMemory {
  readonly memoryBytes: number;
  readonly freeMemoryBytes: number;
}

/**
 * From the text of `/proc/meminfo`. What the host's VMs were promised counts as used, whether they have touched it yet
 * or not: they will. With a limit the host is a part of the machine.
 */
export function hostMemory(
  meminfo: string,
  part: { readonly limitBytes: number | undefined; readonly promisedBytes: number },
): Result<HostMemory> {
  const total = kibibytes(meminfo, "MemTotal");
  const available = kibibytes(meminfo, "MemAvailable");
  if (total === undefined || available === undefined) {
    return fail("unavailable", "/proc/meminfo has no MemTotal or no MemAvailable");
  }
  const memoryBytes = Math.min(total, part.limitBytes ?? total);
  return ok({
    memoryBytes,
    freeMemoryBytes: Math.max(0, Math.min(available, memoryBytes - part.promisedBytes)),
  });
}

function kibibytes(meminfo: string, name: string): number | undefined {
  const amount = new RegExp(`^${name}:\\s+(\\d{1,12}) kB$`, "m").exec(meminfo)?.[1];
  return amount === undefined ? undefined : Number(amount) * 1024;
}

/** Post-copy needs userfaultfd, with faults of the kernel's, in both QEMU processes; they run as the agent's user. */
export function postCopySupport(host: {
  readonly userId: number;
  /** Text of `/proc/sys/vm/unprivileged_userfaultfd`; absent when the kernel was built without userfaultfd. */
  readonly unprivilegedUserfaultfd: string | undefined;
  /** Whether `/dev/userfaultfd` (Linux 6.1) can be opened. */
  readonly deviceAccessible: boolean;
}): HostReport["postCopy"] {
  if (host.unprivilegedUserfaultfd === undefined) {
    return {
      supported: false,
      reason: "the kernel has no userfaultfd; run one that is built with CONFIG_USERFAULTFD",
    };
  }
  if (host.userId === 0 || host.unprivilegedUserfaultfd.trim() === "1" || host.deviceAccessible) {
    return { supported: true };
  }
  return {
    supported: false,
    reason:
      `user ${host.userId} may not use userfaultfd; ` +
      "set sysctl vm.unprivileged_userfaultfd=1, or give the user /dev/userfaultfd",
  };
}

/** Text of a link's `speed` in sysfs: Mbit/s, or a negative number, or nothing when the kernel does not know. */
export function speedBytesPerSecond(text: string | undefined): number | undefined {
  const megabitsPerSecond = /^\d{1,9}$/.test(text?.trim() ?? "") ? Number(text) : 0;
  return megabitsPerSecond > 0 ? (megabitsPerSecond * 1e6) / 8 : undefined;
}
