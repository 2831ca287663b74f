/** A codec for every message of the bus. What a message may hold is said by its schema in `kit/domain`. */
import { contraflow } from "#proto";
import * as evacuation from "../domain/evacuation.ts";
import * as host from "../domain/host.ts";
import * as migration from "../domain/migration.ts";
import * as profile from "../domain/profile.ts";
import * as snapshot from "../domain/snapshot.ts";
import * as traffic from "../domain/traffic.ts";
import { defineCodec } from "./codec.ts";

const v1 = contraflow.v1;

const SMALL = 16 * 1024;
/** A spec with its kernel command line, a report of one evacuation. */
const MEDIUM = 256 * 1024;
/** nats-server's default `max_payload`, which counts the headers too. */
const LARGE = 1024 * 1024 - 8 * 1024;

export const codecs = {
  TrafficBatch: defineCodec({
    name: "TrafficBatch",
    message: v1.TrafficBatch,
    schema: traffic.trafficBatch,
    maxBytes: MEDIUM * 2,
    isPlain: traffic.isPlainTrafficBatch,
  }),
  HostReport: defineCodec({ name: "HostReport", message: v1.HostReport, schema: host.hostReport, maxBytes: LARGE }),
  GetProfiles: defineCodec({
    name: "GetProfiles",
    message: v1.GetProfiles,
    schema: profile.getProfiles,
    maxBytes: SMALL,
  }),
  HostProfiles: defineCodec({
    name: "HostProfiles",
    message: v1.HostProfiles,
    schema: profile.hostProfiles,
    maxBytes: LARGE,
  }),
  ClusterSnapshot: defineCodec({
    name: "ClusterSnapshot",
    message: v1.ClusterSnapshot,
    schema: snapshot.clusterSnapshot,
    maxBytes: LARGE,
  }),
  EvacuationRequest: defineCodec({
    name: "EvacuationRequest",
    message: v1.EvacuationRequest,
    schema: evacuation.evacuationRequest,
    maxBytes: MEDIUM,
  }),
  CancelEvacuation: defineCodec({
    name: "CancelEvacuation",
    message: v1.CancelEvacuation,
    schema: evacuation.cancelEvacuation,
    maxBytes: SMALL,
  }),
  EvacuationPlanned: defineCodec({
    name: "EvacuationPlanned",
    message: v1.EvacuationPlanned,
    schema: evacuation.evacuationPlanned,
    maxBytes: LARGE,
  }),
  EvacuationRejected: defineCodec({
    name: "EvacuationRejected",
    message: v1.EvacuationRejected,
    schema: evacuation.evacuationRejected,
    maxBytes: LARGE,
  }),
  EvacuationReplanned: defineCodec({
    name: "EvacuationReplanned",
    message: v1.EvacuationReplanned,
    schema: evacuation.evacuationReplanned,
    maxBytes: LARGE,
  }),
  EvacuationCompleted: defineCodec({
    name: "EvacuationCompleted",
    message: v1.EvacuationCompleted,
    schema: evacuation.evacuationCompleted,
    maxBytes: LARGE,
  }),
  EvacuationFailed: defineCodec({
    name: "EvacuationFailed",
    message: v1.EvacuationFailed,
    schema: evacuation.evacuationEnded,
    maxBytes: LARGE,
  }),
  EvacuationCancelled: defineCodec({
    name: "EvacuationCancelled",
    message: v1.EvacuationCancelled,
    schema: evacuation.evacuationEnded,
    maxBytes: LARGE,
  }),
  GetEvacuation: defineCodec({
    name: "GetEvacuation",
    message: v1.GetEvacuation,
    schema: evacuation.getEvacuation,
    maxBytes: SMALL,
  }),
  EvacuationStatus: defineCodec({
    name: "EvacuationStatus",
    message: v1.EvacuationStatus,
    schema: evacuation.evacuationStatus,
    maxBytes: LARGE,
  }),
  EvacuationList: defineCodec({
    name: "EvacuationList",
    message: v1.EvacuationList,
    schema: evacuation.evacuationList,
    maxBytes: LARGE,
  }),
  PlanPreview: defineCodec({
    name: "PlanPreview",
    message: v1.PlanPreview,
    schema: evacuation.planPreview,
    maxBytes: LARGE,
  }),
  MigrationDecided: defineCodec({
    name: "MigrationDecided",
    message: v1.MigrationDecided,
    schema: migration.migrationDecided,
    maxBytes: SMALL,
  }),
  PrepareIncoming: defineCodec({
    name: "PrepareIncoming",
    message: v1.PrepareIncoming,
    schema: migration.prepareIncoming,
    maxBytes: MEDIUM,
  }),
  IncomingReady: defineCodec({
    name: "IncomingReady",
    message: v1.IncomingReady,
    schema: migration.incomingReady,
    maxBytes: SMALL,
  }),
  StartMigration: defineCodec({
    name: "StartMigration",
    message: v1.StartMigration,
    schema: migration.startMigration,
    maxBytes: SMALL,
  }),
  SetPace: defineCodec({ name: "SetPace", message: v1.SetPace, schema: migration.setPace, maxBytes: SMALL }),
  EscalateMigration: defineCodec({
    name: "EscalateMigration",
    message: v1.EscalateMigration,
    schema: migration.escalateMigration,
    maxBytes: SMALL,
  }),
  MigrationStarted: defineCodec({
    name: "MigrationStarted",
    message: v1.MigrationStarted,
    schema: migration.migrationStarted,
    maxBytes: SMALL,
  }),
  MigrationSwitched: defineCodec({
    name: "MigrationSwitched",
    message: v1.MigrationSwitched,
    schema: migration.migrationMoment,
    maxBytes: SMALL,
  }),
  MigrationSettled: defineCodec({
    name: "MigrationSettled",
    message: v1.MigrationSettled,
    schema: migration.migrationSettled,
    maxBytes: SMALL,
  }),
  MigrationPaused: defineCodec({
    name: "MigrationPaused",
    message: v1.MigrationPaused,
    schema: migration.migrationStopped,
    maxBytes: SMALL,
  }),
  MigrationNotEscalated: defineCodec({
    name: "MigrationNotEscalated",
    message: v1.MigrationNotEscalated,
    schema: migration.migrationStopped,
    maxBytes: SMALL,
  }),
  MigrationRecovered: defineCodec({
    name: "MigrationRecovered",
    message: v1.MigrationRecovered,
    schema: migration.migrationRecovered,
    maxBytes: SMALL,
  }),
  MigrationResumed: defineCodec({
    name: "MigrationResumed",
    message: v1.MigrationResumed,
    schema: migration.migrationMoment,
    maxBytes: SMALL,
  }),
  MigrationCompleted: defineCodec({
    name: "MigrationCompleted",
    message: v1.MigrationCompleted,
    schema: migration.migrationCompleted,
    maxBytes: SMALL,
  }),
  MigrationFailed: defineCodec({
    name: "MigrationFailed",
    message: v1.MigrationFailed,
    schema: migration.migrationFailed,
    maxBytes: SMALL,
  }),
  MigrationCancelled: defineCodec({
    name: "MigrationCancelled",
    message: v1.MigrationCancelled,
    schema: migration.migrationStopped,
    maxBytes: SMALL,
  }),
  MigrationProgress: defineCodec({
    name: "MigrationProgress",
    message: v1.MigrationProgress,
    schema: migration.migrationProgress,
    maxBytes: SMALL,
  }),
  GetIncoming: defineCodec({
    name: "GetIncoming",
    message: v1.GetIncoming,
    schema: migration.getIncoming,
    maxBytes: SMALL,
  }),
  IncomingStatus: defineCodec({
    name: "IncomingStatus",
    message: v1.IncomingStatus,
    schema: migration.incomingStatus,
    maxBytes: SMALL,
  }),
  GetExecutor: defineCodec({
    name: "GetExecutor",
    message: v1.GetExecutor,
    schema: migration.getExecutor,
    maxBytes: SMALL,
  }),
  ExecutorStatus: defineCodec({
    name: "ExecutorStatus",
    message: v1.ExecutorStatus,
    schema: migration.executorStatus,
    maxBytes: SMALL,
  }),
  HoldIncoming: defineCodec({
    name: "HoldIncoming",
    message: v1.HoldIncoming,
    schema: migration.holdIncoming,
    maxBytes: SMALL,
  }),
  PrepareRecovery: defineCodec({
    name: "PrepareRecovery",
    message: v1.PrepareRecovery,
    schema: migration.prepareRecovery,
    maxBytes: SMALL,
  }),
  RecoveryStatus: defineCodec({
    name: "RecoveryStatus",
    message: v1.RecoveryStatus,
    schema: migration.recoveryStatus,
    maxBytes: SMALL,
  }),
  Poisoned: defineCodec({ name: "Poisoned", message: v1.Poisoned, schema: migration.poisoned, maxBytes: SMALL }),
} as const;
