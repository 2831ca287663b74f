import type { InterfaceCounters } from "../domain/traffic.ts";

/** Name, received bytes, seven more columns about receiving, sent bytes. */
const LINE = /^ *([^:\s]+): *(\d{1,20})(?: +\d+){7} +(\d{1,20})/gm;

/** The text of `/proc/net/dev`: every interface of one network namespace. */
export function parseNetDev(text: string): ReadonlyMap<string, InterfaceCounters> {
  const counters = new Map<string, InterfaceCounters>();
  for (const [, name = "", received, sent] of text.matchAll(LINE)) {
    counters.set(name, { receivedBytes: Number(received), sentBytes: Number(sent) });
  }
  return counters;
}
