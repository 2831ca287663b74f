/**
 * CPU of one tick of the agent on a host of 200 VMs: the real sampling code on 200 interfaces of a network namespace
 * that it makes, and beside it, in the same run, the bare read of `/proc/net/dev` that no agent can do without.
 *
 * `node dist/test/bench/agent-sampling.js [TICKS]`, as root; exit code 1 at 3 ms or more.
 *
 * The VMs are directories with a file in place of the socket, and one process stands for all their QEMUs. Everything
 * that a tick does is there: listing, system calls for each VM, reading one VM again, the counters, the encoded batch.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseSocketGlob } from "../../services/agent/core/socket-glob.ts";
import { hostLinks } from "../../services/agent/host-links.ts";
import { Inventory, type Machine } from "../../services/agent/inventory.ts";
import { localMachine } from "../../services/agent/machine.ts";
import { openAnchor } from "../../services/agent/namespace-anchor.ts";
import { bootId, interfaceIndex, readNetDev } from "../../services/agent/proc.ts";
import { Sampler } from "../../services/agent/sampler.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { ipBatch, runCommand } from "../../services/kit/hypervisor/command.ts";
import { startTicksOf } from "../../services/kit/hypervisor/process.ts";
import { createLog } from "../../services/kit/run/log.ts";

const INTERFACES = 200;
const GOAL_MILLISECONDS = 3;
const WARM_UP_TICKS = 50;

const ticks = Number(process.argv[2] ?? 300);
const namespace = `cf-bench-${process.pid}`;
if (process.getuid?.() !== 0) {
  process.stdout.write("not root: no network namespace can be made\n");
  process.exit(1);
}
const names = Array.from({ length: INTERFACES }, (_, index) => `cfbench${index}`);
const root = mkdtempSync(join(tmpdir(), "cf-bench-"));
let mean = Number.POSITIVE_INFINITY;
try {
  unwrap(await runCommand("ip", ["netns", "add", namespace]));
  unwrap(
    await ipBatch(
      namespace,
      names.map((name) => `tuntap add dev ${name} mode tap`),
    ),
  );
  const anchor = unwrap(await openAnchor(namespace));
  const { sampler, links } = hostOf(anchor.pid);
  const tick = () => unwrap(codecs.TrafficBatch.encode(sampler.sample(links.interfaces())));
  const bare = () => readFileSync(`/proc/${anchor.pid}/net/dev`);
  const first = sampler.sample(links.interfaces());
  if (first.sampleCount !== INTERFACES) throw new Error(`${first.sampleCount} of ${INTERFACES} VMs were sampled`);
  for (let round = 0; round < WARM_UP_TICKS; round += 1) [tick, bare].forEach(cpuMilliseconds);
  const measured: { tick: number[]; bare: number[] } = { tick: [], bare: [] };
  for (let round = 0; round < ticks; round += 1) {
    measured.tick.push(cpuMilliseconds(tick));
    measured.bare.push(cpuMilliseconds(bare));
  }
  await anchor.close();
  mean = meanOf(measured.tick);
  say("a tick", measured.tick);
  say("bare readFileSync of /proc/net/dev", measured.bare);
  process.stdout.write(`ratio ${(mean / meanOf(measured.bare)).toFixed(2)}; goal: under ${GOAL_MILLISECONDS} ms\n`);
} finally {
  rmSync(root, { recursive: true });
  await runCommand("ip", ["netns", "delete", namespace]);
}
process.exitCode = mean < GOAL_MILLISECONDS ? 0 : 1;

function hostOf(pid: number) {
  const log = createLog("bench", "silent");
  for (const name of names) {
    mkdirSync(join(root, name));
    writeFileSync(join(root, name, "qmp.sock"), "");
  }
  const real = localMachine(log);
  const owner = { pid, startTicks: startTicksOf(pid) ?? 0 };
  const machine: Machine = {
    ...real,
    findVmProcesses: (paths) => new Map([...paths].map((path) => [path, owner])),
    describe(vmId, socketPath, process) {
      const vm = real.describe(vmId, socketPath, process);
      return vm && { ...vm, taps: [{ name: vmId, index: interfaceIndex(pid, vmId) }] };
    },
  };
  const glob = unwrap(parseSocketGlob(`${root}/*/qmp.sock`));
  const sampler = new Sampler("bench", {
    tickMilliseconds: 1000,
    inventory: new Inventory([glob], machine, log),
    bootId: bootId(),
    hostProcess: pid,
    readNetDev,
    clock: () => ({
      sampleTimeUnixMilliseconds: Date.now(),
      monotonicMicroseconds: Number(process.hrtime.bigint() / 1000n),
    }),
  });
  const speed = { egressBytesPerSecond: 1e9, ingressBytesPerSecond: 1e9 };
  return { sampler, links: hostLinks([{ name: names[0] ?? "", ...speed }], pid, log) };
}

function cpuMilliseconds(run: () => unknown): number {
  const before = process.cpuUsage();
  run();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

function meanOf(amounts: readonly number[]): number {
  return amounts.reduce((sum, amount) => sum + amount, 0) / amounts.length;
}

function say(what: string, milliseconds: readonly number[]): void {
  const sorted = [...milliseconds].sort((a, b) => a - b);
  const at = (part: number) => (sorted[Math.floor(part * (sorted.length - 1))] ?? 0).toFixed(2);
  process.stdout.write(
    `${what}: ${meanOf(milliseconds).toFixed(2)} ms of CPU in the mean, median ${at(0.5)}, 95 % within ${at(0.95)} ` +
      `(${INTERFACES} interfaces, ${milliseconds.length} times)\n`,
  );
}
