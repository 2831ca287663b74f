import { z } from "zod";
import { fail, ok, type Result } from "../failure/failure.ts";
import { runCommand } from "./command.ts";

/** What a Linux bridge has learned, read as `bridge fdb` of iproute2 tells it. */

const entries = z.array(z.object({ mac: z.string(), ifname: z.string(), state: z.string().optional() }));

/** MAC addresses, in lower case, from which the bridge has had frames over these ports; their own are not among them. */
export async function learnedAddresses(
  ports: readonly string[],
  networkNamespace: string | undefined,
): Promise<Result<ReadonlySet<string>>> {
  const namespace = networkNamespace === undefined ? [] : ["-n", networkNamespace];
  const listed = await runCommand("bridge", [...namespace, "-j", "fdb", "show"]);
  return listed.ok ? learnedIn(listed.value, ports) : listed;
}

/** From the JSON of `bridge fdb show`. */
export function learnedIn(text: string, ports: readonly string[]): Result<ReadonlySet<string>> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail("invalid", "bridge fdb show: no JSON");
  }
  const parsed = entries.safeParse(json);
  if (!parsed.success) return fail("invalid", "bridge fdb show: unreadable");
  const learned = parsed.data.filter(({ ifname, state }) => ports.includes(ifname) && state !== "permanent");
  return ok(new Set(learned.map(({ mac }) => mac.toLowerCase())));
}
