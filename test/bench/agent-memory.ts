/**
 * What measuring the memory of a host's VMs costs, for VMs whose memory is in huge pages and in small ones: CPU of a
 * walk of one VM's page tables, of a slice of a look, and of ten minutes with 4 and with 200 VMs.
 *
 * `node dist/test/bench/agent-memory.js`, as root; exit code 1 when the watch takes more than 5 % of a CPU.
 *
 * One process with 512 MiB of random bytes stands for all the VMs' QEMUs, and a clock that only the steps move for ten
 * minutes: everything that the agent does in them is there.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import type { KnownVm } from "../../services/agent/inventory.ts";
import { MemoryWatch, STEP_MILLISECONDS } from "../../services/agent/memory-watch.ts";
import { openGuestPages } from "../../services/kit/hypervisor/guest-pages.ts";
import { clearReferences, type GuestMemory, readGuestMemory } from "../../services/kit/hypervisor/memory.ts";
import { createLog } from "../../services/kit/run/log.ts";

const MiB = 1024 * 1024;
const HELD_MIB = 512;
const SLICE_PAGES = 256;
const VIRTUAL_SECONDS = 600;
const GOAL_PERCENT = 5;
const LINK_BYTES_PER_SECOND = 125e6;

if (process.getuid?.() !== 0) {
  process.stdout.write("not root: other processes' memory can not be read\n");
  process.exit(1);
}
let worst = 0;
for (const [what, hugePages] of [
  ["huge pages", true],
  ["small pages", false],
] as const) {
  const holder = await holderOf(hugePages);
  try {
    worst = Math.max(worst, await measure(what, holder.pid ?? 0));
  } finally {
    holder.kill();
    await once(holder, "exit");
  }
}
process.stdout.write(`goal: under ${GOAL_PERCENT} % of a CPU\n`);
process.exitCode = worst < GOAL_PERCENT ? 0 : 1;

async function holderOf(hugePages: boolean): Promise<ChildProcess> {
  const script = `
    const held = require("node:crypto").randomFillSync(Buffer.allocUnsafeSlow(${HELD_MIB} * ${MiB}));
    process.stdout.write("ready");
    setInterval(() => held.length, 1e6);`;
  const env = { ...process.env, GLIBC_TUNABLES: `glibc.malloc.hugetlb=${hugePages ? 1 : 0}` };
  const child = spawn(process.execPath, ["-e", script], { env, stdio: ["ignore", "pipe", "inherit"] });
  await once(child.stdout, "data");
  return child;
}

async function measure(what: string, pid: number): Promise<number> {
  const memoryBytes = largestMapping(pid);
  const memory = await readGuestMemory(pid, memoryBytes);
  if (memory === undefined) throw new Error("the holder's memory is not found");
  const inHuge = Math.round((100 * memory.hugePageBytes) / memory.residentBytes);
  process.stdout.write(`${HELD_MIB} MiB in ${what} (${inHuge} %):\n`);
  const walks = await times(20, () => readGuestMemory(pid, memoryBytes));
  const clears = await times(20, () => clearReferences(pid));
  const pages = openGuestPages(pid, memory);
  if (pages === undefined) throw new Error("the holder's pages can not be opened");
  const apart = Math.floor(memoryBytes / memory.pageBytes / SLICE_PAGES);
  const slices = await times(100, () => {
    for (let read = 0; read < SLICE_PAGES; read += 1) pages.contentOf(read * apart);
  });
  pages.close();
  process.stdout.write(
    `  a reading ${milliseconds(walks)}, clearing references ${milliseconds(clears)}, ` +
      `a slice of ${SLICE_PAGES} pages ${milliseconds(slices)}\n`,
  );
  let worstPercent = 0;
  for (const vms of [4, 200]) worstPercent = Math.max(worstPercent, await host(vms, pid, memoryBytes, memory));
  return worstPercent;
}

async function host(vms: number, pid: number, memoryBytes: number, memory: GuestMemory): Promise<number> {
  let now = 0;
  let longest = 0;
  let stepBegan = performance.now();
  const watch = new MemoryWatch({
    activityOf: () => ({ migrating: false, emulated: true }),
    readMemory: () => readGuestMemory(pid, memoryBytes),
    clearReferences: () => clearReferences(pid),
    openPages: () => openGuestPages(pid, memory),
    nowMilliseconds: () => now + performance.now() - stepBegan,
    random: Math.random,
    linkBytesPerSecond: () => LINK_BYTES_PER_SECOND,
    log: createLog("bench", "silent"),
  });
  const known = Array.from({ length: vms }, (_, index): KnownVm => {
    const identity = { vmId: `vm-${index}`, processId: index + 1, startTicks: 1, memoryBytes };
    return { ...identity, socketPath: "", namespace: "", taps: [], nics: [], spec: undefined };
  });
  let allKnown: number | undefined;
  const begin = process.cpuUsage();
  for (; now < VIRTUAL_SECONDS * 1000; now += STEP_MILLISECONDS) {
    stepBegan = performance.now();
    const [step] = await times(1, () => watch.step(known));
    longest = Math.max(longest, step ?? 0);
    if (known.every((vm) => watch.of(vm).dirtyBytesPerSecond !== undefined)) allKnown ??= now / 1000;
  }
  const { user, system } = process.cpuUsage(begin);
  const percent = (user + system) / 1000 / (VIRTUAL_SECONDS * 10);
  process.stdout.write(
    `  ${vms} VMs for ${VIRTUAL_SECONDS} s: ${percent.toFixed(2)} % of a CPU, longest step ${longest.toFixed(1)} ms, ` +
      `all measured after ${allKnown ?? "more than that"} s\n`,
  );
  return percent;
}

function largestMapping(pid: number): number {
  const sizes = readFileSync(`/proc/${pid}/maps`, "latin1")
    .split("\n")
    .flatMap((line) => {
      const [, start = "0", end = "0", inode] = /^([0-9a-f]+)-([0-9a-f]+) rw\S+ \S+ \S+ (\d+)/.exec(line) ?? [];
      return inode === "0" ? [Number.parseInt(end, 16) - Number.parseInt(start, 16)] : [];
    });
  return Math.max(...sizes);
}

/** Of CPU, all threads together. */
async function times(count: number, run: () => unknown): Promise<readonly number[]> {
  const measured: number[] = [];
  for (let round = 0; round < count; round += 1) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    measured.push((user + system) / 1000);
  }
  return measured;
}

function milliseconds(measured: readonly number[]): string {
  const sorted = [...measured].sort((a, b) => a - b);
  return `${(sorted[Math.floor(sorted.length / 2)] ?? 0).toFixed(1)} ms`;
}
