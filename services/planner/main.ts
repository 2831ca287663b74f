import { Bus } from "../kit/bus/bus.ts";
import { runService } from "../kit/run/service.ts";
import { plannerConfig } from "./config.ts";
import { startPlanner } from "./service.ts";

await runService({
  name: "planner",
  schema: plannerConfig,
  async start(config, { log, signal }) {
    const { natsUrl: url, streamReplicas } = config;
    const bus = await Bus.connect({ url, name: "planner", streamReplicas, log, signal });
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
