/** What the caller may do next, not where the failure came from. Nothing branches on a message's text. */
export type FailureKind =
  | "invalid" // the input is wrong: correct it, do not repeat it
  | "not_found"
  | "refused" // understood, and not done for a reason that may pass
  | "stale" // somebody else was first: read again
  | "unavailable" // nothing happened: try again later
  | "outcome_unknown" // it may have happened: reconcile before anything else
  | "cancelled"
  | "bug";

const kinds: { readonly [K in FailureKind]: true } = {
  invalid: true,
  not_found: true,
  refused: true,
  stale: true,
  unavailable: true,
  outcome_unknown: true,
  cancelled: true,
  bug: true,
};

export function isFailureKind(word: string): word is FailureKind {
  return Object.hasOwn(kinds, word);
}

export interface Failure {
  readonly kind: FailureKind;
  readonly message: string;
  /** Path of the offending field, for example `samples[3].outboundBytes`. */
  readonly field?: string;
}

export type Result<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly failure: Failure };

export function ok<T>(value: T): Result<T> {
  return { ok: true, value };
}

export function fail(kind: FailureKind, message: string, field?: string): { ok: false; failure: Failure } {
  return { ok: false, failure: field === undefined ? { kind, message } : { kind, message, field } };
}

/** For the places where only an exception can carry a failure (rejected promises of clients, start-up). */
export class FailureError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(failure.field === undefined ? failure.message : `${failure.field}: ${failure.message}`);
    this.name = "FailureError";
    this.failure = failure;
  }
}

export function unwrap<T>(result: Result<T>): T {
  if (result.ok) return result.value;
  throw new FailureError(result.failure);
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

export function assertNever(value: never): never {
  throw new Error(`unexpected variant: ${JSON.stringify(value)}`);
}
