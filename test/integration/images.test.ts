import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { once } from "node:events";
import { link, mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it, type TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { type DiskSpec, type VmSpec, vmSpec } from "../../services/kit/domain/vm-spec.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { destroyVm } from "../../services/kit/hypervisor/destroy.ts";
import { checkImages } from "../../services/kit/hypervisor/images.ts";
import { launchVm } from "../../services/kit/hypervisor/launch.ts";
import { readQcow2Header } from "../../services/kit/hypervisor/qcow2.ts";
import { connectQmp } from "../../services/kit/qmp/qmp-client.ts";
import { missingPrograms } from "../servers.ts";

let root = "";
let outside = "";
const at = (...parts: readonly string[]) => join(root, ...parts);

before(async () => {
  root = await mkdtemp(join(tmpdir(), "cf-images-"));
  outside = await mkdtemp(join(tmpdir(), "cf-outside-"));
  await mkdir(at("images/sub"), { recursive: true });
  await mkdir(at("images/vms/other"), { recursive: true });
  for (const name of ["disk.raw", "base.raw", "sub/base.raw", "vms/other/serial.log"]) {
    await writeFile(at("images", name), Buffer.alloc(1024 * 1024));
  }
  await writeFile(join(outside, "secret"), "secret");
});
after(async () => {
  await rm(root, { recursive: true, force: true });
  await rm(outside, { recursive: true, force: true });
});

function specOf(change: Partial<VmSpec>): VmSpec {
  return vmSpec.parse({
    ...{ vmId: "vm-i", memoryBytes: 64 * 2 ** 20, cpus: 1, machineType: "pc-i440fx-7.2", cpuModel: "qemu64" },
    ...{ disks: [], nics: [], postCopy: "ALLOWED", ...change },
  });
}

const disk = (path: string, change: Partial<DiskSpec> = {}): DiskSpec => ({
  ...{ path, format: "raw", readOnly: true, ...change },
});

const check = (disks: readonly DiskSpec[], allowed = [at("images")]) =>
  checkImages(specOf({ disks: [...disks] }), { allowedImageDirectories: allowed, vmDirectory: at("images/vms") });

async function refused(words: RegExp, disks: readonly DiskSpec[], allowed?: readonly string[]): Promise<void> {
  const checked = await check(disks, allowed === undefined ? undefined : [...allowed]);
  assert.ok(!checked.ok, "it was accepted");
  assert.equal(checked.failure.kind, "refused");
  assert.match(checked.failure.message, words);
  assert.match(checked.failure.field ?? "", /^disks\[\d\]\.path$/);
}

describe("a disk", () => {
  it("below an allowed directory is accepted, also over a link that stays there", async () => {
    await symlink(at("images/disk.raw"), at("images/inside.raw"));
    unwrap(await check([disk(at("images/disk.raw")), disk(at("images/inside.raw"))]));
    unwrap(await check([disk(at("images/disk.raw"))], ["/"]));
  });

  it("is refused that leads out of there over a link, or over a linked directory", async () => {
    await symlink(join(outside, "secret"), at("images/leak.raw"));
    await symlink(outside, at("images/out"));
    await symlink("/", at("images/root"));
    for (const name of ["leak.raw", "out/secret", "root/etc/passwd", "root/proc/self/environ"]) {
      await refused(/not in a directory of images/, [disk(at("images", name))]);
    }
  });

  it("is refused in a directory whose name only begins like an allowed one", async () => {
    await mkdir(at("images-too"));
    await writeFile(at("images-too/disk.raw"), "x");
    await refused(/not in a directory of images/, [disk(at("images-too/disk.raw"))]);
  });

  it("is refused that is a device or a file of the kernel's, also where their directory is allowed", async () => {
    for (const path of ["/dev/sda", "/dev/kvm", "/dev/mem", "/proc/kcore", "/proc/1/mem", "/sys/power/state"]) {
      await refused(/not in a directory of images|no image/, [disk(path)]);
    }
    await refused(/\/dev\/null is no file/, [disk("/dev/null")], ["/dev"]);
  });

  it("is refused that is a pipe, a socket or a directory", async (t) => {
    assert.equal(spawnSync("mkfifo", [at("images/pipe")]).status, 0);
    const server = createServer().listen(at("images/sub/x.sock"));
    t.after(() => server.close());
    await once(server, "listening");
    for (const name of ["pipe", "sub/x.sock", "sub"]) await refused(/is no file/, [disk(at("images", name))]);
  });

  it("is refused that is in the directory of this host's VMs: another's monitor, log or spec", async (t) => {
    const server = createServer().listen(at("images/vms/other/qmp.sock"));
    t.after(() => server.close());
    await once(server, "listening");
    await symlink(at("images/vms/other/serial.log"), at("images/log.raw"));
    for (const name of ["vms/other/qmp.sock", "vms/other/serial.log", "log.raw"]) {
      await refused(/in the directory of this host's VMs/, [disk(at("images", name))]);
    }
  });

  it("is refused that the VM writes and has twice, by whatever names", async () => {
    await link(at("images/disk.raw"), at("images/hard.raw"));
    const twice = [disk(at("images/disk.raw")), disk(at("images/hard.raw"), { readOnly: false })];
    await refused(/is also disks\[0\]\.path, and the VM writes it/, twice);
    await refused(/is also disks\[0\]\.path/, [...twice].reverse());
    unwrap(await check([disk(at("images/disk.raw")), disk(at("images/hard.raw"))]));
  });

  it("is refused that is not there", () => refused(/no image/, [disk(at("images/none.raw"))]));
});

/** The head of an image as qemu-img writes it: what it says of others, and no clusters. */
function qcow2(backing?: string, format?: string, dataFile = false): Buffer {
  const bytes = Buffer.alloc(4096);
  bytes.writeUInt32BE(0x514649fb, 0);
  bytes.writeUInt32BE(3, 4);
  bytes.writeBigUInt64BE(dataFile ? 4n : 0n, 72);
  bytes.writeUInt32BE(104, 100);
  if (format !== undefined) {
    bytes.writeUInt32BE(0xe2792aca, 104);
    bytes.writeUInt32BE(format.length, 108);
    bytes.write(format, 112);
  }
  if (backing !== undefined) {
    bytes.writeBigUInt64BE(1024n, 8);
    bytes.writeUInt32BE(backing.length, 16);
    bytes.write(backing, 1024);
  }
  return bytes;
}

describe("a qcow2 image", () => {
  const image = async (name: string, ...head: Parameters<typeof qcow2>) => {
    await writeFile(at("images", name), qcow2(...head));
    return disk(at("images", name), { format: "qcow2" });
  };

  it("with or without backing files below an allowed directory is accepted", async () => {
    unwrap(await check([await image("alone.qcow2")]));
    unwrap(await check([await image("whole.qcow2", at("images/base.raw"), "raw")]));
    unwrap(await check([await image("sub/near.qcow2", "base.raw", "raw")]));
    unwrap(await check([await image("sub/up.qcow2", "../base.raw", "raw")]));
    unwrap(await check([await image("over.qcow2", "whole.qcow2", "qcow2")]));
  });

  for (const [what, backing, format, words] of [
    ["elsewhere", () => join(outside, "secret"), "raw", /not in a directory of images/],
    ["up the tree", () => "../../../../../../../../etc/passwd", "raw", /not in a directory of images/],
    ["over a link", () => "out2/secret", "raw", /not in a directory of images/],
    ["that is a device", () => "/dev/null", "raw", /not in a directory of images/],
    ["in another VM's directory", () => "vms/other/serial.log", "raw", /directory of this host's VMs/],
    ["in JSON", () => 'json:{"driver":"file","filename":"/etc/passwd"}', "raw", /is no path/],
    ["over the network", () => "nbd://10.0.0.1/x", "raw", /is no path/],
    ["of no format", () => "base.raw", undefined, /does not say that its backing file is raw or qcow2/],
    ["of another format", () => "base.raw", "vmdk", /does not say/],
    ["that says to be qcow2 and is not", () => "base.raw", "qcow2", /is no qcow2 image/],
    ["that is itself", () => "bad.qcow2", "qcow2", /no end of backing files/],
  ] as const) {
    it(`with a backing file ${what} is refused`, async () => {
      await rm(at("images/out2"), { force: true });
      await symlink(outside, at("images/out2"));
      await refused(words, [await image("bad.qcow2", backing(), format)]);
      await refused(words, [await image("over-bad.qcow2", "bad.qcow2", "qcow2")]);
    });
  }

  it("that has its data elsewhere, is another thing, or is cut short is refused", async () => {
    await refused(/data in another file/, [await image("data.qcow2", undefined, undefined, true)]);
    await refused(/is no qcow2 image/, [disk(at("images/disk.raw"), { format: "qcow2" })]);
    for (const length of [0, 3, 71, 90, 1030]) {
      await writeFile(at("images/cut.qcow2"), qcow2("/images/base.raw", "raw").subarray(0, length));
      await refused(/no qcow2 image|of version|out of place/, [disk(at("images/cut.qcow2"), { format: "qcow2" })]);
    }
  });
});

describe("QEMU's own images", () => {
  const missing = missingPrograms("qemu-system-x86_64");
  const launch = (spec: VmSpec) =>
    launchVm({
      spec,
      directory: at(spec.vmId),
      accelerator: "tcg",
      incoming: false,
      allowedImageDirectories: [at("images")],
    });

  it("are read as QEMU writes them", async (t: TestContext) => {
    if (missing !== undefined) return t.skip(missing);
    const vm = unwrap(await launch(specOf({ vmId: "vm-maker" })));
    const client = unwrap(await connectQmp({ socketPath: join(vm.directory, "qmp.sock") }));
    const path = at("images/made.qcow2");
    await writeFile(path, "");
    try {
      unwrap(await client.execute("blockdev-add", { driver: "file", "node-name": "made", filename: path }));
      const options = {
        driver: "qcow2",
        file: "made",
        size: 1024 * 1024,
        "backing-file": "base.raw",
        "backing-fmt": "raw",
      };
      unwrap(await client.execute("blockdev-create", { "job-id": "make", options }));
      for (;;) {
        const [job] = unwrap(await client.execute("query-jobs")) as { status: string; error?: string }[];
        assert.equal(job?.error, undefined);
        if (job?.status === "concluded") break;
        await delay(5);
      }
      unwrap(await client.execute("job-dismiss", { id: "make" }));
      unwrap(await client.execute("blockdev-del", { "node-name": "made" }));
    } finally {
      await client.close();
      unwrap(await destroyVm({ directory: vm.directory }));
    }
    assert.deepEqual(unwrap(await readQcow2Header(path)), {
      ...{ hasDataFile: false, backingFile: "base.raw", backingFormat: "raw" },
    });
    unwrap(await check([disk(path, { format: "qcow2", readOnly: false })]));
  });

  it("that another VM has open are refused where one of the two writes; both may read", async (t: TestContext) => {
    if (missing !== undefined) return t.skip(missing);
    const path = at("images/shared.raw");
    await writeFile(path, Buffer.alloc(1024 * 1024));
    for (const [theirs, mine, isFine] of [
      ["writes", "reads", false],
      ["writes", "writes", false],
      ["reads", "writes", false],
      ["reads", "reads", true],
    ] as const) {
      const spec = specOf({ vmId: "vm-holder", disks: [disk(path, { readOnly: theirs === "reads" })] });
      const vm = unwrap(await launch(spec));
      try {
        const wanted = [disk(path, { readOnly: mine === "reads" })];
        if (isFine) unwrap(await check(wanted));
        else await refused(new RegExp(`process ${vm.pid}, another VM, has .*shared.raw open`), wanted);
        // The same VM may have it: it is on its way.
        unwrap(await checkImages({ ...spec, disks: wanted }, { allowedImageDirectories: [at("images")] }));
      } finally {
        unwrap(await destroyVm({ directory: vm.directory }));
      }
    }
  });
});
