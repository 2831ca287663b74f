import { readFileSync } from "node:fs";

/** Which version of the whole runs here: while hosts are upgraded it differs from one to the next. */
export function packageVersion(): string {
  const text = readFileSync(new URL("../../../../package.json", import.meta.url), "utf8");
  return String((JSON.parse(text) as { readonly version: unknown }).version);
}
