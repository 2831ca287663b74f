/** What stood in the store of each host when it was last seen there. Of so many VMs at most: the longest not seen go first. */
import type { Standing } from "./standing.ts";

/** Some 120 MB: 10,000 hosts of 50. */
const VMS = 500_000;

export class LastSeen {
  readonly #standings = new Map<string, Standing>();
  readonly #most: number;
  #vms = 0;

  constructor(most = VMS) {
    this.#most = most;
  }

  of(hostId: string): Standing | undefined {
    return this.#standings.get(hostId);
  }

  set(hostId: string, standing: Standing): void {
    this.forget(hostId);
    this.#standings.set(hostId, standing);
    this.#vms += vmsOf(standing);
    // Looking for the oldest passes over all that were taken out since the map was last laid out.
    while (this.#vms > this.#most) this.forget(this.#oldest());
  }

  #oldest(): string {
    const [hostId = ""] = this.#standings.keys();
    return hostId;
  }

  forget(hostId: string): void {
    const standing = this.#standings.get(hostId);
    if (standing === undefined) return;
    this.#standings.delete(hostId);
    this.#vms -= vmsOf(standing);
  }
}

/** A host without VMs counts too. */
function vmsOf({ table }: Standing): number {
  return 1 + (table?.roster.ids.length ?? 0);
}
