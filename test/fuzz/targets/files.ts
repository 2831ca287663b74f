/** Files that people and programs write, and what is planned from them. */
import assert from "node:assert/strict";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { parseSnapshot } from "../../../services/cli/snapshot-file.ts";
import { codecs } from "../../../services/kit/bus/messages.ts";
import { vmSpec } from "../../../services/kit/domain/vm-spec.ts";
import { fail, type Result } from "../../../services/kit/failure/failure.ts";
import { SPEC_FILE } from "../../../services/kit/hypervisor/argv.ts";
import { readSpecIn } from "../../../services/kit/hypervisor/spec-file.ts";
import { labState, readLabState, STATE_FILE } from "../../../services/kit/run/lab-state.ts";
import { parseScenario } from "../../../services/lab/scenario.ts";
import { planHosts } from "../../../services/planner/core/plan.ts";
import { validMessage } from "../../property/message-arbitrary.ts";
import type { Random } from "../random.ts";
import { accepted, assertNumbers, bytesOf, rejected, type Target, textOf, verdictOf } from "../target.ts";

const SCENARIOS = new URL("../../../../services/lab/scenarios/", import.meta.url);

const EXAMPLE = {
  hosts: [
    { hostId: "a", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6, freeMemoryBytes: 8e9 },
    { hostId: "b", egressBytesPerSecond: 25e6, ingressBytesPerSecond: 25e6, freeMemoryBytes: "8000000000" },
  ],
  vms: [
    {
      ...{
        vmId: "v1",
        hostId: "a",
        memoryBytes: 268_435_456,
        usedMemoryBytes: "148000000",
        dirtyBytesPerSecond: 300_000,
      },
      ...{
        workingSetBytes: 20_000_000,
        outboundBytesPerSecond: 5_600_000,
        inboundBytesPerSecond: 0,
        postCopy: "ALLOWED",
      },
    },
    { vmId: "v2", hostId: "a", memoryBytes: 268_435_456, inboundBytesPerSecond: 5_600_000 },
  ],
};

function snapshots(random: Random): readonly Uint8Array[] {
  const values = fc.sample(validMessage(codecs.ClusterSnapshot), { numRuns: 12, seed: random.below(2 ** 31) });
  return [EXAMPLE, ...values].map((value) => bytesOf(JSON.stringify(value)));
}

const SNAPSHOT_WORDS = [
  "hosts",
  "vms",
  "hostId",
  "memoryBytes",
  "FORBIDDEN",
  "ALLOWED",
  "8000000000",
  "9007199254740993",
  "host-0",
];

const snapshot: Target = {
  name: "files/snapshot",
  form: "json",
  tokens: SNAPSHOT_WORDS,
  seeds: snapshots,
  run(input) {
    const parsed = parseSnapshot(textOf(input), "snapshot.json");
    if (parsed.ok) {
      assertNumbers(parsed.value);
      assertSame(parsed.value, parseSnapshot(JSON.stringify(parsed.value), "again"));
    } else assertPlaces(parsed.failure.message, "snapshot.json");
    return verdictOf(parsed);
  },
};

/** By what JSON writes, to which a zero has no sign. */
function assertSame(value: unknown, again: Result<unknown>): void {
  assert.ok(again.ok, "what was read is written, and not read");
  assert.equal(JSON.stringify(again.value), JSON.stringify(value));
}

/** Each error says where it is. */
function assertPlaces(message: string, name: string): void {
  for (const line of message.split("\n").slice(0, 1)) assert.ok(line.startsWith(`${name}:`), line);
}

/** A plan of what a file says: whatever its numbers are, it comes to an end. */
const plan: Target = {
  name: "files/plan",
  form: "json",
  share: 0.2,
  tokens: SNAPSHOT_WORDS,
  seeds: snapshots,
  run(input) {
    const parsed = parseSnapshot(textOf(input), "snapshot.json");
    if (!parsed.ok) return verdictOf(parsed);
    const { hosts, vms } = parsed.value;
    const [host] = hosts;
    if (host === undefined || hosts.length > 4 || vms.length > 5) return rejected("not to be planned here");
    const planned = planHosts(parsed.value, {
      hostIds: [host.hostId],
      destinationHostIds: [],
      policy: "traffic-sensitive",
    });
    if (planned.kind === "refused") return verdictOf(fail("refused", planned.message));
    // One that takes longer than 2^53 seconds can be shown, and not be sent: its codec refuses it.
    assertNumbers(planned.plan);
    return accepted(planned.plan);
  },
};

const scenario: Target = {
  name: "files/scenario",
  form: "json",
  tokens: ["outbound", "inbound", "both", "none", "memoryMiB", "filledMiB", "traffic", "mbit", "vms", "destinations"],
  seeds: () => readdirSync(SCENARIOS).map((name) => new Uint8Array(readFileSync(new URL(name, SCENARIOS)))),
  run(input) {
    const parsed = parseScenario(textOf(input), "scenario.json");
    if (parsed.ok) {
      assertNumbers(parsed.value);
      assertSame(parsed.value, parseScenario(JSON.stringify(parsed.value), "again"));
    } else assertPlaces(parsed.failure.message, "scenario.json");
    return verdictOf(parsed);
  },
};

/** A file in a folder of its own; what cannot be read is as if it were not there. */
function inFolder(name: string, file: string, seeds: Target["seeds"], read: (folder: string) => unknown): Target {
  let folder: string | undefined;
  return {
    name,
    form: "json",
    tokens: ["name", "pid", "startTicks", "processes", "token", "tcg", "kvm", "up", "disks", "kernel"],
    seeds(random) {
      folder = mkdtempSync(join(tmpdir(), "cf-fuzz-file-"));
      return seeds(random);
    },
    run(input) {
      writeFileSync(join(folder ?? "", file), input);
      const value = read(folder ?? "");
      return value === undefined ? rejected("unreadable") : accepted(value);
    },
    close() {
      if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    },
  };
}

const specFile = inFolder(
  "files/spec",
  SPEC_FILE,
  (random) => {
    const orders = fc.sample(validMessage(codecs.PrepareIncoming), { numRuns: 8, seed: random.below(2 ** 31) });
    return orders.map(({ spec }) => bytesOf(JSON.stringify(spec, null, 2)));
  },
  (folder) => {
    const spec = readSpecIn(folder);
    if (spec !== undefined) assert.deepEqual(vmSpec.parse(spec), spec);
    return spec;
  },
);

const labFile = inFolder(
  "files/lab-state",
  STATE_FILE,
  () => {
    const process = { name: "nats", pid: 4242, startTicks: 123_456 };
    const state = {
      ...{
        name: "lab",
        directory: "/x",
        token: "0123456789abcdef",
        scenario: "mixed-4",
        linkMbit: 200,
        natsUrl: "nats://127.0.0.1:1",
      },
      ...{ redisUrl: "redis://127.0.0.1:2", accelerator: "tcg", qemu: "7.2.22", hostIds: ["host-a"], phase: "up" },
      ...{ owner: process, createdUnixMilliseconds: 1, processes: [process] },
    };
    return [bytesOf(JSON.stringify(state))];
  },
  (folder) => {
    const state = readLabState(folder);
    if (state !== undefined) assert.deepEqual(labState.parse(state), state);
    return state;
  },
);

export const fileTargets: readonly Target[] = [snapshot, plan, scenario, specFile, labFile];
