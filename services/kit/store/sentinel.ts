/**
 * The address of a Redis that sentinels watch: `redis+sentinel://[user:password@]host:port,host:port/name[/database]`. The
 * sentinels are asked who is the master of that name, at first and after every lost connection. User and password are
 * those of the Redis. `redis-sentinel` is taken as well: some write it so.
 */
import { fail, ok, type Result } from "../failure/failure.ts";

export interface SentinelAddress {
  readonly sentinels: { readonly host: string; readonly port: number }[];
  readonly name: string;
  readonly db: number;
  readonly username?: string;
  readonly password?: string;
}

const SCHEME = "redis+sentinel://";
const SCHEME_FORM = /^redis[+-]sentinel:\/\//;
const SENTINEL_PORT = 26_379;
const URL_FORM = /^redis[+-]sentinel:\/\/(?:([^:@/]*):([^@/]*)@)?([^@/]+)\/([A-Za-z0-9._-]+)(?:\/(\d{1,3}))?$/;
const SERVER_FORM = /^([A-Za-z0-9._-]+|\[[0-9a-fA-F:]+\])(?::(\d{1,5}))?$/;

export function isSentinelUrl(url: string): boolean {
  return SCHEME_FORM.test(url);
}

export function parseSentinelUrl(url: string): Result<SentinelAddress> {
  const [, user = "", password = "", servers, name, database = "0"] = URL_FORM.exec(url) ?? [];
  if (servers === undefined || name === undefined) {
    // Without the address: a password may stand in it.
    return fail("invalid", `a sentinel address is ${SCHEME}[user:password@]host:port,host:port/name[/database]`);
  }
  const sentinels = servers.split(",").map((server) => SERVER_FORM.exec(server));
  const wrong = sentinels.findIndex((match) => match === null || Number(match[2] ?? SENTINEL_PORT) > 65_535);
  if (wrong >= 0) return fail("invalid", `sentinel ${wrong + 1} of ${sentinels.length} is not host:port`);
  const secret = decoded(password);
  const who = decoded(user);
  if (secret === undefined || who === undefined) {
    return fail("invalid", "user and password of a sentinel address are written with %XX for special characters");
  }
  return ok({
    sentinels: sentinels.map((match) => ({
      host: (match?.[1] ?? "").replace(/^\[|\]$/g, ""),
      port: Number(match?.[2] ?? SENTINEL_PORT),
    })),
    name,
    db: Number(database),
    ...(who === "" ? {} : { username: who }),
    ...(secret === "" ? {} : { password: secret }),
  });
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
