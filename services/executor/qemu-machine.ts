import { z } from "zod";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { QmpClient } from "../kit/qmp/qmp-client.ts";
import type { Machine } from "./core/machine.ts";

/** Reads from QEMU itself what it consists of: a command line says nothing of what was plugged in later. */

interface PciDevice {
  readonly slot: number;
  readonly function: number;
  readonly qdev_id: string;
  readonly id: { readonly vendor: number; readonly device: number };
  readonly pci_bridge?: { readonly devices?: readonly PciDevice[] | undefined } | undefined;
}

const pciDevice: z.ZodType<PciDevice> = z.lazy(() =>
  z.object({
    slot: z.number(),
    function: z.number(),
    qdev_id: z.string(),
    id: z.object({ vendor: z.number(), device: z.number() }),
    pci_bridge: z.object({ devices: z.array(pciDevice).optional() }).optional(),
  }),
);
const pciReply = z.array(z.object({ devices: z.array(pciDevice) }));
const childrenReply = z.array(z.object({ name: z.string(), type: z.string() }));
const memoryReply = z.object({ "base-memory": z.number(), "plugged-memory": z.number().default(0) });
const blocksReply = z.array(
  z.object({
    device: z.string(),
    qdev: z.string().optional(),
    inserted: z
      .object({ ro: z.boolean(), image: z.object({ "virtual-size": z.number(), format: z.string() }) })
      .optional(),
  }),
);
const cpusReply = z.array(z.object({ "qom-path": z.string() }));

export async function readMachine(client: QmpClient): Promise<Result<Machine>> {
  const ask = async <T>(command: string, args: Readonly<Record<string, string>>, schema: z.ZodType<T>) =>
    read(await client.execute(command, args), command, schema);
  const [type, memory, cpus, named, anonymous, pci, blocks] = await Promise.all([
    ask("qom-get", { path: "/machine", property: "type" }, z.string()),
    ask("query-memory-size-summary", {}, memoryReply),
    ask("query-cpus-fast", {}, cpusReply),
    ask("qom-list", { path: "/machine/peripheral" }, childrenReply),
    ask("qom-list", { path: "/machine/peripheral-anon" }, childrenReply),
    ask("query-pci", {}, pciReply),
    ask("query-block", {}, blocksReply),
  ]);
  if (!type.ok) return type;
  if (!memory.ok) return memory;
  if (!cpus.ok) return cpus;
  if (!named.ok) return named;
  if (!anonymous.ok) return anonymous;
  if (!pci.ok) return pci;
  if (!blocks.ok) return blocks;
  const path = cpus.value[0]?.["qom-path"] ?? "";
  const model = await ask("qom-get", { path, property: "type" }, z.string());
  if (!model.ok) return model;
  const mebibytes = (memory.value["base-memory"] + memory.value["plugged-memory"]) / (1024 * 1024);
  const places = pci.value.flatMap(({ devices }) => placesOf(devices, ""));
  return ok([
    `machine ${type.value}`,
    `memory ${mebibytes} MiB`,
    `CPUs ${cpus.value.length} ${model.value}`,
    ...devicesIn([...named.value, ...anonymous.value], places),
    ...blocks.value.flatMap(disksIn),
  ]);
}

/** A guest whose disk is another one, or another size, there goes on writing as if it were the same. */
function disksIn({ device, qdev, inserted }: z.infer<typeof blocksReply>[number]): readonly string[] {
  if (inserted === undefined) return [];
  const { format, "virtual-size": bytes } = inserted.image;
  return [`disk ${device || qdev || "?"} ${format} of ${bytes} bytes${inserted.ro ? ", read only" : ""}`];
}

function read<T>(reply: Result<unknown>, command: string, schema: z.ZodType<T>): Result<T> {
  if (!reply.ok) return reply;
  const parsed = schema.safeParse(reply.value);
  return parsed.success ? ok(parsed.data) : fail("invalid", `${command}: unreadable reply`);
}

interface Place {
  readonly id: string;
  readonly address: string;
  readonly model: string;
}

/** Bus numbers are the guest's, and a QEMU that waits for one has none: a device behind a bridge is placed by slots. */
function placesOf(devices: readonly PciDevice[], bridge: string): readonly Place[] {
  return devices.flatMap((device) => {
    const address = `${bridge}${hex(device.slot, 2)}.${device.function}`;
    const model = `${hex(device.id.vendor, 4)}:${hex(device.id.device, 4)}`;
    return [{ id: device.qdev_id, address, model }, ...placesOf(device.pci_bridge?.devices ?? [], `${address}/`)];
  });
}

function devicesIn(children: z.infer<typeof childrenReply>, places: readonly Place[]): readonly string[] {
  const devices = children.flatMap(({ name, type }) => {
    const model = /^child<(.+)>$/.exec(type)?.[1];
    return model === undefined ? [] : [{ name, model }];
  });
  const named = new Set(devices.map(({ name }) => name));
  return [
    ...devices.map(({ name, model }) => {
      const place = places.find(({ id }) => id === name);
      return `device ${name} ${model}${place === undefined ? "" : ` at ${place.address}`}`;
    }),
    ...places.filter(({ id }) => !named.has(id)).map(({ address, model }) => `PCI device ${model} at ${address}`),
  ];
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, "0");
}
