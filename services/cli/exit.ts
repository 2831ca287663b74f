/** What a command's end says to scripts. */
import type { Failure, FailureKind } from "../kit/failure/failure.ts";

export const EXIT = {
  done: 0,
  failed: 1,
  usage: 2,
  refused: 3,
  unavailable: 4,
  interrupted: 130,
} as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];

export const EXIT_HELP = `
Exit codes:
  0    done
  1    the evacuation failed or was cancelled, or something broke
  2    wrong usage or bad input
  3    refused: the evacuation was rejected, or the other side said no
  4    the bus, or the service that should answer on it, is not available
  130  interrupted; an evacuation that was begun goes on`;

const codes: Readonly<Record<FailureKind, ExitCode>> = {
  invalid: EXIT.usage,
  not_found: EXIT.usage,
  refused: EXIT.refused,
  stale: EXIT.refused,
  unavailable: EXIT.unavailable,
  outcome_unknown: EXIT.unavailable,
  cancelled: EXIT.interrupted,
  bug: EXIT.failed,
};

export function exitCodeOf(failure: Failure): ExitCode {
  return codes[failure.kind];
}
