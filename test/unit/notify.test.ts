import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { createLog } from "../../services/kit/run/log.ts";
import { createNotifier, notifier, watchdogMilliseconds } from "../../services/kit/run/notify.ts";

const log = createLog("notify-test", "silent");

/** What systemd hears, and its clock. */
function world(
  heartbeat: number | undefined,
  send: (said: readonly string[]) => Promise<void> = async () => undefined,
) {
  const heard: (readonly string[])[] = [];
  let beat: (() => void) | undefined;
  const notify = notifier(heartbeat, {
    log,
    send: (said) => {
      heard.push(said);
      return send(said);
    },
    every: (_, call) => {
      beat = call;
      return () => {
        beat = undefined;
      };
    },
  });
  const settled = () => new Promise<void>((resolve) => setImmediate(resolve));
  return {
    notify,
    heard,
    settled,
    async tick() {
      beat?.();
      await settled();
    },
  };
}

describe("what systemd is told", () => {
  it("is that the service runs, at each beat that it still does, and once that it stops", async () => {
    let migrations = 0;
    const { notify, heard, settled, tick } = world(1_000);
    await tick();
    assert.deepEqual(heard, []);
    notify.running(() => `${migrations} migrations`);
    await settled();
    migrations = 2;
    await tick();
    notify.stopping();
    await settled();
    await tick();
    assert.deepEqual(heard, [
      ["READY=1", "STATUS=0 migrations"],
      ["WATCHDOG=1", "STATUS=2 migrations"],
      ["STOPPING=1", "STATUS=ends what was begun"],
    ]);
  });

  it("has no beat where no watchdog waits", async () => {
    const { notify, heard, tick } = world(undefined);
    notify.running(() => "x");
    await tick();
    await tick();
    assert.equal(heard.length, 1);
  });

  it("does not pile up while a message is not taken, and goes on after one that failed", async () => {
    let take: () => void = () => undefined;
    const { notify, heard, settled, tick } = world(1_000, () => {
      return new Promise((_, reject) => {
        take = () => reject(new Error("nobody listens"));
      });
    });
    notify.running(() => "x");
    await tick();
    await tick();
    assert.equal(heard.length, 1);
    take();
    await settled();
    assert.equal(heard.length, 1);
    await tick();
    assert.deepEqual(heard[1], ["WATCHDOG=1", "STATUS=x"]);
  });

  it("is one line a status, whatever is in it", async () => {
    const { notify, heard, settled } = world(undefined);
    notify.running(() => `a\nWATCHDOG_USEC=0 ${"b".repeat(1_000)}`);
    await settled();
    assert.equal(heard[0]?.length, 2);
    assert.match(heard[0]?.[1] ?? "", /^STATUS=a WATCHDOG_USEC=0 b{100,}$/);
    assert.ok((heard[0]?.[1] ?? "").length < 256);
  });

  it("comes at half of what the watchdog waits, if it waits for this process", () => {
    assert.equal(watchdogMilliseconds({ WATCHDOG_USEC: "60000000" }, 7), 30_000);
    assert.equal(watchdogMilliseconds({ WATCHDOG_USEC: "60000000", WATCHDOG_PID: "7" }, 7), 30_000);
    assert.equal(watchdogMilliseconds({ WATCHDOG_USEC: "60000000", WATCHDOG_PID: "8" }, 7), undefined);
    for (const wrong of ["0", "", "-1", "1e9", "soon"]) {
      assert.equal(watchdogMilliseconds({ WATCHDOG_USEC: wrong }, 7), undefined, wrong);
    }
    assert.equal(watchdogMilliseconds({}, 7), undefined);
  });

  it("can be said by no child: where systemd listens leaves the environment", () => {
    const environment: NodeJS.ProcessEnv = {
      NOTIFY_SOCKET: "/nowhere",
      WATCHDOG_USEC: "1",
      WATCHDOG_PID: "1",
      HOME: "/",
    };
    createNotifier(environment, log);
    assert.deepEqual(environment, { HOME: "/" });
  });
});
