/** Two network namespaces of this machine, joined by a switch of two networks that can be cut. Only root can make them. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
let made = 0;

export interface NamespaceSide {
  readonly networkNamespace: string;
  /** One for each link. */
  readonly addresses: readonly [string, string];
}

export class NamespaceLinks {
  readonly a: NamespaceSide;
  readonly b: NamespaceSide;
  /** Where the switch is. */
  readonly #switch: string;

  private constructor(a: NamespaceSide, b: NamespaceSide, switchNamespace: string) {
    this.#switch = switchNamespace;
    this.a = a;
    this.b = b;
  }

  static async create(): Promise<NamespaceLinks> {
    made += 1;
    const name = `cft-${process.pid}-${made}`;
    const side = (letter: string, last: number): NamespaceSide => ({
      networkNamespace: `${name}-${letter}`,
      addresses: [`10.213.1.${last}`, `10.213.2.${last}`],
    });
    const links = new NamespaceLinks(side("a", 1), side("b", 2), `${name}-s`);
    for (const namespace of [links.a.networkNamespace, links.b.networkNamespace, links.#switch]) {
      await run("ip", ["netns", "add", namespace]);
      await run("ip", ["-n", namespace, "link", "set", "lo", "up"]);
    }
    for (const link of [0, 1] as const) {
      await run("ip", ["-n", links.#switch, "link", "add", bridgeOf(link), "type", "bridge"]);
      await run("ip", ["-n", links.#switch, "link", "set", bridgeOf(link), "up"]);
      for (const [letter, { networkNamespace, addresses }] of [
        ["a", links.a],
        ["b", links.b],
      ] as const) {
        const peer = ["type", "veth", "peer", "name", portOf(letter, link), "netns", links.#switch];
        await run("ip", ["-n", networkNamespace, "link", "add", nameOf(link), ...peer]);
        await run("ip", ["-n", links.#switch, "link", "set", portOf(letter, link), "master", bridgeOf(link), "up"]);
        await run("ip", ["-n", networkNamespace, "addr", "add", `${addresses[link]}/24`, "dev", nameOf(link)]);
        await run("ip", ["-n", networkNamespace, "link", "set", nameOf(link), "up"]);
      }
    }
    return links;
  }

  /** Neither side is told: what is sent is lost, as in a switch that has failed. */
  async cut(link: 0 | 1): Promise<void> {
    await run("ip", ["-n", this.#switch, "link", "set", portOf("a", link), "nomaster"]);
  }

  async mend(link: 0 | 1): Promise<void> {
    await run("ip", ["-n", this.#switch, "link", "set", portOf("a", link), "master", bridgeOf(link)]);
  }

  async remove(): Promise<void> {
    for (const name of [this.a.networkNamespace, this.b.networkNamespace, this.#switch]) {
      await run("ip", ["netns", "del", name]);
    }
  }
}

function nameOf(link: 0 | 1): string {
  return `veth${link}`;
}

function portOf(letter: "a" | "b", link: 0 | 1): string {
  return `${letter}${link}`;
}

function bridgeOf(link: 0 | 1): string {
  return `br${link}`;
}
