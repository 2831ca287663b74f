import { mkdtemp, rm } from "node:fs/promises";
import { createServer, type Socket } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * A scripted QMP server. Like QEMU it serves one client at a time: a second one connects and gets no greeting until
 * the first has left.
 */

export interface FakeCommand {
  readonly name: string;
  readonly args: Readonly<Record<string, unknown>>;
  readonly oob: boolean;
}

/** What a command gets: a reply, an error, or silence. */
export type FakeReply =
  | { readonly return: unknown }
  | { readonly error: { readonly class: string; readonly desc: string } }
  | "no answer";

export interface FakeQmpServer {
  readonly socketPath: string;
  readonly received: readonly FakeCommand[];
  emit(event: string, data?: Readonly<Record<string, unknown>>, seconds?: number): void;
  /** Bytes as they are, to the client being served. */
  write(bytes: string | Uint8Array): void;
  /** Drops the client being served. */
  drop(): void;
  close(): Promise<void>;
}

export interface FakeQmpOptions {
  readonly greeting?: string;
  readonly handle?: (command: FakeCommand, server: FakeQmpServer) => FakeReply;
}

const defaultGreeting = JSON.stringify({
  QMP: { version: { qemu: { major: 7, minor: 2, micro: 22 }, package: "fake" }, capabilities: ["oob"] },
});

/** What an idle QEMU 7.2 says to the commands our client sends. */
export function idleQemu(command: FakeCommand): FakeReply {
  switch (command.name) {
    case "qmp_capabilities":
      return { return: {} };
    case "query-status":
      return { return: { status: "running", singlestep: false, running: true } };
    case "query-migrate":
      return { return: {} };
    case "query-yank":
      return { return: [] };
    case "migrate-incoming":
      return { error: { class: "GenericError", desc: "'-incoming' was not specified on the command line" } };
    case "quit":
      return { return: {} };
    default:
      return { error: { class: "CommandNotFound", desc: `The command ${command.name} has not been found` } };
  }
}

export async function startFakeQmpServer(options: FakeQmpOptions = {}): Promise<FakeQmpServer> {
  const directory = await mkdtemp(join(tmpdir(), "cf-fake-qmp-"));
  const socketPath = join(directory, "qmp.sock");
  const received: FakeCommand[] = [];
  const waiting: Socket[] = [];
  let client: Socket | undefined;
  let negotiated = false;

  const handle = (line: string) => {
    const message = JSON.parse(line) as Record<string, unknown>;
    const oob = typeof message["exec-oob"] === "string";
    const name = String(message[oob ? "exec-oob" : "execute"]);
    const command = { name, args: (message.arguments ?? {}) as Record<string, unknown>, oob };
    received.push(command);
    if (!negotiated && name !== "qmp_capabilities") {
      client?.write(
        `${JSON.stringify({ id: message.id, error: { class: "CommandNotFound", desc: "Expecting capabilities negotiation with 'qmp_capabilities'" } })}\r\n`,
      );
      return;
    }
    if (name === "qmp_capabilities") negotiated = true;
    const reply = (options.handle ?? idleQemu)(command, server);
    if (reply !== "no answer") client?.write(`${JSON.stringify({ ...reply, id: message.id })}\r\n`);
    if (name === "quit") client?.end();
  };

  const serve = (socket: Socket) => {
    client = socket;
    negotiated = false;
    let held = "";
    socket.on("data", (chunk) => {
      held += chunk.toString("utf8");
      const lines = held.split("\n");
      held = lines.pop() ?? "";
      for (const line of lines) if (line.trim() !== "") handle(line);
    });
    socket.write(`${options.greeting ?? defaultGreeting}\r\n`);
  };

  const listener = createServer((socket) => {
    socket.on("error", () => {});
    socket.on("close", () => {
      if (socket !== client) return;
      client = undefined;
      const next = waiting.shift();
      if (next !== undefined) serve(next);
    });
    if (client === undefined) serve(socket);
    else waiting.push(socket);
  });
  await new Promise<void>((resolve) => listener.listen(socketPath, resolve));

  const server: FakeQmpServer = {
    socketPath,
    received,
    emit(event, data = {}, seconds = 1_700_000_000) {
      client?.write(`${JSON.stringify({ event, data, timestamp: { seconds, microseconds: 250_000 } })}\r\n`);
    },
    write(bytes) {
      client?.write(bytes);
    },
    drop() {
      client?.destroy();
    },
    async close() {
      for (const socket of waiting) socket.destroy();
      client?.destroy();
      await new Promise((resolve) => listener.close(resolve));
      await rm(directory, { recursive: true, force: true });
    },
  };
  return server;
}
