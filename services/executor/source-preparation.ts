import type { IncomingStatus } from "../kit/domain/migration.ts";
import { type Failure, fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { viewOf } from "./answer.ts";
import { type Machine, refusalOf } from "./core/machine.ts";
import type { SourceInput } from "./core/source-decision.ts";
import { askAgainMilliseconds } from "./core/source-ending.ts";
import type { SourceOrder } from "./core/source-state.ts";
import type { SourceVm } from "./ports.ts";
import { addressIn } from "./tcp-uri.ts";

/** What has to be right on both hosts before the first byte. */

export interface PreparationDeps {
  /** The destination, how its half is. */
  ask(): Promise<Result<IncomingStatus>>;
  /** Whether a host answers at an address, asked at a port where nobody listens. */
  reach(address: string, port: number): Promise<Result<void>>;
  pause(milliseconds: number): Promise<void>;
  readonly log: Log;
}

/** Of a destination that is silent, or not yet able to say: its executor may be starting anew. 5 s at least. */
const questions = 20;
/** Where a pre-copy would only like to know. */
const fewQuestions = 4;

export async function prepareSource(vm: SourceVm, order: SourceOrder, deps: PreparationDeps): Promise<SourceInput> {
  const isPreCopy = order.technique === "PRE_COPY";
  const asking = askUntil(isPrepared, deps, isPreCopy ? fewQuestions : questions);
  const reaching = asking.then((answer) => reach(answer, order, deps));
  const comparing = asking.then((answer) => compareMachines(answer, vm, order));
  const prepared = await vm.prepare(order);
  if (!prepared.ok) {
    const vmLocation = prepared.failure.kind === "refused" ? "RUNS_AT_SOURCE" : "UNCERTAIN";
    return { type: "not-prepared", reason: prepared.failure.message, vmLocation };
  }
  if (prepared.value.underWay) return foundUnderWay(order, deps);
  // What forbids it here is known at once, whatever the destination says.
  const allowedHere = isPreCopy ? ok(undefined) : await vm.allowPostCopy();
  if (!allowedHere.ok) return notAllowed(allowedHere.failure);
  const reached = await reaching;
  if (!reached.ok) return { type: "not-prepared", reason: reached.failure.message, vmLocation: "RUNS_AT_SOURCE" };
  const fit = await comparing;
  if (!isPreCopy) return fit.ok ? { type: "prepared" } : notAllowed(fit.failure);
  // It can become a post-copy. What is in the way of that is in the way of nothing else.
  const allowed = fit.ok ? await vm.allowPostCopy() : fit;
  if (!allowed.ok) deps.log.debug({ ...order.migration, reason: allowed.failure.message }, "pre-copy only");
  return { type: "prepared" };
}

/** `refused`: the VM may be pre-copied all the same. */
function notAllowed({ kind, message }: Failure): SourceInput {
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
  const answer = await askUntil(isConnected, deps, questions);
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
 * Without an answer of the destination's kernel QEMU would wait for its connection for two minutes. A destination that is
 * silent, or has no port to ask at, is left to QEMU.
 */
async function reach(
  answer: Result<IncomingStatus>,
  { uri }: SourceOrder,
  deps: PreparationDeps,
): Promise<Result<void>> {
  const address = addressIn(uri);
  if (!answer.ok || answer.value.probePort === undefined || address === undefined) return ok(undefined);
  return deps.reach(address, answer.value.probePort);
}

/**
 * `refused`: why post-copy must not begin. A destination that cannot say what it has prepared is no place to send a VM to.
 */
async function compareMachines(
  answer: Result<IncomingStatus>,
  vm: SourceVm,
  order: SourceOrder,
): Promise<Result<void>> {
  const { destinationHostId } = order.migration;
  const there = answer.ok ? machineIn(answer.value) : answer;
  if (!there.ok) {
    const words = `${destinationHostId} does not say what it has prepared for this VM: ${there.failure.message}`;
    return fail(there.failure.kind, words);
  }
  const here = await vm.readMachine();
  if (!here.ok) return fail(here.failure.kind, `the VM's devices cannot be read: ${here.failure.message}`);
  const refusal = refusalOf(here.value, there.value, destinationHostId);
  return refusal === undefined ? ok(undefined) : fail("refused", refusal);
}

function isPrepared(status: IncomingStatus): boolean {
  return status.preparedMachine !== undefined || status.reason !== undefined || viewOf(status).kind === "gone";
}

function machineIn(status: IncomingStatus): Result<Machine> {
  const { preparedMachine: machine, migrationStatus, reason } = status;
  if (machine !== undefined) return ok(machine.parts);
  const words = reason ?? migrationStatus;
  // What has ended says nothing of post-copy.
  if (viewOf(status).kind === "gone") return fail("unavailable", `what was prepared there has ended (${words})`);
  return fail(reason === undefined ? "unavailable" : "refused", `it is not prepared for post-copy (${words})`);
}

/** The last answer, whether it fits or not. */
async function askUntil(
  fits: (status: IncomingStatus) => boolean,
  deps: PreparationDeps,
  mostQuestions: number,
): Promise<Result<IncomingStatus>> {
  for (let tried = 1; ; tried += 1) {
    const answer = await deps.ask();
    if (tried === mostQuestions || (answer.ok && fits(answer.value))) return answer;
    await deps.pause(askAgainMilliseconds);
  }
}
