/** The connection to NATS, whether it is up, and what of its failures the rest may know. */
import { connect, DebugEvents, ErrorCode, Events, type NatsConnection, NatsError, type Status } from "nats";
import { type Failure, FailureError, messageOf, unwrap } from "../failure/failure.ts";
import { type Identity, identityText, inboxPrefix } from "../identity/role.ts";
import type { Log } from "../run/log.ts";
import { type Credentials, readCredentials } from "./credentials.ts";
import type { SigningKey } from "./nkey.ts";
import { pause } from "./pause.ts";

export interface NatsOptions {
  /** Of one server or of several of a cluster, with commas between them. */
  readonly url: string;
  readonly name: string;
  readonly log: Log;
  readonly signal?: AbortSignal | undefined;
  /** A file of `contraflow init`. Absent: the server asks nobody who he is. */
  readonly credentials?: string | undefined;
  /** A file of the authorities whose server is trusted. Absent: those that the system trusts. */
  readonly ca?: string | undefined;
  /** For who does not wait until credentials are good: throws `refused` at once. */
  readonly failWhenRefused?: true;
  /** On how many servers each stream is kept; see `streams.ts`. */
  readonly streamReplicas?: number | undefined;
  /** A planner's: its orders to hosts are signed with it. */
  readonly signingKey?: SigningKey | undefined;
}

const RETRY_MILLISECONDS = 250;
const WARN_EVERY = 20;

/** Whether there is a server at the other end now: the client itself takes messages either way and drops them. */
export class Link {
  readonly nats: NatsConnection;
  /** Undefined: nobody has one on this bus. */
  readonly identity: Identity | undefined;
  #up = true;
  #refusals = 0;
  #waiting: (() => void)[] = [];
  readonly #losing = new Set<() => void>();

  constructor(nats: NatsConnection, identity: Identity | undefined, log: Log) {
    this.nats = nats;
    this.identity = identity;
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
    for await (const status of this.nats.status()) {
      const { type, data } = status;
      if (type === Events.Disconnect) {
        this.#set(false);
        log.warn({ data }, "lost NATS; reconnecting");
      } else if (type === Events.Reconnect) {
        this.#set(true);
        this.#refusals = 0;
        log.info({ data }, "reconnected to NATS");
        this.onReconnect();
      } else if (type === Events.Error) this.#report(status, log);
      else if (type === DebugEvents.StaleConnection) log.warn("NATS connection went stale");
    }
  }

  #report({ data, permissionContext }: Status, log: Log): void {
    if (permissionContext !== undefined) {
      log.error({ ...permissionContext, ...this.identity }, "NATS does not allow this identity to do that");
    } else if (data === ErrorCode.AuthorizationViolation || data === ErrorCode.AuthenticationExpired) {
      // With each attempt to connect again.
      if (this.#refusals % WARN_EVERY === 0) log.error({ ...this.identity }, REFUSED);
      this.#refusals += 1;
    } else log.error({ data }, "NATS reported an error");
  }
}

const REFUSED = "NATS refuses these credentials: they were revoked, or are of another cluster; trying on";

/**
 * Waits for a server that is not there yet, and says so; then keeps the connection for ever. Throws `invalid` for files that
 * cannot be used, and when `signal` is aborted: `refused` by a server that does not know these credentials, or `unavailable`.
 */
export async function connectNats(options: NatsOptions): Promise<Link> {
  const { url, name, log, signal } = options;
  const credentials = options.credentials === undefined ? undefined : unwrap(readCredentials(options.credentials));
  let failure: Failure = { kind: "unavailable", message: "there was no time for an answer" };
  for (let attempt = 0; ; attempt += 1) {
    if (signal?.aborted) throw new FailureError(failure);
    try {
      const connection = await connect({
        servers: url.split(","),
        name,
        timeout: 5_000,
        maxReconnectAttempts: -1,
        reconnectTimeWait: RETRY_MILLISECONDS,
        reconnectJitter: 100,
        pingInterval: 10_000,
        // Credentials that are refused may be replaced, and then it goes on.
        ignoreAuthErrorAbort: true,
        ...(options.ca === undefined ? {} : { tls: { caFile: options.ca } }),
        ...(credentials === undefined ? {} : asOneself(credentials, options)),
      });
      const { role, name: own, publicKey } = credentials ?? {};
      log.info({ url, server: connection.info?.version, role, name: own, publicKey }, "connected to NATS");
      return new Link(connection, credentials && { role: credentials.role, name: credentials.name }, log);
    } catch (error) {
      const reason = messageOf(error);
      const isRefused = error instanceof NatsError && error.code === ErrorCode.AuthorizationViolation;
      failure = isRefused
        ? { kind: "refused", message: `${url}: NATS refuses ${options.credentials ?? "whoever shows no credentials"}` }
        : { kind: "unavailable", message: reason };
      if (isRefused && options.failWhenRefused) throw new FailureError(failure);
      if (attempt % WARN_EVERY === 0) log.warn({ url, reason }, "NATS does not answer; waiting for it");
      await pause(RETRY_MILLISECONDS);
    }
  }
}

/** With the credentials that the file holds by then, each time it connects: they are changed without a restart. */
function asOneself(first: Credentials, { credentials: path = "", log }: NatsOptions) {
  let last = first;
  const current = () => {
    const read = readCredentials(path);
    const problem = !read.ok
      ? read.failure.message
      : inboxPrefix(read.value) === inboxPrefix(first)
        ? undefined
        : `${path}: is of ${identityText(read.value)}, and this was begun as ${identityText(first)}`;
    if (problem !== undefined) log.error({ reason: problem }, "the credentials stay as they were");
    else if (read.ok && read.value.publicKey !== last.publicKey) {
      last = read.value;
      log.info({ path, publicKey: last.publicKey }, "new credentials");
    }
    return last;
  };
  return {
    authenticator: (nonce?: string) => current().authenticate(nonce),
    inboxPrefix: inboxPrefix(first),
  };
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
