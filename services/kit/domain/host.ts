import { z } from "zod";
import { bytes, count, id, interfaceName, macAddress, rate, smallCount, text, unixMilliseconds } from "./quantity.ts";
import { vmSpec } from "./vm-spec.ts";

export const link = z.strictObject({
  name: interfaceName,
  egressBytesPerSecond: rate.gt(0),
  ingressBytesPerSecond: rate.gt(0),
});
export type Link = z.infer<typeof link>;

export const vmReport = z.strictObject({
  vmId: id,
  processId: smallCount,
  memoryBytes: bytes,
  usedMemoryBytes: bytes.optional(),
  trafficKnown: z.boolean(),
  nics: z.array(z.strictObject({ macAddress, tap: interfaceName })).max(16),
  spec: vmSpec.optional(),
  dirtyBytesPerSecond: rate.optional(),
  workingSetBytes: bytes.optional(),
});
export type VmReport = z.infer<typeof vmReport>;

export const hostReport = z.strictObject({
  hostId: id,
  reportTimeUnixMilliseconds: unixMilliseconds,
  links: z.array(link).max(64),
  memoryBytes: bytes,
  freeMemoryBytes: bytes,
  postCopy: z.strictObject({ supported: z.boolean(), reason: text.optional() }),
  vms: z.array(vmReport).max(4096),
  migrationLink: interfaceName.optional(),
  droppedBatches: count.optional(),
});
export type HostReport = z.infer<typeof hostReport>;

/** What hosts' clocks that are synchronised may differ by, with the report's way to the server. */
const CLOCK_TOLERANCE_MILLISECONDS = 5_000;

/** Of a host whose clock is wrong, as of when the server had it: how old a report is must not rest on that clock. */
export function timelyReport(report: HostReport, storedUnixMilliseconds: number): HostReport {
  const isWrong = Math.abs(storedUnixMilliseconds - report.reportTimeUnixMilliseconds) > CLOCK_TOLERANCE_MILLISECONDS;
  return isWrong ? { ...report, reportTimeUnixMilliseconds: storedUnixMilliseconds } : report;
}
