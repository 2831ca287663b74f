import { randomBytes } from "node:crypto";
import { existsSync } from "node:fs";
import { mkdir, readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { startTicksOf } from "../kit/hypervisor/process.ts";

/**
 * The one place where the lab keeps files between runs. An entry is made in a folder of its own and appears under its
 * name at once and complete, so any number of builders may work side by side: the first one wins, the others take
 * its result.
 */

const BUILDING = ".building-";

/** Returns the entry's folder; `build` fills an empty one when the entry is not there yet. */
export async function cached(
  cache: string,
  name: string,
  build: (directory: string) => Promise<void>,
): Promise<string> {
  const entry = join(cache, name);
  if (existsSync(entry)) return entry;
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const owner = `${process.pid}-${startTicksOf(process.pid)}`;
  const building = join(cache, `${BUILDING}${owner}-${randomBytes(4).toString("hex")}`);
  await mkdir(building);
  try {
    await build(building);
    await rename(building, entry).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "ENOTEMPTY" && error.code !== "EEXIST") throw error;
    });
  } finally {
    await rm(building, { recursive: true, force: true });
  }
  return entry;
}

/** Folders of builders that ended before they were done. */
async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const owner = name.startsWith(BUILDING) ? name.slice(BUILDING.length).split("-") : [];
    if (owner.length === 3 && startTicksOf(Number(owner[0])) !== Number(owner[1])) {
      await rm(join(cache, name), { recursive: true, force: true });
    }
  }
}
