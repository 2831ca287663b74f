import { Bus } from "../kit/bus/bus.ts";
import { natsAddress } from "../kit/bus/settings.ts";
import { runService } from "../kit/run/service.ts";
import { Store } from "../kit/store/store.ts";
import { profilerConfig } from "./config.ts";
import { redisProfiles } from "./profiles.ts";
import { startProfiler } from "./service.ts";

await runService({
  name: "profiler",
  schema: profilerConfig,
  async start(config, { log, signal }) {
    // Redis first: batches that come before it is there would only be dropped.
    const store = await Store.connect({
      ...{ url: config.redisUrl, user: config.redisUser, passwordFile: config.redisPasswordFile, ca: config.redisCa },
      ...{ name: "profiler", log, signal },
    });
    const bus = await Bus.connect({
      ...natsAddress(config),
      name: "profiler",
      streamReplicas: config.streamReplicas,
      log,
      signal,
    }).catch(async (error: unknown) => {
      await store.close();
      throw error;
    });
    const profiler = startProfiler(config, {
      bus,
      profiles: redisProfiles(store, config),
      wallMilliseconds: () => Date.now(),
      log,
    });
    return {
      health: () => profiler.health(),
      failed: bus.closed().then((reason) => `the connection to NATS has ended: ${reason?.message ?? "closed"}`),
      status: () =>
        `${bus.connected ? "NATS answers" : "NATS is away"}; ${store.ready ? "Redis answers" : "Redis is away"}`,
      async close() {
        await bus.close();
        await profiler.idle();
        await store.close();
      },
    };
  },
});
