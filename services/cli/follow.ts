/**
 * Follows one evacuation to its end: the live view on a terminal, plain lines elsewhere, JSON lines when asked.
 * Following has no effect on the evacuation: who stops following leaves it running.
 */
import type { Bus, JournalRecord, Subscription } from "../kit/bus/bus.ts";
import type { JournalEvent } from "../kit/bus/journal-event.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { EXIT, type ExitCode } from "./exit.ts";
import { ASK_MILLISECONDS, print, printJsonLine } from "./session.ts";
import { columns, createPainter, isLive, rows, terminalColors } from "./terminal.ts";
import { concerns, type EvacuationView, evolveView, requestedView } from "./view/evacuation-view.ts";
import { eventLine, progressLine } from "./view/event-lines.ts";
import { liveLines } from "./view/live-lines.ts";
import { summaryLines } from "./view/summary-lines.ts";

export interface Follow {
  readonly evacuationId: string;
  readonly from: { readonly sequence: number } | { readonly time: Date };
  readonly json: boolean;
  /** Called once everything is heard: what causes events must not come before. */
  readonly begin: () => Promise<Result<void>>;
  /** Absent: it is never cancelled from here, and the first interruption ends the following. */
  readonly cancelling?: Cancelling;
}

export interface Cancelling {
  readonly cancel: () => Promise<Result<void>>;
  /** By the first interruption; the second ends the following. */
  readonly onInterrupt: boolean;
  readonly afterSeconds?: number;
}

/** A planner that runs answers at once; a request that nobody takes is kept, and that has to be said. */
const ANSWER_LIMIT_MILLISECONDS = 10_000;
/** One that waits for newer profiles, or for an inventory, gives it up after about a minute and a half. */
const ANSWER_CHECKS = 10;
/** Node takes a longer one for none; nobody watches for three weeks. */
const LONGEST_TIMER_MILLISECONDS = 2 ** 31 - 1;
const PAINT_MILLISECONDS = 250;
const CHECK_BUS_MILLISECONDS = 500;
const BUS_LOST = "the bus is lost: migrations go on without it; waiting for it to come back";
const PLANNER_WAITS = "the planner has not answered yet: it may wait for newer profiles of the host (contraflow vms)";
const PROGRESS_LINE_MILLISECONDS = 5_000;
const ALL_PROGRESS = "cf.v1.tlm.migration.*.progress";
const ALL_TRAFFIC = "cf.v1.tlm.host.*.traffic";

export async function follow(bus: Bus, options: Follow): Promise<Result<ExitCode>> {
  const following = new Following(options, {
    connected: () => bus.connected,
    isPlannerThere: async () => {
      const { evacuationId } = options;
      const [subject, limit] = [subjects.getEvacuation(evacuationId), ASK_MILLISECONDS];
      const asked = await bus.request(subject, codecs.GetEvacuation, { evacuationId }, codecs.EvacuationStatus, limit);
      return asked.ok || asked.failure.kind === "not_found";
    },
  });
  const subscriptions: Subscription[] = [
    bus.subscribe(ALL_PROGRESS, undefined, (_, bytes) => {
      const progress = codecs.MigrationProgress.decode(bytes);
      if (progress.ok) following.progress(progress.value);
    }),
    bus.subscribe(ALL_TRAFFIC, undefined, (_, bytes) => {
      const batch = codecs.TrafficBatch.decode(bytes);
      if (batch.ok) following.take({ kind: "traffic", batch: batch.value });
    }),
    bus.followJournal(options.from, (record) => following.record(record)),
  ];
  const interrupted = interruption();
  /** Follows on to its end: what is post-copied goes on, and what is pre-copied is taken back. */
  const cancelled = async ({ cancel }: Cancelling, why: string, leave: Promise<"interrupted">) => {
    process.stderr.write(
      `\n${why} Cancelling: what is pre-copied stays, what is post-copied goes on. Ctrl-C: no longer followed.\n`,
    );
    const asked = await cancel();
    if (!asked.ok) return asked;
    const outcome = await Promise.race([following.ended, leave]);
    return outcome === "interrupted" ? ok(stoppedFollowing(options)) : outcome;
  };
  try {
    const { cancelling } = options;
    const beginning = options.begin();
    const begun = await Promise.race([beginning, interrupted]);
    if (begun === "interrupted" && !cancelling?.onInterrupt) return ok(stoppedFollowing(options));
    const asked = begun === "interrupted" ? await beginning : begun;
    if (!asked.ok) return asked;
    following.start();
    const overdue = following.after(cancelling?.afterSeconds);
    const outcome = await Promise.race([following.ended, interrupted, overdue]);
    if (typeof outcome !== "string") return outcome;
    if (cancelling === undefined) return ok(stoppedFollowing(options));
    if (outcome === "overdue") return await cancelled(cancelling, "The deadline has passed.", interrupted);
    if (!cancelling.onInterrupt) return ok(stoppedFollowing(options));
    const end = await cancelled(cancelling, "Interrupted.", interruption());
    // It may have completed all the same.
    return end.ok && end.value !== EXIT.done ? ok(EXIT.interrupted) : end;
  } finally {
    following.stop();
    await Promise.all(subscriptions.map((subscription) => subscription.close()));
  }
}

function interruption(): Promise<"interrupted"> {
  return new Promise((resolve) => {
    const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
    const end = () => {
      for (const signal of signals) process.off(signal, end);
      resolve("interrupted");
    };
    for (const signal of signals) process.on(signal, end);
  });
}

function stoppedFollowing({ evacuationId }: Follow): ExitCode {
  process.stderr.write(
    `\nThe evacuation goes on. Follow it: contraflow watch ${evacuationId}. Stop it: contraflow cancel ${evacuationId}.\n`,
  );
  return EXIT.interrupted;
}

interface BusView {
  connected(): boolean;
  isPlannerThere(): Promise<boolean>;
}

class Following {
  readonly #options: Follow;
  readonly #bus: BusView;
  readonly #live: boolean;
  readonly #painter = createPainter((text) => process.stdout.write(text));
  readonly #colors = terminalColors();
  readonly #timers: NodeJS.Timeout[] = [];
  #view: EvacuationView;
  #saidLost = false;
  #resolve: (result: Result<ExitCode>) => void = () => undefined;
  readonly ended: Promise<Result<ExitCode>>;

  constructor(options: Follow, bus: BusView) {
    this.#options = options;
    this.#bus = bus;
    this.#live = !options.json && isLive();
    this.#view = requestedView(options.evacuationId);
    this.ended = new Promise((resolve) => {
      this.#resolve = resolve;
    });
  }

  start(): void {
    this.#timers.push(setInterval(() => this.#checkBus(), CHECK_BUS_MILLISECONDS));
    if (this.#live) this.#timers.push(setInterval(() => this.#paint(), PAINT_MILLISECONDS));
    else if (!this.#options.json) this.#timers.push(setInterval(() => this.#sayProgress(), PROGRESS_LINE_MILLISECONDS));
    this.#timers.push(setTimeout(() => void this.#checkAnswered(1), ANSWER_LIMIT_MILLISECONDS));
  }

  /** Never, without a time or with one that no timer takes. */
  after(seconds: number | undefined): Promise<"overdue"> {
    return new Promise((resolve) => {
      if (seconds === undefined || seconds * 1000 > LONGEST_TIMER_MILLISECONDS) return;
      this.#timers.push(setTimeout(() => resolve("overdue"), seconds * 1000));
    });
  }

  stop(): void {
    for (const timer of this.#timers) clearInterval(timer);
    this.#painter.end();
  }

  record({ event }: JournalRecord): void {
    if (!concerns(event, this.#options.evacuationId)) return;
    this.take({ kind: "event", event });
    this.#say(event);
    const { kind } = this.#view;
    if (kind !== "ended" && kind !== "rejected") return;
    if (this.#live) this.#paint();
    if (!this.#options.json) print(summaryLines(this.#view));
    this.#resolve(ok(exitCodeOfView(this.#view)));
  }

  progress(progress: Extract<Parameters<typeof evolveView>[1], { kind: "progress" }>["progress"]): void {
    if (progress.migration.evacuationId !== this.#options.evacuationId) return;
    this.take({ kind: "progress", progress });
    if (this.#options.json) {
      const { migrationId } = progress.migration;
      printJsonLine({ entity: "migration", id: migrationId, name: "progress", body: progress });
    }
  }

  take(input: Parameters<typeof evolveView>[1]): void {
    this.#view = evolveView(this.#view, input);
  }

  #say(event: JournalEvent): void {
    if (this.#options.json) printJsonLine(event);
    else if (!this.#live) print([eventLine(event)]);
  }

  /** In the live view it stands below; elsewhere it is said once each time. */
  #checkBus(): void {
    const lost = !this.#bus.connected();
    if (lost === this.#saidLost) return;
    this.#saidLost = lost;
    if (!this.#live) process.stderr.write(`${lost ? BUS_LOST : "the bus is back"}\n`);
  }

  #sayProgress(): void {
    const line = progressLine(this.#view);
    if (line !== undefined) print([line]);
  }

  #paint(): void {
    const options = { nowUnixMilliseconds: Date.now(), width: columns(), rows: rows(), colors: this.#colors };
    const warning = this.#saidLost ? [this.#colors.yellow(BUS_LOST)] : [];
    this.#painter.paint([...liveLines(this.#view, options), ...warning]);
  }

  async #checkAnswered(checks: number): Promise<void> {
    if (this.#view.kind !== "requested") return;
    if (checks < ANSWER_CHECKS && (await this.#bus.isPlannerThere())) {
      if (checks === 1) process.stderr.write(`${PLANNER_WAITS}\n`);
      this.#timers.push(setTimeout(() => void this.#checkAnswered(checks + 1), ANSWER_LIMIT_MILLISECONDS));
      return;
    }
    if (this.#view.kind !== "requested") return;
    const seconds = (checks * ANSWER_LIMIT_MILLISECONDS) / 1000;
    this.#resolve(
      fail(
        "unavailable",
        `no planner has answered within ${seconds} s: is one running on this bus?\n` +
          `  The request is kept and will be taken when one starts. Withdraw it: contraflow cancel ${this.#options.evacuationId}`,
      ),
    );
  }
}

export function exitCodeOfView(view: EvacuationView): ExitCode {
  if (view.kind === "rejected") return EXIT.refused;
  return view.kind === "ended" && view.ending === "COMPLETED" ? EXIT.done : EXIT.failed;
}
