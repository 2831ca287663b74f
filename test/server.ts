/** What a test may do with a server, wherever it runs. */
import { connect } from "node:net";

export { accepts, freePort } from "../services/lab/processes.ts";

export type Scheme = "nats" | "redis";

export interface TestServer {
  readonly url: string;
  readonly port: number;
  /** Of the process that runs now; undefined between `kill` and `restart`. */
  pid(): number | undefined;
  /** Ends the process at once, as a power cut does. Its port and data wait for `restart`. */
  kill(): Promise<void>;
  /** Ends the process if it runs and starts it again on the same port and data. */
  restart(): Promise<void>;
  /** Of a server with a file system of its own: leaves no byte of it free, or takes that back. */
  fillDisk(): void;
  freeDisk(): void;
  /** Undefined for a server whose network can not be taken away: `noNetworkCut` says why. */
  readonly network: TestNetwork | undefined;
  /** Ends the process and removes its data. Idempotent. */
  stop(): Promise<void>;
}

/** The server runs on; nothing gets to it or comes from it between `cut` and `mend`. */
export interface TestNetwork {
  cut(): Promise<void>;
  mend(): Promise<void>;
}

/** `port`: a port that was announced before the server was there (see `freePort`). */
export interface ServerOptions {
  readonly port?: number;
  /** Data on a file system of its own of that size, which root can mount: it can be filled. */
  readonly diskMebibytes?: number;
}

/** The program and its arguments: what listens on that address and port and keeps its data there. */
export type ServerCommand = (port: number, directory: string, address: string) => readonly string[];

export const START_LIMIT_MILLISECONDS = 15_000;

/** Its own words, not only its port's: in front of a container that starts, a proxy takes connections already. */
export function answers(scheme: Scheme, port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, "127.0.0.1");
    const settle = (answered: boolean) => {
      socket.destroy();
      resolve(answered);
    };
    socket.setTimeout(1_000, () => settle(false));
    if (scheme === "redis") socket.write("PING\r\n");
    socket.once("data", (said) => settle(/^(INFO |\+PONG)/.test(said.toString("latin1"))));
    socket.once("error", () => settle(false));
    socket.once("close", () => settle(false));
  });
}
