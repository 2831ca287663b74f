/** Numbers as people read them. The only place where the planner rounds. */
import type { Vm } from "./cluster.ts";

export function megabits(bytesPerSecond: number): string {
  return ((bytesPerSecond * 8) / 1e6).toFixed(1);
}

export function rateWords(bytesPerSecond: number): string {
  return `${megabits(bytesPerSecond)} Mbit/s`;
}

/** Of what it varies by, a plan that counts on an average says only what is a good part of it. */
const MATERIAL_DEVIATION = 0.25;
/** 1 Mbit/s. */
const LEAST_VARYING = 125_000;

export function trafficWords({ outbound, inbound, deviation = 0 }: Vm): string {
  const most = Math.max(outbound, inbound);
  const varies = most >= LEAST_VARYING && deviation >= most * MATERIAL_DEVIATION ? ` ± ${megabits(deviation)}` : "";
  const level = `${megabits(most)}${varies} Mbit/s`;
  return outbound >= inbound
    ? `sends ${level}, receives ${megabits(inbound)}`
    : `receives ${level}, sends ${megabits(outbound)}`;
}

export function memoryWords(bytes: number): string {
  return `${(bytes / 2 ** 20).toFixed(1)} MiB`;
}

export function secondsWords(seconds: number): string {
  return `${seconds.toFixed(1)} s`;
}

/** `a`, `a and b`, `a, b and c`; beyond `limit` names, the number of the rest. */
export function listWords(names: readonly string[], limit = 8): string {
  if (names.length > limit) return `${names.slice(0, limit).join(", ")} and ${names.length - limit} more`;
  const last = names.at(-1);
  if (last === undefined) return "none";
  return names.length === 1 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
