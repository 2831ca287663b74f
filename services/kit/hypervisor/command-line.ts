/**
 * Reads a QEMU command line back: QMP sockets and NICs. Both spellings of an option are known, `a=b,c=d` and the JSON
 * that libvirt writes. What is added later over QMP is not here.
 */

export interface NicOfCommandLine {
  readonly macAddress: string | undefined;
  readonly backend:
    | { readonly kind: "ifname"; readonly name: string }
    | { readonly kind: "fds"; readonly fds: readonly number[] };
}

/** Paths as written, absolute or relative to the process's working directory. */
export function qmpSocketsOf(argv: readonly string[]): readonly string[] {
  const paths = valuesOf(argv, "qmp").flatMap((value) => {
    const path = value.startsWith("unix:") ? parseOption(value.slice("unix:".length), "path").get("path") : undefined;
    return path ? [path] : [];
  });
  const monitors = valuesOf(argv, "mon")
    .map((value) => parseOption(value, "chardev"))
    .filter((monitor) => monitor.get("mode") === "control")
    .map((monitor) => monitor.get("chardev"));
  for (const chardev of valuesOf(argv, "chardev").map((value) => parseOption(value, "backend"))) {
    const path = chardev.get("path");
    if (chardev.get("backend") === "socket" && path !== undefined && monitors.includes(chardev.get("id")))
      paths.push(path);
  }
  return paths;
}

export function nicsOfCommandLine(argv: readonly string[]): readonly NicOfCommandLine[] {
  const devices = valuesOf(argv, "device").map((value) => parseOption(value, "driver"));
  return valuesOf(argv, "netdev")
    .map((value) => parseOption(value, "type"))
    .flatMap((netdev): NicOfCommandLine[] => {
      const id = netdev.get("id");
      if (netdev.get("type") !== "tap" || id === undefined) return [];
      const device = devices.find((candidate) => candidate.get("netdev") === id);
      const macAddress = device?.get("mac")?.toLowerCase();
      const name = netdev.get("ifname");
      if (name !== undefined) return [{ macAddress, backend: { kind: "ifname", name } }];
      const fds = `${netdev.get("fd") ?? ""}:${netdev.get("fds") ?? ""}`.split(":").filter((fd) => /^\d+$/.test(fd));
      return [{ macAddress, backend: { kind: "fds", fds: fds.map(Number) } }];
    });
}

export function uuidOf(argv: readonly string[]): string | undefined {
  return valuesOf(argv, "uuid")[0];
}

function valuesOf(argv: readonly string[], option: string): string[] {
  return argv.flatMap((word, index) => {
    const value = argv[index + 1];
    return (word === `-${option}` || word === `--${option}`) && value !== undefined ? [value] : [];
  });
}

/** `firstKey` names the value that may stand first without a key, as in `tap,id=net0`. */
function parseOption(text: string, firstKey: string): ReadonlyMap<string, string> {
  if (text.startsWith("{")) return parseJsonOption(text);
  return new Map(
    partsOf(text).map((part, index): [string, string] => {
      const at = part.indexOf("=");
      if (at >= 0) return [part.slice(0, at), part.slice(at + 1)];
      return index === 0 ? [firstKey, part] : [part, "on"];
    }),
  );
}

/** A comma inside a value is written twice; of three in a row the third divides. */
function partsOf(text: string): readonly string[] {
  const parts = [""];
  for (const piece of text.match(/,,|,|[^,]+/g) ?? []) {
    if (piece === ",") parts.push("");
    else parts.push(`${parts.pop()}${piece === ",," ? "," : piece}`);
  }
  return parts;
}

function parseJsonOption(text: string): ReadonlyMap<string, string> {
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value !== "object" || value === null) return new Map();
    return new Map(Object.entries(value).map(([key, entry]): [string, string] => [key, String(entry)]));
  } catch {
    return new Map();
  }
}
