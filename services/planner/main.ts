import { Bus } from "../kit/bus/bus.ts";
import { readSigningKey } from "../kit/bus/planner-keys.ts";
import { natsAddress } from "../kit/bus/settings.ts";
import { unwrap } from "../kit/failure/failure.ts";
import { runService } from "../kit/run/service.ts";
import { plannerConfig } from "./config.ts";
import { startPlanner } from "./service.ts";

await runService({
  name: "planner",
  schema: plannerConfig,
  async start(config, { log, signal }) {
    const { streamReplicas, signingKeyFile } = config;
    const signingKey = signingKeyFile === undefined ? undefined : unwrap(readSigningKey(signingKeyFile));
    if (signingKey === undefined) log.warn("signingKeyFile is not set: orders to hosts are not signed");
    else log.info({ publicKey: signingKey.publicKey }, "orders to hosts are signed");
    const bus = await Bus.connect({ ...natsAddress(config), name: "planner", streamReplicas, signingKey, log, signal });
    const planner = await startPlanner(config, { bus, wallMilliseconds: () => Date.now(), log });
    return {
      health: () => planner.health(),
      failed: bus.closed().then((reason) => `the connection to NATS has ended: ${reason?.message ?? "closed"}`),
      status: () => (bus.connected ? "NATS answers" : "NATS is away"),
      async close() {
        planner.stop();
        await bus.close();
        await planner.idle();
      },
    };
  },
});
