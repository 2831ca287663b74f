import assert from "node:assert/strict";
import { test } from "node:test";
import fc from "fast-check";
import { answerOf } from "../../services/executor/answer.ts";
import { hasEnded } from "../../services/executor/core/source-state.ts";
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
  moveMemory: (world: MigrationWorld, number: number) => world.moveMemory(number * 50_000, number * 20_000),
  connect: (world: MigrationWorld) => world.pair.connect(),
  switchToPostCopy: (world: MigrationWorld) => world.pair.switchToPostCopy(),
  handOver: (world: MigrationWorld) => world.pair.handOver(),
  resume: (world: MigrationWorld) => world.pair.resume(),
  finishPostCopy: (world: MigrationWorld) => world.pair.finishPostCopy(),
};
const faults = {
  endIncoming: (world: MigrationWorld) => world.pair.endIncoming(),
  endSource: (world: MigrationWorld) => world.pair.endSource(),
  cut: (world: MigrationWorld) => world.pair.cut(),
};
const all = { ...goingOn, ...faults };
type StepName = keyof typeof all;

const goingOnNames = Object.keys(goingOn) as StepName[];
const faultNames = Object.keys(faults) as StepName[];

function steps(withFaults: boolean) {
  const name = withFaults
    ? fc.oneof(
        { weight: 30, arbitrary: fc.constantFrom(...goingOnNames) },
        { weight: 1, arbitrary: fc.constantFrom(...faultNames) },
      )
    : fc.constantFrom(...goingOnNames);
  return fc.array(fc.tuple(name, fc.nat(100)), { maxLength: 400 });
}

type Step = readonly [StepName, number];

function run(world: MigrationWorld, script: readonly Step[], afterEach: () => void = () => undefined): void {
  for (const [name, number] of script) {
    all[name](world, number);
    afterEach();
  }
}

/** Everything gets its turn, until nothing changes any more. */
function runFairly(world: MigrationWorld): void {
  const order: readonly StepName[] = [
    ...(["runCommand", "deliverToSource", "deliverToIncoming", "answerQuestion", "deliverAnswer"] as const),
    ...(["connect", "switchToPostCopy", "moveMemory", "handOver", "resume", "finishPostCopy", "tick"] as const),
  ];
  for (let round = 0; round < 2_000 && !hasEnded(world.source); round += 1) {
    for (const name of order) all[name](world, name === "moveMemory" ? 20 : 5);
    while (world.answers.length > 0) world.deliverAnswer(0, false);
  }
}

const seed = Number(process.env.FAST_CHECK_SEED ?? Date.now() % 2 ** 31);
const parameters = { seed, numRuns: 3_000 } as const;
const check = (title: string, property: fc.IPropertyWithHooks<never> | fc.IRawProperty<never>) =>
  test(`${title} (seed ${seed})`, () => fc.assert(property as fc.IRawProperty<never>, parameters));

function property(withFaults: boolean, body: (world: MigrationWorld, script: readonly Step[]) => void) {
  return fc.property(options, steps(withFaults), (given, script) =>
    body(new MigrationWorld(given), script),
  ) as unknown as fc.IRawProperty<never>;
}

check(
  "source 1: the VM is told to run here only when post-copy was never asked and the destination is gone without having run it",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type !== "rerun") return;
      assert.equal(world.pair.postCopyAsked, false);
      assert.equal(world.pair.incoming.alive, false);
      assert.equal(world.pair.incoming.ran, false);
    };
    run(world, script);
    runFairly(world);
  }),
);

check(
  "source 2: the source's process is ended only when the VM is stopped here and runs there with all of its memory",
  property(true, (world, script) => {
    world.onEffect = (effect) => {
      if (effect.type !== "release") return;
      const { source, incoming } = world.pair;
      assert.ok(!source.alive || (source.status.kind === "completed" && source.runState === "postmigrate"));
      assert.equal(incoming.ran, true);
      assert.equal(incoming.status.kind, "completed");
    };
    run(world, script);
    runFairly(world);
  }),
);

check(
  "source 3: nothing but the known effects, so never a cancel; and the VM never runs on both hosts",
  property(true, (world, script) => {
    const known = ["prepare", "migrate", "start-post-copy", "observe", "set-pace", "rerun", "release", "discard"];
    world.onEffect = (effect) => assert.ok(known.includes(effect.type), effect.type);
    const both = () => assert.ok(!(world.pair.source.running && world.pair.incoming.running));
    run(world, script, both);
    runFairly(world);
    both();
  }),
);

check(
  "source 4: without an answer of the destination nothing is released and nothing is told to run",
  property(true, (world, script) => {
    world.onEffect = (effect) => assert.ok(effect.type !== "release" && effect.type !== "rerun", effect.type);
    run(
      world,
      script.filter(([name]) => name !== "deliverAnswer" && name !== "repeatAnswer"),
    );
  }),
);

check(
  "source 5: it ends once, and does nothing afterwards",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world);
    const before = world.sourceEvents.length;
    const ends = world.sourceEvents.filter((event) => event.type === "completed" || event.type === "failed");
    assert.ok(ends.length <= 1);
    if (!hasEnded(world.source)) return;
    run(world, script);
    assert.equal(world.sourceEvents.length, before);
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
    runFairly(world);
  }),
);

check(
  "incoming 2: an answer that it is gone or has arrived is never taken back",
  property(true, (world, script) => {
    let final: string | undefined;
    run(world, script, () => {
      const { phase } = world.incoming;
      const said = JSON.stringify(answerOf(world.incoming, undefined));
      if (final !== undefined) assert.equal(said, final);
      else if (phase === "gone" || phase === "arrived") final = said;
    });
  }),
);

check(
  "progress 1: the percentage never falls, and is 100 only at the end",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world);
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
    runFairly(world);
    assert.equal(world.source.phase, "completed", JSON.stringify(world.source));
    assert.equal(world.incoming.phase, "arrived");
    const told = world.sourceEvents.map((event) => event.type);
    assert.equal(told.filter((type) => type === "switched").length, 1);
    assert.ok(told.filter((type) => type === "settled").length <= 1);
  }),
);

check(
  "with faults a migration ends too, and says where the VM is; only a broken post-copy with both ends alive waits",
  property(true, (world, script) => {
    run(world, script);
    runFairly(world);
    const { source, incoming } = world.pair;
    if (world.source.phase === "failed") {
      const { vmLocation } = world.source;
      if (vmLocation === "RUNS_AT_SOURCE") assert.ok(source.alive && source.running);
      if (vmLocation === "RUNS_AT_DESTINATION") assert.ok(incoming.ran);
      if (vmLocation === "LOST") assert.ok(!source.running);
    } else if (world.source.phase !== "completed") {
      assert.equal(world.source.phase, "paused", JSON.stringify(world.source));
      assert.ok(source.alive && incoming.alive);
    }
  }),
);
