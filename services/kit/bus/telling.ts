/**
 * Core NATS with an answer: whether the server has a message, and whether anybody was there to hear it.
 *
 * Relies on: a server that says "no responders" on a message's reply subject when nobody listens to it, before it answers a
 * later ping of the same connection; it says nothing when somebody does, and whoever does need not reply.
 */
import { createInbox, type MsgHdrs, type NatsConnection } from "nats";
import { fail, ok, type Result } from "../failure/failure.ts";
import { inboxPrefix } from "../identity/role.ts";
import { type Link, natsFailure } from "./connect.ts";

const NO_RESPONDERS = 503;

export class Telling {
  readonly #link: Link;
  readonly #connection: NatsConnection;
  readonly #inbox: string;
  readonly #unheard = new Set<string>();
  #listens = false;
  #told = 0;

  constructor(link: Link) {
    this.#link = link;
    this.#connection = link.nats;
    this.#inbox = createInbox(link.identity === undefined ? undefined : inboxPrefix(link.identity));
  }

  async tell(subject: string, bytes: Uint8Array, headers: MsgHdrs): Promise<Result<void>> {
    this.#told += 1;
    const reply = `${this.#inbox}.${this.#told}`;
    try {
      await this.#link.whileUp(async () => {
        this.#listen();
        this.#connection.publish(subject, bytes, { headers, reply });
        await this.#connection.flush();
      });
    } catch (error) {
      this.#unheard.delete(reply);
      return { ok: false, failure: natsFailure(error) };
    }
    return this.#unheard.delete(reply) ? fail("unavailable", `nobody listens to ${subject}`) : ok(undefined);
  }

  #listen(): void {
    if (this.#listens) return;
    this.#listens = true;
    this.#connection.subscribe(`${this.#inbox}.*`, {
      callback: (_, message) => {
        if (message.headers?.code === NO_RESPONDERS) this.#unheard.add(message.subject);
      },
    });
  }
}
