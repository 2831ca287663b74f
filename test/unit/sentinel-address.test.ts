import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { parseSentinelUrl } from "../../services/kit/store/sentinel.ts";
import { profilerConfig } from "../../services/profiler/config.ts";

describe("the address of a Redis that sentinels watch", () => {
  it("names the sentinels, the master and the database", () => {
    assert.deepEqual(unwrap(parseSentinelUrl("redis+sentinel://a:1,b,[fd00::1]:3/contraflow/2")), {
      sentinels: [
        { host: "a", port: 1 },
        { host: "b", port: 26_379 },
        { host: "fd00::1", port: 3 },
      ],
      name: "contraflow",
      db: 2,
    });
  });

  it("has user and password of the Redis, with special characters as %XX", () => {
    const { username, password } = unwrap(parseSentinelUrl("redis+sentinel://profiler:a%2Fb%40c@a/m"));
    assert.deepEqual([username, password], ["profiler", "a/b@c"]);
    assert.equal("username" in unwrap(parseSentinelUrl("redis+sentinel://:secret@a/m")), false);
  });

  for (const [what, url] of [
    ["no master", "redis+sentinel://a:1"],
    ["no sentinel", "redis+sentinel:///m"],
    ["a port that is none", "redis+sentinel://a:70000/m"],
    ["an empty sentinel", "redis+sentinel://a,,b/m"],
    ["a broken %", "redis+sentinel://:%zz@a/m"],
    ["a database that is none", "redis+sentinel://a/m/x"],
  ] as const) {
    it(`is refused with ${what}, and no password is in the words`, () => {
      const parsed = parseSentinelUrl(url.replace("//a", "//:hunter2@a"));
      assert.equal(parsed.ok, false);
      assert.doesNotMatch(parsed.failure.message, /hunter2/);
    });
  }

  it("is checked where the profiler is configured", () => {
    assert.equal(profilerConfig.safeParse({ redisUrl: "redis+sentinel://a" }).success, false);
    assert.equal(profilerConfig.safeParse({ redisUrl: "redis+sentinel://a/m" }).success, true);
    assert.equal(profilerConfig.safeParse({ redisUrl: "redis://a:1" }).success, true);
  });
});
