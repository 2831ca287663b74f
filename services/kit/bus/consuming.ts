/** Keeps a JetStream consumer open over lost connections, restarts of the server and consumers that are gone. */
import { ConsumerEvents, type ConsumerMessages, type JsMsg } from "nats";
import { messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import type { Link } from "./connect.ts";
import { pause } from "./pause.ts";

export interface Subscription {
  /** Takes nothing more, and resolves when what was taken has been handled. */
  close(): Promise<void>;
  /** Why nothing is taken now; undefined when all is well. */
  trouble?(): string | undefined;
}

const REOPEN_MILLISECONDS = 250;
/** Of a failure that stays: repeated more rarely, so that it can be read in the log and not only counted. */
const REOPEN_LIMIT_MILLISECONDS = 5_000;

/**
 * How a consumer is pulled. The client waits about `expires` before it asks again for a consumer that did not answer
 * (nats 2.29 with nats-server 2.9, just after its restart), so the shortest that it allows gives the fastest resumption.
 * `bind`: else it asks first whether the consumer is there, for as long as nobody answers: after a reconnection for ever
 * where the server that kept it has gone, and without a word.
 */
export const PULL = { expires: 1_000, idle_heartbeat: 500, bind: true } as const;

/** About twice what a server needs that has only to think: then the one that keeps the consumer is gone. */
const MOST_HEARTBEATS_MISSED = 6;

export interface Opened {
  readonly messages: ConsumerMessages;
  /** Awaited before the next message is asked for. May throw: then the consumer is opened anew. */
  take(message: JsMsg): Promise<void> | void;
  /** What came while closing, and was not taken. */
  giveBack?(message: JsMsg): void;
  /** Resolves when what `take` has begun is done. */
  drained?(): Promise<void>;
}

export function keepConsuming(what: string, link: Link, log: Log, open: () => Promise<Opened>): Subscription {
  let closing = false;
  let current: ConsumerMessages | undefined;
  let wake: () => void = () => undefined;
  let trouble: string | undefined = `${what}: is not open yet`;
  const run = async () => {
    for (let failures = 0; !closing; ) {
      let opened: Opened | undefined;
      // Asked over a link that is down, the server would not hear it and the client would wait for its time limit.
      if (!link.up) {
        await link.whenUp(REOPEN_LIMIT_MILLISECONDS);
        continue;
      }
      try {
        opened = await link.whileUp(open);
        current = opened.messages;
        trouble = undefined;
        void watch(opened.messages);
        if (closing) void opened.messages.close();
        for await (const message of opened.messages) {
          if (closing) opened.giveBack?.(message);
          else await opened.take(message);
          failures = 0;
        }
      } catch (error) {
        failures += 1;
        trouble = `${what}: ${messageOf(error)}`;
        if (!closing) log.warn({ what, reason: messageOf(error) }, "consumer ended; opening it again");
      }
      await opened?.drained?.();
      if (!closing) {
        await pause(Math.min(REOPEN_MILLISECONDS * 2 ** Math.min(failures, 8), REOPEN_LIMIT_MILLISECONDS), (early) => {
          wake = early;
        });
      }
    }
  };
  const running = run();
  return {
    trouble: () => trouble,
    async close() {
      closing = true;
      wake();
      // Not awaited: it resolves only when the loop above has come round.
      void current?.close();
      await running;
    },
  };
}

/**
 * Of several servers one keeps the consumer. When that is gone, or the consumer is, the client asks for it on and on:
 * opened anew, it is another server's.
 */
async function watch(messages: ConsumerMessages): Promise<void> {
  for await (const { type, data } of await messages.status()) {
    if (type === ConsumerEvents.HeartbeatsMissed && Number(data) < MOST_HEARTBEATS_MISSED) continue;
    const reason = GONE[type];
    if (reason === undefined) continue;
    messages.stop(new Error(reason));
    return;
  }
}

const GONE: Partial<Record<string, string>> = {
  [ConsumerEvents.HeartbeatsMissed]: `the server of the consumer has said nothing ${MOST_HEARTBEATS_MISSED} times`,
  [ConsumerEvents.NoResponders]: "nobody keeps the consumer now",
  [ConsumerEvents.ConsumerDeleted]: "the consumer is gone",
};
