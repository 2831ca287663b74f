import type { Log } from "../kit/run/log.ts";
import type { Clock, IncomingVm } from "./ports.ts";

/**
 * QEMU announces a VM that comes to run with a handful of frames in the first second. Where they are lost (a port that spanning
 * tree still keeps shut, a link that is full) the network goes on sending to the host that the VM has left, until the guest
 * sends something itself.
 */

const everyMilliseconds = 1_000;
/** Longer than spanning tree by default keeps a port shut, twice 15 s. */
const tries = 40;

/** Until the bridges have learned where the VM is; ends with a warning when they have not, and quietly when it is `over`. */
export async function announceUntilLearned(
  vm: Pick<IncomingVm, "unlearned" | "announce">,
  { clock, log, over }: { readonly clock: Clock; readonly log: Log; readonly over: () => boolean },
): Promise<void> {
  for (let tried = 1; ; tried += 1) {
    await new Promise<void>((resolve) => clock.after(everyMilliseconds, resolve));
    if (over()) return;
    const unlearned = await vm.unlearned();
    if (!unlearned.ok) {
      log.warn({ failure: unlearned.failure }, "whether the bridges know where the VM is cannot be seen");
      return;
    }
    if (unlearned.value.length === 0 || over()) return;
    if (tried === tries) {
      log.warn({ addresses: unlearned.value }, "no bridge has learned where the VM is: frames to it may go astray");
      return;
    }
    const announced = await vm.announce();
    log.info({ addresses: unlearned.value, announced: announced.ok }, "announced again");
  }
}
