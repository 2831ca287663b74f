import { createHash } from "node:crypto";
import type { VmSpec } from "../domain/vm-spec.ts";
import { fail, ok, type Result } from "../failure/failure.ts";

/**
 * A VM's declared spec as QEMU's command line. Pure, so that both ends of a migration get the same devices at the
 * same addresses: a device that differs fails a pre-copy harmlessly and kills the VM in a post-copy.
 *
 * Paths of QEMU's own files are relative to the VM's directory, which is its working directory: the directory can be
 * renamed while QEMU runs in it.
 */

export type Accelerator = "kvm" | "tcg";

export const QMP_SOCKET = "qmp.sock";
export const PID_FILE = "qemu.pid";
export const SERIAL_LOG = "serial.log";
export const STDERR_LOG = "stderr.log";
export const SPEC_FILE = "spec.json";

export interface HostSide {
  readonly accelerator: Accelerator;
  /** One tap for each of the spec's NICs, in their order. */
  readonly taps: readonly string[];
  readonly incoming: boolean;
}

/**
 * Translated code of one guest, in MiB. QEMU's default is an eighth of the host's memory, up to 1 GiB, for each
 * process: four guests on a small machine would spend more on it than on their own memory. A cloud kernel and one
 * application fit in 64 MiB without a flush.
 */
const TRANSLATION_BUFFER_MIB = 64;

/** PCI slots: NICs count up from the first, disks count down from the last (0x1f is taken on q35, 0 to 2 on i440fx). */
const FIRST_NIC_SLOT = 0x03;
const LAST_DISK_SLOT = 0x1e;
const SLOTS = LAST_DISK_SLOT - FIRST_NIC_SLOT + 1;

/** What the schema of a spec allows and this command line cannot express. */
export function checkExpressible(spec: VmSpec): Result<void> {
  if (!/^pc-(i440fx|q35)-/.test(spec.machineType)) {
    return fail("invalid", `machine type ${spec.machineType} is not a PC: its devices need another bus`, "machineType");
  }
  const devices = spec.nics.length + spec.disks.length;
  if (devices > SLOTS) return fail("invalid", `${devices} NICs and disks do not fit ${SLOTS} PCI slots`, "nics");
  return ok(undefined);
}

export function qemuArgv(spec: VmSpec, host: HostSide): readonly string[] {
  return [
    ...["-name", `guest=${spec.vmId},debug-threads=on`],
    // Both ends compare it at the start of the stream: a stale address must not put one VM's memory into another's.
    ...["-uuid", vmUuid(spec.vmId)],
    ...["-nodefaults", "-no-user-config", "-display", "none"],
    ...["-machine", `${spec.machineType},usb=off,dump-guest-core=off`],
    ...["-accel", accelOption(host.accelerator)],
    ...["-cpu", spec.cpuModel],
    ...["-smp", String(spec.cpus)],
    ...["-m", `${spec.memoryBytes / (1024 * 1024)}M`],
    ...["-qmp", `unix:${QMP_SOCKET},server=on,wait=off`],
    ...["-pidfile", PID_FILE],
    ...["-serial", `file:${SERIAL_LOG}`],
    ...kernelOptions(spec),
    ...spec.disks.flatMap((disk, index) => [
      "-drive",
      `file=${disk.path},format=${disk.format},if=none,id=disk${index},read-only=${disk.readOnly ? "on" : "off"}`,
      "-device",
      `virtio-blk-pci,id=blk${index},drive=disk${index},addr=${hex(LAST_DISK_SLOT - index)}`,
    ]),
    ...spec.nics.flatMap((nic, index) => [
      "-netdev",
      // vhost off: its thread would take page faults of a post-copy outside QEMU's main loop; same on every host.
      `tap,id=net${index},ifname=${tapOf(host, index)},script=no,downscript=no,vhost=off`,
      "-device",
      // No option ROM: its size differs between QEMU versions and is part of what migrates.
      `${nic.model},id=nic${index},netdev=net${index},mac=${nic.macAddress},addr=${hex(FIRST_NIC_SLOT + index)},romfile=`,
    ]),
    ...(host.incoming ? ["-incoming", "defer"] : []),
  ];
}

/** At most 15 characters, the same on every host, different for every NIC of every VM. */
export function tapName(vmId: string, nicIndex: number): string {
  return `cft${createHash("sha256").update(`${vmId}/${nicIndex}`).digest("hex").slice(0, 10)}`;
}

export function tapNames(spec: VmSpec): readonly string[] {
  return spec.nics.map((_, index) => tapName(spec.vmId, index));
}

/** Name space of the UUIDs below: any fixed one does. */
const UUID_SPACE = Buffer.from("6f0d6c0a3b5e4c6e9a64f1d2c7b8a953", "hex");

/** The same for a VM's id on every host; version 5 of RFC 4122. */
export function vmUuid(vmId: string): string {
  const bytes = createHash("sha1").update(UUID_SPACE).update(vmId).digest().subarray(0, 16);
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x50;
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80;
  return bytes.toString("hex").replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function accelOption(accelerator: Accelerator): string {
  return accelerator === "kvm" ? "kvm" : `tcg,thread=multi,tb-size=${TRANSLATION_BUFFER_MIB}`;
}

function kernelOptions(spec: VmSpec): readonly string[] {
  if (spec.kernel === undefined) return [];
  const { kernelPath, initrdPath, commandLine } = spec.kernel;
  return [
    ...["-kernel", kernelPath],
    ...(initrdPath === undefined ? [] : ["-initrd", initrdPath]),
    ...["-append", commandLine],
  ];
}

function tapOf(host: HostSide, index: number): string {
  const tap = host.taps[index];
  if (tap === undefined) throw new Error(`no tap for NIC ${index}: ${host.taps.length} taps given`);
  return tap;
}

function hex(slot: number): string {
  return `0x${slot.toString(16)}`;
}
