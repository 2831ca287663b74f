import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { type VmSpec, vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { qemuArgv, tapNames } from "../../services/kit/hypervisor/argv.ts";

const spec: VmSpec = {
  vmId: "vm-0",
  memoryBytes: 64 * 2 ** 20,
  cpus: 1,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  kernel: { kernelPath: "/images/vmlinuz", initrdPath: "/images/initrd", commandLine: "console=ttyS0" },
  disks: [{ path: "/images/disk.raw", format: "raw", readOnly: false }],
  nics: [{ macAddress: "52:54:00:00:00:01", bridge: "br0", model: "virtio-net-pci" }],
  postCopy: "ALLOWED",
};

/** Every text of a spec that comes to QEMU, `ip` or a path, and how to put another in its place. */
const texts: { readonly [field: string]: (value: string) => object } = {
  vmId: (vmId) => ({ vmId }),
  machineType: (machineType) => ({ machineType }),
  cpuModel: (cpuModel) => ({ cpuModel }),
  kernelPath: (kernelPath) => ({ kernel: { ...spec.kernel, kernelPath } }),
  initrdPath: (initrdPath) => ({ kernel: { ...spec.kernel, initrdPath } }),
  "disk's path": (path) => ({ disks: [{ ...spec.disks[0], path }] }),
  "disk's format": (format) => ({ disks: [{ ...spec.disks[0], format }] }),
  macAddress: (macAddress) => ({ nics: [{ ...spec.nics[0], macAddress }] }),
  bridge: (bridge) => ({ nics: [{ ...spec.nics[0], bridge }] }),
  "NIC's model": (model) => ({ nics: [{ ...spec.nics[0], model }] }),
};

const good: { readonly [field: string]: string } = {
  vmId: "vm-0",
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  kernelPath: "/images/vmlinuz",
  initrdPath: "/images/initrd",
  "disk's path": "/images/disk.raw",
  "disk's format": "raw",
  macAddress: "52:54:00:00:00:01",
  bridge: "br0",
  "NIC's model": "e1000",
};

const poisons: { readonly [what: string]: (text: string) => string } = {
  "a comma and an option": (text) => `${text},readonly=off`,
  "a doubled comma": (text) => `${text},,id=x`,
  "an equals sign": (text) => `file=${text}`,
  "a line's end": (text) => `${text}\n-monitor stdio`,
  "a line's end last": (text) => `${text}\n`,
  "a carriage return": (text) => `${text}\r`,
  "a NUL": (text) => `${text}\0.img`,
  "a blank": (text) => `${text} -monitor stdio`,
  "a tabulator": (text) => `${text}\tup`,
  "a format": (text) => `${text}%n%s`,
  "a quotation mark": (text) => `${text}"`,
  "a shell's word": (text) => `${text}$(reboot)`,
  "a semicolon": (text) => `${text};reboot`,
  "another language's letter": (text) => `${text}\u00e9`,
  "a letter that looks like a slash": (text) => `${text}\u2215..`,
  "an escape for a terminal": (text) => `${text}\u001b[2J`,
  nothing: () => "",
};

describe("a spec", () => {
  it("is accepted as it is", () => {
    assert.equal(vmSpec.safeParse(spec).success, true);
    for (const [field, put] of Object.entries(texts)) {
      assert.equal(vmSpec.safeParse({ ...spec, ...put(good[field] ?? "") }).success, true, field);
    }
  });

  for (const [field, put] of Object.entries(texts)) {
    for (const [what, poison] of Object.entries(poisons)) {
      it(`with ${what} in its ${field} is refused`, () => {
        const poisoned = { ...spec, ...put(poison(good[field] ?? "")) };
        assert.equal(vmSpec.safeParse(poisoned).success, false);
      });
    }
  }

  for (const [what, change] of [
    ["a disk up the tree", { disks: [{ ...spec.disks[0], path: "/images/../etc/shadow" }] }],
    ["a disk at a relative path", { disks: [{ ...spec.disks[0], path: "disk.raw" }] }],
    ["a disk of a protocol of QEMU's", { disks: [{ ...spec.disks[0], path: "nbd:unix:/run/x" }] }],
    ["a disk that is JSON", { disks: [{ ...spec.disks[0], path: 'json:{"driver":"file"}' }] }],
    ["a disk that begins like an option", { disks: [{ ...spec.disks[0], path: "-disk" }] }],
    ["a disk of a format to be guessed", { disks: [{ path: "/images/a", readOnly: true }] }],
    ["a disk with an option more", { disks: [{ ...spec.disks[0], cache: "unsafe" }] }],
    ["a kernel up the tree", { kernel: { ...spec.kernel, kernelPath: "/images/.." } }],
    ["a kernel's words over two lines", { kernel: { ...spec.kernel, commandLine: "a\nb" } }],
    ["a kernel's words with a NUL", { kernel: { ...spec.kernel, commandLine: "a\0b" } }],
    ["itself as the VM that is moved before it", { migrateAfter: "vm-0" }],
    ["another VM's directory for an id", { vmId: "../vm-1" }],
    ["the directory of those on their way in for an id", { vmId: ".incoming" }],
    ["a CPU model that is a question", { cpuModel: "help" }],
    ["a CPU model that begins like an option", { cpuModel: "-daemonize" }],
    ["a CPU model that begins like a feature", { cpuModel: "+vmx" }],
    ["an unversioned machine", { machineType: "pc" }],
    ["a bridge of too long a name", { nics: [{ ...spec.nics[0], bridge: "b".repeat(16) }] }],
    ["a bridge that is a path", { nics: [{ ...spec.nics[0], bridge: "../br0" }] }],
    ["a NIC with everybody's address", { nics: [{ ...spec.nics[0], macAddress: "ff:ff:ff:ff:ff:ff" }] }],
    ["a NIC with a group's address", { nics: [{ ...spec.nics[0], macAddress: "01:00:5e:00:00:01" }] }],
    ["a NIC without an address", { nics: [{ ...spec.nics[0], macAddress: "00:00:00:00:00:00" }] }],
    ["two NICs with one address", { nics: [spec.nics[0], { ...spec.nics[0], bridge: "br1" }] }],
    ["a NIC with a script", { nics: [{ ...spec.nics[0], script: "/tmp/x" }] }],
    ["seventeen NICs", { nics: Array.from({ length: 17 }, (_, n) => ({ ...spec.nics[0], macAddress: mac(n) })) }],
    ["seventeen disks", { disks: Array(17).fill(spec.disks[0]) }],
    ["513 CPUs", { cpus: 513 }],
    ["no CPU", { cpus: 0 }],
    ["half a CPU", { cpus: 1.5 }],
    ["memory beyond what a number holds", { memoryBytes: 2 ** 53 }],
    ["no memory to speak of", { memoryBytes: 2 ** 20 }],
    ["a part of a MiB", { memoryBytes: 64 * 2 ** 20 + 1 }],
    ["memory that is no number", { memoryBytes: Number.NaN }],
    ["a field that nobody knows", { qmp: "/run/x" }],
  ] as const) {
    it(`with ${what} is refused`, () => {
      assert.equal(vmSpec.safeParse({ ...spec, ...change }).success, false);
    });
  }

  it("that is accepted gives each of its texts one place in one word of QEMU's command line", () => {
    const argv = qemuArgv(spec, { accelerator: "tcg", taps: tapNames(spec), incoming: true });
    const other = qemuArgv(
      { ...spec, kernel: { kernelPath: "/images/vmlinuz", commandLine: "-monitor stdio,x=y %s" } },
      { accelerator: "tcg", taps: tapNames(spec), incoming: true },
    );
    assert.equal(other[other.indexOf("-append") + 1], "-monitor stdio,x=y %s");
    assert.equal(argv.filter((word) => word === "-monitor").length, 0);
    assert.equal(other.filter((word) => word === "-monitor").length, 0);
  });
});

function mac(number: number): string {
  return `52:54:00:00:00:${number.toString(16).padStart(2, "0")}`;
}
