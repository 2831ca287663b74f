/** Headers of what goes over the bus: CloudEvents (NATS binding, binary mode), W3C trace context, failures. */
import { randomBytes } from "node:crypto";
import { headers, type MsgHdrs } from "nats";
import { type Failure, fail, isFailureKind } from "../failure/failure.ts";

interface HeaderReader {
  decode(bytes: Uint8Array): MsgHdrs;
}

/**
 * The client (2.29.3) reads the headers of an answer in the midst of reading its connection, and throws at those that are none:
 * then it reads nothing more until its pings have gone unanswered, half a minute later. Whoever may answer can send such
 * headers, and the server lets them through. Here they are as if there were none.
 */
const reader = headers().constructor as unknown as HeaderReader;
const readOrThrow = reader.decode;
reader.decode = (bytes) => {
  try {
    return readOrThrow(bytes);
  } catch {
    return headers();
  }
};

export function eventHeaders(event: {
  readonly source: string;
  readonly type: string;
  readonly id?: string | undefined;
  readonly traceparent?: string | undefined;
}): MsgHdrs {
  const head = headers();
  head.set("ce-specversion", "1.0");
  head.set("ce-id", event.id ?? randomBytes(8).toString("hex"));
  head.set("ce-type", TYPE_PREFIX + event.type);
  head.set("ce-source", event.source);
  head.set("ce-time", new Date().toISOString());
  head.set("ce-datacontenttype", "application/protobuf");
  head.set(
    "traceparent",
    event.traceparent ?? `00-${randomBytes(16).toString("hex")}-${randomBytes(8).toString("hex")}-01`,
  );
  return head;
}

const TYPE_PREFIX = "contraflow.v1.";

/**
 * Why this is no such message, though it is on its subject. Whoever may ask JetStream for something may also say where the
 * answer goes: what stands in a stream may be such an answer, or what was stored for another subject.
 */
export function typeRefusal(head: MsgHdrs | undefined, type: string): string | undefined {
  const told = head?.get("ce-type");
  if (told === TYPE_PREFIX + type) return undefined;
  return `${told ? `a ${told.slice(0, 128)}` : "a message that does not say what it is"}, and no ${type}`;
}

const SOURCE_PREFIX = "/contraflow/";

export function sourceNamed(name: string): string {
  return `${SOURCE_PREFIX}${name}`;
}

/** By which name whoever sent this is connected: a word to go by, and no proof. */
export function senderOf(head: MsgHdrs | undefined): string | undefined {
  const source = head?.get("ce-source") ?? "";
  return source.startsWith(SOURCE_PREFIX) ? source.slice(SOURCE_PREFIX.length) : undefined;
}

export function failureHeaders(failure: Failure): MsgHdrs {
  const head = headers();
  head.set("cf-failure", failure.kind);
  head.set("cf-message", oneLine(failure.message));
  if (failure.field !== undefined) head.set("cf-field", oneLine(failure.field));
  return head;
}

/** Undefined: it is an answer and no failure. */
export function failureOf(head: MsgHdrs | undefined): { ok: false; failure: Failure } | undefined {
  const word = head?.get("cf-failure");
  if (!word) return undefined;
  const kind = isFailureKind(word) ? word : "bug";
  return fail(kind, head?.get("cf-message") || "no reason given", head?.get("cf-field") || undefined);
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]+/g, " ").slice(0, 1024);
}
