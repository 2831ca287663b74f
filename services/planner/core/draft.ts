/** A schedule of VMs that are named by their place in a fluid, as searches make it; a plan's steps name them by their ids. */
import type { StepEvent, Technique } from "../../kit/domain/technique.ts";
import type { Fluid } from "./fluid.ts";

/** A migration that has begun, as a part of the fluid: it is not to be scheduled, but may be waited for. */
export interface Begun {
  readonly index: number;
  readonly technique: Technique;
  /** Its working set has not arrived, or it has not switched yet: it will settle. */
  readonly unsettled: boolean;
}

/** One VM's part in a schedule; `after` names others by their index in the fluid. */
export interface DraftStep {
  readonly index: number;
  readonly technique: Technique;
  readonly after: readonly DraftDependency[];
}
export interface DraftDependency {
  readonly index: number;
  readonly event: StepEvent;
}
export type Draft = readonly DraftStep[];

/** A pre-copied VM, which runs well all the time, settles when it completes. */
export function hasHappened(fluid: Fluid, { index, event }: DraftDependency): boolean {
  return event === "COMPLETED" ? fluid.hasEnded(index) : fluid.hasSettled(index);
}
