/** What the suites of outages share: cases that count, of seconds or of a minute, each in the midst of an evacuation. */
import assert from "node:assert/strict";
import { type TestContext, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { OutageWorld } from "./outage-world.ts";

const all = process.env.CONTRAFLOW_OUTAGES === "all";
const NOT_ALL = "CONTRAFLOW_OUTAGES is not all";
/** Why a suite without any brief case has nothing to do. */
export const noBriefCase = all ? false : NOT_ALL;

export class OutageRun {
  readonly outageMilliseconds = all ? 60_000 : 3_000;
  readonly limit = { timeout: 400_000 };
  world: OutageWorld | undefined;
  #asked = 0;

  /** `brief`: also where only a few are tried. `lacks`: what this machine has not got for it. */
  outage(title: string, brief: boolean, body: (t: TestContext) => Promise<void>, lacks?: string): void {
    const skip = brief || all ? (lacks ?? false) : NOT_ALL;
    test(title, { ...this.limit, skip }, async (t) => {
      const world = this.world ?? assert.fail("there is no cluster");
      await world.profiled();
      await world.beginAccount();
      await body(t);
      await world.account(t);
    });
  }

  /** The host of a pair that has the VMs, and the other. */
  way(one: "a" | "c"): readonly [string, string] {
    const other = one === "a" ? "b" : "d";
    const isThere = this.world?.vms.some(({ hostId }) => hostId === one);
    return isThere ? [one, other] : [other, one];
  }

  /** An id that no evacuation has had. */
  newId(word: string): string {
    this.#asked += 1;
    return `${word}-${this.#asked}`;
  }

  /**
   * An evacuation in whose midst something happens, another that is asked for meanwhile, and a third after it. `blind`: longer
   * than the planner waits for there is nobody who knows profiles, so the second may be refused for that.
   */
  async through(happens: () => Promise<void>, blind = false): Promise<"completed" | "refused"> {
    const world = this.world ?? assert.fail("there is no cluster");
    const [before, during, afterwards] = [this.newId("before"), this.newId("during"), this.newId("after")];
    await world.ask(before, ...this.way("a"));
    await world.begun(before);
    const happening = happens();
    await delay(200);
    const asked = world.ask(during, ...this.way("c"));
    await happening;
    await asked;
    await world.completed(before);
    const ending = await world.ended(during);
    const isRefused = blind && ending.name === "rejected" && ending.body.code === "STALE_PROFILES";
    if (!isRefused) await world.completed(during);
    await world.profiled();
    await world.ask(afterwards, ...this.way("a"));
    await world.completed(afterwards);
    return isRefused ? "refused" : "completed";
  }
}
