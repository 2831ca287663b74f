import type { Command, CommandOutcome } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { type MigrationEventName, subjects } from "../kit/bus/subjects.ts";
import {
  type EscalateMigration,
  isSameMigration,
  type MigrationRef,
  type PrepareIncoming,
  type SetPace,
  type StartMigration,
  type VmLocation,
} from "../kit/domain/migration.ts";
import type { Result } from "../kit/failure/failure.ts";
import { incomingHasEnded } from "./core/incoming-state.ts";
import { hasEnded, orderOf, postCopyOf } from "./core/source-state.ts";
import { IncomingMigration } from "./incoming-migration.ts";
import { type MigrationJournal, openJournal } from "./journal.ts";
import { type LowWater, noLowWater } from "./low-water.ts";
import { OrderCheck } from "./order-check.ts";
import type { ExecutorDeps } from "./ports.ts";
import { SourceMigration } from "./source-migration.ts";
import { tcpUri } from "./tcp-uri.ts";
import { type Left, type Prepared, supersededReason } from "./unfinished.ts";

/**
 * Takes this host's commands. A command is done when its first event is stored.
 *
 * 1. A migration id is handled once, however often its command comes, also over a restart: the journal remembers.
 * 2. A VM takes part in one migration at a time on this host.
 * 3. An order that is for another host, or outside any plan, is set aside and changes nothing (`order-check.ts`).
 */

/** Ended migrations stay answerable, so that a late question or a repeated command meets its answer. */
const endedKept = 256;
/** The end of a process that nobody connected to takes some tens of milliseconds. */
const givingUpMilliseconds = 3_000;
const givingUpStepMilliseconds = 50;

/** Why an order is set aside; undefined: it was carried out, or its migration says what came of it. */
type Refusal = string | undefined;

export interface UnderWay extends MigrationRef {
  readonly side: "source" | "destination";
  readonly phase: string;
}

export interface ExecutorOptions {
  /** Absent: every bridge of the host. */
  readonly allowedBridges?: readonly string[] | undefined;
  readonly lowWater?: LowWater;
  readonly hybridSwitchShare?: number | undefined;
}

export class ExecutorService {
  readonly #deps: ExecutorDeps;
  readonly #allowedBridges: readonly string[] | undefined;
  readonly #sources = new Map<string, SourceMigration>();
  readonly #incomings = new Map<string, IncomingMigration>();
  /** Commands being checked against the journal, so that a repetition waits for the first. */
  readonly #taking = new Map<string, Promise<CommandOutcome>>();

  readonly #check: OrderCheck;
  readonly #lowWater: LowWater;
  readonly #hybridSwitchShare: number | undefined;

  constructor(deps: ExecutorDeps, options: ExecutorOptions = {}) {
    const { allowedBridges, lowWater = noLowWater, hybridSwitchShare } = options;
    this.#hybridSwitchShare = hybridSwitchShare;
    this.#deps = deps;
    this.#check = new OrderCheck(deps.bus, deps.hypervisor.hostId);
    this.#allowedBridges = allowedBridges;
    this.#lowWater = lowWater;
  }

  handle(command: Command): Promise<CommandOutcome> {
    const { bytes } = command;
    switch (command.name) {
      case "prepare-incoming":
        return this.#take(command, codecs.PrepareIncoming.decode(bytes), "destination", (body) =>
          this.#prepareIncoming(body),
        );
      case "start-migration":
        return this.#take(command, codecs.StartMigration.decode(bytes), "source", (body) => this.#startMigration(body));
      case "pace":
        return this.#take(command, codecs.SetPace.decode(bytes), "source", (body) => this.#setPace(body));
      case "escalate":
        return this.#take(command, codecs.EscalateMigration.decode(bytes), "source", (body) => this.#escalate(body));
      default:
        return Promise.resolve({ kind: "poison", reason: `this executor knows no command ${command.name}` });
    }
  }

  /** Goes on with what an earlier executor of this host began or prepared. Before the first command is taken. */
  async takeOver({ begun, prepared }: Left): Promise<void> {
    for (const one of prepared) this.#takeOverIncoming(one);
    for (const { order, past, later } of begun) {
      const { migration } = order;
      this.#deps.log.warn({ ...migration }, "begun by an earlier executor and not ended");
      if (later === undefined) this.#keep(SourceMigration.takeOver(order, past, this.#deps));
      else await this.#fail(migration, supersededReason(migration, later), "UNCERTAIN");
    }
    await this.#lowWater.restore();
  }

  /** Of one that has ended only what is still among the incoming: a VM that has arrived is nobody's concern here. */
  #takeOverIncoming({ ended, superseded, ...past }: Prepared): void {
    const { migration } = past;
    if ((ended || superseded) && !this.#deps.hypervisor.isAmongIncoming(migration.migrationId)) return;
    this.#deps.log.warn({ ...migration }, "prepared by an earlier executor");
    const incoming = IncomingMigration.takeOver(past, this.#deps);
    this.#incomings.set(migration.migrationId, incoming);
    void incoming.ended.then(() => this.#forgetOld());
  }

  /** Resolves when no migration is under way here. */
  async idle(): Promise<void> {
    await Promise.all(this.#taking.values());
    await Promise.all([...this.#sources.values(), ...this.#incomings.values()].map((migration) => migration.ended));
  }

  underWay(): readonly UnderWay[] {
    return [
      ...[...this.#sources.values()]
        .filter((source) => !hasEnded(source.state))
        .map((source) => ({ ...orderOf(source.state).migration, side: "source" as const, phase: source.state.phase })),
      ...[...this.#incomings.values()]
        .filter(({ state }) => !incomingHasEnded(state))
        .map(({ state }) => ({ ...state.order.migration, side: "destination" as const, phase: state.phase })),
    ];
  }

  /** Lets go of every migration under way, and returns them. QEMU is told nothing. */
  async leave(): Promise<readonly UnderWay[]> {
    const left = this.underWay();
    await Promise.all([...this.#sources.values(), ...this.#incomings.values()].map((migration) => migration.leave()));
    return left;
  }

  async #take<T extends { readonly migration: MigrationRef }>(
    command: Command,
    body: Result<T>,
    side: UnderWay["side"],
    run: (body: T) => Promise<Refusal>,
  ): Promise<CommandOutcome> {
    if (!body.ok) return { kind: "poison", reason: body.failure.message };
    const { migration } = body.value;
    const meant = side === "source" ? migration.sourceHostId : migration.destinationHostId;
    const misdirected = this.#check.misdirected(command, migration, meant);
    if (misdirected !== undefined) return { kind: "poison", reason: `refused: ${misdirected}` };
    const key = `${command.name} ${migration.migrationId}`;
    const before = this.#taking.get(key);
    if (before !== undefined && command.name !== "pace") return before;
    const taken = run(body.value)
      .then(
        (refusal): CommandOutcome =>
          refusal === undefined ? { kind: "done" } : { kind: "poison", reason: `refused: ${refusal}` },
      )
      .finally(() => this.#taking.delete(key));
    this.#taking.set(key, taken);
    return taken;
  }

  async #prepareIncoming(body: PrepareIncoming): Promise<Refusal> {
    const { migration, technique, spec } = body;
    const known = this.#incomings.get(migration.migrationId);
    if (known !== undefined) return this.#again(migration, known.state.order.migration, known.journal);
    const [isReady, isGivenUp, unplanned] = await Promise.all([
      this.#journalHas(migration, ["incoming-ready"]),
      this.#journalHas(migration, ["failed", "cancelled"]),
      this.#check.unplanned(migration, technique),
    ]);
    if (isGivenUp && !isReady) await this.#removeHalfLaunched(migration);
    if (isReady || isGivenUp) return this.#handledBefore(migration);
    if (unplanned !== undefined) return unplanned;
    await this.#untilGivenUp(migration);
    const refusal = this.#busyWith(migration.vmId) ?? this.#bridgeRefusal(spec.nics);
    if (refusal !== undefined) return this.#fail(migration, refusal, "RUNS_AT_SOURCE");
    const incoming = IncomingMigration.begin({ migration, technique, spec }, this.#deps);
    this.#incomings.set(migration.migrationId, incoming);
    void incoming.ended.then(() => this.#forgetOld());
    await incoming.journal.firstStored;
  }

  /** One that is known already: its order has come again, or another in its name. */
  async #again(migration: MigrationRef, known: MigrationRef, journal: MigrationJournal): Promise<Refusal> {
    if (!isSameMigration(migration, known)) return anotherMigration(known);
    await journal.firstStored;
    this.#handledBefore(migration);
  }

  #handledBefore(migration: MigrationRef): undefined {
    this.#deps.log.info({ ...migration }, "this order was carried out before, or has been given up: nothing is done");
  }

  async #removeHalfLaunched(migration: MigrationRef): Promise<void> {
    const removed = await this.#deps.hypervisor.removeHalfLaunched(migration.migrationId);
    if (!removed.ok) this.#deps.log.warn({ ...migration, failure: removed.failure }, "left where it is");
  }

  async #startMigration(body: StartMigration): Promise<Refusal> {
    const { migration, technique, address, port, paceBytesPerSecond } = body;
    const { expectedOutboundBytesPerSecond: outbound, expectedInboundBytesPerSecond: inbound } = body;
    const [isHandled, isCancelled, undecided] = await Promise.all([
      this.#journalHas(migration, ["started", "failed"]),
      this.#journalHas(migration, ["cancelled"]),
      this.#check.undecided(migration, technique),
    ]);
    if (isHandled) return this.#handledBefore(migration);
    if (undecided !== undefined) return undecided;
    const known = this.#sources.get(migration.migrationId);
    if (known !== undefined) return this.#again(migration, orderOf(known.state).migration, known.journal);
    const busy = this.#busyWith(migration.vmId);
    if (busy !== undefined) return this.#fail(migration, busy, this.#locationOf(migration.vmId));
    const uri = tcpUri(address, port);
    const pace = paceBytesPerSecond === undefined ? {} : { paceBytesPerSecond };
    const expectedTraffic = {
      ...(outbound === undefined ? {} : { outboundBytesPerSecond: outbound }),
      ...(inbound === undefined ? {} : { inboundBytesPerSecond: inbound }),
    };
    const share = this.#hybridSwitchShare === undefined ? {} : { switchShare: this.#hybridSwitchShare };
    const order = { migration, technique, uri, ...pace, ...share, expectedTraffic };
    const source = SourceMigration.begin(order, this.#deps);
    // It begins all the same: QEMU may be at it already, by this order delivered before.
    if (isCancelled) source.cancel("it was cancelled before it began");
    this.#keep(source);
    await source.journal.firstStored;
  }

  #keep(source: SourceMigration): void {
    this.#sources.set(orderOf(source.state).migration.migrationId, source);
    const held = this.#lowWater.hold();
    void source.ended.then(async () => {
      this.#forgetOld();
      await (await held)();
    });
  }

  async #setPace(body: SetPace): Promise<Refusal> {
    const source = this.#underWay(body.migration, "pace");
    if (source === undefined) return undefined;
    if (!isSameMigration(orderOf(source.state).migration, body.migration)) return anotherMigration(body.migration);
    source.setPace(body);
  }

  async #escalate({ migration, reason }: EscalateMigration): Promise<Refusal> {
    const source = this.#underWay(migration, "escalation");
    if (source === undefined) return undefined;
    if (!isSameMigration(orderOf(source.state).migration, migration)) return anotherMigration(migration);
    const unescalated = await this.#check.unescalated(migration);
    if (unescalated !== undefined) return unescalated;
    await source.escalate(reason);
  }

  #underWay(migration: MigrationRef, what: string): SourceMigration | undefined {
    const source = this.#sources.get(migration.migrationId);
    if (source !== undefined && !hasEnded(source.state)) return source;
    this.#deps.log.info({ ...migration }, `${what} for a migration that is not under way here`);
    return undefined;
  }

  /** Of an order that was right, and cannot be carried out. */
  async #fail(migration: MigrationRef, reason: string, vmLocation: VmLocation): Promise<undefined> {
    const journal: MigrationJournal = openJournal(this.#deps, migration);
    const eventTimeUnixMilliseconds = Math.round(this.#deps.clock.now());
    journal.append({ name: "failed", body: { reason, vmLocation, eventTimeUnixMilliseconds } });
    await journal.flush();
  }

  /** What was prepared for the VM before, and was given up for this, goes away in a moment. */
  async #untilGivenUp({ vmId, evacuationId }: MigrationRef): Promise<void> {
    const isGoing = () =>
      [...this.#incomings.values()].some(({ state, isDiscarding }) => {
        const { migration } = state.order;
        if (migration.vmId !== vmId || migration.evacuationId !== evacuationId) return false;
        return isDiscarding || state.phase === "listening" || state.phase === "discarding";
      });
    const { clock } = this.#deps;
    const until = clock.now() + givingUpMilliseconds;
    while (isGoing() && clock.now() < until) {
      await new Promise<void>((resolve) => clock.after(givingUpStepMilliseconds, resolve));
    }
  }

  #busyWith(vmId: string): string | undefined {
    const source = this.#activeSource(vmId);
    if (source !== undefined) return `this VM is migrating already, as ${orderOf(source.state).migration.migrationId}`;
    for (const incoming of this.#incomings.values()) {
      const { migrationId, vmId: taken } = incoming.state.order.migration;
      if (taken !== vmId) continue;
      if (!incomingHasEnded(incoming.state)) return `this VM is being taken in already, as ${migrationId}`;
      if (incoming.isDiscarding) return `what was prepared for this VM as ${migrationId} is still being removed`;
    }
    return undefined;
  }

  #locationOf(vmId: string): VmLocation {
    const source = this.#activeSource(vmId);
    return source?.state.phase === "copying" && postCopyOf(source.state) === "never_asked"
      ? "RUNS_AT_SOURCE"
      : "UNCERTAIN";
  }

  #activeSource(vmId: string): SourceMigration | undefined {
    for (const source of this.#sources.values()) {
      if (!hasEnded(source.state) && orderOf(source.state).migration.vmId === vmId) return source;
    }
    return undefined;
  }

  #bridgeRefusal(nics: PrepareIncoming["spec"]["nics"]): string | undefined {
    const wrong = nics.find((nic) => this.#allowedBridges !== undefined && !this.#allowedBridges.includes(nic.bridge));
    return wrong === undefined ? undefined : `this host joins no VM to a bridge ${wrong.bridge}`;
  }

  async #journalHas(migration: MigrationRef, names: readonly MigrationEventName[]): Promise<boolean> {
    const sequences = await Promise.all(
      names.map((name) => this.#deps.bus.lastSequenceOf(subjects.migrationEvent(migration.migrationId, name))),
    );
    return sequences.some((sequence) => sequence > 0);
  }

  #forgetOld(): void {
    for (const [id, source] of this.#sources) {
      if (this.#sources.size <= endedKept) break;
      if (hasEnded(source.state)) this.#sources.delete(id);
    }
    for (const [id, incoming] of this.#incomings) {
      if (this.#incomings.size <= endedKept) break;
      if (!incomingHasEnded(incoming.state) || incoming.isDiscarding) continue;
      this.#incomings.delete(id);
      void incoming.forget();
    }
  }
}

function anotherMigration({ migrationId }: MigrationRef): string {
  return `it says otherwise of ${migrationId} than what is known here`;
}
