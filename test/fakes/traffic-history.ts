/** Random lives of a host's VMs, and the ways their batches reach a profiler. */
import fc from "fast-check";
import type { TrafficBatch } from "../../services/kit/domain/traffic.ts";

export const HIGHEST_RATE = 50_000_000;
const VM_IDS = ["vm-0", "vm-1", "vm-2"];

/** What happens to one VM between two batches. */
const vmStep = fc.record({
  outboundRate: fc.double({ min: 0, max: HIGHEST_RATE, noNaN: true }),
  inboundRate: fc.double({ min: 0, max: HIGHEST_RATE, noNaN: true }),
  event: fc.oneof(
    { weight: 20, arbitrary: fc.constant("runs" as const) },
    fc.constantFrom(
      "begins again" as const,
      "counts anew" as const,
      "is not there" as const,
      "can not be read" as const,
    ),
  ),
});

const hostStep = fc.record({
  seconds: fc.oneof(
    { weight: 10, arbitrary: fc.double({ min: 0.9, max: 1.1, noNaN: true }) },
    fc.double({ min: 0.01, max: 90, noNaN: true }),
  ),
  vms: fc.tuple(...VM_IDS.map(() => vmStep)),
  reboots: fc.boolean(),
  delivery: fc.oneof(
    { weight: 12, arbitrary: fc.constant("once" as const) },
    fc.constantFrom("lost" as const, "twice" as const, "late" as const),
  ),
});

export interface History {
  /** Every batch that was made, in order. */
  readonly made: readonly TrafficBatch[];
  /** What arrives, in the order in which it does. */
  readonly delivered: readonly TrafficBatch[];
  readonly seconds: number;
}

export function trafficHistory(options: { readonly reboots: boolean }): fc.Arbitrary<History> {
  const steps = fc.array(hostStep, { minLength: 1, maxLength: 60, size: "max" });
  // Of an agent that numbers its batches, or of one that does not.
  return fc.tuple(steps, fc.boolean()).map(([made, numbers]) => live(made, { ...options, numbers }));
}

type HostStep = typeof hostStep extends fc.Arbitrary<infer T> ? T : never;

function live(
  steps: readonly HostStep[],
  { reboots: mayReboot, numbers }: { readonly reboots: boolean; readonly numbers: boolean },
): History {
  let monotonicMicroseconds = 5_000_000;
  let sampleTimeUnixMilliseconds = 1_790_000_000_000;
  let epoch = 1;
  let agentStartTimeUnixMilliseconds = 1;
  const vms = VM_IDS.map((vmId) => ({ vmId, counterEpoch: epoch, outboundBytes: 0, inboundBytes: 0 }));
  const made: TrafficBatch[] = [];
  const delivered: TrafficBatch[] = [];
  let late: TrafficBatch[] = [];
  let seconds = 0;
  for (const [sequence, step] of steps.entries()) {
    // A whole number of microseconds, as the clock gives it.
    const elapsed = Math.round(step.seconds * 1e6) / 1e6;
    seconds += elapsed;
    sampleTimeUnixMilliseconds += Math.ceil(elapsed * 1000);
    const reboots = mayReboot && step.reboots && sequence % 17 === 16;
    monotonicMicroseconds = reboots ? 1_000_000 : monotonicMicroseconds + Math.round(elapsed * 1e6);
    if (reboots) agentStartTimeUnixMilliseconds += 1;
    const kept = step.delivery === "late" ? { delayedMilliseconds: 700 } : {};
    const batch: TrafficBatch = {
      hostId: "host-a",
      ...(numbers ? { agentStartTimeUnixMilliseconds, tickMilliseconds: 1000, ...kept } : {}),
      sequence,
      sampleCount: 0,
      sampleTimeUnixMilliseconds,
      monotonicMicroseconds,
      samples: [],
      links: [],
      unknownTrafficVmIds: [],
    };
    for (const [index, vm] of vms.entries()) {
      const { outboundRate = 0, inboundRate = 0, event = "runs" } = step.vms[index] ?? {};
      if (reboots || event === "begins again") {
        vm.counterEpoch = ++epoch;
        // Another interface may have counted more than the one before, not only less.
        vm.outboundBytes = reboots ? 0 : sequence * 1e10;
        vm.inboundBytes = 0;
      }
      if (event === "counts anew") {
        vm.outboundBytes = 0;
        vm.inboundBytes = 0;
      }
      vm.outboundBytes += Math.floor(outboundRate * elapsed);
      vm.inboundBytes += Math.floor(inboundRate * elapsed);
      if (event === "can not be read") batch.unknownTrafficVmIds.push(vm.vmId);
      else if (event !== "is not there") batch.samples.push({ ...vm });
    }
    batch.sampleCount = batch.samples.length;
    made.push(batch);
    if (step.delivery === "late") {
      late.push(batch);
      continue;
    }
    if (step.delivery === "once" || step.delivery === "twice") delivered.push(batch);
    if (step.delivery === "twice") delivered.push(batch);
    delivered.push(...late);
    late = [];
  }
  return { made, delivered, seconds };
}
