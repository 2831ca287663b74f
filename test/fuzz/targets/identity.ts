/** Who somebody is, and what proves that an order is a planner's. */
import assert from "node:assert/strict";
import { createPrivateKey, createPublicKey } from "node:crypto";
import { headers, type MsgHdrs } from "nats";
import { parseCredentials } from "../../../services/kit/bus/credentials.ts";
import { readPublicKey, readSeed } from "../../../services/kit/bus/nkey.ts";
import { signatureRefusal, signOrder } from "../../../services/kit/bus/order-signature.ts";
import { ROLE_TAG } from "../../../services/kit/identity/role.ts";
import { accepted, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

/** Nobody's: made for these inputs alone. */
const SEED = "SUALROU57WV7S2EXGDRRMFYXZGPD37JJ4UPQOBUURITZKMUZNQRDTEOCII";
const PUBLIC_KEY = "UBN3YIADDFK5OY2BY452Q52PIXL7YOHESIEUVFWTNENV3NFISZJQYG3L";

const claims = { name: "a", sub: PUBLIC_KEY, nats: { tags: [`${ROLE_TAG}agent`] } };
const token = `e30.${Buffer.from(JSON.stringify(claims)).toString("base64url")}.c2ln`;
const CREDENTIALS = `-----BEGIN NATS USER JWT-----
${token}
------END NATS USER JWT------

-----BEGIN USER NKEY SEED-----
${SEED}
------END USER NKEY SEED------
`;

const credentials: Target = {
  name: "identity/credentials",
  form: "text",
  tokens: [SEED, PUBLIC_KEY, token, "-----BEGIN NATS USER JWT-----", "-----BEGIN USER NKEY SEED-----", "SU", "."],
  seeds: () => [bytesOf(CREDENTIALS)],
  run(input) {
    const parsed = parseCredentials(textOf(input), "file");
    if (!parsed.ok) {
      assert.ok(!parsed.failure.message.includes(SEED), "a failure that tells the seed");
      return verdictOf(parsed);
    }
    const { role, name, publicKey } = parsed.value;
    return accepted({ role, name, publicKey });
  },
};

const key: Target = {
  name: "identity/key",
  form: "text",
  tokens: [SEED, PUBLIC_KEY, "SU", "U", "A"],
  seeds: () => [bytesOf(SEED), bytesOf(PUBLIC_KEY)],
  run(input) {
    const text = textOf(input);
    const [seed, name] = [readSeed(text), readPublicKey(text)];
    if (seed.ok) assert.ok(readPublicKey(seed.value.publicKey).ok, "the public key of a seed is one");
    return seed.ok ? accepted(seed.value.publicKey) : name.ok ? accepted(text) : verdictOf(seed);
  },
};

const SIGNED = 1_700_000_000_000;
const SUBJECT = "cf.v1.cmd.host.host-a.pace";
const PAYLOAD = bytesOf("payload");
const PART = "\u0001";
/** Of Ed25519, RFC 8410, with a key of 32 equal bytes. */
const signer = createPrivateKey({
  key: Buffer.concat([Buffer.from("302e020100300506032b657004220420", "hex"), Buffer.alloc(32, 7)]),
  ...{ format: "der", type: "pkcs8" },
});
const readHeaders = (headers().constructor as unknown as { decode(bytes: Uint8Array): MsgHdrs }).decode;

/** Subject, headers and payload of an order. Whatever is changed in what is signed, it is no planner's any more. */
const order: Target = {
  name: "identity/order",
  form: "text",
  tokens: [SUBJECT, "cf-signed-by", "cf-signed-time", "cf-signature", "planner", "\r\n", PART, "ce-id", "Nats-Msg-Id"],
  seeds: () => {
    const head = headers();
    head.set("ce-id", "one");
    signOrder(
      { subject: SUBJECT, headers: head, bytes: PAYLOAD, id: "one" },
      { publicKey: "planner", key: signer },
      SIGNED,
    );
    return [bytesOf([SUBJECT, String(head), "payload"].join(PART))];
  },
  run(input) {
    const [subject = "", head = "", payload = ""] = textOf(input).split(PART);
    const given = readHeaders(bytesOf(head));
    const refusal = signatureRefusal(
      { subject, headers: given, bytes: bytesOf(payload), storedUnixMilliseconds: SIGNED + 1000 },
      new Map([["planner", createPublicKey(signer)]]),
    );
    if (refusal !== undefined) return rejected(refusal);
    assert.deepEqual([subject, payload, given.values("ce-id")], [SUBJECT, "payload", ["one"]]);
    return accepted(subject);
  },
};

export const identityTargets: readonly Target[] = [credentials, key, order];
