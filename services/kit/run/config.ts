/**
 * A service's configuration: flag over environment over file over default, every error at once, unknown names refused.
 * A key `natsUrl` is `natsUrl:` in the file (YAML or JSON), `CONTRAFLOW_NATS_URL` in the environment, `--nats-url` as a
 * flag. Lists and objects are given as YAML in flags and environment too; a text is taken as it is written.
 */
import { readFileSync } from "node:fs";
import { parseDocument } from "yaml";
import { safeParse, type z } from "zod";
import { fieldPath } from "../bus/codec.ts";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

const PREFIX = "CONTRAFLOW_";

export interface ConfigSources {
  /** What the file holds, parsed. */
  readonly file?: unknown;
  /** Names of the prefix that this service has no setting for are left alone: other services read them. */
  readonly env: NodeJS.ProcessEnv;
  readonly flags: ReadonlyMap<string, string>;
}

/** On failure the message has a line for each error. */
export function parseConfig<T>(schema: z.ZodObject & z.ZodType<T>, sources: ConfigSources): Result<T> {
  const problems: string[] = [];
  let values: { [key: string]: unknown } = {};
  const keys = Object.keys(schema.shape);
  if (sources.file !== undefined && sources.file !== null) {
    if (!isKeyed(sources.file)) problems.push("the file must hold keys and values");
    else values = { ...sources.file };
  }
  const origins = new Map<string, string>();
  const take = (key: string, origin: string, written: string) => {
    const read = readWritten(schema.shape[key], written);
    if (read.ok) {
      values[key] = read.value;
      origins.set(key, origin);
    } else problems.push(`${origin}: ${read.failure.message}`);
  };
  for (const key of keys) {
    const written = sources.env[PREFIX + snake(key)];
    if (written !== undefined) take(key, PREFIX + snake(key), written);
  }
  for (const [flag, written] of sources.flags) {
    const key = keys.find((name) => kebab(name) === flag);
    if (key === undefined)
      problems.push(
        `--${flag}: there is no such setting; there are ${keys.map((name) => `--${kebab(name)}`).join(", ")}`,
      );
    else take(key, `--${flag}`, written);
  }
  const parsed = schema.safeParse(values);
  if (!parsed.success) {
    for (const { path, message } of parsed.error.issues) {
      const origin = origins.get(String(path[0]));
      problems.push(
        `${fieldPath(path) || "configuration"}: ${message}${origin === undefined ? "" : ` (from ${origin})`}`,
      );
    }
  }
  if (problems.length > 0 || !parsed.success) return fail("invalid", problems.join("\n"));
  return ok(parsed.data);
}

/** By a directive of its own YAML makes a date or a set of a document: these hold no settings, and would read as none given. */
function isKeyed(file: unknown): file is object {
  return typeof file === "object" && file !== null && Object.getPrototypeOf(file) === Object.prototype;
}

/** Throws at what YAML only warns of, too: a tag that it does not know, it passes over. */
function parseYaml(text: string): unknown {
  const document = parseDocument(text);
  const [wrong] = [...document.errors, ...document.warnings];
  if (wrong !== undefined) throw wrong;
  return document.toJS();
}

/** A text stays as it is written, also when YAML would see a number in it: a host may be called `007`. */
function readWritten(setting: z.core.$ZodType | undefined, written: string): Result<unknown> {
  if (setting !== undefined && safeParse(setting, written).success) return ok(written);
  try {
    return ok(parseYaml(written));
  } catch (error) {
    return fail("invalid", messageOf(error));
  }
}

/** Reads `--config FILE` and the other flags; `--name=value` and `--name value` are the same. */
export function loadConfig<T>(
  schema: z.ZodObject & z.ZodType<T>,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Result<T> {
  const problems: string[] = [];
  const flags = new Map<string, string>();
  for (let index = 0; index < argv.length; index += 1) {
    const word = argv[index] ?? "";
    const [, name, value] = /^--([a-z0-9-]+)(?:=(.*))?$/s.exec(word) ?? [];
    if (name === undefined) {
      problems.push(`${word}: flags are written --name value`);
      continue;
    }
    const written = value ?? argv[index + 1];
    if (value === undefined) index += 1;
    if (written === undefined) problems.push(`--${name}: has no value`);
    else if (flags.has(name)) problems.push(`--${name}: is there twice`);
    else flags.set(name, written);
  }
  const path = flags.get("config");
  flags.delete("config");
  let file: unknown;
  if (path !== undefined) {
    try {
      file = parseYaml(readFileSync(path, "utf8"));
    } catch (error) {
      problems.push(`${path}: ${messageOf(error)}`);
      // What is missing may stand in the file that can not be read.
      return fail("invalid", problems.join("\n"));
    }
  }
  const parsed = parseConfig(schema, { file, env, flags });
  if (problems.length === 0) return parsed;
  return fail("invalid", [...problems, ...(parsed.ok ? [] : [parsed.failure.message])].join("\n"));
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function snake(key: string): string {
  return kebab(key).replaceAll("-", "_").toUpperCase();
}
