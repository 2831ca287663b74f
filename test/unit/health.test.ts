import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { after, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { fail, ok, type Result } from "../../services/kit/failure/failure.ts";
import { readHealth, reportHealth, STALE_MILLISECONDS, writeHealth } from "../../services/kit/run/health.ts";
import { createLog } from "../../services/kit/run/log.ts";

const here = dirname(fileURLToPath(import.meta.url));
const folder = mkdtempSync(join(tmpdir(), "cf-health-"));
after(() => rmSync(folder, { recursive: true }));
const log = createLog("health-test", "silent");

let files = 0;
function newFile(): string {
  files += 1;
  return join(folder, `health-${files}`);
}
const problemIn = (health: Result<void>) => (health.ok ? "healthy" : health.failure.message);

/** As a container's health check is run. */
function check(path: string | undefined): { readonly code: number | null; readonly said: string } {
  const { CONTRAFLOW_HEALTH_FILE: _, ...rest } = process.env;
  const env = path === undefined ? rest : { ...rest, CONTRAFLOW_HEALTH_FILE: path };
  const program = join(here, "../../services/kit/run/health-check.js");
  const ran = spawnSync(process.execPath, [program], { env, encoding: "utf8" });
  return { code: ran.status, said: (ran.stdout + ran.stderr).trim() };
}

async function until(path: string, wanted: (said: string) => boolean): Promise<string> {
  for (;;) {
    const said = problemIn(readHealth(path));
    if (wanted(said)) return said;
    await delay(20);
  }
}

describe("what a health file says", () => {
  const path = newFile();
  for (const { title, problem, age, says } of [
    { title: "healthy, just now", problem: undefined, age: 0, says: "healthy" },
    { title: "a problem", problem: "Redis is away", age: 0, says: "Redis is away" },
    {
      title: "healthy, too long ago",
      problem: undefined,
      age: STALE_MILLISECONDS + 1,
      says: "has said nothing for 15 s",
    },
    { title: "healthy, before the machine started again", problem: undefined, age: -1, says: "was written before" },
  ]) {
    it(title, () => {
      writeHealth(path, problem, 1_000_000);
      assert.ok(problemIn(readHealth(path, 1_000_000 + age)).includes(says));
    });
  }

  it("nothing, when nobody writes it or it can not be read", () => {
    assert.match(problemIn(readHealth(newFile())), /^nothing runs that writes /);
    const broken = newFile();
    writeFileSync(broken, "{");
    assert.equal(readHealth(broken).ok, false);
  });
});

describe("a reporter of health", () => {
  function reporting(t: TestContext) {
    const path = newFile();
    const reporter = reportHealth(path, log, { everyMilliseconds: 10, answerMilliseconds: 50 });
    t.after(() => reporter.stop());
    return { path, reporter };
  }

  it("says that the service is starting until that answers for itself", async (t) => {
    const { path, reporter } = reporting(t);
    assert.equal(problemIn(readHealth(path)), "is starting");
    reporter.ask(async () => ok(undefined));
    await until(path, (said) => said === "healthy");
  });

  it("says what is wrong, also when the question throws, and when that has passed", async (t) => {
    const { path, reporter } = reporting(t);
    let answer: () => Promise<Result<void>> = async () => fail("unavailable", "Redis is away");
    reporter.ask(() => answer());
    await until(path, (said) => said === "Redis is away");
    answer = () => Promise.reject(new Error("oh"));
    await until(path, (said) => said === "oh");
    answer = async () => ok(undefined);
    await until(path, (said) => said === "healthy");
  });

  it("says that there is no answer, and asks no second time while the first is open", async (t) => {
    const { path, reporter } = reporting(t);
    let asked = 0;
    let answer: (said: Result<void>) => void = () => undefined;
    reporter.ask(() => {
      asked += 1;
      return new Promise((resolve) => {
        answer = resolve;
      });
    });
    await until(path, (said) => said.startsWith("has not said how it is"));
    // A few rounds more.
    await delay(200);
    assert.equal(asked, 1);
    answer(ok(undefined));
    await until(path, (said) => said === "healthy");
  });

  it("leaves nothing when it stops", () => {
    const path = newFile();
    reportHealth(path, log).stop();
    assert.equal(existsSync(path), false);
  });
});

describe("a service's health check", () => {
  function started(t: TestContext, mode: string, path: string): ChildProcess {
    const flags = ["--nats-url=nats://127.0.0.1:4222", `--mode=${mode}`, `--health-file=${path}`];
    const child = spawn(process.execPath, [join(here, "../fakes/service-main.js"), ...flags], { stdio: "ignore" });
    t.after(() => child.kill("SIGKILL"));
    return child;
  }

  it("passes while the service is well, and fails when it is gone", async (t) => {
    const path = newFile();
    const service = started(t, "runs", path);
    await until(path, (said) => said === "healthy");
    assert.deepEqual(check(path), { code: 0, said: "healthy" });
    service.kill("SIGTERM");
    await once(service, "exit");
    assert.deepEqual(check(path), { code: 1, said: `nothing runs that writes ${path}` });
  });

  it("fails with the service's own reason", async (t) => {
    const path = newFile();
    started(t, "ails", path);
    await until(path, (said) => said === "its store is full");
    assert.deepEqual(check(path), { code: 1, said: "its store is full" });
  });

  it("fails while the service waits for its servers", async (t) => {
    const path = newFile();
    started(t, "waits", path);
    await until(path, (said) => said === "is starting");
    assert.equal(check(path).code, 1);
  });

  it("says what it needs when it is not told where to look", () => {
    const { code, said } = check(undefined);
    assert.equal(code, 2);
    assert.match(said, /^CONTRAFLOW_HEALTH_FILE: is not set/);
  });
});
