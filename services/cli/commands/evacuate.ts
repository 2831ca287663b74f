/** `contraflow evacuate HOST`, `plan`, `watch`, `cancel`: what asks for an evacuation, or follows one. */
import { randomBytes } from "node:crypto";
import { userInfo } from "node:os";
import type { Bus } from "../../kit/bus/bus.ts";
import { codecs } from "../../kit/bus/messages.ts";
import { subjects } from "../../kit/bus/subjects.ts";
import type { EvacuationRequest, EvacuationStatus, Preference, RejectionCode } from "../../kit/domain/evacuation.ts";
import type { Plan } from "../../kit/domain/plan.ts";
import type { ClusterSnapshot } from "../../kit/domain/snapshot.ts";
import type { Policy } from "../../kit/domain/technique.ts";
import { fail, ok, type Result } from "../../kit/failure/failure.ts";
import { defaultProfileLimits, doubtfulProfiles } from "../../planner/core/doubt.ts";
import { planHosts } from "../../planner/core/plan.ts";
import { EXIT, type ExitCode } from "../exit.ts";
import { follow } from "../follow.ts";
import { ASK_MILLISECONDS, explained, print, printJson, printJsonLine, report } from "../session.ts";
import { readSnapshotFile } from "../snapshot-file.ts";
import { columns, isUnicode, terminalColors } from "../terminal.ts";
import { ganttLines } from "../view/gantt-view.ts";
import { planDocument, planLines } from "../view/plan-view.ts";

export interface RequestOptions {
  readonly to: readonly string[];
  readonly policy: Policy;
  readonly deadline?: number;
  readonly prefer?: Preference;
  readonly maxSlowdown?: number;
  readonly allowStaleProfiles?: true;
  readonly gantt?: true;
  readonly json?: true;
}

export interface EvacuateOptions extends RequestOptions {
  readonly id?: string;
  readonly dryRun?: true;
  readonly detach?: true;
  readonly cancelOnInterrupt?: true;
  readonly cancelAtDeadline?: true;
}

const STORE_LIMIT_MILLISECONDS = 10_000;
const PREVIEW_MILLISECONDS = 5_000;

export async function evacuate(bus: Bus, hostId: string, options: EvacuateOptions): Promise<Result<ExitCode>> {
  const request: EvacuationRequest = {
    evacuationId: options.id ?? newEvacuationId(),
    hostId,
    destinationHostIds: [...options.to],
    policy: options.policy,
    ...wishesOf(options),
    requestTimeUnixMilliseconds: Date.now(),
    requestedBy: `${userInfo().username} by contraflow`,
  };
  if (options.dryRun) return preview(bus, request, options);
  const { evacuationId } = request;
  if (options.id !== undefined && (await isKnown(bus, options.id))) {
    process.stderr.write(`evacuation ${evacuationId} has been asked for before: nothing is asked for again\n`);
    if (!options.detach) return watch(bus, evacuationId, options);
    if (options.json) printJson({ evacuationId });
    return ok(EXIT.done);
  }
  if (options.detach) {
    const stored = await store(bus, request);
    if (!stored.ok) return stored;
    if (options.json) printJson({ evacuationId });
    else print([`evacuation ${evacuationId} is asked for. Follow it: contraflow watch ${evacuationId}`]);
    return ok(EXIT.done);
  }
  return follow(bus, {
    evacuationId,
    from: { sequence: (await bus.journalEnd()) + 1 },
    json: options.json === true,
    begin: () => store(bus, request),
    cancelling: {
      cancel: async () => {
        const why = "its operator was interrupted, or its deadline has passed";
        const asked = await storeCancellation(bus, evacuationId, why);
        return asked.ok ? ok(undefined) : asked;
      },
      onInterrupt: options.cancelOnInterrupt === true,
      ...(options.cancelAtDeadline && options.deadline !== undefined && { afterSeconds: options.deadline }),
    },
  });
}

async function isKnown(bus: Bus, evacuationId: string): Promise<boolean> {
  return (await statusOf(bus, evacuationId)).ok;
}

function statusOf(bus: Bus, evacuationId: string): Promise<Result<EvacuationStatus>> {
  const subject = subjects.getEvacuation(evacuationId);
  return bus.request(subject, codecs.GetEvacuation, { evacuationId }, codecs.EvacuationStatus, ASK_MILLISECONDS);
}

async function store(bus: Bus, request: EvacuationRequest): Promise<Result<void>> {
  const stored = await bus.store({
    subject: subjects.request(request.evacuationId),
    codec: codecs.EvacuationRequest,
    value: request,
    id: `request-${request.evacuationId}`,
    signal: AbortSignal.timeout(STORE_LIMIT_MILLISECONDS),
  });
  return stored.ok ? ok(undefined) : stored;
}

async function preview(bus: Bus, request: EvacuationRequest, options: RequestOptions): Promise<Result<ExitCode>> {
  const answer = await bus.request(
    subjects.previewPlan(request.hostId),
    codecs.EvacuationRequest,
    request,
    codecs.PlanPreview,
    PREVIEW_MILLISECONDS,
  );
  if (!answer.ok) return explained(answer, "planner");
  const { plan: planned, snapshot, refusal } = answer.value;
  if (refusal !== undefined || planned === undefined) {
    return fail("refused", refusal === undefined ? "the planner gave no plan" : `${refusal.message} (${refusal.code})`);
  }
  showPlan(request.hostId, planned, snapshot, options);
  return ok(EXIT.done);
}

/** What an operator wants of a schedule, as a request says it. */
function wishesOf({ deadline, prefer, maxSlowdown, allowStaleProfiles }: RequestOptions) {
  return {
    ...(deadline === undefined ? {} : { deadlineSeconds: deadline }),
    ...(prefer === undefined ? {} : { prefer }),
    ...(maxSlowdown === undefined ? {} : { maximumSlowdown: maxSlowdown }),
    ...(allowStaleProfiles === undefined ? {} : { allowStaleProfiles }),
  };
}

function showPlan(title: string, planned: Plan, snapshot: ClusterSnapshot | undefined, options: RequestOptions): void {
  if (options.json) {
    printJson(planDocument(planned));
    return;
  }
  const colors = terminalColors();
  print(planLines(title, planned, colors));
  if (!options.gantt || snapshot === undefined) return;
  print(["", ...ganttLines(planned, snapshot, { width: Math.max(40, columns()), colors, unicode: isUnicode() })]);
}

/** Offline: the planner's core on a file. */
export async function planFile(
  options: RequestOptions & { readonly snapshot: string; readonly host: readonly string[] },
): Promise<ExitCode> {
  const snapshot = await readSnapshotFile(options.snapshot);
  if (!snapshot.ok) return report(snapshot.failure);
  const { host: hostIds, to: destinationHostIds, policy } = options;
  const leaving = snapshot.value.vms.filter(({ hostId }) => hostIds.includes(hostId));
  const doubt = options.allowStaleProfiles ? undefined : doubtfulProfiles(leaving, defaultProfileLimits);
  const refuse = (code: RejectionCode, message: string): ExitCode => {
    if (options.json) printJson({ refused: { code, message } });
    return report({ kind: "refused", message: `${options.snapshot}: ${message} (${code})` });
  };
  if (doubt !== undefined) {
    const cure = "take a newer snapshot, or plan all the same: --allow-stale-profiles";
    return refuse("STALE_PROFILES", `${doubt}: ${cure}`);
  }
  const planned = planHosts(snapshot.value, { hostIds, destinationHostIds, policy, ...wishesOf(options) });
  if (planned.kind === "refused") return refuse(planned.code, planned.message);
  showPlan(hostIds.join(", "), planned.plan, snapshot.value, options);
  return EXIT.done;
}

/** Without an id: the evacuation that runs, when there is exactly one. */
export async function watch(
  bus: Bus,
  evacuationId: string | undefined,
  options: { readonly json?: true },
): Promise<Result<ExitCode>> {
  const id = evacuationId === undefined ? await theRunningOne(bus) : ok(evacuationId);
  if (!id.ok) return id;
  const status = await statusOf(bus, id.value);
  if (!status.ok) return explained(status, "planner");
  const { request, plannedTimeUnixMilliseconds: planned } = status.value;
  // The journal's clock is the server's: a minute earlier also covers an operator's clock that is ahead.
  const from = Math.min(request.requestTimeUnixMilliseconds, planned ?? Number.POSITIVE_INFINITY) - 60_000;
  return follow(bus, {
    evacuationId: id.value,
    from: { time: new Date(Math.max(0, from)) },
    json: options.json === true,
    begin: async () => ok(undefined),
  });
}

async function theRunningOne(bus: Bus): Promise<Result<string>> {
  const list = await bus.request(
    subjects.listEvacuations(),
    codecs.GetEvacuation,
    { evacuationId: "all" },
    codecs.EvacuationList,
    ASK_MILLISECONDS,
  );
  if (!list.ok) return explained(list, "planner");
  const running = list.value.evacuations.filter(({ state }) => state === "RUNNING" || state === "CANCELLING");
  const [only] = running;
  if (only !== undefined && running.length === 1) return ok(only.request.evacuationId);
  const ids = running.map(({ request }) => request.evacuationId).join(", ");
  return fail("not_found", running.length === 0 ? "no evacuation is running" : `several are running, name one: ${ids}`);
}

export async function cancel(
  bus: Bus,
  evacuationId: string,
  options: { readonly reason?: string; readonly json?: true },
): Promise<Result<ExitCode>> {
  const stored = await storeCancellation(bus, evacuationId, options.reason);
  if (!stored.ok) return stored;
  if (options.json) printJsonLine({ evacuationId, cancelled: "asked for" });
  else
    print([
      `evacuation ${evacuationId}: nothing more of it will be started, and VMs that are pre-copied stay. Follow it: contraflow watch ${evacuationId}`,
    ]);
  return ok(EXIT.done);
}

function storeCancellation(bus: Bus, evacuationId: string, reason?: string) {
  return bus.store({
    subject: subjects.cancel(evacuationId),
    codec: codecs.CancelEvacuation,
    value: { evacuationId, ...(reason === undefined ? {} : { reason }) },
    id: `cancel-${evacuationId}`,
    signal: AbortSignal.timeout(STORE_LIMIT_MILLISECONDS),
  });
}

/** Sorts by time, and two in the same millisecond differ. */
function newEvacuationId(): string {
  return `e${Date.now().toString(36)}-${randomBytes(2).toString("hex")}`;
}
