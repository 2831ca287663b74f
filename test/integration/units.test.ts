/**
 * The package's units, under a systemd of their own: what they allow is enough for a VM to be moved, and nothing that is done to
 * them is done to a VM.
 */
import assert from "node:assert/strict";
import { copyFileSync, existsSync, mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { buildPackage } from "../package-build.ts";
import { missingPrograms } from "../servers.ts";
import { SystemdMachine } from "../systemd-machine.ts";

const STEP = { timeout: 120_000 };
const LIBRARY = "/usr/lib/contraflow";

const lacks = [
  ...(process.getuid?.() === 0 ? [] : ["root"]),
  ...["/lib/systemd/systemd", "/usr/bin/node"].filter((path) => !existsSync(path)),
  ...[missingPrograms("dpkg", "nsenter", "unshare", "nats-server", "redis-server", "qemu-system-x86_64") ?? []].flat(),
];
/** Why there is none here; the reason is printed with the tests that it skips. */
let without = lacks.length > 0 ? `this machine lacks ${lacks.join(", ")}` : undefined;
const machine =
  without === undefined
    ? await SystemdMachine.start().catch((error: Error) => {
        without = error.message;
        return undefined;
      })
    : undefined;
/** The packaged units are host-a's; a second host on the same systemd has copies of them. */
const AGENT = "contraflow-agent.service";
const EXECUTOR = "contraflow-executor.service";
const SECOND = ["contraflow-agent-b.service", "contraflow-executor-b.service"];

describe("the package's units, under a systemd of their own", { skip: without ?? false }, () => {
  const systemd = machine as SystemdMachine;
  const pidOf = (unit: string) => Number(systemd.property(unit, "MainPID"));
  const service = (name: string, command: string) => {
    systemd.write(`/etc/systemd/system/${name}.service`, `[Service]\nExecStart=${command}\n`);
    systemd.run("systemctl", "daemon-reload");
    systemd.run("systemctl", "start", name);
  };
  const configure = (host: string, suffix: string) => {
    const vms = `/var/lib/contraflow/${host}`;
    const ports = host === "host-a" ? "{first: 49152, last: 49407}" : "{first: 50152, last: 50407}";
    systemd.write(
      `/etc/contraflow/agent${suffix}.yaml`,
      `hostId: ${host}\nqmpSockets: ["${vms}/*/qmp.sock"]\nlinks: [{name: lo, egressBytesPerSecond: 25000000, ingressBytesPerSecond: 25000000}]\n`,
    );
    systemd.write(
      `/etc/contraflow/executor${suffix}.yaml`,
      `hostId: ${host}\nvmDirectory: ${vms}\nmigrationAddress: 127.0.0.1\naccelerator: tcg\ntls: "off"\nvmSlice: contraflow-vms.slice\ntcpNotsentLowat: 16384\nportRange: ${ports}\n`,
    );
  };
  /** Which VMs run where, as the agents see them. */
  const untilAt = async (vmId: string, hostId: string) => {
    for (;;) {
      const { vms } = JSON.parse(systemd.run("contraflow", "vms", "--json")) as {
        vms: { vmId: string; hostId: string }[];
      };
      if (vms.some((vm) => vm.vmId === vmId && vm.hostId === hostId)) return;
      await delay(100);
    }
  };
  const qemus = () =>
    systemd
      .try("pgrep", "-f", "^(/usr/bin/)?qemu-system-x86_64 ")
      .stdout.split("\n")
      .filter((line) => line !== "");

  before(() => {
    const directory = mkdtempSync(join(tmpdir(), "cf-units-"));
    copyFileSync(buildPackage(directory, "1.0.0"), systemd.path("/tmp/first.deb"));
    copyFileSync(buildPackage(directory, "1.0.1"), systemd.path("/tmp/later.deb"));
    rmSync(directory, { recursive: true });
  }, STEP);
  after(() => systemd.stop(), STEP);

  it("are installed, and neither enabled nor started", () => {
    // Node may have come another way than by a package.
    assert.match(systemd.run("dpkg", "--force-depends", "--install", "/tmp/first.deb"), /systemctl enable --now/);
    for (const unit of [AGENT, EXECUTOR]) {
      assert.equal(systemd.property(unit, "UnitFileState"), "disabled");
      assert.equal(systemd.property(unit, "ActiveState"), "inactive");
    }
  });

  it("have nothing that systemd does not understand, and little that it finds exposed", (t) => {
    const verified = systemd.try("systemd-analyze", "verify", AGENT, EXECUTOR, "contraflow-vms.slice");
    assert.deepEqual([verified.status, verified.stderr.split("\n").filter((line) => /contraflow/.test(line))], [0, []]);
    for (const [unit, threshold] of [
      [AGENT, "30"],
      [EXECUTOR, "55"],
    ] as const) {
      const said = systemd.try(
        "systemd-analyze",
        "security",
        "--no-pager",
        `--threshold=${threshold}`,
        "--offline=true",
        unit,
      );
      t.diagnostic(said.stdout.trim().split("\n").at(-1) ?? "");
      assert.equal(said.status, 0, said.stdout);
    }
  });

  it("wait for NATS as long as it takes, and are started when they have it", STEP, async () => {
    configure("host-a", "");
    configure("host-b", "-b");
    for (const unit of [AGENT, EXECUTOR]) {
      const text = readFileSync(systemd.path(`/usr/lib/systemd/system/${unit}`), "utf8");
      systemd.write(`/etc/systemd/system/${unit.replace(".", "-b.")}`, text.replace(".yaml", "-b.yaml"));
      for (const one of [unit, unit.replace(".", "-b.")]) {
        systemd.write(`/run/systemd/system/${one}.d/short.conf`, "[Service]\nWatchdogSec=4\n");
      }
    }
    systemd.run("systemctl", "daemon-reload");
    systemd.run("systemctl", "start", "--no-block", AGENT, EXECUTOR, ...SECOND);
    for (const unit of [AGENT, EXECUTOR]) {
      while (!systemd.journal(unit).includes("NATS does not answer")) await delay(50);
      assert.equal(systemd.property(unit, "ActiveState"), "activating");
    }
    service("nats", "nats-server -a 127.0.0.1 -js -sd /tmp/nats");
    service("redis", "redis-server --bind 127.0.0.1 --appendonly no");
    for (const name of ["planner", "profiler"]) service(name, `/usr/bin/node ${LIBRARY}/dist/services/${name}/main.js`);
    for (const unit of [AGENT, EXECUTOR, ...SECOND]) await systemd.until(unit, "ActiveState", "active");
    await systemd.until(EXECUTOR, "StatusText", "1.0.0: 0 migrations under way; NATS answers");
    await systemd.until(AGENT, "StatusText", "1.0.0: 0 VMs; NATS answers");
  });

  it("are enough for a VM to be post-copied, into a scope of its own", STEP, async () => {
    const spec = {
      ...{ vmId: "vm-0", memoryBytes: 64 * 1024 * 1024, cpus: 1, machineType: "pc-i440fx-7.2", cpuModel: "qemu64" },
      ...{ disks: [], nics: [], postCopy: "ALLOWED" },
    };
    const launch = { spec, directory: "/var/lib/contraflow/host-a/vm-0", accelerator: "tcg", incoming: false };
    systemd.write(
      "/tmp/launch.mjs",
      `import { launchVm } from "${LIBRARY}/dist/services/kit/hypervisor/launch.js";
       const launched = await launchVm({ ...${JSON.stringify(launch)}, allowedImageDirectories: [], slice: "contraflow-vms.slice" });
       process.exit(launched.ok ? 0 : 1);`,
    );
    systemd.run("/usr/bin/node", "/tmp/launch.mjs");
    await untilAt("vm-0", "host-a");
    systemd.run("contraflow", "evacuate", "host-a", "--policy", "post-copy");
    await untilAt("vm-0", "host-b");
    const [pid] = qemus();
    assert.equal(qemus().length, 1);
    assert.match(
      systemd.run("cat", `/proc/${pid}/cgroup`),
      /^0::\/contraflow\.slice\/contraflow-vms\.slice\/run-\w+\.scope$/m,
    );
    // Or it could speak for the executor.
    assert.doesNotMatch(systemd.run("cat", `/proc/${pid}/environ`), /NOTIFY_SOCKET/);
  });

  it("leave an executor alone whose NATS is away for longer than the watchdog waits", STEP, async () => {
    const before = pidOf(EXECUTOR);
    systemd.run("systemctl", "stop", "nats");
    await systemd.until(EXECUTOR, "StatusText", /NATS is away$/);
    const beat = () => Number(systemd.property(EXECUTOR, "WatchdogTimestampMonotonic"));
    const first = beat();
    while (beat() - first < 6_000_000) await delay(100);
    assert.deepEqual([pidOf(EXECUTOR), systemd.property(EXECUTOR, "NRestarts")], [before, "0"]);
    systemd.run("systemctl", "start", "nats");
    await systemd.until(EXECUTOR, "StatusText", /NATS answers$/);
  });

  it("end and start anew an executor whose event loop stands still, and no VM of its", STEP, async () => {
    const [, executor = ""] = SECOND;
    const before = { executor: pidOf(executor), qemu: qemus() };
    process.kill(Number(hostPid(before.executor)), "SIGSTOP");
    await systemd.until(executor, "NRestarts", "1");
    await systemd.until(executor, "ActiveState", "active");
    assert.match(systemd.journal(executor), /Watchdog timeout/);
    assert.notEqual(pidOf(executor), before.executor);
    assert.deepEqual(qemus(), before.qemu);
  });

  /** What a process in there is called out here. */
  const hostPid = (pid: number) => {
    const wanted = readlinkSync(systemd.path(`/proc/${pid}/ns/pid`));
    const found = readdirSync("/proc").find((name) => {
      try {
        if (!/^\d+$/.test(name) || readlinkSync(`/proc/${name}/ns/pid`) !== wanted) return false;
        return new RegExp(`^NSpid:.*\\t${pid}$`, "m").test(readFileSync(`/proc/${name}/status`, "utf8"));
      } catch {
        return false;
      }
    });
    assert.ok(found !== undefined);
    return found;
  };

  it("are started again by an upgrade, and the VM runs on with what was configured", STEP, async () => {
    const before = { executor: pidOf(EXECUTOR), agent: pidOf(AGENT), qemu: qemus() };
    systemd.run("dpkg", "--force-depends", "--force-confold", "--install", "/tmp/later.deb");
    await systemd.until(EXECUTOR, "StatusText", "1.0.1: 0 migrations under way; NATS answers");
    await systemd.until(AGENT, "StatusText", /^1\.0\.1: /);
    assert.notEqual(pidOf(EXECUTOR), before.executor);
    assert.notEqual(pidOf(AGENT), before.agent);
    assert.deepEqual(qemus(), before.qemu);
    await untilAt("vm-0", "host-b");
  });

  it("are stopped by a removal, and the VM runs on", STEP, () => {
    const before = qemus();
    systemd.run("dpkg", "--remove", "contraflow");
    assert.equal(systemd.try("systemctl", "is-active", EXECUTOR).stdout.trim(), "inactive");
    assert.deepEqual(qemus(), before);
    assert.equal(before.length, 1);
    assert.ok(existsSync(systemd.path("/etc/contraflow/executor.yaml")));
  });
});
