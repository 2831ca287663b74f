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

export function recordOf(message: StoredMsg | undefined, subject: string): Result<JournalRecord> {
  if (message === undefined) return fail("not_found", `the journal has no ${subject}`);
  const event = decodeJournalEvent(message.subject, message.data);
  if (!event.ok) return event;
  return ok({ event: event.value, sequence: message.seq, timeUnixMilliseconds: message.time.getTime() });
}
