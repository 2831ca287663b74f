/** proto/asyncapi.yaml documents the subjects and messages that the code has, all of them and no others. */
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import { codecs } from "../../services/kit/bus/messages.ts";
import { evacuationEvents, migrationEvents, parseSubject, subjects } from "../../services/kit/bus/subjects.ts";

interface Reference {
  readonly $ref: string;
}
interface Document {
  readonly asyncapi: string;
  readonly channels: {
    readonly [key: string]: {
      readonly address: string | null;
      readonly parameters?: { readonly [name: string]: Reference };
      readonly messages: { readonly [name: string]: Reference };
    };
  };
  readonly operations: {
    readonly [key: string]: {
      readonly action: "send" | "receive";
      readonly channel: Reference;
      readonly summary: string;
      readonly reply?: { readonly channel: Reference };
    };
  };
  readonly components: {
    readonly messages: {
      readonly [name: string]: { readonly name?: string; readonly payload?: { readonly schema: string } };
    };
  };
}

const protoFolder = join(dirname(fileURLToPath(import.meta.url)), "../../../proto");
const document = parse(readFileSync(join(protoFolder, "asyncapi.yaml"), "utf8")) as Document;
const channels = Object.values(document.channels);

/** What the code sends and takes, with the name of each message; ids stand as `*`. */
function subjectsOfCode(): ReadonlyMap<string, string> {
  const { evacuationEvent, migrationEvent, ...others } = subjects;
  const messages: { readonly [K in keyof typeof others]: keyof typeof codecs } = {
    traffic: "TrafficBatch",
    report: "HostReport",
    progress: "MigrationProgress",
    request: "EvacuationRequest",
    cancel: "CancelEvacuation",
    prepareIncoming: "PrepareIncoming",
    startMigration: "StartMigration",
    pace: "SetPace",
    escalate: "EscalateMigration",
    getProfiles: "GetProfiles",
    previewPlan: "EvacuationRequest",
    getEvacuation: "GetEvacuation",
    listEvacuations: "GetEvacuation",
    getIncoming: "GetIncoming",
    getExecutor: "GetExecutor",
    holdIncoming: "HoldIncoming",
    prepareRecovery: "PrepareRecovery",
  };
  const found = new Map<string, string>([["cf.v1.evt.*.*.poisoned", "Poisoned"]]);
  for (const [key, subject] of Object.entries(others)) found.set(subject("*"), messages[key as keyof typeof others]);
  for (const [name, codec] of Object.entries(evacuationEvents)) {
    found.set(evacuationEvent("*", name as keyof typeof evacuationEvents), codec.name);
  }
  for (const [name, codec] of Object.entries(migrationEvents)) {
    found.set(migrationEvent("*", name as keyof typeof migrationEvents), codec.name);
  }
  return found;
}

const lookUp = ({ $ref }: Reference): unknown =>
  $ref
    .replace(/^#\//, "")
    .split("/")
    .reduce<unknown>((at, key) => (at as { [key: string]: unknown } | undefined)?.[key], document);

describe("the AsyncAPI document", () => {
  it("has a channel for each subject, with the message that the code sends there", () => {
    const documented = channels.flatMap(({ address, messages }) =>
      address === null ? [] : [[address.replace(/\{\w+\}/g, "*"), Object.keys(messages).join()]],
    );
    assert.deepEqual(documented.sort(), [...subjectsOfCode()].sort());
  });

  it("names the parameters of each address, six tokens with the entity's id as the fifth", () => {
    for (const { address, parameters = {} } of channels) {
      if (address === null) continue;
      const named = [...address.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
      assert.deepEqual(Object.keys(parameters), named, address);
      assert.ok(parseSubject(address), address);
    }
  });

  it("has each message that has a codec, by the name and the file of its proto", () => {
    const { Failure, ...messages } = document.components.messages;
    assert.ok(Failure);
    // A snapshot goes over the bus only inside of others.
    const expected = Object.keys(codecs).filter((name) => name !== "ClusterSnapshot");
    assert.deepEqual(Object.keys(messages).sort(), expected.sort());
    for (const [name, message] of Object.entries(messages)) {
      assert.equal(message.name, `contraflow.v1.${name}`);
      const [, file = ""] =
        /^import "([^"]+)"; \/\/ message contraflow\.v1\.(\w+)$/.exec(message.payload?.schema ?? "") ?? [];
      const path = join(protoFolder, file);
      assert.ok(existsSync(path) && readFileSync(path, "utf8").includes(`message ${name} {`), `${name} is in ${file}`);
    }
  });

  it("has an operation for each channel, with an answer for each question", () => {
    const operations = Object.values(document.operations);
    const used = operations.flatMap(({ channel, reply }) => [channel.$ref, ...(reply ? [reply.channel.$ref] : [])]);
    assert.deepEqual(
      [...new Set(used)].sort(),
      Object.keys(document.channels)
        .map((key) => `#/channels/${key}`)
        .sort(),
    );
    for (const { channel, action, reply, summary } of operations) {
      const { address } = lookUp(channel) as Document["channels"][string];
      const kind = parseSubject(address ?? "")?.class;
      assert.equal(action, kind === "cmd" || kind === "qry" ? "receive" : "send", address ?? "");
      assert.equal(reply !== undefined, kind === "qry", address ?? "");
      assert.ok(summary.length > 10, address ?? "");
    }
  });

  it("has no reference to what is not there", () => {
    const references = [...JSON.stringify(document).matchAll(/"\$ref":"([^"]+)"/g)].map(([, $ref = ""]) => $ref);
    assert.ok(references.length > 100);
    assert.deepEqual(
      references.filter(($ref) => lookUp({ $ref }) === undefined),
      [],
    );
  });
});
