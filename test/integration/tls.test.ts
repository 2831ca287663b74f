/** Migrations under TLS: two executors with certificates of one authority, and what happens with those of another. */
import assert from "node:assert/strict";
import { execFileSync, spawnSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, test } from "node:test";
import { fileURLToPath } from "node:url";
import { unwrap } from "../../services/kit/failure/failure.ts";
import { issueCertificates } from "../../services/kit/tls/authority.ts";
import { problemsOf, validUntil } from "../../services/kit/tls/credentials.ts";
import { ExecutorPair, type ExecutorProcess } from "../executor-pair.ts";
import { NamespaceLinks } from "../namespace-link.ts";
import { missingPrograms } from "../servers.ts";

const privileges = process.getuid?.() === 0 ? false : "not root: no network namespace can be made";
const skip = missingPrograms("qemu-system-x86_64", "nats-server", "openssl", "ip") ?? privileges;
const slowBytesPerSecond = 150_000;
const CLI = fileURLToPath(new URL("../../services/cli/main.js", import.meta.url));

describe("TLS", { skip }, () => {
  let root: string;
  before(async () => {
    root = await mkdtemp(join(tmpdir(), "cf-tls-"));
    unwrap(await issueCertificates({ directory: join(root, "ours"), hostIds: ["a", "b", "c"], days: 30 }));
    unwrap(await issueCertificates({ directory: join(root, "theirs"), hostIds: ["a"], days: 30 }));
  });
  after(() => rm(root, { recursive: true, force: true }));

  test("a certificate whose end is no time is not valid for ever", async () => {
    const changed = join(root, "no-time");
    await cp(join(root, "ours", "a"), changed, { recursive: true });
    const file = join(changed, "server-cert.pem");
    const der = Buffer.from((await readFile(file, "utf8")).replace(/-----[^-]+-----|\s/g, ""), "base64");
    // Two times of the form YYMMDDhhmmssZ stand one after the other: the second is when it ends.
    const second = der.indexOf("Z", der.indexOf("Z") + 1);
    der.write("\n", second - 1, "latin1");
    await writeFile(file, `-----BEGIN CERTIFICATE-----\n${der.toString("base64")}\n-----END CERTIFICATE-----\n`);
    const problems = problemsOf(changed, "a", new Date());
    assert.ok(
      problems.some((problem) => problem.includes("where the time of its validity belongs")),
      problems.join("\n"),
    );
    assert.equal(validUntil(changed), undefined);
  });

  describe("between two executors", () => {
    let links: NamespaceLinks;
    let pair: ExecutorPair;
    const executors: ExecutorProcess[] = [];
    before(async () => {
      links = await NamespaceLinks.create();
      pair = await ExecutorPair.startBus({ a: links.a, b: links.b });
      for (const hostId of ["a", "b"]) {
        executors.push(await pair.startProcess(hostId, { tls: "on", tlsDirectory: join(root, "ours", hostId) }));
      }
    });
    after(async () => {
      await pair?.stop();
      await links?.remove();
    });

    for (const technique of ["PRE_COPY", "POST_COPY", "HYBRID"] as const) {
      test(`a VM moves by ${technique}, and back`, async () => {
        const spec = pair.spec(`vm-${technique}`);
        await pair.launch("a", spec);
        for (const [sourceHostId, destinationHostId] of [
          ["a", "b"],
          ["b", "a"],
        ] as const) {
          const migration = await pair.migrate(spec, { technique, sourceHostId, destinationHostId });
          const end = await pair.endOf(migration);
          assert.equal(end.name, "completed", end.name === "failed" ? end.body.reason : "");
          assert.equal(await pair.runState(destinationHostId, spec.vmId), "running");
        }
        await pair.end("a", spec.vmId);
      });
    }

    test("a post-copy whose way is cut is mended", async () => {
      const spec = pair.spec("vm-cut");
      await pair.launch("a", spec);
      const migration = await pair.migrate(spec, { technique: "POST_COPY", paceBytesPerSecond: slowBytesPerSecond });
      await pair.event(migration, "resumed");
      await pair.progressOf(migration, ({ phase }) => phase === "HOT" || phase === "BULK");
      await links.cut(0);
      await links.cut(1);
      await pair.event(migration, "paused");
      await links.mend(0);
      await links.mend(1);
      await pair.event(migration, "recovered");
      await pair.setPace(migration);
      await pair.event(migration, "completed");
      assert.equal(await pair.runState("b", spec.vmId), "running");
      await pair.end("b", spec.vmId);
    });

    for (const [what, settings] of [
      [
        "with certificates of another authority",
        () => ({ tls: "on", tlsDirectory: join(root, "theirs", "a") }) as const,
      ],
      ["in the clear", () => ({ tls: "off" }) as const],
      ["with another host's certificates", undefined],
    ] as const) {
      test(`a source ${what} is refused: the VM runs on there, and nothing is left at the destination`, async () => {
        const sourceHostId = settings === undefined ? "c" : "a";
        await stop(executors[0]);
        // Of our own authority, and for a host that is not the one that the VM comes from.
        const asAnother = { tls: "on", tlsDirectory: join(root, "ours", "c") } as const;
        executors[0] = await pair.startProcess(sourceHostId, { ...(settings?.() ?? asAnother), ...links.a });
        const spec = pair.spec(`vm-${what.length}`);
        await pair.launch(sourceHostId, spec);
        const migration = { ...pair.migration(spec.vmId, sourceHostId), destinationHostId: "b" };
        // The destination was told to expect the VM from a.
        await pair.prepare({ ...migration, sourceHostId: "a" }, spec, "PRE_COPY");
        const { port } = (await pair.event(migration, "incoming-ready")).body;
        await pair.startMigration(migration, { technique: "PRE_COPY", port });
        const end = await pair.endOf(migration);
        assert.ok(end.name === "failed" && end.body.vmLocation === "RUNS_AT_SOURCE", end.name);
        assert.equal(await pair.runState(sourceHostId, spec.vmId), "running");
        await pair.nothingLeft("b");
        await pair.end(sourceHostId, spec.vmId);
      });
    }

    async function stop(executor: ExecutorProcess | undefined): Promise<void> {
      executor?.child.kill("SIGTERM");
      await executor?.exited;
    }
  });

  test("what is wrong with certificates is said, and an executor does not start with them", async () => {
    const now = new Date();
    const day = 86_400_000;
    const directory = join(root, "ours", "a");
    assert.deepEqual(problemsOf(directory, "a", now), []);
    assert.match(
      problemsOf(directory, "b", now).join("; "),
      /server-cert\.pem is not for DNS:b.*names CN=a as its subject/,
    );
    assert.match(problemsOf(directory, "a", new Date(now.getTime() + 31 * day)).join("; "), /has expired on/);
    assert.match(problemsOf(directory, "a", new Date(now.getTime() - 2 * day)).join("; "), /is not valid before/);
    assert.match(problemsOf(join(root, "nothing"), "a", now).join("; "), /ca-cert\.pem cannot be read: ENOENT/);

    const mixed = join(root, "mixed");
    await cp(directory, mixed, { recursive: true });
    await cp(join(root, "theirs", "a", "server-cert.pem"), join(mixed, "server-cert.pem"));
    await writeFile(join(mixed, "client-key.pem"), "nonsense");
    const words = problemsOf(mixed, "a", now).join("; ");
    assert.match(words, /server-key\.pem is not the key of .*server-cert\.pem/);
    assert.match(words, /server-cert\.pem was not made by the authority/);
    assert.match(words, /client-key\.pem is not what it should be/);

    const main = fileURLToPath(new URL("../../services/executor/main.js", import.meta.url));
    const flags = ["--host-id", "a", "--vm-directory", join(root, "vms"), "--accelerator", "tcg"];
    const { status, stderr } = spawnSync(
      process.execPath,
      [main, ...flags, "--migration-address", "127.0.0.1", "--tls-directory", mixed],
      { encoding: "utf8" },
    );
    assert.equal(status, 1);
    assert.match(stderr, /TLS: .*was not made by the authority.*contraflow tls init/);
  });

  test("contraflow tls init makes what contraflow doctor finds nothing wrong with, and keeps what is there", () => {
    const directory = join(root, "made");
    const run = (...args: readonly string[]) => spawnSync(process.execPath, [CLI, ...args], { encoding: "utf8" });
    const made = run("tls", "init", "--directory", directory, "--hosts", "h1,h2", "--json");
    assert.equal(made.status, 0, made.stderr);
    assert.deepEqual(JSON.parse(made.stdout).issued, ["h1", "h2"]);
    const again = run("tls", "init", "--directory", directory, "--hosts", "h1,h3", "--json");
    assert.deepEqual(JSON.parse(again.stdout).issued, ["h3"]);
    const authority = join(directory, "ca", "ca-cert.pem");
    for (const host of ["h1", "h3"]) {
      const leaf = join(directory, host, "client-cert.pem");
      assert.match(execFileSync("openssl", ["verify", "-CAfile", authority, leaf], { encoding: "utf8" }), /OK/);
    }
    const healthy = run("doctor", "--host-id", "h1", "--tls-directory", join(directory, "h1"), "--json");
    const findings = JSON.parse(healthy.stdout).findings as { check: string; state: string }[];
    assert.equal(findings.find(({ check }) => check === "certificates")?.state, "passes", healthy.stdout);
    const wrong = run("doctor", "--host-id", "h2", "--tls-directory", join(directory, "h1"));
    assert.equal(wrong.status, 1);
    assert.match(wrong.stdout, /fails +certificates: .*is not for DNS:h2/);
  });
});
