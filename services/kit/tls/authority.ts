import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
import { isIP } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fail, messageOf, ok, type Result } from "../failure/failure.ts";
import { runCommand } from "../hypervisor/command.ts";
import { CA_CERTIFICATE, certificateFile, keyFile, parts, subjectOf } from "./credentials.ts";

/**
 * A certificate authority of one's own, made with the `openssl` program: for tests, and for clusters that have no other. In
 * `<directory>/ca` its certificate and key, in `<directory>/<host>` what that host needs.
 */

export interface Authority {
  readonly directory: string;
  readonly hostIds: readonly string[];
  readonly days: number;
}

const AUTHORITY = "ca";
const AUTHORITY_KEY = "ca-key.pem";
const usage = { server: "serverAuth", client: "clientAuth" } as const;

/** An authority that is there is used again, and a host that has its files keeps them. Returns the hosts that got theirs. */
export async function issueCertificates({ directory, hostIds, days }: Authority): Promise<Result<readonly string[]>> {
  const authority = join(directory, AUTHORITY);
  const made = await makeAuthority(authority, days);
  if (!made.ok) return made;
  const issued: string[] = [];
  for (const hostId of hostIds) {
    const done = await issueHost(authority, join(directory, hostId), { hostId, days });
    if (!done.ok) return done;
    if (done.value) issued.push(hostId);
  }
  return ok(issued);
}

/** One that is there is kept. */
export async function makeAuthority(authority: string, days: number): Promise<Result<unknown>> {
  const key = join(authority, AUTHORITY_KEY);
  if (existsSync(key)) return ok(undefined);
  await mkdir(authority, { recursive: true, mode: 0o700 });
  const made = await openssl([
    ...["req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", String(days)],
    ...["-subj", "/CN=contraflow", "-keyout", `${key}.new`, "-out", join(authority, CA_CERTIFICATE)],
    ...["-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign"],
  ]);
  if (!made.ok) return made;
  await chmod(`${key}.new`, 0o600);
  await rename(`${key}.new`, key);
  return made;
}

/** What a host shows in migrations, in a folder of its own. False: it was there, and is kept. */
export async function issueHost(
  authority: string,
  to: string,
  { hostId, days }: { readonly hostId: string; readonly days: number },
): Promise<Result<boolean>> {
  if (existsSync(to)) return ok(false);
  return inWorkDirectory(async (own) => {
    for (const part of parts) {
      const done = await issue(authority, own, { part, days, subject: subjectOf(hostId), names: [`DNS:${hostId}`] });
      if (!done.ok) return done;
    }
    await copyFile(join(authority, CA_CERTIFICATE), join(own, CA_CERTIFICATE));
    const beside = `${to}.new`;
    await rm(beside, { recursive: true, force: true });
    await moveFiles(own, beside, [CA_CERTIFICATE, ...parts.flatMap((part) => [certificateFile(part), keyFile(part)])]);
    // All of it or nothing.
    await rename(beside, to);
    return ok(true);
  });
}

/** What a server (NATS, Redis) shows, among its other files. `names`: by which it is reached, DNS names and addresses. */
export async function issueServer(
  authority: string,
  to: string,
  { names, days }: { readonly names: readonly [string, ...string[]]; readonly days: number },
): Promise<Result<boolean>> {
  // Moved last: with it both are there.
  if (existsSync(join(to, certificateFile("server")))) return ok(false);
  return inWorkDirectory(async (own) => {
    const asked = { part: "server", days, subject: `CN=${names[0]}`, names: names.map(alternativeName) } as const;
    const done = await issue(authority, own, asked);
    if (!done.ok) return done;
    await copyFile(join(authority, CA_CERTIFICATE), join(own, CA_CERTIFICATE));
    await moveFiles(own, to, [CA_CERTIFICATE, keyFile("server"), certificateFile("server")]);
    return ok(true);
  });
}

function alternativeName(name: string): string {
  return `${isIP(name) === 0 ? "DNS" : "IP"}:${name}`;
}

async function inWorkDirectory(run: (own: string) => Promise<Result<boolean>>): Promise<Result<boolean>> {
  const own = await mkdtemp(join(tmpdir(), "contraflow-tls-"));
  try {
    return await run(own);
  } catch (error) {
    return fail("unavailable", messageOf(error));
  } finally {
    await rm(own, { recursive: true, force: true });
  }
}

interface Issue {
  readonly part: (typeof parts)[number];
  readonly days: number;
  readonly subject: string;
  /** As openssl writes them. */
  readonly names: readonly string[];
}

async function issue(authority: string, own: string, { part, days, subject, names }: Issue): Promise<Result<unknown>> {
  const key = join(own, keyFile(part));
  const request = join(own, `${part}.csr`);
  const extensions = join(own, `${part}.ext`);
  const asked = await openssl([
    ...["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ...["-subj", `/${subject}`, "-keyout", key, "-out", request],
  ]);
  if (!asked.ok) return asked;
  const lines = [`extendedKeyUsage=${usage[part]}`, "keyUsage=digitalSignature", `subjectAltName=${names.join(",")}`];
  await writeFile(extensions, `${lines.join("\n")}\n`);
  return openssl([
    ...["x509", "-req", "-in", request, "-days", String(days), "-out", join(own, certificateFile(part))],
    ...["-CA", join(authority, CA_CERTIFICATE), "-CAkey", join(authority, AUTHORITY_KEY), "-CAcreateserial"],
    ...["-extfile", extensions],
  ]);
}

/** In this order, and also where the two are on different file systems. */
async function moveFiles(from: string, to: string, files: readonly string[]): Promise<void> {
  await mkdir(to, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const beside = join(to, `${file}.new`);
    await copyFile(join(from, file), beside);
    await chmod(beside, file.endsWith("key.pem") ? 0o600 : 0o644);
    await rename(beside, join(to, file));
  }
}

function openssl(args: readonly string[]): Promise<Result<string>> {
  return runCommand("openssl", args);
}
