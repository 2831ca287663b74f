import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, test } from "node:test";
import { nkeys } from "nats";
import { chooseCredentials } from "../../services/cli/credentials.ts";
import { parseCredentials } from "../../services/kit/bus/credentials.ts";
import { natsAddress } from "../../services/kit/bus/settings.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { credentialsText, userToken } from "../../services/kit/identity/jwt.ts";
import {
  emptyRegister,
  liveMarks,
  type Register,
  revokedKeys,
  withIssued,
  withRevoked,
} from "../../services/kit/identity/register.ts";
import { rights } from "../../services/kit/identity/rights.ts";
import { inboxPrefix, roles } from "../../services/kit/identity/role.ts";
import { redisUsers } from "../../services/kit/identity/server-files.ts";
import { loadConfig } from "../../services/kit/run/config.ts";
import { readSecretFile } from "../../services/kit/run/secret-file.ts";
import { profilerConfig } from "../../services/profiler/config.ts";

const root = mkdtempSync(join(tmpdir(), "cf-unit-ids-"));
after(() => rmSync(root, { recursive: true, force: true }));

describe("a secret's file", () => {
  const path = join(root, "secret");
  for (const [mode, refused] of [
    [0o600, false],
    [0o400, false],
    [0o640, false],
    [0o644, true],
    [0o604, true],
    [0o660, true],
    [0o602, true],
    [0o777, true],
  ] as const) {
    test(`of mode ${mode.toString(8)} is ${refused ? "refused, with the cure" : "read"}`, () => {
      writeFileSync(path, "geheim\n");
      chmodSync(path, mode);
      const read = readSecretFile(path);
      assert.equal(read.ok, !refused);
      if (read.ok) assert.equal(read.value, "geheim");
      else {
        assert.match(read.failure.message, new RegExp(`has mode 0${mode.toString(8)}.*chmod 600 ${path}`));
        assert.doesNotMatch(read.failure.message, /geheim/);
      }
    });
  }

  test("that is empty or not there is said so", () => {
    writeFileSync(join(root, "empty"), "\n", { mode: 0o600 });
    const empty = readSecretFile(join(root, "empty"));
    assert.ok(!empty.ok && /is empty/.test(empty.failure.message));
    const missing = readSecretFile(join(root, "missing"));
    assert.ok(!missing.ok && /cannot be read: ENOENT/.test(missing.failure.message));
  });
});

describe("credentials", () => {
  const signer = nkeys.createAccount();
  const user = nkeys.createUser();
  const claims = {
    role: "executor",
    name: "Host_B",
    user: user.getPublicKey(),
    account: signer.getPublicKey(),
  } as const;
  const token = userToken(signer, { ...claims, issuedUnixSeconds: 1 });
  const seed = Buffer.from(user.getSeed()).toString();

  test("say who one is, and where one's answers come", () => {
    const read = unwrap(parseCredentials(credentialsText(token, user), "file"));
    assert.deepEqual([read.role, read.name, read.publicKey], ["executor", "Host_B", user.getPublicKey()]);
    assert.equal(inboxPrefix(read), "_INBOX.executor.Host_B");
    const shown = read.authenticate("nonce") as object;
    assert.deepEqual(Object.keys(shown).sort(), ["jwt", "sig"]);
  });

  const unknownRole = { ...claims, role: "emperor" as "viewer", issuedUnixSeconds: 1 };
  for (const [what, text, reason] of [
    ["nothing", "", /holds no NATS credentials/],
    ["a token without its seed", token, /holds no NATS credentials/],
    ["another's seed", credentialsText(token, nkeys.createUser()), /seed is not that of its token/],
    ["a seed that was changed", credentialsText(token, user).replace(seed, `${seed.slice(0, -4)}AAAA`), /its seed is/],
    ["a role that is not known", credentialsText(userToken(signer, unknownRole), user), /names no role and name/],
    [
      "a token that is none",
      credentialsText(token, user).replace(/\.[\w-]+\.([\w-]+\n)/, ".e30.$1"),
      /its token cannot be read/,
    ],
  ] as const) {
    test(`with ${what} are refused, and nothing of them is told`, () => {
      const read = parseCredentials(text, "the file");
      assert.ok(!read.ok);
      assert.match(read.failure.message, reason);
      assert.doesNotMatch(read.failure.message, /SU[A-Z2-7]{10}|eyJ/);
    });
  }

  test("of a command: the flag, then the environment, then the folder of the machine, but none for a lab", () => {
    const isThere = (path: string) => path.endsWith("viewer.creds");
    const chosen = (flag?: string, environment?: string, isLab = false) =>
      chooseCredentials({ flag, environment, isLab }, isThere);
    assert.equal(chosen("/f", "/e"), "/f");
    assert.equal(chosen(undefined, "/e"), "/e");
    assert.equal(chosen(undefined, ""), "/etc/contraflow/bus/viewer.creds");
    assert.equal(chosen(undefined, undefined, true), undefined);
  });

  test("have the authority beside them, unless another is named", () => {
    const natsCredentials = join(root, "x.creds");
    const natsUrl = "nats://x";
    assert.equal(natsAddress({ natsUrl, natsCredentials }).ca, undefined);
    writeFileSync(join(root, "ca-cert.pem"), "");
    assert.equal(natsAddress({ natsUrl, natsCredentials }).ca, join(root, "ca-cert.pem"));
    assert.equal(natsAddress({ natsUrl, natsCredentials, natsCa: "/other" }).ca, "/other");
    assert.equal(natsAddress({ natsUrl }).ca, undefined);
  });
});

describe("what was issued", () => {
  const issue = (known: Register, holder: string, mark: string) =>
    withIssued(known, { holder, mark, issuedUnixSeconds: 1 });
  const two = issue(issue(issue(emptyRegister(0), "planner/planner", "U1"), "agent/a", "U2"), "planner/planner", "U3");

  test("the superseded is revoked and the newest stays", () => {
    const next = unwrap(withRevoked(two, "planner/planner", { whom: "superseded", nowUnixSeconds: 9 }));
    assert.deepEqual(liveMarks(next, "planner/planner"), ["U3"]);
    assert.deepEqual([...revokedKeys(next)], [["U1", 9]]);
    const again = withRevoked(next, "planner/planner", { whom: "superseded", nowUnixSeconds: 9 });
    assert.ok(!again.ok && again.failure.kind === "refused");
  });

  test("all of a holder is revoked, others' not; a password is none of NATS' keys", () => {
    const known = issue(two, "redis/profiler", "hash");
    const all = unwrap(withRevoked(known, "planner/planner", { whom: "all", nowUnixSeconds: 9 }));
    assert.deepEqual([...revokedKeys(all).keys()].sort(), ["U1", "U3"]);
    assert.deepEqual(liveMarks(all, "agent/a"), ["U2"]);
    const passwords = unwrap(withRevoked(all, "redis/profiler", { whom: "all", nowUnixSeconds: 9 }));
    assert.equal(revokedKeys(passwords).size, 2);
    const unknown = withRevoked(known, "nobody", { whom: "all", nowUnixSeconds: 9 });
    assert.ok(!unknown.ok && unknown.failure.kind === "not_found");
  });

  test("a user of Redis without a password that is taken is shut out", () => {
    const users = redisUsers({ profiler: [], admin: ["ab"] });
    assert.match(users, /^user profiler off /m);
    assert.match(users, /^user admin on #ab /m);
  });
});

test("no role may answer wherever a question says, publish everything, or hear others' answers", () => {
  for (const role of roles) {
    const { publish, subscribe } = rights[role];
    for (const subject of [...publish, ...subscribe]) {
      assert.ok(subject.split(".").length > 2, subject);
      // The server puts a value only in the place of a whole token.
      for (const part of subject.split(".")) assert.match(part, /^(\{\{(name|tag)\([a-z]*\)\}\}|[^{}]+)$/, subject);
    }
    assert.ok(!publish.some((subject) => /DIRECT\.GET/.test(subject)) || role === "planner", role);
  }
});

test("a user of Redis without a file of its password is a mistake of the configuration", () => {
  const loaded = loadConfig(profilerConfig, ["--redis-user", "profiler"], {});
  assert.ok(!loaded.ok && /redisPasswordFile: is missing/.test(loaded.failure.message));
});
