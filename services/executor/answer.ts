import type { IncomingStatus } from "../kit/domain/migration.ts";
import { assertNever, type Result } from "../kit/failure/failure.ts";
import type { IncomingState } from "./core/incoming-state.ts";
import type { Machine } from "./core/machine.ts";
import type { IncomingView, MigrationStatus, Observation } from "./core/qemu.ts";

/** The destination's answer about an incoming VM: written by one executor, read by another. */

const goneRunState = "gone";
const reasonCharacters = 2_000;

export function answerOf(
  state: IncomingState,
  last: Observation | undefined,
  machine: Result<Machine> | undefined,
): IncomingStatus {
  const { migrationId } = state.order.migration;
  const ran = "resumedAtUnixMilliseconds" in state ? state.resumedAtUnixMilliseconds : undefined;
  const resumed = ran === undefined ? {} : { resumeTimeUnixMilliseconds: Math.round(ran) };
  switch (state.phase) {
    case "gone": {
      const reason = state.reason.slice(0, reasonCharacters);
      return {
        migrationId,
        migrationStatus: "failed",
        runState: goneRunState,
        ...resumed,
        ...(state.unseen && { unseen: true }),
        ...(reason === "" ? {} : { reason }),
      };
    }
    case "arrived":
      return {
        ...{ migrationId, migrationStatus: "completed", runState: "running", ...resumed },
        ...(state.stallSeconds === undefined ? {} : { stallSeconds: state.stallSeconds }),
      };
    default:
      return {
        migrationId,
        migrationStatus: statusOf(state, last),
        runState: last?.runState ?? "inmigrate",
        ...resumed,
        ...(state.phase === "listening" ? preparedBy(machine) : {}),
        ...heldIn(state),
      };
  }
}

/** What QEMU said last may be older than the event that it is broken: a monitor that waits for a page answers nothing. */
function statusOf(state: IncomingState, last: Observation | undefined): string {
  const isBroken = state.phase === "paused" || (state.phase === "running" && state.stream === "paused");
  if (isBroken && last?.status.kind !== "post_copy_recovering") return wordOf({ kind: "post_copy_paused" });
  // Completed is said only when the state is: the reader takes it as final.
  return last === undefined || last.status.kind === "completed" ? "setup" : wordOf(last.status);
}

function heldIn(state: IncomingState): Pick<IncomingStatus, "held"> {
  if (state.phase === "listening" && state.held === true) return { held: "IN_PART" };
  if (state.phase !== "receiving" || state.held === undefined) return {};
  return { held: state.held === "whole" ? "WHOLE" : "IN_PART" };
}

function preparedBy(machine: Result<Machine> | undefined): Pick<IncomingStatus, "preparedMachine" | "reason"> {
  if (machine === undefined) return {};
  if (machine.ok) return { preparedMachine: { parts: [...machine.value] } };
  // A reason means that no post-copy will ever come in here.
  if (machine.failure.kind !== "refused") return {};
  // Half a character is none.
  return { reason: [...machine.failure.message].slice(0, reasonCharacters).join("") };
}

export function viewOf(answer: IncomingStatus): IncomingView {
  const { resumeTimeUnixMilliseconds: resumedAt, reason } = answer;
  const ran = resumedAt !== undefined;
  if (answer.runState === goneRunState) {
    const unseen = answer.unseen === true ? ({ unseen: true } as const) : {};
    return { kind: "gone", ran, ...unseen, ...(reason === undefined ? {} : { reason }) };
  }
  if (answer.migrationStatus === "completed" && answer.runState === "running") {
    const { stallSeconds } = answer;
    return {
      kind: "arrived",
      ...(resumedAt === undefined ? {} : { resumedAtUnixMilliseconds: resumedAt }),
      ...(stallSeconds === undefined ? {} : { stallSeconds }),
    };
  }
  if (answer.migrationStatus === "postcopy-paused") return { kind: "paused" };
  const { held } = answer;
  return { kind: "waiting", ran, ...(held === undefined ? {} : { held: held === "WHOLE" ? "whole" : "in_part" }) };
}

function wordOf(status: MigrationStatus): string {
  switch (status.kind) {
    case "ongoing":
    case "post_copy":
    case "post_copy_recovering":
      return status.name;
    case "post_copy_paused":
      return "postcopy-paused";
    case "none":
    case "completed":
    case "failed":
    case "cancelled":
      return status.kind;
    default:
      return assertNever(status);
  }
}
