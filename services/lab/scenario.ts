import { readdirSync } from "node:fs";
import { z } from "zod";
import { id } from "../kit/domain/quantity.ts";
import { fail, type Result } from "../kit/failure/failure.ts";
import { parseJsonText, readJsonFile } from "../kit/run/json-file.ts";
import { MAX_DESTINATIONS, MAX_VMS } from "./layout.ts";
import { packageFile } from "./package-root.ts";

/** What a lab is made of: the file that `contraflow lab --scenario` reads. */

/** Of the guest itself: kernel, unpacked RAM disk, programs. Less, and filling memory ends in its out-of-memory killer. */
const GUEST_MIB = 96;

const traffic = z
  .strictObject({
    direction: z.enum(["outbound", "inbound", "both", "none"]),
    /** Each way, where the direction is both. */
    mbit: z.number().min(0).max(10_000),
  })
  .refine((value) => value.direction === "none" || value.mbit > 0, {
    path: ["mbit"],
    message: "must be more than 0 unless the direction is none",
  });

const scenarioVm = z
  .strictObject({
    id,
    memoryMiB: z.number().int().min(128).max(65_536),
    filledMiB: z.number().int().min(0).max(65_536),
    dirtyMiBPerSecond: z.number().int().min(0).max(10_000).default(0),
    postCopy: z.enum(["ALLOWED", "FORBIDDEN"]).default("ALLOWED"),
    traffic,
  })
  .refine((vm) => vm.filledMiB + GUEST_MIB <= vm.memoryMiB, {
    path: ["filledMiB"],
    message: `must leave ${GUEST_MIB} MiB of memoryMiB to the guest itself`,
  })
  .refine((vm) => vm.dirtyMiBPerSecond === 0 || vm.filledMiB >= 2, {
    path: ["dirtyMiBPerSecond"],
    message: "needs filledMiB of 2 or more: that is what is written",
  });
export type ScenarioVm = z.infer<typeof scenarioVm>;

const scenario = z
  .strictObject({
    name: id,
    linkMbit: z.number().min(1).max(100_000),
    destinations: z.number().int().min(1).max(MAX_DESTINATIONS).default(1),
    vms: z.array(scenarioVm).min(1).max(MAX_VMS),
  })
  .superRefine((value, context) => {
    value.vms.forEach((vm, index) => {
      if (value.vms.findIndex((other) => other.id === vm.id) < index) {
        context.addIssue({ code: "custom", path: ["vms", index, "id"], message: `${vm.id} is used twice` });
      }
    });
  });
export type Scenario = z.infer<typeof scenario>;

export const BUILT_IN_SCENARIO = "mixed-4";

/** Pure. Every error at once, each as `file:line:column: field: reason`. */
export function parseScenario(text: string, file: string): Result<Scenario> {
  return parseJsonText(text, file, scenario);
}

/** A built-in one by its name, or a file. */
export async function readScenario(nameOrFile: string): Promise<Result<Scenario>> {
  if (!/^[A-Za-z0-9_-]+$/.test(nameOrFile)) return readJsonFile(nameOrFile, scenario);
  const read = await readJsonFile(packageFile(`services/lab/scenarios/${nameOrFile}.json`), scenario);
  if (read.ok || read.failure.kind !== "not_found") return read;
  const names = readdirSync(packageFile("services/lab/scenarios")).map((name) => name.replace(/\.json$/, ""));
  return fail("not_found", `no scenario is called ${nameOrFile}; there are ${names.join(", ")}, or give a file's path`);
}
