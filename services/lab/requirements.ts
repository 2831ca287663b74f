import { randomBytes } from "node:crypto";
import { closeSync, existsSync, openSync, readFileSync } from "node:fs";
import { runCommand } from "../kit/hypervisor/command.ts";
import { missingPackages } from "./apt.ts";

/** What the lab needs of the machine, checked before anything starts. */

export interface Missing {
  readonly what: string;
  readonly cure: string;
}

export interface Requirements {
  /** Nothing here can be mended by installing a package. */
  readonly missing: readonly Missing[];
  /** Packages of the distribution that set-up can install. */
  readonly missingPackages: readonly string[];
}

/** In order of what is wanted first. */
export const PACKAGES: readonly string[] = [
  "qemu-system-x86",
  "nats-server",
  "redis-server",
  "iperf3",
  "busybox-static",
  "iproute2",
  "openssl",
  "procps",
  "xz-utils",
];

const MINIMUM_MEMORY_MIB = 2_048;

export async function checkRequirements(): Promise<Requirements> {
  if (process.platform !== "linux") {
    const what = `Linux: this is ${process.platform}`;
    return { missing: [{ what, cure: "run it on a Linux machine, or in a virtual one" }], missingPackages: [] };
  }
  const missing: Missing[] = [];
  if (process.arch !== "x64") missing.push({ what: `an x86-64 processor: this is ${process.arch}`, cure: "use one" });
  const root = process.getuid?.() === 0;
  if (!root) missing.push({ what: "root: namespaces, taps and traffic shaping need it", cure: "run it with sudo" });
  if (root && !opens("/dev/net/tun")) {
    missing.push({ what: "/dev/net/tun", cure: "modprobe tun; in a container, pass the device in" });
  }
  const memoryMiB = availableMemoryMiB();
  if (memoryMiB < MINIMUM_MEMORY_MIB) {
    missing.push({ what: `${MINIMUM_MEMORY_MIB} MiB of free memory: ${memoryMiB} are free`, cure: "free some" });
  }
  if (!["/usr/bin/apt-get", "/usr/bin/dpkg-query"].every((path) => existsSync(path))) {
    missing.push({ what: "apt and dpkg: the guest is built from Debian packages", cure: "run it on Debian 12" });
    return { missing, missingPackages: [] };
  }
  const packages = await missingPackages(PACKAGES);
  // Without `ip` it cannot be tried; the check after the installation does it.
  if (root && !packages.includes("iproute2")) missing.push(...(await tryNetwork()));
  return { missing, missingPackages: packages };
}

/** Makes what a lab is made of, once, and removes it. */
async function tryNetwork(): Promise<readonly Missing[]> {
  const name = `cfprobe-${randomBytes(4).toString("hex")}`;
  const added = await runCommand("ip", ["netns", "add", name]);
  if (!added.ok) {
    const cure = "run it outside a container, or in one with CAP_SYS_ADMIN and CAP_NET_ADMIN";
    return [{ what: `network namespaces: ${added.failure.message}`, cure }];
  }
  try {
    const link = await runCommand("ip", [
      "-n",
      name,
      "link",
      "add",
      "dev",
      "veth0",
      "type",
      "veth",
      "peer",
      "name",
      "veth1",
    ]);
    if (!link.ok) return [{ what: `veth links: ${link.failure.message}`, cure: "modprobe veth" }];
    const bridge = await runCommand("ip", ["-n", name, "link", "add", "dev", "br0", "type", "bridge"]);
    if (!bridge.ok) return [{ what: `bridges: ${bridge.failure.message}`, cure: "modprobe bridge" }];
    const shape = "qdisc add dev veth0 root tbf rate 200mbit burst 64kb latency 30ms".split(" ");
    const shaped = await runCommand("tc", ["-n", name, ...shape]);
    if (!shaped.ok) return [{ what: `traffic shaping (tbf): ${shaped.failure.message}`, cure: "modprobe sch_tbf" }];
    return [];
  } finally {
    await runCommand("ip", ["netns", "delete", name]);
  }
}

function opens(path: string): boolean {
  try {
    closeSync(openSync(path, "r+"));
    return true;
  } catch {
    return false;
  }
}

function availableMemoryMiB(): number {
  const kibibytes = /^MemAvailable:\s+(\d+) kB/m.exec(readFileSync("/proc/meminfo", "latin1"))?.[1];
  return Math.floor(Number(kibibytes) / 1024);
}
