/** `contraflow status`, `hosts`, `vms`, `top`: what there is, without changing any of it. */
import type { Bus } from "../../kit/bus/bus.ts";
import { codecs } from "../../kit/bus/messages.ts";
import { subjects } from "../../kit/bus/subjects.ts";
import type { HostReport } from "../../kit/domain/host.ts";
import { ok, type Result } from "../../kit/failure/failure.ts";
import { fit } from "../../kit/terminal/table.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { ASK_MILLISECONDS, explained, print, printJson, printJsonLine, readReports } from "../session.ts";
import { columns, createPainter, isLive, rows, terminalColors } from "../terminal.ts";
import { hostLines, type ProfilesOf, profileKey, topLines, vmLines } from "../view/inventory-view.ts";
import { listLines, statusLines } from "../view/status-view.ts";
import { evolveTraffic, type HostTraffic } from "../view/traffic-rates.ts";

interface Shown {
  readonly json?: true;
}

const ALL_TRAFFIC = "cf.v1.tlm.host.*.traffic";
const TOP_MILLISECONDS = 1_000;

export async function status(bus: Bus, evacuationId: string | undefined, options: Shown): Promise<Result<ExitCode>> {
  if (evacuationId === undefined) {
    const question = { evacuationId: "all" };
    const list = await bus.request(
      subjects.listEvacuations(),
      codecs.GetEvacuation,
      question,
      codecs.EvacuationList,
      ASK_MILLISECONDS,
    );
    if (!list.ok) return explained(list, "planner");
    if (options.json) printJson(list.value);
    else print(listLines(list.value.evacuations));
    return ok(EXIT.done);
  }
  const one = await bus.request(
    subjects.getEvacuation(evacuationId),
    codecs.GetEvacuation,
    { evacuationId },
    codecs.EvacuationStatus,
    ASK_MILLISECONDS,
  );
  if (!one.ok) return explained(one, "planner");
  if (options.json) printJson(one.value);
  else print(statusLines(one.value));
  return ok(EXIT.done);
}

export async function hosts(bus: Bus, options: Shown): Promise<Result<ExitCode>> {
  const reports = await readReports(bus);
  if (!reports.ok) return reports;
  if (options.json) printJson({ hosts: reports.value });
  else if (reports.value.length === 0) print(["no host has reported: is an agent running on this bus?"]);
  else print(hostLines(reports.value, Date.now(), terminalColors()));
  return ok(EXIT.done);
}

export async function vms(bus: Bus, options: Shown): Promise<Result<ExitCode>> {
  const reports = await readReports(bus);
  if (!reports.ok) return reports;
  const profiles = await readProfiles(bus, reports.value);
  if (options.json) {
    const documents = reports.value.flatMap((report) =>
      report.vms.map((vm) => ({
        hostId: report.hostId,
        ...vm,
        profile: profiles.get(profileKey(report.hostId, vm.vmId)) ?? null,
      })),
    );
    printJson({ vms: documents });
  } else print(vmLines(reports.value, profiles, undefined));
  return ok(EXIT.done);
}

/** Until interrupted, or `count` times. */
export async function top(bus: Bus, options: Shown & { readonly count?: number }): Promise<Result<ExitCode>> {
  const traffic = new Map<string, HostTraffic>();
  const subscription = bus.subscribe(ALL_TRAFFIC, undefined, (_, bytes) => {
    const batch = codecs.TrafficBatch.decode(bytes);
    if (batch.ok) traffic.set(batch.value.hostId, evolveTraffic(traffic.get(batch.value.hostId), batch.value));
  });
  const stop = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, () => stop.abort());
  const painter = createPainter((text) => process.stdout.write(text));
  try {
    for (let round = 0; !stop.signal.aborted && round !== options.count; round += 1) {
      await tick(stop.signal);
      if (stop.signal.aborted) break;
      const reports = await readReports(bus);
      if (!reports.ok) return reports;
      const profiles = await readProfiles(bus, reports.value);
      if (options.json) printJsonLine(topDocument(reports.value, profiles, traffic));
      else {
        const lines = topLines(reports.value, profiles, traffic, terminalColors());
        if (isLive()) painter.paint(lines.slice(0, rows() - 1).map((line) => fit(line, columns())));
        else print([...lines, ""]);
      }
    }
  } finally {
    await subscription.close();
  }
  return ok(EXIT.done);
}

function topDocument(reports: readonly HostReport[], profiles: ProfilesOf, traffic: ReadonlyMap<string, HostTraffic>) {
  return {
    timeUnixMilliseconds: Date.now(),
    hosts: reports.map((report) => ({
      hostId: report.hostId,
      link: traffic.get(report.hostId)?.link ?? null,
      vms: report.vms.map((vm) => ({
        vmId: vm.vmId,
        now: traffic.get(report.hostId)?.vms.get(vm.vmId) ?? null,
        profile: profiles.get(profileKey(report.hostId, vm.vmId)) ?? null,
      })),
    })),
  };
}

/** A profiler that does not answer leaves the VMs without profiles; the inventory is worth showing all the same. */
async function readProfiles(bus: Bus, reports: readonly HostReport[]): Promise<ProfilesOf> {
  const answers = await Promise.all(
    reports.map(({ hostId }) =>
      bus.request(subjects.getProfiles(hostId), codecs.GetProfiles, { hostId }, codecs.HostProfiles, ASK_MILLISECONDS),
    ),
  );
  return new Map(
    answers.flatMap((answer) => {
      if (!answer.ok) return [];
      const { hostId, vms, completeness } = answer.value;
      const whole = completeness === undefined ? {} : { completeness };
      return vms.map((profile) => [profileKey(hostId, profile.vmId), { ...profile, ...whole }] as const);
    }),
  );
}

function tick(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, TOP_MILLISECONDS);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
