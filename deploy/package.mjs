// A Debian package of what a host needs: the services with their production dependencies, units, example configuration and
// the `contraflow` command. Usage: npm run package [-- --out DIRECTORY] [--version VERSION] [--compiled]; prints the package's
// path. With --compiled `dist` is taken as it is.
// Needs node_modules (npm ci) and dpkg-deb; asks no registry: what is installed is compared with package-lock.json.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import {
  chmodSync,
  copyFileSync,
  cpSync,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const manifest = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
const { values: options } = parseArgs({
  options: {
    out: { type: "string", default: join(root, "dist/package") },
    version: { type: "string", default: manifest.version },
    compiled: { type: "boolean", default: false },
  },
});
// The same letters as Debian's versions, without an epoch or a revision of a packager.
if (!/^[0-9][A-Za-z0-9.+~]*$/.test(options.version)) stop(`${options.version} is no version of a package`);

/** Where it is installed; the units and the link in /usr/bin say it too. */
const LIBRARY = "usr/lib/contraflow";
const EXECUTABLE = /\/(main\.js|guest\/init|DEBIAN\/(postinst|prerm|postrm))$/;
/** Of a dependency: what it does not run. */
const UNNEEDED = /\.([mc]?ts|map|md|markdown|tsbuildinfo)$|\/(tests?|benchmarks?|\.github)$/;

if (!options.compiled)
  run(process.execPath, [join(root, "node_modules/typescript/bin/tsc"), "-p", join(root, "tsconfig.json")]);
const stage = mkdtempSync(join(tmpdir(), "contraflow-package-"));
process.once("exit", () => rmSync(stage, { recursive: true, force: true }));

stageServices();
stageDependencies();
stageHost();
stageControl();
normalise(stage);

mkdirSync(options.out, { recursive: true });
const path = resolve(options.out, `contraflow_${options.version}_all.deb`);
run("dpkg-deb", ["--root-owner-group", "-Zgzip", "--build", stage, path]);
process.stdout.write(`${path}\n`);

/** Of `dist` only services whose source is still there: what was compiled once stays in the folder. */
function stageServices() {
  for (const file of readdirSync(join(root, "services"), { recursive: true, encoding: "utf8" })) {
    if (file.endsWith(".ts"))
      place(
        join(root, "dist/services", file.replace(/ts$/, "js")),
        `${LIBRARY}/dist/services/${file.replace(/ts$/, "js")}`,
      );
    // Files that are not compiled are looked for beside the sources.
    else if (/^lab\/(scenarios|guest)\/./.test(file))
      place(join(root, "services", file), `${LIBRARY}/services/${file}`);
  }
  place(join(root, "proto/gen/contraflow.js"), `${LIBRARY}/proto/gen/contraflow.js`);
  const { name, description, license, type, imports, bin } = manifest;
  const kept = { name, version: options.version, description, license, private: true, type, imports, bin };
  write(`${LIBRARY}/package.json`, `${JSON.stringify(kept, null, 2)}\n`);
}

function stageDependencies() {
  const { packages } = JSON.parse(readFileSync(join(root, "package-lock.json"), "utf8"));
  for (const [place, { dev, optional, version }] of Object.entries(packages)) {
    if (place === "" || dev === true) continue;
    const from = join(root, place);
    if (optional === true && !existsSync(from)) continue;
    const installed = existsSync(from)
      ? JSON.parse(readFileSync(join(from, "package.json"), "utf8")).version
      : "missing";
    if (installed !== version) stop(`${place} is ${installed}, package-lock.json has ${version}: run npm ci first`);
    cpSync(from, join(stage, LIBRARY, place), {
      recursive: true,
      dereference: true,
      // Packages inside it have lines of their own in the lock file.
      filter: (file) => !UNNEEDED.test(file.slice(from.length)) && !file.slice(from.length).includes("/node_modules"),
    });
  }
}

function stageHost() {
  for (const unit of readdirSync(join(root, "deploy/systemd"))) {
    place(join(root, "deploy/systemd", unit), `usr/lib/systemd/system/${unit}`);
  }
  for (const example of readdirSync(join(root, "deploy/config"))) {
    place(join(root, "deploy/config", example), `etc/contraflow/${example}`);
  }
  place(join(root, "LICENSE"), "usr/share/doc/contraflow/copyright");
  place(join(root, "README.md"), "usr/share/doc/contraflow/README.md");
  place(join(root, "deploy/hosts.md"), "usr/share/doc/contraflow/hosts.md");
  mkdirSync(join(stage, "usr/bin"), { recursive: true });
  symlinkSync("../lib/contraflow/dist/services/cli/main.js", join(stage, "usr/bin/contraflow"));
}

function stageControl() {
  const files = filesOf(stage);
  const bytes = files.reduce((sum, file) => sum + lstatSync(file).size, 0);
  const control = {
    Package: "contraflow",
    Version: options.version,
    Architecture: "all",
    Maintainer: "Contraflow <contraflow@localhost>",
    "Installed-Size": Math.ceil(bytes / 1024),
    // Debian 12 has Node 18: the one that is meant is of a later Debian, or of Node's own packagers.
    Depends: "nodejs (>= 20.19), iproute2, systemd",
    Recommends: "qemu-system-x86, openssl",
    Section: "admin",
    Priority: "optional",
    Description: `${manifest.description}\n Agent and executor of a host as systemd units, and the contraflow command.`,
  };
  const lines = Object.entries(control).map(([name, value]) => `${name}: ${value}`);
  write("DEBIAN/control", `${lines.join("\n")}\n`);
  const configuration = files.map((file) => file.slice(stage.length)).filter((file) => file.startsWith("/etc/"));
  write("DEBIAN/conffiles", `${configuration.sort().join("\n")}\n`);
  const sums = files
    .filter((file) => lstatSync(file).isFile() && !configuration.includes(file.slice(stage.length)))
    .map((file) => `${createHash("md5").update(readFileSync(file)).digest("hex")}  ${file.slice(stage.length + 1)}`);
  write("DEBIAN/md5sums", `${sums.join("\n")}\n`);
  for (const script of readdirSync(join(root, "deploy/debian")))
    place(join(root, "deploy/debian", script), `DEBIAN/${script}`);
}

/** The same modes whatever the umask of whoever has checked it out. */
function normalise(directory) {
  chmodSync(directory, 0o755);
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name);
    if (entry.isDirectory()) normalise(path);
    else if (entry.isFile()) chmodSync(path, EXECUTABLE.test(path) ? 0o755 : 0o644);
  }
}

function filesOf(directory) {
  return readdirSync(directory, { withFileTypes: true }).flatMap((entry) => {
    const path = join(directory, entry.name);
    return entry.isDirectory() ? filesOf(path) : [path];
  });
}

function place(from, to) {
  mkdirSync(dirname(join(stage, to)), { recursive: true });
  copyFileSync(from, join(stage, to));
}

function write(to, text) {
  mkdirSync(dirname(join(stage, to)), { recursive: true });
  writeFileSync(join(stage, to), text);
}

function run(command, argv) {
  // Standard output belongs to the package's path.
  const { status, error } = spawnSync(command, argv, { cwd: root, stdio: ["ignore", 2, 2] });
  if (status !== 0) stop(`${command} failed${error === undefined ? "" : `: ${error.message}`}`);
}

function stop(message) {
  process.stderr.write(`package: ${message}\n`);
  process.exit(1);
}
