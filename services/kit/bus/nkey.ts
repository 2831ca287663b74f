/**
 * Ed25519 keys in NATS' own spelling (nkeys), each with its kind and a checksum in it: a user's seed `SU...`, its public key
 * `U...`. Node signs and checks with them: `nkeys` itself takes 13 to 22 ms for each, Node 0.1 to 0.2.
 */
import { createPrivateKey, createPublicKey, type KeyObject } from "node:crypto";
import { nkeys } from "nats";
import { fail, ok, type Result } from "../failure/failure.ts";

export interface SigningKey {
  readonly publicKey: string;
  readonly key: KeyObject;
}

/** Before the 32 bytes of a key, in DER: RFC 8410. */
const PRIVATE_HEAD = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_HEAD = Buffer.from("302a300506032b6570032100", "hex");
const KEY_BYTES = 32;
const ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

export function createSeed(): { readonly seed: string; readonly publicKey: string } {
  const pair = nkeys.createUser();
  return { seed: Buffer.from(pair.getSeed()).toString("latin1"), publicKey: pair.getPublicKey() };
}

/** Its failure says nothing of what the seed is. */
export function readSeed(seed: string): Result<SigningKey> {
  if (!/^SU[A-Z2-7]{56}$/.test(seed)) return fail("invalid", "is not a user's seed, SU and 56 of A-Z 2-7");
  try {
    const publicKey = nkeys.fromSeed(Buffer.from(seed)).getPublicKey();
    // Two bytes say what kind of seed it is.
    const raw = decodeBase32(seed).subarray(2, 2 + KEY_BYTES);
    const key = createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, raw]), format: "der", type: "pkcs8" });
    return ok({ publicKey, key });
  } catch {
    return fail("invalid", "is not a user's seed: its checksum is wrong");
  }
}

export function readPublicKey(publicKey: string): Result<KeyObject> {
  if (!/^U[A-Z2-7]{55}$/.test(publicKey)) {
    return fail("invalid", "is not a user's public key, U and 55 of A-Z 2-7");
  }
  try {
    nkeys.fromPublic(publicKey);
    const raw = decodeBase32(publicKey).subarray(1, 1 + KEY_BYTES);
    return ok(createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: "der", type: "spki" }));
  } catch {
    return fail("invalid", "is not a user's public key: its checksum is wrong");
  }
}

function decodeBase32(text: string): Buffer {
  const bytes: number[] = [];
  let bits = 0;
  let held = 0;
  for (const letter of text) {
    held = (held << 5) | ALPHABET.indexOf(letter);
    bits += 5;
    if (bits < 8) continue;
    bits -= 8;
    bytes.push((held >> bits) & 0xff);
    held &= (1 << bits) - 1;
  }
  return Buffer.from(bytes);
}
