/**
 * A cluster's identities as files: in `ca` and `keys` what makes them, which never leaves its machine; beside these a folder
 * for each machine or person, to be copied there.
 *
 * 1. A secret that is there is never written over, but by `renew`.
 * 2. What was issued is in the register before it is in a file: nothing exists that could not be revoked.
 */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { nkeys } from "nats";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { parseJsonText } from "../run/json-file.ts";
import { readSecretFile } from "../run/secret-file.ts";
import { CA_CERTIFICATE } from "../tls/credentials.ts";
import { PUBLIC, putFile, readIfThere, SECRET } from "./files.ts";
import { accountToken, credentialsText, type KeyPair, operatorToken, systemAccountToken, userToken } from "./jwt.ts";
import { emptyRegister, liveMarks, type Register, register, revokedKeys, withIssued } from "./register.ts";
import { rights } from "./rights.ts";
import { type Identity, identityText, type Role, roles } from "./role.ts";
import { ACL_FILE, natsConfig, natsServerConfig, passwordHash, redisConfig, redisUsers } from "./server-files.ts";

export const SIGNING = "signing";
export const redisHolders = { profiler: "redis/profiler", admin: "redis/admin" } as const;
const REGISTER = "issued.json";

export class Cluster {
  readonly directory: string;
  readonly #nowUnixSeconds: () => number;
  register: Register;

  private constructor(directory: string, read: Register, nowUnixSeconds: () => number) {
    this.directory = directory;
    this.register = read;
    this.#nowUnixSeconds = nowUnixSeconds;
  }

  /** Also where nothing is yet. */
  static async open(directory: string, nowUnixSeconds = () => Math.floor(Date.now() / 1000)): Promise<Result<Cluster>> {
    const path = join(directory, "keys", REGISTER);
    try {
      const text = await readIfThere(path);
      const read = text === undefined ? ok(emptyRegister(nowUnixSeconds())) : parseJsonText(text, path, register);
      return read.ok ? ok(new Cluster(directory, read.value, nowUnixSeconds)) : read;
    } catch (error) {
      return fail("unavailable", messageOf(error));
    }
  }

  path(...parts: readonly string[]): string {
    return join(this.directory, ...parts);
  }

  get authority(): string {
    return this.path("ca");
  }

  get nowUnixSeconds(): number {
    return this.#nowUnixSeconds();
  }

  /** The folder that is copied to whoever has the identity, and its file there. */
  credentialsPath({ role, name }: Identity): string {
    const file = `${role}.creds`;
    switch (role) {
      case "agent":
      case "executor":
        return this.path("hosts", name, "bus", file);
      case "operator":
      case "viewer":
        return this.path(`${role}s`, name, file);
      case "planner":
      case "profiler":
        return this.path(role, file);
    }
  }

  async record(next: Register): Promise<void> {
    await putFile(this.path("keys", REGISTER), `${JSON.stringify(next, null, 2)}\n`, SECRET);
    this.register = next;
  }

  /** A key of NATS; made when it is not there. */
  async key(name: string, create: () => KeyPair): Promise<KeyPair> {
    const path = this.path("keys", `${name}.nk`);
    if ((await readIfThere(path)) === undefined) await putFile(path, seedText(create()), SECRET);
    const seed = readSecretFile(path);
    if (!seed.ok) throw new Error(seed.failure.message);
    return nkeys.fromSeed(Buffer.from(seed.value));
  }

  async issueUser(identity: Identity): Promise<string> {
    const user = nkeys.createUser();
    const publicKey = user.getPublicKey();
    await this.#issued(identityText(identity), publicKey);
    const account = (await this.key("account", nkeys.createAccount)).getPublicKey();
    const signer = await this.key(`role-${identity.role}`, nkeys.createAccount);
    const claims = { ...identity, user: publicKey, account, issuedUnixSeconds: this.nowUnixSeconds };
    const path = this.credentialsPath(identity);
    await copyCertificate(this.authority, join(path, ".."));
    await putFile(path, credentialsText(userToken(signer, claims), user), SECRET);
    return path;
  }

  /** `planner/signing.nk` signs a planner's orders; `signing.pub` of each host says whose signatures are taken. */
  async issueSigningKey(): Promise<string> {
    const pair = nkeys.createUser();
    await this.#issued(SIGNING, pair.getPublicKey());
    const path = this.path("planner", "signing.nk");
    await putFile(path, seedText(pair), SECRET);
    return path;
  }

  async issuePassword(holder: string): Promise<string> {
    const password = randomBytes(32).toString("base64url");
    await this.#issued(holder, passwordHash(password));
    const path = this.passwordPath(holder);
    await putFile(path, `${password}\n`, SECRET);
    return path;
  }

  passwordPath(holder: string): string {
    return holder === redisHolders.profiler
      ? this.path("profiler", "redis.password")
      : this.path("keys", "redis-admin.password");
  }

  /** What follows from keys and register, and is no secret: written anew each time. */
  async writeServers(): Promise<void> {
    const { places, begunUnixSeconds } = this.register;
    const operator = await this.key("operator", nkeys.createOperator);
    const account = (await this.key("account", nkeys.createAccount)).getPublicKey();
    const system = (await this.key("system", nkeys.createAccount)).getPublicKey();
    const signers = new Map<Role, string>();
    for (const role of roles) signers.set(role, (await this.key(`role-${role}`, nkeys.createAccount)).getPublicKey());
    const issuedUnixSeconds = this.nowUnixSeconds;
    const revocations = revokedKeys(this.register);
    const config = natsConfig({
      directory: places.natsDirectory,
      operator: operatorToken(operator, system, begunUnixSeconds),
      systemAccount: system,
      accounts: new Map([
        [account, accountToken(operator, { account, issuedUnixSeconds, signers, rights, revocations })],
        [system, systemAccountToken(operator, system, begunUnixSeconds)],
      ]),
    });
    await putFile(this.path("nats", "nats.conf"), config, PUBLIC);
    const main = this.path("nats", "nats-server.conf");
    if ((await readIfThere(main)) === undefined) await putFile(main, natsServerConfig, PUBLIC);
    await putFile(this.path("redis", "redis.conf"), redisConfig(places.redisDirectory), PUBLIC);
    const hashes = {
      profiler: liveMarks(this.register, redisHolders.profiler),
      admin: liveMarks(this.register, redisHolders.admin),
    };
    await putFile(this.path("redis", ACL_FILE), redisUsers(hashes), SECRET);
  }

  async writeSigners(hostIds: readonly string[]): Promise<void> {
    const lines = liveMarks(this.register, SIGNING).map((mark) => `${mark}\n`);
    for (const hostId of hostIds) await putFile(this.path("hosts", hostId, "signing.pub"), lines.join(""), PUBLIC);
  }

  async #issued(holder: string, mark: string): Promise<void> {
    await this.record(withIssued(this.register, { holder, mark, issuedUnixSeconds: this.nowUnixSeconds }));
  }
}

/** Beside the credentials: there it is looked for. */
async function copyCertificate(authority: string, to: string): Promise<void> {
  const text = await readIfThere(join(authority, CA_CERTIFICATE));
  if (text !== undefined) await putFile(join(to, CA_CERTIFICATE), text, PUBLIC);
}

function seedText(pair: KeyPair): string {
  return `${Buffer.from(pair.getSeed()).toString("latin1")}\n`;
}
