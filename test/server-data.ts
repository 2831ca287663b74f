/** A server's data: a temporary directory, or a file system of its own that can be filled. Gone with the test's process. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, statfsSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Scheme, ServerOptions } from "./server.ts";

export interface ServerData {
  readonly directory: string;
  fillDisk(): void;
  freeDisk(): void;
  remove(): void;
}

export function makeData(scheme: Scheme, { diskMebibytes }: ServerOptions): ServerData {
  const directory = mkdtempSync(join(tmpdir(), `cf-${scheme}-`));
  if (diskMebibytes !== undefined) run("mount", "-t", "tmpfs", "-o", `size=${diskMebibytes}m`, "tmpfs", directory);
  const filler = join(directory, "filler");
  const removeData = () => {
    if (diskMebibytes !== undefined) spawnSync("umount", ["-l", directory]);
    rmSync(directory, { recursive: true, force: true });
  };
  process.once("exit", removeData);
  return {
    directory,
    // `dd` ends when nothing more fits.
    fillDisk() {
      spawnSync("dd", ["if=/dev/zero", `of=${filler}`, "bs=4k"]);
      if (statfsSync(directory).bavail > 0) throw new Error(`${directory} is not full`);
    },
    freeDisk: () => rmSync(filler, { force: true }),
    remove() {
      process.off("exit", removeData);
      removeData();
    },
  };
}

function run(program: string, ...args: readonly string[]): void {
  const ran = spawnSync(program, args);
  if (ran.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${ran.stderr}`);
}
