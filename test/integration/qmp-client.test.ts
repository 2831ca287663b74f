import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { setTimeout as wait } from "node:timers/promises";
import { queryMigrate, queryRunState, quit } from "../../services/kit/qmp/commands.ts";
import { connectQmp, type QmpClient } from "../../services/kit/qmp/qmp-client.ts";
import { startFakeQmpServer } from "../fakes/qmp-server.ts";

/** The same assertions on QEMU and on the fake: what makes the fake worth trusting. */

interface Peer {
  readonly socketPath: string;
  close(): Promise<void>;
}

async function startQemu(): Promise<Peer> {
  const directory = await mkdtemp(join(tmpdir(), "cf-qmp-"));
  const socketPath = join(directory, "qmp.sock");
  const machine = ["-machine", "none", "-nodefaults", "-display", "none"];
  const qemu = spawn("qemu-system-x86_64", [...machine, "-qmp", `unix:${socketPath},server=on,wait=off`], {
    stdio: "ignore",
  });
  const exited = new Promise<void>((resolve) => qemu.once("exit", () => resolve()));
  while (!existsSync(socketPath)) {
    if (hasEnded(qemu)) throw new Error("QEMU did not start");
    await wait(5);
  }
  return {
    socketPath,
    async close() {
      if (!hasEnded(qemu)) qemu.kill("SIGKILL");
      await exited;
      await rm(directory, { recursive: true, force: true });
    },
  };
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}

const missing =
  spawnSync("qemu-system-x86_64", ["--version"]).status === 0 ? false : "qemu-system-x86_64 is not installed";

for (const [peerName, start, skip] of [
  ["QEMU", startQemu, missing],
  ["the fake", () => startFakeQmpServer(), false],
] as const) {
  const on = (title: string, body: (client: QmpClient, peer: Peer) => Promise<void>) =>
    test(`${peerName}: ${title}`, { skip }, async () => {
      const peer = await start();
      try {
        const connected = await connectQmp({ socketPath: peer.socketPath });
        assert.ok(connected.ok, connected.ok ? "" : connected.failure.message);
        try {
          await body(connected.value, peer);
        } finally {
          await connected.value.close();
        }
      } finally {
        await peer.close();
      }
    });

  on("the greeting gives a version and out-of-band commands", async (client) => {
    assert.match(client.version, /^\d+\.\d+\.\d+$/);
    assert.equal(client.oob, true);
    assert.deepEqual(await client.executeOob("query-yank").then((reply) => reply.ok), true);
  });

  on("many commands at once each get their own answer", async (client) => {
    const names = Array.from({ length: 200 }, (_, index) => (index % 3 === 0 ? "query-status" : `no-such-${index}`));
    const replies = await Promise.all(names.map((name) => client.execute(name)));
    replies.forEach((reply, index) => {
      if (index % 3 === 0) assert.ok(reply.ok);
      else assert.match(reply.ok ? "" : reply.failure.message, new RegExp(`no-such-${index} has not been found`));
    });
  });

  on("failures say what may be done next", async (client) => {
    const unknown = await client.execute("no-such-command");
    assert.equal(!unknown.ok && unknown.failure.kind, "not_found");
    const refused = await client.execute("migrate-incoming", { uri: "tcp:127.0.0.1:1" });
    assert.equal(!refused.ok && refused.failure.kind, "refused");
    assert.match(refused.ok ? "" : refused.failure.message, /'-incoming' was not specified/);
  });

  on("an idle process runs and has no migration", async (client) => {
    assert.deepEqual(await queryRunState(client), { ok: true, value: { name: "running", running: true } });
    const info = await queryMigrate(client);
    assert.deepEqual(info.ok && info.value.status, { kind: "none" });
  });

  on("a second client gets its greeting when the first has left", async (client, peer) => {
    const refused = await connectQmp({ socketPath: peer.socketPath, timeoutMilliseconds: 50 });
    assert.equal(!refused.ok && refused.failure.kind, "unavailable");
    const second = connectQmp({ socketPath: peer.socketPath, timeoutMilliseconds: 5000 });
    await client.close();
    const connected = await second;
    assert.ok(connected.ok);
    await connected.value.close();
  });

  on("quit ends the connection", async (client) => {
    const reply = await quit(client);
    assert.ok(reply.ok || reply.failure.kind === "outcome_unknown", "QEMU may be gone before its answer is read");
    assert.equal((await client.closed).kind, "unavailable");
  });
}
