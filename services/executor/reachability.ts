import { execFile } from "node:child_process";
import { createConnection } from "node:net";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { tcpSocketsOf } from "../kit/hypervisor/net-tcp.ts";
import type { Clock } from "./ports.ts";

/**
 * Whether the way to another host works, shown by an answer of its kernel. The port is one at which nobody listens: being
 * refused there is the answer that is hoped for.
 */

/** Of a broken post-copy, whose VM waits: the next address is tried soon. */
const hurriedMilliseconds = 500;
/** Before the start; the kernel asks three times a second apart who has the address. */
const patientMilliseconds = 3_500;
/** A process of its own takes longer. */
const processMilliseconds = 1_500;

/** What is run in another network namespace: exits with 0 when there was an answer, and says why not otherwise. */
const script = `
const [address, port, limit] = process.argv.slice(1);
const socket = require("node:net").connect(Number(port), address);
const end = (words) => { if (words) process.stdout.write(words); process.exit(words ? 1 : 0); };
socket.setTimeout(Number(limit), () => end("no answer in " + limit + " ms"));
socket.on("connect", () => end("somebody listens there")).on("error", (error) => end(error.code === "ECONNREFUSED" ? "" : error.message));
`;

const believedMilliseconds = 5_000;

const SYN_SENT = "02";

/** Of any process in that one's network: Linux tries for two minutes. */
export function isConnecting(pid: number): boolean {
  return tcpSocketsOf(pid).some(({ state }) => state === SYN_SENT);
}

export interface Prober {
  /** Soon. */
  probe(address: string, port: number): Promise<Result<void>>;
  /** With patience, and not again where it was seen some seconds ago. */
  reach(address: string, port: number): Promise<Result<void>>;
}

export function createProber(networkNamespace: string | undefined, clock: Clock): Prober {
  const probe = (limitMilliseconds: number) => (address: string, port: number) =>
    networkNamespace === undefined
      ? probeHere(address, port, limitMilliseconds)
      : probeIn(networkNamespace, address, port, limitMilliseconds);
  const reachable = new Reachable(probe(patientMilliseconds), clock);
  return { probe: probe(hurriedMilliseconds), reach: (address, port) => reachable.reach(address, port) };
}

/** A host that has answered is not asked again for some time: an evacuation begins many migrations to the same one. */
export class Reachable {
  readonly #probe: (address: string, port: number) => Promise<Result<void>>;
  readonly #clock: Clock;
  readonly #answers = new Map<string, { readonly at: number; readonly answer: Promise<Result<void>> }>();

  constructor(probe: (address: string, port: number) => Promise<Result<void>>, clock: Clock) {
    this.#probe = probe;
    this.#clock = clock;
  }

  async reach(address: string, port: number): Promise<Result<void>> {
    const now = this.#clock.now();
    for (const [known, { at }] of this.#answers) if (now - at > believedMilliseconds) this.#answers.delete(known);
    const before = this.#answers.get(address);
    const answer = before?.answer ?? this.#probe(address, port);
    if (before === undefined) this.#answers.set(address, { at: now, answer });
    const reached = await answer;
    if (!reached.ok && this.#answers.get(address)?.answer === answer) this.#answers.delete(address);
    return reached;
  }
}

function probeHere(address: string, port: number, limitMilliseconds: number): Promise<Result<void>> {
  return new Promise((resolve) => {
    const socket = createConnection({ host: address, port });
    const end = (result: Result<void>) => {
      socket.destroy();
      resolve(result);
    };
    socket.setTimeout(limitMilliseconds, () => end(unreachable(address, `no answer in ${limitMilliseconds} ms`)));
    // Whoever it is has taken this for its source.
    socket.on("connect", () => end(unreachable(address, `somebody listens at ${port}`)));
    socket.on("error", (error: NodeJS.ErrnoException) =>
      end(error.code === "ECONNREFUSED" ? ok(undefined) : unreachable(address, error.message)),
    );
  });
}

function probeIn(
  networkNamespace: string,
  address: string,
  port: number,
  limitMilliseconds: number,
): Promise<Result<void>> {
  const args = ["netns", "exec", networkNamespace, process.execPath, "-e", script, "--"];
  return new Promise((resolve) => {
    execFile(
      "ip",
      [...args, address, String(port), String(limitMilliseconds)],
      { timeout: limitMilliseconds + processMilliseconds },
      (error, stdout) => resolve(error === null ? ok(undefined) : unreachable(address, stdout || error.message)),
    );
  });
}

function unreachable(address: string, reason: string): Result<never> {
  return fail("unavailable", `${address} is not reachable: ${reason}`);
}
