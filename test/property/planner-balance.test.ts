/** Copies that are held, by whoever, with any amounts left and any rates. */
import assert from "node:assert/strict";
import { describe, it } from "node:test";
import fc from "fast-check";
import { balance } from "../../services/planner/core/balance.ts";
import type { RunningEvacuation } from "../../services/planner/core/evacuation.ts";
import type { Progress } from "../../services/planner/core/replan.ts";
import type { StepRecord } from "../../services/planner/core/step-record.ts";
import { runs } from "./runs.ts";

const NOW = 1_800_000_000_000;
const MB = 1e6;
const LINK = 25 * MB;

interface Copying {
  readonly inbound: number;
  readonly left: number;
  readonly rate: number;
  readonly held: number | undefined;
  readonly isAwaited: boolean;
}

const copies = fc.array(
  fc.record({
    inbound: fc.constantFrom(0, 0.01 * MB, 2 * MB, 5 * MB),
    left: fc.nat(4000 * MB),
    rate: fc.nat(LINK),
    held: fc.option(fc.integer({ min: 1, max: LINK }), { nil: undefined }),
    isAwaited: fc.boolean(),
  }),
  { minLength: 1, maxLength: 8 },
);

const vmIdOf = (index: number) => `vm-${index}`;

function evacuationOf(all: readonly Copying[]): RunningEvacuation {
  const step = (vmId: string, after: StepRecord["step"]["after"]) => ({
    ...{ vmId, sourceHostId: "a", destinationHostId: "b", technique: "PRE_COPY" as const, reason: "", after },
  });
  const migrationOf = (vmId: string) => ({
    ...{ migrationId: `m-${vmId}`, evacuationId: "e", vmId, sourceHostId: "a", destinationHostId: "b" },
  });
  const running = all.map((_, index): Partial<StepRecord> => {
    const state = { kind: "running", timeUnixMilliseconds: NOW, phase: "copying", paused: false } as const;
    const vmId = vmIdOf(index);
    return { step: step(vmId, []), migration: migrationOf(vmId), state: { ...state, pace: { revision: 0 } } };
  });
  const waiting = all.flatMap(({ isAwaited }, index): Partial<StepRecord>[] => {
    const vmId = `later-${index}`;
    const after = [{ vmId: vmIdOf(index), event: "COMPLETED" as const }];
    return isAwaited ? [{ step: step(vmId, after), migration: migrationOf(vmId), state: { kind: "waiting" } }] : [];
  });
  const host = { freeMemoryBytes: 1, egressBytesPerSecond: LINK, ingressBytesPerSecond: LINK };
  const vms = all.map(({ inbound }, index) => ({
    ...{ vmId: vmIdOf(index), hostId: "a", memoryBytes: 1, outboundBytesPerSecond: 0, inboundBytesPerSecond: inbound },
  }));
  const snapshot = {
    hosts: [
      { hostId: "a", ...host },
      { hostId: "b", ...host },
    ],
    vms,
  };
  return { kind: "running", steps: [...running, ...waiting], planned: { snapshot } } as unknown as RunningEvacuation;
}

function ordersFor(all: readonly Copying[]) {
  const progress = new Map(
    all.map(({ left, rate, held }, index): [string, Progress] => [
      `m-${vmIdOf(index)}`,
      {
        ...{ leftBytes: left, bytesPerSecond: rate, pass: 1, timeUnixMilliseconds: NOW },
        ...(held === undefined ? {} : { paceBytesPerSecond: held }),
      },
    ]),
  );
  const orders = balance(evacuationOf(all), progress, NOW, (_way, together) => together);
  return new Map(orders.map(({ record, paceBytesPerSecond }) => [record.step.vmId, paceBytesPerSecond]));
}

/** What each is held to when the orders have been carried out. */
function carriedOut(all: readonly Copying[]): readonly Copying[] {
  const orders = ordersFor(all);
  return all.map((one, index) => (orders.has(vmIdOf(index)) ? { ...one, held: orders.get(vmIdOf(index)) } : one));
}

describe("balance", () => {
  it("1: a copy that somebody waits for, or that brings no traffic, runs free", (t) => {
    fc.assert(
      fc.property(copies, (all) => {
        for (const { isAwaited, inbound, held } of carriedOut(all)) {
          if (isAwaited || inbound < 0.02 * LINK) assert.equal(held, undefined);
        }
      }),
      runs(t, 500),
    );
  });

  it("2: of those that are to end together one with most left runs free", (t) => {
    fc.assert(
      fc.property(copies, (all) => {
        const group = carriedOut(all).filter(({ isAwaited, inbound }) => !isAwaited && inbound >= 0.02 * LINK);
        if (group.length === 0) return;
        const most = Math.max(...group.map(({ left }) => left));
        assert.ok(group.some(({ left, held }) => left === most && held === undefined));
      }),
      runs(t, 500),
    );
  });

  it("3: once carried out, its orders are not given again, and what is held has less left than another and goes on", (t) => {
    fc.assert(
      fc.property(copies, (all) => {
        const then = carriedOut(all);
        assert.deepEqual([...ordersFor(then)], []);
        const most = Math.max(...then.map(({ left }) => left));
        for (const { left, held } of then) if (held !== undefined) assert.ok(left < most && held > 0);
      }),
      runs(t, 500),
    );
  });
});
