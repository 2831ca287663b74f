/** Who there is on the bus. A role and a name are one identity: `executor` of the host `host-a`, `operator` called `alice`. */
import { z } from "zod";
import { id } from "../domain/quantity.ts";

export const roles = ["agent", "executor", "profiler", "planner", "operator", "viewer"] as const;
export type Role = (typeof roles)[number];

export const identityName = z.strictObject({ role: z.enum(roles), name: id });
export type Identity = z.infer<typeof identityName>;

/** Answers to whoever has this identity, and to nobody else, come on subjects that begin so. */
export function inboxPrefix({ role, name }: Identity): string {
  return `${INBOX}.${role}.${name}`;
}

export const INBOX = "_INBOX";
/** In an identity's token, before its role. */
export const ROLE_TAG = "role:";

/** What its token says besides its name. The server puts a tag's value only in the place of a subject's whole token. */
export function tagsOf(identity: Identity): readonly string[] {
  const durable = durableOf(identity);
  return [`${ROLE_TAG}${identity.role}`, ...(durable === undefined ? [] : [`${DURABLE_TAG}:${durable}`])];
}

export const DURABLE_TAG = "durable";

/** By which its consumer of the work queue is called. */
export function durableOf({ role, name }: Identity): string | undefined {
  if (role === "executor") return `executor-${name}`;
  return role === "planner" ? "planner" : undefined;
}

export function identityText({ role, name }: Identity): string {
  return `${role}/${name}`;
}
