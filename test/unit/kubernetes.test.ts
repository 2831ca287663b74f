/**
 * The manifests of the control plane: each is checked against the types of Kubernetes' own API description, in which a field
 * that does not exist is an error (the server would drop it in silence), and what they say of each other is true.
 */
import assert from "node:assert/strict";
import { readdirSync } from "node:fs";
import { describe, it } from "node:test";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { parseConfig } from "../../services/kit/run/config.ts";
import { packageVersion } from "../../services/kit/run/version.ts";
import { parseSentinelUrl } from "../../services/kit/store/sentinel.ts";
import { plannerConfig } from "../../services/planner/config.ts";
import { profilerConfig } from "../../services/profiler/config.ts";
import {
  directory,
  envOf,
  fileText,
  kustomization,
  type Manifest,
  manifests,
  podOf,
  typeErrors,
} from "../manifests.ts";

type Labels = Readonly<Record<string, string>>;

const ofKind = (kind: string) => manifests.filter((one) => one.kind === kind);
const workloads = manifests.filter((one) => one.spec?.template !== undefined);
const containers = workloads.flatMap((workload) => podOf(workload).spec.containers as Manifest[]);

/** As Kubernetes selects; an empty selector is everybody. */
function selects(selector: Manifest, labels: Labels): boolean {
  const exact = Object.entries(selector.matchLabels ?? {}).every(([key, value]) => labels[key] === value);
  return (
    exact && (selector.matchExpressions ?? []).every((one: Manifest) => one.values.includes(labels[one.key] ?? ""))
  );
}
const selected = (selector: Manifest) => workloads.filter((one) => selects(selector, podOf(one).metadata.labels));
const portsOf = (workload: Manifest): readonly Manifest[] =>
  podOf(workload).spec.containers.flatMap((one: Manifest) => one.ports ?? []);
const portNames = (workload: Manifest) => portsOf(workload).map((port) => port.name as string);

describe("a manifest of Kubernetes", () => {
  it("is what its kind's description has, and nothing else", () => {
    assert.deepEqual(typeErrors(manifests), []);
  });

  it("is found wrong with a field that does not exist, one that is missing and one of another type", () => {
    const broken = (change: (one: Manifest) => void) => {
      const copy = structuredClone(ofKind("Deployment")[0]);
      change(copy);
      return copy;
    };
    const container = (one: Manifest) => one.spec.template.spec.containers[0];
    const errors = typeErrors([
      broken((one) => Object.assign(container(one), { livenesProbe: {} })),
      broken((one) => delete one.spec.selector),
      broken((one) => Object.assign(one.spec, { replicas: "2" })),
    ]);
    for (const pattern of [/livenesProbe/, /selector/, /string.*number/]) assert.match(errors.join("\n"), pattern);
    assert.equal(errors.length, 3);
  });

  it("is in the kustomization, as is every file beside it", () => {
    const generated = kustomization.configMapGenerator
      .flatMap((one: Manifest) => one.files)
      .map((file: string) => file.split("=").at(-1));
    const listed = ["kustomization.yaml", ...kustomization.resources, ...generated];
    assert.deepEqual(listed.sort(), readdirSync(directory).sort());
    const names = manifests.map((one) => `${one.kind} ${one.metadata.name}`);
    assert.equal(new Set(names).size, names.length);
    for (const one of manifests) assert.match(one.metadata.name, /^[a-z]([a-z0-9-]{0,61}[a-z0-9])?$/);
    assert.deepEqual(
      ofKind("Namespace").map((one) => one.metadata.name),
      [kustomization.namespace],
    );
  });
});

describe("the control plane in Kubernetes", () => {
  it("is three of NATS and Redis, two of each service", () => {
    const replicas = Object.fromEntries(workloads.map((one) => [one.metadata.name, one.spec.replicas]));
    assert.deepEqual(replicas, { nats: 3, redis: 3, profiler: 2, planner: 2 });
  });

  it("has images with tags, those of this version for its own", () => {
    const tags = new Map(kustomization.images.map((one: Manifest) => [one.name, one.newTag]));
    for (const { image } of containers) assert.match(String(tags.get(image)), /^\d/, image);
    assert.equal(tags.get("contraflow"), packageVersion());
  });

  it("runs without root, without a capability, on a root that nobody writes to", () => {
    for (const workload of workloads) {
      const { spec } = podOf(workload);
      assert.equal(spec.automountServiceAccountToken, false, workload.metadata.name);
      assert.equal(spec.securityContext.runAsNonRoot, true);
      assert.equal(spec.securityContext.seccompProfile.type, "RuntimeDefault");
    }
    for (const { name, securityContext } of containers) {
      const { allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities } = securityContext;
      assert.deepEqual(
        [allowPrivilegeEscalation, readOnlyRootFilesystem, capabilities],
        [false, true, { drop: ["ALL"] }],
        name,
      );
    }
  });

  it("has limits, and probes of ports that there are", () => {
    for (const workload of workloads) {
      for (const container of podOf(workload).spec.containers) {
        assert.ok(container.resources.limits.memory && container.resources.requests.cpu, container.name);
        for (const kind of ["readinessProbe", "livenessProbe"]) {
          const probe = container[kind];
          assert.ok(probe !== undefined, `${container.name} ${kind}`);
          const port = probe.httpGet?.port ?? probe.tcpSocket?.port;
          if (port !== undefined) assert.ok(portNames(workload).includes(port), `${container.name} ${port}`);
        }
      }
    }
    const [profiler, planner] = ofKind("Deployment").map((one) => podOf(one).spec.containers[0]);
    assert.deepEqual(profiler.readinessProbe, planner.readinessProbe);
    assert.deepEqual(profiler.livenessProbe, planner.livenessProbe);
  });

  it("mounts what there is, once each", () => {
    const generated = kustomization.configMapGenerator.map((one: Manifest) => one.name);
    for (const workload of workloads) {
      const { volumes = [], containers: own } = podOf(workload).spec;
      const claims = (workload.spec.volumeClaimTemplates ?? []).map((one: Manifest) => one.metadata.name);
      const names = [...volumes.map((one: Manifest) => one.name), ...claims];
      const mounted = own.flatMap((one: Manifest) => one.volumeMounts.map((mount: Manifest) => mount.name));
      assert.deepEqual([...new Set(mounted)].sort(), [...names].sort(), workload.metadata.name);
      for (const { configMap } of volumes) if (configMap !== undefined) assert.ok(generated.includes(configMap.name));
    }
    for (const { command = [], volumeMounts } of containers) {
      for (const word of command.filter((one: string) => one.startsWith("/etc/"))) {
        const mount = volumeMounts.find((one: Manifest) => word.startsWith(`${one.mountPath}/`));
        assert.ok(
          kustomization.configMapGenerator.some((one: Manifest) => one.files.includes(word.split("/").at(-1))),
          word,
        );
        assert.ok(mount, word);
      }
    }
  });

  it("is spread over nodes, and loses one of each at a time to whoever drains them", () => {
    for (const workload of workloads) {
      const { labels } = podOf(workload).metadata;
      assert.ok(selects(workload.spec.selector, labels), workload.metadata.name);
      const spread = podOf(workload).spec.topologySpreadConstraints;
      assert.ok(spread.some((one: Manifest) => one.topologyKey === "kubernetes.io/hostname"));
      for (const one of spread) assert.ok(selects(one.labelSelector, labels));
      const budgets = ofKind("PodDisruptionBudget").filter((one) => selects(one.spec.selector, labels));
      assert.equal(budgets.length, 1, workload.metadata.name);
      const { maxUnavailable, minAvailable } = budgets[0].spec;
      assert.equal(maxUnavailable ?? workload.spec.replicas - minAvailable, 1, workload.metadata.name);
    }
  });

  it("is reached over services that have somebody behind each port", () => {
    for (const service of ofKind("Service")) {
      const behind = selected({ matchLabels: service.spec.selector });
      assert.equal(behind.length, 1, service.metadata.name);
      for (const { port, targetPort } of service.spec.ports) {
        const target = portsOf(behind[0]).find((one) => one.name === targetPort);
        assert.equal(target?.containerPort, port, `${service.metadata.name} ${targetPort}`);
      }
    }
    for (const set of ofKind("StatefulSet")) {
      const service = ofKind("Service").find((one) => one.metadata.name === set.spec.serviceName);
      assert.equal(service?.spec.clusterIP, "None", set.metadata.name);
      assert.equal(service?.spec.publishNotReadyAddresses, true);
    }
  });

  it("lets nobody speak but whom it names, by ports that there are", () => {
    const policies = ofKind("NetworkPolicy");
    const all = policies.find((one) => one.metadata.name === "nothing");
    assert.deepEqual(all?.spec, { podSelector: {}, policyTypes: ["Ingress", "Egress"] });
    for (const { metadata, spec } of policies) {
      assert.ok(selected(spec.podSelector).length > 0, metadata.name);
      const check = (rule: Manifest, receivers: readonly Manifest[]) => {
        for (const { port } of rule.ports) {
          if (typeof port !== "string") continue;
          for (const one of receivers) assert.ok(portNames(one).includes(port), `${metadata.name} ${port}`);
        }
      };
      for (const rule of spec.ingress ?? []) {
        for (const one of rule.from)
          if (one.podSelector) assert.ok(selected(one.podSelector).length > 0, metadata.name);
        check(rule, selected(spec.podSelector));
      }
      for (const rule of spec.egress ?? []) {
        for (const one of rule.to) if (!one.namespaceSelector) check(rule, selected(one.podSelector));
      }
    }
    const cidrs = policies.flatMap((one) =>
      (one.spec.ingress ?? []).flatMap((rule: Manifest) =>
        rule.from.flatMap((from: Manifest) => from.ipBlock?.cidr ?? []),
      ),
    );
    const [hosts] = ofKind("Service").filter((one) => one.spec.type === "LoadBalancer");
    assert.deepEqual(cidrs, hosts.spec.loadBalancerSourceRanges);
  });

  it("gives its services a configuration that they take, of servers that there are", () => {
    const nats = ofKind("StatefulSet").find((one) => one.metadata.name === "nats");
    const redis = ofKind("StatefulSet").find((one) => one.metadata.name === "redis");
    for (const [name, schema] of [
      ["profiler", profilerConfig],
      ["planner", plannerConfig],
    ] as const) {
      const [container] = podOf(ofKind("Deployment").find((one) => one.metadata.name === name)).spec.containers;
      assert.deepEqual(container.args, [name]);
      const config = unwrap(
        parseConfig<{ natsUrl: string; streamReplicas?: number | undefined }>(schema, {
          env: envOf(container),
          flags: new Map(),
        }),
      );
      assert.equal(config.streamReplicas, nats.spec.replicas);
      const { hostname, port } = new URL(config.natsUrl);
      const service = ofKind("Service").find((one) => one.metadata.name === hostname);
      assert.ok(
        service?.spec.ports.some((one: Manifest) => String(one.port) === port),
        config.natsUrl,
      );
    }
    const [profiler] = podOf(ofKind("Deployment").find((one) => one.metadata.name === "profiler")).spec.containers;
    const address = unwrap(parseSentinelUrl(envOf(profiler).CONTRAFLOW_REDIS_URL ?? ""));
    const peers = Array.from({ length: redis.spec.replicas }, (_, index) => `redis-${index}`);
    assert.deepEqual(
      address.sentinels,
      peers.map((peer) => ({ host: `${peer}.${redis.spec.serviceName}`, port: 26_379 })),
    );
    assert.match(
      fileText("start-sentinel.sh"),
      new RegExp(`^sentinel monitor ${address.name} \\$\\{master\\} 6379 2$`, "m"),
    );
    assert.match(fileText("start-redis.sh"), new RegExp(`^for peer in ${peers.join(" ")}; do$`, "m"));
  });

  it("has NATS servers that know each other, and time to hand over what they lead", () => {
    const nats = ofKind("StatefulSet").find((one) => one.metadata.name === "nats");
    const text = fileText("nats.conf");
    const routes = [...text.matchAll(/"nats:\/\/([^:"]+):6222"/g)].map(([, host]) => host);
    assert.deepEqual(
      routes,
      Array.from({ length: nats.spec.replicas }, (_, index) => `nats-${index}.${nats.spec.serviceName}`),
    );
    const seconds = (name: string) => Number(new RegExp(`^${name}: "(\\d+)s"`, "m").exec(text)?.[1]);
    const handOver = seconds("lame_duck_duration") + seconds("lame_duck_grace_period");
    assert.ok(handOver < podOf(nats).spec.terminationGracePeriodSeconds, String(handOver));
    const gigabytes = Number(/^ {2}max_file_store: (\d+)GB$/m.exec(text)?.[1]);
    const volume = nats.spec.volumeClaimTemplates[0].spec.resources.requests.storage;
    assert.ok(gigabytes < Number(/^(\d+)Gi$/.exec(volume)?.[1]), volume);
  });
});
