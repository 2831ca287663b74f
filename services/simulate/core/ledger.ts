/**
 * What was sent, and what profilers say they have of it.
 *
 * 1. A batch is lost that was sent and that no profiler has counted; nothing else is called taken.
 * 2. The age of a host's profile is that of its VM whose last sample is oldest: one VM that is left out shows.
 */
import type { HostProfiles } from "../../kit/domain/profile.ts";
import type { TrafficBatch } from "../../kit/domain/traffic.ts";

interface HostLedger {
  sentBatches: number;
  /** By the profilers' count, when the simulation began. */
  takenBefore: number;
  taken: number;
  /** Of its last batch. */
  vmIds: readonly string[];
}

export interface Ages {
  readonly questions: number;
  readonly medianSeconds: number;
  readonly p99Seconds: number;
  readonly maximumSeconds: number;
}

export interface Totals {
  readonly batches: number;
  readonly samples: number;
  readonly batchBytes: number;
  readonly taken: number;
  readonly lost: number;
  readonly hostsBehind: number;
}

const BUCKET_MILLISECONDS = 10;
const BUCKETS = 6_000;

export class Ledger {
  readonly #hosts: readonly HostLedger[];
  readonly #samples = { batches: 0, samples: 0, batchBytes: 0 };
  /** A minute in hundredths of a second: what is older counts into the last. */
  readonly #ages = new Uint32Array(BUCKETS);
  #questions = 0;
  #maximumMilliseconds = 0;

  constructor(hosts: number) {
    this.#hosts = Array.from({ length: hosts }, () => ({ sentBatches: 0, takenBefore: 0, taken: 0, vmIds: [] }));
  }

  /** Of before anything is sent: an earlier simulation may have left profiles of the same hosts. */
  begins(host: number, takenBatches: number): void {
    const ledger = this.#hosts[host] as HostLedger;
    ledger.takenBefore = takenBatches;
    ledger.taken = takenBatches;
  }

  sent(host: number, batch: TrafficBatch, bytes: number): void {
    const ledger = this.#hosts[host] as HostLedger;
    ledger.sentBatches += 1;
    ledger.vmIds = batch.samples.map(({ vmId }) => vmId);
    this.#samples.batches += 1;
    this.#samples.samples += batch.samples.length;
    this.#samples.batchBytes += bytes;
  }

  counted(host: number, takenBatches: number): void {
    const ledger = this.#hosts[host] as HostLedger;
    ledger.taken = Math.max(ledger.taken, takenBatches);
  }

  /** How old what was answered is, while samples are sent; undefined when there was nothing to know yet. */
  aged(host: number, profiles: HostProfiles, nowUnixMilliseconds: number): number | undefined {
    const ledger = this.#hosts[host] as HostLedger;
    // With the very first the answer may have crossed.
    if (ledger.sentBatches < 2) return undefined;
    const times = new Map(profiles.vms.map((vm) => [vm.vmId, vm.lastSampleTimeUnixMilliseconds]));
    const known = ledger.vmIds.flatMap((vmId) => times.get(vmId) ?? []);
    if (known.length === 0) return undefined;
    const age = Math.max(0, nowUnixMilliseconds - Math.min(...known));
    this.#questions += 1;
    this.#maximumMilliseconds = Math.max(this.#maximumMilliseconds, age);
    const bucket = Math.min(BUCKETS - 1, Math.floor(age / BUCKET_MILLISECONDS));
    this.#ages[bucket] = (this.#ages[bucket] ?? 0) + 1;
    return age / 1000;
  }

  /** Hosts of which not all that was sent has been counted. */
  behind(): readonly number[] {
    return this.#hosts.flatMap((ledger, host) => (missing(ledger) > 0 ? host : []));
  }

  totals(): Totals {
    const lost = this.#hosts.reduce((sum, ledger) => sum + Math.max(0, missing(ledger)), 0);
    const { batches, samples, batchBytes } = this.#samples;
    return { batches, samples, batchBytes, taken: batches - lost, lost, hostsBehind: this.behind().length };
  }

  ages(): Ages {
    return {
      questions: this.#questions,
      medianSeconds: this.#quantile(0.5),
      p99Seconds: this.#quantile(0.99),
      maximumSeconds: this.#maximumMilliseconds / 1000,
    };
  }

  /** The upper edge of the bucket in which it lies. */
  #quantile(share: number): number {
    let left = Math.ceil(this.#questions * share);
    for (let bucket = 0; bucket < BUCKETS && left > 0; bucket += 1) {
      left -= this.#ages[bucket] ?? 0;
      if (left <= 0) return ((bucket + 1) * BUCKET_MILLISECONDS) / 1000;
    }
    return 0;
  }
}

function missing({ sentBatches, taken, takenBefore }: HostLedger): number {
  return sentBatches - (taken - takenBefore);
}
