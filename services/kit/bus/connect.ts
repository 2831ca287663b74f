/** The connection to NATS, and what of its failures the rest may know. */
import { connect, DebugEvents, ErrorCode, Events, type NatsConnection, NatsError } from "nats";
import { type Failure, messageOf } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";

export interface NatsOptions {
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

const RETRY_MILLISECONDS = 500;
const WARN_EVERY = 10;

/** Waits for a server that is not there yet, and says so; then keeps the connection for ever. */
export async function connectNats(options: NatsOptions): Promise<NatsConnection> {
  const { url, name, log, signal } = options;
  for (let attempt = 0; ; attempt += 1) {
    signal?.throwIfAborted();
    try {
      const connection = await connect({
        servers: url,
        name,
        timeout: 5_000,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RETRY_MILLISECONDS,
        reconnectJitter: 100,
        pingInterval: 10_000,
      });
      log.info({ url, server: connection.info?.version }, "connected to NATS");
      void report(connection, log);
      return connection;
    } catch (error) {
      if (attempt % WARN_EVERY === 0)
        log.warn({ url, reason: messageOf(error) }, "NATS does not answer; waiting for it");
      await new Promise((resolve) => setTimeout(resolve, RETRY_MILLISECONDS));
    }
  }
}

async function report(connection: NatsConnection, log: Log): Promise<void> {
  for await (const status of connection.status()) {
    if (status.type === Events.Disconnect) log.warn({ data: status.data }, "lost NATS; reconnecting");
    else if (status.type === Events.Reconnect) log.info({ data: status.data }, "reconnected to NATS");
    else if (status.type === Events.Error) log.error({ data: status.data }, "NATS reported an error");
    else if (status.type === DebugEvents.StaleConnection) log.warn("NATS connection went stale");
  }
}

const WRONG_LAST_SEQUENCE = 10071;

export function natsFailure(error: unknown): Failure {
  if (error instanceof NatsError) {
    if (error.api_error?.err_code === WRONG_LAST_SEQUENCE) {
      return { kind: "stale", message: "somebody else has written to this subject first" };
    }
    switch (error.code) {
      // The server may have stored the message and its answer been lost.
      case ErrorCode.Timeout:
      case ErrorCode.ConnectionClosed:
      case ErrorCode.Disconnect:
        return { kind: "outcome_unknown", message: `NATS: ${error.code}` };
      case ErrorCode.NoResponders:
      case ErrorCode.JetStreamNotEnabled:
        return { kind: "unavailable", message: "nobody answers on NATS" };
      case ErrorCode.PermissionsViolation:
      case ErrorCode.AuthorizationViolation:
        return { kind: "refused", message: `NATS: ${error.message}` };
    }
    if (error.api_error !== undefined) return { kind: "refused", message: `JetStream: ${error.api_error.description}` };
  }
  return { kind: "unavailable", message: `NATS: ${messageOf(error)}` };
}
