import type { VmSpec } from "../domain/vm-spec.ts";
import { fail, ok, type Result } from "../failure/failure.ts";
import { tapNames } from "./argv.ts";
import { ip, ipBatch } from "./command.ts";
import { macAddressesElsewhere } from "./neighbours.ts";
import { allPids, commandLineOf, isInNamespace, isQemu, tapsOf } from "./process.ts";

/** Taps of a VM: made before its QEMU starts, joined to the spec's bridges, removed with it. */

export async function createTaps(
  spec: VmSpec,
  networkNamespace: string | undefined,
): Promise<Result<readonly string[]>> {
  if (spec.nics.length === 0) return ok([]);
  const [bridges, present] = await Promise.all([
    linksOf(networkNamespace, ["type", "bridge"]),
    linksOf(networkNamespace, []),
  ]);
  if (!bridges.ok) return bridges;
  if (!present.ok) return present;
  const missing = spec.nics.findIndex((nic) => !bridges.value.has(nic.bridge));
  if (missing >= 0) {
    const bridge = spec.nics[missing]?.bridge;
    return fail("refused", `this host has no bridge ${bridge}`, `nics[${missing}].bridge`);
  }
  const unique = checkMacAddresses(spec, networkNamespace, present.value);
  if (!unique.ok) return unique;
  const taps = tapNames(spec);
  const cleared = await clearLeftovers(
    taps.filter((tap) => present.value.has(tap)),
    networkNamespace,
  );
  if (!cleared.ok) return cleared;
  const lines = taps.flatMap((tap, index) => [
    `tuntap add dev ${tap} mode tap`,
    // No address of the tap's own: it would only add its neighbour discovery to the VM's traffic.
    `link set dev ${tap} addrgenmode none`,
    `link set dev ${tap} master ${spec.nics[index]?.bridge} up`,
  ]);
  const made = await ipBatch(networkNamespace, lines);
  if (made.ok) return ok(taps);
  await removeTaps(taps, networkNamespace);
  return made;
}

/** Quiet about taps that are gone already. */
export async function removeTaps(taps: readonly string[], networkNamespace: string | undefined): Promise<Result<void>> {
  if (taps.length === 0) return ok(undefined);
  const lines = taps.map((tap) => `link delete dev ${tap}`);
  const removed = await ipBatch(networkNamespace, lines, { goOn: true });
  if (removed.ok) return ok(undefined);
  // Looked at only now: mostly all of them are there, and the end of a migration waits for this.
  const present = await linksOf(networkNamespace, []);
  if (!present.ok) return present;
  return taps.some((tap) => present.value.has(tap)) ? removed : ok(undefined);
}

/** Taps of this namespace that QEMU processes hold open now. */
export function tapsInUse(networkNamespace: string | undefined): ReadonlySet<string> {
  const qemus = allPids().filter((pid) => isQemu(commandLineOf(pid) ?? []));
  return new Set(qemus.filter((pid) => isInNamespace(pid, networkNamespace)).flatMap(tapsOf));
}

/** A tap outlives a QEMU that was killed. One that some process still holds belongs to a VM that runs: hands off. */
async function clearLeftovers(
  leftovers: readonly string[],
  networkNamespace: string | undefined,
): Promise<Result<void>> {
  if (leftovers.length === 0) return ok(undefined);
  for (const pid of allPids()) {
    const held = tapsOf(pid).find((tap) => leftovers.includes(tap));
    if (held !== undefined && isInNamespace(pid, networkNamespace)) {
      return fail("refused", `tap ${held} is in use by process ${pid}: this VM runs here already`);
    }
  }
  return removeTaps(leftovers, networkNamespace);
}

/** Whoever has another's address on a bridge gets its frames. */
function checkMacAddresses(
  { vmId, nics }: VmSpec,
  networkNamespace: string | undefined,
  links: ReadonlyMap<string, string>,
): Result<void> {
  const elsewhere = macAddressesElsewhere(vmId, networkNamespace);
  for (const [index, { macAddress }] of nics.entries()) {
    const field = `nics[${index}].macAddress`;
    const pid = elsewhere.get(macAddress);
    if (pid !== undefined) return fail("refused", `${macAddress} is the address of another VM, process ${pid}`, field);
    const link = [...links].find(([, address]) => address === macAddress);
    if (link !== undefined) return fail("refused", `${macAddress} is the address of this host's ${link[0]}`, field);
  }
  return ok(undefined);
}

/** Names, and MAC addresses in lower case. */
async function linksOf(
  networkNamespace: string | undefined,
  filter: readonly string[],
): Promise<Result<ReadonlyMap<string, string>>> {
  const listed = await ip(networkNamespace, ["-o", "link", "show", ...filter]);
  return listed.ok ? ok(linksIn(listed.value)) : listed;
}

/** From what `ip -o link show` prints: MAC addresses by name, empty where a link has none. */
export function linksIn(text: string): ReadonlyMap<string, string> {
  return new Map(
    text.split("\n").flatMap((line): [string, string][] => {
      const name = /^\d+: ([^:@\s]+)/.exec(line)?.[1];
      const address = /\slink\/ether ([0-9a-f:]{17})\s/.exec(line)?.[1] ?? "";
      return name === undefined ? [] : [[name, address]];
    }),
  );
}
