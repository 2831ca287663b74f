/**
 * Two network namespaces of this machine, joined by a switch of two networks for migrations, which can be cut, and one for
 * VMs, which stays. Only root can make them.
 */
import { execFile, execFileSync } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
let made = 0;

export interface NamespaceSide {
  readonly networkNamespace: string;
  /** One for each link. */
  readonly addresses: readonly [string, string];
}

/** Of each side, and of the switch: what VMs on either side are joined by. */
const VM_BRIDGE = "br-vm";

export class NamespaceLinks {
  /** A VM's NIC on either side is joined to this bridge. */
  readonly vmBridge = VM_BRIDGE;
  /** Where the VMs' peers are: on the switch, with this address in the VMs' network. */
  readonly peerAddress = "10.213.3.254";
  readonly a: NamespaceSide;
  readonly b: NamespaceSide;
  /** Where the switch is, and the VMs' peers. */
  readonly switchNamespace: string;

  private constructor(a: NamespaceSide, b: NamespaceSide, switchNamespace: string) {
    this.switchNamespace = switchNamespace;
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
    for (const namespace of [links.a.networkNamespace, links.b.networkNamespace, links.switchNamespace]) {
      await run("ip", ["netns", "add", namespace]);
      await run("ip", ["-n", namespace, "link", "set", "lo", "up"]);
    }
    for (const link of [0, 1] as const) {
      await run("ip", ["-n", links.switchNamespace, "link", "add", bridgeOf(link), "type", "bridge"]);
      await run("ip", ["-n", links.switchNamespace, "link", "set", bridgeOf(link), "up"]);
      for (const [letter, { networkNamespace, addresses }] of [
        ["a", links.a],
        ["b", links.b],
      ] as const) {
        const peer = ["type", "veth", "peer", "name", portOf(letter, link), "netns", links.switchNamespace];
        await run("ip", ["-n", networkNamespace, "link", "add", nameOf(link), ...peer]);
        await run("ip", [
          "-n",
          links.switchNamespace,
          "link",
          "set",
          portOf(letter, link),
          "master",
          bridgeOf(link),
          "up",
        ]);
        await run("ip", ["-n", networkNamespace, "addr", "add", `${addresses[link]}/24`, "dev", nameOf(link)]);
        await run("ip", ["-n", networkNamespace, "link", "set", nameOf(link), "up"]);
      }
    }
    await links.#joinVms();
    return links;
  }

  async #joinVms(): Promise<void> {
    const middle = this.switchNamespace;
    await run("ip", ["-n", middle, "link", "add", VM_BRIDGE, "type", "bridge"]);
    await run("ip", ["-n", middle, "addr", "add", `${this.peerAddress}/24`, "dev", VM_BRIDGE]);
    await run("ip", ["-n", middle, "link", "set", VM_BRIDGE, "up"]);
    for (const [letter, { networkNamespace }] of [
      ["a", this.a],
      ["b", this.b],
    ] as const) {
      const port = `${letter}-vm`;
      const peer = ["type", "veth", "peer", "name", port, "netns", middle];
      await run("ip", ["-n", networkNamespace, "link", "add", VM_BRIDGE, "type", "bridge"]);
      await run("ip", ["-n", networkNamespace, "link", "add", "veth-vm", ...peer]);
      await run("ip", ["-n", networkNamespace, "link", "set", "veth-vm", "master", VM_BRIDGE, "up"]);
      await run("ip", ["-n", networkNamespace, "link", "set", VM_BRIDGE, "up"]);
      await run("ip", ["-n", middle, "link", "set", port, "master", VM_BRIDGE, "up"]);
    }
  }

  /** Neither side is told: what is sent is lost, as in a switch that has failed. */
  async cut(link: 0 | 1): Promise<void> {
    await run("ip", ["-n", this.switchNamespace, "link", "set", portOf("a", link), "nomaster"]);
  }

  async mend(link: 0 | 1): Promise<void> {
    await run("ip", ["-n", this.switchNamespace, "link", "set", portOf("a", link), "master", bridgeOf(link)]);
  }

  /** Of one side's network: what it is set to, or to what it is set now. */
  sysctl(side: "a" | "b", name: string, value?: string): string {
    const what = value === undefined ? ["-n", name] : ["-w", `${name}=${value}`];
    return execFileSync("ip", ["netns", "exec", this[side].networkNamespace, "sysctl", ...what], {
      encoding: "utf8",
    }).trim();
  }

  async remove(): Promise<void> {
    for (const name of [this.a.networkNamespace, this.b.networkNamespace, this.switchNamespace]) {
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
