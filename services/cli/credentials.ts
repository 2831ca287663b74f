/** Who a command is on the bus. */
import { accessSync, constants } from "node:fs";

/** Where `contraflow init` says that a person's folder belongs. */
const DEFAULTS = ["/etc/contraflow/bus/operator.creds", "/etc/contraflow/bus/viewer.creds"] as const;

export function chooseCredentials(
  sources: { readonly flag: string | undefined; readonly environment: string | undefined; readonly isLab: boolean },
  isReadable: (path: string) => boolean = canRead,
): string | undefined {
  const { flag, environment, isLab } = sources;
  if (flag !== undefined) return flag;
  if (environment !== undefined && environment !== "") return environment;
  // A lab asks nobody, and its bus is in the clear.
  return isLab ? undefined : DEFAULTS.find(isReadable);
}

function canRead(path: string): boolean {
  try {
    accessSync(path, constants.R_OK);
    return true;
  } catch {
    return false;
  }
}
