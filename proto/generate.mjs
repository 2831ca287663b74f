// Writes the static protobufjs module of the protos to proto/gen. With --check writes nothing there, and fails when what
// is there is not what the protos give now. Usage: node proto/generate.mjs [--check]
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const proto = dirname(fileURLToPath(import.meta.url));
const root = dirname(proto);
const generated = join(proto, "gen");
const names = ["contraflow.js", "contraflow.d.ts"];

const unknown = process.argv.slice(2).filter((argument) => argument !== "--check");
if (unknown.length > 0) stop(2, `no such argument: ${unknown.join(" ")}; there is --check`);

if (!process.argv.includes("--check")) {
  mkdirSync(generated, { recursive: true });
  generate(generated);
} else {
  const folder = mkdtempSync(join(tmpdir(), "contraflow-proto-"));
  try {
    const done = generate(folder);
    const stale = names.filter((name) => read(join(folder, name)) !== read(join(generated, name)));
    if (done && stale.length > 0)
      stop(1, `not current: ${stale.join(", ")} in proto/gen; run "npm run proto:generate"`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Whether it was written. */
function generate(folder) {
  const sources = join("contraflow", "v1");
  // In a fixed order: the folder's own order differs between machines, and with it the output.
  const files = readdirSync(join(proto, sources)).sort();
  const argv = [
    join(root, "node_modules/protobufjs-cli/bin/pbjs"),
    ...["-t", "static-module", "-w", "esm", "--dts"],
    ...["--null-semantics", "--no-verify", "--no-delimited", "--no-typeurl", "--no-service"],
    ...["-p", "proto", "-o", join(folder, "contraflow.js")],
    ...files.map((file) => join("proto", sources, file)),
  ];
  const { status, error, stderr } = spawnSync(process.execPath, argv, { cwd: root, encoding: "utf8" });
  if (status !== 0) stop(1, `pbjs: ${error?.message ?? stderr}`);
  return status === 0;
}

function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return undefined;
  }
}

function stop(code, message) {
  process.stderr.write(`proto: ${message}\n`);
  process.exitCode = code;
}
