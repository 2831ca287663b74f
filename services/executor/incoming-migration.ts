import { codecs } from "../kit/bus/messages.ts";
import { type MigrationEventName, subjects } from "../kit/bus/subjects.ts";
import type { IncomingStatus, MigrationRef, PrepareRecovery, RecoveryStatus } from "../kit/domain/migration.ts";
import { assertNever, fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { announceUntilLearned } from "./announcing.ts";
import { answerOf } from "./answer.ts";
import { executorName } from "./claim.ts";
import {
  beginIncoming,
  decideIncoming,
  holdRefusal,
  type IncomingEffect,
  type IncomingInput,
  isHeld,
  recoveryRefusal,
} from "./core/incoming.ts";
import {
  acceptIncoming,
  evolveIncoming,
  type IncomingEvent,
  type IncomingOrder,
  type IncomingState,
  incomingHasEnded,
  takeOverIncoming,
} from "./core/incoming-state.ts";
import type { Observation } from "./core/qemu.ts";
import { type MigrationJournal, openJournal } from "./journal.ts";
import type { ExecutorDeps, IncomingVm, QemuEvents } from "./ports.ts";

/** One migration at its destination: feeds the core with what happens, does what it says, answers the source. */

const tickMilliseconds = 1_000;
/** A source asks each second or more often; a QEMU that waits for a page answers late. */
const answerTimeoutMilliseconds = 500;
const firstRetryMilliseconds = 1_000;
const longestRetryMilliseconds = 60_000;

/** What an earlier executor has prepared. */
export interface IncomingPast {
  readonly migration: MigrationRef;
  readonly port: number;
  readonly resumedAtUnixMilliseconds?: number;
}

export class IncomingMigration {
  readonly journal: MigrationJournal;
  readonly ended: Promise<void>;
  #state: IncomingState;
  #vm: IncomingVm | undefined;
  #last: Observation | undefined;
  #observing: Promise<void> | undefined;
  #looking: Promise<void> | undefined;
  #isDiscarding = false;
  #left = false;
  #stopTick: () => void = () => undefined;
  #stopRetry: () => void = () => undefined;
  #resolveEnded: () => void = () => undefined;
  readonly #deps: ExecutorDeps;
  readonly #serving: readonly { close(): Promise<void> }[];

  readonly #events: QemuEvents = {
    statusChanged: (status) => this.#feed({ type: "status-changed", ...(status && { status }) }),
    passBegan: () => undefined,
    stopped: () => this.#feed({ type: "status-changed" }),
    resumed: (atUnixMilliseconds) => this.#feed({ type: "resumed", atUnixMilliseconds }),
    gone: (reason) => this.#feed({ type: "process-gone", reason }),
  };

  private constructor(state: IncomingState, deps: ExecutorDeps) {
    const { order } = state;
    this.#deps = deps;
    this.#state = state;
    this.journal = openJournal(deps, order.migration);
    this.ended = new Promise((resolve) => {
      this.#resolveEnded = resolve;
    });
    const { migrationId } = order.migration;
    this.#serving = [
      deps.bus.serve(
        subjects.getIncoming(migrationId),
        undefined,
        codecs.GetIncoming,
        codecs.IncomingStatus,
        async () => ({ ok: true, value: await this.#answer() }),
      ),
      deps.bus.serve(
        subjects.prepareRecovery(migrationId),
        undefined,
        codecs.PrepareRecovery,
        codecs.RecoveryStatus,
        (request) => this.#prepareRecovery(request),
      ),
      deps.bus.serve(
        subjects.holdIncoming(migrationId),
        undefined,
        codecs.HoldIncoming,
        codecs.IncomingStatus,
        (order) => this.#hold(order.run),
      ),
      deps.bus.subscribe(subjects.migrationEvent(migrationId, "failed"), undefined, (_, bytes, sender) => {
        const failed = codecs.MigrationFailed.decode(bytes);
        if (!failed.ok) return;
        const { vmLocation, reason } = failed.value;
        const isOwn = sender === executorName(order.migration.sourceHostId);
        this.#feed({ type: "source-failed", vmLocation, reason, isOwn });
      }),
      deps.bus.subscribe(subjects.migrationEvent(migrationId, "cancelled"), undefined, () => {
        void this.#lookForCancellation();
      }),
    ];
    this.#tickEvery();
  }

  static begin(order: IncomingOrder, deps: ExecutorDeps): IncomingMigration {
    const incoming = new IncomingMigration(acceptIncoming(order), deps);
    for (const effect of beginIncoming(order)) incoming.#perform(effect);
    return incoming;
  }

  /** Goes on with what an earlier executor prepared: QEMU has been at it all the time. */
  static takeOver(past: IncomingPast, deps: ExecutorDeps): IncomingMigration {
    const { migration, resumedAtUnixMilliseconds: resumedAt } = past;
    const incoming = new IncomingMigration(takeOverIncoming({ migration }, resumedAt, deps.clock.now()), deps);
    void incoming.#attach(past);
    return incoming;
  }

  get state(): IncomingState {
    return this.#state;
  }

  /** What was prepared is still being removed, perhaps after the migration's end: the VM's place here is not free. */
  get isDiscarding(): boolean {
    return this.#isDiscarding;
  }

  /** After it, a source that asks gets no answer. The VM is not touched. */
  async forget(): Promise<void> {
    await Promise.all(this.#serving.map((subscription) => subscription.close()));
  }

  /** Nothing more is done or said here, whatever happens. The VM is not touched. */
  async leave(): Promise<void> {
    this.#left = true;
    this.#stopTick();
    this.#stopRetry();
    await this.#vm?.letGo();
  }

  #feed(input: IncomingInput): void {
    if (this.#hasEnded) return;
    const { events, effects } = decideIncoming(this.#state, input, this.#deps.clock.now());
    for (const event of events) {
      this.#state = evolveIncoming(this.#state, event);
      this.#record(event);
    }
    for (const effect of effects) this.#perform(effect);
    if (this.#hasEnded) {
      this.#stopTick();
      void this.journal.flush().then(this.#resolveEnded);
    }
  }

  get #hasEnded(): boolean {
    return this.#left || incomingHasEnded(this.#state);
  }

  #perform(effect: IncomingEffect): void {
    switch (effect.type) {
      case "launch":
        void this.#launch(effect.order);
        break;
      case "observe":
        // One under way may have been answered before the change that asks for this one.
        void (this.#observing ?? Promise.resolve()).then(() => this.#observe());
        break;
      case "look-for-cancellation":
        void this.#lookForCancellation();
        break;
      case "hold":
        void this.#holdToDiscard(effect);
        break;
      case "adopt":
        void this.#adopt();
        break;
      case "discard":
        void this.#discard();
        break;
      case "let-go":
        void this.#vm?.letGo();
        break;
      default:
        assertNever(effect);
    }
  }

  /** A monitor that somebody else holds, perhaps the executor before this one, becomes free. */
  async #attach({ migration, port }: IncomingPast): Promise<void> {
    while (!this.#left) {
      const opened = await this.#deps.hypervisor.reopenIncoming(migration, port, this.#events);
      if (opened.ok) {
        this.#vm = opened.value;
        if (this.#left) await opened.value.letGo();
        // It may have come to run meanwhile, or before the executor that launched it could give it its name.
        else if (this.#state.phase === "running") void this.#adopt();
        this.#feed({ type: "status-changed" });
        return;
      }
      if (opened.failure.kind === "not_found") {
        this.#feed({ type: "process-gone", reason: opened.failure.message, unseen: true });
        return;
      }
      this.#log("take-over", opened.failure.message);
      await new Promise<void>((resolve) => {
        this.#stopRetry = this.#deps.clock.after(firstRetryMilliseconds, resolve);
      });
    }
  }

  async #launch(order: IncomingOrder): Promise<void> {
    const launched = await this.#deps.hypervisor.launchIncoming(order, this.#events);
    if (!launched.ok) {
      this.#feed({ type: "not-launched", reason: launched.failure.message });
      return;
    }
    this.#vm = launched.value;
    this.#feed({ type: "launched", port: launched.value.port });
  }

  /** Again until QEMU answers, or says that the VM runs here. */
  async #holdToDiscard({ vmLocation, reason }: Extract<IncomingEffect, { type: "hold" }>): Promise<void> {
    const held = await this.#vm?.hold();
    if (held === undefined || this.#hasEnded) return;
    const said: IncomingInput = { type: "source-failed", vmLocation, reason, isOwn: true };
    if (held.ok) {
      this.#feed({ type: "held" });
      this.#feed(said);
      return;
    }
    this.#log("hold", held.failure.message);
    this.#stopRetry = this.#deps.clock.after(firstRetryMilliseconds, () => this.#feed(said));
  }

  async #adopt(): Promise<void> {
    const vm = this.#vm;
    if (vm === undefined) return;
    const adopted = await vm.adopt();
    // The VM runs all the same; only its directory has the wrong name, and agents will not see it.
    if (!adopted.ok) this.#log("adopt", adopted.failure.message);
    const { clock, log } = this.#deps;
    const { migration } = this.#state.order;
    await announceUntilLearned(vm, { clock, log: log.child({ ...migration }), over: () => this.#left });
  }

  /** Until it succeeds: a process, a tap or a directory that stays is in the way of the next migration. */
  async #discard(): Promise<void> {
    if (this.#vm === undefined || this.#isDiscarding) return;
    this.#isDiscarding = true;
    for (let pause = firstRetryMilliseconds; ; pause = Math.min(2 * pause, longestRetryMilliseconds)) {
      const discarded = await this.#vm.discard();
      if (discarded.ok || this.#left) break;
      this.#log("discard", `${discarded.failure.message}; again in ${pause / 1000} s`);
      await new Promise<void>((resolve) => {
        this.#stopRetry = this.#deps.clock.after(pause, resolve);
      });
    }
    this.#isDiscarding = false;
    this.#feed({ type: "discarded" });
  }

  /** One at a time: a monitor that hangs must not fill up, out-of-band commands would no longer be read. */
  #observe(): Promise<void> {
    this.#observing ??= this.#observeOnce().finally(() => {
      this.#observing = undefined;
    });
    return this.#observing;
  }

  async #observeOnce(): Promise<void> {
    // Discarding lets go of the monitor.
    const observation = this.#hasEnded || this.#isDiscarding ? undefined : await this.#vm?.observe();
    if (observation === undefined || this.#hasEnded) return;
    if (!observation.ok) {
      this.#log("observe", observation.failure.message);
      return;
    }
    this.#last = observation.value;
    this.#feed({ type: "observed", observation: observation.value });
  }

  /** One at a time: while NATS is away a question waits, and more of them would all be asked when it is back. */
  #lookForCancellation(): Promise<void> {
    this.#looking ??= this.#lookOnce().finally(() => {
      this.#looking = undefined;
    });
    return this.#looking;
  }

  /** Of two planners one may have begun what the other gave up: the journal's first word stands, as it does for them. */
  async #lookOnce(): Promise<void> {
    const { migrationId } = this.#state.order.migration;
    const last = (name: MigrationEventName) =>
      this.#deps.bus.lastSequenceOf(subjects.migrationEvent(migrationId, name));
    try {
      const [cancelled, decided, failed, started] = await Promise.all([
        last("cancelled"),
        last("decided"),
        last("failed"),
        last("started"),
      ]);
      const isCancelled = cancelled > 0 && (decided === 0 || cancelled < decided);
      // Its source has said so while nobody listened here.
      if (isCancelled || (failed > 0 && started === 0)) this.#feed({ type: "cancelled" });
    } catch (error) {
      this.#log("look-for-cancellation", messageOf(error));
    }
  }

  async #answer(): Promise<IncomingStatus> {
    if (!this.#hasEnded) {
      await Promise.race([
        this.#observe(),
        new Promise<void>((resolve) => this.#deps.clock.after(answerTimeoutMilliseconds, resolve)),
      ]);
    }
    const traffic = this.#hasEnded ? undefined : this.#vm?.traffic();
    const probePort = this.#state.phase === "listening" ? this.#vm?.probePort() : undefined;
    const answer = answerOf(this.#state, this.#last, this.#vm?.machine);
    return { ...answer, ...traffic, ...(probePort === undefined ? {} : { probePort }) };
  }

  /** By the source, which is about to cancel: so that the VM cannot run on both hosts. `run`: that came too late. */
  async #hold(run: boolean): Promise<Result<IncomingStatus>> {
    const vm = this.#vm;
    const refusal = holdRefusal(this.#state, run);
    if (vm === undefined || refusal !== undefined) return fail("refused", refusal ?? "it is being launched");
    const isHeldAlready = !run && isHeld(this.#state);
    const done = isHeldAlready ? ok(undefined) : run ? await vm.runHeld() : await vm.hold();
    if (!done.ok) return done;
    if (!run) this.#feed({ type: "held" });
    return ok(await this.#answer());
  }

  /**
   * First where: a port at which nobody listens, so that the source can try the way there without being taken for the
   * migration. Then, with that port, it listens. QEMU itself refuses both where no post-copy is broken.
   */
  async #prepareRecovery({ migrationId, attempt, port }: PrepareRecovery): Promise<Result<RecoveryStatus>> {
    const vm = this.#vm;
    const refusal = recoveryRefusal(this.#state);
    if (vm === undefined || refusal !== undefined) return fail("refused", refusal ?? "it is being launched");
    const addresses = this.#deps.hypervisor.recoveryAddresses;
    const address = addresses[attempt % addresses.length] ?? this.#deps.hypervisor.migrationAddress;
    if (port === undefined) {
      const free = vm.freePort();
      return free.ok ? ok({ migrationId, address, port: free.value, listening: false }) : free;
    }
    const listening = await vm.listenAgain(address, port);
    return listening.ok ? ok({ migrationId, address, port, listening: true }) : listening;
  }

  #record(event: IncomingEvent): void {
    const now = Math.round(this.#deps.clock.now());
    switch (event.type) {
      case "listening": {
        const { migrationAddress: address } = this.#deps.hypervisor;
        this.journal.append({
          name: "incoming-ready",
          body: { address, port: event.port, eventTimeUnixMilliseconds: now },
        });
        break;
      }
      case "resumed":
        this.journal.append({
          name: "resumed",
          body: { eventTimeUnixMilliseconds: Math.round(event.atUnixMilliseconds) },
        });
        break;
      case "gone":
        if (!event.announce) break;
        this.journal.append({
          name: "failed",
          body: { reason: event.reason, vmLocation: "RUNS_AT_SOURCE", eventTimeUnixMilliseconds: now },
        });
        break;
      default:
        break;
    }
  }

  #tickEvery(): void {
    this.#stopTick = this.#deps.clock.after(tickMilliseconds, () => {
      this.#feed({ type: "tick" });
      if (!this.#hasEnded) this.#tickEvery();
    });
  }

  #log(what: string, reason: string): void {
    this.#deps.log.warn({ ...this.#state.order.migration, phase: this.#state.phase, what, reason }, "did not go well");
  }
}
