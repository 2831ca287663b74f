import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { EvacuationList, EvacuationStatus } from "../kit/domain/evacuation.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { Acting } from "./acting.ts";
import { Balancing } from "./balancing.ts";
import { CHECKPOINT_EVERY_EVENTS, Checkpointing, lastCheckpoint } from "./checkpoint.ts";
import type { PlannerConfig } from "./config.ts";
import { statusOf } from "./core/report.ts";
import { COMMAND_DELIVERIES, Intake, type PlannerDeps } from "./intake.ts";
import { JournalFold } from "./journal-fold.ts";
import { Replanning } from "./replanning.ts";
import { Situation } from "./situation.ts";

const QUEUE = "planner";
const ANY = "*";
const LIST_LIMIT = 200;

/** Resolves when the journal has been replayed and the planner acts. */
export async function startPlanner(
  config: PlannerConfig,
  deps: PlannerDeps,
): Promise<{ stop(): void; idle(): Promise<void>; health(): Promise<Result<void>> }> {
  const { bus, wallMilliseconds, log } = deps;
  const checkpoint = await lastCheckpoint({ bus, log });
  const fold = new JournalFold(checkpoint);
  let acting: Acting | undefined;
  bus.followJournal(
    { sequence: checkpoint.sequence + 1, reached: checkpoint.sequence > 0 },
    (record) => {
      fold.take(record);
      acting?.act();
    },
    (sequence) => fold.passOver(sequence),
  );
  const end = await bus.journalEnd();
  await fold.reached(end);
  log.info({ from: checkpoint.sequence, sequence: end, evacuations: fold.state.size }, "journal replayed");
  const { prepareTimeoutSeconds, waitForProfilesSeconds } = config;
  const actor = new Acting({ bus, fold, prepareTimeoutSeconds, wallMilliseconds, log });
  acting = actor;
  const situation = new Situation(config, deps);
  const intake = new Intake({ ...deps, waitForProfilesSeconds }, situation, fold, actor);
  const replanning = new Replanning({ bus, fold, actor, situation, wallMilliseconds, log });
  const balancing = new Balancing({ bus, fold, situation, wallMilliseconds, log });
  const everyEvents = CHECKPOINT_EVERY_EVENTS;
  const checkpointing = new Checkpointing({ bus, fold, from: checkpoint.sequence, everyEvents, log });

  bus.consumeCommands(QUEUE, "cf.v1.cmd.evacuation.>", (command) => intake.take(command), {
    maxDeliveries: COMMAND_DELIVERIES,
  });
  bus.serve(subjects.previewPlan(ANY), QUEUE, codecs.EvacuationRequest, codecs.PlanPreview, (request) =>
    intake.preview(request),
  );
  bus.serve(
    subjects.getEvacuation(ANY),
    QUEUE,
    codecs.GetEvacuation,
    codecs.EvacuationStatus,
    async ({ evacuationId }): Promise<Result<EvacuationStatus>> => {
      const known = fold.state.get(evacuationId);
      return known === undefined ? fail("not_found", `no evacuation is called ${evacuationId}`) : ok(statusOf(known));
    },
  );
  bus.serve(subjects.listEvacuations(), QUEUE, codecs.GetEvacuation, codecs.EvacuationList, async () =>
    ok(listOf(fold)),
  );
  actor.act();
  // A round trip over the same connection: from here on the server knows who answers.
  await bus.journalEnd();
  return {
    stop: () => {
      replanning.stop();
      balancing.stop();
      actor.stop();
      checkpointing.stop();
    },
    idle: async () => {
      await actor.idle();
      await checkpointing.idle();
    },
    async health() {
      const answers = await bus.health();
      // Not answered, or not read up to there: then neither is this question, and whoever asked it says so.
      if (answers.ok) await fold.reached(await bus.journalEnd());
      return answers;
    },
  };
}

/** Newest first, as many as fit into one message. */
function listOf(fold: JournalFold): EvacuationList {
  let evacuations = [...fold.state.values()].reverse().slice(0, LIST_LIMIT).map(statusOf);
  while (evacuations.length > 1 && !codecs.EvacuationList.encode({ evacuations }).ok) {
    evacuations = evacuations.slice(0, Math.ceil(evacuations.length / 2));
  }
  return { evacuations };
}
