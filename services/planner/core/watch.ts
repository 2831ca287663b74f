/** What is made of one look after the other: what comes and goes within a few of them moves nothing. */
import type { Outlook } from "./replan.ts";

/** What one evacuation's looks have found so far. */
export interface Watch {
  /** Since when each look has found a better plan. */
  readonly betterSinceMilliseconds?: number;
  /** By VM, since when its pre-copy has not converged. */
  readonly divergingSince: ReadonlyMap<string, number>;
  /** No new plan before. */
  readonly quietUntilMilliseconds: number;
  readonly replans: number;
}

export const firstWatch: Watch = { divergingSince: new Map(), quietUntilMilliseconds: 0, replans: 0 };

/** What comes and goes within it moves nothing. */
const HOLD_MILLISECONDS = 3_000;
/** Between two plans; doubled with each. */
const QUIET_MILLISECONDS = 10_000;

/** The same of escalations alone, which are looked for more often. */
export function weighEscalations(
  watch: Watch,
  escalations: ReadonlyMap<string, string>,
  nowMilliseconds: number,
): { readonly watch: Watch; readonly act: Outlook | undefined } {
  const divergingSince = new Map(
    [...escalations.keys()].map((vmId) => [vmId, watch.divergingSince.get(vmId) ?? nowMilliseconds]),
  );
  const held = new Map(
    [...escalations].filter(
      ([vmId]) => nowMilliseconds - (divergingSince.get(vmId) ?? nowMilliseconds) >= HOLD_MILLISECONDS,
    ),
  );
  return { watch: { ...watch, divergingSince }, act: held.size === 0 ? undefined : { escalations: held } };
}

/** What of an outlook is to be acted on now; undefined: nothing. */
export function weigh(
  watch: Watch,
  outlook: Outlook,
  nowMilliseconds: number,
): { readonly watch: Watch; readonly act: Outlook | undefined } {
  const since = outlook.better === undefined ? undefined : (watch.betterSinceMilliseconds ?? nowMilliseconds);
  const diverging = weighEscalations(watch, outlook.escalations, nowMilliseconds);
  const escalations = diverging.act?.escalations ?? new Map<string, string>();
  const isHeld = since !== undefined && nowMilliseconds - since >= HOLD_MILLISECONDS;
  const isBetter = isHeld && nowMilliseconds >= watch.quietUntilMilliseconds;
  const { replans } = watch;
  const next: Watch = {
    ...(since === undefined || isBetter ? {} : { betterSinceMilliseconds: since }),
    divergingSince: diverging.watch.divergingSince,
    quietUntilMilliseconds: isBetter
      ? nowMilliseconds + QUIET_MILLISECONDS * 2 ** Math.min(replans, 16)
      : watch.quietUntilMilliseconds,
    replans: isBetter ? replans + 1 : replans,
  };
  if (!isBetter && escalations.size === 0) return { watch: next, act: undefined };
  return {
    watch: next,
    act: { ...(isBetter && outlook.better !== undefined ? { better: outlook.better } : {}), escalations },
  };
}
