import { z } from "zod";
import {
  bytes,
  count,
  evacuationId,
  id,
  port,
  rate,
  seconds,
  shortText,
  smallCount,
  text,
  unixMilliseconds,
} from "./quantity.ts";
import { technique } from "./technique.ts";
import { vmSpec } from "./vm-spec.ts";

export const migrationRef = z.strictObject({
  migrationId: id,
  evacuationId,
  vmId: id,
  sourceHostId: id,
  destinationHostId: id,
});
export type MigrationRef = z.infer<typeof migrationRef>;

/** Migrations of an evacuation are counted from one. */
export function migrationIdOf(evacuationId: string, number: number): string {
  return `${evacuationId}-${number}`;
}

export function isNumberedAfterEvacuation({ migrationId, evacuationId }: MigrationRef): boolean {
  return migrationId.startsWith(`${evacuationId}-`) && /^[1-9][0-9]*$/.test(migrationId.slice(evacuationId.length + 1));
}

export function isSameMigration(one: MigrationRef, other: MigrationRef): boolean {
  return migrationRef.keyof().options.every((field) => one[field] === other[field]);
}

const pace = rate.min(1).optional();
const eventTimeUnixMilliseconds = unixMilliseconds;
/** A literal IP address: an executor resolves no names. */
const address = z.union([z.ipv4(), z.ipv6()]);

export const migrationDecided = z.strictObject({
  migration: migrationRef,
  technique,
  paceBytesPerSecond: pace,
  reason: text.min(1),
  eventTimeUnixMilliseconds,
});

export const prepareIncoming = z
  .strictObject({ migration: migrationRef, technique, spec: vmSpec })
  .refine((command) => command.spec.vmId === command.migration.vmId, {
    path: ["spec", "vmId"],
    message: "is not the migration's VM",
  });
export type PrepareIncoming = z.infer<typeof prepareIncoming>;

export const incomingReady = z.strictObject({ migration: migrationRef, address, port, eventTimeUnixMilliseconds });
export type IncomingReady = z.infer<typeof incomingReady>;

export const startMigration = z.strictObject({
  migration: migrationRef,
  technique,
  address,
  port,
  paceBytesPerSecond: pace,
  expectedOutboundBytesPerSecond: rate.optional(),
  expectedInboundBytesPerSecond: rate.optional(),
});
export type StartMigration = z.infer<typeof startMigration>;

export const setPace = z.strictObject({
  migration: migrationRef,
  paceBytesPerSecond: pace,
  revision: smallCount.optional(),
});
export type SetPace = z.infer<typeof setPace>;

export const escalateMigration = z.strictObject({ migration: migrationRef, reason: text.min(1) });
export type EscalateMigration = z.infer<typeof escalateMigration>;

export const migrationStarted = z.strictObject({ migration: migrationRef, technique, eventTimeUnixMilliseconds });

/** `switched` and `resumed`: something happened at a moment, and no more is to be said of it. */
export const migrationMoment = z.strictObject({ migration: migrationRef, eventTimeUnixMilliseconds });

export const migrationSettled = z.strictObject({
  migration: migrationRef,
  eventTimeUnixMilliseconds,
  observed: z.boolean(),
});

/** `paused`, `not-escalated` and `cancelled`. */
export const migrationStopped = z.strictObject({
  migration: migrationRef,
  reason: text.min(1),
  eventTimeUnixMilliseconds,
});

export const migrationRecovered = z.strictObject({
  migration: migrationRef,
  lostSeconds: seconds,
  eventTimeUnixMilliseconds,
});

export const migrationCompleted = z.strictObject({
  migration: migrationRef,
  technique,
  eventTimeUnixMilliseconds,
  totalSeconds: seconds,
  downtimeSeconds: seconds.optional(),
  stallSeconds: seconds.optional(),
  transferredBytes: bytes,
  postCopyRequests: count,
  pageBytes: bytes.optional(),
  endingSeconds: seconds.optional(),
});
export type MigrationCompleted = z.infer<typeof migrationCompleted>;

export const vmLocation = z.enum(["RUNS_AT_SOURCE", "RUNS_AT_DESTINATION", "LOST", "UNCERTAIN"]);
export type VmLocation = z.infer<typeof vmLocation>;

export const migrationFailed = z.strictObject({
  migration: migrationRef,
  reason: text.min(1),
  vmLocation,
  eventTimeUnixMilliseconds,
  postCopyRefused: z.boolean().optional(),
});
export type MigrationFailed = z.infer<typeof migrationFailed>;

export const migrationPhase = z.enum(["SETTING_UP", "COPYING", "SWITCHING", "HOT", "BULK", "PAUSED", "DONE"]);
export type MigrationPhase = z.infer<typeof migrationPhase>;

export const migrationProgress = z.strictObject({
  migration: migrationRef,
  technique,
  phase: migrationPhase,
  percent: z.number().min(0).max(100),
  transferredBytes: bytes,
  remainingBytes: bytes,
  bytesPerSecond: rate,
  pass: smallCount,
  remainingSeconds: seconds.optional(),
  remainingSecondsDeviation: seconds.optional(),
  postCopyRequests: count,
  sampleTimeUnixMilliseconds: unixMilliseconds,
  paceBytesPerSecond: rate.optional(),
  dirtyBytesPerSecond: rate.optional(),
});
export type MigrationProgress = z.infer<typeof migrationProgress>;

export const getIncoming = z.strictObject({ migrationId: id });

export const incomingStatus = z.strictObject({
  migrationId: id,
  migrationStatus: shortText.min(1),
  runState: shortText.min(1),
  resumeTimeUnixMilliseconds: unixMilliseconds.optional(),
  reason: text.min(1).optional(),
  outboundBytes: bytes.optional(),
  inboundBytes: bytes.optional(),
  preparedMachine: z.strictObject({ parts: z.array(shortText.min(1)).min(1).max(64) }).optional(),
  held: z.enum(["IN_PART", "WHOLE"]).optional(),
  unseen: z.boolean().optional(),
  stallSeconds: seconds.optional(),
  probePort: port.optional(),
});
export type IncomingStatus = z.infer<typeof incomingStatus>;

export const getExecutor = z.strictObject({ hostId: id });

export const executorStatus = z.strictObject({ hostId: id, processId: count, vmDirectory: text.min(1) });

export const holdIncoming = z.strictObject({ migrationId: id, run: z.boolean() });

export const prepareRecovery = z.strictObject({ migrationId: id, attempt: smallCount, port: port.optional() });
export type PrepareRecovery = z.infer<typeof prepareRecovery>;

export const recoveryStatus = z.strictObject({ migrationId: id, address, port, listening: z.boolean() });
export type RecoveryStatus = z.infer<typeof recoveryStatus>;

export const poisoned = z.strictObject({
  subject: shortText.min(1),
  streamSequence: count,
  reason: text.min(1),
  eventTimeUnixMilliseconds,
});
export type Poisoned = z.infer<typeof poisoned>;
