/** Runs targets in a thread of its own, so that one that never ends can be seen, and ended, from outside. */
import { parentPort, workerData } from "node:worker_threads";
import { Board } from "./board.ts";
import { Coverage } from "./coverage.ts";
import { fuzz } from "./loop.ts";
import type { FromWorker, Work } from "./supervise.ts";
import { targetNamed } from "./targets.ts";

const { work, board: shared } = workerData as { readonly work: Work; readonly board: SharedArrayBuffer };
const board = new Board(shared);
const tell = (message: FromWorker) => parentPort?.postMessage(message);

const coverage = work.coverage ? new Coverage() : undefined;
await coverage?.start();
for (const name of work.targets) {
  const target = targetNamed(name);
  tell({ kind: "begins", name });
  try {
    const inputs = Math.ceil(work.inputs * (target.share ?? 1));
    const guard = (input: Uint8Array) => board.write(input);
    tell({ kind: "ends", name, summary: await fuzz(target, { seed: work.seed, inputs, coverage, guard }) });
  } catch (error) {
    tell({ kind: "broke", name, reason: error instanceof Error ? (error.stack ?? error.message) : String(error) });
  }
}
coverage?.stop();
tell({ kind: "done" });
