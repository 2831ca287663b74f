import assert from "node:assert/strict";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { z } from "zod";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { loadConfig, parseConfig } from "../../services/kit/run/config.ts";

const schema = z.strictObject({
  natsUrl: z.string().startsWith("nats://").default("nats://127.0.0.1:4222"),
  hostId: z.string().regex(/^[a-z0-9]+$/),
  tickSeconds: z.number().gt(0).default(1),
  links: z.array(z.strictObject({ name: z.string(), megabits: z.number() })).default([]),
});

const folder = mkdtempSync(join(tmpdir(), "cf-config-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

/** Each error is a line. */
function errorsOf(argv: readonly string[], env: NodeJS.ProcessEnv = {}): readonly string[] {
  const result = loadConfig(schema, argv, env);
  assert.equal(result.ok, false);
  assert.equal(result.failure.kind, "invalid");
  return result.failure.message.split("\n");
}

describe("a configuration", () => {
  it("is the default, then the file, then the environment, then the flag", () => {
    const path = file("order.yaml", "hostId: fromfile\ntickSeconds: 2\nnatsUrl: nats://file:1\n");
    const env = { CONTRAFLOW_NATS_URL: "nats://environment:1", CONTRAFLOW_TICK_SECONDS: "3" };
    assert.deepEqual(unwrap(loadConfig(schema, ["--config", path, "--tick-seconds=4"], env)), {
      natsUrl: "nats://environment:1",
      hostId: "fromfile",
      tickSeconds: 4,
      links: [],
    });
  });

  it("is the same from YAML and from JSON", () => {
    const yaml = file("same.yaml", "hostId: a\nlinks:\n  - name: eth0 # the first\n    megabits: 200\n");
    const json = file("same.json", '{"hostId": "a", "links": [{"name": "eth0", "megabits": 200}]}');
    const [fromYaml, fromJson] = [yaml, json].map((path) => unwrap(loadConfig(schema, ["--config", path], {})));
    assert.deepEqual(fromYaml, fromJson);
    assert.deepEqual(fromJson?.links, [{ name: "eth0", megabits: 200 }]);
  });

  it("takes lists as YAML from flags and the environment", () => {
    const list = "[{name: eth0, megabits: 200}]";
    const expected = [{ name: "eth0", megabits: 200 }];
    assert.deepEqual(unwrap(loadConfig(schema, ["--host-id", "a", "--links", list], {})).links, expected);
    const env = { CONTRAFLOW_HOST_ID: "a", CONTRAFLOW_LINKS: list };
    assert.deepEqual(unwrap(loadConfig(schema, [], env)).links, expected);
  });

  it("takes a text as it is written, also when it looks like a number", () => {
    for (const hostId of ["007", "1e3", "null", "true"]) {
      assert.equal(unwrap(loadConfig(schema, ["--host-id", hostId], {})).hostId, hostId);
      assert.equal(unwrap(loadConfig(schema, [], { CONTRAFLOW_HOST_ID: hostId })).hostId, hostId);
    }
  });

  it("is refused with every error at once, each with its name and where it came from", () => {
    const path = file("wrong.yaml", "natsUrl: http://x\nhostid: a\nlinks: [{name: eth0, megabits: fast}]\n");
    const errors = errorsOf(["--config", path, "--tick-seconds", "-1", "--tik", "2", "--tick-seconds=3", "stray"], {
      CONTRAFLOW_HOST_ID: "[",
    });
    const expected = [
      /^--tick-seconds: is there twice$/,
      /^stray: flags are written --name value$/,
      /^CONTRAFLOW_HOST_ID: /,
      /^--tik: there is no such setting; there are --nats-url, --host-id, --tick-seconds, --links$/,
      /^natsUrl: /,
      /^hostId: /,
      /^tickSeconds: .*\(from --tick-seconds\)$/,
      /^links\[0\]\.megabits: /,
      /hostid/,
    ];
    for (const pattern of expected) {
      assert.ok(
        errors.some((error) => pattern.test(error)),
        `${pattern} in\n${errors.join("\n")}`,
      );
    }
  });

  it("is refused when its file cannot be read or parsed, with the path", () => {
    const missing = join(folder, "missing.yaml");
    assert.match(errorsOf(["--config", missing])[0] ?? "", new RegExp(`^${missing}: ENOENT`));
    const broken = file("broken.yaml", "hostId: 'a\n");
    assert.match(errorsOf(["--config", broken])[0] ?? "", new RegExp(`^${broken}: .*line`));
    const twice = file("twice.yaml", "hostId: a\nhostId: b\n");
    assert.match(errorsOf(["--config", twice])[0] ?? "", /unique/);
    assert.match(errorsOf(["--config", file("list.yaml", "- a\n"), "--host-id", "a"])[0] ?? "", /keys and values/);
  });

  it("is refused when a flag has no value", () => {
    assert.ok(errorsOf(["--host-id"]).includes("--host-id: has no value"));
  });

  it("may come from an empty file, and leaves other services' environment alone", () => {
    const path = file("empty.yaml", "\n");
    const env = { CONTRAFLOW_HOST_ID: "a", CONTRAFLOW_REDIS_URL: "redis://x" };
    assert.equal(unwrap(loadConfig(schema, ["--config", path], env)).hostId, "a");
  });

  it("is refused when the file is a date or a set by YAML's older rules, or has a tag that nothing knows", () => {
    for (const text of ["2001-12-14", "!!set {hostId}", "!!omap [hostId: a]"]) {
      const path = file("older.yaml", `%YAML 1.1\n---\n${text}\n`);
      assert.match(errorsOf(["--config", path, "--host-id", "a"])[0] ?? "", /keys and values/, text);
    }
    assert.match(errorsOf(["--config", file("tag.yaml", "hostId: !x a\n")])[0] ?? "", /Unresolved tag: !x/);
    assert.match(errorsOf(["--host-id", "a", "--links", "!x []"])[0] ?? "", /--links: Unresolved tag/);
  });

  it("is not reached through the file's `__proto__`", () => {
    const sources = { file: JSON.parse('{"__proto__": {"hostId": "a"}}'), env: {}, flags: new Map<string, string>() };
    assert.equal(parseConfig(schema, sources).ok, false);
  });
});
