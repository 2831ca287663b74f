/**
 * Whether what is known of VMs' traffic is good enough to plan with. Traffic that was never known is another thing: such a
 * VM has just begun, and is planned as one of unknown traffic.
 */
import type { VmSnapshot } from "../../kit/domain/snapshot.ts";
import { listWords } from "./words.ts";

export interface ProfileLimits {
  /** An agent samples each second: after this long something is broken, or was until now. */
  readonly staleProfileSeconds: number;
  /** Of the samples of the last minute or so: a fifth is what comes in the quarter of a minute after a long silence. */
  readonly leastProfileCompleteness: number;
}

export const defaultProfileLimits: ProfileLimits = { staleProfileSeconds: 15, leastProfileCompleteness: 0.2 };

type Profiled = Pick<VmSnapshot, "profileAgeSeconds" | "profileCompleteness">;

/** In words that go on "its profile ..."; undefined: it is good, or there is none. */
export function profileDoubt(
  { profileAgeSeconds: age, profileCompleteness: completeness }: Profiled,
  limits: ProfileLimits,
): string | undefined {
  if (age !== undefined && age > limits.staleProfileSeconds) return `is ${age.toFixed(0)} s old`;
  if (completeness !== undefined && completeness < limits.leastProfileCompleteness) {
    return `rests on ${(completeness * 100).toFixed(0)} % of the samples of the last minute`;
  }
  return undefined;
}

/** Why these VMs should not be planned with, and what to do; undefined: nothing speaks against it. */
export function doubtfulProfiles(vms: readonly VmSnapshot[], limits: ProfileLimits): string | undefined {
  const doubts = vms.flatMap((vm) => {
    const doubt = profileDoubt(vm, limits);
    return doubt === undefined ? [] : [`${vm.vmId}'s profile ${doubt}`];
  });
  if (doubts.length === 0) return undefined;
  const { staleProfileSeconds, leastProfileCompleteness } = limits;
  const least = `at most ${staleProfileSeconds} s and at least ${leastProfileCompleteness * 100} % are planned with`;
  return `${listWords(doubts)}; ${least}`;
}
