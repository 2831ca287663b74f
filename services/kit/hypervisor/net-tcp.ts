import { readFileSync } from "node:fs";

/** The TCP sockets of a process's network, whoever holds them. */
export interface TcpSocket {
  readonly localPort: number;
  /** As the kernel numbers it: `02` is SYN_SENT, `0A` LISTEN. */
  readonly state: string;
}

export function tcpSocketsOf(pid: number): readonly TcpSocket[] {
  return ["tcp", "tcp6"].flatMap((table) => {
    let text: string;
    try {
      text = readFileSync(`/proc/${pid}/net/${table}`, "latin1");
    } catch {
      // Without IPv6 there is no such table.
      return [];
    }
    return parseNetTcp(text);
  });
}

const LINE = /^ *\d+: [0-9A-F]+:([0-9A-F]{4}) [0-9A-F]+:[0-9A-F]{4} ([0-9A-F]{2}) /gm;

/** The text of `/proc/net/tcp`, or of `tcp6`. */
export function parseNetTcp(text: string): readonly TcpSocket[] {
  return [...text.matchAll(LINE)].map(([, port = "", state = ""]) => ({ localPort: Number.parseInt(port, 16), state }));
}
