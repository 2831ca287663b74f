// From a fresh clone to a running command: dependencies, build, set-up, then what was asked for. Plain JavaScript with
// nothing but Node, because it is what installs the rest. Usage: node deploy/bootstrap.mjs demo|test|lab [ARGUMENTS]
import { spawn, spawnSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const targets = {
  demo: "dist/services/lab/demo.js",
  lab: "dist/services/cli/main.js",
  test: "dist/test/run.js",
};

const [name = "", ...rest] = process.argv.slice(2);
const target = targets[name];
if (target === undefined) stop(2, `usage: node deploy/bootstrap.mjs ${Object.keys(targets).join("|")} [ARGUMENTS]`);

const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
if (major < 20 || (major === 20 && minor < 19)) stop(1, `Node 20.19 or later is needed; this is ${process.version}`);

// Before anything is installed or compiled: what no installation mends. Set-up checks these and more once it can run.
const hopeless = name === "demo" ? whatIsMissing() : [];
if (hopeless.length > 0) stop(1, `the demo does not run on this machine, which lacks\n${hopeless.join("\n")}`);

if (!dependenciesAreCurrent()) {
  say("installing the npm packages of package-lock.json");
  await run("npm", ["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
}
say("compiling");
await run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", "tsconfig.json"]);
await run(process.execPath, [join(root, "dist/services/lab/setup.js")]);
await run(process.execPath, [join(root, target), ...(name === "lab" ? ["lab"] : []), ...rest]);

function whatIsMissing() {
  if (process.platform !== "linux") return [`  - Linux: this is ${process.platform}. Cure: run it on a Linux machine.`];
  const lines = [];
  if (process.getuid() !== 0)
    lines.push("  - root: namespaces, taps and traffic shaping need it. Cure: run it with sudo.");
  if (!existsSync("/dev/net/tun"))
    lines.push("  - /dev/net/tun. Cure: modprobe tun; in a container, pass the device in.");
  if (spawnSync("apt-get", ["--version"]).status !== 0) lines.push("  - apt-get. Cure: run it on Debian 12.");
  return lines;
}

/** npm writes what it installed beside it; the two differ as soon as the lockfile has moved on. */
function dependenciesAreCurrent() {
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const have = JSON.parse(readFileSync(installed, "utf8")).packages;
  const want = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8")).packages;
  return Object.entries(want).every(
    ([path, entry]) => path === "" || entry.optional === true || have[path]?.version === entry.version,
  );
}

/** Each step cleans up after itself when it is told to stop: signals are passed on, and its end is waited for. */
async function run(command, argv) {
  const child = spawn(command, argv, { cwd: root, stdio: "inherit" });
  let told = false;
  const passOn = (signal) => {
    told = true;
    child.kill(signal);
  };
  const signals = ["SIGINT", "SIGTERM", "SIGHUP"];
  for (const signal of signals) process.on(signal, passOn);
  const { code, error } = await new Promise((resolve) => {
    child.on("error", (error) => resolve({ code: 1, error }));
    child.on("exit", (code) => resolve({ code: code ?? 130 }));
  });
  for (const signal of signals) process.off(signal, passOn);
  if (error !== undefined) stop(1, `${command}: ${error.message}`);
  if (code !== 0) process.exit(code);
  if (told) process.exit(130);
}

function say(message) {
  process.stderr.write(`contraflow: ${message}\n`);
}

function stop(code, message) {
  say(message);
  process.exit(code);
}
