/**
 * Removes the containers and the network of a test's process when that has ended, however it did: it holds the other end of
 * this one's standard input. `node dist/test/container-sweeper.js OWNER`
 */
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export const OWNER_LABEL = "contraflow.test.owner";

if (process.argv[1] === fileURLToPath(import.meta.url)) await sweepAfter(process.argv[2] ?? "");

async function sweepAfter(owner: string): Promise<void> {
  process.stdin.resume();
  await once(process.stdin, "end");
  const { getContainerRuntimeClient } = await import("testcontainers");
  const { dockerode } = (await getContainerRuntimeClient()).container;
  const filters = { label: [`${OWNER_LABEL}=${owner}`] };
  for (const { Id } of await dockerode.listContainers({ all: true, filters })) {
    await dockerode.getContainer(Id).remove({ force: true, v: true });
  }
  for (const { Id } of await dockerode.listNetworks({ filters })) await dockerode.getNetwork(Id).remove();
}
