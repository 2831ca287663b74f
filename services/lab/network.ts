import { readdirSync, readlinkSync, statSync } from "node:fs";
import { join } from "node:path";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { ipBatch, runCommand } from "../kit/hypervisor/command.ts";
import { endProcess } from "../kit/hypervisor/destroy.ts";
import { allPids, startTicksOf, type VmProcess } from "../kit/hypervisor/process.ts";
import {
  BRIDGE,
  bridgeMacAddress,
  CLIENT_ADDRESS,
  type LabHost,
  type LabLayout,
  namespacePrefix,
  PREFIX_BITS,
  UPLINK,
} from "./layout.ts";

/**
 * A lab's network: one namespace a host with a bridge, whose uplink is a veth to the switch's namespace, shaped in both
 * directions; one namespace for the peers of the VMs' traffic, with an uplink that is not shaped. Nothing appears in
 * the namespace of the caller.
 */

const NAMESPACES = "/run/netns";

/**
 * The same for every policy and every host. `tcp_notsent_lowat` keeps the migration's queue short, so that the pages a
 * post-copied VM waits for overtake those it does not. Congestion control stays the machine's: a namespace may not
 * choose one that the machine restricts.
 *
 * The client has the same. Where it is the sender, its throughput is counted when the socket takes the bytes; a short
 * queue there makes that the same as what the VM receives, within one round trip.
 */
const SETTINGS = [
  "net.ipv4.tcp_notsent_lowat=4096",
  "net.ipv6.conf.all.disable_ipv6=1",
  "net.ipv6.conf.default.disable_ipv6=1",
];

/** Removes what an earlier lab of this name left, then builds. A failure leaves nothing. */
export async function createNetwork(layout: LabLayout): Promise<Result<void>> {
  const cleared = await destroyNetwork(layout.lab);
  if (!cleared.ok) return cleared;
  const built = await build(layout);
  if (!built.ok) await destroyNetwork(layout.lab);
  return built;
}

async function build(layout: LabLayout): Promise<Result<void>> {
  const { hosts, clientNamespace, switchNamespace, linkMbit } = layout;
  const all = [switchNamespace, clientNamespace, ...hosts.map((host) => host.networkNamespace)];
  const added = await ipBatch(
    undefined,
    all.map((name) => `netns add ${name}`),
  );
  if (!added.ok) return added;

  // Settings first: connections made later inherit them.
  const settings = await allOrFail([
    ...hosts.map((host) => sysctl(host.networkNamespace, SETTINGS)),
    sysctl(clientNamespace, SETTINGS),
  ]);
  if (!settings.ok) return settings;

  const ports = [
    ...hosts.map((host) => ({ port: host.hostId, namespace: host.networkNamespace })),
    { port: "client", namespace: clientNamespace },
  ];
  const links = await ipBatch(switchNamespace, [
    ...bridgeLines(0),
    ...ports.flatMap(({ port, namespace }) => [
      `link add ${port} type veth peer name ${UPLINK} netns ${namespace}`,
      `link set ${port} master ${BRIDGE} up`,
    ]),
  ]);
  if (!links.ok) return links;

  return allOrFail([
    ...hosts.map((host, index) => hostSide(host, index + 1, linkMbit)),
    ipBatch(clientNamespace, [
      "link set lo up",
      `address add ${CLIENT_ADDRESS}/${PREFIX_BITS} dev ${UPLINK}`,
      `link set ${UPLINK} up`,
    ]),
    shape(
      switchNamespace,
      hosts.map((host) => host.hostId),
      linkMbit,
    ),
  ]);
}

async function hostSide(host: LabHost, bridgeIndex: number, linkMbit: number): Promise<Result<unknown>> {
  const made = await ipBatch(host.networkNamespace, [
    "link set lo up",
    ...bridgeLines(bridgeIndex),
    `link set ${UPLINK} master ${BRIDGE} up`,
    `address add ${host.address}/${PREFIX_BITS} dev ${BRIDGE}`,
  ]);
  return made.ok ? shape(host.networkNamespace, [UPLINK], linkMbit) : made;
}

/**
 * A bridge without an address of its own takes the lowest of its ports', so it changes when a tap joins; the neighbour's
 * entry goes stale and the migration's connection hangs for a minute.
 */
function bridgeLines(bridgeIndex: number): readonly string[] {
  const macAddress = bridgeMacAddress(bridgeIndex);
  return [
    `link add ${BRIDGE} address ${macAddress} type bridge stp_state 0 forward_delay 0 mcast_snooping 0`,
    `link set ${BRIDGE} up`,
  ];
}

/** A fair link: the burst is about one large segment, the queue at most 30 ms long. */
function shape(networkNamespace: string, devices: readonly string[], linkMbit: number): Promise<Result<string>> {
  const lines = devices.map(
    (device) => `qdisc replace dev ${device} root tbf rate ${linkMbit}mbit burst 64kb latency 30ms`,
  );
  return runCommand("tc", ["-n", networkNamespace, "-batch", "-"], { input: `${lines.join("\n")}\n` });
}

/** Frames of full segments carry this share of payload. */
const PAYLOAD_SHARE = 1448 / 1514;

/** Of the client: what leaves these ports is held to these rates of payload, each by itself. */
export function holdPorts(
  { clientNamespace }: Pick<LabLayout, "clientNamespace">,
  ports: readonly { readonly port: number; readonly mbit: number }[],
): Promise<Result<string>> {
  const lines = ports.flatMap(({ port, mbit }, index) => {
    const leaf = `1:${(index + 1).toString(16)}`;
    const rate = `${Math.round((mbit * 1000) / PAYLOAD_SHARE)}kbit`;
    return [
      `class add dev ${UPLINK} parent 1: classid ${leaf} htb rate ${rate} ceil ${rate}`,
      `filter add dev ${UPLINK} parent 1: protocol ip prio 1 u32 match ip sport ${port} 0xffff flowid ${leaf}`,
    ];
  });
  const input = [`qdisc replace dev ${UPLINK} root handle 1: htb`, ...lines, ""].join("\n");
  return runCommand("tc", ["-n", clientNamespace, "-batch", "-"], { input });
}

function sysctl(networkNamespace: string, settings: readonly string[]): Promise<Result<string>> {
  // -e: a kernel without IPv6 has no such key, and needs none.
  return runCommand("ip", ["netns", "exec", networkNamespace, "sysctl", "-q", "-e", "-w", ...settings]);
}

/**
 * Ends whatever still runs in the lab's namespaces and removes them with everything inside. Complete also when an
 * earlier `createNetwork` or `destroyNetwork` stopped in the middle; no failure when there is nothing.
 */
export async function destroyNetwork(lab: string): Promise<Result<void>> {
  const names = networkNamespacesOf(lab);
  const ended = await Promise.all(processesIn(names).map(endProcess));
  const survivor = ended.find((result) => !result.ok);
  if (survivor !== undefined && !survivor.ok) return survivor;
  if (names.length === 0) return ok(undefined);
  const removed = await ipBatch(
    undefined,
    names.map((name) => `netns delete ${name}`),
  );
  if (removed.ok) return ok(undefined);
  // Somebody else may have removed some of them meanwhile: one by one, and what is gone is gone.
  for (const name of names) await runCommand("ip", ["netns", "delete", name]);
  const left = networkNamespacesOf(lab);
  return left.length === 0 ? ok(undefined) : fail("unavailable", `cannot remove ${left.join(", ")}`);
}

export function networkNamespacesOf(lab: string): readonly string[] {
  try {
    return readdirSync(NAMESPACES)
      .filter((name) => name.startsWith(namespacePrefix(lab)))
      .sort();
  } catch {
    // No namespace was ever made on this machine.
    return [];
  }
}

function processesIn(names: readonly string[]): readonly VmProcess[] {
  const links = new Set(names.map((name) => `net:[${statSync(join(NAMESPACES, name)).ino}]`));
  return allPids().flatMap((pid) => {
    const startTicks = startTicksOf(pid);
    if (startTicks === undefined || !links.has(namespaceLinkOf(pid))) return [];
    return [{ pid, startTicks }];
  });
}

function namespaceLinkOf(pid: number): string {
  try {
    return readlinkSync(`/proc/${pid}/ns/net`);
  } catch {
    return "";
  }
}

async function allOrFail(steps: readonly Promise<Result<unknown>>[]): Promise<Result<void>> {
  for (const result of await Promise.all(steps)) if (!result.ok) return result;
  return ok(undefined);
}
