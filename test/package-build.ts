/** The package as `npm run package` makes it, in versions that tests install one after the other. */
import { spawnSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { packageFile } from "../services/lab/package-root.ts";

export function run(program: string, ...args: readonly string[]): string {
  const ran = spawnSync(program, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (ran.status !== 0) {
    const said = `${ran.stderr ?? ""}${ran.stdout ?? ""}`.trim() || String(ran.error?.message);
    throw new Error(`${program} ${args.join(" ")}: ${said}`);
  }
  return ran.stdout;
}

/** The path of the package, of what the tests themselves were compiled with. */
export function buildPackage(directory: string, version: string): string {
  const script = packageFile("deploy/package.mjs");
  return (
    run(process.execPath, script, "--compiled", "--out", directory, "--version", version).trim().split("\n").at(-1) ??
    ""
  );
}

/**
 * Installed by dpkg itself into a root of its own, without what it depends on and with its scripts run outside that root: in
 * there is no shell.
 */
export function installInto(root: string, deb: string): void {
  for (const directory of ["var/lib/dpkg/info", "var/lib/dpkg/updates"])
    mkdirSync(join(root, directory), { recursive: true });
  run("touch", join(root, "var/lib/dpkg/status"));
  run(
    "dpkg",
    "--root",
    root,
    "--force-depends",
    "--force-script-chrootless",
    "--force-confold",
    "--force-unsafe-io",
    "--install",
    deb,
  );
}
