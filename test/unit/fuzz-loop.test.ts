/** The fuzzing itself: that it finds what is there to be found, and finds it again. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { Coverage } from "../fuzz/coverage.ts";
import { fuzz, type Summary } from "../fuzz/loop.ts";
import { accepted, rejected, type Target } from "../fuzz/target.ts";
import { targetNamed } from "../fuzz/targets.ts";

function trying(run: Target["run"], inputs = 3000): Promise<Summary> {
  const target: Target = {
    name: "test/target",
    form: "bytes",
    seeds: () => [Uint8Array.of(1, 2, 3, 4, 5, 6, 7, 8)],
    run,
  };
  return fuzz(target, { seed: 7, inputs, coverage: undefined, guard: () => undefined });
}

describe("fuzzing", () => {
  it("finds what is thrown, and makes its input as small as it can be", async () => {
    const { finding } = await trying((input) => {
      if (input.includes(0xff)) throw new Error("not this one");
      return accepted(input.length);
    });
    assert.equal(finding?.message, "not this one");
    assert.deepEqual([...(finding?.input ?? [])], [0xff]);
  });

  it("finds what comes to more than its input accounts for", async () => {
    const { finding } = await trying((input) => (input.length > 20 ? accepted("x".repeat(1e6)) : rejected("short")));
    assert.match(finding?.message ?? "", /^more than \d+ bytes came of \d+$/);
  });

  it("finds what stays in memory", async () => {
    const kept: Uint8Array[] = [];
    const { finding } = await trying((input) => {
      kept.push(new Uint8Array(20_000));
      return accepted(input.length);
    });
    assert.match(finding?.message ?? "", /^\d+ bytes stay after 3\d\d\d inputs$/);
  });

  it("tries the same inputs with the same seed, and counts what came of them", async () => {
    const tried = async () => {
      const inputs: string[] = [];
      const { accepted: taken, rejected: refused } = await trying((input) => {
        inputs.push(Buffer.from(input).toString("base64"));
        return input.length % 2 === 0 ? accepted(0) : rejected("odd");
      }, 500);
      assert.equal(taken + refused, inputs.length);
      return inputs;
    };
    assert.deepEqual(await tried(), await tried());
  });

  it("keeps, with coverage, what runs code that nothing before it ran", async () => {
    const coverage = new Coverage();
    await coverage.start();
    const options = { seed: 7, inputs: 600, coverage, guard: () => undefined };
    const first = await fuzz(targetNamed("vm/command-line"), options);
    const again = await fuzz(targetNamed("vm/command-line"), options);
    coverage.stop();
    assert.ok(first.kept > 0 && first.newCharacters > 0);
    assert.ok(
      again.newCharacters < first.newCharacters / 4,
      `${again.newCharacters} of ${first.newCharacters} are new again`,
    );
  });
});
