/**
 * What is measured of each VM's memory, from outside: what a migration has to move, what is written while it is copied,
 * what the VM touches. Monitors are never used, so nothing here can hold up a migration, and a VM that migrates is left
 * alone.
 *
 * 1. No page of a VM that migrates, or of which that can not be told, is read.
 * 2. No value comes from a window in which a migration was seen.
 * 3. A step does one piece of work: a slice of a look, or a walk of one process's page tables.
 * 4. What is resident is read again for a hundredth of the time at most, of one process and of all together.
 */
import type { GuestMemory } from "../kit/hypervisor/memory.ts";
import type { Log } from "../kit/run/log.ts";
import { type Content, usedMemoryBytes } from "./core/memory-estimate.ts";
import type { MeasuredMemory } from "./core/vm-report.ts";
import type { KnownVm } from "./inventory.ts";
import { MemoryWindow, type Progress, type WindowDeps } from "./memory-window.ts";

/** How often to step: looks then take two hundredths of a processor at most. */
export const STEP_MILLISECONDS = 100;
/** More would only make each other's second look late. */
const WINDOWS_AT_ONCE = 8;
/** A VM's first minutes are not like its later ones. */
const FIRST_REPEAT_MILLISECONDS = 15_000;
const LAST_REPEAT_MILLISECONDS = 300_000;
const YOUNG_MILLISECONDS = 120_000;
const MIGRATION_CHECK_MILLISECONDS = 1_000;
const AFTER_MIGRATION_MILLISECONDS = 2_000;
/** A QEMU that has just started shows nothing yet; one that has shown nothing for minutes will hardly do so. */
const UNSEEN_YOUNG_MILLISECONDS = 1_000;
const UNSEEN_OLD_MILLISECONDS = 30_000;
/** From then on it is said that a VM does not let itself be seen. */
const STARTING_MILLISECONDS = 10_000;
/** Of one process. */
const READING_MILLISECONDS = 3_000;
const READING_COST_FACTOR = 100;
/** Of all of them, but for those that were never read. */
const READINGS_APART_MILLISECONDS = 1_000;

interface Watched {
  readonly vm: KnownVm;
  readonly foundMilliseconds: number;
  window: MemoryWindow | undefined;
  /** Of the window's next step, or of the next window. */
  dueMilliseconds: number;
  checkedMilliseconds: number;
  repeatMilliseconds: number;
  memory: GuestMemory | undefined;
  nextReadingMilliseconds: number;
  content: Content | undefined;
  dirtyBytesPerSecond: number | undefined;
  workingSetBytes: number | undefined;
}

export class MemoryWatch {
  readonly #deps: WindowDeps & { readonly log: Log };
  readonly #watched = new Map<number, Watched>();
  readonly #unseen = new Set<Watched>();
  #stepping = false;
  #nextRepeatedReadingMilliseconds = 0;

  constructor(deps: WindowDeps & { readonly log: Log }) {
    this.#deps = deps;
  }

  of(vm: KnownVm): MeasuredMemory {
    const known = this.#watched.get(vm.processId);
    if (known === undefined || known.vm.startTicks !== vm.startTicks) return {};
    const { memory, content, dirtyBytesPerSecond, workingSetBytes } = known;
    return {
      ...(memory === undefined ? {} : { usedMemoryBytes: usedMemoryBytes(memory.residentBytes, content) }),
      ...(dirtyBytesPerSecond === undefined ? {} : { dirtyBytesPerSecond }),
      ...(workingSetBytes === undefined ? {} : { workingSetBytes }),
    };
  }

  /** One piece of work, unless the last one still goes on. */
  async step(vms: readonly KnownVm[]): Promise<void> {
    if (this.#stepping) return;
    this.#stepping = true;
    try {
      this.#follow(vms);
      this.#leaveMigrating();
      await this.#work();
    } finally {
      this.#stepping = false;
    }
  }

  #follow(vms: readonly KnownVm[]): void {
    const present = new Map(vms.map((vm) => [vm.processId, vm]));
    for (const [pid, known] of this.#watched) {
      if (present.get(pid)?.startTicks === known.vm.startTicks) continue;
      known.window?.close();
      this.#watched.delete(pid);
      this.#unseen.delete(known);
    }
    const now = this.#deps.nowMilliseconds();
    for (const vm of vms) if (!this.#watched.has(vm.processId)) this.#watched.set(vm.processId, newlyFound(vm, now));
  }

  /** A migration may begin in the middle of a window, and it may fail before the window's next step. */
  #leaveMigrating(): void {
    const now = this.#deps.nowMilliseconds();
    for (const known of this.#watched.values()) {
      if (known.window === undefined || now < known.checkedMilliseconds + MIGRATION_CHECK_MILLISECONDS) continue;
      known.checkedMilliseconds = now;
      if (this.#deps.activityOf(known.vm.processId)?.migrating === true) this.#end(known, { kind: "migrating" });
    }
  }

  async #work(): Promise<void> {
    const now = this.#deps.nowMilliseconds();
    const all = [...this.#watched.values()];
    const readable = all.filter((known) => known.nextReadingMilliseconds <= now).sort(byReading);
    const unread = readable.find((known) => known.memory === undefined);
    if (unread !== undefined) return this.#read(unread);
    const due = all.filter((known) => known.dueMilliseconds <= now && known.memory !== undefined).sort(byDue);
    const going = due.find((known) => known.window !== undefined);
    if (going !== undefined) return this.#advance(going);
    const [next] = due;
    if (next !== undefined && all.filter((known) => known.window).length < WINDOWS_AT_ONCE) return this.#begin(next);
    const [oldest] = readable;
    if (oldest !== undefined && now >= this.#nextRepeatedReadingMilliseconds) await this.#read(oldest);
  }

  async #begin(known: Watched): Promise<void> {
    const activity = this.#deps.activityOf(known.vm.processId);
    if (activity === undefined) return this.#end(known, { kind: "unseen" });
    if (activity.migrating) return this.#end(known, { kind: "migrating" });
    await this.#read(known);
    if (known.memory === undefined) return;
    known.window = MemoryWindow.open(known.vm, this.#isYoung(known), known.memory, this.#deps);
    known.checkedMilliseconds = this.#deps.nowMilliseconds();
    if (known.window === undefined) this.#end(known, { kind: "unseen" });
  }

  async #advance(known: Watched): Promise<void> {
    const { window } = known;
    if (window === undefined) return;
    const progress = await window.advance();
    known.memory = window.memory;
    known.content = window.content ?? known.content;
    if (progress.kind === "goes on") known.dueMilliseconds = progress.dueMilliseconds;
    else this.#end(known, progress);
  }

  #end(known: Watched, outcome: Exclude<Progress, { kind: "goes on" }>): void {
    known.window?.close();
    known.window = undefined;
    if (outcome.kind === "measured") {
      known.dirtyBytesPerSecond = outcome.dirtyBytesPerSecond;
      known.workingSetBytes = outcome.workingSetBytes;
    }
    if (outcome.kind === "unseen") this.#noteUnseen(known);
    else this.#unseen.delete(known);
    known.dueMilliseconds = this.#deps.nowMilliseconds() + this.#pauseAfter(outcome.kind, known);
    if (outcome.kind === "measured") {
      known.repeatMilliseconds = Math.min(2 * known.repeatMilliseconds, LAST_REPEAT_MILLISECONDS);
    }
  }

  #pauseAfter(outcome: "measured" | "filling" | "migrating" | "unseen", known: Watched): number {
    switch (outcome) {
      case "measured":
        return known.repeatMilliseconds;
      case "filling":
        return 0;
      case "migrating":
        return AFTER_MIGRATION_MILLISECONDS;
      case "unseen":
        return this.#isYoung(known) ? UNSEEN_YOUNG_MILLISECONDS : UNSEEN_OLD_MILLISECONDS;
    }
  }

  async #read(known: Watched): Promise<void> {
    const before = this.#deps.nowMilliseconds();
    known.memory = await this.#deps.readMemory(known.vm.processId, known.vm.memoryBytes);
    const now = this.#deps.nowMilliseconds();
    const pause = known.memory === undefined ? this.#pauseAfter("unseen", known) : READING_MILLISECONDS;
    const rest = READING_COST_FACTOR * (now - before);
    known.nextReadingMilliseconds = now + Math.max(pause, rest);
    this.#nextRepeatedReadingMilliseconds = now + Math.max(READINGS_APART_MILLISECONDS, rest);
  }

  #isYoung(known: Watched): boolean {
    return this.#deps.nowMilliseconds() < known.foundMilliseconds + YOUNG_MILLISECONDS;
  }

  #noteUnseen(known: Watched): void {
    const starting = this.#deps.nowMilliseconds() < known.foundMilliseconds + STARTING_MILLISECONDS;
    if (starting || this.#unseen.has(known)) return;
    this.#unseen.add(known);
    const { vmId, processId } = known.vm;
    this.#deps.log.info(
      { vmId, processId },
      "dirty rate and working set of the VM are not measured: its memory may not be read, or its QEMU does not show " +
        "when it migrates (start it with -name debug-threads=on)",
    );
  }
}

function newlyFound(vm: KnownVm, now: number): Watched {
  return {
    vm,
    foundMilliseconds: now,
    window: undefined,
    dueMilliseconds: now,
    checkedMilliseconds: now,
    repeatMilliseconds: FIRST_REPEAT_MILLISECONDS,
    memory: undefined,
    nextReadingMilliseconds: now,
    content: undefined,
    dirtyBytesPerSecond: undefined,
    workingSetBytes: undefined,
  };
}

function byDue(a: Watched, b: Watched): number {
  return a.dueMilliseconds - b.dueMilliseconds;
}

function byReading(a: Watched, b: Watched): number {
  return a.nextReadingMilliseconds - b.nextReadingMilliseconds;
}
