import assert from "node:assert/strict";
import { describe, it } from "node:test";
import { parseSocketGlob } from "../../services/agent/core/socket-glob.ts";
import { Inventory, type Machine } from "../../services/agent/inventory.ts";
import { Sampler } from "../../services/agent/sampler.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";

const log = createLog("test", "silent");
const NAMESPACE = "net:[1]";

/** A machine of which the test says what runs on it. */
class ScriptedMachine implements Machine {
  /** QEMU processes by the id of their VM. */
  readonly running = new Map<string, { pid: number; startTicks: number; taps: string[] }>();
  /** Sockets that are there, by the id in their path, with what identifies them. */
  readonly sockets = new Map<string, string>();
  searches = 0;
  reads = 0;

  start(vmId: string, pid: number, ...taps: string[]): void {
    this.running.set(vmId, { pid, startTicks: pid * 10, taps });
    this.sockets.set(vmId, `socket of ${pid}`);
  }
  end(vmId: string): void {
    this.running.delete(vmId);
    this.sockets.delete(vmId);
  }

  entriesOf = () => [...this.sockets.keys(), ".incoming"];
  identityOf = (path: string) => this.sockets.get(path.split("/")[2] ?? "");
  pidIsTaken = (pid: number) => [...this.running.values()].some((process) => process.pid === pid);
  isRunning = (process: { pid: number; startTicks: number }) =>
    [...this.running.values()].some(({ pid, startTicks }) => pid === process.pid && startTicks === process.startTicks);
  findVmProcesses = (paths: Iterable<string>) => {
    this.searches += 1;
    return new Map(
      [...paths].flatMap((path) => {
        const process = this.running.get(path.split("/")[2] ?? "");
        return process === undefined ? [] : [[path, process] as const];
      }),
    );
  };
  describe = (vmId: string, socketPath: string, process: { pid: number; startTicks: number }) => {
    this.reads += 1;
    const taps = this.running.get(vmId)?.taps;
    if (taps === undefined) return undefined;
    return {
      vmId,
      socketPath,
      processId: process.pid,
      startTicks: process.startTicks,
      namespace: NAMESPACE,
      taps: taps.map((name) => ({ name, index: 1 })),
      nics: [],
      memoryBytes: 1,
      spec: undefined,
    };
  };
}

function inventoryOf(machine: ScriptedMachine) {
  return new Inventory([unwrap(parseSocketGlob("/vms/*/qmp.sock"))], machine, log);
}
const namesOf = (inventory: Inventory) => inventory.vms().map((vm) => `${vm.vmId}:${vm.processId}`);

describe("the inventory", () => {
  it("finds VMs, and searches for processes only when a socket is new", () => {
    const machine = new ScriptedMachine();
    const inventory = inventoryOf(machine);
    machine.start("a", 1);
    machine.start("b", 2);
    for (let look = 0; look < 5; look += 1) inventory.look();
    assert.deepEqual(namesOf(inventory), ["a:1", "b:2"]);
    assert.equal(machine.searches, 1);
  });

  it("forgets a VM whose process has ended, and takes its successor in the same look", () => {
    const machine = new ScriptedMachine();
    const inventory = inventoryOf(machine);
    machine.start("a", 1);
    inventory.look();
    machine.start("a", 2);
    inventory.look();
    assert.deepEqual(namesOf(inventory), ["a:2"]);
    machine.end("a");
    inventory.look();
    assert.deepEqual(namesOf(inventory), []);
  });

  it("is not deceived by a pid that serves another process", () => {
    const machine = new ScriptedMachine();
    const inventory = inventoryOf(machine);
    machine.start("a", 1);
    inventory.look();
    machine.running.set("a", { pid: 1, startTicks: 77, taps: [] });
    inventory.look();
    assert.deepEqual(
      inventory.vms().map((vm) => vm.startTicks),
      [77],
    );
  });

  it("looks ever more rarely for the owner of a socket that has none, and at once when the socket is another", () => {
    const machine = new ScriptedMachine();
    const inventory = inventoryOf(machine);
    machine.sockets.set("stale", "old");
    for (let look = 0; look < 64; look += 1) inventory.look();
    assert.ok(machine.searches <= 10, `${machine.searches} searches`);
    const before = machine.searches;
    machine.start("stale", 9);
    inventory.look();
    assert.equal(machine.searches, before + 1);
    assert.deepEqual(namesOf(inventory), ["stale:9"]);
  });

  it("reads one VM again each look, in turn, and those under suspicion", () => {
    const machine = new ScriptedMachine();
    const inventory = inventoryOf(machine);
    for (let pid = 1; pid <= 20; pid += 1) machine.start(`vm-${pid}`, pid);
    inventory.look();
    machine.reads = 0;
    inventory.look();
    assert.equal(machine.reads, 1);
    for (const vm of inventory.vms()) inventory.suspect(vm.vmId);
    machine.reads = 0;
    inventory.look();
    assert.ok(machine.reads >= 8 && machine.reads <= 9, `${machine.reads} reads`);
  });

  it("takes the first of two sockets with the same VM's id", () => {
    const machine = new ScriptedMachine();
    machine.start("a", 1);
    const globs = ["/vms/*/qmp.sock", "/else/*/qmp.sock"].map((glob) => unwrap(parseSocketGlob(glob)));
    const inventory = new Inventory(globs, machine, log);
    inventory.look();
    assert.deepEqual(
      inventory.vms().map((vm) => vm.socketPath),
      ["/vms/a/qmp.sock"],
    );
  });
});

describe("the sampler", () => {
  const lines = (...names: string[]) =>
    names.map((name, index) => `${name}: ${index + 1} 0 0 0 0 0 0 0 ${(index + 1) * 10} 0 0 0 0 0 0 0`).join("\n");

  function samplerOf(machine: ScriptedMachine) {
    const inventory = inventoryOf(machine);
    let reads = 0;
    let text: string | undefined = "";
    const sampler = new Sampler("host", {
      tickMilliseconds: 1000,
      inventory,
      bootId: "boot",
      hostProcess: "self",
      readNetDev: () => {
        reads += 1;
        return text;
      },
      clock: () => ({ sampleTimeUnixMilliseconds: 5, monotonicMicroseconds: 6 }),
    });
    const links = [{ namespace: NAMESPACE, interface: { name: "eth0", index: 2 } }];
    return {
      sample: (now: string | undefined) => {
        text = now;
        reads = 0;
        return { batch: sampler.sample(links), reads };
      },
    };
  }

  it("reads a namespace once, however many VMs and links are in it, and counts its samples up", () => {
    const machine = new ScriptedMachine();
    machine.start("a", 1, "t0");
    machine.start("b", 2, "t1");
    const { sample } = samplerOf(machine);
    const first = sample(lines("t0", "t1", "eth0"));
    assert.equal(first.reads, 1);
    assert.deepEqual(
      first.batch.samples.map(({ vmId, outboundBytes, inboundBytes }) => [vmId, outboundBytes, inboundBytes]),
      [
        ["a", 1, 10],
        ["b", 2, 20],
      ],
    );
    assert.deepEqual([first.batch.sequence, sample(lines("t0")).batch.sequence], [1, 2]);
  });

  it("reads a VM again in the same sample when its tap is gone", () => {
    const machine = new ScriptedMachine();
    machine.start("a", 1, "old");
    const { sample } = samplerOf(machine);
    const before = sample(lines("old")).batch.samples[0];
    machine.running.set("a", { pid: 1, startTicks: 10, taps: ["new"] });
    const after = sample(lines("new")).batch.samples[0];
    assert.ok(before !== undefined && after !== undefined);
    assert.notEqual(after.counterEpoch, before.counterEpoch);
  });

  it("reads the VMs of a namespace again when it has a new interface", () => {
    const machine = new ScriptedMachine();
    for (let pid = 1; pid <= 5; pid += 1) machine.start(`vm-${pid}`, pid, `t${pid}`);
    const { sample } = samplerOf(machine);
    const taps = ["t1", "t2", "t3", "t4", "t5"];
    sample(lines(...taps));
    machine.running.set("vm-1", { pid: 1, startTicks: 10, taps: ["t1", "extra"] });
    sample(lines(...taps, "extra"));
    const { batch } = sample(lines(...taps, "extra"));
    assert.equal(batch.samples.find(({ vmId }) => vmId === "vm-1")?.outboundBytes, 1 + 6);
  });

  it("names a VM without a tap, and all VMs of a namespace that can not be read, as unknown", () => {
    const machine = new ScriptedMachine();
    machine.start("a", 1);
    machine.start("b", 2, "t1");
    const { sample } = samplerOf(machine);
    assert.deepEqual(sample(lines("t1")).batch.unknownTrafficVmIds, ["a"]);
    assert.deepEqual(sample(undefined).batch.unknownTrafficVmIds, ["a", "b"]);
  });
});
