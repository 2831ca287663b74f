/**
 * Messages as the wire carries them, made beforehand and written to a NATS server at an even rate: what makes the load
 * takes next to nothing of the machine that is measured.
 */
import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { setTimeout as delay } from "node:timers/promises";

const SLICE_MILLISECONDS = 10;
/** As long as what services send with each message. */
const HEADERS = [
  "NATS/1.0",
  ...["ce-specversion", "ce-id", "ce-type", "ce-source", "ce-time", "traceparent"].map(
    (name) => `${name}: 0123456789012345678901234567890123456789`,
  ),
  "\r\n",
].join("\r\n");

export class RawLoad {
  readonly #socket: Socket;
  #answered: () => void = () => undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    let rest = "";
    socket.on("data", (chunk: Buffer) => {
      rest += chunk.toString("latin1");
      const lines = rest.split("\r\n");
      rest = lines.pop() ?? "";
      for (const line of lines) {
        if (line === "PING") socket.write("PONG\r\n");
        if (line === "PONG") this.#answered();
        if (line.startsWith("-ERR")) throw new Error(`nats-server: ${line}`);
      }
    });
  }

  static async open(port: number): Promise<RawLoad> {
    const socket = connect(port, "127.0.0.1");
    await once(socket, "connect");
    socket.setNoDelay(true);
    socket.write('CONNECT {"verbose":false,"headers":true,"lang":"raw","version":"1"}\r\n');
    return new RawLoad(socket);
  }

  /** So many messages a second; ends when the server has them all. */
  async write(messages: readonly Buffer[], perSecond: number): Promise<void> {
    const start = performance.now();
    let sent = 0;
    while (sent < messages.length) {
      const due = Math.min(messages.length, Math.floor(((performance.now() - start) / 1000) * perSecond));
      if (due > sent) this.#socket.write(Buffer.concat(messages.slice(sent, due)));
      sent = Math.max(sent, due);
      await delay(SLICE_MILLISECONDS);
    }
    const answered = new Promise<void>((resolve) => {
      this.#answered = resolve;
    });
    this.#socket.write("PING\r\n");
    await answered;
  }

  close(): void {
    this.#socket.destroy();
  }
}

export function rawMessage(subject: string, payload: Uint8Array): Buffer {
  const total = HEADERS.length + payload.length;
  const head = `HPUB ${subject} ${HEADERS.length} ${total}\r\n${HEADERS}`;
  return Buffer.concat([Buffer.from(head, "latin1"), payload, Buffer.from("\r\n")]);
}
