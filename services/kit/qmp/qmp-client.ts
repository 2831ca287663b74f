import { createConnection, type Socket } from "node:net";
import { type Failure, type FailureKind, fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { createLineSplitter } from "./qmp-lines.ts";

/**
 * A client of one QMP monitor. QEMU serves one client per socket; a second one connects and gets no greeting until
 * the first has left, so waiting for the greeting has a time limit of its own.
 *
 * 1. A command is settled exactly once: by its reply, its time limit, its signal, or the end of the connection.
 * 2. What was written and never answered is `outcome_unknown`; what was never written is `unavailable` or `cancelled`.
 * 3. No more commands are with QEMU than it takes while it still reads out-of-band ones; the others wait here.
 * 4. Every subscriber sees every event, in the order and before the replies QEMU wrote after it.
 */

export interface QmpEvent {
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
  /** QEMU's own clock when it raised the event; absent when that clock failed. */
  readonly atUnixMilliseconds?: number;
}

export interface QmpCallOptions {
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
}

export type QmpArguments = Readonly<Record<string, unknown>>;

export interface QmpClient {
  readonly version: string;
  /** Whether out-of-band commands work: they are answered while the ordinary monitor hangs. */
  readonly oob: boolean;
  execute(command: string, args?: QmpArguments, options?: QmpCallOptions): Promise<Result<unknown>>;
  executeOob(command: string, args?: QmpArguments, options?: QmpCallOptions): Promise<Result<unknown>>;
  /** Returns the function that ends the subscription. */
  subscribe(listener: (event: QmpEvent) => void): () => void;
  /** Resolves once, with the reason, when the connection has ended for whatever cause. */
  readonly closed: Promise<Failure>;
  close(): Promise<void>;
}

export interface QmpConnectOptions {
  readonly socketPath: string;
  readonly timeoutMilliseconds?: number;
  readonly signal?: AbortSignal;
}

/** Long enough for a monitor whose main loop waits for a post-copied page, short enough to notice a dead one. */
const defaultCommandTimeoutMilliseconds = 10_000;
const defaultConnectTimeoutMilliseconds = 5_000;

/**
 * Without an answer yet. QEMU queues eight, and then reads nothing at all until one of them is done, not even what would
 * free it. A command that was given up here is still there.
 */
const mostWithQemu = 6;

interface Pending {
  settle(result: Result<unknown>): void;
  readonly isSent: () => boolean;
}

type Message = Record<string, unknown>;

/** A map: QEMU's word may be the name of what every object has. */
const failureKindOfErrorClass: ReadonlyMap<string, FailureKind> = new Map([
  ["CommandNotFound", "not_found"],
  ["DeviceNotFound", "not_found"],
  ["KVMMissingCap", "unavailable"],
  ["DeviceNotActive", "refused"],
  ["GenericError", "refused"],
]);

export async function connectQmp(options: QmpConnectOptions): Promise<Result<QmpClient>> {
  const timeoutMilliseconds = options.timeoutMilliseconds ?? defaultConnectTimeoutMilliseconds;
  const connection = new Connection(createConnection({ path: options.socketPath }));
  const limit = setTimeout(
    () => connection.end({ kind: "unavailable", message: `no QMP greeting in ${timeoutMilliseconds} ms` }),
    timeoutMilliseconds,
  );
  const abort = () => connection.end({ kind: "cancelled", message: "connecting was cancelled" });
  options.signal?.addEventListener("abort", abort, { once: true });
  if (options.signal?.aborted === true) abort();
  try {
    const greeting = await connection.greeting;
    if (!greeting.ok) return fail(greeting.failure.kind, `${options.socketPath}: ${greeting.failure.message}`);
    const enable = greeting.value.oob ? { enable: ["oob"] } : undefined;
    const negotiated = await connection.execute("qmp_capabilities", enable, { timeoutMilliseconds });
    if (!negotiated.ok) {
      connection.end(negotiated.failure);
      return fail("unavailable", `${options.socketPath}: ${negotiated.failure.message}`);
    }
    connection.version = greeting.value.version;
    connection.oob = greeting.value.oob;
    return ok(connection);
  } finally {
    clearTimeout(limit);
    options.signal?.removeEventListener("abort", abort);
  }
}

class Connection implements QmpClient {
  version = "unknown";
  oob = false;
  readonly closed: Promise<Failure>;
  readonly greeting: Promise<Result<{ version: string; oob: boolean }>>;
  readonly #socket: Socket;
  readonly #pending = new Map<string, Pending>();
  readonly #withQemu = new Set<string>();
  readonly #waiting = new Map<string, () => void>();
  readonly #listeners = new Set<{ call(event: QmpEvent): void }>();
  #nextId = 1;
  #ended: Failure | undefined;
  #resolveClosed: (failure: Failure) => void = () => {};
  #resolveGreeting: (result: Result<{ version: string; oob: boolean }>) => void = () => {};

  constructor(socket: Socket) {
    this.#socket = socket;
    this.closed = new Promise((resolve) => {
      this.#resolveClosed = resolve;
    });
    this.greeting = new Promise((resolve) => {
      this.#resolveGreeting = resolve;
    });
    const lines = createLineSplitter({
      line: (line) => this.#line(line),
      oversized: (limitBytes) => this.end({ kind: "invalid", message: `QMP line longer than ${limitBytes} bytes` }),
    });
    socket.on("data", (chunk) => lines.push(chunk));
    socket.on("error", (error) => this.end({ kind: "unavailable", message: messageOf(error) }));
    socket.on("close", () => this.end({ kind: "unavailable", message: "QEMU closed the QMP connection" }));
  }

  execute(command: string, args?: QmpArguments, options?: QmpCallOptions): Promise<Result<unknown>> {
    return this.#call("execute", command, args, options);
  }

  executeOob(command: string, args?: QmpArguments, options?: QmpCallOptions): Promise<Result<unknown>> {
    return this.#call("exec-oob", command, args, options);
  }

  subscribe(listener: (event: QmpEvent) => void): () => void {
    const entry = { call: listener };
    this.#listeners.add(entry);
    return () => this.#listeners.delete(entry);
  }

  close(): Promise<void> {
    this.end({ kind: "cancelled", message: "the QMP connection was closed here" });
    return this.closed.then(() => undefined);
  }

  end(reason: Failure): void {
    if (this.#ended !== undefined) return;
    this.#ended = reason;
    this.#socket.destroy();
    this.#resolveGreeting({ ok: false, failure: reason });
    this.#waiting.clear();
    for (const pending of [...this.#pending.values()]) {
      const words = `before the connection ended: ${reason.message}`;
      pending.settle(
        pending.isSent() ? fail("outcome_unknown", `no answer ${words}`) : fail("unavailable", `not sent ${words}`),
      );
    }
    this.#listeners.clear();
    this.#resolveClosed(reason);
  }

  #call(
    verb: "execute" | "exec-oob",
    command: string,
    args: QmpArguments | undefined,
    options: QmpCallOptions = {},
  ): Promise<Result<unknown>> {
    if (this.#ended !== undefined) {
      return Promise.resolve(fail("unavailable", `${command} not sent: ${this.#ended.message}`));
    }
    if (options.signal?.aborted === true) return Promise.resolve(fail("cancelled", `${command} not sent`));
    const id = `cf-${this.#nextId++}`;
    const timeoutMilliseconds = options.timeoutMilliseconds ?? defaultCommandTimeoutMilliseconds;
    return new Promise((resolve) => {
      let isSent = false;
      const settle = (result: Result<unknown>) => {
        this.#pending.delete(id);
        this.#waiting.delete(id);
        clearTimeout(limit);
        options.signal?.removeEventListener("abort", aborted);
        resolve(result);
      };
      const aborted = () =>
        settle(
          isSent
            ? fail("outcome_unknown", `${command} was sent, then no longer waited for`)
            : fail("cancelled", `${command} not sent`),
        );
      const limit = setTimeout(
        () =>
          settle(
            isSent
              ? fail("outcome_unknown", `${command}: no answer in ${timeoutMilliseconds} ms`)
              : fail("unavailable", `${command} not sent: QEMU has ${mostWithQemu} others, and answered none of them`),
          ),
        timeoutMilliseconds,
      );
      options.signal?.addEventListener("abort", aborted, { once: true });
      this.#pending.set(id, { settle: (result) => settle(withCommand(command, result)), isSent: () => isSent });
      const send = () => {
        isSent = true;
        if (verb === "execute") this.#withQemu.add(id);
        this.#socket.write(
          `${JSON.stringify({ [verb]: command, id, ...(args === undefined ? {} : { arguments: args }) })}\r\n`,
        );
      };
      if (verb === "exec-oob" || this.#withQemu.size < mostWithQemu) send();
      else this.#waiting.set(id, send);
    });
  }

  /** In the order in which they were given. */
  #sendWaiting(): void {
    for (const [id, send] of this.#waiting) {
      if (this.#withQemu.size >= mostWithQemu) return;
      this.#waiting.delete(id);
      send();
    }
  }

  #line(line: string): void {
    if (this.#ended !== undefined || line.trim() === "") return;
    const message = parseObject(line);
    if (message === undefined) {
      this.end({ kind: "invalid", message: `malformed QMP line: ${line.slice(0, 120)}` });
    } else if ("QMP" in message) {
      this.#resolveGreeting(ok(readGreeting(message.QMP)));
    } else if (typeof message.event === "string") {
      this.#emit(readEvent(message.event, message));
    } else if ("return" in message || "error" in message) {
      this.#reply(message);
    } else {
      this.end({ kind: "invalid", message: `QMP line is no greeting, event or reply: ${line.slice(0, 120)}` });
    }
  }

  #reply(message: Message): void {
    const result: Result<unknown> = "error" in message ? readError(message.error) : ok(message.return);
    if (typeof message.id === "string") {
      this.#withQemu.delete(message.id);
      this.#sendWaiting();
      // A reply to a command whose time limit has passed finds nobody waiting: its caller was told outcome_unknown.
      this.#pending.get(message.id)?.settle(result);
    } else if (!result.ok) {
      // QEMU answers a line it cannot parse without an id: which command it was cannot be known any more.
      this.end({ kind: "invalid", message: `QEMU refused a line: ${result.failure.message}` });
    }
  }

  #emit(event: QmpEvent): void {
    for (const listener of [...this.#listeners]) {
      try {
        listener.call(event);
      } catch (error) {
        // A bug of one subscriber must neither hide the event from the others nor pass unseen.
        queueMicrotask(() => {
          throw error;
        });
      }
    }
  }
}

function withCommand(command: string, result: Result<unknown>): Result<unknown> {
  return result.ok ? result : fail(result.failure.kind, `${command}: ${result.failure.message}`);
}

function parseObject(line: string): Message | undefined {
  try {
    const value: unknown = JSON.parse(line);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Message {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function readGreeting(value: unknown): { version: string; oob: boolean } {
  const greeting = isObject(value) ? value : {};
  const version = isObject(greeting.version) && isObject(greeting.version.qemu) ? greeting.version.qemu : {};
  const capabilities = Array.isArray(greeting.capabilities) ? greeting.capabilities : [];
  const parts = [version.major, version.minor, version.micro].filter((part) => typeof part === "number");
  return { version: parts.length === 3 ? parts.join(".") : "unknown", oob: capabilities.includes("oob") };
}

function readEvent(name: string, message: Message): QmpEvent {
  const data = isObject(message.data) ? message.data : {};
  const time = isObject(message.timestamp) ? message.timestamp : {};
  const { seconds, microseconds } = time;
  // QEMU writes -1 for both when it could not read its clock.
  if (typeof seconds !== "number" || typeof microseconds !== "number" || seconds < 0) return { name, data };
  const atUnixMilliseconds = seconds * 1000 + microseconds / 1000;
  // Beyond it there is no time that an event of ours could carry.
  const isTime = atUnixMilliseconds >= 0 && atUnixMilliseconds <= Number.MAX_SAFE_INTEGER;
  return { name, data, ...(isTime ? { atUnixMilliseconds } : {}) };
}

function readError(value: unknown): Result<never> {
  const error = isObject(value) ? value : {};
  const errorClass = typeof error.class === "string" ? error.class : "GenericError";
  const description = typeof error.desc === "string" ? error.desc : "no description";
  return fail(failureKindOfErrorClass.get(errorClass) ?? "refused", description);
}
