/** Every subject has six tokens, `cf.v1.<class>.<entity>.<id>.<name>`; this is the one place that spells them. */
import type { Codec } from "./codec.ts";
import { codecs } from "./messages.ts";

export const subjects = {
  traffic: (hostId: string) => `cf.v1.tlm.host.${hostId}.traffic`,
  report: (hostId: string) => `cf.v1.tlm.host.${hostId}.report`,
  progress: (migrationId: string) => `cf.v1.tlm.migration.${migrationId}.progress`,
  request: (evacuationId: string) => `cf.v1.cmd.evacuation.${evacuationId}.request`,
  cancel: (evacuationId: string) => `cf.v1.cmd.evacuation.${evacuationId}.cancel`,
  prepareIncoming: (hostId: string) => `cf.v1.cmd.host.${hostId}.prepare-incoming`,
  startMigration: (hostId: string) => `cf.v1.cmd.host.${hostId}.start-migration`,
  pace: (hostId: string) => `cf.v1.cmd.host.${hostId}.pace`,
  escalate: (hostId: string) => `cf.v1.cmd.host.${hostId}.escalate`,
  evacuationEvent: (evacuationId: string, name: EvacuationEventName) => `cf.v1.evt.evacuation.${evacuationId}.${name}`,
  migrationEvent: (migrationId: string, name: MigrationEventName) => `cf.v1.evt.migration.${migrationId}.${name}`,
  getProfiles: (hostId: string) => `cf.v1.qry.profile.${hostId}.get`,
  previewPlan: (hostId: string) => `cf.v1.qry.plan.${hostId}.preview`,
  getEvacuation: (evacuationId: string) => `cf.v1.qry.evacuation.${evacuationId}.get`,
  /** Not `get`: an evacuation may be called `all`. */
  listEvacuations: () => "cf.v1.qry.evacuation.all.list",
  getIncoming: (migrationId: string) => `cf.v1.qry.migration.${migrationId}.incoming`,
  getExecutor: (hostId: string) => `cf.v1.qry.host.${hostId}.executor`,
  holdIncoming: (migrationId: string) => `cf.v1.qry.migration.${migrationId}.hold`,
  prepareRecovery: (migrationId: string) => `cf.v1.qry.migration.${migrationId}.recovery`,
} as const;

export const evacuationEvents = {
  planned: codecs.EvacuationPlanned,
  rejected: codecs.EvacuationRejected,
  replanned: codecs.EvacuationReplanned,
  completed: codecs.EvacuationCompleted,
  failed: codecs.EvacuationFailed,
  cancelled: codecs.EvacuationCancelled,
} as const;
export type EvacuationEventName = keyof typeof evacuationEvents;

export const migrationEvents = {
  decided: codecs.MigrationDecided,
  "incoming-ready": codecs.IncomingReady,
  started: codecs.MigrationStarted,
  switched: codecs.MigrationSwitched,
  settled: codecs.MigrationSettled,
  "not-escalated": codecs.MigrationNotEscalated,
  paused: codecs.MigrationPaused,
  recovered: codecs.MigrationRecovered,
  resumed: codecs.MigrationResumed,
  completed: codecs.MigrationCompleted,
  failed: codecs.MigrationFailed,
  cancelled: codecs.MigrationCancelled,
} as const;
export type MigrationEventName = keyof typeof migrationEvents;

const commands: Readonly<Record<string, Codec<unknown>>> = {
  request: codecs.EvacuationRequest,
  cancel: codecs.CancelEvacuation,
  "prepare-incoming": codecs.PrepareIncoming,
  "start-migration": codecs.StartMigration,
  pace: codecs.SetPace,
  escalate: codecs.EscalateMigration,
};

/** What a command of that name is; undefined: none is called so. */
export function commandCodec(name: string): Codec<unknown> | undefined {
  return Object.hasOwn(commands, name) ? commands[name] : undefined;
}

export interface SubjectParts {
  readonly class: string;
  readonly entity: string;
  readonly id: string;
  readonly name: string;
}

/** To a host's executor, by a planner: what is signed. */
export function isOrder(subject: string): boolean {
  return subject.startsWith("cf.v1.cmd.host.");
}

export function parseSubject(subject: string): SubjectParts | undefined {
  const tokens = subject.split(".");
  const [prefix, version, kind, entity, id, name] = tokens;
  if (tokens.length !== 6 || prefix !== "cf" || version !== "v1") return undefined;
  // NATS lets no empty token through; whoever hands a text in here may.
  if (!kind || !entity || !id || !name) return undefined;
  return { class: kind, entity, id, name };
}
