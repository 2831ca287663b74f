/** The package of a host, as `npm run package` builds it: what is in it, and how dpkg gets on with it. */
import assert from "node:assert/strict";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { packageFile } from "../../services/lab/package-root.ts";
import { buildPackage, installInto, run } from "../package-build.ts";
import { missingPrograms } from "../servers.ts";

const LIBRARY = "/usr/lib/contraflow";
const directory = mkdtempSync(join(tmpdir(), "cf-package-"));
const root = join(directory, "root");

describe("the package of a host", { skip: missingPrograms("dpkg", "dpkg-deb") ?? false }, () => {
  let [deb, later] = ["", ""];
  before(() => {
    [deb, later] = [buildPackage(directory, "1.0.0"), buildPackage(directory, "1.0.1")];
  });
  after(() => rmSync(directory, { recursive: true, force: true }));

  const files = () =>
    run("dpkg-deb", "--contents", deb)
      .split("\n")
      .flatMap((line) => /^-\S+ root\/root .*? \.(\/\S+)$/.exec(line)?.[1] ?? []);

  it("has the services, no test, nothing of development, and belongs to root", () => {
    const all = files();
    for (const name of ["agent", "executor", "planner", "profiler", "cli"])
      assert.ok(all.includes(`${LIBRARY}/dist/services/${name}/main.js`), name);
    assert.deepEqual(
      all.filter((file) => /\.(ts|map)$|\.test\.js$|\/dist\/test\//.test(file)),
      [],
    );
    const lock = JSON.parse(readFileSync(packageFile("package-lock.json"), "utf8")) as {
      packages: Record<string, { dev?: true }>;
    };
    const inPackage = new Set(
      all.flatMap((file) => /^\/usr\/lib\/contraflow\/(node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(file)?.[1] ?? []),
    );
    assert.ok(inPackage.has("node_modules/nats"));
    assert.deepEqual(
      [...inPackage].filter((name) => lock.packages[name]?.dev !== undefined),
      [],
    );
  });

  it("is installed by dpkg and runs from there, with every file as its sums say", () => {
    installInto(root, deb);
    assert.equal(run(join(root, "usr/bin/contraflow"), "--version").trim(), "1.0.0");
    assert.match(run(join(root, "usr/bin/contraflow"), "plan", "--help"), /snapshot/);
    assert.equal(run("dpkg", "--root", root, "--verify", "contraflow"), "");
  });

  it("keeps on an upgrade what was written into its configuration, and takes away what the next one does not have", () => {
    const written = join(root, "etc/contraflow/executor.yaml");
    writeFileSync(written, `${readFileSync(written, "utf8")}\n# ours\n`);
    writeFileSync(join(root, LIBRARY, "stray.js"), "");
    installInto(root, later);
    assert.match(readFileSync(written, "utf8"), /# ours/);
    assert.equal(run(join(root, "usr/bin/contraflow"), "--version").trim(), "1.0.1");
    run("dpkg", "--root", root, "--force-script-chrootless", "--purge", "contraflow");
    assert.equal(existsSync(join(root, "etc/contraflow/executor.yaml")), false);
    // What is not its own is left alone.
    assert.deepEqual(readdirSync(join(root, LIBRARY)), ["stray.js"]);
  });

  it("is refused in a version that is none", () => {
    assert.throws(() => buildPackage(directory, "one/two"), /no version/);
  });
});
