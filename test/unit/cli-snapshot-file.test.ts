/** What a plan can not be made from is refused with file, line, field and value, and changes nothing. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { readSnapshotFile } from "../../services/cli/snapshot-file.ts";

const folder = mkdtempSync(join(tmpdir(), "snapshot-"));
after(() => rmSync(folder, { recursive: true }));

const host = { hostId: "a", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6, freeMemoryBytes: 8e9 };
const vm = { vmId: "v", hostId: "a", memoryBytes: 2e8, outboundBytesPerSecond: 1e6, inboundBytesPerSecond: 1e6 };

async function read(text: string) {
  const file = join(folder, "snapshot.json");
  writeFileSync(file, text);
  return readSnapshotFile(file);
}
const document = (hostChange: object, vmChange: object) =>
  JSON.stringify({ hosts: [{ ...host, ...hostChange }], vms: [{ ...vm, ...vmChange }] });

describe("a snapshot's file", () => {
  const refused: readonly (readonly [string, string, RegExp])[] = [
    [
      "a capacity of zero",
      document({ egressBytesPerSecond: 0 }, {}),
      /hosts\[0\]\.egressBytesPerSecond: .*>=1 \(found 0\)/,
    ],
    [
      "a capacity that is missing",
      document({ ingressBytesPerSecond: undefined }, {}),
      /hosts\[0\]\.ingressBytesPerSecond: .*undefined/,
    ],
    [
      "traffic above the link",
      document({}, { outboundBytesPerSecond: 26e6 }),
      /vms\[0\]\.outboundBytesPerSecond: is more than a's egressBytesPerSecond, 25000000 \(found 26000000\)/,
    ],
    [
      "more used memory than memory",
      document({}, { usedMemoryBytes: 3e8 }),
      /vms\[0\]\.usedMemoryBytes: must not exceed memoryBytes \(found 300000000\)/,
    ],
    [
      "a negative number",
      document({}, { dirtyBytesPerSecond: -1 }),
      /vms\[0\]\.dirtyBytesPerSecond: .*>=0 \(found -1\)/,
    ],
    ["NaN", document({}, {}).replace("200000000", "NaN"), /is not JSON/],
    ["2^53", document({}, { memoryBytes: 2 ** 53 }), /vms\[0\]\.memoryBytes: .* \(found 9007199254740992\)/],
    ["2^53 as text", document({}, { memoryBytes: "9007199254740992" }), /vms\[0\]\.memoryBytes: .*string/],
    ["half a byte as text", document({}, { memoryBytes: "1.5" }), /vms\[0\]\.memoryBytes: .*string/],
    ["a VM on a host that is not there", document({}, { hostId: "z" }), /vms\[0\]\.hostId: no host "z" in hosts/],
    [
      "a VM that is to be moved after itself",
      document({}, { migrateAfter: "v" }),
      /vms\[0\]\.migrateAfter: .*v after v/,
    ],
    [
      "VMs that are each to be moved after another of them",
      JSON.stringify({
        hosts: [host],
        vms: [vm, { ...vm, vmId: "w", migrateAfter: "x" }, { ...vm, vmId: "x", migrateAfter: "w" }],
      }),
      /vms\[1\]\.migrateAfter: can not be kept: w after x after w \(found "x"\)/,
    ],
    ["a field that is not known", document({}, { constraints: [] }), /vms\[0\]\.constraints: is not known here/],
  ];
  for (const [title, text, reason] of refused) {
    it(`with ${title} is refused with its place`, async () => {
      const result = await read(text);
      assert.ok(!result.ok);
      assert.match(result.failure.message, /snapshot\.json:1:\d+: /);
      assert.match(result.failure.message, reason);
    });
  }

  it("may write 64-bit numbers as text, as proto JSON does", async () => {
    const result = await read(document({ freeMemoryBytes: "8000000000" }, { memoryBytes: "200000000" }));
    assert.ok(result.ok);
    assert.equal(result.value.hosts[0]?.freeMemoryBytes, 8e9);
    assert.equal(result.value.vms[0]?.memoryBytes, 2e8);
  });
});
