/** Files that hold a secret: who else may read one knows it, so such a file is refused. */
import { readFileSync, statSync } from "node:fs";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

/** A group may read: of a service's own, as Kubernetes and systemd give it one. */
const OTHERS = 0o007;
const WRITTEN_BY_GROUP = 0o020;

/** Without white space around it. No failure tells of what is in the file. */
export function readSecretFile(path: string): Result<string> {
  try {
    const { mode } = statSync(path);
    if ((mode & (OTHERS | WRITTEN_BY_GROUP)) !== 0) {
      const written = (mode & 0o777).toString(8).padStart(4, "0");
      return fail("invalid", `${path}: has mode ${written}, so others can read or change it: chmod 600 ${path}`);
    }
    const text = readFileSync(path, "utf8").trim();
    return text === "" ? fail("invalid", `${path}: is empty`) : ok(text);
  } catch (error) {
    return fail("invalid", `${path}: cannot be read: ${(error as NodeJS.ErrnoException).code ?? messageOf(error)}`);
  }
}
