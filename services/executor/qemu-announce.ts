import { join } from "node:path";
import { ok, type Result } from "../kit/failure/failure.ts";
import { QMP_SOCKET } from "../kit/hypervisor/argv.ts";
import { learnedAddresses } from "../kit/hypervisor/bridge.ts";
import { readSpecIn } from "../kit/hypervisor/spec-file.ts";
import { announceSelf } from "../kit/qmp/commands.ts";
import { connectQmp } from "../kit/qmp/qmp-client.ts";
import { patientMilliseconds, type QemuMonitor } from "./qemu-monitor.ts";

/** What `announcing.ts` asks of a VM that has come in here. */

/** None of a VM that has left this place since. */
export async function unlearnedAddresses(
  directory: string,
  taps: readonly string[],
  networkNamespace: string | undefined,
): Promise<Result<readonly string[]>> {
  const { nics } = readSpecIn(directory) ?? { nics: [] };
  if (nics.length === 0) return ok([]);
  const learned = await learnedAddresses(taps, networkNamespace);
  if (!learned.ok) return learned;
  return ok(nics.map(({ macAddress }) => macAddress).filter((address) => !learned.value.has(address)));
}

/** The monitor may be free by now, or another migration's: whoever holds it, this one has it for some milliseconds. */
export async function announce(monitor: QemuMonitor, directory: string): Promise<Result<void>> {
  // Not again before it is answered: the VM may be waiting for a page, and QEMU's queue is short.
  if (!monitor.isLetGo) return announceSelf(monitor.client, { timeoutMilliseconds: patientMilliseconds });
  const connected = await connectQmp({ socketPath: join(directory, QMP_SOCKET) });
  if (!connected.ok) return connected;
  const announced = await announceSelf(connected.value);
  await connected.value.close();
  return announced;
}
