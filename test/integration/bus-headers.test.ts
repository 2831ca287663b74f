/** Header bytes that no client of ours would write: over a socket of its own, by the protocol's own words. */
import assert from "node:assert/strict";
import { once } from "node:events";
import { connect } from "node:net";
import { test } from "node:test";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { ok } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { missingPrograms, startNats } from "../servers.ts";

const log = createLog("bus-test", "silent");
const skip = missingPrograms("nats-server") ?? false;
const LIMIT_MILLISECONDS = 2_000;

/** Answers every question on a subject with an empty message under headers with a line's end in them. */
async function answerStrangely(url: string, subject: string): Promise<() => void> {
  const { hostname, port } = new URL(url);
  const socket = connect(Number(port), hostname);
  const headers = "NATS/1.0\r\nstrange: a\nb\r\n\r\n";
  socket.on("data", (chunk: Buffer) => {
    const said = chunk.toString("latin1");
    for (const [, inbox] of said.matchAll(/^HMSG \S+ 1 (\S+) /gm)) {
      socket.write(`HPUB ${inbox} ${headers.length} ${headers.length}\r\n${headers}\r\n`);
    }
    if (/^PING\r$/m.test(said)) socket.write("PONG\r\n");
  });
  socket.write(`CONNECT {"verbose":false,"headers":true}\r\nSUB ${subject} 1\r\nPING\r\n`);
  for (;;) {
    const [chunk] = await once(socket, "data");
    if (String(chunk).includes("PONG")) return () => socket.destroy();
  }
}

test("an answer under headers that are none is refused, and the next question is heard and answered", {
  skip,
}, async (t) => {
  const server = await startNats();
  t.after(() => server.stop());
  const bus = await Bus.connect({ url: server.url, name: "test", log });
  t.after(() => bus.close());
  t.after(await answerStrangely(server.url, subjects.getExecutor("strange")));
  bus.serve(subjects.getExecutor("a"), undefined, codecs.GetExecutor, codecs.ExecutorStatus, async ({ hostId }) =>
    ok({ hostId, processId: 1, vmDirectory: "/vms" }),
  );
  const ask = (hostId: string) =>
    bus.request(
      subjects.getExecutor(hostId),
      codecs.GetExecutor,
      { hostId },
      codecs.ExecutorStatus,
      LIMIT_MILLISECONDS,
    );
  assert.equal((await ask("a")).ok, true);
  const strange = await ask("strange");
  assert.equal(strange.ok ? "" : strange.failure.kind, "invalid", "no message that holds anything");
  assert.equal((await ask("a")).ok, true);
});
