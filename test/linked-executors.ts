/** Two executors whose QEMUs are on two sides of a switch that can be cut: what several suites begin and end with. */
import { after, before, describe } from "node:test";
import { ExecutorPair } from "./executor-pair.ts";
import { NamespaceLinks } from "./namespace-link.ts";
import { missingPrograms } from "./servers.ts";

export interface LinkedExecutors {
  readonly links: NamespaceLinks;
  readonly pair: ExecutorPair;
}

const privileges = process.getuid?.() === 0 ? false : "not root: no network namespace can be made";

/** `on` has its parts once the suite has begun. `programs`: what it needs besides. */
export function describeLinked(
  title: string,
  body: (on: LinkedExecutors) => void,
  ...programs: readonly string[]
): void {
  const skip = missingPrograms("qemu-system-x86_64", "nats-server", "ip", "tc", ...programs) ?? privileges;
  describe(title, { skip }, () => {
    const on: { -readonly [K in keyof LinkedExecutors]?: LinkedExecutors[K] } = {};
    before(async () => {
      on.links = await NamespaceLinks.create();
      on.pair = await ExecutorPair.start({ a: on.links.a, b: on.links.b });
    });
    after(async () => {
      await on.pair?.stop();
      await on.links?.remove();
    });
    body(on as LinkedExecutors);
  });
}
