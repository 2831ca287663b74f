/**
 * What proves an order to be a planner's: headers beside those that every message has.
 *
 * 1. The subject, every header of ours and the payload are signed: nothing of an order can be changed, and an order for one
 *    host is none for another.
 * 2. A signature is good for one place in the work queue. By the server's clock the order must have been stored within five
 *    minutes of its signing; and for the ten minutes around it the server drops what comes with the same id. How long an
 *    order then waits for its host does not matter, and neither does that host's clock.
 */
import { createHash, type KeyObject, sign, verify } from "node:crypto";
import type { MsgHdrs } from "nats";
import type { SigningKey } from "./nkey.ts";
import { DUPLICATE_WINDOW_MILLISECONDS } from "./streams.ts";
import { isOrder } from "./subjects.ts";

const KEY = "cf-signed-by";
const TIME = "cf-signed-time";
const SIGNATURE = "cf-signature";

/** In this order. */
const SIGNED_HEADERS = [
  "Nats-Msg-Id",
  "ce-specversion",
  "ce-id",
  "ce-type",
  "ce-source",
  "ce-time",
  "ce-datacontenttype",
  "traceparent",
  KEY,
  TIME,
] as const;

const TOLERANCE_MILLISECONDS = DUPLICATE_WINDOW_MILLISECONDS / 2;

export interface Order {
  readonly subject: string;
  readonly headers: MsgHdrs | undefined;
  readonly bytes: Uint8Array;
}

export interface StoredOrder extends Order {
  /** By the server's clock. */
  readonly storedUnixMilliseconds: number;
}

/** Adds a signature to an order's headers, in the place of an earlier one. Other messages, and without a key, stay as they are. */
export function signOrder(
  { id, ...order }: Order & { readonly id: string; readonly headers: MsgHdrs },
  key: SigningKey | undefined,
  nowUnixMilliseconds = Date.now(),
): void {
  const { headers, subject } = order;
  if (key === undefined || !isOrder(subject)) return;
  headers.set("Nats-Msg-Id", id);
  headers.set(KEY, key.publicKey);
  headers.set(TIME, String(nowUnixMilliseconds));
  headers.set(SIGNATURE, sign(null, signedText(order), key.key).toString("base64url"));
}

/** Undefined: it is a planner's. `keys` by their public spelling. */
export function signatureRefusal(order: StoredOrder, keys: ReadonlyMap<string, KeyObject>): string | undefined {
  const { headers } = order;
  const name = headers?.get(KEY) ?? "";
  const signature = headers?.get(SIGNATURE) ?? "";
  if (headers === undefined || name === "" || signature === "") return "it is signed by no planner";
  const key = keys.get(name);
  if (key === undefined) return `it is signed by ${name.slice(0, 56)}, which is no planner's key on this host`;
  const bytes = Buffer.from(signature, "base64url");
  // A text has more than one spelling in base64: only the one that was written is taken.
  const isWhole = headers.values(SIGNATURE).length === 1 && bytes.toString("base64url") === signature;
  if (!isWhole || !verify(null, signedText(order), key, bytes)) {
    return "its signature does not fit it: it is forged, or was changed on its way";
  }
  const signedUnixMilliseconds = Number(headers.get(TIME));
  const late = order.storedUnixMilliseconds - signedUnixMilliseconds;
  if (Math.abs(late) <= TOLERANCE_MILLISECONDS) return undefined;
  const words = late > 0 ? "after it was signed" : "before it was signed";
  return (
    `it was stored ${Math.round(Math.abs(late) / 1000)} s ${words}: it is an old one that was published again, or the ` +
    "clocks of the planner and of NATS differ"
  );
}

/** JSON, so that no two orders have the same; what a header holds twice is in it twice. */
function signedText({ subject, headers, bytes }: Order): Buffer {
  const values = SIGNED_HEADERS.map((name) => headers?.values(name) ?? []);
  const hash = createHash("sha256").update(bytes).digest("hex");
  return Buffer.from(JSON.stringify(["contraflow order", subject, values, hash]));
}
