import { z } from "zod";
import { bytes, id, rate, seconds, shortText, text } from "./quantity.ts";
import { policy, stepEvent, technique } from "./technique.ts";

export const stepDependency = z.strictObject({ vmId: id, event: stepEvent });
export type StepDependency = z.infer<typeof stepDependency>;

export const stepForecast = z.strictObject({
  startSeconds: seconds,
  switchSeconds: seconds,
  settledSeconds: seconds,
  endSeconds: seconds,
  transferredBytes: bytes,
  degradedBytes: bytes,
  /** Names of the snapshot's fields. */
  assumedInputs: z.array(shortText.min(1)).max(8),
});
export type StepForecast = z.infer<typeof stepForecast>;

export const step = z.strictObject({
  vmId: id,
  technique,
  sourceHostId: id,
  destinationHostId: id,
  after: z.array(stepDependency).max(10_000),
  paceBytesPerSecond: rate.gt(0).optional(),
  reason: text.min(1),
  forecast: stepForecast.optional(),
});
export type Step = z.infer<typeof step>;

export const refusalCode = z.enum([
  "INSUFFICIENT_MEMORY",
  "INSUFFICIENT_BANDWIDTH",
  "IS_SOURCE",
  "BEING_EVACUATED",
  "NOT_DECLARED",
  "ALREADY_MIGRATING",
  "ANTI_AFFINITY",
  "WOULD_NOT_CONVERGE",
]);

export const placementRefusal = z.strictObject({ hostId: id, code: refusalCode, message: text.min(1) });
export type PlacementRefusal = z.infer<typeof placementRefusal>;

/** A VM that no host can take, with every host's reason. */
export const unplacedVm = z.strictObject({ vmId: id, reasons: z.array(placementRefusal).max(10_000) });
export type UnplacedVm = z.infer<typeof unplacedVm>;

export const forecast = z.strictObject({
  totalMigrationSeconds: seconds,
  transferredBytes: bytes,
  degradedBytes: bytes,
  limitSeconds: seconds,
});
export type Forecast = z.infer<typeof forecast>;

export const alternative = z.strictObject({ policy, forecast });
export type Alternative = z.infer<typeof alternative>;

export const plan = z.strictObject({
  policy,
  steps: z.array(step).max(100_000),
  unplaced: z.array(unplacedVm).max(100_000),
  forecast,
  alternatives: z.array(alternative).max(16),
  hotPhasePaceBytesPerSecond: rate.gt(0).optional(),
});
export type Plan = z.infer<typeof plan>;
