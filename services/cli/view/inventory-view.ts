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

/** With the share of the samples behind it that have come. */
export type ProfilesOf = ReadonlyMap<string, VmProfile & { readonly completeness?: number }>;

/** A host that a VM has left may have a profile of it for some time. */
export function profileKey(hostId: string, vmId: string): string {
  return `${hostId} ${vmId}`;
}

const right = (title: string): Column => ({ title, align: "right" });
const left = (title: string): Column => ({ title });

export function hostLines(reports: readonly HostReport[], nowUnixMilliseconds: number, colors: Colors) {
  const hasDropped = reports.some(({ droppedBatches = 0 }) => droppedBatches > 0);
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
      ...(hasDropped
        ? [report.droppedBatches === undefined ? "" : colors.red(`${report.droppedBatches} samples`)]
        : []),
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
    ...(hasDropped ? [left("dropped")] : []),
  ];
  return formatTable(columns, rows);
}

export function vmLines(
  reports: readonly HostReport[],
  profiles: ProfilesOf,
  traffic: ReadonlyMap<string, HostTraffic> | undefined,
): readonly string[] {
  const rows = reports.flatMap((report) =>
    report.vms.map((vm) => {
      const profile = profiles.get(profileKey(report.hostId, vm.vmId));
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
        profile === undefined ? "?" : percentText(profile.confidence),
        profile?.ageSeconds === undefined ? "?" : `${profile.ageSeconds.toFixed(0)} s`,
        profile?.completeness === undefined ? "?" : percentText(profile.completeness),
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
    right("age"),
    right("samples"),
  ];
  return formatTable(columns, rows);
}

export function topLines(
  reports: readonly HostReport[],
  profiles: ProfilesOf,
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

function percentText(share: number): string {
  return `${(share * 100).toFixed(0)} %`;
}

function rateText(bytesPerSecond: number | undefined): string {
  return bytesPerSecond === undefined ? "?" : mbitText(bytesPerSecond);
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
