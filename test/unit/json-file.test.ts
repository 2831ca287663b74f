import assert from "node:assert/strict";
import { test } from "node:test";
import { clusterSnapshot } from "../../services/kit/domain/snapshot.ts";
import { parseJsonText, readJsonFile } from "../../services/kit/run/json-file.ts";

const text = `{
  "hosts": [
    { "hostId": "a", "egressBytesPerSecond": 1, "ingressBytesPerSecond": 1, "freeMemoryBytes": 5 }
  ],
  "vms": [
    { "vmId": "v", "hostId": "a", "memoryBytes": 7, "usedMemoryBytes": 7 }
  ]
}
`;

function complaint(from: string, to: string): string {
  const parsed = parseJsonText(text.replace(from, to), "f.json", clusterSnapshot);
  return parsed.ok ? "accepted" : parsed.failure.message;
}

test("a file that fits the schema is its value", () => {
  const parsed = parseJsonText(text, "f.json", clusterSnapshot);
  assert.equal(parsed.ok && parsed.value.vms[0]?.vmId, "v");
});

for (const { what, from, to, message } of [
  {
    what: "a value of the wrong type is named with its line and column",
    from: `"memoryBytes": 7`,
    to: `"memoryBytes": "7"`,
    message: 'f.json:6:50: vms[0].memoryBytes: Invalid input: expected number, received string (found "7")',
  },
  {
    what: "a missing field is named where the object begins that should have it",
    from: `, "freeMemoryBytes": 5`,
    to: "",
    message: "f.json:3:5: hosts[0].freeMemoryBytes: Invalid input: expected number, received undefined",
  },
  {
    what: "an unknown field is named at its key",
    from: `"memoryBytes": 7`,
    to: `"memoryBites": 1, "memoryBytes": 7`,
    message: "f.json:6:35: vms[0].memoryBites: is not known here",
  },
  {
    what: "text that is no JSON is refused at the place where it stops being JSON",
    from: `"vms": [`,
    to: `vms: [`,
    message: "f.json:5:3: is not JSON: invalid symbol",
  },
  { what: "comments are no JSON", from: "{", to: "// a\n{", message: "f.json:1:1: is not JSON: invalid comment token" },
]) {
  test(what, () => assert.equal(complaint(from, to).split("\n")[0], message));
}

for (const { what, deep } of [
  { what: "JSON", deep: "[".repeat(50_000) + "]".repeat(50_000) },
  { what: "no JSON", deep: '{"a":'.repeat(50_000) },
]) {
  test(`a file of ${what} that is nested without end is refused where it goes too deep`, () => {
    const parsed = parseJsonText(`"[[[\\"[" ${deep}`.slice(10), "f.json", clusterSnapshot);
    assert.match(parsed.ok ? "" : parsed.failure.message, /^f\.json:1:\d+: is nested more than 64 levels deep$/);
  });
}

test("brackets within a text are none", () => {
  const parsed = parseJsonText(
    JSON.stringify({ hosts: [], vms: [], more: `\\"${"[".repeat(100)}` }),
    "f.json",
    clusterSnapshot,
  );
  assert.equal(parsed.ok ? "" : parsed.failure.message, "f.json:1:22: more: is not known here");
});

test("every error of a file is told at once", () => {
  const lines = complaint(`"hostId": "a", "memoryBytes": 7`, `"hostId": "b", "memoryBytes": 6`).split("\n");
  assert.deepEqual(lines, [
    "f.json:6:72: vms[0].usedMemoryBytes: must not exceed memoryBytes (found 7)",
    'f.json:6:30: vms[0].hostId: no host "b" in hosts (found "b")',
  ]);
});

test("an empty file says that it is empty", () => {
  const parsed = parseJsonText("", "f.json", clusterSnapshot);
  assert.match(parsed.ok ? "" : parsed.failure.message, /^f\.json:1:1: is not JSON: /);
});

test("a file that is not there is not found", async () => {
  const read = await readJsonFile("/nonexistent/f.json", clusterSnapshot);
  assert.deepEqual(read.ok ? undefined : read.failure, {
    kind: "not_found",
    message: "/nonexistent/f.json: there is no such file",
  });
});
