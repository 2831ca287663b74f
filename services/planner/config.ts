import { z } from "zod";
import { natsSettings } from "../kit/bus/settings.ts";

export const plannerConfig = z.strictObject({
  ...natsSettings,
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
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
