import assert from "node:assert/strict";
import { after, before, beforeEach, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Bus, type Command, type CommandOutcome } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import { type FailureError, fail, ok, type Result, unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { freePort, missingServers, noNetworkCut, startNats, type TestServer } from "../servers.ts";

const log = createLog("bus-test", process.env.CONTRAFLOW_TEST_LOG ?? "silent");
const skip = missingServers("nats") ?? false;

let server: TestServer;
let bus: Bus;
/** Each test has ids of its own: they share the server and its streams. */
let id = "";
let tests = 0;

before(async () => {
  if (skip === false) server = await startNats();
});
after(() => server?.stop());
beforeEach(() => {
  tests += 1;
  id = `t${tests}`;
});

async function connected(t: TestContext, url = server.url): Promise<Bus> {
  const made = await Bus.connect({ url, name: "test", log });
  t.after(() => made.close());
  return made;
}

const ref = (vmId = "vm-0"): MigrationRef => ({
  migrationId: `${id}-1`,
  evacuationId: id,
  vmId,
  sourceHostId: `${id}-a`,
  destinationHostId: `${id}-b`,
});

const storePace = (number: number, on = bus) =>
  on.store({
    subject: subjects.pace(`${id}-a`),
    codec: codecs.SetPace,
    value: { migration: ref(`vm-${number}`), paceBytesPerSecond: number + 1 },
    id: `${id}-pace-${number}`,
  });

const storeResumed = (number: number, on = bus) =>
  on.store({
    subject: subjects.migrationEvent(`${id}-1`, "resumed"),
    codec: codecs.MigrationResumed,
    value: { migration: ref(), eventTimeUnixMilliseconds: number },
    id: `${id}-resumed-${number}`,
  });

/** What has come so far, and a promise of the moment when so many have. */
class Arrivals<T> {
  readonly all: T[] = [];
  readonly #waiting: { readonly count: number; readonly resolve: () => void }[] = [];
  add(item: T) {
    this.all.push(item);
    for (const { count, resolve } of this.#waiting) if (this.all.length >= count) resolve();
  }
  async reach(count: number): Promise<readonly T[]> {
    if (this.all.length < count)
      await new Promise<void>((resolve) => {
        this.#waiting.push({ count, resolve });
      });
    return this.all;
  }
}

const done: CommandOutcome = { kind: "done" };
const paceOf = (command: Command) => unwrap(codecs.SetPace.decode(command.bytes)).paceBytesPerSecond;
const commandsOf = (host: string) => `cf.v1.cmd.host.${id}-${host}.>`;

async function poisonedEvents(on: Bus, count: number): Promise<readonly string[]> {
  const arrivals = new Arrivals<string>();
  const subscription = on.subscribe(`cf.v1.evt.host.${id}-a.poisoned`, undefined, (_subject, bytes) => {
    arrivals.add(unwrap(codecs.Poisoned.decode(bytes)).reason);
  });
  const reasons = await arrivals.reach(count);
  await subscription.close();
  return reasons;
}

describe("storing", { skip }, () => {
  it("is harmless when repeated with the same id", async (t) => {
    bus = await connected(t);
    const first = unwrap(await storePace(1));
    const second = unwrap(await storePace(1));
    assert.deepEqual([first.duplicate, second.duplicate], [false, true]);
    assert.equal(first.sequence, second.sequence);
  });

  it("tells the second of two writers that it is stale", async (t) => {
    bus = await connected(t);
    const subject = subjects.migrationEvent(`${id}-1`, "resumed");
    assert.equal(await bus.lastSequenceOf(subject), 0);
    const write = (writer: string, ifLastSequence: number) =>
      bus.store({
        subject,
        codec: codecs.MigrationResumed,
        value: { migration: ref(), eventTimeUnixMilliseconds: 1 },
        id: `${id}-${writer}`,
        ifLastSequence,
      });
    const results = await Promise.all([write("one", 0), write("two", 0)]);
    const kinds = results.map((result) => (result.ok ? "stored" : result.failure.kind)).sort();
    assert.deepEqual(kinds, ["stale", "stored"]);
    const last = await bus.lastSequenceOf(subject);
    assert.equal(last, await bus.journalEnd());
    assert.equal(unwrap(await write("three", last)).sequence, last + 1);
    // Whoever repeats its own write after a lost answer is not told that somebody else was first.
    assert.equal(unwrap(await write("three", last)).duplicate, true);
  });

  it("refuses what the codec refuses, and says which field", async (t) => {
    bus = await connected(t);
    const result = await storePace(-3);
    assert.equal(result.ok, false);
    assert.deepEqual([result.failure.kind, result.failure.field], ["invalid", "paceBytesPerSecond"]);
  });

  it("refuses a message too large for the server instead of repeating it for ever", async (t) => {
    bus = await connected(t);
    const huge = { ...codecs.SetPace, encode: () => ok(new Uint8Array(2 * 1024 * 1024)) };
    const value = { migration: ref() };
    const result = await bus.store({ subject: subjects.pace(`${id}-a`), codec: huge, value, id: `${id}-huge` });
    assert.equal(result.ok, false);
    assert.equal(result.failure.kind, "invalid");
  });

  it("waits for a server that is away, and stores once", async (t) => {
    bus = await connected(t);
    unwrap(await storeResumed(0));
    const before = await bus.journalEnd();
    await server.kill();
    const storing = storeResumed(1);
    await new Promise((resolve) => setTimeout(resolve, 100));
    await server.restart();
    const stored = unwrap(await storing);
    assert.equal(stored.sequence, before + 1);
    assert.equal(await bus.journalEnd(), before + 1);
  });

  it("says cancelled or outcome unknown when it is given up, never that it is done", async (t) => {
    bus = await connected(t);
    const stop = new AbortController();
    await server.kill();
    const storing = bus.store({
      subject: subjects.pace(`${id}-a`),
      codec: codecs.SetPace,
      value: { migration: ref() },
      id: `${id}-given-up`,
      signal: stop.signal,
    });
    stop.abort();
    const result = await storing;
    await server.restart();
    assert.equal(result.ok, false);
    assert.match(result.failure.kind, /^(cancelled|outcome_unknown)$/);
  });

  it("is quick", async (t) => {
    bus = await connected(t);
    const took: number[] = [];
    for (let number = 0; number < 200; number += 1) {
      const from = performance.now();
      unwrap(await storeResumed(number));
      took.push(performance.now() - from);
    }
    t.diagnostic(`store: ${percentiles(took)}`);
  });
});

describe("commands", { skip }, () => {
  it("come once each, in order, with what was sent", async (t) => {
    bus = await connected(t);
    const arrivals = new Arrivals<Command>();
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async (command) => {
      arrivals.add(command);
      return done;
    });
    for (let number = 0; number < 50; number += 1) unwrap(await storePace(number));
    const commands = await arrivals.reach(50);
    assert.deepEqual(
      commands.map(paceOf),
      Array.from({ length: 50 }, (_, number) => number + 1),
    );
    assert.equal(commands[0]?.name, "pace");
    assert.equal(commands[0]?.deliveries, 1);
    assert.match(commands[0]?.traceparent ?? "", /^00-[0-9a-f]{32}-[0-9a-f]{16}-01$/);
  });

  it("come again when the handler threw or asked for it", async (t) => {
    bus = await connected(t);
    const arrivals = new Arrivals<number>();
    bus.consumeCommands(
      `${id}-a`,
      commandsOf("a"),
      async ({ deliveries }) => {
        arrivals.add(deliveries);
        if (deliveries === 1) throw new Error("the first time it fails");
        return deliveries === 2 ? { kind: "retry" } : done;
      },
      { redeliverMilliseconds: 5 },
    );
    unwrap(await storePace(1));
    assert.deepEqual(await arrivals.reach(3), [1, 2, 3]);
  });

  it("end in a poisoned event when no delivery was handled", async (t) => {
    bus = await connected(t);
    const poisoned = poisonedEvents(bus, 1);
    let handled = 0;
    bus.consumeCommands(
      `${id}-a`,
      commandsOf("a"),
      async () => {
        handled += 1;
        throw new Error("never");
      },
      { maxDeliveries: 3, redeliverMilliseconds: 5 },
    );
    unwrap(await storePace(1));
    assert.deepEqual(await poisoned, ["not handled in 3 deliveries"]);
    assert.equal(handled, 3);
  });

  it("that cannot be decoded are set aside with the reason, and the next is handled", async (t) => {
    bus = await connected(t);
    const poisoned = poisonedEvents(bus, 1);
    const arrivals = new Arrivals<Command>();
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async (command) => {
      const decoded = codecs.SetPace.decode(command.bytes);
      if (!decoded.ok) return { kind: "poison", reason: decoded.failure.message };
      arrivals.add(command);
      return done;
    });
    const garbage = { ...codecs.SetPace, encode: () => ok(new TextEncoder().encode("not protobuf")) };
    const value = { migration: ref() };
    unwrap(await bus.store({ subject: subjects.pace(`${id}-a`), codec: garbage, value, id: `${id}-garbage` }));
    unwrap(await storePace(7));
    assert.match((await poisoned)[0] ?? "", /^SetPace: is not protobuf/);
    assert.equal((await arrivals.reach(1)).length, 1);
  });

  it("whose every delivery ended its process are set aside by the next process", async (t) => {
    bus = await connected(t);
    unwrap(await storePace(1));
    for (let life = 1; life <= 2; life += 1) {
      const mortal = await Bus.connect({ url: server.url, name: "mortal", log });
      const taken = new Arrivals<number>();
      mortal.consumeCommands(
        `${id}-a`,
        commandsOf("a"),
        async ({ deliveries }) => {
          taken.add(deliveries);
          return { kind: "retry" };
        },
        { maxDeliveries: 20, redeliverMilliseconds: 5 },
      );
      await taken.reach(2 * life);
      await mortal.close();
    }
    const poisoned = poisonedEvents(bus, 1);
    let handled = 0;
    bus.consumeCommands(
      `${id}-a`,
      commandsOf("a"),
      async () => {
        handled += 1;
        return done;
      },
      { maxDeliveries: 2, redeliverMilliseconds: 5 },
    );
    assert.deepEqual(await poisoned, ["not handled in 2 deliveries"]);
    assert.equal(handled, 0);
  });

  it("do not wait for a slow one when more than one may be handled at a time", async (t) => {
    bus = await connected(t);
    const arrivals = new Arrivals<number | undefined>();
    let release: () => void = () => undefined;
    const slow = new Promise<void>((resolve) => {
      release = resolve;
    });
    bus.consumeCommands(
      `${id}-a`,
      commandsOf("a"),
      async (command) => {
        arrivals.add(paceOf(command));
        if (paceOf(command) === 1) await slow;
        return done;
      },
      { concurrency: 2 },
    );
    for (let number = 0; number < 5; number += 1) unwrap(await storePace(number));
    assert.deepEqual([...(await arrivals.reach(5))], [1, 2, 3, 4, 5]);
    release();
  });

  it("that take longer than the time limit for an acknowledgement are not given to anybody else meanwhile", async (t) => {
    bus = await connected(t);
    const other = await connected(t);
    const arrivals = new Arrivals<number | undefined>();
    for (const copy of [bus, other]) {
      copy.consumeCommands(
        `${id}-a`,
        commandsOf("a"),
        async (command) => {
          arrivals.add(paceOf(command));
          if (paceOf(command) === 1) await new Promise((resolve) => setTimeout(resolve, 2_000));
          return done;
        },
        { ackWaitMilliseconds: 500 },
      );
    }
    unwrap(await storePace(0));
    await arrivals.reach(1);
    // Whatever came again would have come before this.
    await bus.close();
    await other.close();
    assert.deepEqual(arrivals.all, [1]);
  });

  it("are shared by copies of a service, each going to one", async (t) => {
    bus = await connected(t);
    const copies = [await connected(t), await connected(t)];
    const arrivals = new Arrivals<number | undefined>();
    for (const copy of copies) {
      copy.consumeCommands(`${id}-a`, commandsOf("a"), async (command) => {
        arrivals.add(paceOf(command));
        return done;
      });
    }
    for (let number = 0; number < 40; number += 1) unwrap(await storePace(number));
    const paces = await arrivals.reach(40);
    assert.equal(new Set(paces).size, 40);
  });

  for (const how of ["killed", "restarted"] as const) {
    it(`are neither lost nor handled twice when the server is ${how}`, async (t) => {
      bus = await connected(t);
      const arrivals = new Arrivals<Command>();
      bus.consumeCommands(
        `${id}-a`,
        commandsOf("a"),
        async (command) => {
          arrivals.add(command);
          await new Promise((resolve) => setTimeout(resolve, 5));
          return done;
        },
        { concurrency: 3 },
      );
      const sending = (async () => {
        for (let number = 0; number < 60; number += 1) unwrap(await storePace(number));
      })();
      await arrivals.reach(20);
      if (how === "killed") await server.kill();
      await server.restart();
      const back = performance.now();
      const seen = arrivals.all.length;
      await arrivals.reach(seen + 1);
      t.diagnostic(`first command ${Math.round(performance.now() - back)} ms after the server was back`);
      await sending;
      await arrivals.reach(60);
      const sequences = arrivals.all.map((command) => command.sequence);
      assert.equal(new Set(sequences).size, 60);
      assert.equal(sequences.length, 60);
    });
  }

  it("start soon after they are stored", async (t) => {
    bus = await connected(t);
    const took: number[] = [];
    let stored = 0;
    const arrivals = new Arrivals<number>();
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async () => {
      arrivals.add(performance.now() - stored);
      return done;
    });
    for (let number = 0; number < 100; number += 1) {
      stored = performance.now();
      unwrap(await storePace(number));
      await arrivals.reach(number + 1);
    }
    took.push(...arrivals.all);
    t.diagnostic(`from store to handler: ${percentiles(took)}`);
  });
});

describe("following the journal", { skip }, () => {
  it("gives every event from a sequence on, then those that come", async (t) => {
    bus = await connected(t);
    const from = (await bus.journalEnd()) + 1;
    for (let number = 0; number < 10; number += 1) unwrap(await storeResumed(number));
    const arrivals = new Arrivals<number>();
    bus.followJournal({ sequence: from + 4 }, ({ sequence }) => arrivals.add(sequence));
    await arrivals.reach(6);
    unwrap(await storeResumed(10));
    const expected = Array.from({ length: 7 }, (_, index) => from + 4 + index);
    assert.deepEqual(await arrivals.reach(7), expected);
  });

  it("starts at a time", async (t) => {
    bus = await connected(t);
    unwrap(await storeResumed(0));
    const time = new Date(Date.now() + 1);
    while (Date.now() <= time.getTime()) await new Promise((resolve) => setImmediate(resolve));
    unwrap(await storeResumed(1));
    const arrivals = new Arrivals<number>();
    bus.followJournal({ time }, ({ event }) => {
      if (event.name === "resumed") arrivals.add(event.body.eventTimeUnixMilliseconds);
    });
    assert.deepEqual(await arrivals.reach(1), [1]);
  });

  it("gives an event again that was not handled, and nothing after it before", async (t) => {
    bus = await connected(t);
    const from = (await bus.journalEnd()) + 1;
    for (let number = 0; number < 3; number += 1) unwrap(await storeResumed(number));
    const arrivals = new Arrivals<number>();
    let failing = true;
    bus.followJournal({ sequence: from }, ({ sequence }) => {
      arrivals.add(sequence);
      if (sequence === from + 1 && failing) {
        failing = false;
        throw new Error("not now");
      }
    });
    assert.deepEqual(await arrivals.reach(4), [from, from + 1, from + 1, from + 2]);
  });

  it("passes over an event of a name that it does not know", async (t) => {
    bus = await connected(t);
    const from = (await bus.journalEnd()) + 1;
    unwrap(
      await bus.store({
        subject: `cf.v1.evt.migration.${id}-1.teleported`,
        codec: codecs.MigrationResumed,
        value: { migration: ref(), eventTimeUnixMilliseconds: 0 },
        id: `${id}-teleported`,
      }),
    );
    unwrap(await storeResumed(1));
    const arrivals = new Arrivals<string>();
    bus.followJournal(
      { sequence: from },
      ({ event }) => arrivals.add(event.name),
      (sequence) => arrivals.add(`passed over ${sequence}`),
    );
    assert.deepEqual(await arrivals.reach(2), [`passed over ${from}`, "resumed"]);
  });

  for (const how of ["killed", "restarted"] as const) {
    it(`has no gap and no repeat when the server is ${how}`, async (t) => {
      bus = await connected(t);
      const from = (await bus.journalEnd()) + 1;
      const arrivals = new Arrivals<number>();
      bus.followJournal({ sequence: from }, async ({ sequence }) => {
        arrivals.add(sequence);
        await new Promise((resolve) => setImmediate(resolve));
      });
      const sending = (async () => {
        for (let number = 0; number < 300; number += 1) unwrap(await storeResumed(number));
      })();
      await arrivals.reach(100);
      if (how === "killed") await server.kill();
      await server.restart();
      const back = performance.now();
      await arrivals.reach(arrivals.all.length + 1);
      t.diagnostic(`first event ${Math.round(performance.now() - back)} ms after the server was back`);
      await sending;
      const expected = Array.from({ length: 300 }, (_, index) => from + index);
      assert.deepEqual(await arrivals.reach(300), expected);
    });
  }
});

describe("a cut network", { skip: skip || (noNetworkCut() ?? false), timeout: 120_000 }, () => {
  it("is noticed, and what was stored before, meanwhile and after comes once and in order when it is mended", async (t) => {
    const own = await startNats();
    t.after(() => own.stop());
    bus = await connected(t, own.url);
    const events = new Arrivals<number>();
    const commands = new Arrivals<number | undefined>();
    bus.followJournal({ sequence: 1 }, ({ sequence }) => events.add(sequence));
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async (command) => {
      commands.add(paceOf(command));
      return done;
    });
    const store = async (number: number) => {
      unwrap(await storeResumed(number));
      unwrap(await storePace(number));
    };
    for (let number = 0; number < 5; number += 1) await store(number);
    await Promise.all([events.reach(5), commands.reach(5)]);
    const begin = performance.now();
    await own.network?.cut();
    while (bus.connected) await delay(20);
    t.diagnostic(`noticed ${Math.round(performance.now() - begin)} ms after the cut`);
    const meanwhile = store(5);
    await delay(1_000);
    const mended = performance.now();
    await own.network?.mend();
    await meanwhile;
    await store(6);
    assert.deepEqual(await events.reach(7), [1, 2, 3, 4, 5, 6, 7]);
    assert.deepEqual(await commands.reach(7), [1, 2, 3, 4, 5, 6, 7]);
    t.diagnostic(`all there ${Math.round(performance.now() - mended)} ms after it was mended`);
    assert.equal(await bus.journalEnd(), 7);
  });
});

describe("questions", { skip }, () => {
  const ask = (on: Bus, host: string) =>
    on.request(subjects.getProfiles(host), codecs.GetProfiles, { hostId: host }, codecs.HostProfiles, 5_000);
  const serve = (on: Bus, host: string, answer: Result<unknown> | Error) =>
    on.serve(subjects.getProfiles(host), "profiler", codecs.GetProfiles, codecs.HostProfiles, async () => {
      if (answer instanceof Error) throw answer;
      return answer as Result<{ hostId: string; answerTimeUnixMilliseconds: number; vms: [] }>;
    });

  it("are answered", async (t) => {
    bus = await connected(t);
    const answer = { hostId: id, answerTimeUnixMilliseconds: 5, vms: [] };
    serve(bus, id, ok(answer));
    assert.deepEqual(unwrap(await ask(bus, id)), answer);
  });

  it("to nobody are answered by unavailable without waiting", async (t) => {
    bus = await connected(t);
    const result = await ask(bus, id);
    assert.deepEqual(result, fail("unavailable", "nobody answers on NATS"));
  });

  it("get the failure of the other end, with kind, words and field", async (t) => {
    bus = await connected(t);
    serve(bus, id, fail("refused", "drains since\nyesterday: ü", "hostId"));
    assert.deepEqual(await ask(bus, id), fail("refused", "drains since yesterday: ü", "hostId"));
  });

  it("get `bug` when the handler throws or answers what may not be said", async (t) => {
    bus = await connected(t);
    serve(bus, `${id}-x`, new Error("oh"));
    assert.deepEqual(await ask(bus, `${id}-x`), fail("bug", "oh"));
    serve(bus, `${id}-y`, ok({ hostId: id, answerTimeUnixMilliseconds: -1, vms: [] }));
    const result = await ask(bus, `${id}-y`);
    assert.equal(result.ok ? "" : result.failure.field, "answerTimeUnixMilliseconds");
  });
});

describe("the connection", { skip }, () => {
  it("waits for a server that starts later, and says so", async (t) => {
    const lines = new Arrivals<string>();
    const listening = log.child({});
    listening.warn = (...words: unknown[]) => lines.add(String(words.at(-1)));
    const port = await freePort();
    const connecting = Bus.connect({ url: `nats://127.0.0.1:${port}`, name: "early", log: listening });
    assert.deepEqual(await lines.reach(1), ["NATS does not answer; waiting for it"]);
    const late = await startNats({ port });
    t.after(() => late.stop());
    const early = await connecting;
    assert.equal(early.connected, true);
    await early.close();
  });

  it("is healthy while the server answers and what it sends is taken, and says what is not", {
    timeout: 60_000,
  }, async (t) => {
    const own = await startNats();
    t.after(() => own.stop());
    bus = await connected(t, own.url);
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async () => done);
    const until = async (said: RegExp) => {
      for (;;) {
        const health = await bus.health();
        if (said.test(health.ok ? "healthy" : health.failure.message)) return;
        await delay(10);
      }
    };
    await until(/^healthy$/);
    await own.kill();
    await until(/^there is no connection to NATS$/);
    await own.restart();
    await until(/^healthy$/);
    // A second owner of the same commands: the server refuses the consumer, and so they are never taken.
    bus.consumeCommands(`${id}-other`, commandsOf("a"), async () => done);
    await until(/^commands cf\.v1\.cmd\.host\..*: /);
  });

  it("gives up waiting when it is told to", async () => {
    const stop = new AbortController();
    const connecting = Bus.connect({
      url: `nats://127.0.0.1:${await freePort()}`,
      name: "never",
      log,
      signal: stop.signal,
    });
    stop.abort();
    await assert.rejects(connecting, ({ failure }: FailureError) => failure.kind === "unavailable");
  });

  it("says that nothing goes out while the server is away, and delivers again when it is back", async (t) => {
    bus = await connected(t);
    const arrivals = new Arrivals<number>();
    bus.subscribe(`cf.v1.tlm.migration.${id}.progress`, undefined, (_subject, bytes) => arrivals.add(bytes.length));
    const publish = () =>
      bus.publish(subjects.progress(id), codecs.MigrationResumed, { migration: ref(), eventTimeUnixMilliseconds: 1 });
    await server.kill();
    while (bus.connected) await new Promise((resolve) => setImmediate(resolve));
    assert.deepEqual(publish(), fail("unavailable", "there is no connection to NATS"));
    await server.restart();
    await bus.journalEnd();
    unwrap(publish());
    assert.equal((await arrivals.reach(1)).length, 1);
  });

  it("says of what it tells whether the server has it and somebody listens", async (t) => {
    bus = await connected(t);
    const arrivals = new Arrivals<number>();
    const tell = () =>
      bus.tell(subjects.progress(id), codecs.MigrationResumed, { migration: ref(), eventTimeUnixMilliseconds: 1 });
    const nobody = fail("unavailable", `nobody listens to ${subjects.progress(id)}`);
    assert.deepEqual(await tell(), nobody);
    const other = await connected(t);
    const heard = other.subscribe(subjects.progress(id), "queue", (_subject, bytes) => arrivals.add(bytes.length));
    // A question over the same connection is behind its subscription.
    await other.journalEnd();
    assert.deepEqual(await tell(), { ok: true, value: undefined });
    assert.equal((await arrivals.reach(1)).length, 1);
    await heard.close();
    assert.deepEqual(await tell(), nobody);
    await server.kill();
    const lost = await tell();
    assert.match(lost.ok ? "told" : lost.failure.kind, /^(unavailable|outcome_unknown)$/);
    await server.restart();
    await bus.journalEnd();
    assert.deepEqual(await tell(), nobody);
  });

  it("keeps the last report of each host", async (t) => {
    bus = await connected(t);
    assert.deepEqual(unwrap(await bus.readHosts()), []);
    unwrap(await bus.putHost(`${id}-b`, Uint8Array.of(1)));
    unwrap(await bus.putHost(`${id}-a`, Uint8Array.of(2)));
    unwrap(await bus.putHost(`${id}-b`, Uint8Array.of(3)));
    assert.deepEqual(
      unwrap(await bus.readHosts()).map(({ bytes }) => [...bytes]),
      [[2], [3]],
    );
  });

  it("reads each host once, however fast it reports meanwhile", async (t) => {
    const reader = await connected(t);
    const writer = await connected(t);
    const hosts = ["x", "y", "z"].map((letter) => `${id}-${letter}`);
    for (const host of hosts) unwrap(await writer.putHost(host, Uint8Array.of(0)));
    const count = unwrap(await reader.readHosts()).length;
    let reading = true;
    const writing = hosts.map(async (host) => {
      while (reading) unwrap(await writer.putHost(host, Uint8Array.of(1)));
    });
    try {
      for (let time = 0; time < 200; time += 1) assert.equal(unwrap(await reader.readHosts()).length, count);
    } finally {
      reading = false;
      await Promise.all(writing);
    }
  });

  it("goes on with a server that came back without its data", async (t) => {
    const first = await startNats();
    const survivor = await connected(t, first.url);
    const arrivals = new Arrivals<string>();
    survivor.consumeCommands(`${id}-a`, commandsOf("a"), async ({ name }) => {
      arrivals.add(name);
      return done;
    });
    survivor.followJournal({ sequence: 1 }, ({ event }) => arrivals.add(event.name));
    for (let number = 0; number < 5; number += 1) unwrap(await storeResumed(number, survivor));
    unwrap(await storePace(1, survivor));
    await arrivals.reach(6);
    await first.stop();
    const second = await startNats({ port: first.port });
    t.after(() => second.stop());
    unwrap(await storeResumed(1, survivor));
    unwrap(await storePace(1, survivor));
    assert.deepEqual([...(await arrivals.reach(8))].slice(6).sort(), ["pace", "resumed"]);
  });

  it("closes when what was taken has ended, and takes nothing more", async (t) => {
    bus = await connected(t);
    const ending = await Bus.connect({ url: server.url, name: "ending", log });
    const arrivals = new Arrivals<number>();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let ended = false;
    ending.consumeCommands(`${id}-a`, commandsOf("a"), async ({ sequence }) => {
      arrivals.add(sequence);
      await held;
      unwrap(await storeResumed(1, ending));
      ended = true;
      return done;
    });
    for (let number = 0; number < 3; number += 1) unwrap(await storePace(number));
    await arrivals.reach(1);
    const closing = ending.close();
    release();
    await closing;
    assert.equal(ended, true);
    assert.equal(arrivals.all.length, 1);
    // The rest waits for the next owner, who gets it at once.
    const rest = new Arrivals<number>();
    bus.consumeCommands(`${id}-a`, commandsOf("a"), async ({ sequence }) => {
      rest.add(sequence);
      return done;
    });
    await rest.reach(2);
    assert.ok(!rest.all.includes(arrivals.all[0] ?? 0));
  });

  it("closes also while the server is away", async () => {
    const ending = await Bus.connect({ url: server.url, name: "ending", log });
    ending.consumeCommands(`${id}-a`, commandsOf("a"), async () => done);
    ending.followJournal({ sequence: 1 }, () => undefined);
    ending.subscribe(`cf.v1.tlm.migration.${id}.progress`, undefined, () => undefined);
    await server.kill();
    await ending.close();
    await server.restart();
    assert.equal(ending.connected, false);
  });
});

function percentiles(milliseconds: readonly number[]): string {
  const sorted = [...milliseconds].sort((one, other) => one - other);
  const at = (share: number) => (sorted[Math.floor(share * (sorted.length - 1))] ?? 0).toFixed(2);
  return `p50 ${at(0.5)} ms, p99 ${at(0.99)} ms, of ${sorted.length}`;
}
