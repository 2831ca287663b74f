/**
 * A process inside a network namespace, through which the namespace's interfaces are read from outside. It reads its
 * standard input until that ends, so it ends with the agent however that ends.
 */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { fail, messageOf, ok, type Result } from "../kit/failure/failure.ts";

export interface NamespaceAnchor {
  readonly pid: number;
  /** Resolves with a reason when the process has ended without being asked. */
  readonly failed: Promise<string>;
  close(): Promise<void>;
}

export async function openAnchor(networkNamespace: string): Promise<Result<NamespaceAnchor>> {
  const child = spawn("ip", ["netns", "exec", networkNamespace, "cat"], { stdio: ["pipe", "pipe", "pipe"] });
  const said: Buffer[] = [];
  child.stderr.on("data", (chunk: Buffer) => said.push(chunk));
  child.stdin.on("error", () => undefined);
  const ended = new Promise<string>((resolve) => {
    child.on("error", (error) => resolve(messageOf(error)));
    child.on("close", (code, signal) => {
      const words = Buffer.concat(said).toString().trim();
      resolve(words || (signal === null ? `exit code ${code}` : `ended by ${signal}`));
    });
  });
  // It answers only after `ip` has entered the namespace and become `cat`.
  child.stdin.write("\n");
  const first = await Promise.race([once(child.stdout, "data").then(() => undefined), ended]);
  const { pid } = child;
  if (first !== undefined || pid === undefined) {
    return fail("unavailable", `network namespace ${networkNamespace} can not be entered: ${first ?? "no process"}`);
  }
  let closing = false;
  return ok({
    pid,
    failed: new Promise((resolve) => {
      ended.then((reason) => {
        if (!closing) resolve(`lost the process in network namespace ${networkNamespace}: ${reason}`);
      });
    }),
    async close() {
      closing = true;
      child.stdin.end();
      await ended;
    },
  });
}
