import { z } from "zod";
import { absolutePath } from "../kit/domain/quantity.ts";

export const plannerConfig = z.strictObject({
  natsUrl: z.string().default("nats://127.0.0.1:4222"),
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Where it says whether it can do its work, for a container's health check. Absent: nowhere. */
  healthFile: absolutePath.optional(),
  /** Agents report every few seconds: a host that has been silent for longer is not what its report says. */
  staleInventorySeconds: z.number().min(1).max(3600).default(10),
  /** A QEMU process starts in well under a second; an executor that has not answered by then is not there. */
  prepareTimeoutSeconds: z.number().min(1).max(3600).default(30),
  /** More streams than this only divide the link. */
  maximumMoving: z.number().int().min(1).max(64).default(8),
  /** How long one question to the profiler may take; it is asked three times. */
  profileTimeoutMilliseconds: z.number().int().min(10).max(10_000).default(500),
});
export type PlannerConfig = z.infer<typeof plannerConfig>;
