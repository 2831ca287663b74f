/** Texts of the kernel and of the programs that are asked for what it knows. */
import assert from "node:assert/strict";
import { hostMemory, postCopySupport, speedBytesPerSecond } from "../../../services/agent/core/host-facts.ts";
import { matchSocket, parseSocketGlob } from "../../../services/agent/core/socket-glob.ts";
import { keptIn } from "../../../services/executor/low-water.ts";
import { MemoryPromises } from "../../../services/executor/memory-promises.ts";
import { addressIn, tcpUri } from "../../../services/executor/tcp-uri.ts";
import { bytes as byteCount, id, rate } from "../../../services/kit/domain/quantity.ts";
import { activityOfThreads } from "../../../services/kit/hypervisor/activity.ts";
import { learnedIn } from "../../../services/kit/hypervisor/bridge.ts";
import { guestMemoryOf } from "../../../services/kit/hypervisor/memory.ts";
import { parseNetDev } from "../../../services/kit/hypervisor/net-dev.ts";
import { parseNetTcp } from "../../../services/kit/hypervisor/net-tcp.ts";
import { startTicksIn, tapOfFdinfo } from "../../../services/kit/hypervisor/process.ts";
import { linksIn } from "../../../services/kit/hypervisor/tap.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, type Verdict, verdictOf } from "../target.ts";

const MiB = 1024 * 1024;

const NET_DEV = `Inter-|   Receive                                                |  Transmit
 face |bytes    packets errs drop fifo frame compressed multicast|bytes    packets errs drop fifo colls carrier compressed
    lo: 1640     20    0    0    0     0          0         0     1640     20    0    0    0     0       0          0
cft0123456789:18446744073709551615 20 0 0 0 0 0 0 1640 20 0 0 0 0 0 0
`;

const NET_TCP = `  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode
   0: 0100007F:1F90 00000000:0000 0A 00000000:00000000 00:00000000 00000000     0        0 12345 1 0000000000000000 100 0 0 10 0
   1: 0100007F:A3B4 0100007F:1F90 02 00000000:00000000 00:00000000 00000000     0        0 12346 1 0000000000000000 20 4 30 10 -1
`;
const NET_TCP6 =
  "   0: 00000000000000000000000000000000:C000 00000000000000000000000000000000:0000 0A 0:0 00:0 0 0 0 1 1 0 1 0 0 1 0\n";

const MEMINFO =
  "MemTotal:       24676724 kB\nMemFree:        10000000 kB\nMemAvailable:   20000000 kB\nBuffers:            0 kB\n";

const SMAPS = `7f0000000000-7f0008000000 rw-p 00000000 00:00 0 
Size:             131072 kB
KernelPageSize:        4 kB
Rss:               90000 kB
Referenced:        80000 kB
AnonHugePages:     70000 kB
Swap:                  4 kB
VmFlags: rd wr mr mw me ac sd hg 
7f0008000000-7f000c800000 rw-p 00000000 00:00 0 
Rss:               10 kB
7fff00000000-7fff00021000 rw-p 00000000 08:01 77                         [stack]
`;

const STAT = `4242 (qemu-system-x86) S 1 4242 4242 0 -1 4194560 1 0 0 0 ${"7 ".repeat(8)}123456 268435456 9999 1 2 3\n`;

/** Of text to a value that is there or not. */
function textTarget(
  name: string,
  seeds: readonly string[],
  tokens: readonly string[],
  read: (text: string) => unknown,
): Target {
  return {
    ...{ name: `kernel/${name}`, form: "text", tokens },
    seeds: () => seeds.map(bytesOf),
    run(input) {
      const value = read(textOf(input));
      return value === undefined ? rejected("not there") : accepted(value);
    },
  };
}

const meminfo: Target = {
  name: "kernel/meminfo",
  form: "text",
  tokens: ["MemTotal:", "MemAvailable:", " kB", "\n"],
  seeds: () => [bytesOf(MEMINFO)],
  run(input) {
    const text = textOf(input);
    const memory = hostMemory(text, { limitBytes: undefined, promisedBytes: 5 * MiB });
    if (memory.ok)
      for (const bytes of Object.values(memory.value)) assert.ok(byteCount.safeParse(bytes).success, `${bytes}`);
    const promised = new MemoryPromises("/nonexistent", () => text).take(MiB);
    verdictOf(promised);
    return verdictOf(memory);
  },
};

const fdb: Target = {
  name: "kernel/bridge-fdb",
  form: "json",
  tokens: ["mac", "ifname", "state", "permanent", "cft0123456789"],
  seeds: () => [
    bytesOf("[]"),
    bytesOf(
      '[{"mac":"52:54:00:AA:00:01","ifname":"cft0123456789","flags":[],"master":"br0","state":""},{"mac":"33:33:00:00:00:01","ifname":"cft0123456789","state":"permanent"}]',
    ),
  ],
  run: (input) => verdictOf(learnedIn(textOf(input), ["cft0123456789"])),
};

const uri: Target = {
  name: "kernel/tcp-uri",
  form: "text",
  tokens: ["tcp:", "[", "]", "::", ":", "fe80::1%eth0", "10.0.0.1"],
  seeds: () => ["10.0.0.11", "::1", "2001:db8::1"].map((address) => bytesOf(tcpUri(address, 49152))),
  run(input): Verdict {
    const text = textOf(input);
    const address = addressIn(text);
    if (address === undefined) return rejected("no such URI");
    const port = Number(text.slice(text.lastIndexOf(":") + 1));
    assert.equal(addressIn(tcpUri(address, port)) ?? address, address);
    return accepted(address);
  },
};

/** Several at the beginning are one. */
function withOneSlash(path: string): string {
  return path.replace(/^\/+/, "/");
}

const glob: Target = {
  name: "kernel/socket-glob",
  form: "text",
  tokens: ["*", "/", "/var/lib/contraflow/vms/*/qmp.sock", ".sock", ".."],
  seeds: () => [bytesOf("/var/lib/contraflow/vms/*/qmp.sock\nvm-0"), bytesOf("/run/qemu-*.sock\nqemu-vm-0.sock")],
  run(input) {
    const [written = "", entry = ""] = textOf(input).split("\n");
    const parsed = parseSocketGlob(written);
    if (!parsed.ok) return verdictOf(parsed);
    const match = matchSocket(parsed.value, entry);
    if (match === undefined) return accepted(parsed.value);
    assert.ok(id.safeParse(match.vmId).success, `${match.vmId} is no id`);
    // A directory is read, so an entry holds no slash.
    if (!entry.includes("/"))
      assert.equal(withOneSlash(match.socketPath), withOneSlash(written.replace("*", () => match.vmId)));
    return accepted(match);
  },
};

export const kernelTargets: readonly Target[] = [
  textTarget("net-dev", [NET_DEV], ["lo", ":", " 0", "\n", "bytes"], (text) => {
    const counters = parseNetDev(text);
    for (const [name, { receivedBytes, sentBytes }] of counters) {
      assert.doesNotMatch(name, /[\s:]/, "no interface has such a name");
      assertNumbers([receivedBytes, sentBytes]);
    }
    return counters;
  }),
  textTarget("net-tcp", [NET_TCP, NET_TCP6], ["0A", "02", ":", "0100007F:1F90", "\n"], (text) => {
    const sockets = parseNetTcp(text);
    for (const { localPort } of sockets) assert.ok(localPort >= 0 && localPort < 65_536);
    return sockets;
  }),
  meminfo,
  textTarget(
    "smaps",
    [SMAPS],
    ["rw-p", " 00:00 0 ", "kB", "7f0000000000-", "Rss:", "KernelPageSize:", "\n"],
    (text) => {
      const memory = [128 * MiB, 200 * MiB]
        .map((size) => guestMemoryOf(text, size))
        .find((found) => found !== undefined);
      assertNumbers(memory);
      return memory;
    },
  ),
  textTarget("stat", [STAT, "1 (a) b) c) R 1\n"], [")", "(", " Z ", " X "], (text) => {
    const ticks = startTicksIn(text);
    assertNumbers(ticks);
    return ticks;
  }),
  textTarget(
    "threads",
    ["qemu-system-x86\nCPU 0/TCG\nlive_migration\n", "kvm\nCPU 0/KVM\nmig/src/main\n", "mig/dirtyrate\nALL CPUs/TCG"],
    ["CPU ", "/TCG", "/KVM", "mig/", "postcopy/", "return path", "multifd", "fault-"],
    (text) => activityOfThreads(text.split("\n")),
  ),
  textTarget(
    "fdinfo",
    ["pos:\t0\nflags:\t0104002\nmnt_id:\t25\nino:\t12\niff:\tcft0123456789\n"],
    ["iff:", "\t"],
    (text) => {
      const tap = tapOfFdinfo(text);
      if (tap !== undefined)
        assert.ok(
          text.split(/[\n\r\u2028\u2029]/).some((line) => /^iff:[ \t]*\S/.test(line)),
          "another line's word",
        );
      return tap;
    },
  ),
  textTarget("link-speed", ["200\n", "-1\n", "10000"], ["Unknown!", "M", "G"], (text) => {
    const speed = speedBytesPerSecond(text);
    // A link's speed goes into the host's report.
    assert.ok(speed === undefined || rate.gt(0).safeParse(speed).success, `${speed} is no speed`);
    return speed;
  }),
  textTarget(
    "link-names",
    ["1: lo: <LOOPBACK,UP> mtu 65536\n2: nic0@if3: <BROADCAST> mtu 1500\n"],
    ["@", ": "],
    (text) => {
      const names = linksIn(text);
      for (const name of names.keys()) assert.doesNotMatch(name, /[\s:@]/);
      return names;
    },
  ),
  textTarget("low-water-file", ["4294967295 16384\n", "1 2\n"], [" ", "\n"], (text) => {
    const kept = keptIn(text);
    assertNumbers(kept);
    return kept;
  }),
  textTarget("userfaultfd", ["0\n", "1\n"], [], (text) =>
    postCopySupport({ userId: 1000, unprivilegedUserfaultfd: text, deviceAccessible: false }),
  ),
  fdb,
  uri,
  glob,
];
