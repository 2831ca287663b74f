/** What NATS and Redis read: who is who, and their certificates. Pure. To be included by a configuration of one's own. */
import { createHash } from "node:crypto";
import { certificateFile, keyFile } from "../tls/credentials.ts";

const MADE = "Made by contraflow init, and again with each change: what is written here is lost.";

export function natsConfig(told: {
  /** Where this file and its certificates lie on the server's machine. */
  readonly directory: string;
  readonly operator: string;
  readonly systemAccount: string;
  readonly accounts: ReadonlyMap<string, string>;
}): string {
  const { directory, operator, systemAccount, accounts } = told;
  return [
    `# ${MADE}`,
    '# To be included by a configuration of your own: include "nats.conf". After a change: nats-server --signal reload=<pid>,',
    "# which closes no connection but those of identities that were revoked or whose rights have changed.",
    `operator: ${JSON.stringify(operator)}`,
    `system_account: ${JSON.stringify(systemAccount)}`,
    "resolver: MEMORY",
    "resolver_preload: {",
    ...[...accounts].map(([account, token]) => `  ${account}: ${JSON.stringify(token)}`),
    "}",
    "tls {",
    `  cert_file: ${JSON.stringify(`${directory}/${certificateFile("server")}`)}`,
    `  key_file: ${JSON.stringify(`${directory}/${keyFile("server")}`)}`,
    "  # A machine under load takes more than the two seconds that are the default.",
    "  timeout: 10",
    "}",
    "",
  ].join("\n");
}

/** Made once, and then whoever's who runs the server. */
export const natsServerConfig = [
  "# A NATS server for Contraflow. Made once by contraflow init; yours to change from then on.",
  'listen: "0.0.0.0:4222"',
  "# Here, and not as flags: a server that reads its configuration again forgets those, and stops JetStream.",
  'jetstream { store_dir: "/var/lib/contraflow/nats" }',
  'include "nats.conf"',
  "",
].join("\n");

export const ACL_FILE = "users.acl";

export function redisConfig(directory: string): string {
  return [
    `# ${MADE}`,
    "# Alone: redis-server redis.conf --dir <where it keeps its files>. In a configuration of one's own: include redis.conf,",
    "# as its last line. After a change of the users: ACL LOAD, as the user admin.",
    "port 0",
    "tls-port 6379",
    `tls-cert-file ${directory}/${certificateFile("server")}`,
    `tls-key-file ${directory}/${keyFile("server")}`,
    `tls-ca-cert-file ${directory}/ca-cert.pem`,
    "# Who a client is, its password says.",
    "tls-auth-clients no",
    `aclfile ${directory}/${ACL_FILE}`,
    "",
  ].join("\n");
}

/** What the profiler's scripts do, and what its client needs to be connected. */
export const profilerCommands = {
  connection: ["client|setname", "info"],
  scripts: ["eval", "evalsha"],
  inScripts: ["hget", "hmget", "hset", "pexpire", "time"],
} as const;
/** Hosts' profiles, in whatever version of their form. */
export const PROFILE_KEYS = "cf:{*}:traffic-*";

/** Users and the hashes of the passwords that each may show. One without any is shut out. */
export function redisUsers(passwords: {
  readonly profiler: readonly string[];
  readonly admin: readonly string[];
}): string {
  const { connection, scripts, inScripts } = profilerCommands;
  const commands = [...connection, ...scripts, ...inScripts].map((command) => `+${command}`);
  return [
    "user default off",
    userLine("profiler", passwords.profiler, [`~${PROFILE_KEYS}`, ...commands]),
    // For these files' changes and for what was refused; it sees no profile.
    userLine("admin", passwords.admin, ["+acl|load", "+acl|log", "+acl|list", "+ping"]),
    // For health checks, which have no secret to keep.
    "user health on nopass resetkeys resetchannels -@all +ping",
    "",
  ].join("\n");
}

function userLine(user: string, hashes: readonly string[], rights: readonly string[]): string {
  const state = hashes.length === 0 ? "off" : "on";
  const shown = hashes.map((hash) => `#${hash}`);
  return ["user", user, state, ...shown, "sanitize-payload", "resetkeys", "resetchannels", "-@all", ...rights].join(
    " ",
  );
}

export function passwordHash(password: string): string {
  return createHash("sha256").update(password).digest("hex");
}
