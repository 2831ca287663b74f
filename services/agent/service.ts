/** A tick: look, sample, publish; and a report when the VMs have changed, or it is time for one. Memory is measured between. */
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { HostReport } from "../kit/domain/host.ts";
import { type Failure, messageOf } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import type { AgentConfig } from "./config.ts";
import { hostMemory } from "./core/host-facts.ts";
import { reportIdentity, vmReport } from "./core/vm-report.ts";
import type { HostLinks } from "./host-links.ts";
import type { Inventory } from "./inventory.ts";
import { type MemoryWatch, STEP_MILLISECONDS } from "./memory-watch.ts";
import { Outbox } from "./outbox.ts";
import type { Sampler } from "./sampler.ts";
import { startTicker, type TickerDeps } from "./ticker.ts";

export interface AgentDeps {
  readonly bus: Pick<Bus, "publish" | "tell" | "putHost">;
  readonly inventory: Inventory;
  readonly sampler: Sampler;
  readonly links: HostLinks;
  readonly memory: Pick<MemoryWatch, "step" | "of">;
  readonly postCopy: () => HostReport["postCopy"];
  /** Text of `/proc/meminfo`. */
  readonly meminfo: () => string | undefined;
  readonly time: Omit<TickerDeps, "log">;
  readonly log: Log;
}

export function startAgent(config: AgentConfig, deps: AgentDeps): { stop(): void } {
  const { bus, sampler, inventory, links, memory, log } = deps;
  const troubles = troubleLog(log);
  const outbox = new Outbox(config, {
    tell: async (batch) => {
      const told = await bus.tell(subjects.traffic(config.hostId), codecs.TrafficBatch, batch);
      troubles.note("traffic", told);
      return told;
    },
    time: deps.time,
    log,
  });
  let lastReportMilliseconds = Number.NEGATIVE_INFINITY;
  let lastIdentity = "";
  let storing = false;

  const tick = () => {
    const batch = sampler.sample(links.interfaces());
    outbox.take(batch);
    const unknown = new Set(batch.unknownTrafficVmIds);
    const nowMilliseconds = batch.monotonicMicroseconds / 1000;
    const identity = reportIdentity(inventory.vms(), unknown);
    const due =
      nowMilliseconds - lastReportMilliseconds >= config.reportEverySeconds * 1000 - config.tickMilliseconds / 2;
    if (identity === lastIdentity && !due) return;
    lastIdentity = identity;
    lastReportMilliseconds = nowMilliseconds;
    report(batch.sampleTimeUnixMilliseconds, unknown);
  };

  const report = (reportTimeUnixMilliseconds: number, unknown: ReadonlySet<string>) => {
    const vms = inventory.vms();
    const promisedBytes = vms.reduce((sum, vm) => sum + vm.memoryBytes, 0);
    const amounts = hostMemory(deps.meminfo() ?? "", { limitBytes: config.memoryLimitBytes, promisedBytes });
    troubles.note("memory", amounts);
    if (!amounts.ok) return;
    const value: HostReport = {
      hostId: config.hostId,
      reportTimeUnixMilliseconds,
      links: [...links.links()],
      ...amounts.value,
      postCopy: deps.postCopy(),
      vms: vms.map((vm) => vmReport(vm, memory.of(vm), !unknown.has(vm.vmId))),
      ...(config.migrationLink === undefined ? {} : { migrationLink: config.migrationLink }),
      ...(outbox.dropped === 0 ? {} : { droppedBatches: outbox.dropped }),
    };
    const sent = bus.publish(subjects.report(config.hostId), codecs.HostReport, value);
    troubles.note("report", sent);
    if (sent.ok) void store(value);
  };

  /** While the server is away a report waits for its answer; those that come meanwhile would only queue behind it. */
  const store = async (value: HostReport) => {
    const encoded = codecs.HostReport.encode(value);
    if (storing || !encoded.ok) return;
    storing = true;
    troubles.note("inventory", await bus.putHost(config.hostId, encoded.value));
    storing = false;
  };

  const measure = () => {
    memory.step(inventory.vms()).catch((error: unknown) => log.error({ reason: messageOf(error) }, "measuring failed"));
  };

  const tickers = [
    startTicker(config.tickMilliseconds, tick, { ...deps.time, log }),
    startTicker(STEP_MILLISECONDS, measure, { ...deps.time, log }),
  ];
  return {
    stop() {
      for (const ticker of tickers) ticker.stop();
      outbox.stop();
    },
  };
}

/** Says that something fails when it begins to, and that it works again; not every second in between. */
function troubleLog(log: Log) {
  const failing = new Set<string>();
  return {
    note(what: string, result: { readonly ok: true } | { readonly ok: false; readonly failure: Failure }) {
      if (result.ok === !failing.has(what)) return;
      if (result.ok) {
        failing.delete(what);
        log.info({ what }, "works again");
      } else {
        failing.add(what);
        log.warn({ what, reason: result.failure.message }, "does not work");
      }
    },
  };
}
