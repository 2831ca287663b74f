/** A kernel setting that an executor changes for its post-copies only: a network namespace of its own, and real QEMU. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { createLowWater, type LowWater } from "../../services/executor/low-water.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { describeLinked } from "../linked-executors.ts";

const slowBytesPerSecond = 150_000;
const [usual, low] = [4_294_967_295, 16_384];

describeLinked("net.ipv4.tcp_notsent_lowat", (on) => {
  const shell = (words: string) => {
    const ran = spawnSync("ip", ["netns", "exec", on.links.a.networkNamespace, "sh", "-c", words]);
    assert.equal(ran.status, 0, ran.stderr.toString());
    return ran.stdout.toString();
  };
  const value = () => Number(shell("cat /proc/sys/net/ipv4/tcp_notsent_lowat"));
  const setTo = (bytes: number) => shell(`echo ${bytes} > /proc/sys/net/ipv4/tcp_notsent_lowat`);
  const file = () => on.pair.directoryOf("a", ".kept");
  const lowWater = (bytes: number | undefined = low): LowWater =>
    createLowWater({
      ...{ bytes, networkNamespace: on.links.a.networkNamespace, file: file() },
      log: createLog("low-water", "silent"),
    });

  test("is low until the last of several has let go, and then what it was", async () => {
    setTo(usual);
    const setting = lowWater();
    const [first, second] = await Promise.all([setting.hold(), setting.hold()]);
    assert.equal(value(), low);
    await first();
    await first();
    assert.equal(value(), low);
    await second();
    assert.equal(value(), usual);
    assert.equal(existsSync(file()), false);
  });

  test("is put back by the next executor, also one that is not to change it", async () => {
    setTo(1_000_000);
    await lowWater().hold();
    assert.equal(value(), low);
    await createLowWater({
      ...{ bytes: undefined, networkNamespace: on.links.a.networkNamespace, file: file() },
      log: createLog("low-water", "silent"),
    }).restore();
    assert.equal(value(), 1_000_000);
  });

  test("stays as it is where it is lower already, where somebody has raised it since, and where nothing is configured", async () => {
    setTo(8_192);
    const letGo = await lowWater().hold();
    assert.equal(value(), 8_192);
    await letGo();
    assert.equal(value(), 8_192);
    setTo(100_000);
    const again = await lowWater().hold();
    setTo(200_000);
    await again();
    assert.equal(value(), 200_000);
    const nothing = createLowWater({
      ...{ bytes: undefined, networkNamespace: on.links.a.networkNamespace, file: file() },
      log: createLog("low-water", "silent"),
    });
    const none = await nothing.hold();
    assert.equal(value(), 200_000);
    await none();
  });

  test("is looked at by contraflow doctor, which says how to set it", () => {
    const cli = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));
    const finding = () => {
      const ran = spawnSync(
        ...(["ip", ["netns", "exec", on.links.a.networkNamespace, process.execPath, cli, "doctor", "--json"]] as const),
        { encoding: "utf8" },
      );
      const { findings } = JSON.parse(ran.stdout) as { findings: { check: string; state: string; cure?: string }[] };
      return findings.find(({ check }) => check === "stalls");
    };
    setTo(usual);
    assert.deepEqual([finding()?.state, finding()?.cure], ["warns", "sysctl net.ipv4.tcp_notsent_lowat=16384"]);
    setTo(low);
    assert.equal(finding()?.state, "passes");
  });

  test("is low while an executor sends a VM, also one that was killed meanwhile, and is put back when it has gone", async () => {
    setTo(usual);
    const settings = { ...on.links.a, tcpNotsentLowat: low };
    const killed = await on.pair.startProcess("w", settings);
    const spec = on.pair.spec("vm-low-water");
    await on.pair.launch("w", spec);
    assert.equal(value(), usual);
    const order = { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond, sourceHostId: "w" } as const;
    const migration = await on.pair.migrate(spec, order);
    await on.pair.event(migration, "resumed");
    assert.equal(value(), low);
    killed.child.kill("SIGKILL");
    await killed.exited;
    assert.equal(value(), low);
    const next = await on.pair.startProcess("w", settings);
    assert.equal(value(), low);
    await on.pair.setPace(migration);
    await on.pair.event(migration, "completed");
    while (value() !== usual) await delay(20);
    next.child.kill("SIGTERM");
    assert.equal(await next.exited, 0);
    await on.pair.end("b", spec.vmId);
  });
});
