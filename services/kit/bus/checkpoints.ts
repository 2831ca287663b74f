/** What a service has made of the journal up to a place of it, kept so that it need not be made again from the begin. */
import { type JetStreamClient, type JetStreamManager, NatsError, type ObjectStore } from "nats";
import { fail, ok, type Result } from "../failure/failure.ts";
import { isMessageNotFound, type Link, natsFailure } from "./connect.ts";
import { CHECKPOINTS_BUCKET, EVENT_STREAM } from "./streams.ts";

/** Which event stands at a place: the same one at the same time, or another journal. */
export interface EventMark {
  readonly subject: string;
  readonly time: string;
}

export class Checkpoints {
  readonly #manager: JetStreamManager;
  readonly #jetstream: JetStreamClient;
  readonly #link: Link;
  readonly #replicas: number;

  constructor(deps: {
    readonly manager: JetStreamManager;
    readonly jetstream: JetStreamClient;
    readonly link: Link;
    /** On how many servers they are kept, when this makes the place for them. */
    readonly replicas: number;
  }) {
    this.#manager = deps.manager;
    this.#jetstream = deps.jetstream;
    this.#link = deps.link;
    this.#replicas = deps.replicas;
  }

  /** Of two that are kept at once one remains, whole. */
  keep(name: string, bytes: Uint8Array): Promise<Result<void>> {
    return this.#ask(async (store) => {
      await store.putBlob({ name }, bytes);
      return ok(undefined);
    });
  }

  /** `not_found` when none is kept. What was damaged or is being replaced is a failure too. */
  read(name: string): Promise<Result<Uint8Array>> {
    return this.#ask(async (store) => {
      const bytes = await store.getBlob(name);
      return bytes === null ? fail("not_found", "none is kept") : ok(bytes);
    });
  }

  /** `not_found` when the journal does not hold it, not yet or not any more. */
  async eventAt(sequence: number): Promise<Result<EventMark>> {
    try {
      const { subject, timestamp } = await this.#link.whileUp(() =>
        this.#manager.streams.getMessage(EVENT_STREAM, { seq: sequence }),
      );
      return ok({ subject, time: timestamp });
    } catch (error) {
      if (isMessageNotFound(error)) return fail("not_found", `the journal has no event ${sequence}`);
      return { ok: false, failure: natsFailure(error) };
    }
  }

  async #ask<T>(work: (store: ObjectStore) => Promise<Result<T>>): Promise<Result<T>> {
    try {
      const options = { replicas: this.#replicas };
      return await this.#link.whileUp(async () => work(await this.#jetstream.views.os(CHECKPOINTS_BUCKET, options)));
    } catch (error) {
      // The client throws plain errors for what does not fit its digest.
      if (error instanceof NatsError) return { ok: false, failure: natsFailure(error) };
      return fail("invalid", error instanceof Error ? error.message : String(error));
    }
  }
}
