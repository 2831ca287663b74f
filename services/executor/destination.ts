import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { IncomingStatus, RecoveryStatus } from "../kit/domain/migration.ts";
import type { Result } from "../kit/failure/failure.ts";
import type { ExecutorBus } from "./ports.ts";

/** What a source asks of its migration's destination. */

const askTimeoutMilliseconds = 1_000;
/** QEMU there is told something first. */
const orderTimeoutMilliseconds = 3_000;

export class Destination {
  readonly #bus: Pick<ExecutorBus, "request">;
  readonly #migrationId: string;

  constructor(bus: Pick<ExecutorBus, "request">, migrationId: string) {
    this.#bus = bus;
    this.#migrationId = migrationId;
  }

  /** How its half is. */
  ask(): Promise<Result<IncomingStatus>> {
    const migrationId = this.#migrationId;
    const subject = subjects.getIncoming(migrationId);
    return this.#bus.request(
      subject,
      codecs.GetIncoming,
      { migrationId },
      codecs.IncomingStatus,
      askTimeoutMilliseconds,
    );
  }

  /** That it runs nothing by itself, or all the same. */
  hold(run: boolean): Promise<Result<IncomingStatus>> {
    const migrationId = this.#migrationId;
    const subject = subjects.holdIncoming(migrationId);
    return this.#bus.request(
      subject,
      codecs.HoldIncoming,
      { migrationId, run },
      codecs.IncomingStatus,
      orderTimeoutMilliseconds,
    );
  }

  /** Where it would take a broken post-copy in again; with that port: that it does. */
  prepareRecovery(attempt: number, port?: number): Promise<Result<RecoveryStatus>> {
    const migrationId = this.#migrationId;
    const subject = subjects.prepareRecovery(migrationId);
    const request = { migrationId, attempt, ...(port === undefined ? {} : { port }) };
    return this.#bus.request(subject, codecs.PrepareRecovery, request, codecs.RecoveryStatus, orderTimeoutMilliseconds);
  }
}
