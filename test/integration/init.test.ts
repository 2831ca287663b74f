/** `contraflow init` and `contraflow identity` as they are typed: what is made, with which modes, and what stays. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { nkeys } from "nats";
import { problemsOf } from "../../services/kit/tls/credentials.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("openssl") ?? false;
const CLI = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));

describe("contraflow init", { skip }, () => {
  const root = mkdtempSync(join(tmpdir(), "cf-init-"));
  const directory = join(root, "cluster");
  after(() => rmSync(root, { recursive: true, force: true }));
  const path = (...parts: readonly string[]) => join(directory, ...parts);
  const contraflow = (...argv: readonly string[]) => spawnSync(process.execPath, [CLI, ...argv], { encoding: "utf8" });
  const init = (hosts: string, ...more: readonly string[]) =>
    contraflow("init", "--directory", directory, "--hosts", hosts, ...more);
  const files = () =>
    readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) => statSync(path(name)).isFile());
  const isSecret = (name: string) => /\.(creds|nk|password)$|-key\.pem$|users\.acl$|issued\.json$/.test(name);
  const hashes = () =>
    new Map(
      files().map((name) => [
        name,
        createHash("sha256")
          .update(readFileSync(path(name)))
          .digest("hex"),
      ]),
    );

  test("makes a folder for each machine and person, with secrets that nobody else can read", () => {
    const made = init("host-a,Host_B", "--json", "--nats-name", "bus.example,10.0.0.5");
    assert.equal(made.status, 0, made.stderr);
    const holders = (JSON.parse(made.stdout) as { issued: { holder: string }[] }).issued.map(({ holder }) => holder);
    assert.deepEqual(holders.sort(), [
      ...["agent/Host_B", "agent/host-a", "executor/Host_B", "executor/host-a", "operator/operator", "planner/planner"],
      ...["profiler/profiler", "redis/admin", "redis/profiler", "signing", "viewer/viewer"],
    ]);
    for (const name of files()) {
      const mode = statSync(path(name)).mode & 0o777;
      assert.equal(mode, isSecret(name) ? 0o600 : 0o644, name);
      const text = readFileSync(path(name), "latin1");
      const holds = /\bS[UAO][A-Z2-7]{56}\b|PRIVATE KEY/.test(text);
      assert.ok(!holds || isSecret(name), `${name} holds a secret`);
    }
    for (const folder of ["ca", "keys", "planner", "hosts/host-a", "nats"]) {
      assert.equal(statSync(path(folder)).mode & 0o777, 0o700, folder);
    }
    for (const hostId of ["host-a", "Host_B"]) {
      assert.deepEqual(problemsOf(path("hosts", hostId, "tls"), hostId, new Date()), []);
      const pair = nkeys.fromSeed(Buffer.from(readFileSync(path("planner", "signing.nk"), "latin1").trim()));
      assert.equal(readFileSync(path("hosts", hostId, "signing.pub"), "latin1"), `${pair.getPublicKey()}\n`);
    }
    const shown = execFileSync("openssl", ["x509", "-in", path("nats", "server-cert.pem"), "-noout", "-text"]);
    assert.match(shown.toString(), /DNS:bus\.example, IP Address:10\.0\.0\.5/);
    assert.doesNotMatch(made.stdout + made.stderr, /\bS[UAO][A-Z2-7]{56}\b/);
  });

  test("adds hosts and what is missing, and changes no secret", () => {
    const before = hashes();
    writeFileSync(path("nats", "nats-server.conf"), "# mine\n");
    unlinkSync(path("hosts", "host-a", "bus", "agent.creds"));
    const again = init("host-a,host-c");
    assert.equal(again.status, 0, again.stderr);
    const after = hashes();
    const changed = [...before.keys()].filter((name) => before.get(name) !== after.get(name)).sort();
    const expected = ["ca/ca-cert.srl", "hosts/host-a/bus/agent.creds", "keys/issued.json", "nats/nats-server.conf"];
    // Its token says when it was made.
    assert.deepEqual(
      changed.filter((name) => name !== "nats/nats.conf"),
      expected,
    );
    assert.equal(readFileSync(path("nats", "nats-server.conf"), "utf8"), "# mine\n");
    assert.ok(existsSync(path("hosts", "host-c", "bus", "executor.creds")));
    assert.match(again.stdout, /hosts\/host-c {2}to host-c as \/etc\/contraflow/);
    assert.match(again.stdout, /keys: whoever has them can be anybody/);
  });

  test("a signing key is changed over: hosts take both, then only the new one", () => {
    const lines = () =>
      readFileSync(path("hosts", "Host_B", "signing.pub"), "utf8")
        .trim()
        .split("\n");
    const [first] = lines();
    assert.equal(contraflow("identity", "renew", "signing", "--directory", directory).status, 0);
    const both = lines();
    assert.equal(both.length, 2);
    assert.equal(both[0], first);
    const revoked = contraflow("identity", "revoke", "signing", "--directory", directory, "--json");
    assert.deepEqual(JSON.parse(revoked.stdout), { holder: "signing", revoked: 1 });
    assert.deepEqual(lines(), [both[1]]);
  });

  test("says what is wrong, and changes nothing", () => {
    const before = hashes();
    for (const [argv, status, words] of [
      [["init", "--directory", directory, "--hosts", "a b"], 2, /must be 1 to 64 of/],
      [["init", "--directory", directory, "--hosts", "a", "--nats-name", "x_y"], 2, /no DNS name and no address/],
      [["init", "--directory", directory, "--hosts", "a", "--nats-directory", "rel"], 2, /must be an absolute path/],
      [["identity", "renew", "nobody", "--directory", directory], 2, /nothing was issued to nobody; there are agent/],
      [["identity", "revoke", "planner", "--directory", directory], 3, /nothing of planner\/planner is superseded/],
      [["identity", "renew", "planner", "--directory", join(root, "nothing")], 2, /nothing was issued to planner/],
    ] as const) {
      const ended = contraflow(...argv);
      assert.equal(ended.status, status, `${argv.join(" ")}: ${ended.stderr}`);
      assert.match(ended.stderr, words);
    }
    assert.deepEqual(hashes(), before);
    assert.ok(!existsSync(join(root, "nothing")));
  });
});
