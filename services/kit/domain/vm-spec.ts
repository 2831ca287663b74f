import { z } from "zod";
import { bytes, id, interfaceName, shortText } from "./quantity.ts";

/**
 * A VM's declared spec: everything a destination needs to start the QEMU process that takes the VM in, and nothing
 * that could make that process do anything else. Host matters (accelerator, tap names, sockets, network namespace)
 * are not in it: each host decides them.
 */

/** Absolute, without `..`, without a comma: QEMU's option syntax would split at it. */
export const imagePath = z
  .string()
  .max(1024)
  .regex(/^\/[A-Za-z0-9_./+@-]+$/, "must be an absolute path of A-Z a-z 0-9 _ . / + @ -")
  .refine((path) => !path.split("/").includes(".."), "must not contain ..");

/** A name of QEMU's. No comma, so no option can be smuggled in; `help` would have QEMU print a list and end. */
const cpuModel = z
  .string()
  .regex(/^[A-Za-z0-9][A-Za-z0-9_.+-]{0,63}$/, "must be a name of A-Z a-z 0-9 _ . + -")
  .refine((name) => name !== "help", "must be the name of a CPU model");

/** A versioned machine type: an unversioned alias means different machines on different hosts. */
export const machineType = z
  .string()
  .regex(/^(pc-i440fx|pc-q35|microvm|virt)-\d{1,2}\.\d{1,2}$/, "must be versioned, for example pc-i440fx-7.2");

/** Of one NIC. QEMU takes the address of zeros for none, and would give it one of its own. */
const nicAddress = z
  .string()
  .regex(/^[0-9a-f][02468ace](:[0-9a-f]{2}){5}$/, "must be the MAC address of one NIC, in lower case")
  .refine((address) => address !== "00:00:00:00:00:00", "must not be all zeros");

export const nicSpec = z.strictObject({
  macAddress: nicAddress,
  bridge: interfaceName,
  model: z.enum(["virtio-net-pci", "e1000"]),
});
export type NicSpec = z.infer<typeof nicSpec>;

export const diskSpec = z.strictObject({
  path: imagePath,
  format: z.enum(["raw", "qcow2"]),
  readOnly: z.boolean(),
});
export type DiskSpec = z.infer<typeof diskSpec>;

export const kernelSpec = z.strictObject({
  kernelPath: imagePath,
  initrdPath: imagePath.optional(),
  /** One argument of QEMU's, never a shell's. */
  commandLine: z
    .string()
    .max(2048)
    .regex(/^[\x20-\x7e]*$/, "must be printable ASCII"),
});
export type KernelSpec = z.infer<typeof kernelSpec>;

export const vmSpec = z
  .strictObject({
    vmId: id,
    memoryBytes: bytes.min(16 * 1024 * 1024).multipleOf(1024 * 1024, "must be a whole number of MiB"),
    cpus: z.number().int().min(1).max(512),
    machineType,
    cpuModel,
    kernel: kernelSpec.optional(),
    disks: z.array(diskSpec).max(16),
    nics: z
      .array(nicSpec)
      .max(16)
      .superRefine((nics, context) => {
        const twice = nics.findIndex(
          ({ macAddress }, index) => nics.findIndex((nic) => nic.macAddress === macAddress) < index,
        );
        if (twice < 0) return;
        context.addIssue({
          code: "custom",
          path: [twice, "macAddress"],
          message: "is the address of another of its NICs",
        });
      }),
    /** FORBIDDEN: this VM must never run with part of its memory elsewhere. */
    postCopy: z.enum(["ALLOWED", "FORBIDDEN"]),
    description: shortText.optional(),
    antiAffinityGroup: id.optional(),
    migrateAfter: id.optional(),
  })
  .refine(({ vmId, migrateAfter }) => migrateAfter !== vmId, { path: ["migrateAfter"], message: "is the VM itself" });
export type VmSpec = z.infer<typeof vmSpec>;
