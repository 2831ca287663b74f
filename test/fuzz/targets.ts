/** Every edge at which input comes in. `edges.ts` sees to it that no other one comes about. */
import type { Target } from "./target.ts";
import { busTargets } from "./targets/bus.ts";
import { commandTargets } from "./targets/commands.ts";
import { configTargets } from "./targets/config.ts";
import { fileTargets } from "./targets/files.ts";
import { identityTargets } from "./targets/identity.ts";
import { kernelTargets } from "./targets/kernel.ts";
import { labTargets } from "./targets/lab.ts";
import { qmpTargets } from "./targets/qmp.ts";
import { storeTargets } from "./targets/store.ts";
import { tlsTargets } from "./targets/tls.ts";
import { vmTargets } from "./targets/vm.ts";

/** Texts of a few lines: thousands of them take as long as a hundred messages. */
const CHEAP = 3;

export const targets: readonly Target[] = [
  ...busTargets,
  ...qmpTargets,
  ...kernelTargets.map((target) => ({ share: CHEAP, ...target })),
  ...vmTargets,
  ...identityTargets,
  ...configTargets,
  ...fileTargets,
  ...commandTargets,
  ...storeTargets,
  ...tlsTargets,
  ...labTargets.map((target) => ({ share: CHEAP, ...target })),
];

export function targetNamed(name: string): Target {
  const found = targets.find((target) => target.name === name);
  if (found === undefined)
    throw new Error(`no target is called ${name}; there are ${targets.map((one) => one.name).join(", ")}`);
  return found;
}
