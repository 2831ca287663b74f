import { z } from "zod";

/** Names and addresses of one lab's parts. Everything in a lab is named by it, so labs do not collide. */

/** No hyphen: `cf-<lab>-` is then the prefix of this lab's namespaces and of no other's. */
export const labName = z.string().regex(/^[a-z0-9]{1,12}$/, "must be 1 to 12 of a-z 0-9");

export interface LabHost {
  readonly hostId: string;
  readonly networkNamespace: string;
  /** Of the host's bridge: where migrations arrive. */
  readonly address: string;
}

export interface LabLayout {
  readonly lab: string;
  readonly linkMbit: number;
  /** The first is the source. */
  readonly hosts: readonly LabHost[];
  readonly clientNamespace: string;
  readonly switchNamespace: string;
}

export const BRIDGE = "br0";
/** A host's network card: the veth that is shaped. */
export const UPLINK = "nic0";
export const PREFIX_BITS = 24;
const NETWORK = "10.77.0";
export const CLIENT_ADDRESS = `${NETWORK}.90`;
const FIRST_HOST = 1;
const FIRST_VM = 100;
const FIRST_TRAFFIC_PORT = 5201;

export const MAX_DESTINATIONS = 16;
export const MAX_VMS = 100;

export function labLayout(lab: string, linkMbit: number, destinations: number): LabLayout {
  const hosts = Array.from({ length: destinations + 1 }, (_, index) => {
    const hostId = `host-${String.fromCharCode("a".charCodeAt(0) + index)}`;
    return { hostId, networkNamespace: namespaceOf(lab, hostId), address: `${NETWORK}.${FIRST_HOST + index}` };
  });
  return {
    lab,
    linkMbit,
    hosts,
    clientNamespace: namespaceOf(lab, "client"),
    switchNamespace: namespaceOf(lab, "switch"),
  };
}

export function sourceHost(layout: LabLayout): LabHost {
  const [first] = layout.hosts;
  if (first === undefined) throw new Error("a lab has at least one host");
  return first;
}

export function namespacePrefix(lab: string): string {
  return `cf-${lab}-`;
}

export function vmAddress(vmIndex: number): string {
  return `${NETWORK}.${FIRST_VM + vmIndex}`;
}

export function vmMacAddress(vmIndex: number): string {
  return `52:54:00:77:01:${hexByte(vmIndex)}`;
}

/** Of the VM's peer in the client's namespace. */
export function trafficPort(vmIndex: number): number {
  return FIRST_TRAFFIC_PORT + vmIndex;
}

/** Locally administered, one for each bridge of a lab. */
export function bridgeMacAddress(bridgeIndex: number): string {
  return `02:cf:77:00:00:${hexByte(bridgeIndex)}`;
}

function namespaceOf(lab: string, part: string): string {
  return `${namespacePrefix(lab)}${part}`;
}

function hexByte(value: number): string {
  return value.toString(16).padStart(2, "0");
}
