/** The files of keys: the seed that a planner signs with, and the public keys that an executor takes orders from. */
import type { KeyObject } from "node:crypto";
import { readFileSync, type Stats, statSync } from "node:fs";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import type { Log } from "../run/log.ts";
import { readPublicKey, readSeed, type SigningKey } from "./nkey.ts";
import { type StoredOrder, signatureRefusal } from "./order-signature.ts";

const READ_OR_WRITTEN_BY_OTHERS = 0o007;
const WRITTEN_BY_GROUP = 0o020;
const WRITTEN_BY_GROUP_OR_OTHERS = 0o022;

/** One seed. Whoever can read it can order every host. */
export function readSigningKey(path: string): Result<SigningKey> {
  const read = readKeys(path, {
    forbidden: READ_OR_WRITTEN_BY_OTHERS | WRITTEN_BY_GROUP,
    cure: `others can read or change it: chmod 600 ${path}`,
  });
  if (!read.ok) return read;
  const [first, ...more] = read.value.lines;
  if (first === undefined || more.length > 0) return fail("invalid", `${path}: must hold one seed`);
  const key = readSeed(first.text);
  return key.ok ? key : fail("invalid", `${path}:${first.number}: ${key.failure.message}`);
}

export class PlannerKeys {
  readonly #path: string;
  readonly #log: Log;
  #keys: ReadonlyMap<string, KeyObject>;
  #version: string;
  #complaint = "";

  private constructor(path: string, read: PublicKeys, log: Log) {
    this.#path = path;
    this.#log = log;
    this.#keys = read.keys;
    this.#version = read.version;
  }

  /** One public key a line; empty lines, and those that begin with #, are passed over. */
  static open(path: string, log: Log): Result<PlannerKeys> {
    const read = readPublicKeys(path);
    return read.ok ? ok(new PlannerKeys(path, read.value, log)) : read;
  }

  get names(): readonly string[] {
    return [...this.#keys.keys()];
  }

  /** Undefined: the order is a planner's. */
  refusalOf(order: StoredOrder): string | undefined {
    this.#readAgain();
    return signatureRefusal(order, this.#keys);
  }

  /** Keys are changed without a restart. A file that is wrong changes nothing, and is said once. */
  #readAgain(): void {
    const version = versionOf(this.#path);
    if (version === this.#version) return;
    const read = readPublicKeys(this.#path);
    if (read.ok) {
      this.#keys = read.value.keys;
      this.#version = read.value.version;
      this.#complaint = "";
      this.#log.info({ path: this.#path, keys: this.names }, "planners' keys were changed");
      return;
    }
    const { message } = read.failure;
    if (message !== this.#complaint) this.#log.error({ reason: message }, "planners' keys stay as they were");
    this.#complaint = message;
  }
}

interface PublicKeys {
  readonly keys: ReadonlyMap<string, KeyObject>;
  readonly version: string;
}

function readPublicKeys(path: string): Result<PublicKeys> {
  const read = readKeys(path, {
    forbidden: WRITTEN_BY_GROUP_OR_OTHERS,
    cure: `others can change it: chmod go-w ${path}`,
  });
  if (!read.ok) return read;
  const { lines, version } = read.value;
  const keys = new Map<string, KeyObject>();
  for (const { number, text } of lines) {
    const key = readPublicKey(text);
    if (!key.ok) return fail("invalid", `${path}:${number}: ${key.failure.message}`);
    keys.set(text, key.value);
  }
  return keys.size === 0 ? fail("invalid", `${path}: holds no key`) : ok({ keys, version });
}

interface Line {
  readonly number: number;
  readonly text: string;
}

function readKeys(
  path: string,
  { forbidden, cure }: { readonly forbidden: number; readonly cure: string },
): Result<{ readonly lines: readonly Line[]; readonly version: string }> {
  try {
    const stats = statSync(path);
    if ((stats.mode & forbidden) !== 0) {
      return fail("invalid", `${path}: has mode ${(stats.mode & 0o777).toString(8)}, so ${cure}`);
    }
    const lines = readFileSync(path, "utf8")
      .split("\n")
      .map((line, index): Line => ({ number: index + 1, text: line.trim() }))
      .filter(({ text }) => text !== "" && !text.startsWith("#"));
    return ok({ lines, version: versionIn(stats) });
  } catch (error) {
    return fail("invalid", `${path}: cannot be read: ${messageOf(error)}`);
  }
}

function versionOf(path: string): string | undefined {
  try {
    return versionIn(statSync(path));
  } catch {
    return undefined;
  }
}

function versionIn({ dev, ino, size, mtimeMs, ctimeMs }: Stats): string {
  return [dev, ino, size, mtimeMs, ctimeMs].join(" ");
}
