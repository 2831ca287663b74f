/** Evacuations as the planner tells them. Pure. */
import type { EvacuationStatus } from "../../kit/domain/evacuation.ts";
import { megabytesText, secondsText, shortSecondsText, techniqueText } from "../../kit/terminal/quantity-text.ts";
import { formatTable } from "../../kit/terminal/table.ts";

export function listLines(evacuations: readonly EvacuationStatus[]): readonly string[] {
  if (evacuations.length === 0) return ["no evacuation has been asked for"];
  const rows = evacuations.map((status) => [
    status.request.evacuationId,
    status.request.hostId,
    status.request.policy,
    status.state.toLowerCase(),
    `${status.steps.filter((step) => step.outcome === "COMPLETED").length} of ${status.steps.length}`,
    new Date(status.request.requestTimeUnixMilliseconds).toISOString().replace(/\.\d+Z$/, "Z"),
    status.report?.totalMigrationSeconds === undefined ? "" : secondsText(status.report.totalMigrationSeconds),
  ]);
  return formatTable(
    ["evacuation", "host", "policy", "state", "VMs moved", "requested", "took"].map((title) => ({ title })),
    rows,
  );
}

export function statusLines(status: EvacuationStatus): readonly string[] {
  const { request, state, message, plan, report } = status;
  const expected = (plan ?? report)?.forecast?.totalMigrationSeconds;
  const forecast = expected === undefined ? "" : `, forecast ${secondsText(expected)}`;
  const total = report?.totalMigrationSeconds;
  const took = total === undefined ? "" : `, took ${secondsText(total)}`;
  const outcomes = new Map(report?.vms.map((vm) => [vm.vmId, vm]));
  const plannedSteps = new Map(plan?.steps.map((step) => [step.vmId, step]));
  const rows = status.steps.map((step) => {
    const outcome = outcomes.get(step.vmId);
    const technique = outcome?.technique ?? plannedSteps.get(step.vmId)?.technique;
    const destination = outcome?.destinationHostId ?? plannedSteps.get(step.vmId)?.destinationHostId;
    return [
      step.vmId,
      step.outcome.toLowerCase().replace("_", " "),
      technique === undefined ? "" : techniqueText(technique),
      destination ?? "",
      outcome?.totalSeconds === undefined ? "" : secondsText(outcome.totalSeconds),
      outcome?.downtimeSeconds === undefined ? "" : shortSecondsText(outcome.downtimeSeconds),
      outcome?.transferredBytes === undefined ? "" : megabytesText(outcome.transferredBytes),
      outcome?.reason ?? step.waitsFor ?? "",
    ];
  });
  const titles = ["VM", "state", "technique", "to", "time", "downtime", "moved", ""];
  return [
    `${request.evacuationId}: ${request.hostId} by ${request.policy}: ${state.toLowerCase()}${forecast}${took}`,
    ...(message === undefined ? [] : [message]),
    ...(rows.length === 0
      ? []
      : formatTable(
          titles.map((title) => ({ title })),
          rows,
        )),
  ];
}
