/** The two streams and the bucket, made by whichever service comes first. */
import {
  DiscardPolicy,
  type JetStreamManager,
  type KV,
  type NatsConnection,
  nanos,
  RetentionPolicy,
  StorageType,
} from "nats";
import { messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import { pause } from "./pause.ts";

export const EVENT_STREAM = "CF_EVT";
export const COMMAND_STREAM = "CF_CMD";
export const HOSTS_BUCKET = "CF_HOSTS";

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** A publisher that lost its answer may repeat a message this long without it being stored twice. */
export const DUPLICATE_WINDOW_MILLISECONDS = 10 * 60 * 1000;

export const REQUEST_TIMEOUT_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 500;

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

/** Waits until JetStream answers; throws only when `signal` is aborted. */
export async function ensureStreams(
  connection: NatsConnection,
  log: Log,
  signal?: AbortSignal,
): Promise<{ manager: JetStreamManager; hosts: KV }> {
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const manager = await connection.jetstreamManager({ timeout: REQUEST_TIMEOUT_MILLISECONDS });
      for (const stream of streams) await ensureStream(manager, stream);
      const hosts = await connection
        .jetstream({ timeout: REQUEST_TIMEOUT_MILLISECONDS })
        .views.kv(HOSTS_BUCKET, { history: 1 });
      return { manager, hosts };
    } catch (error) {
      if (attempt % 10 === 0) log.warn({ reason: messageOf(error) }, "JetStream does not answer; waiting for it");
      await pause(RETRY_MILLISECONDS);
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
