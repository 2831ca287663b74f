import assert from "node:assert/strict";
import { describe, it } from "node:test";
import type { VmSpec } from "../../services/kit/domain/vm-spec.ts";
import { checkExpressible, qemuArgv, tapName, tapNames, vmUuid } from "../../services/kit/hypervisor/argv.ts";
import { nicsOfCommandLine, qmpSocketsOf } from "../../services/kit/hypervisor/command-line.ts";

const spec: VmSpec = {
  vmId: "vm-0",
  memoryBytes: 200 * 1024 * 1024,
  cpus: 2,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  kernel: { kernelPath: "/images/vmlinuz", initrdPath: "/images/initrd", commandLine: "console=ttyS0 a=1,b=2" },
  disks: [{ path: "/images/disk.qcow2", format: "qcow2", readOnly: true }],
  nics: [
    { macAddress: "52:54:00:00:00:01", bridge: "br0", model: "virtio-net-pci" },
    { macAddress: "52:54:00:00:00:02", bridge: "br1", model: "e1000" },
  ],
  postCopy: "ALLOWED",
};

const taps = tapNames(spec);

describe("the command line of a VM's QEMU", () => {
  it("says every declared device with its id and address", () => {
    const argv = qemuArgv(spec, { accelerator: "tcg", taps, incoming: false });
    assert.deepEqual(argv, [
      ...[
        "-name",
        "guest=vm-0,debug-threads=on",
        "-uuid",
        vmUuid("vm-0"),
        "-nodefaults",
        "-no-user-config",
        "-display",
        "none",
      ],
      ...["-machine", "pc-i440fx-7.2,usb=off,dump-guest-core=off", "-accel", "tcg,thread=multi,tb-size=64"],
      ...["-cpu", "qemu64", "-smp", "2", "-m", "200M", "-qmp", "unix:qmp.sock,server=on,wait=off"],
      ...["-pidfile", "qemu.pid", "-serial", "file:serial.log"],
      ...["-kernel", "/images/vmlinuz", "-initrd", "/images/initrd", "-append", "console=ttyS0 a=1,b=2"],
      ...["-drive", "file=/images/disk.qcow2,format=qcow2,if=none,id=disk0,read-only=on"],
      ...["-device", "virtio-blk-pci,id=blk0,drive=disk0,addr=0x1e"],
      ...["-netdev", `tap,id=net0,ifname=${taps[0]},script=no,downscript=no,vhost=off`],
      ...["-device", "virtio-net-pci,id=nic0,netdev=net0,mac=52:54:00:00:00:01,addr=0x3,romfile="],
      ...["-netdev", `tap,id=net1,ifname=${taps[1]},script=no,downscript=no,vhost=off`],
      ...["-device", "e1000,id=nic1,netdev=net1,mac=52:54:00:00:00:02,addr=0x4,romfile="],
    ]);
  });

  it("differs at the destination only by waiting for the migration", () => {
    const source = qemuArgv(spec, { accelerator: "tcg", taps, incoming: false });
    const destination = qemuArgv(spec, { accelerator: "tcg", taps, incoming: true });
    assert.deepEqual(destination, [...source, "-incoming", "defer"]);
  });

  it("has a tap name that an interface can bear, different for each VM and each NIC", () => {
    const names = ["vm-0", "vm-1", "x".repeat(64)].flatMap((vmId) => [tapName(vmId, 0), tapName(vmId, 1)]);
    assert.equal(new Set(names).size, names.length);
    for (const name of names) assert.match(name, /^cft[0-9a-f]{10}$/);
  });

  it("has a UUID of the VM's id, of version 5, the same on every host", () => {
    assert.match(vmUuid("vm-0"), /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
    assert.equal(vmUuid("vm-0"), "9708621c-4cdb-5f23-a067-ef41f090568f");
    assert.notEqual(vmUuid("vm-0"), vmUuid("vm-1"));
  });

  it("is refused for a machine without PCI slots and for more devices than slots", () => {
    assert.equal(checkExpressible(spec).ok, true);
    assert.equal(checkExpressible({ ...spec, machineType: "microvm-7.2" }).ok, false);
    const nic = { macAddress: "52:54:00:00:00:01", bridge: "br0", model: "virtio-net-pci" as const };
    const disk = { path: "/images/a", format: "raw" as const, readOnly: false };
    const full = { ...spec, nics: Array(16).fill(nic), disks: Array(12).fill(disk) };
    assert.equal(checkExpressible(full).ok, true);
    assert.equal(checkExpressible({ ...full, disks: Array(13).fill(disk) }).ok, false);
  });
});

describe("a command line read back", () => {
  it("gives the monitor and the NICs it was made with", () => {
    const argv = ["qemu-system-x86_64", ...qemuArgv(spec, { accelerator: "kvm", taps, incoming: false })];
    assert.deepEqual(qmpSocketsOf(argv), ["qmp.sock"]);
    assert.deepEqual(nicsOfCommandLine(argv), [
      { macAddress: "52:54:00:00:00:01", backend: { kind: "ifname", name: taps[0] } },
      { macAddress: "52:54:00:00:00:02", backend: { kind: "ifname", name: taps[1] } },
    ]);
  });

  it("takes a comma that is written twice for one, and the third of three for the end", () => {
    const argv = ["-qmp", "unix:/run/a,,b.sock,server=on", "-chardev", "socket,id=m,path=/x,,,server=on"];
    assert.deepEqual(qmpSocketsOf([...argv, "-mon", "chardev=m,mode=control"]), ["/run/a,b.sock", "/x,"]);
  });

  it("understands libvirt's JSON, passed descriptors and a monitor on a chardev", () => {
    const argv = [
      ...["-chardev", "socket,id=charmonitor,path=/run/a,,b/monitor.sock,server=on,wait=off"],
      ...["-chardev", "socket,id=other,path=/run/agent.sock,server=on", "-mon", "chardev=charmonitor,mode=control"],
      ...["-netdev", '{"type":"tap","fd":"32","id":"hostnet0"}', "-netdev", "tap,id=n1,fds=33:34"],
      ...["-device", '{"driver":"virtio-net-pci","netdev":"hostnet0","mac":"52:54:00:AA:00:01","bus":"pci.0"}'],
    ];
    assert.deepEqual(qmpSocketsOf(argv), ["/run/a,b/monitor.sock"]);
    assert.deepEqual(nicsOfCommandLine(argv), [
      { macAddress: "52:54:00:aa:00:01", backend: { kind: "fds", fds: [32] } },
      { macAddress: undefined, backend: { kind: "fds", fds: [33, 34] } },
    ]);
  });
});
