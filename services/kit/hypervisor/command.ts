import { spawn } from "node:child_process";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

/** Runs one program without a shell and waits for it. A failure carries what the program said. */
export interface CommandOptions {
  readonly input?: string;
  readonly timeoutMilliseconds?: number;
}

const DEFAULT_TIMEOUT_MILLISECONDS = 30_000;

export function runCommand(
  program: string,
  args: readonly string[],
  options: CommandOptions = {},
): Promise<Result<string>> {
  const timeout = options.timeoutMilliseconds ?? DEFAULT_TIMEOUT_MILLISECONDS;
  return new Promise((resolve) => {
    const child = spawn(program, args, { stdio: ["pipe", "pipe", "pipe"], timeout, killSignal: "SIGKILL" });
    const out: Buffer[] = [];
    const err: Buffer[] = [];
    child.stdout.on("data", (chunk: Buffer) => out.push(chunk));
    child.stderr.on("data", (chunk: Buffer) => err.push(chunk));
    // A program that ends without reading its input breaks the pipe; its exit code says what happened.
    child.stdin.on("error", () => undefined);
    child.on("error", (error) => resolve(fail("unavailable", `${program}: ${messageOf(error)}`)));
    child.on("close", (code, signal) => {
      if (code === 0) return resolve(ok(Buffer.concat(out).toString()));
      const said = Buffer.concat(err).toString().trim() || Buffer.concat(out).toString().trim();
      const end = signal === null ? `exit code ${code}` : `ended by ${signal}`;
      resolve(fail("refused", `${[program, ...args].join(" ").slice(0, 200)}: ${said || end}`));
    });
    child.stdin.end(options.input ?? "");
  });
}

/** `ip`, in a named network namespace when one is given. */
export function ip(networkNamespace: string | undefined, args: readonly string[]): Promise<Result<string>> {
  return runCommand("ip", [...namespaceArgs(networkNamespace), ...args]);
}

/** Many `ip` commands in one process; stops at the first that fails, or goes on and fails at the end. */
export function ipBatch(
  networkNamespace: string | undefined,
  lines: readonly string[],
  options: { readonly goOn?: boolean } = {},
): Promise<Result<string>> {
  const force = options.goOn === true ? ["-force"] : [];
  const args = [...namespaceArgs(networkNamespace), ...force, "-batch", "-"];
  return runCommand("ip", args, { input: `${lines.join("\n")}\n` });
}

function namespaceArgs(networkNamespace: string | undefined): readonly string[] {
  return networkNamespace === undefined ? [] : ["-n", networkNamespace];
}
