const MiB = 1024 * 1024;
const DEFAULT_MEMORY_BYTES = 128 * MiB;
const units: Readonly<Record<string, number>> = { k: 1024, m: MiB, g: 1024 * MiB, t: MiB * MiB };

/** Memory of a VM that nobody declared, from QEMU's `-m`: `256`, `2G`, `size=4194304k,slots=4`; MiB without a unit. */
export function memoryOfCommandLine(argv: readonly string[]): number {
  const option = argv.lastIndexOf("-m");
  const [, digits, unit = "m"] = /^(?:size=)?(\d+)([kmgt]?)/i.exec(option < 0 ? "" : (argv[option + 1] ?? "")) ?? [];
  if (digits === undefined) return DEFAULT_MEMORY_BYTES;
  return Number(digits) * (units[unit.toLowerCase() || "m"] ?? MiB);
}
