/**
 * What a cluster has issued, without any secret: public keys and hashes, when they were made and when they were taken back.
 * Pure but for reading and writing it. Of each holder the last entry is the one in use; those before are superseded and good
 * until they are revoked, so that a service changes over while both are taken.
 */
import { z } from "zod";
import { fail, ok, type Result } from "../failure/failure.ts";
import { type Role, roles } from "./role.ts";

const issued = z.strictObject({
  /** `executor/host-a`, `redis/profiler`, `signing`. */
  holder: z.string(),
  /** A public key, or a password's SHA-256. */
  mark: z.string(),
  issuedUnixSeconds: z.int(),
  revokedUnixSeconds: z.int().optional(),
});
export type Issued = z.infer<typeof issued>;

/** Where the folders of NATS and Redis lie on their machines. */
const places = z.strictObject({ natsDirectory: z.string(), redisDirectory: z.string() });
export type Places = z.infer<typeof places>;

export const register = z.strictObject({
  /** In the operator's token for ever: NATS reads its configuration again only where that token is the same. */
  begunUnixSeconds: z.int(),
  places,
  issued: z.array(issued),
});
export type Register = z.infer<typeof register>;

export const emptyRegister = (begunUnixSeconds: number): Register => ({
  begunUnixSeconds,
  places: { natsDirectory: "/etc/contraflow/nats", redisDirectory: "/etc/contraflow/redis" },
  issued: [],
});

export function withIssued(known: Register, entry: Issued): Register {
  return { ...known, issued: [...known.issued, entry] };
}

/** Those that are taken, the newest last. */
export function liveMarks({ issued }: Pick<Register, "issued">, holder: string): readonly string[] {
  return issued
    .filter((entry) => entry.holder === holder && entry.revokedUnixSeconds === undefined)
    .map(({ mark }) => mark);
}

/** `superseded`: all but the newest. Fails when there is nothing to take back. */
export function withRevoked(
  known: Register,
  holder: string,
  which: { readonly whom: "superseded" | "all"; readonly nowUnixSeconds: number },
): Result<Register> {
  const { issued } = known;
  if (!issued.some((entry) => entry.holder === holder)) {
    return fail("not_found", `nothing was issued to ${holder}; contraflow identity list says to whom`);
  }
  const live = liveMarks({ issued }, holder);
  const taken = new Set(which.whom === "all" ? live : live.slice(0, -1));
  if (taken.size === 0) {
    const cure = which.whom === "all" ? "it is revoked already" : "renew it first, or give --all to shut it out";
    return fail("refused", `nothing of ${holder} is superseded: ${cure}`);
  }
  return ok({
    ...known,
    issued: issued.map((entry) =>
      entry.holder === holder && taken.has(entry.mark) ? { ...entry, revokedUnixSeconds: which.nowUnixSeconds } : entry,
    ),
  });
}

/** Public keys of users of the bus, and until when their tokens were issued that are refused. */
export function revokedKeys({ issued }: Register): ReadonlyMap<string, number> {
  return new Map(
    issued.flatMap(({ holder, mark, revokedUnixSeconds }): readonly (readonly [string, number])[] =>
      revokedUnixSeconds === undefined || roleOf(holder) === undefined ? [] : [[mark, revokedUnixSeconds]],
    ),
  );
}

export function roleOf(holder: string): Role | undefined {
  const [word] = holder.split("/");
  return roles.find((role) => role === word);
}
