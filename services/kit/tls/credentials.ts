import { createPrivateKey, X509Certificate } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { messageOf } from "../failure/failure.ts";

/**
 * The files by which the two QEMUs of a migration know each other, by the names that QEMU gives them: `ca-cert.pem`, and for
 * each of the two parts that a host plays, which are `server` when it takes a VM in and `client` when it sends one away, a
 * certificate and its key. A certificate of a server names the host as a DNS name, one of a client as its common name.
 */

export const CA_CERTIFICATE = "ca-cert.pem";
export const parts = ["server", "client"] as const;
export type Part = (typeof parts)[number];

export function certificateFile(part: Part): string {
  return `${part}-cert.pem`;
}

export function keyFile(part: Part): string {
  return `${part}-key.pem`;
}

/** What a certificate is allowed for, as its extension says it. */
const purposes: Readonly<Record<Part, { readonly oid: string; readonly name: string }>> = {
  server: { oid: "1.3.6.1.5.5.7.3.1", name: "serverAuth" },
  client: { oid: "1.3.6.1.5.5.7.3.2", name: "clientAuth" },
};

/** The subject of a host's certificate: by this the other side knows who it is. */
export function subjectOf(hostId: string): string {
  return `CN=${hostId}`;
}

/** What is wrong with them, each with the file; empty: nothing. */
export function problemsOf(directory: string, hostId: string, now: Date): readonly string[] {
  const authority = read(directory, CA_CERTIFICATE, (bytes) => new X509Certificate(bytes));
  if (typeof authority === "string") return [authority];
  const own = authority.ca ? [] : [`${join(directory, CA_CERTIFICATE)} is no certificate of an authority`];
  return [
    ...own,
    ...validity(authority, join(directory, CA_CERTIFICATE), now),
    ...parts.flatMap((part) => problemsOfPart(part, { directory, hostId, now, authority })),
  ];
}

/** The earliest day on which one of them ends; undefined: they cannot be read. */
export function validUntil(directory: string): Date | undefined {
  const files = [CA_CERTIFICATE, ...parts.map(certificateFile)];
  const ends = files.map((file) => read(directory, file, (bytes) => Date.parse(new X509Certificate(bytes).validTo)));
  const numbers = ends.filter((end) => typeof end === "number" && !Number.isNaN(end)) as readonly number[];
  return numbers.length < files.length ? undefined : new Date(Math.min(...numbers));
}

interface Checked {
  readonly directory: string;
  readonly hostId: string;
  readonly now: Date;
  readonly authority: X509Certificate;
}

function problemsOfPart(part: Part, { directory, hostId, now, authority }: Checked): readonly string[] {
  const path = join(directory, certificateFile(part));
  const certificate = read(directory, certificateFile(part), (bytes) => new X509Certificate(bytes));
  if (typeof certificate === "string") return [certificate];
  const key = read(directory, keyFile(part), (bytes) => createPrivateKey(bytes));
  const { oid, name } = purposes[part];
  const isSigned = certificate.checkIssued(authority) && certificate.verify(authority.publicKey);
  const isNamed = part === "server" ? certificate.checkHost(hostId) !== undefined : true;
  return [
    ...(typeof key === "string" ? [key] : []),
    ...(typeof key !== "string" && !certificate.checkPrivateKey(key)
      ? [`${join(directory, keyFile(part))} is not the key of ${path}`]
      : []),
    ...(isSigned ? [] : [`${path} was not made by the authority of ${CA_CERTIFICATE}`]),
    ...(isNamed ? [] : [`${path} is not for DNS:${hostId} (it is for ${certificate.subjectAltName ?? "no name"})`]),
    ...(certificate.subject === subjectOf(hostId)
      ? []
      : [`${path} names ${certificate.subject.replaceAll("\n", ",")} as its subject, not ${subjectOf(hostId)}`]),
    // Without the extension it may be used for anything.
    ...(certificate.keyUsage === undefined || certificate.keyUsage.includes(oid) ? [] : [`${path} lacks ${name}`]),
    ...validity(certificate, path, now),
  ];
}

function validity({ validFrom, validTo }: X509Certificate, path: string, now: Date): readonly string[] {
  // OpenSSL reads a certificate whose times are none. Every comparison with such a time is false.
  for (const written of [validFrom, validTo]) {
    if (Number.isNaN(Date.parse(written))) return [`${path} says "${written}" where the time of its validity belongs`];
  }
  if (now < new Date(validFrom)) return [`${path} is not valid before ${validFrom}`];
  return now > new Date(validTo) ? [`${path} has expired on ${validTo}`] : [];
}

/** A text: why it cannot be. */
function read<T>(directory: string, file: string, parse: (bytes: Buffer) => T): T | string {
  const path = join(directory, file);
  let bytes: Buffer;
  try {
    bytes = readFileSync(path);
  } catch (error) {
    return `${path} cannot be read: ${(error as NodeJS.ErrnoException).code ?? messageOf(error)}`;
  }
  try {
    return parse(bytes);
  } catch (error) {
    return `${path} is not what it should be: ${messageOf(error)}`;
  }
}
