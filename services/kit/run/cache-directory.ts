/** Where Contraflow keeps files between runs on a machine of its own: the lab and its guest image. */
import { homedir } from "node:os";
import { join } from "node:path";

export function cacheDirectory(environment: Readonly<Record<string, string | undefined>> = process.env): string {
  const own = environment.CONTRAFLOW_CACHE;
  if (own !== undefined && own !== "") return own;
  const shared = environment.XDG_CACHE_HOME;
  return join(shared !== undefined && shared !== "" ? shared : join(homedir(), ".cache"), "contraflow");
}
