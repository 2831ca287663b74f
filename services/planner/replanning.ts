/**
 * Looks at running evacuations from time to time and stores a new plan where one is due.
 *
 * 1. A look takes a twentieth of the planner's time at most. For copies that do not converge it is looked each second.
 * 2. A look without the profiles of the hosts that take part concludes nothing: a profiler that is away is no news.
 */
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { ClusterSnapshot } from "../kit/domain/snapshot.ts";
import { messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { Acting } from "./acting.ts";
import { lookInputFor } from "./core/admission.ts";
import type { RunningEvacuation } from "./core/evacuation.ts";
import { escalationsOf, lookAt, type Outlook, replannedBy } from "./core/replan.ts";
import { isCancelling, isNotBegun } from "./core/step-record.ts";
import { firstWatch, type Watch, weigh, weighEscalations } from "./core/watch.ts";
import type { JournalFold } from "./journal-fold.ts";
import type { Situation } from "./situation.ts";

const LOOK_MILLISECONDS = 1_000;
/** Between two looks, for each millisecond that the last one took. */
const REST_FACTOR = 20;

interface Deps {
  readonly bus: Pick<Bus, "store">;
  readonly fold: JournalFold;
  readonly actor: Acting;
  readonly situation: Situation;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

export class Replanning {
  readonly #deps: Deps;
  readonly #watches = new Map<string, Watch>();
  /** The hosts and VMs of the last look: what a VM allows may have changed since it was planned. */
  readonly #lastSeen = new Map<string, ClusterSnapshot>();
  #stopped = false;
  readonly #ticker: NodeJS.Timeout;
  #timer: NodeJS.Timeout;

  constructor(deps: Deps) {
    this.#deps = deps;
    this.#timer = setTimeout(() => this.#lookAgain(), LOOK_MILLISECONDS);
    this.#ticker = setInterval(() => this.#escalate(), LOOK_MILLISECONDS);
  }

  stop(): void {
    this.#stopped = true;
    clearTimeout(this.#timer);
    clearInterval(this.#ticker);
  }

  /** Costs next to nothing, and a copy that does not converge is at the link's cost for as long as it is not seen. */
  #escalate(): void {
    const { fold, situation, wallMilliseconds, log } = this.#deps;
    const now = wallMilliseconds();
    for (const [evacuationId, evacuation] of fold.state) {
      if (evacuation.kind !== "running" || isCancelling(evacuation)) continue;
      const snapshot = this.#lastSeen.get(evacuationId) ?? evacuation.planned.snapshot;
      const escalations = escalationsOf(evacuation, snapshot, situation.progress, now);
      const { watch, act } = weighEscalations(this.#watches.get(evacuationId) ?? firstWatch, escalations, now);
      this.#watches.set(evacuationId, watch);
      if (act === undefined) continue;
      this.#publish(evacuationId, evacuation.revision, act).catch((error) =>
        log.error({ evacuationId, reason: messageOf(error) }, "could not escalate"),
      );
    }
  }

  #lookAgain(): void {
    const began = performance.now();
    this.#look()
      .catch((error) => this.#deps.log.error({ reason: messageOf(error) }, "could not look at the plans"))
      .finally(() => {
        if (this.#stopped) return;
        const rest = Math.max(LOOK_MILLISECONDS, REST_FACTOR * (performance.now() - began));
        this.#timer = setTimeout(() => this.#lookAgain(), rest);
      });
  }

  async #look(): Promise<void> {
    const { fold, situation } = this.#deps;
    for (const evacuationId of this.#watches.keys()) {
      if (fold.state.get(evacuationId)?.kind === "running") continue;
      this.#watches.delete(evacuationId);
      this.#lastSeen.delete(evacuationId);
    }
    const open = [...fold.state].flatMap(([evacuationId, evacuation]) =>
      evacuation.kind === "running" && canChange(evacuation) ? [evacuationId] : [],
    );
    if (open.length === 0) return;
    const inventory = await situation.inventory();
    if (!inventory.ok) return;
    for (const evacuationId of open) {
      const known = fold.state.get(evacuationId);
      if (this.#stopped) return;
      if (known?.kind !== "running") continue;
      const { hostId, destinationHostIds } = known.planned.request;
      const input = await situation.withProfiles(inventory.value, hostId, destinationHostIds);
      const answered = new Set(input.profiles.map((profiles) => profiles.hostId));
      if (!takingPart(known).every((id) => answered.has(id))) continue;
      // What is wrong with one is nothing to the others.
      await this.#weigh(evacuationId, input).catch((error) =>
        this.#deps.log.error({ evacuationId, reason: messageOf(error) }, "could not look at the plan"),
      );
    }
  }

  async #weigh(evacuationId: string, input: Awaited<ReturnType<Situation["withProfiles"]>>): Promise<void> {
    const { fold, wallMilliseconds } = this.#deps;
    const { state } = fold;
    const evacuation = state.get(evacuationId);
    if (evacuation?.kind !== "running") return;
    const looking = lookInputFor(evacuationId, { ...input, state });
    this.#lastSeen.set(evacuationId, looking.snapshot);
    const outlook = lookAt(evacuation, looking);
    const before = this.#watches.get(evacuationId) ?? firstWatch;
    const { watch, act } = weigh(before, outlook, wallMilliseconds());
    this.#watches.set(evacuationId, watch);
    if (act !== undefined) await this.#publish(evacuationId, evacuation.revision, act);
  }

  async #publish(evacuationId: string, revision: number, act: Outlook): Promise<void> {
    const { fold, actor, bus, log, wallMilliseconds } = this.#deps;
    await actor.alone(async () => {
      const current = fold.state.get(evacuationId);
      // Planned anew by another planner meanwhile: the next look starts from that.
      if (current?.kind !== "running" || current.revision !== revision || this.#stopped) return;
      const value = replannedBy(evacuationId, current, act, Math.round(wallMilliseconds()));
      const stored = await bus.store({
        subject: subjects.evacuationEvent(evacuationId, "replanned"),
        codec: codecs.EvacuationReplanned,
        value,
        id: `${evacuationId}-replanned-${value.revision}`,
      });
      if (!stored.ok) {
        log.warn(
          { evacuationId, reason: stored.failure.message },
          "the new plan was not published; the old one stands",
        );
        return;
      }
      log.info({ evacuationId, revision: value.revision, reason: value.reason }, "planned anew");
      await fold.reached(stored.value.sequence);
    });
    actor.act();
  }
}

/** Something has not begun, has no place, or is a pre-copy. */
function canChange({ steps, planned }: RunningEvacuation): boolean {
  if (planned.plan.unplaced.length > 0) return true;
  return steps.some(
    (record) => isNotBegun(record) || (record.state.kind === "running" && record.step.technique === "PRE_COPY"),
  );
}

function takingPart({ planned, steps }: RunningEvacuation): readonly string[] {
  const left = steps.filter(isNotBegun).map(({ step }) => step.destinationHostId);
  const reporting = new Set(planned.snapshot.hosts.map(({ hostId }) => hostId));
  return [...new Set([planned.request.hostId, ...left])].filter((hostId) => reporting.has(hostId));
}
