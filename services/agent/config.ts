import { z } from "zod";
import { absolutePath, natsSettings } from "../kit/bus/settings.ts";
import { bytes, id, interfaceName, rate } from "../kit/domain/quantity.ts";
import { parseSocketGlob } from "./core/socket-glob.ts";

const socketGlob = z.string().transform((written, context) => {
  const parsed = parseSocketGlob(written);
  if (parsed.ok) return parsed.value;
  context.addIssue({ code: "custom", message: parsed.failure.message });
  return z.NEVER;
});

const settings = z.strictObject({
  hostId: id,
  ...natsSettings,
  logLevel: z.enum(["trace", "debug", "info", "warn", "error", "fatal", "silent"]).default("info"),
  /** Where it says whether it can do its work, for a container's health check. Absent: nowhere. */
  healthFile: absolutePath.optional(),
  // Where QMP sockets are, for example /var/lib/contraflow/vms/*/qmp.sock; the star is the VM's id.
  qmpSockets: z.array(socketGlob).min(1),
  /** The host's NICs, that of the VMs first. A speed that is left out is asked of the kernel. */
  links: z
    .array(
      z.strictObject({
        name: interfaceName,
        egressBytesPerSecond: rate.gt(0).optional(),
        ingressBytesPerSecond: rate.gt(0).optional(),
      }),
    )
    .min(1)
    .max(64),
  /** One of the links: where this host's migrations go. Absent: the first, which they share with the VMs. */
  migrationLink: interfaceName.optional(),
  /** One second is short beside the profiles' averages; a profile is stale after 15 s, and one tick may be lost. */
  tickMilliseconds: z.number().int().min(100).max(5_000).default(1000),
  /** While nobody can be told, samples are kept this long: as long as the profiler keeps what they would be added to. */
  backlogSeconds: z.number().min(1).max(3600).default(600),
  /** Others take a host whose reports stop for dead, so they come a few times within their patience. */
  reportEverySeconds: z.number().min(0.1).max(60).default(2),
  /** Absent: the namespace of the agent itself. */
  networkNamespace: z
    .string()
    .regex(/^[A-Za-z0-9_.-]{1,64}$/, "must be the name of a network namespace")
    .optional(),
  /** At most this much of the machine's memory is the host's: for machines that several hosts share. */
  memoryLimitBytes: bytes.min(1).optional(),
});

export const agentConfig = settings.refine(
  ({ links, migrationLink }) => migrationLink === undefined || links.some(({ name }) => name === migrationLink),
  { path: ["migrationLink"], message: "must be one of links" },
);
export type AgentConfig = z.infer<typeof agentConfig>;
