/**
 * A service's configuration: flag over environment over file over default, every error at once, unknown names refused.
 * A key `natsUrl` is `natsUrl:` in the file (YAML or JSON), `CONTRAFLOW_NATS_URL` in the environment, `--nats-url` as a
 * flag. Lists and objects are given as YAML in flags and environment too.
 */
import { readFileSync } from "node:fs";
import { parse as parseYaml } from "yaml";
import type { z } from "zod";
import { fieldPath } from "../bus/codec.ts";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";

const PREFIX = "CONTRAFLOW_";

export function parseConfig<T>(
  schema: z.ZodObject & z.ZodType<T>,
  sources: { readonly file?: unknown; readonly env: NodeJS.ProcessEnv; readonly flags: ReadonlyMap<string, string> },
): Result<T> {
  const problems: string[] = [];
  const values: Record<string, unknown> = {};
  const keys = Object.keys(schema.shape);
  if (sources.file !== undefined && sources.file !== null) {
    if (typeof sources.file !== "object" || Array.isArray(sources.file))
      problems.push("the file must hold keys and values");
    else Object.assign(values, sources.file);
  }
  const take = (key: string, origin: string, written: string) => {
    try {
      values[key] = parseYaml(written);
    } catch (error) {
      problems.push(`${origin}: ${messageOf(error)}`);
    }
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
    for (const issue of parsed.error.issues)
      problems.push(`${fieldPath(issue.path) || "configuration"}: ${issue.message}`);
  }
  if (problems.length > 0 || !parsed.success) return fail("invalid", problems.join("\n"));
  return ok(parsed.data);
}

/** Reads `--config FILE` and the other flags; `--name=value` and `--name value` are the same. */
export function loadConfig<T>(
  schema: z.ZodObject & z.ZodType<T>,
  argv: readonly string[],
  env: NodeJS.ProcessEnv,
): Result<T> {
  const flags = new Map<string, string>();
  for (let index = 0; index < argv.length; index += 1) {
    const [, name, value] = /^--([a-z0-9-]+)(?:=(.*))?$/s.exec(argv[index] ?? "") ?? [];
    if (name === undefined) return fail("invalid", `${argv[index]}: flags are written --name value`);
    if (value === undefined) index += 1;
    const written = value ?? argv[index];
    if (written === undefined) return fail("invalid", `--${name}: has no value`);
    flags.set(name, written);
  }
  const path = flags.get("config");
  flags.delete("config");
  if (path === undefined) return parseConfig(schema, { env, flags });
  try {
    return parseConfig(schema, { file: parseYaml(readFileSync(path, "utf8")), env, flags });
  } catch (error) {
    return fail("invalid", `${path}: ${messageOf(error)}`);
  }
}

function kebab(key: string): string {
  return key.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function snake(key: string): string {
  return kebab(key).replaceAll("-", "_").toUpperCase();
}
