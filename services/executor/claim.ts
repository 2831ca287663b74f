import { createHash } from "node:crypto";
import { once } from "node:events";
import { realpath } from "node:fs/promises";
import { connect, createServer, type Server } from "node:net";
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import { FailureError, fail } from "../kit/failure/failure.ts";
import type { ExecutorConfig } from "./config.ts";

/**
 * One executor for a host: two would take each other's commands, and each would know nothing of what the other has begun. On
 * this machine a name that the kernel takes back when its holder ends; elsewhere, whoever answers on the bus for the host.
 */

const askMilliseconds = 1_000;

/** By which it is known on the bus. */
export function executorName(hostId: string): string {
  return `executor-${hostId}`;
}

/** Held until this process ends. Throws `refused`, naming the holder. */
export async function claimDirectory({ vmDirectory }: ExecutorConfig): Promise<void> {
  const path = await realpath(vmDirectory);
  // An abstract socket: nothing of it is left on a disk.
  const name = `\0contraflow-executor-${createHash("sha256").update(path).digest("hex").slice(0, 32)}`;
  const server = createServer((socket) => socket.end(String(process.pid)));
  try {
    await listen(server, name);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EADDRINUSE") throw error;
    const holder = await whoHolds(name);
    throw new FailureError(
      fail(
        "refused",
        `an executor runs for ${path} already${holder === "" ? "" : `, as process ${holder}`}: end it first`,
      ).failure,
    );
  }
  server.unref();
}

/** Throws `refused` when another executor answers for this host; otherwise answers for it from now on. */
export async function claimHost(bus: Bus, { hostId, vmDirectory }: ExecutorConfig): Promise<void> {
  const subject = subjects.getExecutor(hostId);
  const other = await bus.request(subject, codecs.GetExecutor, { hostId }, codecs.ExecutorStatus, askMilliseconds);
  if (other.ok) {
    const { processId, vmDirectory: directory } = other.value;
    const words = `another executor answers for ${hostId}, process ${processId} with ${directory}: host ids must differ`;
    throw new FailureError(fail("refused", words).failure);
  }
  const status = { hostId, processId: process.pid, vmDirectory };
  bus.serve(subject, undefined, codecs.GetExecutor, codecs.ExecutorStatus, async () => ({ ok: true, value: status }));
}

async function listen(server: Server, name: string): Promise<void> {
  const listening = once(server, "listening");
  server.listen(name);
  await listening;
}

async function whoHolds(name: string): Promise<string> {
  const socket = connect(name);
  socket.setTimeout(askMilliseconds, () => socket.destroy());
  let said = "";
  socket.setEncoding("utf8").on("data", (chunk: string) => {
    said += chunk;
  });
  await once(socket, "close").catch(() => undefined);
  return said;
}
