/**
 * The two streams and the bucket. Where nobody has an identity, whichever service comes first makes them; else planners do,
 * and the others wait. On how many servers each is kept is for the services that are told a number: they change what is
 * there, the others leave it as it is.
 */
import {
  DiscardPolicy,
  type JetStreamManager,
  type KV,
  type NatsConnection,
  NatsError,
  nanos,
  RetentionPolicy,
  StorageType,
  type StreamInfo,
} from "nats";
import { messageOf } from "../failure/failure.ts";
import type { Role } from "../identity/role.ts";
import type { Log } from "../run/log.ts";
import { pause } from "./pause.ts";

export const EVENT_STREAM = "CF_EVT";
export const COMMAND_STREAM = "CF_CMD";
export const HOSTS_BUCKET = "CF_HOSTS";
export const HOSTS_STREAM = `KV_${HOSTS_BUCKET}`;
/** Of objects, which may be larger than a message. Made by whoever keeps the first one. */
export const CHECKPOINTS_BUCKET = "CF_CHECKPOINTS";
export const CHECKPOINTS_STREAM = `OBJ_${CHECKPOINTS_BUCKET}`;

const DAY_MILLISECONDS = 24 * 3600 * 1000;
/** A publisher that lost its answer may repeat a message this long without it being stored twice. */
export const DUPLICATE_WINDOW_MILLISECONDS = 10 * 60 * 1000;

export const REQUEST_TIMEOUT_MILLISECONDS = 2_000;
const RETRY_MILLISECONDS = 500;
const STREAM_NOT_FOUND = 10059;

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

export interface EnsureOptions {
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
  /** Absent: one for a stream that is made here, and as it is for one that is there. */
  readonly replicas?: number | undefined;
}

/** Waits until JetStream answers; throws only when `signal` is aborted. */
export async function ensureStreams(
  connection: NatsConnection,
  options: EnsureOptions,
): Promise<{ manager: JetStreamManager; hosts: KV }> {
  const { log, signal, replicas } = options;
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const manager = await connection.jetstreamManager({ timeout: REQUEST_TIMEOUT_MILLISECONDS });
      for (const stream of streams) await ensureStream(manager, { ...stream, num_replicas: replicas ?? 1 });
      const hosts = await connection
        .jetstream({ timeout: REQUEST_TIMEOUT_MILLISECONDS })
        .views.kv(HOSTS_BUCKET, { history: 1, replicas: replicas ?? 1 });
      await forbidRollup(manager);
      if (replicas !== undefined) {
        for (const name of [EVENT_STREAM, COMMAND_STREAM, HOSTS_STREAM, CHECKPOINTS_STREAM]) {
          await replicate(manager, name, replicas, log);
        }
      }
      return { manager, hosts };
    } catch (error) {
      if (attempt % 10 === 0) log.warn({ reason: messageOf(error) }, "JetStream does not answer; waiting for it");
      await pause(RETRY_MILLISECONDS);
    }
  }
}

async function ensureStream(
  manager: JetStreamManager,
  stream: (typeof streams)[number] & { readonly num_replicas: number },
): Promise<void> {
  try {
    await manager.streams.info(stream.name);
  } catch {
    // Two services that start together ask for the same stream with the same settings: both are told it is made.
    await manager.streams.add(stream);
  }
}

/** Of two services that change it at once the server lets one be the second: it finds the number that it wants. */
async function replicate(manager: JetStreamManager, name: string, replicas: number, log: Log): Promise<void> {
  const { config } = await infoOf(manager, name);
  // What is not there yet is made with that number.
  if (config === undefined || config.num_replicas === replicas) return;
  await manager.streams.update(name, { num_replicas: replicas });
  log.info({ stream: name, before: config.num_replicas, replicas }, "the stream's number of servers is changed");
}

async function infoOf(manager: JetStreamManager, name: string): Promise<Partial<StreamInfo>> {
  try {
    return await manager.streams.info(name);
  } catch (error) {
    if (error instanceof NatsError && error.api_error?.err_code === STREAM_NOT_FOUND) return {};
    throw error;
  }
}

/** With it, whoever may write one host's report could remove those of all others. The client makes buckets that allow it. */
async function forbidRollup(manager: JetStreamManager): Promise<void> {
  const { config } = await manager.streams.info(HOSTS_STREAM);
  if (config.allow_rollup_hdrs) await manager.streams.update(HOSTS_STREAM, { allow_rollup_hdrs: false });
}

/** For those who make nothing. Waits for the journal where it is read; throws only when `signal` is aborted. */
export async function awaitStreams(
  connection: NatsConnection,
  role: Role,
  { log, signal }: { readonly log: Log; readonly signal?: AbortSignal | undefined },
): Promise<{ manager: JetStreamManager; hosts: KV }> {
  const options = { timeout: REQUEST_TIMEOUT_MILLISECONDS, checkAPI: false };
  const manager = await connection.jetstreamManager(options);
  // Not read directly: see `identity/rights.ts`, 3.
  const hosts = await connection.jetstream(options).views.kv(HOSTS_BUCKET, { bindOnly: true, allow_direct: false });
  // An agent's and a profiler's work does not begin with the journal.
  for (let attempt = 0; role !== "agent" && role !== "profiler"; attempt += 1) {
    signal?.throwIfAborted();
    try {
      await manager.streams.info(EVENT_STREAM);
      break;
    } catch (error) {
      if (attempt % 10 === 0) log.warn({ reason: messageOf(error) }, "there is no journal yet; a planner makes it");
      await pause(RETRY_MILLISECONDS);
    }
  }
  return { manager, hosts };
}
