/**
 * What systemd is told of a service (sd_notify): that it runs, what it is at, that its event loop turns, that it stops.
 *
 * Node has no datagram sockets of the UNIX kind, so `systemd-notify` carries each message. That takes a process of some
 * milliseconds, and the watchdog wants one a quarter of a minute. The messages come from a child, so units say
 * `NotifyAccess=all`.
 *
 * 1. A server that is away is no reason to be ended: the service waits for it and goes on. Only a turned event loop is told.
 * 2. No child of the service can speak for it: where systemd listens is taken out of the environment before the first is
 *    started. A VM's QEMU is such a child.
 */
import { execFile } from "node:child_process";
import { messageOf } from "../failure/failure.ts";
import type { Log } from "./log.ts";

export interface Notifier {
  /** From now on also that the event loop turns, with what `status` says at that time, until `stopping`. */
  running(status: () => string): void;
  stopping(): void;
}

export interface NotifyDeps {
  readonly log: Log;
  /** Rejects when the message was not taken. */
  readonly send: (assignments: readonly string[]) => Promise<void>;
  readonly every: (milliseconds: number, call: () => void) => () => void;
}

const STATUS_CHARACTERS = 200;

/** Silent where no systemd listens. Takes systemd's variables out of `environment`. */
export function createNotifier(environment: NodeJS.ProcessEnv, log: Log): Notifier {
  const socket = environment.NOTIFY_SOCKET;
  const heartbeatMilliseconds = watchdogMilliseconds(environment, process.pid);
  for (const name of ["NOTIFY_SOCKET", "WATCHDOG_USEC", "WATCHDOG_PID"]) delete environment[name];
  if (socket === undefined || socket === "") return { running: () => undefined, stopping: () => undefined };
  return notifier(heartbeatMilliseconds, { log, send: systemdNotify(socket), every });
}

/** Half of what systemd waits; undefined when it does not wait for this process. */
export function watchdogMilliseconds(environment: NodeJS.ProcessEnv, pid: number): number | undefined {
  const { WATCHDOG_USEC: microseconds, WATCHDOG_PID: watched = String(pid) } = environment;
  if (watched !== String(pid) || !/^[1-9]\d{0,15}$/.test(microseconds ?? "")) return undefined;
  return Math.max(1, Math.floor(Number(microseconds) / 2_000));
}

export function notifier(heartbeatMilliseconds: number | undefined, { log, send, every }: NotifyDeps): Notifier {
  /** One after the other: that it stops must not be overtaken by that it runs. */
  let last: Promise<void> = Promise.resolve();
  let waiting = 0;
  let isFailing = false;
  let stopHeart: () => void = () => undefined;
  const tell = (assignments: readonly string[]) => {
    waiting += 1;
    last = last.then(async () => {
      try {
        await send(assignments);
        isFailing = false;
      } catch (error) {
        if (!isFailing) log.warn({ reason: messageOf(error) }, "systemd was not told");
        isFailing = true;
      }
      waiting -= 1;
    });
  };
  return {
    running(status) {
      const words = () => `STATUS=${status().replace(/\s+/g, " ").slice(0, STATUS_CHARACTERS)}`;
      tell(["READY=1", words()]);
      if (heartbeatMilliseconds === undefined) return;
      stopHeart = every(heartbeatMilliseconds, () => {
        // One that waits already will say the same.
        if (waiting === 0) tell(["WATCHDOG=1", words()]);
      });
    },
    stopping() {
      stopHeart();
      tell(["STOPPING=1", "STATUS=ends what was begun"]);
    },
  };
}

function systemdNotify(socket: string): NotifyDeps["send"] {
  return (assignments) =>
    new Promise((resolve, reject) => {
      const env = { ...process.env, NOTIFY_SOCKET: socket };
      execFile("systemd-notify", ["--", ...assignments], { env }, (error) =>
        error === null ? resolve() : reject(error),
      );
    });
}

function every(milliseconds: number, call: () => void): () => void {
  const timer = setInterval(call, milliseconds).unref();
  return () => clearInterval(timer);
}
