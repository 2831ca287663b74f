import { isIPv6 } from "node:net";

/** Where QEMU listens for a stream, or connects to, in its own words. */

export function tcpUri(address: string, port: number): string {
  return `tcp:${isIPv6(address) ? `[${address}]` : address}:${port}`;
}

export function addressIn(uri: string): string | undefined {
  const [, bracketed, plain] = /^tcp:(?:\[([^\]]+)\]|([^:]+)):\d+$/.exec(uri) ?? [];
  return bracketed ?? plain;
}
