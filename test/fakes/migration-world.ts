import { answerOf, viewOf } from "../../services/executor/answer.ts";
import { decideIncoming, type IncomingInput } from "../../services/executor/core/incoming.ts";
import {
  acceptIncoming,
  evolveIncoming,
  type IncomingOrder,
  type IncomingState,
  takeOverIncoming,
} from "../../services/executor/core/incoming-state.ts";
import type { IncomingView, Observation } from "../../services/executor/core/qemu.ts";
import { beginSource, decideSource } from "../../services/executor/core/source.ts";
import type { SourceEffect, SourceInput } from "../../services/executor/core/source-decision.ts";
import type { SourceEvent } from "../../services/executor/core/source-event.ts";
import {
  acceptSource,
  evolveSource,
  hasEnded,
  orderOf,
  type SourceState,
  takeOverSource,
} from "../../services/executor/core/source-state.ts";
import type { Technique } from "../../services/kit/domain/technique.ts";
import { type PairVariant, QemuPair } from "./qemu-pair.ts";

/**
 * Both cores, two QEMU processes and everything between them: monitors that answer late but in order, questions and
 * answers that are delayed, repeated and lost. Whoever holds it decides what happens next; nothing happens by itself.
 */

export interface WorldOptions {
  readonly technique: Technique;
  readonly variant: PairVariant;
}

const migration = {
  migrationId: "e-1",
  evacuationId: "e",
  vmId: "v",
  sourceHostId: "a",
  destinationHostId: "b",
} as const;

const order: Omit<IncomingOrder, "technique"> = {
  migration,
  spec: {
    vmId: "v",
    memoryBytes: 64 * 1024 * 1024,
    cpus: 1,
    machineType: "pc-i440fx-7.2",
    cpuModel: "qemu64",
    disks: [],
    nics: [],
    postCopy: "ALLOWED",
  },
};

/** Effects that are under way at most once. */
const repeated: readonly SourceEffect["type"][] = ["observe", "release", "set-pace", "hold", "run-there"];

type Answer = { readonly view: IncomingView };

export class MigrationWorld {
  now = 1_000;
  source: SourceState;
  incoming: IncomingState;
  readonly pair: QemuPair;
  readonly sourceEvents: SourceEvent[] = [];
  readonly answers: Answer[] = [];
  readonly reports: number[] = [];
  questions = 0;
  /** Called before an effect is carried out. */
  onEffect: (effect: SourceEffect | { readonly type: "discard" }) => void = () => undefined;
  readonly #commands: SourceEffect[] = [];
  readonly #sourceInputs: SourceInput[] = [];
  readonly #incomingInputs: IncomingInput[] = [];
  #remainingBytes = 64 * 1024 * 1024;
  #transferredBytes = 0;

  constructor(options: WorldOptions) {
    const { technique, variant } = options;
    this.pair = new QemuPair(
      {
        sourceStatus: () => this.#sourceInputs.push({ type: "status-changed" }),
        sourceStopped: () => this.#sourceInputs.push({ type: "vm-stopped", atUnixMilliseconds: this.now }),
        sourceGone: () => this.#sourceInputs.push({ type: "source-gone" }),
        incomingStatus: () => this.#incomingInputs.push({ type: "status-changed" }),
        incomingResumed: () => this.#incomingInputs.push({ type: "resumed", atUnixMilliseconds: this.now }),
        incomingGone: () => this.#incomingInputs.push({ type: "process-gone", reason: "it said so" }),
      },
      variant,
    );
    const sourceOrder = { migration, technique, uri: "tcp:127.0.0.1:1" };
    this.source = acceptSource(sourceOrder);
    this.incoming = acceptIncoming({ ...order, technique });
    this.#feedIncoming({ type: "launched", port: 1 });
    this.#take(beginSource(sourceOrder));
  }

  /** The source's executor is killed and started again: what it had asked and not heard is forgotten. */
  restartSource(): void {
    const started = this.sourceEvents.find((event) => event.type === "started");
    if (started === undefined || hasEnded(this.source)) return;
    const switched = this.sourceEvents.find((event) => event.type === "switched");
    const past = {
      startedAt: started.at,
      ...(switched === undefined ? {} : { switchedAtUnixMilliseconds: switched.atUnixMilliseconds }),
      settled: this.sourceEvents.some((event) => event.type === "settled"),
    };
    this.source = takeOverSource(orderOf(this.source), past);
    this.reports.length = 0;
    this.#commands.length = 0;
    this.#sourceInputs.length = 0;
    this.#sourceInputs.push({ type: this.pair.source.alive ? "status-changed" : "source-gone" });
  }

  /** The destination's executor is killed and started again. `unsaid`: that the VM runs was not in the journal yet. */
  restartIncoming(unsaid: boolean): void {
    const { incoming } = this;
    if (["launching", "discarding", "gone", "arrived"].includes(incoming.phase)) return;
    const resumedAt =
      "resumedAtUnixMilliseconds" in incoming && !unsaid ? incoming.resumedAtUnixMilliseconds : undefined;
    this.incoming = takeOverIncoming(incoming.order, resumedAt, this.now);
    this.#incomingInputs.length = 0;
    const gone = { type: "process-gone", reason: "it ended meanwhile", unseen: true } as const;
    this.#incomingInputs.push(this.pair.incoming.alive ? { type: "status-changed" } : gone);
  }

  /** The source's QEMU answers its oldest command. */
  runCommand(): void {
    const effect = this.#commands.shift();
    if (effect === undefined) return;
    this.onEffect(effect);
    const { pair } = this;
    switch (effect.type) {
      case "prepare":
        this.#sourceInputs.push({ type: "prepared" });
        break;
      case "migrate":
        pair.migrate();
        this.#sourceInputs.push({ type: "migrate-answered" });
        break;
      case "start-post-copy":
        pair.askPostCopy();
        break;
      case "hold": {
        const { phase } = this.incoming;
        const isHeld = (phase === "listening" || phase === "receiving") && pair.hold();
        if (isHeld) this.#feedIncoming({ type: "held" });
        this.#sourceInputs.push({ type: "hold-answered", isHeld, reason: "it runs there" });
        break;
      }
      case "cancel":
        pair.cancel();
        break;
      case "run-there":
        pair.runHeld();
        break;
      case "pause-stream":
        pair.pauseStream();
        break;
      case "recover": {
        const isThere = pair.isLinked && pair.listenAgain();
        if (isThere) pair.resumeStream();
        const outcome = isThere ? ({ kind: "resumed" } as const) : ({ kind: "not_resumed", reason: "no way" } as const);
        this.#sourceInputs.push({ type: "recovery-tried", outcome });
        break;
      }
      case "rerun":
        pair.rerun();
        this.#sourceInputs.push({ type: "rerun-answered" });
        break;
      case "set-pace":
        this.#sourceInputs.push({ ...effect, type: "pace-read" });
        break;
      case "release":
        pair.endSource();
        this.#sourceInputs.push({ type: "released" });
        break;
      case "observe":
        if (pair.source.alive) this.#sourceInputs.push({ type: "observed", observation: this.#readSource() });
        break;
      default:
        break;
    }
  }

  /** What the source has published reaches the destination. */
  tellIncoming(): void {
    const { source } = this;
    if (source.phase !== "failed") return;
    const { vmLocation, reason } = source;
    this.#incomingInputs.push({ type: "source-failed", vmLocation, reason, isOwn: true });
  }

  deliverToSource(): void {
    const input = this.#sourceInputs.shift();
    if (input !== undefined) this.feedSource(input);
  }

  deliverToIncoming(): void {
    const input = this.#incomingInputs.shift();
    if (input !== undefined) this.#feedIncoming(input);
  }

  answerQuestion(): void {
    if (this.questions === 0) return;
    this.questions -= 1;
    this.answers.push({ view: viewOf(answerOf(this.incoming, undefined, undefined)) });
  }

  /** `keep`: the answer comes again later. */
  deliverAnswer(index: number, keep: boolean): void {
    const answer = this.answers[index % Math.max(1, this.answers.length)];
    if (answer === undefined) return;
    if (!keep) this.answers.splice(this.answers.indexOf(answer), 1);
    this.feedSource({ type: "incoming-answered", incoming: answer.view });
  }

  loseQuestion(): void {
    if (this.questions === 0) return;
    this.questions -= 1;
    this.feedSource({ type: "incoming-silent" });
  }

  tick(milliseconds: number): void {
    this.now += milliseconds;
    this.feedSource({ type: "tick" });
    this.#feedIncoming({ type: "tick" });
  }

  /** Memory moves; in a pre-copy some of it is dirtied again. */
  moveMemory(bytes: number, dirtiedBytes: number): void {
    if (!this.pair.isLinked) return;
    this.#transferredBytes += bytes;
    this.#remainingBytes = Math.max(0, this.#remainingBytes - bytes) + dirtiedBytes;
  }

  feedSource(input: SourceInput): void {
    const { events, effects } = decideSource(this.source, input, this.now);
    for (const event of events) {
      this.source = evolveSource(this.source, event);
      this.sourceEvents.push(event);
    }
    this.#take(effects);
  }

  #take(effects: readonly SourceEffect[]): void {
    for (const effect of effects) {
      if (effect.type === "ask-destination") this.questions = Math.min(this.questions + 1, 3);
      else if (effect.type === "report") this.reports.push(effect.progress.percent);
      else if (repeated.includes(effect.type)) {
        if (!this.#commands.some((command) => command.type === effect.type)) this.#commands.push(effect);
      } else if (effect.type !== "wake" && effect.type !== "warn" && effect.type !== "ask-traffic") {
        this.#commands.push(effect);
      }
    }
  }

  #feedIncoming(input: IncomingInput): void {
    const { events, effects } = decideIncoming(this.incoming, input, this.now);
    for (const event of events) this.incoming = evolveIncoming(this.incoming, event);
    for (const effect of effects) {
      if (effect.type === "observe" && this.pair.incoming.alive) {
        this.#incomingInputs.push({ type: "observed", observation: this.#readIncoming() });
      } else if (effect.type === "hold" && this.pair.hold()) {
        const { vmLocation, reason } = effect;
        this.#incomingInputs.push({ type: "held" }, { type: "source-failed", vmLocation, reason, isOwn: true });
      } else if (effect.type === "discard") {
        this.onEffect(effect);
        this.pair.endIncoming();
        this.#incomingInputs.push({ type: "discarded" });
      }
    }
  }

  #readSource(): Observation {
    const { status, runState } = this.pair.source;
    const ram = {
      totalBytes: 64 * 1024 * 1024,
      transferredBytes: this.#transferredBytes,
      remainingBytes: this.#remainingBytes,
      bytesPerSecond: 1e6,
      dirtyBytesPerSecond: 1e5,
      pass: this.#transferredBytes > 32 * 1024 * 1024 ? 2 : 1,
      postCopyRequests: this.pair.incoming.ran ? Math.floor(this.#transferredBytes / 1e6) : 0,
      pageBytes: this.#transferredBytes,
    };
    return { status, runState, ...(status.kind === "none" ? {} : { ram }) };
  }

  #readIncoming(): Observation {
    const { status, runState } = this.pair.incoming;
    return { status, runState };
  }
}
