/** The examples that the package puts into /etc/contraflow: what they say of a setting is what the service takes. */
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { describe, it } from "node:test";
import { parse } from "yaml";
import type { z } from "zod";
import { agentConfig } from "../../services/agent/config.ts";
import { executorConfig } from "../../services/executor/config.ts";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { parseConfig } from "../../services/kit/run/config.ts";
import { packageFile } from "../../services/lab/package-root.ts";

const examples: readonly [string, z.ZodObject][] = [
  ["agent", agentConfig as unknown as z.ZodObject],
  ["executor", executorConfig],
];

/** A sentence has a space after its #, a setting that is left out has none. */
const withDefaults = (text: string) => text.replace(/^#(?=[a-zA-Z])/gm, "");
const withEverything = (text: string) => withDefaults(text).replace(/^( +)# (?=[a-zA-Z]+: )/gm, "$1");

const parsed = (schema: z.ZodObject, text: string) =>
  unwrap(parseConfig(schema, { file: parse(text), env: {}, flags: new Map() })) as { [key: string]: unknown };

for (const [service, schema] of examples) {
  describe(`the example configuration of the ${service}`, () => {
    const text = readFileSync(packageFile(`deploy/config/${service}.yaml`), "utf8");

    it("is a configuration, as it is and with everything that is left out", () => {
      parsed(schema, text);
      parsed(schema, withEverything(text));
    });

    it("has every setting that there is, each with words before it", () => {
      const written = parse(withEverything(text)) as { [key: string]: unknown };
      assert.deepEqual(Object.keys(written).sort(), Object.keys(schema.shape).sort());
      for (const key of Object.keys(written)) {
        const before = text.slice(0, text.search(new RegExp(`^#?${key}:`, "m")));
        // Settings that belong together share their words.
        assert.match(before, /^# .+\n(#?[a-zA-Z]+: .+\n)*$/m, key);
        assert.match(before.split("\n\n").at(-1) ?? "", /^# /, key);
      }
    });

    it("says the defaults as they are", () => {
      const defaults = parsed(schema, text);
      const written = parsed(schema, withDefaults(text));
      for (const [key, value] of Object.entries(defaults)) assert.deepEqual(written[key], value, key);
    });
  });
}
