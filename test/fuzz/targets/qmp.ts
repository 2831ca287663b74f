/** What a QEMU process says on its monitor. */
import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { createServer, type Server, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { QemuEvents } from "../../../services/executor/ports.ts";
import { readMachine } from "../../../services/executor/qemu-machine.ts";
import { deliver } from "../../../services/executor/qemu-monitor.ts";
import { fail, ok, type Result } from "../../../services/kit/failure/failure.ts";
import {
  queryMigrate,
  queryMigrationCapabilities,
  queryMigrationParameters,
  queryRunState,
  secureStream,
  setMigrationCapabilities,
  setMigrationParameters,
} from "../../../services/kit/qmp/commands.ts";
import { readMigrationInfo } from "../../../services/kit/qmp/migration-info.ts";
import { connectQmp, type QmpClient } from "../../../services/kit/qmp/qmp-client.ts";
import { createLineSplitter } from "../../../services/kit/qmp/qmp-lines.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

const STATUSES = ["none", "setup", "active", "completed", "failed", "cancelled", "device", "colo", "wait-unplug"];
const POST_COPY = [
  "postcopy-active",
  "postcopy-paused",
  "postcopy-recover",
  "postcopy-recover-setup",
  "pre-switchover",
];

const ram = {
  ...{ total: 268_435_456, transferred: 1_000, remaining: 5, mbps: 200.5, "page-size": 4096 },
  ...{ "dirty-pages-rate": 7, "dirty-sync-count": 2, "postcopy-requests": 3, "normal-bytes": 4096 },
};
const running = {
  ...{ status: "active", "total-time": 12, downtime: 3, "postcopy-blocktime": 5, ram },
  "blocked-reasons": ["a device can not be migrated"],
  "socket-address": [{ type: "inet", host: "::", port: "49152" }],
};

const lines: Target = {
  name: "qmp/lines",
  form: "bytes",
  seeds: () => [bytesOf('{"QMP": {}}\r\n{"return": {}, "id": "cf-1"}\r\n'), bytesOf("\n\n\nno end")],
  run(input) {
    const [size = 0] = input;
    const limit = 512;
    const whole = cut(input, limit, input.length || 1);
    // However the bytes are cut on the way, the lines are the same.
    assert.deepEqual(cut(input, limit, 1 + (size % 17)), whole);
    assert.ok(whole.lines.every((line) => Buffer.byteLength(line) <= limit * 3));
    return whole.oversized > 0 ? rejected("too long") : accepted(whole.lines);
  },
};

function cut(input: Uint8Array, limit: number, size: number) {
  const said = { lines: [] as string[], oversized: 0 };
  const splitter = createLineSplitter(
    {
      line: (text) => said.lines.push(text),
      oversized: () => {
        said.oversized += 1;
      },
    },
    limit,
  );
  for (let at = 0; at < input.length; at += size) splitter.push(input.subarray(at, at + size));
  assert.ok(said.oversized <= 1, "said more than once that a line is too long");
  return said;
}

const migrationInfo: Target = {
  name: "qmp/migration-info",
  form: "json",
  tokens: [...STATUSES, ...POST_COPY, "inet", "unix", "ram", "mbps"],
  seeds: () => [
    bytesOf("{}"),
    bytesOf(JSON.stringify(running)),
    ...[...STATUSES, ...POST_COPY].map((status) => bytesOf(JSON.stringify({ status, ram }))),
    bytesOf(JSON.stringify({ status: "failed", "error-desc": "Connection refused" })),
  ],
  run(input) {
    const value = jsonOf(input);
    if (value === undefined) return rejected("no JSON");
    const info = readMigrationInfo(value.json);
    if (info.ok) {
      assertNumbers(info.value);
      const { listeningPort: port } = info.value;
      assert.ok(port === undefined || (Number.isInteger(port) && port > 0 && port < 65_536), `port ${port}`);
    }
    return verdictOf(info);
  },
};

/** A list of what QEMU answers, one after the other; an object with `error` is a refusal. */
const replies: Target = {
  name: "qmp/replies",
  form: "json",
  tokens: [
    "running",
    "status",
    "capability",
    "postcopy-ram",
    "events",
    "max-bandwidth",
    "pci_bridge",
    "devices",
    "child<x>",
  ],
  seeds: () => {
    const bridge = { slot: 1, function: 0, qdev_id: "b", id: { vendor: 6900, device: 1 } };
    const device = { ...bridge, slot: 3, qdev_id: "nic0" };
    const machine = [
      ...[
        "pc-i440fx-7.2-machine",
        { "base-memory": 268_435_456, "plugged-memory": 0 },
        [{ "qom-path": "/machine/unattached/device[0]" }],
      ],
      [{ name: "nic0", type: "child<virtio-net-pci>" }],
      [{ name: "type", type: "string" }],
      [{ devices: [device, { ...bridge, pci_bridge: { devices: [device] } }] }],
      [{ device: "disk0", qdev: "/x", inserted: { ro: false, image: { "virtual-size": 5, format: "raw" } } }],
      "qemu64-x86_64-cpu",
    ];
    const capabilities = ["events", "postcopy-ram", "validate-uuid"].map((capability) => ({ capability, state: true }));
    const parameters = { "max-bandwidth": 25_000_000, "max-postcopy-bandwidth": 0, "downtime-limit": 300 };
    return [
      machine,
      [{ status: "running", running: true }],
      [capabilities, {}],
      [{}, parameters],
      [running],
      [{ error: 1 }],
    ].map((list) => bytesOf(JSON.stringify(list)));
  },
  async run(input) {
    const value = jsonOf(input);
    if (value === undefined || !Array.isArray(value.json)) return rejected("no list");
    const given: readonly unknown[] = value.json;
    const answers: Result<unknown>[] = [
      await queryRunState(answering(given)),
      await queryMigrate(answering(given)),
      await queryMigrationCapabilities(answering(given)),
      await setMigrationCapabilities(answering(given), ["postcopy-ram"]),
      await queryMigrationParameters(answering(given)),
      await setMigrationParameters(answering(given), { maxBytesPerSecond: 25_000_000, downtimeLimitSeconds: 0.3 }),
      await secureStream(answering(given), { directory: "/tls", endpoint: "server", peerHostId: "a" }),
      await readMachine(answering(given)),
    ];
    const verdicts = answers.map(verdictOf);
    return verdicts.find((verdict) => verdict.accepted) ?? rejected("all of them");
  },
};

function answering(given: readonly unknown[]): QmpClient {
  let next = 0;
  const execute = async (): Promise<Result<unknown>> => {
    const reply = given[next];
    next += 1;
    const refused = typeof reply === "object" && reply !== null && "error" in reply;
    return refused ? fail("refused", "no") : ok(reply);
  };
  return {
    ...{ version: "7.2.22", oob: true, execute, executeOob: execute, subscribe: () => () => undefined },
    ...{ closed: new Promise<never>(() => undefined), close: async () => undefined },
  };
}

/** A whole conversation: each line is written when the client has asked something, the last ones at once. */
let server: Promise<{ readonly path: string; readonly server: Server; readonly folder: string }> | undefined;
let script: readonly Uint8Array[] = [];
const UNASKED_MILLISECONDS = 3;

function serving() {
  server ??= new Promise((resolve) => {
    const folder = mkdtempSync(join(tmpdir(), "cf-fuzz-qmp-"));
    const path = join(folder, "qmp.sock");
    const listening = createServer((socket) => converse(socket, script)).listen(path, () =>
      resolve({ path, server: listening, folder }),
    );
  });
  return server;
}

function converse(socket: Socket, parts: readonly Uint8Array[]): void {
  let next = 0;
  const say = () => {
    const part = parts[next];
    next += 1;
    if (part !== undefined) socket.write(part);
  };
  const finish = setTimeout(() => {
    for (const part of parts.slice(next)) socket.write(part);
    socket.end();
  }, UNASKED_MILLISECONDS);
  socket.on("data", say);
  socket.on("error", () => undefined);
  socket.on("close", () => clearTimeout(finish));
  say();
}

const GREETING = '{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}}, "capabilities": ["oob"]}}';
const EVENT =
  '{"timestamp": {"seconds": 1700000000, "microseconds": 5}, "event": "MIGRATION", "data": {"status": "active"}}';

const conversation: Target = {
  name: "qmp/conversation",
  form: "text",
  share: 0.02,
  tokens: [
    ...[
      '"id": "cf-1"',
      '"id": "cf-2"',
      '"return"',
      '"error"',
      '"class"',
      '"event"',
      '"QMP"',
      "constructor",
      "toString",
    ],
    ...["GenericError", "CommandNotFound", "__proto__", '{"return": {}, "id": "cf-2"}', GREETING, EVENT],
  ],
  seeds: () => {
    const replies = [
      ['{"return": {}, "id": "cf-1"}', '{"return": {"status": "running", "running": true}, "id": "cf-2"}'],
      ['{"return": {}, "id": "cf-1"}', '{"error": {"class": "GenericError", "desc": "no"}, "id": "cf-2"}'],
      ['{"error": {"class": "CommandNotFound", "desc": "no"}, "id": "cf-1"}'],
      ['{"return": {}, "id": "cf-1"}', EVENT, '{"error": {"class": "GenericError", "desc": "JSON parse error"}}'],
    ];
    return replies.map((list) => bytesOf([GREETING, ...list].map((line) => `${line}\r\n`).join("")));
  },
  async run(input) {
    const { path } = await serving();
    script = linesOf(input);
    const connected = await connectQmp({ socketPath: path, timeoutMilliseconds: 1_000 });
    if (!connected.ok) return verdictOf(connected);
    const client = connected.value;
    const events: QemuEvents = {
      statusChanged: () => undefined,
      passBegan: assertCount,
      stopped: assertTime,
      resumed: assertTime,
      gone: () => undefined,
    };
    const clock = { now: () => 0, after: () => undefined } as unknown as Parameters<typeof deliver>[2];
    let broken: unknown;
    client.subscribe((event) => {
      try {
        deliver(event, events, clock);
      } catch (error) {
        broken = error;
      }
    });
    const [state, oob] = await Promise.all([queryRunState(client), client.executeOob("migrate-pause")]);
    await client.close();
    const closed = await client.closed;
    if (broken !== undefined) throw broken;
    verdictOf({ ok: false, failure: closed });
    verdictOf(oob);
    return verdictOf(state);
  },
  async close() {
    const open = await server;
    server = undefined;
    open?.server.close();
    if (open !== undefined) rmSync(open.folder, { recursive: true });
  },
};

function assertCount(value: number): void {
  assert.ok(Number.isSafeInteger(value) && value >= 0, `${value} is no count`);
}

/** Otherwise no event could carry it. */
function assertTime(value: number): void {
  assert.ok(value >= 0 && value <= Number.MAX_SAFE_INTEGER, `${value} is no time`);
}

function linesOf(input: Uint8Array): readonly Uint8Array[] {
  const parts: Uint8Array[] = [];
  for (let at = 0; at < input.length; ) {
    const newline = input.indexOf(0x0a, at);
    const end = newline < 0 || parts.length >= 64 ? input.length : newline + 1;
    parts.push(input.subarray(at, end));
    at = end;
  }
  return parts;
}

function jsonOf(input: Uint8Array): { readonly json: unknown } | undefined {
  try {
    return { json: JSON.parse(textOf(input)) };
  } catch {
    return undefined;
  }
}

export const qmpTargets: readonly Target[] = [lines, migrationInfo, replies, conversation];
