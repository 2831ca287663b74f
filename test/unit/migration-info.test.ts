import assert from "node:assert/strict";
import { test } from "node:test";
import { readMigrationInfo, readStatus } from "../../services/kit/qmp/migration-info.ts";

test("a reply of QEMU 7.2 is converted to bytes, bytes per second and seconds", () => {
  const info = readMigrationInfo({
    status: "postcopy-active",
    "total-time": 2500,
    downtime: 12,
    "blocked-reasons": ["x"],
    "socket-address": [{ type: "inet", host: "10.78.0.2", port: "39511" }],
    ram: {
      total: 268_435_456,
      "postcopy-requests": 17,
      "normal-bytes": 4_718_592,
      "dirty-sync-count": 2,
      "page-size": 4096,
      remaining: 1_000_000,
      mbps: 16,
      transferred: 5_000_000,
      "dirty-pages-rate": 375,
      duplicate: 1,
    },
  });
  assert.deepEqual(info, {
    ok: true,
    value: {
      status: { kind: "post_copy", name: "postcopy-active" },
      blockedReasons: ["x"],
      totalSeconds: 2.5,
      downtimeSeconds: 0.012,
      listeningPort: 39511,
      ram: {
        totalBytes: 268_435_456,
        transferredBytes: 5_000_000,
        remainingBytes: 1_000_000,
        bytesPerSecond: 2_000_000,
        dirtyBytesPerSecond: 1_536_000,
        pass: 2,
        postCopyRequests: 17,
        pageBytes: 4_718_592,
      },
    },
  });
});

test("a number that is none in our units is refused, and so is a port that there is not", () => {
  const ram = { total: 1, transferred: 1, remaining: 1, mbps: 1e305, "page-size": 1, "normal-bytes": 1 };
  const counts = { "dirty-pages-rate": 1, "dirty-sync-count": 1, "postcopy-requests": 1 };
  assert.equal(readMigrationInfo({ ram: { ...ram, ...counts } }).ok, false);
  for (const port of ["65536", "0x50", "1e3", ""]) {
    const info = readMigrationInfo({ "socket-address": [{ type: "inet", port }] });
    assert.equal(info.ok && info.value.listeningPort, undefined, port);
  }
});

test("no migration yet is an empty reply", () => {
  assert.deepEqual(readMigrationInfo({}), { ok: true, value: { status: { kind: "none" }, blockedReasons: [] } });
});

for (const [name, kind] of [
  ["setup", "ongoing"],
  ["cancelling", "ongoing"],
  ["a-status-of-tomorrow", "ongoing"],
  ["postcopy-active", "post_copy"],
  ["postcopy-recover", "post_copy_recovering"],
  ["postcopy-recover-setup", "post_copy_recovering"],
  ["postcopy-of-tomorrow", "post_copy"],
  ["postcopy-paused", "post_copy_paused"],
  ["completed", "completed"],
  ["failed", "failed"],
  ["cancelled", "cancelled"],
] as const) {
  test(`the status ${name} reads as ${kind}`, () => assert.equal(readStatus(name).kind, kind));
}

for (const [what, reply, field] of [
  ["a status that is no text", { status: 5 }, "status"],
  ["a negative counter", { ram: { total: -1 } }, "ram.total"],
  ["no object", "completed", ""],
] as const) {
  test(`${what} is refused with its field`, () => {
    const info = readMigrationInfo(reply);
    assert.equal(!info.ok && info.failure.kind, "invalid");
    assert.equal(!info.ok && info.failure.field, field);
  });
}
