/** What the lab's own services have said of it: a lab is up when an operator could see it. */
import { setTimeout as delay } from "node:timers/promises";
import { Bus } from "../kit/bus/bus.ts";
import { reportIn } from "../kit/bus/host-bucket.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { createLog } from "../kit/run/log.ts";
import { type LabLayout, sourceHost } from "./layout.ts";
import type { Scenario } from "./scenario.ts";

const LIMIT_MILLISECONDS = 30_000;
const POLL_MILLISECONDS = 200;

/** Waits until every host has reported, and the source all of the scenario's VMs. */
export async function untilInventory(
  natsUrl: string,
  layout: LabLayout,
  scenario: Scenario,
  signal?: AbortSignal,
): Promise<Result<void>> {
  const bus = await connectLab(natsUrl, signal);
  try {
    const giveUp = Date.now() + LIMIT_MILLISECONDS;
    for (;;) {
      if (signal?.aborted) return fail("cancelled", "interrupted");
      const missing = await missingReports(bus, layout, scenario);
      if (missing === undefined) return ok(undefined);
      if (Date.now() > giveUp) return fail("unavailable", `after ${LIMIT_MILLISECONDS / 1000} s, ${missing}`);
      await delay(POLL_MILLISECONDS);
    }
  } finally {
    await bus.close();
  }
}

export function connectLab(natsUrl: string, signal?: AbortSignal): Promise<Bus> {
  const log = createLog("lab", "error");
  return Bus.connect({ url: natsUrl, name: "lab", log, ...(signal === undefined ? {} : { signal }) });
}

async function missingReports(bus: Bus, layout: LabLayout, scenario: Scenario): Promise<string | undefined> {
  const read = await bus.readHosts();
  if (!read.ok) return read.failure.message;
  const reports = read.value.flatMap((entry) => {
    const report = reportIn(entry);
    return report.ok ? [report.value] : [];
  });
  const silent = layout.hosts.find((host) => !reports.some((report) => report.hostId === host.hostId));
  if (silent !== undefined) return `the agent of ${silent.hostId} has reported nothing`;
  const source = sourceHost(layout).hostId;
  const seen = reports.find((report) => report.hostId === source)?.vms ?? [];
  const unseen = scenario.vms.find((vm) => !seen.some((one) => one.vmId === vm.id && one.trafficKnown));
  return unseen === undefined ? undefined : `the agent of ${source} has not reported ${unseen.id}`;
}
