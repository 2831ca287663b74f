import { z } from "zod";
import { absolutePath, natsSettings } from "../kit/bus/settings.ts";
import { defaultProfileLimits } from "./core/doubt.ts";

export const plannerConfig = z.strictObject({
  ...natsSettings,
  /** On how many servers of a NATS cluster each stream is kept: 1, 3 or 5. Absent: as it is, 1 for a stream that is made. */
  streamReplicas: z.int().min(1).max(5).optional(),
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Where it says whether it can do its work, for a container's health check. Absent: nowhere. */
  healthFile: absolutePath.optional(),
  /** Holds the seed with which orders to hosts are signed. Absent: they are not, and executors that have keys refuse them. */
  signingKeyFile: z.string().min(1).optional(),
  /** Agents report every few seconds: a host that has been silent for longer is not what its report says. */
  staleInventorySeconds: z.number().min(1).max(3600).default(10),
  /** A QEMU process starts in well under a second; an executor that has not answered by then is not there. */
  prepareTimeoutSeconds: z.number().min(1).max(3600).default(30),
  /** More streams than this only divide the link. */
  maximumMoving: z.number().int().min(1).max(64).default(8),
  /** A host is not emptied by older profiles than this, or by ones that hold less of the samples they should, unless asked to. */
  staleProfileSeconds: z.number().min(1).max(3600).default(defaultProfileLimits.staleProfileSeconds),
  leastProfileCompleteness: z.number().min(0).max(1).default(defaultProfileLimits.leastProfileCompleteness),
  /**
   * How long a request waits for profiles that are too old: after an outage agents tell first what they have kept, a minute's
   * worth in half a minute.
   */
  waitForProfilesSeconds: z.number().min(0).max(60).default(30),
  /** How long one question to the profiler may take; it is asked three times. */
  profileTimeoutMilliseconds: z.number().int().min(10).max(10_000).default(500),
});
export type PlannerConfig = z.infer<typeof plannerConfig>;
