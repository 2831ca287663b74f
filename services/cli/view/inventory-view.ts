/** Hosts, VMs and what they send, as tables. Pure. */
import type { Colors } from "picocolors/types.js";
import type { HostReport } from "../../kit/domain/host.ts";
import type { VmProfile } from "../../kit/domain/profile.ts";
import { bar, mbitText, mebibytesText } from "../../kit/terminal/quantity-text.ts";
import { type Column, formatTable } from "../../kit/terminal/table.ts";
import type { HostTraffic } from "./traffic-rates.ts";

/** An agent reports every few seconds; a host that has been silent this long is not to be planned with. */
const STALE_SECONDS = 15;
const BAR_CELLS = 10;

const right = (title: string): Column => ({ title, align: "right" });
const left = (title: string): Column => ({ title });

export function hostLines(reports: readonly HostReport[], nowUnixMilliseconds: number, colors: Colors) {
  const rows = reports.map((report) => {
    const age = ageSeconds(report, nowUnixMilliseconds);
    const egress = sum(report.links.map((link) => link.egressBytesPerSecond));
    const ingress = sum(report.links.map((link) => link.ingressBytesPerSecond));
    return [
      report.hostId,
      String(report.vms.length),
      mebibytesText(report.memoryBytes),
      mebibytesText(report.freeMemoryBytes),
      mbitText(egress),
      mbitText(ingress),
      report.postCopy.supported ? "yes" : `no: ${report.postCopy.reason ?? "unknown reason"}`,
      age > STALE_SECONDS ? colors.red(`silent for ${age.toFixed(0)} s`) : `${age.toFixed(0)} s ago`,
    ];
  });
  const columns = [
    left("host"),
    right("VMs"),
    right("memory"),
    right("free"),
    right("egress"),
    right("ingress"),
    left("post-copy"),
    left("reported"),
  ];
  return formatTable(columns, rows);
}

export function vmLines(
  reports: readonly HostReport[],
  profiles: ReadonlyMap<string, VmProfile>,
  traffic: ReadonlyMap<string, HostTraffic> | undefined,
): readonly string[] {
  const rows = reports.flatMap((report) =>
    report.vms.map((vm) => {
      const profile = profiles.get(vm.vmId);
      const now = traffic?.get(report.hostId)?.vms.get(vm.vmId);
      const live =
        traffic === undefined ? [] : [rateText(now?.outboundBytesPerSecond), rateText(now?.inboundBytesPerSecond)];
      return [
        vm.vmId,
        report.hostId,
        mebibytesText(vm.memoryBytes),
        vm.usedMemoryBytes === undefined ? "?" : mebibytesText(vm.usedMemoryBytes),
        ...live,
        vm.trafficKnown ? rateText(profile?.outbound.longBytesPerSecond) : "unknown",
        vm.trafficKnown ? rateText(profile?.inbound.longBytesPerSecond) : "unknown",
        profile?.direction.toLowerCase() ?? "?",
        profile === undefined ? "?" : `${(profile.confidence * 100).toFixed(0)} %`,
      ];
    }),
  );
  const columns = [
    left("VM"),
    left("host"),
    right("memory"),
    right("in use"),
    ...(traffic === undefined ? [] : [right("out now"), right("in now")]),
    right("outbound"),
    right("inbound"),
    left("direction"),
    right("sure"),
  ];
  return formatTable(columns, rows);
}

export function topLines(
  reports: readonly HostReport[],
  profiles: ReadonlyMap<string, VmProfile>,
  traffic: ReadonlyMap<string, HostTraffic>,
  colors: Colors,
): readonly string[] {
  const links = reports.map((report) => {
    const rate = traffic.get(report.hostId)?.link;
    const egress = sum(report.links.map((link) => link.egressBytesPerSecond));
    const ingress = sum(report.links.map((link) => link.ingressBytesPerSecond));
    return [
      report.hostId,
      colors.magenta(bar((rate?.egressBytesPerSecond ?? 0) / egress, BAR_CELLS)),
      rateText(rate?.egressBytesPerSecond),
      colors.magenta(bar((rate?.ingressBytesPerSecond ?? 0) / ingress, BAR_CELLS)),
      rateText(rate?.ingressBytesPerSecond),
      String(report.vms.length),
    ];
  });
  const columns = [left("host"), left("out"), right(""), left("in"), right(""), right("VMs")];
  return [...formatTable(columns, links), "", ...vmLines(reports, profiles, traffic)];
}

function ageSeconds(report: HostReport, nowUnixMilliseconds: number): number {
  return Math.max(0, nowUnixMilliseconds - report.reportTimeUnixMilliseconds) / 1000;
}

function rateText(bytesPerSecond: number | undefined): string {
  return bytesPerSecond === undefined ? "?" : mbitText(bytesPerSecond);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
