/**
 * What services do on the bus, in the project's words. Only this folder knows the `nats` package.
 *
 * Relies on: nats-server 2.9 or later with JetStream.
 * 1. Nothing leaves or enters without its codec.
 * 2. A journal event or a command is published with acknowledgement and an id, and repeated with the same id until the
 *    server has answered: the client does not buffer over a reconnect.
 * 3. A message that no handler can take ends in a `poisoned` event, never in silence.
 */
import type {
  JetStreamClient,
  JetStreamManager,
  KV,
  Msg,
  NatsConnection,
  Subscription as NatsSubscription,
} from "nats";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import { answerQuestions } from "./answering.ts";
import { Checkpoints } from "./checkpoints.ts";
import type { Codec } from "./codec.ts";
import { type Command, type CommandOptions, type CommandOutcome, consumeCommands } from "./command-consumer.ts";
import { connectNats, type Link, type NatsOptions, natsFailure } from "./connect.ts";
import type { Subscription } from "./consuming.ts";
import { eventHeaders, failureOf, senderOf, sourceNamed } from "./headers.ts";
import { HostBucket, type HostEntry } from "./host-bucket.ts";
import { followJournal, type JournalRecord, type JournalStart } from "./journal-follower.ts";
import { journalMessage, lastRecord, nextRecord } from "./journal-lookup.ts";
import { codecs } from "./messages.ts";
import { signOrder } from "./order-signature.ts";
import { pause, settledWithin } from "./pause.ts";
import { awaitStreams, EVENT_STREAM, ensureStreams, REQUEST_TIMEOUT_MILLISECONDS } from "./streams.ts";
import { parseSubject } from "./subjects.ts";
import { Telling } from "./telling.ts";

export type { Command, CommandOptions, CommandOutcome } from "./command-consumer.ts";
export type { Subscription } from "./consuming.ts";
export type { JournalRecord } from "./journal-follower.ts";

const RETRY_MILLISECONDS = 250;
/** What is begun may store its events while the server is away, but a service that drains does not wait for ever. */
const DRAIN_MILLISECONDS = 10_000;
const FLUSH_MILLISECONDS = 2_000;

export interface Stored {
  readonly sequence: number;
  readonly duplicate: boolean;
}

export class Bus {
  readonly checkpoints: Checkpoints;
  readonly #link: Link;
  readonly #connection: NatsConnection;
  readonly #manager: JetStreamManager;
  readonly #jetstream: JetStreamClient;
  readonly #hosts: HostBucket;
  readonly #telling: Telling;
  readonly #source: string;
  readonly #signingKey: NatsOptions["signingKey"];
  readonly #log: Log;
  readonly #subscriptions = new Set<Subscription>();
  readonly #closing = new AbortController();
  #closed: Promise<void> | undefined;

  private constructor(link: Link, manager: JetStreamManager, hosts: KV, options: NatsOptions) {
    this.#link = link;
    this.#connection = link.nats;
    this.#manager = manager;
    this.#jetstream = link.nats.jetstream({ timeout: REQUEST_TIMEOUT_MILLISECONDS });
    this.#hosts = new HostBucket(link, manager, hosts);
    this.#telling = new Telling(link);
    const replicas = options.streamReplicas ?? 1;
    this.checkpoints = new Checkpoints({ manager, jetstream: this.#jetstream, link, replicas });
    this.#source = sourceNamed(options.name);
    this.#signingKey = options.signingKey;
    this.#log = options.log;
    // A server that came back without its data gets its streams again, so that the services go on.
    link.onReconnect = () => {
      if (!makesStreams(link)) return;
      const { log, streamReplicas: replicas } = options;
      ensureStreams(link.nats, { log, signal: this.#closing.signal, replicas }).catch(() => undefined);
    };
  }

  /** Waits for a server that is not there yet. Throws only when `signal` is aborted. */
  static async connect(options: NatsOptions): Promise<Bus> {
    const link = await connectNats(options);
    try {
      const { log, signal, streamReplicas: replicas } = options;
      const { manager, hosts } =
        link.identity === undefined || makesStreams(link)
          ? await ensureStreams(link.nats, { log, signal, replicas })
          : await awaitStreams(link.nats, link.identity.role, { log, signal });
      return new Bus(link, manager, hosts, options);
    } catch (error) {
      await link.nats.close();
      throw error;
    }
  }

  /** Fire and forget; `unavailable` when there is no connection to send it over. */
  publish<T>(subject: string, codec: Codec<T>, value: T): Result<void> {
    const encoded = codec.encode(value);
    if (!encoded.ok) return encoded;
    // The client would take it, hold it in memory, and drop it when it dials again.
    if (!this.#link.up) return fail("unavailable", "there is no connection to NATS");
    try {
      this.#connection.publish(subject, encoded.value, { headers: this.#headers(codec.name) });
      return ok(undefined);
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  /**
   * As `publish`, and ends when the server has it. Fails with `unavailable` when there is no connection or nobody listens,
   * with `outcome_unknown` when the connection was lost before the server had answered.
   */
  async tell<T>(subject: string, codec: Codec<T>, value: T): Promise<Result<void>> {
    const encoded = codec.encode(value);
    return encoded.ok ? this.#telling.tell(subject, encoded.value, this.#headers(codec.name)) : encoded;
  }

  /**
   * Stores a journal event or a command, and returns only when the server has it (or refuses it).
   * `id` makes a repeated call harmless. `ifLastSequence`: only when the subject's last message is that one (0: none).
   * Fails with `stale` when it is not, `invalid` when the codec refuses, `refused` by the server. Given up because of
   * `signal` or `close`: `cancelled` when it was certainly not stored, otherwise `outcome_unknown`.
   */
  async store<T>(message: {
    subject: string;
    codec: Codec<T>;
    value: T;
    id: string;
    ifLastSequence?: number;
    traceparent?: string | undefined;
    signal?: AbortSignal;
  }): Promise<Result<Stored>> {
    const encoded = message.codec.encode(message.value);
    if (!encoded.ok) return encoded;
    const head = this.#headers(message.codec.name, message.id, message.traceparent);
    let last = message.ifLastSequence;
    let sent = false;
    for (let attempt = 0; ; attempt += 1) {
      try {
        // At each attempt: what counts is that it is stored soon after it was signed.
        signOrder({ ...message, headers: head, bytes: encoded.value }, this.#signingKey);
        const ack = await this.#link.whileUp(() =>
          this.#jetstream.publish(message.subject, encoded.value, {
            ...{ msgID: message.id, headers: head },
            ...(last === undefined ? {} : { expect: { lastSubjectSequence: last } }),
          }),
        );
        return ok({ sequence: ack.seq, duplicate: ack.duplicate });
      } catch (error) {
        const failure = natsFailure(error);
        if (failure.kind === "outcome_unknown") sent = true;
        else if (failure.kind !== "unavailable") {
          const intruder = failure.kind === "stale" ? await this.#intruder(message) : undefined;
          if (intruder === undefined || intruder === last) return { ok: false, failure };
          last = intruder;
          continue;
        }
        // Not before the first attempt: a service that drains still says what it has done.
        if (message.signal?.aborted || this.#closing.signal.aborted) {
          return fail(sent ? "outcome_unknown" : "cancelled", `${message.subject} was given up: ${failure.message}`);
        }
        if (attempt % 20 === 0)
          this.#log.warn({ subject: message.subject, reason: failure.message }, "not stored yet; trying on");
        await (this.#link.up ? pause(RETRY_MILLISECONDS) : this.#link.whenUp(RETRY_MILLISECONDS));
      }
    }
  }

  /** Where something stands on an event's subject that is none, after the one that is expected to be the last. */
  async #intruder(message: { subject: string; ifLastSequence?: number }): Promise<number | undefined> {
    const { subject, ifLastSequence } = message;
    try {
      const place = (await this.#ask(() => journalMessage(this.#manager, subject)))?.seq;
      return (await this.lastSequenceOf(subject)) === ifLastSequence ? place : undefined;
    } catch {
      return undefined;
    }
  }

  /** Core NATS: what is missed is missed. With a `queue`, each message goes to one of the queue's members. */
  subscribe(
    subject: string,
    queue: string | undefined,
    handle: (subject: string, bytes: Uint8Array, sender: string | undefined) => void,
  ): Subscription {
    const subscription = this.#connection.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error, message) => {
        if (error !== null) this.#log.error({ subject, reason: messageOf(error) }, "subscription failed");
        else {
          try {
            handle(message.subject, message.data, senderOf(message.headers));
          } catch (reason) {
            // Thrown further it would end the client's reading of the connection.
            this.#log.error({ subject, reason: messageOf(reason) }, "a subscription's handler threw");
          }
        }
      },
    });
    return this.#register({ close: () => this.#drain(subscription) });
  }

  /** Asks, with one answer. A failure at the other end comes back with its kind; nobody there is `unavailable`. */
  async request<Q, A>(
    subject: string,
    ask: Codec<Q>,
    question: Q,
    answer: Codec<A>,
    timeoutMilliseconds: number,
  ): Promise<Result<A>> {
    const encoded = ask.encode(question);
    if (!encoded.ok) return encoded;
    let reply: Msg;
    try {
      reply = await this.#link.whileUp(() =>
        this.#connection.request(subject, encoded.value, {
          timeout: timeoutMilliseconds,
          headers: this.#headers(ask.name),
        }),
      );
    } catch (error) {
      // A question has no effects: that its outcome is unknown does not matter.
      return fail("unavailable", natsFailure(error).message);
    }
    return failureOf(reply.headers) ?? answer.decode(reply.data);
  }

  serve<Q, A>(
    subject: string,
    queue: string | undefined,
    ask: Codec<Q>,
    answer: Codec<A>,
    handle: (question: Q, subject: string) => Promise<Result<A>>,
  ): Subscription {
    const { subscription, idle } = answerQuestions(
      this.#connection,
      { subject, queue, ask, answer, handle },
      { log: this.#log, headers: () => this.#headers(answer.name) },
    );
    return this.#register({
      close: async () => {
        await this.#drain(subscription);
        await idle();
      },
    });
  }

  /**
   * Takes the commands of a work queue one after another, or `concurrency` at a time; each is acknowledged by the
   * outcome of `handle`. Goes on over lost connections and restarts of the server. `durable` names the owner: copies
   * with the same name share the work. See `command-consumer.ts` for what is promised.
   */
  consumeCommands(
    durable: string,
    filter: string,
    handle: (command: Command) => Promise<CommandOutcome>,
    options: CommandOptions = {},
  ): Subscription {
    const deps = {
      manager: this.#manager,
      jetstream: this.#jetstream,
      link: this.#link,
      log: this.#log,
      poison: (subject: string, sequence: number, reason: string) => this.#poison(subject, sequence, reason),
    };
    return this.#register(consumeCommands(deps, { durable, filter, handle, options }));
  }

  #poison(subject: string, sequence: number, reason: string): Promise<Result<Stored>> {
    const parts = parseSubject(subject);
    this.#log.error({ subject, sequence, reason }, "poisoned message set aside");
    return this.store({
      subject: `cf.v1.evt.${parts?.entity ?? "unknown"}.${parts?.id ?? "unknown"}.poisoned`,
      codec: codecs.Poisoned,
      value: {
        subject: subject.slice(0, 256),
        streamSequence: sequence,
        reason: reason.slice(0, 4096),
        eventTimeUnixMilliseconds: Date.now(),
      },
      id: `poisoned-${subject}-${sequence}`,
      signal: this.#closing.signal,
    });
  }

  /**
   * Every event of the journal in order, from a sequence on and then as they come, over reconnects without a gap or a
   * repeat. `handle` is awaited before the next. An event that cannot be decoded is logged and passed over: a newer
   * service may write names that this one does not know. `passedOver` learns of it: whoever waits for a place in the
   * journal must count those too.
   */
  followJournal(
    from: JournalStart,
    handle: (record: JournalRecord) => Promise<void> | void,
    passedOver?: (sequence: number) => void,
  ): Subscription {
    const deps = { manager: this.#manager, jetstream: this.#jetstream, link: this.#link, log: this.#log };
    return this.#register(followJournal(deps, from, handle, passedOver));
  }

  /** The last sequence of the journal, 0 when it is empty. Waits for the server; throws only when the bus is closed. */
  journalEnd(): Promise<number> {
    return this.#ask(async () => {
      const { messages, last_seq: last } = (await this.#manager.streams.info(EVENT_STREAM)).state;
      return messages === 0 ? 0 : last;
    });
  }

  /** The sequence of the subject's last journal event, 0 when there is none. Waits and throws as `journalEnd`. */
  async lastSequenceOf(subject: string): Promise<number> {
    const last = await this.eventOf(subject);
    return last.ok ? last.value.sequence : 0;
  }

  /** The subject's last journal event, or its first after a sequence: or `not_found`, `invalid`. Waits as `journalEnd`. */
  eventOf(subject: string, after?: number): Promise<Result<JournalRecord>> {
    const manager = this.#manager;
    return this.#ask(() => (after === undefined ? lastRecord(manager, subject) : nextRecord(manager, subject, after)));
  }

  /** A question without effects, repeated until the server has answered: its silence must not be read as "none". */
  async #ask<T>(question: () => Promise<T>): Promise<T> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        return await this.#link.whileUp(question);
      } catch (error) {
        const { kind, message } = natsFailure(error);
        if (this.#closing.signal.aborted || (kind !== "unavailable" && kind !== "outcome_unknown")) throw error;
        if (attempt % 20 === 0) this.#log.warn({ reason: message }, "JetStream does not answer; asking again");
        await (this.#link.up ? pause(RETRY_MILLISECONDS) : this.#link.whenUp(RETRY_MILLISECONDS));
      }
    }
  }

  /** `undefined`: nothing is left of what it reported. */
  putHost(hostId: string, bytes: Uint8Array | undefined): Promise<Result<void>> {
    return this.#hosts.put(hostId, bytes);
  }

  /** The last report of every host that ever reported. */
  readHosts(): Promise<Result<HostEntry[]>> {
    return this.#hosts.read();
  }

  /** Whether a server is at the other end now. */
  get connected(): boolean {
    return this.#link.up && !this.#closing.signal.aborted;
  }

  /** Whether the server answers now, and whether what is consumed from it is. Asks nothing that a service may not. */
  async health(): Promise<Result<void>> {
    if (!this.connected) return fail("unavailable", "there is no connection to NATS");
    for (const subscription of this.#subscriptions) {
      const trouble = subscription.trouble?.();
      if (trouble !== undefined) return fail("unavailable", trouble);
    }
    let answered = false;
    const flushed = this.#link
      .whileUp(() => this.#connection.flush())
      .then(() => {
        answered = true;
      });
    await settledWithin(FLUSH_MILLISECONDS, flushed);
    return answered ? ok(undefined) : fail("unavailable", "NATS does not answer");
  }

  /** Stops taking, lets what was taken end, then closes. Idempotent. */
  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    const drained = Promise.all([...this.#subscriptions].map((subscription) => subscription.close()));
    await settledWithin(DRAIN_MILLISECONDS, drained);
    // Now whatever still waits for the server gives up.
    this.#closing.abort();
    await settledWithin(REQUEST_TIMEOUT_MILLISECONDS + RETRY_MILLISECONDS, drained);
    if (this.#link.up) await settledWithin(FLUSH_MILLISECONDS, this.#connection.flush());
    await this.#connection.close();
  }

  /** Resolves when the connection has ended for good. */
  closed(): Promise<undefined | Error> {
    return this.#connection.closed().then((reason) => reason ?? undefined);
  }

  async #drain(subscription: NatsSubscription): Promise<void> {
    if (subscription.isClosed()) return;
    // Draining asks the server; without one there is nothing to come either.
    if (this.#link.up) await settledWithin(FLUSH_MILLISECONDS, subscription.drain());
    else subscription.unsubscribe();
  }

  #register(subscription: Subscription): Subscription {
    const registered: Subscription = {
      ...(subscription.trouble === undefined ? {} : { trouble: subscription.trouble }),
      close: async () => {
        await subscription.close();
        this.#subscriptions.delete(registered);
      },
    };
    this.#subscriptions.add(registered);
    return registered;
  }

  #headers(type: string, id?: string, traceparent?: string) {
    return eventHeaders({ source: this.#source, type, id, traceparent });
  }
}

/** Where nobody has an identity, everybody does: the first who comes. */
function makesStreams({ identity }: Link): boolean {
  return identity === undefined || identity.role === "planner";
}
