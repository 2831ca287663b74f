import { z } from "zod";

export const technique = z.enum(["PRE_COPY", "POST_COPY", "HYBRID"]);
export type Technique = z.infer<typeof technique>;

export const postCopy = z.enum(["ALLOWED", "FORBIDDEN"]);

/** COMPLETED: all of it is at the destination. SETTLED: it runs there and its working set has arrived. */
export const stepEvent = z.enum(["COMPLETED", "SETTLED"]);
export type StepEvent = z.infer<typeof stepEvent>;

/** The first is the product; the others are the baselines it is compared with. */
export const policies = [
  "traffic-sensitive",
  "direction",
  "pre-copy",
  "post-copy",
  "direction-serial",
  "pre-copy-serial",
  "post-copy-serial",
] as const;
export const policy = z.enum(policies);
export type Policy = z.infer<typeof policy>;
