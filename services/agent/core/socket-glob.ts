import { id } from "../../kit/domain/quantity.ts";
import { fail, ok, type Result } from "../../kit/failure/failure.ts";

/** A path with exactly one `*`, which stands for the VM's id: all or part of one segment of the path. */
export interface SocketGlob {
  readonly directory: string;
  readonly prefix: string;
  readonly suffix: string;
  /** What follows the segment with the `*`, with its leading slash; empty when that segment is the socket itself. */
  readonly rest: string;
}

export function parseSocketGlob(written: string): Result<SocketGlob> {
  const [before, after, ...more] = written.split("*");
  if (before === undefined || after === undefined || more.length > 0) {
    return fail("invalid", `"${written}" must hold exactly one *, which stands for the VM's id`);
  }
  const slash = before.lastIndexOf("/");
  if (!before.startsWith("/")) return fail("invalid", `"${written}" must be an absolute path`);
  const end = after.indexOf("/");
  return ok({
    directory: before.slice(0, slash) || "/",
    prefix: before.slice(slash + 1),
    suffix: end < 0 ? after : after.slice(0, end),
    rest: end < 0 ? "" : after.slice(end),
  });
}

/** The VM and its socket for an entry of the glob's directory. What does not have the form of an id is no VM. */
export function matchSocket(glob: SocketGlob, entry: string): { vmId: string; socketPath: string } | undefined {
  const { prefix, suffix } = glob;
  if (entry.length <= prefix.length + suffix.length) return undefined;
  if (!entry.startsWith(prefix) || !entry.endsWith(suffix)) return undefined;
  const vmId = entry.slice(prefix.length, entry.length - suffix.length);
  if (!id.safeParse(vmId).success) return undefined;
  const directory = glob.directory === "/" ? "" : glob.directory;
  return { vmId, socketPath: `${directory}/${entry}${glob.rest}` };
}
