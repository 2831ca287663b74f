/**
 * Signed orders:
 *
 * 1. What a planner signed is accepted, whatever is in it.
 * 2. Nothing of it can be changed: not the subject, not a byte, not a header, neither added, taken away nor doubled.
 * 3. A signature is nobody else's: of two orders neither takes the other's.
 */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { headers } from "nats";
import { eventHeaders } from "../../services/kit/bus/headers.ts";
import { createSeed, readPublicKey, readSeed } from "../../services/kit/bus/nkey.ts";
import { type StoredOrder, signatureRefusal, signOrder } from "../../services/kit/bus/order-signature.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { runs } from "./runs.ts";

const { seed, publicKey } = createSeed();
const other = createSeed();
const key = unwrap(readSeed(seed));
const keys = new Map([publicKey, other.publicKey].map((name) => [name, unwrap(readPublicKey(name))]));

const id = fc.stringMatching(/^[A-Za-z0-9_-]{1,64}$/);
const written = fc.record({
  hostId: id,
  order: fc.constantFrom("prepareIncoming", "startMigration", "pace", "escalate"),
  id,
  bytes: fc.uint8Array({ minLength: 1, maxLength: 300 }),
  now: fc.integer({ min: 1, max: 2 ** 42 }),
});
type Written = typeof written extends fc.Arbitrary<infer T> ? T : never;

function signedOrder({ hostId, order, id, bytes, now }: Written): StoredOrder {
  const subject = subjects[order as "pace"](hostId);
  const head = eventHeaders({ source: "/contraflow/planner", type: "SetPace", id });
  signOrder({ subject, id, headers: head, bytes }, key, now);
  return { subject, headers: head, bytes, storedUnixMilliseconds: now };
}

/** A text that is not the one it was. */
function changed(text: string, at: number, letter: string): string {
  const place = at % (text.length + 1);
  const replaced = text.slice(0, place) + letter + text.slice(place + 1);
  return replaced === text ? `${letter}${text}` : replaced;
}

type Change = (order: StoredOrder, at: number, letter: string) => StoredOrder;

const onHeader = (change: (values: readonly string[], at: number, letter: string) => readonly string[]): Change =>
  function mutate(order, at, letter) {
    const names = order.headers?.keys() ?? [];
    const chosen = names[at % names.length];
    const head = headers();
    for (const name of names) {
      const values = order.headers?.values(name) ?? [];
      for (const value of name === chosen ? change(values, at, letter) : values) head.append(name, value);
    }
    return { ...order, headers: head };
  };

const changes: { readonly [what: string]: Change } = {
  "another subject": (order, at, letter) => ({ ...order, subject: changed(order.subject, at, letter) }),
  "another byte": (order, at) => {
    const bytes = Uint8Array.from(order.bytes);
    const place = at % bytes.length;
    bytes[place] = (bytes[place] ?? 0) ^ (1 << (at % 8));
    return { ...order, bytes };
  },
  "a byte more": (order, at) => ({ ...order, bytes: Uint8Array.from([...order.bytes, at % 256]) }),
  "a byte less": (order) => ({ ...order, bytes: order.bytes.subarray(1) }),
  "another header": onHeader(([value = ""], at, letter) => [changed(value, at >> 4, letter)]),
  "a header less": onHeader(() => []),
  "a header twice": onHeader(([value = ""]) => [value, value]),
  "a second header of the name": onHeader(([value = ""], _, letter) => [value, letter]),
};

describe("a signed order", () => {
  it("1. is accepted, whatever is in it", (t) => {
    fc.assert(
      fc.property(written, (order) => assert.equal(signatureRefusal(signedOrder(order), keys), undefined)),
      runs(t, 200),
    );
  });

  for (const [what, change] of Object.entries(changes)) {
    it(`2. with ${what} is refused`, (t) => {
      fc.assert(
        fc.property(written, fc.nat(), fc.stringMatching(/^[A-Za-z0-9_.:-]$/), (order, at, letter) => {
          const forged = change(signedOrder(order), at, letter);
          assert.notEqual(signatureRefusal(forged, keys), undefined);
        }),
        runs(t, 300),
      );
    });
  }

  it("3. does not lend its signature to another, nor its name to another planner's", (t) => {
    fc.assert(
      fc.property(written, written, (one, two) => {
        fc.pre(JSON.stringify(one) !== JSON.stringify(two));
        const [mine, theirs] = [signedOrder(one), signedOrder(two)];
        const head = headers();
        for (const name of theirs.headers?.keys() ?? []) head.set(name, theirs.headers?.get(name) ?? "");
        head.set("cf-signature", mine.headers?.get("cf-signature") ?? "");
        assert.notEqual(signatureRefusal({ ...theirs, headers: head }, keys), undefined);
        mine.headers?.set("cf-signed-by", other.publicKey);
        assert.notEqual(signatureRefusal(mine, keys), undefined);
      }),
      runs(t, 200),
    );
  });
});
