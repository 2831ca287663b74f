/**
 * What a lab writes down of itself, in `<cache>/labs/<name>/lab.json`: enough for any command to find its bus, and for
 * `lab down` to end it after a crash.
 */
import { readdirSync, readFileSync } from "node:fs";
import { mkdir, rename, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { cacheDirectory } from "./cache-directory.ts";

/** With its start it names a process for ever: a pid alone may serve another by the time it is read. */
const labProcess = z.object({ name: z.string(), pid: z.number().int(), startTicks: z.number() });
export type LabProcess = z.infer<typeof labProcess>;

export const labState = z.object({
  name: z.string(),
  directory: z.string(),
  /** Stands in the environment of every process of this lab: what has it is the lab's, whoever started it. */
  token: z.string().min(16),
  scenario: z.string(),
  linkMbit: z.number(),
  natsUrl: z.string(),
  redisUrl: z.string(),
  accelerator: z.enum(["kvm", "tcg"]),
  qemu: z.string(),
  hostIds: z.array(z.string()),
  phase: z.enum(["starting", "up"]),
  /** Who starts it or works in it. Absent: it was left running on purpose. */
  owner: labProcess.optional(),
  createdUnixMilliseconds: z.number(),
  processes: z.array(labProcess),
});
export type LabState = z.infer<typeof labState>;

export const STATE_FILE = "lab.json";

export function labsDirectory(cache: string = cacheDirectory()): string {
  return join(cache, "labs");
}

/** Complete or not there at all, whenever it is read. */
export async function writeLabState(state: LabState): Promise<void> {
  const path = join(state.directory, STATE_FILE);
  await mkdir(dirname(path), { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(state, null, 2)}\n`);
  await rename(`${path}.new`, path);
}

export function readLabState(directory: string): LabState | undefined {
  try {
    return labState.parse(JSON.parse(readFileSync(join(directory, STATE_FILE), "utf8")));
  } catch {
    return undefined;
  }
}

/** Every lab that has left a state, also those whose processes are gone. */
export function readLabStates(cache: string = cacheDirectory()): readonly LabState[] {
  let names: string[];
  try {
    names = readdirSync(labsDirectory(cache)).sort();
  } catch {
    return [];
  }
  return names.flatMap((name) => readLabState(join(labsDirectory(cache), name)) ?? []);
}
