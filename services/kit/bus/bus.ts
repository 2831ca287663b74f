/**
 * What services do on the bus, in the project's words; the only module that knows the `nats` package.
 *
 * Relies on: nats-server 2.9 or later with JetStream.
 * 1. Nothing leaves or enters without its codec.
 * 2. A journal event or a command is published with acknowledgement and an id, and repeated with the same id until the
 *    server has answered: the client does not buffer over a reconnect.
 * 3. A message that no handler can take ends in a `poisoned` event, never in silence.
 */
import { randomBytes } from "node:crypto";
import {
  AckPolicy,
  type ConsumerMessages,
  DeliverPolicy,
  headers,
  type JetStreamClient,
  type JetStreamManager,
  type JsMsg,
  type KV,
  type Msg,
  type MsgHdrs,
  type NatsConnection,
  nanos,
} from "nats";
import { type FailureKind, fail, messageOf, ok, type Result } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import type { Codec } from "./codec.ts";
import { connectNats, type NatsOptions, natsFailure } from "./connect.ts";
import { decodeJournalEvent, type JournalEvent } from "./journal-event.ts";
import { codecs } from "./messages.ts";
import { COMMAND_STREAM, EVENT_STREAM, ensureStreams, HOSTS_BUCKET } from "./streams.ts";
import { parseSubject } from "./subjects.ts";

const PUBLISH_TIMEOUT_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 250;
const ACK_WAIT_MILLISECONDS = 30_000;
const MAX_DELIVERIES = 8;
const REDELIVER_MILLISECONDS = 1_000;

export interface Stored {
  readonly sequence: number;
  readonly duplicate: boolean;
}

export interface Command {
  readonly subject: string;
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly sequence: number;
  readonly deliveries: number;
  readonly traceparent: string | undefined;
}

/** `retry`: give it again later. `done` also for what was refused and answered with an event. */
export type CommandOutcome =
  | { readonly kind: "done" }
  | { readonly kind: "retry" }
  | { readonly kind: "poison"; readonly reason: string };

export interface JournalRecord {
  readonly event: JournalEvent;
  readonly sequence: number;
  readonly timeUnixMilliseconds: number;
}

export interface Subscription {
  close(): Promise<void>;
}

export class Bus {
  readonly #connection: NatsConnection;
  readonly #manager: JetStreamManager;
  readonly #jetstream: JetStreamClient;
  readonly #hosts: KV;
  readonly #source: string;
  readonly #log: Log;
  readonly #subscriptions = new Set<Subscription>();
  readonly #closing = new AbortController();

  private constructor(connection: NatsConnection, manager: JetStreamManager, hosts: KV, options: NatsOptions) {
    this.#connection = connection;
    this.#manager = manager;
    this.#jetstream = connection.jetstream({ timeout: PUBLISH_TIMEOUT_MILLISECONDS });
    this.#hosts = hosts;
    this.#source = `/contraflow/${options.name}`;
    this.#log = options.log;
  }

  /** Waits for a server that is not there yet. Throws only when `signal` is aborted. */
  static async connect(options: NatsOptions): Promise<Bus> {
    const connection = await connectNats(options);
    const manager = await ensureStreams(connection, options.log, options.signal);
    const hosts = await connection.jetstream().views.kv(HOSTS_BUCKET, { history: 1 });
    return new Bus(connection, manager, hosts, options);
  }

  /** Fire and forget; false when there is no connection to send it over. */
  publish<T>(subject: string, codec: Codec<T>, value: T): Result<void> {
    const encoded = codec.encode(value);
    if (!encoded.ok) return encoded;
    try {
      this.#connection.publish(subject, encoded.value, { headers: this.#headers(codec.name, undefined, undefined) });
      return ok(undefined);
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  /**
   * Stores a journal event or a command, and returns only when the server has it (or refuses it).
   * `id` makes a repeated call harmless. `ifLastSequence`: only when the subject's last message is that one (0: none).
   * Fails with `stale` when it is not, `invalid` when the codec refuses, `refused` by the server, `cancelled` by `signal`.
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
    const expect =
      message.ifLastSequence === undefined ? {} : { expect: { lastSubjectSequence: message.ifLastSequence } };
    for (let attempt = 0; ; attempt += 1) {
      try {
        const ack = await this.#jetstream.publish(message.subject, encoded.value, {
          msgID: message.id,
          headers: head,
          ...expect,
        });
        return ok({ sequence: ack.seq, duplicate: ack.duplicate });
      } catch (error) {
        const failure = natsFailure(error);
        if (failure.kind === "stale" || failure.kind === "refused") return { ok: false, failure };
        if (message.signal?.aborted || this.#closing.signal.aborted) {
          return fail(
            attempt === 0 ? "cancelled" : "outcome_unknown",
            `${message.subject} was given up: ${failure.message}`,
          );
        }
        if (attempt % 20 === 0)
          this.#log.warn({ subject: message.subject, reason: failure.message }, "not stored yet; trying on");
        await pause(RETRY_MILLISECONDS);
      }
    }
  }

  /** Core NATS: what is missed is missed. With a `queue`, each message goes to one of the queue's members. */
  subscribe(
    subject: string,
    queue: string | undefined,
    handle: (subject: string, bytes: Uint8Array) => void,
  ): Subscription {
    const subscription = this.#connection.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error, message) => {
        if (error !== null) this.#log.error({ subject, reason: messageOf(error) }, "subscription failed");
        else handle(message.subject, message.data);
      },
    });
    return this.#register({ close: () => (subscription.isClosed() ? Promise.resolve() : subscription.drain()) });
  }

  /** Asks, with one answer. A failure at the other end comes back with its kind. */
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
      reply = await this.#connection.request(subject, encoded.value, {
        timeout: timeoutMilliseconds,
        headers: this.#headers(ask.name, undefined, undefined),
      });
    } catch (error) {
      // A question has no effects: that its outcome is unknown does not matter.
      return fail("unavailable", natsFailure(error).message);
    }
    const kind = reply.headers?.get("cf-failure");
    if (kind) return fail(failureKind(kind), reply.headers?.get("cf-message") || "no reason given");
    return answer.decode(reply.data);
  }

  serve<Q, A>(
    subject: string,
    queue: string | undefined,
    ask: Codec<Q>,
    answer: Codec<A>,
    handle: (question: Q, subject: string) => Promise<Result<A>>,
  ): Subscription {
    const respond = async (message: Msg) => {
      const question = ask.decode(message.data);
      const result = question.ok ? await handle(question.value, message.subject) : question;
      const encoded = result.ok ? answer.encode(result.value) : result;
      if (encoded.ok) {
        message.respond(encoded.value, { headers: this.#headers(answer.name, undefined, undefined) });
        return;
      }
      const head = headers();
      head.set("cf-failure", encoded.failure.kind);
      head.set("cf-message", encoded.failure.message.replace(/[\r\n]+/g, " ").slice(0, 1024));
      message.respond(new Uint8Array(), { headers: head });
    };
    const subscription = this.#connection.subscribe(subject, {
      ...(queue === undefined ? {} : { queue }),
      callback: (error, message) => {
        if (error !== null) this.#log.error({ subject, reason: messageOf(error) }, "subscription failed");
        else
          respond(message).catch((reason) =>
            this.#log.error({ subject, reason: messageOf(reason) }, "no answer given"),
          );
      },
    });
    return this.#register({ close: () => (subscription.isClosed() ? Promise.resolve() : subscription.drain()) });
  }

  /**
   * Takes the commands of a work queue one after another, each acknowledged by the outcome of `handle`. Goes on over
   * lost connections and restarts of the server. `durable` names the owner: copies with the same name share the work.
   */
  consumeCommands(
    durable: string,
    filter: string,
    handle: (command: Command) => Promise<CommandOutcome>,
  ): Subscription {
    return this.#keepConsuming(`commands ${filter}`, async () => {
      await this.#manager.consumers.add(COMMAND_STREAM, {
        durable_name: durable,
        filter_subject: filter,
        ack_policy: AckPolicy.Explicit,
        ack_wait: nanos(ACK_WAIT_MILLISECONDS),
        max_deliver: MAX_DELIVERIES + 1,
        deliver_policy: DeliverPolicy.All,
      });
      const consumer = await this.#jetstream.consumers.get(COMMAND_STREAM, durable);
      const messages = await consumer.consume({ max_messages: 64, expires: 5_000, idle_heartbeat: 1_000 });
      return { messages, take: (message) => this.#takeCommand(message, handle) };
    });
  }

  async #takeCommand(message: JsMsg, handle: (command: Command) => Promise<CommandOutcome>): Promise<void> {
    let outcome: CommandOutcome;
    try {
      outcome = await handle({
        subject: message.subject,
        name: parseSubject(message.subject)?.name ?? "",
        bytes: message.data,
        sequence: message.seq,
        deliveries: message.info.redeliveryCount,
        traceparent: message.headers?.get("traceparent") || undefined,
      });
    } catch (error) {
      this.#log.error({ subject: message.subject, reason: messageOf(error) }, "a command's handler threw");
      outcome = { kind: "retry" };
    }
    if (outcome.kind === "done") {
      message.ack();
      return;
    }
    if (outcome.kind === "retry" && message.info.redeliveryCount < MAX_DELIVERIES) {
      message.nak(REDELIVER_MILLISECONDS);
      return;
    }
    const reason = outcome.kind === "poison" ? outcome.reason : `not handled in ${MAX_DELIVERIES} deliveries`;
    await this.#poison(message.subject, message.seq, reason);
    message.term();
  }

  async #poison(subject: string, sequence: number, reason: string): Promise<void> {
    const parts = parseSubject(subject);
    this.#log.error({ subject, sequence, reason }, "poisoned message set aside");
    await this.store({
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
   * Every event of the journal in order, from a sequence on and then as they come, over reconnects without a gap.
   * `handle` is awaited before the next. An event that cannot be decoded is logged and passed over: a newer service
   * may write names that this one does not know.
   */
  followJournal(
    from: { sequence: number } | { time: Date },
    handle: (record: JournalRecord) => Promise<void> | void,
  ): Subscription {
    let next: number | undefined = "sequence" in from ? Math.max(1, from.sequence) : undefined;
    return this.#keepConsuming("journal", async () => {
      const consumer = await this.#jetstream.consumers.get(EVENT_STREAM, {
        ...(next === undefined
          ? {
              deliver_policy: DeliverPolicy.StartTime,
              opt_start_time: ("time" in from ? from.time : new Date(0)).toISOString(),
            }
          : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: next }),
      });
      const messages = await consumer.consume({ max_messages: 256, expires: 5_000, idle_heartbeat: 1_000 });
      return {
        messages,
        take: async (message) => {
          if (next !== undefined && message.seq < next) return;
          next = message.seq + 1;
          const event = decodeJournalEvent(message.subject, message.data);
          if (!event.ok) {
            if (!message.subject.endsWith(".poisoned")) {
              this.#log.warn({ subject: message.subject, reason: event.failure.message }, "journal event passed over");
            }
            return;
          }
          await handle({
            event: event.value,
            sequence: message.seq,
            timeUnixMilliseconds: Math.floor(message.info.timestampNanos / 1e6),
          });
        },
      };
    });
  }

  /** The last sequence of the journal, 0 when it is empty. */
  async journalEnd(): Promise<number> {
    return (await this.#manager.streams.info(EVENT_STREAM)).state.last_seq;
  }

  /** The sequence of the subject's last journal event, 0 when there is none. */
  async lastSequenceOf(subject: string): Promise<number> {
    try {
      return (await this.#manager.streams.getMessage(EVENT_STREAM, { last_by_subj: subject })).seq;
    } catch {
      return 0;
    }
  }

  async putHost(hostId: string, bytes: Uint8Array): Promise<Result<void>> {
    try {
      await this.#hosts.put(hostId, bytes);
      return ok(undefined);
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  /** The last report of every host that ever reported; how old it is, is in the report. */
  async readHosts(): Promise<Result<Uint8Array[]>> {
    try {
      const keys: string[] = [];
      for await (const key of await this.#hosts.keys()) keys.push(key);
      const entries = await Promise.all(keys.sort().map((key) => this.#hosts.get(key)));
      return ok(entries.flatMap((entry) => (entry === null || entry.operation !== "PUT" ? [] : [entry.value])));
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  get connected(): boolean {
    return !this.#connection.isClosed() && !this.#closing.signal.aborted;
  }

  /** Stops taking, lets what was taken end, then closes. Idempotent. */
  async close(): Promise<void> {
    if (this.#closing.signal.aborted) return;
    await Promise.all([...this.#subscriptions].map((subscription) => subscription.close().catch(() => undefined)));
    this.#closing.abort();
    await this.#connection.flush().catch(() => undefined);
    await this.#connection.close();
  }

  /** Resolves when the connection has ended for good. */
  closed(): Promise<undefined | Error> {
    return this.#connection.closed().then((reason) => reason ?? undefined);
  }

  #keepConsuming(
    what: string,
    open: () => Promise<{ messages: ConsumerMessages; take: (message: JsMsg) => Promise<void> }>,
  ): Subscription {
    let closing = false;
    let current: ConsumerMessages | undefined;
    const run = async () => {
      while (!closing) {
        try {
          const { messages, take } = await open();
          current = messages;
          if (closing) await messages.close();
          for await (const message of messages) {
            if (closing) break;
            await take(message);
          }
        } catch (error) {
          if (!closing) this.#log.warn({ what, reason: messageOf(error) }, "consumer ended; opening it again");
        }
        if (!closing) await pause(RETRY_MILLISECONDS);
      }
    };
    const running = run();
    return this.#register({
      close: async () => {
        closing = true;
        await current?.close();
        await running;
      },
    });
  }

  #register(subscription: Subscription): Subscription {
    const registered = {
      close: async () => {
        this.#subscriptions.delete(registered);
        await subscription.close();
      },
    };
    this.#subscriptions.add(registered);
    return registered;
  }

  /** The CloudEvents NATS binding, binary mode. */
  #headers(type: string, eventId: string | undefined, traceparent: string | undefined): MsgHdrs {
    const head = headers();
    head.set("ce-specversion", "1.0");
    head.set("ce-id", eventId ?? randomBytes(8).toString("hex"));
    head.set("ce-type", `contraflow.v1.${type}`);
    head.set("ce-source", this.#source);
    head.set("ce-time", new Date().toISOString());
    head.set(
      "traceparent",
      traceparent ?? `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`,
    );
    return head;
  }
}

const failureKinds: readonly FailureKind[] = [
  "invalid",
  "not_found",
  "refused",
  "stale",
  "unavailable",
  "outcome_unknown",
  "cancelled",
];

function failureKind(word: string): FailureKind {
  return failureKinds.find((kind) => kind === word) ?? "bug";
}

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
