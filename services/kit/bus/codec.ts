/**
 * Bytes to values and back, with every refusal naming the message and the field.
 *
 * protobufjs is silent about much (a string given 5 becomes "", an unknown enum stays a number, -1 becomes 2^64-1, a
 * BigInt becomes 0), so nothing goes out and nothing comes in without the message's schema having seen it.
 * Quantities have explicit presence in the protos: a message cut at a field's boundary is refused as incomplete and
 * never read as zeros.
 */
import protobuf from "protobufjs/minimal.js";
import type { z } from "zod";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

// Counters come out as plain numbers; above 2^53 they are no safe integers, and the schemas refuse those.
// @ts-expect-error the declared type has no place for "none", which is the documented way to choose numbers
protobuf.util.Long = undefined;
protobuf.configure();

/** What a static module of protobufjs offers for a message. */
interface StaticMessage {
  fromObject(object: { [key: string]: unknown }): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: each generated class accepts only its own type here
  encode(message: any): { finish(): Uint8Array };
  decode(bytes: Uint8Array): unknown;
  // biome-ignore lint/suspicious/noExplicitAny: as above
  toObject(message: any, options: protobuf.IConversionOptions): { [key: string]: unknown };
}

export interface Codec<T> {
  readonly name: string;
  readonly maxBytes: number;
  readonly schema: z.ZodType<T>;
  encode(value: T): Result<Uint8Array>;
  decode(bytes: Uint8Array): Result<T>;
}

export function defineCodec<T>(definition: {
  name: string;
  message: StaticMessage;
  schema: z.ZodType<T>;
  maxBytes: number;
  /** Says true only of what the schema takes as it is, in less time. */
  isPlain?: (value: unknown) => value is T;
}): Codec<T> {
  const { name, message, schema, maxBytes, isPlain } = definition;
  const check = (value: unknown) =>
    isPlain?.(value) ? { success: true as const, data: value } : schema.safeParse(value);
  return {
    name,
    maxBytes,
    schema,
    encode(value) {
      const checked = check(value);
      if (!checked.success) return refuse(name, checked.error);
      const bytes = message.encode(message.fromObject(checked.data as { [key: string]: unknown })).finish();
      return bytes.length > maxBytes ? tooLarge(name, bytes.length, maxBytes) : ok(bytes);
    },
    decode(bytes) {
      if (bytes.length > maxBytes) return tooLarge(name, bytes.length, maxBytes);
      let object: { [key: string]: unknown };
      try {
        object = message.toObject(message.decode(bytes), { arrays: true, longs: Number, enums: String });
      } catch (error) {
        return fail("invalid", `${name}: is not protobuf of this message: ${messageOf(error)}`);
      }
      const checked = check(object);
      return checked.success ? ok(checked.data) : refuse(name, checked.error);
    },
  };
}

function tooLarge(name: string, length: number, maxBytes: number) {
  return fail("invalid", `${name}: has ${length} bytes, at most ${maxBytes} are accepted`);
}

function refuse(name: string, error: z.ZodError) {
  const { path, message } = firstIssue(error);
  return fail("invalid", `${name}${path === "" ? "" : `.${path}`}: ${message}`, path === "" ? name : path);
}

/** The first thing wrong, as `samples[3].outboundBytes` and a sentence. */
export function firstIssue(error: z.ZodError): { path: string; message: string } {
  const issue = error.issues[0];
  if (issue === undefined) return { path: "", message: "is invalid" };
  return { path: fieldPath(issue.path), message: issue.message };
}

export function fieldPath(path: readonly PropertyKey[]): string {
  return path
    .map((key, index) => (typeof key === "number" ? `[${key}]` : `${index === 0 ? "" : "."}${String(key)}`))
    .join("");
}
