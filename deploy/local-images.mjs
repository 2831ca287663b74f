// For a Docker engine that reaches no registry of images: makes contraflow-nats:local, contraflow-redis:local and
// contraflow-node:local from the programs of this machine, each with the libraries that it is linked to and busybox as its
// shell. For trials and tests; what users run are the public images. Usage: npm run --silent images:local
import { spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";

const PATH = "/usr/local/bin:/usr/bin:/bin";
const CERTIFICATES = "/etc/ssl/certs/ca-certificates.crt";
const images = [
  { name: "contraflow-nats:local", programs: ["nats-server"] },
  { name: "contraflow-redis:local", programs: ["redis-server", "redis-cli"] },
  { name: "contraflow-node:local", programs: ["node"], npm: true },
];

const missing = ["docker", "tar", "ldd", "busybox", "npm", ...images.flatMap(({ programs }) => programs)].filter(
  (program) => find(program) === undefined,
);
if (missing.length > 0) {
  stop(`not installed: ${missing.join(", ")} (Debian: docker.io, nats-server, redis-server, busybox-static)`);
}

for (const image of images) {
  const root = mkdtempSync(join(tmpdir(), "cf-image-"));
  try {
    fill(root, image);
    await load(root, image.name);
    process.stdout.write(`${image.name}\n`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

function fill(root, { programs, npm = false }) {
  for (const folder of ["bin", "usr/bin", "usr/local/bin", "etc/ssl/certs", "proc", "sys", "dev", "run", "root"]) {
    mkdirSync(join(root, folder), { recursive: true });
  }
  // For whoever the container runs as: a new volume takes its mode from here.
  for (const folder of ["tmp", "var/tmp", "data"]) {
    mkdirSync(join(root, folder), { recursive: true });
    chmodSync(join(root, folder), 0o1777);
  }
  writeFileSync(join(root, "etc/passwd"), "root:x:0:0:root:/root:/bin/sh\n");
  writeFileSync(join(root, "etc/group"), "root:x:0:\n");
  writeFileSync(join(root, "etc/nsswitch.conf"), "hosts: files dns\n");
  if (existsSync(CERTIFICATES)) cpSync(realpathSync(CERTIFICATES), join(root, CERTIFICATES));

  add(root, "busybox", "/bin");
  for (const applet of output("busybox", "--list").split("\n")) {
    if (applet !== "" && applet !== "busybox") symlinkSync("/bin/busybox", join(root, "bin", applet));
  }
  symlinkSync("/bin/busybox", join(root, "usr/bin/env"));
  for (const program of programs) add(root, program, "/usr/local/bin");
  if (!npm) return;
  const cli = realpathSync(find("npm"));
  const folder = "/usr/local/lib/node_modules/npm";
  cpSync(dirname(dirname(cli)), join(root, folder), { recursive: true });
  symlinkSync(join(folder, "bin", basename(cli)), join(root, "usr/local/bin/npm"));
}

/** A program, and where the loader looks for them, its libraries. One that is linked to none is no error. */
function add(root, program, folder) {
  const path = find(program);
  cpSync(realpathSync(path), join(root, folder, program));
  const linked = spawnSync("ldd", [path], { encoding: "utf8" }).stdout ?? "";
  for (const [library] of linked.matchAll(/\/[^ )\n]+/g)) {
    if (library === path || existsSync(join(root, library))) continue;
    mkdirSync(join(root, dirname(library)), { recursive: true });
    cpSync(realpathSync(library), join(root, library));
  }
}

async function load(root, name) {
  const archive = spawn("tar", ["--owner=0", "--group=0", "-C", root, "-c", "."], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const changes = ["--change", `ENV PATH=${PATH}`, "--change", `ENV NODE_EXTRA_CA_CERTS=${CERTIFICATES}`];
  const docker = spawn("docker", ["import", ...changes, "-", name], { stdio: ["pipe", "ignore", "inherit"] });
  archive.stdout.pipe(docker.stdin);
  docker.stdin.on("error", () => undefined);
  const codes = await Promise.all([archive, docker].map((child) => new Promise((end) => child.on("close", end))));
  if (codes.some((code) => code !== 0)) stop(`${name} was not made: does the engine answer?`);
}

function find(program) {
  const found = spawnSync("which", [program], { encoding: "utf8" });
  return found.status === 0 ? found.stdout.trim() : undefined;
}

function output(program, ...argv) {
  return spawnSync(program, argv, { encoding: "utf8" }).stdout;
}

function stop(message) {
  process.stderr.write(`contraflow: ${message}\n`);
  process.exit(1);
}
