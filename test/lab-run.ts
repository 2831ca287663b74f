/** A lab whose evacuations a test asks for and follows: real hosts, QEMU, traffic, servers and services. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import type { Bus, Subscription } from "../services/kit/bus/bus.ts";
import type { EvacuationEvent, JournalEvent } from "../services/kit/bus/journal-event.ts";
import { codecs } from "../services/kit/bus/messages.ts";
import { subjects } from "../services/kit/bus/subjects.ts";
import type { EvacuationRequest } from "../services/kit/domain/evacuation.ts";
import type { VmProfile } from "../services/kit/domain/profile.ts";
import type { Policy } from "../services/kit/domain/technique.ts";
import { unwrap } from "../services/kit/failure/failure.ts";
import { findVmProcesses } from "../services/kit/hypervisor/process.ts";
import { untilProfiled } from "../services/lab/evacuation-run.ts";
import { connectLab } from "../services/lab/inventory.ts";
import { type Lab, startLab } from "../services/lab/lab.ts";
import { readScenario, type Scenario } from "../services/lab/scenario.ts";
import { vmsDirectory } from "../services/lab/services.ts";

export type MigrationEvent = Extract<JournalEvent, { entity: "migration" }>;
export type EvacuationEnd = Extract<EvacuationEvent, { name: "completed" | "failed" | "cancelled" | "rejected" }>;

export class LabRun {
  readonly lab: Lab;
  readonly bus: Bus;
  readonly scenario: Scenario;
  readonly events: JournalEvent[] = [];
  readonly #journal: Subscription;
  readonly #changed = new Set<() => void>();
  #requests = 0;

  private constructor(lab: Lab, bus: Bus, scenario: Scenario) {
    this.lab = lab;
    this.bus = bus;
    this.scenario = scenario;
    this.#journal = bus.followJournal({ sequence: 1 }, ({ event }) => {
      this.events.push(event);
      for (const look of this.#changed) look();
    });
  }

  /** `installation`: the root of a package whose services are run in place of these. */
  static async start(name: string, scenarioName: string, installation?: string): Promise<LabRun> {
    const scenario = unwrap(await readScenario(scenarioName));
    const from = installation === undefined ? {} : { installation };
    const lab = unwrap(await startLab({ name, scenario, progress: () => undefined, ...from }));
    return new LabRun(lab, await connectLab(lab.state.natsUrl), scenario);
  }

  async leave(): Promise<void> {
    await this.#journal.close();
    await this.bus.close();
  }

  get vmIds(): readonly string[] {
    return this.scenario.vms.map((vm) => vm.id);
  }

  /** Each time it happens, in order, from now on. */
  onEvent(look: (event: JournalEvent) => void): void {
    this.#changed.add(() => {
      const last = this.events.at(-1);
      if (last !== undefined) look(last);
    });
  }

  /** The first event that fits, also when it has come already. */
  eventOf<T extends JournalEvent>(fits: (event: JournalEvent) => event is T): Promise<T> {
    return new Promise((resolve) => {
      const look = () => {
        const found = this.events.find(fits);
        if (found === undefined) return;
        this.#changed.delete(look);
        resolve(found);
      };
      this.#changed.add(look);
      look();
    });
  }

  endOf(evacuationId: string): Promise<EvacuationEnd> {
    return this.eventOf(
      (event): event is EvacuationEnd =>
        event.entity === "evacuation" &&
        event.id === evacuationId &&
        event.name !== "planned" &&
        event.name !== "replanned",
    );
  }

  /** The first migration of an evacuation of which this is said. */
  migrationEvent(
    evacuationId: string,
    name: MigrationEvent["name"],
    fits: (event: MigrationEvent) => boolean = () => true,
  ): Promise<MigrationEvent> {
    return this.eventOf(
      (event): event is MigrationEvent =>
        event.entity === "migration" &&
        event.name === name &&
        event.body.migration.evacuationId === evacuationId &&
        fits(event),
    );
  }

  eventsOf(evacuationId: string, vmId: string): readonly MigrationEvent[] {
    return this.events.filter((event): event is MigrationEvent => {
      if (event.entity !== "migration") return false;
      const { migration } = event.body;
      return migration.evacuationId === evacuationId && migration.vmId === vmId;
    });
  }

  async profiled(hostId: string): Promise<void> {
    unwrap(await untilProfiled(this.bus, this.scenario, hostId));
  }

  async profilesAt(hostId: string): Promise<readonly VmProfile[]> {
    const subject = subjects.getProfiles(hostId);
    return unwrap(await this.bus.request(subject, codecs.GetProfiles, { hostId }, codecs.HostProfiles, 10_000)).vms;
  }

  /** Each request is a message of its own for the server: that two are the same is for the planner to see. */
  async ask(evacuationId: string, hostId: string, policy: Policy = "traffic-sensitive"): Promise<void> {
    const value: EvacuationRequest = {
      evacuationId,
      hostId,
      destinationHostIds: [],
      policy,
      requestTimeUnixMilliseconds: Date.now(),
    };
    this.#requests += 1;
    const message = { subject: subjects.request(evacuationId), codec: codecs.EvacuationRequest, value };
    unwrap(await this.bus.store({ ...message, id: `request-${this.#requests}` }));
  }

  vmsRunningAt(hostId: string): readonly string[] {
    const directory = vmsDirectory(this.lab.state.directory, hostId);
    const socketOf = (vmId: string) => join(directory, vmId, "qmp.sock");
    const running = findVmProcesses(this.vmIds.map(socketOf));
    return this.vmIds.filter((vmId) => running.has(socketOf(vmId)));
  }

  /** As the agents report it, at the latest a few seconds after it is so. */
  async untilReported(hostId: string, vmIds: readonly string[]): Promise<void> {
    for (;;) {
      const reports = unwrap(await this.bus.readHosts()).map(({ bytes }) => unwrap(codecs.HostReport.decode(bytes)));
      const reported = reports.find((report) => report.hostId === hostId)?.vms.map((vm) => vm.vmId) ?? [];
      if (JSON.stringify([...reported].sort()) === JSON.stringify([...vmIds].sort())) return;
      await delay(200);
    }
  }

  /** A guest whose memory came over broken says so on its console, sooner or later; its traffic stops at once. */
  async untilAllServe(hostId: string): Promise<void> {
    const begin = Date.now();
    for (const vm of this.scenario.vms) {
      const direction = vm.traffic.direction === "inbound" ? "inbound" : "outbound";
      const half = (vm.traffic.mbit * 1e6) / 8 / 2;
      const console = join(vmsDirectory(this.lab.state.directory, hostId), vm.id, "serial.log");
      // As many seconds of traffic as it takes to see one that is not disturbed by anything on this machine.
      for (;;) {
        assert.doesNotMatch(readFileSync(console, "utf8"), /panic|BUG:|is not a head/, vm.id);
        const recent = (this.lab.meter?.bins(vm.id, direction) ?? []).filter((bin) => bin.unixMilliseconds >= begin);
        const lastSecond = recent.slice(-10);
        const bytes = lastSecond.reduce((sum, bin) => sum + bin.bytes, 0);
        if (lastSecond.length === 10 && bytes >= half) break;
        await delay(100);
      }
    }
  }
}
