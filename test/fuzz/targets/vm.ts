/** A VM's spec as a command line, and command lines read back. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { z } from "zod";
import { memoryOfCommandLine } from "../../../services/agent/core/declared-memory.ts";
import { codecs } from "../../../services/kit/bus/messages.ts";
import { bytes as byteCount } from "../../../services/kit/domain/quantity.ts";
import { type VmSpec, vmSpec } from "../../../services/kit/domain/vm-spec.ts";
import { checkExpressible, qemuArgv, tapNames } from "../../../services/kit/hypervisor/argv.ts";
import { nicsOfCommandLine, qmpSocketsOf } from "../../../services/kit/hypervisor/command-line.ts";
import { argvIn, isQemu, joinNics } from "../../../services/kit/hypervisor/process.ts";
import { parseQcow2Header } from "../../../services/kit/hypervisor/qcow2.ts";
import { parseJsonText } from "../../../services/kit/run/json-file.ts";
import { validMessage } from "../../property/message-arbitrary.ts";
import type { Random } from "../random.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

const SPECS = 24;
const OPTIONS = [
  ...[
    "-name",
    "-uuid",
    "-nodefaults",
    "-no-user-config",
    "-display",
    "-machine",
    "-accel",
    "-cpu",
    "-smp",
    "-m",
    "-qmp",
  ],
  ...["-pidfile", "-serial", "-kernel", "-initrd", "-append", "-drive", "-device", "-netdev", "-incoming"],
];
/** What has no value after it. */
const ALONE = ["-nodefaults", "-no-user-config"];

function specs(random: Random): readonly VmSpec[] {
  const orders = fc.sample(validMessage(codecs.PrepareIncoming), { numRuns: SPECS, seed: random.below(2 ** 31) });
  return orders.map(({ spec }) => spec as VmSpec);
}

const spec: Target = {
  name: "vm/spec",
  form: "json",
  tokens: [
    ...[
      "-qmp",
      "unix:/tmp/x",
      "-incoming",
      "tcp:0:1",
      "-device",
      "-netdev",
      "-m",
      "-chardev",
      ",readonly=on",
      "/images/../etc",
    ],
    ...["kernel", "commandLine", "cpuModel", "machineType", "disks", "nics", "path", "pc-i440fx-7.2", "help", "?"],
  ],
  seeds: (random) => specs(random).map((one) => bytesOf(JSON.stringify(one))),
  run(input) {
    const parsed = parseJsonText(textOf(input), "spec.json", vmSpec);
    if (!parsed.ok) return verdictOf(parsed);
    assertNumbers(parsed.value);
    const expressible = checkExpressible(parsed.value);
    if (!expressible.ok) return verdictOf(expressible);
    assertCommandLine(parsed.value);
    return accepted(parsed.value);
  },
};

/** Its author chooses values; which options there are, and what they say beside those values, is chosen here. */
function assertCommandLine(one: VmSpec): void {
  const taps = tapNames(one);
  const argv = qemuArgv(one, { accelerator: "tcg", taps, incoming: true });
  for (let index = 0; index < argv.length; index += 1) {
    const option = argv[index] ?? "";
    assert.ok(OPTIONS.includes(option), `"${option}" stands where an option does`);
    if (ALONE.includes(option)) continue;
    index += 1;
    const value = argv[index];
    assert.ok(value !== undefined && !value.includes("\0"), `${option} has no value`);
    // The guest's own words are the only ones in which a comma is the author's.
    if (option !== "-append") assert.equal(commasIn(value), commasOf(option, value), `${option} ${value}`);
  }
  const command = ["qemu-system-x86_64", ...argv];
  assert.deepEqual(qmpSocketsOf(command), ["qmp.sock"]);
  assert.equal(memoryOfCommandLine(command), one.memoryBytes);
  const expected = one.nics.map(({ macAddress }, index) => ({
    macAddress,
    backend: { kind: "ifname", name: taps[index] },
  }));
  assert.deepEqual(nicsOfCommandLine(command), expected);
}

function commasIn(value: string): number {
  return value.split(",").length - 1;
}

function commasOf(option: string, value: string): number {
  if (option === "-device") return value.startsWith("virtio-blk-pci,") ? 3 : 5;
  const commas: Readonly<Record<string, number>> = {
    "-name": 1,
    "-machine": 2,
    "-accel": 2,
    "-qmp": 2,
    "-drive": 4,
    "-netdev": 5,
  };
  return commas[option] ?? 0;
}

const commandLine: Target = {
  name: "vm/command-line",
  form: "text",
  tokens: [
    ...[
      "\0-qmp\0",
      "\0-chardev\0",
      "\0-mon\0",
      "\0-netdev\0",
      "\0-device\0",
      "\0-m\0",
      "unix:",
      "tap,id=n",
      "fds=33:34",
      "fd=",
    ],
    ...["size=", "4G", "1.5G", "mode=control", "chardev=", "path=", ",,", '{"type":"tap"', '"toString":1', "ifname="],
  ],
  seeds: (random) => [
    ...specs(random).map((one) =>
      bytesOf(
        ["qemu-system-x86_64", ...qemuArgv(one, { accelerator: "kvm", taps: tapNames(one), incoming: false }), ""].join(
          "\0",
        ),
      ),
    ),
    bytesOf(
      [
        ...["/usr/bin/kvm", "-m", "size=4194304k,slots=4", "-chardev", "socket,id=m,path=/run/a,,b.sock,server=on"],
        ...[
          "-mon",
          "chardev=m,mode=control",
          "-netdev",
          '{"type":"tap","fd":"32","id":"h0"}',
          "-netdev",
          "tap,id=n1,fds=33:34",
        ],
        ...["-device", '{"driver":"virtio-net-pci","netdev":"h0","mac":"52:54:00:AA:00:01"}', ""],
      ].join("\0"),
    ),
  ],
  run(input) {
    const argv = argvIn(textOf(input));
    if (argv === undefined || !isQemu(argv)) return rejected("no QEMU");
    const memoryBytes = memoryOfCommandLine(argv);
    assert.ok(byteCount.min(1).safeParse(memoryBytes).success, `a VM of ${memoryBytes} bytes of memory`);
    const nics = nicsOfCommandLine(argv);
    const joined = joinNics(
      nics,
      new Map([
        [32, "tap0"],
        [33, "tap1"],
      ]),
    );
    assert.equal(new Set(joined.map(({ tap }) => tap)).size, joined.length);
    return accepted({ sockets: qmpSocketsOf(argv), nics, joined });
  },
};

/** The first stands without a key: one with an equals sign would be taken for a key, by QEMU itself, too. */
const paths = z.tuple([z.string().regex(/^\/[^\0=]*$/), z.string().regex(/^\/[^\0]*$/)]);

/** QEMU's own rule: options are divided by commas, and a comma within a value is written twice. */
const option: Target = {
  name: "vm/option",
  form: "json",
  tokens: [",", ",,", "=", "on"],
  seeds: () =>
    [
      ["/run/a,b/monitor.sock", "/x"],
      ["/run/a,", "/,,"],
      ["/b,,,", "/a=b,c"],
    ].map((list) => bytesOf(JSON.stringify(list))),
  run(input) {
    const parsed = parseJsonText(textOf(input), "paths", paths);
    if (!parsed.ok) return verdictOf(parsed);
    const [direct, indirect] = parsed.value;
    const written = (value: string) => value.replaceAll(",", ",,");
    const argv = [
      ...["-qmp", `unix:${written(direct)},server=on,wait=off`],
      ...["-chardev", `socket,id=m,path=${written(indirect)},server=on`, "-mon", "chardev=m,mode=control"],
    ];
    assert.deepEqual(qmpSocketsOf(argv), [direct, indirect]);
    return accepted(argv);
  },
};

/** The head of a disk image, which is its guest's to write. */
const qcow2: Target = {
  name: "vm/qcow2",
  form: "bytes",
  seeds: () =>
    [2, 3].map((version) => {
      const bytes = Buffer.alloc(160);
      bytes.writeUInt32BE(0x514649fb, 0);
      bytes.writeUInt32BE(version, 4);
      bytes.writeBigUInt64BE(144n, 8);
      bytes.writeUInt32BE(9, 16);
      bytes.writeUInt32BE(104, 100);
      bytes.writeUInt32BE(0xe2792aca, version === 2 ? 72 : 104);
      bytes.writeUInt32BE(3, version === 2 ? 76 : 108);
      bytes.write("raw", version === 2 ? 80 : 112);
      bytes.write("base.img\u0001", 144);
      return new Uint8Array(bytes);
    }),
  run(input) {
    const parsed = parseQcow2Header(Buffer.from(input));
    if (parsed.ok) {
      const { backingFile = "", backingFormat = "" } = parsed.value;
      assert.ok(backingFile.length + backingFormat.length <= input.length);
    }
    return verdictOf(parsed);
  },
};

export const vmTargets: readonly Target[] = [spec, commandLine, option, qcow2];
