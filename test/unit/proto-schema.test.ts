/** The protos and the schemas say the same of every message: the wire and the code cannot drift apart. */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import protobuf from "protobufjs";
import { z } from "zod";
import type { Codec } from "../../services/kit/bus/codec.ts";
import { codecOf } from "../../services/kit/bus/journal-event.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { evacuationEvents, migrationEvents } from "../../services/kit/bus/subjects.ts";

type JsonSchema = z.core.JSONSchema.BaseSchema;

const protoFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../proto");
const types = loadTypes();
const all = Object.values(codecs) as readonly Codec<unknown>[];
/** Of each message, which it is a part of one that has a codec. */
const covered = new Set<string>();

function loadTypes(): protobuf.Namespace {
  const root = new protobuf.Root();
  root.resolvePath = (_origin, target) => join(protoFolder, target);
  const folder = "contraflow/v1";
  root.loadSync(readdirSync(join(protoFolder, folder)).map((file) => `${folder}/${file}`));
  root.resolveAll();
  return root.lookup("contraflow.v1") as protobuf.Namespace;
}

function compareMessage(type: protobuf.Type, schema: JsonSchema, path: string): void {
  covered.add(type.name);
  assert.equal(schema.type, "object", path);
  assert.equal(schema.additionalProperties, false, `${path} refuses keys that it does not have`);
  assert.deepEqual(Object.keys(type.fields).sort(), Object.keys(schema.properties ?? {}).sort(), `fields of ${path}`);
  const required = new Set(schema.required);
  for (const field of type.fieldsArray) {
    const at = `${path}.${field.name}`;
    const node = schema.properties?.[field.name] as JsonSchema;
    if (field.repeated) {
      assert.equal(node.type, "array", at);
      assert.ok(node.maxItems !== undefined, `${at} has a bound on its entries`);
      assert.ok(required.has(field.name), `${at}: a list is empty, never absent`);
      compareValue(field, node.items as JsonSchema, `${at}[]`);
      continue;
    }
    comparePresence(field, node, required.has(field.name), at);
    compareValue(field, node, at);
  }
}

/** proto3 sends no zero and no empty text of a field without presence: the reader could not tell them from nothing. */
function comparePresence(field: protobuf.Field, schema: JsonSchema, required: boolean, at: string): void {
  const hasPresence = field.options?.proto3_optional === true;
  if (field.resolvedType !== null) return;
  if (field.type !== "string") assert.ok(hasPresence, `${at}: a quantity is "optional" in the proto`);
  else if (!required) assert.ok(hasPresence, `${at}: what may be absent is "optional" in the proto`);
  else if (!hasPresence)
    assert.ok(!acceptsEmpty(schema), `${at} may be empty, so it has to be "optional" in the proto`);
}

function compareValue(field: protobuf.Field, schema: JsonSchema, at: string): void {
  if (field.resolvedType instanceof protobuf.Type) {
    compareMessage(field.resolvedType, schema, at);
    return;
  }
  if (field.resolvedType instanceof protobuf.Enum) {
    const [zero, ...names] = Object.keys(field.resolvedType.values);
    assert.match(zero ?? "", /_UNSPECIFIED$/, at);
    assert.deepEqual(names.sort(), [...(schema.enum ?? [])].sort(), `values of ${at}`);
    return;
  }
  switch (field.type) {
    case "string":
      assert.equal(schema.anyOf === undefined ? schema.type : "string", "string", at);
      assert.ok(isBounded(schema), `${at} has a bound on its length`);
      break;
    case "bool":
      assert.equal(schema.type, "boolean", at);
      break;
    case "double":
      assert.equal(schema.type, "number", at);
      assert.ok((schema.maximum ?? Infinity) <= Number.MAX_SAFE_INTEGER, `${at} has a bound`);
      break;
    case "uint64":
      assert.equal(schema.type, "integer", at);
      assert.ok(inRange(schema, Number.MAX_SAFE_INTEGER), `${at} is exact in a double`);
      break;
    case "uint32":
    case "fixed32":
      assert.equal(schema.type, "integer", at);
      assert.ok(inRange(schema, 2 ** 32 - 1), `${at} fits into 32 bits`);
      break;
    default:
      assert.fail(`${at}: no rule for ${field.type}`);
  }
}

function inRange({ minimum = Number.NEGATIVE_INFINITY, maximum = Infinity }: JsonSchema, most: number): boolean {
  return minimum >= 0 && maximum <= most;
}

function options(schema: JsonSchema): readonly JsonSchema[] {
  return (schema.anyOf as readonly JsonSchema[] | undefined) ?? [schema];
}

function acceptsEmpty(schema: JsonSchema): boolean {
  return options(schema).some(
    ({ enum: names, pattern, minLength = 0 }) =>
      names === undefined && minLength === 0 && (pattern === undefined || new RegExp(pattern).test("")),
  );
}

function isBounded(schema: JsonSchema): boolean {
  return options(schema).every(({ enum: names, maxLength, pattern, format }) => {
    if (names !== undefined || maxLength !== undefined || format !== undefined) return true;
    if (pattern === undefined) return false;
    // Without escapes and character classes, what is left of `*`, `+` and `{n,}` repeats without limit.
    return !/[*+]|,\}/.test(pattern.replace(/\\./g, "").replace(/\[[^\]]*\]/g, ""));
  });
}

describe("the protos and the schemas", () => {
  for (const codec of all) {
    it(`agree on ${codec.name}`, () => {
      compareMessage(types.lookupType(codec.name), z.toJSONSchema(codec.schema, { io: "input" }), codec.name);
    });
  }

  it("leave no message without a codec, except the parts of others", () => {
    const messages = types.nestedArray.flatMap((type) => (type instanceof protobuf.Type ? [type.name] : []));
    assert.ok(messages.length > 40, "the protos were read");
    assert.deepEqual(
      messages.filter((name) => !covered.has(name)),
      [],
    );
  });

  it("give each codec the name of its message", () => {
    assert.deepEqual(
      Object.entries(codecs).filter(([name, codec]) => name !== codec.name),
      [],
    );
  });
});

describe("the journal's events", () => {
  const tables = { evacuation: evacuationEvents, migration: migrationEvents };
  for (const [entity, table] of Object.entries(tables)) {
    it(`of ${entity} each have the codec of a message of their name`, () => {
      for (const [name, codec] of Object.entries(table)) {
        assert.equal(codecOf(entity, name), codec);
        const pascal = name.replace(/(^|-)(.)/g, (_all, _dash, letter: string) => letter.toUpperCase());
        const expected = name === "incoming-ready" ? pascal : entity.replace(/^./, (l) => l.toUpperCase()) + pascal;
        assert.equal(codec.name, expected);
      }
    });
  }

  it("are found by their own names only", () => {
    for (const name of ["constructor", "toString", "__proto__", "teleported"]) {
      assert.equal(codecOf("migration", name), undefined);
    }
    assert.equal(codecOf("toString", "planned"), undefined);
  });
});
