/** What the executor relies on of QEMU where its documentation says nothing: tried on the QEMU that is installed. */
import assert from "node:assert/strict";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, beforeEach, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { launchVm } from "../../services/kit/hypervisor/launch.ts";
import {
  migrate,
  migrateCancel,
  migrateIncoming,
  migratePause,
  migrateRecover,
  migrateResume,
  migrateStartPostCopy,
  queryMigrate,
  queryRunState,
  resumeVm,
  setMigrationCapabilities,
  setMigrationParameters,
  stopVm,
} from "../../services/kit/qmp/commands.ts";
import { connectQmp, type QmpClient } from "../../services/kit/qmp/qmp-client.ts";
import { freePort, missingPrograms } from "../servers.ts";

const skip = missingPrograms("qemu-system-x86_64") ?? false;
const slowBytesPerSecond = 150_000;

describe("two QEMUs", { skip }, () => {
  let root: string;
  let made = 0;
  let source: QmpClient;
  let destination: QmpClient;
  const directories: string[] = [];
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "cf-contract-"));
  });
  after(async () => {
    for (const directory of directories) await destroyVm({ directory });
    await rm(root, { recursive: true, force: true });
  });

  async function start(name: string, incoming: boolean): Promise<QmpClient> {
    const spec = vmSpec.parse({
      ...{ vmId: "vm", memoryBytes: 64 * 1024 * 1024, cpus: 1, machineType: "pc-i440fx-7.2", cpuModel: "qemu64" },
      ...{ disks: [], nics: [], postCopy: "ALLOWED" },
    });
    const directory = join(root, `${made}-${name}`);
    directories.push(directory);
    unwrap(await launchVm({ spec, directory, accelerator: "tcg", incoming, allowedImageDirectories: [] }));
    return unwrap(await connectQmp({ socketPath: join(directory, "qmp.sock") }));
  }

  beforeEach(async () => {
    made += 1;
    source = await start("source", false);
    destination = await start("destination", true);
    for (const client of [destination, source]) {
      unwrap(await setMigrationCapabilities(client, ["events", "return-path", "postcopy-ram"]));
    }
  });

  async function listen(): Promise<string> {
    const uri = `tcp:127.0.0.1:${await freePort()}`;
    unwrap(await migrateIncoming(destination, uri));
    return uri;
  }

  async function pace(bytesPerSecond: number): Promise<void> {
    const limits = { maxBytesPerSecond: bytesPerSecond, maxPostCopyBytesPerSecond: bytesPerSecond };
    unwrap(await setMigrationParameters(source, limits));
  }

  async function until(client: QmpClient, is: (status: string, runState: string) => boolean): Promise<void> {
    let seen = "";
    for (let tried = 0; tried < 500; tried += 1) {
      const { status } = unwrap(await queryMigrate(client));
      const { name } = unwrap(await queryRunState(client));
      seen = `${status.kind} ${name}`;
      if (is(status.kind, name)) return;
      await delay(20);
    }
    assert.fail(seen);
  }

  test("one that was told to stop while it is taking a VM in does not run it, and does when told to", async () => {
    const uri = await listen();
    unwrap(await stopVm(destination));
    unwrap(await migrate(source, uri));
    await until(source, (status, runState) => status === "completed" && runState === "postmigrate");
    await until(destination, (status, runState) => status === "completed" && runState === "paused");
    unwrap(await resumeVm(destination));
    await until(destination, (_, runState) => runState === "running");
  });

  test("told to stop and then to run before the VM has come, it runs it", async () => {
    const uri = await listen();
    unwrap(await stopVm(destination));
    unwrap(await resumeVm(destination));
    unwrap(await migrate(source, uri));
    await until(destination, (status, runState) => status === "completed" && runState === "running");
  });

  test("a pre-copy that is cancelled runs on at the source", async () => {
    await pace(slowBytesPerSecond);
    unwrap(await migrate(source, await listen()));
    await until(source, (status) => status === "ongoing");
    await delay(200);
    unwrap(await migrateCancel(source));
    await until(source, (status, runState) => status === "cancelled" && runState === "running");
  });

  test("a post-copy that is paused on both sides listens again as often as it is told to, and goes on", async () => {
    await pace(slowBytesPerSecond);
    unwrap(await migrate(source, await listen()));
    unwrap(await migrateStartPostCopy(source));
    await until(destination, (status, runState) => status === "post_copy" && runState === "running");
    // Its monitor may wait for a page that does not come: what it says by itself is all that can be relied on.
    const paused = new Promise<void>((resolve) => {
      destination.subscribe(({ name, data }) => {
        if (name === "MIGRATION" && data.status === "postcopy-paused") resolve();
      });
    });
    unwrap(await migratePause(source));
    await until(source, (status) => status === "post_copy_paused");
    await paused;
    const again = await migratePause(destination);
    assert.equal(again.ok, false, "a pause of what is paused is refused, which the executor takes for that");
    unwrap(await migrateRecover(destination, `tcp:127.0.0.1:${await freePort()}`));
    const nobody = `tcp:127.0.0.1:${await freePort()}`;
    unwrap(await migrateResume(source, nobody));
    await delay(300);
    await until(source, (status) => status === "post_copy_paused");
    const uri = `tcp:127.0.0.1:${await freePort()}`;
    unwrap(await migrateRecover(destination, uri));
    unwrap(await migrateResume(source, uri));
    await until(source, (status) => status === "post_copy");
    await pace(1e9);
    await until(source, (status, runState) => status === "completed" && runState === "postmigrate");
    await until(destination, (status, runState) => status === "completed" && runState === "running");
  });
});
