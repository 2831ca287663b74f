/**
 * Every edge at which input comes in, with strange input, for a short while: `npm run fuzz` does the same for long.
 * What must hold of each is said with its target, in `test/fuzz/targets`.
 */
import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { codecs } from "../../services/kit/bus/messages.ts";
import { DECODING, edges } from "../fuzz/edges.ts";
import { type Report, reproduction, supervise } from "../fuzz/supervise.ts";
import { knownCommands } from "../fuzz/targets/commands.ts";
import { configuredServices } from "../fuzz/targets/config.ts";
import { withoutOpenssl } from "../fuzz/targets/tls.ts";
import { targets } from "../fuzz/targets.ts";
import { runs } from "./runs.ts";

const INPUTS = 400;

describe("strange input", () => {
  const reports = new Map<string, Report>();
  before(async () => {
    const { seed, numRuns: inputs } = runs({ diagnostic: () => undefined }, INPUTS);
    const names = targets.map(({ name }) => name);
    await supervise({ targets: names, inputs, seed, coverage: false }, (report) => reports.set(report.name, report));
  });

  for (const { name } of targets) {
    it(`at ${name} is taken or refused, and nothing else`, (t) => {
      const { seed } = runs(t, INPUTS);
      const summary = reports.get(name)?.summary;
      assert.ok(summary, "it was not run");
      t.diagnostic(`${summary.accepted} accepted, ${summary.rejected} rejected`);
      const { finding } = summary;
      if (finding !== undefined) assert.fail(`${finding.stack}\nagain: ${reproduction(name, seed, finding)}`);
      assert.ok(summary.inputs > 0);
    });
  }
  if (withoutOpenssl !== undefined) it("at tls/credentials", { skip: withoutOpenssl }, () => undefined);
});

describe("the table of what is fuzzed", () => {
  const services = fileURLToPath(new URL("../../../services/", import.meta.url));
  const names = new Set(targets.map(({ name }) => name));

  it("has a target for every message of the bus, and no two of one name", () => {
    for (const name of Object.keys(codecs)) assert.ok(names.has(`bus/${name}`), name);
    assert.equal(names.size, targets.length);
  });

  it("has a target for every service that has a configuration", () => {
    const found = readdirSync(services, { recursive: true, encoding: "utf8" })
      .filter((file) => /^[^/]+\/config\.ts$/.test(file))
      .map((file) => file.split("/")[0]);
    assert.deepEqual(found.sort(), [...configuredServices].sort());
  });

  it("knows every command: one that it does not know would really be run", () => {
    const programs = ["program.ts", "identity-commands.ts"].map((file) =>
      readFileSync(join(services, "cli", file), "utf8"),
    );
    assert.deepEqual(
      readdirSync(join(services, "cli"), { recursive: true, encoding: "utf8" }).filter(
        (file) => file.endsWith(".ts") && readFileSync(join(services, "cli", file), "utf8").includes(".command("),
      ),
      ["identity-commands.ts", "program.ts"],
      "another file with commands",
    );
    const commands = [...programs.join("").matchAll(/\.command\("([^" ]+)/g)].map(([, name]) => name ?? "");
    assert.deepEqual(
      commands.filter((name) => !knownCommands.includes(name)),
      [],
      "say in test/fuzz/targets/commands.ts what stands for it",
    );
  });

  it("has an entry for every file that takes apart what comes from elsewhere", () => {
    const decoding = readdirSync(services, { recursive: true, encoding: "utf8" }).filter(
      // Schemas take nothing apart by themselves: whoever uses them does.
      (file) => file.endsWith(".ts") && !file.startsWith("kit/domain/") && DECODING.test(codeOf(join(services, file))),
    );
    const missing = decoding.filter((file) => !Object.hasOwn(edges, file));
    assert.deepEqual(missing, [], "give them a target in test/fuzz/targets, or a reason in test/fuzz/edges.ts");
    assert.deepEqual(
      Object.keys(edges).filter((file) => !decoding.includes(file)),
      [],
      "these take nothing apart any more",
    );
    for (const [file, edge] of Object.entries(edges)) {
      if ("none" in edge) continue;
      for (const target of edge.targets) {
        const leftOut = withoutOpenssl !== undefined && target.startsWith("tls/");
        assert.ok(leftOut || names.has(target), `${file}: no target is called ${target}`);
      }
    }
  });
});

/** Without what is only said about it. */
function codeOf(path: string): string {
  return readFileSync(path, "utf8").replace(/\/\*.*?\*\/|^\s*\/\/[^\n]*/gms, "");
}
