/** How every service is told of its bus. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { NatsOptions } from "./connect.ts";

export const DEFAULT_NATS_URL = "nats://127.0.0.1:4222";
export const CA_FILE = "ca-cert.pem";

export const absolutePath = z.string().regex(/^\//, "must be an absolute path");

export const natsSettings = {
  natsUrl: z.string().min(1).default(DEFAULT_NATS_URL),
  /** Who this is on the bus: a file of `contraflow init`. Absent: a bus that asks nobody who he is. */
  natsCredentials: absolutePath.optional(),
  /** The authority of the bus's certificates. Absent: `ca-cert.pem` beside the credentials, else those that Node trusts. */
  natsCa: absolutePath.optional(),
};

export function natsAddress(settings: {
  readonly natsUrl: string;
  readonly natsCredentials?: string | undefined;
  readonly natsCa?: string | undefined;
}): Pick<NatsOptions, "url" | "credentials" | "ca"> {
  const { natsUrl: url, natsCredentials: credentials, natsCa } = settings;
  return { url, credentials, ca: natsCa ?? caBeside(credentials) };
}

function caBeside(credentials: string | undefined): string | undefined {
  const path = credentials === undefined ? undefined : join(dirname(credentials), CA_FILE);
  return path !== undefined && existsSync(path) ? path : undefined;
}
