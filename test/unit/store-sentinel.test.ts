import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { isSentinelUrl, parseSentinelUrl } from "../../services/kit/store/sentinel.ts";

describe("the address of a Redis that sentinels watch", () => {
  it("names the sentinels and the master, with the usual port where none is said", () => {
    assert.deepEqual(unwrap(parseSentinelUrl("redis+sentinel://10.0.0.1:26380,[::1],redis-2/cf")), {
      sentinels: [
        { host: "10.0.0.1", port: 26_380 },
        { host: "::1", port: 26_379 },
        { host: "redis-2", port: 26_379 },
      ],
      name: "cf",
      db: 0,
    });
  });
  it("may hold the user and the password of the Redis, and a database", () => {
    const { username, password, db } = unwrap(parseSentinelUrl("redis+sentinel://profiler:p%40ss@s:1/cf/3"));
    assert.deepEqual([username, password, db], ["profiler", "p@ss", 3]);
  });
  it("is no address of one Redis, and may be written with a hyphen", () => {
    assert.deepEqual(["redis://s:1", "redis+sentinel://s:1/cf", "redis-sentinel://s:1/cf"].map(isSentinelUrl), [
      false,
      true,
      true,
    ]);
  });
  for (const [what, url] of [
    ["no name", "redis+sentinel://s:1"],
    ["no sentinel", "redis+sentinel:///cf"],
    ["a port that is none", "redis+sentinel://s:99999/cf"],
    ["a blank", "redis+sentinel://s:1, t:2/cf"],
    ["half an escape", "redis+sentinel://u:%4@s:1/cf"],
  ] as const) {
    it(`with ${what} is refused, and a password in it is not repeated`, () => {
      const parsed = parseSentinelUrl(url);
      assert.ok(!parsed.ok && parsed.failure.kind === "invalid");
      assert.doesNotMatch(parsed.failure.message, /%4/);
    });
  }
});
