/** A service for the tests of its life: it says on standard output what happens to it. */
import { z } from "zod";
import { fail, ok } from "../../services/kit/failure/failure.ts";
import { runService } from "../../services/kit/run/service.ts";

const schema = z.strictObject({
  natsUrl: z.string().startsWith("nats://"),
  healthFile: z.string().optional(),
  logLevel: z.enum(["info", "silent"]).default("silent"),
  /** How the service behaves. */
  mode: z.enum(["runs", "ails", "hangs", "fails", "waits", "throws", "lingers", "breaks"]),
});

const say = (word: string) => process.stdout.write(`${word}\n`);

await runService({
  name: "fake",
  schema,
  async start({ mode }, { signal }) {
    if (mode === "throws") throw new Error("no such thing");
    const alive = setInterval(() => undefined, 1_000);
    if (mode === "waits") {
      say("waiting");
      await new Promise((resolve) => signal.addEventListener("abort", resolve, { once: true }));
      clearInterval(alive);
      signal.throwIfAborted();
    }
    say("running");
    return {
      async health() {
        if (mode === "ails") return fail("unavailable", "its store is full");
        return ok(undefined);
      },
      failed: mode === "fails" ? Promise.resolve("the subscription ended") : new Promise(() => undefined),
      status: () => mode,
      async close() {
        say("draining");
        if (mode === "breaks") throw new Error("could not close");
        if (mode === "hangs") await new Promise(() => undefined);
        if (mode !== "lingers") clearInterval(alive);
        say("drained");
      },
    };
  },
});
