/** A plan as the document of `--json` and as lines for people. Pure. */
import type { Colors } from "picocolors/types.js";
import type { Alternative, Forecast, Plan, Step } from "../../kit/domain/plan.ts";
import { mbitText, megabytesText, secondsText, techniqueText } from "../../kit/terminal/quantity-text.ts";
import { formatTable } from "../../kit/terminal/table.ts";

/** The shape that others rely on: an absent pace is null, and nothing else is in it. */
export function planDocument(plan: Plan) {
  return {
    policy: plan.policy,
    steps: plan.steps.map((step) => ({
      vmId: step.vmId,
      technique: step.technique,
      sourceHostId: step.sourceHostId,
      destinationHostId: step.destinationHostId,
      after: step.after.map(({ vmId, event }) => ({ vmId, event })),
      paceBytesPerSecond: step.paceBytesPerSecond ?? null,
      reason: step.reason,
    })),
    unplaced: plan.unplaced,
    forecast: forecastDocument(plan.forecast),
    alternatives: plan.alternatives.map(({ policy, forecast }) => ({ policy, forecast: forecastDocument(forecast) })),
  };
}

function forecastDocument(forecast: Forecast) {
  const { totalMigrationSeconds, transferredBytes, degradedBytes, limitSeconds } = forecast;
  return { totalMigrationSeconds, transferredBytes, degradedBytes, limitSeconds };
}

export function planLines(hostId: string, plan: Plan, colors: Colors): readonly string[] {
  const steps = plan.steps.map((step, index) => [
    String(index + 1),
    step.vmId,
    techniqueText(step.technique),
    step.destinationHostId,
    step.after.map(({ vmId, event }) => `${vmId} ${event.toLowerCase()}`).join(", ") || "at once",
    step.paceBytesPerSecond === undefined ? "full" : mbitText(step.paceBytesPerSecond),
    ...timesOf(step),
    step.reason,
  ]);
  const titles = ["", "VM", "technique", "to", "after", "pace", "starts", "hot", "settled", "ends", "reason"];
  const columns = titles.map((title) => ({ title }));
  const heading = `${colors.bold(hostId)} by ${plan.policy}: ${plan.steps.length} VMs`;
  return [
    heading,
    ...(steps.length === 0 ? ["nothing to move"] : formatTable(columns, steps)),
    ...assumedLines(plan),
    ...plan.unplaced.flatMap(({ vmId, reasons }) => [
      colors.red(`${vmId} has no place:`),
      ...reasons.map((reason) => `  ${reason.hostId}: ${reason.message}`),
    ]),
    "",
    ...formatTable(
      [
        { title: "forecast" },
        { title: "total", align: "right" },
        { title: "of the limit", align: "right" },
        { title: "lost", align: "right" },
        { title: "moved", align: "right" },
      ],
      [{ policy: plan.policy, forecast: plan.forecast }, ...plan.alternatives].map(({ policy, forecast }) => [
        policy,
        secondsText(forecast.totalMigrationSeconds),
        ratioText(forecast.totalMigrationSeconds, forecast.limitSeconds),
        megabytesText(forecast.degradedBytes),
        megabytesText(forecast.transferredBytes),
      ]),
    ),
    ...gainLines(plan),
  ];
}

/** Hot is for how long a post-copied VM waits for its working set: about as long as its application stands still. */
function timesOf({ technique, forecast }: Step): readonly string[] {
  if (forecast === undefined) return ["", "", "", ""];
  const { startSeconds, switchSeconds, settledSeconds, endSeconds } = forecast;
  const hot = technique === "PRE_COPY" ? "" : secondsText(settledSeconds - switchSeconds);
  return [secondsText(startSeconds), hot, secondsText(settledSeconds), secondsText(endSeconds)];
}

/** Which inputs nobody measured, with the VMs that they were assumed for. */
function assumedLines({ steps }: Plan): readonly string[] {
  const vmsOf = new Map<string, string[]>();
  for (const { vmId, forecast } of steps) {
    for (const input of forecast?.assumedInputs ?? []) vmsOf.set(input, [...(vmsOf.get(input) ?? []), vmId]);
  }
  return [...vmsOf].map(([input, vmIds]) => {
    const named = vmIds.length === steps.length ? "every VM" : namesText(vmIds);
    return `assumed, for nobody measured it: ${input} of ${named}`;
  });
}

const MOST_NAMES = 6;

function namesText(names: readonly string[]): string {
  const rest = names.length - MOST_NAMES;
  return `${names.slice(0, MOST_NAMES).join(", ")}${rest > 0 ? ` and ${rest} more` : ""}`;
}

/** What the choice buys: nothing is said of a plan without alternatives. */
function gainLines({ policy, steps, forecast, alternatives }: Plan): readonly string[] {
  const best = alternatives.reduce<Alternative | undefined>(
    (one, other) =>
      one === undefined || other.forecast.totalMigrationSeconds < one.forecast.totalMigrationSeconds ? other : one,
    undefined,
  );
  if (best === undefined || steps.length === 0 || best.forecast.totalMigrationSeconds === 0) return [];
  const ratio = forecast.totalMigrationSeconds / best.forecast.totalMigrationSeconds;
  return [`${policy} is forecast to take ${ratio.toFixed(2)} of the time of the best other policy (${best.policy}).`];
}

export function ratioText(seconds: number, limitSeconds: number): string {
  return limitSeconds > 0 ? (seconds / limitSeconds).toFixed(2) : "-";
}
