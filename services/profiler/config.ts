import { z } from "zod";
import { absolutePath, natsSettings } from "../kit/bus/settings.ts";
import { isSentinelUrl, parseSentinelUrl } from "../kit/store/sentinel.ts";

/** Of one Redis, or of the sentinels that know which one is the master. */
const redisUrl = z.string().superRefine((url, context) => {
  const parsed = isSentinelUrl(url) ? parseSentinelUrl(url) : undefined;
  if (parsed?.ok === false) context.addIssue({ code: "custom", message: parsed.failure.message });
});

const settings = z.strictObject({
  ...natsSettings,
  /** On how many servers of a NATS cluster each stream is kept: 1, 3 or 5. Absent: as it is, 1 for a stream that is made. */
  streamReplicas: z.int().min(1).max(5).optional(),
  redisUrl: redisUrl.default("redis://127.0.0.1:6379"),
  /** Who this is at Redis. Absent: a Redis that asks nobody, or a password in the address. */
  redisUser: z
    .string()
    .regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ -")
    .optional(),
  redisPasswordFile: absolutePath.optional(),
  /** The authority of Redis's certificate: the connection then is under TLS. */
  redisCa: absolutePath.optional(),
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Where it says whether it can do its work, for a container's health check. Absent: nowhere. */
  healthFile: absolutePath.optional(),
  /** What a VM does now: five ticks, so that one burst is not taken for a habit. */
  shortAverageSeconds: z.number().min(0.1).max(3600).default(5),
  /** What a VM will do during its migration, which takes seconds to minutes. */
  longAverageSeconds: z.number().min(0.1).max(86_400).default(60),
  /** The peak is that of this long at most, and of half as long at least. */
  peakWindowSeconds: z.number().min(1).max(86_400).default(120),
  /** Over a longer silence the counters are no longer a rate. */
  longestGapSeconds: z.number().min(1).max(3600).default(60),
});
export const profilerConfig = settings.refine(
  ({ redisUser, redisPasswordFile }) => redisUser === undefined || redisPasswordFile !== undefined,
  { path: ["redisPasswordFile"], message: "is missing: a user of Redis shows a password" },
);
export type ProfilerConfig = z.infer<typeof profilerConfig>;
