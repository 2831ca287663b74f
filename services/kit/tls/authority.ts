import { existsSync } from "node:fs";
import { chmod, copyFile, mkdir, mkdtemp, rename, rm, writeFile } from "node:fs/promises";
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
  const work = await mkdtemp(join(tmpdir(), "contraflow-tls-"));
  try {
    const authority = join(directory, AUTHORITY);
    if (!existsSync(join(authority, AUTHORITY_KEY))) {
      const made = await makeAuthority(authority, days);
      if (!made.ok) return made;
    }
    const issued: string[] = [];
    for (const hostId of hostIds) {
      if (existsSync(join(directory, hostId))) continue;
      const own = join(work, hostId);
      await mkdir(own, { mode: 0o700 });
      for (const part of parts) {
        const done = await issue(authority, own, { hostId, part, days });
        if (!done.ok) return done;
      }
      await copyFile(join(authority, CA_CERTIFICATE), join(own, CA_CERTIFICATE));
      await moveInto(own, join(directory, hostId));
      issued.push(hostId);
    }
    return ok(issued);
  } catch (error) {
    return fail("unavailable", messageOf(error));
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function makeAuthority(authority: string, days: number): Promise<Result<unknown>> {
  await mkdir(authority, { recursive: true, mode: 0o700 });
  const key = join(authority, AUTHORITY_KEY);
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

interface Issue {
  readonly hostId: string;
  readonly part: (typeof parts)[number];
  readonly days: number;
}

async function issue(authority: string, own: string, { hostId, part, days }: Issue): Promise<Result<unknown>> {
  const key = join(own, keyFile(part));
  const request = join(own, `${part}.csr`);
  const extensions = join(own, `${part}.ext`);
  const subject = `/${subjectOf(hostId)}`;
  const asked = await openssl([
    ...["req", "-new", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes"],
    ...["-subj", subject, "-keyout", key, "-out", request],
  ]);
  if (!asked.ok) return asked;
  const lines = [`extendedKeyUsage=${usage[part]}`, "keyUsage=digitalSignature", `subjectAltName=DNS:${hostId}`];
  await writeFile(extensions, `${lines.join("\n")}\n`);
  const signed = await openssl([
    ...["x509", "-req", "-in", request, "-days", String(days), "-out", join(own, certificateFile(part))],
    ...["-CA", join(authority, CA_CERTIFICATE), "-CAkey", join(authority, AUTHORITY_KEY), "-CAcreateserial"],
    ...["-extfile", extensions],
  ]);
  if (!signed.ok) return signed;
  await chmod(key, 0o600);
  await rm(request);
  await rm(extensions);
  return signed;
}

/** All of it or nothing, also where the two are on different file systems. */
async function moveInto(from: string, to: string): Promise<void> {
  const beside = `${to}.new`;
  await rm(beside, { recursive: true, force: true });
  await mkdir(beside, { recursive: true, mode: 0o700 });
  for (const file of [CA_CERTIFICATE, ...parts.flatMap((part) => [certificateFile(part), keyFile(part)])]) {
    await copyFile(join(from, file), join(beside, file));
    await chmod(join(beside, file), file.endsWith("key.pem") ? 0o600 : 0o644);
  }
  await rename(beside, to);
}

function openssl(args: readonly string[]): Promise<Result<string>> {
  return runCommand("openssl", args);
}
