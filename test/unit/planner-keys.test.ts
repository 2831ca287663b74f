import assert from "node:assert/strict";
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { headers } from "nats";
import { createSeed, readPublicKey, readSeed } from "../../services/kit/bus/nkey.ts";
import { signatureRefusal, signOrder } from "../../services/kit/bus/order-signature.ts";
import { PlannerKeys, readSigningKey } from "../../services/kit/bus/planner-keys.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";

const folder = mkdtempSync(join(tmpdir(), "cf-keys-"));
after(() => rmSync(folder, { recursive: true }));

function file(name: string, content: string, mode = 0o600): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  chmodSync(path, mode);
  return path;
}

function messageOf(result: { readonly ok: boolean; readonly failure?: { readonly message: string } }): string {
  assert.equal(result.ok, false);
  return result.failure?.message ?? "";
}

const NOW = 1_700_000_000_000;
const MINUTE = 60_000;
const { seed, publicKey } = createSeed();

function signed(id = "e-1-start-migration") {
  const order = { subject: "cf.v1.cmd.host.a.start-migration", id, headers: headers(), bytes: Buffer.from("order") };
  signOrder(order, unwrap(readSeed(seed)), NOW);
  return order;
}

const stored = (afterMilliseconds: number) => ({ ...signed(), storedUnixMilliseconds: NOW + afterMilliseconds });
const known = new Map([[publicKey, unwrap(readPublicKey(publicKey))]]);

describe("a planner's key", () => {
  it("is a seed in a file, and executors know it by its public spelling", () => {
    const key = unwrap(readSigningKey(file("good.nk", `# of planner 1\n${seed}\n`)));
    assert.equal(key.publicKey, publicKey);
  });

  it("is not taken from a file that others can read or change, and says how to mend that", () => {
    for (const mode of [0o644, 0o604, 0o602, 0o620]) {
      assert.match(messageOf(readSigningKey(file("open.nk", seed, mode))), /open\.nk: has mode 6\d\d.*chmod 600/);
    }
    assert.equal(readSigningKey(file("group.nk", seed, 0o640)).ok, true);
  });

  for (const [what, content, words] of [
    ["nothing", "", /must hold one seed/],
    ["two seeds", `${seed}\n${seed}`, /must hold one seed/],
    ["a public key", publicKey, /wrong\.nk:1: is not a user's seed/],
    ["a server's seed", seed.replace("SU", "SN"), /is not a user's seed/],
    ["a seed with another letter", `${seed.slice(0, 20)}${seed[20] === "A" ? "B" : "A"}${seed.slice(21)}`, /checksum/],
  ] as const) {
    it(`is refused when its file holds ${what}, without a word of what it holds`, () => {
      const message = messageOf(readSigningKey(file("wrong.nk", content)));
      assert.match(message, words);
      if (content !== "") assert.ok(!message.includes(content.slice(2, 20)), message);
    });
  }

  it("is refused when there is no such file", () => {
    assert.match(messageOf(readSigningKey(join(folder, "none"))), /none: cannot be read: ENOENT/);
  });
});

describe("an order's signature", () => {
  it("is accepted within five minutes around its signing, by the server's clock", () => {
    for (const minutes of [-5, 0, 5]) assert.equal(signatureRefusal(stored(minutes * MINUTE), known), undefined);
  });

  it("is refused when the order was stored later or earlier than that", () => {
    assert.match(
      signatureRefusal(stored(5 * MINUTE + 1), known) ?? "",
      /stored 300 s after it was signed.*published again/,
    );
    assert.match(signatureRefusal(stored(-3_600_000), known) ?? "", /stored 3600 s before it was signed.*clocks/);
  });

  it("is missed where there is none", () => {
    const bare = { ...stored(0), headers: undefined };
    assert.match(signatureRefusal(bare, known) ?? "", /signed by no planner/);
    assert.match(signatureRefusal({ ...bare, headers: headers() }, known) ?? "", /signed by no planner/);
  });

  it("of a planner that this host does not know is refused, with that planner's key", () => {
    assert.match(signatureRefusal(stored(0), new Map()) ?? "", new RegExp(`signed by ${publicKey}, which is no`));
  });

  it("replaces an earlier one, so that an order that waited to be stored is signed when it is", () => {
    const order = signed();
    signOrder(order, unwrap(readSeed(seed)), NOW + 20 * MINUTE);
    assert.equal(signatureRefusal({ ...order, storedUnixMilliseconds: NOW + 20 * MINUTE }, known), undefined);
  });

  it("is written in one spelling: another one of the same bytes is refused", () => {
    const order = stored(0);
    const written = order.headers.get("cf-signature");
    for (const other of [`${written}=`, `${written} A`, `${written.slice(0, -1)}${nextLetter(written.at(-1) ?? "")}`]) {
      order.headers.set("cf-signature", other);
      assert.match(signatureRefusal(order, known) ?? "", /does not fit/, other);
    }
  });
});

/** Of the last letter of 64 bytes in base64 four bits mean nothing. */
function nextLetter(letter: string): string {
  const letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
  return letters[letters.indexOf(letter) + 1] ?? "";
}

describe("the keys that an executor knows", () => {
  const said: string[] = [];
  const log = Object.assign(createLog("test", "silent"), {
    error: (fields: { readonly reason?: string }) => said.push(`error ${fields.reason}`),
    info: (_: object, message: string) => said.push(message),
  });
  const other = createSeed().publicKey;

  it("are several, so that a planner can be given another one, and are read anew without a restart", () => {
    const path = file("planners.pub", `${publicKey}\n`);
    const keys = unwrap(PlannerKeys.open(path, log));
    assert.equal(keys.refusalOf(stored(0)), undefined);
    file("planners.pub", `# both\n\n${other}\n${publicKey}\n`);
    assert.equal(keys.refusalOf(stored(0)), undefined);
    file("planners.pub", `${other}\n`);
    assert.match(keys.refusalOf(stored(0)) ?? "", /no planner's key on this host/);
    assert.deepEqual(keys.names, [other]);
  });

  it("stay as they were while the file is wrong or gone, which is said once", () => {
    const path = file("later.pub", publicKey);
    const keys = unwrap(PlannerKeys.open(path, log));
    said.length = 0;
    file("later.pub", "no key\n");
    assert.equal(keys.refusalOf(stored(0)), undefined);
    assert.equal(keys.refusalOf(stored(0)), undefined);
    rmSync(path);
    assert.equal(keys.refusalOf(stored(0)), undefined);
    assert.equal(said.length, 2);
    assert.match(said[0] ?? "", /later\.pub:1: is not a user's public key/);
    file("later.pub", other);
    assert.match(keys.refusalOf(stored(0)) ?? "", /no planner's key/);
  });

  it("are refused at the start when there is none, one is wrong, or others can change the file", () => {
    assert.match(messageOf(PlannerKeys.open(file("a.pub", "# none\n"), log)), /holds no key/);
    assert.match(messageOf(PlannerKeys.open(file("b.pub", `${publicKey}\n${seed}\n`), log)), /b\.pub:2: is not/);
    assert.match(messageOf(PlannerKeys.open(file("c.pub", publicKey, 0o666), log)), /mode 666.*chmod go-w/);
  });
});
