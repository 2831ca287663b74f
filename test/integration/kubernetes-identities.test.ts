/** The overlay with identities, on those that `contraflow init` makes. */
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { after, before, describe, it } from "node:test";
import { parse } from "yaml";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { initCluster } from "../../services/kit/identity/init.ts";
import { parseConfig } from "../../services/kit/run/config.ts";
import { packageFile } from "../../services/lab/package-root.ts";
import { plannerConfig } from "../../services/planner/config.ts";
import { profilerConfig } from "../../services/profiler/config.ts";
import { envOf, fileText, type Manifest, manifests, podOf, typeErrors } from "../manifests.ts";
import { missingPrograms } from "../servers.ts";

const overlay: Manifest = parse(readFileSync(packageFile("deploy/kubernetes-identities/kustomization.yaml"), "utf8"));

/** Those operations of a JSON patch (RFC 6902) that the overlay uses. */
function patched(manifest: Manifest, operations: readonly Manifest[]): Manifest {
  const copy = structuredClone(manifest);
  for (const { op, path, value } of operations) {
    const keys: string[] = path.split("/").slice(1);
    const last = keys.pop() ?? "";
    const parent = keys.reduce((part, key) => part[key], copy);
    if (op === "add" && last === "-") parent.push(value);
    else if (op === "replace" && parent[last] !== undefined) parent[last] = value;
    else assert.fail(`${op} ${path}`);
  }
  return copy;
}

const workloads: readonly Manifest[] = overlay.patches.map(({ target, patch }: Manifest) => {
  const found = manifests.filter((one) => one.kind === target.kind && one.metadata.name === target.name);
  assert.equal(found.length, 1, target.name);
  return patched(found[0], parse(patch));
});
const containerOf = (name: string) =>
  podOf(workloads.find((one) => one.metadata.name === name)).spec.containers[0] as Manifest;
const secretFiles = new Map<string, readonly string[]>(
  overlay.secretGenerator.map((one: Manifest) => [one.name, one.files]),
);

describe("Kubernetes with identities", { skip: missingPrograms("nats-server", "openssl") ?? false }, () => {
  let root: string;
  before(async () => {
    root = mkdtempSync(join(tmpdir(), "cf-kube-"));
    unwrap(
      await initCluster({
        ...{ directory: join(root, "cluster"), hosts: ["host-a"], operators: ["o"], viewers: ["v"], days: 30 },
        ...{ natsNames: ["nats"], redisNames: ["redis"], natsDirectory: join(root, "contraflow") },
      }),
    );
  });
  after(() => rmSync(root, { recursive: true, force: true }));

  it("has manifests of the kinds that they say they are", () => {
    assert.deepEqual(typeErrors(workloads), []);
  });

  it("takes files that are made, and leaves those that make others at home", () => {
    const files = [...secretFiles.values()].flat();
    for (const file of files) assert.ok(existsSync(join(root, file)), file);
    for (const file of files) assert.match(file, /^cluster\/(nats|planner|profiler)\//);
  });

  it("mounts each secret where its reader looks, for nobody but the reader's group", () => {
    for (const workload of workloads) {
      const { volumes, containers, securityContext } = podOf(workload).spec;
      const secrets = volumes.filter((one: Manifest) => one.secret !== undefined);
      assert.equal(secrets.length, 1, workload.metadata.name);
      const [{ name, secret }] = secrets;
      assert.equal(secret.defaultMode, 0o440);
      assert.equal(securityContext.fsGroup, securityContext.runAsGroup);
      const mounts = containers[0].volumeMounts.filter((one: Manifest) => one.name === name);
      assert.deepEqual(mounts, [{ name, mountPath: "/etc/contraflow", readOnly: true }]);
      const held = (secretFiles.get(secret.secretName) ?? []).map((file) => basename(file));
      for (const value of Object.values(envOf(containers[0])).filter((one) => one.startsWith("/etc/"))) {
        assert.equal(dirname(value), "/etc/contraflow");
        assert.ok(held.includes(basename(value)), value);
      }
      // Beside the credentials: by what authority the bus's certificate is.
      if (workload.metadata.name !== "nats") assert.ok(held.includes("ca-cert.pem"));
    }
  });

  it("gives services a configuration that they take, of the same servers, under TLS", () => {
    for (const [name, schema] of [
      ["profiler", profilerConfig],
      ["planner", plannerConfig],
    ] as const) {
      const env = envOf(containerOf(name));
      const config = unwrap(
        parseConfig<{ natsUrl: string; natsCredentials?: string | undefined }>(schema, { env, flags: new Map() }),
      );
      assert.equal(config.natsUrl, "tls://nats:4222");
      assert.ok(config.natsCredentials?.endsWith(`/${name}.creds`));
    }
  });

  it("has a configuration of NATS that the server takes, with identities and without", () => {
    const directory = join(root, "contraflow");
    mkdirSync(join(root, "nats"));
    mkdirSync(directory);
    copyFileSync(join(packageFile("deploy/kubernetes"), "nats.conf"), join(root, "nats", "nats.conf"));
    const check = () => {
      const config = join(root, "nats", "nats.conf");
      const { status, stderr } = spawnSync("nats-server", ["-t", "-c", config], {
        ...{ encoding: "utf8", env: { ...process.env, POD_NAME: "nats-0" } },
      });
      return { status, stderr };
    };
    assert.ok(fileText("nats.conf").includes('include "../contraflow/nats.conf"'));
    copyFileSync(join(packageFile("deploy/kubernetes"), "no-identities.conf"), join(directory, "nats.conf"));
    assert.equal(check().status, 0, check().stderr);
    for (const file of secretFiles.get("nats-identities") ?? []) {
      copyFileSync(join(root, file), join(directory, basename(file)));
    }
    assert.equal(check().status, 0, check().stderr);
    rmSync(join(directory, "server-key.pem"));
    assert.notEqual(check().status, 0, "a check that finds nothing");
  });
});
