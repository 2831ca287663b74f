/**
 * Redis, in the project's words; the only module that knows the `ioredis` package.
 *
 * Relies on: Redis 6.2 or later. Everything is done by scripts over one key: atomic, and one journey.
 * 1. A call never waits for a server that is away: it fails at once, and the caller knows what it lost.
 * 2. The connection is kept for ever, and what happens to it is in the log.
 */
import { readFileSync } from "node:fs";
import { Redis, ReplyError } from "ioredis";
import { type Failure, fail, messageOf, ok, type Result, unwrap } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import { readSecretFile } from "../run/secret-file.ts";
import { isSentinelUrl, parseSentinelUrl } from "./sentinel.ts";

export interface StoreOptions {
  /** `redis://host:port`, or `redis+sentinel://` as `sentinel.ts` has it. */
  readonly url: string;
  /** Of a Redis that asks who one is. */
  readonly user?: string | undefined;
  readonly passwordFile?: string | undefined;
  /** A file of the authority whose server is trusted: the connection then is under TLS. */
  readonly ca?: string | undefined;
  readonly name: string;
  readonly log: Log;
  readonly signal?: AbortSignal;
}

/** A reply is what Lua returned: strings come as Buffers, tables as arrays. */
export type Script = (key: string, ...values: readonly Buffer[]) => Promise<Result<unknown>>;

const RETRY_MILLISECONDS = 250;
const WARN_EVERY_ATTEMPTS = 40;
/** A server that is stopped, not gone, keeps the connection and answers nothing. */
const ANSWER_LIMIT_MILLISECONDS = 5_000;
const SENTINEL_LIMIT_MILLISECONDS = 1_000;

export class Store {
  readonly #redis: Redis;

  private constructor(redis: Redis) {
    this.#redis = redis;
  }

  /** Waits for a server that is not there yet, and says so. Throws only when `signal` is aborted. */
  static async connect(options: StoreOptions): Promise<Store> {
    const { url, name, log, signal } = options;
    signal?.throwIfAborted();
    const password = options.passwordFile === undefined ? undefined : unwrap(readSecretFile(options.passwordFile));
    const tls = options.ca === undefined ? undefined : { ca: readFileSync(options.ca) };
    const settings = {
      ...(options.user === undefined ? {} : { username: options.user }),
      ...(password === undefined ? {} : { password }),
      ...(tls === undefined ? {} : { tls }),
      // It would tell the server of its version, for which a user with few rights has none.
      disableClientInfo: true,
      connectionName: name,
      lazyConnect: true,
      enableOfflineQueue: false,
      autoResendUnfulfilledCommands: false,
      maxRetriesPerRequest: 0,
      commandTimeout: ANSWER_LIMIT_MILLISECONDS,
      retryStrategy: () => {
        renewPassword(redis, options);
        return RETRY_MILLISECONDS;
      },
      // Of a master that has become a replica: whoever is the master now is asked for anew.
      reconnectOnError: (error: Error) => error.message.startsWith("READONLY"),
    };
    const redis: Redis = isSentinelUrl(url)
      ? new Redis({
          ...settings,
          ...unwrap(parseSentinelUrl(url)),
          ...(tls === undefined ? {} : { sentinelTLS: tls, enableTLSForSentinelMode: true }),
          sentinelRetryStrategy: () => RETRY_MILLISECONDS,
          // A sentinel that has stopped without closing its connections must not be waited for when it matters most.
          sentinelCommandTimeout: SENTINEL_LIMIT_MILLISECONDS,
        })
      : new Redis(url, settings);
    report(redis, url, log);
    // A first attempt that fails is only the first: the connection goes on trying.
    redis.connect().catch(() => undefined);
    await untilReady(redis, signal);
    return new Store(redis);
  }

  get ready(): boolean {
    return this.#redis.status === "ready";
  }

  /** `lua` works on KEYS[1] with ARGV. The server is given its text once, and again after it has lost it. */
  script(name: string, lua: string): Script {
    this.#redis.defineCommand(name, { numberOfKeys: 1, lua });
    const commands = this.#redis as unknown as Record<
      string,
      (key: string, ...values: readonly Buffer[]) => Promise<unknown>
    >;
    return async (key, ...values) => {
      if (!this.ready) return fail("unavailable", "Redis is away");
      try {
        return ok(await commands[`${name}Buffer`]?.(key, ...values));
      } catch (error) {
        return { ok: false, failure: storeFailure(error) };
      }
    };
  }

  /** Ends the connection; calls under way have ended before. */
  async close(): Promise<void> {
    if (this.ready) await this.#redis.quit().catch(() => undefined);
    // Also after that: connections to sentinels are its own.
    this.#redis.disconnect();
  }
}

/** What the file holds by then, each time it connects: a password is changed without a restart. */
function renewPassword(redis: Redis, { passwordFile, log }: StoreOptions): void {
  if (passwordFile === undefined) return;
  const read = readSecretFile(passwordFile);
  if (read.ok) redis.options.password = read.value;
  else log.error({ reason: read.failure.message }, "the password of Redis stays as it was");
}

/** An error of the connection is no end of it: only the signal is. */
function untilReady(redis: Redis, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const giveUp = () => {
      redis.disconnect();
      reject(signal?.reason);
    };
    signal?.addEventListener("abort", giveUp);
    redis.once("ready", () => {
      // From here on the signal means to drain, and the store is needed for that.
      signal?.removeEventListener("abort", giveUp);
      resolve();
    });
  });
}

function report(redis: Redis, url: string, log: Log): void {
  let attempts = 0;
  let reason = "the connection was closed";
  redis.on("error", (error: Error) => {
    reason = error.message;
  });
  redis.on("ready", () => {
    log.info({ url: withoutPassword(url) }, "connected to Redis");
    attempts = 0;
    reason = "the connection was closed";
  });
  redis.on("reconnecting", () => {
    if (attempts % WARN_EVERY_ATTEMPTS === 0) {
      log.warn({ url: withoutPassword(url), reason }, "Redis does not answer; waiting for it");
    }
    attempts += 1;
  });
}

export function withoutPassword(url: string): string {
  // To the last @: a password may hold some, and a slash, as it was written. Who takes the address apart sees no line breaks.
  return url.replaceAll(/[\t\r\n]/g, "").replace(/\/\/.*@/s, "//");
}

/** Codes of Redis that a later attempt may not get. */
const PASSING = new Set(["LOADING", "OOM", "READONLY", "MASTERDOWN", "CLUSTERDOWN", "TRYAGAIN", "BUSY", "MISCONF"]);
const FORBIDDEN = new Set(["NOAUTH", "NOPERM", "WRONGPASS"]);

function storeFailure(error: unknown): Failure {
  const message = `Redis: ${messageOf(error)}`;
  // The call may have arrived and its answer been lost.
  if (!(error instanceof ReplyError)) return { kind: "outcome_unknown", message };
  const [code = ""] = messageOf(error)
    .replace(/^ERR Error.*?: /, "")
    .split(" ");
  if (PASSING.has(code)) return { kind: "unavailable", message };
  return { kind: FORBIDDEN.has(code) ? "refused" : "bug", message };
}
