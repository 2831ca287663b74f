import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";
import { ok } from "../../services/kit/failure/failure.ts";
import { carriedOver, clockAfter, isNews, type ObserveSettings } from "../../services/profiler/core/observe.ts";
import type { HostClock, TrafficRecord } from "../../services/profiler/core/record.ts";
import type { Profiles } from "../../services/profiler/profiles.ts";
import type { HostRecords } from "../../services/profiler/standing.ts";
import { observed } from "../observed.ts";

const KEEP_MICROSECONDS = 600e6;
const KEEP_UNKNOWN_MICROSECONDS = 30e6;

/** Profiles as `core/observe.ts` defines them, a record for each VM; held against the real ones in Redis by an integration test. */
export function memoryProfiles(
  settings: ObserveSettings,
  options: { readonly patienceMilliseconds: number; readonly nowMilliseconds: () => number },
): Profiles {
  const hosts = new Map<string, { clock: HostClock; vms: Map<string, TrafficRecord | undefined> }>();
  return {
    async observe(batch: TrafficBatch) {
      const host = hosts.get(batch.hostId);
      const now = options.nowMilliseconds();
      const silence = {
        milliseconds: now - (host?.clock.sampledMilliseconds ?? now),
        patienceMilliseconds: options.patienceMilliseconds,
      };
      if (!isNews(host?.clock, batch, silence)) return ok(false);
      const { monotonicMicroseconds, sampleTimeUnixMilliseconds } = batch;
      const vms = new Map<string, TrafficRecord | undefined>();
      for (const [vmId, record] of host?.vms ?? []) {
        const age = monotonicMicroseconds - (record?.monotonicMicroseconds ?? Number.NaN);
        if (age >= 0 && age <= KEEP_MICROSECONDS) vms.set(vmId, record);
      }
      for (const { vmId, ...counters } of batch.samples) {
        const sample = { ...counters, monotonicMicroseconds, sampleTimeUnixMilliseconds };
        vms.set(vmId, observed(host?.vms.get(vmId), sample, settings));
      }
      for (const vmId of batch.unknownTrafficVmIds) {
        const age = monotonicMicroseconds - (vms.get(vmId)?.monotonicMicroseconds ?? Number.NaN);
        if (!(age >= 0 && age <= KEEP_UNKNOWN_MICROSECONDS)) vms.set(vmId, undefined);
      }
      const clock = clockAfter(host?.clock, batch, now, settings);
      hosts.set(batch.hostId, { clock, vms });
      return ok(true);
    },
    async carry(vmId, fromHostId, toHostId) {
      const from = hosts.get(fromHostId)?.vms.get(vmId);
      const host = hosts.get(toHostId);
      const isUnknown = host?.vms.has(vmId) === true && host.vms.get(vmId) === undefined;
      if (from === undefined || host === undefined || isUnknown) return ok(false);
      const carried = carriedOver(from, host.vms.get(vmId), host.clock);
      if (carried !== undefined) host.vms.set(vmId, carried);
      return ok(carried !== undefined);
    },
    async read(hostId) {
      const host = hosts.get(hostId);
      const records: HostRecords | undefined = host && { nowMilliseconds: options.nowMilliseconds(), ...host };
      return ok(records);
    },
  };
}
