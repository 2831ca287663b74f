import { readFile, rename, rm, writeFile } from "node:fs/promises";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import { runCommand } from "../kit/hypervisor/command.ts";
import type { Log } from "../kit/run/log.ts";

/**
 * `net.ipv4.tcp_notsent_lowat`: how much a socket takes before it has sent what it has. By default no limit, so that a page for
 * which a post-copied VM waits queues behind seconds of pages for which it does not. It is the whole network namespace's: set
 * only where the configuration says so, while this host sends a post-copy, and put back afterwards.
 *
 * What it was before is on disk before it is changed: an executor that is killed leaves it to the next one to put back.
 */

export interface LowWater {
  /** Set until the returned function is called; of several, until the last. Never fails: without it a VM waits longer. */
  hold(): Promise<() => Promise<void>>;
  /** Puts back what an earlier executor changed, unless it is held by now. */
  restore(): Promise<void>;
}

export interface LowWaterOptions {
  /** Absent: it is not changed. */
  readonly bytes: number | undefined;
  readonly networkNamespace: string | undefined;
  /** Where what it was before is kept. */
  readonly file: string;
  readonly log: Log;
}

const setting = "/proc/sys/net/ipv4/tcp_notsent_lowat";
/** The kernel's is an unsigned number of 32 bits. */
const highest = 2 ** 32 - 1;

export const noLowWater: LowWater = { hold: async () => async () => undefined, restore: async () => undefined };

export function createLowWater({ bytes, networkNamespace, file, log }: LowWaterOptions): LowWater {
  let holders = 0;
  /** One change after the other. */
  let last: Promise<void> = Promise.resolve();
  const change = (): Promise<void> => {
    last = last.then(async () => {
      const changed = await (holders > 0 ? set() : putBack()).catch((error: unknown) =>
        fail("unavailable", messageOf(error)),
      );
      if (!changed.ok) log.warn({ setting, failure: changed.failure }, "kernel setting left as it is");
    });
    return last;
  };

  const set = async (): Promise<Result<void>> => {
    if (bytes === undefined) return ok(undefined);
    if ((await readKept(file)) !== undefined) return ok(undefined);
    const now = await read(networkNamespace);
    if (!now.ok) return now;
    // Lower already is as good, and somebody's wish.
    if (now.value <= bytes) return ok(undefined);
    try {
      await writeFile(`${file}.new`, `${now.value} ${bytes}\n`, { flush: true });
      await rename(`${file}.new`, file);
    } catch (error) {
      return fail("unavailable", `what it was before cannot be kept: ${messageOf(error)}`);
    }
    log.info({ setting, before: now.value, bytes }, "kernel setting changed for a post-copy");
    return write(networkNamespace, bytes);
  };

  const putBack = async (): Promise<Result<void>> => {
    const kept = await readKept(file);
    if (kept === undefined) return ok(undefined);
    const now = await read(networkNamespace);
    if (!now.ok) return now;
    // Somebody may have changed it since: theirs stays.
    const written = now.value === kept.set ? await write(networkNamespace, kept.before) : ok(undefined);
    if (!written.ok) return written;
    await rm(file, { force: true });
    log.info({ setting, ...kept, now: now.value }, "kernel setting put back");
    return ok(undefined);
  };

  return {
    async hold() {
      holders += 1;
      await change();
      let isHeld = true;
      return async () => {
        if (!isHeld) return;
        isHeld = false;
        holders -= 1;
        await change();
      };
    },
    restore: change,
  };
}

interface Kept {
  readonly before: number;
  readonly set: number;
}

async function readKept(file: string): Promise<Kept | undefined> {
  return keptIn(await readFile(file, "utf8").catch(() => ""));
}

/** Undefined: these are no two numbers that the setting can have. */
export function keptIn(text: string): Kept | undefined {
  const [, before = Number.NaN, set = Number.NaN] = (/^(\d{1,10}) (\d{1,10})\n$/.exec(text) ?? []).map(Number);
  return before <= highest && set <= highest ? { before, set } : undefined;
}

async function read(networkNamespace: string | undefined): Promise<Result<number>> {
  const text = await inNamespace(networkNamespace, `cat ${setting}`, () => readFile(setting, "utf8"));
  if (!text.ok) return text;
  const value = Number(text.value);
  return Number.isInteger(value) && text.value.trim() !== "" ? ok(value) : fail("invalid", `${setting}: ${text.value}`);
}

async function write(networkNamespace: string | undefined, bytes: number): Promise<Result<void>> {
  const written = await inNamespace(networkNamespace, `echo ${bytes} > ${setting}`, async () => {
    await writeFile(setting, `${bytes}\n`);
    return "";
  });
  return written.ok ? ok(undefined) : written;
}

/** A process sees the settings of its own namespace. */
async function inNamespace(
  networkNamespace: string | undefined,
  shell: string,
  here: () => Promise<string>,
): Promise<Result<string>> {
  if (networkNamespace !== undefined) return runCommand("ip", ["netns", "exec", networkNamespace, "sh", "-c", shell]);
  try {
    return ok(await here());
  } catch (error) {
    return fail("unavailable", messageOf(error));
  }
}
