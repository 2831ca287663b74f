import { execFile } from "node:child_process";
import { createConnection } from "node:net";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { tcpSocketsOf } from "../kit/hypervisor/net-tcp.ts";

/**
 * Whether the way to another host works, shown by an answer of its kernel. The port is one at which nobody listens: being
 * refused there is the answer that is hoped for.
 */

const limitMilliseconds = 500;
/** A process of its own takes longer. */
const processMilliseconds = 2_000;

/** What is run in another network namespace: exits with 0 when there was an answer, and says why not otherwise. */
const script = `
const [address, port, limit] = process.argv.slice(1);
const socket = require("node:net").connect(Number(port), address);
const end = (words) => { if (words) process.stdout.write(words); process.exit(words ? 1 : 0); };
socket.setTimeout(Number(limit), () => end("no answer in " + limit + " ms"));
socket.on("connect", () => end("somebody listens there")).on("error", (error) => end(error.code === "ECONNREFUSED" ? "" : error.message));
`;

const SYN_SENT = "02";

/** Of any process in that one's network: Linux tries for two minutes. */
export function isConnecting(pid: number): boolean {
  return tcpSocketsOf(pid).some(({ state }) => state === SYN_SENT);
}

export function probe(address: string, port: number, networkNamespace: string | undefined): Promise<Result<void>> {
  return networkNamespace === undefined ? probeHere(address, port) : probeIn(networkNamespace, address, port);
}

function probeHere(address: string, port: number): Promise<Result<void>> {
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

function probeIn(networkNamespace: string, address: string, port: number): Promise<Result<void>> {
  const args = ["netns", "exec", networkNamespace, process.execPath, "-e", script, "--"];
  return new Promise((resolve) => {
    execFile(
      "ip",
      [...args, address, String(port), String(limitMilliseconds)],
      { timeout: processMilliseconds },
      (error, stdout) => resolve(error === null ? ok(undefined) : unreachable(address, stdout || error.message)),
    );
  });
}

function unreachable(address: string, reason: string): Result<never> {
  return fail("unavailable", `${address} is not reachable: ${reason}`);
}
