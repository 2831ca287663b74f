/** Quantities in words for people; conversions from the units of the code are here and nowhere else. */
import type { Technique } from "../domain/technique.ts";

export function mbitText(bytesPerSecond: number): string {
  return `${((bytesPerSecond * 8) / 1e6).toFixed(1)} Mbit/s`;
}

/** Decimal megabytes, as networks count. */
export function megabytesText(bytes: number): string {
  if (bytes >= 10e9) return `${(bytes / 1e9).toFixed(1)} GB`;
  if (bytes >= 1e6) return `${(bytes / 1e6).toFixed(1)} MB`;
  return bytes >= 1e3 ? `${(bytes / 1e3).toFixed(0)} kB` : `${bytes.toFixed(0)} B`;
}

/** Memory is counted in powers of two. */
export function mebibytesText(bytes: number): string {
  const mebibytes = bytes / (1024 * 1024);
  return mebibytes >= 10 * 1024 ? `${(mebibytes / 1024).toFixed(1)} GiB` : `${mebibytes.toFixed(0)} MiB`;
}

export function secondsText(seconds: number): string {
  if (seconds >= 3600) return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
  if (seconds >= 120) return `${Math.floor(seconds / 60)} min ${Math.floor(seconds % 60)} s`;
  return `${seconds.toFixed(1)} s`;
}

/** Downtimes are a matter of milliseconds. */
export function shortSecondsText(seconds: number): string {
  return seconds < 1 ? `${(seconds * 1000).toFixed(0)} ms` : secondsText(seconds);
}

export function techniqueText(technique: Technique): string {
  return technique.toLowerCase().replace("_", "-");
}

const FULL = "█";
const EMPTY = "░";

/** A bar of `width` cells; never full before the end. */
export function bar(fraction: number, width: number): string {
  const bounded = Math.min(1, Math.max(0, fraction));
  const cells = bounded === 1 ? width : Math.min(width - 1, Math.round(bounded * width));
  return FULL.repeat(cells) + EMPTY.repeat(width - cells);
}
