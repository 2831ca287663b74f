/** The journal as the planner reads it: what it needs of each event, in the shapes of the bus. */
import type {
  EvacuationPlanned,
  EvacuationRejected,
  EvacuationReplanned,
  EvacuationReport,
} from "../../kit/domain/evacuation.ts";
import type { IncomingReady, MigrationCompleted, MigrationFailed, MigrationRef } from "../../kit/domain/migration.ts";

interface OfMigration {
  readonly migration: MigrationRef;
  readonly eventTimeUnixMilliseconds: number;
}

interface Named<E, N, B> {
  readonly entity: E;
  readonly id: string;
  readonly name: N;
  readonly body: B;
}

export type EvacuationRecordEvent =
  | Named<"evacuation", "planned", EvacuationPlanned>
  | Named<"evacuation", "rejected", EvacuationRejected>
  | Named<"evacuation", "replanned", EvacuationReplanned>
  | Named<"evacuation", "completed", { readonly report: EvacuationReport }>
  | Named<"evacuation", "failed" | "cancelled", { readonly message: string; readonly report: EvacuationReport }>;

export type MigrationRecordEvent =
  | Named<"migration", "incoming-ready", IncomingReady>
  | Named<"migration", "decided" | "started" | "switched" | "settled" | "paused" | "recovered" | "resumed", OfMigration>
  | Named<"migration", "completed", MigrationCompleted>
  | Named<"migration", "failed", MigrationFailed>
  | Named<"migration", "cancelled" | "not-escalated", OfMigration & { readonly reason: string }>;

export interface PlannerRecord {
  readonly event: EvacuationRecordEvent | MigrationRecordEvent;
  /** By the server's clock, the one that all planners share. */
  readonly timeUnixMilliseconds: number;
}
