/** Who this process is on the bus: a file of `contraflow init`, in NATS' own form (a token, and the seed of its key). */
import { type Auth, credsAuthenticator, nkeys } from "nats";
import { z } from "zod";
import { fail, ok, type Result } from "../failure/failure.ts";
import { type Identity, identityName, ROLE_TAG } from "../identity/role.ts";
import { readSecretFile } from "../run/secret-file.ts";

export interface Credentials extends Identity {
  /** By which the server's log names it. */
  readonly publicKey: string;
  authenticate(nonce: string | undefined): Auth;
}

const FORM =
  /^-+BEGIN NATS USER JWT-+\s+(?:[\w-]+)\.(?<claims>[\w-]+)\.[\w-]+\s[\s\S]*-+BEGIN USER NKEY SEED-+\s+(?<seed>SU[A-Z2-7]{56})\s/;
const claims = z.looseObject({
  name: z.string(),
  sub: z.string(),
  nats: z.looseObject({ tags: z.array(z.string()).default([]) }),
});

export function readCredentials(path: string): Result<Credentials> {
  const file = readSecretFile(path);
  return file.ok ? parseCredentials(`${file.value}\n`, path) : file;
}

/** `name` is what the errors call the text; they say nothing of what is in it. */
export function parseCredentials(text: string, name: string): Result<Credentials> {
  const found = FORM.exec(text)?.groups;
  if (found?.claims === undefined || found.seed === undefined) {
    return fail("invalid", `${name}: holds no NATS credentials (a user's token and the seed of its key)`);
  }
  const said = claims.safeParse(parseClaims(found.claims));
  if (!said.success) return fail("invalid", `${name}: its token cannot be read`);
  const { name: user, sub: publicKey, nats } = said.data;
  const role = nats.tags.find((tag) => tag.startsWith(ROLE_TAG))?.slice(ROLE_TAG.length);
  const identity = identityName.safeParse({ role, name: user });
  if (!identity.success) return fail("invalid", `${name}: its token names no role and name that Contraflow knows`);
  try {
    const key = nkeys.fromSeed(Buffer.from(found.seed)).getPublicKey();
    if (key !== publicKey) return fail("invalid", `${name}: its seed is not that of its token`);
  } catch {
    return fail("invalid", `${name}: its seed is wrong`);
  }
  const authenticate = credsAuthenticator(Buffer.from(text));
  return ok({
    ...identity.data,
    publicKey,
    authenticate(nonce) {
      // It is in the token. Said beside it too, the server cuts the connection whenever it reads its configuration again
      // (nats-server #8606; seen with 2.9.10).
      const { nkey, ...auth } = authenticate(nonce) as { readonly nkey?: string };
      return auth as Auth;
    },
  });
}

function parseClaims(part: string): unknown {
  try {
    return JSON.parse(Buffer.from(part, "base64url").toString());
  } catch {
    return undefined;
  }
}
