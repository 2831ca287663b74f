import { createHash } from "node:crypto";
import { readdirSync, readFileSync, realpathSync } from "node:fs";
import { copyFile, mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import { constants, gzipSync } from "node:zlib";
import { z } from "zod";
import { fail, messageOf, ok, type Result, unwrap } from "../kit/failure/failure.ts";
import { runCommand } from "../kit/hypervisor/command.ts";
import { cacheDirectory } from "../kit/run/cache-directory.ts";
import { downloadPackage, refreshPackageLists } from "./apt.ts";
import { cached } from "./cache.ts";
import { type ArchiveEntry, newcArchive } from "./cpio.ts";
import { packageFile } from "./package-root.ts";

/**
 * The lab's guest: the distribution's cloud kernel, unpacked and not installed, and an initial RAM disk with busybox,
 * iperf3 and the virtio modules. The folder's name is a hash of everything that goes into the RAM disk except the
 * kernel's modules; the kernel's package stands in `manifest.json`.
 */

export interface GuestImage {
  readonly directory: string;
  readonly kernelPath: string;
  readonly initrdPath: string;
  readonly kernelPackage: string;
}

const KERNEL_METAPACKAGE = "linux-image-cloud-amd64";
const MODULES = ["virtio_pci", "virtio_net"];
const BUSYBOX = "/bin/busybox";
const IPERF3 = "/usr/bin/iperf3";
/** Applets before `busybox --install` are called by this name. */
const SHELL = "bin/sh";
const KERNEL_FILE = "vmlinuz";
const INITRD_FILE = "initrd.gz";
const MANIFEST_FILE = "manifest.json";

const manifest = z.object({ kernelPackage: z.string() });

export type Progress = (line: string) => void;

export async function ensureGuestImage(
  progress: Progress = () => undefined,
  cache = cacheDirectory(),
): Promise<Result<GuestImage>> {
  try {
    const userland = await readUserland();
    const directory = await cached(cache, `guest-${digestOf(userland)}`, (building) =>
      buildInto(building, userland, progress),
    );
    const { kernelPackage } = manifest.parse(JSON.parse(await readFile(join(directory, MANIFEST_FILE), "utf8")));
    return ok({
      directory,
      kernelPath: join(directory, KERNEL_FILE),
      initrdPath: join(directory, INITRD_FILE),
      kernelPackage,
    });
  } catch (error) {
    return fail("unavailable", `cannot build the guest image: ${messageOf(error)}`);
  }
}

/** Everything of the RAM disk that does not depend on the kernel. */
async function readUserland(): Promise<readonly ArchiveEntry[]> {
  const program = (path: string, source: string): ArchiveEntry => ({
    kind: "file",
    path,
    mode: 0o755,
    content: readFileSync(source),
  });
  const libraries = await librariesOf(IPERF3);
  return [
    { kind: "file", path: "init", mode: 0o755, content: readFileSync(packageFile("services/lab/guest/init")) },
    program("bin/busybox", BUSYBOX),
    { kind: "symlink", path: SHELL, target: "busybox" },
    program("bin/iperf3", IPERF3),
    ...libraries.map((library) => program(library.slice(1), realpathSync(library))),
    // The kernel opens it for the first process before anything is mounted.
    { kind: "character-device", path: "dev/console", major: 5, minor: 1 },
    ...["proc", "sys", "fill", "tmp"].map((path): ArchiveEntry => ({ kind: "directory", path })),
  ];
}

/** `ldd` prints `name => /path (address)`, and the loader without an arrow. */
async function librariesOf(program: string): Promise<readonly string[]> {
  return librariesIn(unwrap(await runCommand("ldd", [program])));
}

/** From what `ldd` prints. */
export function librariesIn(text: string): readonly string[] {
  return text.split("\n").flatMap((line) => /(?:^|\s)(\/\S+) \(0x/.exec(line)?.[1] ?? []);
}

function digestOf(userland: readonly ArchiveEntry[]): string {
  const archive = newcArchive(userland);
  const recipe = JSON.stringify([KERNEL_METAPACKAGE, MODULES]);
  return createHash("sha256").update(archive).update(recipe).digest("hex").slice(0, 16);
}

async function buildInto(directory: string, userland: readonly ArchiveEntry[], progress: Progress): Promise<void> {
  const kernelPackage = await resolveKernelPackage(progress);
  progress(`downloading ${kernelPackage} (unpacked, not installed)`);
  const unpacked = join(directory, "kernel");
  await mkdir(unpacked);
  unwrap(await downloadPackage(kernelPackage, directory));
  const archive = (await readdir(directory)).find((name) => name.endsWith(".deb"));
  if (archive === undefined) throw new Error(`apt-get downloaded no ${kernelPackage}`);
  unwrap(await runCommand("dpkg", ["-x", join(directory, archive), unpacked]));
  progress("building the initial RAM disk");
  const kernel = (await readdir(join(unpacked, "boot"))).find((name) => name.startsWith("vmlinuz-"));
  if (kernel === undefined) throw new Error(`${kernelPackage} holds no kernel`);
  await copyFile(join(unpacked, "boot", kernel), join(directory, KERNEL_FILE));
  const modules = await readModules(join(unpacked, "lib/modules"));
  const initrd = gzipSync(newcArchive([...userland, ...modules]), { level: constants.Z_BEST_COMPRESSION });
  await writeFile(join(directory, INITRD_FILE), initrd);
  await writeFile(join(directory, MANIFEST_FILE), `${JSON.stringify({ kernelPackage })}\n`);
  await rm(join(directory, archive));
  await rm(unpacked, { recursive: true });
}

/** The metapackage depends on the kernel of the day. Package lists may be missing on a fresh machine. */
async function resolveKernelPackage(progress: Progress): Promise<string> {
  const resolve = async (): Promise<string | undefined> => {
    const shown = await runCommand("apt-cache", ["depends", KERNEL_METAPACKAGE]);
    return shown.ok ? /Depends: (linux-image-\S+)/.exec(shown.value)?.[1] : undefined;
  };
  const known = await resolve();
  if (known !== undefined) return known;
  progress("reading the distribution's package lists");
  unwrap(await refreshPackageLists());
  const found = await resolve();
  if (found === undefined) throw new Error(`this distribution has no package ${KERNEL_METAPACKAGE}`);
  return found;
}

/** The modules and what they depend on, with the order in which to load them. */
async function readModules(modulesRoot: string): Promise<readonly ArchiveEntry[]> {
  const files = new Map(
    readdirSync(modulesRoot, { recursive: true, encoding: "utf8" })
      .filter((path) => /\.ko(\.xz|\.gz|\.zst)?$/.test(path))
      .map((path) => [moduleName(path), join(modulesRoot, path)]),
  );
  const contents = new Map<string, Buffer>();
  const visit = async (name: string): Promise<void> => {
    if (contents.has(name)) return;
    const file = files.get(name);
    // Not a file of its own: built into the kernel.
    if (file === undefined) return;
    const content = await decompressed(file);
    for (const dependency of dependenciesOf(content)) await visit(dependency);
    contents.set(name, content);
  };
  for (const name of MODULES) await visit(name);
  const order = [...contents.keys()].map((name) => `${name}.ko\n`).join("");
  return [
    { kind: "file", path: "lib/modules/order", mode: 0o644, content: Buffer.from(order) },
    ...[...contents].map(
      ([name, content]): ArchiveEntry => ({
        kind: "file",
        path: `lib/modules/${name}.ko`,
        mode: 0o644,
        content,
      }),
    ),
  ];
}

function moduleName(path: string): string {
  return basename(path)
    .replace(/\.ko.*$/, "")
    .replaceAll("-", "_");
}

/** A module says itself what it needs: `depends=a,b` in its information, each entry ended by a zero byte. */
export function dependenciesOf(module: Buffer): readonly string[] {
  const at = module.indexOf("\0depends=");
  if (at < 0) return [];
  const begin = at + "\0depends=".length;
  const end = module.indexOf(0, begin);
  // Cut off in the middle: a part of a name is another name.
  if (end < 0) return [];
  const names = module.subarray(begin, end).toString("latin1");
  return names === "" ? [] : names.split(",").map((name) => name.replaceAll("-", "_"));
}

async function decompressed(file: string): Promise<Buffer> {
  const tool = { xz: "xz", gz: "gzip", zst: "zstd", ko: undefined }[file.split(".").pop() ?? ""];
  if (tool === undefined) return readFile(file);
  const plain = file.replace(/\.[a-z]+$/, "");
  unwrap(await runCommand(tool, ["-d", "-k", "-f", file]));
  return readFile(plain);
}
