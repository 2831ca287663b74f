/** The last report of every host, by its id. */
import type { JetStreamManager, KV, KvEntry } from "nats";
import { type HostReport, timelyReport } from "../domain/host.ts";
import { fail, ok, type Result } from "../failure/failure.ts";
import { type Link, natsFailure } from "./connect.ts";
import { codecs } from "./messages.ts";
import { HOSTS_BUCKET } from "./streams.ts";

export interface HostEntry {
  /** Whose report it is to be; whoever could write it may have written another's. */
  readonly hostId: string;
  readonly bytes: Uint8Array;
  /** By the server's clock. */
  readonly storedUnixMilliseconds: number;
}

export function reportIn({ hostId, bytes, storedUnixMilliseconds }: HostEntry): Result<HostReport> {
  const report = codecs.HostReport.decode(bytes);
  if (!report.ok) return fail("invalid", `the report of ${hostId} cannot be read: ${report.failure.message}`);
  if (report.value.hostId !== hostId) return fail("invalid", `what ${hostId} reports is of ${report.value.hostId}`);
  return ok(timelyReport(report.value, storedUnixMilliseconds));
}

export class HostBucket {
  readonly #link: Link;
  readonly #manager: JetStreamManager;
  readonly #bucket: KV;

  constructor(link: Link, manager: JetStreamManager, bucket: KV) {
    this.#link = link;
    this.#manager = manager;
    this.#bucket = bucket;
  }

  /** `undefined`: nothing is left of what it reported. */
  async put(hostId: string, bytes: Uint8Array | undefined): Promise<Result<void>> {
    const bucket = this.#bucket;
    try {
      await this.#link.whileUp<unknown>(() =>
        bytes === undefined ? bucket.delete(hostId) : bucket.put(hostId, bytes),
      );
      return ok(undefined);
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  async read(): Promise<Result<HostEntry[]>> {
    try {
      const entries = await this.#link.whileUp(() => this.#entries());
      return ok(
        entries.flatMap((entry) => {
          if (entry === null || entry.operation !== "PUT") return [];
          return [{ hostId: entry.key, bytes: entry.value, storedUnixMilliseconds: entry.created.getTime() }];
        }),
      );
    } catch (error) {
      return { ok: false, failure: natsFailure(error) };
    }
  }

  /** Their names in one answer: a list of keys that is being written to tells a key twice, or passes one over. */
  async #entries(): Promise<(KvEntry | null)[]> {
    const prefix = `$KV.${HOSTS_BUCKET}.`;
    const stream = await this.#manager.streams.info(`KV_${HOSTS_BUCKET}`, { subjects_filter: `${prefix}>` });
    const keys = Object.keys(stream.state.subjects ?? {}).map((subject) => subject.slice(prefix.length));
    return Promise.all(keys.sort().map((key) => this.#bucket.get(key)));
  }
}
