/** What the planner asks others for: the hosts' last reports, and the profiles of their VMs. */
import { setTimeout as delay } from "node:timers/promises";
import type { Bus } from "../kit/bus/bus.ts";
import { reportIn } from "../kit/bus/host-bucket.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { HostReport } from "../kit/domain/host.ts";
import type { HostProfiles } from "../kit/domain/profile.ts";
import { ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";

const ATTEMPTS = 3;
const PAUSE_MILLISECONDS = 100;

export async function readReports(bus: Pick<Bus, "readHosts">, log: Log): Promise<Result<readonly HostReport[]>> {
  const read = await bus.readHosts();
  if (!read.ok) return read;
  return ok(
    read.value.flatMap((entry) => {
      const report = reportIn(entry);
      if (!report.ok) log.warn({ hostId: entry.hostId, reason: report.failure.message }, "the host is left out");
      return report.ok ? [report.value] : [];
    }),
  );
}

/**
 * A profiler that starts or changes over answers a moment later, so it is asked again. A host for which nobody answers is
 * left out.
 */
export async function readProfiles(
  hostIds: readonly string[],
  deps: { readonly bus: Pick<Bus, "request">; readonly log: Log; readonly timeoutMilliseconds: number },
): Promise<readonly HostProfiles[]> {
  const answers = await Promise.all(hostIds.map((hostId) => readHostProfiles(hostId, deps)));
  return answers.flatMap((answer) => (answer === undefined ? [] : [answer]));
}

async function readHostProfiles(
  hostId: string,
  { bus, log, timeoutMilliseconds }: Parameters<typeof readProfiles>[1],
): Promise<HostProfiles | undefined> {
  for (let attempt = 1; ; attempt += 1) {
    const answer = await bus.request(
      subjects.getProfiles(hostId),
      codecs.GetProfiles,
      { hostId },
      codecs.HostProfiles,
      timeoutMilliseconds,
    );
    if (answer.ok) return answer.value;
    if (attempt === ATTEMPTS) {
      log.warn({ hostId, reason: answer.failure.message }, "nobody answers for the host's profiles");
      return undefined;
    }
    await delay(PAUSE_MILLISECONDS);
  }
}
