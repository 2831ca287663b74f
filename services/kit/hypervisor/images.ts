import { realpath, stat } from "node:fs/promises";
import { dirname, sep } from "node:path";
import type { VmSpec } from "../domain/vm-spec.ts";
import { fail, ok, type Result } from "../failure/failure.ts";
import { imagesOpenElsewhere } from "./neighbours.ts";
import { readQcow2Header } from "./qcow2.ts";

/**
 * Whether a spec's kernel and disks are files that this host gives to VMs. A spec comes from another host, and QEMU opens as
 * root what it is told to.
 *
 * 1. Every file lies below an allowed directory, symbolic links followed, and so does each that a qcow2 image names in turn.
 * 2. Nothing below the directory of the VMs is an image: there are other VMs' monitors, logs and specs.
 * 3. They are plain files, or for a disk a block device: no socket, pipe, terminal or directory.
 * 4. What a VM writes, no other VM of this machine has open, and this one has it once.
 */

export interface ImagePlaces {
  readonly allowedImageDirectories: readonly string[];
  /** Where every VM of this host has its directory. Absent: nowhere in particular. */
  readonly vmDirectory?: string | undefined;
}

interface Image {
  readonly field: string;
  readonly path: string;
  readonly format: "raw" | "qcow2";
  readonly isDisk: boolean;
  readonly isWritten: boolean;
}

interface Opened extends Image {
  readonly identity: string;
}

interface Places {
  readonly allowed: readonly string[];
  readonly forbidden: string | undefined;
}

/** Snapshots of snapshots; a chain that comes back to itself is longer. */
const LONGEST_CHAIN = 32;

export async function checkImages(spec: VmSpec, places: ImagePlaces): Promise<Result<void>> {
  const { allowedImageDirectories, vmDirectory } = places;
  const allowed = await Promise.all(allowedImageDirectories.map(realOf));
  const forbidden = vmDirectory === undefined ? undefined : await realOf(vmDirectory);
  const known: Places = { allowed: allowed.filter((directory) => directory !== undefined), forbidden };
  const opened: Opened[] = [];
  for (const image of imagesIn(spec)) {
    const chain = await openChain(image, known);
    if (!chain.ok) return chain;
    if (image.isDisk) opened.push(...chain.value);
  }
  return checkSharing(spec, opened);
}

function imagesIn({ kernel, disks }: VmSpec): readonly Image[] {
  const file = (field: string, path: string): Image => ({
    field,
    path,
    format: "raw",
    isDisk: false,
    isWritten: false,
  });
  return [
    ...(kernel === undefined ? [] : [file("kernel.kernelPath", kernel.kernelPath)]),
    ...(kernel?.initrdPath === undefined ? [] : [file("kernel.initrdPath", kernel.initrdPath)]),
    ...disks.map(({ path, format, readOnly }, index): Image => {
      return { field: `disks[${index}].path`, path, format, isDisk: true, isWritten: !readOnly };
    }),
  ];
}

/** An image and those under it. */
async function openChain(first: Image, places: Places): Promise<Result<readonly Opened[]>> {
  const chain: Opened[] = [];
  let image: Image | undefined = first;
  while (image !== undefined) {
    const { field }: Image = image;
    if (chain.length === LONGEST_CHAIN) return fail("refused", `${first.path} has no end of backing files`, field);
    const opened: Result<Opened> = await openImage(image, places);
    if (!opened.ok) return opened;
    chain.push(opened.value);
    const under: Result<Image | undefined> = image.format === "raw" ? ok(undefined) : await backingOf(image);
    if (!under.ok) return under;
    image = under.value;
  }
  return ok(chain);
}

async function openImage(image: Image, { allowed, forbidden }: Places): Promise<Result<Opened>> {
  const { field, path, isDisk } = image;
  const real = await realOf(path);
  if (real === undefined) return fail("refused", `this host has no image ${path}`, field);
  if (!allowed.some((directory) => isBelow(real, directory))) {
    return fail("refused", `${path} is not in a directory of images that this host allows`, field);
  }
  if (forbidden !== undefined && isBelow(real, forbidden)) {
    return fail("refused", `${path} is in the directory of this host's VMs, where no image is`, field);
  }
  const stats = await stat(real);
  if (stats.isFile()) return ok({ ...image, identity: `${stats.dev}:${stats.ino}` });
  if (isDisk && stats.isBlockDevice()) return ok({ ...image, identity: `device ${stats.rdev}` });
  return fail("refused", `${path} is no file`, field);
}

/** What QEMU opens beneath it. A format that is not said QEMU would guess, from what a guest may have written. */
async function backingOf({ field, path, isDisk }: Image): Promise<Result<Image | undefined>> {
  const header = await readQcow2Header(path);
  if (!header.ok) return fail("refused", `${path} ${header.failure.message}`, field);
  const { backingFile, backingFormat, hasDataFile } = header.value;
  if (hasDataFile) return fail("refused", `${path} has its data in another file`, field);
  if (backingFile === undefined) return ok(undefined);
  if (!/^[^:\0]+$/.test(backingFile)) {
    return fail("refused", `${path} has a backing file that is no path: ${JSON.stringify(backingFile)}`, field);
  }
  if (backingFormat !== "raw" && backingFormat !== "qcow2") {
    const cure = `qemu-img rebase -u -F raw -b ${backingFile}, or with -F qcow2`;
    return fail("refused", `${path} does not say that its backing file is raw or qcow2 (${cure})`, field);
  }
  // Not normalised: the kernel follows links before it goes up.
  const under = backingFile.startsWith("/") ? backingFile : `${dirname(path)}/${backingFile}`;
  return ok({ field, path: under, format: backingFormat, isDisk, isWritten: false });
}

/** QEMU's own locks come too late for a VM on its way in: it takes them when the VM has left its source. */
function checkSharing(spec: VmSpec, opened: readonly Opened[]): Result<void> {
  for (const [index, image] of opened.entries()) {
    const same = opened.slice(0, index).find(({ identity }) => identity === image.identity);
    if (same !== undefined && (same.isWritten || image.isWritten)) {
      return fail("refused", `${image.path} is also ${same.field}, and the VM writes it`, image.field);
    }
  }
  if (opened.length === 0) return ok(undefined);
  const elsewhere = imagesOpenElsewhere(spec.vmId);
  for (const { identity, isWritten, path, field } of opened) {
    const holder = elsewhere.get(identity);
    if (holder === undefined || !(isWritten || holder.writes)) continue;
    return fail("refused", `process ${holder.pid}, another VM, has ${path} open, and one of them writes it`, field);
  }
  return ok(undefined);
}

function realOf(path: string): Promise<string | undefined> {
  return realpath(path).catch(() => undefined);
}

function isBelow(path: string, directory: string): boolean {
  return path.startsWith(directory.endsWith(sep) ? directory : directory + sep);
}
