import assert from "node:assert/strict";
import { test } from "node:test";
import { chooseNatsUrl, unreachable } from "../../services/cli/nats-url.ts";
import type { LabState } from "../../services/kit/run/lab-state.ts";

function lab(name: string): LabState {
  return {
    name,
    directory: `/cache/labs/${name}`,
    token: "0123456789abcdef",
    scenario: "mixed-4",
    linkMbit: 200,
    natsUrl: `nats://127.0.0.1:1${name.length}`,
    redisUrl: "redis://127.0.0.1:2",
    accelerator: "tcg",
    qemu: "7.2.22",
    hostIds: ["host-a"],
    phase: "up",
    createdUnixMilliseconds: 0,
    processes: [],
  };
}

for (const { what, flag, environment, labs, url, origin } of [
  {
    what: "a flag wins",
    flag: "nats://f",
    environment: "nats://e",
    labs: [lab("x")],
    url: "nats://f",
    origin: /--nats/,
  },
  { what: "then the environment", environment: "nats://e", labs: [lab("x")], url: "nats://e", origin: /CONTRAFLOW/ },
  { what: "then the only lab", labs: [lab("x")], url: "nats://127.0.0.1:11", origin: /lab x/ },
  { what: "of two labs none is chosen", labs: [lab("x"), lab("y")], url: "nats://127.0.0.1:4222", origin: /x, y/ },
  { what: "an empty variable is no url", environment: "", labs: [], url: "nats://127.0.0.1:4222", origin: /default/ },
]) {
  test(`which bus: ${what}`, () => {
    const choice = chooseNatsUrl({ flag, environment, labs });
    assert.equal(choice.url, url);
    assert.match(choice.origin, origin);
    assert.ok(unreachable(choice, "for a reason").includes(url));
  });
}
