/**
 * The fold of the journal as text, a line an evacuation, and back.
 *
 * 1. What is read is what was written, or nothing: a line that is not as its schema says makes the whole unreadable.
 */
import { z } from "zod";
import {
  evacuationPlanned,
  evacuationRejected,
  evacuationReport,
  evacuationRequest,
} from "../kit/domain/evacuation.ts";
import { migrationCompleted, migrationRef, vmLocation } from "../kit/domain/migration.ts";
import { step } from "../kit/domain/plan.ts";
import { port, unixMilliseconds } from "../kit/domain/quantity.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Arrival, Evacuation, PlannerState } from "./core/evacuation.ts";
import type { Lessons } from "./core/learning.ts";
import type { StepRecord, StepState } from "./core/step-record.ts";

const number = z.number();
const timeUnixMilliseconds = unixMilliseconds;
const times = z.number().exactOptional();
const address = z.string();

const stepState: z.ZodType<StepState> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("waiting") }),
  z.strictObject({ kind: z.literal("ready"), address, port }),
  z.strictObject({ kind: z.literal("decided"), address, port }),
  z.strictObject({
    kind: z.literal("running"),
    timeUnixMilliseconds,
    phase: z.enum(["copying", "hot", "settled"]),
    paused: z.boolean(),
    pace: z.strictObject({ revision: number, bytesPerSecond: number.exactOptional() }),
  }),
  z.strictObject({ kind: z.literal("completed"), timeUnixMilliseconds, fact: migrationCompleted }),
  z.strictObject({ kind: z.literal("failed"), timeUnixMilliseconds, reason: z.string(), vmLocation }),
  z.strictObject({ kind: z.literal("cancelled"), timeUnixMilliseconds, reason: z.string() }),
]);

const stepRecord: z.ZodType<StepRecord> = z.strictObject({
  step,
  migration: migrationRef,
  state: stepState,
  attempts: z.strictObject({ reasons: z.array(z.string()), notBeforeUnixMilliseconds: number }).exactOptional(),
  escalation: z.string().exactOptional(),
  postCopyRefusal: z.string().exactOptional(),
  cancelAsked: z.literal(true).exactOptional(),
  startedTimeUnixMilliseconds: times,
  switchedTimeUnixMilliseconds: times,
  settledTimeUnixMilliseconds: times,
});

const arrival: z.ZodType<Arrival> = z.strictObject({
  hostId: z.string(),
  memoryBytes: number,
  vmId: z.string(),
  outboundBytesPerSecond: number.exactOptional(),
  inboundBytesPerSecond: number.exactOptional(),
  antiAffinityGroup: z.string().exactOptional(),
  timeUnixMilliseconds: times,
});

/** JSON knows no maps. */
function mapOf<V>(value: z.ZodType<V>) {
  return z.array(z.tuple([z.string(), value])).transform((entries): ReadonlyMap<string, V> => new Map(entries));
}

const sums = z.strictObject({ count: number, sum: number });
const pairLessons = z.strictObject({
  ...{ framing: sums, preCopyFixedSeconds: sums, postCopyFixedSeconds: sums, postCopySwitchSeconds: sums },
});
const lessons: z.ZodType<Lessons> = z.strictObject({ pairs: mapOf(pairLessons), moved: mapOf(number) });

const evacuation: z.ZodType<Evacuation> = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("rejected"), rejected: evacuationRejected, timeUnixMilliseconds }),
  z.strictObject({
    kind: z.literal("running"),
    planned: evacuationPlanned,
    accepted: evacuationPlanned,
    plannedTimeUnixMilliseconds: timeUnixMilliseconds,
    steps: z.array(stepRecord),
    revision: number,
    migrations: number,
    dropped: z.array(migrationRef),
  }),
  z.strictObject({
    kind: z.literal("ended"),
    request: evacuationRequest,
    plannedTimeUnixMilliseconds: timeUnixMilliseconds,
    migrationIdOf: mapOf(z.string()),
    arrivals: z.array(arrival),
    outcome: z.enum(["COMPLETED", "FAILED", "CANCELLED"]),
    report: evacuationReport,
    message: z.string().exactOptional(),
    lessons,
  }),
]);
const entry = z.tuple([z.string(), evacuation]);

/** Most evacuations are over and do not change any more: each is turned into text once. */
const written = new WeakMap<Evacuation, string>();

export function writeState(state: PlannerState): string {
  const lines: string[] = [];
  for (const [evacuationId, one] of state) {
    const text = written.get(one) ?? JSON.stringify([evacuationId, one], entriesOfMaps);
    if (one.kind !== "running") written.set(one, text);
    lines.push(text);
  }
  return lines.join("\n");
}

export function readState(text: string): Result<PlannerState> {
  const state = new Map<string, Evacuation>();
  for (const line of text.split("\n")) {
    if (line === "") continue;
    const parsed = entry.safeParse(parseJson(line));
    if (!parsed.success)
      return fail("invalid", `line ${state.size + 1} of the state: ${z.prettifyError(parsed.error)}`);
    const [evacuationId, one] = parsed.data;
    state.set(evacuationId, one);
    if (one.kind !== "running") written.set(one, line);
  }
  return ok(state);
}

function entriesOfMaps(_: string, value: unknown): unknown {
  return value instanceof Map ? [...value] : value;
}

function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
