import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../services/executor/answer.ts";
import { hasEnded, isUnderway } from "../../services/executor/core/source-state.ts";
import { MigrationWorld } from "../fakes/migration-world.ts";

/** The invariants of `core/source.ts` and `core/incoming.ts`, under random interleavings of everything that can happen. */

const options = fc.record({
  technique: fc.constantFrom("PRE_COPY" as const, "POST_COPY" as const, "HYBRID" as const),
  variant: fc.record({ waitsForDestination: fc.boolean(), runsAgain: fc.boolean() }),
});

const goingOn = {
  runCommand: (world: MigrationWorld) => world.runCommand(),
  deliverToSource: (world: MigrationWorld) => world.deliverToSource(),
  deliverToIncoming: (world: MigrationWorld) => world.deliverToIncoming(),
  answerQuestion: (world: MigrationWorld) => world.answerQuestion(),
  deliverAnswer: (world: MigrationWorld, number: number) => world.deliverAnswer(number, false),
  repeatAnswer: (world: MigrationWorld, number: number) => world.deliverAnswer(number, true),
  loseQuestion: (world: MigrationWorld) => world.loseQuestion(),
  tick: (world: MigrationWorld, number: number) => world.tick(number * 10),
  moveMemory: (world: MigrationWorld, number: number) =>
    world.moveMemory(number * 50_000, ((number * 7) % 100) * 40_000),
  connect: (world: MigrationWorld) => world.pair.connect(),
  switchToPostCopy: (world: MigrationWorld) => world.pair.switchToPostCopy(),
  handOver: (world: MigrationWorld) => world.pair.handOver(),
  resume: (world: MigrationWorld) => world.pair.resume(),
  finishPostCopy: (world: MigrationWorld) => world.pair.finishPostCopy(),
  reachPostMigrate: (world: MigrationWorld) => world.pair.reachPostMigrate(),
  noticeCut: (world: MigrationWorld) => world.pair.noticeCut(),
  mendLink: (world: MigrationWorld) => world.pair.mendLink(),
  rejoin: (world: MigrationWorld) => world.pair.rejoin(),
  tellIncoming: (world: MigrationWorld) => world.tellIncoming(),
};
const faults = {
  endIncoming: (world: MigrationWorld) => world.pair.endIncoming(),
  endSource: (world: MigrationWorld) => world.pair.endSource(),
  cut: (world: MigrationWorld) => world.pair.cut(),
  cutLink: (world: MigrationWorld) => world.pair.cutLink(),
  restartSource: (world: MigrationWorld) => world.restartSource(),
  restartIncoming: (world: MigrationWorld, number: number) => world.restartIncoming(number % 2 === 0),
  cancel: (world: MigrationWorld) => world.feedSource({ type: "cancel", reason: "it was asked for" }),
};
const all = { ...goingOn, ...faults };
type StepName = keyof typeof all;

const goingOnNames = Object.keys(goingOn) as StepName[];
const rareNames: readonly StepName[] = ["handOver", "reachPostMigrate", "noticeCut", "mendLink"];
const faultNames = Object.keys(faults) as StepName[];

/** Seldom enough that much happens in between: what QEMU takes its time for, and what breaks. */
function steps(withFaults: boolean) {
  const name = fc.oneof(
    { weight: 60, arbitrary: fc.constantFrom(...goingOnNames.filter((name) => !rareNames.includes(name))) },
    { weight: 3, arbitrary: fc.constantFrom(...rareNames) },
    { weight: withFaults ? 2 : 0, arbitrary: fc.constantFrom(...faultNames) },
  );
  return fc.array(fc.tuple(name, fc.nat(100)), { maxLength: 600, size: "max" });
}

type Step = readonly [StepName, number];

function run(world: MigrationWorld, { steps }: Script, afterEach: () => void = () => undefined): void {
  for (const [name, number] of steps) {
    all[name](world, number);
    afterEach();
  }
}

const fairSteps: readonly StepName[] = [
  ...(["runCommand", "deliverToSource", "deliverToIncoming", "answerQuestion", "deliverAnswer"] as const),
  ...(["connect", "switchToPostCopy", "moveMemory", "resume", "finishPostCopy", "mendLink", "rejoin"] as const),
  "tick",
];

interface Script {
  readonly steps: readonly Step[];
  readonly fairOrder: readonly StepName[];
}

/** Everything gets its turn, until nothing changes any more. A pre-copy has time enough to become a post-copy first. */
function runFairly(world: MigrationWorld, { fairOrder }: Script): void {
  for (let round = 0; round < 2_000 && !hasEnded(world.source); round += 1) {
    for (const name of fairOrder) all[name](world, name === "moveMemory" ? 20 : 5);
    while (world.answers.length > 3) world.deliverAnswer(0, false);
    if (round >= 300) world.pair.handOver();
    if (round % 20 === 0) {
      world.pair.reachPostMigrate();
      world.pair.noticeCut();
    }
  }
}

const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
const parameters = { seed, numRuns: 3_000 } as const;
const check = (title: string, property: fc.IPropertyWithHooks<never> | fc.IRawProperty<never>) =>
  test(`${title} (seed ${seed})`, () => fc.assert(property as fc.IRawProperty<never>, parameters));

function property(withFaults: boolean, body: (world: MigrationWorld, script: Script) => void) {
  const script = fc.record({
    steps: steps(withFaults),
    fairOrder: fc.shuffledSubarray([...fairSteps], { minLength: fairSteps.length }),
  });
  return fc.property(options, script, (given, drawn) =>
    body(new MigrationWorld(given), drawn),
  ) as unknown as fc.IRawProperty<never>;
}

check(
  "source 1: the VM is told to run here only when post-copy was never asked and the destination is gone or held, and never ran it",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type !== "rerun") return;
      assert.ok(!(isUnderway(world.source) && world.source.course.takenOver));
      assert.equal(world.pair.postCopyAsked, false);
      assert.ok(!world.pair.incoming.alive || world.pair.incoming.held);
      assert.equal(world.pair.incoming.ran, false);
    };
    run(world, script);
    runFairly(world, script);
  }),
);

check(
  "source 2: the source's process is ended only when the VM is stopped here and runs there with all of its memory",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type !== "release") return;
      const { source, incoming } = world.pair;
      assert.equal(source.running, false);
      assert.equal(incoming.ran, true);
      assert.equal(incoming.status.kind, "completed");
    };
    run(world, script);
    runFairly(world, script);
  }),
);

check(
  "source 3: cancelled only when post-copy was never asked and the destination is held; and the VM never runs on both hosts",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      const { source, incoming } = world.pair;
      if (effect.type === "cancel")
        assert.ok(!world.pair.postCopyAsked && !incoming.running && (incoming.held || !incoming.alive));
      if (effect.type === "run-there" && incoming.alive) assert.ok(!source.running);
    };
    const both = () => assert.ok(!(world.pair.source.running && world.pair.incoming.running));
    run(world, script, both);
    runFairly(world, script);
    both();
  }),
);

check(
  "source 4: without an answer of the destination nothing is released and nothing is told to run",
  property(true, (world, script) => {
    world.onEffect = (effect) => assert.ok(effect.type !== "release" && effect.type !== "rerun", effect.type);
    const silent = script.steps.filter(([name]) => name !== "deliverAnswer" && name !== "repeatAnswer");
    run(world, { ...script, steps: silent });
  }),
);

check(
  "source 5: it ends once, and does nothing afterwards",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world, script);
    const before = world.sourceEvents.length;
    const ends = world.sourceEvents.filter((event) => event.type === "completed" || event.type === "failed");
    assert.ok(ends.length <= 1);
    if (!hasEnded(world.source)) return;
    run(world, script);
    assert.equal(world.sourceEvents.length, before);
  }),
);

check(
  "mending 1: a stream is broken by us only when the VM runs at the destination",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type === "pause-stream") assert.ok(world.pair.incoming.ran);
    };
    run(world, script);
    runFairly(world, script);
  }),
);

check(
  "mending 2: one attempt at a time, and none while QEMU is at one",
  property(true, (world, script) => {
    let isTrying = false;
    const tried = () => {
      if (world.source.phase !== "paused" || !world.source.mending.isTrying) isTrying = false;
    };
    world.onEffect = (effect) => {
      if (effect.type !== "recover") return;
      assert.equal(isTrying, false);
      assert.equal(world.pair.source.status.kind === "post_copy_recovering", false);
      isTrying = true;
    };
    run(world, script, tried);
  }),
);

check(
  "incoming 1: the incoming process is ended only when the VM has never run there, or has ended itself",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type !== "discard" || !world.pair.incoming.alive) return;
      assert.equal(world.pair.incoming.ran, false);
      assert.notEqual(world.pair.incoming.status.kind, "post_copy");
    };
    run(world, script);
    runFairly(world, script);
  }),
);

check(
  "incoming 2: an answer that it is gone or has arrived is never taken back",
  property(true, (world, script) => {
    let final: string | undefined;
    run(world, script, () => {
      const { phase } = world.incoming;
      const said = JSON.stringify(answerOf(world.incoming, undefined, undefined));
      if (final !== undefined) assert.equal(said, final);
      else if (phase === "gone" || phase === "arrived") final = said;
    });
  }),
);

check(
  "progress 1: the percentage never falls, and is 100 only at the end",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world, script);
    assert.deepEqual(
      world.reports,
      [...world.reports].sort((left, right) => left - right),
    );
    assert.ok(world.reports.slice(0, -1).every((percent) => percent < 100));
  }),
);

check(
  "without a fault every migration completes, whatever was delayed, repeated or lost before",
  property(false, (world, script) => {
    run(world, script);
    runFairly(world, script);
    assert.equal(world.source.phase, "completed", JSON.stringify(world.source));
    assert.equal(world.incoming.phase, "arrived");
    const told = world.sourceEvents.map((event) => event.type);
    assert.equal(told.filter((type) => type === "switched").length, 1);
    assert.ok(told.filter((type) => type === "settled").length <= 1);
  }),
);

check(
  "with faults a migration ends too, and says where the VM is: a broken post-copy with both ends alive is mended",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world, script);
    const { source, incoming } = world.pair;
    if (world.source.phase === "failed") {
      const { vmLocation } = world.source;
      // It may have ended since it was seen running.
      if (vmLocation === "RUNS_AT_SOURCE") assert.ok(source.running || !source.alive);
      if (vmLocation === "RUNS_AT_DESTINATION") assert.ok(incoming.ran);
      if (vmLocation === "LOST") assert.ok(!source.running);
    } else assert.equal(world.source.phase, "completed", JSON.stringify(world.source));
  }),
);
