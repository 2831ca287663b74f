import { setTimeout as delay } from "node:timers/promises";
import { ok, type Result } from "../kit/failure/failure.ts";
import { runCommand } from "../kit/hypervisor/command.ts";

/** The distribution's package tools, patient with another apt that runs at the same time. */

const INSTALL_MILLISECONDS = 15 * 60_000;
const LOCK_SECONDS = 300;
/** apt waits for its installation lock when told so, but for the lock of its lists it does not. */
const LIST_ATTEMPTS = 10;
const LIST_PAUSE_MILLISECONDS = 3_000;

/** dpkg-query's own placeholders. */
// biome-ignore lint/suspicious/noTemplateCurlyInString: not JavaScript's
const STATUS_FORMAT = "${Package} ${db:Status-Status}\n";

export async function missingPackages(packages: readonly string[]): Promise<readonly string[]> {
  const shown = await statusOf(packages);
  // It fails as soon as one is unknown, and then says nothing that can be relied on about the others.
  const text = shown.ok ? shown.value : await eachStatus(packages);
  const installed = installedIn(text);
  return packages.filter((name) => !installed.has(name));
}

/** From what dpkg-query prints by `STATUS_FORMAT`. */
export function installedIn(text: string): ReadonlySet<string> {
  return new Set(text.split("\n").flatMap((line) => /^(\S+) installed$/.exec(line)?.[1] ?? []));
}

function statusOf(packages: readonly string[]): Promise<Result<string>> {
  return runCommand("dpkg-query", ["-W", "-f", STATUS_FORMAT, ...packages]);
}

async function eachStatus(packages: readonly string[]): Promise<string> {
  const shown = await Promise.all(packages.map((name) => statusOf([name])));
  return shown.map((result) => (result.ok ? result.value : "")).join("");
}

export async function refreshPackageLists(): Promise<Result<string>> {
  for (let attempt = 1; ; attempt += 1) {
    const refreshed = await apt(["update"]);
    if (refreshed.ok || attempt === LIST_ATTEMPTS) return refreshed;
    await delay(LIST_PAUSE_MILLISECONDS);
  }
}

/** Tries with the lists at hand first; a fresh machine has none, an old one has outdated ones. */
export async function installPackages(packages: readonly string[]): Promise<Result<string>> {
  if (packages.length === 0) return ok("");
  const install = () => apt(["install", "-y", "--no-install-recommends", ...packages]);
  const installed = await install();
  if (installed.ok) return installed;
  const refreshed = await refreshPackageLists();
  return refreshed.ok ? install() : refreshed;
}

/** Into the given folder, which need not be readable for apt's own user. */
export async function downloadPackage(name: string, directory: string): Promise<Result<string>> {
  const download = () =>
    runCommand("env", ["-C", directory, "apt-get", "-o", "APT::Sandbox::User=root", "download", name], {
      timeoutMilliseconds: INSTALL_MILLISECONDS,
    });
  const downloaded = await download();
  if (downloaded.ok) return downloaded;
  const refreshed = await refreshPackageLists();
  return refreshed.ok ? download() : refreshed;
}

function apt(args: readonly string[]): Promise<Result<string>> {
  const lock = `DPkg::Lock::Timeout=${LOCK_SECONDS}`;
  return runCommand("env", ["DEBIAN_FRONTEND=noninteractive", "apt-get", "-q", "-o", lock, ...args], {
    timeoutMilliseconds: INSTALL_MILLISECONDS,
  });
}
