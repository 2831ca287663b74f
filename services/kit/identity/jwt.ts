/**
 * The statements by which a NATS server knows who may do what, in its own form: JSON Web Tokens (version 2 of NATS) that are
 * signed by nkeys. The operator's key signs accounts, an account's keys sign users. Pure but for the keys.
 *
 * A role is a signing key of the account, with the role's rights in the account's token (a "scoped" key): a user's token
 * only says his name and role, so rights change at the server without new tokens, and a new host changes nothing there.
 */
import { createHash } from "node:crypto";
import type { nkeys } from "nats";
import type { Rights } from "./rights.ts";
import { type Identity, type Role, roles, tagsOf } from "./role.ts";

export type KeyPair = ReturnType<typeof nkeys.fromSeed>;

const UNLIMITED = -1;
const HEADER = { typ: "JWT", alg: "ed25519-nkey" };

export interface Account {
  readonly account: string;
  readonly issuedUnixSeconds: number;
  /** The public key that signs each role's users. */
  readonly signers: ReadonlyMap<Role, string>;
  readonly rights: Readonly<Record<Role, Rights>>;
  /** Tokens of these public keys are refused that were issued until then. */
  readonly revocations: ReadonlyMap<string, number>;
}

export function operatorToken(operator: KeyPair, systemAccount: string, issuedUnixSeconds: number): string {
  const nats = { type: "operator", version: 2, system_account: systemAccount };
  return sign(operator, { name: "contraflow", sub: operator.getPublicKey(), iat: issuedUnixSeconds, nats });
}

/** The server's own: it asks for one where JetStream is on. Nobody is a user of it. */
export function systemAccountToken(operator: KeyPair, account: string, issuedUnixSeconds: number): string {
  const nats = { type: "account", version: 2, limits: { ...connectionLimits, ...noStorage } };
  return sign(operator, { name: "system", sub: account, iat: issuedUnixSeconds, nats });
}

export function accountToken(operator: KeyPair, { account, issuedUnixSeconds, ...told }: Account): string {
  const nats = {
    type: "account",
    version: 2,
    limits: { ...connectionLimits, ...storage },
    signing_keys: roles.flatMap((role) => {
      const key = told.signers.get(role);
      return key === undefined ? [] : [scopedKey(role, key, told.rights[role])];
    }),
    ...(told.revocations.size === 0 ? {} : { revocations: Object.fromEntries([...told.revocations].sort()) }),
  };
  return sign(operator, { name: "contraflow", sub: account, iat: issuedUnixSeconds, nats });
}

export interface User extends Identity {
  readonly user: string;
  readonly account: string;
  readonly issuedUnixSeconds: number;
}

/** The role's tag is for the user's own side: what he may do is said by who has signed. */
export function userToken(signer: KeyPair, { user, account, role, name, issuedUnixSeconds }: User): string {
  const nats = { type: "user", version: 2, issuer_account: account, tags: tagsOf({ role, name }) };
  return sign(signer, { name, sub: user, iat: issuedUnixSeconds, nats });
}

/** What a user's client is given: NATS' own form of a token and its seed in one file. */
export function credentialsText(token: string, user: KeyPair): string {
  const seed = Buffer.from(user.getSeed()).toString("latin1");
  return [
    "-----BEGIN NATS USER JWT-----",
    token,
    "------END NATS USER JWT------",
    "",
    "************************* IMPORTANT *************************",
    "Whoever has this file is this user: keep it with mode 0600.",
    "",
    "-----BEGIN USER NKEY SEED-----",
    seed,
    "------END USER NKEY SEED------",
    "",
  ].join("\n");
}

const connectionLimits = {
  ...{ subs: UNLIMITED, data: UNLIMITED, payload: UNLIMITED, conn: UNLIMITED, leaf: 0 },
  ...{ imports: UNLIMITED, exports: UNLIMITED, wildcards: true },
};
const storage = { mem_storage: UNLIMITED, disk_storage: UNLIMITED, streams: UNLIMITED, consumer: UNLIMITED };
const noStorage = { mem_storage: 0, disk_storage: 0, streams: 0, consumer: 0 };

function scopedKey(role: Role, key: string, { publish, subscribe }: Rights) {
  // An empty list would forbid nothing.
  if (publish.length === 0 || subscribe.length === 0) throw new Error(`the role ${role} has no rights`);
  const template = { pub: { allow: publish }, sub: { allow: subscribe } };
  const limits = { subs: UNLIMITED, data: UNLIMITED, payload: UNLIMITED };
  return { kind: "user_scope", key, role, template: { ...template, ...limits } };
}

function sign(issuer: KeyPair, claims: { readonly [name: string]: unknown }): string {
  const body = { ...claims, iss: issuer.getPublicKey() };
  const jti = createHash("sha256").update(JSON.stringify(body)).digest("hex");
  const text = [HEADER, { jti, ...body }].map((part) => base64url(Buffer.from(JSON.stringify(part)))).join(".");
  return `${text}.${base64url(issuer.sign(Buffer.from(text)))}`;
}

function base64url(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString("base64url");
}
