/**
 * Two hosts between which guests are moved while something goes wrong: each guest checks its own memory and counts aloud, on
 * its console and over a TCP connection to a peer that counts gaps. Keeps the tally of what no fault may bring about.
 */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import type { TestContext } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import type { MigrationRef } from "../services/kit/domain/migration.ts";
import type { Technique } from "../services/kit/domain/technique.ts";
import type { VmSpec } from "../services/kit/domain/vm-spec.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import type { GuestImage } from "../services/lab/guest-image.ts";
import { prepareMachine } from "../services/lab/prepare.ts";
import { ExecutorPair, type ExecutorProcess, type ProcessSettings } from "./executor-pair.ts";
import { type Beat, beatsIn, GuestPeer } from "./guest-peer.ts";
import { NamespaceLinks } from "./namespace-link.ts";

const MIB = 2 ** 20;
/** Of a guest's memory, what it checks; it says so of one MiB after the other. */
export const FILL_MIB = 24;
/** A move takes some ten seconds. */
export const slowBytesPerSecond = 3_000_000;

export type Phase = "PRE_COPY" | "SWITCH" | "POST_COPY";
export type HostId = "a" | "b";

export interface Moving {
  readonly spec: VmSpec;
  readonly migration: MigrationRef;
}

export class FaultRun {
  readonly image: GuestImage;
  readonly links: NamespaceLinks;
  readonly pair: ExecutorPair;
  readonly tally = { cases: 0, lost: 0, twice: 0, broken: 0, linkUpToFlow: [] as number[], silences: [] as number[] };
  readonly #settings: (hostId: HostId) => ProcessSettings;
  readonly #executors = new Map<HostId, ExecutorProcess>();
  readonly #peers = new Map<string, GuestPeer>();
  #made = 0;

  private constructor(
    image: GuestImage,
    links: NamespaceLinks,
    pair: ExecutorPair,
    settings: (hostId: HostId) => ProcessSettings,
  ) {
    this.image = image;
    this.links = links;
    this.pair = pair;
    this.#settings = settings;
  }

  static async start(settings: (hostId: HostId) => ProcessSettings = () => ({})): Promise<FaultRun> {
    const { image } = unwrap(await prepareMachine(() => undefined));
    const links = await NamespaceLinks.create();
    const pair = await ExecutorPair.startBus({ a: links.a, b: links.b }, { diskMebibytes: 16 });
    const run = new FaultRun(image, links, pair, settings);
    for (const hostId of ["a", "b"] as const) await run.startExecutor(hostId);
    return run;
  }

  async stop(): Promise<void> {
    await this.pair.stop();
    await Promise.all([...this.#peers.values()].map((peer) => peer.close()));
    await this.links.remove();
  }

  async startExecutor(hostId: HostId, more: ProcessSettings = {}): Promise<void> {
    const settings = { allowedImageDirectories: [this.image.directory], ...this.#settings(hostId), ...more };
    this.#executors.set(hostId, await this.pair.startProcess(hostId, settings));
  }

  async endExecutor(hostId: HostId, signal: "SIGTERM" | "SIGKILL"): Promise<void> {
    const executor = this.#executors.get(hostId);
    executor?.child.kill(signal);
    await executor?.exited;
  }

  /** Its executor is another process from now on, which finds what goes on. */
  async restart(hostId: HostId, more: ProcessSettings = {}): Promise<void> {
    await this.endExecutor(hostId, "SIGTERM");
    await this.startExecutor(hostId, more);
  }

  #guest(): { readonly spec: VmSpec; readonly port: number } {
    this.#made += 1;
    const made = this.#made;
    const { vmBridge, peerAddress } = this.links;
    const port = 7_000 + made;
    const words = [
      ...["console=ttyS0", "quiet", "pti=on", `cf.fill=${FILL_MIB}`, "cf.check=1"],
      ...[`cf.ip=10.213.3.${made}/24`, `cf.tell=${peerAddress}:${port}`],
    ];
    const { kernelPath, initrdPath } = this.image;
    const macAddress = `52:54:00:cf:00:${made.toString(16).padStart(2, "0")}`;
    const spec = this.pair.spec(`vm-${made}`, {
      memoryBytes: 112 * MIB,
      nics: [{ bridge: vmBridge, macAddress, model: "virtio-net-pci" }],
      kernel: { kernelPath, initrdPath, commandLine: words.join(" ") },
    });
    return { spec, port };
  }

  /** A guest that counts, and whose peer hears it. */
  async boot(hostId: HostId): Promise<VmSpec> {
    const { spec, port } = this.#guest();
    this.#peers.set(spec.vmId, new GuestPeer(this.links.switchNamespace, port));
    await this.pair.launch(hostId, spec, [this.image.directory]);
    await this.untilBeats(hostId, spec.vmId, 5);
    await this.#untilHeard(spec.vmId, 5);
    return spec;
  }

  /** What a VM has said on this host so far. */
  beatsOn(hostId: string, vmId: string): readonly Beat[] {
    let text = "";
    for (const parts of [[vmId], [".incoming"]]) {
      try {
        text += readFileSync(join(this.pair.directoryOf(hostId, ...parts), "serial.log"), "utf8");
      } catch {
        // It is not there.
      }
    }
    return beatsIn(text);
  }

  async untilBeats(hostId: string, vmId: string, more: number): Promise<readonly Beat[]> {
    const before = this.beatsOn(hostId, vmId).length;
    for (let tried = 0; tried < 600; tried += 1) {
      const beats = this.beatsOn(hostId, vmId);
      if (beats.length >= before + more) return beats;
      await delay(100);
    }
    return assert.fail(`${vmId} on ${hostId} says nothing more`);
  }

  /** Until it has said nothing for a while: it has stopped there. */
  async untilSilent(hostId: string, vmId: string): Promise<void> {
    let [beats, since] = [this.beatsOn(hostId, vmId).length, performance.now()];
    while (performance.now() - since < 3_000) {
      await delay(50);
      const now = this.beatsOn(hostId, vmId).length;
      if (now !== beats) [beats, since] = [now, performance.now()];
    }
  }

  async #untilHeard(vmId: string, more: number): Promise<void> {
    const peer = this.#peerOf(vmId);
    const before = peer.heard;
    for (let tried = 0; tried < 600; tried += 1) {
      if (peer.heard >= before + more) return;
      await delay(100);
    }
    assert.fail(`the peer of ${vmId} hears nothing more: it heard ${before} beats`);
  }

  /** A VM on its way from a to b, in this phase. */
  async moving(phase: Phase): Promise<Moving> {
    const spec = await this.boot("a");
    const technique: Technique = phase === "PRE_COPY" ? "PRE_COPY" : "POST_COPY";
    const migration = await this.pair.migrate(spec, { technique, paceBytesPerSecond: slowBytesPerSecond });
    if (phase === "PRE_COPY") await this.pair.progressOf(migration, ({ transferredBytes }) => transferredBytes > MIB);
    else await this.pair.event(migration, "resumed");
    if (phase === "POST_COPY") {
      await this.pair.progressOf(migration, ({ transferredBytes }) => transferredBytes > 8 * MIB);
    }
    return { spec, migration };
  }

  /** Its end, which has to be a completed move of an intact VM. */
  async assertArrives({ spec, migration }: Moving, t: TestContext): Promise<void> {
    await this.pair.setPace(migration);
    let beatsThere: readonly Beat[] = [];
    const looking = setInterval(() => {
      const seen = this.beatsOn("a", spec.vmId);
      if (seen.length > 0) beatsThere = seen;
    }, 50);
    try {
      const end = await this.pair.endOf(migration);
      if (end.name !== "completed") this.tally.lost += 1;
      assert.equal(end.name, "completed", end.name === "failed" ? end.body.reason : "");
    } finally {
      clearInterval(looking);
    }
    await this.assertIntact(spec, "b", t, beatsThere);
  }

  /** After a fault: it runs on `hostId` and nowhere else, counts on from where it was, its memory is what it was, and its peer hears it. */
  async assertIntact(spec: VmSpec, hostId: HostId, t: TestContext, beatsThere: readonly Beat[] = []): Promise<void> {
    const other = hostId === "a" ? "b" : "a";
    const beats = await this.untilBeats(hostId, spec.vmId, FILL_MIB + 2);
    const numbers = [...(hostId === "b" ? beatsThere : []), ...beats].map(({ number }) => number);
    const isTwice = new Set(numbers).size !== numbers.length || this.pair.qemuPids(other, spec.vmId).length > 0;
    const isBroken = beats.some(({ isIntact }) => !isIntact);
    if (isTwice) this.tally.twice += 1;
    if (isBroken) this.tally.broken += 1;
    assert.ok(!isTwice, `${spec.vmId} has counted twice, or has a process on both hosts: ${numbers.slice(-60)}`);
    assert.ok(!isBroken, `${spec.vmId}'s memory has changed`);
    await this.assertHeard(spec, t);
    await this.end(hostId, spec);
  }

  /** Its peer hears it still, over the connection that it had, and has missed nothing that it said. */
  async assertHeard({ vmId }: VmSpec, t: TestContext): Promise<void> {
    await this.#untilHeard(vmId, FILL_MIB);
    const report = this.#peerOf(vmId).report();
    if (report.outOfOrder.length > 0) this.tally.twice += 1;
    if (report.broken.length > 0) this.tally.broken += 1;
    this.tally.silences.push(report.longestSilenceSeconds);
    const { beats, gaps, longestSilenceSeconds } = report;
    const longest = `the longest silence ${longestSilenceSeconds.toFixed(2)} s`;
    t.diagnostic(`the peer heard ${beats} beats, ${gaps} gaps of more than a second, ${longest}`);
    assert.deepEqual([report.outOfOrder, report.broken], [[], []], `what the peer of ${vmId} heard`);
  }

  /** Ends a VM, or what is left of it, as its host's owner would. */
  async end(hostId: HostId, { vmId }: VmSpec): Promise<void> {
    await this.pair.end(hostId, vmId);
    await this.#peers.get(vmId)?.close();
    this.#peers.delete(vmId);
  }

  #peerOf(vmId: string): GuestPeer {
    return this.#peers.get(vmId) ?? assert.fail(`${vmId} has no peer`);
  }

  /** The last test of a suite. */
  assertNothingLost(t: TestContext): void {
    const { cases, lost, twice, broken, linkUpToFlow, silences } = this.tally;
    const slowest = (seconds: readonly number[]) =>
      seconds.length === 0 ? "not tried" : `${Math.max(...seconds).toFixed(2)} s at most`;
    t.diagnostic(
      `${cases} cases, ${lost} VMs lost, ${twice} ran twice, ${broken} with broken memory; ` +
        `link up to pages flowing: ${slowest(linkUpToFlow)} (goal: 2 s); silence of a VM: ${slowest(silences)}`,
    );
    assert.deepEqual({ lost, twice, broken }, { lost: 0, twice: 0, broken: 0 });
    assert.ok(cases > 0);
  }
}
