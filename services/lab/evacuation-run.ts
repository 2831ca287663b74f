/**
 * One evacuation of a lab's source host, asked for as an operator does: by the project's own command, over the bus. The
 * command shows the live view; the journal, followed beside it, is what is measured.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { setTimeout as delay } from "node:timers/promises";
import type { Bus } from "../kit/bus/bus.ts";
import { codecs } from "../kit/bus/messages.ts";
import { subjects } from "../kit/bus/subjects.ts";
import type { VmProfile } from "../kit/domain/profile.ts";
import type { Policy } from "../kit/domain/technique.ts";
import { fail, ok, type Result } from "../kit/failure/failure.ts";
import type { Progress } from "./guest-image.ts";
import { connectLab } from "./inventory.ts";
import type { Lab } from "./lab.ts";
import { sourceHost } from "./layout.ts";
import {
  AFTERMATH_MILLISECONDS,
  BASELINE_MILLISECONDS,
  type Course,
  emptyCourse,
  evolveCourse,
  type RunDocument,
  runDocument,
} from "./measure.ts";
import { packageFile } from "./package-root.ts";
import { TOKEN_VARIABLE } from "./processes.ts";
import type { Scenario } from "./scenario.ts";

export interface EvacuationRun {
  readonly lab: Lab;
  readonly policy: Policy;
  readonly progress: Progress;
  readonly signal: AbortSignal;
}

/** About ten seconds of watching. */
const WANTED_CONFIDENCE = 0.4;
/** Of the declared rate: the profile has seen the traffic that the scenario asks for, not the time before it. */
const WANTED_SHARE = 0.95;
const PROFILE_LIMIT_MILLISECONDS = 90_000;
const ASK_MILLISECONDS = 2_000;
const POLL_MILLISECONDS = 500;
/** The command has ended; its last event may still be on its way to the other follower. */
const LAST_EVENT_MILLISECONDS = 5_000;

export async function runEvacuation(run: EvacuationRun): Promise<Result<RunDocument>> {
  const { lab, policy, progress, signal } = run;
  const { meter } = lab;
  const begin = Date.now();
  if (meter === undefined) return fail("refused", "this lab was left running: nobody measures its traffic");
  const bus = await connectLab(lab.state.natsUrl, signal);
  try {
    progress("measuring undisturbed traffic until the profiles show it for each VM");
    const { hostId } = sourceHost(lab.layout);
    const profiled = await untilProfiled(bus, lab.scenario, hostId, signal);
    if (!profiled.ok) return profiled;
    // What is normal is measured meanwhile; it is long enough unless the profiles were quick.
    await delay(Math.max(0, begin + BASELINE_MILLISECONDS - Date.now()), undefined, { signal });
    const course = await evacuate(bus, run);
    if (!course.ok) return course;
    await delay(AFTERMATH_MILLISECONDS, undefined, { signal });
    const document = runDocument(policy, course.value, meter);
    if (course.value.end.kind === "failed") progress(`${policy}: ${course.value.end.message}`);
    return ok(document);
  } catch (error) {
    if (signal.aborted) return fail("cancelled", "interrupted");
    throw error;
  } finally {
    const closed = bus.close();
    // When interrupted the server may be gone already, and there is nothing to say to it; but nothing may stay open.
    if (!signal.aborted) await closed;
  }
}

/** A lab's VMs have just booted: a plan made now would be made for idle ones. */
export async function untilProfiled(
  bus: Bus,
  scenario: Scenario,
  hostId: string,
  signal?: AbortSignal,
): Promise<Result<void>> {
  const giveUp = Date.now() + PROFILE_LIMIT_MILLISECONDS;
  for (;;) {
    const answer = await bus.request(
      subjects.getProfiles(hostId),
      codecs.GetProfiles,
      { hostId },
      codecs.HostProfiles,
      ASK_MILLISECONDS,
    );
    const missing = answer.ok ? missingProfile(scenario, answer.value.vms) : answer.failure.message;
    if (missing === undefined) return ok(undefined);
    if (Date.now() > giveUp) return fail("unavailable", `after ${PROFILE_LIMIT_MILLISECONDS / 1000} s: ${missing}`);
    await delay(POLL_MILLISECONDS, undefined, signal === undefined ? {} : { signal });
  }
}

function missingProfile(scenario: Scenario, profiles: readonly VmProfile[]): string | undefined {
  for (const vm of scenario.vms) {
    const profile = profiles.find((one) => one.vmId === vm.id);
    if (profile === undefined) return `the profiler does not know ${vm.id}`;
    if (profile.confidence < WANTED_CONFIDENCE) {
      return `the profiler is ${(profile.confidence * 100).toFixed(0)} % sure of ${vm.id}`;
    }
    const { direction, mbit } = vm.traffic;
    const wanted = (mbit * 1e6 * WANTED_SHARE) / 8;
    const sends = direction === "outbound" || direction === "both";
    const receives = direction === "inbound" || direction === "both";
    if (sends && profile.outbound.shortBytesPerSecond < wanted) return `${vm.id} does not send its ${mbit} Mbit/s`;
    if (receives && profile.inbound.shortBytesPerSecond < wanted) return `${vm.id} does not receive its ${mbit} Mbit/s`;
  }
  return undefined;
}

async function evacuate(bus: Bus, run: EvacuationRun): Promise<Result<Course>> {
  const { lab, policy, signal } = run;
  const evacuationId = `lab-${randomBytes(3).toString("hex")}`;
  let course: Course = emptyCourse;
  let end: () => void = () => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const subscription = bus.followJournal({ sequence: (await bus.journalEnd()) + 1 }, ({ event }) => {
    course = evolveCourse(course, event);
    if (course.end.kind !== "open") end();
  });
  const command = spawnCommand(lab, policy, evacuationId);
  try {
    const [code] = (await once(command, "exit", { signal })) as [number | null];
    await Promise.race([ended, delay(LAST_EVENT_MILLISECONDS, undefined, { signal })]);
    if (course.end.kind === "open") {
      return fail("unavailable", `contraflow evacuate ended with exit code ${code} and the evacuation did not`);
    }
    return ok(course);
  } finally {
    command.kill("SIGKILL");
    if (!signal.aborted) await subscription.close();
  }
}

/** In a process group of its own: the terminal's Ctrl-C is for the lab, which then ends the command. */
function spawnCommand(lab: Lab, policy: Policy, evacuationId: string): ChildProcess {
  const { hostId } = sourceHost(lab.layout);
  const words = ["--nats", lab.state.natsUrl, "evacuate", hostId, "--policy", policy, "--id", evacuationId];
  return spawn(process.execPath, [packageFile("dist/services/cli/main.js"), ...words], {
    detached: true,
    stdio: ["ignore", "inherit", "inherit"],
    // Should this process be killed, `lab down` ends the command, too.
    env: { ...process.env, [TOKEN_VARIABLE]: lab.state.token },
  });
}
