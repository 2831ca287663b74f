import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { OrderCheck } from "../../services/executor/order-check.ts";
import type { JournalRecord } from "../../services/kit/bus/bus.ts";
import type { JournalEvent } from "../../services/kit/bus/journal-event.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { Plan } from "../../services/kit/domain/plan.ts";
import type { Technique } from "../../services/kit/domain/technique.ts";
import { fail, ok } from "../../services/kit/failure/failure.ts";

const migration = {
  migrationId: "e-1",
  evacuationId: "e",
  vmId: "v",
  sourceHostId: "a",
  destinationHostId: "b",
} as const;
const command = (subject: string) => ({
  ...{ subject, name: "x", bytes: new Uint8Array(), sequence: 1, deliveries: 1, traceparent: undefined },
});

/** A journal, and how often it was asked. */
class FakeJournal {
  readonly #events: { readonly subject: string; readonly event: JournalEvent }[] = [];
  asked = 0;

  add(subject: string, event: object): this {
    this.#events.push({ subject, event: event as JournalEvent });
    return this;
  }

  plan(name: "planned" | "replanned", ...steps: readonly Partial<Plan["steps"][number]>[]): this {
    const whole = steps.map((step) => ({
      ...{ vmId: "v", technique: "POST_COPY", sourceHostId: "a", destinationHostId: "b", after: [], reason: "test" },
      ...step,
    }));
    return this.add(subjects.evacuationEvent("e", name), {
      ...{ entity: "evacuation", id: "e", name, body: { plan: { steps: whole } } },
    });
  }

  decide(technique: Technique, change: object = {}): this {
    return this.add(subjects.migrationEvent("e-1", "decided"), {
      ...{
        entity: "migration",
        id: "e-1",
        name: "decided",
        body: { migration: { ...migration, ...change }, technique },
      },
    });
  }

  #find(subject: string, after: number | undefined): JournalRecord | undefined {
    this.asked += 1;
    const found = this.#events.flatMap(({ subject: on, event }, index) =>
      on === subject && index + 1 > (after ?? 0) ? [{ event, sequence: index + 1, timeUnixMilliseconds: 0 }] : [],
    );
    return after === undefined ? found.at(-1) : found[0];
  }

  readonly lookup = {
    lastSequenceOf: async (subject: string) => this.#find(subject, undefined)?.sequence ?? 0,
    eventOf: async (subject: string, after?: number) => {
      const found = this.#find(subject, after);
      return found === undefined ? fail("not_found", "none") : ok(found);
    },
  };

  check(hostId = "b"): OrderCheck {
    return new OrderCheck(this.lookup, hostId);
  }
}

describe("an order", () => {
  it("is this host's only when its subject and its migration say so", () => {
    const check = new FakeJournal().check("b");
    const toB = command(subjects.prepareIncoming("b"));
    assert.equal(check.misdirected(toB, migration, "b"), undefined);
    assert.match(check.misdirected(toB, migration, "a") ?? "", /came to b and is for a; this is b/);
    assert.match(check.misdirected(command(subjects.prepareIncoming("a")), migration, "b") ?? "", /came to a/);
    assert.match(check.misdirected(toB, { ...migration, sourceHostId: "b" }, "b") ?? "", /to the same host/);
  });

  for (const [what, change, technique, words] of [
    ["is planned", {}, "POST_COPY", undefined],
    ["is planned, and post-copy was refused since", {}, "PRE_COPY", undefined],
    ["has another technique", {}, "HYBRID", /v from a to b by HYBRID is no step of e/],
    ["has another VM", { vmId: "w" }, "POST_COPY", /w from a to b/],
    ["has another source", { sourceHostId: "c" }, "POST_COPY", /v from c to b/],
    ["has another destination", { destinationHostId: "c" }, "POST_COPY", /v from a to c/],
    ["is of an evacuation without a plan", { evacuationId: "f", migrationId: "f-1" }, "POST_COPY", /no step of f/],
    ["has an id of another evacuation", { migrationId: "f-1" }, "POST_COPY", /f-1 is none of e's ids/],
    ["has an id that no planner gives", { migrationId: "e-01" }, "POST_COPY", /e-01 is none of e's ids/],
  ] as const) {
    it(`to prepare that ${what} is ${words === undefined ? "carried out" : "outside any plan"}`, async () => {
      const check = new FakeJournal().plan("planned", {}).check();
      const refusal = await check.unplanned({ ...migration, ...change }, technique);
      if (words === undefined) assert.equal(refusal, undefined);
      else assert.match(refusal ?? "", words);
    });
  }

  it("to prepare is within the plan when any plan of its evacuation has it, also one that was replaced", async () => {
    const journal = new FakeJournal().plan("planned", {});
    const check = journal.check("c");
    const elsewhere = { ...migration, destinationHostId: "c" };
    assert.notEqual(await check.unplanned(elsewhere, "POST_COPY"), undefined);
    journal.plan("replanned", { destinationHostId: "c" }).plan("replanned", { destinationHostId: "d" });
    assert.equal(await check.unplanned(elsewhere, "POST_COPY"), undefined);
    assert.equal(await journal.check("b").unplanned(migration, "POST_COPY"), undefined);
  });

  it("to prepare is outside any plan once its evacuation has ended", async () => {
    for (const name of ["completed", "failed", "cancelled"] as const) {
      const journal = new FakeJournal().plan("planned", {}).add(subjects.evacuationEvent("e", name), {});
      assert.match((await journal.check().unplanned(migration, "POST_COPY")) ?? "", /evacuation e has ended/);
    }
  });

  it("reads a plan once: what was published stays so", async () => {
    const journal = new FakeJournal().plan("planned", {}, { vmId: "w" });
    const check = journal.check();
    await check.unplanned(migration, "POST_COPY");
    const before = journal.asked;
    await check.unplanned({ ...migration, migrationId: "e-2", vmId: "w" }, "POST_COPY");
    // Whether the evacuation has ended, and no more.
    assert.equal(journal.asked - before, 3);
  });

  for (const [what, journal, words] of [
    ["was decided so", new FakeJournal().decide("POST_COPY"), undefined],
    ["was not decided", new FakeJournal().plan("planned", {}), /no decision for e-1/],
    ["was decided for another VM", new FakeJournal().decide("POST_COPY", { vmId: "w" }), /not what was decided/],
    [
      "was decided from elsewhere",
      new FakeJournal().decide("POST_COPY", { sourceHostId: "c" }),
      /not what was decided/,
    ],
    ["was decided to elsewhere", new FakeJournal().decide("POST_COPY", { destinationHostId: "c" }), /not what was/],
    ["was decided of another evacuation", new FakeJournal().decide("POST_COPY", { evacuationId: "f" }), /not what was/],
    ["was decided otherwise", new FakeJournal().decide("PRE_COPY"), /PRE_COPY was decided, not POST_COPY/],
    [
      "was decided by a plan that another planner had just replaced",
      new FakeJournal().plan("planned", { technique: "PRE_COPY" }).plan("replanned", {}).decide("PRE_COPY"),
      undefined,
    ],
  ] as const) {
    it(`to start that ${what} is ${words === undefined ? "carried out" : "outside any plan"}`, async () => {
      const refusal = await journal.check("a").undecided(migration, "POST_COPY");
      if (words === undefined) assert.equal(refusal, undefined);
      else assert.match(refusal ?? "", words);
    });
  }

  it("to escalate is within the plan when that has made the step a hybrid", async () => {
    const journal = new FakeJournal().plan("planned", { technique: "PRE_COPY" });
    const check = journal.check("a");
    assert.match((await check.unescalated(migration)) ?? "", /no plan of e makes e-1 a HYBRID/);
    journal.plan("replanned", { technique: "HYBRID" });
    assert.equal(await check.unescalated(migration), undefined);
  });
});
