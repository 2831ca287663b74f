import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { Bus } from "../kit/bus/bus.ts";
import { settledWithin } from "../kit/bus/pause.ts";
import { PlannerKeys } from "../kit/bus/planner-keys.ts";
import { natsAddress } from "../kit/bus/settings.ts";
import { FailureError, fail, unwrap } from "../kit/failure/failure.ts";
import type { Log } from "../kit/run/log.ts";
import { type RunningService, runService } from "../kit/run/service.ts";
import { problemsOf, validUntil } from "../kit/tls/credentials.ts";
import { claimDirectory, claimHost, executorName } from "./claim.ts";
import { type ExecutorConfig, executorConfig } from "./config.ts";
import { createHypervisor } from "./hypervisor.ts";
import { createLowWater, type LowWater } from "./low-water.ts";
import type { Clock } from "./ports.ts";
import { INCOMING_DIRECTORY } from "./qemu-incoming.ts";
import { ExecutorService } from "./service.ts";
import { readUnfinished } from "./unfinished.ts";

/** As many launches and starts as a host may be asked for at once, without one waiting for another. */
const commandsAtOnce = 16;

const warnDaysBefore = 30;

const systemClock: Clock = {
  now: () => performance.timeOrigin + performance.now(),
  after: (milliseconds, call) => {
    const timer = setTimeout(call, milliseconds);
    return () => clearTimeout(timer);
  },
};

await runService({ name: "executor", schema: executorConfig, start });

async function start(config: ExecutorConfig, deps: { log: Log; signal: AbortSignal }): Promise<RunningService> {
  const { log, signal } = deps;
  checkTls(config, log);
  const plannerKeys = openKeys(config, log);
  if (config.bridges === undefined) log.warn("bridges is not set: VMs may be joined to every bridge of this host");
  await mkdir(config.vmDirectory, { recursive: true });
  await claimDirectory(config);
  const bus = await Bus.connect({ ...natsAddress(config), name: executorName(config.hostId), log, signal });
  await claimHost(bus, config);
  const hypervisor = createHypervisor(config, systemClock);
  const { bridges: allowedBridges, hybridSwitchShare } = config;
  const options = { allowedBridges, hybridSwitchShare, lowWater: lowWaterOf(config, log) };
  const service = new ExecutorService({ clock: systemClock, bus, hypervisor, log }, options);
  const left = await readUnfinished(bus, config.hostId);
  await reportOrphans(config, new Set(left.prepared.map(({ migration }) => migration.migrationId)), log);
  await service.takeOver(left);
  const commands = bus.consumeCommands(
    executorName(config.hostId),
    `cf.v1.cmd.host.${config.hostId}.>`,
    (command) => service.handle(command),
    { concurrency: commandsAtOnce, plannerKeys },
  );
  return {
    health: () => bus.health(),
    failed: bus.closed().then((error) => error?.message ?? "the connection to NATS was closed"),
    status: () =>
      `${service.underWay().length} migrations under way; ${bus.connected ? "NATS answers" : "NATS is away"}`,
    close: async () => {
      const { drainSeconds } = config;
      log.info({ migrations: service.underWay(), drainSeconds }, "waiting for migrations");
      // QEMU carries them on in any case; what is waited for is that their end is said and confirmed. Without NATS
      // neither can be.
      await settledWithin(
        drainSeconds * 1000,
        commands.close().then(() => service.idle()),
      );
      for (const migration of await service.leave()) {
        log.warn({ ...migration, drainSeconds }, "left to QEMU, which carries it on; its end is not confirmed");
      }
      await bus.close();
    },
  };
}

function openKeys({ plannerKeysFile }: ExecutorConfig, log: Log): PlannerKeys | undefined {
  if (plannerKeysFile === undefined) {
    log.warn("plannerKeysFile is not set: orders are taken from whoever can publish them on the bus");
    return undefined;
  }
  const keys = unwrap(PlannerKeys.open(plannerKeysFile, log));
  log.info({ plannerKeysFile, keys: keys.names }, "orders are taken from these planners only");
  return keys;
}

function lowWaterOf({ tcpNotsentLowat: bytes, networkNamespace, vmDirectory }: ExecutorConfig, log: Log): LowWater {
  const file = join(vmDirectory, ".tcp-notsent-lowat");
  // Also when it is no longer configured: an earlier executor may have changed it.
  return createLowWater({ bytes, networkNamespace, file, log });
}

/** Files that are wrong would fail each migration, one by one and late. */
function checkTls({ tls, tlsDirectory, hostId }: ExecutorConfig, log: Log): void {
  if (tls === "off") {
    log.warn("tls is off: migrations go in the clear, and nobody is asked who they are");
    return;
  }
  const now = new Date();
  const problems = problemsOf(tlsDirectory, hostId, now);
  if (problems.length > 0) {
    const cure = "make them with contraflow tls init, or say tls: off where nobody else is on the network";
    throw new FailureError(fail("invalid", `TLS: ${problems.join("; ")} (${cure})`).failure);
  }
  const end = validUntil(tlsDirectory);
  const days = end === undefined ? 0 : (end.getTime() - now.getTime()) / 86_400_000;
  if (days < warnDaysBefore) log.warn({ tlsDirectory, until: end?.toISOString() }, "a certificate expires soon");
}

/**
 * Nobody in the journal prepared them: they are not ours, or their journal is gone, and a process in there may hold a VM's
 * only memory. So nothing is done about them but said.
 */
async function reportOrphans(config: ExecutorConfig, known: ReadonlySet<string>, log: Log): Promise<void> {
  const directory = join(config.vmDirectory, INCOMING_DIRECTORY);
  await mkdir(directory, { recursive: true });
  for (const migrationId of await readdir(directory)) {
    if (known.has(migrationId)) continue;
    log.warn(
      { migrationId, directory: join(directory, migrationId) },
      "incoming VM of which the journal says nothing; left alone",
    );
  }
}
