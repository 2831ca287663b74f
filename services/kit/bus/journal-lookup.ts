/** Single events of the journal, by their subjects. */
import type { JetStreamManager, StoredMsg } from "nats";
import { fail, ok, type Result } from "../failure/failure.ts";
import { isMessageNotFound } from "./connect.ts";
import { decodeJournalEvent } from "./journal-event.ts";
import type { JournalRecord } from "./journal-follower.ts";
import { EVENT_STREAM } from "./streams.ts";

/** The subject's last message, or its first after a sequence; undefined when there is none. */
export async function journalMessage(
  manager: JetStreamManager,
  subject: string,
  after?: number,
): Promise<StoredMsg | undefined> {
  // The client's types know `next_by_subj` only of another, newer way to ask.
  const query = after === undefined ? { last_by_subj: subject } : { next_by_subj: subject, seq: after + 1 };
  try {
    return await manager.streams.getMessage(EVENT_STREAM, query);
  } catch (error) {
    if (isMessageNotFound(error)) return undefined;
    throw error;
  }
}

/** The subject's last event; what is none, though it stands there, is passed over. Fails with `not_found` or `invalid`. */
export async function lastRecord(manager: JetStreamManager, subject: string): Promise<Result<JournalRecord>> {
  const last = recordOf(await journalMessage(manager, subject), subject);
  if (last.ok || last.failure.kind === "not_found") return last;
  // Forwards: the server is not asked for what stands before something.
  let found: Result<JournalRecord> = last;
  for (let next = await nextRecord(manager, subject, 0); next.ok; ) {
    found = next;
    next = await nextRecord(manager, subject, next.value.sequence);
  }
  return found;
}

/** The first event after a sequence, as `lastRecord`. */
export async function nextRecord(
  manager: JetStreamManager,
  subject: string,
  after: number,
): Promise<Result<JournalRecord>> {
  let message = await journalMessage(manager, subject, after);
  while (message !== undefined) {
    const record = recordOf(message, subject);
    if (record.ok) return record;
    message = await journalMessage(manager, subject, message.seq);
  }
  return fail("not_found", `the journal has no ${subject} after ${after}`);
}

function recordOf(message: StoredMsg | undefined, subject: string): Result<JournalRecord> {
  if (message === undefined) return fail("not_found", `the journal has no ${subject}`);
  const event = decodeJournalEvent(message.subject, message.data, message.header);
  if (!event.ok) return event;
  return ok({ event: event.value, sequence: message.seq, timeUnixMilliseconds: message.time.getTime() });
}
