/**
 * Plans of small evacuations against every schedule that there is, found by a search of its own in a simulator of its own
 * (test/certifier): neither knows anything of the planner but the constants of its model.
 */
import assert from "node:assert/strict";
import { describe, it, type TestContext } from "node:test";
import type { Plan } from "../../services/kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../services/kit/domain/snapshot.ts";
import type { Technique } from "../../services/kit/domain/technique.ts";
import { check } from "../../services/planner/core/check.ts";
import { defaultModel } from "../../services/planner/core/model.ts";
import { defaultPlanOptions, plan } from "../../services/planner/core/plan.ts";
import { readWorld, type World } from "../certifier/fluid.ts";
import { DESTINATION, drawing, SOURCE, smallInstance } from "../certifier/instances.ts";
import {
  baselineMoves,
  baselines,
  carryOut,
  type Move,
  movesOfSteps,
  movesWords,
  type Outcome,
} from "../certifier/schedule.ts";
import { quickest, type SearchSpace } from "../certifier/search.ts";
import { runs } from "./runs.ts";

/** How many VMs an instance has, by the last digit of its seed. */
const SIZES = [2, 3, 4, 5, 3, 4, 2, 3, 4, 5];

interface Instance {
  readonly name: string;
  readonly snapshot: ClusterSnapshot;
  readonly plan: Plan;
  /** Of the VMs that are moved; others stay at the source. */
  readonly world: Omit<World, "hotPace">;
}

function* instances(t: TestContext, count: number): Generator<Instance> {
  const { seed, numRuns } = runs(t, count);
  yield* instancesOf(seed, numRuns);
}

function* instancesOf(seed: number, numRuns: number): Generator<Instance> {
  for (let run = 0; run < numRuns; run += 1) {
    const vms = SIZES[(seed + run) % SIZES.length] ?? 2;
    const snapshot = smallInstance(vms, drawing(seed + run));
    const request = { hostId: SOURCE, destinationHostIds: [DESTINATION], policy: "traffic-sensitive" } as const;
    const planned = plan(snapshot, request);
    assert.ok(planned.kind === "planned", `instance ${seed + run}: refused`);
    const moving = new Set(planned.plan.steps.map(({ vmId }) => vmId));
    const name = `${vms} VMs, CONTRAFLOW_TEST_SEED=${seed + run}`;
    yield { name, snapshot, plan: planned.plan, world: worldOf(snapshot, moving) };
  }
}

function worldOf(snapshot: ClusterSnapshot, moving: ReadonlySet<string>): Omit<World, "hotPace"> {
  return readWorld(snapshot, { sourceHostId: SOURCE, destinationHostId: DESTINATION, moving }, defaultModel);
}

/** Others are held while a VM is hot; not so under the baselines. */
function paced(world: Omit<World, "hotPace">): World {
  const narrowest = Math.min(world.source.egress, world.destination.ingress) * world.model.headerOverhead;
  return { ...world, hotPace: narrowest * defaultPlanOptions.hotPhasePaceShare };
}

function unpaced(world: Omit<World, "hotPace">): World {
  return { ...world, hotPace: Number.POSITIVE_INFINITY };
}

function everyTechnique(world: Omit<World, "hotPace">): (index: number) => readonly Technique[] {
  return (index) => {
    const guest = world.guests[index];
    return guest?.postCopyAllowed === false ? ["PRE_COPY"] : ["PRE_COPY", "POST_COPY", "HYBRID"];
  };
}

/** Undefined: none is quicker than what is known. */
function quickestOfAll(
  world: Omit<World, "hotPace">,
  knownSeconds: number,
  { bounded = true, ...order }: Partial<Pick<SearchSpace, "bounded" | "beforeOf">> = {},
) {
  const techniquesOf = everyTechnique(world);
  const held = paced(world);
  const { totalSeconds, moves } = quickest(held, { techniquesOf, bounded, ...order }, knownSeconds);
  return moves === undefined ? undefined : { totalSeconds, world: held, moves, words: movesWords(held, moves) };
}

describe("the certifier", () => {
  it("forecasts plans and baselines as the planner does: both read the same model", (t) => {
    for (const { name, plan, world } of instances(t, 150)) {
      const pace = plan.hotPhasePaceBytesPerSecond ?? Number.POSITIVE_INFINITY;
      const planned = { ...world, hotPace: pace };
      assertSame(plan.forecast, carryOut(planned, movesOfSteps(planned, plan.steps)), name);
      if (plan.unplaced.length > 0) continue;
      for (const policy of baselines) {
        const alternative = plan.alternatives.find((one) => one.policy === policy) ?? assert.fail(`${name}: ${policy}`);
        const free = unpaced(world);
        assertSame(alternative.forecast, carryOut(free, baselineMoves(free, policy)), `${name}, ${policy}`);
      }
    }
  });

  it("misses no schedule by not going on with what cannot win", (t) => {
    for (const { name, world } of instances(t, 40)) {
      if (world.guests.length === 0 || world.guests.length > 3) continue;
      const [found, all] = [true, false].map((bounded) => quickestOfAll(world, Number.POSITIVE_INFINITY, { bounded }));
      assert.ok(found !== undefined && all !== undefined, name);
      assert.ok(found.totalSeconds <= all.totalSeconds * (1 + 1e-8), `${name}: ${found.words}, but ${all.words}`);
      const outcome = carryOut(found.world, found.moves);
      assert.ok(Math.abs(outcome.totalSeconds - found.totalSeconds) < 1e-6, name);
    }
  });
});

describe("the plan of a small evacuation", () => {
  it("takes at most 1 % longer than the quickest of all schedules, and no longer than any baseline", (t) => {
    const gaps: { readonly gap: number; readonly name: string }[] = [];
    for (const { name, snapshot, plan, world } of instances(t, 500)) {
      const { totalMigrationSeconds } = plan.forecast;
      const best = world.guests.length === 0 ? undefined : quickestOfAll(world, totalMigrationSeconds);
      const gap = best === undefined ? 0 : totalMigrationSeconds / best.totalSeconds - 1;
      gaps.push({ gap, name });
      assert.ok(gap <= 0.01, `${name}: ${totalMigrationSeconds} s, but ${best?.totalSeconds} s by ${best?.words}`);
      if (plan.unplaced.length === 0) {
        const free = unpaced(world);
        for (const policy of baselines) {
          const { totalSeconds, endless } = carryOut(free, baselineMoves(free, policy));
          // One that never ends is quicker than nothing.
          if (!endless)
            assert.ok(totalMigrationSeconds <= totalSeconds * (1 + 1e-6), `${name}: ${policy} ${totalSeconds}`);
        }
      } else {
        const everyone = new Set(snapshot.vms.flatMap((vm) => (vm.hostId === SOURCE ? [vm.vmId] : [])));
        const words = quickestOfAll(worldOf(snapshot, everyone), Number.POSITIVE_INFINITY)?.words;
        assert.equal(words, undefined, `${name}: leaves ${plan.unplaced.map(({ vmId }) => vmId)} behind`);
      }
    }
    const worst = gaps.reduce((one, other) => (other.gap > one.gap ? other : one));
    const mean = gaps.reduce((sum, { gap }) => sum + gap, 0) / gaps.length;
    t.diagnostic(`gap: mean ${percent(mean)}, worst ${percent(worst.gap)} (${worst.name})`);
  });

  it("does so too where VMs are to be moved after others, and keeps that order", (t) => {
    const { seed, numRuns } = runs(t, 120);
    for (let run = 0; run < numRuns; run += 1) {
      const random = drawing(seed + run);
      const free = smallInstance(SIZES[(seed + run) % SIZES.length] ?? 2, random);
      const snapshot = {
        ...free,
        vms: free.vms.map((vm, index) =>
          vm.hostId === SOURCE && index > 0 && random() < 0.6
            ? { ...vm, migrateAfter: `vm-${Math.floor(random() * index)}` }
            : vm,
        ),
      };
      const request = { hostId: SOURCE, destinationHostIds: [DESTINATION], policy: "traffic-sensitive" } as const;
      const planned = plan(snapshot, request);
      const name = `CONTRAFLOW_TEST_SEED=${seed + run}`;
      assert.ok(planned.kind === "planned", name);
      assert.deepEqual(check(snapshot, request, planned.plan), [], name);
      const { steps, forecast } = planned.plan;
      const world = worldOf(snapshot, new Set(steps.map(({ vmId }) => vmId)));
      const indexOf = new Map(world.guests.map(({ vmId }, index) => [vmId, index]));
      const afterOf = new Map(snapshot.vms.map(({ vmId, migrateAfter }) => [vmId, migrateAfter]));
      const beforeOf = (index: number) => indexOf.get(afterOf.get(world.guests[index]?.vmId ?? "") ?? "");
      const best = quickestOfAll(world, forecast.totalMigrationSeconds, { beforeOf })?.totalSeconds;
      const seconds = forecast.totalMigrationSeconds;
      assert.ok(best === undefined || seconds <= best * 1.01, `${name}: ${seconds} s, but ${best} s`);
    }
  });

  it("disturbs applications no more, with a deadline, than schedules drawn at random that meet it", (t) => {
    const { seed, numRuns } = runs(t, 100);
    let met = 0;
    for (let run = 0; run < numRuns; run += 1) {
      const random = drawing(seed + run);
      const snapshot = smallInstance(2 + Math.floor(random() * 3), random);
      const asked = { hostId: SOURCE, destinationHostIds: [DESTINATION], policy: "traffic-sensitive" } as const;
      const quick = plan(snapshot, asked);
      assert.ok(quick.kind === "planned");
      if (quick.plan.unplaced.length > 0) continue;
      const deadlineSeconds = quick.plan.forecast.totalMigrationSeconds * (1 + random());
      const planned = plan(snapshot, { ...asked, deadlineSeconds });
      assert.ok(planned.kind === "planned");
      const { steps, forecast } = planned.plan;
      const world = paced(worldOf(snapshot, new Set(steps.map(({ vmId }) => vmId))));
      const own = disturbanceOf(steps, forecast.degradedBytes);
      for (let draw = 0; draw < 200; draw += 1) {
        const moves = randomMoves(world, random);
        const { totalSeconds, degradedBytes, endless } = carryOut(world, moves);
        if (endless || totalSeconds > deadlineSeconds) continue;
        met += 1;
        const name = `CONTRAFLOW_TEST_SEED=${seed + run}: ${movesWords(world, moves)}`;
        assert.ok(own <= disturbanceOf(moves, degradedBytes) * (1 + 1e-6) + 2, `${name}, of ${own} in the plan`);
      }
    }
    assert.ok(met > 0);
    t.diagnostic(`${met} schedules met their deadline`);
  });

  it("does so too where hardly any schedule can be ruled out early", () => {
    for (const { name, plan, world } of instancesOf(447_308_529, 1)) {
      const { totalMigrationSeconds } = plan.forecast;
      const best = quickestOfAll(world, totalMigrationSeconds)?.totalSeconds ?? totalMigrationSeconds;
      assert.ok(totalMigrationSeconds <= best * 1.01, `${name}: ${totalMigrationSeconds} s, but ${best} s`);
    }
  });
});

/** As the objective counts it: bytes lost, and a megabyte for each VM that runs with memory on two hosts. */
function disturbanceOf(moves: readonly { readonly technique: Technique }[], degradedBytes: number): number {
  return degradedBytes + moves.filter(({ technique }) => technique !== "PRE_COPY").length * 1e6;
}

/** Each VM, in some order and by some technique, at once or after an event of one before it. */
function randomMoves(world: World, random: () => number): Move[] {
  const draw = (below: number) => Math.floor(random() * below);
  const order = world.guests.map((_, index) => ({ index, key: random() })).sort((a, b) => a.key - b.key);
  const techniquesOf = everyTechnique(world);
  return order.map(({ index }, place): Move => {
    const techniques = techniquesOf(index);
    const before = order[draw(place + 1) - 1];
    const event = random() < 0.5 ? "SETTLED" : "COMPLETED";
    const after = before === undefined ? [] : [{ index: before.index, event } as const];
    return { index, technique: techniques[draw(techniques.length)] ?? "PRE_COPY", after };
  });
}

function assertSame(forecast: Plan["forecast"], outcome: Outcome, name: string): void {
  const same = (what: string, planner: number, certifier: number, rounding: number) =>
    assert.ok(
      Math.abs(planner - certifier) <= 1e-6 * Math.abs(certifier) + rounding,
      `${name}: ${what} ${planner}, by the certifier ${certifier}`,
    );
  same("seconds", forecast.totalMigrationSeconds, outcome.totalSeconds, 0);
  // Forecasts are whole bytes.
  same("bytes", forecast.transferredBytes, outcome.transferredBytes, 1);
  same("degraded bytes", forecast.degradedBytes, outcome.degradedBytes, 1);
}

function percent(share: number): string {
  return `${(share * 100).toFixed(3)} %`;
}
