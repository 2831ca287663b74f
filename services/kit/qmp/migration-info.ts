import { z } from "zod";
import { fail, ok, type Result } from "../failure/failure.ts";

/**
 * The reply of query-migrate in our units. QEMU mixes bytes, pages per second, megabits per second and milliseconds in
 * it; they are converted here and nowhere else.
 */

export type MigrationStatus =
  | { readonly kind: "none" }
  /** Going on, also under a name this code has never heard of: new versions of QEMU add statuses. */
  | { readonly kind: "ongoing"; readonly name: string }
  /** The destination runs the VM, or may. */
  | { readonly kind: "post_copy"; readonly name: string }
  /** Post-copy lost its connection: both halves wait for recovery. */
  | { readonly kind: "post_copy_paused" }
  /** The halves have a connection again and agree on what is missing; nothing flows yet. */
  | { readonly kind: "post_copy_recovering"; readonly name: string }
  | { readonly kind: "completed" }
  | { readonly kind: "failed" }
  | { readonly kind: "cancelled" };

export interface MigrationRam {
  readonly totalBytes: number;
  readonly transferredBytes: number;
  readonly remainingBytes: number;
  readonly bytesPerSecond: number;
  readonly dirtyBytesPerSecond: number;
  /** Passes over the memory so far; the first is 1. */
  readonly pass: number;
  readonly postCopyRequests: number;
  /** Guest pages sent with their content; those sent twice count twice. */
  readonly pageBytes: number;
}

export interface MigrationInfo {
  readonly status: MigrationStatus;
  readonly errorMessage?: string;
  readonly blockedReasons: readonly string[];
  readonly ram?: MigrationRam;
  /** Wrong after a recovery and, for downtime, in post-copy: for logs, not for users. */
  readonly totalSeconds?: number;
  readonly downtimeSeconds?: number;
  /** How long every virtual CPU waited for pages at once; of an incoming post-copy that has completed, where it is counted. */
  readonly stallSeconds?: number;
  /** Where an incoming migration listens. */
  readonly listeningPort?: number;
}

const HIGHEST_PORT = 65_535;
/** What is larger is no measurement, and in our units would be none at all: infinite. */
const quantity = z.number().min(0).max(Number.MAX_SAFE_INTEGER);

const reply = z.object({
  status: z.string().optional(),
  "error-desc": z.string().optional(),
  "blocked-reasons": z.array(z.string()).optional(),
  "total-time": quantity.optional(),
  downtime: quantity.optional(),
  "postcopy-blocktime": quantity.optional(),
  "socket-address": z.array(z.object({ type: z.string(), port: z.string().optional() })).optional(),
  ram: z
    .object({
      total: quantity,
      transferred: quantity,
      remaining: quantity,
      mbps: quantity,
      "page-size": quantity,
      "dirty-pages-rate": quantity,
      "dirty-sync-count": quantity,
      "postcopy-requests": quantity,
      "normal-bytes": quantity,
    })
    .optional(),
});

export function readStatus(name: string): MigrationStatus {
  switch (name) {
    case "none":
      return { kind: "none" };
    case "completed":
      return { kind: "completed" };
    case "failed":
      return { kind: "failed" };
    case "cancelled":
      return { kind: "cancelled" };
    case "postcopy-paused":
      return { kind: "post_copy_paused" };
    // The second since 9.1.
    case "postcopy-recover":
    case "postcopy-recover-setup":
      return { kind: "post_copy_recovering", name };
    default:
      // postcopy-active, -device (10.2): the destination may run the VM in all.
      return name.startsWith("postcopy-") ? { kind: "post_copy", name } : { kind: "ongoing", name };
  }
}

export function readMigrationInfo(value: unknown): Result<MigrationInfo> {
  const parsed = reply.safeParse(value);
  if (!parsed.success) {
    const issue = parsed.error.issues[0];
    return fail("invalid", `query-migrate: ${issue?.message ?? "unreadable"}`, issue?.path.join("."));
  }
  const it = parsed.data;
  const address = it["socket-address"]?.find((candidate) => candidate.type === "inet");
  const port = /^\d{1,5}$/.test(address?.port ?? "") ? Number(address?.port) : 0;
  return ok({
    status: readStatus(it.status ?? "none"),
    ...(it["error-desc"] === undefined ? {} : { errorMessage: it["error-desc"] }),
    blockedReasons: it["blocked-reasons"] ?? [],
    ...(it.ram === undefined ? {} : { ram: readRam(it.ram) }),
    ...(it["total-time"] === undefined ? {} : { totalSeconds: it["total-time"] / 1000 }),
    ...(it["postcopy-blocktime"] === undefined ? {} : { stallSeconds: it["postcopy-blocktime"] / 1000 }),
    ...(it.downtime === undefined ? {} : { downtimeSeconds: it.downtime / 1000 }),
    ...(port > 0 && port <= HIGHEST_PORT ? { listeningPort: port } : {}),
  });
}

function readRam(ram: NonNullable<z.infer<typeof reply>["ram"]>): MigrationRam {
  return {
    totalBytes: ram.total,
    transferredBytes: ram.transferred,
    remainingBytes: ram.remaining,
    bytesPerSecond: (ram.mbps * 1e6) / 8,
    dirtyBytesPerSecond: ram["dirty-pages-rate"] * ram["page-size"],
    pass: ram["dirty-sync-count"],
    postCopyRequests: ram["postcopy-requests"],
    pageBytes: ram["normal-bytes"],
  };
}
