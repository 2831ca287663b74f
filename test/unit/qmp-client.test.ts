import assert from "node:assert/strict";
import { test } from "node:test";
import { setMigrationCapabilities, setMigrationParameters } from "../../services/kit/qmp/commands.ts";
import { connectQmp, type QmpClient, type QmpEvent } from "../../services/kit/qmp/qmp-client.ts";
import { createLineSplitter } from "../../services/kit/qmp/qmp-lines.ts";
import {
  type FakeCommand,
  type FakeQmpOptions,
  type FakeQmpServer,
  idleQemu,
  startFakeQmpServer,
} from "../fakes/qmp-server.ts";

async function withFake(
  options: FakeQmpOptions,
  body: (client: QmpClient, server: FakeQmpServer) => Promise<void>,
): Promise<void> {
  const server = await startFakeQmpServer(options);
  try {
    const connected = await connectQmp({ socketPath: server.socketPath });
    assert.ok(connected.ok, "connects");
    try {
      await body(connected.value, server);
    } finally {
      await connected.value.close();
    }
  } finally {
    await server.close();
  }
}

function silentOn(name: string) {
  return (command: FakeCommand) => (command.name === name ? ("no answer" as const) : idleQemu(command));
}

test("every subscriber sees every event, with QEMU's timestamp, until it unsubscribes", async () => {
  await withFake({}, async (client, server) => {
    const first: QmpEvent[] = [];
    const second: QmpEvent[] = [];
    const stopFirst = client.subscribe((event) => first.push(event));
    client.subscribe((event) => second.push(event));
    server.emit("MIGRATION", { status: "setup" }, 1_700_000_001);
    await client.execute("query-status");
    stopFirst();
    server.emit("STOP");
    await client.execute("query-status");
    assert.deepEqual(first, [{ name: "MIGRATION", data: { status: "setup" }, atUnixMilliseconds: 1_700_000_001_250 }]);
    assert.deepEqual(
      second.map((event) => event.name),
      ["MIGRATION", "STOP"],
    );
  });
});

test("an error of a class that this version does not know is a refusal, whatever the class is called", async () => {
  for (const name of ["Unheard", "constructor", "toString", "__proto__"]) {
    const handle = (command: FakeCommand) =>
      command.name === "query-status" ? { error: { class: name, desc: "no" } } : idleQemu(command);
    await withFake({ handle }, async (client) => {
      const reply = await client.execute("query-status");
      assert.equal(reply.ok ? "" : reply.failure.kind, "refused", name);
    });
  }
});

test("an event whose clock failed has no time", async () => {
  await withFake({}, async (client, server) => {
    const seen: QmpEvent[] = [];
    client.subscribe((event) => seen.push(event));
    server.emit("RESUME", {}, -1);
    await client.execute("query-status");
    assert.deepEqual(seen, [{ name: "RESUME", data: {} }]);
  });
});

test("a command that is not answered in its time has an unknown outcome, and its late reply disturbs nothing", async () => {
  await withFake({ handle: silentOn("migrate") }, async (client, server) => {
    const late = await client.execute("migrate", { uri: "tcp:1:1" }, { timeoutMilliseconds: 20 });
    assert.equal(!late.ok && late.failure.kind, "outcome_unknown");
    server.write(`{"return": {}, "id": "cf-2"}\r\n`);
    assert.ok((await client.execute("query-status")).ok);
  });
});

test("an aborted command has an unknown outcome once sent, and is cancelled before", async () => {
  await withFake({ handle: silentOn("migrate") }, async (client, server) => {
    const controller = new AbortController();
    const sent = client.execute("migrate", {}, { signal: controller.signal });
    controller.abort();
    const outcome = await sent;
    assert.equal(!outcome.ok && outcome.failure.kind, "outcome_unknown");
    const unsent = await client.execute("migrate", { again: true }, { signal: controller.signal });
    assert.equal(!unsent.ok && unsent.failure.kind, "cancelled");
    await client.execute("query-status");
    assert.equal(server.received.filter((command) => command.name === "migrate").length, 1);
  });
});

test("QEMU is given no more commands than it takes and still reads out-of-band ones; the others wait their turn", async () => {
  await withFake({ handle: silentOn("query-migrate") }, async (client, server) => {
    const namesAtQemu = () => server.received.filter(({ name }) => name !== "qmp_capabilities").map(({ name }) => name);
    const hanging = Array.from({ length: 6 }, () => client.execute("query-migrate", {}, { timeoutMilliseconds: 30 }));
    const late = client.execute("query-status");
    const controller = new AbortController();
    const aborted = client.execute("query-kvm", {}, { signal: controller.signal });
    const impatient = await client.execute("query-block", {}, { timeoutMilliseconds: 20 });
    assert.equal(!impatient.ok && impatient.failure.kind, "unavailable");
    assert.match(impatient.ok ? "" : impatient.failure.message, /query-block not sent: QEMU has 6 others/);
    controller.abort();
    const unsent = await aborted;
    assert.equal(!unsent.ok && unsent.failure.kind, "cancelled");
    assert.ok((await client.executeOob("query-status")).ok);
    for (const outcome of await Promise.all(hanging)) {
      assert.equal(!outcome.ok && outcome.failure.kind, "outcome_unknown");
    }
    // What was given up here is with QEMU all the same.
    assert.deepEqual(namesAtQemu(), [...Array(6).fill("query-migrate"), "query-status"]);
    server.write(`{"return": {}, "id": "cf-2"}\r\n`);
    assert.ok((await late).ok);
    const waiting = [client.execute("query-status"), client.execute("query-migrate"), client.execute("query-kvm")];
    assert.ok((await waiting[0])?.ok);
    server.drop();
    const kinds = (await Promise.all(waiting.slice(1))).map((outcome) => !outcome.ok && outcome.failure.kind);
    assert.deepEqual(kinds, ["outcome_unknown", "unavailable"]);
  });
});

test("a lost connection leaves what was pending unknown and what comes after unsent", async () => {
  await withFake({ handle: silentOn("migrate") }, async (client, server) => {
    const pending = client.execute("migrate");
    server.drop();
    const outcome = await pending;
    assert.equal(!outcome.ok && outcome.failure.kind, "outcome_unknown");
    assert.equal((await client.closed).kind, "unavailable");
    const after = await client.execute("query-status");
    assert.equal(!after.ok && after.failure.kind, "unavailable");
  });
});

test("closing here rejects what is pending and says who closed", async () => {
  await withFake({ handle: silentOn("migrate") }, async (client) => {
    const pending = client.execute("migrate");
    await client.close();
    const outcome = await pending;
    assert.equal(!outcome.ok && outcome.failure.kind, "outcome_unknown");
    assert.equal((await client.closed).kind, "cancelled");
  });
});

for (const [what, bytes, reason] of [
  ["malformed line", "{not json}\r\n", /malformed QMP line/],
  ["line that is no QMP message", '{"hello": 1}\r\n', /no greeting, event or reply/],
  ["refusal without an id", '{"error": {"class": "GenericError", "desc": "JSON parse error"}}\r\n', /JSON parse error/],
  ["line over 8 MiB", Buffer.alloc(8 * 1024 * 1024 + 1, 0x20), /longer than 8388608 bytes/],
] as const) {
  test(`a ${what} closes the connection with a reason that names it`, async () => {
    await withFake({}, async (client, server) => {
      server.write(bytes);
      const reason_ = await client.closed;
      assert.equal(reason_.kind, "invalid");
      assert.match(reason_.message, reason);
    });
  });
}

test("an absent socket and a server that never greets are both unavailable", async () => {
  const absent = await connectQmp({ socketPath: "/nonexistent/qmp.sock" });
  assert.equal(!absent.ok && absent.failure.kind, "unavailable");
  await withFake({}, async (_client, server) => {
    const second = await connectQmp({ socketPath: server.socketPath, timeoutMilliseconds: 30 });
    assert.equal(!second.ok && second.failure.kind, "unavailable");
    assert.match(second.ok ? "" : second.failure.message, /no QMP greeting in 30 ms/);
  });
});

test("lines are cut where the newline is, wherever the chunks end", () => {
  const lines: string[] = [];
  const splitter = createLineSplitter(
    { line: (text) => lines.push(text), oversized: () => lines.push("oversized") },
    10,
  );
  for (const chunk of ["ab", "c\nde", "f\n\ng", "h\n12345678901", "\nafter\n"]) splitter.push(Buffer.from(chunk));
  assert.deepEqual(lines, ["abc", "def", "", "gh", "oversized"]);
});

test("capabilities are set one by one, only those that exist, and a missing one that is wanted is refused", async () => {
  const known = ["events", "return-path", "postcopy-ram", "xbzrle", "validate-uuid", "x-of-tomorrow"];
  const handle = (command: FakeCommand) => {
    if (command.name === "query-migrate-capabilities") {
      return { return: known.map((capability) => ({ capability, state: true })) };
    }
    return command.name === "migrate-set-capabilities" ? { return: {} } : idleQemu(command);
  };
  await withFake({ handle }, async (client, server) => {
    assert.ok((await setMigrationCapabilities(client, ["events", "postcopy-ram"])).ok);
    assert.deepEqual(server.received.at(-1)?.args, {
      capabilities: [
        { capability: "events", state: true },
        { capability: "return-path", state: false },
        { capability: "postcopy-ram", state: true },
        { capability: "xbzrle", state: false },
        { capability: "validate-uuid", state: true },
      ],
    });
    const missing = await setMigrationCapabilities(client, ["postcopy-preempt"]);
    assert.equal(!missing.ok && missing.failure.kind, "refused");
  });
});

test("a parameter that reads back differently is refused", async () => {
  const handle = (command: FakeCommand) => {
    if (command.name === "query-migrate-parameters") return { return: { "max-bandwidth": 5, "downtime-limit": 300 } };
    return command.name === "migrate-set-parameters" ? { return: {} } : idleQemu(command);
  };
  await withFake({ handle }, async (client) => {
    assert.ok((await setMigrationParameters(client, { maxBytesPerSecond: 5, downtimeLimitSeconds: 0.3 })).ok);
    const ignored = await setMigrationParameters(client, { maxBytesPerSecond: 6 });
    assert.match(ignored.ok ? "" : ignored.failure.message, /max-bandwidth was set to 6 and reads 5/);
  });
});

test("a parameter that reads as lists within lists is a refusal in words", async () => {
  const list = JSON.parse(`${"[".repeat(30_000)}${"]".repeat(30_000)}`);
  const execute = async () => ({ ok: true as const, value: { "max-bandwidth": list } });
  const set = await setMigrationParameters({ execute } as unknown as QmpClient, { maxBytesPerSecond: 1 });
  assert.equal(set.ok ? "" : set.failure.kind, "refused");
});
