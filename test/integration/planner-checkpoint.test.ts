import assert from "node:assert/strict";
import { after, afterEach, before, beforeEach, describe, it } from "node:test";
import { connect } from "nats";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecOf } from "../../services/kit/bus/journal-event.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { Checkpointing, lastCheckpoint } from "../../services/planner/checkpoint.ts";
import { emptyState, evolve } from "../../services/planner/core/evacuation.ts";
import { JournalFold } from "../../services/planner/journal-fold.ts";
import { endedEvacuation } from "../bench/ended-evacuation.ts";
import { heardLog } from "../heard-log.ts";
import { log, mixed4, planner, World } from "../planner-world.ts";
import { missingPrograms, startNats, type TestServer } from "../servers.ts";

const skip = missingPrograms("nats-server") ?? false;

describe("a planner's checkpoint", { skip, timeout: 60_000 }, () => {
  let nats: TestServer;
  let bus: Bus;
  before(async () => {
    nats = await startNats();
  });
  after(() => nats.stop());
  beforeEach(async () => {
    bus = await Bus.connect({ url: nats.url, name: "test", log });
  });
  afterEach(async () => {
    await bus.close();
    const connection = await connect({ servers: nats.url });
    const manager = await connection.jetstreamManager();
    for await (const name of manager.streams.names()) await manager.streams.delete(name);
    await connection.close();
  });

  async function write(evacuationId: string): Promise<void> {
    for (const { subject, bytes, event } of endedEvacuation(evacuationId, 2)) {
      const codec = codecOf(event.entity, event.name) ?? assert.fail(subject);
      const encode = () => ({ ok: true, value: bytes }) as const;
      unwrap(await bus.store({ subject, codec: { ...codec, encode }, value: event, id: `${event.id}-${event.name}` }));
    }
  }

  /** What a planner has read by now, and a checkpoint of it. */
  async function checkpointed(everyEvents = 1): Promise<JournalFold> {
    const from = await lastCheckpoint({ bus, log });
    const fold = new JournalFold(from);
    const reading = bus.followJournal({ sequence: from.sequence + 1 }, (record) => fold.take(record));
    await fold.reached(await bus.journalEnd());
    const checkpointing = new Checkpointing({ bus, fold, from: from.sequence, everyEvents, log });
    checkpointing.stop();
    await checkpointing.idle();
    await reading.close();
    return fold;
  }

  it("is where the next planner begins, with the state that the whole journal gives", async () => {
    await write("one");
    const { state } = await checkpointed();
    const begun = await lastCheckpoint({ bus, log });
    assert.equal(begun.sequence, await bus.journalEnd());
    assert.deepEqual([...begun.state], [...state]);
    await write("two");
    const second = await checkpointed(1_000);
    assert.equal((await lastCheckpoint({ bus, log })).sequence, begun.sequence, "not enough has happened for another");
    assert.deepEqual([...second.state.keys()], ["one", "two"]);
  });

  it("is none of a journal that was lost, or of one that is another by now", async () => {
    await write("one");
    const { sequence } = await checkpointed();
    const connection = await connect({ servers: nats.url });
    const manager = await connection.jetstreamManager();
    const { config } = await manager.streams.info("CF_EVT");
    await manager.streams.delete("CF_EVT");
    await manager.streams.add(config);
    const heard = heardLog();
    assert.deepEqual(await lastCheckpoint({ bus, log: heard.log }), { state: emptyState, sequence: 0 });
    await heard.hear("no checkpoint: reading the journal from its begin");
    // As many events of other evacuations: the place is there again, and it is another one.
    await write("three");
    assert.equal(await bus.journalEnd(), sequence);
    assert.equal((await lastCheckpoint({ bus, log })).sequence, 0);
    await connection.close();
  });

  it("is not written of a journal that began anew while it was read", async () => {
    await write("one");
    const [first] = endedEvacuation("two", 1);
    const fold = new JournalFold({ state: emptyState, sequence: 0 });
    const record = { event: first?.event ?? assert.fail(), timeUnixMilliseconds: 1 };
    fold.take({ ...record, sequence: 3 });
    fold.take({ ...record, sequence: 1 });
    const checkpointing = new Checkpointing({ bus, fold, from: 0, everyEvents: 1, log });
    checkpointing.stop();
    await checkpointing.idle();
    assert.equal((await lastCheckpoint({ bus, log })).sequence, 0);
    assert.deepEqual(fold.state, evolve(evolve(emptyState, record), record));
  });

  it("that was damaged costs a replay and nothing else", async () => {
    await write("one");
    const { state } = await checkpointed();
    unwrap(await bus.checkpoints.keep("planner-fold", Buffer.from("no such thing")));
    assert.equal((await lastCheckpoint({ bus, log })).sequence, 0);
    assert.deepEqual([...(await checkpointed()).state], [...state]);
  });

  it("carries an evacuation that runs over to the next planner, which goes on with it", async (t) => {
    const world = await World.open(nats.url);
    t.after(() => world.bus.close());
    await world.furnish(["host-a", "host-b"], mixed4("host-a"));
    world.onStart = (migration, technique) => world.say(migration, "started", { technique });
    const first = await planner(nats.url);
    await world.request("evac", "host-a");
    const started = await world.events.first(({ id, name }) => id === "evac-1" && name === "started");
    await first.close();
    const fold = await checkpointed();
    assert.equal(fold.state.get("evac")?.kind, "running");
    world.onStart = (migration, technique) => world.moveAtOnce(migration, technique);
    const second = await planner(nats.url);
    t.after(() => second.close());
    assert.ok(started.entity === "migration");
    await world.complete(started.body.migration, "POST_COPY");
    for (const { body } of world.events.all(({ name, id }) => name === "started" && id !== "evac-1")) {
      await world.complete((body as typeof started.body).migration, "PRE_COPY");
    }
    assert.equal((await world.ended("evac")).name, "completed");
    assert.equal(world.events.all(({ name }) => name === "decided").length, 4);
  });
});
