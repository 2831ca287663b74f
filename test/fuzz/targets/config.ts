/** Flags, environment and file of every service. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { z } from "zod";
import { agentConfig } from "../../../services/agent/config.ts";
import { executorConfig } from "../../../services/executor/config.ts";
import { unwrap } from "../../../services/kit/failure/failure.ts";
import { cacheDirectory } from "../../../services/kit/run/cache-directory.ts";
import { loadConfig, parseConfig } from "../../../services/kit/run/config.ts";
import { plannerConfig } from "../../../services/planner/config.ts";
import { profilerConfig } from "../../../services/profiler/config.ts";
import { joined } from "../mutate-bytes.ts";
import { accepted, assertNumbers, bytesOf, type Target, textOf, verdictOf } from "../target.ts";

interface Service {
  readonly name: string;
  readonly schema: z.ZodObject & z.ZodType<{ logLevel: string }>;
  readonly flags: readonly string[];
  readonly file: string;
}

const services: readonly Service[] = [
  {
    name: "agent",
    schema: agentConfig,
    flags: [
      "--host-id",
      "a",
      "--qmp-sockets",
      "[/vms/*/qmp.sock]",
      "--links=[{name: eth0, egressBytesPerSecond: 25000000}]",
    ],
    file: "hostId: host-a\nqmpSockets: [/var/lib/contraflow/vms/*/qmp.sock]\nlinks: [{ name: eth0 }]\ntickMilliseconds: 500\n",
  },
  {
    name: "executor",
    schema: executorConfig,
    flags: [
      "--host-id",
      "007",
      "--vm-directory",
      "/vms",
      "--migration-address",
      "::1",
      "--accelerator=tcg",
      "--port-range",
      "{first: 1, last: 2}",
    ],
    file: "hostId: host-a\nvmDirectory: /vms\nmigrationAddress: 10.0.0.11\naccelerator: kvm\nallowedImageDirectories:\n  - /images # these\n",
  },
  {
    name: "planner",
    schema: plannerConfig,
    flags: ["--nats-url", "nats://10.0.0.5:4222", "--maximum-moving", "4"],
    file: '{"logLevel": "debug", "staleInventorySeconds": 10}',
  },
  {
    name: "profiler",
    schema: profilerConfig,
    flags: ["--redis-url=redis://u:p@h:6379/0", "--long-average-seconds", "6e1"],
    file: "shortAverageSeconds: 5\n---\n",
  },
];

const YAML = [
  ...[
    "%YAML 1.1\n---\n",
    "---\n",
    "...\n",
    "&a ",
    "*a",
    "<<: *a",
    "? ",
    "!!binary ",
    "!!set ",
    "!!omap ",
    "!!timestamp ",
    "!x ",
  ],
  ...[
    "2001-12-14",
    "0o7",
    "0x1F",
    ".inf",
    "-.inf",
    ".nan",
    "~",
    "yes",
    "|\n  ",
    ">-\n  ",
    "{",
    "}",
    "[",
    "]",
    ": ",
    "\n- ",
    "#",
  ],
  ...[
    "a: &a [x, x, x, x, x, x, x, x, x]\nb: &b [*a, *a, *a, *a, *a, *a, *a, *a, *a]\nc: &c [*b, *b, *b, *b, *b, *b, *b]\n",
  ],
  ...[
    "[".repeat(200),
    "{a: ".repeat(200),
    "- ".repeat(200),
    "__proto__: ",
    "constructor: ",
    "--config",
    "--config=",
    "1e999",
  ],
];

/** Of the three parts of an input: flags, environment, file. */
const PART = 0x01;

function targetOf({ name, schema, flags, file }: Service): Target {
  const keys = Object.keys(schema.shape);
  let folder: string | undefined;
  return {
    name: `config/${name}`,
    form: "text",
    tokens: [...keys, ...keys.map((key) => `${key}: `), ...YAML, "\u0001", "\0"],
    seeds: () => {
      folder = mkdtempSync(join(tmpdir(), "cf-fuzz-config-"));
      const environment = "CONTRAFLOW_NATS_URL=nats://[::1]:4222\nCONTRAFLOW_LOG_LEVEL=warn";
      const parts = [
        [flags.join("\0"), "", ""],
        ["", environment, file],
        ["--log-level\0silent", "", file],
        [flags.join("\0"), environment, "\n"],
      ];
      return parts.map((texts) => joined(...texts.flatMap((text) => [Uint8Array.of(PART), bytesOf(text)]).slice(1)));
    },
    run(input) {
      const [words = "", environment = "", written = ""] = textOf(input).split("\u0001");
      const path = join(folder ?? "", "config.yaml");
      writeFileSync(path, written);
      const argv = words === "" ? [] : words.split("\0");
      // The file is this one and no other: a flag that is changed may name /dev/zero.
      const own = argv.filter((word) => !word.startsWith("--config"));
      const env = Object.fromEntries(
        environment.split("\n").map((line) => [line.split("=", 1)[0] ?? "", line.replace(/^[^=]*=?/, "")]),
      );
      const loaded = loadConfig(schema, [`--config=${path}`, ...own], env);
      if (!loaded.ok) {
        assert.ok(loaded.failure.message.split("\n").length > 0);
        return verdictOf(loaded);
      }
      const config = loaded.value;
      assertNumbers(config);
      for (const key of Object.keys(config)) assert.ok(keys.includes(key), `${key} is no setting`);
      assertSame(schema, config);
      return accepted(config);
    },
    close: () => {
      if (folder !== undefined && existsSync(folder)) rmSync(folder, { recursive: true });
    },
  };
}

/** Written down as it was understood it is understood as the same. A glob is understood as its parts. */
function assertSame(schema: Service["schema"], config: object): void {
  const globs = (
    config as { qmpSockets?: readonly { directory: string; prefix: string; suffix: string; rest: string }[] }
  ).qmpSockets;
  const qmpSockets = globs?.map(
    ({ directory, prefix, suffix, rest }) => `${directory === "/" ? "" : directory}/${prefix}*${suffix}${rest}`,
  );
  const file = { ...config, ...(qmpSockets === undefined ? {} : { qmpSockets }) };
  assert.deepEqual(unwrap(parseConfig(schema, { file, env: {}, flags: new Map() })), config);
}

const cache: Target = {
  name: "config/cache-directory",
  form: "text",
  seeds: () => [bytesOf("/tmp/cache\n/home/x/.cache"), bytesOf("\n/home/x/.cache"), bytesOf("\n")],
  run(input) {
    const [own, shared] = textOf(input).split("\n");
    const directory = cacheDirectory({ CONTRAFLOW_CACHE: own, XDG_CACHE_HOME: shared });
    assert.notEqual(directory, "");
    return accepted(directory);
  },
};

export const configTargets: readonly Target[] = [...services.map(targetOf), cache];

/** Names of the services that have a configuration: one that is new is found by its `config.ts`. */
export const configuredServices: readonly string[] = services.map(({ name }) => name);
