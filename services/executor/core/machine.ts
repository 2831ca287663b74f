/**
 * What a VM's QEMU consists of, one part a line, the same on both hosts when the same VM fits both. Devices that differ
 * fail a pre-copy, which is harmless; in a post-copy the destination's QEMU ends with the VM in it (seen on 7.2 and 10.0).
 */
export type Machine = readonly string[];

/** Why the VM must not be post-copied, in words for an operator. Undefined: both ends are the same. */
export function refusalOf(here: Machine, there: Machine, destinationHostId: string): string | undefined {
  const onlyHere = here.filter((part) => !there.includes(part));
  const onlyThere = there.filter((part) => !here.includes(part));
  if (onlyHere.length === 0 && onlyThere.length === 0) return undefined;
  return [
    `what runs here is not what ${destinationHostId} has prepared from the VM's spec`,
    ` (only here: ${listOf(onlyHere)}; only there: ${listOf(onlyThere)}), and post-copy would lose the VM.`,
    " Unplug what its spec.json does not declare, or declare it there and start the VM anew;",
    " pre-copy would fail as well, but leave the VM running here",
  ].join("");
}

const listed = 12;

function listOf(parts: Machine): string {
  if (parts.length === 0) return "nothing";
  const more = parts.length > listed ? `, and ${parts.length - listed} more` : "";
  return `${parts.slice(0, listed).join(", ")}${more}`;
}
