import type { Link } from "../kit/domain/host.ts";
import type { Log } from "../kit/run/log.ts";
import type { AgentConfig } from "./config.ts";
import { speedBytesPerSecond } from "./core/host-facts.ts";
import type { LinkInterface } from "./core/traffic.ts";
import { interfaceIndex, networkNamespaceOf, readInterfaceFile } from "./proc.ts";

/** The host's own NICs, in the namespace of a process. */
export interface HostLinks {
  /** Whose counters to read. */
  interfaces(): readonly LinkInterface[];
  /**
   * What can be said of each. One whose speed is not known is left out until it is; without the first there are none,
   * for the next would be taken for it.
   */
  links(): readonly Link[];
}

export function hostLinks(configured: AgentConfig["links"], pid: number | "self", log: Log): HostLinks {
  const namespace = networkNamespaceOf(pid) ?? "";
  const withoutSpeed = new Set<string>();
  const note = (name: string, known: boolean) => {
    if (known === !withoutSpeed.has(name)) return;
    if (known) withoutSpeed.delete(name);
    else withoutSpeed.add(name);
    if (known) log.info({ link: name }, "speed of the link is known");
    else log.warn({ link: name }, "the kernel does not say this link's speed: configure it, or bring the link up");
  };
  return {
    interfaces: () =>
      configured.map(({ name }) => ({ namespace, interface: { name, index: interfaceIndex(pid, name) } })),
    links() {
      const links = configured.flatMap(({ name, egressBytesPerSecond, ingressBytesPerSecond }) => {
        const present = readInterfaceFile(pid, name, "ifindex") !== undefined;
        const speed = present ? speedBytesPerSecond(readInterfaceFile(pid, name, "speed")) : undefined;
        const egress = egressBytesPerSecond ?? speed;
        const ingress = ingressBytesPerSecond ?? speed;
        const known = present && egress !== undefined && ingress !== undefined;
        note(name, known);
        return known ? [{ name, egressBytesPerSecond: egress, ingressBytesPerSecond: ingress }] : [];
      });
      return links[0]?.name === configured[0]?.name ? links : [];
    },
  };
}
