import type { Bus, Command, CommandOutcome } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { parseSubject, subjects } from "../kit/bus/subjects.ts";
import type { EvacuationRequest, PlanPreview } from "../kit/domain/evacuation.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { Acting } from "./acting.ts";
import {
  type Admission,
  type AdmissionInput,
  admit,
  type Late,
  refuseEarly,
  reject,
  shortened,
} from "./core/admission.ts";
import { cancel } from "./core/decide.ts";
import type { JournalFold } from "./journal-fold.ts";
import type { Situation } from "./situation.ts";

/**
 * How often a request or a cancellation is tried, about a minute and a half. A cancellation may come while its request
 * waits for an inventory: it is kept for as long as that may.
 */
export const COMMAND_DELIVERIES = 8;

export interface PlannerDeps {
  readonly bus: Bus;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

/** A profiler that is started again, a Redis that another takes over from, or an agent that finds NATS again takes so long; one
 * that is not there stays away. */
const CHANGE_OVER_SECONDS = 5;

/** Each round ends what the one before found; a step is replaced once at the most. */
const CANCEL_ROUNDS = 3;

/** Requests and cancellations: decode, load, decide, store, acknowledge. */
export class Intake {
  readonly #deps: PlannerDeps & { readonly waitForProfilesSeconds: number };
  readonly #situation: Situation;
  readonly #fold: JournalFold;
  readonly #actor: Acting;
  /** Why, by the ids of evacuations that nobody knows: their requests, when they can be answered, are not carried out. */
  readonly #cancelledEarly = new Map<string, string>();
  /** What requests wait for, and since when, by their evacuations' ids. */
  readonly #waiting = new Map<string, { readonly late: Late; readonly since: number }>();

  constructor(
    deps: PlannerDeps & { readonly waitForProfilesSeconds: number },
    situation: Situation,
    fold: JournalFold,
    actor: Acting,
  ) {
    this.#deps = deps;
    this.#situation = situation;
    this.#fold = fold;
    this.#actor = actor;
  }

  async take(command: Command): Promise<CommandOutcome> {
    const evacuationId = parseSubject(command.subject)?.id ?? "";
    if (command.name === "request") {
      const request = codecs.EvacuationRequest.decode(command.bytes);
      if (!request.ok) return { kind: "poison", reason: request.failure.message };
      if (request.value.evacuationId !== evacuationId) {
        return { kind: "poison", reason: `the request is for evacuation ${request.value.evacuationId}` };
      }
      return this.#request(request.value, command.deliveries);
    }
    if (command.name === "cancel") {
      const order = codecs.CancelEvacuation.decode(command.bytes);
      if (!order.ok) return { kind: "poison", reason: order.failure.message };
      return this.#cancel(evacuationId, order.value.reason, command.deliveries);
    }
    return { kind: "poison", reason: `no command is called ${command.name}` };
  }

  async preview(request: EvacuationRequest): Promise<Result<PlanPreview>> {
    const input = await this.#input(request);
    if (!input.ok) return input;
    const admission = fitting(admit(request, { ...input.value, state: this.#fold.state }));
    switch (admission.kind) {
      case "planned":
        return ok({ plan: admission.planned.plan, snapshot: admission.planned.snapshot });
      case "rejected":
        return ok({ refusal: admission.rejected });
      case "bug":
        return fail("bug", violationWords(admission));
    }
  }

  async #request(request: EvacuationRequest, deliveries: number): Promise<CommandOutcome> {
    const { evacuationId } = request;
    // Asked again with the same id: the answer is in the journal, and stays.
    if (this.#fold.state.has(evacuationId)) return { kind: "done" };
    const cancelled = this.#cancelledEarly.get(evacuationId);
    if (cancelled !== undefined) {
      const at = { nowUnixMilliseconds: Math.round(this.#deps.wallMilliseconds()) };
      const rejection = reject(request, at, "CANCELLED", `${cancelled}, before it was planned`.slice(0, 4_000));
      return this.#actor.alone(() => this.#answer(request, rejection));
    }
    const input = await this.#input(request);
    if (!input.ok) {
      this.#deps.log.warn({ evacuationId, reason: input.failure.message }, "no inventory yet; trying again");
      return { kind: "retry" };
    }
    const outcome = await this.#actor.alone(async (): Promise<CommandOutcome> => {
      if (this.#fold.state.has(evacuationId)) return { kind: "done" };
      const admission = admit(request, { ...input.value, state: this.#fold.state });
      if (this.#waits(evacuationId, admission, deliveries)) return { kind: "retry" };
      return this.#answer(request, admission);
    });
    this.#actor.act();
    return outcome;
  }

  /** For profiles and reports that are only late. The last delivery is answered. */
  #waits(evacuationId: string, admission: Admission, deliveries: number): boolean {
    const { wallMilliseconds, waitForProfilesSeconds, log } = this.#deps;
    const now = wallMilliseconds();
    const before = this.#waiting.get(evacuationId);
    this.#waiting.delete(evacuationId);
    if (admission.kind !== "rejected" || admission.late === undefined || deliveries >= COMMAND_DELIVERIES) return false;
    const { late } = admission;
    const since = before?.late === late ? before.since : now;
    const most = late === "answer" ? CHANGE_OVER_SECONDS : Number.POSITIVE_INFINITY;
    if (now - since >= Math.min(waitForProfilesSeconds, most) * 1000) return false;
    this.#waiting.set(evacuationId, { late, since });
    log.warn({ evacuationId, reason: admission.rejected.message }, "waiting for something newer");
    return true;
  }

  async #answer(request: EvacuationRequest, answer: Admission): Promise<CommandOutcome> {
    const { bus, log } = this.#deps;
    const admission = fitting(answer);
    const { evacuationId, hostId } = request;
    if (admission.kind === "bug") {
      const reason = violationWords(admission);
      log.error({ evacuationId, reason }, "the plan was not published");
      return { kind: "poison", reason };
    }
    const stored =
      admission.kind === "planned"
        ? await bus.store({
            subject: subjects.evacuationEvent(evacuationId, "planned"),
            codec: codecs.EvacuationPlanned,
            value: admission.planned,
            id: `${evacuationId}-planned`,
            ifLastSequence: 0,
          })
        : await bus.store({
            subject: subjects.evacuationEvent(evacuationId, "rejected"),
            codec: codecs.EvacuationRejected,
            value: admission.rejected,
            id: `${evacuationId}-rejected`,
            ifLastSequence: 0,
          });
    if (!stored.ok) {
      const { kind, message } = stored.failure;
      if (kind === "stale") return { kind: "done" };
      return kind === "invalid" ? { kind: "poison", reason: message } : { kind: "retry" };
    }
    if (admission.kind === "planned") {
      const { steps, unplaced, forecast } = admission.planned.plan;
      log.info({ evacuationId, hostId, steps: steps.length, unplaced: unplaced.length, forecast }, "planned");
    } else {
      const { code, message } = admission.rejected;
      log.info({ evacuationId, hostId, code, reason: message }, "rejected");
    }
    await this.#fold.reached(stored.value.sequence);
    return { kind: "done" };
  }

  /** What is refused in any case is not asked about. */
  async #input(request: EvacuationRequest): Promise<Result<Omit<AdmissionInput, "state">>> {
    const inventory = await this.#situation.inventory();
    if (!inventory.ok) return inventory;
    const known = inventory.value;
    this.#actor.learnSpecs(known.reports);
    if (refuseEarly(request, { ...known, state: this.#fold.state }) !== undefined)
      return ok({ ...known, profiles: [] });
    return ok(await this.#situation.withProfiles(known, request.hostId, request.destinationHostIds));
  }

  async #cancel(evacuationId: string, why: string | undefined, deliveries: number): Promise<CommandOutcome> {
    return this.#actor.alone(async (): Promise<CommandOutcome> => {
      const reason = `the evacuation was cancelled${why === undefined || why === "" ? "" : `: ${why}`}`;
      const known = this.#fold.state.get(evacuationId);
      if (known === undefined) return this.#cancelUnknown(evacuationId, reason, deliveries);
      this.#cancelledEarly.delete(evacuationId);
      if (known.kind !== "running") return { kind: "done" };
      // A step that was replaced by another while this was said has to be given up as well.
      for (let tried = 0; tried < CANCEL_ROUNDS; tried += 1) {
        const now = this.#fold.state.get(evacuationId);
        const effects = now?.kind === "running" ? cancel(now, reason) : [];
        if (effects.length === 0) break;
        this.#deps.log.info({ evacuationId, givenUp: effects.length }, "cancelling");
        await this.#actor.carryOutAll(evacuationId, effects);
      }
      this.#actor.act();
      return { kind: "done" };
    });
  }

  /** Kept by coming again: another planner, or this one after a restart, learns of it in the same way. */
  #cancelUnknown(evacuationId: string, reason: string, deliveries: number): CommandOutcome {
    if (deliveries < COMMAND_DELIVERIES) {
      if (deliveries === 1) this.#deps.log.warn({ evacuationId }, "cancelling an evacuation that is not known yet");
      this.#cancelledEarly.set(evacuationId, reason);
      return { kind: "retry" };
    }
    this.#cancelledEarly.delete(evacuationId);
    return { kind: "poison", reason: `no evacuation is called ${evacuationId}, and none was asked for meanwhile` };
  }
}

/** What does not fit into one message is answered in fewer words, and the same for a request and for its dry run. */
function fitting(admission: Admission): Admission {
  if (admission.kind === "bug") return admission;
  const encoded =
    admission.kind === "planned"
      ? codecs.EvacuationPlanned.encode(admission.planned)
      : codecs.EvacuationRejected.encode(admission.rejected);
  return encoded.ok ? admission : shortened(admission, encoded.failure.message);
}

function violationWords(admission: Extract<Admission, { kind: "bug" }>): string {
  const words = admission.violations.map(({ code, message }) => `${code}: ${message}`).join("; ");
  return `the plan violates its own rules: ${words}`.slice(0, 4_000);
}
