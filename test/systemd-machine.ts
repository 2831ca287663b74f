/**
 * A machine of its own for a package: systemd as the first process of a process tree, on a copy of this machine's root that
 * goes with it. Made of namespaces and an overlay file system; needs root. Nothing of this machine is changed: what is written
 * there is kept in memory, its kernel settings are read-only but those of its own network, and it starts no unit of this
 * machine's.
 */
import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmdirSync, rmSync, writeFileSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const START_LIMIT_MILLISECONDS = 30_000;

/** Inside new namespaces: the root, the devices that Contraflow needs and no other, and systemd in place of this shell. */
const SCRIPT = `
set -e
root=$1
mount -t tmpfs -o mode=755 tmpfs "$root"
mkdir "$root/upper" "$root/work" "$root/machine"
mount -t overlay overlay -o "lowerdir=/,upperdir=$root/upper,workdir=$root/work" "$root/machine"
cd "$root/machine"
mount -t proc proc proc
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount --bind proc/sys/net proc/sys/net
mount -o remount,bind,rw proc/sys/net
mount -t sysfs -o ro sysfs sys
mount -t cgroup2 cgroup2 sys/fs/cgroup
for directory in run tmp var/tmp var/log; do mount -t tmpfs -o mode=1777 tmpfs "$directory"; done
mount -t tmpfs -o mode=755 tmpfs dev
mkdir dev/net dev/shm dev/pts dev/mqueue dev/hugepages
mount -t devpts -o ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
ln -s /proc/self/fd dev/fd
for device in null zero full random urandom tty kvm net/tun userfaultfd; do
  [ ! -e "/dev/$device" ] || { touch "dev/$device"; mount --bind "/dev/$device" "dev/$device"; }
done
rm -rf etc/systemd/system etc/fstab etc/contraflow var/lib/contraflow usr/lib/systemd/system-generators/*
for target in usr/lib/systemd/system/*.wants; do rm -rf "$target"; done
mkdir -p etc/systemd/system
printf '%s\\n' '[Unit]' 'Wants=systemd-journald.service' 'AllowIsolate=yes' > etc/systemd/system/machine.target
ip link set lo up
mkdir mnt/machine
pivot_root . mnt/machine
umount -l mnt/machine
exec env -i container=contraflow-test PATH=/usr/sbin:/usr/bin:/sbin:/bin \\
  /lib/systemd/systemd --system --unit=machine.target --show-status=0
`;

export interface Ran {
  readonly status: number;
  readonly stdout: string;
  readonly stderr: string;
}

export class SystemdMachine {
  readonly #pid: number;
  readonly #child: ChildProcess;
  readonly #directory: string;
  readonly #cgroup: string;

  private constructor(pid: number, child: ChildProcess, directory: string, cgroup: string) {
    this.#pid = pid;
    this.#child = child;
    this.#directory = directory;
    this.#cgroup = cgroup;
  }

  /** Throws with the reason why this machine can not have one. */
  static async start(): Promise<SystemdMachine> {
    const hierarchy = /^\S+ (\S+) cgroup2 /m.exec(readFileSync("/proc/mounts", "utf8"))?.[1];
    if (hierarchy === undefined) throw new Error("there is no cgroup2 file system");
    const directory = mkdtempSync(join(tmpdir(), "cf-machine-"));
    const cgroup = join(hierarchy, `contraflow-test-${process.pid}`);
    mkdirSync(cgroup);
    const namespaces = ["--mount", "--pid", "--net", "--uts", "--ipc", "--cgroup", "--fork", "--kill-child"];
    const into = 'echo $$ > "$0/cgroup.procs"; exec unshare "$@"';
    const child = spawn(
      "setpriv",
      [
        "--pdeathsig",
        "KILL",
        "--",
        "sh",
        "-c",
        into,
        cgroup,
        ...namespaces,
        "--propagation",
        "private",
        "sh",
        "-c",
        SCRIPT,
        "sh",
        directory,
      ],
      { stdio: ["ignore", "pipe", "pipe"] },
    );
    const said: Buffer[] = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk: Buffer) => said.push(chunk));
    const giveUp = Date.now() + START_LIMIT_MILLISECONDS;
    for (;;) {
      const first = firstProcessOf(child.pid);
      if (first !== undefined) {
        const machine = new SystemdMachine(first, child, directory, cgroup);
        const { stdout } = machine.try("systemctl", "is-active", "machine.target");
        if (stdout.trim() === "active") return machine;
      }
      if (child.exitCode !== null || Date.now() > giveUp) {
        const machine = new SystemdMachine(first ?? 0, child, directory, cgroup);
        await machine.stop();
        throw new Error(`systemd does not start in namespaces here: ${Buffer.concat(said).toString().trim()}`);
      }
      await delay(50);
    }
  }

  /** Runs a program in it. */
  try(program: string, ...args: readonly string[]): Ran {
    const words = ["--target", String(this.#pid), "--all", "--", program, ...args];
    const { status, stdout, stderr } = spawnSync("nsenter", words, { encoding: "utf8", timeout: 120_000 });
    return { status: status ?? -1, stdout, stderr };
  }

  run(program: string, ...args: readonly string[]): string {
    const ran = this.try(program, ...args);
    if (ran.status !== 0) throw new Error(`${program} ${args.join(" ")}: ${ran.stderr.trim() || ran.stdout.trim()}`);
    return ran.stdout;
  }

  /** Where a path of it is for this process. */
  path(path: string): string {
    return join(`/proc/${this.#pid}/root`, path);
  }

  write(path: string, text: string): void {
    mkdirSync(join(this.path(path), ".."), { recursive: true });
    writeFileSync(this.path(path), text);
  }

  /** A property of a unit, as `systemctl show` has it. */
  property(unit: string, name: string): string {
    return this.run("systemctl", "show", "--property", name, "--value", unit).trim();
  }

  async until(unit: string, name: string, value: string | RegExp): Promise<void> {
    for (;;) {
      const now = this.property(unit, name);
      if (typeof value === "string" ? now === value : value.test(now)) return;
      await delay(50);
    }
  }

  journal(unit: string): string {
    return this.try("journalctl", "--no-pager", "--output=cat", "--unit", unit).stdout;
  }

  /** Idempotent. Its first process takes all others with it. */
  async stop(): Promise<void> {
    if (this.#pid > 1 && existsSync(`/proc/${this.#pid}`)) process.kill(this.#pid, "SIGKILL");
    if (this.#child.exitCode === null && this.#child.signalCode === null) {
      const gone = once(this.#child, "exit");
      this.#child.kill("SIGKILL");
      await gone;
    }
    await removeCgroup(this.#cgroup);
    rmSync(this.#directory, { recursive: true, force: true });
  }
}

/** `unshare` has one child, which is the first process in there. */
function firstProcessOf(pid: number | undefined): number | undefined {
  try {
    const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8").trim();
    if (!/^\d+$/.test(children)) return undefined;
    return readFileSync(`/proc/${children}/comm`, "utf8").trim() === "systemd" ? Number(children) : undefined;
  } catch {
    return undefined;
  }
}

/** The kernel lets go of the last process a moment after it has ended. */
async function removeCgroup(cgroup: string): Promise<void> {
  if (!existsSync(cgroup)) return;
  for (const entry of await readdir(cgroup, { withFileTypes: true })) {
    if (entry.isDirectory()) await removeCgroup(join(cgroup, entry.name));
  }
  for (let attempt = 0; existsSync(cgroup); attempt += 1) {
    try {
      rmdirSync(cgroup);
    } catch (error) {
      if (attempt === 100) throw error;
      await delay(20);
    }
  }
}
