import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { residentBytesOfMapping } from "../../services/kit/hypervisor/memory.ts";
import { joinNics, startTicksOf, tapOfFdinfo } from "../../services/kit/hypervisor/process.ts";

const mapping = (range: string, residentKiB: number, inode = 0, path = "") =>
  `${range} rw-p 00000000 00:00 ${inode} ${path}\nSize: 0 kB\nRss:  ${residentKiB} kB\nPss: 7 kB\nSwap:  4 kB\nVmFlags: rd wr\n`;

describe("memory in use", () => {
  const MiB = 1024 * 1024;

  it("is what is resident or swapped of the mapping that has the memory's size", () => {
    const smaps =
      mapping("1000-2000", 4) + mapping("7f0000000000-7f0000200000", 1000) + mapping("7f0001000000-7f0001200001", 9);
    assert.equal(residentBytesOfMapping(smaps, 2 * MiB), 1004 * 1024);
  });

  it("is the sum of neighbours when the kernel has split the mapping", () => {
    const smaps = mapping("7f0000000000-7f0000100000", 100) + mapping("7f0000100000-7f0000200000", 50);
    assert.equal(residentBytesOfMapping(smaps, 2 * MiB), 158 * 1024);
  });

  it("is unknown when no anonymous mapping has that size", () => {
    const smaps = mapping("7f0000000000-7f0000200000", 1000, 4711, "/dev/shm/ram") + mapping("1000-2000", 4);
    assert.equal(residentBytesOfMapping(smaps, 2 * MiB), undefined);
  });
});

describe("a VM's taps", () => {
  it("are named by the descriptor's information", () => {
    assert.equal(
      tapOfFdinfo("pos:\t0\nflags:\t0104002\nmnt_id:\t25\nino:\t12\niff:\tcft0123456789\n"),
      "cft0123456789",
    );
    assert.equal(tapOfFdinfo("pos:\t0\nflags:\t0104002\n"), undefined);
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
});
