import type { ExecutorBus, ExecutorDeps, Hypervisor, IncomingVm, SourceVm } from "../../services/executor/ports.ts";
import type { IncomingStatus } from "../../services/kit/domain/migration.ts";
import { fail, ok, type Result } from "../../services/kit/failure/failure.ts";
import { createLog, type Log } from "../../services/kit/run/log.ts";

/** What a migration's shell needs, with a clock that the test moves. */

export class ManualClock {
  #now = 1_000_000;
  readonly #timers = new Map<object, { readonly at: number; readonly call: () => void }>();

  now(): number {
    return this.#now;
  }

  after(milliseconds: number, call: () => void): () => void {
    const key = {};
    this.#timers.set(key, { at: this.#now + milliseconds, call });
    return () => this.#timers.delete(key);
  }

  /** Lets everything that is due happen in its order, with what follows from it. */
  async advance(milliseconds: number): Promise<void> {
    const end = this.#now + milliseconds;
    await settled();
    for (;;) {
      const [next] = [...this.#timers].sort(([, left], [, right]) => left.at - right.at);
      if (next === undefined || next[1].at > end) break;
      this.#timers.delete(next[0]);
      this.#now = Math.max(this.#now, next[1].at);
      next[1].call();
      await settled();
    }
    this.#now = end;
  }
}

/** Longer than any chain of promises in the code under test. */
async function settled(): Promise<void> {
  for (let turn = 0; turn < 5; turn += 1) await new Promise((resolve) => setImmediate(resolve));
}

export interface Warned {
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export class FakeExecutorDeps implements ExecutorDeps {
  readonly clock = new ManualClock();
  readonly stored: { readonly subject: string; readonly value: unknown }[] = [];
  readonly warned: Warned[] = [];
  readonly handlers = new Map<string, (subject: string, bytes: Uint8Array, sender: string | undefined) => void>();
  /** What the destination answers; `undefined`: nobody is there. */
  answer: IncomingStatus | undefined;
  source: Partial<SourceVm> = {};
  incoming: Partial<IncomingVm> = {};
  readonly hypervisor: Hypervisor;
  readonly bus: ExecutorBus;
  readonly log: Log;

  constructor(hostId: string) {
    this.log = Object.assign(createLog("test", "silent"), {
      warn: (fields: Readonly<Record<string, unknown>>, message: string) => this.warned.push({ message, fields }),
    });
    this.hypervisor = {
      hostId,
      migrationAddress: "127.0.0.1",
      recoveryAddresses: ["127.0.0.1"],
      probe: async () => ok(undefined),
      reach: async () => ok(undefined),
      clearPlace: async () => ok(undefined),
      removeHalfLaunched: async () => ok(undefined),
      openSource: async () => ok(whole<SourceVm>(this.source)),
      isAmongIncoming: () => false,
      reopenIncoming: async () => fail("not_found", "a fake has no processes"),
      launchIncoming: async () =>
        ok(
          whole<IncomingVm>({
            port: 1,
            machine: fail("refused", "a fake has no devices"),
            traffic: () => undefined,
            ...this.incoming,
          }),
        ),
    };
    const answered = async (): Promise<Result<IncomingStatus>> =>
      this.answer === undefined ? fail("unavailable", "nobody is there") : ok(this.answer);
    this.bus = {
      store: async ({ subject, value }) => {
        this.stored.push({ subject, value });
        return ok({ sequence: this.stored.length, duplicate: false });
      },
      publish: () => ok(undefined),
      request: answered as unknown as ExecutorBus["request"],
      serve: () => ({ close: async () => undefined }),
      subscribe: (subject, _, handle) => {
        this.handlers.set(subject, handle);
        return { close: async () => undefined };
      },
      lastSequenceOf: async () => 0,
      eventOf: async () => fail("not_found", "a fake has no journal"),
    };
  }

  storedNames(): readonly string[] {
    return this.stored.map(({ subject }) => subject.split(".").at(-1) ?? "");
  }
}

/** What a test does not give does nothing and succeeds. */
function whole<T extends object>(given: Partial<T>): T {
  return new Proxy(given as T, {
    get: (target, name) =>
      name in target ? Reflect.get(target, name) : name === "then" ? undefined : async () => ok(undefined),
  });
}
