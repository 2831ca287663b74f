import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { parseSubject, subjects } from "../kit/bus/subjects.ts";
import { type HostProfiles, type VmProfile, vmProfile } from "../kit/domain/profile.ts";
import type { TrafficBatch } from "../kit/domain/traffic.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { ageOf, completenessOf, profileOf, unknownProfile } from "./core/profile.ts";
import { Intake, type Message } from "./intake.ts";
import type { Profiles } from "./profiles.ts";
import type { HostRecords } from "./standing.ts";

const QUEUE = "profiler";
const ANY = "*";
/** A host that may be there as well: it is only asked for. */
const NOBODY = "nobody";

export interface ProfilerDeps {
  readonly bus: Pick<Bus, "subscribe" | "serve" | "health">;
  readonly profiles: Profiles;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

export function startProfiler(
  settings: { readonly longAverageSeconds: number },
  deps: ProfilerDeps,
): { idle(): Promise<void>; health(): Promise<Result<void>> } {
  const { bus, profiles, wallMilliseconds, log } = deps;
  const observe = async ({ subject, bytes }: Message, waitedMilliseconds: number): Promise<Result<boolean>> => {
    const batch = batchIn(subject, bytes);
    if (!batch.ok) {
      refuse(subject, batch.failure.message);
      return ok(false);
    }
    const delayedMilliseconds = (batch.value.delayedMilliseconds ?? 0) + waitedMilliseconds;
    return profiles.observe(delayedMilliseconds === 0 ? batch.value : { ...batch.value, delayedMilliseconds });
  };
  const intake = new Intake({ observe, nowMilliseconds: deps.wallMilliseconds, log });
  const refused = new Set<string>();

  bus.subscribe(subjects.traffic(ANY), QUEUE, (subject, bytes) => intake.take({ subject, bytes }));

  // Its own agent sees it within a second or two; until then, and with little observed after, it would count as unknown.
  bus.subscribe(subjects.migrationEvent(ANY, "resumed"), QUEUE, (subject, bytes) => {
    const resumed = codecs.MigrationResumed.decode(bytes);
    if (!resumed.ok) return refuse(subject, resumed.failure.message);
    const { vmId, sourceHostId, destinationHostId } = resumed.value.migration;
    void profiles.carry(vmId, sourceHostId, destinationHostId).then((carried) => {
      if (carried.ok) log.debug({ ...resumed.value.migration, carried: carried.value }, "a VM has moved");
      else log.warn({ ...resumed.value.migration, failure: carried.failure }, "its profile begins anew");
    });
  });

  /** Once for each reason: an agent that sends what can not be read sends it every second. */
  const refuse = (subject: string, reason: string) => {
    if (refused.has(`${subject} ${reason}`) || refused.size > 1000) return;
    refused.add(`${subject} ${reason}`);
    log.warn({ subject, reason }, "traffic batch refused");
  };

  bus.serve(
    subjects.getProfiles(ANY),
    QUEUE,
    codecs.GetProfiles,
    codecs.HostProfiles,
    async (question, subject): Promise<Result<HostProfiles>> => {
      const { hostId } = question;
      if (parseSubject(subject)?.id !== hostId) return fail("invalid", `${subject} is not about ${hostId}`, "hostId");
      const records = await profiles.read(hostId);
      if (!records.ok) return records;
      const head = { hostId, answerTimeUnixMilliseconds: wallMilliseconds() };
      if (records.value === undefined) return ok({ ...head, vms: [], takenBatches: 0 });
      const { clock } = records.value;
      const vms = vmProfiles(records.value, settings);
      const { missedBatches, takenBatches } = clock;
      return ok({ ...head, vms, completeness: completenessOf(clock), missedBatches, takenBatches });
    },
  );
  return {
    idle: () => intake.idle(),
    async health() {
      // A read uses no right that a profiler has not; what Redis refuses to write shows in what is dropped.
      const [heard, read] = await Promise.all([bus.health(), profiles.read(NOBODY)]);
      if (!heard.ok) return heard;
      if (!read.ok) return read;
      const trouble = intake.trouble();
      return trouble === undefined ? ok(undefined) : fail("unavailable", trouble);
    },
  };
}

function batchIn(subject: string, bytes: Uint8Array): Result<TrafficBatch> {
  const batch = codecs.TrafficBatch.decode(bytes);
  if (!batch.ok || parseSubject(subject)?.id === batch.value.hostId) return batch;
  return fail("invalid", `is about host ${batch.value.hostId}`, "hostId");
}

/**
 * A record that something else wrote or damaged tells nothing of its VM: one number that is none would keep the profiles of all
 * VMs of the host from being sent.
 */
export function vmProfiles(host: HostRecords, settings: { readonly longAverageSeconds: number }): HostProfiles["vms"] {
  return [...host.vms]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([vmId, record]) => {
      if (record === undefined) return unknownProfile(vmId, host.clock);
      return profileOf(vmId, record, ageOf(record, host.clock, host.nowMilliseconds), settings) ?? [];
    })
    .filter((profile: VmProfile) => vmProfile.safeParse(profile).success);
}
