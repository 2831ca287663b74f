/** What the network learns of a VM that has moved: real QEMU, taps and bridges. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { after, before, describe, test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { learnedAddresses } from "../../services/kit/hypervisor/bridge.ts";
import { ExecutorPair } from "../executor-pair.ts";
import { NamespaceLinks } from "../namespace-link.ts";
import { missingPrograms } from "../servers.ts";

const privileges = process.getuid?.() === 0 ? false : "not root: no network namespace can be made";
const skip = missingPrograms("qemu-system-x86_64", "nats-server", "ip", "tc", "bridge") ?? privileges;
const macAddress = "52:54:00:ab:cd:01";

describe("a VM that has moved", { skip }, () => {
  let links: NamespaceLinks;
  let pair: ExecutorPair;
  before(async () => {
    links = await NamespaceLinks.create();
    pair = await ExecutorPair.start({ a: links.a, b: links.b });
  });
  after(async () => {
    await pair?.stop();
    await links?.remove();
  });

  function addBridge(namespace: string, ...settings: readonly string[]): void {
    const made = spawnSync("ip", ["-n", namespace, "link", "add", "br-vms", "type", "bridge", ...settings]);
    assert.equal(made.status, 0, made.stderr.toString());
    spawnSync("ip", ["-n", namespace, "link", "set", "br-vms", "up"]);
  }

  async function untilLearned(namespace: string): Promise<void> {
    for (;;) {
      const taps = spawnSync("ip", ["-n", namespace, "-br", "link", "show", "type", "tun"]).stdout.toString();
      const names = taps.split("\n").flatMap((line) => line.split(/\s/)[0] || []);
      const learned = unwrap(await learnedAddresses(names, namespace));
      if (learned.has(macAddress)) return;
      await delay(50);
    }
  }

  for (const technique of ["PRE_COPY", "POST_COPY"] as const) {
    test(`a ${technique}: is announced until a bridge whose port was still shut has learned where it is`, async () => {
      const { networkNamespace } = links.b;
      addBridge(links.a.networkNamespace);
      // Two times two seconds until a new port forwards: QEMU's own announcement ends before.
      addBridge(networkNamespace, "stp_state", "1", "forward_delay", "200");
      const nics = [{ bridge: "br-vms", macAddress, model: "virtio-net-pci" as const }];
      const spec = pair.spec("vm-announced", { nics });
      await pair.launch("a", spec);
      const migration = await pair.migrate(spec, { technique });
      await pair.event(migration, "completed");
      await untilLearned(networkNamespace);
      await pair.end("b", spec.vmId);
      for (const namespace of [links.a.networkNamespace, networkNamespace]) {
        spawnSync("ip", ["-n", namespace, "link", "delete", "br-vms"]);
      }
    });
  }
});
