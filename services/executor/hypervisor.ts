import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ExecutorConfig } from "./config.ts";
import { removeHalfLaunched } from "./half-launched.ts";
import { MemoryPromises } from "./memory-promises.ts";
import type { Clock, Hypervisor } from "./ports.ts";
import { clearPlace, INCOMING_DIRECTORY, launchIncomingQemu, reopenIncomingQemu } from "./qemu-incoming.ts";
import { openSourceQemu } from "./qemu-source.ts";
import { probe } from "./reachability.ts";

/** At most this many ports are tried for one migration: when they are all taken, something else is wrong. */
const portsTried = 32;

/** This host's QEMU processes. */
export function createHypervisor(config: ExecutorConfig, clock: Clock): Hypervisor {
  const memory = new MemoryPromises(join(config.vmDirectory, INCOMING_DIRECTORY));
  const { first, last } = config.portRange;
  let next = first;
  // Each migration starts where the one before stopped: a port just left is the one most likely still taken.
  const nextPorts = () => {
    const count = last - first + 1;
    const ports = Array.from(
      { length: Math.min(portsTried, count) },
      (_, index) => first + ((next - first + index) % count),
    );
    next = first + ((next - first + 1) % count);
    return ports;
  };
  const tlsDirectory = config.tls === "on" ? config.tlsDirectory : undefined;
  return {
    hostId: config.hostId,
    migrationAddress: config.migrationAddress,
    recoveryAddresses: [config.migrationAddress, ...config.alternativeAddresses],
    probe: (address, port) => probe(address, port, config.networkNamespace),
    openSource: (vmId, events) =>
      openSourceQemu({
        directory: join(config.vmDirectory, vmId),
        networkNamespace: config.networkNamespace,
        tlsDirectory,
        events,
        clock,
      }),
    reopenIncoming: (migration, port, events) =>
      reopenIncomingQemu(migration, port, {
        ...{ vmDirectory: config.vmDirectory, networkNamespace: config.networkNamespace, nextPorts, events, clock },
      }),
    isAmongIncoming: (migrationId) => existsSync(join(config.vmDirectory, INCOMING_DIRECTORY, migrationId)),
    clearPlace: (vmId) => clearPlace(join(config.vmDirectory, vmId), config.networkNamespace),
    removeHalfLaunched: (migrationId) =>
      removeHalfLaunched(join(config.vmDirectory, INCOMING_DIRECTORY, migrationId), config.networkNamespace),
    launchIncoming: (order, events) =>
      launchIncomingQemu(order, {
        vmDirectory: config.vmDirectory,
        networkNamespace: config.networkNamespace,
        accelerator: config.accelerator,
        allowedImageDirectories: config.allowedImageDirectories,
        address: config.migrationAddress,
        tlsDirectory,
        nextPorts,
        memory,
        events,
        clock,
      }),
  };
}
