/** What comes over NATS: payloads, subjects, headers. */
import assert from "node:assert/strict";
import fc from "fast-check";
import { headers, type MsgHdrs } from "nats";
import type { Codec } from "../../../services/kit/bus/codec.ts";
import { eventHeaders, failureHeaders, failureOf, senderOf } from "../../../services/kit/bus/headers.ts";
import { codecOf, decodeJournalEvent, idIn, type JournalEvent } from "../../../services/kit/bus/journal-event.ts";
import { codecs } from "../../../services/kit/bus/messages.ts";
import { evacuationEvents, migrationEvents, parseSubject, subjects } from "../../../services/kit/bus/subjects.ts";
import { fail, unwrap } from "../../../services/kit/failure/failure.ts";
import { validMessage } from "../../property/message-arbitrary.ts";
import { joined } from "../mutate-bytes.ts";
import type { Random } from "../random.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

const SEEDS = 12;

function validBytes(codec: Codec<unknown>, random: Random): readonly Uint8Array[] {
  const values = fc.sample(validMessage(codec), { numRuns: SEEDS, seed: random.below(2 ** 31) });
  return values.map((value) => unwrap(codec.encode(value)));
}

/** What was decoded is what its schema allows, and is encoded as itself. */
function assertFaithful(codec: Codec<unknown>, value: unknown): void {
  assert.deepEqual(codec.schema.parse(value), value);
  assertNumbers(value);
  const again = codec.encode(value);
  assert.ok(again.ok, `${codec.name} was decoded and is not encoded`);
  assert.deepEqual(unwrap(codec.decode(again.value)), value);
}

const all: readonly Codec<unknown>[] = Object.values(codecs);

const messages: readonly Target[] = all.map((codec) => ({
  name: `bus/${codec.name}`,
  form: "wire",
  share: 0.5,
  // One of another kind, too: subjects and payloads may be mixed up.
  seeds: (random) => [...validBytes(codec, random), ...validBytes(random.pick(all), random).slice(0, 2)],
  run(input) {
    const decoded = codec.decode(input);
    if (decoded.ok) assertFaithful(codec, decoded.value);
    else {
      assert.equal(decoded.failure.kind, "invalid");
      assert.ok(decoded.failure.message.startsWith(codec.name), decoded.failure.message);
    }
    return verdictOf(decoded);
  },
}));

const eventSubjects = [
  ...Object.keys(evacuationEvents).map((name) => ({ entity: "evacuation", name })),
  ...Object.keys(migrationEvents).map((name) => ({ entity: "migration", name })),
];

/** A line with the subject, then the payload. */
const journalEvent: Target = {
  name: "bus/journal-event",
  form: "bytes",
  seeds: (random) =>
    eventSubjects.flatMap(({ entity, name }) => {
      const codec = codecOf(entity, name);
      const payloads = codec === undefined ? [] : validBytes(codec, random).slice(0, 2);
      return payloads.map((payload) => {
        const event = { entity, name, body: unwrap(codec?.decode(payload) ?? fail("bug", name)) } as JournalEvent;
        return joined(bytesOf(`cf.v1.evt.${entity}.${idIn(event)}.${name}\n`), payload);
      });
    }),
  run(input) {
    const end = input.indexOf(0x0a);
    const subject = textOf(input.subarray(0, Math.max(0, end)));
    const { entity: kind = "", name: word = "" } = parseSubject(subject) ?? {};
    const head = eventHeaders({ source: "/fuzz", type: codecOf(kind, word)?.name ?? "" });
    const decoded = decodeJournalEvent(subject, input.subarray(end + 1), head);
    if (decoded.ok) {
      const { entity, id, name, body } = decoded.value;
      assert.equal(idIn(decoded.value), id);
      assert.equal(subject, `cf.v1.evt.${entity}.${id}.${name}`);
      const codec = codecOf(entity, name);
      assert.ok(codec, "an event of a kind that there is");
      assertFaithful(codec, body);
    }
    return verdictOf(decoded);
  },
};

const subject: Target = {
  name: "bus/subject",
  form: "text",
  tokens: ["cf", "v1", "v2", "evt", "cmd", "tlm", "qry", ".", "..", "*", ">", "migration", "host"],
  seeds: () => {
    const made = Object.values(subjects) as readonly ((id: string, name: string) => string)[];
    return made.map((make) => bytesOf(make("e-1", "completed")));
  },
  run(input) {
    const text = textOf(input);
    const parts = parseSubject(text);
    if (parts === undefined) return rejected("no subject of ours");
    assert.equal(["cf", "v1", parts.class, parts.entity, parts.id, parts.name].join("."), text);
    assert.ok(
      Object.values(parts).every((part) => part !== ""),
      `a token of "${text}" is empty`,
    );
    return accepted(parts);
  },
};

/** The client's own reader of header bytes, which is what a message's headers come from. If it threw, nothing more would be heard. */
const readHeaders = (headers().constructor as unknown as { decode(bytes: Uint8Array): MsgHdrs }).decode;

function headerBytes({ failure }: ReturnType<typeof fail>): Uint8Array {
  return bytesOf(String(failureHeaders(failure)));
}

const head: Target = {
  name: "bus/headers",
  form: "text",
  tokens: ["NATS/1.0", "\r\n", "cf-failure", "cf-message", "cf-field", "ce-source", "/contraflow/", "invalid", "stale"],
  seeds: () => [
    headerBytes(fail("refused", "it is full", "hosts[0]")),
    bytesOf("NATS/1.0\r\nce-source: /contraflow/agent-a\r\ntraceparent: 00-11-22-01\r\n\r\n"),
    bytesOf("NATS/1.0 503 No Responders\r\n\r\n"),
  ],
  run(input) {
    const said = fail("invalid", textOf(input), textOf(input));
    const heard = failureOf(readHeaders(headerBytes(said)));
    assert.equal(heard?.failure.kind, "invalid", "a failure arrives as what it was, whatever its words");
    const given = readHeaders(input);
    const failure = failureOf(given);
    const sender = senderOf(given);
    assert.ok(sender === undefined || typeof sender === "string");
    if (failure === undefined) return accepted(sender);
    const { kind, message, field } = failure.failure;
    // Another version may know kinds that this one does not.
    if (kind === "bug") return rejected(message);
    verdictOf(failure);
    return accepted([kind, message, field]);
  },
};

export const busTargets: readonly Target[] = [...messages, journalEvent, subject, head];
