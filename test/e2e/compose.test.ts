import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { Bus } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { VmProfile } from "../../services/kit/domain/profile.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { ipBatch, runCommand } from "../../services/kit/hypervisor/command.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { launchVm } from "../../services/kit/hypervisor/launch.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { ComposeProject, cannotCompose, SERVICES } from "../compose-project.ts";
import { missingPrograms } from "../servers.ts";
import { startService } from "../service-process.ts";

async function cannotRun(): Promise<string | undefined> {
  const missing = missingPrograms("qemu-system-x86_64", "ip");
  if (missing !== undefined) return missing;
  if (process.getuid?.() !== 0) return "not root: no network namespace can be made";
  const tried = spawnSync("unshare", ["--net", "ip", "tuntap", "add", "dev", "cftry0", "mode", "tap"]);
  return tried.status === 0 ? cannotCompose() : "no tap can be made here";
}
const skip = (await cannotRun()) ?? false;
if (skip !== false) process.stdout.write(`the control plane of docker-compose.yml is not tried: ${skip}\n`);

const hostId = "host-compose";
const vmId = "vm-compose";

describe("the control plane of docker-compose.yml", { skip, timeout: 600_000 }, () => {
  const networkNamespace = `cf-compose-${process.pid}`;
  const root = mkdtempSync(join(tmpdir(), "cf-compose-"));
  const directory = join(root, vmId);
  let project: ComposeProject;
  let bus: Bus;

  before(async () => {
    project = await ComposeProject.build();
    await project.up();
    bus = await Bus.connect({ url: project.natsUrl, name: "test", log: createLog("test", "silent") });
    unwrap(await runCommand("ip", ["netns", "add", networkNamespace]));
    unwrap(await ipBatch(networkNamespace, ["link add br0 type bridge", "link set br0 address 02:00:00:00:00:01 up"]));
  });
  after(async () => {
    await bus?.close();
    await destroyVm({ directory, networkNamespace });
    await runCommand("ip", ["netns", "delete", networkNamespace]);
    rmSync(root, { recursive: true, force: true });
    await project?.remove();
  });

  const profiles = () =>
    bus.request(subjects.getProfiles(hostId), codecs.GetProfiles, { hostId }, codecs.HostProfiles, 2_000);

  /** Waits for it: who asks is not told when it changes. */
  async function profileThat(fits: (vm: VmProfile) => boolean): Promise<VmProfile> {
    for (;;) {
      const answer = await profiles();
      const [vm] = answer.ok ? answer.value.vms : [];
      if (vm !== undefined && fits(vm)) return vm;
      await delay(200);
    }
  }

  it("is healthy, each part of it", async () => {
    for (const service of SERVICES) await project.untilHealthy(service);
  });

  it("gives each part no more than it needs", async () => {
    for (const service of SERVICES) {
      const { HostConfig, Config } = await project.inspect(service);
      const [user] = Config.User.split(":");
      assert.ok(Number(user) > 0, `${service} runs as ${Config.User}`);
      assert.equal(HostConfig.ReadonlyRootfs, true, service);
      assert.deepEqual(HostConfig.CapDrop, ["ALL"], service);
      assert.deepEqual(HostConfig.SecurityOpt, ["no-new-privileges:true"], service);
      assert.equal(HostConfig.RestartPolicy?.Name, "unless-stopped", service);
      assert.ok((HostConfig.Memory ?? 0) > 0 && (HostConfig.NanoCpus ?? 0) > 0 && (HostConfig.PidsLimit ?? 0) > 0);
      const published = Object.values(HostConfig.PortBindings ?? {}).flat() as { HostIp: string }[];
      assert.deepEqual(
        published.map(({ HostIp }) => HostIp),
        service === "nats" ? ["127.0.0.1"] : [],
      );
    }
  });

  it("makes profiles of what an agent on this machine publishes, and keeps them over a restart of Redis", async (t) => {
    const spec = {
      ...{ vmId, memoryBytes: 32 * 2 ** 20, cpus: 1, machineType: "pc-i440fx-7.2", cpuModel: "qemu64", disks: [] },
      nics: [{ macAddress: "52:54:00:00:00:01", bridge: "br0", model: "virtio-net-pci" as const }],
      postCopy: "ALLOWED" as const,
    };
    const launch = { networkNamespace, accelerator: "tcg" as const, incoming: false, allowedImageDirectories: [root] };
    unwrap(await launchVm({ spec, directory, ...launch }));
    const agent = startService(t, "agent", {
      ...{ hostId, natsUrl: project.natsUrl, networkNamespace, qmpSockets: [`${root}/*/qmp.sock`] },
      links: [{ name: "br0", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6 }],
    });
    await agent.hear("running");
    const seen = await profileThat((vm) => vm.observedSeconds >= 3);
    assert.deepEqual([seen.vmId, seen.direction], [vmId, "NONE"]);
    await agent.end("SIGTERM");

    // Redis writes once a second, and nothing more comes.
    await delay(2_000);
    await project.compose("stop", "redis");
    while ((await project.health("profiler")) === "healthy") await delay(200);
    assert.match(await project.health("profiler"), /Redis/);
    assert.equal(await project.health("planner"), "healthy");
    await project.compose("start", "redis");
    while ((await project.health("profiler")) !== "healthy") await delay(200);
    const [kept] = unwrap(await profiles()).vms;
    assert.ok((kept?.observedSeconds ?? 0) >= seen.observedSeconds, JSON.stringify(kept));
  });

  for (const service of ["planner", "nats"] as const) {
    it(`starts ${service} again when its process dies, and goes on`, async () => {
      const { State, RestartCount } = await project.inspect(service);
      const before = await bus.journalEnd();
      process.kill(State.Pid, "SIGKILL");
      while ((await project.inspect(service)).RestartCount === RestartCount) await delay(100);
      await project.untilHealthy(service);
      assert.equal(await bus.journalEnd(), before);
      for (;;) {
        const question = { evacuationId: "nobody" };
        const subject = subjects.getEvacuation("nobody");
        const answer = await bus.request(subject, codecs.GetEvacuation, question, codecs.EvacuationStatus, 2_000);
        if (!answer.ok && answer.failure.kind === "not_found") break;
        await delay(100);
      }
      for (const other of SERVICES) await project.untilHealthy(other);
    });
  }
});
