/** Certificates and keys of a host. */
import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { unwrap } from "../../../services/kit/failure/failure.ts";
import { issueCertificates } from "../../../services/kit/tls/authority.ts";
import {
  CA_CERTIFICATE,
  certificateFile,
  keyFile,
  parts,
  problemsOf,
  validUntil,
} from "../../../services/kit/tls/credentials.ts";
import { joined } from "../mutate-bytes.ts";
import { accepted, rejected, type Target } from "../target.ts";

const FILES = [CA_CERTIFICATE, ...parts.flatMap((part) => [certificateFile(part), keyFile(part)])];
const HOST = "host-a";
let folder: string | undefined;

/** The first byte says which file it is and whether in PEM or in DER. */
const credentials: Target = {
  name: "tls/credentials",
  form: "bytes",
  share: 0.05,
  async seeds() {
    folder = mkdtempSync(join(tmpdir(), "cf-fuzz-tls-"));
    const made = join(folder, "made");
    unwrap(await issueCertificates({ directory: made, hostIds: [HOST], days: 30 }));
    mkdirSync(join(folder, "used"));
    return FILES.flatMap((file, index) => {
      const pem = readFileSync(join(made, HOST, file), "utf8");
      const der = Buffer.from(pem.replace(/-----[^-]+-----|\s/g, ""), "base64");
      return [joined(Uint8Array.of(index), der), joined(Uint8Array.of(index | 0x80), Buffer.from(pem))];
    });
  },
  run(input) {
    const [head = 0] = input;
    const changed = FILES[(head & 0x7f) % FILES.length] ?? CA_CERTIFICATE;
    const used = join(folder ?? "", "used");
    for (const file of FILES) copyFileSync(join(folder ?? "", "made", HOST, file), join(used, file));
    writeFileSync(join(used, changed), (head & 0x80) === 0 ? pemOf(changed, input.subarray(1)) : input.subarray(1));
    const problems = problemsOf(used, HOST, new Date());
    const end = validUntil(used);
    assert.ok(end === undefined || !Number.isNaN(end.getTime()), "an end that is no time");
    return problems.length === 0 ? accepted(end?.getTime()) : rejected(problems.join("\n"));
  },
  close() {
    if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
    folder = undefined;
  },
};

function pemOf(file: string, der: Uint8Array): string {
  const kind = file.endsWith("key.pem") ? "PRIVATE KEY" : "CERTIFICATE";
  const lines =
    Buffer.from(der)
      .toString("base64")
      .match(/.{1,64}/g) ?? [];
  return `-----BEGIN ${kind}-----\n${lines.join("\n")}\n-----END ${kind}-----\n`;
}

/** Certificates are made by the `openssl` program: without it there is nothing to begin from. */
export const withoutOpenssl: string | undefined = (() => {
  try {
    execFileSync("openssl", ["version"], { stdio: "ignore" });
    return undefined;
  } catch {
    return "tls/credentials is left out: the openssl program is not there";
  }
})();

export const tlsTargets: readonly Target[] = withoutOpenssl === undefined ? [credentials] : [];
