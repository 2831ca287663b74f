/** What is fuzzed: one target for each edge at which input comes in. */
import assert from "node:assert/strict";
import { isFailureKind, type Result } from "../../services/kit/failure/failure.ts";
import type { Random } from "./random.ts";

export interface Target {
  /** `edge/decoder`. */
  readonly name: string;
  /** How valid inputs are changed. */
  readonly form: "wire" | "json" | "text" | "bytes";
  /** Valid inputs; what is tried begins from them. The numbers of `random` are the only ones to use. */
  readonly seeds: (random: Random) => readonly Uint8Array[] | Promise<readonly Uint8Array[]>;
  /** Words that mean something here. */
  readonly tokens?: readonly string[];
  /** What must hold is checked in here: whatever it throws is a finding. */
  readonly run: (input: Uint8Array) => Verdict | Promise<Verdict>;
  /** Of the inputs that an ordinary target gets: fewer where one takes long, more where it takes next to nothing. Default 1. */
  readonly share?: number;
  readonly close?: () => void | Promise<void>;
}

export type Verdict =
  | { readonly accepted: true; readonly value: unknown }
  | { readonly accepted: false; readonly reason: string };

export function accepted(value: unknown): Verdict {
  return { accepted: true, value };
}

export function rejected(reason: string): Verdict {
  return { accepted: false, reason };
}

/** A failure says what to do next in one of the words there are, and why. `bug` is never the answer to an input. */
export function verdictOf(result: Result<unknown>): Verdict {
  if (result.ok) return accepted(result.value);
  const { kind, message } = result.failure;
  assert.ok(typeof kind === "string" && isFailureKind(kind), `failure of kind ${String(kind)}`);
  assert.notEqual(kind, "bug", `the input is called a bug: ${message}`);
  assert.ok(typeof message === "string" && message.length > 0, "a failure without words");
  return rejected(message);
}

/** Of everything in it: no NaN, no infinity, nothing below `least`. */
export function assertNumbers(value: unknown, least = 0, path = "value"): void {
  if (typeof value === "number") assert.ok(Number.isFinite(value) && value >= least, `${path} is ${value}`);
  if (typeof value !== "object" || value === null || ArrayBuffer.isView(value)) return;
  const entries = value instanceof Map ? [...value] : Object.entries(value);
  for (const [key, field] of entries) assertNumbers(field, least, `${path}.${String(key)}`);
}

const utf8 = new TextDecoder();
const encoder = new TextEncoder();

/** As a file is read: what is not UTF-8 becomes U+FFFD. */
export function textOf(input: Uint8Array): string {
  return utf8.decode(input);
}

export function bytesOf(text: string): Uint8Array {
  return encoder.encode(text);
}
