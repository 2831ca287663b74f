import assert from "node:assert/strict";
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { after, afterEach, before, describe, it } from "node:test";
import { fileURLToPath } from "node:url";
import { Bus, type Subscription } from "../../services/kit/bus/bus.ts";
import { codecs } from "../../services/kit/bus/messages.ts";
import { subjects } from "../../services/kit/bus/subjects.ts";
import type { EvacuationRejected, EvacuationReport, EvacuationRequest } from "../../services/kit/domain/evacuation.ts";
import { ok, unwrap } from "../../services/kit/failure/failure.ts";
import { createLog } from "../../services/kit/run/log.ts";
import { report as hostReport, profile } from "../planner-world.ts";
import { missingServers, startNats, type TestServer } from "../servers.ts";

const program = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));
const missing = missingServers("nats");
const report: EvacuationReport = { hostId: "h", policy: "traffic-sensitive", transferredBytes: 0, vms: [] };
const now = { eventTimeUnixMilliseconds: 1 };
const noForecast = { totalMigrationSeconds: 0, transferredBytes: 0, degradedBytes: 0, limitSeconds: 0 };

interface Ended {
  readonly status: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

describe("the command, on a bus", { skip: missing ?? false }, () => {
  const cache = mkdtempSync(join(tmpdir(), "cf-cli-"));
  let nats: TestServer;
  let bus: Bus;
  let planner: Subscription | undefined;

  before(async () => {
    nats = await startNats();
    bus = await Bus.connect({ url: nats.url, name: "test", log: createLog("test", "silent") });
  });
  afterEach(async () => {
    await planner?.close();
    planner = undefined;
  });
  after(async () => {
    await bus.close();
    await nats.stop();
    rmSync(cache, { recursive: true, force: true });
  });

  const start = (...argv: readonly string[]) =>
    spawn(process.execPath, [program, "--nats", nats.url, ...argv], {
      stdio: ["ignore", "pipe", "pipe"],
      env: { ...process.env, CONTRAFLOW_CACHE: cache },
    });
  const contraflow = (...argv: readonly string[]) => ended(start(...argv));

  /** Answers the next request as a planner would. */
  function answerWith(answer: (request: EvacuationRequest) => Promise<void>): void {
    planner = bus.consumeCommands("planner", "cf.v1.cmd.evacuation.*.request", async ({ bytes }) => {
      await answer(unwrap(codecs.EvacuationRequest.decode(bytes)));
      return { kind: "done" };
    });
  }
  const store = async (
    request: EvacuationRequest,
    name: "planned" | "completed" | "failed" | "cancelled" | "rejected",
  ) => {
    const { evacuationId } = request;
    const id = `${evacuationId}-${name}`;
    const subject = subjects.evacuationEvent(evacuationId, name);
    const plan = { policy: request.policy, steps: [], unplaced: [], forecast: noForecast, alternatives: [] };
    switch (name) {
      case "planned": {
        const value = { request, plan, snapshot: { hosts: [], vms: [] }, ...now };
        return unwrap(await bus.store({ subject, id, codec: codecs.EvacuationPlanned, value }));
      }
      case "completed": {
        const value = { evacuationId, report, ...now };
        return unwrap(await bus.store({ subject, id, codec: codecs.EvacuationCompleted, value }));
      }
      case "failed": {
        const value = { evacuationId, report, message: "vm-0 is still there", ...now };
        return unwrap(await bus.store({ subject, id, codec: codecs.EvacuationFailed, value }));
      }
      case "cancelled": {
        const value = { evacuationId, report, message: "interrupted by its operator", ...now };
        return unwrap(await bus.store({ subject, id, codec: codecs.EvacuationCancelled, value }));
      }
      case "rejected": {
        const value: EvacuationRejected = {
          request,
          code: "UNKNOWN_HOST",
          message: "no host h",
          unplaced: [],
          ...now,
        };
        return unwrap(await bus.store({ subject, id, codec: codecs.EvacuationRejected, value }));
      }
    }
  };

  it("says that no host has reported where none has", async () => {
    const { status, stdout } = await contraflow("hosts");
    assert.equal(status, 0);
    assert.match(stdout, /no host has reported/);
  });

  it("shows how old profiles are, which share of their samples has come, and samples that an agent dropped", async (t) => {
    const vm = { vmId: "vm-0", hostId: "shown", outboundMbit: 45, inboundMbit: 1 };
    const reported = { ...hostReport("shown", [vm]), droppedBatches: 7 };
    unwrap(await bus.putHost("shown", unwrap(codecs.HostReport.encode(reported))));
    const answer = { hostId: "shown", answerTimeUnixMilliseconds: Date.now(), vms: [profile(vm, 42)] };
    const profiler = bus.serve(
      subjects.getProfiles("*"),
      "profiler",
      codecs.GetProfiles,
      codecs.HostProfiles,
      async () => ok({ ...answer, completeness: 0.35 }),
    );
    t.after(() => profiler.close());
    await bus.journalEnd();
    assert.match((await contraflow("hosts")).stdout, /dropped\n.*shown .* 7 samples/);
    assert.match((await contraflow("vms")).stdout, /age +samples\n.*vm-0 .* 42 s +35 %/);
    const document = JSON.parse((await contraflow("vms", "--json")).stdout);
    assert.deepEqual([document.vms[0].profile.ageSeconds, document.vms[0].profile.completeness], [42, 0.35]);
  });

  for (const argv of [["status"], ["status", "e1"], ["watch", "e1"], ["watch"], ["evacuate", "h", "--dry-run"]]) {
    it(`${argv.join(" ")} names the planner when it does not answer: exit code 4`, async () => {
      const { status, stderr } = await contraflow(...argv);
      assert.equal(status, 4);
      assert.match(stderr, /the planner does not answer on this bus: is it running\?/);
    });
  }

  it("a request that no planner takes is said to be kept, with how to withdraw it: exit code 4", async () => {
    const { status, stderr } = await contraflow("evacuate", "h", "--id", "kept");
    assert.equal(status, 4);
    assert.match(stderr, /no planner has answered within 10 s/);
    assert.match(stderr, /contraflow cancel kept/);
    // Taken by whoever comes next, so that the other tests' planner does not meet it.
    await new Promise<void>((resolve) => answerWith(async () => resolve()));
  });

  it("an evacuation that completes ends with exit code 0 and says so", async () => {
    answerWith(async (request) => {
      await store(request, "planned");
      await store(request, "completed");
    });
    const { status, stdout } = await contraflow("evacuate", "h");
    assert.equal(status, 0);
    assert.deepEqual(stdout.trim().split("\n"), [
      "h: planned by traffic-sensitive: 0 VMs, about 0.0 s",
      "h: completed",
      "h is empty already",
    ]);
  });

  it("--json gives one JSON line for each event and nothing else", async () => {
    answerWith(async (request) => {
      await store(request, "planned");
      await store(request, "completed");
    });
    const { status, stdout } = await contraflow("evacuate", "h", "--json");
    assert.equal(status, 0);
    const lines = stdout.trim().split("\n");
    assert.deepEqual(
      lines.map((line) => JSON.parse(line).name),
      ["planned", "completed"],
    );
  });

  it("an evacuation that fails ends with exit code 1 and the reason", async () => {
    answerWith(async (request) => {
      await store(request, "planned");
      await store(request, "failed");
    });
    const { status, stdout } = await contraflow("evacuate", "h");
    assert.equal(status, 1);
    assert.match(stdout, /h: failed: vm-0 is still there/);
  });

  it("an evacuation that is rejected ends with exit code 3 and the reason", async () => {
    answerWith(async (request) => {
      await store(request, "rejected");
    });
    const { status, stdout } = await contraflow("evacuate", "h");
    assert.equal(status, 3);
    assert.match(stdout, /no host h \(UNKNOWN_HOST\)/);
  });

  it("--detach returns with the id as soon as the request is stored", async () => {
    const asked = new Promise<EvacuationRequest>((resolve) => answerWith(async (request) => resolve(request)));
    const { status, stdout } = await contraflow(
      "evacuate",
      "h",
      "--to",
      "x,y",
      "--deadline",
      "60",
      "--detach",
      "--json",
    );
    assert.equal(status, 0);
    const request = await asked;
    assert.equal(JSON.parse(stdout).evacuationId, request.evacuationId);
    assert.deepEqual(request.destinationHostIds, ["x", "y"]);
    assert.equal(request.deadlineSeconds, 60);
  });

  it("interrupted, it leaves the evacuation alone and says how to follow and how to stop it: exit code 130", async () => {
    let command: ChildProcess | undefined;
    answerWith(async (request) => {
      await store(request, "planned");
      command?.stdout?.once("data", () => command?.kill("SIGINT"));
    });
    command = start("evacuate", "h", "--id", "left");
    const { status, stderr } = await ended(command);
    assert.equal(status, 130);
    assert.match(stderr, /The evacuation goes on\. .*contraflow watch left\. .*contraflow cancel left\./);
  });

  it("interrupted with --cancel-on-interrupt, it cancels the evacuation and follows it to its end: exit code 130", async () => {
    let command: ChildProcess | undefined;
    let asked: EvacuationRequest | undefined;
    answerWith(async (request) => {
      asked = request;
      await store(request, "planned");
      command?.stdout?.once("data", () => command?.kill("SIGINT"));
    });
    const cancelled = new Promise<string>((resolve) => {
      bus.subscribe(subjects.cancel("given-up"), undefined, (_, bytes) => {
        resolve(unwrap(codecs.CancelEvacuation.decode(bytes)).reason ?? "");
      });
    });
    command = start("evacuate", "h", "--id", "given-up", "--cancel-on-interrupt");
    const outcome = ended(command);
    assert.match(await cancelled, /^its operator was interrupted/);
    assert.ok(asked !== undefined);
    await store(asked, "cancelled");
    const { status, stderr } = await outcome;
    assert.equal(status, 130);
    assert.match(stderr, /Cancelling: what is pre-copied stays/);
    assert.doesNotMatch(stderr, /The evacuation goes on/);
  });

  it("with --cancel-at-deadline, it cancels what has not ended by then and follows it to its end", async () => {
    let asked: EvacuationRequest | undefined;
    answerWith(async (request) => {
      asked = request;
      await store(request, "planned");
    });
    const cancelled = new Promise<void>((resolve) => {
      bus.subscribe(subjects.cancel("too-long"), undefined, () => resolve());
    });
    const command = start("evacuate", "h", "--id", "too-long", "--deadline", "1", "--cancel-at-deadline");
    const outcome = ended(command);
    await cancelled;
    assert.ok(asked !== undefined);
    await store(asked, "cancelled");
    const { status, stderr } = await outcome;
    assert.equal(status, 1);
    assert.match(stderr, /The deadline has passed\. Cancelling/);
    const wrong = await contraflow("evacuate", "h", "--cancel-at-deadline");
    assert.equal(wrong.status, 2);
    assert.match(wrong.stderr, /--cancel-at-deadline needs --deadline/);
  });

  it("follows on over a restart of the server, and says that the bus was lost", async () => {
    let asked: EvacuationRequest | undefined;
    answerWith(async (request) => {
      asked = request;
      await store(request, "planned");
    });
    const command = start("evacuate", "h");
    const outcome = ended(command);
    await once(command.stdout as Readable, "data");
    await nats.kill();
    await once(command.stderr as Readable, "data");
    await nats.restart();
    assert.ok(asked !== undefined);
    await store(asked, "completed");
    const { status, stdout, stderr } = await outcome;
    assert.equal(status, 0);
    assert.match(stdout, /h is empty already/);
    assert.match(stderr, /the bus is lost/);
  });

  it("cancel stores the order for the planner", async () => {
    const cancelled = new Promise<string>((resolve) => {
      planner = bus.consumeCommands("canceller", "cf.v1.cmd.evacuation.left.cancel", async ({ bytes }) => {
        const order = unwrap(codecs.CancelEvacuation.decode(bytes));
        resolve(`${order.evacuationId}: ${order.reason}`);
        return { kind: "done" };
      });
    });
    const { status } = await contraflow("cancel", "left", "--reason", "changed my mind");
    assert.equal(status, 0);
    assert.equal(await cancelled, "left: changed my mind");
  });
});

async function ended(child: ChildProcess): Promise<Ended> {
  const text = { stdout: "", stderr: "" };
  child.stdout?.on("data", (chunk: Buffer) => {
    text.stdout += chunk;
  });
  child.stderr?.on("data", (chunk: Buffer) => {
    text.stderr += chunk;
  });
  const [status] = (await once(child, "close")) as [number | null];
  return { status, ...text };
}
