/** What the network learns of a VM that has moved: real QEMU, taps and bridges. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { test } from "node:test";
import { setTimeout as delay } from "node:timers/promises";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { learnedAddresses } from "../../services/kit/hypervisor/bridge.ts";
import { describeLinked } from "../linked-executors.ts";

const macAddress = "52:54:00:ab:cd:01";

describeLinked(
  "a VM that has moved",
  (on) => {
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
        const { networkNamespace } = on.links.b;
        addBridge(on.links.a.networkNamespace);
        // Two times two seconds until a new port forwards: QEMU's own announcement ends before.
        addBridge(networkNamespace, "stp_state", "1", "forward_delay", "200");
        const nics = [{ bridge: "br-vms", macAddress, model: "virtio-net-pci" as const }];
        const spec = on.pair.spec("vm-announced", { nics });
        await on.pair.launch("a", spec);
        const migration = await on.pair.migrate(spec, { technique });
        await on.pair.event(migration, "completed");
        await untilLearned(networkNamespace);
        await on.pair.end("b", spec.vmId);
        for (const namespace of [on.links.a.networkNamespace, networkNamespace]) {
          spawnSync("ip", ["-n", namespace, "link", "delete", "br-vms"]);
        }
      });
    }
  },
  "bridge",
);
