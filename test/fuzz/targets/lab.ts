/** What the lab reads of the programs that it is made with. */
import assert from "node:assert/strict";
import { installedIn } from "../../../services/lab/apt.ts";
import { dependenciesOf, librariesIn } from "../../../services/lab/guest-image.ts";
import { FlowRecorder, parseInterval } from "../../../services/lab/iperf-output.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf } from "../target.ts";

const IPERF = `-----------------------------------------------------------
Server listening on 5201 (test #1)
Accepted connection from 10.77.0.100, port 45678
[  5] local 10.77.0.90 port 5201 connected to 10.77.0.100 port 45680
[ ID] Interval           Transfer     Bitrate
[  5]   0.00-0.10   sec   552 KBytes  45.2 Mbits/sec
[  5][TX-S]   0.10-0.20   sec  0.00 Bytes  0.00 bits/sec    0   1.41 KBytes
[  5][RX-S]   0.20-0.30   sec  1.05 MBytes  88.1 Mbits/sec
[  5]   0.00-10.00  sec  53.6 MBytes  45.0 Mbits/sec                  receiver
`;

const iperf: Target = {
  name: "lab/iperf",
  form: "text",
  tokens: [
    "[TX-S]",
    "[RX-S]",
    "sec",
    "KBytes",
    "GBytes",
    "TBytes",
    "sender",
    "receiver",
    "Accepted connection",
    "0.00-0.10",
  ],
  seeds: () => [bytesOf(IPERF)],
  run(input) {
    const recorder = new FlowRecorder(false);
    for (const [index, line] of textOf(input).split("\n").entries()) {
      const interval = parseInterval(line, index % 2 === 0);
      assertNumbers(interval);
      recorder.record(line, 1_700_000_000_000 + index);
    }
    const bins = [...recorder.bins("outbound"), ...recorder.bins("inbound")];
    // Times before 1970 would be a clock's fault; sizes and lengths are none.
    for (const { durationMilliseconds, bytes, unixMilliseconds } of bins) {
      assertNumbers([bytes, durationMilliseconds]);
      assertNumbers(unixMilliseconds, Number.NEGATIVE_INFINITY);
    }
    return bins.length > 0 ? accepted(bins) : rejected("no interval");
  },
};

const module: Target = {
  name: "lab/kernel-module",
  form: "bytes",
  seeds: () => [
    bytesOf("\x7fELF\0license=GPL\0depends=virtio,virtio-ring\0retpoline=Y\0"),
    bytesOf("\0depends=\0name=virtio\0"),
  ],
  run(input) {
    const names = dependenciesOf(Buffer.from(input));
    const text = Buffer.from(input).toString("latin1").replaceAll("-", "_");
    for (const name of names)
      assert.ok(new RegExp(`[=,]${escaped(name)}[,\0]`).test(text), `${name} is no whole name in it`);
    return names.length === 0 ? rejected("none") : accepted(names);
  },
};

function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}

const ldd: Target = {
  name: "lab/ldd",
  form: "text",
  tokens: ["=>", "(0x", "/lib/", "not found"],
  seeds: () => [
    bytesOf(
      "\tlinux-vdso.so.1 (0x00007ffd)\n\tlibc.so.6 => /lib/libc.so.6 (0x00007f)\n\t/lib64/ld-linux-x86-64.so.2 (0x00007f)\n",
    ),
  ],
  run(input) {
    const libraries = librariesIn(textOf(input));
    for (const library of libraries) assert.match(library, /^\/\S+$/);
    return libraries.length === 0 ? rejected("none") : accepted(libraries);
  },
};

const dpkg: Target = {
  name: "lab/dpkg",
  form: "text",
  tokens: [" installed", " not-installed", "\n"],
  seeds: () => [bytesOf("iperf3 installed\nredis-server not-installed\nqemu-system-x86 config-files\n")],
  run(input) {
    const installed = installedIn(textOf(input));
    return installed.size === 0 ? rejected("none") : accepted(installed);
  },
};

export const labTargets: readonly Target[] = [iperf, module, ldd, dpkg];
