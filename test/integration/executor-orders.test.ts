/**
 * Orders that an executor must not carry out, given to real ones over a real bus that lets everything pass: each is set aside
 * with its reason, and nothing else happens.
 */
import assert from "node:assert/strict";
import { mkdir, rm, symlink, writeFile } from "node:fs/promises";
import { cpus } from "node:os";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { connect, type JetStreamClient, type MsgHdrs, type NatsConnection, nanos } from "nats";
import { contraflow } from "#proto";
import { eventHeaders } from "../../services/kit/bus/headers.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { createSeed, readSeed, type SigningKey } from "../../services/kit/bus/nkey.ts";
import { signOrder } from "../../services/kit/bus/order-signature.ts";
import { commandCodec, subjects } from "../../services/kit/bus/subjects.ts";
import type { MigrationRef } from "../../services/kit/domain/migration.ts";
import type { VmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { ExecutorPair, type ExecutorProcess } from "../executor-pair.ts";
import { missingPrograms } from "../servers.ts";

const skip = missingPrograms("qemu-system-x86_64", "nats-server") ?? false;
const slowBytesPerSecond = 150_000;
const technique = "PRE_COPY";
const v1 = contraflow.v1;

interface Order {
  readonly subject: string;
  readonly bytes: Uint8Array;
  readonly headers?: MsgHdrs;
}

describe("an order to an executor", { skip }, () => {
  let pair: ExecutorPair;
  let executors: { readonly [hostId: string]: ExecutorProcess } = {};
  let nats: NatsConnection;
  let jetstream: JetStreamClient;
  let images = "";
  let spec: VmSpec;
  let vms = 0;
  const seen: Order[] = [];

  before(async () => {
    pair = await ExecutorPair.startBus();
    images = pair.directoryOf("images");
    await mkdir(images, { recursive: true });
    const settings = { allowedImageDirectories: [images], bridges: [] };
    const [a, b] = await Promise.all(["a", "b"].map((hostId) => pair.startProcess(hostId, settings)));
    if (a === undefined || b === undefined) throw new Error("two were started");
    executors = { a, b };
    nats = await connect({ servers: pair.nats.url });
    jetstream = nats.jetstream();
    nats.subscribe("cf.v1.cmd.host.>", {
      callback: (_, { subject, data, headers }) => {
        seen.push({ subject, bytes: data, ...(headers === undefined ? {} : { headers }) });
      },
    });
  });
  after(async () => {
    await nats?.close();
    await pair?.stop();
  });
  beforeEach(async () => {
    vms += 1;
    spec = pair.spec(`vm-${vms}`);
  });

  const directories = () => ({ a: pair.listing("a"), b: pair.listing("b"), qemus: pair.qemuPids() });

  /** Nothing is begun, ended or said in the migration's name while the body has the order refused. */
  async function changesNothing(migration: MigrationRef, body: () => Promise<void>): Promise<void> {
    const before = directories();
    const said = pair.namesOf(migration);
    await body();
    assert.deepEqual(directories(), before);
    assert.deepEqual(pair.namesOf(migration), said);
  }

  /** As whoever has got onto the bus publishes it. */
  async function publish({ subject, bytes, headers = headersOf(subject) }: Order): Promise<void> {
    await jetstream.publish(subject, bytes, { headers });
  }

  function headersOf(subject: string, id?: string) {
    const type = commandCodec(subject.split(".").at(-1) ?? "")?.name ?? assert.fail(subject);
    return eventHeaders({ source: "/contraflow/planner", type, id });
  }

  async function signedBy(
    key: SigningKey,
    { subject, bytes }: Order,
    nowUnixMilliseconds = Date.now(),
  ): Promise<Order> {
    const id = `order-${subject}-${performance.now()}`;
    const headers = headersOf(subject, id);
    signOrder({ subject, id, headers, bytes }, key, nowUnixMilliseconds);
    return { subject, bytes, headers };
  }

  async function logged(hostId: string, words: string): Promise<void> {
    const late = delay(20_000, `the log of ${hostId} has no "${words}"`, { ref: false }).then((reason) => {
      throw new Error(reason);
    });
    await Promise.race([executors[hostId]?.says(words), late]);
  }

  /** Once it is said why, on the bus and in the host's log. */
  async function refused(hostId: string, words: RegExp): Promise<void> {
    const { subject, reason } = await pair.until(() => pair.poisoned[0], `refusal ${words}`);
    assert.match(reason, words);
    assert.ok(subject.startsWith(`cf.v1.cmd.host.${hostId}.`), subject);
    await logged(hostId, JSON.stringify(reason).slice(1, -1));
    pair.poisoned.length = 0;
  }

  const prepareOrder = (migration: MigrationRef, of = spec): Order => ({
    subject: subjects.prepareIncoming(migration.destinationHostId),
    bytes: unwrap(codecs.PrepareIncoming.encode({ migration, technique, spec: of })),
  });
  const startOrder = (migration: MigrationRef, port = 1): Order => ({
    subject: subjects.startMigration(migration.sourceHostId),
    bytes: unwrap(codecs.StartMigration.encode({ migration, technique, address: "127.0.0.1", port })),
  });

  test("that is forged is refused: unsigned, signed by a stranger, changed on its way", async () => {
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(migration, "started");
    const genuine = seen.find(({ subject }) => subject.endsWith("start-migration"));
    // All that an attacker needs to know, of a migration that is planned, decided and under way.
    const waiting = pair.migration(spec.vmId);
    await pair.plan(waiting, technique);
    await pair.decide(waiting, technique);
    const faster: Order = {
      subject: subjects.pace("a"),
      bytes: unwrap(codecs.SetPace.encode({ migration, paceBytesPerSecond: 1e9 })),
    };
    const escalation: Order = {
      subject: subjects.escalate("a"),
      bytes: unwrap(codecs.EscalateMigration.encode({ migration, reason: "forged" })),
    };
    const stranger = unwrap(readSeed(createSeed().seed));
    await changesNothing(migration, async () => {
      for (const order of [prepareOrder(waiting), startOrder(waiting), faster, escalation]) {
        const [, , , , hostId = ""] = order.subject.split(".");
        await publish(order);
        await refused(hostId, /signed by no planner/);
        await publish(await signedBy(stranger, order));
        await refused(hostId, /no planner's key on this host/);
        const { headers } = await signedBy(pair.signingKey, { ...order, bytes: genuine?.bytes ?? new Uint8Array() });
        await publish({ ...order, ...(headers === undefined ? {} : { headers }) });
        await refused(hostId, /signature does not fit/);
      }
    });
    assert.deepEqual(pair.namesOf(waiting), []);
    // It is as slow as its planner wants it.
    await pair.progressOf(migration, ({ paceBytesPerSecond }) => paceBytesPerSecond === slowBytesPerSecond);
    await pair.setPace(migration);
    const completed = await pair.event(migration, "completed");
    assert.equal(completed.body.technique, technique);
    await pair.end("b", spec.vmId);
  });

  test("that is replayed is not carried out again, when its VM is where it was then", async () => {
    seen.length = 0;
    await pair.launch("a", spec);
    const migration = await pair.migrate(spec, { technique });
    await pair.event(migration, "completed");
    const orders = [...seen];
    assert.deepEqual(
      orders.map(({ subject }) => subject.split(".").at(-1)),
      ["prepare-incoming", "start-migration"],
    );
    const back = await pair.migrate(spec, { technique, sourceHostId: "b", destinationHostId: "a" });
    await pair.event(back, "completed");
    await pair.nothingLeft("b");
    await changesNothing(migration, async () => {
      // As they were: the server has had them.
      for (const { subject, bytes, headers } of orders) {
        const { duplicate } = await jetstream.publish(subject, bytes, headers === undefined ? {} : { headers });
        assert.equal(duplicate, true);
      }
      // Under another id.
      for (const { subject, bytes, headers } of orders) {
        const [, , , , hostId = ""] = subject.split(".");
        const renamed = eventHeaders({ source: "", type: "", id: "" });
        for (const name of headers?.keys() ?? []) renamed.set(name, headers?.get(name) ?? "");
        renamed.set("Nats-Msg-Id", `again-${subject}`);
        await publish({ subject, bytes, headers: renamed });
        await refused(hostId, /signature does not fit/);
      }
      // By a server that has forgotten them: within five minutes of the signing only the journal knows.
      const manager = await nats.jetstreamManager();
      await manager.streams.update("CF_CMD", { duplicate_window: nanos(100) });
      for (const order of orders) {
        await publish(order);
        await logged(order.subject.split(".")[4] ?? "", "this order was carried out before");
      }
    });
    assert.deepEqual(pair.poisoned, []);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
  });

  test("that was signed long before it was stored is refused, though nobody has ever carried it out", async () => {
    const migration = pair.migration(spec.vmId);
    await pair.plan(migration, technique);
    await changesNothing(migration, async () => {
      await publish(await signedBy(pair.signingKey, prepareOrder(migration), Date.now() - 6 * 60_000));
      await refused("b", /stored 360 s after it was signed/);
    });
  });

  test("for another host is refused, and nothing is said of the migration that it names", async () => {
    await pair.launch("a", spec);
    const running = await pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
    await pair.event(running, "started");
    await changesNothing(running, async () => {
      for (const order of [
        { ...prepareOrder(running), subject: subjects.prepareIncoming("a") },
        { ...startOrder(running), subject: subjects.startMigration("b") },
        { ...startOrder({ ...running, sourceHostId: "c" }), subject: subjects.startMigration("a") },
        { ...prepareOrder({ ...running, destinationHostId: "c" }), subject: subjects.prepareIncoming("b") },
      ]) {
        const [, , , , hostId = ""] = order.subject.split(".");
        await publish(await signedBy(pair.signingKey, order));
        await refused(hostId, new RegExp(`came to ${hostId} and is for [abc]; this is ${hostId}`));
      }
      await publish(await signedBy(pair.signingKey, prepareOrder({ ...running, sourceHostId: "b" })));
      await refused("b", /from b to the same host/);
    });
    await pair.setPace(running);
    await pair.event(running, "completed");
    await pair.end("b", spec.vmId);
  });

  test("outside any plan is refused", async () => {
    await pair.launch("a", spec);
    const stray = pair.migration(spec.vmId);
    const planned = pair.migration(spec.vmId);
    await pair.plan(planned, technique);
    await pair.decide(planned, technique);
    await changesNothing(planned, async () => {
      await publish(await signedBy(pair.signingKey, prepareOrder({ ...stray, evacuationId: "none" })));
      await refused("b", /outside any plan: .* is none of none's ids/);
      const unknown = { ...stray, evacuationId: "none", migrationId: "none-1" };
      await publish(await signedBy(pair.signingKey, prepareOrder(unknown)));
      await refused("b", /outside any plan: .* is no step of none/);
      await publish(await signedBy(pair.signingKey, startOrder(stray)));
      await refused("a", /outside any plan: no decision for/);
      for (const change of [{ vmId: "vm-other" }, { destinationHostId: "c" }]) {
        await publish(await signedBy(pair.signingKey, startOrder({ ...planned, ...change })));
        await refused("a", /outside any plan: .* is not what was decided/);
      }
    });
    assert.deepEqual(pair.namesOf(stray), []);
    assert.equal(await pair.runState("a", spec.vmId), "running");
    await pair.end("a", spec.vmId);
  });

  test("of an evacuation that has ended is refused", async () => {
    const migration = { ...pair.migration(spec.vmId), evacuationId: "over", migrationId: "over-7" };
    await pair.plan(migration, technique);
    const report = { hostId: "a", policy: "traffic-sensitive" as const, transferredBytes: 0, vms: [] };
    unwrap(
      await pair.planner.store({
        subject: subjects.evacuationEvent("over", "cancelled"),
        codec: codecs.EvacuationCancelled,
        value: { evacuationId: "over", message: "cancelled", report, eventTimeUnixMilliseconds: 1 },
        id: "over-ended",
      }),
    );
    await changesNothing(migration, async () => {
      await publish(await signedBy(pair.signingKey, prepareOrder(migration)));
      await refused("b", /evacuation over has ended/);
    });
  });

  for (const [what, poison] of [
    ["a path up the tree", { disks: [{ path: "/images/../../etc/shadow", format: "raw", readOnly: false }] }],
    ["an option in a path", { disks: [{ path: "/images/a,file.locking=off", format: "raw", readOnly: false }] }],
    ["an option in a CPU model", { cpuModel: "qemu64,+vmx" }],
    [
      "a command in a bridge's name",
      { nics: [{ macAddress: "52:54:00:00:00:01", bridge: "x up\nlink", model: "e1000" }] },
    ],
    ["two arguments in a kernel's line", { kernel: { kernelPath: "/images/k", commandLine: "a\0-monitor" } }],
    ["a path for an id", { vmId: "../a/vm-1" }],
    ["another VM's id", { vmId: "vm-other" }],
    ["more CPUs than there are", { cpus: 4_000_000 }],
    ["more memory than a number holds", { memoryBytes: 2 ** 60 }],
  ] as const) {
    test(`with ${what} in its spec is refused as it is read, signed and planned as it may be`, async () => {
      const migration = pair.migration(spec.vmId);
      await pair.plan(migration, technique);
      const message = { migration, technique: "PRE_COPY", spec: { ...spec, ...poison } };
      const bytes = v1.PrepareIncoming.encode(v1.PrepareIncoming.fromObject(message)).finish();
      await changesNothing(migration, async () => {
        await publish(await signedBy(pair.signingKey, { subject: subjects.prepareIncoming("b"), bytes }));
        await refused("b", /^PrepareIncoming\.spec/);
      });
    });
  }

  for (const [what, change, words] of [
    ["a disk that is a link to elsewhere", () => disk(`${images}/link.raw`), /not in a directory of images/],
    ["a disk of the host's", () => disk("/etc/passwd"), /not in a directory of images/],
    ["a device", () => disk("/dev/null"), /not in a directory of images/],
    ["another VM's socket", () => disk(pair.directoryOf("b", "vm-neighbour", "qmp.sock")), /not in a directory/],
    ["an image that another VM writes", () => disk(`${images}/neighbour.raw`), /another VM, has .* open/],
    [
      "a kernel of the host's",
      () => ({ kernel: { kernelPath: "/boot", commandLine: "" } }),
      /not in a directory|no image/,
    ],
    ["a bridge that no VM may be on", () => ({ nics: [nic()] }), /joins no VM to a bridge/],
    ["more CPUs than the host has", () => ({ cpus: cpus().length + 1 }), /virtual CPUs and this host has \d+ CPUs/],
    ["more memory than the host has", () => ({ memoryBytes: 2 ** 50 }), /needs \d+ MiB of memory and this host has/],
  ] as const) {
    test(`with ${what} in its spec fails its step: the VM runs on at its source, and nothing is left`, async () => {
      await writeFile(`${images}/neighbour.raw`, Buffer.alloc(1024 * 1024));
      await rm(`${images}/link.raw`, { force: true });
      await symlink("/etc/passwd", `${images}/link.raw`);
      const neighbour = pair.spec("vm-neighbour", disk(`${images}/neighbour.raw`));
      await pair.launch("b", neighbour, [images]);
      await pair.launch("a", spec);
      try {
        const before = directories();
        const migration = pair.migration(spec.vmId);
        await pair.prepare(migration, pair.spec(spec.vmId, change()), technique);
        const failed = await pair.event(migration, "failed");
        assert.match(failed.body.reason, words);
        assert.equal(failed.body.vmLocation, "RUNS_AT_SOURCE");
        assert.deepEqual(directories(), { ...before, b: ["vm-neighbour"] });
        assert.equal(await pair.runState("a", spec.vmId), "running");
        assert.equal(await pair.runState("b", "vm-neighbour"), "running");
      } finally {
        await pair.end("a", spec.vmId);
        await pair.end("b", "vm-neighbour");
      }
    });
  }

  test("is taken from anybody where no keys are configured, which the executor says when it starts", async () => {
    const executor = await pair.startProcess("open", { plannerKeysFile: undefined });
    await executor.says("plannerKeysFile is not set: orders are taken from whoever can publish them");
    const migration = { ...pair.migration(spec.vmId), destinationHostId: "open" };
    const stray = { ...pair.migration("vm-stray"), destinationHostId: "open" };
    await pair.plan(migration, technique);
    await publish(prepareOrder(migration));
    await pair.event(migration, "incoming-ready");
    // What is outside any plan is not carried out all the same.
    await publish(prepareOrder(stray, { ...spec, vmId: "vm-stray" }));
    const { reason } = await pair.until(() => pair.poisoned[0], "a refusal");
    assert.match(reason, /vm-stray .* is no step of/);
    await pair.cancel(migration);
    await pair.nothingLeft("open");
    executor.child.kill("SIGTERM");
    assert.equal(await executor.exited, 0);
  });
});

function disk(path: string) {
  return { disks: [{ path, format: "raw" as const, readOnly: false }] };
}

function nic() {
  return { macAddress: "52:54:00:00:00:01", bridge: "br-mgmt", model: "virtio-net-pci" as const };
}
