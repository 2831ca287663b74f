/**
 * What each role may do on the bus, held against the server that `contraflow init` configures: each subject against each role.
 * Allowed: a witness who hears everything hears it. Not allowed: the client is told, the server's log names who and what, and
 * nobody hears anything.
 */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { headers, type NatsConnection } from "nats";
import { Bus } from "../../services/kit/bus/bus.ts";
import { readCredentials } from "../../services/kit/bus/credentials.ts";
import { reportIn } from "../../services/kit/bus/host-bucket.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { evacuationEvents, migrationEvents, subjects } from "../../services/kit/bus/subjects.ts";
import { fail, unwrap } from "../../services/kit/failure/failure.ts";
import { type Role, roles } from "../../services/kit/identity/role.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { makeAuthority } from "../../services/kit/tls/authority.ts";
import { connectAs, connectWitness, type Secured, startSecured } from "../secured-servers.ts";
import { missingPrograms, startNats } from "../servers.ts";

const skip = missingPrograms("nats-server", "redis-server", "openssl") ?? false;

/** The agent's and the executor's own host, and another. */
const OWN = "host-a";
const OTHER = "Host_B";
const LETTERS: Readonly<Record<string, Role>> = {
  a: "agent",
  e: "executor",
  f: "profiler",
  p: "planner",
  o: "operator",
  v: "viewer",
};
const allowed = (letters: string): ReadonlySet<Role> =>
  new Set([...letters.replaceAll("-", "")].map((letter) => LETTERS[letter] ?? assert.fail(letter)));

/** Who may publish it: a(gent), e(xecutor), f (profiler), p(lanner), o(perator), v(iewer). */
const published: readonly (readonly [string, string])[] = [
  ["a-----", subjects.traffic(OWN)],
  ["a-----", subjects.report(OWN)],
  ["a-----", `$KV.CF_HOSTS.${OWN}`],
  ["------", subjects.traffic(OTHER)],
  ["------", subjects.report(OTHER)],
  ["------", `$KV.CF_HOSTS.${OTHER}`],
  ["-e----", subjects.progress("m")],
  ["---p--", subjects.prepareIncoming(OWN)],
  ["---p--", subjects.startMigration(OWN)],
  ["---p--", subjects.pace(OWN)],
  ["---p--", subjects.escalate(OWN)],
  ["---p--", subjects.prepareIncoming(OTHER)],
  ["---p--", subjects.startMigration(OTHER)],
  ["------", `cf.v1.cmd.host.${OWN}.anything-else`],
  ["----o-", subjects.request("x")],
  ["----o-", subjects.cancel("x")],
  ["------", "cf.v1.cmd.evacuation.x.anything-else"],
  ["---p--", subjects.evacuationEvent("x", "planned")],
  ["---p--", subjects.evacuationEvent("x", "rejected")],
  ["---p--", subjects.evacuationEvent("x", "replanned")],
  ["---p--", subjects.evacuationEvent("x", "completed")],
  ["---p--", subjects.evacuationEvent("x", "failed")],
  ["---p--", subjects.evacuationEvent("x", "cancelled")],
  ["---p--", "cf.v1.evt.evacuation.x.poisoned"],
  ["---p--", subjects.migrationEvent("m", "decided")],
  ["---p--", subjects.migrationEvent("m", "cancelled")],
  ["-e-p--", subjects.migrationEvent("m", "failed")],
  ["-e----", subjects.migrationEvent("m", "incoming-ready")],
  ["-e----", subjects.migrationEvent("m", "started")],
  ["-e----", subjects.migrationEvent("m", "switched")],
  ["-e----", subjects.migrationEvent("m", "settled")],
  ["-e----", subjects.migrationEvent("m", "not-escalated")],
  ["-e----", subjects.migrationEvent("m", "paused")],
  ["-e----", subjects.migrationEvent("m", "recovered")],
  ["-e----", subjects.migrationEvent("m", "resumed")],
  ["-e----", subjects.migrationEvent("m", "completed")],
  ["-e----", `cf.v1.evt.host.${OWN}.poisoned`],
  ["------", `cf.v1.evt.host.${OTHER}.poisoned`],
  ["---pov", subjects.getProfiles(OTHER)],
  ["----ov", subjects.previewPlan(OTHER)],
  ["----ov", subjects.getEvacuation("x")],
  ["----ov", subjects.listEvacuations()],
  ["-e----", subjects.getIncoming("m")],
  ["-e----", subjects.holdIncoming("m")],
  ["-e----", subjects.prepareRecovery("m")],
  ["-e----", subjects.getExecutor(OWN)],
  ["------", subjects.getExecutor(OTHER)],
  // Answers.
  ["------", `_INBOX.agent.${OTHER}.x`],
  ["-e----", `_INBOX.executor.${OTHER}.x`],
  ["------", "_INBOX.profiler.profiler.x"],
  ["--f---", "_INBOX.planner.planner.x"],
  ["--fp--", "_INBOX.operator.operator.x"],
  ["--fp--", "_INBOX.viewer.viewer.x"],
  ["------", "_INBOX.x"],
  // JetStream.
  ["---p--", "$JS.API.INFO"],
  ["------", "$JS.API.STREAM.NAMES"],
  ["------", "$JS.API.STREAM.LIST"],
  ["---p--", "$JS.API.STREAM.CREATE.CF_EVT"],
  ["---p--", "$JS.API.STREAM.CREATE.CF_CMD"],
  ["---p--", "$JS.API.STREAM.CREATE.KV_CF_HOSTS"],
  ["---p--", "$JS.API.STREAM.CREATE.OBJ_CF_CHECKPOINTS"],
  ["---p--", "$JS.API.STREAM.UPDATE.OBJ_CF_CHECKPOINTS"],
  ["------", "$JS.API.STREAM.DELETE.OBJ_CF_CHECKPOINTS"],
  ["---p--", "$O.CF_CHECKPOINTS.M.x"],
  ["------", "$JS.API.STREAM.CREATE.OTHER"],
  ["---p--", "$JS.API.STREAM.UPDATE.CF_EVT"],
  ["------", "$JS.API.STREAM.DELETE.CF_EVT"],
  ["------", "$JS.API.STREAM.DELETE.CF_CMD"],
  ["------", "$JS.API.STREAM.DELETE.KV_CF_HOSTS"],
  ["------", "$JS.API.STREAM.PURGE.CF_EVT"],
  ["------", "$JS.API.STREAM.PURGE.CF_CMD"],
  ["------", "$JS.API.STREAM.PURGE.KV_CF_HOSTS"],
  ["-e-pov", "$JS.API.STREAM.INFO.CF_EVT"],
  ["---p--", "$JS.API.STREAM.INFO.CF_CMD"],
  ["---pov", "$JS.API.STREAM.INFO.KV_CF_HOSTS"],
  ["-e-pov", "$JS.API.STREAM.MSG.GET.CF_EVT"],
  ["------", "$JS.API.STREAM.MSG.GET.CF_CMD"],
  ["---pov", "$JS.API.STREAM.MSG.GET.KV_CF_HOSTS"],
  ["------", "$JS.API.STREAM.MSG.DELETE.CF_EVT"],
  ["------", "$JS.API.STREAM.MSG.DELETE.CF_CMD"],
  ["------", "$JS.API.DIRECT.GET.CF_EVT"],
  ["------", "$JS.API.DIRECT.GET.CF_CMD"],
  ["---p--", `$JS.API.DIRECT.GET.KV_CF_HOSTS.$KV.CF_HOSTS.${OTHER}`],
  ["------", "$JS.API.STREAM.SNAPSHOT.CF_EVT"],
  ["------", "$JS.API.STREAM.RESTORE.CF_EVT"],
  ["-e-pov", "$JS.API.CONSUMER.CREATE.CF_EVT"],
  ["-e-pov", "$JS.API.CONSUMER.MSG.NEXT.CF_EVT.drawn"],
  ["-e-pov", "$JS.API.CONSUMER.DELETE.CF_EVT.drawn"],
  ["------", "$JS.API.CONSUMER.DURABLE.CREATE.CF_EVT.mine"],
  ["------", "$JS.API.CONSUMER.NAMES.CF_EVT"],
  ["------", "$JS.API.CONSUMER.LIST.CF_CMD"],
  ["------", "$JS.API.CONSUMER.CREATE.CF_CMD"],
  ["------", `$JS.API.CONSUMER.DURABLE.CREATE.CF_CMD.executor-${OWN}`],
  ["-e----", `$JS.API.CONSUMER.CREATE.CF_CMD.executor-${OWN}.cf.v1.cmd.host.${OWN}.>`],
  ["------", `$JS.API.CONSUMER.CREATE.CF_CMD.executor-${OWN}.cf.v1.cmd.host.${OTHER}.>`],
  ["------", `$JS.API.CONSUMER.CREATE.CF_CMD.executor-${OWN}`],
  ["------", `$JS.API.CONSUMER.CREATE.CF_CMD.executor-${OTHER}.cf.v1.cmd.host.${OTHER}.>`],
  ["---p--", "$JS.API.CONSUMER.CREATE.CF_CMD.planner.cf.v1.cmd.evacuation.>"],
  ["------", "$JS.API.CONSUMER.CREATE.CF_CMD.planner.cf.v1.cmd.>"],
  ["-e----", `$JS.API.CONSUMER.MSG.NEXT.CF_CMD.executor-${OWN}`],
  ["------", `$JS.API.CONSUMER.MSG.NEXT.CF_CMD.executor-${OTHER}`],
  ["---p--", "$JS.API.CONSUMER.MSG.NEXT.CF_CMD.planner"],
  ["------", `$JS.API.CONSUMER.DELETE.CF_CMD.executor-${OTHER}`],
  ["------", "$JS.API.CONSUMER.DELETE.CF_CMD.planner"],
  ["-e----", `$JS.ACK.CF_CMD.executor-${OWN}.1.1.1.1.0`],
  ["------", `$JS.ACK.CF_CMD.executor-${OTHER}.1.1.1.1.0`],
  ["---p--", "$JS.ACK.CF_CMD.planner.1.1.1.1.0"],
  ["------", "$SYS.REQ.SERVER.PING"],
  ["------", "anything.else"],
];

/** Who may hear it. */
const heard: readonly (readonly [string, string])[] = [
  ["--f-ov", subjects.traffic("*")],
  ["-----v", subjects.report("*")],
  ["---pov", subjects.progress("*")],
  ["------", "cf.v1.cmd.>"],
  ["------", subjects.startMigration(OWN)],
  ["------", subjects.startMigration(OTHER)],
  ["------", subjects.request("*")],
  ["-----v", "cf.v1.evt.>"],
  ["-e---v", subjects.migrationEvent("m", "failed")],
  ["-e---v", subjects.migrationEvent("m", "cancelled")],
  ["--f--v", subjects.migrationEvent("*", "resumed")],
  ["-----v", subjects.evacuationEvent("*", "planned")],
  ["--f---", subjects.getProfiles("*")],
  ["---p--", subjects.previewPlan("*")],
  ["---p--", subjects.getEvacuation("*")],
  ["---p--", subjects.listEvacuations()],
  ["-e----", subjects.getIncoming("m")],
  ["-e----", subjects.holdIncoming("m")],
  ["-e----", subjects.prepareRecovery("m")],
  ["-e----", subjects.getExecutor(OWN)],
  ["------", subjects.getExecutor(OTHER)],
  ["a-----", `_INBOX.agent.${OWN}.x`],
  ["------", `_INBOX.agent.${OTHER}.x`],
  ["-e----", `_INBOX.executor.${OWN}.x`],
  ["------", `_INBOX.executor.${OTHER}.x`],
  ["--f---", "_INBOX.profiler.profiler.x"],
  ["---p--", "_INBOX.planner.planner.x"],
  ["----o-", "_INBOX.operator.operator.x"],
  ["-----v", "_INBOX.viewer.viewer.x"],
  ["------", "_INBOX.>"],
  ["------", "_INBOX.x"],
  ["------", "$KV.CF_HOSTS.*"],
  ["------", "$JS.EVENT.>"],
  ["------", "$SYS.>"],
  ["------", ">"],
];

describe("rights on the bus", { skip }, () => {
  let secured: Secured;
  let witness: NatsConnection;
  before(async () => {
    secured = await startSecured();
    witness = await connectWitness(secured);
  });
  after(async () => {
    await witness?.close();
    await secured?.stop();
  });

  test("the tables name every subject and every event that there is", () => {
    const named = new Set(published.map(([, subject]) => subject));
    const { migrationEvent, evacuationEvent, ...others } = subjects;
    const idOf: { readonly [name: string]: string } = { request: "x", cancel: "x", getEvacuation: "x" };
    const all = [
      ...Object.entries(others).flatMap(([name, make]) =>
        [idOf[name], "m", OWN, OTHER].filter((id) => id !== undefined).map((id) => ({ name, subject: make(id) })),
      ),
    ];
    for (const name of Object.keys(others)) {
      assert.ok(
        all.some((one) => one.name === name && named.has(one.subject)),
        `${name} is not in the table`,
      );
    }
    const events = [
      ...Object.keys(migrationEvents).map((name) => migrationEvent("m", name as keyof typeof migrationEvents)),
      ...Object.keys(evacuationEvents).map((name) => evacuationEvent("x", name as keyof typeof evacuationEvents)),
    ];
    assert.deepEqual(
      events.filter((subject) => !named.has(subject)),
      [],
    );
  });

  for (const role of roles) {
    test(`${role}: publishes what is its own to say, and nothing else`, async () => {
      const { client, refusals, publicKey } = await enter(role);
      const came = new Set<string>();
      const listening = witness.subscribe(">", {
        callback: (_, { subject, data }) => {
          if (Buffer.from(data).toString() === role) came.add(subject);
        },
      });
      await witness.flush();
      for (const [, subject] of published) client.publish(subject, Buffer.from(role));
      await client.flush();
      await witness.flush();
      listening.unsubscribe();
      const may = published.filter(([letters]) => allowed(letters).has(role)).map(([, subject]) => subject);
      const mayNot = published.filter(([letters]) => !allowed(letters).has(role)).map(([, subject]) => subject);
      assert.deepEqual([...came].sort(), [...may].sort());
      assert.deepEqual(refusals("publish"), [...mayNot].sort());
      const lines = secured
        .natsLog()
        .split("\n")
        .filter((line) => line.includes(publicKey));
      for (const subject of mayNot) {
        const logged = lines.some((line) => line.includes("Publish Violation") && line.includes(`"${subject}"`));
        assert.ok(logged, `${subject} is not in the server's log`);
      }
      await client.close();
    });

    test(`${role}: hears what its work needs, and nothing else`, async () => {
      const { client, refusals, publicKey } = await enter(role);
      const came = new Set<string>();
      for (const [, subject] of heard) {
        client.subscribe(subject, { callback: (error) => (error === null ? came.add(subject) : undefined) });
      }
      await client.flush();
      for (const [, subject] of heard) witness.publish(subject.replaceAll("*", "y").replace(/>$/, "y.z"));
      await witness.flush();
      await client.flush();
      const may = heard.filter(([letters]) => allowed(letters).has(role)).map(([, subject]) => subject);
      const mayNot = heard.filter(([letters]) => !allowed(letters).has(role)).map(([, subject]) => subject);
      assert.deepEqual([...came].sort(), [...may].sort());
      assert.deepEqual(refusals("subscription"), [...mayNot].sort());
      const lines = secured
        .natsLog()
        .split("\n")
        .filter((line) => line.includes(publicKey));
      for (const subject of mayNot) {
        const logged = lines.some((line) => line.includes("Subscription Violation") && line.includes(`"${subject}"`));
        assert.ok(logged, `${subject} is not in the server's log`);
      }
      await client.close();
    });
  }

  test("an agent cannot remove other hosts' reports with its own", async () => {
    await makeStreams();
    const jetstream = witness.jetstream();
    await jetstream.publish(`$KV.CF_HOSTS.${OTHER}`, Buffer.from("its report"));
    const agent = await connectAs(secured, secured.credentials("agent"));
    const head = headers();
    head.set("Nats-Rollup", "all");
    const answer = await agent.request(`$KV.CF_HOSTS.${OWN}`, Buffer.from("mine"), {
      headers: head,
      timeout: 5_000,
    });
    assert.match(Buffer.from(answer.data).toString(), /rollup not permitted/);
    const manager = await witness.jetstreamManager();
    const kept = await manager.streams.getMessage("KV_CF_HOSTS", { last_by_subj: `$KV.CF_HOSTS.${OTHER}` });
    assert.equal(Buffer.from(kept.data).toString(), "its report");
    await agent.close();
  });

  test("an executor's own consumer cannot be turned to another host's orders", async () => {
    await makeStreams();
    const executor = await connectAs(secured, secured.credentials("executor"));
    const ask = async (config: object) => {
      const subject = `$JS.API.CONSUMER.CREATE.CF_CMD.executor-${OWN}.cf.v1.cmd.host.${OWN}.>`;
      const asked = JSON.stringify({ stream_name: "CF_CMD", config: { ack_policy: "explicit", ...config } });
      return Buffer.from((await executor.request(subject, asked)).data).toString();
    };
    const durable = `executor-${OWN}`;
    const filter = (hostId: string) => ({ filter_subject: `cf.v1.cmd.host.${hostId}.>` });
    assert.match(await ask({ durable_name: durable, ...filter(OTHER) }), /did not match filtered subject/);
    assert.match(await ask({ durable_name: `executor-${OTHER}`, ...filter(OWN) }), /does not match durable name/);
    assert.match(await ask({ durable_name: durable, ...filter(OWN) }), new RegExp(`"name":"${durable}"`));
    await executor.close();
  });

  test("a service answers in an inbox, and nowhere else that a question says", async () => {
    const planner = await Bus.connect(asPlanner());
    const asked = new Set<string>();
    const { GetEvacuation, EvacuationStatus } = codecs;
    planner.serve(subjects.getEvacuation("*"), undefined, GetEvacuation, EvacuationStatus, async ({ evacuationId }) => {
      asked.add(evacuationId);
      return fail("not_found", "test");
    });
    await planner.journalEnd();
    const order = subjects.startMigration(OTHER);
    const came: string[] = [];
    const listening = witness.subscribe(order, { callback: () => void came.push(order) });
    await witness.flush();
    const viewer = await connectAs(secured, secured.credentials("viewer"));
    const question = (evacuationId: string) => unwrap(GetEvacuation.encode({ evacuationId }));
    viewer.publish(subjects.getEvacuation("elsewhere"), question("elsewhere"), { reply: order });
    const answer = await viewer.request(subjects.getEvacuation("x"), question("x"));
    assert.equal(answer.headers?.get("cf-failure"), "not_found");
    assert.deepEqual([...asked], ["x"]);
    await planner.close();
    await witness.flush();
    listening.unsubscribe();
    assert.deepEqual(came, []);
    await viewer.close();
  });

  /** What the rights cannot express, and what comes of it: see services/kit/identity/README.md. */
  test("an answer that somebody has sent elsewhere is the server's own words, never what he wrote", async () => {
    await makeStreams();
    const order = subjects.startMigration(OTHER);
    const came: string[] = [];
    const listening = witness.subscribe(order, {
      callback: (_, { data }) => void came.push(Buffer.from(data).toString()),
    });
    await witness.flush();
    const executor = await connectAs(secured, secured.credentials("executor"));
    await executor.request(subjects.migrationEvent("m", "started"), Buffer.from("FORGED"));
    const manager = await executor.jetstreamManager({ checkAPI: false });
    executor.publish("$JS.API.STREAM.MSG.GET.CF_EVT", JSON.stringify({ seq: 1 }), { reply: order });
    await executor.flush();
    const { name } = await manager.consumers.add("CF_EVT", { mem_storage: true });
    executor.publish(`$JS.API.CONSUMER.MSG.NEXT.CF_EVT.${name}`, "1", { reply: order });
    await manager.streams.info("CF_EVT");
    await witness.flush();
    listening.unsubscribe();
    const stored = await (await witness.jetstreamManager()).streams.info("CF_CMD", { subjects_filter: order });
    // Of the two the first is stored as an order, in JSON; the second is heard there, and stored as the event that it is.
    assert.deepEqual(stored.state.subjects, { [order]: 1 });
    const last = await (await witness.jetstreamManager()).streams.getMessage("CF_CMD", { last_by_subj: order });
    assert.match(Buffer.from(last.data).toString(), /^\{"type":"io\.nats\.jetstream\.api/);
    assert.ok(came.length >= 1);
    await executor.close();
  });

  test("what a viewer lets the server say on others' subjects is taken for nothing there", async (t) => {
    const bus = await Bus.connect(asPlanner());
    t.after(() => bus.close());
    const viewer = await connectAs(secured, secured.credentials("viewer"));
    t.after(() => viewer.close());
    const ref = { migrationId: "v-1", evacuationId: "v", vmId: "vm-0", sourceHostId: OWN, destinationHostId: OTHER };
    const cancelled = subjects.migrationEvent(ref.migrationId, "cancelled");
    const decided = subjects.migrationEvent(ref.migrationId, "decided");
    const cancel = subjects.cancel("v");
    const has = async (stream: string, subject: string) => {
      const manager = await witness.jetstreamManager();
      const { state } = await manager.streams.info(stream, { subjects_filter: subject });
      return state.subjects?.[subject] ?? 0;
    };
    for (const subject of [cancelled, decided, `$KV.CF_HOSTS.${OWN}`]) {
      viewer.publish("$JS.API.STREAM.INFO.CF_EVT", "", { reply: subject });
    }
    // A pull that nothing comes of is answered with no body at all, which is a cancellation without a reason.
    const { name } = await (await viewer.jetstreamManager({ checkAPI: false })).consumers.add("CF_EVT", {
      ...{ mem_storage: true, filter_subject: subjects.migrationEvent("nobody", "paused") },
    });
    const pull = JSON.stringify({ batch: 1, no_wait: true });
    viewer.publish(`$JS.API.CONSUMER.MSG.NEXT.CF_EVT.${name}`, pull, { reply: cancel });
    const places = [
      ["CF_EVT", cancelled],
      ["CF_EVT", decided],
      ["CF_CMD", cancel],
      ["KV_CF_HOSTS", `$KV.CF_HOSTS.${OWN}`],
    ] as const;
    for (const [stream, subject] of places) while ((await has(stream, subject)) === 0) await delay(20);

    assert.equal(await bus.lastSequenceOf(cancelled), 0);
    assert.equal((await bus.eventOf(cancelled)).ok, false);
    const [entry] = unwrap(await bus.readHosts()).filter(({ hostId }) => hostId === OWN);
    assert.equal(reportIn(entry ?? assert.fail()).ok, false);
    // Nor is it a word that was there before the planner's own.
    const value = {
      ...{ migration: ref, technique: "PRE_COPY" as const, paceBytesPerSecond: 1e6, reason: "test" },
      eventTimeUnixMilliseconds: 1,
    };
    const own = { subject: decided, codec: codecs.MigrationDecided, value, id: "v-1-decided", ifLastSequence: 0 };
    const { sequence } = unwrap(await bus.store(own));
    assert.equal(await bus.lastSequenceOf(decided), sequence);
    assert.equal(unwrap(await bus.eventOf(decided, 0)).sequence, sequence);
    const again = await bus.store({ ...own, id: "another's" });
    assert.equal(again.ok ? "stored" : again.failure.kind, "stale");
    viewer.publish("$JS.API.STREAM.INFO.CF_EVT", "", { reply: decided });
    while ((await has("CF_EVT", decided)) < 3) await delay(20);
    assert.equal(await bus.lastSequenceOf(decided), sequence);
    const late = await bus.store({ ...own, id: "late" });
    assert.equal(late.ok ? "stored" : late.failure.kind, "stale");
    const read: number[] = [];
    const handled: string[] = [];
    bus.followJournal({ sequence: 1 }, (record) => void read.push(record.sequence));
    bus.consumeCommands("planner", "cf.v1.cmd.evacuation.>", async (command) => {
      handled.push(command.subject);
      return { kind: "done" };
    });
    while ((await has("CF_EVT", "cf.v1.evt.evacuation.v.poisoned")) === 0) await delay(20);
    while (read.length === 0) await delay(20);
    assert.deepEqual([read, handled], [[sequence], []]);
  });

  async function enter(role: Role) {
    const path = secured.credentials(role);
    const client = await connectAs(secured, path);
    const refused: { operation: string; subject: string }[] = [];
    void (async () => {
      for await (const { permissionContext } of client.status()) {
        if (permissionContext !== undefined) refused.push(permissionContext);
      }
    })();
    return {
      client,
      publicKey: unwrap(readCredentials(path)).publicKey,
      refusals: (operation: string) =>
        refused
          .filter((one) => one.operation === operation)
          .map(({ subject }) => subject)
          .sort(),
    };
  }

  function asPlanner() {
    return {
      ...{ url: secured.natsUrl, name: "planner", log: createLog("test", "silent") },
      ...{ credentials: secured.credentials("planner"), ca: secured.ca },
    };
  }

  test("a client that knows the authority talks to no server in the clear, nor to one of another authority", async (t) => {
    const plain = await startNats();
    t.after(() => plain.stop());
    const other = mkdtempSync(join(tmpdir(), "cf-other-"));
    t.after(() => rmSync(other, { recursive: true, force: true }));
    unwrap(await makeAuthority(other, 1));
    const signal = AbortSignal.timeout(1_000);
    await assert.rejects(Bus.connect({ ...asPlanner(), url: plain.url, signal }), /tls/);
    const ca = join(other, "ca-cert.pem");
    await assert.rejects(Bus.connect({ ...asPlanner(), ca, signal: AbortSignal.timeout(1_000) }), /certificate/);
  });

  async function makeStreams(): Promise<void> {
    const bus = await Bus.connect(asPlanner());
    await bus.close();
  }
});
