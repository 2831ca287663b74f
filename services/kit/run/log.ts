import { type Logger, pino } from "pino";

export type Log = Logger;

/** JSON lines on standard error: standard output belongs to what a command was asked for. */
export function createLog(service: string, level: string): Log {
  return pino({ name: service, level, base: { pid: process.pid } }, pino.destination({ fd: 2, sync: true }));
}
