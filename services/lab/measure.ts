/**
 * What one evacuation cost: the journal says when, the peers of the VMs' traffic say what their applications lost.
 * Pure: everything measured comes in.
 */
import type { JournalEvent } from "../kit/bus/journal-event.ts";
import type { VmOutcome } from "../kit/domain/evacuation.ts";
import type { Plan } from "../kit/domain/plan.ts";
import type { Policy } from "../kit/domain/technique.ts";
import { type Degradation, degradation } from "./degradation.ts";
import type { TrafficMeter } from "./traffic-meter.ts";

/** The application's normal is that of the last undisturbed seconds. */
export const BASELINE_MILLISECONDS = 8_000;
/** After the last migration's end: what catches up late is part of what it cost. */
export const AFTERMATH_MILLISECONDS = 5_000;

/** What an evacuation has said of itself, as its events came. */
export interface Course {
  readonly plan: Plan | undefined;
  readonly firstStartUnixMilliseconds: number | undefined;
  readonly lastEndUnixMilliseconds: number | undefined;
  readonly outcomes: readonly VmOutcome[];
  readonly transferredBytes: number;
  readonly end:
    | { readonly kind: "open" }
    | { readonly kind: "completed" }
    | { readonly kind: "failed"; readonly message: string };
}

export const emptyCourse: Course = {
  plan: undefined,
  firstStartUnixMilliseconds: undefined,
  lastEndUnixMilliseconds: undefined,
  outcomes: [],
  transferredBytes: 0,
  end: { kind: "open" },
};

export function evolveCourse(course: Course, event: JournalEvent): Course {
  if (event.entity === "migration") {
    const { eventTimeUnixMilliseconds: time } = event.body;
    if (event.name === "started") {
      return { ...course, firstStartUnixMilliseconds: Math.min(course.firstStartUnixMilliseconds ?? time, time) };
    }
    const ends = event.name === "completed" || event.name === "failed" || event.name === "cancelled";
    return ends
      ? { ...course, lastEndUnixMilliseconds: Math.max(course.lastEndUnixMilliseconds ?? time, time) }
      : course;
  }
  switch (event.name) {
    case "planned":
      return { ...course, plan: event.body.plan };
    case "replanned":
      // What was forecast before the first byte is what the fact is held against.
      return course;
    case "rejected":
      return { ...course, end: { kind: "failed", message: event.body.message } };
    case "completed":
    case "failed":
    case "cancelled": {
      const { vms: outcomes, transferredBytes } = event.body.report;
      const end =
        event.name === "completed"
          ? ({ kind: "completed" } as const)
          : ({ kind: "failed", message: event.body.message } as const);
      return { ...course, outcomes, transferredBytes, end };
    }
  }
}

/** One entry of `runs` in the document of a comparison; what could not be measured is null. */
export interface RunDocument {
  readonly policy: Policy;
  readonly totalMigrationSeconds: number | null;
  readonly limitSeconds: number | null;
  readonly forecastSeconds: number | null;
  readonly transferredBytes: number;
  readonly degradedBytes: number;
  readonly longestStallSeconds: number;
  readonly vms: readonly {
    readonly vmId: string;
    readonly technique: string | null;
    readonly outcome: string;
    readonly totalSeconds: number | null;
    readonly downtimeSeconds: number | null;
    readonly stallSeconds: number;
    readonly degradedBytes: number;
  }[];
}

export function runDocument(
  policy: Policy,
  course: Course,
  meter: Pick<TrafficMeter, "bins" | "directions">,
): RunDocument {
  const { firstStartUnixMilliseconds: start, lastEndUnixMilliseconds: end, plan } = course;
  const vms = course.outcomes.map((vm) => {
    const lost = start === undefined || end === undefined ? [] : lossesOf(vm.vmId, start, end, meter);
    return {
      vmId: vm.vmId,
      technique: vm.technique ?? null,
      outcome: vm.outcome,
      totalSeconds: rounded(vm.totalSeconds),
      downtimeSeconds: rounded(vm.downtimeSeconds),
      stallSeconds: round(Math.max(0, ...lost.map((one) => one.longestStallSeconds)), 2),
      degradedBytes: lost.reduce((sum, one) => sum + one.degradedBytes, 0),
    };
  });
  return {
    policy,
    totalMigrationSeconds: start === undefined || end === undefined ? null : round((end - start) / 1000, 3),
    limitSeconds: plan === undefined ? null : round(plan.forecast.limitSeconds, 3),
    forecastSeconds: plan === undefined ? null : round(plan.forecast.totalMigrationSeconds, 3),
    transferredBytes: course.transferredBytes,
    degradedBytes: vms.reduce((sum, vm) => sum + vm.degradedBytes, 0),
    longestStallSeconds: Math.max(0, ...vms.map((vm) => vm.stallSeconds)),
    vms,
  };
}

/** One for each direction in which the VM has traffic. */
function lossesOf(
  vmId: string,
  start: number,
  end: number,
  meter: Pick<TrafficMeter, "bins" | "directions">,
): readonly Degradation[] {
  return meter.directions(vmId).flatMap((direction) => {
    const lost = degradation({
      bins: meter.bins(vmId, direction),
      baselineMilliseconds: BASELINE_MILLISECONDS,
      windowStartUnixMilliseconds: start,
      windowEndUnixMilliseconds: end + AFTERMATH_MILLISECONDS,
    });
    return lost === undefined ? [] : [lost];
  });
}

function rounded(seconds: number | undefined): number | null {
  return seconds === undefined ? null : round(seconds, 3);
}

function round(value: number, digits: number): number {
  return Number(value.toFixed(digits));
}
