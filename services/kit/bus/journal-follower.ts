/**
 * Reads the journal in order, from a place on and then as events come.
 *
 * 1. No gap and no repeat: the server numbers what it delivers, and a jump in that number opens the consumer anew at
 *    the first event that was not handled.
 * 2. A journal that ends before what was read has been lost at the server: it is said, and read from its new start.
 * 3. An event that `handle` throws at is given to it again; the journal is never read past it.
 */
import { AckPolicy, DeliverPolicy, type JetStreamClient, type JetStreamManager, type JsMsg, nanos } from "nats";
import { messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import type { Link } from "./connect.ts";
import { keepConsuming, PULL, type Subscription } from "./consuming.ts";
import { decodeJournalEvent, type JournalEvent } from "./journal-event.ts";
import { EVENT_STREAM } from "./streams.ts";

/** The server forgets a reader that has gone away without a word. */
const INACTIVE_MILLISECONDS = 60_000;

export interface JournalRecord {
  readonly event: JournalEvent;
  readonly sequence: number;
  readonly timeUnixMilliseconds: number;
}

/** `reached`: the event before it was there once, so that a journal that ends before it has lost some. */
export type JournalStart = { readonly sequence: number; readonly reached?: boolean } | { readonly time: Date };

export interface JournalDeps {
  readonly manager: JetStreamManager;
  readonly jetstream: JetStreamClient;
  readonly link: Link;
  readonly log: Log;
}

export function followJournal(
  deps: JournalDeps,
  from: JournalStart,
  handle: (record: JournalRecord) => Promise<void> | void,
  passedOver?: (sequence: number) => void,
): Subscription {
  const { manager, jetstream, link, log } = deps;
  let next: number | undefined = "sequence" in from ? Math.max(1, from.sequence) : undefined;

  /** Whether `next` is a place that was reached, and not only the one that was asked for: that may be yet to come. */
  let delivered = "reached" in from && from.reached === true;

  const take = async (message: JsMsg) => {
    const { subject, seq: sequence } = message;
    if (next !== undefined && sequence < next) return;
    const event = decodeJournalEvent(subject, message.data, message.headers);
    if (event.ok) {
      const timeUnixMilliseconds = Math.floor(message.info.timestampNanos / 1e6);
      try {
        await handle({ event: event.value, sequence, timeUnixMilliseconds });
      } catch (error) {
        throw new Error(`event ${sequence} (${subject}) was not handled: ${messageOf(error)}`);
      }
    } else {
      if (!subject.endsWith(".poisoned")) {
        log.warn({ subject, sequence, reason: event.failure.message }, "journal event passed over");
      }
      passedOver?.(sequence);
    }
    next = sequence + 1;
    delivered = true;
  };

  return keepConsuming("journal", link, log, async () => {
    const { last_seq: last } = (await manager.streams.info(EVENT_STREAM)).state;
    if (delivered && next !== undefined && last < next - 1) {
      log.error({ last, expected: next - 1 }, "the journal at the server has lost what was read; reading its new one");
      next = 1;
    }
    const start =
      next === undefined && "time" in from
        ? { deliver_policy: DeliverPolicy.StartTime, opt_start_time: from.time.toISOString() }
        : { deliver_policy: DeliverPolicy.StartSequence, opt_start_seq: next ?? 1 };
    const { name } = await manager.consumers.add(EVENT_STREAM, {
      ...start,
      ack_policy: AckPolicy.None,
      mem_storage: true,
      inactive_threshold: nanos(INACTIVE_MILLISECONDS),
    });
    const messages = await (await jetstream.consumers.get(EVENT_STREAM, name)).consume({ ...PULL, max_messages: 256 });
    let deliveries = 0;
    return {
      messages,
      async take(message) {
        deliveries += 1;
        if (message.info.deliverySequence !== deliveries) throw new Error("deliveries were lost on the way");
        await take(message);
      },
      async drained() {
        // Not awaited: the server would end it by itself, later.
        manager.consumers.delete(EVENT_STREAM, name).catch(() => undefined);
      },
    };
  });
}
