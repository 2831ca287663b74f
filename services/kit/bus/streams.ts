/** The two streams and the bucket, made by whichever service comes first. */
import { DiscardPolicy, type JetStreamManager, type NatsConnection, nanos, RetentionPolicy, StorageType } from "nats";
import { messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";

export const EVENT_STREAM = "CF_EVT";
export const COMMAND_STREAM = "CF_CMD";
export const HOSTS_BUCKET = "CF_HOSTS";

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** A publisher that lost its answer may repeat a message this long without it being stored twice. */
const DUPLICATE_WINDOW_MILLISECONDS = 10 * 60 * 1000;

const streams = [
  {
    name: EVENT_STREAM,
    subjects: ["cf.v1.evt.>"],
    retention: RetentionPolicy.Limits,
    discard: DiscardPolicy.Old,
    max_age: nanos(90 * DAY_MILLISECONDS),
    storage: StorageType.File,
    duplicate_window: nanos(DUPLICATE_WINDOW_MILLISECONDS),
  },
  {
    name: COMMAND_STREAM,
    subjects: ["cf.v1.cmd.>"],
    retention: RetentionPolicy.Workqueue,
    discard: DiscardPolicy.New,
    storage: StorageType.File,
    duplicate_window: nanos(DUPLICATE_WINDOW_MILLISECONDS),
  },
];

export async function ensureStreams(
  connection: NatsConnection,
  log: Log,
  signal?: AbortSignal,
): Promise<JetStreamManager> {
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const manager = await connection.jetstreamManager();
      for (const stream of streams) await ensureStream(manager, stream);
      return manager;
    } catch (error) {
      if (attempt % 10 === 0) log.warn({ reason: messageOf(error) }, "JetStream does not answer; waiting for it");
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
}

async function ensureStream(manager: JetStreamManager, stream: (typeof streams)[number]): Promise<void> {
  try {
    await manager.streams.info(stream.name);
  } catch {
    // Two services that start together ask for the same stream with the same settings: both are told it is made.
    await manager.streams.add(stream);
  }
}
