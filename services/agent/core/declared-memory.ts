const MiB = 1024 * 1024;
const DEFAULT_MEMORY_BYTES = 128 * MiB;
const units: Readonly<Record<string, number>> = { b: 1, k: 1024, m: MiB, g: 1024 * MiB, t: MiB * MiB };

/**
 * Memory of a VM that nobody declared, from QEMU's `-m`: `256`, `1.5G`, `slots=4,size=4194304k`; MiB without a unit. What no
 * QEMU could be started with counts as its default: a report that said it would not be taken.
 */
export function memoryOfCommandLine(argv: readonly string[]): number {
  // After `-append` stand the guest's own words.
  const option = argv.findLastIndex((word, index) => word === "-m" && argv[index - 1] !== "-append");
  const written = option < 0 ? "" : (argv[option + 1] ?? "");
  const [, amount, unit = ""] = /^(?:(?:[^,]*,)*?size=)?(\d+(?:\.\d+)?)([bkmgt]?)(?:,|$)/i.exec(written) ?? [];
  if (amount === undefined) return DEFAULT_MEMORY_BYTES;
  const bytes = Math.floor(Number(amount) * (units[unit.toLowerCase() || "m"] ?? MiB));
  return Number.isSafeInteger(bytes) && bytes > 0 ? bytes : DEFAULT_MEMORY_BYTES;
}
