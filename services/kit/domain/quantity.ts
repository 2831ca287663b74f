import { z } from "zod";

/** One token of a subject, one path segment, one key part: nothing in it needs quoting anywhere. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ -");

/** Leaves room for the step's number in a migration's id. */
export const evacuationId = z.string().regex(/^[A-Za-z0-9_-]{1,48}$/, "must be 1 to 48 of A-Z a-z 0-9 _ -");

/** Whole numbers that a double still holds exactly; larger ones are refused, not rounded. */
export const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const bytes = count;
export const unixMilliseconds = count;

/** Rates and durations: finite, not negative, below 2^53. */
export const rate = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
export const seconds = rate;

/** Words for people: bounded, so that no message grows without limit. */
export const text = z.string().max(4096);
export const shortText = z.string().max(256);

export const macAddress = z.string().regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, "must be a MAC address in lower case");

/** A Linux interface name. */
export const interfaceName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,15}$/, "must be an interface name of 1 to 15 characters");

export const port = z.number().int().min(1).max(65535);
