import { z } from "zod";
import { absolutePath, natsSettings } from "../kit/bus/settings.ts";
import { id, port } from "../kit/domain/quantity.ts";

export const executorConfig = z.strictObject({
  hostId: id,
  /** One directory for each VM, and `.incoming` for those on their way in. */
  vmDirectory: absolutePath,
  /** Absent: this process's own, as on a host of its own. */
  networkNamespace: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/, "must be the name of a network namespace")
    .optional(),
  /** Where other hosts reach this one for migrations. A literal address: nothing is resolved on the way. */
  migrationAddress: z.union([z.ipv4(), z.ipv6()]),
  /** Over other networks: where a post-copy whose stream broke is taken in again when the first way stays broken. */
  alternativeAddresses: z.array(z.union([z.ipv4(), z.ipv6()])).default([]),
  /** Where libvirt's begins. Linux gives these ports to clients too: one that is taken is passed over. */
  portRange: z
    .strictObject({ first: port, last: port })
    .refine((range) => range.first <= range.last, { message: "first must not be after last" })
    .default({ first: 49152, last: 49407 }),
  /** Off only where nobody else is on the network: whoever connects to a migration's port first is taken for its source. */
  tls: z.enum(["on", "off"]).default("on"),
  /** Certificates of this host: `contraflow tls init` makes some, `contraflow doctor` says what is wrong with them. */
  tlsDirectory: absolutePath.default("/etc/contraflow/tls"),
  /**
   * `net.ipv4.tcp_notsent_lowat`, in bytes, set while this host sends a VM and put back afterwards: pages for which a
   * post-copied VM waits then do not queue behind those for which it does not. Absent: left as it is.
   */
  tcpNotsentLowat: z.int().min(4_096).max(1_048_576).optional(),
  /**
   * Of a hybrid's first pass: the VM goes over when that much of its memory has been passed. Absent: when all of it has, as
   * the planner's forecasts have it.
   */
  hybridSwitchShare: z.number().gt(0).max(1).optional(),
  accelerator: z.enum(["kvm", "tcg"]),
  /**
   * The slice of systemd below which each VM that comes in gets a scope of its own, apart from the executor's unit: nothing that
   * is done to the unit is done to a VM. Absent: VMs stay in the unit.
   */
  vmSlice: z
    .string()
    .regex(/^[A-Za-z0-9:_.-]{1,240}\.slice$/, "must be the name of a slice, for example contraflow-vms.slice")
    .optional(),
  /** Kernels and disks of a VM must lie below one of these: an order from the bus cannot open other files. */
  allowedImageDirectories: z.array(absolutePath).default([]),
  /** Bridges that VMs may be joined to. Absent: every bridge of the host. */
  bridges: z.array(z.string().min(1).max(15)).optional(),
  /**
   * How long a stopping executor waits for its migrations before it leaves them to QEMU. With what closing takes then,
   * at most some 20 s more without NATS, it stays below the 90 s after which systemd kills.
   */
  drainSeconds: z.number().min(0).max(86_400).default(60),
  /**
   * Public keys of planners, one a line: an order that none of them has signed is refused. Read anew when it changes.
   * Absent: orders are taken from whoever can publish them.
   */
  plannerKeysFile: absolutePath.optional(),
  ...natsSettings,
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Where it says whether it can do its work, for a container's health check. Absent: nowhere. */
  healthFile: absolutePath.optional(),
});
export type ExecutorConfig = z.infer<typeof executorConfig>;
