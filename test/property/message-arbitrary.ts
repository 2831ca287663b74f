/** Arbitrary valid messages, from the schemas that the codecs check with: a new field is tested without a new line. */
import fc from "fast-check";
import { z } from "zod";
import type { Codec } from "../../services/kit/bus/codec.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;
export interface Message {
  [key: string]: unknown;
}

const MAX_ITEMS = 3;

export function validMessage(codec: Codec<unknown>): fc.Arbitrary<Message> {
  const shape = arbitraryOf(z.toJSONSchema(codec.schema, { io: "input" }));
  return shape.map((value) => consistent(value) as Message).filter((value) => codec.schema.safeParse(value).success);
}

function arbitraryOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  if (schema.enum !== undefined) return fc.constantFrom(...schema.enum);
  if (schema.anyOf !== undefined) return fc.oneof(...schema.anyOf.map((option) => arbitraryOf(option as JsonSchema)));
  switch (schema.type) {
    case "object":
      return objectOf(schema);
    case "array":
      return fc.array(arbitraryOf(schema.items as JsonSchema), {
        maxLength: Math.min(schema.maxItems ?? 0, MAX_ITEMS),
      });
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return numberOf(schema);
    case "string":
      return stringOf(schema);
    default:
      throw new Error(`no arbitrary for ${JSON.stringify(schema)}`);
  }
}

function objectOf(schema: JsonSchema): fc.Arbitrary<unknown> {
  const required = new Set(schema.required);
  const fields = Object.entries(schema.properties ?? {}).map(([key, field]) => {
    const value = arbitraryOf(field as JsonSchema);
    return [key, required.has(key) ? value : fc.option(value, { nil: undefined })] as const;
  });
  const withGaps = fc.record(Object.fromEntries(fields), { noNullPrototype: true });
  return withGaps.map((value) => Object.fromEntries(Object.entries(value).filter(([, field]) => field !== undefined)));
}

function numberOf(schema: JsonSchema): fc.Arbitrary<number> {
  const { minimum = 0, maximum = Number.MAX_SAFE_INTEGER, exclusiveMinimum, multipleOf: step = 1 } = schema;
  if (schema.type === "number" && schema.multipleOf === undefined) {
    const minExcluded = typeof exclusiveMinimum === "number";
    const min = minExcluded ? exclusiveMinimum : minimum;
    // Minus zero is a number like zero, and not the same to a strict comparison.
    return fc.double({ min, minExcluded, max: maximum, noNaN: true }).map((number) => (number === 0 ? 0 : number));
  }
  const least = Math.ceil(minimum / step);
  const most = Math.floor(maximum / step);
  // The ends are where a 32-bit or a signed representation would break.
  return fc
    .oneof(fc.integer({ min: least, max: most }), fc.constantFrom(least, most, Math.min(2 ** 32, most)))
    .map((number) => number * step);
}

/** An id is in nearly every message, and what makes one takes long to make. */
const madeForPattern = new Map<string, fc.Arbitrary<string>>();

function matching(pattern: string): fc.Arbitrary<string> {
  const made = madeForPattern.get(pattern) ?? fc.stringMatching(new RegExp(pattern), { maxLength: 64 });
  madeForPattern.set(pattern, made);
  return made;
}

function stringOf(schema: JsonSchema): fc.Arbitrary<string> {
  if (schema.format === "ipv4") return fc.ipV4();
  if (schema.format === "ipv6") return fc.ipV6();
  if (schema.pattern !== undefined) return matching(schema.pattern);
  return fc.string({ minLength: schema.minLength ?? 0, maxLength: 40, unit: "binary" });
}

/** What fields must agree in is not in their types: make it so. */
function consistent(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(consistent);
  if (typeof value !== "object" || value === null) return value;
  const message = Object.fromEntries(Object.entries(value).map(([key, field]) => [key, consistent(field)])) as Message;
  const { samples, hosts, vms, spec, migration, usedMemoryBytes, memoryBytes } = message;
  if (Array.isArray(samples) && "sampleCount" in message) message.sampleCount = samples.length;
  if (Array.isArray(hosts) && Array.isArray(vms)) {
    message.hosts = hosts.map((host, index) => ({ ...host, hostId: `host-${index}` }));
    message.vms = hosts.length === 0 ? [] : vms.map((vm, index) => ({ ...vm, vmId: `vm-${index}`, hostId: "host-0" }));
  }
  if (migration !== undefined && spec !== undefined) {
    message.spec = { ...(spec as Message), vmId: (migration as Message).vmId };
  }
  if (typeof usedMemoryBytes === "number" && typeof memoryBytes === "number") {
    message.usedMemoryBytes = Math.min(usedMemoryBytes, memoryBytes);
  }
  return message;
}
