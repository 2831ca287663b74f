import assert from "node:assert/strict";
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { mkdir, mkdtemp, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import type { VmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { SPEC_FILE, tapNames } from "../../services/kit/hypervisor/argv.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { type Launch, launchVm } from "../../services/kit/hypervisor/launch.ts";
import { residentMemoryBytes } from "../../services/kit/hypervisor/memory.ts";
import { describeNics, findVmProcesses, isRunning, tapsOf } from "../../services/kit/hypervisor/process.ts";

const MiB = 1024 * 1024;

const spec: VmSpec = {
  vmId: "vm-h",
  memoryBytes: 64 * MiB,
  cpus: 1,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  disks: [],
  nics: [],
  postCopy: "ALLOWED",
};

function noQemu(t: TestContext): boolean {
  if (spawnSync("qemu-system-x86_64", ["-version"]).status === 0) return false;
  t.skip("qemu-system-x86_64 is not installed");
  return true;
}

describe("a launched VM", () => {
  let root = "";
  const launch = (change: Partial<Launch> = {}): Launch => ({
    spec,
    directory: join(root, "vm-h"),
    accelerator: "tcg",
    incoming: false,
    allowedImageDirectories: [root],
    ...change,
  });

  before(async () => {
    root = await mkdtemp(join(tmpdir(), "cf-hv-"));
  });
  after(async () => {
    await rm(root, { recursive: true, force: true });
  });

  it("is found by its monitor also after a rename, has memory in use, and ends without a trace", async (t) => {
    if (noQemu(t)) return;
    const vm = unwrap(await launchVm(launch()));
    const renamed = join(root, "renamed");
    try {
      assert.ok(existsSync(join(vm.directory, SPEC_FILE)));
      const socket = join(vm.directory, "qmp.sock");
      assert.deepEqual(
        [...findVmProcesses([socket, join(root, "other/qmp.sock")])],
        [[socket, { pid: vm.pid, startTicks: vm.startTicks }]],
      );
      assert.deepEqual(tapsOf(vm.pid), []);
      assert.deepEqual(describeNics(vm.pid), []);
      const resident = residentMemoryBytes(vm.pid, spec.memoryBytes);
      assert.ok(resident !== undefined && resident <= spec.memoryBytes, `resident ${resident}`);
      await rename(vm.directory, renamed);
      assert.equal(findVmProcesses([join(renamed, "qmp.sock")]).size, 1);
    } finally {
      for (const directory of [vm.directory, renamed]) unwrap(await destroyVm({ directory }));
    }
    assert.equal(isRunning(vm), false);
    assert.equal(existsSync(renamed), false);
  });

  it("is found and ended by a path that leads over a symbolic link", async (t) => {
    if (noQemu(t)) return;
    const vm = unwrap(await launchVm(launch()));
    const linked = join(root, "linked");
    await symlink(root, linked);
    const directory = join(linked, "vm-h");
    try {
      const socket = join(directory, "qmp.sock");
      assert.deepEqual([...findVmProcesses([socket])], [[socket, { pid: vm.pid, startTicks: vm.startTicks }]]);
      unwrap(await destroyVm({ directory }));
      assert.equal(isRunning(vm), false);
      assert.equal(existsSync(vm.directory), false);
    } finally {
      await destroyVm({ directory: vm.directory });
      await rm(linked);
    }
  });

  it("whose directory another QEMU runs in keeps that directory", async (t) => {
    if (noQemu(t)) return;
    const directory = join(root, "vm-other");
    await mkdir(directory);
    const other = spawn(
      "qemu-system-x86_64",
      ["-S", "-nodefaults", "-display", "none", "-qmp", "unix:other.sock,server=on,wait=off"],
      {
        cwd: directory,
        stdio: "ignore",
      },
    );
    try {
      await once(other, "spawn");
      const destroyed = await destroyVm({ directory });
      assert.ok(!destroyed.ok);
      assert.match(destroyed.failure.message, new RegExp(`process ${other.pid} runs in`));
      assert.ok(existsSync(directory));
    } finally {
      other.kill("SIGKILL");
      await once(other, "exit");
    }
    unwrap(await destroyVm({ directory }));
    assert.equal(existsSync(directory), false);
  });

  it("keeps its taps when a directory with its spec that it does not run in is removed", async (t) => {
    if (noQemu(t)) return;
    if (process.getuid?.() !== 0) return t.skip("taps and bridges need root");
    const bridge = `cfb${process.pid}`;
    const nic = { macAddress: "52:54:00:00:00:01", bridge, model: "virtio-net-pci" as const };
    const withNic = { ...spec, vmId: `vm-${process.pid}`, nics: [nic] };
    assert.equal(spawnSync("ip", ["link", "add", bridge, "type", "bridge"]).status, 0);
    const vm = unwrap(await launchVm(launch({ spec: withNic })));
    const stale = join(root, "stale");
    try {
      await mkdir(stale);
      await writeFile(join(stale, SPEC_FILE), JSON.stringify(withNic));
      unwrap(await destroyVm({ directory: stale }));
      assert.equal(existsSync(stale), false);
      assert.deepEqual(tapsOf(vm.pid), vm.taps);
      assert.equal(spawnSync("ip", ["link", "show", vm.taps[0] ?? ""]).status, 0);
    } finally {
      unwrap(await destroyVm({ directory: vm.directory }));
      spawnSync("ip", ["link", "del", bridge]);
    }
    assert.notEqual(spawnSync("ip", ["link", "show", vm.taps[0] ?? ""]).status, 0);
  });

  it("is refused the address of another VM's NIC, or of the host's own, and leaves no tap", async (t) => {
    if (noQemu(t)) return;
    if (process.getuid?.() !== 0) return t.skip("taps and bridges need root");
    const bridge = `cfc${process.pid}`;
    const own = "52:54:00:00:00:0a";
    assert.equal(spawnSync("ip", ["link", "add", bridge, "address", own, "type", "bridge"]).status, 0);
    const withNic = (vmId: string, macAddress: string) => ({
      ...spec,
      vmId: `${vmId}-${process.pid}`,
      nics: [{ macAddress, bridge, model: "virtio-net-pci" as const }],
    });
    const taken = "52:54:00:00:00:0b";
    const vm = unwrap(await launchVm(launch({ spec: withNic("vm-first", taken) })));
    try {
      for (const [macAddress, words] of [
        [taken, new RegExp(`${taken} is the address of another VM, process ${vm.pid}`)],
        [own, new RegExp(`${own} is the address of this host's ${bridge}`)],
      ] as const) {
        const second = withNic("vm-second", macAddress);
        const refused = await launchVm(launch({ spec: second, directory: join(root, "vm-second") }));
        assert.ok(!refused.ok);
        assert.match(refused.failure.message, words);
        assert.equal(refused.failure.field, "nics[0].macAddress");
        assert.equal(existsSync(join(root, "vm-second")), false);
        assert.notEqual(spawnSync("ip", ["link", "show", tapNames(second)[0] ?? ""]).status, 0);
      }
    } finally {
      unwrap(await destroyVm({ directory: vm.directory }));
      spawnSync("ip", ["link", "del", bridge]);
    }
  });

  it("that QEMU refuses leaves QEMU's words and nothing else", async (t) => {
    if (noQemu(t)) return;
    const result = await launchVm(launch({ spec: { ...spec, cpuModel: "no-such-cpu" } }));
    assert.ok(!result.ok);
    assert.match(result.failure.message, /no-such-cpu/);
    assert.equal(existsSync(join(root, "vm-h")), false);
  });

  it("is refused without a QEMU, without its bridge, with an image elsewhere, and with too long a path", async (t) => {
    const image = join(root, "..", `${root.split("/").pop()}-elsewhere`);
    await writeFile(image, "");
    t.after(() => rm(image, { force: true }));
    const kernel = { kernelPath: image, commandLine: "" };
    const nic = { macAddress: "52:54:00:00:00:01", bridge: "cf-no-bridge", model: "virtio-net-pci" as const };
    const refusals: [Partial<Launch>, RegExp, string | undefined][] = [
      [{ qemu: "no-such-qemu" }, /no-such-qemu/, undefined],
      [{ spec: { ...spec, nics: [nic] } }, /no bridge cf-no-bridge/, "nics[0].bridge"],
      [{ spec: { ...spec, kernel } }, /not in a directory of images/, "kernel.kernelPath"],
      [{ spec: { ...spec, kernel: { ...kernel, kernelPath: "/nowhere" } } }, /no image/, "kernel.kernelPath"],
      [{ directory: join(root, "x".repeat(100)) }, /takes 107/, undefined],
    ];
    for (const [change, message, field] of refusals) {
      const result = await launchVm(launch(change));
      assert.ok(!result.ok);
      assert.match(result.failure.message, message);
      assert.equal(result.failure.field, field);
      assert.equal(existsSync(join(root, "vm-h")), false);
    }
  });
});
