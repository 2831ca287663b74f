/** States of both halves of a migration, made of their events, and what may happen to them, in short. */
import { acceptIncoming, evolveIncoming, type IncomingEvent } from "../services/executor/core/incoming-state.ts";
import type { IncomingView, MigrationStatus, Observation } from "../services/executor/core/qemu.ts";
import type { SourceDecision, SourceInput } from "../services/executor/core/source-decision.ts";
import type { SourceEvent } from "../services/executor/core/source-event.ts";
import {
  acceptSource,
  evolveSource,
  type SourceState,
  takeOverSource,
} from "../services/executor/core/source-state.ts";
import type { Technique } from "../services/kit/domain/technique.ts";
import type { VmSpec } from "../services/kit/domain/vm-spec.ts";

export const migration = {
  migrationId: "e-1",
  evacuationId: "e",
  vmId: "v",
  sourceHostId: "a",
  destinationHostId: "b",
} as const;
export const active: MigrationStatus = { kind: "ongoing", name: "active" };
export const ram = {
  totalBytes: 1000,
  transferredBytes: 10,
  remainingBytes: 500,
  bytesPerSecond: 10,
  dirtyBytesPerSecond: 0,
  pass: 1,
  postCopyRequests: 0,
  pageBytes: 1_000,
};

export function source(technique: Technique, ...events: readonly SourceEvent[]): SourceState {
  return events.reduce(evolveSource, acceptSource({ migration, technique, uri: "tcp:127.0.0.1:1" }));
}

export function takenOver(technique: Technique, ...events: readonly SourceEvent[]): SourceState {
  return events.reduce(evolveSource, takeOverSource({ migration, technique }, { startedAt: 0, settled: false }));
}

export const started: SourceEvent = { type: "started", at: 0 };
export const asked: SourceEvent = { type: "post-copy-asked", at: 0 };
export const sent = { type: "all-sent", at: 0, source: "postmigrate" } as const satisfies SourceEvent;
export const stoppedHere: SourceEvent = { type: "failing", at: 0, reason: "broken", vm: "stopped_here" };
export const runsHere: SourceEvent = { type: "failing", at: 0, reason: "broken", vm: "runs_here" };

export function observed(status: MigrationStatus, runState: string, change: Partial<typeof ram> = {}): SourceInput {
  const observation: Observation = { status, runState, ram: { ...ram, ...change } };
  return { type: "observed", observation };
}

export function answered(incoming: IncomingView): SourceInput {
  return { type: "incoming-answered", incoming };
}

export function effectsOf(decision: SourceDecision): readonly string[] {
  return decision.effects.map((effect) => effect.type).filter((type) => type !== "wake" && type !== "report");
}

export function failureOf(decision: SourceDecision): string | undefined {
  for (const event of decision.events) if (event.type === "failed") return event.vmLocation;
  return undefined;
}

export const spec: VmSpec = {
  vmId: "v",
  memoryBytes: 2 ** 26,
  cpus: 1,
  machineType: "pc-i440fx-7.2",
  cpuModel: "qemu64",
  disks: [],
  nics: [],
  postCopy: "ALLOWED",
};

export function incoming(...events: readonly IncomingEvent[]) {
  const order = { migration, technique: "PRE_COPY", spec } as const;
  return events.reduce(evolveIncoming, acceptIncoming(order));
}

export const listening: IncomingEvent = { type: "listening", at: 0, port: 1 };
export const resumed: IncomingEvent = { type: "resumed", atUnixMilliseconds: 5 };

export const waiting: IncomingView = { kind: "waiting", ran: false };
export const gone: IncomingView = { kind: "gone", ran: false, reason: "no" };
export const ranAndGone: IncomingView = { kind: "gone", ran: true };
export const arrived: IncomingView = { kind: "arrived", resumedAtUnixMilliseconds: 7 };
