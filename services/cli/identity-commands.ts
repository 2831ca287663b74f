/** The command lines of `contraflow init` and `contraflow identity`. */
import { isIP } from "node:net";
import { type Command, InvalidArgumentError } from "commander";
import { type InitCommandOptions, init, listIdentities, renewIdentity, revokeIdentity } from "./commands/identities.ts";
import type { ExitCode } from "./exit.ts";

const JSON_DOCUMENT = ["--json", "one JSON document"] as const;
const DIRECTORY = ["--directory <path>", "where contraflow init made them"] as const;

export interface Parsers {
  readonly parseIds: (written: string) => readonly string[];
  readonly parseDays: (written: string) => number;
}

interface Given {
  readonly directory: string;
  readonly json?: true;
}

export function addIdentityCommands(
  program: Command,
  { parseIds, parseDays }: Parsers,
  end: (run: () => Promise<ExitCode>) => Promise<void>,
): void {
  const names = ["127.0.0.1", "localhost"];
  program
    .command("init")
    .description(
      "make a cluster's accounts, keys and certificates, or what is missing of them; no secret is written over",
    )
    .requiredOption("--directory <path>", "where to put them: keys, and a folder for each machine and person")
    .requiredOption("--hosts <hosts>", "host ids, with commas between them; those of earlier runs stay", parseIds)
    .option("--operators <names>", "who may ask for evacuations", parseIds, ["operator"])
    .option("--viewers <names>", "who may only look", parseIds, ["viewer"])
    .option("--nats-name <names>", "by which NATS is reached: names and addresses", parseNames, ["nats", ...names])
    .option("--redis-name <names>", "by which Redis is reached", parseNames, ["redis", ...names])
    .option("--nats-directory <path>", "where its folder will lie at NATS (default /etc/contraflow/nats)", parsePath)
    .option("--redis-directory <path>", "where its folder will lie at Redis (default /etc/contraflow/redis)", parsePath)
    .option("--days <days>", "how long certificates are valid", parseDays, 365)
    .option(...JSON_DOCUMENT)
    .action((options: InitCommandOptions) => end(() => init(options)));
  const identity = program.command("identity").description("change what contraflow init has made");
  identity
    .command("list")
    .description("what was issued to whom, by its public key or a password's hash")
    .requiredOption(...DIRECTORY)
    .option(...JSON_DOCUMENT)
    .action((options: Given) => end(() => listIdentities(options)));
  identity
    .command("renew")
    .description("make a holder new credentials; the old ones are good until they are revoked")
    .argument("<holder>", "agent/host-a, executor/host-a, planner, operator/alice, redis/profiler, signing")
    .requiredOption(...DIRECTORY)
    .option(...JSON_DOCUMENT)
    .action((holder: string, options: Given) => end(() => renewIdentity(holder, options)));
  identity
    .command("revoke")
    .description("what a holder had before his newest is refused from now on")
    .argument("<holder>", "as above")
    .requiredOption(...DIRECTORY)
    .option("--all", "the newest too: the holder is shut out")
    .option(...JSON_DOCUMENT)
    .action((holder: string, options: Given & { all?: true }) => end(() => revokeIdentity(holder, options)));
}

function parseNames(written: string): readonly string[] {
  for (const name of written.split(",")) {
    const isName = /^[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?$/.test(name);
    if (!isName && isIP(name) === 0) throw new InvalidArgumentError(`${name} is no DNS name and no address.`);
  }
  return written.split(",");
}

/** It is written into configurations. */
function parsePath(written: string): string {
  if (!/^\/[A-Za-z0-9._/-]*$/.test(written)) {
    throw new InvalidArgumentError("It must be an absolute path of A-Z a-z 0-9 . _ - /.");
  }
  return written.replace(/\/+$/, "");
}
