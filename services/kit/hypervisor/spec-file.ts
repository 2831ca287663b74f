import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type VmSpec, vmSpec } from "../domain/vm-spec.ts";
import { SPEC_FILE } from "./argv.ts";

/** The spec that a VM's directory holds. Undefined: there is none, or it is none; who needs to know why reads it itself. */
export function readSpecIn(directory: string): VmSpec | undefined {
  try {
    return vmSpec.parse(JSON.parse(readFileSync(join(directory, SPEC_FILE), "utf8")));
  } catch {
    return undefined;
  }
}
