/** The other end of the one TCP connection that a guest has: hears what it says and when, and counts its silences. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { performance } from "node:perf_hooks";
import { createInterface } from "node:readline";

export interface Beat {
  readonly number: number;
  readonly isIntact: boolean;
}

interface HeardBeat extends Beat {
  readonly atMilliseconds: number;
}

export interface PeerReport {
  readonly beats: number;
  /** Between two beats. */
  readonly longestSilenceSeconds: number;
  /** Of more than a second. */
  readonly gaps: number;
  /** A beat that did not follow the one before it: the guest has gone back, or is there twice. */
  readonly outOfOrder: readonly number[];
  readonly broken: readonly number[];
}

/** What a guest says of its memory, one after the other. */
export function beatsIn(text: string): readonly Beat[] {
  return [...text.matchAll(/CF_CHECK (\d+) (ok|BAD)/g)].map(([, number, word]) => ({
    number: Number(number),
    isIntact: word === "ok",
  }));
}

export class GuestPeer {
  readonly #child: ChildProcess;
  readonly #beats: HeardBeat[] = [];

  constructor(networkNamespace: string, port: number) {
    // Its input stays open: at its end it would close the connection.
    const argv = ["netns", "exec", networkNamespace, "busybox", "nc", "-l", "-p", String(port)];
    this.#child = spawn("ip", argv, { stdio: ["pipe", "pipe", "inherit"] });
    if (this.#child.stdout === null) throw new Error("it was started with pipes");
    createInterface({ input: this.#child.stdout }).on("line", (line) => {
      const atMilliseconds = performance.now();
      for (const beat of beatsIn(line)) this.#beats.push({ ...beat, atMilliseconds });
    });
  }

  get heard(): number {
    return this.#beats.length;
  }

  report(): PeerReport {
    const pairs = this.#beats.slice(1).map((beat, index) => [this.#beats[index] ?? beat, beat] as const);
    const silences = pairs.map(([before, beat]) => (beat.atMilliseconds - before.atMilliseconds) / 1000);
    return {
      beats: this.#beats.length,
      longestSilenceSeconds: Math.max(0, ...silences),
      gaps: silences.filter((seconds) => seconds > 1).length,
      outOfOrder: pairs.filter(([before, beat]) => beat.number !== before.number + 1).map(([, beat]) => beat.number),
      broken: this.#beats.filter(({ isIntact }) => !isIntact).map(({ number }) => number),
    };
  }

  async close(): Promise<void> {
    if (this.#child.exitCode !== null || this.#child.signalCode !== null) return;
    const ended = once(this.#child, "exit");
    this.#child.kill("SIGKILL");
    await ended;
  }
}
