import assert from "node:assert/strict";
import { type ChildProcessByStdio, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import { createInterface, type Interface } from "node:readline";
import type { Readable } from "node:stream";
import { describe, it, type TestContext } from "node:test";
import { fileURLToPath } from "node:url";

const main = join(dirname(fileURLToPath(import.meta.url)), "../fakes/service-main.js");

interface Started {
  readonly child: ChildProcessByStdio<null, Readable, Readable>;
  readonly lines: AsyncIterator<string>;
  /** Resolves when the process has ended. */
  readonly ended: Promise<{ code: number | null; stderr: string }>;
}

function start(t: TestContext, ...argv: readonly string[]): Started {
  const child = spawn(process.execPath, [main, ...argv], { stdio: ["ignore", "pipe", "pipe"] });
  t.after(() => child.kill("SIGKILL"));
  let stderr = "";
  child.stderr.setEncoding("utf8").on("data", (chunk: string) => {
    stderr += chunk;
  });
  const output: Interface = createInterface({ input: child.stdout });
  const ended = once(child, "close").then(([code]) => ({ code: code as number | null, stderr }));
  return { child, lines: output[Symbol.asyncIterator](), ended };
}

const run = (t: TestContext, mode: string) => start(t, "--nats-url", "nats://127.0.0.1:4222", "--mode", mode);

async function expectLines({ lines }: Started, ...expected: readonly string[]): Promise<void> {
  for (const line of expected) assert.equal((await lines.next()).value, line);
}

describe("a service's process", () => {
  for (const signal of ["SIGTERM", "SIGINT"] as const) {
    it(`drains on the first ${signal} and ends with 0`, async (t) => {
      const service = run(t, "runs");
      await expectLines(service, "running");
      service.child.kill(signal);
      await expectLines(service, "draining", "drained");
      assert.equal((await service.ended).code, 0);
    });
  }

  it("closes at once on the second signal", async (t) => {
    const service = run(t, "hangs");
    await expectLines(service, "running");
    service.child.kill("SIGTERM");
    await expectLines(service, "draining");
    service.child.kill("SIGTERM");
    assert.equal((await service.ended).code, 1);
  });

  it("gives up waiting for its servers on a signal, and ends with 0", async (t) => {
    const service = run(t, "waits");
    await expectLines(service, "waiting");
    service.child.kill("SIGTERM");
    assert.equal((await service.ended).code, 0);
  });

  it("closes and ends with 1 when the service cannot go on", async (t) => {
    const service = run(t, "fails");
    await expectLines(service, "running", "draining", "drained");
    assert.equal((await service.ended).code, 1);
  });

  it("ends with 1 and says why when it cannot start", async (t) => {
    const service = start(t, "--nats-url", "nats://x", "--mode", "throws", "--log-level", "info");
    const { code, stderr } = await service.ended;
    assert.equal(code, 1);
    assert.match(stderr, /"reason":"no such thing".*"msg":"failed to start"/);
  });

  it("ends with 1 and says why when it cannot close", async (t) => {
    const service = start(t, "--nats-url", "nats://x", "--mode", "breaks", "--log-level", "info");
    await expectLines(service, "running");
    service.child.kill("SIGTERM");
    const { code, stderr } = await service.ended;
    assert.equal(code, 1);
    assert.match(stderr, /"reason":"could not close".*"msg":"failed to close"/);
  });

  it("ends also when something in it still runs", async (t) => {
    const service = run(t, "lingers");
    await expectLines(service, "running");
    service.child.kill("SIGTERM");
    await expectLines(service, "draining", "drained");
    assert.equal((await service.ended).code, 0);
  });

  it("ends with 2 and every error when its configuration is wrong", async (t) => {
    const service = start(t, "--nats-url", "http://x", "--mode", "sings", "--colour", "red");
    const { code, stderr } = await service.ended;
    assert.equal(code, 2);
    assert.match(stderr, /^fake: configuration:\n/);
    for (const name of ["natsUrl", "mode", "--colour"]) assert.match(stderr, new RegExp(`^ {2}${name}: `, "m"));
  });
});
