import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { SetPace } from "../kit/domain/migration.ts";
import { assertNever, fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { viewOf } from "./answer.ts";
import { beginSource, decideSource } from "./core/source.ts";
import type { RecoveryOutcome, SourceEffect, SourceInput } from "./core/source-decision.ts";
import type { SourceEvent } from "./core/source-event.ts";
import {
  acceptSource,
  evolveSource,
  hasEnded,
  type MovingOrder,
  orderOf,
  type Past,
  type SourceOrder,
  type SourceState,
  takeOverSource,
} from "./core/source-state.ts";
import { Destination } from "./destination.ts";
import { type MigrationJournal, openJournal } from "./journal.ts";
import type { ExecutorDeps, SourceVm } from "./ports.ts";
import { prepareSource } from "./source-preparation.ts";
import { tcpUri } from "./tcp-uri.ts";

/**
 * One migration at its source: feeds the core with what happens and does what it says. Inputs are handled one at a
 * time; what an effect takes long for comes back as an input.
 */

const tickMilliseconds = 250;
const ticksBetweenLooks = 8;
const attachAgainMilliseconds = 1_000;

export class SourceMigration {
  readonly journal: MigrationJournal;
  readonly ended: Promise<void>;
  #state: SourceState;
  #vm: SourceVm | undefined;
  readonly #deps: ExecutorDeps;
  readonly #destination: Destination;
  readonly #stopTimers = new Set<() => void>();
  /** Effects that answer with an input and must not overlap with themselves. */
  readonly #inFlight = new Map<string, "once" | "again">();
  #attaching: Promise<void> = Promise.resolve();
  readonly #cancellations: { close(): Promise<void> };
  #left = false;
  #ticks = 0;
  #cancelFound = false;
  #paceRevision = 0;
  #resolveEnded: () => void = () => undefined;

  private constructor(state: SourceState, deps: ExecutorDeps) {
    this.#deps = deps;
    this.#state = state;
    this.journal = openJournal(deps, orderOf(state).migration);
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    const { migrationId } = orderOf(state).migration;
    this.#destination = new Destination(deps.bus, migrationId);
    this.#cancellations = deps.bus.subscribe(
      subjects.migrationEvent(migrationId, "cancelled"),
      undefined,
      (_, bytes) => {
        const cancelled = codecs.MigrationCancelled.decode(bytes);
        if (cancelled.ok) this.#feed({ type: "cancel", reason: cancelled.value.reason });
      },
    );
  }

  static begin(order: SourceOrder, deps: ExecutorDeps): SourceMigration {
    const source = new SourceMigration(acceptSource(order), deps);
    for (const effect of beginSource(order)) source.#perform(effect);
    source.#tickEvery();
    return source;
  }

  /** Goes on with what an earlier executor began: QEMU has been at it all the time. */
  static takeOver(order: MovingOrder, past: Past, deps: ExecutorDeps): SourceMigration {
    const source = new SourceMigration(takeOverSource(order, past), deps);
    source.#attaching = source.#attach();
    source.#tickEvery();
    return source;
  }

  get state(): SourceState {
    return this.#state;
  }

  setPace({ paceBytesPerSecond, revision }: Pick<SetPace, "paceBytesPerSecond" | "revision">): void {
    // One that was delivered again, or overtaken.
    if (revision !== undefined && revision <= this.#paceRevision) return;
    this.#paceRevision = revision ?? this.#paceRevision;
    this.#feed(paceBytesPerSecond === undefined ? { type: "pace" } : { type: "pace", paceBytesPerSecond });
  }

  cancel(reason: string): void {
    this.#feed({ type: "cancel", reason });
  }

  /** A pre-copy that does not converge becomes a post-copy, where both ends were found to be fit for it at the start. */
  async escalate(reason: string): Promise<void> {
    const { migration } = this.#order;
    await this.#attaching;
    if (this.#state.phase !== "copying" || this.#order.technique !== "PRE_COPY") return;
    const allowed = await this.#vm?.isPostCopyAllowed();
    if (allowed?.ok === true && allowed.value) {
      this.#deps.log.info({ ...migration, reason }, "pre-copy becomes post-copy");
      this.#feed({ type: "escalate" });
      return;
    }
    const because =
      allowed?.ok === false ? allowed.failure.message : "both ends were not found fit for it at its start";
    const body = { reason: because, eventTimeUnixMilliseconds: Math.round(this.#deps.clock.now()) };
    this.journal.append({ name: "not-escalated", body });
  }

  /** Nothing more is done or said here, whatever happens. The VM is not touched. */
  async leave(): Promise<void> {
    this.#left = true;
    void this.#cancellations.close();
    for (const stop of this.#stopTimers) stop();
    await this.#vm?.letGo();
  }

  #feed(input: SourceInput): void {
    if (this.#left || hasEnded(this.#state)) return;
    const { events, effects } = decideSource(this.#state, input, this.#deps.clock.now());
    for (const event of events) {
      this.#state = evolveSource(this.#state, event);
      this.#record(event);
    }
    for (const effect of effects) this.#perform(effect);
    if (hasEnded(this.#state)) void this.#end();
  }

  async #end(): Promise<void> {
    void this.#cancellations.close();
    for (const stop of this.#stopTimers) stop();
    await this.#vm?.letGo();
    await this.journal.flush();
    this.#resolveEnded();
  }

  #perform(effect: SourceEffect): void {
    switch (effect.type) {
      case "prepare":
        void this.#prepare(effect.order);
        break;
      case "migrate":
        this.#command(
          "migrate",
          (vm) => vm.migrate(effect.uri),
          (outcome) => {
            // Unknown is not refused: QEMU may be migrating, and the observations that follow will say.
            const isRefused = !outcome.ok && outcome.failure.kind !== "outcome_unknown";
            return isRefused
              ? { type: "migrate-answered", refusal: outcome.failure.message }
              : { type: "migrate-answered" };
          },
        );
        break;
      case "start-post-copy":
        this.#command("start-post-copy", (vm) => vm.startPostCopy());
        break;
      case "hold":
        this.#alone("hold", () => this.#hold());
        break;
      case "run-there":
        this.#alone("run-there", () => this.#runThere());
        break;
      case "cancel":
        this.#command("cancel", (vm) => vm.cancel());
        break;
      case "pause-stream":
        this.#command("pause-stream", (vm) => vm.pauseStream());
        break;
      case "recover":
        this.#alone("recover", () => this.#recover(effect.attempt));
        break;
      case "set-pace":
        this.#alone("set-pace", () => this.#setPace());
        break;
      case "rerun":
        this.#command(
          "rerun",
          (vm) => vm.rerun(),
          () => ({ type: "rerun-answered" }),
        );
        break;
      case "observe":
        this.#alone("observe", () => this.#observe());
        break;
      case "ask-destination":
        this.#alone("ask-destination", () => this.#askDestination());
        break;
      case "ask-traffic":
        this.#alone("ask-traffic", () => this.#askTraffic());
        break;
      case "release":
        this.#alone("release", () => this.#release());
        break;
      case "report":
        this.#report(effect);
        break;
      case "warn":
        this.#log("ask-destination", effect.reason);
        break;
      case "wake":
        this.#after(effect.inMilliseconds, () => this.#feed({ type: "tick" }));
        break;
      default:
        assertNever(effect);
    }
  }

  async #prepare(order: SourceOrder): Promise<void> {
    const opened = await this.#open(order.migration.vmId);
    if (!opened.ok) {
      this.#feed({ type: "not-prepared", reason: opened.failure.message, vmLocation: "UNCERTAIN" });
      return;
    }
    this.#vm = opened.value;
    const input = await prepareSource(opened.value, order, {
      ask: () => this.#destination.ask(),
      reach: (address, port) => this.#deps.hypervisor.reach(address, port),
      pause: (milliseconds) => new Promise<void>((resolve) => this.#after(milliseconds, resolve)),
      log: this.#deps.log,
    });
    this.#feed(input);
  }

  #open(vmId: string): Promise<Result<SourceVm>> {
    return this.#deps.hypervisor.openSource(vmId, {
      statusChanged: () => this.#feed({ type: "status-changed" }),
      passBegan: (pass) => this.#feed({ type: "pass-began", pass }),
      stopped: (atUnixMilliseconds) => this.#feed({ type: "vm-stopped", atUnixMilliseconds }),
      resumed: () => this.#feed({ type: "status-changed" }),
      gone: () => this.#feed({ type: "source-gone" }),
    });
  }

  /** A monitor that somebody else holds, perhaps the executor before this one, becomes free. */
  async #attach(): Promise<void> {
    while (!this.#left) {
      const opened = await this.#open(this.#order.migration.vmId);
      if (opened.ok) {
        this.#vm = opened.value;
        if (this.#left) await opened.value.letGo();
        const pace = await opened.value.readPace();
        // What it is held to was said to the executor before this one.
        if (pace.ok) this.#feed({ type: "pace-read", ...pace.value });
        this.#feed({ type: "status-changed" });
        return;
      }
      if (opened.failure.kind === "not_found") {
        this.#feed({ type: "source-gone" });
        return;
      }
      this.#log("take-over", opened.failure.message);
      await new Promise<void>((resolve) => this.#after(attachAgainMilliseconds, resolve));
    }
  }

  #command(
    name: string,
    send: (vm: SourceVm) => Promise<Result<void>>,
    inputOf?: (outcome: Result<void>) => SourceInput,
  ): void {
    if (this.#vm === undefined) return;
    void send(this.#vm).then((outcome) => {
      if (!outcome.ok) this.#log(name, outcome.failure.message);
      if (inputOf !== undefined) this.#feed(inputOf(outcome));
    });
  }

  /** What the order says when QEMU gets to it, not what it said when this was asked for. */
  async #setPace(): Promise<void> {
    const { paceBytesPerSecond } = this.#order;
    const set = await this.#vm?.setPace(paceBytesPerSecond);
    if (set === undefined) return;
    if (!set.ok) this.#log("set-pace", set.failure.message);
    else
      this.#feed(paceBytesPerSecond === undefined ? { type: "pace-read" } : { type: "pace-read", paceBytesPerSecond });
  }

  /** At most one of each kind; one more when it was wanted again meanwhile, so that no change goes unseen. */
  #alone(name: string, run: () => Promise<void>): void {
    if (this.#inFlight.has(name)) {
      this.#inFlight.set(name, "again");
      return;
    }
    this.#inFlight.set(name, "once");
    void run().finally(() => {
      const wanted = this.#inFlight.get(name);
      this.#inFlight.delete(name);
      if (wanted === "again" && !this.#left && !hasEnded(this.#state)) this.#alone(name, run);
    });
  }

  async #observe(): Promise<void> {
    const observation = await this.#vm?.observe();
    if (observation === undefined) return;
    if (observation.ok) this.#feed({ type: "observed", observation: observation.value });
    else this.#log("observe", observation.failure.message);
  }

  async #askDestination(): Promise<void> {
    const answer = await this.#destination.ask();
    if (answer.ok) this.#feed({ type: "incoming-answered", incoming: viewOf(answer.value) });
    else this.#feed({ type: "incoming-silent" });
  }

  async #askTraffic(): Promise<void> {
    const answer = await this.#destination.ask();
    if (!answer.ok) return;
    const { outboundBytes, inboundBytes } = answer.value;
    if (outboundBytes === undefined || inboundBytes === undefined) return;
    this.#feed({ type: "traffic", outboundBytes, inboundBytes });
  }

  async #hold(): Promise<void> {
    const answer = await this.#destination.hold(false);
    const isHeld = answer.ok && answer.value.held !== undefined;
    this.#feed({ type: "hold-answered", isHeld, reason: answer.ok ? "it does not say so" : answer.failure.message });
  }

  async #runThere(): Promise<void> {
    const answer = await this.#destination.hold(true);
    if (!answer.ok) this.#log("run-there", answer.failure.message);
  }

  async #recover(attempt: number): Promise<void> {
    const resumed = await this.#resumeOnce(attempt);
    const outcome: RecoveryOutcome = resumed.ok
      ? { kind: "resumed" }
      : { kind: "not_resumed", reason: resumed.failure.message };
    this.#feed({ type: "recovery-tried", outcome });
  }

  /**
   * QEMU is only told to connect over a way that has just been seen to work: a connection that breaks while the halves find
   * each other again leaves 7.2 where nothing can be recovered any more.
   */
  async #resumeOnce(attempt: number): Promise<Result<void>> {
    if (this.#vm?.isConnecting() === true) return fail("unavailable", "a connection is still being tried");
    const offered = await this.#destination.prepareRecovery(attempt);
    if (!offered.ok) return offered;
    const { address, port } = offered.value;
    const reachable = await this.#deps.hypervisor.probe(address, port);
    if (!reachable.ok) return reachable;
    const listening = await this.#destination.prepareRecovery(attempt, port);
    if (!listening.ok) return listening;
    // It may have ended, or been left, meanwhile.
    if (this.#left || this.#vm === undefined || this.#state.phase !== "paused") return ok(undefined);
    const resumed = await this.#vm.resumeStream(tcpUri(address, port));
    // Unknown is not refused: what QEMU makes of it is observed.
    return resumed.ok || resumed.failure.kind === "outcome_unknown" ? ok(undefined) : resumed;
  }

  async #release(): Promise<void> {
    if (this.#state.phase !== "releasing") return;
    const { vmId } = this.#order.migration;
    const released = await (this.#vm?.release() ?? this.#deps.hypervisor.clearPlace(vmId));
    if (!released.ok) this.#log("release", released.failure.message);
    this.#feed({ type: released.ok ? "released" : "not-released" });
  }

  #report(effect: Extract<SourceEffect, { type: "report" }>): void {
    const { migration, technique } = this.#order;
    const sent = this.#deps.bus.publish(subjects.progress(migration.migrationId), codecs.MigrationProgress, {
      migration,
      technique,
      phase: effect.phase,
      ...effect.progress,
      sampleTimeUnixMilliseconds: Math.round(this.#deps.clock.now()),
    });
    if (!sent.ok && sent.failure.kind === "invalid") this.#log("report", sent.failure.message);
  }

  #record(event: SourceEvent): void {
    const { technique } = this.#order;
    const eventTimeUnixMilliseconds = Math.round(
      "atUnixMilliseconds" in event ? event.atUnixMilliseconds : this.#deps.clock.now(),
    );
    switch (event.type) {
      case "started":
        this.journal.append({ name: "started", body: { technique, eventTimeUnixMilliseconds } });
        break;
      case "switched":
        this.journal.append({ name: "switched", body: { eventTimeUnixMilliseconds } });
        break;
      case "settled":
        this.journal.append({ name: "settled", body: { eventTimeUnixMilliseconds, observed: event.observed } });
        break;
      case "paused":
        this.journal.append({ name: "paused", body: { eventTimeUnixMilliseconds, reason: event.reason } });
        break;
      case "recovered":
        this.journal.append({ name: "recovered", body: { eventTimeUnixMilliseconds, lostSeconds: event.lostSeconds } });
        break;
      case "completed": {
        const { type: _, ...figures } = event;
        this.journal.append({ name: "completed", body: { technique, eventTimeUnixMilliseconds, ...figures } });
        break;
      }
      case "failed": {
        const { type: _, ...why } = event;
        this.journal.append({ name: "failed", body: { ...why, eventTimeUnixMilliseconds } });
        break;
      }
      default:
        break;
    }
  }

  get #order(): MovingOrder {
    return orderOf(this.#state);
  }

  #tickEvery(): void {
    this.#after(tickMilliseconds, () => {
      this.#feed({ type: "tick" });
      this.#ticks += 1;
      if (this.#ticks % ticksBetweenLooks === 0) this.#alone("look", () => this.#lookForCancellation());
      if (!this.#left && !hasEnded(this.#state)) this.#tickEvery();
    });
  }

  /** It may have been said while NATS was away, or before anybody listened here. */
  async #lookForCancellation(): Promise<void> {
    const { phase } = this.#state;
    if (phase !== "preparing" && phase !== "copying") return;
    const subject = subjects.migrationEvent(this.#order.migration.migrationId, "cancelled");
    try {
      const isCancelled = (await this.#deps.bus.lastSequenceOf(subject)) > 0;
      // Once: what could not be cancelled then can even less later.
      if (isCancelled && !this.#cancelFound) this.#feed({ type: "cancel", reason: "the evacuation was cancelled" });
      this.#cancelFound ||= isCancelled;
    } catch (error) {
      this.#log("look-for-cancellation", messageOf(error));
    }
  }

  #after(milliseconds: number, call: () => void): void {
    const stop = this.#deps.clock.after(milliseconds, () => {
      this.#stopTimers.delete(stop);
      call();
    });
    this.#stopTimers.add(stop);
  }

  #log(what: string, reason: string): void {
    this.#deps.log.warn({ ...this.#order.migration, phase: this.#state.phase, what, reason }, "did not go well");
  }
}
