import { Bus } from "../kit/bus/bus.ts";
import { natsAddress } from "../kit/bus/settings.ts";
import { unwrap } from "../kit/failure/failure.ts";
import { activityOf } from "../kit/hypervisor/activity.ts";
import { openGuestPages } from "../kit/hypervisor/guest-pages.ts";
import { clearReferences, readGuestMemory } from "../kit/hypervisor/memory.ts";
import { runService } from "../kit/run/service.ts";
import { agentConfig } from "./config.ts";
import { postCopySupport } from "./core/host-facts.ts";
import { hostLinks } from "./host-links.ts";
import { Inventory } from "./inventory.ts";
import { localMachine } from "./machine.ts";
import { MemoryWatch } from "./memory-watch.ts";
import { openAnchor } from "./namespace-anchor.ts";
import { bootId, canOpen, readNetDev, readText } from "./proc.ts";
import { Sampler } from "./sampler.ts";
import { startAgent } from "./service.ts";
import { realTime } from "./ticker.ts";

await runService({
  name: "agent",
  schema: agentConfig,
  async start(config, { log, signal }) {
    const anchor =
      config.networkNamespace === undefined ? undefined : unwrap(await openAnchor(config.networkNamespace));
    const hostProcess = anchor?.pid ?? "self";
    const bus = await Bus.connect({ ...natsAddress(config), name: `agent-${config.hostId}`, log, signal }).catch(
      async (error: unknown) => {
        await anchor?.close();
        throw error;
      },
    );
    const inventory = new Inventory(config.qmpSockets, localMachine(log), log);
    const sampler = new Sampler(config.hostId, {
      inventory,
      bootId: bootId(),
      tickMilliseconds: config.tickMilliseconds,
      hostProcess,
      readNetDev,
      clock: () => ({
        sampleTimeUnixMilliseconds: Date.now(),
        monotonicMicroseconds: Number(process.hrtime.bigint() / 1000n),
      }),
    });
    const links = hostLinks(config.links, hostProcess, log);
    const migrationLink = config.migrationLink ?? config.links[0]?.name;
    const ticker = startAgent(config, {
      bus,
      inventory,
      sampler,
      links,
      memory: new MemoryWatch({
        activityOf,
        readMemory: readGuestMemory,
        clearReferences,
        openPages: openGuestPages,
        nowMilliseconds: () => performance.now(),
        random: Math.random,
        linkBytesPerSecond: () => links.links().find(({ name }) => name === migrationLink)?.egressBytesPerSecond,
        log,
      }),
      postCopy: () =>
        postCopySupport({
          userId: process.getuid?.() ?? 0,
          unprivilegedUserfaultfd: readText("/proc/sys/vm/unprivileged_userfaultfd"),
          deviceAccessible: canOpen("/dev/userfaultfd"),
        }),
      meminfo: () => readText("/proc/meminfo"),
      time: realTime(),
      log,
    });
    const lost = bus.closed().then((reason) => `the connection to NATS has ended: ${reason?.message ?? "closed"}`);
    return {
      health: () => bus.health(),
      failed: anchor === undefined ? lost : Promise.race([lost, anchor.failed]),
      status: () => `${inventory.vms().length} VMs; ${bus.connected ? "NATS answers" : "NATS is away"}`,
      async close() {
        ticker.stop();
        await bus.close();
        await anchor?.close();
      },
    };
  },
});
