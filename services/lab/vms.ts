import { watch } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { VmSpec } from "../kit/domain/vm-spec.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { type Accelerator, SERIAL_LOG } from "../kit/hypervisor/argv.ts";
import { destroyVm } from "../kit/hypervisor/destroy.ts";
import { launchVm, type RunningVm } from "../kit/hypervisor/launch.ts";
import { isRunning } from "../kit/hypervisor/process.ts";
import type { GuestImage } from "./guest-image.ts";
import { BRIDGE, CLIENT_ADDRESS, PREFIX_BITS, trafficPort, vmAddress, vmMacAddress } from "./layout.ts";
import type { Scenario, ScenarioVm } from "./scenario.ts";

export interface Boot {
  readonly scenario: Scenario;
  readonly image: GuestImage;
  readonly accelerator: Accelerator;
  readonly networkNamespace: string;
  /** Each VM gets a folder in it, named by its id. */
  readonly vmsDirectory: string;
  /** Called as each VM fills its memory and starts its traffic. */
  readonly onReady?: (vmId: string) => void;
}

const MiB = 1024 * 1024;
const READY = "CF_READY";
const READY_LIMIT_MILLISECONDS = 180_000;
const SERIAL_TAIL_CHARACTERS = 1_500;
const LIVENESS_MILLISECONDS = 500;

/** Of QEMU 7.2: every later version still has it. */
const MACHINE_TYPE = "pc-i440fx-7.2";

/**
 * Before 9.0 an emulating QEMU (tcg) keeps a page's cached translation writable when a pre-copy clears the page's dirty
 * bit: what the guest writes there is not copied, until it flushes its translations. Seen with 7.2: of four VMs copied
 * together for 40 s, three came over with broken memory. With its page tables isolated the guest flushes at every
 * system call, and the heartbeat of its init sees to one that has nothing to do. KVM has no such trouble.
 */
const FLUSH_TRANSLATIONS = "pti=on";

export function labVmSpec(vm: ScenarioVm, index: number, image: GuestImage): VmSpec {
  const parameters = {
    ip: `${vmAddress(index)}/${PREFIX_BITS}`,
    peer: CLIENT_ADDRESS,
    port: trafficPort(index),
    direction: vm.traffic.direction,
    mbit: vm.traffic.mbit,
    fill: vm.filledMiB,
    dirty: vm.dirtyMiBPerSecond,
  };
  const words = Object.entries(parameters).map(([name, value]) => `cf.${name}=${value}`);
  return {
    vmId: vm.id,
    memoryBytes: vm.memoryMiB * MiB,
    cpus: 1,
    machineType: MACHINE_TYPE,
    cpuModel: "qemu64",
    kernel: {
      kernelPath: image.kernelPath,
      initrdPath: image.initrdPath,
      commandLine: ["console=ttyS0", "quiet", FLUSH_TRANSLATIONS, ...words].join(" "),
    },
    disks: [],
    nics: [{ macAddress: vmMacAddress(index), bridge: BRIDGE, model: "virtio-net-pci" }],
    postCopy: vm.postCopy,
  };
}

/** All at once; resolves when the last one has its memory filled and its traffic flowing. A failure leaves none. */
export async function bootVms(boot: Boot): Promise<Result<readonly RunningVm[]>> {
  const results = await Promise.all(boot.scenario.vms.map((vm, index) => bootOne(boot, vm, index)));
  const running: RunningVm[] = [];
  for (const result of results) {
    if (result.ok) {
      running.push(result.value);
      continue;
    }
    const { networkNamespace, vmsDirectory } = boot;
    const ids = boot.scenario.vms.map((vm) => vm.id);
    await Promise.all(ids.map((id) => destroyVm({ directory: join(vmsDirectory, id), networkNamespace })));
    return result;
  }
  return ok(running);
}

async function bootOne(boot: Boot, vm: ScenarioVm, index: number): Promise<Result<RunningVm>> {
  const launched = await launchVm({
    spec: labVmSpec(vm, index, boot.image),
    directory: join(boot.vmsDirectory, vm.id),
    networkNamespace: boot.networkNamespace,
    accelerator: boot.accelerator,
    incoming: false,
    allowedImageDirectories: [boot.image.directory],
  });
  if (!launched.ok) return fail(launched.failure.kind, `${vm.id} did not start: ${launched.failure.message}`);
  const ready = await untilReady(launched.value, READY_LIMIT_MILLISECONDS);
  if (!ready.ok) return fail(ready.failure.kind, `${vm.id} ${ready.failure.message}`);
  boot.onReady?.(vm.id);
  return launched;
}

/** Watches the guest's serial console. A failure carries its last lines. */
export async function untilReady(
  vm: RunningVm,
  limitMilliseconds: number,
  signal?: AbortSignal,
): Promise<Result<void>> {
  const log = join(vm.directory, SERIAL_LOG);
  const stop = new AbortController();
  const outcome = await new Promise<"ready" | "late" | "ended" | "interrupted">((resolve) => {
    const interrupted = () => resolve("interrupted");
    signal?.addEventListener("abort", interrupted, { signal: stop.signal });
    if (signal?.aborted) interrupted();
    const limit = setTimeout(() => resolve("late"), limitMilliseconds);
    const alive = setInterval(() => isRunning(vm) || resolve("ended"), LIVENESS_MILLISECONDS);
    const look = () =>
      readFile(log, "utf8").then(
        (text) => text.includes(READY) && resolve("ready"),
        () => resolve("ended"),
      );
    watch(log, { signal: stop.signal }, look);
    stop.signal.addEventListener("abort", () => {
      clearTimeout(limit);
      clearInterval(alive);
    });
    void look();
  }).finally(() => stop.abort());
  if (outcome === "ready") return ok(undefined);
  if (outcome === "interrupted") return fail("cancelled", "was interrupted while it booted");
  const tail = (await readFile(log, "utf8").catch(() => "")).trim().slice(-SERIAL_TAIL_CHARACTERS);
  const what = outcome === "ended" ? "ended while it booted" : `was not ready within ${limitMilliseconds / 1000} s`;
  return fail("unavailable", `${what}; its console: ${tail === "" ? "(empty)" : `\n${tail}`}`);
}
