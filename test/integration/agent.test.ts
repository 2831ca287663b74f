import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { HostReport } from "../../services/kit/domain/host.ts";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import type { VmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { ipBatch, runCommand } from "../../services/kit/hypervisor/command.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { type Launch, launchVm } from "../../services/kit/hypervisor/launch.ts";
import { connectQmp, type QmpClient } from "../../services/kit/qmp/qmp-client.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { ensureGuestImage } from "../../services/lab/guest-image.ts";
import { freePort, missingPrograms, startNats, type TestServer } from "../servers.ts";
import { type ServiceProcess, startService } from "../service-process.ts";

const MiB = 1024 * 1024;
const HOST = "host-agent-test";
const GUEST_ADDRESS = "10.77.0.2";

function cannotRun(): string | undefined {
  const missing = missingPrograms("nats-server", "qemu-system-x86_64", "ip", "busybox", "iperf3");
  if (missing !== undefined) return missing;
  if (process.getuid?.() !== 0) return "not root: no network namespace can be made";
  const tried = spawnSync("unshare", ["--net", "ip", "tuntap", "add", "dev", "cftry0", "mode", "tap"]);
  return tried.status === 0 ? undefined : "no tap can be made here";
}
const skip = cannotRun() ?? false;

const specOf = (vmId: string, nics: number): VmSpec => ({
  vmId,
  memoryBytes: 32 * MiB,
  cpus: 1,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  disks: [],
  nics: Array.from({ length: nics }, (_, index) => ({
    macAddress: `52:54:00:00:0${index}:01`,
    bridge: "br0",
    model: "virtio-net-pci" as const,
  })),
  postCopy: "ALLOWED",
});

/** What a subject carries from now on, until something that was waited for. */
class Heard<T> {
  #waiting: { wanted: (value: T) => boolean; resolve: (value: T) => void }[] = [];
  hear(value: T): void {
    const met = this.#waiting.filter(({ wanted }) => wanted(value));
    this.#waiting = this.#waiting.filter((waiting) => !met.includes(waiting));
    for (const { resolve } of met) resolve(value);
  }
  until(wanted: (value: T) => boolean): Promise<T> {
    return new Promise((resolve) => this.#waiting.push({ wanted, resolve }));
  }
}

describe("the agent", { skip, timeout: 300_000 }, () => {
  const namespace = `cf-agent-${process.pid}`;
  const root = mkdtempSync(join(tmpdir(), "cf-agent-"));
  const vms = join(root, "vms");
  const reports = new Heard<HostReport>();
  const batches = new Heard<TrafficBatch>();
  let nats: TestServer;
  let bus: Bus;

  before(async () => {
    unwrap(await runCommand("ip", ["netns", "add", namespace]));
    unwrap(
      await ipBatch(namespace, [
        "link add br0 type bridge",
        "link set br0 address 02:00:00:00:00:01 up",
        "address add 10.77.0.1/24 dev br0",
      ]),
    );
    nats = await startNats();
    bus = await Bus.connect({ url: nats.url, name: "test", log: createLog("test", "silent") });
    bus.subscribe(subjects.report(HOST), undefined, (_, bytes) =>
      reports.hear(unwrap(codecs.HostReport.decode(bytes))),
    );
    bus.subscribe(subjects.traffic(HOST), undefined, (_, bytes) =>
      batches.hear(unwrap(codecs.TrafficBatch.decode(bytes))),
    );
  });
  after(async () => {
    await bus.close();
    await nats.stop();
    await runCommand("ip", ["netns", "delete", namespace]);
    rmSync(root, { recursive: true, force: true });
  });

  const settings = () => ({
    hostId: HOST,
    natsUrl: nats.url,
    qmpSockets: [`${vms}/*/qmp.sock`],
    networkNamespace: namespace,
    links: [{ name: "br0", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 20e6 }],
    tickMilliseconds: 100,
    memoryLimitBytes: 64 * MiB,
  });

  async function running(t: TestContext, change: object = {}): Promise<ServiceProcess> {
    const agent = startService(t, "agent", { ...settings(), ...change });
    await agent.hear("running");
    return agent;
  }

  async function launched(t: TestContext, vmId: string, nics: number, change: Partial<Launch> = {}) {
    const directory = join(vms, vmId);
    t.after(async () => unwrap(await destroyVm({ directory, networkNamespace: namespace })));
    const launch = {
      spec: specOf(vmId, nics),
      directory,
      networkNamespace: namespace,
      accelerator: "tcg" as const,
      incoming: false,
      allowedImageDirectories: [root],
      ...change,
    };
    return unwrap(await launchVm(launch));
  }

  async function monitor(t: TestContext, vmId: string): Promise<QmpClient> {
    const qmp = unwrap(await connectQmp({ socketPath: join(vms, vmId, "qmp.sock") }));
    t.after(() => qmp.close());
    return qmp;
  }

  const vmOf = (report: HostReport, vmId: string) => report.vms.find((vm) => vm.vmId === vmId);
  const sampleOf = (batch: TrafficBatch, vmId: string) => batch.samples.find((sample) => sample.vmId === vmId);

  it("reports a VM that appears, with all that others need to know, leaves its monitor alone, and forgets it", async (t) => {
    const empty = reports.until((report) => report.vms.length === 0);
    await running(t);
    assert.deepEqual(
      (({ links, memoryBytes, freeMemoryBytes, postCopy }) => ({ links, memoryBytes, freeMemoryBytes, postCopy }))(
        await empty,
      ),
      {
        links: [{ name: "br0", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 20e6 }],
        memoryBytes: 64 * MiB,
        freeMemoryBytes: 64 * MiB,
        postCopy: { supported: true },
      },
    );
    // Its first memory is seen a moment after itself.
    const found = reports.until((report) => (vmOf(report, "vm-a")?.usedMemoryBytes ?? 0) > 0);
    const vm = await launched(t, "vm-a", 2);
    const report = await found;
    const { usedMemoryBytes = 0, ...rest } = vmOf(report, "vm-a") ?? {};
    assert.deepEqual(rest, {
      vmId: "vm-a",
      processId: vm.pid,
      memoryBytes: 32 * MiB,
      trafficKnown: true,
      nics: vm.taps
        .map((tap, index) => ({ macAddress: `52:54:00:00:0${index}:01`, tap }))
        .sort((a, b) => (a.tap < b.tap ? -1 : 1)),
      spec: specOf("vm-a", 2),
    });
    assert.ok(usedMemoryBytes > 0 && usedMemoryBytes <= 32 * MiB, `${usedMemoryBytes}`);
    assert.equal(report.freeMemoryBytes, 32 * MiB);
    const kept = unwrap(await bus.readHosts()).map(({ bytes }) => unwrap(codecs.HostReport.decode(bytes)).hostId);
    assert.ok(kept.includes(HOST));

    const qmp = await monitor(t, "vm-a");
    assert.deepEqual((unwrap(await qmp.execute("query-status")) as { running: boolean }).running, true);

    const gone = reports.until((later) => later.vms.length === 0);
    await qmp.close();
    unwrap(await destroyVm({ directory: join(vms, "vm-a"), networkNamespace: namespace }));
    assert.equal((await gone).freeMemoryBytes, 64 * MiB);
  });

  it("counts what a guest receives as inbound, and begins a new epoch with a new QEMU", async (t) => {
    const image = await ensureGuestImage();
    if (!image.ok) return t.skip(image.failure.message);
    const { kernelPath, initrdPath, directory } = image.value;
    const guest = {
      spec: {
        ...specOf("vm-b", 1),
        memoryBytes: 160 * MiB,
        kernel: { kernelPath, initrdPath, commandLine: `console=ttyS0 quiet cf.ip=${GUEST_ADDRESS}/24` },
      },
      allowedImageDirectories: [directory],
    };
    await running(t);
    await launched(t, "vm-b", 1, guest);
    const first = sampleOf(await batches.until((batch) => sampleOf(batch, "vm-b") !== undefined), "vm-b");
    // Datagrams for nobody: the guest's kernel takes each and answers few. It has to boot first.
    const script = `while sleep 0.02; do head -c 1400 /dev/zero >/dev/udp/${GUEST_ADDRESS}/9; done 2>/dev/null`;
    const sender = spawn("ip", ["netns", "exec", namespace, "bash", "-c", script], { stdio: "ignore" });
    const ended = once(sender, "exit");
    t.after(() => sender.kill());
    const received = await batches.until((batch) => (sampleOf(batch, "vm-b")?.inboundBytes ?? 0) > 100_000);
    sender.kill();
    await ended;
    const counted = sampleOf(received, "vm-b");
    assert.ok(counted !== undefined && counted.outboundBytes * 3 < counted.inboundBytes, JSON.stringify(counted));
    assert.equal(counted.counterEpoch, first?.counterEpoch);

    unwrap(await destroyVm({ directory: join(vms, "vm-b"), networkNamespace: namespace }));
    const again = batches.until((batch) => {
      const now = sampleOf(batch, "vm-b");
      return now !== undefined && now.counterEpoch !== first?.counterEpoch;
    });
    await launched(t, "vm-b", 1);
    const restarted = sampleOf(await again, "vm-b");
    assert.ok(restarted !== undefined && restarted.inboundBytes < counted.inboundBytes);
  });

  it("follows a VM's taps: one plugged in, one taken away, none left", async (t) => {
    await running(t);
    const { taps } = await launched(t, "vm-c", 1);
    const before = sampleOf(await batches.until((batch) => sampleOf(batch, "vm-c") !== undefined), "vm-c");
    const changedFrom = (epoch: number | undefined) =>
      batches.until((batch) => {
        const sample = sampleOf(batch, "vm-c");
        return sample !== undefined && sample.counterEpoch !== epoch;
      });
    const qmp = await monitor(t, "vm-c");
    const plugged = changedFrom(before?.counterEpoch);
    const plug = { type: "tap", id: "later", ifname: "cftlater", script: "no", downscript: "no" };
    unwrap(await qmp.execute("netdev_add", plug));
    const both = sampleOf(await plugged, "vm-c");
    const unplugged = changedFrom(both?.counterEpoch);
    unwrap(await qmp.execute("netdev_del", { id: "later" }));
    assert.equal(sampleOf(await unplugged, "vm-c")?.counterEpoch, before?.counterEpoch);
    const unknown = batches.until((batch) => batch.unknownTrafficVmIds.includes("vm-c"));
    const reported = reports.until((report) => vmOf(report, "vm-c")?.trafficKnown === false);
    unwrap(
      await ipBatch(
        namespace,
        taps.map((tap) => `link delete ${tap}`),
      ),
    );
    assert.equal(sampleOf(await unknown, "vm-c"), undefined);
    await reported;
  });

  it("reports a VM with a spec that is none, without it, and says so", async (t) => {
    await launched(t, "vm-d", 0);
    writeFileSync(join(vms, "vm-d", "spec.json"), JSON.stringify({ ...specOf("vm-d", 0), cpus: 0 }));
    const found = reports.until((report) => vmOf(report, "vm-d") !== undefined);
    const agent = startService(t, "agent", settings());
    await agent.hear("spec of the VM left out");
    const vm = vmOf(await found, "vm-d");
    assert.deepEqual([vm?.spec, vm?.memoryBytes, vm?.trafficKnown], [undefined, 32 * MiB, false]);
  });

  it("waits for a NATS that is not there yet, says so, goes on after a restart, and ends in order", async (t) => {
    const port = await freePort();
    const agent = startService(t, "agent", { ...settings(), natsUrl: `nats://127.0.0.1:${port}` });
    await agent.hear("NATS does not answer; waiting for it");
    const late = await startNats({ port });
    t.after(() => late.stop());
    await agent.hear("running");
    await late.restart();
    await agent.hear("reconnected to NATS");
    assert.equal(await agent.end("SIGTERM"), 0);
    const left = spawnSync("ip", ["netns", "pids", namespace], { encoding: "utf8" }).stdout;
    assert.equal(left, "");
  });

  it("tells after an outage what it has sampled meanwhile, in order, once, and how late that is", async (t) => {
    const own = await startNats();
    t.after(() => own.stop());
    const listener = await Bus.connect({ url: own.url, name: "listener", log: createLog("test", "silent") });
    t.after(() => listener.close());
    const heard: TrafficBatch[] = [];
    listener.subscribe(subjects.traffic(HOST), undefined, (_, bytes) =>
      heard.push(unwrap(codecs.TrafficBatch.decode(bytes))),
    );
    const agent = await running(t, { natsUrl: own.url });
    const until = async (count: number) => {
      while (heard.length < count) await delay(20);
    };
    await until(3);
    await own.kill();
    await delay(1_500);
    await own.restart();
    const before = heard.length;
    await agent.hear("the traffic batches that were kept have been told");
    await until(before + 3);
    const sequences = heard.map(({ sequence }) => sequence);
    const [first = 0] = sequences;
    assert.deepEqual(
      [...new Set(sequences)],
      sequences.map((_, index) => first + index).slice(0, new Set(sequences).size),
    );
    const repeated = sequences.length - new Set(sequences).size;
    const late = heard.map(({ delayedMilliseconds = 0 }) => delayedMilliseconds);
    t.diagnostic(`${sequences.length - repeated} sent, ${sequences.length} received, ${repeated} repeated, 0 lost`);
    assert.ok(Math.max(...late) >= 1_000, `at most ${Math.max(...late)} ms late`);
  });

  it("does not start in a namespace that is not there, and leaves nothing in its own when it is killed", async (t) => {
    const lost = startService(t, "agent", { ...settings(), networkNamespace: "cf-agent-nowhere" });
    await lost.hear("failed to start");
    assert.equal(await lost.exitCode(), 1);
    const killed = await running(t);
    const anchor = Number(spawnSync("ip", ["netns", "pids", namespace], { encoding: "utf8" }).stdout);
    assert.ok(anchor > 0);
    await killed.end("SIGKILL");
    // Its input has ended with the agent; once it has gone, no process is left to wait for.
    spawnSync("tail", ["--pid", String(anchor), "-f", "/dev/null"], { timeout: 10_000 });
    assert.equal(spawnSync("ip", ["netns", "pids", namespace], { encoding: "utf8" }).stdout, "");
  });
});
