import { readFile } from "node:fs/promises";
import { findNodeAtLocation, type Node, type ParseError, parseTree, printParseErrorCode } from "jsonc-parser";
import { z } from "zod";
import { id } from "../kit/domain/quantity.ts";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
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
  const errors: ParseError[] = [];
  const tree = parseTree(text, errors, { disallowComments: true });
  const [first] = errors;
  if (first !== undefined || tree === undefined) {
    const reason = first === undefined ? "is empty" : printParseErrorCode(first.error);
    return fail("invalid", `${file}:${positionOf(text, first?.offset ?? 0)}: not JSON: ${reason}`);
  }
  const parsed = scenario.safeParse(JSON.parse(text));
  if (parsed.success) return ok(parsed.data);
  const complaints = parsed.error.issues.flatMap(complaintsOf).map(({ path, message }) => {
    const offset = nearestNode(tree, path).offset;
    return { field: fieldName(path), line: `${file}:${positionOf(text, offset)}: ${fieldName(path)}: ${message}` };
  });
  return fail("invalid", complaints.map(({ line }) => line).join("\n"), complaints[0]?.field);
}

/** A built-in one by its name, or a file. */
export async function readScenario(nameOrFile: string): Promise<Result<Scenario>> {
  const builtIn = /^[A-Za-z0-9_-]+$/.test(nameOrFile);
  const file = builtIn ? packageFile(`services/lab/scenarios/${nameOrFile}.json`) : nameOrFile;
  try {
    return parseScenario(await readFile(file, "utf8"), nameOrFile);
  } catch (error) {
    return fail("not_found", `cannot read scenario ${nameOrFile}: ${messageOf(error)}`);
  }
}

type Path = readonly PropertyKey[];

function complaintsOf(issue: z.core.$ZodIssue): readonly { path: Path; message: string }[] {
  if (issue.code !== "unrecognized_keys") return [{ path: issue.path, message: issue.message }];
  return issue.keys.map((key) => ({ path: [...issue.path, key], message: "is not known" }));
}

/** Of a field that is missing: the object that should have it. */
function nearestNode(tree: Node, path: Path): Node {
  for (let length = path.length; length > 0; length -= 1) {
    const node = findNodeAtLocation(
      tree,
      path.slice(0, length).map((part) => (typeof part === "symbol" ? "" : part)),
    );
    if (node !== undefined) return node;
  }
  return tree;
}

function fieldName(path: Path): string {
  const text = path.map((part) => (typeof part === "number" ? `[${part}]` : `.${String(part)}`)).join("");
  return text === "" ? "scenario" : text.replace(/^\./, "");
}

function positionOf(text: string, offset: number): string {
  const before = text.slice(0, offset).split("\n");
  return `${before.length}:${(before.at(-1)?.length ?? 0) + 1}`;
}
