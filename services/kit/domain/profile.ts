import { z } from "zod";
import { count, id, rate, seconds, share, unixMilliseconds } from "./quantity.ts";

export const direction = z.enum(["UNKNOWN", "NONE", "OUTBOUND", "INBOUND", "BOTH"]);
export type Direction = z.infer<typeof direction>;

export const trafficLevel = z.strictObject({
  shortBytesPerSecond: rate,
  longBytesPerSecond: rate,
  peakBytesPerSecond: rate,
  deviationBytesPerSecond: rate,
});
export type TrafficLevel = z.infer<typeof trafficLevel>;

export const vmProfile = z.strictObject({
  vmId: id,
  direction,
  outbound: trafficLevel,
  inbound: trafficLevel,
  observedSeconds: seconds,
  confidence: share,
  lastSampleTimeUnixMilliseconds: unixMilliseconds,
  ageSeconds: seconds.optional(),
});
export type VmProfile = z.infer<typeof vmProfile>;

export const hostProfiles = z.strictObject({
  hostId: id,
  answerTimeUnixMilliseconds: unixMilliseconds,
  vms: z.array(vmProfile).max(4096),
  completeness: share.optional(),
  missedBatches: count.optional(),
  takenBatches: count.optional(),
});
export type HostProfiles = z.infer<typeof hostProfiles>;

export const getProfiles = z.strictObject({ hostId: id });
