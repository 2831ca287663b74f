import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import { type Bin, type FlowDirection, FlowRecorder } from "./iperf-output.ts";
import { type LabLayout, trafficPort } from "./layout.ts";
import { holdPorts } from "./network.ts";
import type { Scenario } from "./scenario.ts";

/**
 * The peers of the VMs' traffic: one iperf3 server for each VM that sends or receives, in the client's namespace, which
 * measures what reaches it or leaves it in bins of 100 ms. The servers end with the meter, or with the lab's network.
 */

export interface TrafficMeter {
  /** Empty for a flow that the scenario does not have. */
  bins(vmId: string, direction: FlowDirection): readonly Bin[];
  /** The directions in which this VM has traffic. */
  directions(vmId: string): readonly FlowDirection[];
  close(): Promise<void>;
}

interface Server {
  readonly child: ChildProcess;
  readonly recorder: FlowRecorder;
  readonly directions: readonly FlowDirection[];
}

/** Of a network that is up: what VMs receive comes at their scenario's rate, however much the peers have to send. */
export function holdPeers(layout: LabLayout, scenario: Scenario): Promise<Result<unknown>> {
  const receiving = scenario.vms.flatMap(({ traffic: { direction, mbit } }, index) =>
    directionsOf(direction).includes("inbound") ? [{ port: trafficPort(index), mbit }] : [],
  );
  return holdPorts(layout, receiving);
}

/** Resolves when every server listens, so that no guest knocks in vain. */
export async function startTrafficMeter(layout: LabLayout, scenario: Scenario): Promise<Result<TrafficMeter>> {
  const servers = new Map<string, Server>();
  const started = scenario.vms.map(async (vm, index): Promise<Result<void>> => {
    const directions = directionsOf(vm.traffic.direction);
    if (directions.length === 0) return ok(undefined);
    const child = spawnServer(layout.clientNamespace, trafficPort(index));
    const recorder = new FlowRecorder(vm.traffic.direction === "inbound");
    servers.set(vm.id, { child, recorder, directions });
    return untilListening(child, recorder);
  });
  const results = await Promise.all(started);
  const close = () => closeAll([...servers.values()].map((server) => server.child));
  const failed = results.find((result) => !result.ok);
  if (failed !== undefined && !failed.ok) {
    await close();
    return failed;
  }
  return ok({
    bins: (vmId, direction) => servers.get(vmId)?.recorder.bins(direction) ?? [],
    directions: (vmId) => servers.get(vmId)?.directions ?? [],
    close,
  });
}

function directionsOf(direction: Scenario["vms"][number]["traffic"]["direction"]): readonly FlowDirection[] {
  if (direction === "none") return [];
  return direction === "both" ? ["outbound", "inbound"] : [direction];
}

function spawnServer(networkNamespace: string, port: number): ChildProcess {
  const iperf3 = ["iperf3", "--server", "--port", String(port), "--interval", "0.1", "--forceflush"];
  return spawn("ip", ["netns", "exec", networkNamespace, ...iperf3], {
    stdio: ["ignore", "pipe", "pipe"],
    env: { ...process.env, LC_ALL: "C" },
  });
}

async function untilListening(child: ChildProcess, recorder: FlowRecorder): Promise<Result<void>> {
  const { stdout, stderr } = child;
  if (stdout === null || stderr === null) throw new Error("the server was started with pipes");
  let said = "";
  stderr.on("data", (chunk: Buffer) => {
    said = `${said}${chunk}`.slice(-2_000);
  });
  const lines = createInterface({ input: stdout });
  lines.on("line", (line) => recorder.record(line, Date.now()));
  const listening = new Promise<Result<void>>((resolve) => {
    lines.on("line", (line) => {
      if (line.startsWith("Server listening")) resolve(ok(undefined));
    });
  });
  const ended = once(child, "close").then(
    () => fail("unavailable", `iperf3 ended: ${said.trim()}`),
    (error: Error) => fail("unavailable", `iperf3 did not start: ${error.message}`),
  );
  return Promise.race([listening, ended]);
}

async function closeAll(children: readonly ChildProcess[]): Promise<void> {
  await Promise.all(
    children
      .filter((child) => child.pid !== undefined && child.exitCode === null && child.signalCode === null)
      .map(async (child) => {
        const ended = once(child, "exit");
        child.kill("SIGKILL");
        await ended;
      }),
  );
}
