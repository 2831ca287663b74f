/** The file of `contraflow plan --snapshot`: the proto JSON of ClusterSnapshot, and what a plan can not be made from. */
import { snapshotOfAnySize } from "../kit/domain/snapshot.ts";
import type { Result } from "../kit/failure/failure.ts";
import { parseJsonText, readJsonFile } from "../kit/run/json-file.ts";
import { cycleOf, cycleWords } from "../planner/core/precedence.ts";

/** What runs there now can not be more than the link carries: such a file is wrong, or its units are. */
const snapshotFile = snapshotOfAnySize.superRefine((snapshot, context) => {
  const hosts = new Map(snapshot.hosts.map((host) => [host.hostId, host]));
  for (const [index, vm] of snapshot.vms.entries()) {
    const host = hosts.get(vm.hostId);
    if (host === undefined) continue;
    for (const [field, link] of [
      ["outboundBytesPerSecond", "egressBytesPerSecond"],
      ["inboundBytesPerSecond", "ingressBytesPerSecond"],
    ] as const) {
      const traffic = vm[field] ?? 0;
      if (traffic <= host[link]) continue;
      const message = `is more than ${host.hostId}'s ${link}, ${host[link]}`;
      context.addIssue({ code: "custom", path: ["vms", index, field], message });
    }
  }
  const cycle = cycleOf(snapshot.vms);
  if (cycle === undefined) return;
  const first = snapshot.vms.findIndex(({ vmId }) => vmId === cycle[0]);
  const message = `can not be kept: ${cycleWords(cycle)}`;
  context.addIssue({ code: "custom", path: ["vms", first, "migrateAfter"], message });
});

export function readSnapshotFile(path: string): Promise<Result<typeof snapshotFile._output>> {
  return readJsonFile(path, snapshotFile, { prepare: numbersOfText });
}

/** Pure. */
export function parseSnapshot(text: string, name: string): Result<typeof snapshotFile._output> {
  return parseJsonText(text, name, snapshotFile, { prepare: numbersOfText });
}

/** Proto JSON writes 64-bit numbers as text; what is not a whole number below 2^53 stays text, and is refused as such. */
function numbersOfText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(numbersOfText);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => {
      const isNumber = key.endsWith("Bytes") && typeof field === "string" && /^\d{1,16}$/.test(field);
      return [key, isNumber && Number.isSafeInteger(Number(field)) ? Number(field) : numbersOfText(field)];
    }),
  );
}
