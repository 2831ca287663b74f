/** A lab leaves nothing behind, however it ends. */
import assert from "node:assert/strict";
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { type LabState, readLabState } from "../../services/kit/run/lab-state.ts";
import { connectLab } from "../../services/lab/inventory.ts";
import { type Lab, startLab } from "../../services/lab/lab.ts";
import { networkNamespacesOf } from "../../services/lab/network.ts";
import { processesOfToken } from "../../services/lab/processes.ts";
import { checkRequirements } from "../../services/lab/requirements.ts";
import { readScenario, type Scenario } from "../../services/lab/scenario.ts";
import { labDirectory, stopLab } from "../../services/lab/teardown.ts";

const suffix = String(process.pid).slice(-6);
const NAME = `one${suffix}`;
const OTHER = `two${suffix}`;
const STEP = { timeout: 180_000 };
const program = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));
const demo = fileURLToPath(new URL("../../services/lab/demo.js", import.meta.url));

const { missing, missingPackages } = await checkRequirements();
const lacks = [...missing.map((one) => one.what), ...missingPackages];
const skip = lacks.length > 0 ? `this machine lacks ${lacks.join("; ")}` : false;

const directory = mkdtempSync(join(tmpdir(), "cf-lifecycle-"));
const scenarioFile = join(directory, "scenario.json");
const vm = { memoryMiB: 160, filledMiB: 32, traffic: { direction: "outbound", mbit: 10 } };
writeFileSync(scenarioFile, JSON.stringify({ name: "small", linkMbit: 100, vms: [{ ...vm, id: "vm-0" }] }));

describe("a lab", { skip }, () => {
  after(async () => {
    for (const name of [NAME, OTHER]) unwrap(await stopLab(name));
    rmSync(directory, { recursive: true, force: true });
  }, STEP);

  const start = async (name: string, options: { signal?: AbortSignal; progress?: (line: string) => void } = {}) => {
    const scenario: Scenario = unwrap(await readScenario(scenarioFile));
    return startLab({ name, scenario, progress: () => undefined, ...options });
  };
  const contraflow = (...argv: readonly string[]) =>
    spawnSync(process.execPath, [program, ...argv], { encoding: "utf8" });
  /** As from a terminal: in a process group of its own, which gets the Ctrl-C as a whole. */
  const inGroup = (...argv: readonly string[]) =>
    spawn(process.execPath, [...argv], { detached: true, stdio: ["ignore", "pipe", "pipe"] });

  function assertGone(name: string, state: LabState | undefined): void {
    assert.ok(state !== undefined, "the lab was there");
    assert.deepEqual(processesOfToken(state.token), []);
    assert.deepEqual(networkNamespacesOf(name), []);
    assert.equal(existsSync(labDirectory(name)), false);
  }

  it("whose start is interrupted leaves nothing", STEP, async () => {
    const interrupt = new AbortController();
    let state: LabState | undefined;
    const progress = (line: string) => {
      // Servers, services and VMs are about to start, all at once.
      if (!line.includes("NATS, Redis")) return;
      state = readLabState(labDirectory(NAME));
      setTimeout(() => interrupt.abort(), 300);
    };
    const started = await start(NAME, { signal: interrupt.signal, progress });
    assert.equal(started.ok ? "started" : started.failure.kind, "cancelled");
    assertGone(NAME, state);
  });

  it("shares nothing with another at the same time", STEP, async () => {
    const [one, two] = (await Promise.all([start(NAME), start(OTHER)])).map(unwrap) as [Lab, Lab];
    assert.notEqual(one.state.natsUrl, two.state.natsUrl);
    const which = contraflow("hosts");
    assert.equal(which.status, 4);
    assert.ok(which.stderr.includes(NAME) && which.stderr.includes(OTHER), which.stderr);

    const again = await start(NAME);
    assert.equal(again.ok ? "started" : again.failure.kind, "refused");

    unwrap(await one.stop());
    assertGone(NAME, one.state);
    const bus = await connectLab(two.state.natsUrl);
    assert.equal(unwrap(await bus.readHosts()).length, 2);
    await bus.close();
    unwrap(await two.stop());
    assertGone(OTHER, two.state);
  });

  it("whose owner is killed is ended by lab down", STEP, async () => {
    const owner = inGroup(program, "lab", "run", "--name", NAME, "--scenario", scenarioFile);
    await said(owner, /migration started/);
    const state = readLabState(labDirectory(NAME));
    assert.ok(state?.owner !== undefined);
    const { owner: lab } = state;
    process.kill(lab.pid, "SIGKILL");
    await once(owner, "close");
    assert.match(contraflow("lab", "list").stdout, new RegExp(`${NAME} .*abandoned`));

    const down = contraflow("lab", "down", "--name", NAME);
    assert.equal(down.status, 0, down.stderr);
    assertGone(NAME, state);
    assert.match(contraflow("lab", "down", "--name", NAME).stderr, /there was none/);
  });

  it("of a demo that is interrupted twice in mid evacuation is ended all the same", STEP, async () => {
    const child = inGroup(demo, "--quick", "--name", NAME, "--scenario", scenarioFile);
    await said(child, /migration started/);
    const state = readLabState(labDirectory(NAME));
    process.kill(-(child.pid ?? 0), "SIGINT");
    await said(child, /cleaning up/);
    process.kill(-(child.pid ?? 0), "SIGINT");
    const [status] = (await once(child, "close")) as [number | null];
    assert.equal(status, 130);
    assertGone(NAME, state);
  });
});

/** Resolves when the process has said it; rejects when it ends without. */
function said(child: ChildProcess, words: RegExp): Promise<void> {
  return new Promise((resolve, reject) => {
    let text = "";
    const listen = (chunk: Buffer) => {
      text += chunk;
      if (words.test(text)) resolve();
    };
    child.stdout?.on("data", listen);
    child.stderr?.on("data", listen);
    child.once("close", () => reject(new Error(`ended without saying ${words}: ${text.slice(-2000)}`)));
  });
}
