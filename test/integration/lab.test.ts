import assert from "node:assert/strict";
import { existsSync, readdirSync } from "node:fs";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { ip } from "../../services/kit/hypervisor/command.ts";
import { isRunning, type VmProcess } from "../../services/kit/hypervisor/process.ts";
import { degradation } from "../../services/lab/degradation.ts";
import { ensureGuestImage } from "../../services/lab/guest-image.ts";
import type { Bin } from "../../services/lab/iperf-output.ts";
import { labLayout, sourceHost } from "../../services/lab/layout.ts";
import { createNetwork, destroyNetwork, networkNamespacesOf } from "../../services/lab/network.ts";
import { type Prepared, prepareMachine } from "../../services/lab/prepare.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import type { Scenario } from "../../services/lab/scenario.ts";
import { holdPeers, startTrafficMeter, type TrafficMeter } from "../../services/lab/traffic-meter.ts";
import { bootVms } from "../../services/lab/vms.ts";

/** Names of their own, so that a lab that is up on this machine is left alone. */
const LAB = `t${process.pid}a`;
const OTHER_LAB = `t${process.pid}`;

const MBIT = 20;
const vm = { memoryMiB: 160, filledMiB: 16, dirtyMiBPerSecond: 1, postCopy: "ALLOWED" } as const;
const scenario: Scenario = {
  name: "two",
  linkMbit: 200,
  destinations: 1,
  vms: [
    { ...vm, id: "sends", traffic: { direction: "outbound", mbit: MBIT } },
    { ...vm, id: "receives", traffic: { direction: "inbound", mbit: MBIT } },
  ],
};

async function unable(t: TestContext): Promise<boolean> {
  const { missing, missingPackages } = await checkRequirements();
  const lacks = [...missing.map((each) => each.what), ...missingPackages];
  if (lacks.length > 0) t.skip(`this machine lacks ${lacks.join("; ")}`);
  return lacks.length > 0;
}

/** Waits for measurements, however long the machine takes for them. */
async function untilMeasured(meter: TrafficMeter, milliseconds: number): Promise<void> {
  const begin = Date.now();
  const done = (bins: readonly Bin[]) => (bins.at(-1)?.unixMilliseconds ?? 0) >= begin + milliseconds;
  const flows = () => [meter.bins("sends", "outbound"), meter.bins("receives", "inbound")];
  while (!flows().every(done)) await delay(100);
}

describe("a lab", () => {
  let directory = "";
  let prepared: Prepared | undefined;
  const progress: string[] = [];

  before(async () => {
    directory = await mkdtemp(join(tmpdir(), "cf-lab-"));
  });
  after(async () => {
    for (const lab of [LAB, OTHER_LAB]) unwrap(await destroyNetwork(lab));
    await rm(directory, { recursive: true, force: true });
  });

  const layout = labLayout(LAB, scenario.linkMbit, scenario.destinations);
  const boot = () => {
    assert.ok(prepared !== undefined);
    return bootVms({
      scenario,
      image: prepared.image,
      accelerator: prepared.accelerator,
      networkNamespace: sourceHost(layout).networkNamespace,
      vmsDirectory: join(directory, "vms"),
    });
  };

  it("is prepared once, and its guest image is the same bytes when built again", { timeout: 300_000 }, async (t) => {
    if (await unable(t)) return;
    prepared = unwrap(await prepareMachine((line) => progress.push(line)));
    progress.length = 0;
    unwrap(await prepareMachine((line) => progress.push(line)));
    assert.deepEqual(progress, []);
    const again = unwrap(await ensureGuestImage(() => undefined, join(directory, "cache")));
    if (again.kernelPackage !== prepared.image.kernelPackage) return t.diagnostic("a newer kernel has been published");
    assert.deepEqual(await readFile(again.initrdPath), await readFile(prepared.image.initrdPath));
  });

  it("carries the VMs' traffic at its rate, shows a stop as a stall, and goes down without a trace", {
    timeout: 300_000,
  }, async (t) => {
    if (await unable(t)) return;
    unwrap(await createNetwork(layout));
    unwrap(await holdPeers(layout, scenario));
    const meter = unwrap(await startTrafficMeter(layout, scenario));
    const vms = unwrap(await boot());
    await untilMeasured(meter, 5_000);

    const begin = Date.now();
    for (const { pid } of vms) process.kill(pid, "SIGSTOP");
    await delay(1_000);
    for (const { pid } of vms) process.kill(pid, "SIGCONT");
    const stoppedSeconds = (Date.now() - begin) / 1000;
    await untilMeasured(meter, 3_000);

    for (const [vmId, direction] of [
      ["sends", "outbound"],
      ["receives", "inbound"],
    ] as const) {
      const measured = degradation({
        bins: meter.bins(vmId, direction),
        baselineMilliseconds: 3_000,
        windowStartUnixMilliseconds: begin,
        windowEndUnixMilliseconds: begin + 3_000,
      });
      assert.ok(measured !== undefined);
      t.diagnostic(`${vmId}: stopped ${stoppedSeconds} s, ${JSON.stringify(measured)}`);
      const expected = (MBIT * 1e6) / 8;
      assert.ok(
        Math.abs(measured.normalBytesPerSecond / expected - 1) < 0.2,
        `${vmId} ${measured.normalBytesPerSecond}`,
      );
      assert.ok(
        Math.abs(measured.longestStallSeconds - stoppedSeconds) < 0.5,
        `${vmId} ${measured.longestStallSeconds}`,
      );
      assert.ok(measured.degradedBytes > 0.7 * stoppedSeconds * expected, `${vmId} ${measured.degradedBytes}`);
    }
    unwrap(await destroyNetwork(LAB));
    await meter.close();
    await rm(join(directory, "vms"), { recursive: true });
    assertNoTrace(vms);
  });

  it("that crashed on its way up is removed, a lab with a similar name beside it stays", async (t) => {
    if (await unable(t)) return;
    const other = labLayout(OTHER_LAB, scenario.linkMbit, 2);
    unwrap(await createNetwork(other));
    // As far as a crash may have come: some namespaces, a peer that runs, no links.
    unwrap(await ip(undefined, ["netns", "add", layout.clientNamespace]));
    const meter = unwrap(await startTrafficMeter(layout, scenario));
    unwrap(await ip(undefined, ["netns", "add", layout.switchNamespace]));
    unwrap(await destroyNetwork(LAB));
    unwrap(await destroyNetwork(LAB));
    await meter.close();
    assertNoTrace([]);
    assert.equal(networkNamespacesOf(OTHER_LAB).length, 5);
    const uplink = await ip(other.hosts[2]?.networkNamespace, ["-o", "address", "show", "dev", "br0"]);
    assert.match(unwrap(uplink), /10\.77\.0\.3\/24/);
    unwrap(await destroyNetwork(OTHER_LAB));
    assert.deepEqual(networkNamespacesOf(OTHER_LAB), []);
  });

  it("whose host has no bridge starts no VM and leaves none", async (t) => {
    if ((await unable(t)) || prepared === undefined) return;
    unwrap(await ip(undefined, ["netns", "add", sourceHost(layout).networkNamespace]));
    const booted = await boot();
    assert.ok(!booted.ok);
    assert.match(booted.failure.message, /no bridge br0/);
    assert.deepEqual(readdirSync(join(directory, "vms")), []);
    unwrap(await destroyNetwork(LAB));
  });

  function assertNoTrace(vms: readonly VmProcess[]): void {
    assert.deepEqual(networkNamespacesOf(LAB), []);
    for (const each of vms) assert.equal(isRunning(each), false);
    // Taps lived in the namespaces: the caller's has none of them.
    assert.deepEqual(
      readdirSync("/sys/class/net").filter((name) => name.startsWith("cft")),
      [],
    );
    assert.equal(existsSync(`/run/netns/${layout.clientNamespace}`), false);
  }
});
