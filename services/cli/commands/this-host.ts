/** `contraflow tls init`, `contraflow doctor`: what is done on a host itself, without a bus. */
import { readFileSync } from "node:fs";
import { resolve } from "node:path";
import { runCommand } from "../../kit/hypervisor/command.ts";
import { issueCertificates } from "../../kit/tls/authority.ts";
import { problemsOf, validUntil } from "../../kit/tls/credentials.ts";
import { EXIT, type ExitCode, exitCodeOf } from "../exit.ts";
import { print, printJson } from "../session.ts";
import { terminalColors } from "../terminal.ts";

export interface TlsInitOptions {
  readonly directory: string;
  readonly hosts: readonly string[];
  readonly days: number;
  readonly json?: true;
}

export async function tlsInit({ hosts, days, json, ...given }: TlsInitOptions): Promise<ExitCode> {
  const directory = resolve(given.directory);
  const issued = await issueCertificates({ directory, hostIds: hosts, days });
  if (!issued.ok) {
    process.stderr.write(`contraflow: ${issued.failure.message}\n`);
    return exitCodeOf(issued.failure);
  }
  if (json) {
    printJson({ directory, issued: issued.value });
    return EXIT.done;
  }
  const kept = hosts.filter((hostId) => !issued.value.includes(hostId));
  print([
    ...issued.value.map((hostId) => `${directory}/${hostId}: copy it to ${hostId} as /etc/contraflow/tls`),
    ...kept.map((hostId) => `${directory}/${hostId}: kept as it is`),
    `${directory}/ca/ca-key.pem: whoever has it can send VMs to every host; keep it away from them`,
  ]);
  return EXIT.done;
}

export interface DoctorOptions {
  readonly hostId?: string;
  readonly tlsDirectory: string;
  readonly json?: true;
}

/** `warns`: it costs something. `fails`: something will not work. */
interface Finding {
  readonly check: string;
  readonly state: "passes" | "warns" | "fails";
  readonly message: string;
  readonly cure?: string;
}

/** Measured with the lab's post-copies: their stalls are half as long. */
const LOW_WATER_BYTES = 16_384;
const LOW_WATER = "net.ipv4.tcp_notsent_lowat";
const DAYS_LEFT = 30;
const DAY_MILLISECONDS = 86_400_000;

export async function doctor(options: DoctorOptions): Promise<ExitCode> {
  const findings = [await qemu(), userFaults(), lowWater(), ...certificates(options, new Date())];
  if (options.json) printJson({ findings });
  else print(findings.flatMap(lines));
  return findings.some(({ state }) => state === "fails") ? EXIT.failed : EXIT.done;
}

function lines({ check, state, message, cure }: Finding): readonly string[] {
  const colors = terminalColors();
  const paint = { passes: colors.green, warns: colors.yellow, fails: colors.red }[state];
  return [`${paint(state.padEnd(6))}  ${check}: ${message}`, ...(cure === undefined ? [] : [`        cure: ${cure}`])];
}

async function qemu(): Promise<Finding> {
  const check = "qemu";
  const said = await runCommand("qemu-system-x86_64", ["--version"]);
  if (!said.ok) {
    return { check, state: "fails", message: said.failure.message, cure: "install qemu-system-x86" };
  }
  return { check, state: "passes", message: said.value.split("\n")[0] ?? "" };
}

/** QEMU takes the pages of a post-copied VM by this; as root it needs no setting. */
function userFaults(): Finding {
  const check = "post-copy";
  const setting = "vm.unprivileged_userfaultfd";
  const value = readSetting("/proc/sys/vm/unprivileged_userfaultfd");
  if (value === undefined) {
    const cure = "a kernel with CONFIG_USERFAULTFD";
    return { check, state: "fails", message: "this kernel has no userfaultfd: no VM can be post-copied here", cure };
  }
  if (value === "1") return { check, state: "passes", message: `${setting} = 1` };
  return {
    ...{
      check,
      state: "warns",
      message: `${setting} = ${value}: only a QEMU that runs as root can take a post-copy in`,
    },
    cure: `sysctl ${setting}=1, where QEMU runs as another user`,
  };
}

function lowWater(): Finding {
  const check = "stalls";
  const value = Number(readSetting("/proc/sys/net/ipv4/tcp_notsent_lowat") ?? Number.NaN);
  if (value <= LOW_WATER_BYTES) return { check, state: "passes", message: `${LOW_WATER} = ${value}` };
  return {
    ...{
      check,
      state: "warns",
      message: `${LOW_WATER} = ${value}: pages that a VM waits for queue behind those it does not`,
    },
    cure: `sysctl ${LOW_WATER}=${LOW_WATER_BYTES}`,
  };
}

function certificates({ hostId, tlsDirectory }: DoctorOptions, now: Date): readonly Finding[] {
  const check = "certificates";
  if (hostId === undefined) {
    return [{ check, state: "warns", message: "not looked at", cure: "say who this host is: --host-id" }];
  }
  const directory = resolve(tlsDirectory);
  const problems = problemsOf(directory, hostId, now);
  const cure = "contraflow tls init --directory <path> --hosts <hosts>, and copy this host's folder here";
  if (problems.length > 0) return problems.map((message) => ({ check, state: "fails", message, cure }));
  const end = validUntil(directory);
  const days = end === undefined ? 0 : Math.floor((end.getTime() - now.getTime()) / DAY_MILLISECONDS);
  const message = `${directory} is good for ${hostId}, for ${days} days`;
  return [{ check, state: days < DAYS_LEFT ? "warns" : "passes", message }];
}

function readSetting(path: string): string | undefined {
  try {
    return readFileSync(path, "utf8").trim();
  } catch {
    return undefined;
  }
}
