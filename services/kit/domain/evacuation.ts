import { z } from "zod";
import { forecast, plan, stepForecast, unplacedVm } from "./plan.ts";
import { bytes, evacuationId, id, rate, seconds, shortText, smallCount, text, unixMilliseconds } from "./quantity.ts";
import { clusterSnapshot } from "./snapshot.ts";
import { policy, technique } from "./technique.ts";

/** `time`: the least total migration time. `performance`: the least degradation within a given slowdown. */
export const preference = z.enum(["time", "performance"]);
export type Preference = z.infer<typeof preference>;

export const evacuationRequest = z.strictObject({
  evacuationId,
  hostId: id,
  destinationHostIds: z.array(id).max(1024),
  policy,
  deadlineSeconds: seconds.gt(0).optional(),
  requestTimeUnixMilliseconds: unixMilliseconds,
  requestedBy: shortText.optional(),
  prefer: preference.optional(),
  maximumSlowdown: z.number().min(1).max(100).optional(),
  allowStaleProfiles: z.boolean().optional(),
});
export type EvacuationRequest = z.infer<typeof evacuationRequest>;

export const cancelEvacuation = z.strictObject({ evacuationId, reason: text.optional() });

export const vmOutcome = z.strictObject({
  vmId: id,
  outcome: z.enum(["COMPLETED", "FAILED", "CANCELLED", "NOT_STARTED", "UNPLACED", "RUNNING", "WAITING"]),
  technique: technique.optional(),
  destinationHostId: id.optional(),
  totalSeconds: seconds.optional(),
  downtimeSeconds: seconds.optional(),
  stallSeconds: seconds.optional(),
  transferredBytes: bytes.optional(),
  reason: text.optional(),
  forecast: stepForecast.optional(),
  startSeconds: seconds.optional(),
  settledSeconds: seconds.optional(),
  failedAttempts: text.optional(),
});
export type VmOutcome = z.infer<typeof vmOutcome>;

export const evacuationReport = z.strictObject({
  hostId: id,
  policy,
  totalMigrationSeconds: seconds.optional(),
  transferredBytes: bytes,
  forecast: forecast.optional(),
  vms: z.array(vmOutcome).max(4096),
  forecastErrorPercent: rate.optional(),
});
export type EvacuationReport = z.infer<typeof evacuationReport>;

export const evacuationPlanned = z.strictObject({
  request: evacuationRequest,
  plan,
  snapshot: clusterSnapshot,
  eventTimeUnixMilliseconds: unixMilliseconds,
});
export type EvacuationPlanned = z.infer<typeof evacuationPlanned>;

export const rejectionCode = z.enum([
  "UNKNOWN_HOST",
  "UNKNOWN_DESTINATION",
  "NO_DESTINATION",
  "NOTHING_CAN_MOVE",
  "ALREADY_EVACUATING",
  "IS_DESTINATION",
  "STALE_INVENTORY",
  "STALE_PROFILES",
  "BEYOND_DEADLINE",
  "CYCLIC_ORDER",
  "CANCELLED",
  "PLAN_TOO_LARGE",
]);
export type RejectionCode = z.infer<typeof rejectionCode>;

export const evacuationRejected = z.strictObject({
  request: evacuationRequest,
  code: rejectionCode,
  message: text.min(1),
  unplaced: z.array(unplacedVm).max(4096),
  eventTimeUnixMilliseconds: unixMilliseconds,
});
export type EvacuationRejected = z.infer<typeof evacuationRejected>;

export const evacuationReplanned = z.strictObject({
  evacuationId,
  plan,
  reason: text.min(1),
  snapshot: clusterSnapshot,
  eventTimeUnixMilliseconds: unixMilliseconds,
  revision: smallCount,
});
export type EvacuationReplanned = z.infer<typeof evacuationReplanned>;

export const evacuationCompleted = z.strictObject({
  evacuationId,
  report: evacuationReport,
  eventTimeUnixMilliseconds: unixMilliseconds,
});

/** `failed` and `cancelled` have the same shape: why, and what became of each VM. */
export const evacuationEnded = z.strictObject({
  evacuationId,
  message: text.min(1),
  report: evacuationReport,
  eventTimeUnixMilliseconds: unixMilliseconds,
});

export const evacuationState = z.enum(["RUNNING", "CANCELLING", "COMPLETED", "FAILED", "CANCELLED", "REJECTED"]);

export const stepStatus = z.strictObject({
  vmId: id,
  migrationId: id,
  outcome: vmOutcome.shape.outcome,
  waitsFor: text.optional(),
});

export const evacuationStatus = z.strictObject({
  request: evacuationRequest,
  state: evacuationState,
  plan: plan.optional(),
  report: evacuationReport.optional(),
  message: text.optional(),
  steps: z.array(stepStatus).max(4096),
  plannedTimeUnixMilliseconds: unixMilliseconds.optional(),
});
export type EvacuationStatus = z.infer<typeof evacuationStatus>;

/** `all` asks for the list. */
export const getEvacuation = z.strictObject({ evacuationId });
export const evacuationList = z.strictObject({ evacuations: z.array(evacuationStatus).max(1000) });
export type EvacuationList = z.infer<typeof evacuationList>;

export const planPreview = z
  .strictObject({
    plan: plan.optional(),
    snapshot: clusterSnapshot.optional(),
    refusal: evacuationRejected.optional(),
  })
  // An answer of no bytes must not read as "nothing to do".
  .refine((preview) => (preview.plan === undefined) !== (preview.refusal === undefined), {
    path: ["plan"],
    message: "must hold either a plan or a refusal",
  });
export type PlanPreview = z.infer<typeof planPreview>;
