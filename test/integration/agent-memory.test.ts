import assert from "node:assert/strict";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import type { KnownVm } from "../../services/agent/inventory.ts";
import { MemoryWatch, STEP_MILLISECONDS } from "../../services/agent/memory-watch.ts";
import type { MemoryPorts } from "../../services/agent/memory-window.ts";
import { realTime, startTicker } from "../../services/agent/ticker.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { activityOf } from "../../services/kit/hypervisor/activity.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { openGuestPages } from "../../services/kit/hypervisor/guest-pages.ts";
import { launchVm, type RunningVm } from "../../services/kit/hypervisor/launch.ts";
import { clearReferences, readGuestMemory } from "../../services/kit/hypervisor/memory.ts";
import {
  migrate,
  migrateIncoming,
  migrateStartPostCopy,
  queryMigrate,
  setMigrationCapabilities,
  setMigrationParameters,
} from "../../services/kit/qmp/commands.ts";
import { connectQmp, type QmpClient } from "../../services/kit/qmp/qmp-client.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { ensureGuestImage, type GuestImage } from "../../services/lab/guest-image.ts";
import { labVmSpec, untilReady } from "../../services/lab/vms.ts";
import { missingPrograms } from "../servers.ts";

const MiB = 1024 * 1024;
const MEMORY_MIB = 160;
const WRITTEN_MIB_PER_SECOND = 5;
const LINK_BYTES_PER_SECOND = 25e6;
const log = createLog("test", "silent");

function cannotRun(): string | undefined {
  const missing = missingPrograms("qemu-system-x86_64", "busybox", "iperf3");
  return missing ?? (process.getuid?.() === 0 ? undefined : "not root: other processes' memory can not be read");
}
const skip = cannotRun() ?? false;

describe("the memory of QEMU's guests", { skip, timeout: 300_000 }, () => {
  const root = mkdtempSync(join(tmpdir(), "cf-memory-"));
  let image: GuestImage | undefined;
  before(async () => {
    const built = await ensureGuestImage();
    image = built.ok ? built.value : undefined;
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  async function launched(t: TestContext, vmId: string, dirtyMiBPerSecond: number, directory = vmId, incoming = false) {
    assert.ok(image !== undefined);
    const traffic = { direction: "none" as const, mbit: 1 };
    const vm = {
      id: vmId,
      memoryMiB: MEMORY_MIB,
      filledMiB: 64,
      dirtyMiBPerSecond,
      traffic,
      postCopy: "ALLOWED" as const,
    };
    const own = join(root, directory);
    t.after(async () => unwrap(await destroyVm({ directory: own })));
    const running = unwrap(
      await launchVm({
        spec: { ...labVmSpec(vm, 0, image), nics: [] },
        directory: own,
        accelerator: "tcg",
        incoming,
        allowedImageDirectories: [image.directory],
      }),
    );
    if (!incoming) unwrap(await untilReady(running, 120_000));
    return running;
  }

  it("tell how fast they are written and how much of them is touched", async (t) => {
    if (image === undefined) return t.skip("no guest image");
    const [idle, writer] = await Promise.all([
      launched(t, "vm-idle", 0).then(known),
      launched(t, "vm-writer", WRITTEN_MIB_PER_SECOND).then(known),
    ]);
    const watch = watchOver(real, () => performance.now());
    await untilMeasured(t, watch, [idle, writer]);
    const [quiet, busy] = [watch.of(idle), watch.of(writer)];
    t.diagnostic(JSON.stringify({ quiet, busy }));
    const written = WRITTEN_MIB_PER_SECOND * MiB;
    const [background = 0, rate = 0] = [quiet.dirtyBytesPerSecond, busy.dirtyBytesPerSecond];
    // What a guest does for itself is a few hundred pages; the sample is good to a tenth, the guest's own rate too.
    assert.ok(background < 0.15 * written, `${background}`);
    assert.ok(rate > 0.75 * written && rate < 1.25 * written + background, `${rate} bytes/s for ${written}`);
    // Five seconds of writing, and of each block of 2 MiB that it touched the rest: the file is strewn over the memory.
    const [least, most] = [0.75 * 5 * written, (quiet.workingSetBytes ?? 0) + 3 * 5 * written];
    const touched = busy.workingSetBytes ?? 0;
    assert.ok(touched > least && touched < most, `${touched} is not within ${least} and ${most}`);
    for (const { usedMemoryBytes = 0 } of [quiet, busy]) {
      assert.ok(usedMemoryBytes > 64 * MiB && usedMemoryBytes < MEMORY_MIB * MiB, `${usedMemoryBytes}`);
    }
  });

  it("are as large as what a migration then moves, and are not read while it goes on, at either end", async (t) => {
    if (image === undefined) return t.skip("no guest image");
    const source = await launched(t, "vm-moves", 0);
    const destination = await launched(t, "vm-moves", 0, "incoming", true);
    const [from, to] = [await monitor(t, source), await monitor(t, destination)];
    for (const client of [from, to]) {
      unwrap(await setMigrationCapabilities(client, ["return-path", "postcopy-ram"]));
      unwrap(await setMigrationParameters(client, { maxBytesPerSecond: 4e6, maxPostCopyBytesPerSecond: 4e6 }));
    }
    const uri = `unix:${join(root, "stream.sock")}`;
    unwrap(await migrateIncoming(to, uri));

    // A clock that only steps move: minutes pass while the migration takes seconds.
    let now = 0;
    let reads = 0;
    const watch = watchOver(
      counted(() => (reads += 1)),
      () => now,
    );
    const vms = [known(source), known(destination)];
    const [leaving, arriving] = vms;
    assert.ok(leaving !== undefined && arriving !== undefined);
    const pass = async (seconds: number, looked: readonly KnownVm[]) => {
      const before = reads;
      for (const end = now + seconds * 1000; now < end; now += STEP_MILLISECONDS) await watch.step(looked);
      return reads - before;
    };
    assert.ok((await pass(3, [leaving])) > 0);
    const expected = watch.of(leaving).usedMemoryBytes ?? 0;

    unwrap(await migrate(from, uri));
    await status(from, "active");
    assert.equal(await pass(120, [leaving]), 0);
    unwrap(await migrateStartPostCopy(from));
    await status(to, "postcopy-active");
    assert.equal(await pass(120, vms), 0);
    assert.equal(watch.of(leaving).dirtyBytesPerSecond, undefined);

    for (const client of [from, to]) unwrap(await setMigrationParameters(client, { maxPostCopyBytesPerSecond: 0 }));
    await status(to, "completed");
    await status(from, "completed");
    const moved = unwrap(await queryMigrate(from)).ram?.transferredBytes ?? 0;
    t.diagnostic(JSON.stringify({ expected, moved }));
    assert.ok(Math.abs(expected - moved) < 0.03 * moved, `${expected} is not ${moved}`);
    assert.ok((await pass(30, [arriving])) > 0);
    assert.notEqual(watch.of(arriving).dirtyBytesPerSecond, undefined);
  });
});

const real: MemoryPorts = { activityOf, readMemory: readGuestMemory, clearReferences, openPages: openGuestPages };

function counted(count: () => void): MemoryPorts {
  return {
    ...real,
    openPages(pid, memory) {
      const pages = openGuestPages(pid, memory);
      if (pages === undefined) return undefined;
      const contentOf = (page: number) => {
        count();
        return pages.contentOf(page);
      };
      return { contentOf, close: () => pages.close() };
    },
  };
}

function watchOver(ports: MemoryPorts, nowMilliseconds: () => number): MemoryWatch {
  const linkBytesPerSecond = () => LINK_BYTES_PER_SECOND;
  return new MemoryWatch({ ...ports, nowMilliseconds, random: Math.random, linkBytesPerSecond, log });
}

function known(vm: RunningVm): KnownVm {
  return {
    ...{ vmId: vm.directory, processId: vm.pid, startTicks: vm.startTicks, memoryBytes: MEMORY_MIB * MiB },
    ...{ socketPath: "", namespace: "", taps: [], nics: [], spec: undefined },
  };
}

async function untilMeasured(t: TestContext, watch: MemoryWatch, vms: readonly KnownVm[]): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const step = async () => {
      await watch.step(vms);
      if (vms.every((vm) => watch.of(vm).workingSetBytes !== undefined)) resolve();
    };
    const ticker = startTicker(STEP_MILLISECONDS, () => void step().catch(reject), { ...realTime(), log });
    t.after(() => ticker.stop());
  });
}

async function monitor(t: TestContext, vm: RunningVm): Promise<QmpClient> {
  const client = unwrap(await connectQmp({ socketPath: join(vm.directory, "qmp.sock") }));
  t.after(() => client.close());
  return client;
}

/** QEMU answers each question when its main loop comes to it. */
async function status(client: QmpClient, wanted: string): Promise<void> {
  for (;;) {
    const { status } = unwrap(await queryMigrate(client));
    if (("name" in status ? status.name : status.kind) === wanted) return;
    assert.notEqual(status.kind, "failed");
  }
}
