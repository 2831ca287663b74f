import { existsSync } from "node:fs";
import { join } from "node:path";
import type { ExecutorConfig } from "./config.ts";
import { removeHalfLaunched } from "./half-launched.ts";
import { MemoryPromises } from "./memory-promises.ts";
import { PortRange } from "./port-range.ts";
import type { Clock, Hypervisor } from "./ports.ts";
import { clearPlace, INCOMING_DIRECTORY, launchIncomingQemu, reopenIncomingQemu } from "./qemu-incoming.ts";
import { openSourceQemu } from "./qemu-source.ts";
import { createProber } from "./reachability.ts";

/** This host's QEMU processes. */
export function createHypervisor(config: ExecutorConfig, clock: Clock): Hypervisor {
  const memory = new MemoryPromises(join(config.vmDirectory, INCOMING_DIRECTORY));
  const ports = new PortRange(config.portRange, clock);
  const tlsDirectory = config.tls === "on" ? config.tlsDirectory : undefined;
  return {
    hostId: config.hostId,
    migrationAddress: config.migrationAddress,
    recoveryAddresses: [config.migrationAddress, ...config.alternativeAddresses],
    ...createProber(config.networkNamespace, clock),
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
        ...{ vmDirectory: config.vmDirectory, networkNamespace: config.networkNamespace, ports, events, clock },
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
        slice: config.vmSlice,
        address: config.migrationAddress,
        tlsDirectory,
        ports,
        memory,
        events,
        clock,
      }),
  };
}
