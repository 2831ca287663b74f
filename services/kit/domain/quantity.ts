import { z } from "zod";

/** One token of a subject, one path segment, one key part: nothing in it needs quoting anywhere. */
export const id = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/, "must be 1 to 64 of A-Z a-z 0-9 _ -");

/** Leaves room for the step's number in a migration's id. */
export const evacuationId = z.string().regex(/^[A-Za-z0-9_-]{1,48}$/, "must be 1 to 48 of A-Z a-z 0-9 _ -");

/** Whole numbers that a double still holds exactly; larger ones are refused, not rounded. */
export const count = z.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** Of what a message carries in 32 bits: more would come out at the other end as something else. */
export const smallCount = count.max(0xffff_ffff);

export const bytes = count;
export const unixMilliseconds = count;

/** Rates and durations: finite, not negative, below 2^53. */
export const rate = z.number().min(0).max(Number.MAX_SAFE_INTEGER);
export const seconds = rate;

/** A part of a whole, 0 to 1. */
export const share = z.number().min(0).max(1);

/** Words for people: bounded, so that no message grows without limit, and whole: half a character is not UTF-8. */
export const text = wellFormed(4096);
export const shortText = wellFormed(256);

function wellFormed(maxLength: number) {
  return z
    .string()
    .max(maxLength)
    .refine((words) => !/\p{Surrogate}/u.test(words), "must be whole characters");
}

export const macAddress = z.string().regex(/^([0-9a-f]{2}:){5}[0-9a-f]{2}$/, "must be a MAC address in lower case");

/** A Linux interface name. */
export const interfaceName = z
  .string()
  .regex(/^[A-Za-z0-9_.-]{1,15}$/, "must be an interface name of 1 to 15 characters");

export const port = z.number().int().min(1).max(65535);
