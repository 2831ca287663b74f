/**
 * Sees that every target comes to its end: a thread that runs one input for too long, or out of memory, is ended, and the
 * input it was at is the finding. The targets that are left are run by another thread.
 */
import { Worker } from "node:worker_threads";
import { Board } from "./board.ts";
import type { Finding, Summary } from "./loop.ts";

export interface Work {
  readonly targets: readonly string[];
  /** Of a target whose share is 1. */
  readonly inputs: number;
  readonly seed: number;
  readonly coverage: boolean;
}

export type FromWorker =
  | { readonly kind: "begins"; readonly name: string }
  | { readonly kind: "ends"; readonly name: string; readonly summary: Summary }
  /** The target could not be begun, or could not be ended. */
  | { readonly kind: "broke"; readonly name: string; readonly reason: string }
  | { readonly kind: "done" };

export interface Report {
  readonly name: string;
  readonly summary: Summary;
  readonly seconds: number;
  /** Of the whole process. */
  readonly peakBytes: number;
}

/** The slowest ordinary input takes some tens of milliseconds. Of the processor's time: the machine may be busy with others. */
const LONGEST_MILLISECONDS = 10_000;
/** Of the clock's, where something is waited for that takes no time of the processor. */
const LONGEST_WAIT_MILLISECONDS = 180_000;
const LOOK_MILLISECONDS = 200;
const MOST_HEAP_MIB = 1024;

export async function supervise(work: Work, tell: (report: Report) => void): Promise<void> {
  let left = work.targets;
  while (left.length > 0) left = await runThread({ ...work, targets: left }, tell);
}

/** Resolves with the targets that it did not come to. */
function runThread(work: Work, tell: (report: Report) => void): Promise<readonly string[]> {
  const board = new Board();
  const worker = new Worker(new URL("./worker.js", import.meta.url), {
    workerData: { work, board: board.shared },
    resourceLimits: { maxOldGenerationSizeMb: MOST_HEAP_MIB },
    // What a library warns of an input is its answer to it, said a million times.
    execArgv: ["--no-warnings"],
  });
  return new Promise((resolve) => {
    let left = work.targets;
    let began = Date.now();
    let peakBytes = 0;
    let seen = now(0);
    const report = (name: string, summary: Summary) => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      left = left.filter((other) => other !== name);
      tell({ name, summary, seconds: (Date.now() - began) / 1000, peakBytes });
    };
    let over = false;
    const end = async () => {
      over = true;
      clearInterval(looking);
      await worker.terminate();
      resolve(left);
    };
    const broken = (message: string) => {
      const [name] = left;
      // A thread that is ended from here says so, too.
      if (over || name === undefined) return;
      report(name, withFinding(board.written, { message, stack: message, input: board.input }));
      void end();
    };
    const looking = setInterval(() => {
      peakBytes = Math.max(peakBytes, process.memoryUsage.rss());
      const { written } = board;
      const { clock, processor } = now(written);
      if (written !== seen.written) seen = { written, clock, processor };
      // Seeds may take their time; an input may not.
      else if (written > 0 && processor - seen.processor > LONGEST_MILLISECONDS) {
        broken(`no end within ${LONGEST_MILLISECONDS / 1000} s of the processor's time`);
      } else if (written > 0 && clock - seen.clock > LONGEST_WAIT_MILLISECONDS) {
        broken(`no end within ${LONGEST_WAIT_MILLISECONDS / 1000} s`);
      }
    }, LOOK_MILLISECONDS);
    worker.on("message", (message: FromWorker) => {
      seen = now(board.written);
      if (message.kind === "begins") {
        began = Date.now();
        peakBytes = 0;
      } else if (message.kind === "ends") report(message.name, message.summary);
      else if (message.kind === "broke") {
        report(
          message.name,
          withFinding(0, { message: message.reason, stack: message.reason, input: new Uint8Array() }),
        );
      } else void end();
    });
    worker.on("error", (error) => broken(`the thread ended: ${error.message}`));
    worker.on("exit", () => broken("the thread ended"));
  });
}

/** In milliseconds; the processor's is that of the whole process, which does nothing else. */
function now(written: number) {
  const { user, system } = process.cpuUsage();
  return { written, clock: Date.now(), processor: (user + system) / 1000 };
}

function withFinding(inputs: number, finding: Finding): Summary {
  return { inputs, accepted: 0, rejected: 0, kept: 0, newCharacters: 0, grownBytes: 0, finding };
}

/** How a finding is seen again. */
export function reproduction(name: string, seed: number, { input }: Finding): string {
  const again = `node dist/test/fuzz/main.js --target ${name} --seed ${seed}`;
  if (input.length === 0 || input.length > 4096) return again;
  return `${again} --input ${Buffer.from(input).toString("base64")}`;
}
