import type { IncomingStatus } from "../kit/domain/migration.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { viewOf } from "./answer.ts";
import { type Machine, refusalOf } from "./core/machine.ts";
import type { SourceInput } from "./core/source-decision.ts";
import { askAgainMilliseconds } from "./core/source-ending.ts";
import type { SourceOrder } from "./core/source-state.ts";
import type { SourceVm } from "./ports.ts";

/** What has to be right on both hosts before the first byte. */

export interface PreparationDeps {
  /** The destination, how its half is. */
  ask(): Promise<Result<IncomingStatus>>;
  pause(milliseconds: number): Promise<void>;
  readonly log: Log;
}

/** Of a destination that is silent, or not yet able to say: its executor may be starting anew. 5 s at least. */
const questions = 20;
/** Where a pre-copy would only like to know. */
const fewQuestions = 4;

export async function prepareSource(vm: SourceVm, order: SourceOrder, deps: PreparationDeps): Promise<SourceInput> {
  const isPreCopy = order.technique === "PRE_COPY";
  const comparing = isPreCopy ? ok(undefined) : compareMachines(vm, order, deps);
  const prepared = await vm.prepare(order);
  if (!prepared.ok) {
    const vmLocation = prepared.failure.kind === "refused" ? "RUNS_AT_SOURCE" : "UNCERTAIN";
    return { type: "not-prepared", reason: prepared.failure.message, vmLocation };
  }
  if (prepared.value.underWay) return foundUnderWay(order, deps);
  if (isPreCopy) await tryToAllowPostCopy(vm, order, deps);
  const allowed = isPreCopy ? ok(undefined) : await vm.allowPostCopy();
  const fit = allowed.ok ? await comparing : allowed;
  if (fit.ok) return { type: "prepared" };
  const { kind, message } = fit.failure;
  const refused = kind === "refused" ? ({ postCopyRefused: true } as const) : {};
  return { type: "not-prepared", reason: message, vmLocation: "RUNS_AT_SOURCE", ...refused };
}

/**
 * An executor that ended between QEMU's beginning and its word in the journal has its order delivered again. It is this
 * migration if its destination is at it.
 */
async function foundUnderWay({ migration }: SourceOrder, deps: PreparationDeps): Promise<SourceInput> {
  const isConnected = (status: IncomingStatus) =>
    viewOf(status).kind !== "gone" && !["setup", "none"].includes(status.migrationStatus);
  const answer = await askUntil(isConnected, deps);
  if (answer.ok && isConnected(answer.value)) return { type: "found-under-way" };
  const words = answer.ok
    ? `and ${migration.destinationHostId} receives nothing of this one`
    : `and ${migration.destinationHostId} does not say whether it is this one: ${answer.failure.message}`;
  return {
    type: "not-prepared",
    reason: `QEMU is migrating this VM already, ${words}`,
    vmLocation: "UNCERTAIN",
  };
}

/**
 * `refused`: why post-copy must not begin. A destination that cannot say what it has prepared is no place to send a VM to.
 */
async function compareMachines(vm: SourceVm, order: SourceOrder, deps: PreparationDeps): Promise<Result<void>> {
  const { destinationHostId } = order.migration;
  const [here, there] = await Promise.all([vm.readMachine(), preparedMachine(deps, questions)]);
  if (!here.ok) return fail(here.failure.kind, `the VM's devices cannot be read: ${here.failure.message}`);
  if (!there.ok) {
    const words = `${destinationHostId} does not say what it has prepared for this VM: ${there.failure.message}`;
    return fail(there.failure.kind, words);
  }
  const refusal = refusalOf(here.value, there.value, destinationHostId);
  return refusal === undefined ? ok(undefined) : fail("refused", refusal);
}

/** So that the pre-copy can become a post-copy. What is in the way of that is in the way of nothing else. */
async function tryToAllowPostCopy(vm: SourceVm, { migration }: SourceOrder, deps: PreparationDeps): Promise<void> {
  const [here, there] = await Promise.all([vm.readMachine(), preparedMachine(deps, fewQuestions)]);
  if (!here.ok || !there.ok) return;
  if (refusalOf(here.value, there.value, migration.destinationHostId) !== undefined) return;
  const allowed = await vm.allowPostCopy();
  if (!allowed.ok) deps.log.debug({ ...migration, reason: allowed.failure.message }, "pre-copy only");
}

async function preparedMachine(deps: PreparationDeps, mostQuestions: number): Promise<Result<Machine>> {
  for (let tried = 1; ; tried += 1) {
    const answer = await deps.ask();
    if (answer.ok) {
      const { preparedMachine: machine, migrationStatus, reason } = answer.value;
      if (machine !== undefined) return ok(machine.parts);
      const words = reason ?? migrationStatus;
      // What has ended says nothing of post-copy.
      if (viewOf(answer.value).kind === "gone")
        return fail("unavailable", `what was prepared there has ended (${words})`);
      if (reason !== undefined) return fail("refused", `it is not prepared for post-copy (${words})`);
      if (tried === mostQuestions) return fail("unavailable", `it is not prepared for post-copy (${words})`);
    } else if (tried === mostQuestions) return answer;
    await deps.pause(askAgainMilliseconds);
  }
}

/** The last answer, whether it fits or not. */
async function askUntil(
  fits: (status: IncomingStatus) => boolean,
  deps: PreparationDeps,
): Promise<Result<IncomingStatus>> {
  for (let tried = 1; ; tried += 1) {
    const answer = await deps.ask();
    if (tried === questions || (answer.ok && fits(answer.value))) return answer;
    await deps.pause(askAgainMilliseconds);
  }
}
