import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, test } from "node:test";
import { fileURLToPath } from "node:url";

const program = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));
const directory = mkdtempSync(join(tmpdir(), "cf-cli-"));
after(() => rmSync(directory, { recursive: true, force: true }));

function contraflow(...argv: readonly string[]) {
  const env = { ...process.env, CONTRAFLOW_CACHE: directory, NO_COLOR: "1" };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...argv], { encoding: "utf8", env });
  return { status, stdout, stderr };
}

function file(name: string, text: string): string {
  const path = join(directory, name);
  writeFileSync(path, text);
  return path;
}

const snapshot = file(
  "cluster.json",
  JSON.stringify({
    hosts: ["a", "b"].map((hostId) => ({
      hostId,
      egressBytesPerSecond: 25e6,
      ingressBytesPerSecond: 25e6,
      freeMemoryBytes: 8e9,
    })),
    vms: [
      {
        vmId: "v1",
        hostId: "a",
        memoryBytes: 268435456,
        usedMemoryBytes: 148e6,
        outboundBytesPerSecond: 5.6e6,
        inboundBytesPerSecond: 0,
      },
      {
        vmId: "v2",
        hostId: "a",
        memoryBytes: 268435456,
        usedMemoryBytes: 148e6,
        inboundBytesPerSecond: 5.6e6,
        outboundBytesPerSecond: 0,
      },
    ],
  }),
);

test("--help exits with 0 and documents every exit code", () => {
  const { status, stdout } = contraflow("--help");
  assert.equal(status, 0);
  for (const code of [0, 1, 2, 3, 4, 130]) assert.match(stdout, new RegExp(`^  ${code} +\\S`, "m"));
});

for (const { what, argv, says } of [
  { what: "an unknown command", argv: ["evaporate"], says: /unknown command 'evaporate'/ },
  { what: "no command at all", argv: [], says: /Usage: contraflow/ },
  { what: "a host that is no id", argv: ["evacuate", "a b"], says: /'a b' is invalid .* A-Z a-z 0-9/ },
  { what: "an unknown policy", argv: ["evacuate", "a", "--policy", "fast"], says: /There are: traffic-sensitive, / },
  { what: "a destination that is no id", argv: ["evacuate", "a", "--to", "b,"], says: /--to <hosts>.*invalid/ },
  { what: "a deadline that is no time", argv: ["evacuate", "a", "--deadline", "soon"], says: /number of seconds/ },
  { what: "a plan without a snapshot", argv: ["plan", "--host", "a"], says: /'--snapshot <file>' not specified/ },
  { what: "an unknown option", argv: ["hosts", "--yaml"], says: /unknown option '--yaml'/ },
  { what: "an unknown lab command", argv: ["lab", "sideways"], says: /unknown command 'sideways'/ },
]) {
  test(`${what} is wrong usage: exit code 2`, () => {
    const { status, stdout, stderr } = contraflow(...argv);
    assert.equal(status, 2);
    assert.match(stderr, says);
    assert.equal(stdout, "");
  });
}

test("plan --json prints one document of the published shape", () => {
  const { status, stdout } = contraflow("plan", "--snapshot", snapshot, "--host", "a", "--json");
  assert.equal(status, 0);
  const document = JSON.parse(stdout);
  assert.deepEqual(Object.keys(document), ["policy", "steps", "unplaced", "forecast", "alternatives"]);
  assert.deepEqual(Object.keys(document.steps[0]), [
    "vmId",
    "technique",
    "sourceHostId",
    "destinationHostId",
    "after",
    "paceBytesPerSecond",
    "reason",
  ]);
  assert.deepEqual(Object.keys(document.forecast), [
    "totalMigrationSeconds",
    "transferredBytes",
    "degradedBytes",
    "limitSeconds",
  ]);
  const techniques = document.steps.map((step: { vmId: string; technique: string }) => [step.vmId, step.technique]);
  assert.deepEqual(Object.fromEntries(techniques), { v1: "POST_COPY", v2: "PRE_COPY" });
});

test("a plan for a host that the snapshot does not have is refused: exit code 3", () => {
  const { status, stderr } = contraflow("plan", "--snapshot", snapshot, "--host", "zz");
  assert.equal(status, 3);
  assert.match(stderr, /zz/);
});

test("a plan by profiles that the snapshot says are old is refused with whose and how old: exit code 3; allowed, it says so", () => {
  const cluster = JSON.parse(readFileSync(snapshot, "utf8"));
  const [first, second] = cluster.vms;
  const vms = [
    { ...first, profileAgeSeconds: 42 },
    { ...second, profileAgeSeconds: 1, profileCompleteness: 0.9 },
  ];
  const old = file("old.json", JSON.stringify({ ...cluster, vms }));
  const { status, stderr } = contraflow("plan", "--snapshot", old, "--host", "a");
  assert.equal(status, 3);
  assert.match(stderr, /v1's profile is 42 s old; at most 15 s .* --allow-stale-profiles \(STALE_PROFILES\)/);
  assert.doesNotMatch(stderr, /v2/);
  const allowed = contraflow("plan", "--snapshot", old, "--host", "a", "--allow-stale-profiles", "--json");
  assert.equal(allowed.status, 0, allowed.stderr);
  const reasons = JSON.parse(allowed.stdout).steps.map((step: { vmId: string; reason: string }) => [
    step.vmId,
    /its profile is 42 s old, and is planned with all the same/.test(step.reason),
  ]);
  assert.deepEqual(Object.fromEntries(reasons), { v1: true, v2: false });
});

test("a snapshot with an error is bad input, named with file, line and field: exit code 2", () => {
  const bad = file("bad.json", '{\n  "hosts": [],\n  "vms": [{ "vmId": "v1" }]\n}\n');
  const { status, stderr } = contraflow("plan", "--snapshot", bad, "--host", "a");
  assert.equal(status, 2);
  assert.ok(stderr.includes(`${bad}:3:11: vms[0].hostId: `), stderr);
});

test("a scenario with an error is bad input, named with file, line and field: exit code 2", () => {
  const bad = file("scenario.json", '{\n  "name": "x",\n  "linkMbit": "fast",\n  "vms": []\n}\n');
  const { status, stderr } = contraflow("lab", "up", "--scenario", bad);
  assert.equal(status, 2);
  assert.match(stderr, /scenario\.json:3:\d+: linkMbit: /);
});

test("a bus that is not there is named with the reason for trying it, and how to give another: exit code 4", () => {
  const { status, stdout, stderr } = contraflow("--nats", "nats://127.0.0.1:1", "hosts");
  assert.equal(status, 4);
  assert.match(stderr, /nats:\/\/127\.0\.0\.1:1 \(given by --nats\)/);
  assert.match(stderr, /CONTRAFLOW_NATS_URL/);
  assert.equal(stdout, "");
});

for (const { what, argv } of [
  {
    what: "days that no certificate can last",
    argv: ["tls", "init", "--directory", directory, "--hosts", "a", "--days", "1e21"],
  },
  {
    what: "a deadline that no message can carry",
    argv: ["plan", "--snapshot", snapshot, "--host", "a", "--deadline", "1e300"],
  },
  { what: "a thousand million runs", argv: ["lab", "compare", "--runs", "1e9"] },
]) {
  test(`${what} are wrong usage, and nothing is done`, () => {
    const { status, stderr } = contraflow(...argv);
    assert.equal(status, 2, stderr);
    assert.match(stderr, /It must be/);
  });
}
