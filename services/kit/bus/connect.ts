/** The connection to NATS, whether it is up, and what of its failures the rest may know. */
import { connect, DebugEvents, ErrorCode, Events, type NatsConnection, NatsError } from "nats";
import { type Failure, messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import { pause } from "./pause.ts";

export interface NatsOptions {
  /** Of one server or of several of a cluster, with commas between them. */
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly signal?: AbortSignal;
  /** On how many servers each stream is kept; see `streams.ts`. */
  readonly streamReplicas?: number | undefined;
}

const RETRY_MILLISECONDS = 250;
const WARN_EVERY = 20;

/** Whether there is a server at the other end now: the client itself takes messages either way and drops them. */
export class Link {
  readonly nats: NatsConnection;
  #up = true;
  #waiting: (() => void)[] = [];
  readonly #losing = new Set<() => void>();

  constructor(nats: NatsConnection, log: Log) {
    this.nats = nats;
    void this.#watch(log);
    void nats.closed().then(() => this.#set(false));
  }

  /** Called each time the server is there again. */
  onReconnect: () => void = () => undefined;

  get up(): boolean {
    return this.#up && !this.nats.isClosed();
  }

  /** Resolves when the link is up, or the time has passed. */
  async whenUp(limitMilliseconds: number): Promise<void> {
    if (this.up) return;
    await pause(limitMilliseconds, (wake) => this.#waiting.push(wake));
  }

  /**
   * Ends with the request, or with `Disconnect` as soon as the link is lost: the client would wait for its time limit.
   * Rejects with `ConnectionRefused`, and asks nothing, when there is no link.
   */
  async whileUp<T>(request: () => Promise<T>): Promise<T> {
    if (!this.up) throw NatsError.errorForCode(ErrorCode.ConnectionRefused);
    let lose: () => void = () => undefined;
    const lost = new Promise<never>((_, reject) => {
      lose = () => reject(NatsError.errorForCode(ErrorCode.Disconnect));
    });
    this.#losing.add(lose);
    try {
      return await Promise.race([request(), lost]);
    } finally {
      this.#losing.delete(lose);
    }
  }

  #set(up: boolean) {
    this.#up = up;
    if (!up) {
      for (const lose of this.#losing) lose();
      return;
    }
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const wake of waiting) wake();
  }

  async #watch(log: Log): Promise<void> {
    for await (const { type, data } of this.nats.status()) {
      if (type === Events.Disconnect) {
        this.#set(false);
        log.warn({ data }, "lost NATS; reconnecting");
      } else if (type === Events.Reconnect) {
        this.#set(true);
        log.info({ data }, "reconnected to NATS");
        this.onReconnect();
      } else if (type === Events.Error) log.error({ data }, "NATS reported an error");
      else if (type === DebugEvents.StaleConnection) log.warn("NATS connection went stale");
    }
  }
}

/** Waits for a server that is not there yet, and says so; then keeps the connection for ever. */
export async function connectNats(options: NatsOptions): Promise<Link> {
  const { url, name, log, signal } = options;
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const connection = await connect({
        servers: url.split(","),
        name,
        timeout: 5_000,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RETRY_MILLISECONDS,
        reconnectJitter: 100,
        pingInterval: 10_000,
      });
      log.info({ url, server: connection.info?.version }, "connected to NATS");
      return new Link(connection, log);
    } catch (error) {
      if (attempt % WARN_EVERY === 0)
        log.warn({ url, reason: messageOf(error) }, "NATS does not answer; waiting for it");
      await pause(RETRY_MILLISECONDS);
    }
  }
}

const WRONG_LAST_SEQUENCE = 10071;
const MESSAGE_NOT_FOUND = 10037;

export function isMessageNotFound(error: unknown): boolean {
  return error instanceof NatsError && error.api_error?.err_code === MESSAGE_NOT_FOUND;
}

export function natsFailure(error: unknown): Failure {
  // What the client throws of other classes is a programming error, and repeating it would not help.
  if (!(error instanceof NatsError)) return { kind: "bug", message: messageOf(error) };
  if (error.api_error !== undefined) {
    const { code, err_code, description } = error.api_error;
    if (err_code === WRONG_LAST_SEQUENCE) {
      return { kind: "stale", message: "somebody else has written to this subject first" };
    }
    // 503: JetStream is starting, has no leader, or has no room now.
    return { kind: code >= 500 ? "unavailable" : "refused", message: `JetStream: ${description}` };
  }
  switch (error.code) {
    // The server may have stored the message and its answer been lost.
    case ErrorCode.Timeout:
    case ErrorCode.Disconnect:
    case ErrorCode.ConnectionClosed:
    case ErrorCode.RequestError:
      return { kind: "outcome_unknown", message: `NATS: ${error.code}` };
    case ErrorCode.NoResponders:
      return { kind: "unavailable", message: "nobody answers on NATS" };
    case ErrorCode.MaxPayloadExceeded:
    case ErrorCode.BadSubject:
    case ErrorCode.BadHeader:
    case ErrorCode.BadPayload:
    case ErrorCode.InvalidPayload:
      return { kind: "invalid", message: `NATS: ${error.message}` };
    case ErrorCode.PermissionsViolation:
    case ErrorCode.AuthorizationViolation:
      return { kind: "refused", message: `NATS: ${error.message}` };
    default:
      return { kind: "unavailable", message: `NATS: ${error.message}` };
  }
}
