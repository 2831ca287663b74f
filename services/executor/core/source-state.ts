import type { MigrationRef, VmLocation } from "../../kit/domain/migration.ts";
import type { Technique } from "../../kit/domain/technique.ts";
import { assertNever } from "../../kit/failure/failure.ts";
import { noProgress, type ProgressTrack } from "./progress.ts";
import type { Ram } from "./qemu.ts";
import { type ExpectedTraffic, readRequests, readTraffic, type Settling, startSettling } from "./settling.ts";
import type { Silence, SourceEvent, SourceProof } from "./source-event.ts";
import { type Flow, type Mending, readFlow, startMending } from "./stream.ts";

/** The source's half of a migration: its states, and how each event changes them. Replaying the events rebuilds it. */

export interface MovingOrder {
  readonly migration: MigrationRef;
  readonly technique: Technique;
  /** Absent: as fast as the link allows. */
  readonly paceBytesPerSecond?: number;
  /** What tells that the VM runs well again. */
  readonly expectedTraffic?: ExpectedTraffic;
  /** Of a hybrid's first pass, 0 to 1: the VM goes over when that much of memory has been passed. Absent: all of it. */
  readonly switchShare?: number;
}

export interface SourceOrder extends MovingOrder {
  /** As QEMU wants it, for example `tcp:10.0.0.2:49152`. */
  readonly uri: string;
}

/** What the journal says of a migration that an earlier executor began and did not see through. */
export interface Past {
  readonly startedAt: number;
  readonly switchedAtUnixMilliseconds?: number;
  readonly settled: boolean;
}

/** What a migration that QEMU was told of takes along from phase to phase. */
export interface Course {
  readonly order: MovingOrder;
  /** Begun by an earlier executor: what it asked of QEMU last is not known. */
  readonly takenOver: boolean;
  readonly startedAt: number;
  /** QEMU's time of the VM's stop here. Absent: it runs here, or its stop was not seen. */
  readonly stoppedAtUnixMilliseconds?: number;
  /** Since when that is known. */
  readonly stoppedSince?: number;
  readonly switched: boolean;
  readonly track: ProgressTrack;
  readonly ram?: Ram;
  readonly observedAt: number;
  readonly flow?: Flow;
  /** When the last page that follows the VM will have been sent, or was, by the reading before. */
  readonly lastPageAt?: number;
  /** The VM runs at the destination, by its executor's word or by the pages that it asked for. */
  readonly seenThere: boolean;
  readonly pauseAskedAt?: number;
  /** How long its traffic stood still after it went over. */
  readonly trafficStallSeconds?: number;
  /** The destination was asked to run nothing by itself. */
  readonly mayBeHeld?: true;
  /** QEMU was told to cancel, or may have been: the VM may have run on here since. */
  readonly mayBeCancelled?: true;
  readonly silence?: Silence;
  /** A pre-copy that is to go over when this pass has ended, at the latest at that time. */
  readonly escalatedIn?: { readonly pass: number; readonly until: number };
  /** The limit that QEMU was last read to have. Absent: it was not read since an order changed it. */
  readonly qemuPace?: { readonly bytesPerSecond: number | undefined };
  /** Its order says what it is to be held to now: always, but in one that was taken over and not paced since. */
  readonly paceIsKnown: boolean;
}

/** Whether this side asked for post-copy at any time. Once it did, the VM may run at the destination. */
export type PostCopy = "never_asked" | "asked";

export type SourceState =
  /** QEMU is checked and set up; nothing has been sent. */
  | {
      readonly phase: "preparing";
      readonly order: SourceOrder;
      readonly preparedPace: number | undefined;
      readonly cancelReason?: string;
    }
  /** The VM runs here while its memory is copied. */
  | { readonly phase: "copying"; readonly course: Course; readonly connectedAt: number | undefined }
  /** It is to be cancelled; the destination is told to run nothing by itself. */
  | { readonly phase: "holding"; readonly course: Course; readonly reason: string; readonly since: number }
  /** The destination runs nothing, and QEMU was told to cancel. */
  | { readonly phase: "cancelling"; readonly course: Course; readonly reason: string; readonly since: number }
  /** Post-copy was asked for: from here on the VM may run at the destination. */
  | { readonly phase: "switching"; readonly course: Course }
  /** The VM runs at the destination and its memory follows. */
  | { readonly phase: "following"; readonly course: Course; readonly settling: Settling }
  /** The stream of a post-copy broke: memory is on both hosts, both wait. */
  | {
      readonly phase: "paused";
      readonly course: Course;
      readonly settling: Settling;
      /** Since when nothing has come through. */
      readonly pausedAt: number;
      readonly mending: Mending;
    }
  /** Everything was sent, or the source's process is gone; what happened there is asked of the destination. */
  | {
      readonly phase: "confirming";
      readonly course: Course;
      readonly postCopy: PostCopy;
      readonly source: SourceProof;
      readonly sentAt: number;
    }
  /** The destination confirmed: the source's process is ended and its taps are removed. */
  | {
      readonly phase: "releasing";
      readonly course: Course;
      readonly sentAt: number;
      readonly resumedAtUnixMilliseconds: number | undefined;
      readonly stallSeconds?: number | undefined;
    }
  /** The migration failed; where the VM is, is being found out. `rerunning`: it was told to run here. */
  | {
      readonly phase: "failing";
      readonly course: Course;
      readonly postCopy: PostCopy;
      readonly vm: "runs_here" | "stopped_here" | "rerunning";
      readonly reason: string;
      readonly since: number;
    }
  | { readonly phase: "completed"; readonly order: MovingOrder }
  | { readonly phase: "failed"; readonly order: MovingOrder; readonly reason: string; readonly vmLocation: VmLocation };

export function acceptSource(order: SourceOrder): SourceState {
  return { phase: "preparing", order, preparedPace: order.paceBytesPerSecond };
}

/** As if it had just begun: what QEMU says next tells how far it is. */
export function takeOverSource(order: MovingOrder, past: Past): SourceState {
  const { startedAt, switchedAtUnixMilliseconds: stoppedAt } = past;
  const course: Course = {
    order,
    takenOver: true,
    startedAt,
    ...(stoppedAt === undefined ? {} : { stoppedAtUnixMilliseconds: stoppedAt }),
    switched: stoppedAt !== undefined,
    track: noProgress,
    observedAt: startedAt,
    seenThere: past.settled,
    paceIsKnown: false,
    // What was begun with the destination is not known either.
    mayBeHeld: true,
    mayBeCancelled: true,
  };
  return past.settled
    ? { phase: "following", course, settling: { kind: "settled" } }
    : { phase: "copying", course, connectedAt: undefined };
}

export type Underway = Extract<SourceState, { readonly course: Course }>;

export function isUnderway(state: SourceState): state is Underway {
  return "course" in state;
}

export function orderOf(state: SourceState): MovingOrder {
  return "course" in state ? state.course.order : state.order;
}

export function hasEnded(state: SourceState): boolean {
  return state.phase === "completed" || state.phase === "failed";
}

export function postCopyOf(state: SourceState): PostCopy {
  switch (state.phase) {
    case "switching":
    case "following":
    case "paused":
      return "asked";
    case "confirming":
    case "failing":
      return state.postCopy;
    default:
      return "never_asked";
  }
}

export function evolveSource(state: SourceState, event: SourceEvent): SourceState {
  switch (event.type) {
    case "pace-changed":
      return paced(state, event.paceBytesPerSecond);
    case "pace-read":
      return withCourse(state, { qemuPace: { bytesPerSecond: event.paceBytesPerSecond } });
    case "escalated":
      return withCourse(state, {
        order: { ...orderOf(state), technique: "HYBRID" },
        escalatedIn: { pass: event.pass, until: event.until },
      });
    case "started":
      return {
        phase: "copying",
        course: {
          order: orderOf(state),
          takenOver: event.takenOver ?? false,
          startedAt: event.at,
          switched: false,
          track: noProgress,
          observedAt: event.at,
          seenThere: false,
          paceIsKnown: event.takenOver !== true,
          ...(event.takenOver && { mayBeHeld: true, mayBeCancelled: true }),
          ...(state.phase === "preparing" ? { qemuPace: { bytesPerSecond: state.preparedPace } } : {}),
        },
        connectedAt: undefined,
      };
    case "connected":
      return state.phase === "copying" ? { ...state, connectedAt: event.at } : state;
    case "observed":
      return withRequests(withReading(state, event), event);
    case "measured":
      return withCourse(state, { track: event.track });
    case "vm-stopped":
      return withCourse(state, { stoppedAtUnixMilliseconds: event.atUnixMilliseconds, stoppedSince: event.at });
    case "stop-seen":
      return withCourse(state, { stoppedSince: event.at });
    case "post-copy-asked":
      return state.phase === "copying" ? { phase: "switching", course: state.course } : state;
    case "switched":
      return withCourse(state, { switched: true });
    case "following":
      return state.phase === "switching" || state.phase === "copying"
        ? { phase: "following", course: state.course, settling: beginSettling(state.course, event.at) }
        : state;
    case "traffic-seen":
      return state.phase === "following" ? { ...state, settling: readTraffic(state.settling, event.sample) } : state;
    case "settled":
      return state.phase === "following" || state.phase === "paused"
        ? { ...state, course: withStall(state.course, state.settling), settling: { kind: "settled" } }
        : state;
    case "paused":
      return state.phase === "following" || state.phase === "switching" || state.phase === "copying"
        ? {
            phase: "paused",
            course: withoutLastPage(state.course),
            settling: state.phase === "following" ? state.settling : beginSettling(state.course, event.at),
            pausedAt: state.course.flow?.since ?? event.at,
            mending: startMending(event.at),
          }
        : state;
    case "cancel-noted":
      return state.phase === "preparing" ? { ...state, cancelReason: event.reason } : state;
    case "holding":
      return state.phase === "copying"
        ? { phase: "holding", course: { ...state.course, mayBeHeld: true }, reason: event.reason, since: event.at }
        : state;
    case "held":
      return state.phase === "holding"
        ? { ...state, phase: "cancelling", since: event.at, course: { ...state.course, mayBeCancelled: true } }
        : state;
    case "cancel-repeated":
      return state.phase === "cancelling" ? { ...state, since: event.at } : state;
    case "cancel-given-up":
      return state.phase === "holding" ? { phase: "copying", course: state.course, connectedAt: undefined } : state;
    case "seen-there":
      return withCourse(state, { seenThere: true });
    case "pause-asked":
      return withCourse(state, { pauseAskedAt: event.at });
    case "recovery-began":
      return mendingWith(state, ({ attempts }) => ({ attempts: attempts + 1, isTrying: true }));
    case "recovery-tried":
      return mendingWith(state, () => ({
        isTrying: false,
        nextAt: event.nextAt,
        ...(event.reason === undefined ? {} : { reason: event.reason }),
      }));
    case "recovering":
      return mendingWith(state, () => ({ recoveringSince: event.at }));
    case "recovery-broke":
      return state.phase === "paused" ? { ...state, mending: withoutRecovering(state.mending, event.at) } : state;
    case "recovered":
      return state.phase === "paused"
        ? { phase: "following", course: flowingAgain(state.course), settling: state.settling }
        : state;
    case "all-sent":
      return "course" in state
        ? {
            phase: "confirming",
            course: state.course,
            postCopy: postCopyOf(state),
            source: event.source,
            sentAt: event.at,
          }
        : state;
    case "source-proven":
      return state.phase === "confirming" && state.source === "unproven" ? { ...state, source: "postmigrate" } : state;
    case "source-gone":
      return state.phase === "confirming" ? { ...state, source: "gone" } : state;
    case "destination-confirmed":
      return state.phase === "confirming"
        ? {
            phase: "releasing",
            course: state.course,
            sentAt: state.sentAt,
            resumedAtUnixMilliseconds: event.resumedAtUnixMilliseconds,
            stallSeconds: event.stallSeconds,
          }
        : state;
    case "failing":
      return "course" in state
        ? {
            phase: "failing",
            course: state.course,
            postCopy: postCopyOf(state),
            vm: event.vm,
            reason: event.reason,
            since: event.at,
          }
        : state;
    case "rerun-asked":
      return state.phase === "failing" ? { ...state, vm: "rerunning", since: event.at } : state;
    case "silence":
      return withSilence(state, event.silence);
    case "completed":
      return { phase: "completed", order: orderOf(state) };
    case "failed":
      return { phase: "failed", order: orderOf(state), reason: event.reason, vmLocation: event.vmLocation };
    default:
      return assertNever(event);
  }
}

function paced(state: SourceState, paceBytesPerSecond: number | undefined): SourceState {
  if (state.phase === "preparing") return { ...state, order: withPace(state.order, paceBytesPerSecond) };
  if (!("course" in state)) return state;
  const { qemuPace: _, ...course } = state.course;
  return { ...state, course: { ...course, order: withPace(course.order, paceBytesPerSecond), paceIsKnown: true } };
}

function withPace<T extends MovingOrder>(
  order: T,
  paceBytesPerSecond: number | undefined,
): Omit<T, "paceBytesPerSecond"> {
  const { paceBytesPerSecond: _, ...rest } = order;
  return paceBytesPerSecond === undefined ? rest : { ...rest, paceBytesPerSecond };
}

function withSilence(state: SourceState, silence: Silence | undefined): SourceState {
  if (!("course" in state)) return state;
  const { silence: _, ...course } = state.course;
  return { ...state, course: silence === undefined ? course : { ...course, silence } };
}

function withCourse(state: SourceState, change: Partial<Course>): SourceState {
  return "course" in state ? { ...state, course: { ...state.course, ...change } } : state;
}

function withReading(state: SourceState, { at, ram }: { readonly at: number; readonly ram?: Ram }): SourceState {
  if (!("course" in state)) return state;
  const { flow, seenThere } = state.course;
  const read =
    ram === undefined ? {} : { ram, flow: readFlow(flow, ram, at), seenThere: seenThere || ram.postCopyRequests > 0 };
  const course = { ...state.course, observedAt: at, ...read };
  if (state.phase !== "following" || ram === undefined) return { ...state, course };
  return { ...state, course: withLastPage(course, ram, at) };
}

function withLastPage(course: Course, { remainingBytes, bytesPerSecond }: Ram, now: number): Course {
  const { lastPageAt } = course;
  // All had been sent before; how long before, the reading before it says.
  if (remainingBytes === 0)
    return lastPageAt === undefined ? course : { ...course, lastPageAt: Math.min(lastPageAt, now) };
  return bytesPerSecond > 0 ? { ...course, lastPageAt: now + (remainingBytes / bytesPerSecond) * 1000 } : course;
}

function mendingWith(state: SourceState, change: (mending: Mending) => Partial<Mending>): SourceState {
  return state.phase === "paused" ? { ...state, mending: { ...state.mending, ...change(state.mending) } } : state;
}

function withoutRecovering({ recoveringSince: _, ...mending }: Mending, now: number): Mending {
  return { ...mending, nextAt: now };
}

/** What it counts begins anew with its stream. */
function flowingAgain({ flow: _, pauseAskedAt: __, ...course }: Course): Course {
  return course;
}

/** When it will have been sent nobody knows, nor when it was, should it have been. */
function withoutLastPage({ lastPageAt: _, ...course }: Course): Course {
  return course;
}

function withStall(course: Course, settling: Settling): Course {
  const stalled = settling.kind === "hot" ? settling.stalledMilliseconds : undefined;
  return stalled === undefined ? course : { ...course, trafficStallSeconds: stalled / 1000 };
}

function beginSettling({ order }: Course, now: number): Settling {
  return startSettling(now, order.expectedTraffic);
}

function withRequests(state: SourceState, event: { at: number; ram?: Ram }): SourceState {
  if (state.phase !== "following" || event.ram === undefined) return state;
  return { ...state, settling: readRequests(state.settling, event.ram.postCopyRequests, event.at) };
}
