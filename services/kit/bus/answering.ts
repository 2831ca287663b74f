/** Questions over core NATS, answered one by one as they come, with what a handler makes of them or why it failed. */
import type { Msg, MsgHdrs, NatsConnection, Subscription } from "nats";
import { fail, messageOf, type Result } from "../failure/failure.ts";
import { INBOX } from "../identity/role.ts";
import type { Log } from "../run/log.ts";
import type { Codec } from "./codec.ts";
import { failureHeaders } from "./headers.ts";

export interface Answers<Q, A> {
  readonly subject: string;
  /** Each question goes to one of its members. Absent: to everybody. */
  readonly queue: string | undefined;
  readonly ask: Codec<Q>;
  readonly answer: Codec<A>;
  handle(question: Q, subject: string): Promise<Result<A>>;
}

export interface Answering {
  readonly subscription: Subscription;
  /** Resolves when every question that has come is answered. */
  idle(): Promise<void>;
}

export function answerQuestions<Q, A>(
  connection: NatsConnection,
  { subject, queue, ask, answer, handle }: Answers<Q, A>,
  { log, headers }: { readonly log: Log; readonly headers: () => MsgHdrs },
): Answering {
  const answering = new Set<Promise<void>>();
  const answerTo = async (message: Msg): Promise<Result<Uint8Array>> => {
    try {
      const question = ask.decode(message.data);
      const result = question.ok ? await handle(question.value, message.subject) : question;
      return result.ok ? answer.encode(result.value) : result;
    } catch (error) {
      log.error({ subject: message.subject, reason: messageOf(error) }, "a question's handler threw");
      return fail("bug", messageOf(error));
    }
  };
  const respond = async (message: Msg) => {
    // Elsewhere whoever asks would have us say, in our name, what he may not.
    if (!message.reply?.startsWith(`${INBOX}.`)) {
      log.warn({ subject, reply: message.reply }, "a question whose answer would go to no inbox; not answered");
      return;
    }
    const result = await answerTo(message);
    if (result.ok) message.respond(result.value, { headers: headers() });
    else message.respond(new Uint8Array(), { headers: failureHeaders(result.failure) });
  };
  const subscription = connection.subscribe(subject, {
    ...(queue === undefined ? {} : { queue }),
    callback: (error, message) => {
      if (error !== null) {
        log.error({ subject, reason: messageOf(error) }, "subscription failed");
        return;
      }
      const work: Promise<void> = respond(message)
        .catch((reason) => log.error({ subject, reason: messageOf(reason) }, "no answer given"))
        .finally(() => answering.delete(work));
      answering.add(work);
    },
  });
  return {
    subscription,
    idle: async () => {
      await Promise.all(answering);
    },
  };
}
