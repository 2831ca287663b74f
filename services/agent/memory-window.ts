/**
 * One measurement of a VM's memory:
 *
 *     first look ─> touching ─> resting ─> second look ─> measured
 *
 * A look reads sampled pages, a slice at a time. It sets the references that tell what the VM touches, so those are
 * cleared after the first look and read before the second. At every step the VM may be found migrating, and then nothing
 * of the window counts.
 */
import type { Activity } from "../kit/hypervisor/activity.ts";
import type { GuestPages } from "../kit/hypervisor/guest-pages.ts";
import type { GuestMemory } from "../kit/hypervisor/memory.ts";
import {
  type Content,
  canTellWorkingSet,
  changeOf,
  contentBytes,
  hasGrown,
  isFilling,
  samplePages,
  windowSeconds,
  workingSetBytes,
} from "./core/memory-estimate.ts";
import type { KnownVm } from "./inventory.ts";

/** What is asked of the machine. Undefined: the process has ended, or does not let itself be seen. */
export interface MemoryPorts {
  activityOf(pid: number): Activity | undefined;
  readMemory(pid: number, memoryBytes: number): Promise<GuestMemory | undefined>;
  clearReferences(pid: number): Promise<boolean>;
  openPages(pid: number, memory: GuestMemory): GuestPages | undefined;
}

export interface WindowDeps extends MemoryPorts {
  readonly nowMilliseconds: () => number;
  readonly random: () => number;
  /** Of the link that migrations use. */
  readonly linkBytesPerSecond: () => number | undefined;
}

export type Progress =
  | { readonly kind: "goes on"; readonly dueMilliseconds: number }
  | { readonly kind: "measured"; readonly dirtyBytesPerSecond: number; readonly workingSetBytes: number | undefined }
  | { readonly kind: "filling" | "migrating" | "unseen" };

/** 5 microseconds each. */
const SLICE_PAGES = 256;
/** What a moved VM needs before it runs well is what it touches in a few seconds, however long the copy takes. */
const TOUCHING_MILLISECONDS = 5_000;

interface Look {
  readonly contents: Float64Array;
  done: number;
  /** Of the pages that are done, the times they were read, added up. */
  timesMilliseconds: number;
}

export class MemoryWindow {
  readonly #vm: KnownVm;
  /** A young VM that fills its memory is taken for one that boots. */
  readonly #young: boolean;
  readonly #pages: GuestPages;
  readonly #sampled: Float64Array;
  readonly #looks: readonly [Look, Look];
  readonly #deps: WindowDeps;
  #phase: "first look" | "touching" | "resting" | "second look" = "first look";
  #memory: GuestMemory;
  #referencedBytes: number | undefined;
  #content: Content | undefined;

  private constructor(vm: KnownVm, young: boolean, memory: GuestMemory, pages: GuestPages, deps: WindowDeps) {
    this.#vm = vm;
    this.#young = young;
    this.#memory = memory;
    this.#pages = pages;
    this.#sampled = samplePages(Math.floor(vm.memoryBytes / memory.pageBytes), deps.random);
    this.#looks = [newLook(this.#sampled.length), newLook(this.#sampled.length)];
    this.#deps = deps;
  }

  /** Undefined when the VM's memory can not be looked into. */
  static open(vm: KnownVm, young: boolean, memory: GuestMemory, deps: WindowDeps): MemoryWindow | undefined {
    const pages = deps.openPages(vm.processId, memory);
    return pages && new MemoryWindow(vm, young, memory, pages, deps);
  }

  /** As last read. */
  get memory(): GuestMemory {
    return this.#memory;
  }

  /** Undefined before the end of the first look. */
  get content(): Content | undefined {
    return this.#content;
  }

  close(): void {
    this.#pages.close();
  }

  /** One slice of a look, or one walk of the process's page tables. */
  async advance(): Promise<Progress> {
    const activity = this.#deps.activityOf(this.#vm.processId);
    if (activity === undefined) return { kind: "unseen" };
    if (activity.migrating) return { kind: "migrating" };
    switch (this.#phase) {
      case "first look":
        return this.#look(this.#looks[0]) ? this.#beginTouching(activity) : this.#goOn();
      case "touching":
        return this.#endTouching(activity);
      case "resting":
        this.#phase = "second look";
        return this.#goOn();
      case "second look":
        return this.#look(this.#looks[1]) ? this.#conclude() : this.#goOn();
    }
  }

  async #beginTouching(activity: Activity): Promise<Progress> {
    const { processId } = this.#vm;
    const told = canTellWorkingSet(this.#memory, activity.emulated) && (await this.#deps.clearReferences(processId));
    if (!told) return this.#rest();
    this.#phase = "touching";
    return this.#goOn(this.#deps.nowMilliseconds() + TOUCHING_MILLISECONDS);
  }

  async #endTouching(activity: Activity): Promise<Progress> {
    const before = this.#memory;
    const memory = await this.#deps.readMemory(this.#vm.processId, this.#vm.memoryBytes);
    if (memory === undefined) return { kind: "unseen" };
    this.#memory = memory;
    if (this.#young && hasGrown(before, memory)) return { kind: "filling" };
    if (canTellWorkingSet(memory, activity.emulated)) this.#referencedBytes = memory.referencedBytes;
    return this.#rest();
  }

  #rest(): Progress {
    this.#phase = "resting";
    const seconds = windowSeconds(this.#content?.bytes ?? 0, this.#deps.linkBytesPerSecond());
    return this.#goOn((meanSeconds(this.#looks[0]) + seconds) * 1000);
  }

  #conclude(): Progress {
    // A migration may have begun while the last slice was read.
    if (this.#deps.activityOf(this.#vm.processId)?.migrating !== false) return { kind: "migrating" };
    const [first, second] = this.#looks;
    const change = changeOf(first.contents, second.contents, this.#vm.memoryBytes);
    if (change === undefined) return { kind: "unseen" };
    if (this.#young && isFilling(change)) return { kind: "filling" };
    return {
      kind: "measured",
      dirtyBytesPerSecond: change.changedBytes / (meanSeconds(second) - meanSeconds(first)),
      workingSetBytes: this.#referencedBytes && workingSetBytes(this.#referencedBytes, change.changedBytes),
    };
  }

  /** True when all of the pages are done. */
  #look(look: Look): boolean {
    const end = Math.min(look.done + SLICE_PAGES, this.#sampled.length);
    look.timesMilliseconds += this.#deps.nowMilliseconds() * (end - look.done);
    for (; look.done < end; look.done += 1) {
      look.contents[look.done] = this.#pages.contentOf(this.#sampled[look.done] ?? 0) ?? Number.NaN;
    }
    if (look.done < this.#sampled.length) return false;
    const bytes = contentBytes(look.contents, this.#vm.memoryBytes);
    this.#content = { bytes, residentBytes: this.#memory.residentBytes };
    return true;
  }

  #goOn(dueMilliseconds = this.#deps.nowMilliseconds()): Progress {
    return { kind: "goes on", dueMilliseconds };
  }
}

function newLook(pages: number): Look {
  return { contents: new Float64Array(pages), done: 0, timesMilliseconds: 0 };
}

function meanSeconds(look: Look): number {
  return look.timesMilliseconds / look.done / 1000;
}
