/**
 * Takes the commands of a work queue.
 *
 * 1. A command is acknowledged by its handler's outcome, never before.
 * 2. A process handles a command once: one that comes again because its acknowledgement was lost is acknowledged
 *    again. After a crash, or at another copy of the service, it is handled again: handlers are idempotent.
 * 3. A command that no handler can take ends in a `poisoned` event, also when each delivery ended the process.
 * 4. What does not say that it is that command (see `typeRefusal`), and with keys what no planner has signed, is set aside
 *    before any handler sees it.
 * 5. No more commands are held than are being handled: the rest stay at the server, for other copies too.
 */
import { AckPolicy, DeliverPolicy, type JetStreamClient, type JetStreamManager, type JsMsg, nanos } from "nats";
import { messageOf, type Result } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import type { Link } from "./connect.ts";
import { keepConsuming, PULL, type Subscription } from "./consuming.ts";
import { typeRefusal } from "./headers.ts";
import type { PlannerKeys } from "./planner-keys.ts";
import { COMMAND_STREAM } from "./streams.ts";
import { commandCodec, parseSubject } from "./subjects.ts";

/** An owner says three times in it that it lives. */
const ACK_WAIT_MILLISECONDS = 10_000;
/** About a minute and a half with the growing delays: what a handler waits for (a server, a host) may take that long. */
const MAX_DELIVERIES = 8;
const REDELIVER_MILLISECONDS = 1_000;
const REDELIVER_LIMIT_MILLISECONDS = 30_000;
/** Deliveries past the last that is handled: they are only there to set the command aside. */
const POISON_DELIVERIES = 8;
/** Commands that are remembered as done; a redelivery comes within the time of a few outages. */
const REMEMBERED = 4096;

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

export interface CommandOptions {
  /** Commands handled at the same time; 1, the default, keeps their order. */
  readonly concurrency?: number;
  readonly maxDeliveries?: number;
  /** The first delay before a command is given again; it doubles with each delivery. */
  readonly redeliverMilliseconds?: number;
  /** How long after its owner's last sign of life a command is given to the next owner. */
  readonly ackWaitMilliseconds?: number;
  /** Commands that none of these has signed are set aside. Absent: they are taken from whoever can publish them. */
  readonly plannerKeys?: PlannerKeys | undefined;
}

export interface CommandConsumer {
  readonly durable: string;
  readonly filter: string;
  handle(command: Command): Promise<CommandOutcome>;
  readonly options: CommandOptions;
}

export interface CommandDeps {
  readonly manager: JetStreamManager;
  readonly jetstream: JetStreamClient;
  readonly link: Link;
  readonly log: Log;
  /** Stores the `poisoned` event. */
  poison(subject: string, sequence: number, reason: string): Promise<Result<unknown>>;
}

export function consumeCommands(deps: CommandDeps, consumer: CommandConsumer): Subscription {
  const { durable, filter, options } = consumer;
  const { concurrency = 1, maxDeliveries = MAX_DELIVERIES, ackWaitMilliseconds = ACK_WAIT_MILLISECONDS } = options;
  const taker = new CommandTaker(deps, consumer, maxDeliveries);
  return keepConsuming(`commands ${filter}`, deps.link, deps.log, async () => {
    await deps.manager.consumers.add(COMMAND_STREAM, {
      durable_name: durable,
      filter_subject: filter,
      ack_policy: AckPolicy.Explicit,
      ack_wait: nanos(ackWaitMilliseconds),
      max_deliver: maxDeliveries + POISON_DELIVERIES,
      deliver_policy: DeliverPolicy.All,
    });
    const pulled = await deps.jetstream.consumers.get(COMMAND_STREAM, durable);
    // One message a pull: the next is asked for when there is a hand free for it.
    const messages = await pulled.consume({ ...PULL, max_messages: 1 });
    const running = new Set<Promise<void>>();
    return {
      messages,
      async take(message) {
        const work = taker.take(message).finally(() => running.delete(work));
        running.add(work);
        if (running.size >= concurrency) await Promise.race(running);
      },
      giveBack: (message) => message.nak(),
      drained: () => Promise.all(running).then(() => undefined),
    };
  });
}

class CommandTaker {
  readonly #deps: CommandDeps;
  readonly #consumer: CommandConsumer;
  readonly #maxDeliveries: number;
  readonly #aliveMilliseconds: number;
  readonly #inHand = new Set<string>();
  readonly #done = new Set<string>();

  constructor(deps: CommandDeps, consumer: CommandConsumer, maxDeliveries: number) {
    this.#deps = deps;
    this.#consumer = consumer;
    this.#maxDeliveries = maxDeliveries;
    this.#aliveMilliseconds = (consumer.options.ackWaitMilliseconds ?? ACK_WAIT_MILLISECONDS) / 3;
  }

  /** Never rejects. */
  async take(message: JsMsg): Promise<void> {
    const identity = identityOf(message);
    if (this.#inHand.has(identity)) return;
    if (this.#done.has(identity)) return message.ack();
    this.#inHand.add(identity);
    const alive = setInterval(() => message.working(), this.#aliveMilliseconds);
    try {
      await this.#settle(message, await this.#outcome(message));
    } catch (error) {
      // The connection has ended for good: the server gives the command to whoever comes next.
      this.#deps.log.error({ subject: message.subject, reason: messageOf(error) }, "a command was not settled");
    } finally {
      clearInterval(alive);
      this.#inHand.delete(identity);
    }
  }

  async #outcome(message: JsMsg): Promise<CommandOutcome> {
    const { subject, seq: sequence } = message;
    const deliveries = message.info.redeliveryCount;
    // Each delivery so far has ended without an outcome: the process died of it, or was dying.
    if (deliveries > this.#maxDeliveries) return { kind: "retry" };
    try {
      const name = parseSubject(subject)?.name ?? "";
      const type = commandCodec(name)?.name;
      const refusal =
        (type === undefined ? undefined : typeRefusal(message.headers, type)) ??
        this.#consumer.options.plannerKeys?.refusalOf({
          subject,
          headers: message.headers,
          bytes: message.data,
          storedUnixMilliseconds: message.info.timestampNanos / 1e6,
        });
      if (refusal !== undefined) return { kind: "poison", reason: `refused: ${refusal}` };
      return await this.#consumer.handle({
        subject,
        name,
        bytes: message.data,
        sequence,
        deliveries,
        traceparent: message.headers?.get("traceparent") || undefined,
      });
    } catch (error) {
      this.#deps.log.error({ subject, sequence, reason: messageOf(error) }, "a command's handler threw");
      return { kind: "retry" };
    }
  }

  async #settle(message: JsMsg, outcome: CommandOutcome): Promise<void> {
    const deliveries = message.info.redeliveryCount;
    if (outcome.kind === "done") {
      this.#remember(message);
      message.ack();
      return;
    }
    if (outcome.kind === "retry" && deliveries < this.#maxDeliveries) {
      message.nak(this.#delay(deliveries));
      return;
    }
    const reason = outcome.kind === "poison" ? outcome.reason : `not handled in ${this.#maxDeliveries} deliveries`;
    const stored = await this.#deps.poison(message.subject, message.seq, reason);
    if (stored.ok) {
      this.#remember(message);
      message.term();
    } else message.nak(this.#delay(deliveries));
  }

  #delay(deliveries: number): number {
    const first = this.#consumer.options.redeliverMilliseconds ?? REDELIVER_MILLISECONDS;
    return Math.min(first * 2 ** (deliveries - 1), REDELIVER_LIMIT_MILLISECONDS);
  }

  #remember(message: JsMsg) {
    this.#done.add(identityOf(message));
    for (const oldest of this.#done) {
      if (this.#done.size <= REMEMBERED) break;
      this.#done.delete(oldest);
    }
  }
}

/** With the time: a server that lost its data counts from one again. */
function identityOf(message: JsMsg): string {
  return `${message.seq}@${message.info.timestampNanos}`;
}
