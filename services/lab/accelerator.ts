import { randomBytes } from "node:crypto";
import { accessSync, constants } from "node:fs";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Accelerator } from "../kit/hypervisor/argv.ts";
import { runCommand } from "../kit/hypervisor/command.ts";
import { destroyVm } from "../kit/hypervisor/destroy.ts";
import { launchVm } from "../kit/hypervisor/launch.ts";
import { cacheDirectory } from "../kit/run/cache-directory.ts";
import type { GuestImage, Progress } from "./guest-image.ts";
import { labVmSpec, untilReady } from "./vms.ts";

/**
 * Whether KVM runs an ordinary guest here. A device file proves nothing (nested paravirtual KVM hangs the guest in its
 * firmware), so a guest is booted with a time limit. Remembered until the machine boots again or QEMU changes.
 */

export interface AcceleratorProbe {
  readonly accelerator: Accelerator;
  readonly qemuVersion: string;
}

const PROBE_FILE = "accelerator.json";
/** With KVM the guest is up in about a second. */
const BOOT_LIMIT_MILLISECONDS = 15_000;

const memory = z.object({ bootId: z.string(), qemuVersion: z.string(), accelerator: z.enum(["kvm", "tcg"]) });

export async function probeAccelerator(
  image: GuestImage,
  progress: Progress = () => undefined,
  cache = cacheDirectory(),
  signal?: AbortSignal,
): Promise<Result<AcceleratorProbe>> {
  const qemuVersion = await readQemuVersion();
  if (!qemuVersion.ok) return qemuVersion;
  const bootId = (await readFile("/proc/sys/kernel/random/boot_id", "utf8")).trim();
  const file = join(cache, PROBE_FILE);
  const known = await remembered(file);
  if (known !== undefined && known.bootId === bootId && known.qemuVersion === qemuVersion.value) {
    return ok({ accelerator: known.accelerator, qemuVersion: known.qemuVersion });
  }
  await mkdir(cache, { recursive: true });
  const accelerator = await probe(image, progress, cache, signal);
  if (signal?.aborted) return fail("cancelled", "interrupted while KVM was probed");
  const draft = `${file}.${process.pid}-${randomBytes(4).toString("hex")}`;
  await writeFile(draft, `${JSON.stringify({ bootId, qemuVersion: qemuVersion.value, accelerator })}\n`);
  await rename(draft, file);
  return ok({ accelerator, qemuVersion: qemuVersion.value });
}

async function readQemuVersion(): Promise<Result<string>> {
  const shown = await runCommand("qemu-system-x86_64", ["-version"]);
  if (!shown.ok) return shown;
  const version = /version (\d+\.\d+\.\d+)/.exec(shown.value)?.[1];
  return version === undefined ? fail("unavailable", `no version in: ${shown.value.slice(0, 80)}`) : ok(version);
}

async function remembered(file: string): Promise<z.infer<typeof memory> | undefined> {
  try {
    return memory.parse(JSON.parse(await readFile(file, "utf8")));
  } catch {
    return undefined;
  }
}

async function probe(
  image: GuestImage,
  progress: Progress,
  cache: string,
  signal: AbortSignal | undefined,
): Promise<Accelerator> {
  try {
    accessSync("/dev/kvm", constants.R_OK | constants.W_OK);
  } catch {
    progress("no /dev/kvm: guests are emulated (tcg)");
    return "tcg";
  }
  progress(`booting a guest with KVM, for at most ${BOOT_LIMIT_MILLISECONDS / 1000} s`);
  const root = await mkdtemp(join(cache, "kvm-"));
  const directory = join(root, "probe");
  try {
    const vm = await launchVm({
      spec: probeSpec(image),
      directory,
      accelerator: "kvm",
      incoming: false,
      allowedImageDirectories: [image.directory],
    });
    const works = vm.ok && (await untilReady(vm.value, BOOT_LIMIT_MILLISECONDS, signal)).ok;
    if (signal?.aborted) return "tcg";
    progress(works ? "KVM runs guests here" : "KVM does not run a guest here: guests are emulated (tcg)");
    return works ? "kvm" : "tcg";
  } finally {
    await destroyVm({ directory });
    await rm(root, { recursive: true, force: true });
  }
}

/** No NIC: needs no bridge. */
function probeSpec(image: GuestImage) {
  const vm = {
    id: "probe",
    memoryMiB: 128,
    filledMiB: 0,
    dirtyMiBPerSecond: 0,
    postCopy: "ALLOWED" as const,
    traffic: { direction: "none" as const, mbit: 0 },
  };
  const spec = labVmSpec(vm, 0, image);
  const commandLine = "console=ttyS0 quiet cf.direction=none";
  return { ...spec, nics: [], kernel: { ...spec.kernel, kernelPath: image.kernelPath, commandLine } };
}
