/** How an evacuation ended, for people. Pure. */
import type { EvacuationReport } from "../../kit/domain/evacuation.ts";
import { megabytesText, secondsText } from "../../kit/terminal/quantity-text.ts";
import type { EvacuationView } from "./evacuation-view.ts";

export function summaryLines(view: EvacuationView): readonly string[] {
  if (view.kind === "rejected") {
    return [
      `${view.message} (${view.code})`,
      ...view.unplaced.flatMap(({ vmId, reasons }) =>
        reasons.map((reason) => `  ${vmId} not to ${reason.hostId}: ${reason.message}`),
      ),
    ];
  }
  if (view.kind !== "ended") return [];
  const { report, ending, message } = view;
  const moved = report.vms.filter((vm) => vm.outcome === "COMPLETED").length;
  if (ending === "COMPLETED") return [moved === 0 ? `${report.hostId} is empty already` : emptyLine(report, moved)];
  return [
    `${report.hostId}: ${ending.toLowerCase()}: ${message ?? "no reason given"}`,
    ...report.vms
      .filter((vm) => vm.outcome !== "COMPLETED")
      .map((vm) => `  ${vm.vmId}: ${vm.outcome.toLowerCase().replace("_", " ")}${vm.reason ? `: ${vm.reason}` : ""}`),
  ];
}

function emptyLine(report: EvacuationReport, moved: number): string {
  const { forecast, totalMigrationSeconds: total } = report;
  const time = total === undefined ? "" : ` in ${secondsText(total)}`;
  const planned =
    forecast === undefined
      ? ""
      : ` (forecast ${secondsText(forecast.totalMigrationSeconds)}, limit ${secondsText(forecast.limitSeconds)})`;
  return `${report.hostId} is empty: ${moved} VM${moved === 1 ? "" : "s"} moved${time}${planned}, ${megabytesText(report.transferredBytes)}`;
}
