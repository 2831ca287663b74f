/**
 * How often and with which seed properties are tried: CONTRAFLOW_TEST_RUNS multiplies the runs, CONTRAFLOW_TEST_SEED
 * repeats a failure. The seed is printed with every run.
 */
import type { TestContext } from "node:test";

const seed = Number(process.env.CONTRAFLOW_TEST_SEED ?? Date.now() % 2 ** 31);
const factor = Number(process.env.CONTRAFLOW_TEST_RUNS ?? 1);

export function runs(t: Pick<TestContext, "diagnostic">, numRuns: number) {
  t.diagnostic(`seed ${seed}, ${numRuns * factor} runs`);
  return { seed, numRuns: Math.ceil(numRuns * factor), includeErrorInReport: true };
}
