/**
 * Where a planner begins to read: at a checkpoint, what the fold of the journal was at a place of it. It is never a second
 * truth, only a shorter way to the one there is:
 *
 * 1. It counts only while the journal still holds, unchanged, the event that it ends with.
 * 2. It counts only for the code that made it: what would fold otherwise reads the journal from its begin.
 * 3. It is written of one journal from its begin on, never of what a planner knows beside the journal.
 * 4. One that cannot be read, or was never written, costs time and nothing else.
 */
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";
import { gunzip, gzip } from "node:zlib";
import { z } from "zod";
import type { Bus } from "../kit/bus/bus.ts";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { readState, writeState } from "./checkpoint-format.ts";
import { emptyState, type PlannerState } from "./core/evacuation.ts";
import type { JournalFold } from "./journal-fold.ts";

const NAME = "planner-fold";
const LOOK_MILLISECONDS = 5_000;
/** Events whose replay takes a quarter of a second, on a machine that has the time. */
export const CHECKPOINT_EVERY_EVENTS = 2_000;
/** It is written often and read once. */
const FASTEST = { level: 1 };

const compress = promisify(gzip);
const expand = promisify(gunzip);

export interface Checkpoint {
  readonly state: PlannerState;
  /** Of the last event that is in it; 0: none is. */
  readonly sequence: number;
}

const begin: Checkpoint = { state: emptyState, sequence: 0 };

const head = z.strictObject({
  code: z.string(),
  sequence: z.number().int().min(1),
  subject: z.string(),
  time: z.string(),
});

interface Deps {
  readonly bus: Pick<Bus, "checkpoints">;
  readonly log: Log;
}

/** The last one that counts, otherwise the journal's begin. */
export async function lastCheckpoint({ bus, log }: Deps): Promise<Checkpoint> {
  const kept = await readCheckpoint(bus);
  if (!kept.ok) log.info({ reason: kept.failure.message }, "no checkpoint: reading the journal from its begin");
  return kept.ok ? kept.value : begin;
}

async function readCheckpoint(bus: Pick<Bus, "checkpoints">): Promise<Result<Checkpoint>> {
  const code = codeDigest();
  if (!code.ok) return code;
  const bytes = await bus.checkpoints.read(NAME);
  if (!bytes.ok) return bytes;
  try {
    const text = (await expand(bytes.value)).toString();
    const cut = text.indexOf("\n");
    const told = head.parse(JSON.parse(text.slice(0, cut)));
    if (told.code !== code.value) return fail("stale", "it was made by another version");
    const event = await bus.checkpoints.eventAt(told.sequence);
    if (!event.ok) return event;
    if (event.value.subject !== told.subject || event.value.time !== told.time) {
      return fail("stale", "it was made of another journal");
    }
    const state = readState(text.slice(cut + 1));
    return state.ok ? ok({ state: state.value, sequence: told.sequence }) : state;
  } catch (error) {
    return fail("invalid", `it cannot be read: ${messageOf(error)}`);
  }
}

async function writeCheckpoint(bus: Pick<Bus, "checkpoints">, { state, sequence }: Checkpoint): Promise<Result<void>> {
  const code = codeDigest();
  if (!code.ok) return code;
  const event = await bus.checkpoints.eventAt(sequence);
  if (!event.ok) return event;
  const first = JSON.stringify({ code: code.value, sequence, ...event.value });
  return bus.checkpoints.keep(NAME, await compress(`${first}\n${writeState(state)}`, FASTEST));
}

/** Writes one when enough has happened since the last. */
export class Checkpointing {
  readonly #deps: Deps & { readonly fold: JournalFold; readonly everyEvents: number };
  readonly #timer: NodeJS.Timeout;
  #written: number;
  #work: Promise<void> | undefined;

  constructor(deps: Deps & { readonly fold: JournalFold; readonly from: number; readonly everyEvents: number }) {
    this.#deps = deps;
    this.#written = deps.from;
    this.#timer = setInterval(() => this.look(), LOOK_MILLISECONDS);
    this.look();
  }

  look(): void {
    const { bus, fold, log, everyEvents } = this.#deps;
    const { state, sequence, isWhole } = fold;
    if (this.#work !== undefined || !isWhole || sequence - this.#written < everyEvents) return;
    this.#work = writeCheckpoint(bus, { state, sequence })
      .catch((error): Result<void> => fail("bug", messageOf(error)))
      .then((kept) => {
        this.#work = undefined;
        if (kept.ok) this.#written = sequence;
        if (kept.ok) log.debug({ sequence, evacuations: state.size }, "checkpoint written");
        else log.warn({ sequence, reason: kept.failure.message }, "no checkpoint written");
      });
  }

  stop(): void {
    clearInterval(this.#timer);
  }

  async idle(): Promise<void> {
    await this.#work;
  }
}

let digest: Result<string> | undefined;

/** Of all that the fold depends on: the planner's core, and what a message may hold. */
function codeDigest(): Result<string> {
  digest ??= digestOf(["./core", "../kit/domain"], "./checkpoint-format.js");
  return digest;
}

function digestOf(folders: readonly string[], file: string): Result<string> {
  const hash = createHash("sha256");
  try {
    hash.update(readFileSync(new URL(file, import.meta.url)));
    for (const folder of folders) {
      const path = fileURLToPath(new URL(`${folder}/`, import.meta.url));
      const names = readdirSync(path).filter((name) => name.endsWith(".js"));
      for (const name of names.sort()) hash.update(name).update(readFileSync(`${path}${name}`));
    }
    return ok(hash.digest("hex"));
  } catch (error) {
    return fail("unavailable", `which code this is cannot be told: ${messageOf(error)}`);
  }
}
