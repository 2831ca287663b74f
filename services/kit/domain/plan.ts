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

export const plan = z
  .strictObject({
    policy,
    steps: z.array(step).max(100_000),
    unplaced: z.array(unplacedVm).max(100_000),
    forecast,
    alternatives: z.array(alternative).max(16),
    hotPhasePaceBytesPerSecond: rate.gt(0).optional(),
  })
  .superRefine(({ steps }, context) => {
    const stuck = waitingForEver(steps);
    const [first] = stuck;
    if (first === undefined) return;
    const named = stuck
      .slice(0, MOST_NAMED)
      .map((index) => steps[index]?.vmId)
      .join(", ");
    context.addIssue({
      code: "custom",
      path: ["steps", first, "after"],
      message: `these wait for one another, or for one that does: ${named}`,
    });
  });

const MOST_NAMED = 8;

/** Indices of steps that never begin. Who waits for a VM without a step waits for what has happened before. */
function waitingForEver(steps: readonly Step[]): readonly number[] {
  const waiters = new Map<string, number[]>();
  for (const { vmId } of steps) waiters.set(vmId, []);
  const waits = steps.map(({ after }, index) => {
    const on = new Set(after.map(({ vmId }) => vmId).filter((vmId) => waiters.has(vmId)));
    for (const vmId of on) waiters.get(vmId)?.push(index);
    return on.size;
  });
  const free = waits.flatMap((count, index) => (count === 0 ? [index] : []));
  const begun = new Set<number>();
  for (let index = free.pop(); index !== undefined; index = free.pop()) {
    begun.add(index);
    for (const waiter of waiters.get(steps[index]?.vmId ?? "") ?? []) {
      const left = (waits[waiter] ?? 0) - 1;
      waits[waiter] = left;
      if (left === 0) free.push(waiter);
    }
  }
  return steps.flatMap((_, index) => (begun.has(index) ? [] : [index]));
}
export type Plan = z.infer<typeof plan>;
