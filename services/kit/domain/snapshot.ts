import { z } from "zod";
import { bytes, capacity, id, rate, seconds, share, text } from "./quantity.ts";
import { postCopy } from "./technique.ts";

/** What a plan is made from: the proto JSON of `contraflow.v1.ClusterSnapshot`. */
export const hostSnapshot = z.strictObject({
  hostId: id,
  egressBytesPerSecond: capacity,
  ingressBytesPerSecond: capacity,
  freeMemoryBytes: bytes,
  postCopySupported: z.boolean().optional(),
  migrationEgressBytesPerSecond: capacity.optional(),
  migrationIngressBytesPerSecond: capacity.optional(),
});
export type HostSnapshot = z.infer<typeof hostSnapshot>;

export const vmSnapshot = z
  .strictObject({
    vmId: id,
    hostId: id,
    memoryBytes: bytes.min(1),
    usedMemoryBytes: bytes.optional(),
    dirtyBytesPerSecond: rate.optional(),
    workingSetBytes: bytes.optional(),
    outboundBytesPerSecond: rate.optional(),
    inboundBytesPerSecond: rate.optional(),
    postCopy: postCopy.optional(),
    antiAffinityGroup: id.optional(),
    outboundDeviationBytesPerSecond: rate.optional(),
    inboundDeviationBytesPerSecond: rate.optional(),
    postCopyRefusal: text.min(1).optional(),
    profileAgeSeconds: seconds.optional(),
    profileCompleteness: share.optional(),
    migrateAfter: id.optional(),
  })
  .refine((vm) => (vm.usedMemoryBytes ?? 0) <= vm.memoryBytes, {
    path: ["usedMemoryBytes"],
    message: "must not exceed memoryBytes",
  });
export type VmSnapshot = z.infer<typeof vmSnapshot>;

function snapshotOf(hosts: z.ZodArray<typeof hostSnapshot>, vms: z.ZodArray<typeof vmSnapshot>) {
  return z.strictObject({ hosts, vms }).superRefine((cluster, context) => {
    const hostIds = new Set<string>();
    for (const [index, host] of cluster.hosts.entries()) {
      if (hostIds.has(host.hostId)) {
        context.addIssue({
          code: "custom",
          path: ["hosts", index, "hostId"],
          message: `"${host.hostId}" is there twice`,
        });
      }
      hostIds.add(host.hostId);
    }
    const vmIds = new Set<string>();
    for (const [index, vm] of cluster.vms.entries()) {
      if (vmIds.has(vm.vmId)) {
        context.addIssue({ code: "custom", path: ["vms", index, "vmId"], message: `"${vm.vmId}" is there twice` });
      }
      vmIds.add(vm.vmId);
      if (!hostIds.has(vm.hostId)) {
        context.addIssue({
          code: "custom",
          path: ["vms", index, "hostId"],
          message: `no host "${vm.hostId}" in hosts`,
        });
      }
    }
  });
}

/** A file may hold any number. */
export const snapshotOfAnySize = snapshotOf(z.array(hostSnapshot), z.array(vmSnapshot));
/** What a message may hold. */
export const clusterSnapshot = snapshotOf(z.array(hostSnapshot).max(10_000), z.array(vmSnapshot).max(100_000));
export type ClusterSnapshot = z.infer<typeof clusterSnapshot>;
