/** What a plan needs besides the planner's own state: reports, profiles, and how far copies are. */
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { HostReport } from "../kit/domain/host.ts";
import type { HostProfiles } from "../kit/domain/profile.ts";
import { ok, type Result } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { PlannerConfig } from "./config.ts";
import type { AdmissionInput } from "./core/admission.ts";
import type { Progress } from "./core/replan.ts";
import { readProfiles, readReports } from "./inventory-reader.ts";

export type Inventory = Omit<AdmissionInput, "state" | "profiles">;

/** Sources tell each second; who has been silent for so long has ended, or its telemetry is lost. */
const PROGRESS_KEPT_MILLISECONDS = 30_000;

interface SituationDeps {
  readonly bus: Bus;
  readonly wallMilliseconds: () => number;
  readonly log: Log;
}

export class Situation {
  readonly #config: PlannerConfig;
  readonly #deps: SituationDeps;
  readonly #progress = new Map<string, Progress>();
  /** What profilers answered, by host, since these reports were read. */
  readonly #answers = new WeakMap<readonly HostReport[], Map<string, HostProfiles>>();

  constructor(config: PlannerConfig, deps: SituationDeps) {
    this.#config = config;
    this.#deps = deps;
    deps.bus.subscribe(subjects.progress("*"), undefined, (_, bytes) => this.#learn(bytes));
  }

  get progress(): ReadonlyMap<string, Progress> {
    return this.#progress;
  }

  /** Of every host that has ever reported. */
  async inventory(): Promise<Result<Inventory>> {
    const { bus, log, wallMilliseconds } = this.#deps;
    const { staleInventorySeconds, staleProfileSeconds, leastProfileCompleteness, maximumMoving } = this.#config;
    const reports = await readReports(bus, log);
    if (!reports.ok) return reports;
    const nowUnixMilliseconds = Math.round(wallMilliseconds());
    for (const [migrationId, { timeUnixMilliseconds }] of this.#progress) {
      const age = nowUnixMilliseconds - timeUnixMilliseconds;
      if (age > PROGRESS_KEPT_MILLISECONDS) this.#progress.delete(migrationId);
    }
    const progress = new Map(this.#progress);
    const profileLimits = { staleProfileSeconds, leastProfileCompleteness };
    const limits = { staleInventorySeconds, profileLimits, maximumMoving };
    return ok({ reports: reports.value, nowUnixMilliseconds, ...limits, progress });
  }

  /**
   * Of a host and of those that its VMs may go to; none named: of every other one. A host is asked about once for each inventory,
   * for however many evacuations.
   */
  async withProfiles(
    inventory: Inventory,
    hostId: string,
    destinationHostIds: readonly string[],
  ): Promise<Omit<AdmissionInput, "state">> {
    const { bus, log } = this.#deps;
    const { profileTimeoutMilliseconds: timeoutMilliseconds } = this.#config;
    const wanted = hostsAsked(inventory.reports, hostId, destinationHostIds);
    const answers = this.#answers.get(inventory.reports) ?? new Map<string, HostProfiles>();
    this.#answers.set(inventory.reports, answers);
    const asked = wanted.filter((id) => !answers.has(id));
    for (const answer of await readProfiles(asked, { bus, log, timeoutMilliseconds })) {
      answers.set(answer.hostId, answer);
    }
    return { ...inventory, profiles: wanted.flatMap((id) => answers.get(id) ?? []) };
  }

  #learn(bytes: Uint8Array): void {
    const told = codecs.MigrationProgress.decode(bytes);
    if (!told.ok) return;
    const { migration, remainingBytes, bytesPerSecond, dirtyBytesPerSecond, paceBytesPerSecond, pass } = told.value;
    this.#progress.set(migration.migrationId, {
      ...{ leftBytes: remainingBytes, bytesPerSecond, pass },
      ...(dirtyBytesPerSecond === undefined ? {} : { dirtyBytesPerSecond }),
      ...(paceBytesPerSecond === undefined ? {} : { paceBytesPerSecond }),
      timeUnixMilliseconds: Math.round(this.#deps.wallMilliseconds()),
    });
  }
}

function hostsAsked(
  reports: readonly HostReport[],
  hostId: string,
  destinationHostIds: readonly string[],
): readonly string[] {
  return reports
    .map((report) => report.hostId)
    .filter((id) => destinationHostIds.length === 0 || id === hostId || destinationHostIds.includes(id));
}
