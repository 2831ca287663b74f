import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { memoryOfCommandLine } from "../../services/agent/core/declared-memory.ts";
import { hostMemory, postCopySupport, speedBytesPerSecond } from "../../services/agent/core/host-facts.ts";
import { matchSocket, parseSocketGlob } from "../../services/agent/core/socket-glob.ts";
import { hasMissingTap, trafficBatch, type VmInterfaces } from "../../services/agent/core/traffic.ts";
import { reportIdentity, vmReport } from "../../services/agent/core/vm-report.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { parseNetDev } from "../../services/kit/hypervisor/net-dev.ts";

const NET_DEV = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo:    9033     116    0    0    0     0          0         0     9034     116    0    0    0     0       0          0
cft0123456789:18446744073709 116    0    0    0     0          0         0     77     116    0    0    0     0       0          0
eth0.5:  1 2 3 4 5 6 7 8 90 10 11 12 13 14 15 16
`;

describe("/proc/net/dev", () => {
  it("gives received and sent bytes of each interface, also when a number touches the name", () => {
    assert.deepEqual(
      [...parseNetDev(NET_DEV)],
      [
        ["lo", { receivedBytes: 9033, sentBytes: 9034 }],
        ["cft0123456789", { receivedBytes: 18446744073709, sentBytes: 77 }],
        ["eth0.5", { receivedBytes: 1, sentBytes: 90 }],
      ],
    );
  });
  it("gives nothing from nothing, and nothing from a line that was cut", () => {
    assert.equal(parseNetDev("").size, 0);
    assert.equal(parseNetDev("  lo:  9033  116  0 0").size, 0);
  });
  it("takes no line's end into a name", () => {
    assert.deepEqual([...parseNetDev("a\nlo: 1 2 3 4 5 6 7 8 90 10\n").keys()], ["lo"]);
  });
});

describe("a glob of sockets", () => {
  const id = (glob: string, entry: string) => matchSocket(unwrap(parseSocketGlob(glob)), entry);
  it("finds the VM's id and the socket's path, in a segment of its own or within one", () => {
    assert.deepEqual(id("/v/*/qmp.sock", "vm-0"), { vmId: "vm-0", socketPath: "/v/vm-0/qmp.sock" });
    assert.deepEqual(id("/run/q-*.sock", "q-a.sock"), { vmId: "a", socketPath: "/run/q-a.sock" });
    assert.deepEqual(id("/*.sock", "a.sock"), { vmId: "a", socketPath: "/a.sock" });
  });
  it("passes over what has not the form of an id", () => {
    for (const entry of [".incoming", "a.b", "", "ä", "x".repeat(65)]) {
      assert.equal(id("/v/*/qmp.sock", entry), undefined, entry);
    }
    assert.equal(id("/run/ab*ba", "aba"), undefined);
  });
  for (const glob of ["/v/qmp.sock", "/v/*/*.sock", "v/*/qmp.sock", ""]) {
    it(`"${glob}" is refused`, () => assert.equal(parseSocketGlob(glob).ok, false));
  }
});

const vm = (change: Partial<VmInterfaces> = {}): VmInterfaces => ({
  vmId: "vm-0",
  processId: 100,
  startTicks: 5,
  namespace: "net:[1]",
  taps: [{ name: "t0", index: 7 }],
  ...change,
});
const host = { hostId: "a", bootId: "boot", sequence: 3, sampleTimeUnixMilliseconds: 9, monotonicMicroseconds: 8 };
const counters = new Map([
  [
    "net:[1]",
    new Map([
      ["t0", { receivedBytes: 10, sentBytes: 200 }],
      ["t1", { receivedBytes: 1000, sentBytes: 20_000 }],
      ["eth0", { receivedBytes: 5, sentBytes: 6 }],
    ]),
  ],
]);
const sampleOf = (change: Partial<VmInterfaces>, bootId = "boot") =>
  trafficBatch({ ...host, bootId }, [vm(change)], [], counters).samples[0];

describe("a VM's traffic", () => {
  it("is outbound where its tap receives, inbound where its tap sends", () => {
    const sample = sampleOf({});
    assert.equal(sample?.outboundBytes, 10);
    assert.equal(sample?.inboundBytes, 200);
  });
  const two = [
    { name: "t0", index: 7 },
    { name: "t1", index: 8 },
  ];
  it("is the sum over its taps", () => {
    const sample = sampleOf({ taps: two });
    assert.deepEqual([sample?.outboundBytes, sample?.inboundBytes], [1010, 20_200]);
  });
  it("keeps its epoch as long as nothing has changed", () => {
    assert.equal(sampleOf({})?.counterEpoch, sampleOf({})?.counterEpoch);
  });
  const changes: [string, Partial<VmInterfaces>, string?][] = [
    ["another process", { processId: 101 }],
    ["a later process of the same pid", { startTicks: 6 }],
    ["a tap made again under its name", { taps: [{ name: "t0", index: 9 }] }],
    ["another set of taps", { taps: two }],
    ["another boot", {}, "later boot"],
  ];
  for (const [what, change, bootId] of changes) {
    it(`has another epoch with ${what}`, () => {
      assert.notEqual(sampleOf(change, bootId)?.counterEpoch, sampleOf({})?.counterEpoch);
    });
  }
  const unknown: [string, Partial<VmInterfaces>][] = [
    ["has no tap", { taps: [] }],
    ["has a tap that is gone", { taps: [{ name: "gone", index: 1 }] }],
    ["is in a namespace that could not be read", { namespace: "net:[2]" }],
  ];
  for (const [what, change] of unknown) {
    it(`of a VM that ${what} is unknown, not none`, () => {
      const batch = trafficBatch(host, [vm(change)], [], counters);
      assert.deepEqual([batch.samples, batch.sampleCount, batch.unknownTrafficVmIds], [[], 0, ["vm-0"]]);
    });
  }
  it("is counted on the taps that are there while one is missing, in another epoch", () => {
    const taps = [...two, { name: "gone", index: 1 }];
    assert.equal(sampleOf({ taps })?.outboundBytes, 1010);
    assert.equal(hasMissingTap(vm({ taps }), counters), true);
    assert.equal(hasMissingTap(vm({ taps: two }), counters), false);
  });
  it("of a link is the host's: what it sends is egress", () => {
    const links = ["eth0", "gone"].map((name) => ({ namespace: "net:[1]", interface: { name, index: 2 } }));
    const [link, ...more] = trafficBatch(host, [], links, counters).links;
    assert.deepEqual([link?.name, link?.egressBytes, link?.ingressBytes, more], ["eth0", 6, 5, []]);
  });
});

describe("what a host is", () => {
  const meminfo = "MemTotal:        8000 kB\nMemFree:          100 kB\nMemAvailable:    5000 kB\n";
  const memory = (limitBytes: number | undefined, promisedBytes: number) =>
    unwrap(hostMemory(meminfo, { limitBytes, promisedBytes }));
  it("has the kernel's memory, and free what is there and not promised", () => {
    assert.deepEqual(memory(undefined, 999), { memoryBytes: 8_192_000, freeMemoryBytes: 5_120_000 });
    assert.equal(memory(undefined, 8_000_000).freeMemoryBytes, 192_000);
  });
  it("has a part of it under a limit, less what its VMs were promised, never more than there is", () => {
    assert.deepEqual(memory(1_000_000, 300_000), { memoryBytes: 1_000_000, freeMemoryBytes: 700_000 });
    assert.equal(memory(1_000_000, 2_000_000).freeMemoryBytes, 0);
    assert.equal(memory(8_000_000, 0).freeMemoryBytes, 5_120_000);
  });
  it("has no memory figure without the kernel's", () => {
    assert.equal(hostMemory("", { limitBytes: 1, promisedBytes: 0 }).ok, false);
    const endless = `MemTotal: ${"9".repeat(40)} kB\nMemAvailable: 1 kB\n`;
    assert.equal(hostMemory(endless, { limitBytes: undefined, promisedBytes: 0 }).ok, false);
  });

  const user = { userId: 1000, unprivilegedUserfaultfd: "0\n", deviceAccessible: false };
  const able: [string, Partial<typeof user>][] = [
    ["as root", { userId: 0 }],
    ["with the sysctl", { unprivilegedUserfaultfd: "1\n" }],
    ["with the device", { deviceAccessible: true }],
  ];
  for (const [how, change] of able) {
    it(`can take part in post-copy ${how}`, () => {
      assert.deepEqual(postCopySupport({ ...user, ...change }), { supported: true });
    });
  }
  it("can not take part in post-copy otherwise, and says what would cure it", () => {
    assert.match(postCopySupport(user).reason ?? "", /unprivileged_userfaultfd=1.*\/dev\/userfaultfd/);
    const without = postCopySupport({ ...user, userId: 0, unprivilegedUserfaultfd: undefined });
    assert.match(without.reason ?? "", /CONFIG_USERFAULTFD/);
  });

  it("has a link's speed only where the kernel knows it", () => {
    assert.equal(speedBytesPerSecond("1000\n"), 125_000_000);
    for (const text of ["-1\n", "", "0\n", undefined]) assert.equal(speedBytesPerSecond(text), undefined);
    for (const text of ["1e999", "1e18", "Infinity", "0x10"]) assert.equal(speedBytesPerSecond(text), undefined);
  });
});

describe("memory of a VM that nobody declared", () => {
  const cases: [string, number][] = [
    ["256", 256],
    ["256M", 256],
    ["2G", 2048],
    ["size=4194304k,slots=4,maxmem=16G", 4096],
    ["nonsense", 128],
  ];
  for (const [written, mebibytes] of cases) {
    it(`is ${mebibytes} MiB with -m ${written}`, () => {
      assert.equal(memoryOfCommandLine(["qemu", "-m", written]), mebibytes * 1024 * 1024);
    });
  }
  it("is not what stands in the guest's own words, nor what no message could carry", () => {
    assert.equal(memoryOfCommandLine(["qemu", "-m", "200M", "-append", "-m", "-drive"]), 200 * 1024 * 1024);
    for (const written of ["0", "9999999999T", "x"]) {
      assert.equal(memoryOfCommandLine(["qemu", "-m", written]), 128 * 1024 * 1024, written);
    }
  });
  it("is 128 MiB without -m, as QEMU has it", () => assert.equal(memoryOfCommandLine(["qemu"]), 128 * 1024 * 1024));
});

describe("a VM's report", () => {
  const described = {
    ...vm(),
    memoryBytes: 100,
    nics: [
      { macAddress: "52:54:00:00:00:01", tap: "t0" },
      { macAddress: undefined, tap: "t1" },
    ],
    spec: undefined,
  };
  it("leaves out what is not known", () => {
    assert.deepEqual(vmReport(described, {}, false), {
      vmId: "vm-0",
      processId: 100,
      memoryBytes: 100,
      trafficKnown: false,
      nics: [{ macAddress: "52:54:00:00:00:01", tap: "t0" }],
    });
    const measured = { usedMemoryBytes: 40, dirtyBytesPerSecond: 0.5, workingSetBytes: 7 };
    const { usedMemoryBytes, dirtyBytesPerSecond, workingSetBytes } = vmReport(described, measured, true);
    assert.deepEqual({ usedMemoryBytes, dirtyBytesPerSecond, workingSetBytes }, measured);
  });
  it("is due at once when a VM, its process, its taps or its traffic's being known has changed", () => {
    const identities = [
      reportIdentity([], new Set()),
      reportIdentity([described], new Set()),
      reportIdentity([described], new Set(["vm-0"])),
      reportIdentity([{ ...described, processId: 7 }], new Set()),
      reportIdentity([{ ...described, taps: [] }], new Set()),
    ];
    assert.equal(new Set(identities).size, identities.length);
    const other = { ...described, vmId: "vm-1" };
    assert.equal(reportIdentity([described, other], new Set()), reportIdentity([other, described], new Set()));
  });
});
