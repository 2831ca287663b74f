import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { activityOfThreads } from "../../services/kit/hypervisor/activity.ts";
import { guestMemoryOf } from "../../services/kit/hypervisor/memory.ts";
import { joinNics, startTicksIn, startTicksOf, tapOfFdinfo } from "../../services/kit/hypervisor/process.ts";

const mapping = (range: string, residentKiB: number, inode = 0, path = "") =>
  `${range} rw-p 00000000 00:00 ${inode} ${path}\nSize: 0 kB\nKernelPageSize:  4 kB\nRss:  ${residentKiB} kB\n` +
  "Pss: 7 kB\nReferenced:  3 kB\nAnonHugePages:  2 kB\nSwap:  4 kB\nSwapPss:  9 kB\nVmFlags: rd wr\n";

describe("a guest's memory", () => {
  const MiB = 1024 * 1024;

  it("is the mapping that has its size, with what is resident or swapped of it", () => {
    const smaps =
      mapping("1000-2000", 4) + mapping("7f0000000000-7f0000200000", 1000) + mapping("7f0001000000-7f0001200001", 9);
    assert.deepEqual(guestMemoryOf(smaps, 2 * MiB), {
      startAddress: 0x7f0000000000,
      residentBytes: 1004 * 1024,
      referencedBytes: 3 * 1024,
      hugePageBytes: 2 * 1024,
      pageBytes: 4096,
    });
  });

  it("is the sum of neighbours when the kernel has split the mapping", () => {
    const smaps =
      mapping("7effffff0000-7f0000000000", 9) +
      mapping("7f0000000000-7f0000100000", 100) +
      mapping("7f0000100000-7f0000200000", 50);
    const { startAddress, residentBytes, referencedBytes } = guestMemoryOf(smaps, 2 * MiB) ?? {};
    assert.deepEqual([startAddress, residentBytes, referencedBytes], [0x7f0000000000, 158 * 1024, 6 * 1024]);
  });

  it("has no page of an endless size", () => {
    const smaps = mapping("7f0000000000-7f0000200000", 1000).replace("4 kB", `${"9".repeat(400)} kB`);
    assert.equal(guestMemoryOf(smaps, 2 * MiB)?.pageBytes, 0);
  });

  it("is unknown when no anonymous mapping has that size", () => {
    const smaps = mapping("7f0000000000-7f0000200000", 1000, 4711, "/dev/shm/ram") + mapping("1000-2000", 4);
    assert.equal(guestMemoryOf(smaps, 2 * MiB), undefined);
  });
});

describe("what a QEMU does", () => {
  const idle = ["qemu-system-x86", "qemu-system-x86", "IO mon_iothread", "CPU 0/TCG"];
  const cases: [string, string[], ReturnType<typeof activityOfThreads>][] = [
    ["runs its guest by translation", idle, { migrating: false, emulated: true }],
    ["runs its guest on the processor", ["kvm", "CPU 0/KVM", "CPU 1/KVM"], { migrating: false, emulated: false }],
    ["migrates away (7.2)", [...idle, "live_migration", "return path"], { migrating: true, emulated: true }],
    ["migrates away (9.0 and later)", ["CPU 0/KVM", "mig/src/main"], { migrating: true, emulated: false }],
    ["takes in a post-copy (7.2)", [...idle, "fault-default", "postcopy/listen"], { migrating: true, emulated: true }],
    ["takes in a post-copy (9.0 and later)", ["CPU 0/KVM", "mig/dst/listen"], { migrating: true, emulated: false }],
    ["measures its dirty rate", ["CPU 0/KVM", "mig/dirtyrate"], { migrating: false, emulated: false }],
    ["does not name its threads", ["qemu-system-x86", "qemu-system-x86"], undefined],
    ["has ended", [], undefined],
  ];
  for (const [what, names, expected] of cases) {
    it(`is known when it ${what}`, () => assert.deepEqual(activityOfThreads(names), expected));
  }
});

describe("a VM's taps", () => {
  it("are named by the descriptor's information", () => {
    assert.equal(
      tapOfFdinfo("pos:\t0\nflags:\t0104002\nmnt_id:\t25\nino:\t12\niff:\tcft0123456789\n"),
      "cft0123456789",
    );
    assert.equal(tapOfFdinfo("pos:\t0\nflags:\t0104002\n"), undefined);
    assert.equal(tapOfFdinfo("iff:\t\nmore\n"), undefined, "of a tun that was not set up");
  });

  it("are joined with their NIC by name or by descriptor, each once", () => {
    const nics = [
      { macAddress: "52:54:00:00:00:01", backend: { kind: "ifname" as const, name: "tap0" } },
      { macAddress: "52:54:00:00:00:02", backend: { kind: "fds" as const, fds: [33, 34] } },
      { macAddress: "52:54:00:00:00:03", backend: { kind: "ifname" as const, name: "gone" } },
    ];
    const taps = new Map([
      [11, "tap0"],
      [33, "tap1"],
      [34, "tap1"],
      [40, "hotplugged"],
    ]);
    assert.deepEqual(joinNics(nics, taps), [
      { tap: "hotplugged", macAddress: undefined },
      { tap: "tap0", macAddress: "52:54:00:00:00:01" },
      { tap: "tap1", macAddress: "52:54:00:00:00:02" },
    ]);
  });
});

describe("a process", () => {
  it("is known by its start, and unknown when it does not exist", () => {
    assert.equal(startTicksOf(process.pid), startTicksOf(process.pid));
    assert.ok((startTicksOf(process.pid) ?? 0) > 0);
    assert.equal(startTicksOf(0x7fffffff), undefined);
  });

  it("whose state was cut has no start, and none that is no number", () => {
    const fields = `S 1 ${"0 ".repeat(17)}`;
    assert.equal(startTicksIn(`1 (a) b) ${fields}77 5`), 77);
    assert.equal(startTicksIn(`1 (a) b) ${fields}`), undefined);
    assert.equal(startTicksIn("1 (a"), undefined);
  });
});
