/** Evacuations as the planner tells them. Pure. */
import type { EvacuationStatus, VmOutcome } from "../../kit/domain/evacuation.ts";
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
    errorText(status.report?.forecastErrorPercent),
  ]);
  const titles = ["evacuation", "host", "policy", "state", "VMs moved", "requested", "took", "forecast off by"];
  const table = formatTable(
    titles.map((title) => ({ title })),
    rows,
  );
  return [...table, ...errorLines(evacuations)];
}

/** How far the planner's forecasts can be believed here, once there are several. */
function errorLines(evacuations: readonly EvacuationStatus[]): readonly string[] {
  const errors = evacuations.flatMap(({ report }) => report?.forecastErrorPercent ?? []).sort((a, b) => a - b);
  const [median, most] = [errors[Math.floor((errors.length - 1) / 2)], errors.at(-1)];
  if (errors.length < 2) return [];
  return [
    `forecasts were off by ${errorText(median)}, the median of ${errors.length}, and by ${errorText(most)} at most`,
  ];
}

export function statusLines(status: EvacuationStatus): readonly string[] {
  const { request, state, message, plan, report } = status;
  const expected = (plan ?? report)?.forecast?.totalMigrationSeconds;
  const forecast = expected === undefined ? "" : `, forecast ${secondsText(expected)}`;
  const total = report?.totalMigrationSeconds;
  const error = errorText(report?.forecastErrorPercent);
  const took = total === undefined ? "" : `, took ${secondsText(total)}${error === "" ? "" : ` (off by ${error})`}`;
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
      ...besideTexts(outcome),
      outcome?.reason ??
        (outcome?.failedAttempts === undefined ? undefined : `failed before: ${outcome.failedAttempts}`) ??
        (step.waitsFor === undefined ? "" : `waits for ${step.waitsFor}`),
    ];
  });
  const titles = ["VM", "state", "technique", "to", "time", "downtime", "moved", "start", "settled", "end", ""];
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

/** Forecast and fact, as `3.1 > 3.5 s`; empty where neither is known. */
function besideTexts(outcome: VmOutcome | undefined): readonly string[] {
  const forecast = outcome?.forecast;
  const { startSeconds: start, settledSeconds: settled, totalSeconds } = outcome ?? {};
  const end = start === undefined || totalSeconds === undefined ? undefined : start + totalSeconds;
  return [
    besideText(forecast?.startSeconds, start),
    // Of a pre-copied VM that is when it completes, and no event says so.
    outcome?.technique === "PRE_COPY" ? "" : besideText(forecast?.settledSeconds, settled),
    besideText(forecast?.endSeconds, end),
  ];
}

function besideText(forecast: number | undefined, fact: number | undefined): string {
  if (forecast === undefined && fact === undefined) return "";
  return `${forecast === undefined ? "?" : forecast.toFixed(1)} > ${fact === undefined ? "?" : secondsText(fact)}`;
}

function errorText(percent: number | undefined): string {
  return percent === undefined ? "" : `${percent.toFixed(0)} %`;
}
