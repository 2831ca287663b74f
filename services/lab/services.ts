/** Contraflow's own services in a lab: separate processes, as on real hosts, each with a configuration file. */
import { mkdirSync, writeFileSync } from "node:fs";
import { totalmem } from "node:os";
import { dirname, join } from "node:path";
import { stringify } from "yaml";
import { createSeed } from "../kit/bus/nkey.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Accelerator } from "../kit/hypervisor/argv.ts";
import { BRIDGE, type LabLayout, UPLINK } from "./layout.ts";
import { packageFile } from "./package-root.ts";
import { logText, startProcess, untilReady } from "./processes.ts";
import type { ServerStart } from "./servers.ts";

export interface ServicesStart extends ServerStart {
  readonly layout: LabLayout;
  readonly natsUrl: string;
  readonly redisUrl: string;
  readonly accelerator: Accelerator;
  readonly imageDirectory: string;
  /** Where a process's services are installed; undefined: here. */
  readonly installationOf: (name: string) => string | undefined;
}

export interface ServiceDefinition {
  readonly service: string;
  /** Of the process: one service may run once for each host. */
  readonly name: string;
  readonly config: Readonly<Record<string, unknown>>;
}

const LOG_LEVEL = "info";

export function vmsDirectory(directory: string, hostId: string): string {
  return join(directory, hostId, "vms");
}

/** The same settings for every policy and every host. */
export function serviceDefinitions(start: ServicesStart): readonly ServiceDefinition[] {
  const common = { natsUrl: start.natsUrl, logLevel: LOG_LEVEL };
  const keys = keyFiles(start.directory);
  const linkBytesPerSecond = (start.layout.linkMbit * 1e6) / 8;
  const perHost = start.layout.hosts.flatMap((host): readonly ServiceDefinition[] => {
    const vms = vmsDirectory(start.directory, host.hostId);
    const { hostId, networkNamespace } = host;
    return [
      {
        service: "agent",
        name: `agent-${hostId}`,
        config: {
          ...common,
          hostId,
          networkNamespace,
          // They share this machine: without a limit each would offer all of it.
          memoryLimitBytes: Math.floor(totalmem() / start.layout.hosts.length),
          qmpSockets: [join(vms, "*", "qmp.sock")],
          links: [
            { name: UPLINK, egressBytesPerSecond: linkBytesPerSecond, ingressBytesPerSecond: linkBytesPerSecond },
          ],
        },
      },
      {
        service: "executor",
        name: `executor-${hostId}`,
        config: {
          ...common,
          hostId,
          networkNamespace,
          vmDirectory: vms,
          migrationAddress: host.address,
          // Its network is namespaces of one machine.
          tls: "off",
          accelerator: start.accelerator,
          allowedImageDirectories: [start.imageDirectory],
          bridges: [BRIDGE],
          plannerKeysFile: keys.publicKeyFile,
        },
      },
    ];
  });
  return [
    { service: "profiler", name: "profiler", config: { ...common, redisUrl: start.redisUrl } },
    { service: "planner", name: "planner", config: { ...common, signingKeyFile: keys.seedFile } },
    ...perHost,
  ];
}

/** What the planner signs its orders with, and what the executors know it by. */
function keyFiles(directory: string) {
  const keys = join(directory, "keys");
  return { seedFile: join(keys, "planner.nk"), publicKeyFile: join(keys, "planner.pub") };
}

function writeKeys(directory: string): void {
  const { seedFile, publicKeyFile } = keyFiles(directory);
  const { seed, publicKey } = createSeed();
  mkdirSync(dirname(seedFile), { recursive: true, mode: 0o700 });
  writeFileSync(seedFile, `${seed}\n`, { mode: 0o600 });
  writeFileSync(publicKeyFile, `${publicKey}\n`, { mode: 0o600 });
}

/** Together; each is ready when it says that it runs. */
export async function startServices(start: ServicesStart): Promise<Result<void>> {
  writeKeys(start.directory);
  const results = await Promise.all(serviceDefinitions(start).map((definition) => startService(start, definition)));
  return results.find((result) => !result.ok) ?? ok(undefined);
}

/** One of them, by its process's name. */
export async function startServiceAgain(start: ServicesStart, name: string): Promise<Result<void>> {
  const definition = serviceDefinitions(start).find((one) => one.name === name);
  return definition === undefined ? fail("not_found", `no service is called ${name}`) : startService(start, definition);
}

async function startService(start: ServicesStart, definition: ServiceDefinition): Promise<Result<void>> {
  const { service, name, config } = definition;
  const configDirectory = join(start.directory, "config");
  mkdirSync(configDirectory, { recursive: true });
  const configPath = join(configDirectory, `${name}.yaml`);
  writeFileSync(configPath, stringify(config), { mode: 0o600 });
  const main = `dist/services/${service}/main.js`;
  const installation = start.installationOf(name);
  const mainPath = installation === undefined ? packageFile(main) : join(installation, main);
  const started = await startProcess({
    name,
    argv: [process.execPath, mainPath, "--config", configPath],
    directory: start.directory,
    logPath: join(start.directory, "logs", `${name}.log`),
    token: start.token,
  });
  if (!started.ok) return started;
  await start.record(started.value);
  return untilReady(started.value, async () => logText(started.value).includes('"msg":"running"'), start.signal);
}
