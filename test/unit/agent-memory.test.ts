import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { agentConfig } from "../../services/agent/config.ts";
import {
  canTellWorkingSet,
  changeOf,
  contentBytes,
  SAMPLED_PAGES,
  samplePages,
  usedMemoryBytes,
  windowSeconds,
  workingSetBytes,
} from "../../services/agent/core/memory-estimate.ts";
import { hostLinks } from "../../services/agent/host-links.ts";
import { MemoryWatch, STEP_MILLISECONDS } from "../../services/agent/memory-watch.ts";
import type { Activity } from "../../services/kit/hypervisor/activity.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { runs } from "../property/runs.ts";

const MiB = 1024 * 1024;
const PAGE_BYTES = 4096;
const LINK_BYTES_PER_SECOND = 25e6;

describe("a window over a VM's memory", () => {
  const cases: [string, number, number | undefined, number][] = [
    ["is as long as a pass takes", 500e6, LINK_BYTES_PER_SECOND, 20],
    ["is not shorter than 5 s", 1e6, LINK_BYTES_PER_SECOND, 5],
    ["is not longer than a minute", 500e9, LINK_BYTES_PER_SECOND, 60],
    ["is 5 s where no link is known", 500e6, undefined, 5],
  ];
  for (const [title, used, link, expected] of cases) {
    it(title, () => assert.equal(windowSeconds(used, link), expected));
  }
});

describe("pages to look at", () => {
  it("are one in each of as many equal parts of the memory, in order, and all of a small one", (t) => {
    const pages = fc.integer({ min: 0, max: 2 ** 36 });
    const draws = fc.infiniteStream(fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }));
    fc.assert(
      fc.property(pages, draws, (count, random) => {
        const sampled = samplePages(count, () => random.next().value ?? 0);
        assert.equal(sampled.length, Math.min(count, SAMPLED_PAGES));
        for (const [part, page] of sampled.entries()) {
          const from = Math.floor((part * count) / sampled.length);
          const to = Math.floor(((part + 1) * count) / sampled.length);
          assert.ok(Number.isInteger(page) && page >= from && page <= to && page < count, `${page} of ${count}`);
        }
      }),
      runs(t, 50),
    );
  });
});

describe("two looks", () => {
  const look = (...contents: number[]) => Float64Array.from(contents);
  const [zero, unread] = [0, Number.NaN];

  it("say how much was changed, of the whole memory", () => {
    assert.equal(changeOf(look(1, 2, 3, zero), look(1, 9, 3, zero), 400)?.changedBytes, 100);
  });
  it("count what came to a page of zeros as a change, and as filling", () => {
    assert.deepEqual(changeOf(look(1, 2, zero, zero), look(1, 2, 7, zero), 400), {
      changedBytes: 100,
      filledShare: 0.5,
    });
  });
  it("leave out a page that could not be read both times", () => {
    assert.equal(changeOf(look(1, unread, 3, 4), look(2, 5, unread, 4), 400)?.changedBytes, 200);
    assert.equal(changeOf(look(unread), look(1), 400), undefined);
  });
});

describe("what has to move", () => {
  it("is in pages that are not zero, swapped ones among them", () => {
    assert.equal(contentBytes(Float64Array.from([5, 0, Number.NaN, 0]), 400), 200);
  });
  it("is 88 per cent of what is resident before the first look", () =>
    assert.equal(usedMemoryBytes(100, undefined), 88));
  it("follows what is resident between looks, and is never more than that, nor less than none", () => {
    const content = { bytes: 80, residentBytes: 100 };
    assert.deepEqual(
      [100, 130, 70, 10].map((residentBytes) => usedMemoryBytes(residentBytes, content)),
      [80, 110, 50, 0],
    );
    assert.equal(usedMemoryBytes(50, { bytes: 51, residentBytes: 50 }), 50);
  });
});

describe("a working set", () => {
  it("is told only of emulated guests in huge pages", () => {
    const huge = { residentBytes: 100, hugePageBytes: 90 };
    assert.equal(canTellWorkingSet(huge, true), true);
    assert.equal(canTellWorkingSet(huge, false), false);
    assert.equal(canTellWorkingSet({ ...huge, hugePageBytes: 89 }, true), false);
    assert.equal(canTellWorkingSet({ residentBytes: 0, hugePageBytes: 0 }, true), false);
  });
  it("is not less than what was written", () => {
    assert.deepEqual([workingSetBytes(50, 20), workingSetBytes(50, 70.4)], [50, 70]);
  });
});

/** VMs of which the test says what is in their memory, and a clock that it moves. */
class ScriptedHost {
  now = 0;
  readonly guests = new Map<number, Guest>();
  readonly #watch = new MemoryWatch({
    nowMilliseconds: () => this.now,
    random: () => 0,
    linkBytesPerSecond: () => LINK_BYTES_PER_SECOND,
    log: createLog("test", "silent"),
    activityOf: (pid) => this.guests.get(pid)?.activity,
    readMemory: async (pid) => this.guests.get(pid)?.memory(),
    clearReferences: async (pid) => {
      const guest = this.guests.get(pid);
      if (guest !== undefined) guest.referencedBytes = 0;
      return guest !== undefined;
    },
    openPages: (pid) => this.guests.get(pid)?.open(),
  });

  add(pid: number): Guest {
    const guest = new Guest(pid);
    this.guests.set(pid, guest);
    return guest;
  }

  async pass(seconds: number, each: () => void = () => undefined): Promise<void> {
    for (const end = this.now + seconds * 1000; this.now < end; this.now += STEP_MILLISECONDS) {
      each();
      await this.#watch.step([...this.guests.values()].map(({ vm }) => vm));
    }
  }

  of(guest: Guest) {
    return this.#watch.of(guest.vm);
  }
}

/** 8 MiB of which 6 are resident and 4 hold something. */
class Guest {
  readonly vm;
  readonly pages = new Float64Array((8 * MiB) / PAGE_BYTES);
  activity: Activity | undefined = { migrating: false, emulated: true };
  residentBytes = 6 * MiB;
  referencedBytes = 6 * MiB;
  reads = 0;
  windows = 0;

  constructor(pid: number) {
    const identity = { vmId: `vm-${pid}`, processId: pid, startTicks: pid * 10, memoryBytes: 8 * MiB };
    this.vm = { ...identity, socketPath: "", namespace: "", taps: [], nics: [], spec: undefined };
    this.pages.fill(7, 0, this.pages.length / 2);
  }

  memory() {
    const { residentBytes, referencedBytes } = this;
    return { startAddress: 0, residentBytes, referencedBytes, hugePageBytes: residentBytes, pageBytes: PAGE_BYTES };
  }

  open() {
    this.windows += 1;
    const contentOf = (page: number) => {
      this.reads += 1;
      this.referencedBytes = 6 * MiB;
      return this.pages[page];
    };
    const close = () => {
      this.windows -= 1;
    };
    return { contentOf, close };
  }

  write(pages: number): void {
    for (let page = 0; page < pages; page += 1) this.pages[page] = (this.pages[page] ?? 0) + 1;
  }
}

describe("the watch over memory", () => {
  it("knows what moves within a second, and the dirty rate and working set of four VMs within 15", async () => {
    const host = new ScriptedHost();
    const guests = [1, 2, 3, 4].map((pid) => host.add(pid));
    const [first] = guests;
    assert.ok(first !== undefined);
    await host.pass(1);
    assert.deepEqual(
      guests.map((guest) => host.of(guest).usedMemoryBytes !== undefined),
      [true, true, true, true],
    );
    await host.pass(1);
    assert.equal(host.of(first).usedMemoryBytes, 4 * MiB);
    await host.pass(13, () => {
      for (const guest of guests) {
        guest.write(64);
        guest.referencedBytes += 1024;
      }
    });
    for (const guest of guests) {
      const { usedMemoryBytes: used, dirtyBytesPerSecond = 0, workingSetBytes: touched = 0 } = host.of(guest);
      assert.equal(used, 4 * MiB);
      // Each page once, though they were written ten times a second; a window of at least 5 s.
      assert.ok(dirtyBytesPerSecond > 0 && dirtyBytesPerSecond <= (64 * PAGE_BYTES) / 5, `${dirtyBytesPerSecond}`);
      // The looks themselves touch all of it.
      assert.ok(touched >= 64 * PAGE_BYTES && touched < MiB, `${touched}`);
    }
  });

  it("reads a few hundred pages in a step, and repeats ever more rarely", async () => {
    const host = new ScriptedHost();
    const guest = host.add(1);
    let most = 0;
    let before = 0;
    const count = () => {
      most = Math.max(most, guest.reads - before);
      before = guest.reads;
    };
    await host.pass(600, count);
    assert.ok(most > 0 && most <= 256, `${most}`);
    const inFirstMinutes = guest.reads;
    await host.pass(600, count);
    assert.ok(guest.reads - inFirstMinutes < inFirstMinutes / 2, `${guest.reads} after ${inFirstMinutes}`);
    assert.equal(guest.windows, 0);
  });

  it("does not read a VM that migrates, nor one of which that can not be told", async () => {
    const host = new ScriptedHost();
    const guests = [host.add(1), host.add(2)];
    const [migrating, silent] = guests;
    assert.ok(migrating !== undefined && silent !== undefined);
    migrating.activity = { migrating: true, emulated: true };
    silent.activity = undefined;
    await host.pass(60);
    for (const guest of guests) {
      assert.deepEqual([guest.reads, guest.windows, host.of(guest).dirtyBytesPerSecond], [0, 0, undefined]);
      assert.equal(host.of(guest).usedMemoryBytes, Math.round(6 * MiB * 0.88));
    }
    migrating.activity = { migrating: false, emulated: true };
    await host.pass(15);
    assert.equal(host.of(migrating).dirtyBytesPerSecond, 0);
  });

  it("drops a window in which a migration was seen, also one that failed before its end", async () => {
    const host = new ScriptedHost();
    const guest = host.add(1);
    await host.pass(3);
    assert.ok(guest.reads > 0 && guest.windows === 1);
    guest.activity = { migrating: true, emulated: true };
    await host.pass(1.2);
    guest.activity = { migrating: false, emulated: true };
    assert.equal(guest.windows, 0);
    await host.pass(5);
    assert.equal(host.of(guest).dirtyBytesPerSecond, undefined);
    await host.pass(10);
    assert.equal(host.of(guest).dirtyBytesPerSecond, 0);
  });

  it("begins again while a young VM fills its memory, and takes that as a VM's way when it is older", async () => {
    const host = new ScriptedHost();
    const guest = host.add(1);
    let filled = guest.pages.length / 2;
    await host.pass(25, () => {
      guest.pages.fill(5, filled, filled + 4);
      filled += 4;
    });
    assert.equal(host.of(guest).dirtyBytesPerSecond, undefined);
    await host.pass(15);
    assert.equal(host.of(guest).dirtyBytesPerSecond, 0);
    const old = host.add(2);
    old.activity = { migrating: true, emulated: true };
    await host.pass(130);
    old.activity = { migrating: false, emulated: true };
    let written = old.pages.length / 2;
    await host.pass(15, () => {
      old.pages.fill(5, written, written + 4);
      written += 4;
    });
    assert.ok((host.of(old).dirtyBytesPerSecond ?? 0) > 0);
  });

  it("tells no working set of a guest that runs on the processor itself", async () => {
    const host = new ScriptedHost();
    const guest = host.add(1);
    guest.activity = { migrating: false, emulated: false };
    await host.pass(15);
    assert.equal(host.of(guest).dirtyBytesPerSecond, 0);
    assert.equal(host.of(guest).workingSetBytes, undefined);
    assert.equal(guest.referencedBytes, 6 * MiB);
  });

  it("forgets a VM that is gone, and does not take another for it that has its process id", async () => {
    const host = new ScriptedHost();
    const guest = host.add(1);
    await host.pass(3);
    host.guests.delete(1);
    await host.pass(0.1);
    assert.deepEqual([guest.windows, host.of(guest)], [0, {}]);
    assert.deepEqual(host.of({ vm: { ...host.add(1).vm, startTicks: 3 } } as Guest), {});
  });
});

describe("the host's links", () => {
  const named = (name: string) => ({ name, egressBytesPerSecond: 1, ingressBytesPerSecond: 1 });
  const linksOf = (...names: string[]) =>
    hostLinks(names.map(named), "self", createLog("test", "silent"))
      .links()
      .map(({ name }) => name);

  it("are none while the first is not known: the next would be taken for it", () => {
    assert.deepEqual(linksOf("lo", "cf-nowhere"), ["lo"]);
    assert.deepEqual(linksOf("cf-nowhere", "lo"), []);
  });

  it("have that of migrations among them, or the configuration is refused", () => {
    const settings = { hostId: "a", qmpSockets: ["/vms/*/qmp.sock"], links: [{ name: "eth0" }, { name: "eth1" }] };
    assert.equal(agentConfig.safeParse({ ...settings, migrationLink: "eth1" }).success, true);
    const refused = agentConfig.safeParse({ ...settings, migrationLink: "eth2" });
    assert.deepEqual(refused.error?.issues[0]?.path, ["migrationLink"]);
  });
});
