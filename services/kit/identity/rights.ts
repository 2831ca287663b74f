/**
 * What each role may publish and hear on the bus: exactly the subjects of its work, and nothing else. Pure.
 *
 * 1. The server puts the identity's own name where `NAME` stands: of a host's services that is the host's id.
 * 2. Nobody may answer wherever a question says (`allow_responses`): who both asks and answers on a subject could publish
 *    anything anywhere. Answers go to the inboxes of those who may ask.
 * 3. Nobody but planners and profilers gets a stored message on a subject of his own choosing as it was written: reading by
 *    `DIRECT.GET` would publish what somebody wrote as somebody else's order.
 * 4. A consumer of the work queue is made under a subject that holds its filter, which the server compares: nobody makes one
 *    that takes another's orders.
 */
import {
  CHECKPOINTS_BUCKET,
  CHECKPOINTS_STREAM,
  COMMAND_STREAM,
  EVENT_STREAM,
  HOSTS_BUCKET,
  HOSTS_STREAM,
} from "../bus/streams.ts";
import { type EvacuationEventName, evacuationEvents, type MigrationEventName, subjects } from "../bus/subjects.ts";
import { DURABLE_TAG, INBOX, inboxPrefix, type Role } from "./role.ts";

export interface Rights {
  readonly publish: readonly string[];
  readonly subscribe: readonly string[];
}

export const NAME = "{{name()}}";
const ANY = "*";
const API = "$JS.API";

const DURABLE = `{{tag(${DURABLE_TAG})}}`;

/** What only the host that does it can know. */
const executorEvents: readonly MigrationEventName[] = [
  ...(["incoming-ready", "started", "switched", "settled", "not-escalated", "paused", "recovered"] as const),
  ...(["resumed", "completed", "failed"] as const),
];
const plannerEvents: readonly MigrationEventName[] = ["decided", "failed", "cancelled"];

function migrationEventsOf(names: readonly MigrationEventName[]): readonly string[] {
  return names.map((name) => subjects.migrationEvent(ANY, name));
}

function inboxesOf(...askers: readonly Role[]): readonly string[] {
  return askers.map((role) => `${INBOX}.${role}.>`);
}

function poisoned(entity: string, id: string): string {
  return `cf.v1.evt.${entity}.${id}.poisoned`;
}

/** Consumers without a durable name have one that the server draws: who does not know it cannot touch it. */
const readsJournal = [
  `${API}.STREAM.INFO.${EVENT_STREAM}`,
  `${API}.STREAM.MSG.GET.${EVENT_STREAM}`,
  `${API}.CONSUMER.CREATE.${EVENT_STREAM}`,
  `${API}.CONSUMER.CREATE.${EVENT_STREAM}.>`,
  `${API}.CONSUMER.INFO.${EVENT_STREAM}.*`,
  `${API}.CONSUMER.MSG.NEXT.${EVENT_STREAM}.*`,
  `${API}.CONSUMER.DELETE.${EVENT_STREAM}.*`,
];

const readsHosts = [`${API}.STREAM.INFO.${HOSTS_STREAM}`, `${API}.STREAM.MSG.GET.${HOSTS_STREAM}`];

function takesCommands(filter: string): readonly string[] {
  return [
    `${API}.CONSUMER.CREATE.${COMMAND_STREAM}.${DURABLE}.${filter}`,
    `${API}.CONSUMER.INFO.${COMMAND_STREAM}.${DURABLE}`,
    `${API}.CONSUMER.MSG.NEXT.${COMMAND_STREAM}.${DURABLE}`,
    `$JS.ACK.${COMMAND_STREAM}.${DURABLE}.>`,
  ];
}

const makesStreams = [
  `${API}.INFO`,
  ...[EVENT_STREAM, COMMAND_STREAM, HOSTS_STREAM].flatMap((name) =>
    ["INFO", "CREATE", "UPDATE"].map((verb) => `${API}.STREAM.${verb}.${name}`),
  ),
];

/** An object: its parts are read by a consumer of their own, and the parts of the one before it are removed. */
const keepsCheckpoints = [
  `$O.${CHECKPOINTS_BUCKET}.>`,
  ...["INFO", "CREATE", "UPDATE", "PURGE", "MSG.GET"].map((verb) => `${API}.STREAM.${verb}.${CHECKPOINTS_STREAM}`),
  `${API}.DIRECT.GET.${CHECKPOINTS_STREAM}`,
  `${API}.DIRECT.GET.${CHECKPOINTS_STREAM}.>`,
  `${API}.CONSUMER.CREATE.${CHECKPOINTS_STREAM}`,
  `${API}.CONSUMER.CREATE.${CHECKPOINTS_STREAM}.>`,
  `${API}.CONSUMER.INFO.${CHECKPOINTS_STREAM}.*`,
  `${API}.CONSUMER.DELETE.${CHECKPOINTS_STREAM}.*`,
  `$JS.FC.${CHECKPOINTS_STREAM}.>`,
];

const asksPlannerAndProfiler = [
  subjects.getProfiles(ANY),
  subjects.previewPlan(ANY),
  subjects.getEvacuation(ANY),
  subjects.listEvacuations(),
];
const asksExecutors = [subjects.getIncoming(ANY), subjects.holdIncoming(ANY), subjects.prepareRecovery(ANY)];

export const rights: Readonly<Record<Role, Rights>> = {
  agent: {
    publish: [subjects.traffic(NAME), subjects.report(NAME), `$KV.${HOSTS_BUCKET}.${NAME}`],
    subscribe: [own("agent")],
  },
  executor: {
    publish: [
      ...migrationEventsOf(executorEvents),
      poisoned("host", NAME),
      subjects.progress(ANY),
      ...asksExecutors,
      subjects.getExecutor(NAME),
      ...inboxesOf("executor"),
      ...readsJournal,
      ...takesCommands(`cf.v1.cmd.host.${NAME}.>`),
    ],
    subscribe: [
      own("executor"),
      ...asksExecutors,
      subjects.getExecutor(NAME),
      ...migrationEventsOf(["failed", "cancelled"]),
    ],
  },
  profiler: {
    publish: inboxesOf("planner", "operator", "viewer"),
    subscribe: [own("profiler"), subjects.traffic(ANY), ...migrationEventsOf(["resumed"]), subjects.getProfiles(ANY)],
  },
  planner: {
    publish: [
      ...evacuationEventNames().map((name) => subjects.evacuationEvent(ANY, name)),
      ...migrationEventsOf(plannerEvents),
      poisoned("evacuation", ANY),
      subjects.prepareIncoming(ANY),
      subjects.startMigration(ANY),
      subjects.pace(ANY),
      subjects.escalate(ANY),
      subjects.getProfiles(ANY),
      ...inboxesOf("operator", "viewer"),
      ...makesStreams,
      ...readsJournal,
      ...readsHosts,
      ...keepsCheckpoints,
      `${API}.DIRECT.GET.${HOSTS_STREAM}`,
      `${API}.DIRECT.GET.${HOSTS_STREAM}.>`,
      ...takesCommands("cf.v1.cmd.evacuation.>"),
    ],
    subscribe: [
      own("planner"),
      subjects.progress(ANY),
      subjects.previewPlan(ANY),
      subjects.getEvacuation(ANY),
      subjects.listEvacuations(),
    ],
  },
  operator: {
    publish: [subjects.request(ANY), subjects.cancel(ANY), ...asksPlannerAndProfiler, ...readsJournal, ...readsHosts],
    subscribe: [own("operator"), subjects.traffic(ANY), subjects.progress(ANY)],
  },
  viewer: {
    publish: [...asksPlannerAndProfiler, ...readsJournal, ...readsHosts],
    subscribe: [own("viewer"), "cf.v1.tlm.>", "cf.v1.evt.>"],
  },
};

function own(role: Role): string {
  return `${inboxPrefix({ role, name: NAME })}.>`;
}

function evacuationEventNames(): readonly EvacuationEventName[] {
  return Object.keys(evacuationEvents) as EvacuationEventName[];
}
